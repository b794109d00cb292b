# about = "within and between under each other's name, and the interval of the change alone"
# kind = "mistake"
# lost = {"4" = 8}
# says = {"4" = "Within and between are under each other's name", "4 interval" = "This is the interval of the change alone"}
# %% 10-4-answer
# as in the reference
change = case.study["after"] - case.study["before"]
one, other = change[case.study["failure"]], change[~case.study["failure"]]
means = case.study.groupby("failure")["after"].mean()
differences = {"between": one.mean(), "within": means[True] - means[False], "both": one.mean() - other.mean()}
half = 1.96 * one.std() / len(one) ** 0.5
interval = {"low": one.mean() - half, "high": one.mean() + half}
