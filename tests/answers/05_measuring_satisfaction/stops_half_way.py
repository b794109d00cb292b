# about = "an answer that raises: what comes before and after it still earns its points"
# kind = "mistake"
# lost = {"4" = 10}
# says = {"4" = "Give the name in the task a value", "4 worst" = "Give the name in the task a value"}
# %% 05-4-answer
gaps = worst = None
case.servqual["e23"]
