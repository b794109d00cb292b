"""What tables read of the state after a month, and the last step from columns to a table."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from relmark_helpers.company.schema.form import Table

Events = dict[str, NDArray[Any]]


class AfterMonth(Protocol):
    """What tables read of the state after a month.

    ``events`` holds the month's own events by kind, ``first`` how many of a kind there were before, ``house``
    numbers by branch, ``staff`` an array element a person, ``sums`` the month of each branch with money in fen,
    and ``spending`` the fen spent and the newcomers won by channel.
    """

    parameters: Any
    policy: Any
    seed: int
    month: int
    events: dict[str, Events]
    first: dict[str, int]
    house: Events
    staff: Events
    sums: Events
    spending: dict[str, Any]


def numbered(state: AfterMonth, kind: str) -> NDArray[Any]:
    """Number the month's events of a kind from where the months before ended.

    Parameters
    ----------
    state : State
        After the month.
    kind : str
        The kind of event.

    Returns
    -------
    ndarray of int
        From 1 in the whole run.

    Examples
    --------
    >>> from types import SimpleNamespace as Made
    >>> numbered(Made(first={"orders": 4}, events={"orders": {"customer": np.array([7, 7])}}), "orders")
    array([5, 6])
    """
    return state.first[kind] + np.arange(1, len(state.events[kind]["customer"]) + 1)


def rows(table: Table, columns: dict[str, Any], codes: Events | None = None) -> pd.DataFrame:
    """Put columns in the order and the types of a table.

    Parameters
    ----------
    table : Table
        What the table is like.
    columns : dict
        Its columns by name.
    codes : dict of ndarray of int, optional
        Where to find the codes of categories that are not among the columns, under the same names.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> from relmark_helpers.company.schema.club import CLUB
    >>> happened = {"event": np.array([0, 1]), "tier": np.array([0, 1])}
    >>> days = np.array(["2022-01-09", "2023-02-01"], dtype="datetime64[D]")
    >>> print(rows(CLUB["memberships"], {"since": days, "membership_id": [1, 2], "customer_id": 7}, happened))
       membership_id  customer_id      since   event    tier
    0              1            7 2022-01-09  joined    base
    1              2            7 2023-02-01      up  silver
    """
    words = {
        each.name: pd.Categorical.from_codes(codes[each.name], dtype=each.pandas_type)
        for each in table.columns
        if codes and each.kind == "category" and each.name not in columns
    }
    every = {**columns, **words}
    return pd.DataFrame({each.name: every[each.name] for each in table.columns}).astype(table.types())
