"""Tables whose columns hold what their names promise, or one sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_table
from relmark_helpers.tables.refusals import refuse
from relmark_helpers.tables.series import dates, flags, keys, numbers, whole_numbers

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
        refuse(column, column.isna().to_numpy(), f"{called} must hold a word in every row")
    return column
