# about = "no pandas for the sums: loops, sums over years, and a survival curve month by month"
# kind = "right"
# %% 07-1-answer
left = 1.0
for month in range(12):
    left *= 1 - case.monthly_churn
annual_churn = 1 - left
lifetime_months = sum((1 - case.monthly_churn) ** month for month in range(5000))


# %% 07-2-answer
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    total, worth = 0.0, margin
    for year in range(3000):
        if year > 0 or first_margin == "start":
            total += worth
        worth *= annual_retention / (1 + annual_discount_rate)
    return total


# %% 07-3-answer
import statistics

first, sums = {}, {}
for row in case.orders.sort_values("ordered_on").itertuples():
    start = first.setdefault(row.customer_id, row.ordered_on)
    days = (row.ordered_on - start).days
    if days < 730:
        paid = row.profit * (1 + case.annual_discount_rate) ** (-days / 365)
        sums[row.customer_id] = sums.get(row.customer_id, 0) + paid
middle = statistics.mean(sums.values())
reach = 1.96 * statistics.stdev(sums.values()) / len(sums) ** 0.5
value = dict(mean=middle, low=middle - reach, high=middle + reach)
# %% 07-4-answer
rows = list(zip(case.stays["months"], case.stays["lost"]))
stay_12, terms = 1.0, 0.0
for month in range(1, 13):
    at_risk = sum(months >= month for months, lost in rows)
    gone = sum(lost and months == month for months, lost in rows)
    stay_12 *= (at_risk - gone) / at_risk
    terms += gone / (at_risk * (at_risk - gone))
stay_12_error = stay_12 * terms**0.5
# %% 07-6-answer
import math
from itertools import pairwise

seen = list(case.retention["survival"])[: case.fitted_years + 1]
lost = [1000 * (one - other) for one, other in pairwise(seen)]


def likelihood(alpha, beta):
    total, there = 0.0, 1.0
    for year, gone in enumerate(lost):
        stays = (beta + year) / (alpha + beta + year)
        total += gone * math.log(there * (1 - stays))
        there *= stays
    return total + 1000 * seen[-1] * math.log(there)


alpha, beta, step = 1.0, 1.0, 0.5
while step > 1e-6:
    tries = [(alpha + a * step, beta + b * step) for a in (-1, 0, 1) for b in (-1, 0, 1)]
    best = max((pair for pair in tries if min(pair) > 0), key=lambda pair: likelihood(*pair))
    if best == (alpha, beta):
        step /= 2
    alpha, beta = best
fit = {"alpha": alpha, "beta": beta}
stay_12_years = math.prod((beta + year) / (alpha + beta + year) for year in range(12))
stay_12_constant = (sum(seen[1:]) / sum(seen[:-1])) ** 12
# %% 07-8-answer
rows = sorted(case.profits.itertuples(), key=lambda row: -row.profit_2023)
after = sorted(case.profits.itertuples(), key=lambda row: -row.profit_2024)
top, others = rows[:80], rows[80:]
in_all = sum(row.profit_2023 for row in rows)
weighted = sum(rank * row.profit_2023 for rank, row in enumerate(reversed(rows), start=1))
both = {row.customer_id for row in top} & {row.customer_id for row in after[:80]}
concentration = {
    "gini": 2 * weighted / (400 * in_all) - 401 / 400,
    "top_share": sum(row.profit_2023 for row in top) / in_all,
    "still_on_top": len(both) / 80,
}
times = 4 * sum(row.profit_2023 for row in top) / sum(row.profit_2023 for row in others)
