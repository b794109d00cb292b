"""Sentences about a column: what is wrong, what was found, in how many rows and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relmark_helpers.errors import CourseError

if TYPE_CHECKING:
    import pandas as pd


def need_series(values: object, what: str, kind: str = "a Series") -> pd.Series:
    """Give what was passed if it is a Series with rows.

    Examples
    --------
    >>> need_series([1, 2], "The counts")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The counts must be a Series; got list.
    """
    import pandas as pd

    if not isinstance(values, pd.Series) or values.empty:
        got = "an empty one" if isinstance(values, pd.Series) else type(values).__name__
        raise CourseError(f"{what} must be {kind}; got {got}.")
    return values


def shown(value: object) -> str:
    """Write a value as a sentence quotes it.

    Examples
    --------
    >>> shown("7"), shown(7), shown(None)
    ("'7'", '7', 'nothing')
    """
    import pandas as pd

    if value is None or value is pd.NA or value is pd.NaT or value != value:  # NaN is not itself
        return "nothing"
    return repr(value) if isinstance(value, str) else str(value)


def refuse(column: pd.Series, wrong: object, sentence: str) -> None:
    """Raise the sentence, with what the first wrong row holds, if any row is wrong.

    Examples
    --------
    >>> import pandas as pd
    >>> refuse(pd.Series([1, -2]), [False, True], "The counts must be positive")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The counts must be positive; found -2 in 1 row (first: row 1).
    """
    import numpy as np

    places = np.flatnonzero(np.asarray(wrong, dtype=bool))
    if len(places):
        rows = "1 row" if len(places) == 1 else f"{len(places)} rows"
        found = shown(column.iloc[places[0]])
        raise CourseError(f"{sentence}; found {found} in {rows} (first: row {column.index[places[0]]}).")
