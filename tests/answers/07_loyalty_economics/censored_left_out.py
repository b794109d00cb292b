# about = "leaves the censored out"
# kind = "mistake"
# lost = {"4" = [6, 10]}
# says = {"4" = "Here the censored are left out"}
# %% 07-4-answer
only_lost = case.stays[case.stays["lost"]]
stay_12 = (only_lost["months"] > 12).mean()
stay_12_error = (stay_12 * (1 - stay_12) / len(only_lost)) ** 0.5
