# about = "a good spread of the money, thrown into one pot"
# kind = "mistake"
# lost = {"9" = 6}
# says = {"9" = "The money is well spread, but one pot keeps the bias"}
# %% 05-9-answer
try_it = rm.survey.model.prepared(case.people)
found = []
for questionnaire in (6200, 8000, 12000):
    for telephone in (0, 12000, 21000, 27000):
        home = case.budget - 5800 - questionnaire - telephone
        spending = dict(zip(rm.survey.model.METHODS, [questionnaire, telephone, home, 0, 5800]))
        mix = rm.survey.model.survey_mix(try_it, spending, "follow_up")
        if mix.heard >= 0.8:
            found.append((mix.error, spending))
plan = min(found, key=lambda each: each[0])[1] | {"combine": "pool"}
