# about = "an answer that raises: what comes before and after it still earns its points"
# kind = "mistake"
# lost = {"5" = 7}
# says = {"5" = "Give the name in the task a value", "5 shares" = "Give the name in the task a value"}
# %% 11-5-answer
counts = None
migration = None
1 / 0
