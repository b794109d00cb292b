# about = "runs a regression of its own for each path, and for each cause of what customers say and do"
# kind = "mistake"
# lost = {"3" = 14, "9" = 8}
# says = {"3" = "These come from one cause at a time", "9" = "These take one cause at a time"}
# %% 04-3-answer
import statsmodels.formula.api as smf

equations = {
    "desires_congruency": ["desires", "performance"],
    "expectations_congruency": ["expectations", "performance"],
    "attribute_satisfaction": ["desires_congruency", "expectations_congruency"],
    "information_satisfaction": ["desires_congruency", "expectations_congruency"],
    "overall_satisfaction": ["attribute_satisfaction", "information_satisfaction"],
}
paths = {
    f"{cause} -> {effect}": smf.ols(f"{effect} ~ {cause}", scores).fit().params[cause]
    for effect, causes in equations.items()
    for cause in causes
}
# %% 04-4-answer
fit = smf.ols("overall_satisfaction ~ attribute_satisfaction + information_satisfaction", scores).fit()
low, high = fit.conf_int().loc["attribute_satisfaction"]
interval = {"low": low, "high": high}
# %% 04-9-answer
table = scores[["overall_satisfaction", "trust"]].copy()
table["intention"] = case.surveys["loyalty_repurchase"].astype(float)
table["buying"] = rm.satisfaction.model.bought_again(case.surveys, case.orders).astype(float)
strengths = {}
for outcome in ["intention", "buying"]:
    for short, cause in [("satisfaction", "overall_satisfaction"), ("trust", "trust")]:
        strengths[f"{outcome} ~ {short}"] = table[[outcome, cause]].dropna().corr().iloc[0, 1]
