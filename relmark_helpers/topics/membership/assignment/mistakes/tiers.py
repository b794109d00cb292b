"""What the usual mistakes in task 5 of assignment 11 lead to: tiers, and moves between them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.membership.assignment import right
from relmark_helpers.topics.membership.model.tiers import TIER_NAMES


def tiers_by_column(case: Case) -> pd.DataFrame:
    """Divided by the sums of the columns."""
    counts = right.tier_counts(case)
    return counts / counts.sum(axis=0)


def tiers_transposed(case: Case) -> pd.DataFrame:
    """From and to exchanged."""
    return right.tier_counts(case).T


def tiers_of_all(case: Case) -> pd.DataFrame:
    """Shares of all members."""
    counts = right.tier_counts(case)
    return counts.div(counts.to_numpy().sum())


def _tiers(case: Case, before: pd.Series, after: pd.Series) -> pd.DataFrame:
    counts = pd.crosstab(before, after.reindex(before.index))
    return counts.reindex(index=TIER_NAMES, columns=TIER_NAMES, fill_value=0)


def _tier_on(case: Case, day: str) -> pd.Series:
    so_far = case.memberships[case.memberships["since"] <= day].sort_values("membership_id")
    latest: pd.Series = so_far.groupby("customer_id")["tier"].last()
    return latest


def tiers_with_newcomers(case: Case) -> pd.DataFrame:
    """Whoever joined in 2024 counted as base before."""
    later = _tier_on(case, right.DAYS[1])
    return _tiers(case, _tier_on(case, right.DAYS[0]).reindex(later.index).fillna("base"), later)


def tiers_first(case: Case) -> pd.DataFrame:
    """The tier of each member's first event."""
    first = case.memberships.sort_values("membership_id").groupby("customer_id")["tier"].first()
    now = _tier_on(case, right.DAYS[0])
    return _tiers(case, first.reindex(now.index), _tier_on(case, right.DAYS[1]))


def tiers_highest(case: Case, order: Sequence[str] = TIER_NAMES) -> pd.DataFrame:
    """The highest tier reached up to each day, in one order or another."""
    tiers = case.memberships["tier"].map({name: place for place, name in enumerate(order)})
    before, after = (
        tiers[case.memberships["since"] <= day].groupby(case.memberships["customer_id"]).max()
        for day in right.DAYS
    )
    names = dict(enumerate(order))
    return _tiers(case, before.map(names), after.map(names))


def tiers_a_day_early(case: Case) -> pd.DataFrame:
    """Events of the last days left out."""
    return _tiers(case, _tier_on(case, "2023-12-30"), _tier_on(case, "2024-12-30"))


def tiers_as_events(case: Case) -> pd.DataFrame:
    """Events of 2024, not members."""
    events = case.memberships[case.memberships["since"].dt.year == 2024]
    before = _tier_on(case, right.DAYS[0]).reindex(events["customer_id"])
    counts = pd.crosstab(before.to_numpy(), events["tier"].to_numpy())
    return counts.reindex(index=TIER_NAMES, columns=TIER_NAMES, fill_value=0)


def tiers_a_year_early(case: Case) -> pd.DataFrame:
    """From the end of 2022 to that of 2023."""
    return _tiers(case, _tier_on(case, "2022-12-31"), _tier_on(case, right.DAYS[0]))


def tiers_of_the_moved(case: Case) -> pd.DataFrame:
    """Members with an event in 2024."""
    now = _tier_on(case, right.DAYS[1])
    moved = case.memberships.loc[case.memberships["since"].dt.year == 2024, "customer_id"].unique()
    before = _tier_on(case, right.DAYS[0])
    return _tiers(case, before[before.index.isin(moved)], now)


def tiers_first_twice(case: Case) -> pd.DataFrame:
    """The tier of each member's first event, on both days."""
    first = case.memberships.sort_values("membership_id").groupby("customer_id")["tier"].first()
    before = _tier_on(case, right.DAYS[0])
    return _tiers(case, first.reindex(before.index), first)


def tiers_by_alphabet(case: Case) -> pd.DataFrame:
    """Counts in the order of the alphabet under names in another."""
    names = sorted(TIER_NAMES)
    sorted_counts = right.tier_counts(case).loc[names, names]
    return pd.DataFrame(sorted_counts.to_numpy(), index=list(TIER_NAMES), columns=list(TIER_NAMES))


def shares_across(case: Case) -> pd.DataFrame:
    """Each column divided by the sum of the row with its name."""
    counts = right.tier_counts(case)
    return counts / counts.sum(axis=1)
