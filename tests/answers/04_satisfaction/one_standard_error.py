# about = "an interval of one standard error to each side"
# kind = "mistake"
# lost = {"4" = 6}
# says = {"4" = "This interval reaches one standard error to each side"}
# %% 04-4-answer
last_step = fits["overall_satisfaction"]
middle, error = last_step.params["attribute_satisfaction"], last_step.bse["attribute_satisfaction"]
interval = {"low": middle - error, "high": middle + error}
