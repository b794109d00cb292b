# about = "counts an answer whose half year is not over as not bought again"
# kind = "mistake"
# lost = {"9" = 4}
# says = {"9" = "An answer whose half year is not over"}
# %% 04-9-answer
table = scores[["overall_satisfaction", "trust"]].copy()
table["intention"] = case.surveys["loyalty_repurchase"].astype(float)
pairs = case.surveys[["survey_id", "customer_id", "answered_on"]].merge(case.orders, on="customer_id")
later = (pairs["ordered_on"] - pairs["answered_on"]).dt.days
table["buying"] = case.surveys["survey_id"].isin(pairs.loc[later.between(1, 183), "survey_id"]).astype(float)
strengths = {}
for outcome in ["intention", "buying"]:
    rows = table[[outcome, "overall_satisfaction", "trust"]].dropna()
    rows = (rows - rows.mean()) / rows.std()
    fit = smf.ols(f"{outcome} ~ overall_satisfaction + trust", rows).fit()
    strengths[f"{outcome} ~ satisfaction"] = fit.params["overall_satisfaction"]
    strengths[f"{outcome} ~ trust"] = fit.params["trust"]
