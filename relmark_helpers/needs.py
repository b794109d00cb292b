"""What a function needs of its arguments, said in one sentence when it is not there."""

from __future__ import annotations

import math
import numbers
from collections.abc import Sequence
from typing import TYPE_CHECKING

from relmark_helpers.errors import CourseError

if TYPE_CHECKING:
    import pandas as pd


def need_table(table: object, columns: Sequence[str] = (), what: str = "The table") -> None:
    """Make sure that something is a table with rows and with the columns a function reads.

    Parameters
    ----------
    table : object
        What was passed.
    columns : sequence of str
        The columns it must have.
    what : str
        What to call it in the sentence.

    Raises
    ------
    CourseError
        If it is no DataFrame, is empty, or lacks a column.

    Examples
    --------
    >>> import pandas as pd
    >>> need_table(pd.DataFrame({"a": [1]}), ["b"])
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The table lacks the column 'b'; it has a.
    """
    import pandas as pd

    if not isinstance(table, pd.DataFrame):
        raise CourseError(f"{what} must be a DataFrame; got {type(table).__name__}.")
    missing = [name for name in columns if name not in table.columns]
    if missing:
        raise CourseError(
            f"{what} lacks the column {missing[0]!r}; it has {', '.join(map(str, table.columns))}."
        )
    if table.empty:
        raise CourseError(f"{what} is empty; loosen the filter that made it.")


def need_numbers(values: object, what: str) -> pd.Series[float]:
    """Give a column of numbers as floats, or say what it is instead.

    Parameters
    ----------
    values : object
        What was passed.
    what : str
        What to call it in the sentence.

    Returns
    -------
    Series of float
        Missing values stay missing.

    Raises
    ------
    CourseError
        If it is no Series, is empty, or holds something else than numbers.

    Examples
    --------
    >>> need_numbers([1, 2], "The scores")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The scores must be a Series of numbers; got list.
    """
    import pandas as pd

    if not isinstance(values, pd.Series) or values.empty:
        got = "an empty one" if isinstance(values, pd.Series) else type(values).__name__
        raise CourseError(f"{what} must be a Series of numbers; got {got}.")
    try:
        return values.astype("float64")
    except (TypeError, ValueError):
        raise CourseError(f"{what} must be a Series of numbers; it holds {values.dtype}.") from None


def need_number(value: object, what: str, low: float = -math.inf, high: float = math.inf) -> float:
    """Give a number within bounds, or say what is wrong with it.

    Parameters
    ----------
    value : object
        What was passed.
    what : str
        What to call it in the sentence.
    low, high : float
        Bounds, both allowed.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        If it is no number, NaN, or outside the bounds.

    Examples
    --------
    >>> need_number(1.5, "Adaptation", 0, 1)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: Adaptation goes from 0 to 1; got 1.5.
    """
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise CourseError(f"{what} must be a number; got {type(value).__name__}.")
    number = float(value)
    if not low <= number <= high:
        bounds = f"is {low:g} or more" if high == math.inf else f"goes from {low:g} to {high:g}"
        raise CourseError(f"{what} {bounds}; got {number:g}.")
    return number
