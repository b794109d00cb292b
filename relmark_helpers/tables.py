"""Tables as models take them: rows paired by label, columns of the kind they must be, or one sentence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from numbers import Number
from typing import TYPE_CHECKING

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_table

if TYPE_CHECKING:
    import pandas as pd

# What a column of this name holds, in whichever table a model reads it; "?" where a row may have nothing.
KINDS = {
    name: kind
    for kind, names in {
        "date": "ordered_on joined since entered_on opened answered_on",
        "date?": "closed",
        "key": "customer_id order_id product_id branch_id complaint_id survey_id membership_id visit_id rater",
        "key?": "referred_by",
        "flag": "lost member complained quick answered",
        "flag?": "returned gone resolved",
        "count": "months followed quantity newcomers",
        "number": "spending price_paid unit_cost profit progress",
        "whole": "points birth_year",
        "word": "event kind tier problem severity outcome category channel cohort",
    }.items()
    for name in names.split()
}


def columns(
    table: object,
    names: Sequence[str] = (),
    what: str = "The table",
    number: Sequence[str] = (),
    full: Sequence[str] = (),
) -> pd.DataFrame:
    """Give a table whose columns hold what their names promise, or say which one does not.

    Parameters
    ----------
    table : object
        What was passed.
    names : sequence of str
        The columns it must have; those that ``KINDS`` knows are looked into.
    what : str
        What to call it in the sentence.
    number : sequence of str
        Further columns it must have, of numbers, which may be missing in some rows.
    full : sequence of str
        Further columns of numbers, one in every row.

    Returns
    -------
    DataFrame
        The same, with flags as bool.

    Raises
    ------
    CourseError
        If it is no table, is empty, lacks a column, has it twice, or a column holds something else.

    Examples
    --------
    >>> import pandas as pd
    >>> columns(pd.DataFrame({"lost": ["False", "True"]}), ["lost"], "The table of stays")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The table of stays: 'lost' must hold True or False in every row; found 'False' in 2 rows (first: row 0).
    """
    import pandas as pd

    need_table(table, (*names, *number, *full), what)
    assert isinstance(table, pd.DataFrame)
    changed = {}
    for name in dict.fromkeys((*names, *number, *full)):
        column, called = table[name], f"{what}: {name!r}"
        if isinstance(column, pd.DataFrame):
            raise CourseError(f"{what} has the column {name!r} twice; keep one of them.")
        kind = "number?" if name in number else "number" if name in full else KINDS.get(name, "")
        found = _of_kind(column, called, kind.rstrip("?"), gaps=kind.endswith("?"))
        if found is not column:
            changed[name] = found
    return table.assign(**changed) if changed else table


def all_numbers(table: object, what: str = "The table") -> pd.DataFrame:
    """Give a table that holds nothing but numbers, some of which may be missing.

    Parameters
    ----------
    table : object
        What was passed.
    what : str
        What to call it in the sentence.

    Returns
    -------
    DataFrame

    Raises
    ------
    CourseError
        If it is no table, is empty, or a column holds something else.

    Examples
    --------
    >>> import pandas as pd
    >>> all_numbers(pd.DataFrame({"a": ["high"]}))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The table: 'a' must hold numbers; found 'high' in 1 row (first: row 0).
    """
    return columns(table, (), what, number=list(columns(table, (), what).columns))


def aligned(what: str, first: object, *others: object) -> tuple[pd.Series, ...]:
    """Give columns that belong together row by row: Series by their labels, lists and arrays by place.

    Parameters
    ----------
    what : str
        What to call them in the sentence.
    first, *others : Series, list or array
        The labels of the others are brought into the order of the first.

    Returns
    -------
    tuple of Series

    Raises
    ------
    CourseError
        If their lengths or labels differ, or labels in another order occur twice.

    Examples
    --------
    >>> import pandas as pd
    >>> one, other = pd.Series([1, 2], index=["a", "b"]), pd.Series([20, 10], index=["b", "a"])
    >>> aligned("Months and losses", one, other)[1].tolist()
    [10, 20]
    """
    import pandas as pd

    for each in (first, *others):
        if not isinstance(each, Iterable) or isinstance(each, str):
            raise CourseError(f"{what} are columns of the same rows; got {type(each).__name__}.")
    given = [each if isinstance(each, pd.Series) else pd.Series(list(each)) for each in (first, *others)]  # type: ignore[call-overload]
    lengths = [len(each) for each in given]
    if len(set(lengths)) > 1:
        raise CourseError(f"{what} belong together row by row; got {' and '.join(map(str, lengths))} rows.")
    leader = next((each for each in (first, *others) if isinstance(each, pd.Series)), given[0]).index
    found = []
    for each, original in zip(given, (first, *others), strict=True):
        if not isinstance(original, pd.Series):
            found.append(each.set_axis(leader))
        elif each.index.equals(leader):
            found.append(each)
        else:
            found.append(each.reindex(_same_labels(each.index, leader, what)))
    return tuple(found)


def _same_labels(index: pd.Index, leader: pd.Index, what: str) -> pd.Index:
    for one in (leader, index):
        if one.has_duplicates:
            twice = one[one.duplicated()][0]
            raise CourseError(
                f"{what} can't be paired by label: the label {twice!r} occurs twice; use reset_index."
            )
    absent = leader.difference(index, sort=False)
    if len(absent):
        raise CourseError(
            f"{what} have different labels: {len(absent)} of one are not in the other (first: {absent[0]!r}); "
            "take both from the same rows."
        )
    return leader


def in_order(values: object, what: str) -> pd.Series:
    """Give a column whose rows follow each other in time; where the labels are numbers or dates, they rise.

    Parameters
    ----------
    values : object
        What was passed.
    what : str
        What to call it in the sentence.

    Returns
    -------
    Series

    Raises
    ------
    CourseError
        If it is no Series, or its labels stand in another order.

    Examples
    --------
    >>> import pandas as pd
    >>> in_order(pd.Series([5, 6], index=[2, 1]), "The counts")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The counts must follow each other, but the label 1 comes after 2; use sort_index first.
    """
    column = _series(values, what)
    index = column.index
    if index.dtype.kind in "iufM" and not index.is_monotonic_increasing:
        place = next(number for number in range(1, len(index)) if not index[number] >= index[number - 1])
        raise CourseError(
            f"{what} must follow each other, but the label {index[place]} comes after {index[place - 1]}; "
            "use sort_index first."
        )
    return column


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
    column = _series(values, what)
    if column.dtype == bool:
        return column
    wrong = ~column.isin([0, 1]).to_numpy(dtype=bool)
    if gaps:
        wrong &= column.notna().to_numpy()
    _refuse(column, wrong, f"{what} must hold True or False{'' if gaps else ' in every row'}")
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

    column = _series(values, what, "a Series of numbers")
    text = f"{what} must hold numbers" + (f" from {low:g}" if low > -math.inf else "")
    if not (is_numeric_dtype(column) or is_bool_dtype(column)):
        each = column.astype(object)
        _refuse(
            column,
            ~(column.isna() | each.map(lambda one: isinstance(one, Number))).to_numpy(dtype=bool),
            text,
        )
        column = each.where(each.notna(), np.nan).astype("float64")
    if column.isna().any() and not gaps:
        _refuse(column, column.isna().to_numpy(), text)
    plain = column.to_numpy(dtype="float64", na_value=np.nan)
    _refuse(column, np.isinf(plain) | (plain < low), text)
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
        _refuse(column, ~np.isnan(plain) & (plain % 1 != 0), f"{what} must hold whole numbers")
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

    column = _series(values, what)
    if not is_datetime64_any_dtype(column):
        known = column.dropna()
        found = f"; found {_shown(known.iloc[0])} in row {known.index[0]}" if len(known) else ""
        raise CourseError(f"{what} must hold dates{found}: read it with pd.to_datetime.")
    if not gaps:
        _refuse(column, column.isna().to_numpy(), f"{what} must hold dates")
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
    column = _series(values, what)
    if not gaps:
        _refuse(column, column.isna().to_numpy(), f"{what} must hold a key in every row")
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


def linked(key: str, *tables: pd.DataFrame) -> None:
    """Make sure that tables joined by a key hold the same kind of key: the text "7" never finds the number 7.

    Parameters
    ----------
    key : str
        The column they share.
    *tables : DataFrame
        The tables.

    Raises
    ------
    CourseError
        If it is text in one and numbers in another.

    Examples
    --------
    >>> import pandas as pd
    >>> linked("customer_id", pd.DataFrame({"customer_id": ["7"]}), pd.DataFrame({"customer_id": [7]}))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: 'customer_id' is text in one table and a number in the other; turn the text into numbers with astype(int).
    """
    if len({is_text(table[key]) for table in tables}) > 1:
        raise CourseError(
            f"{key!r} is text in one table and a number in the other; turn the text into numbers with astype(int)."
        )


def unique(values: pd.Series | pd.Index, what: str) -> None:
    """Make sure that no key or label occurs twice.

    Parameters
    ----------
    values : Series or Index
        The keys.
    what : str
        What to call the table in the sentence.

    Raises
    ------
    CourseError
        If one occurs twice.

    Examples
    --------
    >>> import pandas as pd
    >>> unique(pd.Series([1, 2, 2], name="product_id"), "The table of products")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The table of products has product_id 2 more than once; keep one row of each.
    """
    twice = values[values.duplicated()]
    if len(twice):
        raise CourseError(
            f"{what} has {values.name or 'the row label'} {_shown(next(iter(twice)))} more than once; keep one row of each."
        )


def _of_kind(column: pd.Series, called: str, kind: str, gaps: bool) -> pd.Series:
    if kind == "date":
        return dates(column, called, gaps)
    if kind == "key":
        return keys(column, called, gaps)
    if kind == "flag":
        return flags(column, called, gaps)
    if kind == "count":
        return whole_numbers(column, called, gaps=gaps)
    if kind == "whole":
        return whole_numbers(column, called, -math.inf, gaps)
    if kind == "number":
        return numbers(column, called, gaps)
    if kind == "word":
        _refuse(column, column.isna().to_numpy(), f"{called} must hold a word in every row")
    return column


def _series(values: object, what: str, kind: str = "a Series") -> pd.Series:
    import pandas as pd

    if not isinstance(values, pd.Series) or values.empty:
        got = "an empty one" if isinstance(values, pd.Series) else type(values).__name__
        raise CourseError(f"{what} must be {kind}; got {got}.")
    return values


def _shown(value: object) -> str:
    import pandas as pd

    if value is None or value is pd.NA or value is pd.NaT or value != value:  # NaN is not itself
        return "nothing"
    return repr(value) if isinstance(value, str) else str(value)


def _refuse(column: pd.Series, wrong: object, sentence: str) -> None:
    import numpy as np

    places = np.flatnonzero(np.asarray(wrong, dtype=bool))
    if len(places):
        rows = "1 row" if len(places) == 1 else f"{len(places)} rows"
        found = _shown(column.iloc[places[0]])
        raise CourseError(f"{sentence}; found {found} in {rows} (first: row {column.index[places[0]]}).")
