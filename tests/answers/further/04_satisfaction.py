# Mistakes in assignment 04 beyond the bank's, written from the prompts alone.
# %% 04-1-answer · sums the three items instead of taking their mean
_turned = case.surveys.assign(
    expectations_congruency_3=8 - case.surveys["expectations_congruency_3"],
    trust_3=8 - case.surveys["trust_3"],
)
scores = pd.DataFrame(
    {name: _turned[[f"{name}_{i}" for i in (1, 2, 3)]].sum(axis=1, min_count=2) for name in scores.columns}
)
# %% 04-1-answer · a score from a single answered item
_turned = case.surveys.assign(
    expectations_congruency_3=8 - case.surveys["expectations_congruency_3"],
    trust_3=8 - case.surveys["trust_3"],
)
scores = pd.DataFrame(
    {name: _turned[[f"{name}_{i}" for i in (1, 2, 3)]].mean(axis=1) for name in scores.columns}
)
# %% 04-1-answer · a score only where all three items are answered
_turned = case.surveys.assign(
    expectations_congruency_3=8 - case.surveys["expectations_congruency_3"],
    trust_3=8 - case.surveys["trust_3"],
)
scores = pd.DataFrame(
    {
        name: _turned[[f"{name}_{i}" for i in (1, 2, 3)]].astype(float).mean(axis=1, skipna=False)
        for name in scores.columns
    }
)
# %% 04-1-answer · only trust_3 turned round
scores = scores.copy()
_items = case.surveys[[f"expectations_congruency_{i}" for i in (1, 2, 3)]].astype(float)
scores["expectations_congruency"] = _items.mean(axis=1).where(_items.notna().sum(axis=1) >= 2)
# %% 04-1-answer · every third item turned round
scores = scores.copy()
for _name in scores.columns:
    _items = case.surveys[[f"{_name}_{i}" for i in (1, 2, 3)]].astype(float)
    _items[f"{_name}_3"] = 8 - _items[f"{_name}_3"]
    scores[_name] = _items.mean(axis=1).where(_items.notna().sum(axis=1) >= 2)
# %% 04-1-answer · missing answers taken for the middle of the scale
_turned = case.surveys.assign(
    expectations_congruency_3=8 - case.surveys["expectations_congruency_3"],
    trust_3=8 - case.surveys["trust_3"],
)
scores = pd.DataFrame(
    {name: _turned[[f"{name}_{i}" for i in (1, 2, 3)]].fillna(4).mean(axis=1) for name in scores.columns}
)
# %% 04-1-answer · no score becomes zero
scores = scores.fillna(0)
# %% 04-1-answer · rows with a missing score left out
scores = scores.dropna()
# %% 04-1-answer · indexed by the number of the survey
scores = scores.set_axis(case.surveys["survey_id"], axis=0)
# %% 04-1-answer · the whole construct turned round, not the item
scores = scores.copy()
for _name in ("expectations_congruency", "trust"):
    _items = case.surveys[[f"{_name}_{i}" for i in (1, 2, 3)]].astype(float)
    scores[_name] = 8 - _items.mean(axis=1).where(_items.notna().sum(axis=1) >= 2)
# %% 04-2-answer · factor k/(k-1) forgotten
alpha = {name: value * 2 / 3 for name, value in dict(alpha).items()}
# %% 04-2-answer · standard deviations in place of variances
_turned = case.surveys.assign(
    expectations_congruency_3=8 - case.surveys["expectations_congruency_3"],
    trust_3=8 - case.surveys["trust_3"],
)
for _name in list(dict(alpha)):
    _items = _turned[[f"{_name}_{i}" for i in (1, 2, 3)]].dropna().astype(float)
    alpha = {**alpha, _name: 1.5 * (1 - _items.std().sum() / _items.sum(axis=1).std())}
# %% 04-2-answer · incomplete surveys kept, a missing item counting nothing in the sum
_turned = case.surveys.assign(
    expectations_congruency_3=8 - case.surveys["expectations_congruency_3"],
    trust_3=8 - case.surveys["trust_3"],
)
alpha = {}
for _name in scores.columns:
    _items = _turned[[f"{_name}_{i}" for i in (1, 2, 3)]].astype(float)
    alpha[_name] = 1.5 * (1 - _items.var().sum() / _items.sum(axis=1).var())
# %% 04-2-answer · in per cent
alpha = {name: 100 * value for name, value in dict(alpha).items()}
# %% 04-2-answer · total variance of the mean, not of the sum
_turned = case.surveys.assign(
    expectations_congruency_3=8 - case.surveys["expectations_congruency_3"],
    trust_3=8 - case.surveys["trust_3"],
)
alpha = {}
for _name in scores.columns:
    _items = _turned[[f"{_name}_{i}" for i in (1, 2, 3)]].dropna().astype(float)
    alpha[_name] = 1.5 * (1 - _items.var().sum() / _items.mean(axis=1).var())
# %% 04-2-answer · only expectations_congruency_3 turned round
_items = case.surveys[["trust_1", "trust_2", "trust_3"]].dropna().astype(float)
alpha = {**dict(alpha), "trust": 1.5 * (1 - _items.var().sum() / _items.sum(axis=1).var())}
# %% 04-2-answer · number of all 27 items for k
alpha = {name: value / 1.5 * 27 / 26 for name, value in dict(alpha).items()}
# %% 04-3-answer · regressions without a constant
_arrows = {
    "desires_congruency": ["desires", "performance"],
    "expectations_congruency": ["expectations", "performance"],
    "attribute_satisfaction": ["desires_congruency", "expectations_congruency"],
    "information_satisfaction": ["desires_congruency", "expectations_congruency"],
    "overall_satisfaction": ["attribute_satisfaction", "information_satisfaction"],
}
paths = {}
for _effect, _causes in _arrows.items():
    _rows = scores[[*_causes, _effect]].dropna().astype(float)
    _found = np.linalg.lstsq(_rows[_causes].to_numpy(), _rows[_effect].to_numpy(), rcond=None)[0]
    paths |= {f"{cause} -> {_effect}": float(b) for cause, b in zip(_causes, _found)}
# %% 04-3-answer · keys the wrong way round
paths = {" -> ".join(reversed(key.split(" -> "))): value for key, value in dict(paths).items()}
# %% 04-3-answer · every earlier factor in the last regression
_all = ["attribute_satisfaction", "information_satisfaction"]
_all += ["desires_congruency", "expectations_congruency", "performance", "desires", "expectations"]
_rows = scores[[*_all, "overall_satisfaction"]].dropna().astype(float)
_x = np.column_stack([np.ones(len(_rows)), _rows[_all]])
_b = np.linalg.lstsq(_x, _rows["overall_satisfaction"].to_numpy(), rcond=None)[0]
paths = dict(paths)
paths["attribute_satisfaction -> overall_satisfaction"] = _b[1]
paths["information_satisfaction -> overall_satisfaction"] = _b[2]
# %% 04-3-answer · performance forgotten in the first comparison
paths = dict(paths)
_rows = scores[["desires", "desires_congruency"]].dropna().astype(float)
paths["desires -> desires_congruency"] = np.polyfit(_rows["desires"], _rows["desires_congruency"], 1)[0]
# %% 04-3-answer · coefficients of the two satisfactions mixed up
paths = dict(paths)
_a, _i = (f"{name}_satisfaction -> overall_satisfaction" for name in ("attribute", "information"))
paths[_a], paths[_i] = paths[_i], paths[_a]
# %% 04-3-answer · plain correlations
paths = {
    key: scores[key.split(" -> ")[0]].astype(float).corr(scores[key.split(" -> ")[1]].astype(float))
    for key in dict(paths)
}
# %% 04-3-answer · trust taken into the last regression
_all = ["attribute_satisfaction", "information_satisfaction", "trust"]
_rows = scores[[*_all, "overall_satisfaction"]].dropna().astype(float)
_x = np.column_stack([np.ones(len(_rows)), _rows[_all]])
_b = np.linalg.lstsq(_x, _rows["overall_satisfaction"].to_numpy(), rcond=None)[0]
paths = dict(paths)
paths["attribute_satisfaction -> overall_satisfaction"] = _b[1]
paths["information_satisfaction -> overall_satisfaction"] = _b[2]
# %% 04-3-answer · signs of desires and expectations lost
paths = {key: abs(value) for key, value in dict(paths).items()}
# %% 04-3-answer · cause and effect changed places in the regressions to overall satisfaction
_rows = scores[["attribute_satisfaction", "information_satisfaction", "overall_satisfaction"]]
_rows = _rows.dropna().astype(float)
paths = dict(paths)
for _cause in ("attribute_satisfaction", "information_satisfaction"):
    _x = np.column_stack([np.ones(len(_rows)), _rows.drop(columns=_cause)])
    _b = np.linalg.lstsq(_x, _rows[_cause].to_numpy(), rcond=None)[0]
    paths[f"{_cause} -> overall_satisfaction"] = _b[2]
# %% 04-3-answer · rounded to one decimal
paths = {key: round(float(value), 1) for key, value in dict(paths).items()}
# %% 04-4-answer · interval of 90 per cent
_middle = (interval["low"] + interval["high"]) / 2
_reach = (interval["high"] - interval["low"]) / 2 * 1.645 / 1.96
interval = {"low": _middle - _reach, "high": _middle + _reach}
# %% 04-4-answer · interval of 99 per cent
_middle = (interval["low"] + interval["high"]) / 2
_reach = (interval["high"] - interval["low"]) / 2 * 2.576 / 1.96
interval = {"low": _middle - _reach, "high": _middle + _reach}
# %% 04-4-answer · ends changed places
interval = {"low": interval["high"], "high": interval["low"]}
# %% 04-4-answer · interval of the other path
_rows = scores[["attribute_satisfaction", "information_satisfaction", "overall_satisfaction"]]
_rows = _rows.dropna().astype(float)
_x = np.column_stack([np.ones(len(_rows)), _rows.iloc[:, :2]])
_y = _rows["overall_satisfaction"].to_numpy()
_b = np.linalg.lstsq(_x, _y, rcond=None)[0]
_s2 = ((_y - _x @ _b) ** 2).sum() / (len(_y) - 3)
_se = np.sqrt(np.diag(_s2 * np.linalg.inv(_x.T @ _x)))
interval = {"low": _b[2] - 1.96 * _se[2], "high": _b[2] + 1.96 * _se[2]}
# %% 04-4-answer · only the reach, without the estimate
_reach = (interval["high"] - interval["low"]) / 2
interval = {"low": -_reach, "high": _reach}
# %% 04-4-answer · interval from a regression on attribute satisfaction alone
_rows = scores[["attribute_satisfaction", "overall_satisfaction"]].dropna().astype(float)
_x = np.column_stack([np.ones(len(_rows)), _rows.iloc[:, 0]])
_y = _rows["overall_satisfaction"].to_numpy()
_b = np.linalg.lstsq(_x, _y, rcond=None)[0]
_s2 = ((_y - _x @ _b) ** 2).sum() / (len(_y) - 2)
_se = np.sqrt(np.diag(_s2 * np.linalg.inv(_x.T @ _x)))
interval = {"low": _b[1] - 1.96 * _se[1], "high": _b[1] + 1.96 * _se[1]}
# %% 04-5-answer · adds along a route instead of multiplying
_next = [
    ("desires", "desires_congruency"), ("performance", "desires_congruency"),
    ("expectations", "expectations_congruency"), ("performance", "expectations_congruency"),
    ("desires_congruency", "attribute_satisfaction"), ("expectations_congruency", "attribute_satisfaction"),
    ("desires_congruency", "information_satisfaction"),
    ("expectations_congruency", "information_satisfaction"),
    ("attribute_satisfaction", "overall_satisfaction"), ("information_satisfaction", "overall_satisfaction"),
]  # fmt: skip


def total_effect(paths, factor):
    def routes(name):
        if name == "overall_satisfaction":
            return [0.0]
        steps = [(a, b) for a, b in _next if a == name]
        return [paths[f"{a} -> {b}"] + rest for a, b in steps for rest in routes(b)]

    return sum(routes(factor))


# %% 04-5-answer · mean over the routes, not their sum
_right_total = total_effect


def total_effect(paths, factor):
    routes = {"desires": 2, "expectations": 2, "performance": 4}.get(factor, 2)
    routes = 1 if factor in ("attribute_satisfaction", "information_satisfaction") else routes
    return _right_total(paths, factor) / routes


# %% 04-5-answer · always computes with the given paths
_right_total = total_effect


def total_effect(paths, factor):
    return _right_total(case.given_paths, factor)


# %% 04-5-answer · performance through the match with desires only
_right_total = total_effect


def total_effect(paths, factor):
    if factor == "performance":
        return paths["performance -> desires_congruency"] * _right_total(paths, "desires_congruency")
    return _right_total(paths, factor)


# %% 04-5-answer · knows no direct effect
_right_total = total_effect


def total_effect(paths, factor):
    if factor in ("attribute_satisfaction", "information_satisfaction"):
        return 0.0
    return _right_total(paths, factor)


# %% 04-5-answer · rounds to two decimals
_right_total = total_effect


def total_effect(paths, factor):
    return round(_right_total(paths, factor), 2)


# %% 04-5-answer · prints instead of returning
_right_total = total_effect


def total_effect(paths, factor):
    print(_right_total(paths, factor))


# %% 04-5-answer · size of an effect without its sign
_right_total = total_effect


def total_effect(paths, factor):
    return abs(_right_total(paths, factor))


# %% 04-5-answer · a negative effect taken for none
_right_total = total_effect


def total_effect(paths, factor):
    return max(0.0, _right_total(paths, factor))


# %% 04-6-answer · points for every yuan
gains = {name: value / 100_000 for name, value in dict(gains).items()}
# %% 04-6-answer · points for every million
gains = {name: value * 10 for name, value in dict(gains).items()}
# %% 04-6-answer · the push forgotten
gains = {name: value / case.programmes[name]["push"] for name, value in dict(gains).items()}
# %% 04-6-answer · the effect forgotten
gains = {name: each["push"] / each["cost"] * 100_000 for name, each in case.programmes.items()}
best = max(gains, key=gains.get)
# %% 04-6-answer · cost for a point instead of points for money
gains = {name: 1 / value for name, value in dict(gains).items()}
# %% 04-6-answer · the colleague's paths left aside for the own ones
# check: 6
gains = {
    name: total_effect(dict(paths), each["factor"]) * each["push"] / each["cost"] * 100_000
    for name, each in case.programmes.items()
}
# %% 04-6-answer · the factor for the programme
# check: 6 best
best = case.programmes[best]["factor"]
# %% 04-6-answer · the programme that brings least
# check: 6 best
best = min(dict(gains), key=dict(gains).get)
# %% 04-7-answer · variance that is error, not that which is reliable
# check: 7
reliable_variance = {
    name: scores[name].astype(float).var() * (1 - alpha[name]) for name in dict(reliable_variance)
}
_causes = ["attribute_satisfaction", "information_satisfaction"]
_s = scores[[*_causes, "overall_satisfaction"]].dropna().astype(float).cov()
_x = _s.loc[_causes, _causes].to_numpy(copy=True)
_x[np.diag_indices(2)] *= [1 - alpha[name] for name in _causes]
_b = np.linalg.solve(_x, _s.loc[_causes, "overall_satisfaction"])
corrected = {f"{name} -> overall_satisfaction": b for name, b in zip(_causes, _b)}
# %% 04-7-answer · standard deviations times alpha
reliable_variance = {name: scores[name].astype(float).std() * alpha[name] for name in dict(reliable_variance)}
# %% 04-7-answer · the whole matrix times alpha, covariances too
_causes = ["attribute_satisfaction", "information_satisfaction"]
_s = scores[[*_causes, "overall_satisfaction"]].dropna().astype(float).cov()
_x = _s.loc[_causes, _causes].to_numpy(copy=True) * np.array([[alpha[name]] for name in _causes])
_b = np.linalg.solve(_x, _s.loc[_causes, "overall_satisfaction"])
corrected = {f"{name} -> overall_satisfaction": b for name, b in zip(_causes, _b)}
# %% 04-7-answer · uncorrected paths handed in again
corrected = {key: value for key, value in dict(paths).items() if key.endswith("overall_satisfaction")}
# %% 04-7-answer · uncorrected variances
reliable_variance = {name: scores[name].astype(float).var() for name in dict(reliable_variance)}
# %% 04-7-answer · paths times alpha instead of divided
corrected = {key: paths[key] * alpha[key.split(" -> ")[0]] for key in dict(corrected)}
# %% 04-7-answer · keyed by the cause alone
corrected = {key.split(" -> ")[0]: value for key, value in dict(corrected).items()}
# %% 04-7-answer · alpha squared
_causes = ["attribute_satisfaction", "information_satisfaction"]
_s = scores[[*_causes, "overall_satisfaction"]].dropna().astype(float).cov()
_x = _s.loc[_causes, _causes].to_numpy(copy=True)
_x[np.diag_indices(2)] *= [alpha[name] ** 2 for name in _causes]
_b = np.linalg.solve(_x, _s.loc[_causes, "overall_satisfaction"])
reliable_variance = dict(zip(_causes, np.diag(_x)))
corrected = {f"{name} -> overall_satisfaction": b for name, b in zip(_causes, _b)}
# %% 04-8-answer · the share that has become expected
# check: 8
still_surprising = 1 - still_surprising
# %% 04-8-answer · adaptation to the power of the purchases
# check: 8
still_surprising = case.treadmill["adaptation"] ** case.treadmill["purchases"]
# %% 04-8-answer · one purchase too few
# check: 8
still_surprising = (1 - case.treadmill["adaptation"]) ** (case.treadmill["purchases"] - 1)
# %% 04-8-answer · one purchase too many
# check: 8
still_surprising = (1 - case.treadmill["adaptation"]) ** (case.treadmill["purchases"] + 1)
# %% 04-8-answer · in per cent
# check: 8
still_surprising = 100 * still_surprising
# %% 04-8-answer · rounded down
# check: 8 purchases
purchases_needed = int(np.floor(np.log(0.1) / np.log(1 - case.treadmill["adaptation"])))
# %% 04-8-answer · not rounded to whole purchases
# check: 8 purchases
purchases_needed = float(np.log(0.1) / np.log(1 - case.treadmill["adaptation"]))
# %% 04-8-answer · until a tenth has become expected
# check: 8 purchases
purchases_needed = int(np.ceil(np.log(0.9) / np.log(1 - case.treadmill["adaptation"])))
# %% 04-8-answer · in a straight line, a tenth left
# check: 8 purchases
purchases_needed = int(np.ceil(0.9 / case.treadmill["adaptation"]))
# %% 04-9-answer · not in standard deviations
_last = case.orders["ordered_on"].max()
_rows = pd.DataFrame(
    {
        "intention": case.surveys["loyalty_repurchase"].astype("Float64"),
        "satisfaction": scores["overall_satisfaction"].astype("Float64"),
        "trust": scores["trust"].astype("Float64"),
    }
)
_rows = _rows.dropna().astype(float)
_x = np.column_stack([np.ones(len(_rows)), _rows[["satisfaction", "trust"]]])
_b = np.linalg.lstsq(_x, _rows["intention"].to_numpy(), rcond=None)[0]
strengths = {**strengths, "intention ~ satisfaction": _b[1], "intention ~ trust": _b[2]}
# %% 04-9-answer · only the outcomes in standard deviations' place: one cause at a time
_rows = pd.DataFrame(
    {
        "intention": case.surveys["loyalty_repurchase"].astype("Float64"),
        "satisfaction": scores["overall_satisfaction"].astype("Float64"),
        "trust": scores["trust"].astype("Float64"),
    }
)
_c = _rows.dropna().astype(float).corr()["intention"]
strengths = {**strengths, "intention ~ satisfaction": _c["satisfaction"], "intention ~ trust": _c["trust"]}
# %% 04-9-answer · satisfaction and trust changed places
strengths = {
    "intention ~ satisfaction": strengths["intention ~ trust"],
    "intention ~ trust": strengths["intention ~ satisfaction"],
    "buying ~ satisfaction": strengths["buying ~ trust"],
    "buying ~ trust": strengths["buying ~ satisfaction"],
}
# %% 04-9-answer · saying and doing changed places
strengths = {
    "intention ~ satisfaction": strengths["buying ~ satisfaction"],
    "intention ~ trust": strengths["buying ~ trust"],
    "buying ~ satisfaction": strengths["intention ~ satisfaction"],
    "buying ~ trust": strengths["intention ~ trust"],
}
# %% 04-9-answer · intention from the item on recommending
_rows = pd.DataFrame(
    {
        "intention": case.surveys["loyalty_recommendation"].astype("Float64"),
        "satisfaction": scores["overall_satisfaction"].astype("Float64"),
        "trust": scores["trust"].astype("Float64"),
    }
)
_rows = _rows.dropna().astype(float)
_rows = (_rows - _rows.mean()) / _rows.std()
_b = np.linalg.lstsq(_rows[["satisfaction", "trust"]].to_numpy(), _rows["intention"].to_numpy(), rcond=None)[
    0
]
strengths = {**strengths, "intention ~ satisfaction": _b[0], "intention ~ trust": _b[1]}
# %% 04-9-answer · any order ever counts, also those before the answer
_bought = case.orders.groupby("customer_id").size().reindex(case.surveys["customer_id"]).to_numpy()
_rows = pd.DataFrame(
    {
        "bought": (_bought > 1).astype(float),
        "satisfaction": scores["overall_satisfaction"].astype("Float64").to_numpy(),
        "trust": scores["trust"].astype("Float64").to_numpy(),
    }
)
_over = case.surveys["answered_on"] + pd.Timedelta(days=183) <= case.orders["ordered_on"].max()
_rows = _rows[_over.to_numpy()].dropna().astype(float)
_rows = (_rows - _rows.mean()) / _rows.std()
_b = np.linalg.lstsq(_rows[["satisfaction", "trust"]].to_numpy(), _rows["bought"].to_numpy(), rcond=None)[0]
strengths = {**strengths, "buying ~ satisfaction": _b[0], "buying ~ trust": _b[1]}
# %% 04-9-answer · a month in place of half a year
_pairs = case.surveys[["customer_id", "answered_on"]].reset_index().merge(case.orders, on="customer_id")
_days = (_pairs["ordered_on"] - _pairs["answered_on"]).dt.days
_yes = set(_pairs.loc[_days.between(1, 30), "index"])
_over = case.surveys["answered_on"] + pd.Timedelta(days=183) <= case.orders["ordered_on"].max()
_rows = pd.DataFrame(
    {
        "bought": case.surveys.index.isin(_yes).astype(float),
        "satisfaction": scores["overall_satisfaction"].astype("Float64").to_numpy(),
        "trust": scores["trust"].astype("Float64").to_numpy(),
    }
)
_rows = _rows[_over.to_numpy()].dropna().astype(float)
_rows = (_rows - _rows.mean()) / _rows.std()
_b = np.linalg.lstsq(_rows[["satisfaction", "trust"]].to_numpy(), _rows["bought"].to_numpy(), rcond=None)[0]
strengths = {**strengths, "buying ~ satisfaction": _b[0], "buying ~ trust": _b[1]}
# %% 04-9-answer · an order at any later time counts
_pairs = case.surveys[["customer_id", "answered_on"]].reset_index().merge(case.orders, on="customer_id")
_yes = set(_pairs.loc[_pairs["ordered_on"] > _pairs["answered_on"], "index"])
_over = case.surveys["answered_on"] + pd.Timedelta(days=183) <= case.orders["ordered_on"].max()
_rows = pd.DataFrame(
    {
        "bought": case.surveys.index.isin(_yes).astype(float),
        "satisfaction": scores["overall_satisfaction"].astype("Float64").to_numpy(),
        "trust": scores["trust"].astype("Float64").to_numpy(),
    }
)
_rows = _rows[_over.to_numpy()].dropna().astype(float)
_rows = (_rows - _rows.mean()) / _rows.std()
_b = np.linalg.lstsq(_rows[["satisfaction", "trust"]].to_numpy(), _rows["bought"].to_numpy(), rcond=None)[0]
strengths = {**strengths, "buying ~ satisfaction": _b[0], "buying ~ trust": _b[1]}
# %% 04-9-answer · the causes in standard deviations, the outcome not
_pairs = case.surveys[["customer_id", "answered_on"]].reset_index().merge(case.orders, on="customer_id")
_days = (_pairs["ordered_on"] - _pairs["answered_on"]).dt.days
_bought = pd.Series(case.surveys.index.isin(_pairs.loc[_days.between(1, 183), "index"]).astype(float))
_over = case.surveys["answered_on"] + pd.Timedelta(days=183) <= case.orders["ordered_on"].max()
_says = case.surveys["loyalty_repurchase"].astype("Float64")
strengths = {
    "intention ~ satisfaction": strengths["intention ~ satisfaction"] * float(_says.std()),
    "intention ~ trust": strengths["intention ~ trust"] * float(_says.std()),
    "buying ~ satisfaction": strengths["buying ~ satisfaction"] * _bought[_over.to_numpy()].std(),
    "buying ~ trust": strengths["buying ~ trust"] * _bought[_over.to_numpy()].std(),
}
# %% 04-10-answer · calm after a failure taken for satisfaction
# check: 10
states = {key: "satisfaction" if word == "trust" else word for key, word in states.items()}
# %% 04-10-answer · delight not told from satisfaction
# check: 10
states = {key: "satisfaction" if word == "delight" else word for key, word in states.items()}
# %% 04-10-answer · coming back taken for trust
# check: 10
states = {key: "trust" if word == "loyalty" else word for key, word in states.items()}
# %% 04-10-answer · satisfaction and loyalty changed places
# check: 10
_other = {"satisfaction": "loyalty", "loyalty": "satisfaction"}
states = {key: _other.get(word, word) for key, word in states.items()}
# %% 04-10-answer · every claim can be tested
# check: 10 testable
testable = dict.fromkeys(testable, "yes")
# %% 04-10-answer · no claim can be tested by one firm
# check: 10 testable
testable = dict.fromkeys(testable, "no")
# %% 04-10-answer · yes and no changed places
# check: 10 testable
testable = {key: {"yes": "no", "no": "yes"}[word] for key, word in testable.items()}
# %% 04-10-answer · one claim that could be tested given up
# check: 10 testable
testable = {**testable, next(key for key, word in testable.items() if word == "yes"): "no"}
# %% 04-10-answer · a claim about markets thought testable
# check: 10 testable
testable = {**testable, next(key for key, word in testable.items() if word == "no"): "yes"}
