# about = "answers of the wrong kind or shape: a list, text, NaN, a missing key"
# kind = "mistake"
# lost = {"2" = 8, "3" = 4, "4" = 6, "8" = 8, "10" = 8}
# says = {"2" = "The answer is a dict or a Series by name; this is a list", "3" = "There is no value for 'information_satisfaction -> overall_satisfaction'", "4" = "At 'low': The answer is NaN", "8" = "The answer is one number (share from 0 to 1); this is text", "10" = "At 's1': The answer is one of"}
# %% 04-2-answer
alpha_by_name = rm.satisfaction.model.reliabilities(case.surveys)
alpha = list(alpha_by_name)
# %% 04-3-answer
estimated = rm.satisfaction.model.regression_paths(scores)
paths = {f"{row.cause} -> {row.effect}": row.estimate for row in estimated.itertuples()}
del paths["information_satisfaction -> overall_satisfaction"]
# %% 04-4-answer
interval = {"low": float("nan"), "high": float("nan")}
# %% 04-7-answer
causes = ["attribute_satisfaction", "information_satisfaction"]
covariance = scores[[*causes, "overall_satisfaction"]].dropna().cov()
reliable_variance = {cause: alpha_by_name[cause] * covariance.loc[cause, cause] for cause in causes}
between_causes = covariance.loc[causes, causes].to_numpy(copy=True)
between_causes[[0, 1], [0, 1]] = list(reliable_variance.values())
slopes = np.linalg.solve(between_causes, covariance.loc[causes, "overall_satisfaction"])
corrected = {f"{cause} -> overall_satisfaction": slope for cause, slope in zip(causes, slopes)}
# %% 04-8-answer
still_surprising = "12 %"
purchases_needed = None
# %% 04-9-answer
import statsmodels.formula.api as smf

table = scores[["overall_satisfaction", "trust"]].copy()
table["intention"] = case.surveys["loyalty_repurchase"].astype(float)
table["buying"] = rm.satisfaction.model.bought_again(case.surveys, case.orders).astype(float)
strengths = {}
for outcome in ["intention", "buying"]:
    rows = table[[outcome, "overall_satisfaction", "trust"]].dropna()
    rows = (rows - rows.mean()) / rows.std()
    fit = smf.ols(f"{outcome} ~ overall_satisfaction + trust", rows).fit()
    strengths[f"{outcome} ~ satisfaction"] = fit.params["overall_satisfaction"]
    strengths[f"{outcome} ~ trust"] = fit.params["trust"]
# %% 04-10-answer
states = dict.fromkeys(case.statements, "happiness")
testable = dict.fromkeys(case.claims, "perhaps")
