# about = "spends more than there is"
# kind = "mistake"
# lost = {"9" = 10}
# says = {"9" = "The plan costs more than the budget"}
# %% 05-9-answer
plan = {"questionnaire": 20000, "telephone": 20000, "in_home_interview": 60000, "focus_group": 10000}
plan |= {"mystery_shopper": 10000, "combine": "follow_up"}
