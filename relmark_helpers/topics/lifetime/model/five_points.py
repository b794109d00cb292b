"""Five points of defection: what a lower churn does to a customer's value, in points and in per cent."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.topics.lifetime.model.value import margin_multiple

Measure = Literal["points", "per cent"]
CHURNS = np.round(np.arange(0.06, 0.605, 0.01), 2)
CLAIMED = (0.25, 0.85)  # the folklore's range


def lower_churn(annual_churn: float, change: float = 0.05, measure: Measure = "points") -> float:
    """Churn after it was lowered by so many points, or by so many per cent of itself.

    Parameters
    ----------
    annual_churn : float
        Share lost in a year, before.
    change : float
        0.05 for five points or five per cent.
    measure : "points" or "per cent"
        Which of the two.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        If the measure is unknown or churn would fall below 0.

    Examples
    --------
    >>> round(lower_churn(0.2), 3), round(lower_churn(0.2, measure="per cent"), 3)
    (0.15, 0.19)
    """
    need_number(annual_churn, "Annual churn", 0, 1)
    need_number(change, "The change", 0, 1)
    if measure not in ("points", "per cent"):
        raise CourseError(f'A change is in "points" or in "per cent"; got {measure!r}.')
    after = annual_churn - change if measure == "points" else annual_churn * (1 - change)
    if after < -1e-12:
        raise CourseError(
            f"A churn of {annual_churn:.0%} can't fall by {100 * change:g} points: it would end below 0."
        )
    return max(float(after), 0.0)


def value_gain(
    annual_churn: float,
    change: float = 0.05,
    measure: Measure = "points",
    annual_discount_rate: float = 0.10,
    margin_growth: float = 0.0,
    acquisition_cost: float = 0.0,
    programme_cost: float = 0.0,
    horizon_years: int | None = None,
) -> float:
    r"""Relative gain in a customer's value when churn falls: :math:`(V_1 - A)/(V_0 - A) - 1`.

    Margins come at the start of each year. The programme takes its share of every margin, the first too.

    Parameters
    ----------
    annual_churn : float
        Share lost in a year, before.
    change : float
        0.05 for five.
    measure : "points" or "per cent"
        Of what.
    annual_discount_rate : float
        Discount rate a year.
    margin_growth : float
        Growth of a customer's margin with each year of staying.
    acquisition_cost : float
        Cost of winning a customer, in first annual margins; taken from both values.
    programme_cost : float
        Share of the margin that keeping customers costs, 0 to 1.
    horizon_years : int, optional
        How many years count.

    Returns
    -------
    float
        0.25 is 25 % more; NaN where a customer brings no profit before, and a percentage has no meaning.

    Raises
    ------
    CourseError
        As :func:`lower_churn` and :func:`margin_multiple`.

    References
    ----------
    reichheldsasser1990

    Examples
    --------
    >>> round(value_gain(0.10), 3), round(value_gain(0.10, measure="per cent"), 3)
    (0.333, 0.026)
    """
    need_number(acquisition_cost, "The acquisition cost, in annual margins,", 0)
    need_number(programme_cost, "The programme's cost, a share of the margin,", 0, 1)
    kept = 1 - annual_churn, 1 - lower_churn(annual_churn, change, measure)
    before, after = (
        margin_multiple(retention, annual_discount_rate, "start", margin_growth, horizon_years)
        for retention in kept
    )
    profit_before = before - acquisition_cost
    profit_after = after * (1 - programme_cost) - acquisition_cost
    return float(profit_after / profit_before - 1) if profit_before > 1e-9 else float("nan")


def gain_curve(
    annual_discount_rate: float = 0.10,
    margin_growth: float = 0.0,
    acquisition_cost: float = 0.0,
    programme_cost: float = 0.0,
    horizon_years: int | None = None,
) -> pd.DataFrame:
    """Gain from five points and from five per cent for churns from 6 % to 60 %.

    Parameters
    ----------
    annual_discount_rate, margin_growth, acquisition_cost, programme_cost, horizon_years
        As :func:`value_gain`.

    Returns
    -------
    DataFrame
        Columns annual_churn, five points, five per cent.

    Examples
    --------
    >>> gain_curve().set_index("annual_churn").loc[0.25].round(3).to_dict()
    {'five points': 0.167, 'five per cent': 0.037}
    """
    rest = (annual_discount_rate, margin_growth, acquisition_cost, programme_cost, horizon_years)
    rows = [
        {
            "annual_churn": float(churn),
            "five points": value_gain(float(churn), 0.05, "points", *rest),
            "five per cent": value_gain(float(churn), 0.05, "per cent", *rest),
        }
        for churn in CHURNS
    ]
    return pd.DataFrame(rows)


def churn_for_gain(gain: float, annual_discount_rate: float = 0.10, points: float = 0.05) -> float:
    r"""Starting churn from which some points bring a given gain, with constant margins and no other cost.

    From :math:`(i+c)/(i+c-p) - 1 = G`: :math:`c = p + p/G - i`.

    Parameters
    ----------
    gain : float
        The gain wanted, above 0; 0.25 is 25 %.
    annual_discount_rate : float
        Discount rate a year.
    points : float
        By how much churn falls.

    Returns
    -------
    float
        Annual churn before; NaN if there is none, because churn can't fall so far.

    Examples
    --------
    >>> round(churn_for_gain(0.25), 3), churn_for_gain(0.85)
    (0.15, nan)
    """
    need_number(gain, "The gain", 1e-9)
    need_number(annual_discount_rate, "The annual discount rate", 0)
    need_number(points, "The points", 0, 1)
    churn = points + points / gain - annual_discount_rate
    return float(churn) if points - 1e-12 <= churn <= 1 else float("nan")


def growth_for_gain(
    gain: float, annual_churn: float, annual_discount_rate: float = 0.10, points: float = 0.05
) -> float:
    r"""Growth of the margin a year from which some points bring a given gain, with no other cost and no horizon.

    From :math:`p(1+g)/(1+i-r_1(1+g)) = G`: :math:`1+g = G(1+i)/(p+G r_1)`, with :math:`r_1` the retention after.

    Parameters
    ----------
    gain : float
        The gain wanted, above 0; 0.85 is 85 %.
    annual_churn : float
        Churn before, at least the points.
    annual_discount_rate : float
        Discount rate a year.
    points : float
        By how much churn falls.

    Returns
    -------
    float
        Growth a year; negative where the gain is passed without any.

    Examples
    --------
    >>> round(growth_for_gain(0.85, 0.10), 3)
    0.09
    """
    need_number(gain, "The gain", 1e-9)
    need_number(annual_discount_rate, "The annual discount rate", 0)
    retention_after = 1 - lower_churn(annual_churn, points)
    return float(gain * (1 + annual_discount_rate) / (points + gain * retention_after) - 1)
