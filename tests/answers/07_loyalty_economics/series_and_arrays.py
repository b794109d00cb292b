# about = "Series in place of dicts, arrays of one number, the Lorenz curve's area, another minimiser"
# kind = "right"
# %% 07-1-answer
annual_churn = np.array([1 - np.exp(12 * np.log1p(-case.monthly_churn))])
lifetime_months = pd.Series([1 / case.monthly_churn])
# %% 07-3-answer
orders = case.orders.sort_values(["customer_id", "ordered_on"])
orders["day"] = orders.groupby("customer_id")["ordered_on"].transform(
    lambda days: (days - days.iloc[0]).dt.days
)
orders = orders.query("day <= 729")
orders["paid"] = orders["profit"] * np.exp(-np.log1p(case.annual_discount_rate) * orders["day"] / 365)
found = orders.pivot_table(index="customer_id", values="paid", aggfunc="sum")["paid"]
value = pd.Series(
    {
        "mean": found.mean(),
        "low": found.mean() - 1.96 * found.sem(),
        "high": found.mean() + 1.96 * found.sem(),
    }
)
# %% 07-4-answer
table = case.stays.groupby("months")["lost"].agg(["sum", "size"]).loc[:12]
at_risk = len(case.stays) - table["size"].cumsum().shift(fill_value=0)
hazard = table["sum"] / at_risk
stay_12 = (1 - hazard).prod()
stay_12_error = stay_12 * np.sqrt((hazard / (at_risk - table["sum"])).sum())
# %% 07-5-answer
each = pd.DataFrame(case.businesses).T
multiple = {
    "before": (1 + each["annual_discount_rate"]) / (each["annual_discount_rate"] + each["annual_churn"]),
    "points": (1 + each["annual_discount_rate"])
    / (each["annual_discount_rate"] + each["annual_churn"] - 0.05),
    "per cent": (1 + each["annual_discount_rate"])
    / (each["annual_discount_rate"] + 0.95 * each["annual_churn"]),
}
gains = pd.concat(
    [(multiple[name] / multiple["before"] - 1).add_suffix(f", {name}") for name in ("points", "per cent")]
)
in_band = (multiple["points"] / multiple["before"] - 1).between(0.25, 0.85).map({True: "yes", False: "no"})
# %% 07-6-answer
from scipy.optimize import minimize
from scipy.special import betaln

seen = case.retention["survival"].to_numpy()[: case.fitted_years + 1]
t = np.arange(1, len(seen))


def lack(ab):
    a, b = ab
    gone = 1000 * -np.diff(seen) * (betaln(a + 1, b + t - 1) - betaln(a, b))
    return -(gone.sum() + 1000 * seen[-1] * (betaln(a, b + t[-1]) - betaln(a, b)))


fit = pd.Series(minimize(lack, [1, 1], bounds=[(1e-4, None)] * 2).x, index=["alpha", "beta"])
stay_12_years = np.exp(betaln(fit["alpha"], fit["beta"] + 12) - betaln(*fit))
stay_12_constant = (1 - (1 - seen[-1]) / seen[:-1].sum()) ** 12
# %% 07-8-answer
ordered = case.profits["profit_2023"].sort_values().to_numpy()
lorenz = np.append(0, ordered.cumsum() / ordered.sum())
top = case.profits["profit_2023"].rank(ascending=False) <= 80
again = case.profits["profit_2024"].rank(ascending=False, method="first") <= 80
concentration = pd.Series(
    {
        "gini": 1 - 2 * np.trapezoid(lorenz, dx=1 / 400),
        "top_share": 1 - lorenz[320],
        "still_on_top": (top & again).sum() / top.sum(),
    }
)
times = case.profits.groupby(top)["profit_2023"].mean().pipe(lambda means: means[True] / means[False])
# %% 07-9-answer
ours = case.panel["own"].gt(0)
shares = pd.Series(
    {
        "market_share": case.panel["own"].sum() / case.panel["category"].sum(),
        "penetration": ours.mean(),
        "share_of_customer": np.average(
            case.panel["own"][ours] / case.panel["category"][ours], weights=case.panel["category"][ours]
        ),
    }
)
