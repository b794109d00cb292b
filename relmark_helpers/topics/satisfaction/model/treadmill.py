"""The expectation treadmill: what delights this year is expected next year.

After every purchase a customer's expectation moves a share of the way towards what was received. A lasting
improvement therefore lifts satisfaction at once and then loses the part that came from surprise. Desires follow
expectations by less, so most of the better match with them stays.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import aligned, flags, keys, numbers
from relmark_helpers.tables import dates as full_dates
from relmark_helpers.topics.satisfaction.model.effects import effects_on_satisfaction
from relmark_helpers.topics.satisfaction.model.paths import Z_95, true_paths

DELIGHT = 1.0  # scale points above expectation from which a purchase counts as a delight
FIRST_MONTH = pd.Timestamp("2022-01-01")  # the calendar of the committed company begins here
DESIRES_FOLLOW = 0.50  # points that desires rise when expectations rise by one
SURPRISE_SPREAD = 1.2  # standard deviation, in scale points, of performance minus expectation


def expectations_after(start: float, performance: float, adaptation: float, purchases: float) -> float:
    r"""Expectation after a number of purchases at a constant performance.

    .. math:: e_k = p + (e_0 - p)(1 - a)^k

    Parameters
    ----------
    start : float
        Expectation before, in scale points.
    performance : float
        Perceived performance, in scale points.
    adaptation : float
        Share of the gap closed by each purchase, 0 to 1.
    purchases : float
        How many purchases, 0 or more.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        If the share is outside 0 to 1 or the purchases are negative.

    Examples
    --------
    >>> round(expectations_after(5.0, 6.0, 0.5, 2), 2)
    5.75
    """
    need_number(adaptation, "Adaptation, a share,", 0, 1)
    need_number(purchases, "The number of purchases", 0)
    need_number(start, "The first expectation")
    need_number(performance, "Performance")
    return float(performance + (start - performance) * (1 - adaptation) ** purchases)


def expectation_treadmill(
    step: float,
    yearly_gain: float = 0.0,
    adaptation: float = 0.35,
    purchases_a_year: float = 3.6,
    years: int = 4,
) -> pd.DataFrame:
    """Performance, expectation and satisfaction month by month after a lasting improvement.

    Parameters
    ----------
    step : float
        Improvement of perceived performance in month 0, in scale points.
    yearly_gain : float
        Further improvement a year after that, in scale points, spread evenly.
    adaptation : float
        Share of the gap that each purchase closes, 0 to 1.
    purchases_a_year : float
        Purchases of a customer a year; they set how often an expectation is corrected.
    years : int
        How long to look, in years.

    Returns
    -------
    DataFrame
        One row per month from -6: performance, expectations, satisfaction (all as change against before, in
        scale points) and delighted (share of purchases that beat the expectation by at least one point).

    Raises
    ------
    CourseError
        As :func:`expectations_after`, or if the years are fewer than one.

    Examples
    --------
    >>> path = expectation_treadmill(step=0.7).set_index("month")
    >>> path.loc[[0, 47], "satisfaction"].round(2).tolist()
    [0.45, 0.21]
    """
    need_number(years, "The number of years", 1)
    need_number(step, "The improvement")
    need_number(yearly_gain, "The further improvement a year")
    need_number(purchases_a_year, "The number of purchases a year", 0)
    total = effects_on_satisfaction(true_paths(), "structural")["total"]
    monthly_purchases = purchases_a_year / 12
    expected, rows = 0.0, []
    for month in range(-6, int(12 * years)):
        performed = 0.0 if month < 0 else step + yearly_gain * month / 12
        surprise = (DELIGHT - (performed - expected)) / SURPRISE_SPREAD
        rows.append(
            {
                "month": month,
                "performance": performed,
                "expectations": expected,
                "satisfaction": total["performance"] * performed
                + (total["expectations"] + DESIRES_FOLLOW * total["desires"]) * expected,
                "delighted": 0.5 * math.erfc(surprise / math.sqrt(2)),
            }
        )
        expected = expectations_after(expected, performed, adaptation, monthly_purchases)
    return pd.DataFrame(rows)


def programme_effect(scores: pd.Series, treated: pd.Series, period: pd.Series, starts: str) -> pd.DataFrame:
    """Effect of a programme period by period: difference in differences.

    The lead of the treated branches over the others in each period, less their average lead before the
    programme began.

    Parameters
    ----------
    scores : Series
        A construct's score per survey, in scale points.
    treated : Series of bool
        Whether the survey's customer belongs to a branch with the programme.
    period : Series
        The period of each survey's purchase, such as ``"2023H1"``; sorts in time.
    starts : str
        The first period of the programme.

    Returns
    -------
    DataFrame
        One row per period: period, effect, standard_error, low, high (95 % interval), in scale points.

    Raises
    ------
    CourseError
        If there is no period before ``starts`` or a period lacks one of the two groups.

    Examples
    --------
    >>> scores = pd.Series([4.0, 4.2, 4.1, 4.3, 5.0, 5.2, 4.1, 4.3])
    >>> treated = pd.Series([True, True, False, False] * 2)
    >>> effect = programme_effect(scores, treated, pd.Series(["2022H2"] * 4 + ["2023H1"] * 4), "2023H1")
    >>> effect["effect"].round(2).tolist()
    [0.0, 1.0]
    """
    numbers(scores, "The scores")
    lines = aligned("Scores, who is treated and periods", scores, treated, period)
    table = pd.DataFrame(
        {
            "score": lines[0].astype("float64"),
            "treated": flags(lines[1], "Who is treated"),
            "period": keys(lines[2], "The periods").astype(str),
        }
    ).dropna()
    groups = table.groupby(["period", "treated"])["score"]
    means, variances = groups.mean().unstack(), (groups.var() / groups.size()).unstack()
    before = means.index < starts
    if not before.any() or means.isna().to_numpy().any() or means.shape[1] < 2:
        raise CourseError(
            f"The comparison needs both groups in every period and a period before {starts}; "
            f"found {', '.join(means.index)}."
        )
    lead = means[True] - means[False]
    noise = variances[True] + variances[False]
    count = int(before.sum())
    baseline, baseline_noise = float(lead[before].mean()), float(noise[before].sum()) / count**2
    # a period before the start is itself part of the baseline, so its own noise counts only in part
    own_share = np.where(before, 1 - 2 / count, 1.0)
    error = np.sqrt(noise * own_share + baseline_noise)
    effect = lead - baseline
    return pd.DataFrame(
        {
            "period": effect.index,
            "effect": effect.to_numpy(),
            "standard_error": error.to_numpy(),
            "low": (effect - Z_95 * error).to_numpy(),
            "high": (effect + Z_95 * error).to_numpy(),
        }
    )


def half_years(dates: pd.Series) -> pd.Series:
    """Half-year of each date.

    Parameters
    ----------
    dates : Series of datetime
        Any dates.

    Returns
    -------
    Series of str
        Such as ``"2023H1"``, same index.

    Raises
    ------
    CourseError
        If it is no Series of dates.

    Examples
    --------
    >>> half_years(pd.Series(pd.to_datetime(["2023-06-30", "2023-07-01"]))).tolist()
    ['2023H1', '2023H2']
    """
    if not isinstance(dates, pd.Series) or not pd.api.types.is_datetime64_any_dtype(dates):
        raise CourseError("Half-years are taken of a Series of dates, such as orders['ordered_on'].")
    full_dates(dates, "The dates")
    half = pd.Series(np.where(dates.dt.month <= 6, "H1", "H2"), index=dates.index)
    year: pd.Series = dates.dt.year.astype(str)
    return year + half


def quality_programme() -> dict[str, Any]:
    """The quality programme in the data: which branches, since when, how large it truly was.

    Returns
    -------
    dict
        ``branches`` (list of branch_id), ``starts`` (its first half-year), ``size`` (points of perceived
        performance).

    Examples
    --------
    >>> quality_programme()["starts"]
    '2023H1'
    """
    truth = load("truth")
    values = {name: rows["value"].tolist() for name, rows in truth.groupby("quantity", observed=True)}
    month = int(values["quality programme month"][0])
    first_day = pd.Series([FIRST_MONTH + pd.DateOffset(months=month - 1)])
    return {
        "branches": [int(branch) for branch in values["quality programme branch"]],
        "starts": str(half_years(first_day).iloc[0]),
        "size": float(values["quality programme size"][0]),
    }
