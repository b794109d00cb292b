# about = "gives the mean correlation between items in place of alpha"
# kind = "mistake"
# lost = {"2" = 8}
# says = {"2" = "This is the mean correlation between items"}
# %% 04-7-answer
causes = ["attribute_satisfaction", "information_satisfaction"]
covariance = scores[[*causes, "overall_satisfaction"]].dropna().cov()
reliable = rm.satisfaction.model.reliabilities(case.surveys)
reliable_variance = {cause: reliable[cause] * covariance.loc[cause, cause] for cause in causes}
between_causes = covariance.loc[causes, causes].to_numpy(copy=True)
between_causes[[0, 1], [0, 1]] = list(reliable_variance.values())
slopes = np.linalg.solve(between_causes, covariance.loc[causes, "overall_satisfaction"])
corrected = {f"{cause} -> overall_satisfaction": slope for cause, slope in zip(causes, slopes)}
# %% 04-2-answer
alpha = {}
for construct in constructs:
    three = answers[[f"{construct}_{number}" for number in (1, 2, 3)]].dropna()
    correlations = three.corr().to_numpy()
    alpha[construct] = correlations[np.triu_indices(3, 1)].mean()
