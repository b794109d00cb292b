"""Answers of one value: a number, a word."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from relmark_helpers.notebook.answers import plain
from relmark_helpers.notebook.answers.kind import Unfit


@dataclass(frozen=True)
class Number:
    """One number.

    Parameters
    ----------
    unit : str
        What it counts, for the sentence: ``"scale points"``.
    tolerance : float
        Largest absolute difference that still counts as right.

    Examples
    --------
    >>> Number("points", 0.01).same(1.004, 1.0)
    True
    """

    unit: str
    tolerance: float = 1e-6

    def read(self, answer: Any) -> float:
        """Read any real number: Python's, numpy's, a Decimal, an array or a Series of one."""
        try:
            value = plain.number(answer)
        except Unfit as unfit:
            raise Unfit("kind", f"The answer is one number ({self.unit}); this is {unfit.says}.") from None
        if math.isnan(value):
            raise Unfit("kind", "The answer is NaN: a missing value went through the calculation.")
        return value

    def same(self, given: float, wanted: float) -> bool:
        """Whether the two differ by no more than the tolerance."""
        return abs(given - wanted) <= self.tolerance + 1e-12

    def where_wrong(self, given: float, wanted: float) -> str:
        """Say nothing more: which way it is off would give the answer away in a few tries."""
        return ""


@dataclass(frozen=True)
class Word:
    """One word out of several.

    Parameters
    ----------
    options : sequence of str
        What may be answered.

    Examples
    --------
    >>> Word(["trust", "satisfaction"]).read(" Trust ")
    'trust'
    """

    options: Sequence[str]

    def read(self, answer: Any) -> str:
        """Read text, blind to case and to blanks that are not meant."""
        if not isinstance(answer, str):
            raise Unfit("kind", f"The answer is text, one of {self._listed()}; this is {_no_word(answer)}.")
        for option in self.options:
            if plain.simple(answer) == plain.simple(option):
                return option
        raise Unfit("kind", f"The answer is one of {self._listed()}; this is {str(answer)!r}.")

    def same(self, given: str, wanted: str) -> bool:
        """Whether the two are the same word."""
        return given == wanted

    def where_wrong(self, given: str, wanted: str) -> str:
        """Say nothing more: there is only one word."""
        return ""

    def _listed(self) -> str:
        return ", ".join(repr(option) for option in self.options)


def _no_word(answer: Any) -> str:
    what = plain.described(answer)
    if what == "True or False":
        return f"{what}: write the word"
    within = answer[0] if isinstance(answer, (list, tuple)) and len(answer) == 1 else plain.alone(answer)
    return f"{what}: give the word alone" if isinstance(within, str) else what
