"""Pictures of Kano: the evaluation table with answers in it, and the map of better and worse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from relmark_helpers.style import PALETTE, figure
from relmark_helpers.topics.survey.model.kano import ANSWERS, CLASSES

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TINTS = {"M": "#FBE3D6", "O": "#DCEBF7", "A": "#D9F0E6", "I": "#F2F3F5", "R": "#EBD9E4", "Q": "#FFFFFF"}
BARS = (5.75, 8.75)  # where 0 and 100 per cent of the bars stand, beside a table five boxes wide


def sorter(cells: np.ndarray, counts: pd.Series, table: pd.DataFrame) -> Figure:
    """The evaluation table with the number of customers in each box, and a bar for each class.

    Parameters
    ----------
    cells : ndarray, (5, 5)
        Customers by functional (rows) and dysfunctional answer (columns), in the order of the answers.
    counts : Series
        Customers by class.
    table : DataFrame
        The evaluation table in use.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> from relmark_helpers.topics.survey.model.kano import EVALUATION
    >>> len(sorter(np.ones((5, 5)), pd.Series(dict.fromkeys("MOAIRQ", 4)), EVALUATION).axes)
    1
    """
    # One axes, few texts: axes, ticks and texts are most of the time that a picture takes.
    picture = figure(6.6, 3.6, left=0.75, right=0.15, top=0.55, bottom=0.45)
    axes = picture.subplots()
    _draw_table(axes, cells, table)
    total = max(int(counts.sum()), 1)
    share = counts.reindex(list(CLASSES), fill_value=0).to_numpy() / total
    reach = 1.96 * np.sqrt(share * (1 - share) / total)
    begin, scale = BARS[0], BARS[1] - BARS[0]
    heights = (np.arange(len(CLASSES)) + 0.5) * 5 / len(CLASSES)
    colours = [TINTS[letter] for letter in CLASSES]
    axes.barh(heights, scale * share, 0.6, left=begin, color=colours, edgecolor=PALETTE["muted"])
    low, high = np.clip([share - reach, share + reach], 0, 1)
    axes.hlines(heights, begin + scale * low, begin + scale * high, color=PALETTE["ink"], linewidth=1.5)
    ink: dict[str, Any] = {"va": "center", "color": PALETTE["ink"]}
    for letter, height in zip(CLASSES, heights, strict=True):
        axes.text(begin - 0.12, height, letter, ha="right", fontsize=10, **ink)
    axes.text(begin, 5.3, "0", ha="center", fontsize=9, **ink)
    axes.text(begin + scale, 5.3, "100 % of customers", ha="right", fontsize=9, **ink)
    return picture


def _draw_table(axes: Axes, cells: np.ndarray, table: pd.DataFrame) -> None:
    from matplotlib.colors import ListedColormap

    letters = table.to_numpy()
    codes = np.searchsorted(sorted(TINTS), letters)
    tints = ListedColormap([TINTS[letter] for letter in sorted(TINTS)])
    axes.pcolormesh(
        np.arange(6), np.arange(6), codes, cmap=tints, vmin=-0.5, vmax=5.5, edgecolors=PALETTE["muted"]
    )
    for row, column in np.ndindex(5, 5):
        count = f"  {int(cells[row, column])}" if cells[row, column] else ""
        axes.text(
            *(column + 0.5, row + 0.5, f"{letters[row, column]}{count}"),
            ha="center",
            va="center",
            fontsize=10.5,
            color=PALETTE["ink"],
        )
    for place, answer in enumerate(ANSWERS):
        axes.text(place + 0.5, -0.12, answer, ha="center", va="bottom", fontsize=8.5, color=PALETTE["ink"])
        axes.text(-0.08, place + 0.5, answer, ha="right", va="center", fontsize=8.5, color=PALETTE["ink"])
    axes.text(
        0.05,
        -0.5,
        "if it is there ↓   if it is missing →",
        va="bottom",
        fontsize=9,
        color=PALETTE["contrast"],
    )
    axes.set(xlim=(0, BARS[1] + 0.05), ylim=(5, 0))
    axes.axis("off")


def sorter_says(feature: str, summary: pd.Series, counts: pd.Series) -> str:
    """Class of one feature, its lead, better and worse, in words.

    Parameters
    ----------
    feature : str
        Its name.
    summary : Series
        A row of :func:`model.kano_summary`, or an empty one where nothing could be divided.
    counts : Series
        Customers by class.

    Returns
    -------
    str

    Examples
    --------
    >>> sorter_says("wrapping", pd.Series(dtype=float), pd.Series({"R": 9}))
    'Of 9 customers none makes “wrapping” must-be, one-dimensional, attractive or indifferent.'
    """
    total = int(counts.sum())
    if summary.empty:
        return f"Of {total} customers none makes “{feature}” must-be, one-dimensional, attractive or indifferent."
    sure = "beyond chance" if summary["lead_low"] > 0 else "which may be chance"
    return (
        (
            f"“{feature}” is {CLASSES[str(summary['class'])]} to {summary['share']:.0%} of {total} customers; that class "
            f"leads the next by {summary['lead']:.0f} points ({summary['lead_low']:.0f} to {summary['lead_high']:.0f}), "
            f"{sure}. Better {summary['better']:+.2f} ({summary['better_low']:.2f} to {summary['better_high']:.2f}), "
            f"worse {summary['worse']:+.2f} ({summary['worse_low']:.2f} to {summary['worse_high']:.2f})."
        )
        .replace("-", "−")
        .replace("one−", "one-")
        .replace("must−", "must-")
    )


def better_worse(summary: pd.DataFrame) -> Figure:
    """Each feature by what it gains when it is there, and what it loses when it is missing.

    Parameters
    ----------
    summary : DataFrame
        As :func:`model.kano_summary` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> from relmark_helpers.topics.survey.model.kano import kano_summary
    >>> counts = pd.DataFrame([[10, 20, 50, 20, 0, 0]], index=["a"], columns=list("MOAIRQ"))
    >>> better_worse(kano_summary(counts)).axes[0].get_ylabel()
    'better: gained when it is there'
    """
    picture = figure(6.6, 4.4, right=2.45)
    axes = picture.subplots()
    x, y = -summary["worse"], summary["better"]
    axes.errorbar(
        x,
        y,
        xerr=[x + summary["worse_high"], -summary["worse_low"] - x],
        yerr=[y - summary["better_low"], summary["better_high"] - y],
        fmt="o",
        color=PALETTE["main"],
        elinewidth=1,
        markersize=13,
    )
    # Numbers in the points and a list beside: names in the map would lie over each other.
    for number, (feature, across, up) in enumerate(zip(summary.index, x, y, strict=True), start=1):
        axes.text(across, up, str(number), ha="center", va="center", fontsize=8.5, color="white")
        axes.text(
            *(1.05, 0.97 - 0.09 * (number - 1), f"{number}  {feature}"),
            transform=axes.transAxes,
            va="center",
            fontsize=8.5,
            color=PALETTE["ink"],
        )
    axes.axhline(0.5, color=PALETTE["muted"], linewidth=1)
    axes.axvline(0.5, color=PALETTE["muted"], linewidth=1)
    for at, text in (
        ((0.01, 0.97), "attractive"),
        ((0.99, 0.97), "one-dimensional"),
        ((0.01, 0.02), "indifferent"),
        ((0.99, 0.02), "must-be"),
    ):
        axes.text(
            *at,
            text,
            ha="right" if at[0] > 0.5 else "left",
            va="center",
            fontsize=9.5,
            color=PALETTE["contrast"],
        )
    axes.set(
        xlim=(0, 1),
        ylim=(0, 1),
        xlabel="−worse: lost when it is missing",
        ylabel="better: gained when it is there",
    )
    return picture


def better_worse_says(summary: pd.DataFrame) -> str:
    """The map in words.

    Parameters
    ----------
    summary : DataFrame
        As :func:`model.kano_summary` gives.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.topics.survey.model.kano import kano_summary
    >>> counts = pd.DataFrame([[10, 20, 50, 20, 0, 0]], index=["a"], columns=list("MOAIRQ"))
    >>> better_worse_says(kano_summary(counts))
    'Better and worse: a 0.70 and −0.30.'
    """
    listed = "; ".join(
        f"{feature} {better:.2f} and −{abs(worse):.2f}"
        for feature, better, worse in zip(summary.index, summary["better"], summary["worse"], strict=True)
    )
    return f"Better and worse: {listed}."
