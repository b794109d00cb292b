# about = "an interval of one standard error; an index in per cent of 7; the missing counted as not satisfied"
# kind = "mistake"
# lost = {"1" = [4, 6]}
# says = {"1" = "This interval reaches one standard error to each side", "1 index" = "The scale begins at 1"}
# %% 05-1-answer
answers = case.answers
second = answers[answers["quarter"] == "second"]


def net_promoter(given):
    given = given.dropna().astype(float)
    p, d, n = (given >= 9).mean(), (given <= 6).mean(), len(given)
    error = 100 * np.sqrt((p + d - (p - d) ** 2) / n)
    middle = 100 * (p - d)
    return {
        "nps": middle,
        "standard_error": error,
        "low": middle - 1.96 * error,
        "high": middle + 1.96 * error,
    }


score = net_promoter(second["nps"])
score["low"], score["high"] = score["nps"] - score["standard_error"], score["nps"] + score["standard_error"]
satisfied = (second["csat"] >= 4).fillna(False).mean()
weights = pd.Series(case.index_weights)
three = second[list(weights.index)].dropna().astype(float)
index = 100 * (three * weights / weights.sum()).sum(axis=1).mean() / 7
