# about = "other formulas for the same: statsmodels, sums for Erlang C, sorted costs, plans by climbing"
# kind = "right"
# %% 10-2-answer
from statsmodels.stats.proportion import proportion_confint

grave = case.complaints[case.complaints["severity"] == case.severity]
grave = grave[grave["closed"] + pd.Timedelta(days=case.within) <= last]
names = []
for row in grave.itertuples():
    fast = (row.closed - row.opened).days <= 4
    names.append("not resolved" if row.outcome != "resolved" else "resolved quickly" if fast else "resolved")
counts = pd.crosstab(np.array(names), returned_within(grave, "closed").to_numpy())
total = counts.sum(axis=1)
low, high = proportion_confint(counts[True], total, method="wilson")
returned = pd.DataFrame({"high": high, "low": low, "share": counts[True] / total, "n": total})
# %% 10-4-answer
import statsmodels.formula.api as smf

study = case.study.assign(change=case.study["after"] - case.study["before"])
study["more"] = study["orders_after"] - study["orders_before"]
fit = smf.ols("change ~ failure", study).fit()
one, other = study[study["failure"]], study[~study["failure"]]
differences = pd.Series(
    {
        "within": one["after"].mean() - one["before"].mean(),
        "between": one["after"].mean() - other["after"].mean(),
        "both": fit.params.iloc[1],
    }
)


def bounds(name):
    half = 1.96 * (one[name].var() / len(one) + other[name].var() / len(other)) ** 0.5
    middle = one[name].mean() - other[name].mean()
    return middle - half, middle + half


interval = dict(zip(["low", "high"], bounds("change")))
verdict = {}
for name, column in [("satisfaction", "change"), ("orders", "more")]:
    low, high = bounds(column)
    verdict[name] = {(True, True): "higher", (False, False): "lower"}.get((low > 0, high > 0), "not shown")
# %% 10-5-answer
import statsmodels.formula.api as smf

fit = smf.ols("satisfaction ~ distributive + procedural + interactional", case.rated).fit()
justice = fit.params.drop("Intercept") / fit.params.drop("Intercept").sum()
# %% 10-6-answer
from math import ceil, exp, factorial

desk = case.desk
open_cases = desk["days_open"] * desk["cases_a_day"]


def wait_chance(load, agents):
    top = load**agents / factorial(agents) * agents / (agents - load)
    return top / (sum(load**k / factorial(k) for k in range(agents)) + top)


load = desk["calls"] * desk["handling"] / desk["interval"]
levels = {
    c: 1 - wait_chance(load, c) * exp((load - c) * desk["target"] / desk["handling"])
    for c in range(int(load) + 1, int(load) + 40)
}
seats = min(c for c, level in levels.items() if level >= desk["level"])
staff = {"agents": seats, "roster": ceil(round(seats / (1 - desk["shrinkage"]), 9))}
ends = np.zeros(desk["agents"])
waits = np.zeros(len(case.calls))
for row, (came, takes) in enumerate(case.calls[["came", "takes"]].to_numpy()):
    who = ends.argmin()
    waits[row] = max(ends[who] - came, 0)
    ends[who] = came + waits[row] + takes
mean_wait = waits.mean()
hang_up = "shorter"
# %% 10-8-answer
table = case.triaged.sort_values("chance_major")
major = (table["severity"] == "major").to_numpy()
called = (table["chance_major"] >= 0.5).to_numpy()
quality = {"recall": (major & called).sum() / major.sum(), "precision": (major & called).sum() / called.sum()}
cheapest = {"cost": float("inf")}
for step in range(1, 20):
    called = (table["chance_major"] >= step / 20).to_numpy()
    cost = (major & ~called).sum() * case.costs["missed"] + (called & ~major).sum() * case.costs["called"]
    if cost < cheapest["cost"]:
        cheapest = {"threshold": step / 20, "cost": cost}
# %% 10-10-answer
# as in the reference
told = case.department


def month(plan):
    return rm.complaints.model.plan_month(plan, told["failures"], told["major"], told["loss"])


plan = {"ease": 0.0, "staff": 4.0, "remedy": 1.0, "training": 1.0}
while month(plan)["cost"] > told["budget"]:
    plan["staff"] -= 0.5
for ease in np.linspace(0, 1, 101):
    for days in np.linspace(4, 30, 131):
        trial = {"ease": ease, "staff": days, "remedy": 1.0, "training": 1.0}
        found = month(trial)
        if found["cost"] <= told["budget"] and found["share"] > month(plan)["share"]:
            plan = trial
