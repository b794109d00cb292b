"""Numbers that a board reads: net promoter score, satisfied share, effort, index; each with its sampling error.

References
----------
.. [reichheld2003] Reichheld (2003), Harvard Business Review 81(12), 46–54.
.. [dixon2010] Dixon, Freeman and Toman (2010), Harvard Business Review 88(7/8), 116–122.
.. [fornell1996] Fornell, Johnson, Anderson, Cha and Bryant (1996), Journal of Marketing 60(4), 7–18.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, numbers, whole_numbers

Z_95 = 1.959964
PROMOTER, DETRACTOR = 9, 6  # promoters answer 9 or 10, detractors 0 to 6
NPS_SCALE = (0, 10)


@dataclass(frozen=True)
class Estimate:
    """A number from a sample, and how sure it is.

    Parameters
    ----------
    value, standard_error : float
        In the unit of the indicator.
    low, high : float
        The 95 % interval.
    answers : int
        How many answers it comes from.

    Examples
    --------
    >>> Estimate(15.0, 4.0, 7.2, 22.8, 400).answers
    400
    """

    value: float
    standard_error: float
    low: float
    high: float
    answers: int


def around(value: float, standard_error: float, answers: int) -> Estimate:
    """An estimate with the interval of 1.96 standard errors to each side.

    Parameters
    ----------
    value, standard_error : float
        In the unit of the indicator.
    answers : int
        How many answers.

    Returns
    -------
    Estimate

    Examples
    --------
    >>> round(around(10, 1, 50).high, 2)
    11.96
    """
    reach = Z_95 * standard_error
    return Estimate(float(value), float(standard_error), float(value - reach), float(value + reach), answers)


def promoter_score(promoters: float, detractors: float, answers: int) -> Estimate:
    r"""Net promoter score from two shares.

    .. math:: NPS = 100(p - d), \qquad SE = 100\sqrt{\frac{p + d - (p - d)^2}{n}}

    Parameters
    ----------
    promoters, detractors : float
        Shares from 0 to 1; together at most 1.
    answers : int
        Number of answers, independent of each other.

    Returns
    -------
    Estimate
        In points from −100 to 100.

    Raises
    ------
    CourseError
        If a share is no share, or there is no answer.

    References
    ----------
    [reichheld2003]_

    Examples
    --------
    >>> score = promoter_score(0.40, 0.25, 400)
    >>> round(score.value, 2), round(score.standard_error, 3)
    (15.0, 3.961)
    """
    p = need_number(promoters, "The share of promoters", 0, 1)
    d = need_number(detractors, "The share of detractors", 0, 1)
    need_number(answers, "The number of answers", 1)
    if p + d > 1 + 1e-9:
        raise CourseError(f"Promoters and detractors together are at most everybody; got {p + d:.0%}.")
    variance = max(p + d - (p - d) ** 2, 0.0) / answers
    return around(100 * (p - d), 100 * math.sqrt(variance), answers)


def net_promoter_score(answers: pd.Series) -> Estimate:
    """Net promoter score of answers from 0 to 10, with standard error and 95 % interval.

    Parameters
    ----------
    answers : Series
        Whole numbers from 0 to 10; missing answers are left out.

    Returns
    -------
    Estimate
        In points from −100 to 100.

    Raises
    ------
    CourseError
        If an answer is off the scale, or there is none.

    Examples
    --------
    >>> net_promoter_score(pd.Series([10, 9, 8, 7, 6, 0])).value
    0.0
    >>> net_promoter_score(pd.Series([10, 11]))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: NPS needs answers from 0 to 10; found 11 in 1 row (first: row 1).
    """
    given = whole_numbers(answers, "The answers", gaps=True).astype("float64").dropna()
    low, high = NPS_SCALE
    outside = given[(given < low) | (given > high)]
    if len(outside):
        rows = "row" if len(outside) == 1 else "rows"
        raise CourseError(
            f"NPS needs answers from {low} to {high}; found {outside.iloc[0]:g} in {len(outside)} {rows} "
            f"(first: row {outside.index[0]})."
        )
    if given.empty:
        raise CourseError("NPS needs at least one answer; all are missing.")
    return promoter_score(float((given >= PROMOTER).mean()), float((given <= DETRACTOR).mean()), len(given))


def mean_answer(answers: pd.Series) -> Estimate:
    """Mean of answers with standard error, as for effort (CES) or satisfaction (CSAT) on their scales.

    Parameters
    ----------
    answers : Series
        Numbers; missing answers are left out.

    Returns
    -------
    Estimate
        In scale points.

    Raises
    ------
    CourseError
        With fewer than two answers.

    References
    ----------
    [dixon2010]_

    Examples
    --------
    >>> mean_answer(pd.Series([4, 5, 6])).value
    5.0
    """
    given = numbers(answers, "The answers").astype("float64").dropna()
    if len(given) < 2:
        raise CourseError("A mean with a standard error needs at least two answers.")
    return around(float(given.mean()), float(given.std()) / math.sqrt(len(given)), len(given))


def satisfied_share(answers: pd.Series, at_least: float = 4) -> Estimate:
    """Share of answers at or above a box (CSAT as "top two boxes"), with Wilson's interval by statsmodels.

    Parameters
    ----------
    answers : Series
        Numbers; missing answers are left out.
    at_least : float
        The lowest answer that counts as satisfied.

    Returns
    -------
    Estimate
        A share from 0 to 1.

    Raises
    ------
    CourseError
        If there is no answer.

    Examples
    --------
    >>> satisfied_share(pd.Series([5, 4, 3, None])).answers
    3
    """
    from statsmodels.stats.proportion import proportion_confint

    given = numbers(answers, "The answers").astype("float64").dropna()
    if given.empty:
        raise CourseError("A share needs at least one answer; all are missing.")
    satisfied, count = int((given >= at_least).sum()), len(given)
    share = satisfied / count
    low, high = proportion_confint(satisfied, count, method="wilson")
    return Estimate(share, math.sqrt(share * (1 - share) / count), float(low), float(high), count)


def satisfaction_index(
    answers: pd.DataFrame, weights: Mapping[str, float], scale: tuple[float, float] = (1, 7)
) -> Estimate:
    r"""Index from 0 to 100 in the manner of the ACSI: a weighted mean of several answers, stretched.

    .. math:: I = 100\,\frac{\sum_i w_i (\bar x_i - low)}{(high - low)\sum_i w_i}

    Parameters
    ----------
    answers : DataFrame
        One column per question; rows with a missing answer are left out.
    weights : mapping of str to float
        Weight of each question, 0 or more.
    scale : tuple
        Lowest and highest possible answer.

    Returns
    -------
    Estimate
        From 0 to 100. The weights count as fixed: their own error is not in the interval.

    Raises
    ------
    CourseError
        If a column is missing or no weight is above 0.

    References
    ----------
    [fornell1996]_

    Examples
    --------
    >>> satisfaction_index(pd.DataFrame({"a": [1, 7], "b": [4, 4]}), {"a": 1, "b": 1}).value
    50.0
    """
    answers = columns(answers, (), "The table of answers", number=list(weights))
    each = np.array(list(weights.values()), dtype=float)
    if not (each >= 0).all() or each.sum() <= 0:
        raise CourseError("The weights of an index are 0 or more, and one of them is above 0.")
    low, high = scale
    complete = answers[list(weights)].dropna().astype("float64")
    stretched = 100 * (complete - low) / (high - low)
    return mean_answer((stretched * (each / each.sum())).sum(axis=1))
