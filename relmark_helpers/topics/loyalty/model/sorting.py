"""Ehrenberg's warning: customers who never change, but differ, look as if they moved between stages."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.topics.loyalty.model.chain import as_chances
from relmark_helpers.topics.loyalty.model.half_years import BOUNDS, STAGES, need_stages

NODES = 60  # points of the quadrature over customers' rates


def unchanging_moves(mean_orders: float, shape: float, bounds: tuple[int, int] = BOUNDS) -> pd.DataFrame:
    r"""Moves between stages in a market in which no customer ever changes and nobody leaves.

    Each customer orders at a rate of their own, for ever; only luck differs from half-year to half-year:
    Poisson orders, rates gamma distributed over customers (the NBD model). The stages are those of
    :func:`stages`, lost included: two half-years without an order.

    Parameters
    ----------
    mean_orders : float
        Orders of a customer in a half-year, on average; above 0.
    shape : float
        Shape of the gamma distribution, above 0: small where customers differ much.
    bounds : tuple of int
        Orders in a half-year from which the stage is returning, and trusting.

    Returns
    -------
    DataFrame
        Chances from trying, returning, trusting (rows) to these and lost (columns).

    Raises
    ------
    CourseError
        If the mean or the shape is not above 0.

    References
    ----------
    [ehrenberg1965]_

    Examples
    --------
    >>> unchanging_moves(2.3, 1.7).round(2).loc["trusting"].to_dict()
    {'trying': 0.15, 'returning': 0.31, 'trusting': 0.54, 'lost': 0.01}
    """
    from scipy.special import roots_genlaguerre

    if min(need_number(mean_orders, "The mean", 0), need_number(shape, "The shape", 0)) == 0:
        raise CourseError("The mean and the shape must be above 0.")
    places, weights = roots_genlaguerre(NODES, shape - 1)
    rates = places * mean_orders / shape
    few = [np.exp(-rates) * rates**number / math.factorial(number) for number in range(bounds[1])]
    none, some = few[0], sum(few[1 : bounds[0]], start=np.zeros_like(rates))
    several = sum(few[bounds[0] :], start=np.zeros_like(rates))
    many = np.maximum(1 - none - some - several, 0.0)
    # a half-year without an order is trying if the next one has some, and lost if it has none
    seen = np.stack([some + none * (1 - none), several, many, none**2])
    after_silence = np.stack([some, several, many, np.zeros_like(rates)])
    joint = np.stack([some * seen + none * after_silence, several * seen, many * seen])
    moves = (joint * weights).sum(axis=2)
    names = [*STAGES[1:4], STAGES[4]]
    found = moves / moves.sum(axis=1, keepdims=True)
    return pd.DataFrame(found, index=pd.Index(names[:3], name="from"), columns=names)


def two_steps(stage_table: pd.DataFrame, matrix: pd.DataFrame) -> pd.DataFrame:
    """Where customers are two half-years later: as counted, and as the chain says by moving twice.

    Parameters
    ----------
    stage_table : DataFrame
        What :func:`stages` gives.
    matrix : DataFrame
        What :func:`transition_matrix` gives of its moves.

    Returns
    -------
    DataFrame
        Columns from, to, rows (in that stage), counted, low, high (Wilson's 95 % interval), chain.

    Raises
    ------
    CourseError
        If there are fewer than three half-years.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> from relmark_helpers.topics.loyalty.model.ladder import transition_counts, transition_matrix
    >>> from relmark_helpers.topics.loyalty.model.half_years import stages
    >>> table = stages(load("customers"), load("orders"))
    >>> two_steps(table, transition_matrix(transition_counts(table)))["from"].unique().tolist()
    ['trying', 'returning', 'trusting']
    """
    from statsmodels.stats.proportion import proportion_confint

    need_stages(stage_table)
    if stage_table.shape[1] < 3:
        raise CourseError(f"Two steps need three half-years; found {stage_table.shape[1]}.")
    before = stage_table.iloc[:, :-2].to_numpy().ravel()
    after = stage_table.iloc[:, 2:].to_numpy().ravel()
    twice = as_chances(matrix) @ as_chances(matrix)
    rows: list[dict[str, object]] = []
    for start in STAGES[1:4]:
        here = after[before == start]
        for end in STAGES[1:]:
            count = int((here == end).sum())
            low, high = proportion_confint(count, len(here), method="wilson")
            rows.append(
                {
                    "from": start,
                    "to": end,
                    "rows": len(here),
                    "counted": count / len(here),
                    "low": float(low),
                    "high": float(high),
                    "chain": float(twice[STAGES.index(start), STAGES.index(end)]),
                }
            )
    return pd.DataFrame(rows)
