"""What a learner's case of assignment 11 holds, drawn from the company."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.topics.membership.assignment.statements import (
    BENEFITS,
    BONDS,
    CLAIMS,
    PROGRAMMES,
    TRADES,
)
from relmark_helpers.topics.membership.model.effect import BEFORE
from relmark_helpers.topics.membership.model.worlds import two_worlds

CUSTOMERS = 1500
CLAIMS_EACH = 3  # of a case, with either answer


@cache
def _worlds() -> pd.DataFrame:
    return two_worlds()


@cache
def _late_adjustments() -> tuple[int, ...]:
    """Customers with an adjustment on 31 December, whose year would need a rule of its own."""
    ledger = load("points_ledger")
    day = ledger["entered_on"].dt
    late = (ledger["kind"].astype(str) == "adjust") & (day.month == 12) & (day.day == 31)
    return tuple(int(each) for each in ledger.loc[late, "customer_id"])


@cache
def _losers() -> tuple[int, ...]:
    """The few customers who spent less with the club, of whose rewards no share went to anything."""
    worlds = _worlds()
    return tuple(int(each) for each in worlds.index[worlds["spent_with"] < worlds["spent_without"]])


def draw(rng: np.random.Generator) -> dict[str, Any]:
    """Draw a case: fifteen hundred customers with their orders, the club's books, and numbers of one's own.

    Parameters
    ----------
    rng : numpy Generator
        Seeded by course, chapter and student.

    Returns
    -------
    dict
        customers, orders, memberships, ledger, worlds (DataFrames); point_value (CNY); sale, cards, board,
        benefits, programmes, claims (dicts); redeemed, expected (lists).

    Examples
    --------
    >>> sorted(draw(np.random.default_rng(1)))[:4]
    ['benefits', 'board', 'cards', 'claims']
    """
    everybody = load("customers")
    theirs_to_draw = (everybody["joined"] < BEFORE[0]) & ~everybody["customer_id"].isin(
        [*_late_adjustments(), *_losers()]
    )
    old = everybody[theirs_to_draw]
    customers = old.iloc[np.sort(rng.choice(len(old), CUSTOMERS, replace=False))].reset_index(drop=True)

    def theirs(name: str) -> pd.DataFrame:
        table = load(name)
        return table[table["customer_id"].isin(customers["customer_id"])].reset_index(drop=True)

    ledger = theirs("points_ledger")
    entries = ledger[ledger["kind"] != "expire"].reset_index(drop=True)
    entries["kind"] = entries["kind"].astype(str)
    events = theirs("memberships").astype({"event": str, "tier": str})
    worlds = _worlds().loc[customers["customer_id"].to_numpy()]
    columns = ["member", "after", "without", "spent_with", "spent_without", "rewards"]
    redeemed, expected = _redemption(rng)
    yes, no = ([text for text, told in CLAIMS.items() if told == answer] for answer in ("yes", "no"))
    claims = [str(text) for part in (yes, no) for text in rng.choice(part, CLAIMS_EACH, replace=False)]
    return {
        "customers": customers,
        "orders": theirs("orders"),
        "memberships": events,
        "ledger": entries,
        "worlds": worlds[columns],
        "point_value": float(rng.choice([0.01, 0.03, 0.04, 0.05])),  # to the cent without rounding
        "sale": {
            "sales": int(rng.integers(60, 160)) * 1000,
            "points": int(rng.integers(8, 20)) * 1000,
            "value": float(rng.choice([0.5, 0.6, 0.7, 1.2])),  # never 1, which could be forgotten
            "redemption": float(rng.choice([0.80, 0.85, 0.90, 0.95])),
        },
        "redeemed": redeemed,
        "expected": expected,
        "cards": _cards(rng),
        "board": {
            "response": str(rng.choice(["diminishing", "proportional"])),
            "cost_cap": int(rng.integers(13, 20)) * 10_000,
            "owed_cap": int(rng.integers(5, 9)) * 5_000,
        },
        "benefits": _numbered("b", [one for bond in BONDS for one in _some(rng, BENEFITS[bond], 2)], rng),
        "programmes": _numbered(
            "p", [one for trade in TRADES for one in _some(rng, PROGRAMMES[trade], 1)], rng
        ),
        "claims": _numbered("c", claims, rng),
    }


def _redemption(rng: np.random.Generator) -> tuple[list[int], list[int]]:
    """Points redeemed in three periods, and the totals expected; the estimate changes in the third."""
    first = int(rng.integers(70, 95)) * 100
    redeemed = [
        int(round(first * share, -2)) for share in rng.uniform([0.30, 0.21, 0.15], [0.40, 0.28, 0.19])
    ]
    change = int(rng.choice([-6, -4, 4, 6])) * 100
    return redeemed, [first, first, max(first + change, sum(redeemed) + 200)]


def _cards(rng: np.random.Generator) -> dict[str, int]:
    """Cards enough for the usual intervals to agree, in groups so different that the errors don't."""
    while True:
        plain, head_start = (int(each) for each in rng.integers(150, 231, 2))
        shares = rng.uniform([0.13, 0.30], [0.22, 0.44])
        done = round(plain * float(shares[0])), round(head_start * float(shares[1]))
        p0, p1, pooled = done[0] / plain, done[1] / head_start, sum(done) / (plain + head_start)
        common = (pooled * (1 - pooled) * (1 / plain + 1 / head_start)) ** 0.5
        own = (p0 * (1 - p0) / plain + p1 * (1 - p1) / head_start) ** 0.5
        crossed = done[1] / plain - done[0] / head_start
        if abs(crossed - (p1 - p0)) > 0.01 and abs((p1 - p0) / common - (p1 - p0) / own) > 0.01:
            return {
                "plain": plain,
                "done_plain": done[0],
                "head_start": head_start,
                "done_head_start": done[1],
            }


def _some(rng: np.random.Generator, pool: Sequence[str], count: int) -> list[str]:
    return [str(each) for each in rng.choice(list(pool), count, replace=False)]


def _numbered(
    letter: str, texts: Sequence[str] | Mapping[str, str], rng: np.random.Generator
) -> dict[str, str]:
    return {
        f"{letter}{number}": str(text) for number, text in enumerate(rng.permutation(list(texts)), start=1)
    }
