# about = "gives what the old kernel remembered, not what a new one computes"
# kind = "mistake"
# lost = {"1" = 1}
# says = {"1" = "This is what the kernel remembered before the restart"}
# %% 00-1-answer
# as in the reference
after_run_all = case.stock["fridges"] - case.stock["times"] * case.stock["sold"]
