# about = "an answer that raises: what comes before and after it still earns its points"
# kind = "mistake"
# lost = {"6" = 12}
# says = {"6" = "Give the name in the task a value", "6 projection" = "Give the name in the task a value"}
# %% 07-6-answer
fit = stay_12_years = stay_12_constant = None
case.retention["lifetime"]
