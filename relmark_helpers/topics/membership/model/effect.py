"""Does the programme make better customers, or do better customers join: three comparisons."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import columns, linked, unique

BEFORE = ("2022-01-01", "2022-06-30")  # before the club opened
JOINING = ("2022-07-01", "2022-12-31")
AFTER = ("2023-01-01", "2023-12-31")
METHODS = ("naive", "matched", "difference in differences")


def members_and_others(
    customers: pd.DataFrame, orders: pd.DataFrame, memberships: pd.DataFrame
) -> pd.DataFrame:
    """Customers of before 2022: who joined in the club's first half-year, and their orders before and after.

    Parameters
    ----------
    customers : DataFrame
        Columns customer_id, joined, branch_id.
    orders : DataFrame
        Columns customer_id, ordered_on.
    memberships : DataFrame
        Columns customer_id, since, event.

    Returns
    -------
    DataFrame
        By customer_id: member (joined the club in July to December 2022; everybody else had not joined by
        then), before (orders January to June 2022), after (orders in 2023), branch_id.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> table = members_and_others(load("customers"), load("orders"), load("memberships"))
    >>> int(table["member"].sum())
    358
    """
    columns(customers, ("customer_id", "joined", "branch_id"), "The table of customers")
    columns(orders, ("customer_id", "ordered_on"), "The table of orders")
    columns(memberships, ("customer_id", "since", "event"), "The table of memberships")
    linked("customer_id", customers, orders, memberships)
    unique(customers["customer_id"], "The table of customers")
    old = customers[customers["joined"] < BEFORE[0]].set_index("customer_id")
    entries = memberships[memberships["event"] == "joined"]
    unique(entries["customer_id"], "The entries of the table of memberships that say joined")
    joined = entries.set_index("customer_id")["since"]

    def number(first: str, last: str) -> pd.Series:
        some = orders.loc[orders["ordered_on"].between(first, last), "customer_id"]
        found: pd.Series = some.value_counts().reindex(old.index, fill_value=0)
        return found

    return pd.DataFrame(
        {
            "member": joined.reindex(old.index).le(pd.Timestamp(JOINING[1])),
            "before": number(*BEFORE),
            "after": number(*AFTER),
            "branch_id": old["branch_id"],
        }
    )


def naive(table: pd.DataFrame) -> float:
    """Orders of members less orders of others, after; no question asked.

    Parameters
    ----------
    table : DataFrame
        Columns member, before, after.

    Returns
    -------
    float
        Orders a year.

    Examples
    --------
    >>> naive(pd.DataFrame({"member": [True, False], "before": [4, 1], "after": [9, 3]}))
    6.0
    """
    means = _checked(table).groupby("member")["after"].mean()
    return float(means[True] - means[False])


def matched(table: pd.DataFrame) -> float:
    """Each member beside the mean of others with as many orders before; members without such are left out.

    Parameters
    ----------
    table : DataFrame
        Columns member, before, after.

    Returns
    -------
    float
        Orders a year, averaged over members.

    Raises
    ------
    CourseError
        If no member has a match.

    Examples
    --------
    >>> matched(pd.DataFrame({"member": [True, False, False], "before": [4, 4, 1], "after": [9, 8, 3]}))
    1.0
    """
    rows = _checked(table)
    others = rows.loc[~rows["member"]].groupby("before")["after"].mean()
    mine = rows[rows["member"]]
    gap = (mine["after"] - mine["before"].map(others)).dropna()
    if gap.empty:
        raise CourseError("No member has anybody with as many orders before to be compared with.")
    return float(gap.mean())


def difference_in_differences(table: pd.DataFrame) -> float:
    """Members' change less the others' change; before is doubled, since it counts half a year.

    Parameters
    ----------
    table : DataFrame
        Columns member, before (orders in half a year), after (orders in a year).

    Returns
    -------
    float
        Orders a year.

    Examples
    --------
    >>> difference_in_differences(pd.DataFrame({"member": [True, False], "before": [4, 1], "after": [9, 3]}))
    0.0
    """
    rows = _checked(table)
    change = (rows["after"] - 2 * rows["before"]).groupby(rows["member"]).mean()
    return float(change[True] - change[False])


def _checked(table: pd.DataFrame) -> pd.DataFrame:
    table = columns(table, ("member",), "The table of members and others", full=("before", "after"))
    if table["member"].nunique() != 2:
        raise CourseError("A comparison needs members and others; one of the two is empty.")
    return table


def compared(table: pd.DataFrame, draws: int = 200, rng: np.random.Generator | int = 0) -> pd.DataFrame:
    """The three comparisons with 95 % intervals, from customers drawn anew.

    Parameters
    ----------
    table : DataFrame
        Columns member, before, after.
    draws : int
        Bootstrap draws, at least 20.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        A row a method: method, estimate, low, high, orders a year of a member.

    Raises
    ------
    CourseError
        If there are too few draws, or a column is missing.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> table = members_and_others(load("customers"), load("orders"), load("memberships"))
    >>> compared(table, draws=20)["method"].tolist()
    ['naive', 'matched', 'difference in differences']
    """
    if draws < 20:
        raise CourseError(f"An interval needs at least 20 draws; got {draws}.")
    rows, generator = _checked(table), np.random.default_rng(rng)
    methods = dict(zip(METHODS, (naive, matched, difference_in_differences), strict=True))
    again = [rows.iloc[generator.integers(0, len(rows), len(rows))] for _ in range(draws)]
    found = []
    for name, method in methods.items():
        low, high = np.quantile([method(each) for each in again], [0.025, 0.975])
        found.append({"method": name, "estimate": method(rows), "low": float(low), "high": float(high)})
    return pd.DataFrame(found)
