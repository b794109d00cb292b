# about = "loops over customers and plain Python in place of pandas"
# kind = "right"
# %% 10-1-answer
theirs = {}
for customer, day in zip(case.orders["customer_id"], case.orders["ordered_on"]):
    theirs.setdefault(customer, []).append(day)
last = max(case.orders["ordered_on"])
outcomes = {}
for order, outcome in zip(case.complaints["order_id"], case.complaints["outcome"]):
    outcomes.setdefault(order, outcome)


def came_back(customer, since):
    return any(1 <= (day - since).days <= case.within for day in theirs.get(customer, []))


def returned_within(table, since):
    return pd.Series(
        [came_back(who, when) for who, when in zip(table["customer_id"], table[since])], index=table.index
    )


tally = dict.fromkeys(["all", "spoke", "solved", "solved back", "silent back"], 0)
for row in case.surveys.itertuples():
    if row.problem == "none" or (last - row.answered_on).days < case.within:
        continue
    tally["all"] += 1
    outcome = outcomes.get(row.order_id)
    back = came_back(row.customer_id, row.answered_on)
    tally["spoke"] += outcome is not None
    tally["solved"] += outcome == "resolved"
    tally["solved back"] += outcome == "resolved" and back
    tally["silent back"] += outcome is None and back
funnel = {
    "complained": tally["spoke"] / tally["all"],
    "resolved": tally["solved"] / tally["spoke"],
    "returned": tally["solved back"] / tally["solved"],
    "silent returned": tally["silent back"] / (tally["all"] - tally["spoke"]),
}
# %% 10-4-answer
rows = case.study.to_dict("records")
failed = [row for row in rows if row["failure"]]
fine = [row for row in rows if not row["failure"]]


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def variance(values):
    values = list(values)
    return sum((value - mean(values)) ** 2 for value in values) / (len(values) - 1)


def compared(after, before):
    one = [row[after] - row[before] for row in failed]
    other = [row[after] - row[before] for row in fine]
    middle = mean(one) - mean(other)
    half = 1.96 * (variance(one) / len(one) + variance(other) / len(other)) ** 0.5
    return middle, middle - half, middle + half


middle, low, high = compared("after", "before")
differences = {
    "within": mean(row["after"] - row["before"] for row in failed),
    "between": mean(row["after"] for row in failed) - mean(row["after"] for row in fine),
    "both": middle,
}
interval = {"low": low, "high": high}
verdict = {}
for name, pair in {"satisfaction": ("after", "before"), "orders": ("orders_after", "orders_before")}.items():
    _, low, high = compared(*pair)
    verdict[name] = "higher" if low > 0 else "lower" if high < 0 else "not shown"
# %% 10-9-answer
from math import exp, factorial, floor

counts = [int(count) for count in case.weeks]
usual = sum(counts[:52]) / 52
limit = usual + 3 * usual**0.5
below = sum(exp(-usual) * usual**k / factorial(k) for k in range(floor(limit) + 1))
warning = {"false alarm": 1 - below, "alarms": len([count for count in counts[52:] if count > limit])}
