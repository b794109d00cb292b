# about = "counts an 8 as a promoter, and the change with it"
# kind = "mistake"
# lost = {"1" = [6, 8], "2" = [0, 6]}
# says = {"1" = "Promoters answer 9 or 10; an 8 is passive"}
# %% 05-1-answer
answers = case.answers
second = answers[answers["quarter"] == "second"]


def net_promoter(given):
    given = given.dropna().astype(float)
    p, d, n = (given >= 8).mean(), (given <= 6).mean(), len(given)
    error = 100 * np.sqrt((p + d - (p - d) ** 2) / n)
    middle = 100 * (p - d)
    return {
        "nps": middle,
        "standard_error": error,
        "low": middle - 1.96 * error,
        "high": middle + 1.96 * error,
    }


score = net_promoter(second["nps"])
satisfied = (second["csat"].dropna() >= 4).mean()
weights = pd.Series(case.index_weights)
three = second[list(weights.index)].dropna().astype(float)
index = 100 * ((three - 1) / 6 * weights / weights.sum()).sum(axis=1).mean()
