"""What moves satisfaction: fair shares of the explained variance, and importance against performance.

References
----------
.. [lindeman1980] Lindeman, Merenda and Gold (1980), Introduction to Bivariate and Multivariate Analysis.
.. [gromping2006] Grömping (2006), Journal of Statistical Software 17(1), 1–27.
.. [shapley1953] Shapley (1953), Contributions to the Theory of Games II, 307–317.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import all_numbers, columns, numbers, unique
from relmark_helpers.topics.survey.model.indicators import Z_95

MOST_CAUSES = 10  # 1,024 regressions; more take too long for a lesson


def explained_by_each_set(covariance: np.ndarray) -> dict[frozenset[int], np.ndarray]:
    """R² of the last variable on every set of the others.

    Parameters
    ----------
    covariance : ndarray, (…, k + 1, k + 1)
        One covariance matrix or a stack of them; the outcome stands last.

    Returns
    -------
    dict
        R² by set of causes, for each matrix of the stack.

    Examples
    --------
    >>> found = explained_by_each_set(np.array([[1, 0, 0.6], [0, 1, 0.3], [0.6, 0.3, 1.0]]))
    >>> round(float(found[frozenset({0, 1})]), 2)
    0.45
    """
    causes = covariance.shape[-1] - 1
    outcome = covariance[..., -1, -1]
    found: dict[frozenset[int], np.ndarray] = {frozenset(): np.zeros_like(outcome)}
    for size in range(1, causes + 1):
        for chosen in combinations(range(causes), size):
            at = np.array(chosen)
            inside = covariance[..., at[:, None], at]
            with_outcome = covariance[..., at, -1]
            slopes = np.linalg.solve(inside, with_outcome[..., None])[..., 0]
            found[frozenset(chosen)] = (slopes * with_outcome).sum(axis=-1) / outcome
    return found


def shares_of_explained(covariance: np.ndarray) -> np.ndarray:
    r"""LMG (Shapley) shares: what each cause adds to R², averaged over all orders of entering.

    .. math:: \phi_j = \sum_{S \not\ni j} \frac{|S|!\,(k - |S| - 1)!}{k!} \left[R^2(S \cup j) - R^2(S)\right]

    Parameters
    ----------
    covariance : ndarray, (…, k + 1, k + 1)
        As for :func:`explained_by_each_set`.

    Returns
    -------
    ndarray, (…, k)
        They add up to the R² of the regression on all causes.

    References
    ----------
    [lindeman1980]_, [shapley1953]_

    Examples
    --------
    >>> shares_of_explained(np.array([[1, 0, 0.6], [0, 1, 0.3], [0.6, 0.3, 1.0]])).round(2)
    array([0.36, 0.09])
    """
    explained = explained_by_each_set(covariance)
    causes = covariance.shape[-1] - 1
    shares = np.zeros((*covariance.shape[:-2], causes))
    for members, worth in explained.items():
        for cause in set(range(causes)) - members:
            size = len(members)
            weight = math.factorial(size) * math.factorial(causes - size - 1) / math.factorial(causes)
            shares[..., cause] += weight * (explained[members | {cause}] - worth)
    return shares


def driver_shares(
    table: pd.DataFrame,
    outcome: str,
    causes: Sequence[str],
    draws: int = 500,
    rng: np.random.Generator | int = 5,
) -> pd.DataFrame:
    """LMG shares of several causes with bootstrap intervals, and what a regression says of them.

    Parameters
    ----------
    table : DataFrame
        One row per respondent; rows with a missing value are left out.
    outcome : str
        Column of what is to be explained.
    causes : sequence of str
        2 to 10 columns.
    draws : int
        Resamples of the respondents for the intervals.
    rng : Generator or int
        Where the luck comes from.

    Returns
    -------
    DataFrame
        One row per cause: cause, slope with slope_low and slope_high, correlation, share (part of R², adding up to it), low, high (2.5th and
        97.5th percentile of the resamples).

    Raises
    ------
    CourseError
        If a column is missing, there are fewer than 2 or more than 10 causes, or fewer than 30 complete rows.

    References
    ----------
    [gromping2006]_

    Examples
    --------
    >>> rng = np.random.default_rng(3)
    >>> made = pd.DataFrame(rng.normal(size=(400, 2)), columns=["a", "b"])
    >>> made["y"] = 2 * made["a"] + made["b"] + rng.normal(size=400)
    >>> driver_shares(made, "y", ["a", "b"], draws=50)["share"].round(1).tolist()
    [0.7, 0.2]
    """
    names = [*causes, outcome]
    table = columns(table, (), number=names)
    if not 2 <= len(causes) <= MOST_CAUSES:
        raise CourseError(f"Shares are for 2 to {MOST_CAUSES} causes; got {len(causes)}.")
    complete = table[names].dropna().to_numpy(dtype=float)
    if len(complete) < 30:
        raise CourseError(f"The shares need at least 30 complete rows; found {len(complete)}.")
    covariance = np.cov(complete, rowvar=False)
    if np.linalg.matrix_rank(covariance[:-1, :-1]) < len(causes):
        raise CourseError("Some of the causes do not vary or say the same in these rows; leave one out.")
    resampled = shares_of_explained(_resampled(complete, draws, np.random.default_rng(rng)))
    low, high = np.percentile(resampled, [2.5, 97.5], axis=0)
    spread = np.sqrt(np.diag(covariance))
    slopes = np.linalg.solve(covariance[:-1, :-1], covariance[:-1, -1])
    rest = (covariance[-1, -1] - slopes @ covariance[:-1, -1]) / (len(complete) - len(causes) - 1)
    reach = Z_95 * np.sqrt(rest * np.diag(np.linalg.inv(covariance[:-1, :-1])))
    return pd.DataFrame(
        {
            "cause": list(causes),
            "slope": slopes,
            "slope_low": slopes - reach,
            "slope_high": slopes + reach,
            "correlation": covariance[:-1, -1] / spread[:-1] / spread[-1],
            "share": shares_of_explained(covariance),
            "low": low,
            "high": high,
        }
    )


def _resampled(rows: np.ndarray, draws: int, rng: np.random.Generator) -> np.ndarray:
    """Covariance matrices of resamples: how often each row is drawn is all that counts."""
    count = len(rows)
    times = rng.multinomial(count, np.full(count, 1 / count), size=draws).astype(float)
    centred = rows - rows.mean(axis=0)
    means = times @ centred / count
    size = centred.shape[1]
    products = (centred[:, :, None] * centred[:, None, :]).reshape(count, -1)
    seconds = (times @ products / count).reshape(draws, size, size)
    covariances: np.ndarray = seconds - means[:, :, None] * means[:, None, :]
    return covariances


def importance_performance(
    performance: pd.DataFrame, importance: Mapping[str, float] | pd.Series, cross: str = "means"
) -> pd.DataFrame:
    """Place each attribute on the importance–performance map.

    Parameters
    ----------
    performance : DataFrame
        Ratings, one column per attribute.
    importance : mapping or Series
        Importance by attribute, in any unit.
    cross : str
        Where the lines of the map stand: ``"means"`` of the attributes, or ``"scale"``: performance at the
        middle of a scale from 1 to 7, importance at its mean.

    Returns
    -------
    DataFrame
        One row per attribute: attribute, performance with low and high, importance, quadrant (concentrate
        here, keep it up, low priority, possible overkill); the lines as ``attrs["cross"]``.

    Raises
    ------
    CourseError
        If an attribute has no importance or ``cross`` is something else.

    Examples
    --------
    >>> ratings = pd.DataFrame({"price": [2, 3], "staff": [6, 7]})
    >>> importance_performance(ratings, {"price": 0.9, "staff": 0.1})["quadrant"].tolist()
    ['concentrate here', 'possible overkill']
    """
    columns(performance, (), "The table of ratings")
    unique(performance.columns, "The head of the table of ratings")
    performance = all_numbers(performance, "The table of ratings")
    importance = pd.Series(importance)
    unique(importance.index, "The importance")
    missing = [name for name in performance if name not in importance]
    if missing:
        raise CourseError(f"There is no importance for {missing[0]!r}.")
    numbers(importance, "The importance", gaps=False)
    if cross not in ("means", "scale"):
        raise CourseError(f"The cross stands at 'means' or 'scale'; got {cross!r}.")
    names = [str(name) for name in performance]
    ratings = performance.to_numpy(dtype=float, na_value=np.nan)
    mean = np.nanmean(ratings, axis=0)
    error = np.nanstd(ratings, axis=0, ddof=1) / np.sqrt((~np.isnan(ratings)).sum(axis=0))
    weight = np.array([float(importance[name]) for name in names])
    lines = (float(mean.mean()) if cross == "means" else 4.0, float(weight.mean()))
    quadrants = {
        (True, False): "concentrate here",
        (True, True): "keep it up",
        (False, False): "low priority",
        (False, True): "possible overkill",
    }
    table = pd.DataFrame(
        {
            "attribute": names,
            "performance": mean,
            "low": mean - Z_95 * error,
            "high": mean + Z_95 * error,
            "importance": weight,
            "quadrant": [
                quadrants[bool(w >= lines[1]), bool(m >= lines[0])] for w, m in zip(weight, mean, strict=True)
            ],
        }
    )
    table.attrs["cross"] = lines
    return table
