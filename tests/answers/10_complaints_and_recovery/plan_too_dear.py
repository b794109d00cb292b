# about = "a plan beyond the budget, the claims turned round"
# kind = "mistake"
# lost = {"10" = 10}
# says = {"10" = "The plan costs more than the budget", "10 claims" = "Yes and no have changed places"}
# %% 10-10-answer
# as in the reference
plan = {"ease": 1.0, "staff": 30.0, "remedy": 1.0, "training": 1.0}
holds = {key: "no" if word == "yes" else "yes" for key, word in holds.items()}
