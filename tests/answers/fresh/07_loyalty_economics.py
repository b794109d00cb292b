# Mistakes in assignment 07, written blind from the prompts alone.
# %% 07-1-answer · annual churn as twelve times the monthly churn
annual_churn = 12 * case.monthly_churn
# %% 07-1-answer · the share that stays for the share that is lost
annual_churn = (1 - case.monthly_churn) ** 12
# %% 07-1-answer · compounds churn as if it were growth
annual_churn = (1 + case.monthly_churn) ** 12 - 1
# %% 07-1-answer · eleven months instead of twelve
annual_churn = 1 - (1 - case.monthly_churn) ** 11
# %% 07-1-answer · lifetime in years
# check: 1 lifetime
lifetime_months = 1 / case.monthly_churn / 12
# %% 07-1-answer · lifetime without the month of leaving
# check: 1 lifetime
lifetime_months = (1 - case.monthly_churn) / case.monthly_churn
# %% 07-1-answer · half-life (median) for the expected lifetime
# check: 1 lifetime
lifetime_months = np.log(0.5) / np.log(1 - case.monthly_churn)


# %% 07-2-answer · start and end swapped
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    first = annual_retention if first_margin == "start" else 1 + annual_discount_rate
    return margin * first / (1 + annual_discount_rate - annual_retention)


# %% 07-2-answer · first margin after a year paid by everybody
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    first = 1 + annual_discount_rate if first_margin == "start" else 1
    return margin * first / (1 + annual_discount_rate - annual_retention)


# %% 07-2-answer · ten years only instead of all
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    years = range(0, 10) if first_margin == "start" else range(1, 11)
    return sum(margin * (annual_retention / (1 + annual_discount_rate)) ** year for year in years)


# %% 07-2-answer · margin over churn, nothing discounted
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    first = 1 if first_margin == "start" else annual_retention
    return margin * first / (1 - annual_retention)


# %% 07-2-answer · takes the retention for the churn
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    first = 1 + annual_discount_rate if first_margin == "start" else 1 - annual_retention
    return margin * first / (annual_discount_rate + annual_retention)


# %% 07-2-answer · margin and retention of case.plan instead of the arguments
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    r, i = case.plan["annual_retention"], case.annual_discount_rate
    return case.plan["margin"] * (1 + i if first_margin == "start" else r) / (1 + i - r)


# %% 07-3-answer · nothing discounted
_day = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_each = case.orders[_day <= 729].groupby("customer_id")["profit"].sum()
_half = 1.96 * _each.std() / np.sqrt(len(_each))
value = {"mean": _each.mean(), "low": _each.mean() - _half, "high": _each.mean() + _half}
# %% 07-3-answer · all orders, no window of 730 days
_day = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_each = (
    (case.orders["profit"] / (1 + case.annual_discount_rate) ** (_day / 365))
    .groupby(case.orders["customer_id"])
    .sum()
)
_half = 1.96 * _each.std() / np.sqrt(len(_each))
value = {"mean": _each.mean(), "low": _each.mean() - _half, "high": _each.mean() + _half}
# %% 07-3-answer · one year instead of two
_day = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_now = (case.orders["profit"] / (1 + case.annual_discount_rate) ** (_day / 365))[_day <= 364]
_each = _now.groupby(case.orders["customer_id"]).sum()
_half = 1.96 * _each.std() / np.sqrt(len(_each))
value = {"mean": _each.mean(), "low": _each.mean() - _half, "high": _each.mean() + _half}
# %% 07-3-answer · mean per order instead of per customer
_day = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_each = (case.orders["profit"] / (1 + case.annual_discount_rate) ** (_day / 365))[_day <= 729]
_half = 1.96 * _each.std() / np.sqrt(len(_each))
value = {"mean": _each.mean(), "low": _each.mean() - _half, "high": _each.mean() + _half}
# %% 07-3-answer · days since the first order of the whole table
_first = case.orders.groupby("customer_id")["ordered_on"].transform("min")
_day = (case.orders["ordered_on"] - _first).dt.days
_gone = (case.orders["ordered_on"] - case.orders["ordered_on"].min()).dt.days
_now = (case.orders["profit"] / (1 + case.annual_discount_rate) ** (_gone / 365))[_day <= 729]
_each = _now.groupby(case.orders["customer_id"]).sum()
value = {
    "mean": _each.mean(),
    "low": _each.mean() - 1.96 * _each.sem(),
    "high": _each.mean() + 1.96 * _each.sem(),
}
# %% 07-3-answer · interval of one standard error
_half = (value["high"] - value["mean"]) / 1.96
value = {"mean": value["mean"], "low": value["mean"] - _half, "high": value["mean"] + _half}
# %% 07-3-answer · standard deviation not divided by the root of n
_half = (value["high"] - value["mean"]) * np.sqrt(case.orders["customer_id"].nunique())
value = {"mean": value["mean"], "low": value["mean"] - _half, "high": value["mean"] + _half}
# %% 07-4-answer · censored counted as stayers
# check: 4
stay_12 = 1 - (case.stays["lost"] & (case.stays["months"] <= 12)).mean()
# %% 07-4-answer · censored left out
# check: 4
stay_12 = (case.stays.loc[case.stays["lost"], "months"] > 12).mean()
# %% 07-4-answer · share of customers seen for more than twelve months
# check: 4
stay_12 = (case.stays["months"] > 12).mean()
# %% 07-4-answer · share lost instead of still there
# check: 4
stay_12 = 1 - stay_12
# %% 07-4-answer · whose stay ends in the month by censoring not at risk
stay_12 = 1.0
for _s in range(1, 13):
    _lost = ((case.stays["months"] == _s) & case.stays["lost"]).sum()
    stay_12 = stay_12 * (1 - _lost / ((case.stays["months"] > _s).sum() + _lost))
# %% 07-4-answer · twelfth month left out, range(1, 12)
stay_12 = 1.0
for _s in range(1, 12):
    _lost = ((case.stays["months"] == _s) & case.stays["lost"]).sum()
    stay_12 = stay_12 * (1 - _lost / (case.stays["months"] >= _s).sum())
# %% 07-4-answer · binomial standard error of those at risk in month twelve
# check: 4 error
stay_12_error = np.sqrt(stay_12 * (1 - stay_12) / (case.stays["months"] >= 12).sum())
# %% 07-4-answer · Greenwood without the factor S(12)
# check: 4 error
stay_12_error = stay_12_error / stay_12
# %% 07-4-answer · variance instead of standard error
# check: 4 error
stay_12_error = stay_12_error**2
# %% 07-4-answer · half width of the 95 % interval
# check: 4 error
stay_12_error = 1.96 * stay_12_error
# %% 07-5-answer · points and per cent swapped
_swap = {"points": "per cent", "per cent": "points"}
gains = {f"{key.split(', ')[0]}, {_swap[key.split(', ')[1]]}": value_ for key, value_ in dict(gains).items()}
# %% 07-5-answer · gain of the lifetime, not discounted
for _name, _b in case.businesses.items():
    _c = _b["annual_churn"]
    gains = {**dict(gains), f"{_name}, points": _c / (_c - 0.05) - 1, f"{_name}, per cent": 1 / 0.95 - 1}
# %% 07-5-answer · first margin after a year
for _name, _b in case.businesses.items():
    _c, _i = _b["annual_churn"], _b["annual_discount_rate"]
    for _what, _after in {"points": _c - 0.05, "per cent": 0.95 * _c}.items():
        _gain = (1 - _after) / (_i + _after) / ((1 - _c) / (_i + _c)) - 1
        gains = {**dict(gains), f"{_name}, {_what}": _gain}
# %% 07-5-answer · ratio of values without minus 1
gains = {key: gain + 1 for key, gain in dict(gains).items()}
# %% 07-5-answer · gain divided by the value after
gains = {key: gain / (1 + gain) for key, gain in dict(gains).items()}
# %% 07-5-answer · five per cent more retention for five per cent less churn
for _name, _b in case.businesses.items():
    _c, _i = _b["annual_churn"], _b["annual_discount_rate"]
    gains = {**dict(gains), f"{_name}, per cent": (_i + _c) / (1 + _i - 1.05 * (1 - _c)) - 1}
# %% 07-5-answer · ten per cent discount rate for every business
for _name, _b in case.businesses.items():
    _c = _b["annual_churn"]
    gains = {**dict(gains), f"{_name}, points": (0.1 + _c) / (0.05 + _c) - 1}
# %% 07-5-answer · band judged by five per cent instead of five points
# check: 5 band
in_band = {
    name: "yes" if 0.25 <= dict(gains)[f"{name}, per cent"] <= 0.85 else "no" for name in case.businesses
}
# %% 07-5-answer · yes and no the wrong way round
# check: 5 band
in_band = {name: "no" if word == "yes" else "yes" for name, word in dict(in_band).items()}
# %% 07-6-answer · alpha and beta swapped
# check: 6
fit = {"alpha": dict(fit)["beta"], "beta": dict(fit)["alpha"]}
# %% 07-6-answer · those still there after k years forgotten in the likelihood
# check: 6
from scipy.optimize import minimize as _minimize
from scipy.special import betaln as _ln

_lost, _t = -np.diff(case.retention["survival"][: case.fitted_years + 1]), np.arange(1, case.fitted_years + 1)
_found = _minimize(
    lambda x: -1000 * (_lost * (_ln(np.exp(x[0]) + 1, np.exp(x[1]) + _t - 1) - _ln(*np.exp(x)))).sum(), [0, 0]
)
fit = dict(zip(["alpha", "beta"], np.exp(_found.x)))
# %% 07-6-answer · fitted to all twelve years
# check: 6
from scipy.optimize import minimize as _minimize
from scipy.special import betaln as _ln

_s, _t = case.retention["survival"].to_numpy(), np.arange(1, 13)
_found = _minimize(
    lambda x: (
        -1000
        * (
            (-np.diff(_s) * (_ln(np.exp(x[0]) + 1, np.exp(x[1]) + _t - 1) - _ln(*np.exp(x)))).sum()
            + _s[12] * (_ln(np.exp(x[0]), np.exp(x[1]) + 12) - _ln(*np.exp(x)))
        )
    ),
    [0, 0],
)
fit = dict(zip(["alpha", "beta"], np.exp(_found.x)))
# %% 07-6-answer · logarithms of the parameters, exp forgotten
# check: 6
fit = {name: np.log(number) for name, number in dict(fit).items()}
# %% 07-6-answer · the twelfth year's retention instead of survival
# check: 6 projection
stay_12_years = (dict(fit)["beta"] + 11) / (dict(fit)["alpha"] + dict(fit)["beta"] + 11)
# %% 07-6-answer · everybody with the mean churn of the fit
# check: 6 projection
stay_12_years = (dict(fit)["beta"] / (dict(fit)["alpha"] + dict(fit)["beta"])) ** 12
# %% 07-6-answer · survival after eleven years
# check: 6 projection
_year = np.arange(1, 12)
stay_12_years = np.prod(
    (dict(fit)["beta"] + _year - 1) / (dict(fit)["alpha"] + dict(fit)["beta"] + _year - 1)
)
# %% 07-6-answer · constant churn as the plain mean of the yearly churns
# check: 6 constant
_s = case.retention["survival"].to_numpy()[: case.fitted_years + 1]
stay_12_constant = np.mean(_s[1:] / _s[:-1]) ** 12
# %% 07-6-answer · constant churn from the k-th root of S(k)
# check: 6 constant
stay_12_constant = case.retention["survival"][case.fitted_years] ** (12 / case.fitted_years)
# %% 07-6-answer · customer-years at risk with year k in them
# check: 6 constant
_s = case.retention["survival"].to_numpy()[: case.fitted_years + 1]
stay_12_constant = (1 - (1 - _s[-1]) / _s.sum()) ** 12
# %% 07-7-answer · kept divided by all customers
# check: 7
costs = {**dict(costs), "kept": case.ledger["retention_spending"] / case.ledger["customers"]}
# %% 07-7-answer · effect taken as a share of the kept
# check: 7
costs = {**dict(costs), "saved": dict(costs)["saved"] / case.ledger["annual_retention"]}
# %% 07-7-answer · saved from the acquisition spending
# check: 7
_saved = case.ledger["customers"] * case.ledger["retention_effect"]
costs = {**dict(costs), "saved": case.ledger["acquisition_spending"] / _saved}
# %% 07-7-answer · won: all spending over the newcomers
# check: 7
_spent = case.ledger["acquisition_spending"] + case.ledger["retention_spending"]
costs = {**dict(costs), "won": _spent / case.ledger["newcomers"]}
# %% 07-7-answer · kept and saved swapped
# check: 7
costs = {**dict(costs), "kept": dict(costs)["saved"], "saved": dict(costs)["kept"]}
# %% 07-7-answer · effect scaled the wrong way round
# check: 7 effect
effect_needed = case.ledger["retention_effect"] * dict(costs)["won"] / dict(costs)["saved"]
# %% 07-7-answer · effect needed as a share of the kept customers
# check: 7 effect
effect_needed = effect_needed / case.ledger["annual_retention"]
# %% 07-7-answer · effect needed in customers
# check: 7 effect
effect_needed = case.ledger["retention_spending"] / dict(costs)["won"]
# %% 07-8-answer · Gini of the wrong year
# check: 8
_p, _n = np.sort(case.profits["profit_2024"]), len(case.profits)
concentration = {
    **dict(concentration),
    "gini": 2 * (np.arange(1, _n + 1) * _p).sum() / (_n * _p.sum()) - (_n + 1) / _n,
}
# %% 07-8-answer · Gini as the area without the factor two
# check: 8
concentration = {**dict(concentration), "gini": dict(concentration)["gini"] / 2}
# %% 07-8-answer · Gini of values sorted from the largest
# check: 8
concentration = {**dict(concentration), "gini": -dict(concentration)["gini"]}
# %% 07-8-answer · top 20 customers for the top fifth
# check: 8
_p = case.profits["profit_2023"].sort_values(ascending=False)
concentration = {**dict(concentration), "top_share": _p.head(20).sum() / _p.sum()}
# %% 07-8-answer · the bottom fifth, sorted the wrong way
# check: 8
_p = case.profits["profit_2023"].sort_values()
concentration = {**dict(concentration), "top_share": _p.head(80).sum() / _p.sum()}
# %% 07-8-answer · both times on top as a share of all 400
# check: 8
concentration = {
    **dict(concentration),
    "still_on_top": dict(concentration)["still_on_top"] * 80 / len(case.profits),
}
# %% 07-8-answer · still on top: bought again at all
# check: 8
_top = case.profits.nlargest(80, "profit_2023")
concentration = {**dict(concentration), "still_on_top": (_top["profit_2024"] > 0).mean()}
# %% 07-8-answer · sums compared, not a customer with a customer
# check: 8 times
times = dict(concentration)["top_share"] / (1 - dict(concentration)["top_share"])
# %% 07-8-answer · the top fifth against everybody
# check: 8 times
times = case.profits["profit_2023"].nlargest(80).mean() / case.profits["profit_2023"].mean()
# %% 07-8-answer · the top fifth against the bottom fifth of the buyers
# check: 8 times
_p = case.profits["profit_2023"]
times = _p.nlargest(80).mean() / _p[_p > 0].nsmallest(80).mean()
# %% 07-9-answer · market share as the mean of the households' shares
shares = {**dict(shares), "market_share": (case.panel["own"] / case.panel["category"]).mean()}
# %% 07-9-answer · share of customer over everybody's spending
shares = {**dict(shares), "share_of_customer": case.panel["own"].sum() / case.panel["category"].sum()}
# %% 07-9-answer · share of customer unweighted over the firm's customers
_own = case.panel[case.panel["own"] > 0]
shares = {**dict(shares), "share_of_customer": (_own["own"] / _own["category"]).mean()}
# %% 07-9-answer · penetration weighted with spending
_buys = case.panel["own"] > 0
shares = {
    **dict(shares),
    "penetration": case.panel.loc[_buys, "category"].sum() / case.panel["category"].sum(),
}
# %% 07-9-answer · all three in per cent
shares = {name: 100 * share for name, share in dict(shares).items()}
# %% 07-9-answer · market share and share of customer swapped
_told = dict(shares)
shares = {**_told, "market_share": _told["share_of_customer"], "share_of_customer": _told["market_share"]}
# %% 07-10-answer · r0 of those who tell, share who refer forgotten
# check: 10
referrals = {**dict(referrals), "r0": case.referral["leads"] * case.referral["conversion"]}
# %% 07-10-answer · the first customer not counted
# check: 10
referrals = {**dict(referrals), "in_the_end": dict(referrals)["in_the_end"] - 1}
# %% 07-10-answer · one generation only
# check: 10
referrals = {**dict(referrals), "in_the_end": 1 + dict(referrals)["r0"]}
# %% 07-10-answer · chances of the leads added up
# check: 10
referrals = {**dict(referrals), "at_least_one": case.referral["leads"] * case.referral["conversion"]}
# %% 07-10-answer · chance that a teller brings nobody
# check: 10
referrals = {**dict(referrals), "at_least_one": 1 - dict(referrals)["at_least_one"]}
# %% 07-10-answer · chance of any customer, tellers or not
# check: 10
referrals = {
    **dict(referrals),
    "at_least_one": case.referral["share_who_refer"] * dict(referrals)["at_least_one"],
}
# %% 07-10-answer · thinks every claim can be tested with data
# check: 10 testable
testable = {key: "yes" for key in case.claims}
# %% 07-10-answer · thinks that without an experiment nothing is testable
# check: 10 testable
testable = {key: "no" for key in case.claims}
# %% 07-10-answer · testable whenever the claim speaks of this firm
# check: 10 testable
testable = {key: "yes" if "this firm" in text.lower() else "no" for key, text in case.claims.items()}


# Mistakes in assignment 07, written from the prompts. Blind for tasks 1 to 3 and for "4" (the share).
# NOT blind for "4 error" (in part) and for tasks 5 to 10: by accident (printing every attribute of
# `case`) the writer saw the recognisers' messages of these in case.tasks.
# Solutions, tests and recognisers' code were not read.

# %% 07-1-answer · continuous rate: exp(-12 c) in place of (1 - c) to the 12th
# check: 1
annual_churn = 1 - np.exp(-12 * case.monthly_churn)
lifetime_months = 1 / case.monthly_churn

# %% 07-1-answer · only eleven months pass in a year
# check: 1
still_there = 1.0
for month in range(1, 12):
    still_there *= 1 - case.monthly_churn
annual_churn = 1 - still_there
lifetime_months = 1 / case.monthly_churn

# %% 07-1-answer · lifetime in years from the annual churn, times twelve
# check: 1 lifetime
annual_churn = 1 - (1 - case.monthly_churn) ** 12
lifetime_months = 12 / annual_churn


# %% 07-2-answer · "start" only brings the "end" value a year forward, retention stays in the first margin
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    value = margin * annual_retention / (1 + annual_discount_rate - annual_retention)
    if first_margin == "start":
        value = value * (1 + annual_discount_rate)
    return value


# %% 07-2-answer · with "end" everybody still pays the first margin
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    multiple = 1 / (1 + annual_discount_rate - annual_retention)
    if first_margin == "end":
        return margin * multiple
    return margin * multiple * (1 + annual_discount_rate)


# %% 07-2-answer · adds up year by year and stops after 15 years
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    first = 0 if first_margin == "start" else 1
    total = 0
    for year in range(first, first + 15):
        total += margin * (annual_retention / (1 + annual_discount_rate)) ** year
    return total


# %% 07-2-answer · the function uses the case's discount rate, not its argument
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    i = case.annual_discount_rate
    end = margin * annual_retention / (1 + i - annual_retention)
    return end + margin if first_margin == "start" else end


# %% 07-3-answer · days counted from the first order of the whole table
# check: 3
orders = case.orders
days = (orders["ordered_on"] - orders["ordered_on"].min()).dt.days
inside = orders[days <= 729].assign(d=days)
inside["discounted"] = inside["profit"] / (1 + case.annual_discount_rate) ** (inside["d"] / 365)
each = inside.groupby("customer_id")["discounted"].sum()
error = each.std() / np.sqrt(len(each))
value = {"mean": each.mean(), "low": each.mean() - 1.96 * error, "high": each.mean() + 1.96 * error}

# %% 07-3-answer · discounts by whole years only
# check: 3
orders = case.orders
days = (orders["ordered_on"] - orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
inside = orders[days <= 729].assign(d=days)
inside["discounted"] = inside["profit"] / (1 + case.annual_discount_rate) ** (inside["d"] // 365)
each = inside.groupby("customer_id")["discounted"].sum()
error = each.std() / np.sqrt(len(each))
value = {"mean": each.mean(), "low": each.mean() - 1.96 * error, "high": each.mean() + 1.96 * error}

# %% 07-3-answer · standard error divides by the root of the number of orders
# check: 3
orders = case.orders
days = (orders["ordered_on"] - orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
inside = orders[days <= 729].assign(d=days)
inside["discounted"] = inside["profit"] / (1 + case.annual_discount_rate) ** (inside["d"] / 365)
each = inside.groupby("customer_id")["discounted"].sum()
error = each.std() / np.sqrt(len(inside))
value = {"mean": each.mean(), "low": each.mean() - 1.96 * error, "high": each.mean() + 1.96 * error}

# %% 07-3-answer · the first order is left out, and who never came back drops out of the mean
# check: 3
orders = case.orders
days = (orders["ordered_on"] - orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
inside = orders[(days > 0) & (days < 730)].assign(d=days)
inside["discounted"] = inside["profit"] / (1 + case.annual_discount_rate) ** (inside["d"] / 365)
each = inside.groupby("customer_id")["discounted"].sum()
error = each.std() / np.sqrt(len(each))
value = {"mean": each.mean(), "low": each.mean() - 1.96 * error, "high": each.mean() + 1.96 * error}

# %% 07-4-answer · takes position 12 of the statsmodels table as month 12
# check: 4
from statsmodels.duration.survfunc import SurvfuncRight

curve = SurvfuncRight(case.stays["months"], case.stays["lost"].astype(int))
stay_12 = curve.surv_prob[12]
stay_12_error = curve.surv_prob_se[12]

# %% 07-4-answer · who was censored in a month is not at risk in it, nor who was lost
# check: 4
stays = case.stays
stay_12, total = 1.0, 0.0
for s in range(1, 13):
    d = ((stays["months"] == s) & stays["lost"]).sum()
    n = (stays["months"] > s).sum()
    stay_12 *= 1 - d / n
    total += d / (n * (n - d))
stay_12_error = stay_12 * np.sqrt(total)

# %% 07-4-answer · leaves out who was censored before month 12
# check: 4
stays = case.stays
known = stays[stays["lost"] | (stays["months"] >= 12)]
stay_12 = 1 - (known["lost"] & (known["months"] <= 12)).mean()

# %% 07-4-answer · binomial standard error with all 300 customers
# check: 4 error
stays = case.stays
stay_12 = 1.0
for s in range(1, 13):
    n = (stays["months"] >= s).sum()
    d = ((stays["months"] == s) & stays["lost"]).sum()
    stay_12 *= 1 - d / n
stay_12_error = np.sqrt(stay_12 * (1 - stay_12) / len(stays))


# %% 07-5-answer · takes churn for retention in the multiple
# check: 5
def multiple(churn, rate):
    return (1 + rate) / (1 + rate - churn)


gains = {}
for name, b in case.businesses.items():
    before = multiple(b["annual_churn"], b["annual_discount_rate"])
    gains[f"{name}, points"] = multiple(b["annual_churn"] - 0.05, b["annual_discount_rate"]) / before - 1
    gains[f"{name}, per cent"] = multiple(b["annual_churn"] * 0.95, b["annual_discount_rate"]) / before - 1


# %% 07-5-answer · a horizon of ten years in place of all years
# check: 5
def worth(churn, rate):
    return sum(((1 - churn) / (1 + rate)) ** year for year in range(10))


gains = {}
for name, b in case.businesses.items():
    c, i = b["annual_churn"], b["annual_discount_rate"]
    gains[f"{name}, points"] = worth(c - 0.05, i) / worth(c, i) - 1
    gains[f"{name}, per cent"] = worth(c * 0.95, i) / worth(c, i) - 1

# %% 07-5-answer · asks whether the churn after the five points lies between 25 and 85 %, not the gain
# check: 5 band
gains = {}
in_band = {}
for name, b in case.businesses.items():
    c, i = b["annual_churn"], b["annual_discount_rate"]
    gains[f"{name}, points"] = (i + c) / (i + c - 0.05) - 1
    gains[f"{name}, per cent"] = (i + c) / (i + 0.95 * c) - 1
    in_band[name] = "yes" if 0.25 <= c - 0.05 <= 0.85 else "no"

# %% 07-6-answer · the retention of year t with t in place of t - 1, so beta comes out one too small
# check: 6
from scipy.optimize import minimize

k = case.fitted_years
there = 1000 * case.retention["survival"].to_numpy()[: k + 1]
lost = there[:-1] - there[1:]


def curve(alpha, beta, years):
    t = np.arange(1, years + 1)
    return np.concatenate([[1.0], np.cumprod((beta + t) / (alpha + beta + t))])


def loss(logs):
    s = curve(*np.exp(logs), k)
    return -(lost * np.log(s[:-1] - s[1:])).sum() - there[-1] * np.log(s[-1])


alpha, beta = np.exp(
    minimize(loss, [0.0, 0.0], method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-8}).x
)
fit = {"alpha": alpha, "beta": beta}
stay_12_years = curve(alpha, beta, 12)[-1]
stay_12_constant = (1 - lost.sum() / there[:-1].sum()) ** 12

# %% 07-6-answer · goes on from the table's last fitted share, but begins the retentions at year 1 again
# check: 6 projection
from scipy.optimize import minimize

k = case.fitted_years
there = 1000 * case.retention["survival"].to_numpy()[: k + 1]
lost = there[:-1] - there[1:]


def curve(alpha, beta, years):
    t = np.arange(1, years + 1)
    return np.concatenate([[1.0], np.cumprod((beta + t - 1) / (alpha + beta + t - 1))])


def loss(logs):
    s = curve(*np.exp(logs), k)
    return -(lost * np.log(s[:-1] - s[1:])).sum() - there[-1] * np.log(s[-1])


alpha, beta = np.exp(
    minimize(loss, [0.0, 0.0], method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-8}).x
)
fit = {"alpha": alpha, "beta": beta}
stay_12_years = there[-1] / 1000 * curve(alpha, beta, 12 - k)[-1]
stay_12_constant = (1 - lost.sum() / there[:-1].sum()) ** 12

# %% 07-6-answer · the yearly loss as a share of the 1,000 who began, not of those at risk
# check: 6 constant
k = case.fitted_years
there = 1000 * case.retention["survival"].to_numpy()[: k + 1]
churn = (there[0] - there[-1]) / (k * there[0])
stay_12_constant = (1 - churn) ** 12

# %% 07-7-answer · takes those saved out of those kept
# check: 7
l = case.ledger
costs = {
    "won": l["acquisition_spending"] / l["newcomers"],
    "kept": l["retention_spending"] / (l["customers"] * (l["annual_retention"] - l["retention_effect"])),
    "saved": l["retention_spending"] / (l["customers"] * l["retention_effect"]),
}
effect_needed = l["retention_spending"] / (l["customers"] * costs["won"])

# %% 07-7-answer · the effect at which as many are saved as are won
# check: 7 effect
l = case.ledger
costs = {
    "won": l["acquisition_spending"] / l["newcomers"],
    "kept": l["retention_spending"] / (l["customers"] * l["annual_retention"]),
    "saved": l["retention_spending"] / (l["customers"] * l["retention_effect"]),
}
effect_needed = l["newcomers"] / l["customers"]

# %% 07-8-answer · Gini with the correction n/(n - 1) for a sample
# check: 8
p = case.profits
x = np.sort(p["profit_2023"].to_numpy())
n = len(x)
gini = 2 * (np.arange(1, n + 1) * x).sum() / (n * x.sum()) - (n + 1) / n
top, top_24 = p.nlargest(80, "profit_2023"), p.nlargest(80, "profit_2024")
concentration = {
    "gini": gini * n / (n - 1),
    "top_share": top["profit_2023"].sum() / x.sum(),
    "still_on_top": top["customer_id"].isin(top_24["customer_id"]).mean(),
}
times = top["profit_2023"].mean() / p["profit_2023"].drop(top.index).mean()

# %% 07-8-answer · on top again means above the fifth of those who bought in 2024
# check: 8
p = case.profits
x = np.sort(p["profit_2023"].to_numpy())
n = len(x)
top = p.nlargest(80, "profit_2023")
line = p.loc[p["profit_2024"] > 0, "profit_2024"].quantile(0.8)
concentration = {
    "gini": 2 * (np.arange(1, n + 1) * x).sum() / (n * x.sum()) - (n + 1) / n,
    "top_share": top["profit_2023"].sum() / x.sum(),
    "still_on_top": (top["profit_2024"] >= line).mean(),
}
times = top["profit_2023"].mean() / p["profit_2023"].drop(top.index).mean()

# %% 07-8-answer · how much more in place of how many times as much
# check: 8 times
top = case.profits.nlargest(80, "profit_2023")
others = case.profits.drop(top.index)
times = (top["profit_2023"].mean() - others["profit_2023"].mean()) / others["profit_2023"].mean()

# %% 07-9-answer · share of customer divides by what the customers spent elsewhere
own, category = case.panel["own"], case.panel["category"]
bought = own > 0
shares = {
    "market_share": own.sum() / category.sum(),
    "penetration": bought.mean(),
    "share_of_customer": own[bought].sum() / (category[bought] - own[bought]).sum(),
}

# %% 07-10-answer · in the end without the first customer
# check: 10
r = case.referral
r0 = r["share_who_refer"] * r["leads"] * r["conversion"]
referrals = {
    "r0": r0,
    "in_the_end": r0 / (1 - r0),
    "at_least_one": 1 - (1 - r["conversion"]) ** r["leads"],
}

# %% 07-10-answer · each lead counts with the share who refer, so at_least_one is of any customer
# check: 10
r = case.referral
r0 = r["share_who_refer"] * r["leads"] * r["conversion"]
referrals = {
    "r0": r0,
    "in_the_end": 1 / (1 - r0),
    "at_least_one": 1 - (1 - r["share_who_refer"] * r["conversion"]) ** r["leads"],
}

# %% 07-10-answer · thinks spending and orders in the tables tell what was saved and what share is spent here
# check: 10 testable
testable = {}
for key, text in case.claims.items():
    beyond = "rivals" in text or "abroad" in text
    testable[key] = "no" if beyond else "yes"
