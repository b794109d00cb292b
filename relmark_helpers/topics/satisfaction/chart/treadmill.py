"""Pictures of the expectation treadmill: how it should run, and how it ran."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relmark_helpers.style import PALETTE, figure
from relmark_helpers.words import signed

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def treadmill_lines(months: pd.DataFrame) -> Figure:
    """Performance, expectation and satisfaction after an improvement, as change against before.

    Parameters
    ----------
    months : DataFrame
        Columns month, performance, expectations, satisfaction.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> months = pd.DataFrame({"month": [0, 1], "performance": 1.0, "expectations": [0, 0.5], "satisfaction": 0.4})
    >>> len(treadmill_lines(months).axes[0].lines)
    3
    """
    picture = figure(6.6, 3.9, right=1.35)
    axes = picture.subplots()
    ends = []
    for name, colour, dash in (
        ("performance", PALETTE["muted"], ":"),
        ("expectations", PALETTE["contrast"], "--"),
        ("satisfaction", PALETTE["main"], "-"),
    ):
        axes.plot(months["month"], months[name], dash, color=colour, linewidth=2.5)
        ends.append((float(months[name].iloc[-1]), name, colour))
    _name_lines(axes, float(months["month"].iloc[-1]) + 1, ends)
    axes.set_xticks(range(0, int(months["month"].max()) + 1, 12))
    axes.set(ylim=(-1.1, 2.3), xlabel="months since the improvement", ylabel="change, scale points")
    return picture


def treadmill_lines_says(months: pd.DataFrame) -> str:
    """What is left of a jump in satisfaction, in words.

    Parameters
    ----------
    months : DataFrame
        Columns month, performance, expectations, satisfaction, delighted.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.topics.satisfaction.model.treadmill import expectation_treadmill
    >>> treadmill_lines_says(expectation_treadmill(0.7)).split(". ")[1]
    'Expectations come within 0.1 points of performance after 16 months.'
    """
    after = months[months["month"] >= 0]
    first, last = after.iloc[0], after.iloc[-1]
    caught_up = after.loc[(after["performance"] - after["expectations"]).abs() <= 0.1, "month"]
    ends = (
        f"come within 0.1 points of performance after {caught_up.iloc[0]} months"
        if len(caught_up)
        else "lag behind"
    )
    years = (int(last["month"]) + 1) // 12
    before = months.iloc[0]["delighted"]
    return (
        f"Satisfaction moves by {signed(first['satisfaction'])} points at once and stands at "
        f"{signed(last['satisfaction'])} after {years} years; the share of purchases that delight goes from "
        f"{before:.0%} to {first['delighted']:.0%} and then to {last['delighted']:.0%}. "
        f"Expectations {ends}."
    )


def programme_effect(effect: pd.DataFrame, starts: str) -> Figure:
    """Effect of a programme period by period with its interval.

    Parameters
    ----------
    effect : DataFrame
        Columns period, effect, low, high.
    starts : str
        First period of the programme.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> effect = pd.DataFrame({"period": ["2022H2", "2023H1"], "effect": [0, 1], "low": [-1, 0], "high": [1, 2]})
    >>> programme_effect(effect, "2023H1").axes[0].get_ylabel()
    'effect, scale points'
    """
    picture = figure(6.6, 3.6)
    axes = picture.subplots()
    places = list(range(len(effect)))
    reach = np.array([effect["effect"] - effect["low"], effect["high"] - effect["effect"]])
    axes.errorbar(places, effect["effect"], yerr=reach, fmt="o", color=PALETTE["main"], capsize=3)
    axes.axhline(0, color=PALETTE["ink"], linewidth=1)
    start = effect["period"].tolist().index(starts) - 0.5
    axes.axvline(start, color=PALETTE["contrast"], linestyle="--")
    axes.text(
        start + 0.1, axes.get_ylim()[1], "programme starts", va="top", color=PALETTE["contrast"], fontsize=9
    )
    axes.set_xticks(places, effect["period"])
    axes.set(xlabel="half-year of the purchase", ylabel="effect, scale points")
    return picture


def programme_effect_says(effect: pd.DataFrame, starts: str) -> str:
    """The programme's effect early and late, in words.

    Parameters
    ----------
    effect : DataFrame
        Columns period, effect, low, high.
    starts : str
        First period of the programme.

    Returns
    -------
    str

    Examples
    --------
    >>> effect = pd.DataFrame({"period": ["2022H2", "2023H1"], "effect": [0, 1], "low": [-1, 0], "high": [1, 2]})
    >>> programme_effect_says(effect, "2023H1")
    'In the first half-year, 2023H1, the effect is +1.00 points (95 % interval +0.00 to +2.00); in the last, 2023H1, +1.00 (+0.00 to +2.00).'
    """
    after = effect[effect["period"] >= starts]
    first, last = after.iloc[0], after.iloc[-1]
    return (
        f"In the first half-year, {first['period']}, the effect is {signed(first['effect'])} points (95 % interval "
        f"{signed(first['low'])} to {signed(first['high'])}); in the last, {last['period']}, "
        f"{signed(last['effect'])} ({signed(last['low'])} to {signed(last['high'])})."
    )


def _name_lines(axes: Axes, x: float, ends: list[tuple[float, str, str]]) -> None:
    """Write each line's name at its end, pushed apart where they would overlap."""
    lowest = -9.0
    for value, name, colour in sorted(ends):
        lowest = max(value, lowest + 0.2)
        axes.text(x, lowest, name, color=colour, va="center", fontsize=10, clip_on=False)
