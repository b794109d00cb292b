"""Rows that belong together: paired by label, in order, linked by a key, none of them twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from relmark_helpers.errors import CourseError
from relmark_helpers.tables.refusals import need_series, shown
from relmark_helpers.tables.series import is_text

if TYPE_CHECKING:
    import pandas as pd


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
    column = need_series(values, what)
    index = column.index
    if index.dtype.kind in "iufM" and not index.is_monotonic_increasing:
        place = next(number for number in range(1, len(index)) if not index[number] >= index[number - 1])
        raise CourseError(
            f"{what} must follow each other, but the label {index[place]} comes after {index[place - 1]}; "
            "use sort_index first."
        )
    return column


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
            f"{what} has {values.name or 'the row label'} {shown(next(iter(twice)))} more than once; keep one row of each."
        )
