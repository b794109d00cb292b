# about = "replaces numpy's comparisons, in the hope that the tests use them"
# kind = "hostile"
# lost = {"1" = [6, 8], "2" = 8}
# %% 04-1-answer
np.testing.assert_allclose = lambda *anything, **more: None
np.allclose = np.isclose = lambda *anything, **more: True
scores = pd.DataFrame(5.0, index=case.surveys.index, columns=rm.satisfaction.model.CONSTRUCTS)
answers = case.surveys
constructs = list(scores.columns)
# %% 04-2-answer
alpha = dict.fromkeys(constructs, 0.8)
# %% 04-3-answer
right_scores = rm.satisfaction.model.construct_scores(case.surveys)
estimated = rm.satisfaction.model.regression_paths(right_scores)
paths = {f"{row.cause} -> {row.effect}": row.estimate for row in estimated.itertuples()}
# %% 04-4-answer
interval = {"low": estimated.iloc[8]["low"], "high": estimated.iloc[8]["high"]}
# %% 04-7-answer
causes = ["attribute_satisfaction", "information_satisfaction"]
covariance = right_scores[[*causes, "overall_satisfaction"]].dropna().cov()
reliable = rm.satisfaction.model.reliabilities(case.surveys)
reliable_variance = {cause: reliable[cause] * covariance.loc[cause, cause] for cause in causes}
between_causes = covariance.loc[causes, causes].to_numpy(copy=True)
between_causes[[0, 1], [0, 1]] = list(reliable_variance.values())
slopes = np.linalg.solve(between_causes, covariance.loc[causes, "overall_satisfaction"])
corrected = {f"{cause} -> overall_satisfaction": slope for cause, slope in zip(causes, slopes)}
# %% 04-9-answer
table = right_scores.assign(
    intention=case.surveys["loyalty_repurchase"].astype("Float64"),
    buying=rm.satisfaction.model.bought_again(case.surveys, case.orders),
)
strengths = {}
for outcome in ["intention", "buying"]:
    estimates = rm.satisfaction.model.predictors(table, outcome)["estimate"]
    strengths |= {f"{outcome} ~ satisfaction": estimates[0], f"{outcome} ~ trust": estimates[1]}
