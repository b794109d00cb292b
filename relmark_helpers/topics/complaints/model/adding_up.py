"""A running sum of weekly counts (CUSUM): it sees a small rise that lasts."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import in_order, numbers


def running_sum(counts: pd.Series, usual: float, crisis: float) -> pd.Series:
    r"""CUSUM of counts: :math:`S_t = \max(0, S_{t-1} + c_t - k)`, with :math:`k = (\mu_1 - \mu_0) / \ln(\mu_1 / \mu_0)`.

    It adds up what lies above a reference between the usual and the crisis, and so sees a small rise that lasts.

    Parameters
    ----------
    counts : Series
        Complaints by week.
    usual, crisis : float
        Mean count :math:`\mu_0` of a usual week and :math:`\mu_1` of one in the crisis to be found.

    Returns
    -------
    Series of float
        The same index.

    Raises
    ------
    CourseError
        If the crisis does not lie above the usual.

    Examples
    --------
    >>> running_sum(pd.Series([4, 9, 9]), 4.0, 8.0).round(2).tolist()
    [0.0, 3.23, 6.46]
    """
    reference = reference_value(usual, crisis)
    counts = numbers(in_order(counts, "The counts"), "The counts", gaps=False, low=0)
    total, found = 0.0, []
    for count in counts.tolist():
        total = max(0.0, total + count - reference)
        found.append(total)
    return pd.Series(found, index=counts.index, dtype="float64")


def reference_value(usual: float, crisis: float) -> float:
    r"""Reference of the running sum, :math:`k = (\mu_1 - \mu_0) / \ln(\mu_1 / \mu_0)`.

    Parameters
    ----------
    usual, crisis : float
        As in :func:`running_sum`.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        If the crisis does not lie above the usual.

    Examples
    --------
    >>> round(reference_value(4.0, 8.0), 2)
    5.77
    """
    need_number(usual, "The usual mean", 1e-9)
    if need_number(crisis, "The mean of the crisis") <= usual:
        raise CourseError(f"A crisis has more than the usual {usual:g} complaints a week; got {crisis:g}.")
    return (crisis - usual) / math.log(crisis / usual)


def sum_run_length(mean: float, reference: float, threshold: float, steps: int = 10) -> float:
    """Weeks until a running sum of Poisson counts passes its threshold, on average, starting from 0.

    Worked out as a Markov chain over the values of the sum, rounded to a part of one.

    Parameters
    ----------
    mean : float
        Mean count of a week.
    reference, threshold : float
        What is taken off each week, and the sum above which the alarm goes.
    steps : int
        Parts of one.

    Returns
    -------
    float

    Examples
    --------
    >>> sum_run_length(8.0, 6.0, 7.0) < sum_run_length(4.0, 6.0, 7.0)
    True
    """
    from scipy.stats import poisson

    top = math.floor(threshold * steps)
    taken = round(reference * steps)
    at = np.arange(top + 1)
    most = int((top + taken) / steps) + 1
    chances = np.zeros((top + 1, top + 1))
    for count in range(most + 1):
        after = np.maximum(at + count * steps - taken, 0)
        stays = after <= top
        np.add.at(chances, (at[stays], after[stays]), poisson.pmf(count, mean))
    return float(np.linalg.solve(np.eye(top + 1) - chances, np.ones(top + 1))[0])


def threshold_for(usual: float, reference: float, weeks: float) -> float:
    """Smallest threshold, in halves, at which a running sum gives a false alarm no more often than every so many weeks.

    Parameters
    ----------
    usual, reference : float
        As in :func:`sum_run_length`.
    weeks : float
        Mean weeks between false alarms.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        If the weeks are below 1.

    Examples
    --------
    >>> threshold_for(4.0, 6.0, 350) > threshold_for(4.0, 6.0, 50)
    True
    """
    need_number(weeks, "The weeks between false alarms", 1)
    threshold = 0.5
    while sum_run_length(usual, reference, threshold, 4) < weeks and threshold < 200:
        threshold += 0.5
    return threshold
