# Mistakes in assignment 11 beyond the bank's, written from the prompts alone.

# %% 11-1-answer · what is left of the first year, whatever expired before
def expiry(earned, burned, years):
    old = sum(earned[: len(earned) - years + 1])
    return max(old - sum(burned), 0)


# %% 11-1-answer · newest points burned first
def expiry(earned, burned, years):
    lots, due = [], 0
    for gained, used in zip(earned, burned):
        lots.append(gained)
        for place in reversed(range(len(lots))):
            taken = min(used, lots[place])
            lots[place] -= taken
            used -= taken
        due = 0
        if len(lots) >= years:
            due, lots[len(lots) - years] = lots[len(lots) - years], 0
    return due


# %% 11-1-answer · points live a year longer
def expiry(earned, burned, years):
    lots, due = [], 0
    for gained, used in zip(earned, burned):
        lots.append(gained)
        for place in range(len(lots)):
            taken = min(used, lots[place])
            lots[place] -= taken
            used -= taken
        due = 0
        if len(lots) > years:
            due, lots[len(lots) - years - 1] = lots[len(lots) - years - 1], 0
    return due


# %% 11-1-answer · two years, whatever is asked for
def expiry(earned, burned, years):
    lots, due = [], 0
    for gained, used in zip(earned, burned):
        lots.append(gained)
        for place in range(len(lots)):
            taken = min(used, lots[place])
            lots[place] -= taken
            used -= taken
        due = 0
        if len(lots) >= 2:
            due, lots[-2] = lots[-2], 0
    return due


# %% 11-1-answer · each year's burning from its own points
def expiry(earned, burned, years):
    place = len(earned) - years
    return max(earned[place] - burned[place], 0) if place >= 0 else 0


# %% 11-1-answer · the sum of all that ever expired
def expiry(earned, burned, years):
    lots, due = [], 0
    for gained, used in zip(earned, burned):
        lots.append(gained)
        for place in range(len(lots)):
            taken = min(used, lots[place])
            lots[place] -= taken
            used -= taken
        if len(lots) >= years:
            due, lots[len(lots) - years] = due + lots[len(lots) - years], 0
    return due


# %% 11-1-answer · the balance at the end in place of what expires
def expiry(earned, burned, years):
    return sum(earned) - sum(burned)


# %% 11-1-answer · may be negative
def expiry(earned, burned, years):
    gone = due = 0
    for last in range(len(earned)):
        due = sum(earned[: max(last - years + 2, 0)]) - sum(burned[: last + 1]) - gone
        gone += max(due, 0)
    return due


# %% 11-1-answer · prints and forgets to return
def expiry(earned, burned, years):
    gone = due = 0
    for last in range(len(earned)):
        due = max(sum(earned[: max(last - years + 2, 0)]) - sum(burned[: last + 1]) - gone, 0)
        gone += due
    print(due)


# %% 11-2-answer · what expired at the end of 2023 is not taken off in 2024
expired["at_end_2024"] = (plus[[2022, 2023]].sum(axis=1) - minus.sum(axis=1)).clip(lower=0)
# %% 11-2-answer · only what was burned in the same year counts
expired["at_end_2023"] = (plus[2022] - minus[2023]).clip(lower=0)
# %% 11-2-answer · forgets the adjustments
bare = by_year(ledger["kind"] == "earn")
expired = pd.DataFrame(
    {
        "at_end_2023": [expiry(bare.loc[m].tolist()[:2], minus.loc[m].tolist()[:2], 2) for m in bare.index],
        "at_end_2024": [expiry(bare.loc[m].tolist(), minus.loc[m].tolist(), 2) for m in bare.index],
    },
    index=bare.index,
)
# %% 11-2-answer · expires in the year after it was earned in, burned up to 2022 only
expired["at_end_2023"] = (plus[2022] - minus[2022]).clip(lower=0)
# %% 11-2-answer · the columns swapped
expired = expired.rename(columns={"at_end_2023": "at_end_2024", "at_end_2024": "at_end_2023"})
# %% 11-2-answer · members without expiry left out
expired = expired[expired.sum(axis=1) > 0]
# %% 11-2-answer · burned of 2024 for the end of 2023 too
expired["at_end_2023"] = (plus[2022] - minus.sum(axis=1)).clip(lower=0)
# %% 11-2-answer · negative, as it leaves the account
expired = -expired
# %% 11-2-answer · a row of all members together below
expired.loc["total"] = expired.sum()
# %% 11-2-answer · all points of 2022 expire, burned or not
expired["at_end_2023"] = plus[2022]
# %% 11-2-answer · not cut off at zero
expired["at_end_2023"] = plus[2022] - minus[2022] - minus[2023]

# %% 11-3-answer · points in place of CNY
account = account / case.point_value
# %% 11-3-answer · burned and expired written as positive
account[["burn", "expire"]] = account[["burn", "expire"]].abs()
# %% 11-3-answer · adjustments counted as earned
account["earn"], account["adjust"] = account["earn"] + account["adjust"], 0.0
# %% 11-3-answer · expiry a year late
account["expire"] = account["expire"].shift(fill_value=0.0)
# %% 11-3-answer · opening always zero
account["opening"] = 0.0
# %% 11-3-answer · closing is the year's balance alone
account["closing"] = account[["earn", "adjust", "burn", "expire"]].sum(axis=1)
# %% 11-3-answer · closing before expiry
account["closing"] = account["closing"] - account["expire"]
# %% 11-3-answer · at the chapter's two fen a point
account = (account / case.point_value * 0.02).round(2)
# %% 11-3-answer · whole yuan
account = account.round(0)
# %% 11-3-answer · transposed
account = account.T
# %% 11-3-answer · years as text
account.index = account.index.astype(str)
# %% 11-4-answer · points at their full worth taken off
worth = sale["points"] * sale["value"]
split = {"goods": sale["sales"] - worth, "points": worth}
# %% 11-4-answer · forgets the share redeemed
worth = sale["points"] * sale["value"]
points_part = sale["sales"] * worth / (sale["sales"] + worth)
split = {"goods": sale["sales"] - points_part, "points": points_part}
# %% 11-4-answer · takes breakage for redemption
worth = sale["points"] * sale["value"] * (1 - sale["redemption"])
points_part = sale["sales"] * worth / (sale["sales"] + worth)
split = {"goods": sale["sales"] - points_part, "points": points_part}
# %% 11-4-answer · goods and points swapped
split = {"goods": split["points"], "points": split["goods"]}
# %% 11-4-answer · goods keep the whole price
split["goods"] = sale["sales"]
# %% 11-4-answer · expected worth taken straight off the sale
split = {"goods": sale["sales"] - alone, "points": alone}
# %% 11-4-answer · divides by the sale alone
part = alone / (sale["sales"] - alone) * sale["sales"]
split = {"goods": sale["sales"] - part, "points": part}
# %% 11-4-answer · revenue cumulated
schedule["revenue"] = cumulative
# %% 11-4-answer · each period over its own estimate, no catching up
own = 10_000 * np.array(case.redeemed) / np.array(case.expected)
schedule = pd.DataFrame({"revenue": own, "liability": 10_000 - own.cumsum()}, index=[1, 2, 3])
# %% 11-4-answer · keeps the old estimate
old = 10_000 * so_far / case.expected[0]
schedule = pd.DataFrame({"revenue": np.diff(old, prepend=0), "liability": 10_000 - old}, index=[1, 2, 3])
# %% 11-4-answer · the new estimate from the beginning
new = 10_000 * so_far / case.expected[2]
schedule = pd.DataFrame({"revenue": np.diff(new, prepend=0), "liability": 10_000 - new}, index=[1, 2, 3])
# %% 11-4-answer · liability at the beginning of the period
schedule["liability"] = schedule["liability"].shift(fill_value=10_000)
# %% 11-4-answer · liability before what is earned
schedule["liability"] = 10_000 - schedule["revenue"]
# %% 11-4-answer · counted from period 0
schedule.index = [0, 1, 2]
# %% 11-4-answer · sign of the change
change = -change
# %% 11-4-answer · change on the points of the period alone
change = 10_000 * case.redeemed[2] * (1 / case.expected[2] - 1 / case.expected[1])
# %% 11-4-answer · change on the points redeemed before
change = 10_000 * so_far[1] * (1 / case.expected[2] - 1 / case.expected[1])
# %% 11-4-answer · change as the difference of revenues of periods 3 and 2
change = schedule["revenue"][3] - schedule["revenue"][2]
# %% 11-4-answer · change of the estimate in points
change = case.expected[1] - case.expected[2]

# %% 11-5-answer · transposed: from in columns
counts = counts.T
# %% 11-5-answer · shares of each column
migration = counts.div(counts.sum(axis=0), axis=1)
# %% 11-5-answer · shares of all members
migration = counts / counts.to_numpy().sum()
# %% 11-5-answer · migration in per cent
migration = 100 * migration
# %% 11-5-answer · the members of the end of 2024, with those who joined later
then = tier_on("2024-12-31")
counts = pd.crosstab(before.reindex(then.index).fillna("base"), then).reindex(index=names, columns=names)
# %% 11-5-answer · the first tier in place of the latest
first_tier = case.memberships.sort_values("membership_id").groupby("customer_id")["tier"].first()
counts = pd.crosstab(first_tier.reindex(before.index), tier_on("2024-12-31").reindex(before.index))
counts = counts.reindex(index=names, columns=names, fill_value=0)


# %% 11-5-answer · up to the day before
def day_early(day):
    so_far = case.memberships[case.memberships["since"] < day].sort_values("membership_id")
    return so_far.groupby("customer_id")["tier"].last().astype(str)


early = day_early("2023-12-31")
counts = pd.crosstab(early, day_early("2024-12-31").reindex(early.index))
counts = counts.reindex(index=names, columns=names, fill_value=0)
# %% 11-5-answer · counts events of the year
moves = case.memberships[case.memberships["since"].dt.year == 2024]
counts = pd.crosstab(before.reindex(moves["customer_id"]).to_numpy(), moves["tier"].to_numpy())
counts = counts.reindex(index=names, columns=names, fill_value=0)
# %% 11-5-answer · rows and columns of the alphabet under the wrong names
sorted_counts = counts.loc[["base", "gold", "silver"], ["base", "gold", "silver"]]
counts = pd.DataFrame(sorted_counts.to_numpy(), index=names, columns=names)

# %% 11-6-answer · plain less head start
cards["difference"] = -cards["difference"]
# %% 11-6-answer · difference in percentage points
cards["difference"] = 100 * cards["difference"]
# %% 11-6-answer · z with the groups' own shares
cards["z"] = (p1 - p0) / np.sqrt(p0 * (1 - p0) / n0 + p1 * (1 - p1) / n1)
# %% 11-6-answer · chi-square in place of z
cards["z"] = cards["z"] ** 2
# %% 11-6-answer · z over one group's size only
cards["z"] = (p1 - p0) / np.sqrt(pooled * (1 - pooled) / (n0 + n1))
# %% 11-6-answer · risk ratio in place of odds ratio
cards["odds_ratio"] = p1 / p0
# %% 11-6-answer · odds ratio upside down
cards["odds_ratio"] = 1 / cards["odds_ratio"]
# %% 11-6-answer · log of the odds ratio
cards["odds_ratio"] = np.log(cards["odds_ratio"])
# %% 11-6-answer · redeemed over the other group's cards
cards["difference"] = x1 / n0 - x0 / n1
# %% 11-6-answer · the mean of both shares as pooled
even = (p0 + p1) / 2
cards["z"] = (p1 - p0) / np.sqrt(even * (1 - even) * (1 / (n0 + n1)))
# %% 11-6-answer · interval of one standard error
interval = {"low": p1 - p0 - error, "high": p1 - p0 + error}
# %% 11-6-answer · interval of the head start's share alone
alone_error = 1.96 * np.sqrt(p1 * (1 - p1) / n1)
interval = {"low": p1 - alone_error, "high": p1 + alone_error}
# %% 11-6-answer · standard errors added in place of variances
added = np.sqrt(p0 * (1 - p0) / n0) + np.sqrt(p1 * (1 - p1) / n1)
interval = {"low": p1 - p0 - 1.96 * added, "high": p1 - p0 + 1.96 * added}

# %% 11-7-answer · all who ever joined are members
ever = pd.Series(index.isin(joined.index), index=people.index)
effects["naive"] = people.loc[ever, "after"].mean() - people.loc[~ever, "after"].mean()
# %% 11-7-answer · before of the whole of 2022
whole = case.orders.loc[day.dt.year == 2022, "customer_id"].value_counts()
people["year"] = index.map(whole).fillna(0)
moved = people["after"] - people["year"]
effects["did"] = moved[people["member"]].mean() - moved[~people["member"]].mean()
# %% 11-7-answer · does not double the half-year
moved = people["after"] - people["before"]
effects["did"] = moved[people["member"]].mean() - moved[~people["member"]].mean()
# %% 11-7-answer · halves the year in place
moved = people["after"] / 2 - people["before"]
effects["did"] = moved[people["member"]].mean() - moved[~people["member"]].mean()
# %% 11-7-answer · those without an order after are left out
some = people[people["after"] > 0].groupby("member")["after"].mean()
effects["naive"] = some[True] - some[False]
# %% 11-7-answer · matched the other way: over others
members_twins = mine.groupby("before")["after"].mean()
effects["matched"] = (others["before"].map(members_twins) - others["after"]).mean()
# %% 11-7-answer · mean over numbers of orders in place of members
effects["matched"] = (mine.groupby("before")["after"].mean() - twins).mean()
# %% 11-7-answer · members' change only
effects["did"] = change_of[people["member"]].mean()
# %% 11-7-answer · before and after as one difference
effects["naive"] = mine["after"].mean() - mine["before"].mean()
# %% 11-7-answer · the sign the wrong way round
effects = {name: -value for name, value in effects.items()}
# %% 11-7-answer · after counts 2023 and 2024
both_years = index.map(case.orders.loc[day.dt.year >= 2023, "customer_id"].value_counts()).fillna(0)
people["both"] = both_years
effects["naive"] = people.loc[people["member"], "both"].mean() - people.loc[~people["member"], "both"].mean()

# %% 11-8-answer · over everybody in place of members
truth = gain.mean()
# %% 11-8-answer · members with the club less others with it
truth = worlds.loc[worlds["member"], "after"].mean() - worlds.loc[~worlds["member"], "after"].mean()
# %% 11-8-answer · the sum in place of the mean
truth = gain[worlds["member"]].sum()
# %% 11-8-answer · as a share of orders without
truth = truth / worlds.loc[worlds["member"], "without"].mean()
# %% 11-8-answer · every person alike
given_away["share"] = share.mean()
# %% 11-8-answer · the complement
given_away["share"] = 1 - given_away["share"]
# %% 11-8-answer · sums over sums
given_away["share"] = worlds["spent_without"].sum() / worlds["spent_with"].sum()
# %% 11-8-answer · points in place of CNY
given_away["per_extra"] = given_away["per_extra"] / 0.02
# %% 11-8-answer · upside down
given_away["per_extra"] = 1 / given_away["per_extra"]
# %% 11-8-answer · the extra of members only
extra = (worlds["spent_with"] - worlds["spent_without"])[worlds["member"]].sum()
given_away["per_extra"] = 0.02 * worlds["rewards"].sum() / extra
# %% 11-8-answer · rewards over all spending
given_away["per_extra"] = 0.02 * worlds["rewards"].sum() / worlds["spent_with"].sum()
# %% 11-9-answer · expires within the year
design = {**design, "expiry_years": 1}
# %% 11-9-answer · five per cent for everybody, everything at the top
design = {"give_back": 0.2, "tiers": "easy", "expiry_years": 3, "social": 1.0, "structural": 1.0}
# %% 11-9-answer · nothing at all
design = {"give_back": 0.0, "tiers": "none", "expiry_years": 2, "social": 0.0, "structural": 0.0}
# %% 11-9-answer · per cent in place of shares
design = {**design, "give_back": 100 * design["give_back"] + 1}
# %% 11-9-answer · tiers as a number
design = {**design, "tiers": 1}
# %% 11-9-answer · a key is missing
design = {name: value for name, value in design.items() if name != "structural"}
# %% 11-9-answer · points only
design = {"give_back": 0.1, "tiers": "none", "expiry_years": 3, "social": 0.0, "structural": 0.0}

# %% 11-10-answer · social and structural swapped
bonds = {key: {"social": "structural", "structural": "social"}.get(word, word) for key, word in bonds.items()}
# %% 11-10-answer · everything financial
bonds = {key: "financial" for key in bonds}
# %% 11-10-answer · club and airline swapped
trades = {key: {"club": "airline", "airline": "club"}.get(word, word) for key, word in trades.items()}
# %% 11-10-answer · supermarket and dealer swapped
trades = {
    key: {"supermarket": "car dealer", "car dealer": "supermarket"}.get(word, word)
    for key, word in trades.items()
}
# %% 11-10-answer · trades without the space
trades = {key: "dealer" if word == "car dealer" else word for key, word in trades.items()}
# %% 11-10-answer · everything can be tested
testable = {key: "yes" for key in testable}
# %% 11-10-answer · the wrong way round
testable = {key: {"yes": "no", "no": "yes"}[word] for key, word in testable.items()}
# %% 11-10-answer · nothing can be tested
testable = dict.fromkeys(testable, "no")
