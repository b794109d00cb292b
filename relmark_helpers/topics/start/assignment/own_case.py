"""What a learner's case of assignment 00 holds, drawn from the company."""

from __future__ import annotations

from typing import Any

import numpy as np

from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.store import load
from relmark_helpers.topics.start.assignment.situations import IN_THE_SHOP, ON_THE_PORTAL, SKILLS

CUSTOMERS = 151  # odd: those with an order are never as many as those without
YEARS = (2022, 2023, 2024)
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
    customers = load("customers")
    customers = customers[customers["branch_id"] == branch]
    # the columns that the tasks need, and no others: the case keeps to data minimisation too
    customers = customers[["customer_id", "joined", "birth_year", "consent"]]
    rows = np.sort(rng.choice(len(customers), CUSTOMERS, replace=False))
    customers = customers.iloc[rows].reset_index(drop=True)
    orders = load("orders")
    theirs = orders["customer_id"].isin(customers["customer_id"]) & (orders["ordered_on"].dt.year == year)
    return {
        "stock": {
            "fridges": int(rng.integers(45, 75)),
            "sold": int(rng.integers(3, 8)),
            "times": int(rng.integers(3, 6)),
        },
        "situations": _situations(rng),
        "branch": branch,
        "months": int(rng.integers(3, 7)),
        "year": year,
        "customers": customers,
        "orders": orders[theirs].reset_index(drop=True),
    }


def _situations(rng: np.random.Generator) -> dict[str, str]:
    """Three situations of three skills, in the shop and on the portal; one at least of each."""
    skills = rng.permutation(SKILLS)[: len(SITUATION_KEYS)]
    pools = rng.permutation([0, 1, int(rng.integers(2))])
    texts = [
        (ON_THE_PORTAL if pool else IN_THE_SHOP)[skill] for skill, pool in zip(skills, pools, strict=True)
    ]
    return dict(zip(SITUATION_KEYS, texts, strict=True))
