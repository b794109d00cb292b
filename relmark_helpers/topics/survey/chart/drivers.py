"""Pictures of what moves satisfaction: shares with intervals, and the importance–performance map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.style import PALETTE, figure
from relmark_helpers.words import plain

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PERFORMANCE = (3.6, 6.4)  # both ends of the map's axis, scale points


def importance_map(places: pd.DataFrame, label: str, span: tuple[float, float] = (0, 1)) -> Figure:
    """The importance–performance map: what to mend first stands at the upper left.

    Parameters
    ----------
    places : DataFrame
        As :func:`model.importance_performance` gives; perhaps with importance_low and
        importance_high.
    label : str
        What importance means here, for the axis.
    span : tuple of float
        Both ends of that axis.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> from relmark_helpers.topics.survey.model.drivers import importance_performance
    >>> ratings = pd.DataFrame({"price": [4, 5], "staff": [5, 6]})
    >>> importance_map(importance_performance(ratings, {"price": 0.7, "staff": 0.3}), "share").axes[0].get_xlabel()
    'performance, scale points'
    """
    picture = figure(6.6, 4.3)
    axes = picture.subplots()
    across, up = places["performance"], places["importance"]
    axes.hlines(up, places["low"], places["high"], color=PALETTE["main"], linewidth=1.5)
    if "importance_low" in places:
        axes.vlines(
            across, places["importance_low"], places["importance_high"], color=PALETTE["main"], linewidth=1.5
        )
    axes.plot(across, up, "o", color=PALETTE["main"], markersize=8)
    for name, x, y in zip(places["attribute"], across, up, strict=True):
        axes.text(x + 0.05, y + 0.02 * (span[1] - span[0]), plain(name), fontsize=9.5, color=PALETTE["ink"])
    lines = places.attrs["cross"]
    axes.axvline(lines[0], color=PALETTE["muted"], linewidth=1)
    axes.axhline(lines[1], color=PALETTE["muted"], linewidth=1)
    for x, y, text in (
        (0.01, 0.965, "concentrate here"),
        (0.99, 0.965, "keep it up"),
        (0.01, 0.03, "low priority"),
        (0.99, 0.03, "possible overkill"),
    ):
        axes.text(
            x,
            y,
            text,
            transform=axes.transAxes,
            ha="left" if x < 0.5 else "right",
            va="center",
            fontsize=9.5,
            color=PALETTE["contrast"],
        )
    axes.set(xlim=PERFORMANCE, ylim=span, xlabel="performance, scale points", ylabel=label)
    return picture


def importance_map_says(places: pd.DataFrame, label: str) -> str:
    """The map in words.

    Parameters
    ----------
    places : DataFrame
        As for :func:`importance_map`.
    label : str
        What importance means here.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.topics.survey.model.drivers import importance_performance
    >>> ratings = pd.DataFrame({"price": [4, 5], "staff": [5, 6]})
    >>> importance_map_says(importance_performance(ratings, {"price": 0.7, "staff": 0.3}), "share")
    'Performance and share: price 4.50 and 0.70, concentrate here; staff 5.50 and 0.30, possible overkill.'
    """
    listed = "; ".join(
        f"{plain(row['attribute'])} {row['performance']:.2f} and {row['importance']:.2f}, {row['quadrant']}"
        for row in places.to_dict("records")
    )
    return f"Performance and {label}: {listed}."
