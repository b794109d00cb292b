"""What a learner's case of assignment 00 holds, drawn from the company."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.store import load
from relmark_helpers.topics.start.assignment.situations import IN_THE_SHOP, ON_THE_PORTAL, SKILLS

CUSTOMERS = 151  # odd: those with an order are never as many as those without
YEARS = (2022, 2023, 2024)
TELLING = 0.65  # orders a month; the answer to task 2 may be 0.6 off
MONTHS = (3, 4, 5, 6)  # in the mean
SITUATION_KEYS = ("s1", "s2", "s3")


def draw(rng: np.random.Generator) -> dict[str, Any]:
    """Draw a case: some customers of one branch, their orders of one year, and numbers of one's own.

    Parameters
    ----------
    rng : numpy Generator
        Seeded by course, chapter and student.

    Returns
    -------
    dict
        branch, year, months (numbers), customers, orders (DataFrames), stock, situations (dicts).

    Examples
    --------
    >>> mine = draw(np.random.default_rng(1))
    >>> list(mine)
    ['stock', 'situations', 'branch', 'months', 'year', 'customers', 'orders']
    >>> len(mine["customers"])
    151
    """
    branch = int(rng.integers(1, len(BRANCHES) + 1))
    year = int(rng.choice(YEARS))
    everybody, all_orders = load("customers"), load("orders")
    # the columns that the tasks need, and no others: the case keeps to data minimisation too
    everybody = everybody.loc[
        everybody["branch_id"] == branch, ["customer_id", "joined", "birth_year", "consent"]
    ]
    all_orders = all_orders[all_orders["ordered_on"].dt.year == year]
    while True:
        rows = np.sort(rng.choice(len(everybody), CUSTOMERS, replace=False))
        customers = everybody.iloc[rows].reset_index(drop=True)
        orders = all_orders[all_orders["customer_id"].isin(customers["customer_id"])].reset_index(drop=True)
        if _counts_differ(customers, orders):
            break
    return {
        "stock": {
            "fridges": int(rng.integers(45, 75)),
            "sold": int(rng.integers(3, 8)),
            "times": int(rng.integers(3, 6)),
        },
        "situations": _situations(rng),
        "branch": branch,
        "months": int(rng.choice(_telling_months(branch))),
        "year": year,
        "customers": customers,
        "orders": orders,
    }


def _counts_differ(customers: pd.DataFrame, orders: pd.DataFrame) -> bool:
    """Whether no usual mistake leads to a right number: people, orders, consent, and who is alone."""
    bought = customers["customer_id"].isin(orders["customer_id"])
    agreed = customers["consent"]
    in_store = orders.loc[orders["channel"] == "store", "customer_id"].nunique()
    buyers = {int(bought.sum()), int((~bought).sum()), in_store, len(orders)}
    buyers.add(int((orders["customer_id"].value_counts() == 1).sum()))
    asked = [bought & agreed, agreed, bought & ~agreed, agreed & ~bought, bought]
    decade, year = customers["birth_year"] // 10, customers["joined"].dt.year
    known: tuple[list[pd.Series], ...] = (
        [decade, year],
        [decade],
        [year],
        [customers["birth_year"], year],
        [customers["birth_year"] % 10, year],
        [decade, customers["joined"].dt.month],
        [decade, year, agreed],
    )
    alone = [_alone(customers, fields) for fields in known]
    alone.append(_alone(customers[bought], [decade, year]))
    writable = [int(who.sum()) for who in asked]
    return (
        len(buyers) == 5
        and writable[0] not in writable[1:]
        and alone[0] not in alone[1:]
        and alone[0] > 1  # k is 1
    )


def _alone(customers: pd.DataFrame, known: list[pd.Series]) -> int:
    """Customers whom what is known of them tells from all others."""
    return int((customers.groupby(known)["customer_id"].transform("size") == 1).sum())


@cache
def _telling_months(branch: int) -> tuple[int, ...]:
    """Numbers of months whose highest mean is neither the latest one nor that of a month more or less."""
    orders = load("orders")
    days = orders.loc[orders["branch_id"] == branch, "ordered_on"]
    monthly = days.dt.to_period("M").value_counts().sort_index()
    telling = []
    for months in MONTHS:
        means = monthly.rolling(months).mean()
        others = [
            means.iloc[-1],
            *(monthly.rolling(other).mean().max() for other in (months - 1, months + 1)),
        ]
        if all(abs(means.max() - other) > TELLING for other in others):
            telling.append(months)
    return tuple(telling)


def _situations(rng: np.random.Generator) -> dict[str, str]:
    """Three situations of three skills, in the shop and on the portal; one at least of each."""
    skills = rng.permutation(SKILLS)[: len(SITUATION_KEYS)]
    pools = rng.permutation([0, 1, int(rng.integers(2))])
    texts = [
        (ON_THE_PORTAL if pool else IN_THE_SHOP)[skill] for skill, pool in zip(skills, pools, strict=True)
    ]
    return dict(zip(SITUATION_KEYS, texts, strict=True))
