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
