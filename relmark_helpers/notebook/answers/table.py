"""Answers that are tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.notebook.answers import plain
from relmark_helpers.notebook.answers.kind import Unfit

OTHERS = "other columns"  # kept beside a table read, to find the row labels in


@dataclass(frozen=True)
class Table:
    """A table of numbers with given columns and rows; rows are known by their labels, in any order.

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
        """Read a DataFrame of numbers, with plain labels, in the order of its labels."""
        if not plain.is_table(answer):
            raise Unfit("kind", f"The answer is a DataFrame; this is {self._no_table(answer)}.")
        if not isinstance(answer, pd.DataFrame):  # polars and its like: rows without labels
            answer = pd.DataFrame({name: pd.Series(list(answer[name])) for name in answer.columns})
        names = list(answer.columns)
        places = [self._place(name, names, answer) for name in self.columns]
        values = {
            name: _numbers(name, answer.iloc[:, at]) for name, at in zip(self.columns, places, strict=True)
        }
        labels = [plain.simple(label) for label in answer.index.tolist()]
        found = _in_order(pd.DataFrame(values, index=pd.Index(labels, dtype=object)))
        if labels == list(range(len(labels))):
            found.attrs[OTHERS] = {
                str(name): answer.iloc[:, at].tolist() for at, name in enumerate(names) if at not in places
            }
        return found

    def _no_table(self, answer: Any) -> str:
        what = plain.described(answer)
        if isinstance(answer, pd.Series) and len(self.columns) == 1:
            return f"{what}: turn it into a table with .to_frame({self.columns[0]!r})"
        return what

    def _place(self, name: str, names: list[Any], answer: pd.DataFrame) -> int:
        places = plain.find(name, names)
        if len(places) == 1:
            return places[0]
        if places:
            raise Unfit("shape", f"{len(places)} columns are called {name!r}; keep the one that is meant.")
        if name in answer.index.names:
            raise Unfit("shape", f"{name!r} is in the index; make it a column with .reset_index().")
        rows = answer.index.tolist()
        if all(plain.find(each, rows) and not plain.find(each, names) for each in self.columns):
            raise Unfit(
                "shape", f"The table lies on its side: {name!r} is a row of it; turn it round with .T."
            )
        raise Unfit("shape", f"The table lacks the column {name!r}; it needs {', '.join(self.columns)}.")

    def same(self, given: pd.DataFrame, wanted: pd.DataFrame) -> bool:
        """Whether rows and values agree, missing ones included."""
        return given.index.equals(wanted.index) and all(
            self._agree(given[name], wanted[name]).all() for name in self.columns
        )

    def where_wrong(self, given: pd.DataFrame, wanted: pd.DataFrame) -> str:
        """Say whether the rows or which column is wrong."""
        if not given.index.equals(wanted.index):
            return self._wrong_rows(given, wanted.index.tolist())
        wrong = next(name for name in self.columns if not self._agree(given[name], wanted[name]).all())
        agree = self._agree(given[wrong], wanted[wrong])
        place = f"the column {wrong!r}" if len(self.columns) > 1 else ""
        row = f"the row {given.index[~agree][0]!r}" if agree.any() else ""
        if not place and not row:
            return "No value is right yet. "
        return f"Look first at {' in '.join(part for part in (row, place) if part)}. "

    def _wrong_rows(self, given: pd.DataFrame, wanted: list[Any]) -> str:
        labels = given.index.tolist()
        missing, more = (
            [label for label in these if label not in set(those)]
            for these, those in ((wanted, labels), (labels, wanted))
        )
        says = f"The table needs {plain.count(len(wanted), 'row')}, one for each {self.row}"
        if len(labels) != len(wanted):
            says += f", and has {len(labels)}"
        if wanted == list(range(len(wanted))):
            return f"{says}; its index is that of the case's table: 0, 1, 2 … "
        within = [name for name, values in given.attrs.get(OTHERS, {}).items() if set(values) == set(wanted)]
        if within:
            return f"{says}, known by the index; put your column {within[0]!r} there with .set_index({within[0]!r}). "
        says += f"; its index holds {plain.listed(wanted, most=3)}"
        if missing:
            return f"{says}. {missing[0]!r} is missing. "
        return f"{says}. {more[0]!r} is not among them. " if more else f"{says}. One stands there twice. "

    def _agree(self, given: pd.Series, wanted: pd.Series) -> np.ndarray[Any, Any]:
        return np.isclose(given, wanted, rtol=0, atol=self.tolerance + 1e-12, equal_nan=True)


def _numbers(name: str, column: pd.Series) -> np.ndarray[Any, Any]:
    if column.dtype.kind in "iuf":
        return column.to_numpy(dtype="float64", na_value=math.nan)
    try:
        values = [math.nan if value is None else plain.number(value) for value in column.tolist()]
    except Unfit as unfit:
        mend = "; turn it into numbers with .astype(float)" if "quotes" in unfit.says else ""
        what = unfit.says.split(":")[0]
        raise Unfit("kind", f"The column {name!r} must hold numbers; it holds {what}{mend}.") from None
    return np.array(values, dtype="float64")


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    try:
        return table.sort_index(kind="stable")
    except TypeError:  # labels of several types
        return table.sort_index(kind="stable", key=lambda index: index.map(str))
