"""Pictures of programmes: what comes back for what is spent, and the designer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

STYLES = {
    "Meridian Circle": (PALETTE["main"], "-"),
    "airline": (PALETTE["contrast"], "--"),
    "supermarket": (PALETTE["third"], ":"),
    "car dealer": (PALETTE["fourth"], "-."),
}


def rebates(curves: pd.DataFrame, spending: float) -> Figure:
    """What comes back in a year, as a share of what is spent, by programme.

    Parameters
    ----------
    curves : DataFrame
        Index: spending in the year (CNY); a column a programme, the share that comes back.
    spending : float
        The spending that is marked.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> curves = pd.DataFrame({"supermarket": [0.01, 0.01]}, index=[1000.0, 2000.0])
    >>> rebates(curves, 1000.0).axes[0].get_ylabel()
    'comes back, per cent'
    """
    picture = figure(6.6, 3.2, left=0.75, top=0.4)
    axes = picture.subplots()
    for name in curves:
        colour, line = STYLES[str(name)]
        axes.plot(curves.index / 1000, 100 * curves[name], line, color=colour, linewidth=2.2, label=name)
    axes.axvline(spending / 1000, color=PALETTE["ink"], linewidth=1)
    axes.set(
        xlim=(0, 40.1), ylim=(0, 8.1), xlabel="spent in the year, thousand CNY", ylabel="comes back, per cent"
    )
    axes.legend(loc="lower left", bbox_to_anchor=(-0.05, 1.0), ncols=4, frameon=False, fontsize=9)
    return picture


def rebates_says(back: dict[str, float], spending: float) -> str:
    """What comes back at one spending, by programme, in words.

    Parameters
    ----------
    back : dict
        CNY that come back, by programme.
    spending : float
        CNY in the year.

    Returns
    -------
    str

    Examples
    --------
    >>> rebates_says({"supermarket": 60.0}, 6000.0)
    'To somebody who spends 6,000 CNY in the year comes back: supermarket 60 CNY (1.0 %).'
    """
    listed = ", ".join(
        f"{name} {value:,.0f} CNY ({100 * value / spending:.1f} %)" for name, value in back.items()
    )
    return f"To somebody who spends {spending:,.0f} CNY in the year comes back: {listed}."


def designer(curve: pd.DataFrame, give_back: float) -> Figure:
    """Net profit against no programme over the give-back, with the chosen one marked; and where the money goes.

    Parameters
    ----------
    curve : DataFrame
        Columns give_back (share), net, low, high, cost, owed (thousand CNY), kept (percentage points), anyway
        (share of members' orders that would have been placed without the programme).
    give_back : float
        The chosen one.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> row = {"give_back": [0.02], "net": [170.0], "low": [140.0], "high": [200.0], "cost": [115.0], "owed": [28.0], "kept": [0.8], "anyway": [0.8]}
    >>> len(designer(pd.DataFrame(row), 0.02).axes)
    2
    """
    picture = figure(6.9, 3.0, left=0.8, top=0.35, right=0.15)
    left, right = picture.subplots(1, 2, gridspec_kw={"width_ratios": [1.45, 1]})
    picture.subplots_adjust(wspace=0.42)
    x = 100 * curve["give_back"]
    left.axhline(0, color=PALETTE["muted"], linewidth=1)
    left.vlines(x, curve["low"], curve["high"], color=PALETTE["ink"], linewidth=2.5, zorder=3)
    left.plot(x, curve["net"], "o-", color=PALETTE["main"], markersize=3)
    chosen = curve[(curve["give_back"] - give_back).abs() < 1e-9].iloc[0]
    left.plot(
        100 * give_back, chosen["net"], "o", mfc="none", mec=PALETTE["contrast"], mew=2.5, markersize=14
    )
    left.set(xlim=(-0.3, 5.3), ylim=(-200, 900), xlabel="give-back, per cent of what is paid")
    left.set_title("net, thousand CNY", fontsize=10, loc="left")
    names = ["net", "owed", "cost"]
    right.barh(
        range(3),
        [chosen[name] for name in names],
        0.55,
        color=[PALETTE["main"], PALETTE["third"], PALETTE["contrast"]],
    )
    right.barh(
        2, chosen["cost"] * chosen["anyway"], 0.55, color="none", edgecolor="white", hatch="//", linewidth=0
    )
    right.axvline(0, color=PALETTE["muted"], linewidth=1)
    right.set_yticks(range(3), names)
    right.set(xlim=(-200, 900), ylim=(2.5, -0.5))
    right.set_xticks([0, 400, 800])
    right.set_title("chosen, thousand CNY", fontsize=10, loc="left")
    right.set_xlabel("hatched: placed anyway", fontsize=9)
    return picture


def designer_says(curve: pd.DataFrame, give_back: float) -> str:
    """The chosen programme in words, and the give-back that nets most with everything else as it is.

    Parameters
    ----------
    curve : DataFrame
        As for :func:`designer`.
    give_back : float
        The chosen one.

    Returns
    -------
    str

    Examples
    --------
    >>> row = {"give_back": [0.02], "net": [170.0], "low": [140.0], "high": [200.0], "cost": [115.0], "owed": [28.0], "kept": [0.8], "anyway": [0.8]}
    >>> designer_says(pd.DataFrame(row), 0.02)[:72]
    'Against no programme, a thousand customers and three years: net 170 thou'
    """
    chosen = curve[(curve["give_back"] - give_back).abs() < 1e-9].iloc[0]
    best = curve.iloc[int(curve["net"].to_numpy().argmax())]
    return (
        f"Against no programme, a thousand customers and three years: net {chosen['net']:.0f} thousand CNY "
        f"({chosen['low']:.0f} to {chosen['high']:.0f}), after a cost of {chosen['cost']:.0f} and "
        f"{chosen['owed']:.0f} still owed in points; {chosen['kept']:+.1f} percentage points of the customers kept. "
        f"Of members' orders {100 * chosen['anyway']:.0f} % would have been placed anyway. "
        f"With everything else as it is, {100 * best['give_back']:.0f} % back nets most: {best['net']:.0f}."
    )
