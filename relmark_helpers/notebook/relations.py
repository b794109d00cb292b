"""How a wrong number is related to the right one: a hundred times it, its reciprocal, one minus it, and so on.

Each sentence states a relation that holds; it is said only of values that show it beyond chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
MOVED = 5  # tolerances that a relation must move a value by, to be told from a right one
SMALL = 20  # whole numbers below it show most relations by chance


@dataclass(frozen=True)
class Relation:
    """A relation of a wrong value to the right one.

    Parameters
    ----------
    apply : callable
        From right values to wrong ones.
    slope : callable
        By how much a small error of the right values grows.
    says : str
        What follows "This is", or the whole sentence if it begins with a capital.
    counts : bool
        Whether small whole numbers show it beyond chance.
    """

    apply: Callable[[Array], Array]
    slope: Callable[[Array], Array]
    says: str
    counts: bool = False


def _times(factor: float, says: str, *, counts: bool = False) -> Relation:
    return Relation(lambda x: x * factor, lambda x: np.full_like(x, abs(factor)), says, counts)


_ones = np.ones_like
RELATIONS = (
    _times(100, "100 times the right value: mind shares and per cent", counts=True),
    _times(1 / 100, "the right value divided by 100: mind shares and per cent", counts=True),
    _times(12, "12 times the right value: mind months and years", counts=True),
    _times(1 / 12, "a twelfth of the right value: mind months and years", counts=True),
    _times(1000, "1,000 times the right value: mind the unit", counts=True),
    _times(1 / 1000, "a thousandth of the right value: mind the unit", counts=True),
    _times(10, "ten times the right value: mind the unit"),
    _times(1 / 10, "a tenth of the right value: mind the unit"),
    _times(365, "365 times the right value: mind days and years", counts=True),
    _times(1 / 365, "the right value divided by 365: mind days and years", counts=True),
    _times(2, "twice the right value: something counts double, or a half is missing"),
    _times(1 / 2, "half the right value: something is left out, or halved once too often"),
    _times(4, "four times the right value: mind quarters and years"),
    _times(1 / 4, "a quarter of the right value: mind quarters and years"),
    _times(1.96, "1.96 times the right value: mind standard errors and the reach of an interval"),
    _times(1 / 1.96, "the right value divided by 1.96: mind standard errors and the reach of an interval"),
    _times(-1, "the right value with its sign turned round: mind what is taken from what", counts=True),
    Relation(lambda x: 1 - x, _ones, "one minus the right value: mind which of the two groups is asked for"),
    Relation(
        lambda x: 100 - x, _ones, "100 minus the right value: mind which of the two groups is asked for"
    ),
    Relation(
        lambda x: 1 / x, lambda x: 1 / x**2, "the reciprocal of the right value: mind what is divided by what"
    ),
    Relation(lambda x: x**2, lambda x: 2 * abs(x), "the square of the right value: a root is missing"),
    Relation(
        np.sqrt,
        lambda x: 0.5 / np.sqrt(x),
        "the root of the right value: one root is taken too many, or a square is missing",
    ),
    Relation(np.log, lambda x: 1 / abs(x), "the natural logarithm of the right value"),
    Relation(np.exp, np.exp, "e to the power of the right value: take the logarithm"),
    Relation(
        lambda x: x / (1 - x),
        lambda x: 1 / (1 - x) ** 2,
        "the right value divided by one minus itself: odds in place of a share, or another base",
    ),
    Relation(
        lambda x: x / (1 + x),
        lambda x: 1 / (1 + x) ** 2,
        "the right value divided by one plus itself: a share in place of odds, or another base",
    ),
    Relation(abs, _ones, "the size of the right value without its sign"),
    Relation(
        lambda x: x + 1,
        _ones,
        "Off by exactly one: mind where counting begins and ends, and whether 1 is to be taken off.",
        counts=True,
    ),
    Relation(
        lambda x: x - 1,
        _ones,
        "Off by exactly one: mind where counting begins and ends, and whether 1 is to be taken off.",
        counts=True,
    ),
)


def related(right: Array, tolerance: float) -> Iterator[tuple[Relation, Array, Array, Array]]:
    """Every relation with the values it leads to, how far they may be off, and which of them it moves.

    Examples
    --------
    >>> next(related(np.array([[0.25]]), 0.001))[1]
    array([[25.]])
    """
    whole = bool((right[~np.isnan(right)] % 1 == 0).all()) and bool(
        np.nanmax(abs(right), initial=0.0) < SMALL
    )
    for relation in RELATIONS:
        if whole and not relation.counts:
            continue
        with np.errstate(all="ignore"):
            values = relation.apply(right)
            slack = tolerance * relation.slope(right)
            moved = abs(values - right) > MOVED * np.maximum(tolerance, slack)
        yield relation, values, np.where(np.isfinite(slack), slack, tolerance), moved


def sentence(says: str, several: bool, place: str = "") -> str:
    """What to say of a relation, and of which values.

    Examples
    --------
    >>> sentence("twice the right value", several=False, place="At 'low': ")
    "At 'low': this is twice the right value."
    """
    if not says.endswith("."):
        says = f"{'Each value' if several else 'This'} is {says}."
    return place + says[0].lower() + says[1:] if place else says
