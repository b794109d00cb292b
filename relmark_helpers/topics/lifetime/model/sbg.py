"""The shifted-beta-geometric model: everybody's churn is constant, but not everybody's the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import aligned, in_order, numbers

REGULAR = (100.0, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1, 22.3, 20.7, 19.4, 18.3, 17.3)
"""Per cent of the customers "Regular" still there after 0, 1, … 12 years (faderhardie2007)."""


@dataclass(frozen=True)
class Fit:
    """A fitted retention model.

    Parameters
    ----------
    alpha, beta : float
        The beta distribution of churn over customers.
    log_likelihood : float
        Its logarithm at these values.
    """

    alpha: float
    beta: float
    log_likelihood: float

    @property
    def mean_churn(self) -> float:
        """Mean churn over new customers, alpha / (alpha + beta)."""
        return self.alpha / (self.alpha + self.beta)


def published_retention() -> pd.DataFrame:
    """The published survival of the "Regular" customers of a subscription firm, years 0 to 12.

    Returns
    -------
    DataFrame
        Columns year and survival (share from 0 to 1).

    References
    ----------
    faderhardie2007

    Examples
    --------
    >>> published_retention()["survival"].iloc[[0, 7, 12]].tolist()
    [1.0, 0.241, 0.173]
    """
    return pd.DataFrame({"year": range(len(REGULAR)), "survival": np.round(np.array(REGULAR) / 100, 3)})


def sbg_retention(alpha: float, beta: float, periods: int) -> np.ndarray:
    r"""Retention of those still there, period by period: :math:`r_t = (\beta+t-1)/(\alpha+\beta+t-1)`.

    Parameters
    ----------
    alpha, beta : float
        Above 0.
    periods : int
        How many periods.

    Returns
    -------
    array of float, shape (periods,)
        Retention in period 1, 2, …

    References
    ----------
    faderhardie2007

    Examples
    --------
    >>> sbg_retention(0.704, 1.182, 3).round(3).tolist()
    [0.627, 0.756, 0.819]
    """
    need_number(alpha, "Alpha", 1e-9)
    need_number(beta, "Beta", 1e-9)
    need_number(periods, "The number of periods", 1)
    t = np.arange(1, int(periods) + 1)
    retention: np.ndarray = (beta + t - 1) / (alpha + beta + t - 1)
    return retention


def sbg_survival(alpha: float, beta: float, periods: int) -> np.ndarray:
    r"""Share still there after 0, 1, … periods: :math:`S(t) = B(\alpha, \beta+t)/B(\alpha, \beta)`.

    Parameters
    ----------
    alpha, beta : float
        Above 0.
    periods : int
        How many periods.

    Returns
    -------
    array of float, shape (periods + 1,)

    References
    ----------
    faderhardie2007

    Examples
    --------
    >>> sbg_survival(0.704, 1.182, 12)[[7, 12]].round(3).tolist()
    [0.239, 0.17]
    """
    return np.concatenate([[1.0], np.cumprod(sbg_retention(alpha, beta, periods))])


def sbg_log_likelihood(alpha: float, beta: float, lost: np.ndarray, censored: np.ndarray) -> float:
    r"""Log-likelihood :math:`\sum_t d_t \ln P(T=t) + \sum_t k_t \ln S(t)`, with :math:`P(T=t)=S(t-1)-S(t)`.

    Parameters
    ----------
    alpha, beta : float
        Above 0.
    lost : array, shape (periods,)
        Customers lost in period 1, 2, …
    censored : array, shape (periods,)
        Customers last seen, still there, at the end of period 1, 2, …

    Returns
    -------
    float

    References
    ----------
    faderhardie2007

    Examples
    --------
    >>> round(sbg_log_likelihood(1.0, 1.0, np.array([1.0]), np.array([1.0])), 4)
    -1.3863
    """
    return _log_likelihood(alpha, beta, *_counts(lost, censored))


def _log_likelihood(alpha: float, beta: float, lost: np.ndarray, censored: np.ndarray) -> float:
    survival = sbg_survival(alpha, beta, len(lost))
    retention = survival[1:] / survival[:-1]
    died = np.log(survival[:-1]) + np.log1p(-retention)
    return float((lost * died).sum() + (censored * np.log(survival[1:])).sum())


def _counts(lost: np.ndarray, censored: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    both = aligned("The counts of lost and of censored", lost, censored)
    first, second = (
        numbers(in_order(each, what), what, gaps=False, low=0).to_numpy(dtype="float64")
        for each, what in zip(both, ("The counts of lost", "The counts of censored"), strict=True)
    )
    return first, second


def counts_from_survival(
    survival: Sequence[float] | np.ndarray, customers: float
) -> tuple[np.ndarray, np.ndarray]:
    """Turn a cohort's survival into customers lost in each period and customers still there at the end.

    Parameters
    ----------
    survival : sequence of float
        Share still there after 0, 1, … periods; the first is 1.
    customers : float
        Size of the cohort.

    Returns
    -------
    lost, censored : array, shape (periods,)

    Raises
    ------
    CourseError
        If the curve has fewer than three values, does not begin with 1, or rises.

    Examples
    --------
    >>> [each.round().tolist() for each in counts_from_survival([1, 0.6, 0.5], 100)]
    [[40.0, 10.0], [0.0, 50.0]]
    """
    curve = np.asarray(survival, dtype=float)
    need_number(customers, "The size of the cohort", 1)
    if len(curve) < 3 or abs(curve[0] - 1) > 1e-9 or not (np.diff(curve) <= 0).all() or curve[-1] < 0:
        raise CourseError("A cohort's survival begins with 1, never rises, and needs two periods or more.")
    lost = -np.diff(curve) * customers
    censored = np.zeros(len(lost))
    censored[-1] = curve[-1] * customers
    return lost, censored


def fit_sbg(lost: np.ndarray, censored: np.ndarray, polish: bool = True) -> Fit:
    """Fit the shifted-beta-geometric model by maximum likelihood (scipy's minimiser on log alpha, log beta).

    Parameters
    ----------
    lost, censored : array, shape (periods,)
        As :func:`sbg_log_likelihood`.
    polish : bool
        Search on without gradients to the last digits; a bootstrap can do without.

    Returns
    -------
    Fit

    Raises
    ------
    CourseError
        If nobody was lost, the two have different lengths, or there are fewer than two periods.

    References
    ----------
    faderhardie2007

    Examples
    --------
    >>> fit = fit_sbg(*counts_from_survival(published_retention()["survival"][:8], 1000))
    >>> round(fit.alpha, 3), round(fit.beta, 3), round(fit.log_likelihood, 2)
    (0.704, 1.182, -1680.27)
    """
    from scipy.optimize import minimize

    lost, censored = _counts(lost, censored)
    if len(lost) < 2 or lost.sum() <= 0:
        raise CourseError(
            "The fit needs two periods or more, a count of lost and of censored for each, and a loss."
        )

    def minus(logs: np.ndarray) -> float:
        return -_log_likelihood(float(np.exp(logs[0])), float(np.exp(logs[1])), lost, censored)

    bounds = [(-7.0, 12.0), (-7.0, 12.0)]  # between one in a thousand and everybody alike
    best = minimize(minus, np.zeros(2), method="L-BFGS-B", bounds=bounds)
    if polish:
        fine = {"xatol": 1e-7, "fatol": 1e-9}
        best = minimize(minus, best.x, method="Nelder-Mead", bounds=bounds, options=fine)
    alpha, beta = np.exp(best.x)
    return Fit(float(alpha), float(beta), -float(best.fun))


def fit_geometric(lost: np.ndarray, censored: np.ndarray) -> tuple[float, float]:
    r"""Fit one constant churn for everybody: losses over customer-periods at risk.

    Parameters
    ----------
    lost, censored : array, shape (periods,)
        As :func:`sbg_log_likelihood`.

    Returns
    -------
    churn, log_likelihood : float

    Examples
    --------
    >>> churn, _ = fit_geometric(*counts_from_survival(published_retention()["survival"][:8], 1000))
    >>> round(churn, 5)
    0.22603
    """
    lost, censored = _counts(lost, censored)
    t = np.arange(1, len(lost) + 1)
    total = float(np.sum(lost))
    at_risk = float((t * (lost + censored)).sum())
    if total <= 0 or total >= at_risk:
        raise CourseError("A constant churn needs somebody lost and somebody kept.")
    churn = total / at_risk
    return churn, float(total * np.log(churn) + (at_risk - total) * np.log(1 - churn))
