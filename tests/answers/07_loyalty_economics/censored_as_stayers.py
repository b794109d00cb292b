# about = "counts the censored as if they had stayed for all twelve months, with the error of a simple share"
# kind = "mistake"
# lost = {"4" = [6, 10]}
# says = {"4" = "Here the censored count as stayers"}
# %% 07-4-answer
stay_12 = 1 - (case.stays["lost"] & (case.stays["months"] <= 12)).mean()
stay_12_error = (stay_12 * (1 - stay_12) / len(case.stays)) ** 0.5
