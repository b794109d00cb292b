"""Right values in the wrong places: swapped, sorted, shifted, transposed, summed up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from relmark_helpers.notebook.relations import Array

MOST = 12  # names or columns among which pairs are looked for


def arranged(right: Array, rows: Sequence[Any], columns: Sequence[Any]) -> Iterator[tuple[str, Array]]:
    """Right values in other places, each with its sentence.

    Parameters
    ----------
    right : array
        The right values, two-dimensional.
    rows, columns : sequence
        Their labels; one column without a label for values by name.

    Yields
    ------
    tuple of str and array

    Examples
    --------
    >>> next(arranged(np.array([[1.0], [2.0]]), ["low", "high"], [""]))[0]
    "The values of 'low' and 'high' are under each other's name."
    """
    named = len(columns) == 1 and columns[0] == ""
    if named and len(rows) <= MOST:
        for one, other in combinations(range(len(rows)), 2):
            yield (
                f"The values of {rows[one]!r} and {rows[other]!r} are under each other's name.",
                _swapped(right, one, other),
            )
        for one in range(len(rows)):
            for other in range(len(rows)):
                if one != other:
                    copied = right.copy()
                    copied[one] = right[other]
                    yield f"At {rows[one]!r} stands the value that belongs to {rows[other]!r}.", copied
    if 1 < len(columns) <= MOST:
        for one, other in combinations(range(len(columns)), 2):
            yield (
                f"The columns {columns[one]!r} and {columns[other]!r} are under each other's name.",
                _swapped(right.T, one, other).T,
            )
    if right.shape[0] == right.shape[1] > 1:
        yield "Rows and columns are interchanged: turn the table round with .T.", right.T
    if len(rows) > 2:
        yield from _in_other_order(right, "value" if named else "row")


def _in_other_order(right: Array, what: str) -> Iterator[tuple[str, Array]]:
    lost = f"each {what} must stay with its own label"
    order = np.argsort(right[:, 0], kind="stable")
    yield f"The {what}s are sorted by size: {lost}.", right[order]
    yield f"The {what}s are sorted by size: {lost}.", right[order[::-1]]
    yield f"The {what}s are in the reverse order: {lost}.", right[::-1]
    yield f"The {what}s are shifted by one place: {lost}.", np.roll(right, 1, axis=0)
    yield f"The {what}s are shifted by one place: {lost}.", np.roll(right, -1, axis=0)
    for shifted in (_shifted(right, 1), _shifted(right, -1)):
        yield f"The {what}s are shifted by one place: {lost}.", shifted
    yield "These are running sums; the single values are wanted.", np.cumsum(right, axis=0)
    single = np.diff(right, axis=0, prepend=0.0)
    yield "These are the single values; their running sum is wanted.", single


def _shifted(right: Array, by: int) -> Array:
    moved = np.roll(right, by, axis=0)
    moved[0 if by > 0 else -1] = np.nan
    return moved


def _swapped(right: Array, one: int, other: int) -> Array:
    order = list(range(len(right)))
    order[one], order[other] = other, one
    swapped: Array = right[order]
    return swapped
