"""A column of one kind: flags, numbers, whole numbers, dates or keys, or one sentence."""

from __future__ import annotations

import math
from numbers import Number
from typing import TYPE_CHECKING

from relmark_helpers.errors import CourseError
from relmark_helpers.tables.refusals import need_series, refuse, shown

if TYPE_CHECKING:
    import pandas as pd


def flags(values: object, what: str, gaps: bool = False) -> pd.Series:
    """Give a column of True and False as bool; 0 and 1 count as such, text does not.

    Parameters
    ----------
    values : object
        What was passed.
    what : str
        What to call it in the sentence.
    gaps : bool
        Whether a row may have nothing; the column is then left as it is.

    Returns
    -------
    Series

    Raises
    ------
    CourseError
        If it is no Series, or a row holds something else.

    Examples
    --------
    >>> import pandas as pd
    >>> flags(pd.Series([1, 0, None]), "The losses")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The losses must hold True or False in every row; found nothing in 1 row (first: row 2).
    """
    column = need_series(values, what)
    if column.dtype == bool:
        return column
    wrong = ~column.isin([0, 1]).to_numpy(dtype=bool)
    if gaps:
        wrong &= column.notna().to_numpy()
    refuse(column, wrong, f"{what} must hold True or False{'' if gaps else ' in every row'}")
    return column.astype("float64") if gaps else column.astype(bool)


def numbers(values: object, what: str, gaps: bool = True, low: float = -math.inf) -> pd.Series:
    """Give a column of numbers, or say which row holds something else.

    Parameters
    ----------
    values : object
        What was passed.
    what : str
        What to call it in the sentence.
    gaps : bool
        Whether a row may have nothing.
    low : float
        The least value.

    Returns
    -------
    Series

    Raises
    ------
    CourseError
        If it is no Series, or a row holds text, something endless, nothing, or less.

    Examples
    --------
    >>> import pandas as pd
    >>> numbers(pd.Series([3, -1]), "The counts", low=0)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The counts must hold numbers from 0; found -1 in 1 row (first: row 1).
    """
    import numpy as np
    from pandas.api.types import is_bool_dtype, is_numeric_dtype

    column = need_series(values, what, "a Series of numbers")
    text = f"{what} must hold numbers" + (f" from {low:g}" if low > -math.inf else "")
    if not (is_numeric_dtype(column) or is_bool_dtype(column)):
        each = column.astype(object)
        refuse(
            column,
            ~(column.isna() | each.map(lambda one: isinstance(one, Number))).to_numpy(dtype=bool),
            text,
        )
        column = each.where(each.notna(), np.nan).astype("float64")
    if column.isna().any() and not gaps:
        refuse(column, column.isna().to_numpy(), text)
    plain = column.to_numpy(dtype="float64", na_value=np.nan)
    refuse(column, np.isinf(plain) | (plain < low), text)
    return column


def whole_numbers(values: object, what: str, low: float = 0, gaps: bool = False) -> pd.Series:
    """Give a column of whole numbers, or say which row holds a fraction, nothing, or less.

    Parameters
    ----------
    values : object
        What was passed.
    what : str
        What to call it in the sentence.
    low : float
        The least value.
    gaps : bool
        Whether a row may have nothing.

    Returns
    -------
    Series

    Raises
    ------
    CourseError
        If it is no Series, or a row holds something else.

    Examples
    --------
    >>> import pandas as pd
    >>> whole_numbers(pd.Series([2.5, 3.0]), "The months")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The months must hold whole numbers; found 2.5 in 1 row (first: row 0).
    """
    import numpy as np

    column = numbers(values, what, gaps, low)
    if column.dtype.kind == "f":
        plain = column.to_numpy(dtype="float64", na_value=np.nan)
        refuse(column, ~np.isnan(plain) & (plain % 1 != 0), f"{what} must hold whole numbers")
    return column


def dates(values: object, what: str, gaps: bool = False) -> pd.Series:
    """Give a column of dates; text is not guessed at.

    Parameters
    ----------
    values : object
        What was passed.
    what : str
        What to call it in the sentence.
    gaps : bool
        Whether a row may have nothing.

    Returns
    -------
    Series

    Raises
    ------
    CourseError
        If it is no Series of dates, or a row has none.

    Examples
    --------
    >>> import pandas as pd
    >>> dates(pd.Series(["03/04/2024"]), "The column 'joined'")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The column 'joined' must hold dates; found '03/04/2024' in row 0: read it with pd.to_datetime.
    """
    from pandas.api.types import is_datetime64_any_dtype

    column = need_series(values, what)
    if not is_datetime64_any_dtype(column):
        known = column.dropna()
        found = f"; found {shown(known.iloc[0])} in row {known.index[0]}" if len(known) else ""
        raise CourseError(f"{what} must hold dates{found}: read it with pd.to_datetime.")
    if not gaps:
        refuse(column, column.isna().to_numpy(), f"{what} must hold dates")
    return column


def keys(values: object, what: str, gaps: bool = False) -> pd.Series:
    """Give a column of keys, whole numbers throughout or text throughout, so that equal ones are found equal.

    Parameters
    ----------
    values : object
        What was passed.
    what : str
        What to call it in the sentence.
    gaps : bool
        Whether a row may have nothing.

    Returns
    -------
    Series

    Raises
    ------
    CourseError
        If it is no Series, or a row has something else.

    Examples
    --------
    >>> import pandas as pd
    >>> keys(pd.Series([7, 8]), "The customers").tolist()
    [7, 8]
    """
    column = need_series(values, what)
    if not gaps:
        refuse(column, column.isna().to_numpy(), f"{what} must hold a key in every row")
    if is_text(column):
        return column
    found = whole_numbers(column, what, -math.inf, gaps)
    return found.astype("int64") if found.dtype.kind == "f" and not gaps else found


def is_text(values: pd.Series) -> bool:
    """Tell whether a column of keys holds text.

    Examples
    --------
    >>> import pandas as pd
    >>> is_text(pd.Series(["a", "b"])), is_text(pd.Series([1, 2]))
    (True, False)
    """
    if values.dtype.kind in "iufb":
        return False
    known = values.dropna().astype(object)
    return len(known) > 0 and bool(known.map(lambda each: isinstance(each, str)).all())
