"""What became of the points of a year, and what a member may be told of the account."""

from __future__ import annotations

import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import columns
from relmark_helpers.topics.membership.model.ledger import by_year, expiry_due, open_lots, years_of


def vintages(ledger: pd.DataFrame, expiry_years: int = 2) -> pd.DataFrame:
    """What has become of the points of each year of earning: burned, expired, still open.

    Parameters
    ----------
    ledger : DataFrame
        Columns entry_id, customer_id, entered_on, kind, points.
    expiry_years : int
        1, 2 or 3.

    Returns
    -------
    DataFrame
        A row a year of earning: earned, burned, expired, open (points) and redeemed (burned over earned).

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> table = vintages(load("points_ledger"))
    >>> bool((table["earned"] == table["burned"] + table["expired"] + table["open"]).all())
    True
    """
    earned, _ = by_year(ledger)
    still, due = open_lots(ledger, expiry_years), expiry_due(ledger, expiry_years)
    rows = []
    for year in years_of(earned):
        expired = int(due[year + expiry_years - 1].sum()) if year + expiry_years - 1 in due else 0
        total, left = int(earned[year].sum()), int(still[year].sum())
        burned = total - left - expired
        rows.append(
            {
                "year": year,
                "earned": total,
                "burned": burned,
                "expired": expired,
                "open": left,
                "redeemed": burned / total if total else float("nan"),
            }
        )
    return pd.DataFrame(rows)


def statement(
    ledger: pd.DataFrame, customer_id: int, value: float = 0.02, expiry_years: int = 2
) -> pd.DataFrame:
    """What a member may be told of the account: balance, worth, and what expires when.

    Parameters
    ----------
    ledger : DataFrame
        Columns entry_id, customer_id, entered_on, kind, points.
    customer_id : int
        The member.
    value : float
        CNY a point.
    expiry_years : int
        1, 2 or 3.

    Returns
    -------
    DataFrame
        A row a year of earning with points still open: earned_in, points, worth (CNY), expires (date).

    Raises
    ------
    CourseError
        If the ledger has no entry of this customer.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> statement(load("points_ledger"), 65).columns.tolist()
    ['earned_in', 'points', 'worth', 'expires']
    """
    columns(ledger, ("customer_id",), "The ledger")
    mine = ledger[ledger["customer_id"] == customer_id]
    if mine.empty:
        raise CourseError(f"The ledger has no entry of customer {customer_id}.")
    lots = open_lots(mine, expiry_years).iloc[0]
    lots = lots[lots > 0]
    years = [int(year) for year in lots.index]
    return pd.DataFrame(
        {
            "earned_in": years,
            "points": lots.to_numpy(),
            "worth": (lots.to_numpy() * value).round(2),
            "expires": [f"{year + expiry_years - 1}-12-31" for year in years],
        }
    )
