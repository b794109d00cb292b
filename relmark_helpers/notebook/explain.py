"""Why an answer is wrong, if it can be told beyond doubt: a usual mistake, or a relation to the right value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from relmark_helpers.notebook.answers import Function, Kind, Named, Number, Table, Word
from relmark_helpers.notebook.arrangements import arranged
from relmark_helpers.notebook.confusions import confused
from relmark_helpers.notebook.patterns import patterns, with_numbers
from relmark_helpers.notebook.relations import MOVED, Array, related, sentence

WITHIN, NEAR, EXACT = 1, 2, 3
FEW_DECIMALS = 6
FIRST = (
    "What is missing",
    "Where there is nothing",
    "This is rounded",
)  # of the patterns, those that hold alone
WHOLE = ("The interval", "Every value", "Where it is wrong")  # of the patterns, those met to the last digit
SMALL = 100  # a whole number below this meets another one by chance
MANY = 3  # values that are met within the tolerance are met by no chance


def explain(
    kind: Kind,
    given: Any,
    right: Any,
    mistakes: Sequence[tuple[Any, str]],
    numbers: Mapping[str, float] | None = None,
) -> str:
    """Name what is wrong with an answer, or say nothing.

    A value computed with a mistake shows it to the last digit; so an explanation that is met exactly holds,
    and one that is met roughly holds only if no other comes within the tolerance. If two hold, neither is
    said; but a task's own mistakes go before relations that hold as well.

    Parameters
    ----------
    kind : Kind
        What the task wants.
    given, right : object
        A wrong answer and the right one, as the kind reads them.
    mistakes : sequence of tuples
        Values that the task's usual mistakes lead to, each with its sentence.
    numbers : mapping of str to float, optional
        Numbers of the case by how they are called, which may have been forgotten or used twice.

    Returns
    -------
    str
        A sentence; empty if nothing can be told.

    Examples
    --------
    >>> explain(Number("share", 0.001), 25.0, 0.25, [])
    'This is 100 times the right value: mind shares and per cent.'
    >>> explain(Number("share", 0.001), 0.3, 0.25, [(0.3, "Divide by all."), (0.3, "Leave out the rest.")])
    ''
    """
    own = [(_closeness_of_kind(kind, given, value, right), says) for value, says in mistakes]
    exact = _said(own, EXACT)
    if exact:
        return exact[0] if len(exact) == 1 else ""
    mine, wanted, tolerance = _numbers(kind, given), _numbers(kind, right), _tolerance(kind)
    same_rows = not isinstance(kind, Table) or given.index.equals(right.index)
    pair = (mine, wanted) if mine is not None and wanted is not None and same_rows else None
    # a mistake that the whole answer meets is not told of a part of it once more
    rest = [mistake for mistake, (whole, _) in zip(mistakes, own, strict=True) if not whole]
    here = list(_own_in_part(kind, *pair, rest, tolerance)) if pair else []
    exact = _said(here, EXACT)
    if len(exact) == 1:
        return exact[0]
    general = list(_general(kind, *pair, tolerance)) if pair else []
    exact = _said(general, EXACT)
    if exact:
        return exact[0] if len(exact) == 1 else ""
    candidates = [*own, *here, *general]
    rough = _said(candidates, WITHIN)
    if len(rough) == 1 and _said(candidates, NEAR):
        return rough[0]
    if not pair:
        return _confused(kind, given, right)
    told = next(patterns(*pair, tolerance, _names(kind)), "")
    if rough:  # what holds to the last digit is true all the same
        return told if told.startswith(WHOLE) else ""
    exact = _said(_with_numbers(kind, *pair, tolerance, numbers or {}), EXACT)
    return exact[0] if len(exact) == 1 and not told.startswith(FIRST) else told


def _confused(kind: Kind, given: Any, right: Any) -> str:
    """What holds between the words of an answer of several."""
    if isinstance(kind, Named) and isinstance(kind.each, Word):
        return confused([given[key] for key in kind.keys], [right[key] for key in kind.keys], list(kind.keys))
    if isinstance(kind, Function) and isinstance(kind.returns, Word):
        return confused(given, right)
    return ""


def _said(candidates: Iterable[tuple[int, str]], least: int) -> list[str]:
    return list(dict.fromkeys(says for closeness, says in candidates if closeness >= least))


def _own_in_part(
    kind: Kind,
    given: Array,
    right: Array,
    mistakes: Iterable[tuple[Any, str]],
    tolerance: float,
) -> Iterator[tuple[int, str]]:
    """How close the wrong values of an answer that is right elsewhere come to the task's own mistakes."""
    rows, columns = _labels(kind, len(right))
    wrong = _wrong(given, right, tolerance)
    place, _ = _place(kind, wrong, rows, columns)
    by_chance = wrong.sum() == 1 and float(given[wrong][0]) in range(SMALL)
    if not place or by_chance:
        return
    for value, says in mistakes:
        other = _numbers(kind, value)
        if other is None or other.shape != right.shape:
            continue
        if (abs(other - right)[wrong] > MOVED * tolerance).all():
            yield (
                _closeness(given[wrong], other[wrong], tolerance, int(wrong.sum())),
                place + says,
            )


def _closeness_of_kind(kind: Kind, given: Any, value: Any, right: Any) -> int:
    if not kind.same(given, value):
        return 0
    one, other, third = (_numbers(kind, each) for each in (given, value, right))
    if one is None or other is None:
        return EXACT
    slack = _tolerance(kind)
    moved = (
        MANY if third is None or third.shape != other.shape else int((~(abs(other - third) <= slack)).sum())
    )
    return _closeness(one, other, slack, moved)


def _closeness(given: Array, value: Array, slack: Any, moved: int) -> int:
    """How closely values meet an explanation that moves so many of them."""
    with np.errstate(all="ignore"):
        off = np.where(np.isnan(given) & np.isnan(value), 0.0, abs(given - value))
        if (off <= 1e-9 * abs(np.nan_to_num(value)) + 1e-12).all():
            return EXACT
        if not (off <= slack).all():
            return 0
        rounded = any(
            np.allclose(given, np.round(given, decimals), rtol=0, atol=1e-12, equal_nan=True)
            and (off <= 0.5001 * 10.0**-decimals).all()
            for decimals in range(FEW_DECIMALS)
        )
    return NEAR if rounded or moved >= MANY or (off <= slack / 5).all() else WITHIN


def _tolerance(kind: Kind) -> float:
    each: Any = kind.each if isinstance(kind, Named) else kind.returns if isinstance(kind, Function) else kind
    return float(getattr(each, "tolerance", 0.0))


def _numbers(kind: Kind, value: Any) -> Array | None:
    """The numbers of an answer in rows and columns; None if it is none of numbers."""
    if isinstance(kind, Number):
        return np.array([[value]], dtype=float)
    if isinstance(kind, Named) and isinstance(kind.each, Number):
        return np.array([[value[key]] for key in kind.keys], dtype=float)
    if isinstance(kind, Function) and isinstance(kind.returns, Number):
        return np.array([[each] for each in value], dtype=float)
    if isinstance(kind, Table):
        return np.asarray(value[list(kind.columns)], dtype=float)
    return None


def _labels(kind: Kind, rows: int) -> tuple[list[Any], list[Any]]:
    if isinstance(kind, Named):
        return list(kind.keys), [""]
    return list(range(rows)), list(kind.columns) if isinstance(kind, Table) else [None]


def _general(kind: Kind, given: Array, right: Array, tolerance: float) -> Iterator[tuple[int, str]]:
    """How close an answer comes to each relation and arrangement of the right values."""
    rows, columns = _labels(kind, len(right))
    wrong = _wrong(given, right, tolerance)
    place, spot = _place(kind, wrong, rows, columns)
    for relation, values, slack, moved in related(right, tolerance):
        if not moved[wrong].any():
            continue
        whole = _closeness(given, values, slack, int(moved.sum()))
        part = 0
        if place and not whole:
            mine, theirs = (np.where(spot, each, 0.0) for each in (given, values))
            part = _closeness(mine, theirs, slack, int((moved & spot).sum()))
        if whole or part:
            several = right.size > 1 and not part
            yield whole or part, sentence(relation.says, several, place if part else "")
    if isinstance(kind, (Named, Table)):
        seen: list[Array] = []
        for says, values in arranged(right, rows, columns):
            far = abs(values - right) > MOVED * tolerance
            # what two arrangements lead to is called by the simpler one, which comes first
            if far[wrong].any() and not any(np.array_equal(values, other, equal_nan=True) for other in seen):
                seen.append(values)
                yield _closeness(given, values, tolerance, int(far.sum())), says


def _wrong(given: Array, right: Array, tolerance: float) -> Array:
    wrong: Array = ~(np.isnan(given) & np.isnan(right)) & ~(abs(given - right) <= tolerance + 1e-12)
    return wrong


def _with_numbers(
    kind: Kind, given: Array, right: Array, tolerance: float, numbers: Mapping[str, float]
) -> Iterator[tuple[int, str]]:
    """How close an answer comes to the right values with a number of the case in the wrong place."""
    rows, columns = _labels(kind, len(right))
    wrong = _wrong(given, right, tolerance)
    place, spot = _place(kind, wrong, rows, columns)
    mine = np.where(spot, given, 0.0)
    for says, values in with_numbers(right, numbers):
        plain = bool(np.isin(values[wrong], [-1.0, 0.0, 1.0]).all())  # a number over itself: no relation
        if not plain and (abs(values - right)[wrong] > MOVED * tolerance).all():
            several = right.size > 1 and not place
            yield _closeness(mine, np.where(spot, values, 0.0), tolerance, 1), sentence(says, several, place)


def _names(kind: Kind) -> list[Any]:
    return list(kind.keys if isinstance(kind, Named) else kind.columns if isinstance(kind, Table) else ())


def _place(kind: Kind, wrong: Array, rows: list[Any], columns: list[Any]) -> tuple[str, Array]:
    """Where the wrong values are, in words and as a mask, if that is only a part of the answer."""
    if isinstance(kind, Named) and not wrong.all():
        return "At " + _and([rows[at] for at in np.flatnonzero(wrong[:, 0])]) + ": ", wrong
    if isinstance(kind, Table) and not wrong.any(axis=0).all():
        bad = np.flatnonzero(wrong.any(axis=0))
        mask = np.zeros_like(wrong)
        mask[:, bad] = True
        return f"In the column{'s' if len(bad) > 1 else ''} {_and([columns[at] for at in bad])}: ", mask
    return "", np.ones_like(wrong)


def _and(names: list[Any]) -> str:
    *most, last = map(repr, names)
    return f"{', '.join(most)} and {last}" if most else last
