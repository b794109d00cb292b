# Mistakes in assignment 10, written blind from the prompts alone.
# %% 10-1-answer · complained of all answers, with and without a problem
_s = case.surveys[
    case.surveys["answered_on"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()
]
_loud = (_s["problem"] != "none") & _s["order_id"].isin(case.complaints["order_id"])
funnel = {**dict(funnel), "complained": _loud.mean()}
# %% 10-1-answer · answers whose days are not over kept
_s = case.surveys[case.surveys["problem"] != "none"]
_loud = _s["order_id"].isin(case.complaints["order_id"])
_m = _s.merge(case.orders[["customer_id", "ordered_on"]], on="customer_id")
_gap = (_m["ordered_on"] - _m["answered_on"]).dt.days
_back = _s["survey_id"].isin(_m.loc[_gap.between(1, case.within), "survey_id"])
funnel = {**dict(funnel), "complained": _loud.mean(), "silent returned": _back[~_loud].mean()}
# %% 10-1-answer · any later order, however late
_s = case.surveys[case.surveys["problem"] != "none"]
_s = _s[_s["answered_on"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()]
_loud = _s["order_id"].isin(case.complaints["order_id"])
_back = _s["customer_id"].map(case.orders.groupby("customer_id")["ordered_on"].max()) > _s["answered_on"]
funnel = {**dict(funnel), "silent returned": _back[~_loud].mean()}
# %% 10-1-answer · complaints looked up by customer instead of order
_s = case.surveys[case.surveys["problem"] != "none"]
_s = _s[_s["answered_on"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()]
funnel = {**dict(funnel), "complained": _s["customer_id"].isin(case.complaints["customer_id"]).mean()}
# %% 10-1-answer · partly resolved counted as resolved
_s = case.surveys[case.surveys["problem"] != "none"]
_s = _s[_s["answered_on"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()]
_c = case.complaints.drop_duplicates("order_id").merge(_s[["order_id"]], on="order_id")
funnel = {**dict(funnel), "resolved": (_c["outcome"] != "unresolved").mean()}
# %% 10-1-answer · resolved of all with a problem
funnel = {**dict(funnel), "resolved": dict(funnel)["complained"] * dict(funnel)["resolved"]}
# %% 10-1-answer · major problems only
_s = case.surveys[case.surveys["problem"] == "major"]
_s = _s[_s["answered_on"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()]
funnel = {**dict(funnel), "complained": _s["order_id"].isin(case.complaints["order_id"]).mean()}
# %% 10-1-answer · everybody without a complaint is silent, also without a problem
_s = case.surveys[
    case.surveys["answered_on"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()
]
_m = _s.merge(case.orders[["customer_id", "ordered_on"]], on="customer_id")
_gap = (_m["ordered_on"] - _m["answered_on"]).dt.days
_back = _s["survey_id"].isin(_m.loc[_gap.between(1, case.within), "survey_id"])
funnel = {**dict(funnel), "silent returned": _back[~_s["order_id"].isin(case.complaints["order_id"])].mean()}
# %% 10-1-answer · those who stay away for those who returned
funnel = {
    **dict(funnel),
    "returned": 1 - dict(funnel)["returned"],
    "silent returned": 1 - dict(funnel)["silent returned"],
}
# %% 10-1-answer · returned and silent returned swapped
funnel = {
    **dict(funnel),
    "returned": dict(funnel)["silent returned"],
    "silent returned": dict(funnel)["returned"],
}
# %% 10-2-answer · both severities together
from statsmodels.stats.proportion import proportion_confint as _interval

_c = case.complaints[
    case.complaints["closed"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()
]
_m = _c.merge(case.orders[["customer_id", "ordered_on"]], on="customer_id")
_back = _c["complaint_id"].isin(
    _m.loc[(_m["ordered_on"] - _m["closed"]).dt.days.between(1, case.within), "complaint_id"]
)
_how = np.where((_c["closed"] - _c["opened"]).dt.days <= 4, "resolved quickly", "resolved")
_g = _back.groupby(np.where(_c["outcome"] == "resolved", _how, "not resolved")).agg(["sum", "count"])
_low, _high = _interval(_g["sum"], _g["count"], method="wilson")
returned = pd.DataFrame({"share": _g["sum"] / _g["count"], "low": _low, "high": _high})
# %% 10-2-answer · quick by the first answer, not by the closing
_c = case.complaints[case.complaints["severity"] == case.severity]
_c = _c[_c["closed"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()]
_m = _c.merge(case.orders[["customer_id", "ordered_on"]], on="customer_id")
_back = _c["complaint_id"].isin(
    _m.loc[(_m["ordered_on"] - _m["closed"]).dt.days.between(1, case.within), "complaint_id"]
)
_how = np.where((_c["first_answer"] - _c["opened"]).dt.days <= 4, "resolved quickly", "resolved")
returned = returned.assign(
    share=_back.groupby(np.where(_c["outcome"] == "resolved", _how, "not resolved")).mean()
)
# %% 10-2-answer · fewer than four days for at most four
_c = case.complaints[case.complaints["severity"] == case.severity]
_c = _c[_c["closed"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()]
_m = _c.merge(case.orders[["customer_id", "ordered_on"]], on="customer_id")
_back = _c["complaint_id"].isin(
    _m.loc[(_m["ordered_on"] - _m["closed"]).dt.days.between(1, case.within), "complaint_id"]
)
_how = np.where((_c["closed"] - _c["opened"]).dt.days < 4, "resolved quickly", "resolved")
returned = returned.assign(
    share=_back.groupby(np.where(_c["outcome"] == "resolved", _how, "not resolved")).mean()
)
# %% 10-2-answer · partly resolved counted as resolved
_c = case.complaints[case.complaints["severity"] == case.severity]
_c = _c[_c["closed"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()]
_m = _c.merge(case.orders[["customer_id", "ordered_on"]], on="customer_id")
_back = _c["complaint_id"].isin(
    _m.loc[(_m["ordered_on"] - _m["closed"]).dt.days.between(1, case.within), "complaint_id"]
)
_how = np.where((_c["closed"] - _c["opened"]).dt.days <= 4, "resolved quickly", "resolved")
returned = returned.assign(
    share=_back.groupby(np.where(_c["outcome"] == "unresolved", "not resolved", _how)).mean()
)
# %% 10-2-answer · days counted from the opening instead of the closing
_c = case.complaints[case.complaints["severity"] == case.severity]
_c = _c[_c["opened"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()]
_m = _c.merge(case.orders[["customer_id", "ordered_on"]], on="customer_id")
_back = _c["complaint_id"].isin(
    _m.loc[(_m["ordered_on"] - _m["opened"]).dt.days.between(1, case.within), "complaint_id"]
)
_how = np.where((_c["closed"] - _c["opened"]).dt.days <= 4, "resolved quickly", "resolved")
returned = returned.assign(
    share=_back.groupby(np.where(_c["outcome"] == "resolved", _how, "not resolved")).mean()
)
# %% 10-2-answer · cases whose days are not over kept as not returned
_c = case.complaints[case.complaints["severity"] == case.severity]
_m = _c.merge(case.orders[["customer_id", "ordered_on"]], on="customer_id")
_back = _c["complaint_id"].isin(
    _m.loc[(_m["ordered_on"] - _m["closed"]).dt.days.between(1, case.within), "complaint_id"]
)
_how = np.where((_c["closed"] - _c["opened"]).dt.days <= 4, "resolved quickly", "resolved")
returned = returned.assign(
    share=_back.groupby(np.where(_c["outcome"] == "resolved", _how, "not resolved")).mean()
)
# %% 10-2-answer · normal interval, the default of proportion_confint
_c = case.complaints[case.complaints["severity"] == case.severity]
_c = _c[_c["closed"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()]
_how = np.where((_c["closed"] - _c["opened"]).dt.days <= 4, "resolved quickly", "resolved")
_n = (
    pd.Series(np.where(_c["outcome"] == "resolved", _how, "not resolved"))
    .value_counts()
    .reindex(returned.index)
)
_half = 1.96 * np.sqrt(returned["share"] * (1 - returned["share"]) / _n)
returned = returned.assign(low=returned["share"] - _half, high=returned["share"] + _half)
# %% 10-2-answer · table with ways as columns
returned = returned.T
# %% 10-2-answer · low and high swapped
returned = returned.rename(columns={"low": "high", "high": "low"})
# %% 10-2-answer · labels of the resolved ways swapped
returned = returned.rename(index={"resolved": "resolved quickly", "resolved quickly": "resolved"})


# %% 10-3-answer · the silent forgotten
# check: 3
def rebuy(complaining, handled, silent):
    return complaining * handled


# %% 10-3-answer · the silent share counted of everybody
# check: 3
def rebuy(complaining, handled, silent):
    return complaining * handled + silent


# %% 10-3-answer · handled and silent swapped
# check: 3
def rebuy(complaining, handled, silent):
    return complaining * silent + (1 - complaining) * handled


# %% 10-3-answer · plain mean of the two shares
# check: 3
def rebuy(complaining, handled, silent):
    return (handled + silent) / 2


# %% 10-3-answer · silent buyers forgotten in solving
# check: 3 needed
needed = case.told["wanted"] / case.told["handled"]
# %% 10-3-answer · divided by handled instead of the gap to the silent
# check: 3 needed
needed = (case.told["wanted"] - case.told["silent"]) / case.told["handled"]
# %% 10-3-answer · how many more than now would have to complain
# check: 3 needed
needed = needed - case.told["complaining"]
# %% 10-3-answer · share who may stay silent
# check: 3 needed
needed = 1 - needed
# %% 10-4-answer · change as before less after
differences = {
    **dict(differences),
    "within": -dict(differences)["within"],
    "both": -dict(differences)["both"],
}
# %% 10-4-answer · within over everybody in the study
# check: 4
differences = {**dict(differences), "within": (case.study["after"] - case.study["before"]).mean()}
# %% 10-4-answer · between from the answers before
# check: 4
_mean = case.study.groupby("failure")["before"].mean()
differences = {**dict(differences), "between": _mean[True] - _mean[False]}
# %% 10-4-answer · both as between less within
# check: 4
differences = {**dict(differences), "both": dict(differences)["between"] - dict(differences)["within"]}
# %% 10-4-answer · medians for means
# check: 4
_d = case.study.assign(change=case.study["after"] - case.study["before"]).groupby("failure").median()
differences = {
    "within": _d["change"][True],
    "between": _d["after"][True] - _d["after"][False],
    "both": _d["change"][True] - _d["change"][False],
}
# %% 10-4-answer · interval of within instead of both
# check: 4 interval
_d = (case.study["after"] - case.study["before"])[case.study["failure"]]
interval = {"low": _d.mean() - 1.96 * _d.sem(), "high": _d.mean() + 1.96 * _d.sem()}
# %% 10-4-answer · standard errors added instead of variances
# check: 4 interval
_d = (case.study["after"] - case.study["before"]).groupby(case.study["failure"])
_half = 1.96 * _d.sem().sum()
interval = {"low": dict(differences)["both"] - _half, "high": dict(differences)["both"] + _half}
# %% 10-4-answer · one variance over all customers, divided by all of them
# check: 4 interval
_half = 1.96 * (case.study["after"] - case.study["before"]).sem()
interval = {"low": dict(differences)["both"] - _half, "high": dict(differences)["both"] + _half}
# %% 10-4-answer · one-sided 1.645
# check: 4 interval
_half = (dict(interval)["high"] - dict(interval)["low"]) / 2 / 1.96 * 1.645
interval = {"low": dict(differences)["both"] - _half, "high": dict(differences)["both"] + _half}
# %% 10-4-answer · reads the difference the wrong way round
# check: 4 verdict
_swap = {"higher": "lower", "lower": "higher"}
verdict = {name: _swap.get(word, word) for name, word in dict(verdict).items()}
# %% 10-4-answer · believes in the paradox for satisfaction and orders
# check: 4 verdict
verdict = {"satisfaction": "higher", "orders": "higher"}
# %% 10-5-answer · three simple regressions
_r = case.rated
_slope = {
    name: np.polyfit(_r[name], _r["satisfaction"], 1)[0]
    for name in ["distributive", "procedural", "interactional"]
}
justice = {name: slope / sum(_slope.values()) for name, slope in _slope.items()}
# %% 10-5-answer · shares of the correlations
_r = case.rated.corr()["satisfaction"].drop("satisfaction")
justice = (_r / _r.sum()).to_dict()
# %% 10-5-answer · slopes given to the names in the order of the alphabet
_x = case.rated[["distributive", "procedural", "interactional"]]
_b = np.linalg.lstsq(
    np.column_stack([np.ones(len(_x)), _x]), case.rated["satisfaction"].to_numpy(), rcond=None
)[0][1:]
justice = dict(zip(sorted(_x.columns), _b / _b.sum()))
# %% 10-5-answer · slopes not divided by their sum
_x = case.rated[["distributive", "procedural", "interactional"]]
_b = np.linalg.lstsq(
    np.column_stack([np.ones(len(_x)), _x]), case.rated["satisfaction"].to_numpy(), rcond=None
)[0]
justice = dict(zip(_x.columns, _b[1:]))
# %% 10-5-answer · constant taken for the first slope
_x = case.rated[["distributive", "procedural", "interactional"]]
_b = np.linalg.lstsq(
    np.column_stack([np.ones(len(_x)), _x]), case.rated["satisfaction"].to_numpy(), rcond=None
)[0]
justice = dict(zip(_x.columns, _b[:3] / _b[:3].sum()))
# %% 10-5-answer · constant in the sum of the slopes
_x = case.rated[["distributive", "procedural", "interactional"]]
_b = np.linalg.lstsq(
    np.column_stack([np.ones(len(_x)), _x]), case.rated["satisfaction"].to_numpy(), rcond=None
)[0]
justice = dict(zip(_x.columns, _b[1:] / _b.sum()))
# %% 10-6-answer · cases divided by days
# check: 6
open_cases = case.desk["cases_a_day"] / case.desk["days_open"]
# %% 10-6-answer · day of opening counted in addition
# check: 6
open_cases = case.desk["cases_a_day"] * (case.desk["days_open"] + 1)


# %% 10-6-answer · Erlang B for Erlang C
# check: 6 function
def wait_chance(load, agents):
    blocked = 1.0
    for n in range(1, agents + 1):
        blocked = load * blocked / (n + load * blocked)
    return blocked


# %% 10-6-answer · occupancy for the chance to wait
# check: 6 function
def wait_chance(load, agents):
    return load / agents


# %% 10-6-answer · chance not to wait
# check: 6 function
_right = wait_chance


def wait_chance(load, agents):
    return 1 - _right(load, agents)


# %% 10-6-answer · service level without the target, only who does not wait
# check: 6 staff
_load = case.desk["calls"] * case.desk["handling"] / case.desk["interval"]
_n = int(_load) + 1
while 1 - wait_chance(_load, _n) < case.desk["level"]:
    _n += 1
staff = {"agents": _n, "roster": int(np.ceil(_n / (1 - case.desk["shrinkage"])))}
# %% 10-6-answer · roster as agents plus shrinkage
# check: 6 staff
staff = {**dict(staff), "roster": int(np.ceil(dict(staff)["agents"] * (1 + case.desk["shrinkage"])))}
# %% 10-6-answer · divides by the shrinkage itself
# check: 6 staff
staff = {**dict(staff), "roster": int(np.ceil(dict(staff)["agents"] / case.desk["shrinkage"]))}
# %% 10-6-answer · as many agents as the load, rounded up
# check: 6 staff
_n = int(np.ceil(case.desk["calls"] * case.desk["handling"] / case.desk["interval"]))
staff = {"agents": _n, "roster": int(np.ceil(_n / (1 - case.desk["shrinkage"])))}
# %% 10-6-answer · mean over those who waited only
# check: 6 calls
_free, _waits = [0.0] * case.desk["agents"], []
for _came, _takes in case.calls[["came", "takes"]].to_numpy():
    _k = int(np.argmin(_free))
    _waits.append(max(0.0, _free[_k] - _came))
    _free[_k] = max(_free[_k], _came) + _takes
mean_wait = np.mean([wait for wait in _waits if wait > 0])
# %% 10-6-answer · agents in fixed turn, not who is free first
# check: 6 calls
_free, _waits = [0.0] * case.desk["agents"], []
for _row, (_came, _takes) in enumerate(case.calls[["came", "takes"]].to_numpy()):
    _k = _row % case.desk["agents"]
    _waits.append(max(0.0, _free[_k] - _came))
    _free[_k] = max(_free[_k], _came) + _takes
mean_wait = np.mean(_waits)
# %% 10-6-answer · time of the call counted as wait
# check: 6 calls
mean_wait = mean_wait + case.calls["takes"].mean()
# %% 10-6-answer · in minutes
# check: 6 calls
mean_wait = mean_wait / 60
# %% 10-6-answer · those who hang up wait in vain, so the mean gets longer
# check: 6 hang up
hang_up = "longer"
# %% 10-7-answer · overlap for what is new
# check: 7
_s = case.story
heard = _s["first"] + _s["first"] * _s["retold"] * _s["second"] * _s["overlap"]
# %% 10-7-answer · second generation alone
# check: 7
heard = heard - case.story["first"]
# %% 10-7-answer · the customer counted among those who hear
# check: 7
heard = heard + 1
# %% 10-7-answer · overlap taken from the first generation too
# check: 7
_s = case.story
heard = _s["first"] * (1 + _s["retold"] * _s["second"]) * (1 - _s["overlap"])
# %% 10-7-answer · total all in the second generation
# check: 7 needed
retelling = case.story["total"] / (case.story["first"] * case.story["second"] * (1 - case.story["overlap"]))
# %% 10-7-answer · overlap forgotten in solving
# check: 7 needed
retelling = (case.story["total"] - case.story["first"]) / (case.story["first"] * case.story["second"])


# %% 10-7-answer · fading from the first retelling on
# check: 7 function
def people(first, second, retold, fades, generations):
    return sum(first * (second * retold) ** g * fades ** (g * (g + 1) / 2) for g in range(generations))


# %% 10-7-answer · fades once and not more each time
# check: 7 function
def people(first, second, retold, fades, generations):
    return sum(first * (second * retold) ** g * fades ** max(g - 1, 0) for g in range(generations))


# %% 10-7-answer · one generation too many
# check: 7 function
def people(first, second, retold, fades, generations):
    return sum(first * (second * retold) ** g * fades ** (g * (g - 1) / 2) for g in range(generations + 1))


# %% 10-7-answer · people of the last generation only
# check: 7 function
def people(first, second, retold, fades, generations):
    g = generations - 1
    return first * (second * retold) ** g * fades ** (g * (g - 1) / 2)


# %% 10-8-answer · precision and recall swapped
# check: 8
quality = {"precision": dict(quality)["recall"], "recall": dict(quality)["precision"]}
# %% 10-8-answer · share right of all for the precision
# check: 8
_grave = case.triaged["chance_major"] >= 0.5
quality = {**dict(quality), "precision": (_grave == (case.triaged["severity"] == "major")).mean()}
# %% 10-8-answer · recall of all complaints instead of the major ones
# check: 8
_hit = (case.triaged["chance_major"] >= 0.5) & (case.triaged["severity"] == "major")
quality = {**dict(quality), "recall": _hit.mean()}
# %% 10-8-answer · minor taken as the class to find
# check: 8
_light, _minor = case.triaged["chance_major"] < 0.5, case.triaged["severity"] == "minor"
quality = {"precision": _minor[_light].mean(), "recall": _light[_minor].mean()}
# %% 10-8-answer · costs of missed and called swapped
# check: 8 cost
_major, _t = case.triaged["severity"] == "major", np.arange(1, 20) * 0.05
_g = [case.triaged["chance_major"] >= round(t, 2) for t in _t]
_cost = [case.costs["called"] * (_major & ~g).sum() + case.costs["missed"] * (~_major & g).sum() for g in _g]
cheapest = {"threshold": round(_t[np.argmin(_cost)], 2), "cost": min(_cost)}
# %% 10-8-answer · threshold with the fewest mistakes, costs not weighed
# check: 8 cost
_major, _t = case.triaged["severity"] == "major", np.arange(1, 20) * 0.05
_g = [case.triaged["chance_major"] >= round(t, 2) for t in _t]
_best = int(np.argmin([(_major != g).sum() for g in _g]))
_cost = (
    case.costs["missed"] * (_major & ~_g[_best]).sum() + case.costs["called"] * (~_major & _g[_best]).sum()
)
cheapest = {"threshold": round(_t[_best], 2), "cost": _cost}
# %% 10-8-answer · cost a complaint instead of in all
# check: 8 cost
cheapest = {**dict(cheapest), "cost": dict(cheapest)["cost"] / len(case.triaged)}
# %% 10-8-answer · missed ones alone in the cost
# check: 8 cost
_missed = (case.triaged["severity"] == "major") & (case.triaged["chance_major"] < dict(cheapest)["threshold"])
cheapest = {**dict(cheapest), "cost": case.costs["missed"] * _missed.sum()}
# %% 10-9-answer · sample standard deviation instead of the root of the mean
# check: 9
limit = case.weeks.iloc[:52].mean() + 3 * case.weeks.iloc[:52].std()
# %% 10-9-answer · mean of all weeks
# check: 9
limit = case.weeks.mean() + 3 * np.sqrt(case.weeks.mean())
# %% 10-9-answer · two standard deviations
# check: 9
limit = case.weeks.iloc[:52].mean() + 2 * np.sqrt(case.weeks.iloc[:52].mean())
# %% 10-9-answer · three times the mean, root forgotten
# check: 9
limit = 4 * case.weeks.iloc[:52].mean()
# %% 10-9-answer · normal tail instead of Poisson
# check: 9 alarms
warning = {**dict(warning), "false alarm": 0.00135}
# %% 10-9-answer · chance to be below the limit
# check: 9 alarms
warning = {**dict(warning), "false alarm": 1 - dict(warning)["false alarm"]}
# %% 10-9-answer · chance of the whole number below the limit or more
# check: 9 alarms
from scipy.stats import poisson as _poisson

warning = {**dict(warning), "false alarm": _poisson.sf(np.floor(limit) - 1, case.weeks.iloc[:52].mean())}
# %% 10-9-answer · weeks above the mean counted as alarms
# check: 9 alarms
warning = {**dict(warning), "alarms": int((case.weeks.iloc[52:] > case.weeks.iloc[:52].mean()).sum())}
# %% 10-9-answer · weeks after the base that are not above the limit
# check: 9 alarms
warning = {**dict(warning), "alarms": int((case.weeks.iloc[52:] <= limit).sum())}
# %% 10-10-answer · everything at its most, over the budget
# check: 10
plan = {"ease": 1.0, "staff": 100.0, "remedy": 1.0, "training": 1.0}
# %% 10-10-answer · complaints invited and no one there to answer
# check: 10
plan = {"ease": 1.0, "staff": 0.5, "remedy": 0.0, "training": 0.0}
# %% 10-10-answer · the cheapest plan
# check: 10
plan = {"ease": 0.0, "staff": 0.5, "remedy": 0.0, "training": 0.0}
# %% 10-10-answer · training left out altogether
# check: 10
plan = {**dict(plan), "training": 0.0, "ease": 0.0}
# %% 10-10-answer · levers in per cent
# check: 10
plan = {"ease": 100, "staff": dict(plan)["staff"], "remedy": 100, "training": 100}
# %% 10-10-answer · attitude and policy swapped
# check: 10 rules
_swap = {"attitude": "policy", "policy": "attitude"}
rules = {key: _swap.get(word, word) for key, word in dict(rules).items()}
# %% 10-10-answer · database and policy swapped
# check: 10 rules
_swap = {"database": "policy", "policy": "database"}
rules = {key: _swap.get(word, word) for key, word in dict(rules).items()}
# %% 10-10-answer · words as keys, measures as values
# check: 10 rules
rules = {word: key for key, word in dict(rules).items()}
# %% 10-10-answer · believes whatever sounds known
# check: 10 claims
holds = {key: "yes" for key in case.claims}
# %% 10-10-answer · no sentence holds without exception
# check: 10 claims
holds = {key: "no" for key in case.claims}
# %% 10-10-answer · says whether a sentence is wrong, not whether it holds
# check: 10 claims
holds = {key: "no" if word == "yes" else "yes" for key, word in dict(holds).items()}
