"""Attitude and behaviour together: true, latent and spurious loyalty, and none."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns
from relmark_helpers.topics.loyalty.model.components import component_scores
from relmark_helpers.topics.loyalty.model.drivers import HALF_YEAR, YEAR, orders_within

CELLS = ("true", "latent", "spurious", "none")
ATTITUDE = ("initiative", "recommendation", "resistance")
ATTITUDE_CUT = 4.0  # mean of the attitude answers above which attitude counts as high
ORDERS_CUT = 3  # orders in the half-year up to the answer from which behaviour counts as high


def attitude_and_behaviour(surveys: pd.DataFrame, orders: pd.DataFrame) -> pd.DataFrame:
    """Attitude at the answer, orders before it, and whether any came after it; one row per survey.

    Parameters
    ----------
    surveys : DataFrame
        Answers from 1 to 7, one row per survey.
    orders : DataFrame
        Columns customer_id and ordered_on.

    Returns
    -------
    DataFrame
        attitude (mean of initiative, recommendation and resistance, all three answered), orders (in the 183
        days up to the answer), gone (1 without an order in the 365 days after it; missing if censored),
        customer_id; same index.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> attitude_and_behaviour(load("surveys"), load("orders")).columns.tolist()
    ['attitude', 'orders', 'gone', 'customer_id']
    """
    answers = component_scores(surveys)[list(ATTITUDE)]
    after = orders_within(surveys, orders, YEAR)
    return pd.DataFrame(
        {
            "attitude": answers.mean(axis=1).where(answers.notna().all(axis=1)),
            "orders": orders_within(surveys, orders, -HALF_YEAR),
            "gone": (after == 0).astype("float64").where(after.notna()),
            "customer_id": surveys["customer_id"],
        }
    )


def cell_of(
    table: pd.DataFrame, attitude_cut: float = ATTITUDE_CUT, orders_cut: float = ORDERS_CUT
) -> pd.Series:
    """The cell of the grid that each row belongs to.

    Parameters
    ----------
    table : DataFrame
        Columns attitude and orders.
    attitude_cut : float
        Attitude above it is high.
    orders_cut : float
        So many orders or more are high.

    Returns
    -------
    Series
        ``"true"`` (both high), ``"latent"`` (attitude alone), ``"spurious"`` (behaviour alone), ``"none"``;
        missing where either is.

    Raises
    ------
    CourseError
        If a column is missing.

    References
    ----------
    [dickbasu1994]_

    Examples
    --------
    >>> rows = pd.DataFrame({"attitude": [5.0, 5.0, 3.0, 3.0], "orders": [4, 0, 4, 0]})
    >>> cell_of(rows).tolist()
    ['true', 'latent', 'spurious', 'none']
    """
    table = columns(table, (), number=("attitude", "orders"))
    need_number(attitude_cut, "The cut of attitude")
    need_number(orders_cut, "The cut of orders")
    likes = table["attitude"] > attitude_cut
    buys = table["orders"] >= orders_cut
    cell = np.select([likes & buys, likes, buys], CELLS[:3], default=CELLS[3])
    known = table["attitude"].notna() & table["orders"].notna()
    return pd.Series(cell, index=table.index, name="cell").where(known)


def loyalty_grid(
    table: pd.DataFrame, attitude_cut: float = ATTITUDE_CUT, orders_cut: float = ORDERS_CUT
) -> pd.DataFrame:
    """How many customers stand in each cell, and how many of them are gone a year later.

    Parameters
    ----------
    table : DataFrame
        Columns attitude, orders and gone.
    attitude_cut, orders_cut : float
        As in :func:`cell_of`.

    Returns
    -------
    DataFrame
        One row per cell: cell, rows, share (of all), followed (rows whose year is over), gone (share of these),
        low and high (Wilson's 95 % interval of gone). Shares of an empty cell are missing.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> rows = pd.DataFrame({"attitude": [5.0, 5.0, 3.0], "orders": [4, 4, 0], "gone": [0.0, 1.0, 1.0]})
    >>> loyalty_grid(rows)[["cell", "rows", "gone"]].iloc[0].to_dict()
    {'cell': 'true', 'rows': 2, 'gone': 0.5}
    """
    from statsmodels.stats.proportion import proportion_confint

    table = columns(table, ("gone",), number=("attitude", "orders"))
    cells = cell_of(table, attitude_cut, orders_cut)
    placed = int(cells.notna().sum())
    rows: list[dict[str, object]] = []
    for name in CELLS:
        gone = table.loc[cells == name, "gone"]
        left, followed = float(gone.sum()), int(gone.notna().sum())
        low, high = proportion_confint(left, followed, method="wilson") if followed else (np.nan, np.nan)
        share = left / followed if followed else np.nan
        row = {"cell": name, "rows": len(gone), "share": len(gone) / placed if placed else np.nan}
        rows.append(row | {"followed": followed, "gone": share, "low": float(low), "high": float(high)})
    return pd.DataFrame(rows)
