"""What a programme does against none, with the same people and the same luck, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

import numpy as np
import pandas as pd

from relmark_helpers.company.engine import Run
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.membership.model.programme import CUSTOMERS, MONTHS, Programme, run_programme

OPENED = 6  # months before the club opened: until then all worlds are one


@cache
def _orders_before(seed: int, customers: int) -> np.ndarray:
    """Orders so far of each customer of the first day when the club opened."""
    run = run_programme(None, seed, customers=customers, months=OPENED)
    orders: np.ndarray = run.state.customers.orders[:customers].astype("int64")
    return orders


@cache
def _without(seed: int, customers: int, months: int) -> Run:
    return run_programme(None, seed, customers=customers, months=months)


def against_none(
    programme: Programme,
    seeds: Iterable[int] = range(1, 7),
    response: str = "flat",
    customers: int = CUSTOMERS,
    months: int = MONTHS,
) -> pd.DataFrame:
    """What a programme does against no programme, with the same people and the same luck.

    Parameters
    ----------
    programme : Programme
        The decisions.
    seeds : iterable of int
        One company each.
    response : str
        One of :data:`RESPONSES`.
    customers, months : int
        Customers of the first day, and months to run.

    Returns
    -------
    DataFrame
        A row a seed. profit: profit more than without the club, CNY; owed: points still open at the end at
        their full worth, CNY; net: profit less owed; cost: rewards taken and benefits, CNY; orders: orders
        more; kept: customers of the first day still there, percentage points more; members: who joined;
        anyway: of the orders of members among the customers of the first day since the club opened, the share
        that the same people place without it (0 to 1).

    Examples
    --------
    >>> found = against_none(Programme(), seeds=[1], customers=300, months=12)
    >>> bool(found.loc[0, "net"] == found.loc[0, "profit"] - found.loc[0, "owed"])
    True
    """
    rows = []
    for seed in seeds:
        club, none = (
            run_programme(programme, seed, response, customers, months),
            _without(seed, customers, months),
        )
        ours, theirs = club.summary.sum(), none.summary.sum()
        kept = [run.state.customers.active[: run.state.first_day].mean() for run in (club, none)]
        owed = float(club.state.customers.lots[: club.state.count].sum()) * programme.give_back
        profit = float(ours["profit"] - theirs["profit"]) / 100
        begun = _orders_before(seed, customers)
        here = club.state.customers.tier[:customers] > 0
        placed, alone = (run.state.customers.orders[:customers] - begun for run in (club, none))
        rows.append(
            {
                "seed": seed,
                "net": profit - owed,
                "profit": profit,
                "cost": float(ours["programme_cost"]) / 100,
                "owed": owed,
                "orders": float(ours["orders"] - theirs["orders"]),
                "kept": 100 * float(kept[0] - kept[1]),
                "members": float(ours["joined"]),
                "anyway": float(np.minimum(placed, alone)[here].sum() / max(placed[here].sum(), 1)),
            }
        )
    return pd.DataFrame(rows)


def mean_interval(values: Iterable[float]) -> tuple[float, float, float]:
    """Mean of values from independent runs, with its 95 % interval by Student's t.

    Parameters
    ----------
    values : iterable of float
        One value a seed; at least two.

    Returns
    -------
    tuple of float
        mean, low, high.

    Raises
    ------
    CourseError
        If there are fewer than two.

    Examples
    --------
    >>> [round(each, 2) for each in mean_interval([1.0, 2.0, 3.0])]
    [2.0, -0.48, 4.48]
    """
    from scipy.stats import t

    found = np.asarray(list(values), dtype="float64")
    if len(found) < 2:
        raise CourseError("An interval needs at least two runs: give more seeds.")
    mean, error = float(found.mean()), float(found.std(ddof=1)) / math.sqrt(len(found))
    reach = float(t.ppf(0.975, len(found) - 1)) * error
    return mean, mean - reach, mean + reach
