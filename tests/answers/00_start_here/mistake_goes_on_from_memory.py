# about = "thinks that a restarted kernel goes on where the old one stopped"
# kind = "mistake"
# lost = {"1" = 1}
# says = {"1" = "A restarted kernel remembers nothing"}
# %% 00-1-answer
# as in the reference
after_run_all = case.stock["fridges"] - (case.stock["times"] + 1) * case.stock["sold"]
