"""Pictures of what customers say and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relmark_helpers.style import CYCLE, PALETTE, figure
from relmark_helpers.words import plain

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def said_and_done(strengths: pd.DataFrame) -> Figure:
    """How strongly satisfaction and trust go with what customers say and with what they do.

    Parameters
    ----------
    strengths : DataFrame
        Columns outcome, cause, estimate, low, high; one row per pair.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"outcome": ["says"], "cause": ["trust"], "estimate": [0.3], "low": [0.2], "high": [0.4]})
    >>> [label.get_text() for label in said_and_done(rows).axes[0].get_yticklabels()]
    ['says']
    """
    picture = figure(6.6, 2.9, left=2.1, top=0.45)
    axes = picture.subplots()
    outcomes = list(dict.fromkeys(strengths["outcome"]))
    for number, (cause, mine) in enumerate(strengths.groupby("cause", sort=False)):
        heights = [outcomes.index(name) + (-0.12, 0.12)[number % 2] for name in mine["outcome"]]
        reach = np.array([mine["estimate"] - mine["low"], mine["high"] - mine["estimate"]])
        axes.errorbar(
            mine["estimate"],
            heights,
            xerr=reach,
            fmt="os"[number % 2],
            color=CYCLE[number],
            label=plain(str(cause)),
        )
    axes.set_yticks(range(len(outcomes)), outcomes)
    axes.set_ylim(len(outcomes) - 0.5, -0.5)
    axes.axvline(0, color=PALETTE["ink"], linewidth=1)
    axes.set_xlabel("standard deviations of the outcome per standard deviation")
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, frameon=False, fontsize=9)
    return picture


def said_and_done_says(strengths: pd.DataFrame) -> str:
    """Which of the two goes more with each outcome, in words.

    Parameters
    ----------
    strengths : DataFrame
        Columns outcome, cause, estimate, low, high.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"outcome": ["says"], "cause": ["trust"], "estimate": [0.3], "low": [0.2], "high": [0.4]})
    >>> said_and_done_says(rows)
    'says: trust 0.30 (0.20 to 0.40).'
    """
    parts = []
    for outcome, mine in strengths.groupby("outcome", sort=False):
        listed = ", ".join(
            f"{plain(row['cause'])} {row['estimate']:.2f} ({row['low']:.2f} to {row['high']:.2f})"
            for row in mine.to_dict("records")
        )
        parts.append(f"{outcome}: {listed}")
    return "; ".join(parts) + "."


def shares(groups: pd.DataFrame, counted: str) -> Figure:
    """A share in each group with its interval.

    Parameters
    ----------
    groups : DataFrame
        Columns group, rows, share, low, high, as :func:`model.share_by_group` gives.
    counted : str
        What is counted, for the axis: ``"bought again within 6 months"``.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> groups = pd.DataFrame({"group": ["a"], "rows": [9], "share": [0.5], "low": [0.2], "high": [0.8]})
    >>> shares(groups, "bought again").axes[0].get_xlabel()
    'bought again, per cent'
    """
    names = [f"{row.group} (n = {row.rows})" for row in groups.itertuples()]
    longest = max(map(len, names))
    picture = figure(6.6, 0.9 + 0.5 * len(groups), left=0.5 + 0.073 * longest, top=0.1)
    axes = picture.subplots()
    places = range(len(groups))
    reach = np.array([100 * (groups["share"] - groups["low"]), 100 * (groups["high"] - groups["share"])])
    axes.errorbar(100 * groups["share"], places, xerr=reach, fmt="o", color=PALETTE["main"], capsize=3)
    axes.set_yticks(places, names)
    axes.set_ylim(len(groups) - 0.5, -0.5)
    axes.set_xlim(0, 100)
    axes.set_xlabel(f"{counted}, per cent")
    return picture


def shares_says(groups: pd.DataFrame, counted: str) -> str:
    """The shares in words.

    Parameters
    ----------
    groups : DataFrame
        Columns group, share, low, high.
    counted : str
        What is counted.

    Returns
    -------
    str

    Examples
    --------
    >>> groups = pd.DataFrame({"group": ["a"], "rows": [9], "share": [0.5], "low": [0.2], "high": [0.8]})
    >>> shares_says(groups, "bought again")
    'Bought again: a 50 % (20 to 80).'
    """
    listed = "; ".join(
        f"{row['group']} {100 * row['share']:.0f} % ({100 * row['low']:.0f} to {100 * row['high']:.0f})"
        for row in groups.to_dict("records")
    )
    return f"{counted[0].upper()}{counted[1:]}: {listed}."
