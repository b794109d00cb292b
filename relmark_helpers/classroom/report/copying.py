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
    share of the class whose right value fits, and at least twice the tolerance over the range of the right
    values; where all numbers of an answer are far nearer than the tolerance, within a 4n-th part of the range,
    it is the share of the class that is so near, and at least 1/n. The chances of all entries are multiplied,
    each number's after it was raised by how well the numbers before it predict it in the class.

    The result times the ways to choose so many checks (and, for numbers, near or far) times the number of pairs
    is the number of such pairs that chance would bring; a pair is listed below 0.01.

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
        fits = {name: keys[name].fits[student, other] for name in names}
        numeric = [name for name in names if isinstance(keys[name].entry, Number)]
        factor = math.log(math.comb(tried, len(names)) * len(compared) * 2 ** len(numeric))
        if factor + sum(math.log(share) for shares in fits.values() for share in shares) >= math.log(LIMIT):
            continue  # dependence only makes chance more likely
        words = sum(math.log(share) for name in names if name not in numeric for share in fits[name])
        numbers = [share for name in numeric for share in fits[name]]
        chance = words + _beside_each_other([keys[name] for name in numeric], numbers)
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
        _match_numbers(key, key.entry.tolerance, students)
        return
    table = None
    if isinstance(key.entry, Word):
        table = np.array([key.flat(key.right[each]) for each in students], dtype=object)
        orders = _orders(table)
    for student, given in key.wrong.items():
        others = np.array([each != student for each in students])
        fits = np.array([_same(key.kind, given, key.right[each]) for each in students]) & others
        shares = [float(fits.sum()) / max(1, int(others.sum()))]
        if table is not None:
            hits = table == np.array(key.flat(given), dtype=object)
            shares = orders or [float(share) for share in hits[others].mean(axis=0)]
        for place in np.flatnonzero(fits):
            key.fits[student, students[int(place)]] = shares


def _match_numbers(key: _Key, tolerance: float, students: list[str]) -> None:
    """The same for numbers, where a fit far inside the tolerance counts for more than one at its edge."""
    table = key.numbers(students)
    reach = np.ptp(table, axis=0)
    varies = reach > 0
    least = np.ones_like(reach)
    least[varies] = np.minimum(1.0, 2 * tolerance / reach[varies])
    # Even in the middle of normally distributed values fewer than one in n lies this near to a given place.
    close = np.minimum(tolerance, reach / (4 * len(students))) + 1e-12
    for student, given in key.wrong.items():
        others = np.array([each != student for each in students])
        with np.errstate(invalid="ignore"):
            apart = np.abs(table - np.array(key.flat(given), dtype=np.float64))
        fits, exact = apart <= tolerance + 1e-12, apart <= close
        rough = np.maximum(fits[others].mean(axis=0), least)
        fine = np.where(varies, np.maximum(exact[others].mean(axis=0), 1 / len(students)), 1.0)
        for place in np.flatnonzero(fits.all(axis=1) & others):
            other = students[int(place)]
            if _same(key.kind, given, key.right[other]):
                shares = np.minimum(rough, fine) if exact[place].all() else rough
                key.fits[student, other] = shares.tolist()


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


def _beside_each_other(keys: list[_Key], shares: list[float]) -> float:
    """Logarithm of the chance that numbers fit together, each given those before it.

    Given the others, a number spreads by sqrt(1 − R²) of what it does alone, R² being how well they predict it
    over the class's right values; the chance of a fit grows by as much. What the others settle adds nothing.
    """
    if not keys:
        return 0.0
    students = [each for each in keys[0].right if all(each in key.right for key in keys)]
    chances = np.array(shares)
    left = np.zeros(chances.size)
    if len(students) >= SMALLEST_CLASS:
        table = np.hstack([key.numbers(students) for key in keys])
        table = table - table.mean(axis=0)
        size = np.sqrt((table**2).sum(axis=0))
        own = np.abs(np.diag(np.linalg.qr(table / np.where(size > 0, size, 1.0), mode="r")))
        left[: own.size] = own
    return float(np.log(np.minimum(1.0, chances / np.maximum(left, 1e-12))).sum())
