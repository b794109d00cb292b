"""Pictures of the programme's effect: what each comparison says, beside the truth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

METHODS = ("naive", "matched", "difference in differences")


def comparisons(found: pd.DataFrame, truth: float) -> Figure:
    """Each comparison with its interval, and the truth as a line.

    Parameters
    ----------
    found : DataFrame
        Columns method, estimate, low, high (orders a year of a member).
    truth : float
        The same people with and without the club.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"method": ["naive"], "estimate": [8.0], "low": [7.0], "high": [9.0]})
    >>> comparisons(rows, 2.0).axes[0].get_legend_handles_labels()[1]
    ['truth']
    """
    picture = figure(6.6, 2.3, left=1.95, top=0.35)
    axes = picture.subplots()
    places = list(range(len(found)))
    axes.axvline(truth, color=PALETTE["ink"], linestyle="--", linewidth=1.8, label="truth")
    axes.hlines(places, found["low"], found["high"], color=PALETTE["main"], linewidth=3)
    axes.plot(found["estimate"], places, "o", color=PALETTE["main"], markersize=7)
    axes.set_yticks(places, [str(each) for each in found["method"]])
    axes.set(xlim=(0, 10), ylim=(len(places) - 0.5, -0.5), xlabel="orders more a year, for each member")
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1.0), frameon=False, fontsize=9)
    return picture


def comparisons_says(found: pd.DataFrame, truth: float) -> str:
    """The comparisons and the truth in words.

    Parameters
    ----------
    found : DataFrame
        Columns method, estimate, low, high.
    truth : float
        The same people with and without the club.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"method": ["naive"], "estimate": [8.0], "low": [7.0], "high": [9.0]})
    >>> comparisons_says(rows, 2.0)
    'Orders more a year for each member: naive 8.0 (7.0 to 9.0); the truth is 2.0.'
    """
    listed = ", ".join(
        f"{row['method']} {row['estimate']:.1f} ({row['low']:.1f} to {row['high']:.1f})"
        for row in found.to_dict("records")
    )
    return f"Orders more a year for each member: {listed}; the truth is {truth:.1f}."


def study(found: Mapping[str, float]) -> Figure:
    """The made-up club: three comparisons as bars, the truth as a line.

    Parameters
    ----------
    found : mapping
        naive, matched, difference in differences, truth.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> study({"naive": 4.0, "matched": 3.0, "difference in differences": 2.0, "truth": 1.0}).axes[0].get_xlabel()
    'orders more a year, for each member'
    """
    picture = figure(6.6, 2.5, left=1.95, top=0.35)
    axes = picture.subplots()
    values = [found[name] for name in METHODS]
    axes.barh(range(3), values, 0.55, color=[PALETTE["contrast"], PALETTE["third"], PALETTE["main"]])
    axes.axvline(found["truth"], color=PALETTE["ink"], linestyle="--", linewidth=1.8, label="truth")
    axes.axvline(0, color=PALETTE["muted"], linewidth=1)
    axes.set_yticks(range(3), list(METHODS))
    axes.set(xlim=(-5, 20), ylim=(2.5, -0.5), xlabel="orders more a year, for each member")
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1.0), frameon=False, fontsize=9)
    return picture


def study_says(found: Mapping[str, float]) -> str:
    """The made-up club in words.

    Parameters
    ----------
    found : mapping
        naive, matched, difference in differences, truth.

    Returns
    -------
    str

    Examples
    --------
    >>> study_says({"naive": 4.0, "matched": 3.0, "difference in differences": 2.0, "truth": 1.0})
    'The truth is 1.00 orders a year; naive says 4.00, matched 3.00, difference in differences 2.00. Nearest is difference in differences.'
    """
    nearest = min(METHODS, key=lambda name: abs(found[name] - found["truth"]))
    listed = ", ".join(f"{name} {'says ' if name == 'naive' else ''}{found[name]:.2f}" for name in METHODS)
    return f"The truth is {found['truth']:.2f} orders a year; {listed}. Nearest is {nearest}."
