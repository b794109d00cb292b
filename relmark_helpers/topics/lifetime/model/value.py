"""Customer lifetime value: the margin multiple with its timing said aloud, by formula and from a survival curve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number

First = Literal["end", "start"]
FIRSTS = ("end", "start")


def margin_multiple(
    annual_retention: float,
    annual_discount_rate: float,
    first_margin: First = "end",
    margin_growth: float = 0.0,
    horizon_years: int | None = None,
) -> float:
    r"""How many annual margins a customer is worth under a constant retention.

    With the first margin at the end of the first year, if the customer is still there, and at the start of it:

    .. math:: \frac{r}{1+i-r(1+g)} \qquad \frac{1+i}{1+i-r(1+g)}

    Parameters
    ----------
    annual_retention : float
        Share of customers kept in a year, 0 to 1.
    annual_discount_rate : float
        Discount rate a year, 0 or more.
    first_margin : "end" or "start"
        When the first margin comes: after a year and only from who is still there, or at once from everybody.
    margin_growth : float
        Growth of the margin of a customer who stays, a year; -1 or more.
    horizon_years : int, optional
        How many margins to count at most; all of them if left out.

    Returns
    -------
    float
        Years of margin.

    Raises
    ------
    CourseError
        If a rate is out of bounds, the timing is unknown, or the sum has no end.

    References
    ----------
    guptalehmann2003

    Examples
    --------
    >>> round(margin_multiple(0.8, 0.12), 2), round(margin_multiple(0.8, 0.12, "start"), 2)
    (2.5, 3.5)
    """
    need_number(annual_retention, "Annual retention", 0, 1)
    need_number(annual_discount_rate, "The annual discount rate", 0)
    need_number(margin_growth, "The growth of the margin", -1)
    if first_margin not in FIRSTS:
        raise CourseError(f'The first margin comes at the "start" or at the "end"; got {first_margin!r}.')
    ratio = annual_retention * (1 + margin_growth) / (1 + annual_discount_rate)
    first = 1.0 if first_margin == "start" else annual_retention / (1 + annual_discount_rate)
    if horizon_years is None:
        if ratio >= 1:
            raise CourseError(
                "Retention and growth outrun the discount rate, so the sum has no end; give a horizon in years."
            )
        return float(first / (1 - ratio))
    need_number(horizon_years, "The horizon, in years,", 1)
    return float(first * (ratio ** np.arange(horizon_years)).sum())


def multiple_table(
    retentions: Sequence[float], annual_discount_rates: Sequence[float], first_margin: First = "end"
) -> pd.DataFrame:
    """Margin multiples for several retentions (rows) and discount rates (columns).

    Parameters
    ----------
    retentions, annual_discount_rates : sequence of float
        Annual rates as shares.
    first_margin : "end" or "start"
        As :func:`margin_multiple`.

    Returns
    -------
    DataFrame
        Years of margin.

    Examples
    --------
    >>> multiple_table([0.9], [0.1, 0.16]).round(2).to_numpy().tolist()
    [[4.5, 3.46]]
    """
    rows = [[margin_multiple(r, i, first_margin) for i in annual_discount_rates] for r in retentions]
    table = pd.DataFrame(rows, columns=[f"discount rate {i:.0%}" for i in annual_discount_rates])
    table.insert(0, "retention", [f"{r:.0%}" for r in retentions])
    return table.set_index("retention")


def retention_elasticity(annual_retention: float, annual_discount_rate: float) -> float:
    r"""Per cent more lifetime value for one per cent more retention (first margin after a year).

    .. math:: \frac{\partial V}{\partial r}\frac{r}{V} = \frac{1+i}{1+i-r}

    Parameters
    ----------
    annual_retention, annual_discount_rate : float
        Annual rates as shares.

    Returns
    -------
    float

    References
    ----------
    guptalehmann2003

    Examples
    --------
    >>> round(retention_elasticity(0.9, 0.12), 2)
    5.09
    """
    return margin_multiple(annual_retention, annual_discount_rate, "start")


def survival_value(
    survival: Sequence[float] | np.ndarray,
    annual_discount_rate: float,
    first_margin: First = "start",
    annual_margin: float = 1.0,
) -> float:
    r"""Lifetime value from any survival curve: :math:`m \sum_t S(t)/(1+i)^t`, over the years given.

    Parameters
    ----------
    survival : sequence of float
        Share still there after 0, 1, 2, … years; the first is 1.
    annual_discount_rate : float
        Discount rate a year, 0 or more.
    first_margin : "start" or "end"
        Whether the margin of year 0 counts.
    annual_margin : float
        Margin of a customer who is there, a year, in money.

    Returns
    -------
    float
        Money; years of margin if the margin is 1.

    Raises
    ------
    CourseError
        If the curve does not begin with 1, rises, or leaves 0 to 1.

    Examples
    --------
    >>> round(survival_value([1, 0.5, 0.25], 0.1), 4)
    1.6612
    """
    curve = np.asarray(survival, dtype=float)
    need_number(annual_discount_rate, "The annual discount rate", 0)
    if curve.ndim != 1 or len(curve) == 0 or abs(curve[0] - 1) > 1e-9:
        raise CourseError("A survival curve begins with 1, everybody at time 0.")
    if not (np.isfinite(curve).all() and (np.diff(curve) <= 1e-12).all() and curve[-1] >= 0):
        raise CourseError("A survival curve never rises and stays between 1 and 0.")
    paid = curve / (1 + annual_discount_rate) ** np.arange(len(curve))
    return float(annual_margin * paid[0 if first_margin == "start" else 1 :].sum())
