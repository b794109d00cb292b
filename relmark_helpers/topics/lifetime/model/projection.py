"""What the fitted retention model says of later years: projection with its interval, and value old and new."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.topics.lifetime.model.sbg import (
    Fit,
    counts_from_survival,
    fit_geometric,
    fit_sbg,
    sbg_survival,
)
from relmark_helpers.topics.lifetime.model.value import First, margin_multiple, survival_value

FAR = 200  # years after which a discounted margin no longer counts


def projected(
    survival: Sequence[float] | np.ndarray,
    fitted_years: int,
    years: int,
    customers: int = 1000,
    draws: int = 100,
    rng: np.random.Generator | int = 7,
) -> pd.DataFrame:
    """Fit both models to the first years of a cohort and project them, with a 95 % interval for the sBG.

    The interval is a parametric bootstrap: cohorts of the same size are drawn from the fitted model, fitted
    anew and projected; then a cohort's own luck is added (a binomial count at the projected survival).
    It holds if the model does.

    Parameters
    ----------
    survival : sequence of float
        Share still there after 0, 1, … years; at least ``fitted_years`` + 1 values.
    fitted_years : int
        How many years the models may see, 2 or more.
    years : int
        How far to project.
    customers : int
        Size of the cohort.
    draws : int
        Bootstrap cohorts, 20 or more.
    rng : numpy Generator or int
        Source of the draws.

    Returns
    -------
    DataFrame
        One row per year from 0: year, seen (share, NaN where not observed), sBG, low, high, constant churn.

    Raises
    ------
    CourseError
        If there are too few years or draws.

    References
    ----------
    faderhardie2007

    Examples
    --------
    >>> from relmark_helpers.topics.lifetime.model.sbg import published_retention
    >>> table = projected(published_retention()["survival"], 7, 12, draws=20)
    >>> table.loc[12, ["seen", "sBG", "constant churn"]].round(3).tolist()
    [0.173, 0.17, 0.046]
    """
    need_number(fitted_years, "The number of fitted years", 2, len(survival) - 1)
    need_number(years, "The years of the projection", fitted_years)
    need_number(draws, "The number of draws", 20)
    seen = np.asarray(survival, dtype=float)
    counts = counts_from_survival(seen[: fitted_years + 1], customers)
    fit, (churn, _) = fit_sbg(*counts), fit_geometric(*counts)
    chance = np.random.default_rng(rng)
    curves = np.array([_one_more(fit, fitted_years, years, customers, chance) for _ in range(draws)])
    low, high = np.quantile(curves, [0.025, 0.975], axis=0)
    observed = np.full(years + 1, np.nan)
    observed[: min(len(seen), years + 1)] = seen[: years + 1]
    return pd.DataFrame(
        {
            "year": range(years + 1),
            "seen": observed,
            "sBG": sbg_survival(fit.alpha, fit.beta, years),
            "low": low,
            "high": high,
            "constant churn": (1 - churn) ** np.arange(years + 1),
        }
    )


def _one_more(
    fit: Fit, fitted_years: int, years: int, customers: int, chance: np.random.Generator
) -> np.ndarray:
    """One bootstrap cohort, fitted and projected, with the luck of a cohort of that size."""
    curve = sbg_survival(fit.alpha, fit.beta, fitted_years)
    shares = np.append(-np.diff(curve), curve[-1])
    drawn = chance.multinomial(customers, shares / shares.sum())
    left = np.append(np.zeros(fitted_years - 1), drawn[-1])
    again = fit_sbg(drawn[:-1].astype(float), left, polish=False)
    expected = sbg_survival(again.alpha, again.beta, years)
    return np.asarray(chance.binomial(customers, expected) / customers)


def sbg_from(mean_churn: float, polarisation: float) -> tuple[float, float]:
    r"""Alpha and beta from the mean churn and how far customers differ: :math:`\phi = 1/(\alpha+\beta+1)`.

    Parameters
    ----------
    mean_churn : float
        Mean over new customers, above 0 and below 1.
    polarisation : float
        Near 0: all alike; near 1: some leave at once, the others never.

    Returns
    -------
    alpha, beta : float

    Raises
    ------
    CourseError
        If one of them is not between 0 and 1.

    Examples
    --------
    >>> sbg_from(0.4, 0.5)
    (0.4, 0.6)
    """
    need_number(mean_churn, "Mean churn", 1e-6, 1 - 1e-6)
    need_number(polarisation, "The polarisation", 1e-6, 1 - 1e-6)
    strength = 1 / polarisation - 1
    return mean_churn * strength, (1 - mean_churn) * strength


def sbg_multiple(
    alpha: float, beta: float, annual_discount_rate: float, tenure: int = 0, first_margin: First = "start"
) -> float:
    r"""Years of margin still to come from customers who have stayed so many years.

    .. math:: \sum_{t \ge 0} \frac{S(n+t)/S(n)}{(1+i)^t}

    Parameters
    ----------
    alpha, beta : float
        The beta distribution of churn.
    annual_discount_rate : float
        Discount rate a year, 0.01 or more: without it the sum need not end, because some hardly ever leave.
    tenure : int
        Years already stayed, n; 0 for new customers.
    first_margin : "start" or "end"
        Whether this year's margin counts.

    Returns
    -------
    float
        Over 200 years; later margins weigh nothing.

    Raises
    ------
    CourseError
        If the discount rate is below 0.01.

    References
    ----------
    faderhardie2010

    Examples
    --------
    >>> round(sbg_multiple(0.704, 1.182, 0.1), 2), round(sbg_multiple(0.704, 1.182, 0.1, tenure=5), 2)
    (3.7, 6.7)
    """
    need_number(annual_discount_rate, "The annual discount rate", 0.01)
    need_number(tenure, "The tenure, in years,", 0)
    curve = sbg_survival(alpha, beta, FAR + int(tenure))[int(tenure) :]
    return survival_value(curve / curve[0], annual_discount_rate, first_margin)


def residual_values(
    mean_churn: float, polarisation: float, annual_discount_rate: float, tenures: Sequence[int] = range(0, 11)
) -> pd.DataFrame:
    """Value still to come by tenure: with sorting, and as if the churn just seen stayed as it is.

    Parameters
    ----------
    mean_churn, polarisation : float
        As :func:`sbg_from`.
    annual_discount_rate : float
        Discount rate a year.
    tenures : sequence of int
        Years already stayed.

    Returns
    -------
    DataFrame
        One row per tenure: tenure, churn (of those still there, in the coming year), sorting, constant
        (years of margin), understated (share of the value that the constant rate misses).

    References
    ----------
    faderhardie2010

    Examples
    --------
    >>> residual_values(0.3, 0.3, 0.1, [0, 5]).round(2).to_dict("list")["churn"]
    [0.3, 0.1]
    """
    alpha, beta = sbg_from(mean_churn, polarisation)
    rows = []
    for tenure in tenures:
        churn = alpha / (alpha + beta + tenure)
        true = sbg_multiple(alpha, beta, annual_discount_rate, tenure)
        constant = margin_multiple(1 - churn, annual_discount_rate, "start")
        rows.append((tenure, churn, true, constant, 1 - constant / true))
    if not rows:
        raise CourseError("There is no tenure to value; give one or more, such as [0, 5].")
    return pd.DataFrame(rows, columns=["tenure", "churn", "sorting", "constant", "understated"])
