"""Pictures of numbers with their intervals, one row each, with the truth beside them where it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def interval_rows(rows: pd.DataFrame, unit: str, zero: bool = False) -> Figure:
    """Estimates with their 95 % intervals, a row each; a bar marks the truth.

    Parameters
    ----------
    rows : DataFrame
        Columns name, value, low, high, and truth if it is known.
    unit : str
        What the axis counts.
    zero : bool
        Draw a line at 0.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"name": ["a"], "value": [1.0], "low": [0.5], "high": [1.5]})
    >>> interval_rows(rows, "points").axes[0].get_xlabel()
    'points'
    """
    names = [str(name) for name in rows["name"]]
    room = 0.45 + 0.072 * max(map(len, names))
    known = "truth" in rows
    picture = figure(6.6, (1.15 if known else 0.85) + 0.36 * len(rows), left=room, top=0.4 if known else 0.1)
    axes = picture.subplots()
    places = np.arange(len(rows))
    reach = np.array([rows["value"] - rows["low"], rows["high"] - rows["value"]])
    axes.errorbar(rows["value"], places, xerr=reach, fmt="o", color=PALETTE["main"], capsize=3)
    if known:
        axes.plot(rows["truth"], places, "|", markersize=15, markeredgewidth=2.5, color=PALETTE["contrast"])
        for at, text, role in ((0.0, "● estimate, 95 % interval", "main"), (0.5, "❘ truth", "contrast")):
            axes.text(at, 1.02, text, transform=axes.transAxes, va="bottom", fontsize=9, color=PALETTE[role])
    if zero:
        axes.axvline(0, color=PALETTE["ink"], linewidth=1)
    axes.set_yticks(places, names)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlabel(unit)
    return picture


def interval_rows_says(rows: pd.DataFrame, unit: str, decimals: int = 2) -> str:
    """The estimates and intervals in words, and how many intervals hold the truth.

    Parameters
    ----------
    rows : DataFrame
        As for :func:`interval_rows`.
    unit : str
        What is counted.
    decimals : int
        How many to write.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"name": ["a"], "value": [1.0], "low": [0.5], "high": [1.5], "truth": [2.0]})
    >>> interval_rows_says(rows, "points", 1)
    '95 % intervals, points: a 1.0 (0.5 to 1.5). 0 of 1 hold the truth.'
    """

    def written(number: float) -> str:
        return f"{number:.{decimals}f}".replace("-", "−")

    listed = "; ".join(
        f"{row['name']} {written(row['value'])} ({written(row['low'])} to {written(row['high'])})"
        for row in rows.to_dict("records")
    )
    held = ""
    if "truth" in rows:
        inside = int(rows["truth"].between(rows["low"], rows["high"]).sum())
        held = f" {inside} of {len(rows)} hold the truth."
    return f"95 % intervals, {unit}: {listed}.{held}"


def noticing(moves: pd.DataFrame, answers: int, move: float) -> Figure:
    """How far an observed change must be from zero before chance is excluded, by number of answers.

    Parameters
    ----------
    moves : DataFrame
        Columns answers, reach (points to each side of a change's 95 % interval).
    answers : int
        The number of answers in each quarter that is marked.
    move : float
        The true change, in points.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> noticing(pd.DataFrame({"answers": [50, 5000], "reach": [30.0, 3.0]}), 200, 2).axes[0].get_ylabel()
    'NPS points'
    """
    picture = figure(6.6, 3.9, right=0.4)
    axes = picture.subplots()
    axes.set_xscale("log")
    axes.plot(moves["answers"], moves["reach"], color=PALETTE["main"], linewidth=2.5)
    axes.plot(moves["answers"], np.full(len(moves), move), "--", color=PALETTE["contrast"], linewidth=2)
    reach = float(np.interp(np.log(answers), np.log(moves["answers"]), moves["reach"]))
    axes.plot([answers, answers], [0, reach], ":", color=PALETTE["ink"], linewidth=1.5)
    axes.plot([answers], [reach], "o", color=PALETTE["main"], markersize=8)
    axes.text(58, 38.3, "— reach of a change's 95 % interval", color=PALETTE["main"], fontsize=9.5)
    axes.text(900, 38.3, "- - the true change", color=PALETTE["contrast"], fontsize=9.5)
    axes.set(xlim=(50, 5000), ylim=(0, 42), xlabel="answers in each quarter", ylabel="NPS points")
    axes.set_xticks([50, 100, 200, 500, 1000, 2000, 5000])
    axes.set_xticklabels(["50", "100", "200", "500", "1,000", "2,000", "5,000"])
    axes.minorticks_off()
    return picture


def noticing_says(
    score: tuple[float, float], reach: float, answers: int, move: float, chance: float, needed: int
) -> str:
    """The same in words.

    Parameters
    ----------
    score : tuple of float
        The net promoter score and its standard error, points.
    reach : float
        Of a change's interval, points to each side.
    answers : int
        In each quarter.
    move : float
        The true change, points.
    chance : float
        That it is noticed.
    needed : int
        Answers in each quarter for a chance of 80 %.

    Returns
    -------
    str

    Examples
    --------
    >>> noticing_says((15, 5.6), 15.5, 200, 2, 0.057, 31000)[-76:]
    'chance of 6 %. For a chance of 80 % it takes about 31,000 answers a quarter.'
    """
    value = f"{score[0]:.0f}".replace("-", "−")
    return (
        (
            f"With {answers:,} answers a quarter a score of {value} has a standard error of {score[1]:.1f} points, and a "
            f"change must be seen as more than {reach:.1f} points before chance is excluded. A true change of "
            f"{move:g} points is noticed with a chance of {chance:.0%}. For a chance of 80 % it takes about "
            f"{needed:,} answers a quarter."
        )
        .replace("%.", " %.")
        .replace("  %", " %")
    )
