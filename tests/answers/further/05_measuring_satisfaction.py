# Mistakes in assignment 05 beyond the bank's, written from the prompts alone.
# %% 05-1-answer · the first quarter
# check: 1
_a = case.answers.loc[case.answers["quarter"] == "first", "nps"].dropna().astype(float)
_p, _d = (_a >= 9).mean(), (_a <= 6).mean()
_se = 100 * np.sqrt((_p + _d - (_p - _d) ** 2) / len(_a))
_s = 100 * (_p - _d)
score = {"nps": _s, "standard_error": _se, "low": _s - 1.96 * _se, "high": _s + 1.96 * _se}
# %% 05-1-answer · both quarters together
# check: 1
_a = case.answers["nps"].dropna().astype(float)
_p, _d = (_a >= 9).mean(), (_a <= 6).mean()
_se = 100 * np.sqrt((_p + _d - (_p - _d) ** 2) / len(_a))
_s = 100 * (_p - _d)
score = {"nps": _s, "standard_error": _se, "low": _s - 1.96 * _se, "high": _s + 1.96 * _se}
# %% 05-1-answer · as a share, not in points
# check: 1
score = {key: value / 100 for key, value in dict(score).items()}
# %% 05-1-answer · detractors up to 5 only
# check: 1
_a = case.answers.loc[case.answers["quarter"] == "second", "nps"].dropna().astype(float)
_p, _d = (_a >= 9).mean(), (_a <= 5).mean()
_se = 100 * np.sqrt((_p + _d - (_p - _d) ** 2) / len(_a))
_s = 100 * (_p - _d)
score = {"nps": _s, "standard_error": _se, "low": _s - 1.96 * _se, "high": _s + 1.96 * _se}
# %% 05-1-answer · promoters are the tens only
# check: 1
_a = case.answers.loc[case.answers["quarter"] == "second", "nps"].dropna().astype(float)
_p, _d = (_a == 10).mean(), (_a <= 6).mean()
_se = 100 * np.sqrt((_p + _d - (_p - _d) ** 2) / len(_a))
_s = 100 * (_p - _d)
score = {"nps": _s, "standard_error": _se, "low": _s - 1.96 * _se, "high": _s + 1.96 * _se}
# %% 05-1-answer · the two shares taken for independent in the standard error
# check: 1
_a = case.answers.loc[case.answers["quarter"] == "second", "nps"].dropna().astype(float)
_p, _d = (_a >= 9).mean(), (_a <= 6).mean()
_se = 100 * np.sqrt((_p * (1 - _p) + _d * (1 - _d)) / len(_a))
_s = 100 * (_p - _d)
score = {"nps": _s, "standard_error": _se, "low": _s - 1.96 * _se, "high": _s + 1.96 * _se}
# %% 05-1-answer · the standard deviation for the standard error
# check: 1
_n = case.answers.loc[case.answers["quarter"] == "second", "nps"].notna().sum()
_se = score["standard_error"] * np.sqrt(_n)
score = {**dict(score), "standard_error": _se}
score |= {"low": score["nps"] - 1.96 * _se, "high": score["nps"] + 1.96 * _se}
# %% 05-1-answer · square of the score not taken off in the standard error
# check: 1
_a = case.answers.loc[case.answers["quarter"] == "second", "nps"].dropna().astype(float)
_p, _d = (_a >= 9).mean(), (_a <= 6).mean()
_se = 100 * np.sqrt((_p + _d) / len(_a))
_s = 100 * (_p - _d)
score = {"nps": _s, "standard_error": _se, "low": _s - 1.96 * _se, "high": _s + 1.96 * _se}
# %% 05-1-answer · interval of 90 per cent
# check: 1
_reach = 1.645 * score["standard_error"]
score = {**dict(score), "low": score["nps"] - _reach, "high": score["nps"] + _reach}
# %% 05-1-answer · low and high changed places
# check: 1
score = {**dict(score), "low": score["high"], "high": score["low"]}
# %% 05-1-answer · a square root too few: the variance
# check: 1
score = {**dict(score), "standard_error": score["standard_error"] ** 2 / 100}
# %% 05-1-answer · satisfied are the fives only
# check: 1 satisfied
satisfied = (case.answers.loc[case.answers["quarter"] == "second", "csat"].dropna() == 5).mean()
# %% 05-1-answer · satisfied from 3 on
# check: 1 satisfied
satisfied = (case.answers.loc[case.answers["quarter"] == "second", "csat"].dropna() >= 3).mean()
# %% 05-1-answer · satisfied in per cent
# check: 1 satisfied
satisfied = 100 * satisfied
# %% 05-1-answer · mean of the ticks, not the share
# check: 1 satisfied
satisfied = case.answers.loc[case.answers["quarter"] == "second", "csat"].astype(float).mean()
# %% 05-1-answer · satisfied of both quarters
# check: 1 satisfied
satisfied = (case.answers["csat"].dropna() >= 4).mean()
# %% 05-1-answer · index with equal weights
# check: 1 index
_items = case.answers.loc[case.answers["quarter"] == "second", list(case.index_weights)].dropna()
index = (_items.astype(float).mean().mean() - 1) / 6 * 100
# %% 05-1-answer · index divided by seven
# check: 1 index
_items = case.answers.loc[case.answers["quarter"] == "second", list(case.index_weights)].dropna()
index = np.average(_items.astype(float).mean(), weights=list(case.index_weights.values())) / 7 * 100
# %% 05-1-answer · index not stretched
# check: 1 index
index = index / 100 * 6 + 1
# %% 05-1-answer · index not divided by the sum of the weights
# check: 1 index
index = index * sum(case.index_weights.values())
# %% 05-1-answer · index over both quarters
# check: 1 index
_items = case.answers[list(case.index_weights)].dropna()
_mean = np.average(_items.astype(float).mean(), weights=list(case.index_weights.values()))
index = (_mean - 1) / 6 * 100
# %% 05-2-answer · first less second
# check: 2
move = {"change": -move["change"], "low": -move["high"], "high": -move["low"]}
# %% 05-2-answer · variances subtracted
# check: 2
_se = []
for _q in ("first", "second"):
    _a = case.answers.loc[case.answers["quarter"] == _q, "nps"].dropna().astype(float)
    _p, _d = (_a >= 9).mean(), (_a <= 6).mean()
    _se.append(100 * np.sqrt((_p + _d - (_p - _d) ** 2) / len(_a)))
_reach = 1.96 * np.sqrt(abs(_se[0] ** 2 - _se[1] ** 2))
move = {**dict(move), "low": move["change"] - _reach, "high": move["change"] + _reach}
# %% 05-2-answer · only the second quarter's error
# check: 2
_reach = 1.96 * score["standard_error"]
move = {**dict(move), "low": move["change"] - _reach, "high": move["change"] + _reach}
# %% 05-2-answer · mean of the two errors
# check: 2
_se = []
for _q in ("first", "second"):
    _a = case.answers.loc[case.answers["quarter"] == _q, "nps"].dropna().astype(float)
    _p, _d = (_a >= 9).mean(), (_a <= 6).mean()
    _se.append(100 * np.sqrt((_p + _d - (_p - _d) ** 2) / len(_a)))
_reach = 1.96 * np.mean(_se)
move = {**dict(move), "low": move["change"] - _reach, "high": move["change"] + _reach}
# %% 05-2-answer · one standard error to each side
# check: 2
_reach = (move["high"] - move["low"]) / 2 / 1.96
move = {**dict(move), "low": move["change"] - _reach, "high": move["change"] + _reach}
# %% 05-2-answer · interval of the level, not of the change
# check: 2
move = {"change": move["change"], "low": score["low"], "high": score["high"]}
# %% 05-2-answer · change in per cent of the first quarter
# check: 2
_first = score["nps"] - move["change"]
move = {key: 100 * value / _first for key, value in dict(move).items()}
# %% 05-2-answer · yes and no changed places: 0 in the interval taken for real
# check: 2 real
real = "yes" if move["low"] <= 0 <= move["high"] else "no"
# %% 05-2-answer · a truth value for the word
# check: 2 real
real = bool(not move["low"] <= 0 <= move["high"])
# %% 05-3-answer · another item turned round than the one named
# check: 3
_other = next(name for name in case.scale if name != case.turned)
_scale = case.scale.assign(**{_other: 8 - case.scale[_other]})
item_total = {c: _scale[c].corr(_scale.drop(columns=c).sum(axis=1)) for c in _scale}
# %% 05-3-answer · named item left out of the sum, not turned
# check: 3
item_total = {
    c: (8 - case.scale[c] if c == case.turned else case.scale[c]).corr(
        case.scale.drop(columns=list({c, case.turned})).sum(axis=1)
    )
    for c in case.scale
}
# %% 05-3-answer · rank correlation
# check: 3
_scale = case.scale.assign(**{case.turned: 8 - case.scale[case.turned]})
item_total = {c: _scale[c].corr(_scale.drop(columns=c).sum(axis=1), method="spearman") for c in _scale}
# %% 05-3-answer · mean correlation with the others
# check: 3
_scale = case.scale.assign(**{case.turned: 8 - case.scale[case.turned]})
item_total = {c: _scale.corr()[c].drop(c).mean() for c in _scale}
# %% 05-3-answer · covariances for correlations
# check: 3
_scale = case.scale.assign(**{case.turned: 8 - case.scale[case.turned]})
item_total = {c: _scale[c].cov(_scale.drop(columns=c).sum(axis=1)) for c in _scale}
# %% 05-3-answer · correlation squared
# check: 3
item_total = {key: value**2 for key, value in dict(item_total).items()}
# %% 05-3-answer · alpha when the item is left out
# check: 3
_scale = case.scale.assign(**{case.turned: 8 - case.scale[case.turned]})
item_total = {}
for _c in _scale:
    _five = _scale.drop(columns=_c)
    item_total[_c] = 5 / 4 * (1 - _five.var().sum() / _five.sum(axis=1).var())
# %% 05-3-answer · drops the item that goes best with the others
# check: 3 drop
drop = max(dict(item_total), key=dict(item_total).get)
# %% 05-3-answer · drops the turned item
# check: 3 drop
drop = case.turned
# %% 05-3-answer · number of the item for its name
# check: 3 drop
drop = int(drop[-1])
# %% 05-3-answer · alpha of the five handed in as alpha of the six
# check: 3 alpha
alpha = {**dict(alpha), "alpha": alpha["without"]}
# %% 05-3-answer · without the turned item
# check: 3 alpha
_five = case.scale.drop(columns=case.turned)
alpha = {**dict(alpha), "without": 5 / 4 * (1 - _five.var().sum() / _five.sum(axis=1).var())}
# %% 05-3-answer · alpha from the mean correlation
# check: 3 alpha
_scale = case.scale.assign(**{case.turned: 8 - case.scale[case.turned]})
_r = (_scale.corr().to_numpy().sum() - 6) / 30
alpha = {**dict(alpha), "alpha": 6 * _r / (1 + 5 * _r)}
# %% 05-3-answer · factor k/(k-1) forgotten
# check: 3 alpha
alpha = {**dict(alpha), "alpha": alpha["alpha"] * 5 / 6, "without": alpha["without"] * 4 / 5}
# %% 05-3-answer · six items in the factor for the five
# check: 3 alpha
alpha = {**dict(alpha), "without": alpha["without"] / (5 / 4) * (6 / 5)}
# %% 05-3-answer · interval of alpha without the item
# check: 3 alpha
_found = rm.survey.model.alpha_interval(alpha["without"], len(case.scale), 5)
alpha = {**dict(alpha), "low": _found.low, "high": _found.high}
# %% 05-3-answer · respondents and items changed places in the interval
# check: 3 alpha
_found = rm.survey.model.alpha_interval(alpha["alpha"], 6, 180)
alpha = {**dict(alpha), "low": _found.low, "high": _found.high}
# %% 05-3-answer · normal interval as of a share
# check: 3 alpha
_reach = 1.96 * np.sqrt(alpha["alpha"] * (1 - alpha["alpha"]) / len(case.scale))
alpha = {**dict(alpha), "low": alpha["alpha"] - _reach, "high": alpha["alpha"] + _reach}
# %% 05-3-answer · low and high changed places
# check: 3 alpha
alpha = {**dict(alpha), "low": alpha["high"], "high": alpha["low"]}
# %% 05-4-answer · only the perceptions turned round
# check: 4
_d = {"tangibles": (1, 4), "reliability": (5, 9), "responsiveness": (10, 13)}
_d |= {"assurance": (14, 17), "empathy": (18, 22)}
gaps = pd.DataFrame(index=list(_d), columns=["expectation", "perception"], dtype=float)
for _name, (_from, _to) in _d.items():
    _e = case.servqual[[f"e{i}" for i in range(_from, _to + 1)]].to_numpy().mean()
    _p = case.servqual[[f"p{i}" for i in range(_from, _to + 1)]].to_numpy().mean()
    gaps.loc[_name] = [_e, 8 - _p if _name in ("responsiveness", "empathy") else _p]
gaps["gap"] = gaps["perception"] - gaps["expectation"]
# %% 05-4-answer · only responsiveness turned round
# check: 4
gaps = gaps.copy()
gaps.loc["empathy", ["expectation", "perception"]] = 8 - gaps.loc["empathy", ["expectation", "perception"]]
gaps["gap"] = gaps["perception"] - gaps["expectation"]
# %% 05-4-answer · everything turned round
# check: 4
gaps = gaps.copy()
_plain = ["tangibles", "reliability", "assurance"]
gaps.loc[_plain, ["expectation", "perception"]] = 8 - gaps.loc[_plain, ["expectation", "perception"]]
gaps["gap"] = gaps["perception"] - gaps["expectation"]
# %% 05-4-answer · turned with seven less the answer
# check: 4
gaps = gaps.copy()
gaps.loc[["responsiveness", "empathy"], ["expectation", "perception"]] -= 1
# %% 05-4-answer · last item of each dimension forgotten by range
# check: 4
_d = {"tangibles": (1, 4), "reliability": (5, 9), "responsiveness": (10, 13)}
_d |= {"assurance": (14, 17), "empathy": (18, 22)}
gaps = pd.DataFrame(index=list(_d), columns=["expectation", "perception"], dtype=float)
for _name, (_from, _to) in _d.items():
    _e = case.servqual[[f"e{i}" for i in range(_from, _to)]].to_numpy().mean()
    _p = case.servqual[[f"p{i}" for i in range(_from, _to)]].to_numpy().mean()
    _turn = _name in ("responsiveness", "empathy")
    gaps.loc[_name] = [8 - _e, 8 - _p] if _turn else [_e, _p]
gaps["gap"] = gaps["perception"] - gaps["expectation"]
# %% 05-4-answer · sums over the items
# check: 4
gaps = gaps.mul(pd.Series({"tangibles": 4, "reliability": 5, "responsiveness": 4, "assurance": 4, "empathy": 5}), axis=0)  # fmt: skip
# %% 05-4-answer · expectation and perception changed places
# check: 4
gaps = gaps.assign(expectation=gaps["perception"], perception=gaps["expectation"])
# %% 05-4-answer · gap without its sign
# check: 4
gaps = gaps.assign(gap=gaps["gap"].abs())
# %% 05-4-answer · no gap in the table
# check: 4
gaps = gaps[["expectation", "perception"]]
# %% 05-4-answer · dimensions as a column, numbered rows
# check: 4
gaps = gaps.rename_axis("dimension").reset_index()
# %% 05-4-answer · the smallest gap
# check: 4 worst
worst = (gaps["perception"] - gaps["expectation"]).idxmax()
# %% 05-4-answer · worst is what was perceived lowest
# check: 4 worst
worst = gaps["perception"].idxmin()
# %% 05-4-answer · worst is where most is expected
# check: 4 worst
worst = gaps["expectation"].idxmax() if gaps["expectation"].idxmax() != worst else gaps["gap"].idxmax()
# %% 05-5-answer · the two answers changed places
# check: 5
_right_kano = kano


def kano(functional, dysfunctional):
    return _right_kano(dysfunctional, functional)


# %% 05-5-answer · like both ways taken for the more the better
# check: 5
_right_kano = kano


def kano(functional, dysfunctional):
    if functional == dysfunctional == "like":
        return "O"
    return _right_kano(functional, dysfunctional)


# %% 05-5-answer · no questionable answers known
# check: 5
_right_kano = kano


def kano(functional, dysfunctional):
    found = _right_kano(functional, dysfunctional)
    return "I" if found == "Q" else found


# %% 05-5-answer · attractive only against neutral
# check: 5
_right_kano = kano


def kano(functional, dysfunctional):
    found = _right_kano(functional, dysfunctional)
    return "O" if found == "A" and dysfunctional != "neutral" else found


# %% 05-5-answer · must-be only where it must be
# check: 5
_right_kano = kano


def kano(functional, dysfunctional):
    found = _right_kano(functional, dysfunctional)
    return "I" if found == "M" and functional != "must-be" else found


# %% 05-5-answer · reverse forgotten
# check: 5
_right_kano = kano


def kano(functional, dysfunctional):
    found = _right_kano(functional, dysfunctional)
    return "I" if found == "R" else found


# %% 05-5-answer · words for the letters
# check: 5
_right_kano = kano


def kano(functional, dysfunctional):
    words = {"M": "must-be", "O": "one-dimensional", "A": "attractive", "I": "indifferent"}
    words |= {"R": "reverse", "Q": "questionable"}
    return words[_right_kano(functional, dysfunctional)]


# %% 05-5-answer · rarest class
# check: 5 classes
_k = case.kano.assign(
    letter=[kano(f, d) for f, d in zip(case.kano["functional"], case.kano["dysfunctional"])]
)
classes = {name: group["letter"].value_counts().idxmin() for name, group in _k.groupby("feature")}
# %% 05-5-answer · classes read from the transposed table
# check: 5 classes
_k = case.kano.assign(
    letter=[kano(d, f) for f, d in zip(case.kano["functional"], case.kano["dysfunctional"])]
)
classes = {name: group["letter"].value_counts().idxmax() for name, group in _k.groupby("feature")}
# %% 05-5-answer · one class for all features
# check: 5 classes
_k = pd.Series([kano(f, d) for f, d in zip(case.kano["functional"], case.kano["dysfunctional"])])
classes = dict.fromkeys(case.kano["feature"].unique(), _k.value_counts().idxmax())
# %% 05-5-answer · counts instead of letters
# check: 5 classes
_k = case.kano.assign(
    letter=[kano(f, d) for f, d in zip(case.kano["functional"], case.kano["dysfunctional"])]
)
classes = {name: group["letter"].value_counts().max() for name, group in _k.groupby("feature")}
# %% 05-5-answer · divided by all 120, reverse and questionable too
# check: 5 coefficients
_k = case.kano[case.kano["feature"] == case.feature]
_n = pd.Series([kano(f, d) for f, d in zip(_k["functional"], _k["dysfunctional"])]).value_counts()
_n = {letter: int(_n.get(letter, 0)) for letter in "MOAIRQ"}
coefficients = {"better": (_n["A"] + _n["O"]) / len(_k), "worse": -(_n["O"] + _n["M"]) / len(_k)}
# %% 05-5-answer · worse without its minus
# check: 5 coefficients
coefficients = {"better": coefficients["better"], "worse": -coefficients["worse"]}
# %% 05-5-answer · better and worse changed places
# check: 5 coefficients
coefficients = {"better": coefficients["worse"], "worse": coefficients["better"]}
# %% 05-5-answer · one-dimensional counted on one side only
# check: 5 coefficients
_k = case.kano[case.kano["feature"] == case.feature]
_n = pd.Series([kano(f, d) for f, d in zip(_k["functional"], _k["dysfunctional"])]).value_counts()
_n = {letter: int(_n.get(letter, 0)) for letter in "MOAIRQ"}
_all = sum(_n[letter] for letter in "AOMI")
coefficients = {"better": (_n["A"] + _n["O"]) / _all, "worse": -_n["M"] / _all}
# %% 05-5-answer · all features together
# check: 5 coefficients
_n = pd.Series(
    [kano(f, d) for f, d in zip(case.kano["functional"], case.kano["dysfunctional"])]
).value_counts()
_n = {letter: int(_n.get(letter, 0)) for letter in "MOAIRQ"}
_all = sum(_n[letter] for letter in "AOMI")
coefficients = {"better": (_n["A"] + _n["O"]) / _all, "worse": -(_n["O"] + _n["M"]) / _all}
# %% 05-5-answer · in per cent
# check: 5 coefficients
coefficients = {key: 100 * value for key, value in dict(coefficients).items()}
# %% 05-6-answer · weights that sum to one
# check: 6
raked = raked / raked["weight"].sum()
# %% 05-6-answer · only the age groups
_r = case.respondents
_w = _r["age_group"].map(case.margins["age_group"]) / _r["age_group"].map(_r["age_group"].value_counts())
raked = pd.DataFrame({"weight": _w / _w.mean()})
raked_mean = np.average(_r["satisfaction"], weights=raked["weight"])
effect = len(_r) * (raked["weight"] ** 2).sum() / raked["weight"].sum() ** 2
# %% 05-6-answer · only the regions
_r = case.respondents
_w = _r["region"].map(case.margins["region"]) / _r["region"].map(_r["region"].value_counts())
raked = pd.DataFrame({"weight": _w / _w.mean()})
raked_mean = np.average(_r["satisfaction"], weights=raked["weight"])
effect = len(_r) * (raked["weight"] ** 2).sum() / raked["weight"].sum() ** 2
# %% 05-6-answer · the two margins' weights multiplied
# check: 6
_r = case.respondents
_w = _r["age_group"].map(case.margins["age_group"]) / _r["age_group"].map(_r["age_group"].value_counts())
_w = _w * _r["region"].map(case.margins["region"]) / _r["region"].map(_r["region"].value_counts())
raked = pd.DataFrame({"weight": _w / _w.mean()})
# %% 05-6-answer · weights upside down
# check: 6
raked = 1 / raked
raked = raked / raked["weight"].mean()
# %% 05-6-answer · weights that add up to all customers
# check: 6
raked = raked * sum(case.margins["region"].values()) / len(raked)
# %% 05-6-answer · everybody weighs one
raked = raked.assign(weight=1.0)
raked_mean = case.respondents["satisfaction"].mean()
effect = 1.0
# %% 05-6-answer · weights in the order of their size, not of the people
# check: 6
raked = pd.DataFrame({"weight": np.sort(raked["weight"])}, index=raked.index)
# %% 05-6-answer · weighted sum divided by the number of people with unscaled weights
# check: 6 mean
raked_mean = (raked["weight"] * case.respondents["satisfaction"]).sum()
# %% 05-6-answer · plain mean of satisfaction
# check: 6 mean
raked_mean = case.respondents["satisfaction"].mean()
# %% 05-6-answer · share that is left, not the design effect
# check: 6 effect
effect = 1 / effect
# %% 05-6-answer · number of answers that the weights leave
# check: 6 effect
effect = len(case.respondents) / effect
# %% 05-6-answer · root of the design effect
# check: 6 effect
effect = np.sqrt(effect)
# %% 05-6-answer · n forgotten in the design effect
# check: 6 effect
effect = effect / len(case.respondents)
# %% 05-6-answer · one plus the standard deviation
# check: 6 effect
effect = 1 + raked["weight"].std()
# %% 05-7-answer · in one order only
_e = case.explained
shares = {
    "reliability": _e["reliability"],
    "responsiveness": _e["reliability + responsiveness"] - _e["reliability"],
    "assurance": _e["reliability + responsiveness + assurance"] - _e["reliability + responsiveness"],
}
# %% 05-7-answer · each alone
shares = {name: case.explained[name] for name in dict(shares)}
# %% 05-7-answer · each alone, scaled to the whole
_all = case.explained["reliability + responsiveness + assurance"]
_sum = sum(case.explained[name] for name in dict(shares))
shares = {name: case.explained[name] / _sum * _all for name in dict(shares)}
# %% 05-7-answer · parts of one, not of R squared
_sum = sum(dict(shares).values())
shares = {name: value / _sum for name, value in dict(shares).items()}
# %% 05-7-answer · each set counted alike: a quarter each
_e, _names = case.explained, ["reliability", "responsiveness", "assurance"]
_of = lambda *names: _e[" + ".join(n for n in _names if n in names)]
shares = {}
for _n in _names:
    _a, _b = (o for o in _names if o != _n)
    _adds = [_of(_n), _of(_n, _a) - _of(_a), _of(_n, _b) - _of(_b), _of(*_names) - _of(_a, _b)]
    shares[_n] = np.mean(_adds)
# %% 05-7-answer · the order with both others before it counted once
_e, _names = case.explained, ["reliability", "responsiveness", "assurance"]
_of = lambda *names: _e[" + ".join(n for n in _names if n in names)]
shares = {}
for _n in _names:
    _a, _b = (o for o in _names if o != _n)
    _adds = [2 * _of(_n), _of(_n, _a) - _of(_a), _of(_n, _b) - _of(_b), _of(*_names) - _of(_a, _b)]
    shares[_n] = sum(_adds) / 6
# %% 05-7-answer · not divided by the six orders
shares = {name: 6 * value for name, value in dict(shares).items()}
# %% 05-8-answer · kappa is the agreement itself
agreement = {"equal": agreement["equal"], "kappa": agreement["equal"]}
# %% 05-8-answer · chance of both content only
_f, _s = case.ratings["first"].astype(bool), case.ratings["second"].astype(bool)
_o, _e = (_f == _s).mean(), _f.mean() * _s.mean()
agreement = {"equal": _o, "kappa": (_o - _e) / (1 - _e)}
# %% 05-8-answer · chance taken for one half
agreement = {"equal": agreement["equal"], "kappa": 2 * agreement["equal"] - 1}
# %% 05-8-answer · what goes beyond chance not divided
_f, _s = case.ratings["first"].astype(bool), case.ratings["second"].astype(bool)
_e = _f.mean() * _s.mean() + (1 - _f.mean()) * (1 - _s.mean())
agreement = {"equal": agreement["equal"], "kappa": agreement["equal"] - _e}
# %% 05-8-answer · divided by the agreement
_f, _s = case.ratings["first"].astype(bool), case.ratings["second"].astype(bool)
_e = _f.mean() * _s.mean() + (1 - _f.mean()) * (1 - _s.mean())
agreement = {"equal": agreement["equal"], "kappa": (agreement["equal"] - _e) / agreement["equal"]}
# %% 05-8-answer · correlation for kappa
_f, _s = case.ratings["first"].astype(float), case.ratings["second"].astype(float)
agreement = {"equal": agreement["equal"], "kappa": _f.corr(_s)}
# %% 05-8-answer · share on which they differ
agreement = {"equal": 1 - agreement["equal"], "kappa": agreement["kappa"]}
# %% 05-8-answer · equal only where both are content
agreement = {
    "equal": (case.ratings["first"] & case.ratings["second"]).mean(), "kappa": agreement["kappa"]
}  # fmt: skip
# %% 05-8-answer · in per cent
agreement = {key: 100 * value for key, value in dict(agreement).items()}
# %% 05-8-answer · the first shopper's share on both sides of chance
_f, _s = case.ratings["first"].astype(bool), case.ratings["second"].astype(bool)
_o, _e = (_f == _s).mean(), _f.mean() ** 2 + (1 - _f.mean()) ** 2
agreement = {"equal": _o, "kappa": (_o - _e) / (1 - _e)}
# %% 05-9-answer · everything for interviews
plan = dict.fromkeys(plan, 0) | {"in_home_interview": case.budget, "combine": "weight"}
# %% 05-9-answer · a fifth of the money for each method, in one pot
plan = dict.fromkeys(plan, case.budget / 5) | {"combine": "pool"}
# %% 05-9-answer · in thousands
plan = {key: value if key == "combine" else value / 1000 for key, value in plan.items()}
# %% 05-9-answer · shares of the budget
plan = {key: value if key == "combine" else value / case.budget for key, value in plan.items()}
# %% 05-9-answer · no shoppers
plan = {**plan, "mystery_shopper": 0}
# %% 05-9-answer · all in one pot
plan = {**plan, "combine": "pool"}
# %% 05-9-answer · half the budget saved
plan = {key: value if key == "combine" else value / 2 for key, value in plan.items()}
# %% 05-9-answer · the whole budget for each method
plan = {key: value if key == "combine" else case.budget for key, value in plan.items()}
# %% 05-10-answer · telephone and questionnaire changed places
# check: 10
_other = {"questionnaire": "telephone survey", "telephone survey": "questionnaire"}
methods = {key: _other.get(word, word) for key, word in methods.items()}
# %% 05-10-answer · interview and group changed places
# check: 10
_other = {"in-home interview": "focus group", "focus group": "in-home interview"}
methods = {key: _other.get(word, word) for key, word in methods.items()}
# %% 05-10-answer · a questionnaire for everything
# check: 10
methods = dict.fromkeys(methods, "questionnaire")
# %% 05-10-answer · from the method to the situation
# check: 10
methods = {word: key for key, word in methods.items()}
# %% 05-10-answer · feedback and direct contact changed places
# check: 10 ways
_other = {"feedback": "direct contact", "direct contact": "feedback"}
ways = {key: _other.get(word, word) for key, word in ways.items()}
# %% 05-10-answer · complaints taken for research
# check: 10 ways
_other = {"feedback": "research", "research": "feedback"}
ways = {key: _other.get(word, word) for key, word in ways.items()}
