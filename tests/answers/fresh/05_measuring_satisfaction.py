# Mistakes in assignment 05, written fresh from the prompts alone.
# %% 05-1-answer · detractors less promoters
score = {**dict(score), "nps": -score["nps"], "low": -score["high"], "high": -score["low"]}
# %% 05-1-answer · the first quarter in place of the second
a = case.answers.loc[case.answers["quarter"] == "first", "nps"].dropna().astype(int)
p, d = (a >= 9).mean(), (a <= 6).mean()
se = 100 * np.sqrt((p + d - (p - d) ** 2) / len(a))
score = {
    "nps": 100 * (p - d),
    "standard_error": se,
    "low": 100 * (p - d) - 1.96 * se,
    "high": 100 * (p - d) + 1.96 * se,
}
# %% 05-1-answer · both quarters together
a = case.answers["nps"].dropna().astype(int)
p, d = (a >= 9).mean(), (a <= 6).mean()
se = 100 * np.sqrt((p + d - (p - d) ** 2) / len(a))
score = {
    "nps": 100 * (p - d),
    "standard_error": se,
    "low": 100 * (p - d) - 1.96 * se,
    "high": 100 * (p - d) + 1.96 * se,
}
# %% 05-1-answer · the standard deviation of one answer, not divided by n
n = case.answers.loc[case.answers["quarter"] == "second", "nps"].notna().sum()
score = {**dict(score), "standard_error": score["standard_error"] * n**0.5}
# %% 05-1-answer · the interval of 90 per cent
score = {
    **dict(score),
    "low": score["nps"] - 1.645 * score["standard_error"],
    "high": score["nps"] + 1.645 * score["standard_error"],
}
# %% 05-1-answer · low and high swapped
score = {**dict(score), "low": score["high"], "high": score["low"]}
# %% 05-1-answer · only those who tick 5 are satisfied
satisfied = float((case.answers.loc[case.answers["quarter"] == "second", "csat"].dropna() == 5).mean())
# %% 05-1-answer · satisfied from 3 on
satisfied = float((case.answers.loc[case.answers["quarter"] == "second", "csat"].dropna() >= 3).mean())
# %% 05-1-answer · share in per cent
satisfied = 100 * satisfied
# %% 05-1-answer · the mean of csat over five
satisfied = float(case.answers.loc[case.answers["quarter"] == "second", "csat"].mean()) / 5
# %% 05-1-answer · the three items weighted alike
three = case.answers.loc[case.answers["quarter"] == "second", list(case.index_weights)].dropna().astype(float)
index = (three.mean().mean() - 1) / 6 * 100
# %% 05-1-answer · stretches from 0 to 7 in place of 1 to 7
index = (index / 100 * 6 + 1) / 7 * 100
# %% 05-1-answer · the weighted mean left on the scale from 1 to 7
index = index / 100 * 6 + 1
# %% 05-1-answer · the index of the first quarter
three = case.answers.loc[case.answers["quarter"] == "first", list(case.index_weights)].dropna().astype(float)
index = (np.average(three.mean(), weights=list(case.index_weights.values())) - 1) / 6 * 100
# %% 05-2-answer · first less second
move = {"change": -move["change"], "low": -move["high"], "high": -move["low"]}
# %% 05-2-answer · interval with the error of the second quarter alone
move = {
    **dict(move),
    "low": move["change"] - 1.96 * score["standard_error"],
    "high": move["change"] + 1.96 * score["standard_error"],
}
# %% 05-2-answer · standard errors added in place of variances
both, second = (move["high"] - move["low"]) / 2 / 1.96, score["standard_error"]
reach = 1.96 * (second + (both**2 - second**2) ** 0.5)
move = {"change": move["change"], "low": move["change"] - reach, "high": move["change"] + reach}
# %% 05-2-answer · one standard error of the change to each side
reach = (move["high"] - move["low"]) / 2 / 1.96
move = {"change": move["change"], "low": move["change"] - reach, "high": move["change"] + reach}
# %% 05-2-answer · the change in per cent of the first quarter's score
first = score["nps"] - move["change"]
move = {**dict(move), "change": 100 * move["change"] / first}
# %% 05-2-answer · 0 in the interval read as a proof of the move
real = {"yes": "no", "no": "yes"}[real]
# %% 05-3-answer · correlation with the sum of all six, the item itself included
items = case.scale.assign(**{case.turned: 8 - case.scale[case.turned]})
item_total = {name: items[name].corr(items.sum(axis=1)) for name in items}
# %% 05-3-answer · the item not turned
item_total = {name: case.scale[name].corr(case.scale.drop(columns=name).sum(axis=1)) for name in case.scale}
# %% 05-3-answer · rank correlations in place of ordinary ones
items = case.scale.assign(**{case.turned: 8 - case.scale[case.turned]})
item_total = {
    name: items[name].corr(items.drop(columns=name).sum(axis=1), method="spearman") for name in items
}
# %% 05-3-answer · squared correlations
item_total = {name: value**2 for name, value in dict(item_total).items()}
# %% 05-3-answer · drops the item worded the other way round
drop = case.turned
# %% 05-3-answer · drops the item that goes best with the others
drop = max(dict(item_total), key=lambda name: item_total[name])
# %% 05-3-answer · alpha without the factor 6/5
alpha = {**dict(alpha), "alpha": alpha["alpha"] * 5 / 6}
# %% 05-3-answer · respondents and items swapped in the interval
found = rm.survey.model.alpha_interval(alpha["alpha"], len(case.scale.columns), len(case.scale))
alpha = {**dict(alpha), "low": found.low, "high": found.high}
# %% 05-3-answer · alpha without the best item, not without the one to drop
items = case.scale.assign(**{case.turned: 8 - case.scale[case.turned]})
items = items.drop(columns=max(dict(item_total), key=lambda name: item_total[name]))
alpha = {**dict(alpha), "without": 5 / 4 * (1 - items.var().sum() / items.sum(axis=1).var())}
# %% 05-3-answer · alpha and alpha without swapped
alpha = {**dict(alpha), "alpha": alpha["without"], "without": alpha["alpha"]}
# %% 05-3-answer · alpha in per cent
alpha = {name: 100 * value for name, value in dict(alpha).items()}
# %% 05-4-answer · expectation less perception
gaps = gaps.assign(gap=gaps["expectation"] - gaps["perception"])
# %% 05-4-answer · negative items not turned
gaps.loc[["responsiveness", "empathy"], ["expectation", "perception"]] = (
    8 - gaps.loc[["responsiveness", "empathy"], ["expectation", "perception"]]
)
gaps["gap"] = gaps["perception"] - gaps["expectation"]
# %% 05-4-answer · negative items turned on the side of perceptions only
gaps.loc[["responsiveness", "empathy"], "expectation"] = (
    8 - gaps.loc[["responsiveness", "empathy"], "expectation"]
)
gaps["gap"] = gaps["perception"] - gaps["expectation"]
# %% 05-4-answer · turned with 7 less the answer
gaps.loc[["responsiveness", "empathy"], ["expectation", "perception"]] -= 1
# %% 05-4-answer · the table transposed
gaps = gaps.T
# %% 05-4-answer · sums over the items in place of means
gaps = gaps.mul(
    pd.Series({"tangibles": 4, "reliability": 5, "responsiveness": 4, "assurance": 4, "empathy": 5}), axis=0
)
# %% 05-4-answer · the last item of a dimension left out, as range() does
for name, first, last in [("tangibles", 1, 4), ("reliability", 5, 9), ("assurance", 14, 17)]:
    gaps.loc[name, "expectation"] = case.servqual[[f"e{i}" for i in range(first, last)]].mean().mean()
    gaps.loc[name, "perception"] = case.servqual[[f"p{i}" for i in range(first, last)]].mean().mean()
gaps["gap"] = gaps["perception"] - gaps["expectation"]
# %% 05-4-answer · the dimension with the smallest shortfall
worst = gaps["gap"].idxmax()
# %% 05-4-answer · the size of the gap in place of the dimension's name
worst = float(gaps["gap"].min())
# %% 05-5-answer · the transposed evaluation table
right = kano


def kano(functional, dysfunctional):
    return right(dysfunctional, functional)


# %% 05-5-answer · attractive and one-dimensional mixed up
right = kano


def kano(functional, dysfunctional):
    return {"A": "O", "O": "A"}.get(right(functional, dysfunctional), right(functional, dysfunctional))


# %% 05-5-answer · equal answers are always questionable
right = kano


def kano(functional, dysfunctional):
    return "Q" if functional == dysfunctional else right(functional, dysfunctional)


# %% 05-5-answer · living without it counts as disliking: too many must-bes
right = kano


def kano(functional, dysfunctional):
    return right(functional, "dislike" if dysfunctional == "live-with" else dysfunctional)


# %% 05-5-answer · contradictory pairs are put under indifferent
right = kano


def kano(functional, dysfunctional):
    return right(functional, dysfunctional).replace("Q", "I")


# %% 05-5-answer · the rarest class of each feature
letters = pd.Series(
    [kano(f, d) for f, d in zip(case.kano["functional"], case.kano["dysfunctional"])], index=case.kano.index
)
classes = {name: group.value_counts().idxmin() for name, group in letters.groupby(case.kano["feature"])}
# %% 05-5-answer · one class, the most frequent of all answers, for every feature
letters = pd.Series(
    [kano(f, d) for f, d in zip(case.kano["functional"], case.kano["dysfunctional"])], index=case.kano.index
)
classes = dict.fromkeys(case.kano["feature"].unique(), letters.mode()[0])
# %% 05-5-answer · the minus sign of worse left out
coefficients = {**dict(coefficients), "worse": -coefficients["worse"]}
# %% 05-5-answer · all customers in the denominator, R and Q too
rows = case.kano[case.kano["feature"] == case.feature]
letters = pd.Series([kano(f, d) for f, d in zip(rows["functional"], rows["dysfunctional"])])
coefficients = {"better": letters.isin(["A", "O"]).mean(), "worse": -letters.isin(["O", "M"]).mean()}
# %% 05-5-answer · coefficients over all four features
letters = pd.Series([kano(f, d) for f, d in zip(case.kano["functional"], case.kano["dysfunctional"])])
letters = letters[letters.isin(list("AOMI"))]
coefficients = {"better": letters.isin(["A", "O"]).mean(), "worse": -letters.isin(["O", "M"]).mean()}
# %% 05-5-answer · better and worse swapped
coefficients = {"better": coefficients["worse"], "worse": coefficients["better"]}
# %% 05-6-answer · weights from the margin of age alone
target, seen = pd.Series(case.margins["age_group"]), case.respondents["age_group"].value_counts()
raked = (
    case.respondents["age_group"]
    .map(target / target.sum() / (seen / seen.sum()))
    .astype(float)
    .to_frame("weight")
)
# %% 05-6-answer · weights that add up to 1
raked = raked / raked["weight"].sum()
# %% 05-6-answer · weights that add up to all customers
raked = raked * sum(dict(case.margins["age_group"]).values()) / len(raked)
# %% 05-6-answer · reciprocal weights: those who are many count more
raked = 1 / raked
raked = raked / raked["weight"].mean()
# %% 05-6-answer · weights sorted, the people not
raked = raked.assign(weight=np.sort(raked["weight"].to_numpy()))
# %% 05-6-answer · the plain mean of satisfaction
raked_mean = float(case.respondents["satisfaction"].mean())
# %% 05-6-answer · divides the weighted sum by the sum of squares of the weights
raked_mean = float((raked["weight"] * case.respondents["satisfaction"]).sum() / (raked["weight"] ** 2).sum())
# %% 05-6-answer · the effective number of answers in place of the design effect
effect = len(raked) / effect
# %% 05-6-answer · Kish's formula upside down
effect = 1 / effect
# %% 05-6-answer · root of the design effect
effect = effect**0.5
# %% 05-6-answer · variance of the weights without the 1
effect = effect - 1
# %% 05-6-answer · the two margins' ratios multiplied once, no rounds
for name in ("age_group", "region"):
    target, seen = pd.Series(case.margins[name]), case.respondents[name].value_counts()
    ratio = case.respondents[name].map(target / target.sum() / (seen / seen.sum())).astype(float)
    raked = ratio.to_frame("weight") if name == "age_group" else raked.mul(ratio, axis=0)
raked = raked / raked["weight"].mean()
# %% 05-7-answer · what each explains alone
shares = {name: case.explained[name] for name in ("reliability", "responsiveness", "assurance")}
# %% 05-7-answer · what each adds as the last
e, whole = case.explained, "reliability + responsiveness + assurance"
shares = {
    "reliability": e[whole] - e["responsiveness + assurance"],
    "responsiveness": e[whole] - e["reliability + assurance"],
    "assurance": e[whole] - e["reliability + responsiveness"],
}
# %% 05-7-answer · shares of one in place of parts of R²
shares = {name: value / sum(dict(shares).values()) for name, value in dict(shares).items()}
# %% 05-7-answer · one order only, as the three are named
e = case.explained
shares = {
    "reliability": e["reliability"],
    "responsiveness": e["reliability + responsiveness"] - e["reliability"],
    "assurance": e["reliability + responsiveness + assurance"] - e["reliability + responsiveness"],
}
# %% 05-7-answer · R² divided equally by three
shares = dict.fromkeys(dict(shares), case.explained["reliability + responsiveness + assurance"] / 3)
# %% 05-7-answer · sums over the six orders, not divided by six
shares = {name: 6 * value for name, value in dict(shares).items()}
# %% 05-7-answer · R² of the whole divided in proportion to the R² alone
e, names = case.explained, ["reliability", "responsiveness", "assurance"]
shares = {
    name: e[name] / sum(e[k] for k in names) * e["reliability + responsiveness + assurance"] for name in names
}
# %% 05-8-answer · agreement only where both are content
agreement = {**dict(agreement), "equal": float((case.ratings["first"] & case.ratings["second"]).mean())}
# %% 05-8-answer · number of equal visits in place of their share
agreement = {**dict(agreement), "equal": int((case.ratings["first"] == case.ratings["second"]).sum())}
# %% 05-8-answer · chance agreement taken as one half
agreement = {**dict(agreement), "kappa": (agreement["equal"] - 0.5) / 0.5}
# %% 05-8-answer · equal less chance, not divided by one less chance
p, q = case.ratings["first"].mean(), case.ratings["second"].mean()
agreement = {**dict(agreement), "kappa": agreement["equal"] - p * q - (1 - p) * (1 - q)}
# %% 05-8-answer · chance from two times content only
p, q = case.ratings["first"].mean(), case.ratings["second"].mean()
agreement = {**dict(agreement), "kappa": (agreement["equal"] - p * q) / (1 - p * q)}
# %% 05-9-answer · the whole budget for each of two methods
plan = {**plan, "questionnaire": case.budget, "telephone": case.budget}
# %% 05-9-answer · all of it for questionnaires, in one pot
plan = {
    **dict.fromkeys(["questionnaire", "telephone", "in_home_interview", "focus_group", "mystery_shopper"], 0),
    "questionnaire": case.budget,
    "combine": "pool",
}
# %% 05-9-answer · a good mix with its answers thrown into one pot
plan = {**plan, "combine": "pool"}
# %% 05-9-answer · no money for shoppers
plan = {**plan, "mystery_shopper": 0}
# %% 05-9-answer · amounts in thousands of yuan
plan = {name: value if name == "combine" else value / 1000 for name, value in plan.items()}
# %% 05-9-answer · the budget in five equal parts, weighted
plan = {
    **dict.fromkeys(
        ["questionnaire", "telephone", "in_home_interview", "focus_group", "mystery_shopper"], case.budget / 5
    ),
    "combine": "weight",
}
# %% 05-9-answer · twelve yuan for twelve visits
plan = {**plan, "mystery_shopper": 12}
# %% 05-9-answer · the way of combining left out
plan = {name: value for name, value in plan.items() if name != "combine"}
# %% 05-10-answer · telephone survey and questionnaire swapped
methods = {
    key: {"telephone survey": "questionnaire", "questionnaire": "telephone survey"}.get(word, word)
    for key, word in dict(methods).items()
}
# %% 05-10-answer · focus group and in-home interview swapped
methods = {
    key: {"focus group": "in-home interview", "in-home interview": "focus group"}.get(word, word)
    for key, word in dict(methods).items()
}
# %% 05-10-answer · one looks at home, so it is a mystery shopper, and the other way round
methods = {
    key: {"mystery shopper": "in-home interview", "in-home interview": "mystery shopper"}.get(word, word)
    for key, word in dict(methods).items()
}
# %% 05-10-answer · feedback and direct contact swapped
ways = {
    key: {"feedback": "direct contact", "direct contact": "feedback"}.get(word, word)
    for key, word in dict(ways).items()
}
# %% 05-10-answer · everything that is asked is research
ways = {key: "research" for key in dict(ways)}


# Mistakes in assignment 05, written blind from the prompts alone.
# %% 05-1-answer · shares of promoters and detractors over all customers of the quarter, those without an answer included
# check: 1
second = case.answers[case.answers["quarter"] == "second"]
n = len(second)
p = (second["nps"] >= 9).sum() / n
d = (second["nps"] <= 6).sum() / n
se = 100 * np.sqrt((p + d - (p - d) ** 2) / n)
nps = 100 * (p - d)
score = {"nps": nps, "standard_error": se, "low": nps - 1.96 * se, "high": nps + 1.96 * se}
# %% 05-1-answer · standard error as if promoters and detractors were two independent shares (covariance forgotten)
# check: 1
answers = case.answers.loc[case.answers["quarter"] == "second", "nps"].dropna().astype(float)
n = len(answers)
p, d = (answers >= 9).mean(), (answers <= 6).mean()
se = 100 * np.sqrt(p * (1 - p) / n + d * (1 - d) / n)
nps = 100 * (p - d)
score = {"nps": nps, "standard_error": se, "low": nps - 1.96 * se, "high": nps + 1.96 * se}
# %% 05-1-answer · n of the standard error counts the answers of both quarters
# check: 1
second = case.answers[case.answers["quarter"] == "second"]
answers = second["nps"].dropna().astype(float)
p, d = (answers >= 9).mean(), (answers <= 6).mean()
n = case.answers["nps"].notna().sum()
se = 100 * np.sqrt((p + d - (p - d) ** 2) / n)
nps = 100 * (p - d)
score = {"nps": nps, "standard_error": se, "low": nps - 1.96 * se, "high": nps + 1.96 * se}
# %% 05-1-answer · missing csat become NaN, compare as False and so count as not satisfied
# check: 1 satisfied
second = case.answers[case.answers["quarter"] == "second"].set_index("quarter").astype(float)
satisfied = (second["csat"] >= 4).mean()
# %% 05-1-answer · index with equal weights as in the chapter instead of case.index_weights
# check: 1 index
three = ["overall_satisfaction_1", "expectations_congruency_1", "desires_congruency_3"]
second = case.answers[case.answers["quarter"] == "second"]
full = second[three].dropna().astype(float)
index = (full.mean(axis=1).mean() - 1) / 6 * 100
# %% 05-2-answer · error of the change taken as the mean error of the two quarters (root of the mean square, not of the sum)
# check: 2
found = {}
for quarter, group in case.answers.groupby("quarter"):
    a = group["nps"].dropna().astype(float)
    p, d = (a >= 9).mean(), (a <= 6).mean()
    found[quarter] = 100 * (p - d), 100 * np.sqrt((p + d - (p - d) ** 2) / len(a))
change = found["second"][0] - found["first"][0]
se = np.sqrt((found["first"][1] ** 2 + found["second"][1] ** 2) / 2)
move = {"change": change, "low": change - 1.96 * se, "high": change + 1.96 * se}
# %% 05-2-answer · the two standard errors are added instead of their squares
# check: 2
found = {}
for quarter, group in case.answers.groupby("quarter"):
    a = group["nps"].dropna().astype(float)
    p, d = (a >= 9).mean(), (a <= 6).mean()
    found[quarter] = 100 * (p - d), 100 * np.sqrt((p + d - (p - d) ** 2) / len(a))
change = found["second"][0] - found["first"][0]
se = found["first"][1] + found["second"][1]
move = {"change": change, "low": change - 1.96 * se, "high": change + 1.96 * se}
# %% 05-2-answer · reads "0 lies inside the interval" as "the change is real"
# check: 2 real
found = {}
for quarter, group in case.answers.groupby("quarter"):
    found[quarter] = rm.survey.model.net_promoter_score(group["nps"])
change = found["second"].value - found["first"].value
se = np.sqrt(found["first"].standard_error ** 2 + found["second"].standard_error ** 2)
move = {"change": change, "low": change - 1.96 * se, "high": change + 1.96 * se}
real = "yes" if move["low"] <= 0 <= move["high"] else "no"
# %% 05-3-answer · the item is turned, but the sum of the others is built from the table as ticked
# check: 3
turned = case.scale.copy()
turned[case.turned] = 8 - turned[case.turned]
item_total = {}
for item in case.scale.columns:
    others = case.scale.drop(columns=item).sum(axis=1)
    item_total[item] = turned[item].corr(others)
# %% 05-3-answer · mean of an item's correlations with each of the five others, not the correlation with their sum
# check: 3
turned = case.scale.copy()
turned[case.turned] = 8 - turned[case.turned]
r = turned.corr()
item_total = {item: r[item].drop(item).mean() for item in r}
drop = min(item_total, key=item_total.get)
# %% 05-3-answer · drops the item without which alpha is lowest (reads the alpha-if-dropped table the wrong way)
# check: 3 drop
turned = case.scale.copy()
turned[case.turned] = 8 - turned[case.turned]


def cronbach(items):
    k = items.shape[1]
    return k / (k - 1) * (1 - items.var().sum() / items.sum(axis=1).var())


without = pd.Series({item: cronbach(turned.drop(columns=item)) for item in turned})
drop = without.idxmin()
# %% 05-3-answer · alpha of the five left is computed with k = 6
# check: 3 alpha
turned = case.scale.copy()
turned[case.turned] = 8 - turned[case.turned]
item_total = {item: turned[item].corr(turned.drop(columns=item).sum(axis=1)) for item in turned}
drop = min(item_total, key=item_total.get)
k = 6


def cronbach(items):
    return k / (k - 1) * (1 - items.var().sum() / items.sum(axis=1).var())


a = cronbach(turned)
interval = rm.survey.model.alpha_interval(a, len(turned), k)
alpha = {
    "alpha": a,
    "low": interval.low,
    "high": interval.high,
    "without": cronbach(turned.drop(columns=drop)),
}
# %% 05-4-answer · the negative items are turned with 7 - x, so levels of two dimensions are one point too low
# check: 4
turned = case.servqual.copy()
for i in [*range(10, 14), *range(18, 23)]:
    turned[f"e{i}"] = 7 - turned[f"e{i}"]
    turned[f"p{i}"] = 7 - turned[f"p{i}"]
dimensions = {
    "tangibles": range(1, 5),
    "reliability": range(5, 10),
    "responsiveness": range(10, 14),
    "assurance": range(14, 18),
    "empathy": range(18, 23),
}
gaps = pd.DataFrame(
    {
        name: {
            "expectation": turned[[f"e{i}" for i in items]].mean().mean(),
            "perception": turned[[f"p{i}" for i in items]].mean().mean(),
        }
        for name, items in dimensions.items()
    }
).T
gaps["gap"] = gaps["perception"] - gaps["expectation"]
worst = gaps["gap"].idxmin()
# %% 05-4-answer · range() stops one short: the last item of every dimension is left out
# check: 4
turned = case.servqual.copy()
for i in [10, 11, 12, 13, 18, 19, 20, 21, 22]:
    for side in "ep":
        turned[f"{side}{i}"] = 8 - turned[f"{side}{i}"]
bounds = {
    "tangibles": (1, 4),
    "reliability": (5, 9),
    "responsiveness": (10, 13),
    "assurance": (14, 17),
    "empathy": (18, 22),
}
rows = {}
for name, (first, last) in bounds.items():
    e = turned[[f"e{i}" for i in range(first, last)]].to_numpy().mean()
    p = turned[[f"p{i}" for i in range(first, last)]].to_numpy().mean()
    rows[name] = {"expectation": e, "perception": p, "gap": p - e}
gaps = pd.DataFrame(rows).T
# %% 05-4-answer · worst is the dimension with the highest gap ("the largest gap"), though gaps are negative
# check: 4 worst
turned = case.servqual.copy()
for i in [10, 11, 12, 13, 18, 19, 20, 21, 22]:
    for side in "ep":
        turned[f"{side}{i}"] = 8 - turned[f"{side}{i}"]
bounds = {
    "tangibles": (1, 4),
    "reliability": (5, 9),
    "responsiveness": (10, 13),
    "assurance": (14, 17),
    "empathy": (18, 22),
}
rows = {}
for name, (first, last) in bounds.items():
    e = turned[[f"e{i}" for i in range(first, last + 1)]].to_numpy().mean()
    p = turned[[f"p{i}" for i in range(first, last + 1)]].to_numpy().mean()
    rows[name] = {"expectation": e, "perception": p, "gap": p - e}
gaps = pd.DataFrame(rows).T
worst = gaps["gap"].idxmax()


# %% 05-5-answer · every pair of equal answers is called questionable, neutral with neutral too
# check: 5
def kano(functional, dysfunctional):
    if functional == dysfunctional:
        return "Q"
    if functional == "like":
        return "O" if dysfunctional == "dislike" else "A"
    if functional == "dislike" or dysfunctional == "like":
        return "R"
    if dysfunctional == "dislike":
        return "M"
    return "I"


# %% 05-5-answer · M only if the functional answer is the word "must-be"; neutral or live-with with dislike become I
# check: 5
def kano(functional, dysfunctional):
    if functional == "like":
        return {"like": "Q", "dislike": "O"}.get(dysfunctional, "A")
    if functional == "dislike":
        return "Q" if dysfunctional == "dislike" else "R"
    if dysfunctional == "like":
        return "R"
    if functional == "must-be" and dysfunctional == "dislike":
        return "M"
    return "I"


# %% 05-5-answer · who likes it and could live without it is put under O instead of A
# check: 5
def kano(functional, dysfunctional):
    order = ["like", "must-be", "neutral", "live-with", "dislike"]
    table = ["QAAOO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]
    return table[order.index(functional)][order.index(dysfunctional)]


# %% 05-5-answer · class of the most frequent functional and the most frequent dysfunctional answer, not the most frequent class
# check: 5 classes
def kano(functional, dysfunctional):
    order = ["like", "must-be", "neutral", "live-with", "dislike"]
    table = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]
    return table[order.index(functional)][order.index(dysfunctional)]


classes = {}
for feature, group in case.kano.groupby("feature"):
    classes[feature] = kano(group["functional"].mode()[0], group["dysfunctional"].mode()[0])


# %% 05-5-answer · the indifferent are left out of the denominator (A + O + M)
# check: 5 coefficients
def kano(functional, dysfunctional):
    order = ["like", "must-be", "neutral", "live-with", "dislike"]
    table = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]
    return table[order.index(functional)][order.index(dysfunctional)]


sorted_pairs = case.kano.assign(
    kind=[kano(f, d) for f, d in zip(case.kano["functional"], case.kano["dysfunctional"])]
)
classes = sorted_pairs.groupby("feature")["kind"].agg(lambda kinds: kinds.value_counts().idxmax()).to_dict()
counts = sorted_pairs.loc[sorted_pairs["feature"] == case.feature, "kind"].value_counts()
A, O, M = (counts.get(letter, 0) for letter in "AOM")
coefficients = {"better": (A + O) / (A + O + M), "worse": -(O + M) / (A + O + M)}
# %% 05-6-answer · a weight for each cell from the product of the two margins: meets both margins, but is not raking
# check: 6
people = case.respondents
age = pd.Series(case.margins["age_group"])
region = pd.Series(case.margins["region"])
age, region = age / age.sum(), region / region.sum()
cell = people.groupby(["age_group", "region"])["satisfaction"].transform("size") / len(people)
weight = people["age_group"].map(age) * people["region"].map(region) / cell
raked = pd.DataFrame({"weight": weight / weight.mean()}, index=people.index)
# %% 05-6-answer · the two one-margin weights are multiplied once and scaled to mean 1, never adjusted again
# check: 6
people = case.respondents
weight = pd.Series(1.0, index=people.index)
for name in ["age_group", "region"]:
    wanted = pd.Series(case.margins[name])
    ratio = (wanted / wanted.sum()) / people[name].value_counts(normalize=True)
    weight = weight * people[name].map(ratio)
raked = pd.DataFrame({"weight": weight / weight.mean()})
# %% 05-6-answer · weights each margin alone and averages the two means instead of one mean with the raked weights
# check: 6 mean
people = case.respondents
means = []
for name in ["age_group", "region"]:
    wanted = pd.Series(case.margins[name])
    by_group = people.groupby(name)["satisfaction"].mean()
    means.append((by_group * wanted / wanted.sum()).sum())
raked_mean = np.mean(means)
# %% 05-6-answer · the root of the design effect: how much longer the interval gets, not how much the variance grows
# check: 6 effect
people = case.respondents
w = np.ones(len(people))
for _ in range(200):
    for name in ["age_group", "region"]:
        wanted = pd.Series(case.margins[name]) / sum(case.margins[name].values())
        now = pd.Series(w).groupby(people[name].to_numpy()).sum() / w.sum()
        w = w * people[name].map(wanted / now).to_numpy()
w = w / w.mean()
raked = pd.DataFrame({"weight": w}, index=people.index)
raked_mean = (people["satisfaction"] * raked["weight"]).sum() / raked["weight"].sum()
effect = np.sqrt(len(w) * (w**2).sum() / w.sum() ** 2)
# %% 05-7-answer · plain mean over the four sets a dimension can join, not over the six orders (sets of one count too much)
# check: 7
r2 = case.explained
rel, res, ass = r2["reliability"], r2["responsiveness"], r2["assurance"]
rel_res, rel_ass = r2["reliability + responsiveness"], r2["reliability + assurance"]
res_ass = r2["responsiveness + assurance"]
full = r2["reliability + responsiveness + assurance"]
shares = {
    "reliability": np.mean([rel, rel_res - res, rel_ass - ass, full - res_ass]),
    "responsiveness": np.mean([res, rel_res - rel, res_ass - ass, full - rel_ass]),
    "assurance": np.mean([ass, rel_ass - rel, res_ass - res, full - rel_res]),
}
# %% 05-7-answer · only what each adds as the last one, stretched so that the three sum to R squared
# check: 7
r2 = case.explained
full = r2["reliability + responsiveness + assurance"]
last = pd.Series(
    {
        "reliability": full - r2["responsiveness + assurance"],
        "responsiveness": full - r2["reliability + assurance"],
        "assurance": full - r2["reliability + responsiveness"],
    }
)
shares = last / last.sum() * full
# %% 05-8-answer · chance agreement counts only both content, not both discontent
# check: 8
first, second = case.ratings["first"], case.ratings["second"]
equal = (first == second).mean()
chance = first.mean() * second.mean()
agreement = {"equal": equal, "kappa": (equal - chance) / (1 - chance)}
# %% 05-8-answer · "equal" is the share of visits on which both were content
# check: 8
first, second = case.ratings["first"], case.ratings["second"]
po = (first == second).mean()
pe = first.mean() * second.mean() + (1 - first.mean()) * (1 - second.mean())
agreement = {"equal": (first & second).mean(), "kappa": (po - pe) / (1 - pe)}
# %% 05-9-answer · shoppers get 12 times the price of a visit; the fixed cost is forgotten, so fewer than 12 visits are paid
# check: 9
shoppers = 12 * rm.survey.model.METHODS["mystery_shopper"].each
best = None
left = case.budget - shoppers
for q in np.arange(0.1, 0.9, 0.1):
    for t in np.arange(0.0, 0.9 - q, 0.1):
        trial = {
            "questionnaire": q * left,
            "telephone": t * left,
            "in_home_interview": (1 - q - t) * left,
            "focus_group": 0,
            "mystery_shopper": shoppers,
        }
        mix = rm.survey.model.survey_mix(case.people, trial, "follow_up")
        if mix.heard >= 0.8 and (best is None or mix.error < best):
            best, plan = mix.error, {**trial, "combine": "follow_up"}
# %% 05-9-answer · expects weights by branch and age to mend the silence: combine "weight" instead of following up
# check: 9
shoppers = 6000
left = case.budget - shoppers
plan = {
    "questionnaire": 0.3 * left,
    "telephone": 0.2 * left,
    "in_home_interview": 0.5 * left,
    "focus_group": 0,
    "mystery_shopper": shoppers,
    "combine": "weight",
}
# %% 05-10-answer · focus group and in-home interview confused (both are "deep" talks)
# check: 10
methods = {}
for key, text in case.situations.items():
    if "kitchen" in text or "at home" in text:
        methods[key] = "focus group"
    elif "moderated" in text or "Nobody knows yet" in text:
        methods[key] = "in-home interview"
    elif "staff" in text or "greeted" in text:
        methods[key] = "mystery shopper"
    elif "called" in text or "Older customers" in text:
        methods[key] = "telephone survey"
    else:
        methods[key] = "questionnaire"
# %% 05-10-answer · whatever customers say is feedback: the yearly sample (research) is called feedback too
# check: 10 ways
ways = {}
for key, text in case.learning.items():
    ways[key] = "direct contact" if "manager" in text or "talks" in text else "feedback"
