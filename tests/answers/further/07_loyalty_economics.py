# Mistakes in assignment 07 beyond the bank's, written from the prompts alone.
# %% 07-1-answer · divides by twelve
annual_churn = case.monthly_churn / 12
# %% 07-1-answer · the share that is left after a year
annual_churn = (1 - case.monthly_churn) ** 12
# %% 07-1-answer · compounds the churn itself
annual_churn = (1 + case.monthly_churn) ** 12 - 1
# %% 07-1-answer · eleven months
annual_churn = 1 - (1 - case.monthly_churn) ** 11
# %% 07-1-answer · the churn to the power of twelve
annual_churn = 1 - case.monthly_churn**12
# %% 07-1-answer · continuous time
annual_churn = 1 - np.exp(-12 * case.monthly_churn)
# %% 07-1-answer · in per cent, as text
annual_churn = f"{annual_churn:.2%}"
# %% 07-1-answer · lifetime in years
lifetime_months = 1 / case.monthly_churn / 12
# %% 07-1-answer · lifetime of the annual churn, times twelve
lifetime_months = 12 / annual_churn
# %% 07-1-answer · without the month of leaving
lifetime_months = 1 / case.monthly_churn - 1
# %% 07-1-answer · one over retention
lifetime_months = 1 / (1 - case.monthly_churn)
# %% 07-1-answer · the median for the mean
lifetime_months = np.log(0.5) / np.log(1 - case.monthly_churn)


# %% 07-2-answer · a sum that stops after twenty years
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    years = range(1, 21) if first_margin == "end" else range(20)
    return sum(margin * annual_retention**t / (1 + annual_discount_rate) ** t for t in years)


# %% 07-2-answer · the two timings exchanged
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    whole = margin / (1 + annual_discount_rate - annual_retention)
    return whole * ((1 + annual_discount_rate) if first_margin == "end" else annual_retention)


# %% 07-2-answer · the same value for both timings
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    return margin * annual_retention / (1 + annual_discount_rate - annual_retention)


# %% 07-2-answer · the first margin at once is that of who stayed a year
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    end = margin * annual_retention / (1 + annual_discount_rate - annual_retention)
    return end if first_margin == "end" else end * (1 + annual_discount_rate)


# %% 07-2-answer · margin over churn, no discounting
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    value = margin / (1 - annual_retention)
    return value if first_margin == "start" else value - margin


# %% 07-2-answer · the first margin after a year comes from everybody
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    value = margin * (1 + annual_discount_rate) / (1 + annual_discount_rate - annual_retention)
    return value if first_margin == "start" else value / (1 + annual_discount_rate)


# %% 07-2-answer · the discount rate of the case, whatever is given
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    i = case.annual_discount_rate
    value = margin * annual_retention / (1 + i - annual_retention)
    return value if first_margin == "end" else value + margin


# %% 07-2-answer · the margin of the case's plan, whatever is given
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    m = case.plan["margin"]
    value = m * annual_retention / (1 + annual_discount_rate - annual_retention)
    return value if first_margin == "end" else value + m


# %% 07-2-answer · rounded to whole yuan
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    value = margin * annual_retention / (1 + annual_discount_rate - annual_retention)
    return round(value if first_margin == "end" else value + margin)


# %% 07-2-answer · rounded to one tenth of a yuan
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    value = margin * annual_retention / (1 + annual_discount_rate - annual_retention)
    return round(value if first_margin == "end" else value + margin, 1)


# %% 07-2-answer · the multiple rounded to two places, as in the printed table
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    multiple = round(annual_retention / (1 + annual_discount_rate - annual_retention), 2)
    return margin * (multiple if first_margin == "end" else multiple + 1)


# %% 07-2-answer · prints, and returns nothing
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    value = margin * annual_retention / (1 + annual_discount_rate - annual_retention)
    print(value if first_margin == "end" else value + margin)


# %% 07-2-answer · the value of the case's plan in place of a function
clv = clv(case.plan["margin"], case.plan["annual_retention"], case.annual_discount_rate, "end")


# %% 07-2-answer · adds a margin of 1 in place of the margin
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    value = margin * annual_retention / (1 + annual_discount_rate - annual_retention)
    return value if first_margin == "end" else value + 1


# %% 07-3-answer · nothing discounted
_d = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_each = case.orders[_d < 730].groupby("customer_id")["profit"].sum()
_half = 1.96 * _each.std() / len(_each) ** 0.5
value = {"mean": _each.mean(), "low": _each.mean() - _half, "high": _each.mean() + _half}
# %% 07-3-answer · one year in place of two
_d = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_worth = case.orders["profit"] / (1 + case.annual_discount_rate) ** (_d / 365)
_each = _worth[_d < 365].groupby(case.orders["customer_id"]).sum()
_half = 1.96 * _each.std() / len(_each) ** 0.5
value = {"mean": _each.mean(), "low": _each.mean() - _half, "high": _each.mean() + _half}
# %% 07-3-answer · all orders, however late
_d = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_worth = case.orders["profit"] / (1 + case.annual_discount_rate) ** (_d / 365)
_each = _worth.groupby(case.orders["customer_id"]).sum()
_half = 1.96 * _each.std() / len(_each) ** 0.5
value = {"mean": _each.mean(), "low": _each.mean() - _half, "high": _each.mean() + _half}
# %% 07-3-answer · whole years of discounting
_d = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_worth = case.orders["profit"] / (1 + case.annual_discount_rate) ** (_d // 365)
_each = _worth[_d < 730].groupby(case.orders["customer_id"]).sum()
_half = 1.96 * _each.std() / len(_each) ** 0.5
value = {"mean": _each.mean(), "low": _each.mean() - _half, "high": _each.mean() + _half}
# %% 07-3-answer · days from the first order of anybody
_d = (case.orders["ordered_on"] - case.orders["ordered_on"].min()).dt.days
_worth = case.orders["profit"] / (1 + case.annual_discount_rate) ** (_d / 365)
_each = _worth[_d < 730].groupby(case.orders["customer_id"]).sum()
_half = 1.96 * _each.std() / len(_each) ** 0.5
value = {"mean": _each.mean(), "low": _each.mean() - _half, "high": _each.mean() + _half}
# %% 07-3-answer · compounded, not discounted
_d = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_worth = case.orders["profit"] * (1 + case.annual_discount_rate) ** (_d / 365)
_each = _worth[_d < 730].groupby(case.orders["customer_id"]).sum()
_half = 1.96 * _each.std() / len(_each) ** 0.5
value = {"mean": _each.mean(), "low": _each.mean() - _half, "high": _each.mean() + _half}
# %% 07-3-answer · the mean of orders, not of customers
_d = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_worth = (case.orders["profit"] / (1 + case.annual_discount_rate) ** (_d / 365))[_d < 730]
_half = 1.96 * _worth.std() / len(_worth) ** 0.5
value = {"mean": _worth.mean(), "low": _worth.mean() - _half, "high": _worth.mean() + _half}
# %% 07-3-answer · only customers who came back
_d = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_worth = (case.orders["profit"] / (1 + case.annual_discount_rate) ** (_d / 365))[_d < 730]
_per = _worth.groupby(case.orders["customer_id"]).agg(["sum", "size"])
_each = _per.loc[_per["size"] > 1, "sum"]
_half = 1.96 * _each.std() / len(_each) ** 0.5
value = {"mean": _each.mean(), "low": _each.mean() - _half, "high": _each.mean() + _half}
# %% 07-3-answer · plus or minus two standard deviations
_sd = (value["high"] - value["low"]) / 2 / 1.96 * 200**0.5
value = {"mean": value["mean"], "low": value["mean"] - 1.96 * _sd, "high": value["mean"] + 1.96 * _sd}
# %% 07-3-answer · an interval of 90 %
_se = (value["high"] - value["low"]) / 2 / 1.96
value = {"mean": value["mean"], "low": value["mean"] - 1.645 * _se, "high": value["mean"] + 1.645 * _se}
# %% 07-3-answer · an interval of 99 %
_se = (value["high"] - value["low"]) / 2 / 1.96
value = {"mean": value["mean"], "low": value["mean"] - 2.576 * _se, "high": value["mean"] + 2.576 * _se}
# %% 07-3-answer · one standard error on each side
_se = (value["high"] - value["low"]) / 2 / 1.96
value = {"mean": value["mean"], "low": value["mean"] - _se, "high": value["mean"] + _se}
# %% 07-3-answer · low and high exchanged
value = {"mean": value["mean"], "low": value["high"], "high": value["low"]}
# %% 07-3-answer · percentiles of the customers in place of an interval of the mean
_d = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_worth = case.orders["profit"] / (1 + case.annual_discount_rate) ** (_d / 365)
_each = _worth[_d < 730].groupby(case.orders["customer_id"]).sum()
value = {"mean": _each.mean(), "low": _each.quantile(0.025), "high": _each.quantile(0.975)}
# %% 07-3-answer · the median for the mean
_d = (case.orders["ordered_on"] - case.orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
_worth = case.orders["profit"] / (1 + case.annual_discount_rate) ** (_d / 365)
_each = _worth[_d < 730].groupby(case.orders["customer_id"]).sum()
_half = 1.96 * _each.std() / len(_each) ** 0.5
value = {"mean": _each.median(), "low": _each.median() - _half, "high": _each.median() + _half}
# %% 07-4-answer · the share who were seen for longer than twelve months
stay_12 = float((case.stays["months"] > 12).mean())
# %% 07-4-answer · the censored counted as stayers
stay_12 = 1 - float((case.stays["lost"] & (case.stays["months"] <= 12)).mean())
# %% 07-4-answer · the censored left out
_lost = case.stays[case.stays["lost"]]
stay_12 = float((_lost["months"] > 12).mean())
# %% 07-4-answer · eleven months
_s = 1.0
for _m in range(1, 12):
    _s *= 1 - (case.stays["lost"] & (case.stays["months"] == _m)).sum() / (case.stays["months"] >= _m).sum()
stay_12 = float(_s)
# %% 07-4-answer · thirteen months
_s = 1.0
for _m in range(1, 14):
    _s *= 1 - (case.stays["lost"] & (case.stays["months"] == _m)).sum() / (case.stays["months"] >= _m).sum()
stay_12 = float(_s)
# %% 07-4-answer · at risk only who was seen longer than the month
_s = 1.0
for _m in range(1, 13):
    _s *= 1 - (case.stays["lost"] & (case.stays["months"] == _m)).sum() / (case.stays["months"] > _m).sum()
stay_12 = float(_s)
# %% 07-4-answer · the share lost instead of the share still there
stay_12 = 1 - stay_12
# %% 07-4-answer · lost and censored exchanged
_s = 1.0
for _m in range(1, 13):
    _s *= 1 - (~case.stays["lost"] & (case.stays["months"] == _m)).sum() / (case.stays["months"] >= _m).sum()
stay_12 = float(_s)
# %% 07-4-answer · the error of a share of 300
stay_12_error = (stay_12 * (1 - stay_12) / 300) ** 0.5
# %% 07-4-answer · the variance for the error
stay_12_error = stay_12_error**2
# %% 07-4-answer · forgets the share in front of the root
stay_12_error = stay_12_error / stay_12
# %% 07-4-answer · half the interval instead of the error
stay_12_error = 1.96 * stay_12_error
# %% 07-4-answer · forgets the root
stay_12_error = stay_12_error**2 / stay_12
# %% 07-5-answer · the gain as a factor
gains = {key: 1 + gain for key, gain in dict(gains).items()}
# %% 07-5-answer · in per cent
gains = {key: 100 * gain for key, gain in dict(gains).items()}
# %% 07-5-answer · points and per cent exchanged
gains = {
    key.replace("points", "x").replace("per cent", "points").replace("x", "per cent"): gain
    for key, gain in dict(gains).items()
}
# %% 07-5-answer · the gain of the lifetime, nothing discounted
gains = {}
for _n, _b in case.businesses.items():
    _c = _b["annual_churn"]
    gains[f"{_n}, points"] = _c / (_c - 0.05) - 1
    gains[f"{_n}, per cent"] = _c / (0.95 * _c) - 1
# %% 07-5-answer · first margin after a year
gains = {}
for _n, _b in case.businesses.items():
    _c, _i = _b["annual_churn"], _b["annual_discount_rate"]
    _v = lambda churn: (1 - churn) / (_i + churn)
    gains[f"{_n}, points"] = _v(_c - 0.05) / _v(_c) - 1
    gains[f"{_n}, per cent"] = _v(0.95 * _c) / _v(_c) - 1
# %% 07-5-answer · churn rises instead of falling
gains = {}
for _n, _b in case.businesses.items():
    _c, _i = _b["annual_churn"], _b["annual_discount_rate"]
    gains[f"{_n}, points"] = (_i + _c) / (_i + _c + 0.05) - 1
    gains[f"{_n}, per cent"] = (_i + _c) / (_i + 1.05 * _c) - 1
# %% 07-5-answer · five per cent of the retention
gains = {}
for _n, _b in case.businesses.items():
    _c, _i = _b["annual_churn"], _b["annual_discount_rate"]
    gains[f"{_n}, points"] = (_i + _c) / (_i + _c - 0.05) - 1
    gains[f"{_n}, per cent"] = (_i + _c) / (_i + _c - 0.05 * (1 - _c)) - 1
# %% 07-5-answer · relative to the new value
gains = {key: 1 - 1 / (1 + gain) for key, gain in dict(gains).items()}
# %% 07-5-answer · five points only, for the five per cent too
gains = {key: dict(gains)[key.replace("per cent", "points")] for key in dict(gains)}
# %% 07-5-answer · the band asked of five per cent
in_band = {
    name: "yes" if 0.25 <= dict(gains)[f"{name}, per cent"] <= 0.85 else "no" for name in case.businesses
}
# %% 07-5-answer · yes and no exchanged
in_band = {name: {"yes": "no", "no": "yes"}[word] for name, word in dict(in_band).items()}
# %% 07-5-answer · truth values of the wrong sign
in_band = {name: not (0.25 <= dict(gains)[f"{name}, points"] <= 0.85) for name in case.businesses}
# %% 07-5-answer · yes for all, as the claim says
in_band = {name: "yes" for name in case.businesses}
# %% 07-6-answer · alpha and beta exchanged
fit = {"alpha": dict(fit)["beta"], "beta": dict(fit)["alpha"]}
# %% 07-6-answer · all twelve years fitted
from scipy.optimize import minimize as _minimize

_S = case.retention["survival"].to_numpy()


def _nll(theta, k=12):
    a, b = np.exp(theta)
    t = np.arange(1, k + 1)
    s = np.concatenate([[1], np.cumprod((b + t - 1) / (a + b + t - 1))])
    return -((_S[:k] - _S[1 : k + 1]) @ np.log(s[:-1] - s[1:]) + _S[k] * np.log(s[k]))


_a, _b = np.exp(
    _minimize(_nll, [0, 0], method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-12, "maxiter": 4000}).x
)
fit = {"alpha": _a, "beta": _b}
# %% 07-6-answer · one year too few
from scipy.optimize import minimize as _minimize

_S = case.retention["survival"].to_numpy()


def _nll(theta, k=case.fitted_years - 1):
    a, b = np.exp(theta)
    t = np.arange(1, k + 1)
    s = np.concatenate([[1], np.cumprod((b + t - 1) / (a + b + t - 1))])
    return -((_S[:k] - _S[1 : k + 1]) @ np.log(s[:-1] - s[1:]) + _S[k] * np.log(s[k]))


_a, _b = np.exp(
    _minimize(_nll, [0, 0], method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-12, "maxiter": 4000}).x
)
fit = {"alpha": _a, "beta": _b}
# %% 07-6-answer · forgets who is still there
from scipy.optimize import minimize as _minimize

_S = case.retention["survival"].to_numpy()


def _nll(theta, k=case.fitted_years):
    a, b = np.exp(theta)
    t = np.arange(1, k + 1)
    s = np.concatenate([[1], np.cumprod((b + t - 1) / (a + b + t - 1))])
    return -((_S[:k] - _S[1 : k + 1]) @ np.log(s[:-1] - s[1:]))


_a, _b = np.exp(
    _minimize(_nll, [0, 0], method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-12, "maxiter": 4000}).x
)
fit = {"alpha": _a, "beta": _b}
# %% 07-6-answer · least squares of the curve
from scipy.optimize import minimize as _minimize

_S = case.retention["survival"].to_numpy()


def _sq(theta, k=case.fitted_years):
    a, b = np.exp(theta)
    t = np.arange(1, k + 1)
    return ((np.cumprod((b + t - 1) / (a + b + t - 1)) - _S[1 : k + 1]) ** 2).sum() * 1000


_a, _b = np.exp(
    _minimize(_sq, [0, 0], method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-12, "maxiter": 4000}).x
)
fit = {"alpha": _a, "beta": _b}
# %% 07-6-answer · the logarithms that the minimiser worked with
fit = {key: float(np.log(value)) for key, value in dict(fit).items()}
# %% 07-6-answer · the last row of the table
stay_12_years = float(case.retention["survival"].iloc[-1])
# %% 07-6-answer · the retention of year 12 for the share still there
stay_12_years = (fit["beta"] + 11) / (fit["alpha"] + fit["beta"] + 11)
# %% 07-6-answer · projects to year 11
_t = np.arange(1, 12)
stay_12_years = float(np.prod((fit["beta"] + _t - 1) / (fit["alpha"] + fit["beta"] + _t - 1)))
# %% 07-6-answer · projects to year 13
_t = np.arange(1, 14)
stay_12_years = float(np.prod((fit["beta"] + _t - 1) / (fit["alpha"] + fit["beta"] + _t - 1)))
# %% 07-6-answer · the mean retention twelve times over
stay_12_years = (fit["beta"] / (fit["alpha"] + fit["beta"])) ** 12
# %% 07-6-answer · the share lost by then
stay_12_years = 1 - stay_12_years
# %% 07-6-answer · the churn of the first year for ever
stay_12_constant = float(case.retention["survival"].iloc[1]) ** 12
# %% 07-6-answer · the mean of the yearly churns for ever
_S = case.retention["survival"].to_numpy()[: case.fitted_years + 1]
stay_12_constant = float((1 - (1 - _S[1:] / _S[:-1]).mean()) ** 12)
# %% 07-6-answer · customer-years with the last row in them
_S = case.retention["survival"].to_numpy()[: case.fitted_years + 1]
stay_12_constant = float((1 - (1 - _S[-1]) / _S.sum()) ** 12)
# %% 07-6-answer · the k-th root of the last row
stay_12_constant = float(case.retention["survival"].iloc[case.fitted_years]) ** (12 / case.fitted_years)
# %% 07-6-answer · the churn itself
stay_12_constant = 1 - stay_12_constant ** (1 / 12)
# %% 07-7-answer · spending on keeping over those who left
_l = case.ledger
costs = {**costs, "kept": _l["retention_spending"] / (_l["customers"] * (1 - _l["annual_retention"]))}
# %% 07-7-answer · kept over all customers
_l = case.ledger
costs = {**costs, "kept": _l["retention_spending"] / _l["customers"]}
# %% 07-7-answer · saved over the kept times the effect
_l = case.ledger
costs = {
    **costs,
    "saved": _l["retention_spending"] / (_l["customers"] * _l["annual_retention"] * _l["retention_effect"]),
}
# %% 07-7-answer · the effect as a share of those who would leave
_l = case.ledger
costs = {
    **costs,
    "saved": _l["retention_spending"]
    / (_l["customers"] * (1 - _l["annual_retention"]) * _l["retention_effect"]),
}
# %% 07-7-answer · won from both budgets
_l = case.ledger
costs = {**costs, "won": (_l["acquisition_spending"] + _l["retention_spending"]) / _l["newcomers"]}
# %% 07-7-answer · won over all customers
_l = case.ledger
costs = {**costs, "won": _l["acquisition_spending"] / _l["customers"]}
# %% 07-7-answer · kept and saved exchanged
costs = {**costs, "kept": costs["saved"], "saved": costs["kept"]}
# %% 07-7-answer · newcomers count among the customers
_l = case.ledger
costs = {
    **costs,
    "kept": _l["retention_spending"] / ((_l["customers"] + _l["newcomers"]) * _l["annual_retention"]),
}
# %% 07-7-answer · people per yuan
costs = {key: 1 / cost for key, cost in costs.items()}
# %% 07-7-answer · effect needed in customers
_l = case.ledger
effect_needed = _l["retention_spending"] / costs["won"]
# %% 07-7-answer · effect needed in per cent
effect_needed = 100 * effect_needed
# %% 07-7-answer · effect of the kept, not of all customers
effect_needed = effect_needed / case.ledger["annual_retention"]
# %% 07-7-answer · the ratio of the two costs
effect_needed = costs["saved"] / costs["won"]
# %% 07-7-answer · by how much the effect falls short
effect_needed = effect_needed - case.ledger["retention_effect"]
# %% 07-8-answer · sorted from the most to the least
concentration = {**concentration, "gini": -concentration["gini"]}
# %% 07-8-answer · forgets the second term of the Gini coefficient
concentration = {**concentration, "gini": concentration["gini"] + 401 / 400}
# %% 07-8-answer · the Gini coefficient of the buyers alone
_x = np.sort(case.profits.loc[case.profits["profit_2023"] > 0, "profit_2023"].to_numpy())
_n = len(_x)
concentration = {**concentration, "gini": 2 * (np.arange(1, _n + 1) @ _x) / (_n * _x.sum()) - (_n + 1) / _n}
# %% 07-8-answer · the amounts not sorted
_x = case.profits["profit_2023"].to_numpy()
concentration = {**concentration, "gini": 2 * (np.arange(1, 401) @ _x) / (400 * _x.sum()) - 401 / 400}
# %% 07-8-answer · ranks from 0
concentration = {**concentration, "gini": concentration["gini"] - 2 / 400}
# %% 07-8-answer · the Gini coefficient of 2024
_x = np.sort(case.profits["profit_2024"].to_numpy())
concentration = {**concentration, "gini": 2 * (np.arange(1, 401) @ _x) / (400 * _x.sum()) - 401 / 400}
# %% 07-8-answer · the area itself, half of it
concentration = {**concentration, "gini": concentration["gini"] / 2}
# %% 07-8-answer · the top tenth
_x = case.profits["profit_2023"]
concentration = {**concentration, "top_share": _x.nlargest(40).sum() / _x.sum()}
# %% 07-8-answer · the lowest fifth
_x = case.profits["profit_2023"]
concentration = {**concentration, "top_share": _x.nsmallest(80).sum() / _x.sum()}
# %% 07-8-answer · the top fifth of the buyers of the year
_x = case.profits["profit_2023"]
_k = round(0.2 * (_x > 0).sum())
concentration = {**concentration, "top_share": _x.nlargest(_k).sum() / _x.sum()}
# %% 07-8-answer · the first eighty rows
_x = case.profits["profit_2023"]
concentration = {**concentration, "top_share": _x.head(80).sum() / _x.sum()}
# %% 07-8-answer · still on top, of all 400
concentration = {**concentration, "still_on_top": concentration["still_on_top"] / 5}
# %% 07-8-answer · who fell out of the top
concentration = {**concentration, "still_on_top": 1 - concentration["still_on_top"]}
# %% 07-8-answer · who of them bought at all in 2024
_top = case.profits.nlargest(80, "profit_2023")
concentration = {**concentration, "still_on_top": float((_top["profit_2024"] > 0).mean())}
# %% 07-8-answer · everything as text in per cent
concentration = {key: f"{share:.1%}" for key, share in concentration.items()}
# %% 07-8-answer · times as much as an average customer
times = concentration["top_share"] / 0.2
# %% 07-8-answer · the two sums, not the two means
times = concentration["top_share"] / (1 - concentration["top_share"])
# %% 07-8-answer · against the other customers who bought
_p = case.profits["profit_2023"].sort_values()
_others = _p.iloc[:-80]
times = _p.iloc[-80:].mean() / _others[_others > 0].mean()
# %% 07-8-answer · medians
_p = case.profits["profit_2023"].sort_values()
times = _p.iloc[-80:].median() / _p.iloc[:-80].median()
# %% 07-8-answer · against the lowest fifth
_p = case.profits["profit_2023"].sort_values()
times = _p.iloc[-80:].sum() / max(_p.iloc[:80].sum(), 1)
# %% 07-9-answer · the mean of the households' shares for the market share
_p = case.panel
shares = {**shares, "market_share": float((_p["own"] / _p["category"]).mean())}
# %% 07-9-answer · share of customer as a mean of shares
_p = case.panel[case.panel["own"] > 0]
shares = {**shares, "share_of_customer": float((_p["own"] / _p["category"]).mean())}
# %% 07-9-answer · market share and share of customer exchanged
shares = {**shares, "market_share": shares["share_of_customer"], "share_of_customer": shares["market_share"]}
# %% 07-9-answer · penetration from money
_p = case.panel
shares = {**shares, "penetration": float(_p.loc[_p["own"] > 0, "category"].sum() / _p["category"].sum())}
# %% 07-9-answer · number of households for the penetration
shares = {**shares, "penetration": int((case.panel["own"] > 0).sum())}
# %% 07-9-answer · who did not buy
shares = {**shares, "penetration": 1 - shares["penetration"]}
# %% 07-9-answer · share of customer as market share over penetration
shares = {**shares, "share_of_customer": shares["market_share"] / shares["penetration"]}
# %% 07-9-answer · market share times penetration
shares = {**shares, "share_of_customer": shares["market_share"] * shares["penetration"]}
# %% 07-9-answer · own over what rivals got
_p = case.panel
shares = {**shares, "market_share": float(_p["own"].sum() / (_p["category"] - _p["own"]).sum())}
# %% 07-10-answer · forgets who refers
_r = case.referral
referrals = {**referrals, "r0": _r["leads"] * _r["conversion"]}
# %% 07-10-answer · forgets the conversion
_r = case.referral
referrals = {**referrals, "r0": _r["share_who_refer"] * _r["leads"]}
# %% 07-10-answer · the first generation only
referrals = {**referrals, "in_the_end": 1 + referrals["r0"]}
# %% 07-10-answer · the first customer not counted
referrals = {**referrals, "in_the_end": referrals["in_the_end"] - 1}
# %% 07-10-answer · one over R0
referrals = {**referrals, "in_the_end": 1 / referrals["r0"]}
# %% 07-10-answer · at least one as an average
_r = case.referral
referrals = {**referrals, "at_least_one": _r["leads"] * _r["conversion"]}
# %% 07-10-answer · at least one of any customer, teller or not
referrals = {**referrals, "at_least_one": case.referral["share_who_refer"] * referrals["at_least_one"]}
# %% 07-10-answer · none in place of at least one
referrals = {**referrals, "at_least_one": 1 - referrals["at_least_one"]}
# %% 07-10-answer · all leads buy
_r = case.referral
referrals = {**referrals, "at_least_one": _r["conversion"] ** _r["leads"]}
# %% 07-10-answer · exactly one
_r = case.referral
referrals = {
    **referrals,
    "at_least_one": _r["leads"] * _r["conversion"] * (1 - _r["conversion"]) ** (_r["leads"] - 1),
}
# %% 07-10-answer · yes to every claim
testable = {key: "yes" for key in case.claims}
# %% 07-10-answer · yes and no exchanged
testable = {key: {"yes": "no", "no": "yes"}[word] for key, word in dict(testable).items()}
# %% 07-10-answer · only claims with a number can be tested
testable = {
    key: "yes" if any(sign.isdigit() for sign in claim) else "no" for key, claim in case.claims.items()
}
# %% 07-10-answer · a claim about "this firm" can always be tested
testable = {key: "yes" if "this firm" in claim.lower() else "no" for key, claim in case.claims.items()}
