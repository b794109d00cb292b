"""Two small models to begin with: orders month by month, and who can be recognised in a table of customers."""

from __future__ import annotations

from itertools import product
from math import inf

import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, in_order, numbers, whole_numbers

BIRTH = ("none", "decade", "year")  # how exactly the birth year is known
JOINED = ("none", "year", "month")  # how exactly the day of joining is known
CROWDS = {"alone": (1, 1), "2 to 4": (2, 4), "5 to 19": (5, 19), "20 or more": (20, inf)}


def monthly_orders(orders: pd.DataFrame, branch_id: int | None = None) -> pd.DataFrame:
    """Count the orders of every month.

    Parameters
    ----------
    orders : DataFrame
        Columns branch_id, ordered_on.
    branch_id : int, optional
        The branch to count; all branches when left out.

    Returns
    -------
    DataFrame
        Columns month (such as ``"2022-01"``) and orders, a row for every month from the first order of the
        company to its last, months without an order included.

    Raises
    ------
    CourseError
        If there are no orders, or none of this branch.

    Examples
    --------
    >>> days = pd.to_datetime(["2022-01-31", "2022-03-01", "2022-03-05"])
    >>> monthly_orders(pd.DataFrame({"branch_id": [1, 1, 2], "ordered_on": days}), branch_id=1)
         month  orders
    0  2022-01       1
    1  2022-02       0
    2  2022-03       1
    """
    columns(orders, ("branch_id", "ordered_on"), "The table of orders")
    months = orders["ordered_on"].dt.to_period("M")
    every_month = pd.period_range(months.min(), months.max(), freq="M")
    if branch_id is not None:
        months = months[orders["branch_id"] == branch_id]
        if months.empty:
            raise CourseError(f"There is no order of branch {branch_id} in this table.")
    counted = months.value_counts().reindex(every_month, fill_value=0)
    return pd.DataFrame({"month": every_month.astype(str), "orders": counted.to_numpy()})


def moving_mean(values: pd.Series, months: int) -> pd.Series:
    r"""Mean of each value and the ones before it.

    .. math:: m_t = \frac{1}{w} \sum_{j=0}^{w-1} y_{t-j}

    Parameters
    ----------
    values : Series
        One value a month, in the order of time.
    months : int
        How many months a mean takes, :math:`w`; 1 leaves everything as it is.

    Returns
    -------
    Series
        In the unit of the values. Missing where fewer months lie behind.

    Raises
    ------
    CourseError
        If a mean would take fewer months than one or more than there are.

    Examples
    --------
    >>> moving_mean(pd.Series([10, 20, 60]), 2).tolist()
    [nan, 15.0, 40.0]
    """
    values = numbers(in_order(values, "The values"), "The values")
    need_number(months, "The number of months in a mean", 1, len(values))
    return values.rolling(months).mean()


def crowd_sizes(
    customers: pd.DataFrame, birth: str = "year", branch: bool = True, joined: str = "month"
) -> pd.Series:
    """How many customers look the same to someone who knows these fields.

    Parameters
    ----------
    customers : DataFrame
        Columns birth_year, branch_id, joined.
    birth : str
        How exactly the birth year is known: ``"none"``, ``"decade"`` or ``"year"``.
    branch : bool
        Whether the branch is known.
    joined : str
        How exactly the day of joining is known: ``"none"``, ``"year"`` or ``"month"``.

    Returns
    -------
    Series of int
        For each customer the size of the crowd they hide in, themselves included; 1 is alone. The least of
        them is the table's k.

    Raises
    ------
    CourseError
        If the table is empty, or a precision is none of those above.

    Examples
    --------
    >>> people = pd.DataFrame({"birth_year": [1981, 1989, 1990], "branch_id": 1, "joined": pd.Timestamp("2020-01-19")})
    >>> crowd_sizes(people, birth="decade").tolist()
    [2, 2, 1]
    """
    columns(customers, ("birth_year", "branch_id", "joined"), "The table of customers")
    for name, given, known in (("birth", birth, BIRTH), ("joined", joined, JOINED)):
        if given not in known:
            raise CourseError(f"{name} is one of {', '.join(known)}; got {given!r}.")
    fields = []
    if birth != "none":
        fields.append(customers["birth_year"] // (10 if birth == "decade" else 1))
    if branch:
        fields.append(customers["branch_id"])
    if joined != "none":
        fields.append(customers["joined"].dt.to_period("Y" if joined == "year" else "M"))
    if not fields:
        return pd.Series(len(customers), index=customers.index, name="crowd")
    looks = pd.concat(fields, axis=1).set_axis(range(len(fields)), axis=1)
    return looks.groupby(list(looks.columns), dropna=False)[0].transform("size").rename("crowd")


def crowds(sizes: pd.Series) -> pd.DataFrame:
    """How many customers are alone, and how many hide in a smaller or larger crowd.

    Parameters
    ----------
    sizes : Series of int
        From :func:`crowd_sizes`.

    Returns
    -------
    DataFrame
        Columns crowd (``"alone"``, ``"2 to 4"``, ``"5 to 19"``, ``"20 or more"``), customers, share (0 to 1).

    Examples
    --------
    >>> crowds(pd.Series([1, 2, 2, 30]))["customers"].tolist()
    [1, 2, 0, 1]
    """
    whole_numbers(sizes, "The sizes", low=1)
    counted = [int(sizes.between(low, high).sum()) for low, high in CROWDS.values()]
    shares = [count / len(sizes) for count in counted]
    return pd.DataFrame({"crowd": list(CROWDS), "customers": counted, "share": shares})


def recognition_table(customers: pd.DataFrame) -> pd.DataFrame:
    """What every choice of known fields gives away.

    Parameters
    ----------
    customers : DataFrame
        Columns birth_year, branch_id, joined.

    Returns
    -------
    DataFrame
        One row for each of the 18 choices, the safest first: birth, branch, joined, alone (share of customers,
        0 to 1), k (the smallest crowd, in customers).

    Examples
    --------
    >>> people = pd.DataFrame({"birth_year": [1981, 1982], "branch_id": [1, 2], "joined": pd.Timestamp("2020-01-19")})
    >>> recognition_table(people)["k"].tolist().count(1)
    12
    """
    rows = []
    for birth, branch, joined in product(BIRTH, (False, True), JOINED):
        sizes = crowd_sizes(customers, birth, branch, joined)
        alone = float((sizes == 1).mean())
        rows.append(
            {"birth": birth, "branch": branch, "joined": joined, "alone": alone, "k": int(sizes.min())}
        )
    return pd.DataFrame(rows).sort_values(["k", "alone"], ascending=[False, True], ignore_index=True)
