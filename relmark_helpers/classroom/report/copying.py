"""Answers that fit another student's own case: something to look at, never a verdict.

Everybody works on a case of their own, so an answer that is wrong for one's own case and right for a classmate's
was hardly computed by oneself. Hardly is a number: how likely such a fit is by chance is estimated from how the
class's right values spread, and only what chance explains badly is listed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relmark_helpers.classroom.journal import Said
from relmark_helpers.notebook.answers import Kind, Named, Number, Unfit, Word
from relmark_helpers.notebook.check import Check

LIMIT = 0.01  # of so many pairs in a class, this many may be listed by chance
SMALLEST_CLASS = 3  # a spread cannot be estimated from fewer


@dataclass(frozen=True)
class ForeignCase:
    """One student's answers fit another's case.

    Parameters
    ----------
    student, other : str
        Whose answers, and whose case they fit.
    checks : tuple of str
        On which checks.
    expected : float
        How many such pairs chance alone would bring in this class.

    Examples
    --------
    >>> ForeignCase("ada", "li.wei", ("3", "6 best", "6"), 1e-6).tasks
    ('3', '6')
    """

    student: str
    other: str
    checks: tuple[str, ...]
    expected: float

    @property
    def tasks(self) -> tuple[str, ...]:
        """The tasks that these checks belong to."""
        return tuple(dict.fromkeys(key.split(" ")[0] for key in self.checks))


@dataclass(frozen=True)
class Found:
    """What the search brought.

    Parameters
    ----------
    listed : tuple of ForeignCase
        The least likely first.
    pairs : int
        How many pairs of students were compared.
    checks : tuple of str
        The checks whose answers could be compared.

    Examples
    --------
    >>> Found((), 0, ()).listed
    ()
    """

    listed: tuple[ForeignCase, ...]
    pairs: int
    checks: tuple[str, ...]


@dataclass
class _Key:
    """One check over the class: right values as rows of entries, and wrong answers in the same form."""

    kind: Kind
    right: dict[str, Any]
    wrong: dict[str, Any]
    fits: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    @property
    def entry(self) -> Kind:
        return self.kind.each if isinstance(self.kind, Named) else self.kind

    def flat(self, value: Any) -> list[Any]:
        return list(value.values()) if isinstance(self.kind, Named) else [value]

    def numbers(self, students: list[str]) -> NDArray[np.float64]:
        return np.array([self.flat(self.right[each]) for each in students], dtype=np.float64)


def foreign_cases(said: Mapping[str, Mapping[str, Said]], checks: Mapping[str, Check]) -> Found:
    """Find answers that are wrong for one's own case and right for another student's.

    A match on a check counts with its chance. For a word that is the share of the class with that right word (if
    everybody has the same words in another order, one over the number of orders). For a number it is the
    larger of twice the tolerance over the range of the class's right values, and the share of the class whose
    right value fits. The entries of matching checks are multiplied, numbers only as often as they are
    independent: with the effective number of entries from the correlations of the class's right values. The
    result times the ways to choose so many checks times the number of pairs is the number of such pairs
    that chance would bring; a pair is listed below 0.01.

    Parameters
    ----------
    said : mapping
        By check and student, from :func:`~relmark_helpers.classroom.report.messages.last_said`.
    checks : mapping of str to Check
        The assignment's checks.

    Returns
    -------
    Found

    Examples
    --------
    >>> foreign_cases({}, {}).listed
    ()
    """
    keys = {name: key for name in said if name in checks and (key := _read(said[name], checks[name]))}
    for key in keys.values():
        _match(key)
    compared = {
        (student, other)
        for key in keys.values()
        for student in key.wrong
        for other in key.right
        if other != student
    }
    matches: dict[tuple[str, str], list[str]] = {}
    for name, key in keys.items():
        for pair in key.fits:
            matches.setdefault(pair, []).append(name)
    listed = []
    for (student, other), names in matches.items():
        tried = sum(student in key.wrong and other in key.right for key in keys.values())
        factor = math.log(math.comb(tried, len(names)) * len(compared))
        logs = {name: float(np.sum(np.log(keys[name].fits[student, other]))) for name in names}
        if factor + sum(logs.values()) >= math.log(LIMIT):
            continue  # dependence only makes chance more likely
        numeric = [name for name in names if isinstance(keys[name].entry, Number)]
        weight = _independent([keys[name] for name in numeric])
        chance = sum(logs[name] * (weight if name in numeric else 1.0) for name in names)
        if factor + chance < math.log(LIMIT):
            listed.append(ForeignCase(student, other, tuple(names), math.exp(factor + chance)))
    listed.sort(key=lambda each: (each.expected, each.student, each.other))
    return Found(tuple(listed), len(compared), tuple(keys))


def _read(by_student: Mapping[str, Said], check: Check) -> _Key | None:
    """Read right and wrong values by the check's own kind; None where they cannot be compared."""
    right, wrong = {}, {}
    for student, each in by_student.items():
        value = _plain(check.kind, each.right)
        if value is not None:
            right[student] = value
        if each.outcome not in ("right", "unanswered"):
            given = _plain(check.kind, each.given)
            if given is not None:
                wrong[student] = given
    return _Key(check.kind, right, wrong) if wrong and len(right) >= SMALLEST_CLASS else None


def _plain(kind: Kind, value: Any) -> Any:
    """A value out of the journal as the kind reads it; None if it does not."""
    if value is None:
        return None
    if isinstance(kind, Named) and isinstance(value, dict):
        # JSON knows names as text only
        by_text = {str(name): name for name in kind.keys}
        value = {by_text.get(name, name): each for name, each in value.items()}
    try:
        return kind.read(value)
    except (Unfit, TypeError, ValueError, OverflowError):
        return None


def _match(key: _Key) -> None:
    """Find for every wrong answer whose right value it fits, and with what chance in each entry."""
    students = list(key.right)
    if isinstance(key.entry, Number):
        table = key.numbers(students)
        reach = np.ptp(table, axis=0)
        with np.errstate(divide="ignore", invalid="ignore"):
            least = np.where(reach > 0, np.minimum(1.0, 2 * key.entry.tolerance / reach), 1.0)
    elif isinstance(key.entry, Word):
        table = np.array([key.flat(key.right[each]) for each in students], dtype=object)
        least = np.zeros(table.shape[1])
    else:
        table = None
    for student, given in key.wrong.items():
        others = np.array([each != student for each in students])
        if table is None:
            whole = np.array([_same(key.kind, given, key.right[each]) for each in students]) & others
            shares = [max(1, int(whole.sum())) / len(students)]
        else:
            own = np.array(key.flat(given), dtype=table.dtype)
            if isinstance(key.entry, Number):
                with np.errstate(invalid="ignore"):
                    hits = np.abs(table - own) <= key.entry.tolerance + 1e-12
            else:
                hits = table == own
            whole = hits.all(axis=1) & others
            shares = [
                float(max(share, low)) for share, low in zip(hits[others].mean(axis=0), least, strict=True)
            ]
            if isinstance(key.entry, Word):
                shares = _orders(table) or shares
        for place in np.flatnonzero(whole):
            other = students[int(place)]
            if _same(key.kind, given, key.right[other]):
                key.fits[student, other] = shares


def _same(kind: Kind, given: Any, right: Any) -> bool:
    try:
        return bool(kind.same(given, right))
    except (TypeError, ValueError, KeyError):
        return False


def _orders(table: NDArray[Any]) -> list[float]:
    """One over the number of orders of the same words, if everybody has the same words; else nothing."""
    counts = [tuple(sorted(Counter(row).items())) for row in table.tolist()]
    if table.shape[1] < 2 or len(set(counts)) > 1:
        return []
    ways = math.factorial(table.shape[1])
    for _, count in counts[0]:
        ways //= math.factorial(count)
    return [1 / ways]


def _independent(keys: list[_Key]) -> float:
    """How many entries count as independent, as a share of all entries of some checks: m / Σ r² over pairs."""
    if not keys:
        return 1.0
    students = [each for each in keys[0].right if all(each in key.right for key in keys)]
    table = np.hstack([key.numbers(students) for key in keys])
    table = table[:, np.ptp(table, axis=0) > 0] if len(students) else table[:, :0]
    entries = table.shape[1]
    if entries < 2:
        return 1.0
    if len(students) < SMALLEST_CLASS:
        return float(1 / entries)
    squares = np.corrcoef(table, rowvar=False) ** 2
    # Sampling alone makes a squared correlation of 1 / (n − 1) where there is none.
    between = np.maximum(0.0, squares - 1 / (len(students) - 1))
    np.fill_diagonal(between, 1.0)
    return float(entries / between.sum())
