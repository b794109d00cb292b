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
