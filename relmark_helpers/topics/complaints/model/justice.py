"""Three justices and their shares: what those who rated their case held against it, and what the simulation put in."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.company.parameters import Parameters
from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, numbers
from relmark_helpers.topics.complaints.model.worlds import JUSTICES


def rated_cases(complaints: pd.DataFrame) -> pd.DataFrame:
    """Complaints whose three justices were rated, as numbers.

    Parameters
    ----------
    complaints : DataFrame
        The company's table.

    Returns
    -------
    DataFrame
        distributive, procedural, interactional (1 to 7), resolved (1 or 0).

    Raises
    ------
    CourseError
        If a column is missing or nobody rated.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> rated_cases(load("complaints")).columns.tolist()
    ['distributive', 'procedural', 'interactional', 'resolved']
    """
    names = [f"justice_{name}" for name in JUSTICES]
    complaints = columns(complaints, ("outcome",), "The complaints table", number=names)
    rated = complaints[names].astype("Float64").astype("float64")
    kept = rated.notna().all(axis=1)
    rated = rated[kept]
    if rated.empty:
        raise CourseError("Nobody has rated the handling of a complaint in this table.")
    rated.columns = list(JUSTICES)
    return rated.assign(resolved=(complaints.loc[kept, "outcome"] == "resolved").astype("float64"))


def justice_shares(
    rated: pd.DataFrame,
    outcome: str = "resolved",
    error: float = 0.0,
    draws: int = 200,
    rng: np.random.Generator | int = 0,
) -> pd.DataFrame:
    r"""Shares of three justices: by correlations, and by the weights of a regression.

    Weights :math:`w_j = \beta_j / \sum_k \beta_k` from a linear regression of the outcome on all three, with
    :math:`\beta = (C - \sigma^2 I)^{-1} c`: the error of a rating is taken off its variance. For an outcome of yes
    and no the slopes of a line are those of the latent behind its threshold but for one common factor, and that
    cancels in the shares, where ratings are about normal.

    Parameters
    ----------
    rated : DataFrame
        The three justices and the outcome.
    outcome : str
        The column to be explained.
    error : float
        Standard deviation :math:`\sigma` of the error of one rating, points; 0: ratings as they are.
    draws : int
        Bootstrap draws, at least 20.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        justice, naive (correlation over the sum of the three), weight, low, high (95 %), truth.

    Raises
    ------
    CourseError
        If a column is missing, draws is below 20, the outcome never varies, or the error is as large as a
        rating's whole spread.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> justice_shares(rated_cases(load("complaints")), draws=20)["truth"].tolist()
    [0.5, 0.2, 0.3]
    """
    rated = columns(rated, (), "The table of ratings", number=(*JUSTICES, outcome))
    for name in (*JUSTICES, outcome):
        numbers(rated[name], f"The table of ratings: {name!r}", gaps=False)
    need_number(draws, "The number of draws", 20)
    need_number(error, "The error of a rating", 0)
    values = rated[[*JUSTICES, outcome]].to_numpy(dtype="float64")
    if values[:, -1].std() == 0:
        raise CourseError(f"The column {outcome!r} is the same in every row; nothing can explain it.")
    if values[:, :-1].std(axis=0).min() <= error:
        raise CourseError(f"With an error of {error:g} points nothing is left of the spread of a rating.")
    generator = np.random.default_rng(rng)
    drawn = []
    for _ in range(int(draws)):
        picked = values[generator.integers(0, len(values), len(values))]
        if picked[:, -1].std() > 0:
            drawn.append(_weights(picked, error))
    low, high = np.quantile(drawn, [0.025, 0.975], axis=0)
    together = np.corrcoef(values, rowvar=False)[-1, :-1]
    return pd.DataFrame(
        {
            "justice": JUSTICES,
            "naive": together / together.sum(),
            "weight": _weights(values, error),
            "low": low,
            "high": high,
            "truth": Parameters().complaining.shares,
        }
    )


def _weights(values: np.ndarray, error: float) -> np.ndarray:
    together = np.cov(values, rowvar=False)
    slopes = np.linalg.solve(together[:-1, :-1] - error**2 * np.eye(3), together[:-1, -1])
    found: np.ndarray = slopes / slopes.sum()
    return found


def error_of_a_rating() -> float:
    """Standard deviation of one rating around the justice that was felt, with its rounding, as a pretest would tell.

    Returns
    -------
    float
        Points.

    Examples
    --------
    >>> round(error_of_a_rating(), 2)
    0.76
    """
    return float(np.sqrt(Parameters().complaint_records.item ** 2 + 1 / 12))
