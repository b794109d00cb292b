"""Who pays and who gets: members of little, middling and much spending, and what becomes of their points."""

from __future__ import annotations

import pandas as pd

from relmark_helpers.tables import columns
from relmark_helpers.topics.membership.model.ledger import expiry_due, open_lots

THIRDS = ("little", "middling", "much")


def who_gets(ledger: pd.DataFrame, year: int = 2022, expiry_years: int = 2) -> pd.DataFrame:
    """The points that members earned in a year, by how much they earned: burned, expired and open shares.

    Members are cut into thirds by the points they earned in that year.

    Parameters
    ----------
    ledger : DataFrame
        Columns entry_id, customer_id, entered_on, kind, points.
    year : int
        The year of earning; all of its points must have been burned or expired for the shares to be final.
    expiry_years : int
        1, 2 or 3.

    Returns
    -------
    DataFrame
        Rows little, middling, much: members, earned (points), burned, expired, open (shares of earned), nothing
        (share of members who lost all they earned in the year).

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> who_gets(load("points_ledger"))["members"].tolist()[0] > 50
    True
    """
    columns(ledger, ("customer_id", "entered_on", "kind", "points"), "The ledger")
    inside = (ledger["entered_on"].dt.year == year) & (ledger["points"] > 0)
    earned = ledger[inside].groupby("customer_id")["points"].sum()
    third = pd.qcut(earned.rank(method="first"), 3, labels=list(THIRDS))
    mine = ledger[ledger["customer_id"].isin(earned.index)]
    lots, due = open_lots(mine, expiry_years), expiry_due(mine, expiry_years)
    ends = year + expiry_years - 1  # what expires then was all earned in this year: older points are gone
    expired = due[ends] if ends in due else pd.Series(0, index=due.index)
    table = pd.DataFrame({"earned": earned, "expired": expired, "open": lots[year]}).fillna(0)
    table["lost"] = (table["expired"] == table["earned"]).astype(float)
    groups = table.groupby(third, observed=True)
    sums = groups[["earned", "expired", "open"]].sum()
    found = pd.DataFrame({"members": groups.size(), "earned": sums["earned"].astype(int)})
    found["burned"] = (sums["earned"] - sums["expired"] - sums["open"]) / sums["earned"]
    found["expired"] = sums["expired"] / sums["earned"]
    found["open"] = sums["open"] / sums["earned"]
    found["nothing"] = groups["lost"].mean()
    found.index = pd.Index([str(each) for each in found.index], name="earned in the year")
    return found
