# about = "rakes, then takes the plain mean and the reciprocal of the design effect"
# kind = "mistake"
# lost = {"6" = [2, 5]}
# says = {"6 effect" = "This is the share of the answers that is left"}
# %% 05-6-answer
weight = rm.survey.model.rake(case.respondents, case.margins)
raked = weight.to_frame()
raked_mean = case.respondents["satisfaction"].mean()
effect = weight.sum() ** 2 / (len(weight) * (weight**2).sum())
