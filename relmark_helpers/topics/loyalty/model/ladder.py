"""Moves between the stages of loyalty from half-year to half-year: counts, chances, and their intervals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.topics.loyalty.model.chain import as_chances
from relmark_helpers.topics.loyalty.model.half_years import STAGES, in_stages, need_stages


def moves_by_customer(stage_table: pd.DataFrame) -> np.ndarray:
    """How often each customer made each move.

    Parameters
    ----------
    stage_table : DataFrame
        What :func:`stages` gives.

    Returns
    -------
    array of float, shape (customers, 5, 5)
        From stage, to stage; the order of STAGES.

    Examples
    --------
    >>> table = pd.DataFrame([["trying", "returning", "returning"]])
    >>> moves_by_customer(table)[0, 1:3, 1:3].tolist()
    [[0.0, 1.0], [0.0, 1.0]]
    """
    need_stages(stage_table)
    place = {name: number for number, name in enumerate(STAGES)}
    codes = np.stack([stage_table[name].map(place).to_numpy() for name in stage_table], axis=1)
    moves = np.zeros((len(codes), 5, 5))
    for before, after in zip(codes.T[:-1], codes.T[1:], strict=True):
        moves[np.arange(len(codes)), before, after] += 1
    return moves


def transition_counts(stage_table: pd.DataFrame, persons: int = 0) -> pd.DataFrame:
    """How often customers moved from one stage to another between neighbouring half-years.

    Parameters
    ----------
    stage_table : DataFrame
        What :func:`stages` gives.
    persons : int
        Persons in reach. Those of them who never became customers went on watching; 0 leaves them out.

    Returns
    -------
    DataFrame
        From stage (index), to stage (columns).

    Raises
    ------
    CourseError
        If there are fewer persons in reach than customers.

    Examples
    --------
    >>> table = pd.DataFrame([["trying", "returning", "lost"], ["watching", "trying", "trying"]])
    >>> transition_counts(table).loc["trying"].to_dict()
    {'watching': 0.0, 'trying': 1.0, 'returning': 1.0, 'trusting': 0.0, 'lost': 0.0}
    """
    counts = moves_by_customer(stage_table).sum(axis=0)
    counts[0, 0] += _watched(stage_table, persons)
    return _labelled(counts)


def _watched(stage_table: pd.DataFrame, persons: int) -> float:
    """Half-years that persons in reach went on watching who never became customers."""
    need_number(persons, "The number of persons in reach", 0)
    if 0 < persons < len(stage_table):
        raise CourseError(f"There are {len(stage_table)} customers and only {persons:g} persons in reach.")
    return float(max(persons - len(stage_table), 0) * (stage_table.shape[1] - 1))


def transition_matrix(counts: pd.DataFrame | np.ndarray) -> pd.DataFrame:
    r"""Chances of moving within a half-year: :math:`\hat p_{ij} = n_{ij} / \sum_j n_{ij}`; lost is the end.

    Parameters
    ----------
    counts : DataFrame or array
        Moves from stage (rows) to stage (columns), in the order of STAGES.

    Returns
    -------
    DataFrame
        Rows add up to 1. The row lost is 0, 0, 0, 0, 1 by definition, whatever was counted there.

    Raises
    ------
    CourseError
        If it is not five by five or nobody was ever in a stage.

    Examples
    --------
    >>> moves = np.array([[8, 2, 0, 0, 0], [0, 1, 1, 0, 2], [0, 1, 2, 1, 0], [0, 0, 1, 3, 0], [0, 0, 0, 0, 9]])
    >>> transition_matrix(moves).loc["trying"].tolist()
    [0.0, 0.25, 0.25, 0.0, 0.5]
    """
    if isinstance(counts, pd.DataFrame):
        counts = in_stages(counts, "The table of moves")
    moves = np.array(counts, dtype="float64")
    if moves.shape != (5, 5):
        raise CourseError(f"Moves between five stages are a table of 5 by 5; got {moves.shape}.")
    moves[4] = [0, 0, 0, 0, 1]
    if (moves.sum(axis=1) == 0).any():
        empty = STAGES[int(np.argmin(moves.sum(axis=1)))]
        raise CourseError(f"Nobody was ever {empty}, so nobody can be followed from there.")
    return _labelled(moves / moves.sum(axis=1, keepdims=True))


def drawn_matrices(
    stage_table: pd.DataFrame, persons: int = 0, draws: int = 200, rng: np.random.Generator | int = 0
) -> np.ndarray:
    """Transition matrices from customers drawn anew, for the intervals of all that follows from them.

    Parameters
    ----------
    stage_table : DataFrame
        What :func:`stages` gives.
    persons : int
        Persons in reach, as in :func:`transition_counts`; those who never became customers are drawn too.
    draws : int
        Bootstrap draws, at least 20.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    array of float, shape (draws, 5, 5)

    Raises
    ------
    CourseError
        If draws is below 20.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> from relmark_helpers.topics.loyalty.model.half_years import stages
    >>> found = drawn_matrices(stages(load("customers"), load("orders")), 8100, draws=20)
    >>> found.shape
    (20, 5, 5)
    """
    need_number(draws, "The number of draws", 20)
    transition_matrix(transition_counts(stage_table, persons))  # somebody must have been in each stage
    generator = np.random.default_rng(rng)
    moves = moves_by_customer(stage_table).reshape(len(stage_table), 25)
    others = max(persons - len(stage_table), 0)
    _watched(stage_table, persons)
    counts = np.empty((draws, 5, 5))
    for number in range(draws):
        strangers = generator.binomial(persons, others / persons) if others else 0
        picked = generator.integers(0, len(moves), len(moves) + others - strangers)
        counts[number] = (np.bincount(picked, minlength=len(moves)) @ moves).reshape(5, 5)
        counts[number, 0, 0] += strangers * (stage_table.shape[1] - 1)
    counts[:, 4] = [0, 0, 0, 0, 1]
    found: np.ndarray = counts / counts.sum(axis=2, keepdims=True)
    return found


def matrix_intervals(matrix: pd.DataFrame, drawn: np.ndarray) -> pd.DataFrame:
    """Every possible move with its chance and 95 % interval.

    Parameters
    ----------
    matrix : DataFrame
        What :func:`transition_matrix` gives.
    drawn : array of float, shape (draws, 5, 5)
        What :func:`drawn_matrices` gives.

    Returns
    -------
    DataFrame
        Columns from, to, chance, low, high; moves that never happen are left out.

    Examples
    --------
    >>> one = transition_matrix(np.eye(5) + np.eye(5, k=1))
    >>> matrix_intervals(one, one.to_numpy()[None]).iloc[0].to_dict()
    {'from': 'watching', 'to': 'watching', 'chance': 0.5, 'low': 0.5, 'high': 0.5}
    """
    low, high = np.quantile(drawn, [0.025, 0.975], axis=0)
    chances = as_chances(matrix)
    rows: list[dict[str, object]] = []
    for i, start in enumerate(STAGES[:-1]):
        for j, end in enumerate(STAGES):
            if (chance := float(chances[i, j])) > 0:
                interval = {"low": float(low[i, j]), "high": float(high[i, j])}
                rows.append({"from": start, "to": end, "chance": chance, **interval})
    return pd.DataFrame(rows)


def _labelled(values: np.ndarray, names: Sequence[str] = STAGES) -> pd.DataFrame:
    return pd.DataFrame(values, index=pd.Index(names, name="from"), columns=list(names))
