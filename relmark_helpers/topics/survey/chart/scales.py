"""Pictures of alpha: what more items do, and what alpha does not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from relmark_helpers.topics.survey.model.indicators import Estimate


def alpha_by_items(lines: pd.DataFrame, items: int, found: Estimate) -> Figure:
    """Alpha by the number of items, with the interval at one number, and how much the first factor explains.

    Parameters
    ----------
    lines : DataFrame
        Columns items, alpha, first, second (the two largest factors' shares of all variance).
    items : int
        The number that is marked.
    found : Estimate
        Alpha there with its interval.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> from relmark_helpers.topics.survey.model.scales import alpha_interval
    >>> lines = pd.DataFrame({"items": [4, 6], "alpha": [0.7, 0.8], "first": 0.4, "second": 0.2})
    >>> len(alpha_by_items(lines, 4, alpha_interval(0.7, 100, 4)).axes[0].lines)
    5
    """
    picture = figure(6.6, 3.9, right=1.55)
    axes = picture.subplots()
    last = float(lines["items"].iloc[-1]) + 0.4
    ends = []
    for name, text, role, dash in (
        ("alpha", "alpha", "main", "-"),
        ("first", "first factor", "contrast", "--"),
        ("second", "second factor", "third", ":"),
    ):
        axes.plot(lines["items"], lines[name], dash, color=PALETTE[role], linewidth=2.5)
        ends.append((float(lines[name].iloc[-1]), text, PALETTE[role]))
    axes.plot([items, items], [found.low, found.high], color=PALETTE["ink"], linewidth=2)
    axes.plot([items], [found.value], "o", color=PALETTE["ink"], markersize=7)
    lowest = -1.0
    for value, text, colour in sorted(ends):
        lowest = max(value, lowest + 0.07)
        axes.text(last, lowest, text, color=colour, va="center", fontsize=9.5, clip_on=False)
    axes.set(xlim=(3.7, 20.3), ylim=(-0.2, 1.05), xlabel="items", ylabel="alpha; share of all variance")
    axes.set_xticks(range(4, 21, 4))
    return picture


def alpha_by_items_says(items: int, found: Estimate, shares: tuple[float, float]) -> str:
    """The same in words.

    Parameters
    ----------
    items : int
        How many.
    found : Estimate
        Alpha with its interval.
    shares : tuple of float
        Of the two largest factors.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.topics.survey.model.scales import alpha_interval
    >>> alpha_by_items_says(12, alpha_interval(0.82, 200, 12), (0.33, 0.33))[:56]
    'With 12 items alpha is 0.82 (95 % interval 0.78 to 0.85)'
    """
    first, second = shares
    verdict = (
        "two factors of the same size: one score for two things"
        if second > 0.8 * first
        else "a second factor of note"
        if second > max(0.5 * first, 1.5 / items)
        else "one factor stands out"
    )
    return (
        f"With {items} items alpha is {found.value:.2f} (95 % interval {found.low:.2f} to {found.high:.2f}) at "
        f"{found.answers:,} respondents. The first factor holds {first:.0%} of all variance and the second "
        f"{second:.0%}: {verdict}."
    )
