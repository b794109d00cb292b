# Mistakes in assignment 04, written fresh from the prompts alone.
# %% 04-1-answer · the sum of the three items in place of their mean
scores = scores * 3
# %% 04-1-answer · median of the items in place of the mean
turned = case.surveys.assign(
    expectations_congruency_3=8 - case.surveys["expectations_congruency_3"],
    trust_3=8 - case.surveys["trust_3"],
)
for name in scores.columns:
    scores[name] = turned[[f"{name}_{i}" for i in (1, 2, 3)]].astype(float).median(axis=1)
# %% 04-1-answer · turns all three items of the two constructs
scores = scores.assign(
    trust=8 - scores["trust"], expectations_congruency=8 - scores["expectations_congruency"]
)
# %% 04-1-answer · forgets to turn trust_3, turns the other
three = case.surveys[["trust_1", "trust_2", "trust_3"]].astype(float)
scores = scores.assign(trust=three.mean(axis=1).where(three.notna().sum(axis=1) >= 2))
# %% 04-1-answer · turns the third item of desires_congruency too
three = case.surveys[[f"desires_congruency_{i}" for i in (1, 2, 3)]].astype(float)
three["desires_congruency_3"] = 8 - three["desires_congruency_3"]
scores = scores.assign(desires_congruency=three.mean(axis=1).where(three.notna().sum(axis=1) >= 2))
# %% 04-1-answer · missing answers filled with the middle of the scale
turned = case.surveys.assign(
    expectations_congruency_3=8 - case.surveys["expectations_congruency_3"],
    trust_3=8 - case.surveys["trust_3"],
)
for name in scores.columns:
    scores[name] = turned[[f"{name}_{i}" for i in (1, 2, 3)]].astype(float).fillna(4).mean(axis=1)
# %% 04-1-answer · scores rounded to whole scale points
scores = scores.astype(float).round(0)
# %% 04-1-answer · surveys with any missing answer thrown out
items = case.surveys[[f"{name}_{i}" for name in scores.columns for i in (1, 2, 3)]]
scores = scores[items.notna().all(axis=1)]
# %% 04-1-answer · standardised scores
scores = (scores - scores.mean()) / scores.std()
# %% 04-2-answer · standard deviations in place of variances
for name in list(dict(alpha)):
    three = case.surveys[[f"{name}_{i}" for i in (1, 2, 3)]].dropna().astype(float)
    three[f"{name}_3"] = (
        8 - three[f"{name}_3"] if name in ("trust", "expectations_congruency") else three[f"{name}_3"]
    )
    alpha[name] = 1.5 * (1 - three.std().sum() / three.sum(axis=1).std())
# %% 04-2-answer · without the factor k/(k − 1)
alpha = {name: value * 2 / 3 for name, value in dict(alpha).items()}
# %% 04-2-answer · takes k as the nine constructs, not the three items
alpha = {name: value * (2 / 3) * (9 / 8) for name, value in dict(alpha).items()}
# %% 04-2-answer · the share of error: one minus alpha
alpha = {name: 1 - value for name, value in dict(alpha).items()}
# %% 04-2-answer · square root of alpha, as if it were the correlation
alpha = {name: value**0.5 for name, value in dict(alpha).items()}
# %% 04-2-answer · mean correlation of the items taken for alpha
alpha = {name: value / (3 - 2 * value) for name, value in dict(alpha).items()}
# %% 04-2-answer · missing answers counted as 0
for name in list(dict(alpha)):
    three = case.surveys[[f"{name}_{i}" for i in (1, 2, 3)]].astype(float)
    three[f"{name}_3"] = (
        8 - three[f"{name}_3"] if name in ("trust", "expectations_congruency") else three[f"{name}_3"]
    )
    three = three.fillna(0)
    alpha[name] = 1.5 * (1 - three.var().sum() / three.sum(axis=1).var())
# %% 04-3-answer · standardised coefficients
s = scores.astype(float).std()
paths = {key: value * s[key.split(" -> ")[0]] / s[key.split(" -> ")[1]] for key, value in dict(paths).items()}
# %% 04-3-answer · one regression for each arrow, on a single cause
c = scores.astype(float).cov()
paths = {
    key: c.loc[key.split(" -> ")[0], key.split(" -> ")[1]] / c.loc[key.split(" -> ")[0], key.split(" -> ")[0]]
    for key in dict(paths)
}
# %% 04-3-answer · correlations in place of coefficients
r = scores.astype(float).corr()
paths = {key: r.loc[key.split(" -> ")[0], key.split(" -> ")[1]] for key in dict(paths)}
# %% 04-3-answer · regressions without an intercept
causes = {
    e: [k.split(" -> ")[0] for k in dict(paths) if k.endswith(f"-> {e}")]
    for e in {k.split(" -> ")[1] for k in dict(paths)}
}
for effect, names in causes.items():
    rows = scores[[*names, effect]].dropna().astype(float)
    for name, value in zip(
        names, np.linalg.lstsq(rows[names].to_numpy(), rows[effect].to_numpy(), rcond=None)[0]
    ):
        paths[f"{name} -> {effect}"] = value
# %% 04-3-answer · the two paths to overall satisfaction swapped
a, b = "attribute_satisfaction -> overall_satisfaction", "information_satisfaction -> overall_satisfaction"
paths = {**dict(paths), a: paths[b], b: paths[a]}
# %% 04-3-answer · drops the signs of the paths from desires and expectations
paths = {key: abs(value) for key, value in dict(paths).items()}
# %% 04-3-answer · performance put into the last regression too
names = ["attribute_satisfaction", "information_satisfaction", "performance"]
rows = scores[[*names, "overall_satisfaction"]].dropna().astype(float)
b = np.linalg.solve(rows[names].cov(), rows[names].apply(lambda x: x.cov(rows["overall_satisfaction"])))
paths = {
    **dict(paths),
    f"{names[0]} -> overall_satisfaction": b[0],
    f"{names[1]} -> overall_satisfaction": b[1],
}
# %% 04-3-answer · the first item of each construct in place of its score, in the last regression
rows = (
    case.surveys[["attribute_satisfaction_1", "information_satisfaction_1", "overall_satisfaction_1"]]
    .dropna()
    .astype(float)
    .cov()
    .to_numpy()
)
b = np.linalg.solve(rows[:2, :2], rows[:2, 2])
paths = {
    **dict(paths),
    "attribute_satisfaction -> overall_satisfaction": b[0],
    "information_satisfaction -> overall_satisfaction": b[1],
}
# %% 04-3-answer · keys written from effect to cause
paths = {" -> ".join(key.split(" -> ")[::-1]): value for key, value in dict(paths).items()}
# %% 04-4-answer · one standard error to each side
middle, se = (interval["low"] + interval["high"]) / 2, (interval["high"] - interval["low"]) / 3.92
interval = {"low": middle - se, "high": middle + se}
# %% 04-4-answer · interval of 99 per cent
middle, se = (interval["low"] + interval["high"]) / 2, (interval["high"] - interval["low"]) / 3.92
interval = {"low": middle - 2.576 * se, "high": middle + 2.576 * se}
# %% 04-4-answer · low and high swapped
interval = {"low": interval["high"], "high": interval["low"]}
# %% 04-4-answer · interval of the path from information satisfaction
import statsmodels.formula.api as smf

fit = smf.ols(
    "overall_satisfaction ~ attribute_satisfaction + information_satisfaction", scores.astype(float)
).fit()
interval = dict(zip(["low", "high"], fit.conf_int().loc["information_satisfaction"]))
# %% 04-4-answer · interval of a regression on attribute satisfaction alone
import statsmodels.formula.api as smf

fit = smf.ols("overall_satisfaction ~ attribute_satisfaction", scores.astype(float)).fit()
interval = dict(zip(["low", "high"], fit.conf_int().loc["attribute_satisfaction"]))
# %% 04-4-answer · the reach to each side in place of the ends
reach = (interval["high"] - interval["low"]) / 2
interval = {"low": -reach, "high": reach}


# %% 04-5-answer · the direct path only
def total_effect(paths, factor):
    return paths.get(f"{factor} -> overall_satisfaction", 0.0)


# %% 04-5-answer · adds the paths along a route in place of multiplying them
def total_effect(paths, factor):
    if factor == "overall_satisfaction":
        return 0.0
    return sum(
        v + total_effect(paths, k.split(" -> ")[1]) for k, v in paths.items() if k.split(" -> ")[0] == factor
    )


# %% 04-5-answer · computes with the colleague's paths, whatever is handed over
def total_effect(paths, factor):
    if factor == "overall_satisfaction":
        return 1.0
    return sum(
        v * total_effect(paths, k.split(" -> ")[1])
        for k, v in case.given_paths.items()
        if k.split(" -> ")[0] == factor
    )


# %% 04-5-answer · follows the first route only
def total_effect(paths, factor):
    if factor == "overall_satisfaction":
        return 1.0
    return next(
        v * total_effect(paths, k.split(" -> ")[1]) for k, v in paths.items() if k.split(" -> ")[0] == factor
    )


# %% 04-5-answer · mean over the routes in place of their sum
def total_effect(paths, factor):
    if factor == "overall_satisfaction":
        return 1.0
    return float(
        np.mean(
            [
                v * total_effect(paths, k.split(" -> ")[1])
                for k, v in paths.items()
                if k.split(" -> ")[0] == factor
            ]
        )
    )


# %% 04-5-answer · forgets the last step to overall satisfaction
def total_effect(paths, factor):
    if factor in ("attribute_satisfaction", "information_satisfaction", "overall_satisfaction"):
        return 1.0
    return sum(
        v * total_effect(paths, k.split(" -> ")[1]) for k, v in paths.items() if k.split(" -> ")[0] == factor
    )


# %% 04-5-answer · every path taken as positive
def total_effect(paths, factor):
    if factor == "overall_satisfaction":
        return 1.0
    return sum(
        abs(v) * total_effect(paths, k.split(" -> ")[1])
        for k, v in paths.items()
        if k.split(" -> ")[0] == factor
    )


# %% 04-5-answer · rounds the effect to two decimals
exact = total_effect


def total_effect(paths, factor):
    return round(exact(paths, factor), 2)


# %% 04-6-answer · points for each million yuan
gains = {name: value * 10 for name, value in dict(gains).items()}
# %% 04-6-answer · the cost left out: points of the whole programme
gains = {name: value * case.programmes[name]["cost"] / 100_000 for name, value in dict(gains).items()}
# %% 04-6-answer · the push left out: one full scale point for the money
gains = {name: value / case.programmes[name]["push"] for name, value in dict(gains).items()}
# %% 04-6-answer · yuan for each point in place of points for the yuan
gains = {name: 100_000 / value for name, value in dict(gains).items()}
# %% 04-6-answer · the push itself per 100,000 yuan, no path at all
gains = {name: row["push"] / row["cost"] * 100_000 for name, row in case.programmes.items()}
# %% 04-6-answer · the programme that brings least
best = min(dict(gains), key=lambda name: gains[name])
# %% 04-6-answer · the factor pushed in place of the programme's name
best = case.programmes[best]["factor"]
# %% 04-7-answer · divides the variances by alpha
reliable_variance = {name: value / alpha[name] ** 2 for name, value in dict(reliable_variance).items()}
# %% 04-7-answer · the variance of the error: times one minus alpha
reliable_variance = {
    name: value / alpha[name] * (1 - alpha[name]) for name, value in dict(reliable_variance).items()
}
# %% 04-7-answer · standard deviation multiplied by alpha
reliable_variance = {name: float(scores[name].std()) * alpha[name] for name in dict(reliable_variance)}
# %% 04-7-answer · the observed variances, not multiplied
reliable_variance = {name: float(scores[name].var()) for name in dict(reliable_variance)}
# %% 04-7-answer · each path divided by its own alpha, the other cause forgotten
corrected = {key: paths[key] / alpha[key.split(" -> ")[0]] for key in dict(corrected)}
# %% 04-7-answer · paths multiplied by alpha: pulled further towards zero
corrected = {key: paths[key] * alpha[key.split(" -> ")[0]] for key in dict(corrected)}
# %% 04-7-answer · the covariance between the causes multiplied too
names = ["attribute_satisfaction", "information_satisfaction"]
c = scores[[*names, "overall_satisfaction"]].astype(float).cov()
a = np.sqrt([alpha[name] for name in names])
b = np.linalg.solve(
    c.loc[names, names].to_numpy() * np.outer(a, a), c.loc[names, "overall_satisfaction"].to_numpy()
)
corrected = {f"{name} -> overall_satisfaction": value for name, value in zip(names, b)}
# %% 04-7-answer · the two corrected paths swapped
corrected = dict(zip(dict(corrected), list(dict(corrected).values())[::-1]))
# %% 04-8-answer · what has become expected, not what is left
still_surprising = 1 - still_surprising
# %% 04-8-answer · adaptation to the power of the purchases
still_surprising = case.treadmill["adaptation"] ** case.treadmill["purchases"]
# %% 04-8-answer · one purchase too few
still_surprising = (1 - case.treadmill["adaptation"]) ** (case.treadmill["purchases"] - 1)
# %% 04-8-answer · in per cent
still_surprising = 100 * still_surprising
# %% 04-8-answer · the same step at each purchase: one less k times the adaptation
still_surprising = 1 - case.treadmill["purchases"] * case.treadmill["adaptation"]
# %% 04-8-answer · rounded down: more than a tenth is left
purchases_needed = purchases_needed - 1
# %% 04-8-answer · the number not made whole
purchases_needed = float(np.log(0.1) / np.log(1 - case.treadmill["adaptation"]))
# %% 04-8-answer · counts the purchase after the last one too
purchases_needed = purchases_needed + 1
# %% 04-8-answer · until a hundredth is left
purchases_needed = int(np.ceil(np.log(0.01) / np.log(1 - case.treadmill["adaptation"])))
# %% 04-9-answer · satisfaction and trust swapped
strengths = {
    key: strengths[key.replace("trust", "x").replace("satisfaction", "trust").replace("x", "satisfaction")]
    for key in dict(strengths)
}
# %% 04-9-answer · intention and buying swapped
strengths = {
    key: strengths[key.replace("intention", "x").replace("buying", "intention").replace("x", "buying")]
    for key in dict(strengths)
}
# %% 04-9-answer · intention not standardised: scale points per scale point
rows = (
    scores[["overall_satisfaction", "trust"]]
    .assign(y=case.surveys["loyalty_repurchase"])
    .dropna()
    .astype(float)
)
b = np.linalg.solve(rows.cov().iloc[:2, :2], rows.cov().iloc[:2, 2])
strengths = {**dict(strengths), "intention ~ satisfaction": b[0], "intention ~ trust": b[1]}
# %% 04-9-answer · simple correlations, each cause alone
rows = (
    scores[["overall_satisfaction", "trust"]]
    .assign(y=case.surveys["loyalty_repurchase"])
    .dropna()
    .astype(float)
)
strengths = {
    **dict(strengths),
    "intention ~ satisfaction": rows.corr().iloc[0, 2],
    "intention ~ trust": rows.corr().iloc[1, 2],
}
# %% 04-9-answer · intention read from the item of recommendation
rows = (
    scores[["overall_satisfaction", "trust"]]
    .assign(y=case.surveys["loyalty_recommendation"])
    .dropna()
    .astype(float)
)
b = np.linalg.solve(rows.corr().iloc[:2, :2], rows.corr().iloc[:2, 2])
strengths = {**dict(strengths), "intention ~ satisfaction": b[0], "intention ~ trust": b[1]}
# %% 04-9-answer · answers whose half-year is not over counted as not buying
o = case.orders.merge(case.surveys[["survey_id", "customer_id", "answered_on"]], on="customer_id")
bought = case.surveys["survey_id"].isin(
    o["survey_id"][(o["ordered_on"] - o["answered_on"]).dt.days.between(1, 183)]
)
rows = scores[["overall_satisfaction", "trust"]].assign(y=bought.astype(float)).dropna().astype(float)
b = np.linalg.solve(rows.corr().iloc[:2, :2], rows.corr().iloc[:2, 2])
strengths = {**dict(strengths), "buying ~ satisfaction": b[0], "buying ~ trust": b[1]}
# %% 04-9-answer · orders of the half-year before the answer
o = case.orders.merge(case.surveys[["survey_id", "customer_id", "answered_on"]], on="customer_id")
number = o[(o["answered_on"] - o["ordered_on"]).dt.days.between(0, 182)].groupby("survey_id").size()
rows = (
    scores[["overall_satisfaction", "trust"]]
    .assign(y=case.surveys["survey_id"].map(number).fillna(0))
    .dropna()
    .astype(float)
)
b = np.linalg.solve(rows.corr().iloc[:2, :2], rows.corr().iloc[:2, 2])
strengths = {**dict(strengths), "buying ~ satisfaction": b[0], "buying ~ trust": b[1]}
# %% 04-9-answer · buying not standardised: chance per scale point
o = case.orders.merge(case.surveys[["survey_id", "customer_id", "answered_on"]], on="customer_id")
bought = (
    case.surveys["survey_id"]
    .isin(o["survey_id"][(o["ordered_on"] - o["answered_on"]).dt.days.between(1, 183)])
    .astype(float)
)
over = case.surveys["answered_on"] + pd.Timedelta(days=183) <= case.orders["ordered_on"].max()
rows = scores[["overall_satisfaction", "trust"]].assign(y=bought.where(over)).dropna().astype(float)
b = np.linalg.solve(rows.cov().iloc[:2, :2], rows.cov().iloc[:2, 2])
strengths = {**dict(strengths), "buying ~ satisfaction": b[0], "buying ~ trust": b[1]}
# %% 04-9-answer · a window of a month in place of 183 days
o = case.orders.merge(case.surveys[["survey_id", "customer_id", "answered_on"]], on="customer_id")
bought = (
    case.surveys["survey_id"]
    .isin(o["survey_id"][(o["ordered_on"] - o["answered_on"]).dt.days.between(1, 31)])
    .astype(float)
)
over = case.surveys["answered_on"] + pd.Timedelta(days=183) <= case.orders["ordered_on"].max()
rows = scores[["overall_satisfaction", "trust"]].assign(y=bought.where(over)).dropna().astype(float)
b = np.linalg.solve(rows.corr().iloc[:2, :2], rows.corr().iloc[:2, 2])
strengths = {**dict(strengths), "buying ~ satisfaction": b[0], "buying ~ trust": b[1]}
# %% 04-10-answer · trust taken for loyalty
states = {key: word.replace("trust", "loyalty") for key, word in dict(states).items()}
# %% 04-10-answer · delight taken for satisfaction
states = {key: word.replace("delight", "satisfaction") for key, word in dict(states).items()}
# %% 04-10-answer · loyalty and trust mixed up, both ways
states = {key: {"trust": "loyalty", "loyalty": "trust"}.get(word, word) for key, word in dict(states).items()}
# %% 04-10-answer · a happy customer is a delighted customer
states = {key: word.replace("satisfaction", "delight") for key, word in dict(states).items()}
# %% 04-10-answer · every claim about customers held testable
testable = {key: "yes" for key in dict(testable)}
# %% 04-10-answer · says which claims cannot be tested
testable = {key: {"yes": "no", "no": "yes"}[word] for key, word in dict(testable).items()}
# %% 04-10-answer · no survey can refute a claim of the literature
testable = {key: "no" for key in dict(testable)}


# Mistakes in assignment 04, written blind from the prompts alone.
# %% 04-1-answer · turns only trust_3 round, overlooks expectations_congruency_3
# check: 1
constructs = [
    "desires",
    "performance",
    "expectations",
    "desires_congruency",
    "expectations_congruency",
    "attribute_satisfaction",
    "information_satisfaction",
    "overall_satisfaction",
    "trust",
]
turned = case.surveys.copy()
turned["trust_3"] = 8 - turned["trust_3"]
scores = pd.DataFrame(index=turned.index)
for name in constructs:
    items = turned[[f"{name}_{i}" for i in (1, 2, 3)]].astype("Float64").astype(float)
    scores[name] = items.mean(axis=1).where(items.notna().sum(axis=1) >= 2)
# %% 04-1-answer · turns the whole construct round instead of its third item
# check: 1
constructs = [
    "desires",
    "performance",
    "expectations",
    "desires_congruency",
    "expectations_congruency",
    "attribute_satisfaction",
    "information_satisfaction",
    "overall_satisfaction",
    "trust",
]
scores = pd.DataFrame(index=case.surveys.index)
for name in constructs:
    items = case.surveys[[f"{name}_1", f"{name}_2", f"{name}_3"]].astype("Float64").astype(float)
    scores[name] = items.mean(axis=1).where(items.notna().sum(axis=1) >= 2)
for name in ["expectations_congruency", "trust"]:
    scores[name] = 8 - scores[name]
# %% 04-1-answer · always divides the sum by three, also where only two items were answered
# check: 1
constructs = [
    "desires",
    "performance",
    "expectations",
    "desires_congruency",
    "expectations_congruency",
    "attribute_satisfaction",
    "information_satisfaction",
    "overall_satisfaction",
    "trust",
]
turned = case.surveys.copy()
for item in ["expectations_congruency_3", "trust_3"]:
    turned[item] = 8 - turned[item]
scores = pd.DataFrame(index=turned.index)
for name in constructs:
    items = turned[[f"{name}_{i}" for i in (1, 2, 3)]].astype("Float64").astype(float)
    scores[name] = (items.sum(axis=1) / 3).where(items.count(axis=1) >= 2)
# %% 04-1-answer · fills missing answers with the item's mean before the score is taken
# check: 1
constructs = [
    "desires",
    "performance",
    "expectations",
    "desires_congruency",
    "expectations_congruency",
    "attribute_satisfaction",
    "information_satisfaction",
    "overall_satisfaction",
    "trust",
]
turned = case.surveys.copy()
for item in ["expectations_congruency_3", "trust_3"]:
    turned[item] = 8 - turned[item]
scores = pd.DataFrame(index=turned.index)
for name in constructs:
    items = turned[[f"{name}_{i}" for i in (1, 2, 3)]].astype("Float64").astype(float)
    items = items.fillna(items.mean())
    scores[name] = items.mean(axis=1)
# %% 04-2-answer · standard deviations in place of variances
# check: 2
turned = case.surveys.copy()
turned["expectations_congruency_3"] = 8 - turned["expectations_congruency_3"]
turned["trust_3"] = 8 - turned["trust_3"]
alpha = {}
for name in scores.columns:
    items = turned[[f"{name}_{i}" for i in (1, 2, 3)]].dropna().astype(float)
    alpha[name] = 3 / 2 * (1 - items.std().sum() / items.sum(axis=1).std())
# %% 04-2-answer · k is the number of constructs, nine, instead of the number of items
# check: 2
turned = case.surveys.copy()
turned["expectations_congruency_3"] = 8 - turned["expectations_congruency_3"]
turned["trust_3"] = 8 - turned["trust_3"]
k = len(scores.columns)
alpha = {}
for name in scores.columns:
    items = turned[[f"{name}_{i}" for i in (1, 2, 3)]].dropna().astype(float)
    alpha[name] = k / (k - 1) * (1 - items.var().sum() / items.sum(axis=1).var())
# %% 04-2-answer · missing answers set to 0 instead of leaving the survey out
# check: 2
turned = case.surveys.copy()
turned["expectations_congruency_3"] = 8 - turned["expectations_congruency_3"]
turned["trust_3"] = 8 - turned["trust_3"]
alpha = {}
for name in scores.columns:
    items = turned[[f"{name}_{i}" for i in (1, 2, 3)]].fillna(0).astype(float)
    alpha[name] = 3 / 2 * (1 - items.var().sum() / items.sum(axis=1).var())
# %% 04-3-answer · regressions without an intercept
# check: 3
arrows = {
    "desires_congruency": ["desires", "performance"],
    "expectations_congruency": ["expectations", "performance"],
    "attribute_satisfaction": ["desires_congruency", "expectations_congruency"],
    "information_satisfaction": ["desires_congruency", "expectations_congruency"],
    "overall_satisfaction": ["attribute_satisfaction", "information_satisfaction"],
}
paths = {}
for effect, causes in arrows.items():
    rows = scores[[effect, *causes]].dropna().astype(float)
    b = np.linalg.lstsq(rows[causes].to_numpy(), rows[effect].to_numpy(), rcond=None)[0]
    for cause, value in zip(causes, b):
        paths[f"{cause} -> {effect}"] = value
# %% 04-3-answer · one simple regression for each arrow, the other cause not held
# check: 3
arrows = [
    ("desires", "desires_congruency"),
    ("performance", "desires_congruency"),
    ("expectations", "expectations_congruency"),
    ("performance", "expectations_congruency"),
    ("desires_congruency", "attribute_satisfaction"),
    ("expectations_congruency", "attribute_satisfaction"),
    ("desires_congruency", "information_satisfaction"),
    ("expectations_congruency", "information_satisfaction"),
    ("attribute_satisfaction", "overall_satisfaction"),
    ("information_satisfaction", "overall_satisfaction"),
]
paths = {}
for cause, effect in arrows:
    rows = scores[[cause, effect]].dropna().astype(float)
    paths[f"{cause} -> {effect}"] = np.polyfit(rows[cause], rows[effect], 1)[0]
# %% 04-3-answer · overall satisfaction regressed on both comparisons too, so the last two paths are wrong
# check: 3
arrows = {
    "desires_congruency": ["desires", "performance"],
    "expectations_congruency": ["expectations", "performance"],
    "attribute_satisfaction": ["desires_congruency", "expectations_congruency"],
    "information_satisfaction": ["desires_congruency", "expectations_congruency"],
    "overall_satisfaction": [
        "attribute_satisfaction",
        "information_satisfaction",
        "desires_congruency",
        "expectations_congruency",
    ],
}
paths = {}
for effect, causes in arrows.items():
    rows = scores[[effect, *causes]].dropna().astype(float)
    X = np.column_stack([np.ones(len(rows)), rows[causes]])
    b = np.linalg.lstsq(X, rows[effect].to_numpy(), rcond=None)[0]
    for cause, value in zip(causes[:2], b[1:3]):
        paths[f"{cause} -> {effect}"] = value
# %% 04-4-answer · interval from a regression on attribute satisfaction alone
# check: 4
rows = scores[["attribute_satisfaction", "overall_satisfaction"]].dropna().astype(float)
X = np.column_stack([np.ones(len(rows)), rows["attribute_satisfaction"]])
y = rows["overall_satisfaction"].to_numpy()
b = np.linalg.lstsq(X, y, rcond=None)[0]
rest = y - X @ b
se = np.sqrt(rest @ rest / (len(rows) - 2) * np.linalg.inv(X.T @ X)[1, 1])
interval = {"low": b[1] - 1.96 * se, "high": b[1] + 1.96 * se}
# %% 04-4-answer · divides the standard error of the coefficient by the root of n once more
# check: 4
causes = ["attribute_satisfaction", "information_satisfaction"]
rows = scores[[*causes, "overall_satisfaction"]].dropna().astype(float)
X = np.column_stack([np.ones(len(rows)), rows[causes]])
y = rows["overall_satisfaction"].to_numpy()
b = np.linalg.lstsq(X, y, rcond=None)[0]
rest = y - X @ b
se = np.sqrt(rest @ rest / (len(rows) - 3) * np.linalg.inv(X.T @ X)[1, 1])
half = 1.96 * se / np.sqrt(len(rows))
interval = {"low": b[1] - half, "high": b[1] + half}


# %% 04-5-answer · performance: only the two routes that do not cross
# check: 5
def total_effect(paths, factor):
    a = paths["attribute_satisfaction -> overall_satisfaction"]
    i = paths["information_satisfaction -> overall_satisfaction"]
    dc = (
        paths["desires_congruency -> attribute_satisfaction"] * a
        + paths["desires_congruency -> information_satisfaction"] * i
    )
    ec = (
        paths["expectations_congruency -> attribute_satisfaction"] * a
        + paths["expectations_congruency -> information_satisfaction"] * i
    )
    if factor == "attribute_satisfaction":
        return a
    if factor == "information_satisfaction":
        return i
    if factor == "desires_congruency":
        return dc
    if factor == "expectations_congruency":
        return ec
    if factor == "desires":
        return paths["desires -> desires_congruency"] * dc
    if factor == "expectations":
        return paths["expectations -> expectations_congruency"] * ec
    return (
        paths["performance -> desires_congruency"] * paths["desires_congruency -> attribute_satisfaction"] * a
        + paths["performance -> expectations_congruency"]
        * paths["expectations_congruency -> information_satisfaction"]
        * i
    )


# %% 04-5-answer · the first step from the argument, the steps after it from case.given_paths
# check: 5
def total_effect(paths, factor):
    total = 0
    for name, value in paths.items():
        cause, effect = name.split(" -> ")
        if cause == factor:
            if effect == "overall_satisfaction":
                total += value
            else:
                total += value * total_effect(case.given_paths, effect)
    return total


# %% 04-5-answer · leaves out routes over a negative path
# check: 5
def total_effect(paths, factor):
    if factor == "overall_satisfaction":
        return 1.0
    total = 0.0
    for name, value in paths.items():
        cause, effect = name.split(" -> ")
        if cause == factor and value > 0:
            total += value * total_effect(paths, effect)
    return total


# %% 04-6-answer · own estimated paths in place of the colleague's
# check: 6
gains = {}
for name, programme in case.programmes.items():
    gain = total_effect(paths, programme["factor"]) * programme["push"]
    gains[name] = gain / programme["cost"] * 100_000
best = max(gains, key=gains.get)
# %% 04-6-answer · forgets the push: effect of a whole point for each 100,000 yuan
# check: 6
gains = {
    name: total_effect(case.given_paths, p["factor"]) / (p["cost"] / 100_000)
    for name, p in case.programmes.items()
}
best = max(gains, key=gains.get)
# %% 04-6-answer · best from the cost of a point, but takes the largest
# check: 6 best
gains, price = {}, {}
for name, p in case.programmes.items():
    points = total_effect(case.given_paths, p["factor"]) * p["push"]
    gains[name] = points / p["cost"] * 100_000
    price[name] = p["cost"] / points  # yuan for a point
best = max(price, key=price.get)
# %% 04-7-answer · variance that is error, (1 - alpha), in place of the reliable one
# check: 7 variance
causes = ["attribute_satisfaction", "information_satisfaction"]
rows = scores[[*causes, "overall_satisfaction"]].dropna().astype(float)
reliable_variance = {name: (1 - alpha[name]) * rows[name].var() for name in causes}
S = rows.cov()
Sxx = S.loc[causes, causes].to_numpy(copy=True)
for i, name in enumerate(causes):
    Sxx[i, i] *= alpha[name]
b = np.linalg.solve(Sxx, S.loc[causes, "overall_satisfaction"].to_numpy())
corrected = {f"{name} -> overall_satisfaction": b[i] for i, name in enumerate(causes)}
# %% 04-7-answer · divides each regression path by the alpha of its cause, as if it were the only cause
# check: 7
causes = ["attribute_satisfaction", "information_satisfaction"]
rows = scores[[*causes, "overall_satisfaction"]].dropna().astype(float)
reliable_variance = {name: alpha[name] * rows[name].var() for name in causes}
corrected = {}
for name in causes:
    key = f"{name} -> overall_satisfaction"
    corrected[key] = paths[key] / alpha[name]
# %% 04-7-answer · multiplies the covariance between the causes by alpha as well
# check: 7
causes = ["attribute_satisfaction", "information_satisfaction"]
rows = scores[[*causes, "overall_satisfaction"]].dropna().astype(float)
reliable_variance = {name: alpha[name] * rows[name].var() for name in causes}
S = rows.cov()
root = np.sqrt(np.array([alpha[name] for name in causes]))
Sxx = S.loc[causes, causes].to_numpy() * np.outer(root, root)
b = np.linalg.solve(Sxx, S.loc[causes, "overall_satisfaction"].to_numpy())
corrected = dict(zip([f"{name} -> overall_satisfaction" for name in causes], b))
# %% 04-8-answer · the same share of the first gap at each purchase (linear, not compounding)
# check: 8
a = case.treadmill["adaptation"]
k = case.treadmill["purchases"]
still_surprising = max(0, 1 - a * k)
purchases_needed = int(np.ceil(np.log(0.1) / np.log(1 - a)))
# %% 04-8-answer · off by one purchase: the first is thought to close nothing yet
# check: 8
a = case.treadmill["adaptation"]
k = case.treadmill["purchases"]
still_surprising = (1 - a) ** (k - 1)
purchases_needed = int(np.ceil(np.log(0.1) / np.log(1 - a)))
# %% 04-8-answer · until a tenth has gone, instead of until a tenth is left
# check: 8 purchases
a = case.treadmill["adaptation"]
still_surprising = (1 - a) ** case.treadmill["purchases"]
purchases_needed = 0
while 1 - (1 - a) ** purchases_needed < 0.1:
    purchases_needed += 1
# %% 04-9-answer · number of orders in the 183 days in place of 1 or 0
# check: 9
s = case.surveys
pairs = s[["survey_id", "customer_id", "answered_on"]].merge(
    case.orders[["customer_id", "ordered_on"]], on="customer_id"
)
days = (pairs["ordered_on"] - pairs["answered_on"]).dt.days
number = pairs[days.between(1, 183)].groupby("survey_id").size()
data = pd.DataFrame(
    {
        "satisfaction": scores["overall_satisfaction"].astype(float),
        "trust": scores["trust"].astype(float),
        "intention": s["loyalty_repurchase"].astype("Float64").astype(float),
        "buying": s["survey_id"].map(number).fillna(0).astype(float),
    }
)
over = s["answered_on"] + pd.Timedelta(days=183) <= case.orders["ordered_on"].max()
data["buying"] = data["buying"].where(over)
strengths = {}
for outcome in ["intention", "buying"]:
    rows = data[[outcome, "satisfaction", "trust"]].dropna()
    z = (rows - rows.mean()) / rows.std()
    b = np.linalg.lstsq(z[["satisfaction", "trust"]].to_numpy(), z[outcome].to_numpy(), rcond=None)[0]
    strengths[f"{outcome} ~ satisfaction"], strengths[f"{outcome} ~ trust"] = b
# %% 04-9-answer · each cause alone (correlations) instead of both in one regression
# check: 9
s = case.surveys
pairs = s[["survey_id", "customer_id", "answered_on"]].merge(
    case.orders[["customer_id", "ordered_on"]], on="customer_id"
)
after = pairs["ordered_on"] - pairs["answered_on"]
hit = pairs.loc[(after > pd.Timedelta(0)) & (after <= pd.Timedelta(days=183)), "survey_id"]
over = s["answered_on"] + pd.Timedelta(days=183) <= case.orders["ordered_on"].max()
data = pd.DataFrame(
    {
        "satisfaction": scores["overall_satisfaction"].astype(float),
        "trust": scores["trust"].astype(float),
        "intention": s["loyalty_repurchase"].astype("Float64").astype(float),
        "buying": s["survey_id"].isin(hit).astype(float).where(over),
    }
)
strengths = {
    f"{outcome} ~ {cause}": data[outcome].corr(data[cause])
    for outcome in ["intention", "buying"]
    for cause in ["satisfaction", "trust"]
}
# %% 04-9-answer · only the causes in standard deviations, the outcomes left in their own units
# check: 9
s = case.surveys
pairs = s[["survey_id", "customer_id", "answered_on"]].merge(
    case.orders[["customer_id", "ordered_on"]], on="customer_id"
)
after = pairs["ordered_on"] - pairs["answered_on"]
hit = pairs.loc[(after > pd.Timedelta(0)) & (after <= pd.Timedelta(days=183)), "survey_id"]
over = s["answered_on"] + pd.Timedelta(days=183) <= case.orders["ordered_on"].max()
data = pd.DataFrame(
    {
        "satisfaction": scores["overall_satisfaction"].astype(float),
        "trust": scores["trust"].astype(float),
        "intention": s["loyalty_repurchase"].astype("Float64").astype(float),
        "buying": s["survey_id"].isin(hit).astype(float).where(over),
    }
)
strengths = {}
for outcome in ["intention", "buying"]:
    rows = data[[outcome, "satisfaction", "trust"]].dropna()
    causes = rows[["satisfaction", "trust"]]
    z = (causes - causes.mean()) / causes.std()
    X = np.column_stack([np.ones(len(z)), z])
    b = np.linalg.lstsq(X, rows[outcome].to_numpy(), rcond=None)[0]
    strengths[f"{outcome} ~ satisfaction"] = b[1]
    strengths[f"{outcome} ~ trust"] = b[2]
# %% 04-10-answer · trust and loyalty confused with each other
# check: 10
read_as = {
    "good purchase this time": "satisfaction",
    "fan was as quiet": "satisfaction",
    "what the box says": "satisfaction",
    "six out of seven": "satisfaction",
    "laughed out loud": "delight",
    "unpacking was a party": "delight",
    "how we live": "delight",
    "expected a voucher": "delight",
    "old cooker": "delight",
    "choose the model": "loyalty",
    "One poor week": "loyalty",
    "went wrong": "loyalty",
    "fourth appliance": "trust",
    "other shop's coupon": "trust",
    "eight years": "trust",
    "two neighbours": "trust",
}
states = {
    key: next((word for part, word in read_as.items() if part in text), "trust")
    for key, text in case.statements.items()
}
no = ["delights no one", "dominate its market", "Basically satisfied", "aim at satisfaction"]
testable = {k: "no" if any(part in text for part in no) else "yes" for k, text in case.claims.items()}
# %% 04-10-answer · delight taken for satisfaction: both are pleasure about a purchase
# check: 10
read_as = {
    "choose the model": "trust",
    "One poor week": "trust",
    "went wrong": "trust",
    "fourth appliance": "loyalty",
    "other shop's coupon": "loyalty",
    "eight years": "loyalty",
    "two neighbours": "loyalty",
    "good purchase this time": "satisfaction",
    "fan was as quiet": "satisfaction",
    "what the box says": "satisfaction",
    "six out of seven": "satisfaction",
    "laughed out loud": "satisfaction",
    "unpacking was a party": "satisfaction",
    "how we live": "satisfaction",
    "expected a voucher": "satisfaction",
    "old cooker": "satisfaction",
}
states = {
    key: next((word for part, word in read_as.items() if part in text), "trust")
    for key, text in case.statements.items()
}
no = ["delights no one", "dominate its market", "Basically satisfied", "aim at satisfaction"]
testable = {k: "no" if any(part in text for part in no) else "yes" for k, text in case.claims.items()}
# %% 04-10-answer · takes "testable" for "true": claims without exception, which the data refute, get a no
# check: 10 testable
read_as = {
    "good purchase this time": "satisfaction",
    "fan was as quiet": "satisfaction",
    "what the box says": "satisfaction",
    "six out of seven": "satisfaction",
    "laughed out loud": "delight",
    "unpacking was a party": "delight",
    "how we live": "delight",
    "expected a voucher": "delight",
    "old cooker": "delight",
    "choose the model": "trust",
    "One poor week": "trust",
    "went wrong": "trust",
    "fourth appliance": "loyalty",
    "other shop's coupon": "loyalty",
    "eight years": "loyalty",
    "two neighbours": "loyalty",
}
states = {
    key: next((word for part, word in read_as.items() if part in text), "trust")
    for key, text in case.statements.items()
}
yes = ["gap between performance and expectation", "also trust the firm more"]
testable = {k: "yes" if any(part in text for part in yes) else "no" for k, text in case.claims.items()}
