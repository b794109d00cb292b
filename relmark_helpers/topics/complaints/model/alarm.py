"""Early warning on the weekly count of complaints: a control chart with its false alarms, and a made crisis."""

from __future__ import annotations

import math

import pandas as pd

from relmark_helpers.company.calendar import day
from relmark_helpers.company.engine import simulate
from relmark_helpers.company.policy import Policy
from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, whole_numbers


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
    columns(complaints, ("opened",), "The complaints table")
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
    whole_numbers(counts, "The counts")
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
