# about = "an answer that raises: what comes before and after it still earns its points"
# kind = "mistake"
# lost = {"4" = 12}
# says = {"4" = "Give the name in the task a value", "4 interval" = "Give the name in the task a value"}
# %% 10-4-answer
differences = None
interval = None
verdict = None
1 / 0
