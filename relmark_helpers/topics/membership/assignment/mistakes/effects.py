"""What the usual mistakes in tasks 7 and 8 of assignment 11 lead to: the programme's effect."""

from __future__ import annotations

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.membership.assignment import right
from relmark_helpers.topics.membership.model import effect


def effects_not_doubled(case: Case) -> dict[str, float]:
    """Half a year before against a year after."""
    rows = right.table(case)
    change = (rows["after"] - rows["before"]).groupby(rows["member"]).mean()
    return right.effects(case) | {"did": float(change[True] - change[False])}


def effects_matched_for_others(case: Case) -> dict[str, float]:
    """Averaged over the others' orders before, in place of the members'."""
    rows = right.table(case)
    mine = rows[rows["member"]].groupby("before")["after"].mean()
    others = rows[~rows["member"]]
    gap = (others["before"].map(mine) - others["after"]).dropna()
    return right.effects(case) | {"matched": float(gap.mean())}


def effects_against_never(case: Case) -> dict[str, float]:
    """Whoever joined later is left out of the others, which looks into the future."""
    rows = right.table(case)
    later = rows.index.isin(case.memberships["customer_id"]) & ~rows["member"]
    rows = rows[~later]
    return {
        "naive": effect.naive(rows),
        "matched": effect.matched(rows),
        "did": effect.difference_in_differences(rows),
    }


def naive_of_ever(case: Case) -> dict[str, float]:
    """Whoever ever joined taken for a member."""
    rows = right.table(case)
    ever = rows.index.isin(case.memberships["customer_id"])
    after = rows["after"]
    return right.effects(case) | {"naive": float(after[ever].mean() - after[~ever].mean())}


def naive_of_buyers(case: Case) -> dict[str, float]:
    """Whoever placed no order after left out."""
    rows = right.table(case)
    means = rows[rows["after"] > 0].groupby("member")["after"].mean()
    return right.effects(case) | {"naive": float(means[True] - means[False])}


def effects_of_buyers(case: Case, without: str = "missing") -> dict[str, float]:
    """Who placed no order in a period missing there; or left out for the one before, or for either."""
    rows = right.table(case)
    ordered = rows[["before", "after"]] > 0
    if without == "missing":
        rows = rows.assign(**rows[["before", "after"]].where(ordered))
    else:
        rows = rows[ordered["before"] if without == "before" else ordered.all(axis=1)]
    mine, others = rows[rows["member"]], rows[~rows["member"]]
    gap = mine["after"] - mine["before"].map(others.groupby("before")["after"].mean())
    change = (rows["after"] - 2 * rows["before"]).groupby(rows["member"]).mean()
    return {
        "naive": float(mine["after"].mean() - others["after"].mean()),
        "matched": float(gap.mean()),
        "did": float(change[True] - change[False]),
    }


def naive_of_two_years(case: Case) -> dict[str, float]:
    """Orders of 2024 in what comes after."""
    rows = right.table(case)
    late = case.orders[case.orders["ordered_on"] >= "2023-01-01"]["customer_id"].value_counts()
    means = rows.index.to_series().map(late).fillna(0).groupby(rows["member"]).mean()
    return right.effects(case) | {"naive": float(means[True] - means[False])}


def naive_in_time(case: Case) -> dict[str, float]:
    """Members after less members before."""
    mine = right.table(case).query("member")
    return right.effects(case) | {"naive": float(mine["after"].mean() - mine["before"].mean())}


def naive_of_all_years(case: Case) -> dict[str, float]:
    """Orders of all years in what comes after."""
    rows = right.table(case)
    number = rows.index.to_series().map(case.orders["customer_id"].value_counts()).fillna(0)
    means = number.groupby(rows["member"]).mean()
    return right.effects(case) | {"naive": float(means[True] - means[False])}


def naive_of_medians(case: Case) -> dict[str, float]:
    """Medians in place of means."""
    middle = right.table(case).groupby("member")["after"].median()
    return right.effects(case) | {"naive": float(middle[True] - middle[False])}


def matched_by_number(case: Case) -> dict[str, float]:
    """Every number of orders before counts alike."""
    means = right.table(case).groupby(["before", "member"])["after"].mean().unstack()
    return right.effects(case) | {"matched": float((means[True] - means[False]).mean())}


def _did(case: Case, change: pd.Series) -> dict[str, float]:
    means = change.groupby(right.table(case)["member"]).mean()
    return right.effects(case) | {"did": float(means[True] - means[False])}


def did_halved(case: Case) -> dict[str, float]:
    """The year after halved in place of the half-year doubled."""
    rows = right.table(case)
    return _did(case, rows["after"] / 2 - rows["before"])


def did_of_the_year(case: Case) -> dict[str, float]:
    """All of 2022 taken for the time before."""
    rows = right.table(case)
    year = case.orders[case.orders["ordered_on"] < "2023-01-01"]["customer_id"].value_counts()
    return _did(case, rows["after"] - rows.index.to_series().map(year).fillna(0))


def did_of_members(case: Case) -> dict[str, float]:
    """The members' change alone."""
    mine = right.table(case).query("member")
    return right.effects(case) | {"did": float((mine["after"] - 2 * mine["before"]).mean())}


def truth_as_naive(case: Case) -> float:
    """Members with the club less others with it."""
    means = case.worlds.groupby("member")["after"].mean()
    return float(means[True] - means[False])


def truth_as_share(case: Case) -> float:
    """As a share of the orders without the club."""
    return right.truth(case) / float(case.worlds.query("member")["without"].mean())


def truth_of_all_together(case: Case) -> float:
    """The sum over members."""
    return right.truth(case) * float(case.worlds["member"].sum())


def truth_of_everybody(case: Case) -> float:
    """Averaged over all customers, not over members."""
    worlds = case.worlds
    return float((worlds["after"] - worlds["without"]).mean())


def anyway_unweighted(case: Case) -> dict[str, float]:
    """The mean of shares, each member counting alike."""
    takes = case.worlds[case.worlds["rewards"] > 0]
    share = (takes["spent_without"] / takes["spent_with"]).clip(upper=1).mean()
    return right.anyway(case) | {"share": float(share)}


def anyway_turned(case: Case) -> dict[str, float]:
    """The share for extra purchases in place of those made anyway."""
    found = right.anyway(case)
    return found | {"share": 1 - found["share"]}


def anyway_of_sums(case: Case) -> dict[str, float]:
    """All spending without the club over all spending with it."""
    sums = case.worlds[["spent_without", "spent_with"]].sum()
    return right.anyway(case) | {"share": float(sums["spent_without"] / sums["spent_with"])}


def _per_extra(case: Case, extra: float) -> dict[str, float]:
    rewards = right.REWARD_VALUE * float(case.worlds["rewards"].sum())
    return right.anyway(case) | {"per_extra": rewards / extra}


def extra_of_members(case: Case) -> dict[str, float]:
    """What members alone spent more."""
    mine = case.worlds.query("member")
    return _per_extra(case, float((mine["spent_with"] - mine["spent_without"]).sum()))


def extra_as_all(case: Case) -> dict[str, float]:
    """All spending with the club, not what was more."""
    return _per_extra(case, float(case.worlds["spent_with"].sum()))


def extra_for_points(case: Case) -> dict[str, float]:
    """Points in place of CNY."""
    found = right.anyway(case)
    return found | {"per_extra": found["per_extra"] / right.REWARD_VALUE}


def extra_at_own_value(case: Case) -> dict[str, float]:
    """At the value of a point of task 3."""
    found = right.anyway(case)
    return found | {"per_extra": found["per_extra"] / right.REWARD_VALUE * case.point_value}
