"""Answers that are tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.notebook.answers.kind import Unfit, described


@dataclass(frozen=True)
class Table:
    """A table of numbers with given columns and as many rows as the case has.

    Parameters
    ----------
    columns : sequence of str
        Columns that must be there; more do no harm.
    tolerance : float
        Largest absolute difference that still counts as right.
    row : str
        What a row is, for the sentence.

    Examples
    --------
    >>> Table(["a"]).read(pd.DataFrame({"a": [1, 2]})).shape
    (2, 1)
    """

    columns: Sequence[str]
    tolerance: float = 1e-6
    row: str = "survey"

    def read(self, answer: Any) -> pd.DataFrame:
        """Read a DataFrame of numbers in the order of its index."""
        if not isinstance(answer, pd.DataFrame):
            raise Unfit("kind", f"The answer is a DataFrame; this is {described(answer)}.")
        missing = [name for name in self.columns if name not in answer.columns]
        if missing:
            raise Unfit(
                "shape", f"The table lacks the column {missing[0]!r}; it needs {', '.join(self.columns)}."
            )
        try:
            return answer[list(self.columns)].astype("float64").sort_index()
        except (TypeError, ValueError):
            raise Unfit(
                "kind", "The table's columns must hold numbers; one of them holds something else."
            ) from None

    def same(self, given: pd.DataFrame, wanted: pd.DataFrame) -> bool:
        """Whether rows and values agree, missing ones included."""
        return given.index.equals(wanted.index) and all(
            self._same_column(given[name], wanted[name]) for name in self.columns
        )

    def where_wrong(self, given: pd.DataFrame, wanted: pd.DataFrame) -> str:
        """Say whether the rows or which column is wrong."""
        if len(given) != len(wanted):
            return (
                f"The table has {len(given)} rows, the case has {len(wanted)}: keep one row per {self.row}. "
            )
        if not given.index.equals(wanted.index):
            return "The index is not that of the case's table: keep it. "
        wrong = next(name for name in self.columns if not self._same_column(given[name], wanted[name]))
        return f"Look first at the column {wrong!r}. "

    def _same_column(self, given: pd.Series, wanted: pd.Series) -> bool:
        return bool(np.allclose(given, wanted, rtol=0, atol=self.tolerance + 1e-12, equal_nan=True))
