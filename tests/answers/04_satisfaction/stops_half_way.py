# about = "an answer that raises: what comes before and after it still earns its points"
# kind = "mistake"
# lost = {"5" = 12, "6" = 8}
# says = {"5" = "Give the name in the task a value", "6" = "Give the name in the task a value"}
# %% 04-5-answer
total_effect = None
1 / 0
