"""What the usual mistakes in task 5 of assignment 11 lead to: tiers, and moves between them."""

from __future__ import annotations

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


def tiers_a_day_early(case: Case) -> pd.DataFrame:
    """Events of the last days left out."""
    return _tiers(case, _tier_on(case, "2023-12-30"), _tier_on(case, "2024-12-30"))


def tiers_as_events(case: Case) -> pd.DataFrame:
    """Events of 2024, not members."""
    events = case.memberships[case.memberships["since"].dt.year == 2024]
    before = _tier_on(case, right.DAYS[0]).reindex(events["customer_id"])
    counts = pd.crosstab(before.to_numpy(), events["tier"].to_numpy())
    return counts.reindex(index=TIER_NAMES, columns=TIER_NAMES, fill_value=0)
