"""Tiers: where members stand at each year's end, how they move, and what leaving would cost them."""

from __future__ import annotations

import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, unique, whole_numbers

TIER_NAMES = ("base", "silver", "gold")


def tiers_at(memberships: pd.DataFrame, day: str | pd.Timestamp) -> pd.Series:
    """The tier of each member at the end of a day: that of the latest event up to it.

    Parameters
    ----------
    memberships : DataFrame
        Columns membership_id, customer_id, since, event, tier.
    day : str or Timestamp
        The day.

    Returns
    -------
    Series of str
        Tier by customer_id, of those who had joined by then.

    Raises
    ------
    CourseError
        If a column is missing, or nobody had joined by then.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> tiers_at(load("memberships"), "2022-12-31").value_counts().index[0]
    'base'
    """
    columns(memberships, ("membership_id", "customer_id", "since", "tier"), "The table of memberships")
    whole_numbers(memberships["membership_id"], "The table of memberships: 'membership_id'")
    unique(memberships["membership_id"], "The table of memberships")
    so_far = memberships[memberships["since"] <= pd.Timestamp(day)]
    if so_far.empty:
        raise CourseError(f"Nobody had joined by {pd.Timestamp(day).date()}.")
    latest = so_far.sort_values("membership_id").groupby("customer_id")["tier"].last()
    return latest.astype(str)


def tier_moves(memberships: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Counts of members by tier on one day (rows) and on a later one (columns).

    Parameters
    ----------
    memberships : DataFrame
        Columns membership_id, customer_id, since, event, tier.
    first, second : str
        The two days.

    Returns
    -------
    DataFrame
        Three by three: base, silver, gold.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> moves = tier_moves(load("memberships"), "2022-12-31", "2023-12-31")
    >>> moves.shape
    (3, 3)
    """
    before, after = tiers_at(memberships, first), tiers_at(memberships, second)
    counts = pd.crosstab(before, after.reindex(before.index))
    counts = counts.reindex(index=list(TIER_NAMES), columns=list(TIER_NAMES), fill_value=0)
    return counts.rename_axis(index="from", columns=None)


def migration(counts: pd.DataFrame) -> pd.DataFrame:
    """Chances of moving from tier to tier, with Wilson's 95 % intervals.

    Parameters
    ----------
    counts : DataFrame
        What :func:`tier_moves` gives.

    Returns
    -------
    DataFrame
        A row a move: from, to, members, share, low, high (0 to 1).

    Raises
    ------
    CourseError
        If a tier has nobody to follow.

    Examples
    --------
    >>> rows = migration(pd.DataFrame([[8, 2], [5, 5]], index=["base", "silver"], columns=["base", "silver"]))
    >>> rows["share"].tolist()
    [0.8, 0.2, 0.5, 0.5]
    """
    from statsmodels.stats.proportion import proportion_confint

    columns(counts, (), "The table of moves")
    unique(counts.index, "The table of moves")
    unique(counts.columns, "The head of the table of moves")
    for name in counts:
        whole_numbers(counts[name], f"The table of moves: {name!r}")
    rows = []
    for start in counts.index:
        total = int(counts.loc[start].sum())
        if total == 0:
            raise CourseError(f"Nobody was {start} on the first day.")
        for end in counts.columns:
            low, high = proportion_confint(int(counts.loc[start, end]), total, method="wilson")
            rows.append(
                {
                    "from": start,
                    "to": end,
                    "members": int(counts.loc[start, end]),
                    "share": float(counts.loc[start, end]) / total,
                    "low": float(low),
                    "high": float(high),
                }
            )
    return pd.DataFrame(rows)


def switching_cost(
    balance: float,
    annual_spending: float,
    multiple: float,
    give_back: float = 0.02,
    benefits: float = 0.0,
) -> dict[str, float]:
    """What a member would give up by going elsewhere next year.

    Parameters
    ----------
    balance : float
        Points on the account.
    annual_spending : float
        What the member would spend in the year, CNY.
    multiple : float
        Points of the member's tier, as a multiple of a base member's.
    give_back : float
        Worth of a base member's points, as a share of what is paid; also CNY a point at a point a yuan.
    benefits : float
        What services that exist nowhere else are worth to the member in a year, CNY.

    Returns
    -------
    dict
        balance, tier and benefits, in CNY: points lost, the higher earning lost, services lost; total.

    Examples
    --------
    >>> switching_cost(4000, 10_000, 1.5, benefits=72)
    {'balance': 80.0, 'tier': 100.0, 'benefits': 72.0, 'total': 252.0}
    """
    points = need_number(balance, "The balance", 0) * need_number(give_back, "The give-back", 0)
    tier = (
        need_number(annual_spending, "Spending", 0)
        * (need_number(multiple, "The multiple", 0) - 1)
        * give_back
    )
    services = need_number(benefits, "Benefits", 0)
    return {"balance": points, "tier": tier, "benefits": services, "total": points + tier + services}
