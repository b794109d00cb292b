"""Step 6 of a month: who tells of an experience, who hears of it, and what that does."""

from __future__ import annotations

import numpy as np

from relmark_helpers.company.beginning import stride
from relmark_helpers.company.luck import Luck
from relmark_helpers.company.month import Month, chance, turns
from relmark_helpers.company.state import NEVER, Array, State, Whole


def word_of_mouth(month: Month) -> None:
    """Let those who bought tell their neighbours, the more the stronger the experience was.

    Who hears good and is no customer may become one; who hears bad is harder to win by advertising.

    Parameters
    ----------
    month : Month
        The month.

    References
    ----------
    eastwom2007

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> run = simulate(customers=2000, months=6, seed=1)
    >>> bool((run.state.customers.referrer[: run.state.count] >= 0).any())
    True
    """
    state, numbers, luck = month.state, month.state.parameters.word_of_mouth, month.luck("word of mouth")
    slots = np.concatenate([chunk.slots(chunk.buyers) for chunk in month.parts()])
    customers = state.customers
    beyond = customers.overall[slots] - (state.parameters.levels.overall_satisfaction + numbers.ordinary)
    tells = luck.uniform("tells", customers.person[slots]) < chance(
        numbers.tells + numbers.by_strength * np.abs(beyond)
    )
    slots, good = slots[tells], beyond[tells] > 0
    mean = np.where(good, numbers.told_good, numbers.told_bad)
    drawn = luck.uniform("how many", customers.person[slots])
    heard_by = np.minimum(1 + np.floor((2 * mean - 1) * drawn).astype(np.int64), numbers.neighbours)
    month.add("told_good", customers.branch[slots], heard_by * good)
    month.add("told_bad", customers.branch[slots], heard_by * ~good)
    state.told = state.told + np.bincount(~good, weights=heard_by, minlength=2)
    of = np.repeat(np.arange(len(slots)), heard_by)  # who tells, for each telling
    teller, well = slots[of], good[of]
    begins = np.floor(numbers.neighbours * drawn).astype(int)[of]  # with which neighbour a teller begins
    turn = (turns(heard_by, of) + begins) % numbers.neighbours
    person = neighbours(state, customers.person[teller].astype(np.int64), turn)
    slot = state.people["slot"][person]
    known = slot != NEVER
    np.add.at(customers.expectations, slot[known & well], numbers.raises)
    np.subtract.at(customers.trust, slot[known & ~well], numbers.unsettles)
    _keep_away(month, person[~known & ~well])
    _convert(month, person[~known & well], teller[~known & well], turn[~known & well])


def neighbours(state: State, person: Whole, turn: Whole) -> Whole:
    """Give one of each person's neighbours: the next on the ring, some of them rewired to live elsewhere.

    Parameters
    ----------
    state : State
        The company.
    person : ndarray of int
        Their numbers.
    turn : ndarray of int
        Which neighbour, from 0.

    Returns
    -------
    ndarray of int
        Numbers of persons.

    Examples
    --------
    >>> from relmark_helpers.company.beginning import beginning
    >>> from relmark_helpers.company.parameters import Parameters
    >>> from relmark_helpers.company.policy import Policy
    >>> state = beginning(Parameters(), Policy(), customers=100, seed=1)
    >>> bool((neighbours(state, np.arange(300), np.zeros(300, dtype=int)) < 300).all())
    True
    """
    numbers, luck = state.parameters.word_of_mouth, Luck(state.seed, "neighbours")
    back = pow(stride(state.market), -1, state.market)  # from one place on the ring to the next, in numbers
    places = (turn // 2 + 1) * (1 - 2 * (turn % 2))
    near = (person + places * back) % state.market
    far = np.floor(state.market * luck.uniform("far", person, turn)).astype(np.int64)
    return np.where(luck.uniform("rewired", person, turn) < numbers.rewired, far, near)


def _keep_away(month: Month, person: Whole) -> None:
    """Who hears bad needs more advertising than before; hearing it twice in a month is hearing it once."""
    state = month.state
    so_far = state.house["walked_in"][state.people["town"][person]]
    left = state.people["threshold"][person] - so_far
    away = 1.0 - state.parameters.word_of_mouth.keeps_away
    state.people["threshold"][person] = (so_far + left / away).astype(np.float32)


def _convert(month: Month, person: Array, teller: Array, turn: Array) -> None:
    """Some of those who hear good become customers, sent by the one of their tellers who moved them most."""
    drawn = month.luck("word of mouth").uniform("converts", person, turn)
    comes = drawn < month.state.parameters.word_of_mouth.converts
    person, teller, drawn = person[comes], teller[comes], drawn[comes]
    order = np.lexsort((drawn, person))
    found, first = np.unique(person[order], return_index=True)
    month.sent = (found, teller[order][first])
