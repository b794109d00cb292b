# about = "loops over customers and plain Python in place of pandas"
# kind = "right"
# %% 06-4-answer
cells = dict.fromkeys(["true", "latent", "spurious", "none"], 0)
followed = dict.fromkeys(cells, 0)
left = dict.fromkeys(cells, 0)
theirs = {}
for customer, day in zip(case.orders["customer_id"], case.orders["ordered_on"]):
    theirs.setdefault(customer, []).append(day)
first, last = case.orders["ordered_on"].min(), case.orders["ordered_on"].max()
answered = case.surveys["answered_on"]
for row in case.surveys.itertuples():
    three = [row.loyalty_initiative, row.loyalty_recommendation, row.loyalty_resistance]
    if any(pd.isna(each) for each in three) or row.answered_on > last:
        continue
    if row.answered_on - pd.Timedelta(days=182) < first:
        continue
    days = [(day - row.answered_on).days for day in theirs[row.customer_id]]
    likes = sum(three) / 3 > case.cuts["attitude"]
    buys = sum(-182 <= day <= 0 for day in days) >= case.cuts["orders"]
    name = {(True, True): "true", (True, False): "latent", (False, True): "spurious"}.get(
        (likes, buys), "none"
    )
    cells[name] += 1
    if row.answered_on + pd.Timedelta(days=365) <= last:
        followed[name] += 1
        left[name] += not any(1 <= day <= 365 for day in days)
total = sum(cells.values())
cells = {name: number / total for name, number in cells.items()}
gone = {name: left[name] / followed[name] for name in cells}
# %% 06-5-answer
import itertools

names = ["watching", "trying", "returning", "trusting", "lost"]
tally = {customer: [0] * 6 for customer in case.customers["customer_id"]}
for customer, day in zip(case.orders["customer_id"], case.orders["ordered_on"]):
    tally[customer][2 * (day.year - 2022) + (day.month > 6)] += 1
moves = [[0] * 5 for _ in range(5)]
for customer, joined in zip(case.customers["customer_id"], case.customers["joined"]):
    way, begun = [], joined.year < 2022
    for now, then in zip(tally[customer][:-1], tally[customer][1:]):
        begun = begun or now > 0
        if not begun:
            way.append(0)
        elif now == 0 and then == 0:
            way.append(4)
        else:
            way.append(1 + (now > 1) + (now > 3))
    for before, after in itertools.pairwise(way):
        moves[before][after] += 1
moves[0][0] += 4 * (case.persons - len(case.customers))
counts = pd.DataFrame(moves, index=names, columns=names)
chances = [[each / sum(row) for each in row] for row in moves[:4]] + [[0, 0, 0, 0, 1]]
matrix = pd.DataFrame(chances, index=names, columns=names)
# %% 06-9-answer
told = case.reported
customers = 1_000_000
left_of_satisfied = (customers * told["left"] * told["satisfied_of_left"]) / (customers * told["satisfied"])
groups = {(True, True): [], (True, False): [], (False, True): [], (False, False): []}
for row in case.surveys.itertuples():
    mood, trust = drivers.at[row.Index, "satisfaction"], drivers.at[row.Index, "trust"]
    if np.isnan(mood) or row.answered_on + pd.Timedelta(days=365) > last:
        continue
    days = [(day - row.answered_on).days for day in theirs[row.customer_id]]
    groups[mood >= 4, not any(1 <= day <= 365 for day in days)].append(trust)
both = len(groups[True, True])
conditionals = {
    "satisfied of left": both / (both + len(groups[False, True])),
    "left of satisfied": both / (both + len(groups[True, False])),
}
trust_gap = np.nanmean(groups[True, False]) - np.nanmean(groups[True, True])
