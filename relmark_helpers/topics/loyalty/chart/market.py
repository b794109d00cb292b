"""Pictures of markets to compare a claim with: switchers among the content, and loyalty over value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.style import CYCLE, PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CLAIMED = (60, 80)  # per cent of satisfied restaurant customers who are said to be brand switchers


def switchers(curve: pd.DataFrame, purchases: float, share: float) -> Figure:
    """Share of a brand's buyers who also buy elsewhere, by how often the category is bought.

    Parameters
    ----------
    curve : DataFrame
        Columns purchases and switchers (0 to 1).
    purchases, share : float
        The market that is looked at: its purchases a buyer, and its switchers.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> curve = pd.DataFrame({"purchases": [1, 40], "switchers": [0.5, 0.9]})
    >>> tuple(map(int, switchers(curve, 12, 0.8).axes[0].get_ylim()))
    (0, 100)
    """
    picture = figure(6.4, 3.5)
    axes = picture.subplots()
    axes.axhspan(*CLAIMED, color="#FBE3D3")
    axes.text(39.5, 61.5, "the claim: 60 to 80", ha="right", fontsize=9, color=PALETTE["ink"])
    axes.plot(curve["purchases"], 100 * curve["switchers"], color=PALETTE["main"], linewidth=2.2)
    axes.plot([purchases], [100 * share], "o", markersize=9, color=PALETTE["main"])
    axes.set(xlim=(0, 41), ylim=(0, 100), xlabel="purchases of the category in the quarter, on average")
    axes.set_ylabel("also buy elsewhere, per cent")
    return picture


def switchers_says(brand_share: float, purchases: float, sameness: float, share: float) -> str:
    """The market that is looked at, in words.

    Parameters
    ----------
    brand_share, purchases, sameness : float
        The market, as :func:`model.switchers_without_dissatisfaction` takes it.
    share : float
        Its switchers.

    Returns
    -------
    str

    Examples
    --------
    >>> switchers_says(0.1, 12, 1.2, 0.92).split(", ")[0]
    'Though nobody is dissatisfied'
    """
    often = "once" if purchases == 1 else f"{purchases:g} times"
    place = "below" if 100 * share < CLAIMED[0] else "above" if 100 * share > CLAIMED[1] else "within"
    return (
        f"Though nobody is dissatisfied, {100 * share:.0f} % of the buyers of a brand with a share of "
        f"{100 * brand_share:.0f} % also buy elsewhere in the quarter, when the category is bought {often} "
        f"and tastes have the sameness {sameness:.1f}: {place} the 60 to 80 % of the claim."
    )


def by_value(groups: pd.DataFrame, curves: pd.DataFrame) -> Figure:
    """Share of customers who stayed by the value they see, and three curves through it.

    Parameters
    ----------
    groups : DataFrame
        Columns value, share, low, high (0 to 1).
    curves : DataFrame
        Columns curve, at_2, at_6, as :func:`model.three_curves` gives; drawn as straight lines through both.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> groups = pd.DataFrame({"value": [4.0], "share": [0.8], "low": [0.7], "high": [0.9]})
    >>> curves = pd.DataFrame({"curve": ["proportional"], "at_2": [0.3], "at_6": [0.9]})
    >>> by_value(groups, curves).axes[0].get_legend_handles_labels()[1]
    ['proportional', 'counted']
    """
    picture = figure(6.4, 3.6, top=0.4)
    axes = picture.subplots()
    reach = [100 * (groups["share"] - groups["low"]), 100 * (groups["high"] - groups["share"])]
    axes.errorbar(
        groups["value"],
        100 * groups["share"],
        yerr=reach,
        fmt="o",
        capsize=3,
        color=CYCLE[0],
        label="counted",
    )
    for row, colour, line in zip(curves.to_dict("records"), CYCLE[1:], ("--", "-", ":"), strict=False):
        slope = (row["at_6"] - row["at_2"]) / 4
        ends = [100 * (row["at_2"] - slope), 100 * (row["at_6"] + slope)]
        axes.plot([1, 7], ends, line, color=colour, linewidth=2, label=row["curve"])
    axes.set(xlim=(0.7, 7.3), ylim=(0, 125), xlabel="“satisfied with its price for what it does”, points")
    axes.set_ylabel("still a customer a year later, %")
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=4, frameon=False, fontsize=9)
    return picture


def by_value_says(groups: pd.DataFrame, curves: pd.DataFrame) -> str:
    """Where the ends of the scale stand, and which curve fits best, in words.

    Parameters
    ----------
    groups : DataFrame
        Columns value, share, low, high.
    curves : DataFrame
        Columns curve, at_2, at_6, log_score.

    Returns
    -------
    str

    Examples
    --------
    >>> groups = pd.DataFrame({"value": [2.0, 6.0], "share": [0.7, 0.9], "low": [0.6, 0.8], "high": [0.8, 0.95]})
    >>> curves = pd.DataFrame({"curve": ["straight"], "at_2": [0.7], "at_6": [0.9], "log_score": [-0.4]})
    >>> by_value_says(groups, curves)
    'Still a customer a year later: at 2 points of value 70 % (60 to 80), at 6 points 90 % (80 to 95). By the log score the curve “straight” fits best.'
    """
    rows = groups.set_index("value").to_dict("index")
    told = [
        f"at {value} points{' of value' if value == 2 else ''} {100 * rows[value]['share']:.0f} % "
        f"({100 * rows[value]['low']:.0f} to {100 * rows[value]['high']:.0f})"
        for value in (2, 6)
    ]
    best = curves.sort_values("log_score")["curve"].iloc[-1]
    return f"Still a customer a year later: {', '.join(told)}. By the log score the curve “{best}” fits best."
