# about = "adds the variances of promoters and detractors as if they came from two samples"
# kind = "mistake"
# lost = {"1" = 5}
# says = {"1" = "Promoters and detractors are shares of the same answers"}
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
given = second["nps"].dropna().astype(float)
p, d, n = (given >= 9).mean(), (given <= 6).mean(), len(given)
error = 100 * np.sqrt((p * (1 - p) + d * (1 - d)) / n)
score |= {"standard_error": error, "low": score["nps"] - 1.96 * error, "high": score["nps"] + 1.96 * error}
satisfied = (second["csat"].dropna() >= 4).mean()
weights = pd.Series(case.index_weights)
three = second[list(weights.index)].dropna().astype(float)
index = 100 * ((three - 1) / 6 * weights / weights.sum()).sum(axis=1).mean()
# %% 05-2-answer
first, last = (net_promoter(answers[answers["quarter"] == name]["nps"]) for name in ("first", "second"))
change = last["nps"] - first["nps"]
error = np.hypot(first["standard_error"], last["standard_error"])
move = {"change": change, "low": change - 1.96 * error, "high": change + 1.96 * error}
real = "no" if move["low"] <= 0 <= move["high"] else "yes"
