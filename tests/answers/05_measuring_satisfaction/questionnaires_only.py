# about = "all the money for questionnaires"
# kind = "mistake"
# lost = {"9" = 8}
# says = {"9" = "The shoppers of this plan do not make 12 visits"}
# %% 05-9-answer
plan = dict.fromkeys(rm.survey.model.METHODS, 0) | {"questionnaire": case.budget, "combine": "weight"}
