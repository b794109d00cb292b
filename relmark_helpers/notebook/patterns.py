"""What holds between wrong and right values as a whole: gaps, roundings, intervals, factors, numbers of the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.relations import Array

MOST_NUMBERS = 60  # of a case, with which a relation is looked for


def numbers_of(case: Case) -> dict[str, float]:
    """The single numbers that a case holds, and the sizes of its tables, by how they are called.

    Examples
    --------
    >>> numbers_of(Case("00", "li.na", {"rate": 0.1, "plan": {"margin": 900}, "orders": pd.DataFrame([1, 2])}))
    {'case.rate': 0.1, "case.plan['margin']": 900.0, 'the number of rows of case.orders': 2.0}
    """
    found: dict[str, float] = {}
    for name, value in case.contents.items():
        if isinstance(value, pd.DataFrame):
            found[f"the number of rows of case.{name}"] = float(len(value))
        for label, each in value.items() if isinstance(value, Mapping) else [(None, value)]:
            if isinstance(each, Real) and not isinstance(each, bool):
                found[f"case.{name}" if label is None else f"case.{name}[{label!r}]"] = float(each)
    return dict(list(found.items())[:MOST_NUMBERS])


def with_numbers(right: Array, numbers: Mapping[str, float]) -> Iterator[tuple[str, Array]]:
    """Right values to which a number of the case has been added, or by which they were multiplied.

    Examples
    --------
    >>> next(with_numbers(np.array([[2.0]]), {"case.rate": 0.5}))
    ('the right value times case.rate: that number is missing, or stands in the wrong place', array([[1.]]))
    """
    mend = "that number is missing, or stands in the wrong place"
    for name, number in numbers.items():
        if not np.isfinite(number) or number in (0, 1, -1):
            continue
        yield f"the right value times {name}: {mend}", right * number
        yield f"the right value divided by {name}: {mend}", right / number
        yield f"the right value plus or minus {name}: {mend}", right + number
        yield f"the right value plus or minus {name}: {mend}", right - number
        if name.startswith("the number of rows") and number > 1:
            root, name_of_root = number**0.5, f"the root of {name}"
            yield f"the right value times {name_of_root}: mind spread and standard error", right * root
            yield f"the right value divided by {name_of_root}: mind spread and standard error", right / root
            less = f"the right value with n − 1 for n or n for n − 1, where n is {name}"
            for power in (1, -1, 0.5, -0.5):
                yield less, right * (number / (number - 1)) ** power
        elif 0 < number < 1:
            for sign, word in ((1, "plus"), (-1, "minus")):
                base = 1 + sign * number
                yield f"the right value times one {word} {name}: mind the base", right * base
                yield f"the right value divided by one {word} {name}: mind the base", right / base


def patterns(given: Array, right: Array, tolerance: float, names: Sequence[Any] = ()) -> Iterator[str]:
    """What holds between wrong and right values, in sentences; the most telling first.

    Examples
    --------
    >>> right = np.array([[0.5], [0.125], [0.25]])
    >>> list(patterns(7 * right, right, 0.001))
    ['Every value is off by the same factor: look at what you divide or multiply by.']
    """
    gaps, holes = np.isnan(given), np.isnan(right)
    filled = holes & ~gaps
    if filled.any() and (given[filled] == 0).all() and _same(given, right, tolerance, ~filled):
        yield "What is missing must stay missing; here it is 0."
    emptied = gaps & ~holes
    if emptied.any() and (right[emptied] == 0).all() and _same(given, right, tolerance, ~emptied):
        yield "Where there is nothing the value is 0; here it is missing."
    if (gaps != holes).any():
        return
    known = ~gaps
    if _rounded(given[known], right[known], tolerance):
        yield f"This is rounded too coarsely: the task allows {_plain(tolerance)}; round at the very end, or not at all."
    if {"low", "high"} <= set(names):
        yield from _interval(given, right, tolerance, list(names))
    wrong = known & (abs(given - right) > tolerance)
    enough = 3 if (given[wrong] % 1 == 0).any() else 2
    if wrong.sum() >= enough and (wrong == known).all():
        yield from _constant(given, right, known)
    elif wrong.sum() >= 3:
        yield from _constant_in_part(given[wrong], right[wrong])


def _same(given: Array, right: Array, tolerance: float, where: Array) -> bool:
    return bool(np.allclose(given[where], right[where], rtol=0, atol=tolerance + 1e-12, equal_nan=True))


def _rounded(given: Array, right: Array, tolerance: float) -> bool:
    """Whether wrong values are the right ones with fewer decimals, and still a digit."""
    for decimals in range(5):
        step = 10.0**-decimals
        if np.allclose(given, np.round(given, decimals), rtol=0, atol=1e-12):
            ways: list[Array] = [np.round(right, decimals), np.trunc(right / step) * step]
            ways += [np.ceil(right)] if decimals == 0 else []
            met = any(np.allclose(given, way, rtol=0, atol=1e-9) for way in ways)
            return met and step > tolerance and bool((abs(right) >= step).all())
    return False


def _interval(given: Array, right: Array, tolerance: float, names: list[Any]) -> Iterator[str]:
    """Ends of intervals in rows or columns called low and high."""
    ends = [names.index("low"), names.index("high")]
    (low, high), (right_low, right_high) = (
        (each[ends] if len(each) == len(names) else each.T[ends]) for each in (given, right)
    )
    same_middle = np.allclose(low + high, right_low + right_high, rtol=1e-9, atol=1e-12)
    same_width = np.allclose(high - low, right_high - right_low, rtol=1e-9, atol=1e-12)
    if same_middle and not same_width and (abs(low - right_low) > tolerance).all():
        yield "The interval has the right middle and the wrong width: look at the standard error and what it is multiplied by."
    elif same_width and not same_middle and (abs(low - right_low) > tolerance).all():
        yield "The interval has the right width and the wrong middle."


def _constant(given: Array, right: Array, known: Array) -> Iterator[str]:
    with np.errstate(all="ignore"):
        factors, shifts = given / right, given - right
    if _flat(given[known]) and not _flat(right[known]):
        yield "Every value is the same; each has its own."
    elif _flat(factors[known]):
        yield "Every value is off by the same factor: look at what you divide or multiply by."
    elif _flat(shifts[known]) and known.sum() >= 3:  # two change places, sign and all, by the same amount
        yield "Every value is off by the same amount: look at what you add or take off."
    elif min(given.shape) > 1 and known.all():
        if all(_flat(row) for row in factors):
            yield "In each row all values are off by one factor: look at the sums that you divide by."
        elif all(_flat(column) for column in factors.T):
            yield "In each column all values are off by one factor: look at the sums that you divide by."


def _plain(number: float) -> str:
    """A small number as a prompt writes it."""
    return f"{number:.12f}".rstrip("0").rstrip(".")


def _constant_in_part(given: Array, right: Array) -> Iterator[str]:
    with np.errstate(all="ignore"):
        if _flat(given / right) and not _flat(right):
            yield "Where it is wrong, every value is off by the same factor: look at what you divide or multiply by."
        elif _flat(given - right) and not _flat(right):
            yield "Where it is wrong, every value is off by the same amount: look at what you add or take off."


def _flat(values: Array) -> bool:
    return bool(np.isfinite(values).all() and np.ptp(values) <= 1e-6 * abs(values).max())
