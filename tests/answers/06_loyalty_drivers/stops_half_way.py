# about = "an answer that raises: what comes before and after it still earns its points"
# kind = "mistake"
# lost = {"5" = 14}
# says = {"5" = "Give the name in the task a value", "5 matrix" = "Give the name in the task a value"}
# %% 06-5-answer
counts = None
matrix = None
1 / 0
