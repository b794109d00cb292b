"""Pictures of the two cards and of points pressure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def cards(found: Mapping[str, float], intervals: Mapping[str, tuple[float, float]]) -> Figure:
    """Both shares with their intervals, and the difference with its own.

    Parameters
    ----------
    found : mapping
        What :func:`model.two_cards` gives.
    intervals : mapping
        plain and head_start: low and high of each share.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> found = {"share_plain": 0.19, "share_head_start": 0.34, "difference": 0.15, "low": 0.05, "high": 0.25}
    >>> len(cards(found, {"plain": (0.13, 0.26), "head_start": (0.27, 0.42)}).axes)
    2
    """
    picture = figure(6.8, 2.6, left=1.35, top=0.35, right=0.2)
    left, right = picture.subplots(1, 2, gridspec_kw={"width_ratios": [1.3, 1]})
    picture.subplots_adjust(wspace=0.22)
    for place, name in enumerate(("plain", "head_start")):
        colour = PALETTE["muted"] if place == 0 else PALETTE["main"]
        low, high = intervals[name]
        left.barh(place, 100 * found[f"share_{name}"], 0.5, color=colour, alpha=0.35)
        left.hlines(place, 100 * low, 100 * high, color=colour, linewidth=3)
        left.plot(100 * found[f"share_{name}"], place, "o", color=colour)
    left.set_yticks([0, 1], ["no head start", "head start"])
    left.set(xlim=(0, 101), ylim=(1.5, -0.5), xlabel="cards finished, per cent")
    right.axvline(0, color=PALETTE["muted"], linewidth=1)
    right.hlines(0, 100 * found["low"], 100 * found["high"], color=PALETTE["contrast"], linewidth=3)
    right.plot(100 * found["difference"], 0, "D", color=PALETTE["contrast"])
    right.set(xlim=(-101, 101), ylim=(1, -1), xlabel="difference, percentage points")
    right.set_xticks([-100, -50, 0, 50, 100])
    right.set_yticks([])
    return picture


def cards_says(found: Mapping[str, float], cards_in_each: int) -> str:
    """The test of the two cards in words.

    Parameters
    ----------
    found : mapping
        What :func:`model.two_cards` gives.
    cards_in_each : int
        Cards in each group.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.topics.membership.model import two_cards
    >>> cards_says(two_cards(28, 150, 51, 150), 150)[:64]
    'Of 150 cards in each group 19 % were finished without a head sta'
    """
    sure = "excludes 0" if found["low"] > 0 or found["high"] < 0 else "includes 0"
    return (
        f"Of {cards_in_each} cards in each group {100 * found['share_plain']:.0f} % were finished without a head start "
        f"and {100 * found['share_head_start']:.0f} % with one: a difference of {100 * found['difference']:.1f} "
        f"percentage points ({100 * found['low']:.1f} to {100 * found['high']:.1f}; the interval {sure}); "
        f"z = {found['z']:.2f}, odds ratio {found['odds_ratio']:.2f} "
        f"({found['or_low']:.2f} to {found['or_high']:.2f})."
    )


def pressure(estimates: pd.DataFrame, truth: float) -> Figure:
    """What the whole way to a reward adds to the log rate of orders: both estimates, and the truth.

    Parameters
    ----------
    estimates : DataFrame
        Rows together and within; columns estimate, low, high.
    truth : float
        What was put in.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"estimate": [0.3, 0.1], "low": [0.2, 0.0], "high": [0.4, 0.2]}, index=["together", "within"])
    >>> pressure(rows, 0.1).axes[0].get_legend_handles_labels()[1]
    ['truth']
    """
    names = {"together": "all members together", "within": "within the same members"}
    picture = figure(6.6, 1.9, left=1.95, top=0.35)
    axes = picture.subplots()
    places = list(range(len(estimates)))
    axes.axvline(0, color=PALETTE["muted"], linewidth=1)
    axes.axvline(truth, color=PALETTE["ink"], linestyle="--", linewidth=1.6, label="truth")
    axes.hlines(places, estimates["low"], estimates["high"], color=PALETTE["main"], linewidth=3)
    axes.plot(estimates["estimate"], places, "o", color=PALETTE["main"])
    axes.set_yticks(places, [names[str(each)] for each in estimates.index])
    axes.set(ylim=(len(places) - 0.5, -0.5), xlabel="log rate of orders, from no way to the whole way")
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1.0), frameon=False, fontsize=9)
    return picture


def pressure_says(estimates: pd.DataFrame, truth: float) -> str:
    """The same in words.

    Parameters
    ----------
    estimates : DataFrame
        Rows together and within; columns estimate, low, high.
    truth : float
        What was put in.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"estimate": [0.3, 0.1], "low": [0.2, 0.0], "high": [0.4, 0.2]}, index=["together", "within"])
    >>> pressure_says(rows, 0.1)
    'All members together: 0.30 (0.20 to 0.40); within the same members: 0.10 (0.00 to 0.20); the truth is 0.10.'
    """
    one, other = estimates.loc["together"], estimates.loc["within"]
    return (
        f"All members together: {one['estimate']:.2f} ({one['low']:.2f} to {one['high']:.2f}); within the same "
        f"members: {other['estimate']:.2f} ({other['low']:.2f} to {other['high']:.2f}); the truth is {truth:.2f}."
    )
