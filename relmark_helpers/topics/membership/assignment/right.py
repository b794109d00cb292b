"""The right value of each task of assignment 11, from the case."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.once import once
from relmark_helpers.topics.membership.assignment.statements import BENEFITS, CLAIMS, PROGRAMMES
from relmark_helpers.topics.membership.model import effect, ledger, liability, tiers, worlds
from relmark_helpers.topics.membership.model.progress import two_cards

REWARD_VALUE = 0.02  # CNY a point of Meridian Circle, for task 8
YEARS = (2022, 2023, 2024)
DAYS = ("2023-12-31", "2024-12-31")


def expiry(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """What expires at the end of the last year, the oldest having been used first."""
    gone = 0.0
    due = 0.0
    for last in range(len(earned)):
        old = sum(earned[: max(last - years + 2, 0)])
        due = max(old - sum(burned[: last + 1]) - gone, 0.0)
        gone += due
    return due


@once
def expired(case: Case) -> pd.DataFrame:
    """Points that expire at the end of 2023 and 2024, by member."""
    due = ledger.expiry_due(case.ledger, 2)
    return due[[2023, 2024]].set_axis(["at_end_2023", "at_end_2024"], axis=1)


def with_expiry(case: Case) -> pd.DataFrame:
    """The ledger of the case with its entries of expiry booked on the last days of the years."""
    due = pd.Series(expired(case).stack())
    due = due[due.gt(0)]
    booked = pd.DataFrame(
        {
            "entry_id": 0,
            "customer_id": due.index.get_level_values(0),
            "entered_on": pd.to_datetime([f"{name[-4:]}-12-31" for name in due.index.get_level_values(1)]),
            "kind": "expire",
            "points": -due.to_numpy(),
        }
    )
    together: pd.DataFrame = pd.concat([case.ledger, booked], ignore_index=True)
    return together


@once
def account(case: Case) -> pd.DataFrame:
    """Opening, movements and closing by year, CNY."""
    return ledger.roll_forward(with_expiry(case), case.point_value)


@once
def split(case: Case) -> dict[str, float]:
    """Goods and points at the sale."""
    sale = case.sale
    found = liability.allocated(sale["sales"], sale["points"], sale["redemption"], sale["value"])
    return {"goods": found["goods"], "points": found["points"]}


@once
def schedule(case: Case) -> pd.DataFrame:
    """Revenue and liability by period, from a liability of 10,000 CNY."""
    found = liability.recognised(10_000, case.redeemed, case.expected)
    return found.set_index("period")[["revenue", "liability"]]


def change(case: Case) -> float:
    """What the change of estimate does to the profit of period 3."""
    found = liability.change_of_estimate(10_000, sum(case.redeemed), case.expected[1], case.expected[2])
    return found["profit"]


@once
def tier_counts(case: Case) -> pd.DataFrame:
    """Members by tier at the end of 2023 and of 2024."""
    return tiers.tier_moves(case.memberships, *DAYS)


def tier_shares(case: Case) -> pd.DataFrame:
    """Shares of each tier's members."""
    counts = tier_counts(case)
    return counts.div(counts.sum(axis=1), axis=0)


@once
def cards(case: Case) -> dict[str, float]:
    """Difference, interval, z and odds ratio of the two cards."""
    told = case.cards
    found = two_cards(told["done_plain"], told["plain"], told["done_head_start"], told["head_start"])
    return {name: found[name] for name in ("difference", "z", "odds_ratio")}


@once
def interval(case: Case) -> dict[str, float]:
    """The plain interval of the difference; the usual others lie around it, within the tolerance."""
    told = case.cards
    plain, head_start = told["done_plain"] / told["plain"], told["done_head_start"] / told["head_start"]
    square = plain * (1 - plain) / told["plain"] + head_start * (1 - head_start) / told["head_start"]
    middle, half = head_start - plain, 1.96 * math.sqrt(square)
    return {"low": middle - half, "high": middle + half}


@once
def table(case: Case) -> pd.DataFrame:
    """Members and others, with their orders before and after."""
    return effect.members_and_others(case.customers, case.orders, case.memberships)


@once
def effects(case: Case) -> dict[str, float]:
    """The three comparisons."""
    rows = table(case)
    return {
        "naive": effect.naive(rows),
        "matched": effect.matched(rows),
        "did": effect.difference_in_differences(rows),
    }


def truth(case: Case) -> float:
    """The same people with and without the club."""
    return worlds.true_effect(case.worlds)


@once
def anyway(case: Case) -> dict[str, float]:
    """Rewards for purchases that would have been made anyway, and rewards for each CNY of extra spending."""
    found = worlds.anyway(case.worlds, REWARD_VALUE)
    return {"share": found["share"], "per_extra": found["per_extra"]}


def bonds(case: Case) -> dict[str, str]:
    """The bond of each benefit."""
    return {
        key: next(name for name in BENEFITS if text in BENEFITS[name]) for key, text in case.benefits.items()
    }


def trades(case: Case) -> dict[str, str]:
    """The trade of each programme."""
    return {
        key: next(name for name in PROGRAMMES if text in PROGRAMMES[name])
        for key, text in case.programmes.items()
    }


def testable(case: Case) -> dict[str, str]:
    """Whether the tables of the case can speak against each claim."""
    return {key: CLAIMS[text] for key, text in case.claims.items()}
