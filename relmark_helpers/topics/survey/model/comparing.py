"""Two numbers side by side: whether an indicator moved, and how much of a league table is luck."""

from __future__ import annotations

import math

import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import aligned, numbers
from relmark_helpers.topics.survey.model.indicators import Z_95, Estimate, around


def change(before: Estimate, after: Estimate) -> Estimate:
    """How far an indicator moved between two samples of different people.

    Parameters
    ----------
    before, after : Estimate
        The indicator twice, from samples that are independent of each other.

    Returns
    -------
    Estimate
        The difference; the variances add.

    Examples
    --------
    >>> from relmark_helpers.topics.survey.model.indicators import promoter_score
    >>> moved = change(promoter_score(0.40, 0.25, 200), promoter_score(0.41, 0.24, 200))
    >>> round(moved.value, 1), round(moved.low), round(moved.high)
    (2.0, -13, 17)
    """
    error = math.hypot(before.standard_error, after.standard_error)
    return around(after.value - before.value, error, min(before.answers, after.answers))


def chance_to_notice(move: float, standard_error: float) -> float:
    """Chance that a 95 % interval round an observed difference leaves out 0, when the true one is ``move``.

    Parameters
    ----------
    move : float
        The true difference.
    standard_error : float
        Of the difference, in the same unit.

    Returns
    -------
    float
        From 0.05, which is what chance alone gives, to 1.

    Examples
    --------
    >>> round(chance_to_notice(0, 1), 3), round(chance_to_notice(2.8, 1), 2)
    (0.05, 0.8)
    """
    from scipy.stats import norm

    at = move / standard_error
    return float(norm.cdf(-Z_95 + at) + norm.cdf(-Z_95 - at))


def signal_share(values: pd.Series, standard_errors: pd.Series) -> float:
    r"""Share of the differences between units that is not sampling error: the reliability of a league table.

    .. math:: \frac{\max(0,\; s^2_{values} - \overline{SE^2})}{s^2_{values}}

    Parameters
    ----------
    values : Series
        The indicator of each unit, a branch for instance.
    standard_errors : Series
        Its standard error in each.

    Returns
    -------
    float
        From 0 (all luck) to 1 (all real). An estimate itself: with few units it is rough.

    Raises
    ------
    CourseError
        With fewer than three units.

    Examples
    --------
    >>> signal_share(pd.Series([0.0, 2.0, 4.0]), pd.Series([1.0, 1.0, 1.0]))
    0.75
    """
    values, standard_errors = aligned("Values and standard errors", values, standard_errors)
    seen = numbers(values, "The values", gaps=False).var()
    if len(values) < 3 or not seen > 0:
        raise CourseError("A share of signal needs at least three units that differ.")
    noise = float((numbers(standard_errors, "The standard errors", gaps=False, low=0) ** 2).mean())
    return float(max(0.0, seen - noise) / seen)
