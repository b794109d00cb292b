"""Early warning on the weekly count of complaints: a control chart, a running sum, and their false alarms."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from relmark_helpers.company.calendar import day
from relmark_helpers.company.engine import simulate
from relmark_helpers.company.policy import Policy
from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number, need_table


def weekly_counts(complaints: pd.DataFrame, start: str | None = None, end: str | None = None) -> pd.Series:
    """Complaints opened in each whole week from Monday to Sunday; a week without one counts 0.

    Parameters
    ----------
    complaints : DataFrame
        Column opened.
    start, end : str, optional
        First and last day; by default of the table. Weeks that are not whole are left out.

    Returns
    -------
    Series of int
        By the Monday of each week.

    Raises
    ------
    CourseError
        If the column is missing or no whole week is left.

    Examples
    --------
    >>> opened = pd.to_datetime(["2024-01-01", "2024-01-03", "2024-01-15"])
    >>> weekly_counts(pd.DataFrame({"opened": opened}), end="2024-01-21").tolist()
    [2, 0, 1]
    """
    need_table(complaints, ("opened",), "The complaints table")
    days = complaints["opened"]
    first = pd.Timestamp(start) if start else days.min()
    last = pd.Timestamp(end) if end else days.max()
    monday = first + pd.Timedelta(days=-first.weekday() % 7)
    weeks = ((last - monday).days + 1) // 7
    if weeks < 1:
        raise CourseError("Between these days lies no whole week from Monday to Sunday.")
    number = (days - monday).dt.days // 7
    counts = number[number.between(0, weeks - 1)].value_counts().reindex(range(weeks), fill_value=0)
    index = pd.date_range(monday, periods=weeks, freq="7D", name="week")
    return pd.Series(counts.sort_index().to_numpy(), index=index, name="complaints")


def upper_limit(mean: float, width: float = 3.0) -> float:
    r"""Upper limit of a control chart for counts (c chart): :math:`\bar c + k \sqrt{\bar c}`.

    Parameters
    ----------
    mean : float
        Complaints in a usual week.
    width : float
        :math:`k`, in standard deviations of a Poisson count.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        If a number is out of range.

    Examples
    --------
    >>> upper_limit(4.0)
    10.0
    """
    need_number(mean, "The mean of a week", 1e-9)
    need_number(width, "The width", 0)
    return mean + width * math.sqrt(mean)


def alarm_chance(mean: float, limit: float) -> float:
    """Chance that a Poisson count with this mean is above the limit.

    Parameters
    ----------
    mean : float
        Complaints in a week.
    limit : float
        The upper limit; a count above it is an alarm.

    Returns
    -------
    float

    Examples
    --------
    >>> round(alarm_chance(4.0, 10.0), 5)
    0.00284
    """
    from scipy.stats import poisson

    need_number(mean, "The mean of a week", 1e-9)
    return float(poisson.sf(math.floor(limit), mean))


def run_length(mean: float, limit: float) -> float:
    """Weeks until the first alarm of a control chart, on average: one over the chance of an alarm.

    Parameters
    ----------
    mean, limit : float
        As in :func:`alarm_chance`.

    Returns
    -------
    float

    Examples
    --------
    >>> round(run_length(4.0, 10.0))
    352
    """
    chance = alarm_chance(mean, limit)
    return 1 / chance if chance > 0 else math.inf


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


def dispersion(counts: pd.Series) -> float:
    """Variance over mean of the counts: 1 for Poisson counts; more means that their mean moves.

    Parameters
    ----------
    counts : Series
        Complaints by week.

    Returns
    -------
    float

    Examples
    --------
    >>> round(dispersion(pd.Series([2, 4, 6])), 2)
    1.0
    """
    return float(counts.var() / counts.mean())


def crisis_weeks(month: int = 31, points: float = -2.0) -> pd.DataFrame:
    """Weekly complaints of the course's company, as it was and with a crisis of quality in its first four branches.

    Everybody has the same luck in both, and the crisis begins on a known day.

    Parameters
    ----------
    month : int
        Month from 1 in which it begins, from 13 to 36.
    points : float
        Points of performance in those branches from then on, from -2 to 1; 1 is what the company had.

    Returns
    -------
    DataFrame
        Columns usual and crisis (complaints), usual_orders and crisis_orders, by the Monday of each week.

    Raises
    ------
    CourseError
        If the month or the points are out of range.

    Examples
    --------
    >>> weeks = crisis_weeks()
    >>> bool((weeks.loc[:"2024-06-17", "usual"] == weeks.loc[:"2024-06-17", "crisis"]).all())
    True
    """
    need_number(month, "The month", 13, 36)
    need_number(points, "The points", -2, 1)
    bad = Policy(quality=(0.0,) * 12 + (1.0,) * (month - 13) + (points,))
    found = {}
    for name, policy in (("usual", Policy()), ("crisis", bad)):
        run = simulate(policy=policy, record="tables")
        for kind, column in (("complaints", name), ("orders", f"{name}_orders")):
            event = run.events[kind]
            opened = pd.DataFrame({"opened": day(run.parameters.first_year, event["month"], event["day"])})
            found[column] = weekly_counts(opened.astype("datetime64[ns]"), "2022-01-01", "2024-12-31")
    return pd.DataFrame(found)
