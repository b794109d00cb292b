"""The four stages of loyalty seen in behaviour: who stands where in each half-year, from orders alone."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import columns, linked, numbers, unique

STAGES = ("watching", "trying", "returning", "trusting", "lost")
BOUNDS = (2, 4)  # orders in a half-year from which a customer counts as returning, and as trusting
REACH = 3  # persons in reach of the branches for each customer of the first day, as the simulation has it


def stages(customers: pd.DataFrame, orders: pd.DataFrame, bounds: tuple[int, int] = BOUNDS) -> pd.DataFrame:
    """The stage of each customer in each half-year, from orders alone.

    Before the first order somebody who joins later is watching. After that the orders of the half-year decide:
    fewer than ``bounds[0]`` make trying, fewer than ``bounds[1]`` returning, more trusting. Two half-years
    without an order make lost, from the first of them on.

    Parameters
    ----------
    customers : DataFrame
        Columns customer_id and joined; one row per customer.
    orders : DataFrame
        Columns customer_id and ordered_on.
    bounds : tuple of int
        Orders in a half-year from which the stage is returning, and trusting.

    Returns
    -------
    DataFrame
        Index customer_id, one column per half-year (``"2022H1"``) but the last, in which nobody can know yet
        who is lost; values from STAGES.

    Raises
    ------
    CourseError
        If a column is missing, the bounds do not rise, or the orders cover fewer than three half-years.

    Examples
    --------
    >>> customers = pd.DataFrame({"customer_id": [1, 2], "joined": pd.to_datetime(["2021-05-01", "2022-08-01"])})
    >>> days = ["2022-02-01", "2022-03-01", "2022-09-01", "2022-10-01", "2023-12-01"]
    >>> orders = pd.DataFrame({"customer_id": [1, 1, 2, 1, 2], "ordered_on": pd.to_datetime(days)})
    >>> stages(customers, orders).loc[1].tolist(), stages(customers, orders).loc[2].tolist()
    (['returning', 'trying', 'lost'], ['watching', 'trying', 'trying'])
    """
    counts, joined = half_year_orders(customers, orders)
    low, high = bounds
    if not 1 <= low < high:
        raise CourseError(f"The bounds of the stages rise from 1 on, such as (2, 4); got {bounds}.")
    number = counts.to_numpy()
    begun = (np.cumsum(number, axis=1) > 0) | (joined.to_numpy() < 0)[:, None]
    stage = 1 + (number >= low).astype(int) + (number >= high)
    silent = (number[:, :-1] == 0) & (number[:, 1:] == 0)
    stage = np.where(silent, 4, stage[:, :-1])
    stage = np.where(begun[:, :-1], stage, 0)
    return pd.DataFrame(np.array(STAGES)[stage], index=counts.index, columns=counts.columns[:-1])


def half_year_orders(customers: pd.DataFrame, orders: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Orders of each customer in each half-year, and the half-year in which each joined.

    Parameters
    ----------
    customers : DataFrame
        Columns customer_id and joined.
    orders : DataFrame
        Columns customer_id and ordered_on.

    Returns
    -------
    counts : DataFrame
        Index customer_id, one column per half-year of the orders.
    joined : Series
        Number of the half-year from 0; below 0 before the orders begin.

    Raises
    ------
    CourseError
        If a column is missing, or the orders cover fewer than three half-years.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> counts, joined = half_year_orders(load("customers"), load("orders"))
    >>> counts.columns.tolist()
    ['2022H1', '2022H2', '2023H1', '2023H2', '2024H1', '2024H2']
    """
    columns(customers, ("customer_id", "joined"), "The table of customers")
    columns(orders, ("customer_id", "ordered_on"), "The table of orders")
    linked("customer_id", customers, orders)
    unique(customers["customer_id"], "The table of customers")

    def number(days: pd.Series) -> pd.Series:
        half: pd.Series = 2 * days.dt.year + (days.dt.month > 6)
        return half

    when = number(orders["ordered_on"])
    first, last = int(when.min()), int(when.max())
    if last - first < 2:
        raise CourseError(f"Stages need orders of at least three half-years; found {last - first + 1}.")
    counts = pd.crosstab(orders["customer_id"], when)
    counts = counts.reindex(index=customers["customer_id"], columns=range(first, last + 1), fill_value=0)
    counts.columns = [f"{each // 2}H{each % 2 + 1}" for each in range(first, last + 1)]
    joined: pd.Series = number(customers["joined"]) - first
    return counts.rename_axis(columns=None), joined.set_axis(counts.index)


def persons_in_reach(customers: pd.DataFrame, first_day: str = "2022-01-01") -> int:
    """How many persons could be customers of the branches: three for each customer of the first day.

    Parameters
    ----------
    customers : DataFrame
        Column joined.
    first_day : str
        The first day of the orders.

    Returns
    -------
    int

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> persons_in_reach(load("customers"))
    8100
    """
    columns(customers, ("joined",), "The table of customers")
    return REACH * int((customers["joined"] < pd.Timestamp(first_day)).sum())


def need_stages(stage_table: pd.DataFrame) -> None:
    """Make sure that a table holds stages: customers in rows, half-years in columns, in their order.

    Parameters
    ----------
    stage_table : DataFrame
        What :func:`stages` gives.

    Raises
    ------
    CourseError
        If a cell holds no stage, a customer occurs twice, or the half-years stand in another order.

    Examples
    --------
    >>> need_stages(pd.DataFrame({"2022H1": ["trying", "gone"], "2022H2": ["lost", "lost"]}))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The table of stages must hold watching, trying, returning, trusting, lost; found 'gone' in column '2022H1', row 1.
    """
    columns(stage_table, (), "The table of stages")
    unique(stage_table.index, "The table of stages")
    unique(stage_table.columns, "The head of the table of stages")
    strange = ~stage_table.isin(STAGES)
    for name in stage_table.columns[strange.any()]:
        row = strange.index[strange[name]][0]
        found = stage_table.loc[row, name]
        raise CourseError(
            f"The table of stages must hold {', '.join(STAGES)}; "
            f"found {'nothing' if pd.isna(found) else repr(found)} in column {name!r}, row {row}."
        )
    if not stage_table.columns.is_monotonic_increasing:
        raise CourseError(
            "The half-years of the table of stages must follow each other; use sort_index(axis=1)."
        )


def in_stages(matrix: pd.DataFrame, what: str) -> pd.DataFrame:
    """Give a table of moves between stages with rows and columns in one order, that of the stages.

    Parameters
    ----------
    matrix : DataFrame
        From each row to each column. Labels that are no stages are kept in the order of the columns.
    what : str
        What to call it in the sentence.

    Returns
    -------
    DataFrame

    Raises
    ------
    CourseError
        If rows and columns have different labels, one occurs twice, or a cell holds no number.

    Examples
    --------
    >>> moves = pd.DataFrame([[0, 1], [2, 3]], index=["lost", "trying"], columns=["lost", "trying"])
    >>> in_stages(moves, "The moves").to_numpy().tolist()
    [[3, 2], [1, 0]]
    """
    columns(matrix, (), what)
    unique(matrix.index, what)
    unique(matrix.columns, f"The head of {what[0].lower()}{what[1:]}")
    matrix = columns(matrix, (), what, number=list(matrix.columns))
    for name in matrix:
        numbers(matrix[name], f"{what}: {name!r}", gaps=False)
    if set(matrix.index) != set(matrix.columns):
        if isinstance(matrix.index, pd.RangeIndex) and list(matrix.columns) == list(STAGES[: len(matrix)]):
            return matrix
        raise CourseError(
            f"{what} needs the same labels in rows and columns; it has {', '.join(map(str, matrix.index))}."
        )
    order = sorted(matrix.columns, key=STAGES.index) if set(matrix.columns) <= set(STAGES) else matrix.columns
    return matrix.loc[list(order), list(order)]
