# about = "fits both models to all twelve years"
# kind = "mistake"
# lost = {"6" = 12}
# says = {"6" = "This is fitted to all twelve years"}
# %% 07-6-answer
counts = rm.lifetime.model.counts_from_survival(case.retention["survival"], 1000)
found = rm.lifetime.model.fit_sbg(*counts)
fit = {"alpha": found.alpha, "beta": found.beta}
stay_12_years = rm.lifetime.model.sbg_survival(found.alpha, found.beta, 12)[12]
stay_12_constant = (1 - rm.lifetime.model.fit_geometric(*counts)[0]) ** 12
