# about = "standard deviations where standard errors belong, so that nothing is ever shown"
# kind = "mistake"
# lost = {"4" = [3, 7]}
# says = {"4 interval" = "This interval is made of standard deviations"}
# %% 10-4-answer
study = case.study
change = study["after"] - study["before"]
one, other = change[study["failure"]], change[~study["failure"]]
means = study.groupby("failure")["after"].mean()
differences = {"within": one.mean(), "between": means[True] - means[False], "both": one.mean() - other.mean()}
half = 1.96 * (one.var() + other.var()) ** 0.5
interval = {"low": differences["both"] - half, "high": differences["both"] + half}
verdict = {"satisfaction": "not shown", "orders": "not shown"}
