"""Does the programme make better customers, or do better customers join? Three comparisons, and the truth."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from relmark_helpers.company.engine import Run
from relmark_helpers.company.vocabulary import MEMBERSHIP_EVENTS
from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_table
from relmark_helpers.topics.membership.model.programme import Programme, run_programme

BEFORE = ("2022-01-01", "2022-06-30")  # before the club opened
JOINING = ("2022-07-01", "2022-12-31")
AFTER = ("2023-01-01", "2023-12-31")
SEED = 20240104  # of the company of datasets/
FIRST_DAY = 2700  # its customers on the first day
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
    need_table(customers, ("customer_id", "joined", "branch_id"), "The table of customers")
    need_table(orders, ("customer_id", "ordered_on"), "The table of orders")
    need_table(memberships, ("customer_id", "since", "event"), "The table of memberships")
    old = customers[customers["joined"] < BEFORE[0]].set_index("customer_id")
    joined = memberships[memberships["event"] == "joined"].set_index("customer_id")["since"]

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
    need_table(table, ("member", "before", "after"), "The table of members and others")
    if table["member"].nunique() != 2:
        raise CourseError("A comparison needs members and others; one of the two is empty.")
    return table.assign(member=table["member"].astype(bool))


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


def two_worlds(
    seed: int = SEED,
    customers: int = FIRST_DAY,
    programme: Programme | None = None,
    response: str = "flat",
) -> pd.DataFrame:
    """The same people with the club and without it, under the same luck: the truth about its effect.

    Parameters
    ----------
    seed, customers : int
        The company; by default that of the tables.
    programme : Programme, optional
        By default Meridian Circle as it is.
    response : str
        How members answer what a point is worth.

    Returns
    -------
    DataFrame
        A row a customer of the first day, by customer_id: member (joined in July to December 2022), before,
        after (orders with the club), without (orders in 2023 had there been none), and over all three years
        orders_with, orders_without, spent_with, spent_without (CNY), rewards (points burned).

    Examples
    --------
    >>> worlds = two_worlds(seed=1, customers=400)
    >>> bool((worlds.loc[~worlds["member"], "after"] >= 0).all()), worlds.shape[1]
    (True, 9)
    """
    club = run_programme(programme or Programme(), seed, response, customers, record="tables")
    none = run_programme(None, seed, customers=customers, record="tables")
    events = club.events["memberships"]
    joins = (
        (events["event"] == MEMBERSHIP_EVENTS.index("joined"))
        & (events["month"] <= 12)
        & (events["customer"] < customers)
    )
    member = np.zeros(customers, dtype=bool)
    member[events["customer"][joins]] = True
    ledger = club.events["ledger"]
    burned = (ledger["points"] < 0) & (ledger["order"] >= 0) & (ledger["customer"] < customers)
    rewards = np.bincount(
        ledger["customer"][burned], weights=-ledger["points"][burned].astype(float), minlength=customers
    )
    return pd.DataFrame(
        {
            "member": member,
            "before": _orders(club, customers, 1, 6),
            "after": _orders(club, customers, 13, 24),
            "without": _orders(none, customers, 13, 24),
            "orders_with": _orders(club, customers, 1, 36),
            "orders_without": _orders(none, customers, 1, 36),
            "spent_with": _spent(club, customers),
            "spent_without": _spent(none, customers),
            "rewards": rewards,
        },
        index=pd.RangeIndex(1, customers + 1, name="customer_id"),
    )


def _orders(run: Run, customers: int, first: int, last: int) -> np.ndarray:
    events = run.events["orders"]
    here = (events["month"] >= first) & (events["month"] <= last) & (events["customer"] < customers)
    return np.bincount(events["customer"][here], minlength=customers)


def _spent(run: Run, customers: int) -> np.ndarray:
    """CNY paid over all months, by customer of the first day."""
    orders, lines = run.events["orders"], run.events["lines"]
    buyer = orders["customer"][lines["order"]]
    here = buyer < customers
    paid = np.bincount(buyer[here], weights=lines["price_paid"][here].astype(float), minlength=customers)
    return np.round(paid / 100, 2)


def true_effect(worlds: pd.DataFrame) -> float:
    """Orders of the members in the year after, less what the same people would have ordered without a club.

    Parameters
    ----------
    worlds : DataFrame
        What :func:`two_worlds` gives.

    Returns
    -------
    float
        Orders a year of a member.

    Examples
    --------
    >>> made = pd.DataFrame({"member": [True, False], "after": [9, 3], "without": [7, 3]})
    >>> true_effect(made)
    2.0
    """
    mine = worlds[worlds["member"]]
    return float((mine["after"] - mine["without"]).mean())


def anyway(worlds: pd.DataFrame, value: float) -> dict[str, float]:
    """Rewards that were paid on purchases which would have been made anyway.

    Of a member's spending under the club, the part up to what the same person spends without it would have
    come anyway; rewards are divided in that proportion.

    Parameters
    ----------
    worlds : DataFrame
        What :func:`two_worlds` gives.
    value : float
        CNY a point.

    Returns
    -------
    dict
        rewards (CNY), anyway (CNY), share (0 to 1), extra (spending that the club brought, CNY), and
        per_extra (rewards paid for each CNY of extra spending).

    Raises
    ------
    CourseError
        If nobody took a reward, or the club brought no extra spending.

    Examples
    --------
    >>> made = pd.DataFrame({"rewards": [5000.0], "spent_with": [1000.0], "spent_without": [800.0]})
    >>> anyway(made, 0.02)
    {'rewards': 100.0, 'anyway': 80.0, 'share': 0.8, 'extra': 200.0, 'per_extra': 0.5}
    """
    takes = worlds[worlds["rewards"] > 0]
    if takes.empty:
        raise CourseError("Nobody took a reward, so none was given away.")
    paid = takes["rewards"] * value
    share = (takes["spent_without"] / takes["spent_with"]).clip(upper=1)
    extra = float(worlds["spent_with"].sum() - worlds["spent_without"].sum())
    if extra <= 0:
        raise CourseError("The club brought no extra spending.")
    total, lost = float(paid.sum()), float((paid * share).sum())
    return {
        "rewards": total,
        "anyway": lost,
        "share": lost / total,
        "extra": extra,
        "per_extra": total / extra,
    }


def over_seeds(seeds: Mapping[int, int] | range, customers: int = FIRST_DAY) -> pd.DataFrame:
    """The three comparisons and the truth in several companies that differ by luck alone.

    Parameters
    ----------
    seeds : iterable of int
        One company each.
    customers : int
        Customers of the first day.

    Returns
    -------
    DataFrame
        A row a seed: naive, matched, difference in differences, truth.

    Examples
    --------
    >>> over_seeds(range(1, 3), customers=400).shape
    (2, 4)
    """
    rows = {}
    for seed in seeds:
        worlds = two_worlds(seed, customers)
        rows[seed] = {
            "naive": naive(worlds),
            "matched": matched(worlds),
            "difference in differences": difference_in_differences(worlds),
            "truth": true_effect(worlds),
        }
    return pd.DataFrame(rows).T.rename_axis("seed")
