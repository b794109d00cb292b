"""What each driver contributes to what all explain together: Shapley's division of R², also called LMG."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import columns, numbers, unique
from relmark_helpers.topics.loyalty.model.drivers import DRIVERS
from relmark_helpers.topics.loyalty.model.resampling import drawn_covariances

Subset = tuple[int, ...]


def explained(covariance: np.ndarray) -> dict[Subset, np.ndarray]:
    r"""R² of the last column on every subset of the columns before it.

    .. math:: R^2_S = s_{yS} S_{SS}^{-1} s_{Sy} / s_{yy}

    Parameters
    ----------
    covariance : array of float, shape (..., p + 1, p + 1)
        Covariances of p drivers and, last, the outcome.

    Returns
    -------
    dict of array
        By subset of driver numbers in order; the empty one is 0.

    Examples
    --------
    >>> float(explained(np.array([[1.0, 0.5], [0.5, 1.0]]))[(0,)])
    0.25
    """
    count = covariance.shape[-1] - 1
    total = covariance[..., count, count]
    found: dict[Subset, np.ndarray] = {(): np.zeros_like(total)}
    for size in range(1, count + 1):
        for subset in itertools.combinations(range(count), size):
            inside = covariance[..., np.array(subset)[:, None], np.array(subset)]
            with_outcome = covariance[..., np.array(subset), count]
            slopes = _solved(inside, with_outcome[..., None])
            found[subset] = (slopes * with_outcome).sum(axis=-1) / total
    return found


def divided(covariance: np.ndarray) -> np.ndarray:
    r"""Divide R² among the drivers: the mean, over all orders of entry, of what each adds when it enters.

    .. math:: \phi_j = \sum_{S \not\ni j} \frac{|S|!\,(p-1-|S|)!}{p!}\left(R^2_{S \cup j} - R^2_S\right)

    Parameters
    ----------
    covariance : array of float, shape (..., p + 1, p + 1)
        Covariances of p drivers and, last, the outcome.

    Returns
    -------
    array of float, shape (..., p)
        They add up to the R² of all drivers.

    References
    ----------
    [shapley1953]_, [lindeman1980]_, [gromping2006]_

    Examples
    --------
    >>> divided(np.array([[1.0, 0.0, 0.6], [0.0, 1.0, 0.3], [0.6, 0.3, 1.0]])).round(2).tolist()
    [0.36, 0.09]
    """
    count = covariance.shape[-1] - 1
    worth = explained(covariance)
    parts = []
    for driver in range(count):
        part = np.zeros_like(worth[()])
        for subset in worth:
            if driver in subset:
                before = tuple(each for each in subset if each != driver)
                orders = math.factorial(len(before)) * math.factorial(count - len(subset))
                part = part + orders / math.factorial(count) * (worth[subset] - worth[before])
        parts.append(part)
    return np.stack(parts, axis=-1)


def driver_shares(
    table: pd.DataFrame,
    outcome: str,
    drivers: Sequence[str] = DRIVERS,
    draws: int = 200,
    rng: np.random.Generator | int = 0,
) -> pd.DataFrame:
    """Each driver's contribution to R², with the 95 % interval of a bootstrap over customers.

    Parameters
    ----------
    table : DataFrame
        The drivers, the outcome and customer_id; rows with a missing value are left out.
    outcome : str
        Column of what is to be explained.
    drivers : sequence of str
        Columns of the drivers.
    draws : int
        Bootstrap draws, at least 20.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        One row per driver: driver, contribution (points of R²), share (of R², 0 to 1), low and high (of the
        share), alone (its R² as the only driver), last (what it adds when it enters last).

    Raises
    ------
    CourseError
        If a column is missing, fewer than 30 complete rows remain, or a column does not vary.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> from relmark_helpers.topics.loyalty.model.drivers import driver_table
    >>> table = driver_table(load("surveys"), load("orders"), load("memberships"))
    >>> driver_shares(table, "stated", draws=20)["driver"].tolist()[:2]
    ['satisfaction', 'trust']
    """
    names = [*drivers, outcome]
    table = columns(table, ("customer_id",), number=names)
    observed, drawn = drawn_covariances(table[names], table["customer_id"], draws, rng)
    if (np.diag(observed) < 1e-12).any():
        flat = names[int(np.argmin(np.diag(observed)))]
        raise CourseError(f"The column {flat!r} does not vary, so nothing can be divided.")
    return share_rows(drivers, observed, drawn)


def share_rows(drivers: Sequence[str], observed: np.ndarray, drawn: np.ndarray) -> pd.DataFrame:
    """The rows of :func:`driver_shares` from covariance matrices, for an explorer.

    Parameters
    ----------
    drivers : sequence of str
        Names of the drivers.
    observed : array of float, shape (p + 1, p + 1)
        Covariances of the drivers and, last, the outcome.
    drawn : array of float, shape (draws, p + 1, p + 1)
        The same from tables drawn anew.

    Returns
    -------
    DataFrame
        As :func:`driver_shares`.

    Examples
    --------
    >>> two = np.array([[1.0, 0.0, 0.6], [0.0, 1.0, 0.3], [0.6, 0.3, 1.0]])
    >>> share_rows(["a", "b"], two, two[None])["share"].round(2).tolist()
    [0.8, 0.2]
    """
    parts, again, worth = divided(observed), divided(drawn), explained(observed)
    everything = tuple(range(len(drivers)))
    shares = again / again.sum(axis=-1, keepdims=True)
    low, high = np.quantile(shares, [0.025, 0.975], axis=0)
    without = [worth[tuple(each for each in everything if each != number)] for number in everything]
    return pd.DataFrame(
        {
            "driver": list(drivers),
            "contribution": parts,
            "share": parts / parts.sum(),
            "low": low,
            "high": high,
            "alone": [float(worth[(number,)]) for number in everything],
            "last": [float(worth[everything] - rest) for rest in without],
        }
    )


def driver_effects(
    table: pd.DataFrame,
    outcome: str,
    reliable: pd.Series,
    drivers: Sequence[str] = DRIVERS,
    draws: int = 200,
    rng: np.random.Generator | int = 0,
) -> pd.DataFrame:
    """Effects of all drivers side by side, plain and corrected for the error in their scores (chapter 04).

    Parameters
    ----------
    table : DataFrame
        The drivers, the outcome and customer_id; rows with a missing value are left out.
    outcome : str
        Column of what is to be explained.
    reliable : Series
        Reliability of each driver, by name; their variances are multiplied by it in the correction.
    drivers : sequence of str
        Columns of the drivers.
    draws : int
        Bootstrap draws over customers, at least 20. Reliabilities are taken as known.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        One row per driver: driver; plain, plain_low, plain_high; corrected, corrected_low, corrected_high
        (units of the outcome per unit of the driver).

    Raises
    ------
    CourseError
        As :func:`driver_shares`.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> from relmark_helpers.topics.loyalty.model.drivers import driver_reliabilities, driver_table
    >>> surveys = load("surveys")
    >>> table = driver_table(surveys, load("orders"), load("memberships"))
    >>> driver_effects(table, "stated", driver_reliabilities(surveys), draws=20).shape
    (5, 7)
    """
    names = [*drivers, outcome]
    table = columns(table, ("customer_id",), number=names)
    observed, drawn = drawn_covariances(table[names], table["customer_id"], draws, rng)
    reliable = numbers(reliable, "The reliabilities", gaps=False)
    absent = [name for name in drivers if name not in reliable.index]
    if absent:
        raise CourseError(f"The reliabilities lack {absent[0]!r}; give one for each driver.")
    unique(reliable.index, "The reliabilities")
    shrink = np.ones((len(names), len(names)))
    np.fill_diagonal(shrink, [*(float(reliable[name]) for name in drivers), 1.0])
    found = pd.DataFrame({"driver": list(drivers)})
    for way, factor in (("plain", np.ones_like(shrink)), ("corrected", shrink)):
        found[way] = _slopes(observed * factor)
        low, high = np.quantile(_slopes(drawn * factor), [0.025, 0.975], axis=0)
        found[f"{way}_low"], found[f"{way}_high"] = low, high
    return found


def _slopes(covariance: np.ndarray) -> np.ndarray:
    """Regression of the last column on those before it."""
    inside, with_outcome = covariance[..., :-1, :-1], covariance[..., :-1, -1:]
    return _solved(inside, with_outcome)


def _solved(inside: np.ndarray, with_outcome: np.ndarray) -> np.ndarray:
    try:
        slopes: np.ndarray = np.linalg.solve(inside, with_outcome)[..., 0]
    except np.linalg.LinAlgError:
        raise CourseError(
            "Some of the drivers do not vary or say the same in these rows; leave one out."
        ) from None
    return slopes
