"""Pictures of the economics of keeping: five points of defection, and three costs from one ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

GAINS = (-50, 200)  # per cent, the part of the picture that is shown
COSTS = (1.0, 100_000.0)


def gain_lines(curve: pd.DataFrame, annual_churn: float) -> Figure:
    """Gain in a customer's value from five points and from five per cent less churn, with the folklore's band.

    Parameters
    ----------
    curve : DataFrame
        Columns annual_churn, five points, five per cent, as :func:`model.gain_curve` gives.
    annual_churn : float
        The churn that is marked.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"annual_churn": [0.1, 0.2], "five points": [0.3, 0.2], "five per cent": [0.03, 0.03]})
    >>> len(gain_lines(rows, 0.1).axes[0].get_legend().get_texts())
    2
    """
    picture = figure(6.6, 3.8, top=0.5)
    axes = picture.subplots()
    axes.axhspan(25, 85, color=PALETTE["faint"], zorder=0)
    axes.text(0.595 * 100, 83, "25–85 %", ha="right", va="top", fontsize=9, color=PALETTE["ink"])
    axes.axhline(0, color=PALETTE["ink"], linewidth=1)
    for name, colour, dash in (
        ("five points", PALETTE["main"], "-"),
        ("five per cent", PALETTE["contrast"], "--"),
    ):
        gain = 100 * curve[name]
        shown = gain.where(gain.between(*GAINS))
        axes.plot(100 * curve["annual_churn"], shown, dash, color=colour, linewidth=2.5, label=name)
    axes.axvline(100 * annual_churn, color=PALETTE["muted"], linewidth=1)
    axes.set(
        xlim=(5, 60), ylim=GAINS, xlabel="churn before, per cent a year", ylabel="gain in value, per cent"
    )
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, frameon=False, fontsize=9)
    return picture


def gain_lines_says(curve: pd.DataFrame, annual_churn: float) -> str:
    """The gains at the marked churn, and where the folklore holds, in words.

    Parameters
    ----------
    curve : DataFrame
        As for the picture.
    annual_churn : float
        The churn that is told.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.topics.lifetime.model.five_points import gain_curve
    >>> gain_lines_says(gain_curve(), 0.10).split(". ")[0]
    'From a churn of 10 % a year five points bring +33 %, five per cent +3 %'
    """
    row = curve.iloc[int((curve["annual_churn"] - annual_churn).abs().to_numpy().argmin())]
    if pd.isna(row["five points"]):
        told = (
            f"At a churn of {100 * annual_churn:.0f} % a year a customer does not earn back the acquisition cost, "
            "so a gain in per cent has no meaning"
        )
    else:
        told = (
            f"From a churn of {100 * annual_churn:.0f} % a year five points bring {_signed(row['five points'])}, "
            f"five per cent {_signed(row['five per cent'])}"
        )
    inside = curve.loc[curve["five points"].between(0.25, 0.85), "annual_churn"]
    where = (
        f"Five points are worth 25 to 85 % for churns from {100 * inside.min():.0f} to {100 * inside.max():.0f} %"
        if len(inside)
        else "Five points are worth 25 to 85 % at none of the churns from 6 to 60 %"
    )
    return f"{told}. {where}."


def cost_bars(ratios: Mapping[str, float]) -> Figure:
    """Cost of a customer won, kept and saved, on a scale where each step is tenfold.

    Parameters
    ----------
    ratios : mapping
        Entries won, kept, saved, as :func:`model.cost_ratios` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> picture = cost_bars({"won": 300.0, "kept": 12.0, "saved": 500.0})
    >>> picture.axes[0].get_xscale()
    'log'
    """
    picture = figure(6.6, 2.7, left=2.3, right=0.6, top=0.15)
    axes = picture.subplots()
    names = {"won": "a customer won", "kept": "a customer kept", "saved": "a customer saved"}
    colours = (PALETTE["contrast"], PALETTE["muted"], PALETTE["main"])
    for place, (key, colour) in enumerate(zip(names, colours, strict=True)):
        cost = min(max(ratios[key], COSTS[0]), COSTS[1])
        axes.barh(place, cost - COSTS[0], left=COSTS[0], color=colour, height=0.6)
        axes.text(cost * 1.15, place, f"{ratios[key]:,.0f}", va="center", fontsize=9, color=PALETTE["ink"])
    axes.set_xscale("log")
    axes.set_yticks(range(3), list(names.values()))
    axes.set(xlim=(COSTS[0], COSTS[1] * 6), ylim=(2.6, -0.6), xlabel="CNY a customer (each step is tenfold)")
    axes.set_xticks([1, 10, 100, 1000, 10000, 100000], ["1", "10", "100", "1,000", "10,000", "100,000"])
    axes.minorticks_off()
    return picture


def cost_bars_says(ratios: Mapping[str, float]) -> str:
    """The three costs and the two ratios in words.

    Parameters
    ----------
    ratios : mapping
        As for the picture, with won/kept and won/saved.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.topics.lifetime.model.ledger import cost_ratios
    >>> cost_bars_says(cost_ratios(300_000, 1_000, 100_000, 10_000, 0.85, 0.02))
    'A customer won costs 300 CNY, one kept 12, one saved 500. Winning costs 25.5 times keeping, and 0.6 times saving.'
    """
    return (
        f"A customer won costs {ratios['won']:,.0f} CNY, one kept {ratios['kept']:,.0f}, one saved "
        f"{ratios['saved']:,.0f}. Winning costs {ratios['won/kept']:,.1f} times keeping, and "
        f"{ratios['won/saved']:,.1f} times saving."
    )


def _signed(gain: float) -> str:
    return f"{100 * gain:+.0f} %".replace("-", "−")
