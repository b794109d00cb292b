"""The truth about the programme: the same people with the club and without it, under the same luck."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from relmark_helpers.company.engine import Run, months
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.vocabulary import MEMBERSHIP_EVENTS
from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns
from relmark_helpers.topics.membership.model.effect import difference_in_differences, matched, naive
from relmark_helpers.topics.membership.model.programme import Programme, run_programme

SEED = 20240104  # of the company of datasets/
FIRST_DAY = 2700  # its customers on the first day
BEGAN_WITH = 3  # orders that the company counts for each of them when it begins


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
    worlds = columns(worlds, ("member",), "The table of worlds", full=("after", "without"))
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
    names = ("rewards", "spent_with", "spent_without")
    worlds = columns(worlds, (), "The table of worlds", full=names)
    need_number(value, "The value of a point", 0)
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


def _orders_in_two_worlds(seed: int, customers: int) -> pd.DataFrame:
    """Members, before, after and without as in :func:`two_worlds`, from two years without any tables."""
    seen: dict[str, dict[int, np.ndarray]] = {"club": {}, "none": {}}
    member = np.zeros(customers, dtype=bool)
    for name, policy in (("club", Policy()), ("none", Policy(club=0.0))):
        for state in months(policy=policy, customers=customers, months=24, seed=seed, record="summary"):
            if state.month in (6, 12, 24):
                seen[name][state.month] = state.customers.orders[:customers].astype("int64")
            if name == "club" and state.month == 12:
                member = state.customers.tier[:customers] > 0
    club, none = seen["club"], seen["none"]
    return pd.DataFrame(
        {
            "member": member,
            "before": club[6] - BEGAN_WITH,
            "after": club[24] - club[12],
            "without": none[24] - none[12],
        }
    )


def over_seeds(seeds: Iterable[int], customers: int = FIRST_DAY) -> pd.DataFrame:
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
        worlds = _orders_in_two_worlds(seed, customers)
        rows[seed] = {
            "naive": naive(worlds),
            "matched": matched(worlds),
            "difference in differences": difference_in_differences(worlds),
            "truth": true_effect(worlds),
        }
    return pd.DataFrame(rows).T.rename_axis("seed")
