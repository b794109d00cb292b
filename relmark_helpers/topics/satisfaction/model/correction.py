"""Taking random error out of paths: the correction for reliability, and what error does without it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.topics.satisfaction.model.measurement import ITEMS_PER_CONSTRUCT, turned_items
from relmark_helpers.topics.satisfaction.model.paths import EFFECTS, MODEL, PATHS, causes_of, path_row


def complete_items(surveys: pd.DataFrame) -> np.ndarray:
    """Answers to the model's 24 items of everyone who answered them all, reversed items turned round.

    Parameters
    ----------
    surveys : DataFrame
        Answers from 1 to 7, one row per survey.

    Returns
    -------
    array of float, shape (respondents, 24)

    Raises
    ------
    CourseError
        If items are missing.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> complete_items(load("surveys")).shape[1]
    24
    """
    return turned_items(surveys, MODEL).dropna().to_numpy()


def corrected_paths(
    surveys: pd.DataFrame, draws: int = 200, rng: np.random.Generator | int = 0
) -> pd.DataFrame:
    r"""The ten paths corrected for unreliable scores (errors in variables).

    Random error in the items adds to the variance of a score but not to its covariance with others. So each
    variance on the causes' side is shrunk by the score's reliability before the regression is solved:
    :math:`b = (S_{xx} - \operatorname{diag}((1-\alpha_j) s_j^2))^{-1} S_{xy}`. Standard errors come from
    a bootstrap over respondents, reliabilities estimated anew in each draw.

    Parameters
    ----------
    surveys : DataFrame
        Answers from 1 to 7, one row per survey; only complete rows are used.
    draws : int
        Bootstrap draws, at least 20.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        As :func:`regression_paths`.

    Raises
    ------
    CourseError
        If items are missing, draws is below 20, or fewer than 30 complete rows remain.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> paths = corrected_paths(load("surveys").head(600), draws=20)
    >>> paths.columns[:3].tolist()
    ['cause', 'effect', 'estimate']
    """
    items = complete_items(surveys)
    if len(items) < 30 or draws < 20:
        raise CourseError(
            f"The correction needs at least 30 complete rows and 20 draws; got {len(items)} rows, {draws} draws."
        )
    generator = np.random.default_rng(rng)
    estimate, ratios = _slopes(items, correct=True)
    replicates = [
        _slopes(items[generator.integers(0, len(items), len(items))], correct=True)[0] for _ in range(draws)
    ]
    errors = np.std(replicates, axis=0, ddof=1)
    return pd.DataFrame(
        [
            path_row(cause, effect, estimate[number], errors[number], ratios[number])
            for number, (cause, effect) in enumerate(PATHS)
        ]
    )


def noisy_estimates(
    items: np.ndarray, respondents: int, noise: float, rng: np.random.Generator | int
) -> dict[str, pd.DataFrame]:
    """The ten paths from fewer respondents and worse answers, plain and corrected, for an explorer.

    Parameters
    ----------
    items : array of float, shape (people, 24)
        What :func:`complete_items` gives.
    respondents : int
        How many of them to draw, at most as many as there are.
    noise : float
        Standard deviation of an error added to each answer, in scale points.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    dict of DataFrame
        ``"regression"`` and ``"corrected"``, each with columns cause, effect, estimate.

    Raises
    ------
    CourseError
        If fewer than 30 respondents are asked for, or the noise is negative.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> sorted(noisy_estimates(complete_items(load("surveys")), 300, 1.0, rng=0))
    ['corrected', 'regression']
    """
    if respondents < 30 or not noise >= 0:
        raise CourseError(
            f"Ask for at least 30 respondents and an error of 0 or more; got {respondents} and {noise}."
        )
    generator = np.random.default_rng(rng)
    drawn = items[generator.permutation(len(items))[:respondents]]
    drawn = drawn + noise * generator.standard_normal(drawn.shape)
    table = pd.DataFrame(PATHS, columns=["cause", "effect"])
    return {
        way: table.assign(estimate=_slopes(drawn, correct=way == "corrected")[0])
        for way in ("regression", "corrected")
    }


def _slopes(items: np.ndarray, correct: bool) -> tuple[np.ndarray, np.ndarray]:
    """Slopes of the ten paths and their ratios to standardised ones, from complete items."""
    cubes = items.reshape(len(items), len(MODEL), ITEMS_PER_CONSTRUCT)
    scores = cubes.mean(axis=2)
    item_variance = cubes.var(axis=0, ddof=1).sum(axis=1)
    total_variance = cubes.sum(axis=2).var(axis=0, ddof=1)
    alpha = ITEMS_PER_CONSTRUCT / (ITEMS_PER_CONSTRUCT - 1) * (1 - item_variance / total_variance)
    covariance = np.cov(scores, rowvar=False)
    true_variance = np.diag(covariance) * (alpha if correct else 1.0)
    np.fill_diagonal(covariance, true_variance)
    slopes: dict[tuple[str, str], float] = {}
    for effect in EFFECTS:
        inside = [MODEL.index(cause) for cause in causes_of(effect)]
        beta = np.linalg.solve(covariance[np.ix_(inside, inside)], covariance[inside, MODEL.index(effect)])
        slopes |= {(MODEL[i], effect): float(b) for i, b in zip(inside, beta, strict=True)}
    spread = dict(zip(MODEL, np.sqrt(true_variance), strict=True))
    ratios = np.array([spread[cause] / spread[effect] for cause, effect in PATHS])
    return np.array([slopes[path] for path in PATHS]), ratios
