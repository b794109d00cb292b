"""What the steps of one month share: the levers, the luck, and what has happened so far."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from relmark_helpers.company.calendar import days_in_month
from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.luck import Luck
from relmark_helpers.company.policy import Levers
from relmark_helpers.company.state import Array, Customers, Numbers, State, Whole

CHUNK = 24_576  # customers present worked on at a time, so that their arrays stay in the processor's cache
RIVALS = np.array([each.rivals_nearby for each in BRANCHES], dtype=float)
SHARES = np.array([each.share for each in BRANCHES])  # of the customers, by branch
CHOICE = RIVALS / (1.0 + RIVALS)  # how far the customers of each branch could go elsewhere


@dataclass(eq=False)
class Chunk:
    """Some customers next to each other, and what they do in the month.

    Examples
    --------
    >>> Chunk(begin=10, customers=Customers.none(5)).slots(np.array([0, 4]))
    array([10, 14])
    """

    begin: int  # slot of the first
    customers: Customers
    present: Whole = field(
        default_factory=lambda: np.zeros(0, dtype=np.int64)
    )  # places of those who have not left when the month begins
    buyers: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int64))  # places in the chunk
    ordered: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int64))  # orders of each buyer
    latest: Whole = field(
        default_factory=lambda: np.zeros(0, dtype=np.int64)
    )  # latest order of each buyer, local
    category: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int64))  # its category
    days: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int64))  # day of each order of the chunk
    spent: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int64))  # fen by order of the chunk
    order_of: Whole = field(
        default_factory=lambda: np.zeros(0, dtype=np.int64)
    )  # buyer of each order of the chunk
    orders_before: int = 0  # orders of the month in chunks before

    def slots(self, places: Whole) -> Whole:
        """Give the slots of places in the chunk."""
        return places + self.begin

    def of_latest(self, values: Whole, buyers: Whole) -> Whole:
        """Give of values by order of the chunk those of the latest orders of some of its buyers."""
        found: Whole = values[self.latest[buyers] - self.orders_before]
        return found


class Month:
    """One month of the company while it happens.

    Parameters
    ----------
    state : State
        The company; its month is the one that happens.

    Examples
    --------
    >>> from relmark_helpers.company.beginning import beginning
    >>> from relmark_helpers.company.parameters import Parameters
    >>> from relmark_helpers.company.policy import Policy
    >>> state = beginning(Parameters(), Policy(), customers=100, seed=1)
    >>> state.month = 14
    >>> Month(state).of_year
    1
    """

    def __init__(self, state: State) -> None:
        self.state = state
        self.number = state.month
        self.of_year = (state.month - 1) % 12  # 0 January
        self.lever: Levers = state.policy.at(state.month)
        self.days = days_in_month(state.parameters.first_year, state.month)
        self.tables = state.record == "tables"
        self.chunks: list[Chunk] = []
        self.count = state.count  # customers when the month began
        self.room = 0  # for how many customers there was room when the chunks were made
        self.noted: dict[str, list[dict[str, Array]]] = {}
        self.sums: dict[str, Numbers] = {}
        self.spending: dict[str, tuple[int, int]] = {}
        self.order_count = 0
        self.sent: tuple[Whole, Whole] = (
            np.zeros(0, dtype=np.int64),
            np.zeros(0, dtype=np.int64),
        )  # person, teller
        quality = np.zeros(len(BRANCHES))
        quality[np.array(state.policy.quality_branches, dtype=np.int64) - 1] = self.lever.quality
        self.added_quality = quality

    def luck(self, step: str) -> Luck:
        """Give the draws of a step in this month."""
        return Luck(self.state.seed, step, self.number)

    def parts(self) -> Iterator[Chunk]:
        """Give the customers there were when the month began, chunk by chunk."""
        customers = self.state.customers
        if not self.chunks:
            present = np.flatnonzero(customers.active[: self.count])
            cuts = [0, *present[CHUNK::CHUNK].tolist(), self.count]
            for at, (begin, end) in enumerate(itertools.pairwise(cuts)):
                some = customers.part(begin, end)
                here = present[at * CHUNK : (at + 1) * CHUNK] - begin
                self.chunks.append(Chunk(begin, some, here))
        elif self.room != len(customers.person):  # newcomers have moved everybody to a larger room
            for chunk in self.chunks:
                chunk.customers = customers.part(chunk.begin, chunk.begin + len(chunk.customers.person))
        self.room = len(customers.person)
        yield from self.chunks

    def note(self, kind: str, /, **columns: Array) -> None:
        """Keep events of a kind: equal-long columns."""
        self.noted.setdefault(kind, []).append(columns)

    def add(self, name: str, branch: Array, amount: Array | float | None = None) -> None:
        """Add an amount for each of some events to a sum by branch; without amounts, count them."""
        if isinstance(amount, int | float):
            found = np.bincount(branch, minlength=len(BRANCHES)).astype(np.float64) * amount
        else:
            found = np.bincount(branch, weights=amount, minlength=len(BRANCHES)).astype(np.float64)
        self.sums[name] = self.sums[name] + found if name in self.sums else found

    def service_above_rest(self) -> Numbers:
        """Give how far the service of each branch is above its rest, in points."""
        above: Numbers = self.state.house["service"] - self.state.parameters.staff.rest
        return above


def turns(count: Whole, of: Whole) -> Whole:
    """Number the things of each owner from 0.

    Parameters
    ----------
    count : ndarray of int
        How many each owner has.
    of : ndarray of int
        The owner of each thing, owner by owner.

    Returns
    -------
    ndarray of int

    Examples
    --------
    >>> turns(np.array([2, 0, 3]), np.array([0, 0, 2, 2, 2]))
    array([0, 1, 0, 1, 2])
    """
    number: Whole = np.arange(len(of)) - (np.cumsum(count) - count)[of]
    return number


def together(parts: list[dict[str, Array]]) -> dict[str, Array]:
    """Put parts with the same columns one after the other.

    Parameters
    ----------
    parts : list of dict of ndarray
        At least one.

    Returns
    -------
    dict of ndarray

    Examples
    --------
    >>> together([{"day": np.array([1, 2])}, {"day": np.array([3])}])
    {'day': array([1, 2, 3])}
    """
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def chance(logit: Array | float) -> Any:
    """Turn a logit into a probability.

    Parameters
    ----------
    logit : ndarray or float
        Log odds.

    Returns
    -------
    ndarray or float

    Examples
    --------
    >>> float(chance(0.0))
    0.5
    """
    return 1.0 / (1.0 + np.exp(-logit))
