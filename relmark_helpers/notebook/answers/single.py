"""Answers of one value: a number, a word."""

from __future__ import annotations

import math
import numbers
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.notebook.answers.kind import Unfit, described


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
        """Read any real number, numpy's and one-element Series included."""
        if isinstance(answer, (pd.Series, np.ndarray)) and np.size(answer) == 1:
            answer = np.asarray(answer).item()
        if isinstance(answer, (bool, np.bool_)) or not isinstance(answer, numbers.Real):
            raise Unfit("kind", f"The answer is one number ({self.unit}); this is {described(answer)}.")
        value = float(answer)
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
        """Read text, blind to case and outer blanks."""
        if not isinstance(answer, str):
            raise Unfit("kind", f"The answer is text, one of {self._listed()}; this is {described(answer)}.")
        word = answer.strip().casefold()
        if word not in self.options:
            raise Unfit("kind", f"The answer is one of {self._listed()}; this is {answer!r}.")
        return word

    def same(self, given: str, wanted: str) -> bool:
        """Whether the two are the same word."""
        return given == wanted

    def where_wrong(self, given: str, wanted: str) -> str:
        """Say nothing more: there is only one word."""
        return ""

    def _listed(self) -> str:
        return ", ".join(repr(option) for option in self.options)
