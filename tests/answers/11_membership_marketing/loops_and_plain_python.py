# about = "lots on a list, loops and dicts in place of pandas"
# kind = "right"
# %% 11-1-answer
def expiry(earned, burned, years):
    lots = []
    dead = 0
    for plus, minus in zip(earned, burned):
        lots.append(plus)
        place = 0
        while minus > 0 and place < len(lots):
            taken = min(minus, lots[place])
            lots[place] -= taken
            minus -= taken
            place += 1
        dead = 0
        while len(lots) >= years:
            dead += lots.pop(0)
    return dead


# %% 11-2-answer
ledger = case.ledger
books = {}
for row in ledger.itertuples():
    book = books.setdefault(row.customer_id, {"plus": [0, 0, 0], "minus": [0, 0, 0]})
    book["minus" if row.points < 0 else "plus"][row.entered_on.year - 2022] += abs(row.points)
expired = pd.DataFrame(
    {
        "at_end_2024": {who: expiry(book["plus"], book["minus"], 2) for who, book in books.items()},
        "at_end_2023": {who: expiry(book["plus"][:2], book["minus"][:2], 2) for who, book in books.items()},
    }
)
# %% 11-3-answer
opening, rows = 0, {}
for each in (2022, 2023, 2024):
    row = {"opening": opening, "earn": 0, "adjust": 0, "burn": 0, "expire": 0}
    for entry in ledger.itertuples():
        if entry.entered_on.year == each:
            row[entry.kind] += entry.points
    if each > 2022:
        row["expire"] = -int(expired[f"at_end_{each}"].sum())
    row["closing"] = opening = sum(row.values())
    rows[each] = {name: points * case.point_value for name, points in row.items()}
account = pd.DataFrame(rows).T
# %% 11-4-answer
sale = case.sale
alone = sale["points"] * sale["value"] * sale["redemption"]
whole = sale["sales"] + alone
split = {"points": sale["sales"] / whole * alone, "goods": sale["sales"] / whole * sale["sales"]}
rows, booked, done = [], 0, 0
for redeemed, total in zip(case.redeemed, case.expected):
    done += redeemed
    now = 10_000 * done / total - booked
    booked += now
    rows.append((now, 10_000 - booked))
schedule = pd.DataFrame(rows, index=[1, 2, 3], columns=["revenue", "liability"])
change = (
    schedule.loc[3, "revenue"]
    - 10_000 * done / case.expected[0]
    + 10_000 * (done - case.redeemed[2]) / case.expected[0]
)
# %% 11-5-answer
names = ["base", "silver", "gold"]
before, after = {}, {}
for row in case.memberships.sort_values("membership_id").itertuples():
    if str(row.since.date()) <= "2023-12-31":
        before[row.customer_id] = str(row.tier)
    if str(row.since.date()) <= "2024-12-31":
        after[row.customer_id] = str(row.tier)
counts = pd.DataFrame(0, index=names, columns=names)
for who, tier in before.items():
    counts.loc[tier, after[who]] += 1
migration = pd.DataFrame(
    {end: {start: counts.loc[start, end] / counts.loc[start].sum() for start in names} for end in names}
)
# %% 11-7-answer
members = set(
    case.memberships.loc[
        (case.memberships["event"] == "joined") & (case.memberships["since"].dt.year == 2022), "customer_id"
    ]
)
before = dict.fromkeys(case.customers["customer_id"], 0)
after = dict(before)
for row in case.orders.itertuples():
    if row.ordered_on.year == 2022 and row.ordered_on.month <= 6:
        before[row.customer_id] += 1
    if row.ordered_on.year == 2023:
        after[row.customer_id] += 1


def mean(values):
    values = list(values)
    return sum(values) / len(values)


twins = {}
for who in before:
    if who not in members:
        twins.setdefault(before[who], []).append(after[who])
rest = [who for who in before if who not in members]
effects = {
    "naive": mean(after[who] for who in members) - mean(after[who] for who in rest),
    "matched": mean(after[who] - mean(twins[before[who]]) for who in members if before[who] in twins),
    "did": mean(after[who] - 2 * before[who] for who in members)
    - mean(after[who] - 2 * before[who] for who in rest),
}
