"""Pictures of customers in boxes: the grid of attitude and behaviour, and a thousand who stayed or left."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PLACES = {"latent": (0, 1), "true": (1, 1), "none": (0, 0), "spurious": (1, 0)}
SHADES = (("#D55E00", "#FBE3D3", ""), ("#6B7280", "#E4E7EB", "//"))  # left, stayed, hatch; satisfied first
LABEL: dict[str, Any] = {"facecolor": "white", "edgecolor": "none", "pad": 2}
FILLS = {"true": "#CFE3F1", "latent": "#D5EEE6", "spurious": "#FBE3D3", "none": "#EEF0F3"}


def loyalty_grid(grid: pd.DataFrame) -> Figure:
    """The four kinds of loyalty as boxes: how many stand there, and how many are gone a year later.

    Parameters
    ----------
    grid : DataFrame
        Columns cell, share, gone, low, high, as :func:`model.loyalty_grid` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"cell": ["true"], "share": [1.0], "gone": [0.05], "low": [0.03], "high": [0.07]})
    >>> loyalty_grid(rows).axes[0].texts[0].get_text()
    'true\\n100 % of answers\\ngone in a year: 5 % (3 to 7)'
    """
    from matplotlib.patches import Rectangle

    picture = figure(6.4, 3.6, left=0.6, right=0.1, top=0.1, bottom=0.5)
    axes = picture.subplots()
    for row in grid.to_dict("records"):
        x, y = PLACES[row["cell"]]
        box = Rectangle(
            (x + 0.02, y + 0.03), 0.96, 0.94, facecolor=FILLS[row["cell"]], edgecolor=PALETTE["muted"]
        )
        axes.add_patch(box)
        axes.text(
            x + 0.5, y + 0.5, _box_text(row), ha="center", va="center", fontsize=10.5, color=PALETTE["ink"]
        )
    axes.set(xlim=(0, 2), ylim=(0, 2))
    axes.set_xticks([0.5, 1.5], ["few orders", "many orders"])
    axes.set_yticks([0.5, 1.5], ["low", "high"])
    axes.set_ylabel("attitude")
    axes.grid(False)
    axes.set_xlabel("")
    return picture


def _box_text(row: Mapping[Hashable, Any]) -> str:
    head = f"{row['cell']}\n{100 * row['share']:.0f} % of answers"
    if pd.isna(row["gone"]):
        return f"{head}\nnobody to follow"
    return f"{head}\ngone in a year: {100 * row['gone']:.0f} % ({100 * row['low']:.0f} to {100 * row['high']:.0f})"


def loyalty_grid_says(grid: pd.DataFrame) -> str:
    """The grid in words.

    Parameters
    ----------
    grid : DataFrame
        Columns cell, share, gone, low, high.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"cell": ["true"], "share": [1.0], "gone": [0.05], "low": [0.03], "high": [0.07]})
    >>> loyalty_grid_says(rows)
    'Loyalty is true in 100 % of answers (5 % gone in a year, interval 3 to 7).'
    """
    parts = []
    for row in grid.to_dict("records"):
        gone = "nobody to follow"
        if not pd.isna(row["gone"]):
            gone = f"{100 * row['gone']:.0f} % gone in a year, interval {100 * row['low']:.0f} to {100 * row['high']:.0f}"
        parts.append(f"{row['cell']} in {100 * row['share']:.0f} % of answers ({gone})")
    return f"Loyalty is {', '.join(parts)}."


def thousand(table: pd.DataFrame) -> Figure:
    """A thousand customers: satisfied or not across, left or stayed upwards; areas are numbers of customers.

    Parameters
    ----------
    table : DataFrame
        Index satisfied, dissatisfied; columns left, stayed, as :func:`model.two_by_two` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> table = pd.DataFrame({"left": [100.0, 100], "stayed": [600, 200]}, index=["satisfied", "dissatisfied"])
    >>> len(thousand(table).axes[0].patches)
    4
    """
    from matplotlib.patches import Rectangle

    picture = figure(6.4, 3.6, left=0.85, right=0.3, top=0.35, bottom=0.55)
    axes = picture.subplots()
    ink: dict[str, Any] = {"ha": "center", "fontsize": 9.5, "color": PALETTE["ink"]}
    start = 0.0
    numbers = table[["left", "stayed"]].to_numpy().tolist()
    for (gone, stayed), shades, mood in zip(numbers, SHADES, ("satisfied", "not satisfied"), strict=True):
        width = gone + stayed
        left = 100 * gone / width
        axes.add_patch(
            Rectangle((start, 0), width, left, facecolor=shades[0], edgecolor="white", hatch=shades[2])
        )
        axes.add_patch(Rectangle((start, left), width, 100 - left, facecolor=shades[1], edgecolor="white"))
        if width >= 70:
            axes.text(
                start + width / 2, 103, f"{mood}: {width:.0f}" if width >= 220 else f"{width:.0f}", **ink
            )
        if width >= 400:
            axes.text(start + width / 2, 90, f"{left:.0f} % of these left", **ink, bbox=LABEL)
        start += width
    axes.set(xlim=(0, 1000), ylim=(0, 100), ylabel="left (dark), stayed (light), %")
    axes.set_xlabel(f"of 1,000 customers; of those who left {_satisfied(numbers):.0f} % were satisfied")
    axes.grid(False)
    return picture


def _satisfied(numbers: list[list[float]]) -> float:
    return 100 * numbers[0][0] / (numbers[0][0] + numbers[1][0])


def thousand_says(table: pd.DataFrame) -> str:
    """Both conditional shares of a thousand customers, in words.

    Parameters
    ----------
    table : DataFrame
        Index satisfied, dissatisfied; columns left, stayed.

    Returns
    -------
    str

    Examples
    --------
    >>> table = pd.DataFrame({"left": [100.0, 100], "stayed": [600, 200]}, index=["satisfied", "dissatisfied"])
    >>> thousand_says(table)
    'Of the 200 who left 50.0 % were satisfied; of the 700 who were satisfied 14.3 % left; of the 300 who were not, 33.3 %.'
    """
    (left, stayed), (other_left, other_stayed) = table[["left", "stayed"]].to_numpy().tolist()
    gone, happy, other = left + other_left, left + stayed, other_left + other_stayed
    return (
        f"Of the {gone:.0f} who left {100 * left / gone:.1f} % were satisfied; of the {happy:.0f} who were satisfied "
        f"{100 * left / happy:.1f} % left; of the {other:.0f} who were not, {100 * other_left / other:.1f} %."
    )
