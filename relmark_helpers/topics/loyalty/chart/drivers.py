"""Pictures of the drivers: what each contributes, and its effect beside the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relmark_helpers.style import CYCLE, PALETTE, figure
from relmark_helpers.words import signed

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def driver_shares(shares: pd.DataFrame) -> Figure:
    """Each driver's share of what all explain, with its interval.

    Parameters
    ----------
    shares : DataFrame
        Columns driver, share, low, high (0 to 1), as :func:`model.driver_shares` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"driver": ["trust"], "share": [0.4], "low": [0.3], "high": [0.5]})
    >>> [label.get_text() for label in driver_shares(rows).axes[0].get_yticklabels()]
    ['trust']
    """
    picture = figure(6.6, 3.0, left=1.45, top=0.1)
    axes = picture.subplots()
    places = list(range(len(shares)))
    axes.barh(places, 100 * shares["share"], height=0.5, color="#CFE3F1")
    axes.hlines(places, 100 * shares["low"], 100 * shares["high"], color=PALETTE["main"], linewidth=2)
    axes.plot(100 * shares["share"], places, "o", color=PALETTE["main"], markersize=7)
    axes.set_yticks(places, shares["driver"].tolist())
    axes.set(
        xlim=(0, 101), ylim=(len(shares) - 0.5, -0.5), xlabel="share of what all explain together, per cent"
    )
    return picture


def driver_shares_says(shares: pd.DataFrame) -> str:
    """The shares in words, and how much all explain together.

    Parameters
    ----------
    shares : DataFrame
        Columns driver, contribution, share, low, high.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"driver": ["trust"], "contribution": [0.2], "share": [0.4], "low": [0.3], "high": [0.5]})
    >>> driver_shares_says(rows)
    'Together they explain 20.0 % of the variance; of that trust 40 % (30 to 50).'
    """
    listed = ", ".join(
        f"{row['driver']} {100 * row['share']:.0f} % ({100 * row['low']:.0f} to {100 * row['high']:.0f})"
        for row in shares.to_dict("records")
    )
    together = 100 * float(shares["contribution"].sum())
    return f"Together they explain {together:.1f} % of the variance; of that {listed}."


def effects_beside_truth(effects: pd.DataFrame, truth: pd.Series) -> Figure:
    """Effects of the drivers, plain and corrected, with intervals, beside what was put in.

    Parameters
    ----------
    effects : DataFrame
        Columns driver, plain, corrected, and of each ``_low`` and ``_high``.
    truth : Series
        The true effects in the same order.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> names = ["plain", "plain_low", "plain_high", "corrected", "corrected_low", "corrected_high"]
    >>> rows = pd.DataFrame([dict.fromkeys(names, 0.3) | {"driver": "trust"}])
    >>> effects_beside_truth(rows, pd.Series([0.4])).axes[0].get_legend_handles_labels()[1]
    ['truth', 'plain', 'corrected']
    """
    picture = figure(6.6, 3.3, left=1.45, top=0.45)
    axes = picture.subplots()
    places = np.arange(len(effects))
    axes.plot(truth, places, "|", markersize=24, markeredgewidth=3, color=PALETTE["ink"], label="truth")
    for shift, way, mark, colour in ((-0.14, "plain", "o", CYCLE[0]), (0.14, "corrected", "s", CYCLE[1])):
        heights = places + shift
        axes.hlines(heights, effects[f"{way}_low"], effects[f"{way}_high"], color=colour, linewidth=2)
        axes.plot(effects[way], heights, mark, color=colour, label=way)
    axes.set_yticks(places, effects["driver"].tolist())
    axes.axvline(0, color=PALETTE["muted"], linewidth=1)
    axes.set(ylim=(len(effects) - 0.5, -0.5), xlabel="points of stated loyalty per point of the driver")
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1.0), ncols=3, frameon=False, fontsize=9, markerscale=0.6
    )
    return picture


def effects_beside_truth_says(effects: pd.DataFrame, truth: pd.Series) -> str:
    """How far both ways are from the truth, in words.

    Parameters
    ----------
    effects : DataFrame
        As for :func:`effects_beside_truth`.
    truth : Series
        The true effects in the same order.

    Returns
    -------
    str

    Examples
    --------
    >>> names = ["plain", "plain_low", "plain_high", "corrected", "corrected_low", "corrected_high"]
    >>> rows = pd.DataFrame([dict.fromkeys(names, 0.3) | {"driver": "trust", "corrected": 0.4, "corrected_high": 0.5}])
    >>> effects_beside_truth_says(rows, pd.Series([0.4]))
    'trust: plain +0.30, corrected +0.40, truth +0.40. Intervals that hold the truth: plain 0 of 1, corrected 1 of 1.'
    """
    wanted = truth.to_numpy()
    rows = zip(effects.to_dict("records"), wanted, strict=True)
    listed = "; ".join(
        f"{row['driver']}: plain {signed(row['plain'])}, corrected {signed(row['corrected'])}, truth {signed(true)}"
        for row, true in rows
    )
    held = {
        way: int(((effects[f"{way}_low"] <= wanted) & (wanted <= effects[f"{way}_high"])).sum())
        for way in ("plain", "corrected")
    }
    count = len(effects)
    return (
        f"{listed}. Intervals that hold the truth: plain {held['plain']} of {count}, "
        f"corrected {held['corrected']} of {count}."
    )


def odds_ratios(separates: pd.DataFrame) -> Figure:
    """Odds ratios with intervals, on a scale on which halving and doubling are equally far.

    Parameters
    ----------
    separates : DataFrame
        Columns candidate, odds_ratio, low, high, as :func:`model.what_separates` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"candidate": ["trust"], "odds_ratio": [0.5], "low": [0.4], "high": [0.6]})
    >>> odds_ratios(rows).axes[0].get_xscale()
    'log'
    """
    picture = figure(6.6, 1.0 + 0.4 * len(separates), left=1.75, top=0.1)
    axes = picture.subplots()
    places = range(len(separates))
    axes.hlines(places, separates["low"], separates["high"], color=PALETTE["main"], linewidth=2)
    axes.plot(separates["odds_ratio"], places, "o", color=PALETTE["main"])
    axes.axvline(1, color=PALETTE["ink"], linewidth=1)
    axes.set_xscale("log")
    axes.set_xticks([0.25, 0.5, 1, 2, 4], ["0.25", "0.5", "1", "2", "4"], minor=False)
    axes.set_xticks([], minor=True)
    axes.set_yticks(places, separates["candidate"].tolist())
    axes.set(xlim=(0.25, 4), ylim=(len(separates) - 0.5, -0.5))
    axes.set_xlabel("odds of leaving for one standard deviation more, times")
    return picture


def odds_ratios_says(separates: pd.DataFrame) -> str:
    """The odds ratios in words, and which of them are clear of 1.

    Parameters
    ----------
    separates : DataFrame
        Columns candidate, odds_ratio, low, high.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"candidate": ["trust"], "odds_ratio": [0.5], "low": [0.4], "high": [0.6]})
    >>> odds_ratios_says(rows)
    'Odds of leaving for one standard deviation more: trust × 0.50 (0.40 to 0.60). Clear of 1: trust.'
    """
    rows = separates.to_dict("records")
    listed = ", ".join(
        f"{row['candidate']} × {row['odds_ratio']:.2f} ({row['low']:.2f} to {row['high']:.2f})"
        for row in rows
    )
    clear = [str(row["candidate"]) for row in rows if row["low"] > 1 or row["high"] < 1]
    return f"Odds of leaving for one standard deviation more: {listed}. Clear of 1: {', '.join(clear) or 'none'}."
