# Mistakes in assignment 11, written blind from the prompts alone.
# %% 11-1-answer · the points of the year of earning, nothing burned
def expiry(earned, burned, years):
    return earned[-years] if len(earned) >= years else 0


# %% 11-1-answer · only the last year's burning taken off
def expiry(earned, burned, years):
    return max(0, earned[-years] - burned[-1]) if len(earned) >= years else 0


# %% 11-1-answer · newest points burned first
def expiry(earned, burned, years):
    left = []
    for year in range(len(earned)):
        left, take = [*left, earned[year]], burned[year]
        for k in reversed(range(len(left))):
            used = min(left[k], take)
            left[k], take = left[k] - used, take - used
        gone, left = (left[0], left[1:]) if len(left) >= years else (0, left)
    return gone


# %% 11-1-answer · year of earning not counted, expires a year later
_right = expiry


def expiry(earned, burned, years):
    return _right(earned, burned, years + 1)


# %% 11-1-answer · expiries of all years added up
_right = expiry


def expiry(earned, burned, years):
    return sum(_right(earned[:k], burned[:k], years) for k in range(1, len(earned) + 1))


# %% 11-1-answer · balance instead of what expires
def expiry(earned, burned, years):
    return sum(earned) - sum(burned)


# %% 11-1-answer · two years built in
_right = expiry


def expiry(earned, burned, years):
    return _right(earned, burned, 2)


# %% 11-1-answer · all burning ever off the expiring year, earlier points forgotten
def expiry(earned, burned, years):
    return max(0, earned[-years] - sum(burned)) if len(earned) >= years else 0


# %% 11-1-answer · prints the number and returns nothing
def expiry(earned, burned, years):
    print(max(0, sum(earned[: len(earned) - years + 1]) - sum(burned)))


# %% 11-2-answer · the two years swapped
expired = expired.rename(columns={"at_end_2023": "at_end_2024", "at_end_2024": "at_end_2023"})
# %% 11-2-answer · points expire at the end of the year they were earned in
_year, _who, _burn = (
    case.ledger["entered_on"].dt.year,
    case.ledger["customer_id"],
    case.ledger["kind"] == "burn",
)
_sum = {y: case.ledger["points"].where(_year == y, 0).groupby(_who).sum().clip(lower=0) for y in (2023, 2024)}
expired = pd.DataFrame({"at_end_2023": _sum[2023], "at_end_2024": _sum[2024]})
# %% 11-2-answer · points of 2023 less the burning of 2024 alone
_year, _who, _burn = (
    case.ledger["entered_on"].dt.year,
    case.ledger["customer_id"],
    case.ledger["kind"] == "burn",
)
_plus = case.ledger["points"].where(~_burn & (_year == 2023), 0).groupby(_who).sum()
_minus = -case.ledger["points"].where(_burn & (_year == 2024), 0).groupby(_who).sum()
expired = expired.assign(at_end_2024=(_plus - _minus).clip(lower=0))
# %% 11-2-answer · what expired in 2023 expires in 2024 once more
expired = expired.assign(at_end_2024=expired["at_end_2023"] + expired["at_end_2024"])
# %% 11-2-answer · burning of 2023 forgotten for the first year
_year, _who, _burn = (
    case.ledger["entered_on"].dt.year,
    case.ledger["customer_id"],
    case.ledger["kind"] == "burn",
)
_left = case.ledger["points"].where(_year == 2022, 0).groupby(_who).sum()
expired = expired.assign(at_end_2023=_left.clip(lower=0))
# %% 11-2-answer · burned points are negative already and subtracted again
_year, _who, _burn = (
    case.ledger["entered_on"].dt.year,
    case.ledger["customer_id"],
    case.ledger["kind"] == "burn",
)
_plus = case.ledger["points"].where(~_burn & (_year == 2022), 0).groupby(_who).sum()
_minus = case.ledger["points"].where(_burn & (_year <= 2023), 0).groupby(_who).sum()
expired = expired.assign(at_end_2023=(_plus - _minus).clip(lower=0))
# %% 11-2-answer · not cut off at zero
_year, _who, _burn = (
    case.ledger["entered_on"].dt.year,
    case.ledger["customer_id"],
    case.ledger["kind"] == "burn",
)
_plus = case.ledger["points"].where(~_burn & (_year == 2022), 0).groupby(_who).sum()
_minus = -case.ledger["points"].where(_burn & (_year <= 2023), 0).groupby(_who).sum()
expired = expired.assign(at_end_2023=_plus - _minus)
# %% 11-2-answer · booked as negative points
expired = -expired
# %% 11-2-answer · in CNY instead of points
expired = expired * case.point_value
# %% 11-2-answer · only the members for whom something expires
expired = expired[(expired > 0).any(axis=1)]
# %% 11-2-answer · balances at the end of the years
_sum = {
    y: case.ledger[case.ledger["entered_on"].dt.year <= y].groupby("customer_id")["points"].sum()
    for y in (2023, 2024)
}
expired = (
    pd.DataFrame({"at_end_2023": _sum[2023], "at_end_2024": _sum[2024]}).reindex(expired.index).fillna(0)
)
# %% 11-3-answer · in points
account = account / case.point_value
# %% 11-3-answer · chapter's 0.02 a point instead of the case's value
account = account / case.point_value * 0.02
# %% 11-3-answer · what leaves the account booked positive
account = account.assign(burn=-account["burn"], expire=-account["expire"])
# %% 11-3-answer · expiry not taken off the closing
account = account.assign(closing=account[["opening", "earn", "adjust", "burn"]].sum(axis=1))
# %% 11-3-answer · every year opens at zero
_flow = account[["earn", "adjust", "burn", "expire"]].sum(axis=1)
account = account.assign(opening=0.0, closing=_flow)
# %% 11-3-answer · expiry booked on the first day of the next year
account = account.assign(expire=account["expire"].shift(1).fillna(0))
_flow = account[["earn", "adjust", "burn", "expire"]].sum(axis=1).cumsum()
account = account.assign(opening=_flow.shift(1).fillna(0), closing=_flow)
# %% 11-3-answer · adjustments put in with what was earned
account = account.assign(earn=account["earn"] + account["adjust"], adjust=0.0)
# %% 11-3-answer · years as columns
account = account.T
# %% 11-3-answer · mean a member instead of the whole account
account = account / case.ledger["customer_id"].nunique()
# %% 11-3-answer · rounded to whole CNY
account = account.round(0)
# %% 11-4-answer · expected redemption left out
# check: 4
_s = case.sale
_alone = _s["points"] * _s["value"]
split = {
    "goods": _s["sales"] ** 2 / (_s["sales"] + _alone),
    "points": _s["sales"] * _alone / (_s["sales"] + _alone),
}
# %% 11-4-answer · points at full stand-alone price, goods as the rest
# check: 4
_alone = case.sale["points"] * case.sale["value"] * case.sale["redemption"]
split = {"goods": case.sale["sales"] - _alone, "points": _alone}
# %% 11-4-answer · all sales as revenue at once, points on top
# check: 4
split = {**dict(split), "goods": case.sale["sales"]}
# %% 11-4-answer · breakage instead of redemption
# check: 4
_s = case.sale
_alone = _s["points"] * _s["value"] * (1 - _s["redemption"])
split = {
    "goods": _s["sales"] ** 2 / (_s["sales"] + _alone),
    "points": _s["sales"] * _alone / (_s["sales"] + _alone),
}
# %% 11-4-answer · goods and points swapped
# check: 4
split = {"goods": dict(split)["points"], "points": dict(split)["goods"]}
# %% 11-4-answer · old estimate kept in period 3
# check: 4 schedule
_revenue = pd.Series(case.redeemed, [1, 2, 3]) / case.expected[0] * 10_000
schedule = pd.DataFrame({"revenue": _revenue, "liability": 10_000 - _revenue.cumsum()})
# %% 11-4-answer · each period by its own estimate, no catching up
# check: 4 schedule
_revenue = pd.Series(case.redeemed, [1, 2, 3]) / pd.Series(case.expected, [1, 2, 3]) * 10_000
schedule = pd.DataFrame({"revenue": _revenue, "liability": 10_000 - _revenue.cumsum()})
# %% 11-4-answer · revenue cumulated
# check: 4 schedule
schedule = schedule.assign(revenue=schedule["revenue"].cumsum())
# %% 11-4-answer · liability at the beginning of the period
# check: 4 schedule
schedule = schedule.assign(liability=schedule["liability"].shift(1).fillna(10_000))
# %% 11-4-answer · liability less this period's revenue only
# check: 4 schedule
schedule = schedule.assign(liability=10_000 - schedule["revenue"])
# %% 11-4-answer · last estimate used in all periods
# check: 4 schedule
_revenue = pd.Series(case.redeemed, [1, 2, 3]) / case.expected[2] * 10_000
schedule = pd.DataFrame({"revenue": _revenue, "liability": 10_000 - _revenue.cumsum()})
# %% 11-4-answer · change with the wrong sign
# check: 4 change
change = -change
# %% 11-4-answer · change on the points of period 3 alone
# check: 4 change
change = 10_000 * case.redeemed[2] * (1 / case.expected[2] - 1 / case.expected[1])
# %% 11-4-answer · change on the points redeemed before period 3
# check: 4 change
change = 10_000 * sum(case.redeemed[:2]) * (1 / case.expected[2] - 1 / case.expected[1])
# %% 11-4-answer · relative change of the estimate on the whole sum deferred
# check: 4 change
change = 10_000 * (case.expected[2] - case.expected[1]) / case.expected[1]
# %% 11-5-answer · from and to transposed
# check: 5
counts = counts.T
# %% 11-5-answer · a year too early, 2022 to 2023
# check: 5
_m = case.memberships.sort_values("membership_id")
_then, _now = (_m[_m["since"] <= f"{y}-12-31"].groupby("customer_id")["tier"].last() for y in (2022, 2023))
counts = pd.crosstab(_then, _now.reindex(_then.index)).reindex(
    index=counts.index, columns=counts.columns, fill_value=0
)
# %% 11-5-answer · joined in 2024 counted as base before
# check: 5
_m = case.memberships.sort_values("membership_id")
_then, _now = (_m[_m["since"] <= f"{y}-12-31"].groupby("customer_id")["tier"].last() for y in (2023, 2024))
counts = pd.crosstab(_then.reindex(_now.index).fillna("base"), _now).reindex(
    index=counts.index, columns=counts.columns, fill_value=0
)
# %% 11-5-answer · only members with an event in 2024
# check: 5
_m = case.memberships.sort_values("membership_id")
_then = _m[_m["since"] <= "2023-12-31"].groupby("customer_id")["tier"].last()
_now = _m[_m["since"].dt.year == 2024].groupby("customer_id")["tier"].last()
counts = pd.crosstab(_then.reindex(_now.index), _now).reindex(
    index=counts.index, columns=counts.columns, fill_value=0
)
# %% 11-5-answer · first tier ever instead of the last
# check: 5
_m = case.memberships.sort_values("membership_id")
_then, _now = (_m[_m["since"] <= f"{y}-12-31"].groupby("customer_id")["tier"].first() for y in (2023, 2024))
counts = pd.crosstab(_then, _now.reindex(_then.index)).reindex(
    index=counts.index, columns=counts.columns, fill_value=0
)
# %% 11-5-answer · shares of each column
# check: 5 shares
migration = counts / counts.sum()
# %% 11-5-answer · shares of all members
# check: 5 shares
migration = counts / counts.to_numpy().sum()
# %% 11-5-answer · per cent for shares
# check: 5 shares
migration = 100 * migration
# %% 11-5-answer · rows divided along the wrong axis
# check: 5 shares
migration = counts / counts.sum(axis=1)
# %% 11-6-answer · without less with the head start
# check: 6
cards = {**dict(cards), "difference": -dict(cards)["difference"], "z": -dict(cards)["z"]}
# %% 11-6-answer · relative difference
# check: 6
_c = case.cards
cards = {
    **dict(cards),
    "difference": _c["done_head_start"] / _c["head_start"] / (_c["done_plain"] / _c["plain"]) - 1,
}
# %% 11-6-answer · difference in per cent points as a number
# check: 6
cards = {**dict(cards), "difference": 100 * dict(cards)["difference"]}
# %% 11-6-answer · chi-square for z
# check: 6
cards = {**dict(cards), "z": dict(cards)["z"] ** 2}
# %% 11-6-answer · pooled error with all cards as one sample
# check: 6
_c = case.cards
_n = _c["plain"] + _c["head_start"]
_p = (_c["done_plain"] + _c["done_head_start"]) / _n
cards = {**dict(cards), "z": dict(cards)["difference"] / np.sqrt(_p * (1 - _p) / _n)}
# %% 11-6-answer · ratio of shares for the ratio of odds
# check: 6
_c = case.cards
cards = {
    **dict(cards),
    "odds_ratio": _c["done_head_start"] / _c["head_start"] / (_c["done_plain"] / _c["plain"]),
}
# %% 11-6-answer · odds of the empty cards over those with a head start
# check: 6
cards = {**dict(cards), "odds_ratio": 1 / dict(cards)["odds_ratio"]}
# %% 11-6-answer · logarithm of the odds ratio
# check: 6
cards = {**dict(cards), "odds_ratio": np.log(dict(cards)["odds_ratio"])}
# %% 11-6-answer · one standard error to either side
# check: 6 interval
_d, _half = dict(cards)["difference"], (dict(interval)["high"] - dict(interval)["low"]) / 2
interval = {"low": _d - _half / 1.96, "high": _d + _half / 1.96}
# %% 11-6-answer · interval of the share with a head start
# check: 6 interval
_p = case.cards["done_head_start"] / case.cards["head_start"]
_half = 1.96 * np.sqrt(_p * (1 - _p) / case.cards["head_start"])
interval = {"low": _p - _half, "high": _p + _half}
# %% 11-6-answer · interval around zero
# check: 6 interval
interval = {name: bound - dict(cards)["difference"] for name, bound in dict(interval).items()}
# %% 11-7-answer · sum of orders over all three years as after
_who, _m = case.customers["customer_id"], case.memberships
_all = case.orders["customer_id"].value_counts().reindex(_who, fill_value=0)
_member = _all.index.isin(_m.loc[(_m["event"] == "joined") & (_m["since"] <= "2022-12-31"), "customer_id"])
effects = {**dict(effects), "naive": _all[_member].mean() - _all[~_member].mean()}
# %% 11-7-answer · members are all who ever joined
_o, _who = case.orders, case.customers["customer_id"]
_after = _o[_o["ordered_on"].dt.year == 2023]["customer_id"].value_counts().reindex(_who, fill_value=0)
_member = _after.index.isin(case.memberships["customer_id"])
effects = {**dict(effects), "naive": _after[_member].mean() - _after[~_member].mean()}
# %% 11-7-answer · those who join later left out of the others
_o, _m = case.orders, case.memberships[case.memberships["event"] == "joined"]
_after = _o[_o["ordered_on"].dt.year == 2023]["customer_id"].value_counts()
_after = _after.reindex(case.customers["customer_id"], fill_value=0)
_early, _ever = (_after.index.isin(m["customer_id"]) for m in (_m[_m["since"] <= "2022-12-31"], _m))
effects = {**dict(effects), "naive": _after[_early].mean() - _after[~_ever].mean()}
# %% 11-7-answer · customers without an order in 2023 missing instead of 0
_o, _m = case.orders, case.memberships
_after = _o[_o["ordered_on"].dt.year == 2023]["customer_id"].value_counts()
_member = _after.index.isin(_m.loc[(_m["event"] == "joined") & (_m["since"] <= "2022-12-31"), "customer_id"])
effects = {**dict(effects), "naive": _after[_member].mean() - _after[~_member].mean()}
# %% 11-7-answer · medians for means
_o, _m, _who = case.orders, case.memberships, case.customers["customer_id"]
_after = _o[_o["ordered_on"].dt.year == 2023]["customer_id"].value_counts().reindex(_who, fill_value=0)
_member = _after.index.isin(_m.loc[(_m["event"] == "joined") & (_m["since"] <= "2022-12-31"), "customer_id"])
effects = {**dict(effects), "naive": float(_after[_member].median() - _after[~_member].median())}
# %% 11-7-answer · half a year before not doubled
_o, _m, _who = case.orders, case.memberships, case.customers["customer_id"]
_after = _o[_o["ordered_on"].dt.year == 2023]["customer_id"].value_counts().reindex(_who, fill_value=0)
_change = _after - _o[_o["ordered_on"] < "2022-07-01"]["customer_id"].value_counts().reindex(
    _who, fill_value=0
)
_member = _after.index.isin(_m.loc[(_m["event"] == "joined") & (_m["since"] <= "2022-12-31"), "customer_id"])
effects = {**dict(effects), "did": _change[_member].mean() - _change[~_member].mean()}
# %% 11-7-answer · change of the members alone
_o, _m, _who = case.orders, case.memberships, case.customers["customer_id"]
_after = _o[_o["ordered_on"].dt.year == 2023]["customer_id"].value_counts().reindex(_who, fill_value=0)
_change = _after - 2 * _o[_o["ordered_on"] < "2022-07-01"]["customer_id"].value_counts().reindex(
    _who, fill_value=0
)
_member = _after.index.isin(_m.loc[(_m["event"] == "joined") & (_m["since"] <= "2022-12-31"), "customer_id"])
effects = {**dict(effects), "did": _change[_member].mean()}
# %% 11-7-answer · groups of equal orders before not weighed by members
_o, _m, _who = case.orders, case.memberships, case.customers["customer_id"]
_after = _o[_o["ordered_on"].dt.year == 2023]["customer_id"].value_counts().reindex(_who, fill_value=0)
_before = _o[_o["ordered_on"] < "2022-07-01"]["customer_id"].value_counts().reindex(_who, fill_value=0)
_member = _after.index.isin(_m.loc[(_m["event"] == "joined") & (_m["since"] <= "2022-12-31"), "customer_id"])
_gap = _after[_member].groupby(_before[_member]).mean() - _after[~_member].groupby(_before[~_member]).mean()
effects = {**dict(effects), "matched": _gap.mean()}
# %% 11-7-answer · members without such others kept, others' mean counted as 0
_o, _m, _who = case.orders, case.memberships, case.customers["customer_id"]
_after = _o[_o["ordered_on"].dt.year == 2023]["customer_id"].value_counts().reindex(_who, fill_value=0)
_before = _o[_o["ordered_on"] < "2022-07-01"]["customer_id"].value_counts().reindex(_who, fill_value=0)
_member = _after.index.isin(_m.loc[(_m["event"] == "joined") & (_m["since"] <= "2022-12-31"), "customer_id"])
_twins = _after[~_member].groupby(_before[~_member]).mean()
effects = {**dict(effects), "matched": (_after[_member] - _before[_member].map(_twins).fillna(0)).mean()}
# %% 11-7-answer · others less members
effects = {name: -effect for name, effect in dict(effects).items()}
# %% 11-7-answer · naive and difference in differences swapped
effects = {**dict(effects), "naive": dict(effects)["did"], "did": dict(effects)["naive"]}
# %% 11-8-answer · over all customers instead of members
# check: 8
truth = (case.worlds["after"] - case.worlds["without"]).mean()
# %% 11-8-answer · members with the club against others with it
# check: 8
_mean = case.worlds.groupby("member")["after"].mean()
truth = _mean[True] - _mean[False]
# %% 11-8-answer · sum over members
# check: 8
truth = (case.worlds["after"] - case.worlds["without"])[case.worlds["member"]].sum()
# %% 11-8-answer · effect as a share of the orders without
# check: 8
_mine = case.worlds[case.worlds["member"]]
truth = _mine["after"].sum() / _mine["without"].sum() - 1
# %% 11-8-answer · without less with
# check: 8
_gap = (case.worlds["without"] - case.worlds["after"])[case.worlds["member"]]
truth = _gap.mean()
# %% 11-8-answer · plain mean over persons, not weighed by rewards
# check: 8 anyway
_w = case.worlds[case.worlds["rewards"] > 0]
given_away = {**dict(given_away), "share": (_w["spent_without"] / _w["spent_with"]).clip(upper=1).mean()}
# %% 11-8-answer · sums of spending of everybody divided
# check: 8 anyway
given_away = {
    **dict(given_away),
    "share": case.worlds["spent_without"].sum() / case.worlds["spent_with"].sum(),
}
# %% 11-8-answer · share not given away
# check: 8 anyway
given_away = {**dict(given_away), "share": 1 - dict(given_away)["share"]}
# %% 11-8-answer · points not turned into CNY
# check: 8 anyway
given_away = {**dict(given_away), "per_extra": dict(given_away)["per_extra"] / 0.02}
# %% 11-8-answer · extra spending for each CNY of rewards
# check: 8 anyway
given_away = {**dict(given_away), "per_extra": 1 / dict(given_away)["per_extra"]}
# %% 11-8-answer · per CNY of all spending with the club
# check: 8 anyway
given_away = {
    **dict(given_away),
    "per_extra": 0.02 * case.worlds["rewards"].sum() / case.worlds["spent_with"].sum(),
}
# %% 11-8-answer · worth of a point from task 3 instead of 0.02 CNY
# check: 8 anyway
given_away = {**dict(given_away), "per_extra": dict(given_away)["per_extra"] / 0.02 * case.point_value}
# %% 11-9-answer · everything at its most, caps not looked at
design = {"give_back": 0.2, "tiers": "easy", "expiry_years": 3, "social": 1.0, "structural": 1.0}
# %% 11-9-answer · no programme at all
design = {"give_back": 0.0, "tiers": "none", "expiry_years": 2, "social": 0.0, "structural": 0.0}
# %% 11-9-answer · points live one year against the promise
design = {**dict(design), "expiry_years": 1}
# %% 11-9-answer · give-back in per cent
design = {**dict(design), "give_back": 5}
# %% 11-9-answer · points only, as generous as can be
design = {"give_back": 0.2, "tiers": "none", "expiry_years": 2, "social": 0.0, "structural": 0.0}
# %% 11-9-answer · the dearest programme of the table, sorted the wrong way
_d = rm.membership.model.designs()
_d = _d[_d["response"] == case.board["response"]].nlargest(1, "cost").iloc[0]
design = {name: _d[name] for name in ["give_back", "tiers", "expiry_years", "social", "structural"]}
# %% 11-10-answer · financial and structural swapped
# check: 10
_swap = {"financial": "structural", "structural": "financial"}
bonds = {key: _swap.get(word, word) for key, word in dict(bonds).items()}
# %% 11-10-answer · social and structural swapped
# check: 10
_swap = {"social": "structural", "structural": "social"}
bonds = {key: _swap.get(word, word) for key, word in dict(bonds).items()}
# %% 11-10-answer · whatever costs the firm money is financial
# check: 10
bonds = {key: "financial" for key in case.benefits}
# %% 11-10-answer · airline and supermarket swapped
# check: 10 trades
_swap = {"airline": "supermarket", "supermarket": "airline"}
trades = {key: _swap.get(word, word) for key, word in dict(trades).items()}
# %% 11-10-answer · car dealer and club swapped
# check: 10 trades
_swap = {"car dealer": "club", "club": "car dealer"}
trades = {key: _swap.get(word, word) for key, word in dict(trades).items()}
# %% 11-10-answer · everything about members is in the tables
# check: 10 testable
testable = {key: "yes" for key in case.claims}
# %% 11-10-answer · without a second world nothing is testable
# check: 10 testable
testable = {key: "no" for key in case.claims}
