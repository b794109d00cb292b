"""The kinds of answer a task can want: a number, a word, several of them by name, a table, a function.

Each kind reads an answer into plain values, or says why it cannot; compares two of them within the task's
tolerance; and says where they differ without saying by what.
"""

from __future__ import annotations

import math
import numbers
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

import numpy as np
import pandas as pd


class Unfit(Exception):  # noqa: N818 - it is no error but a verdict on its way
    """An answer that cannot be compared: of the wrong kind or the wrong shape."""

    def __init__(self, outcome: Literal["kind", "shape"], says: str) -> None:
        super().__init__(says)
        self.outcome: Literal["kind", "shape"] = outcome
        self.says = says


class Kind(Protocol):
    """What every kind of answer can do."""

    def read(self, answer: Any) -> Any:
        """Turn an answer into plain values; raise Unfit if it is of another kind or shape."""

    def same(self, given: Any, wanted: Any) -> bool:
        """Whether two read answers agree within the tolerance."""

    def where_wrong(self, given: Any, wanted: Any) -> str:
        """A sentence that says which part is wrong, with a space behind it; may be empty."""


def _named(answer: Any) -> str:
    return {"str": "text", "list": "a list", "dict": "a dict", "bool": "True or False"}.get(
        type(answer).__name__, f"a {type(answer).__name__}"
    )


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
            raise Unfit("kind", f"The answer is one number ({self.unit}); this is {_named(answer)}.")
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
            raise Unfit("kind", f"The answer is text, one of {self._listed()}; this is {_named(answer)}.")
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


@dataclass(frozen=True)
class Named:
    """Several answers of one kind by name, as a dict or a Series.

    Parameters
    ----------
    keys : sequence of str
        The names that must be there.
    each : Kind
        The kind of every one of them.

    Examples
    --------
    >>> Named(["low", "high"], Number("points")).read(pd.Series({"high": 2, "low": 1}))
    {'low': 1.0, 'high': 2.0}
    """

    keys: Sequence[Hashable]
    each: Kind

    def read(self, answer: Any) -> dict[Hashable, Any]:
        """Read a dict or a Series; more names than asked for do no harm."""
        if not isinstance(answer, (Mapping, pd.Series)):
            raise Unfit("kind", f"The answer is a dict or a Series by name; this is {_named(answer)}.")
        if isinstance(answer, pd.Series) and answer.index.has_duplicates:
            raise Unfit("shape", "A name stands more than once in the Series; each needs one value.")
        given = dict(answer.items())
        missing = [key for key in self.keys if key not in given]
        if missing:
            raise Unfit(
                "shape",
                f"There is no value for {missing[0]!r}; {len(missing)} of {len(self.keys)} are missing.",
            )
        return {key: self._read_one(key, given[key]) for key in self.keys}

    def _read_one(self, key: Hashable, value: Any) -> Any:
        try:
            return self.each.read(value)
        except Unfit as unfit:
            raise Unfit(unfit.outcome, f"At {key!r}: {unfit.says}") from None

    def same(self, given: dict[Hashable, Any], wanted: dict[Hashable, Any]) -> bool:
        """Whether all values agree."""
        return all(self.each.same(given[key], wanted[key]) for key in self.keys)

    def where_wrong(self, given: dict[Hashable, Any], wanted: dict[Hashable, Any]) -> str:
        """Say how many and which names are wrong."""
        wrong = [key for key in self.keys if not self.each.same(given[key], wanted[key])]
        if len(wrong) == len(self.keys):
            return "No value is right yet. "
        return f"{len(self.keys) - len(wrong)} of {len(self.keys)} are right; look again at {wrong[0]!r}. "


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
            raise Unfit("kind", f"The answer is a DataFrame; this is {_named(answer)}.")
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


@dataclass(frozen=True)
class Function:
    """A function, judged by what it returns for some inputs.

    Parameters
    ----------
    inputs : tuple of tuples
        Arguments of each trial.
    returns : Kind
        The kind of what it returns.

    Examples
    --------
    >>> double = Function(((1,), (2,)), Number("yuan"))
    >>> double.read(lambda price: 2 * price)
    (2.0, 4.0)
    """

    inputs: tuple[tuple[Any, ...], ...]
    returns: Kind = field(default_factory=lambda: Number("number"))

    def read(self, answer: Callable[..., Any]) -> tuple[Any, ...]:
        """Call the function on every input and read what it returns."""
        if not callable(answer):
            raise Unfit("kind", f"The answer is a function (def …); this is {_named(answer)}.")
        return tuple(self._call(answer, arguments) for arguments in self.inputs)

    def _call(self, answer: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        shown = ", ".join(map(repr, arguments))
        try:
            result = answer(*arguments)
        except Exception as error:
            # whatever the learner's function raises is part of its answer
            raise Unfit(
                "kind", f"Called with ({shown}) your function stops: {type(error).__name__}: {error}."
            ) from None
        if result is None:
            raise Unfit(
                "kind", f"Called with ({shown}) your function returns nothing; end it with `return …`."
            )
        return self.returns.read(result)

    def same(self, given: tuple[Any, ...], wanted: tuple[Any, ...]) -> bool:
        """Whether the results agree for every input."""
        return all(self.returns.same(one, other) for one, other in zip(given, wanted, strict=True))

    def where_wrong(self, given: tuple[Any, ...], wanted: tuple[Any, ...]) -> str:
        """Say for which inputs the function is wrong."""
        wrong = [
            arguments
            for arguments, one, other in zip(self.inputs, given, wanted, strict=True)
            if not self.returns.same(one, other)
        ]
        return f"It is wrong for the input ({', '.join(map(repr, wrong[0]))}). "
