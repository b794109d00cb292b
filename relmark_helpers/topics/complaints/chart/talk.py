"""Pictures of a story on its way: arithmetic, a branching process, and a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CLAIMED = (200, 300)


def cascade(plain: pd.DataFrame, damped: pd.DataFrame, expected: np.ndarray) -> Figure:
    """Different people who heard, generation by generation: on the network, with recovery, and without any overlap.

    Parameters
    ----------
    plain, damped : DataFrame
        What :func:`model.cascade` gives, without and with recovery.
    expected : array of float
        Expected numbers of a branching process, by generation.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> runs = pd.DataFrame({"heard": [3], "g1": [2], "g2": [1]})
    >>> cascade(runs, runs, np.array([2.0, 4.0])).axes[0].get_yscale()
    'log'
    """
    picture = figure(6.6, 3.7, top=0.75)
    axes = picture.subplots()
    axes.set_yscale("log")
    axes.axhspan(*CLAIMED, color="#FBE3D3", zorder=0)
    generations = np.arange(1, len(expected) + 1)
    lines = {
        "nobody hears twice": (np.cumsum(expected), "--", "muted"),
        "on the network": (_heard(plain), "o-", "contrast"),
        "with recovery": (_heard(damped), "s-", "main"),
    }
    for name, (values, style, colour) in lines.items():
        axes.plot(generations, np.maximum(values, 1), style, color=PALETTE[colour], linewidth=2.2, label=name)
    axes.text(
        len(expected), 245, "the claim: 200 to 300", ha="right", va="center", fontsize=9, color=PALETTE["ink"]
    )
    axes.set(xlim=(0.9, len(expected) + 0.1), ylim=(1, 100_000), xlabel="generation")
    axes.set_xticks(generations)
    axes.set_yticks([1, 10, 100, 1000, 10_000], ["1", "10", "100", "1,000", "10,000"])
    axes.minorticks_off()
    axes.set_ylabel("people who have heard")
    axes.legend(loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=3, frameon=False, fontsize=9)
    return picture


def _heard(runs: pd.DataFrame) -> np.ndarray:
    found: np.ndarray = runs[[name for name in runs if str(name).startswith("g")]].mean().to_numpy().cumsum()
    return found


def cascade_says(plain: pd.DataFrame, damped: pd.DataFrame, expected: np.ndarray) -> str:
    """The three in words.

    Parameters
    ----------
    plain, damped, expected
        As in :func:`cascade`.

    Returns
    -------
    str

    Examples
    --------
    >>> runs = pd.DataFrame({"heard": [3], "tellings": [6], "g1": [2], "g2": [1]})
    >>> cascade_says(runs, runs, np.array([2.0, 4.0]))
    'After 2 generations 6 would have heard if nobody heard twice; on the network 3 have (half of the stories: 3 or fewer), and 50 % of tellings met somebody who knew; with recovery 3.'
    """
    again = 1 - plain["heard"].sum() / max(plain["tellings"].sum(), 1)
    return (
        f"After {len(expected)} generations {expected.sum():,.0f} would have heard if nobody heard twice; on the "
        f"network {plain['heard'].mean():,.0f} have (half of the stories: {plain['heard'].median():,.0f} or fewer), "
        f"and {100 * again:.0f} % of tellings met somebody who knew; with recovery {damped['heard'].mean():,.0f}."
    )


def two_generations(table: pd.DataFrame) -> Figure:
    """People reached after two generations, by the chance of telling on, for several overlaps.

    Parameters
    ----------
    table : DataFrame
        Columns retold, overlap, reach.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> table = pd.DataFrame({"retold": [0.0, 1.0], "overlap": [0.0, 0.0], "reach": [18.0, 261.0]})
    >>> tuple(map(float, two_generations(table).axes[0].get_xlim()))
    (0.0, 100.0)
    """
    picture = figure(6.4, 3.5, top=0.5)
    axes = picture.subplots()
    axes.axhspan(*CLAIMED, color="#FBE3D3", zorder=0)
    axes.text(2, 245, "the claim: 200 to 300", fontsize=9, va="center", color=PALETTE["ink"])
    styles = (("-", "main"), ("--", "third"), (":", "contrast"))
    for (overlap, rows), (style, colour) in zip(table.groupby("overlap"), styles, strict=False):
        name = f"{100 * float(str(overlap)):.0f} % know already"
        axes.plot(
            100 * rows["retold"], rows["reach"], style, color=PALETTE[colour], linewidth=2.2, label=name
        )
    axes.set(xlim=(0, 100), ylim=(0, 320), xlabel="of those told, who tell it on, per cent")
    axes.set_ylabel("people who hear")
    axes.legend(loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=3, frameon=False, fontsize=9)
    return picture


def two_generations_says(table: pd.DataFrame) -> str:
    """The lines in words.

    Parameters
    ----------
    table : DataFrame
        Columns retold, overlap, reach.

    Returns
    -------
    str

    Examples
    --------
    >>> table = pd.DataFrame({"retold": [0.1, 1.0], "overlap": [0.0, 0.0], "reach": [42.3, 261.0]})
    >>> two_generations_says(table)
    'With 0 % who know already 200 people are reached once 100 % tell it on.'
    """
    parts = []
    for overlap, rows in table.groupby("overlap"):
        enough = rows.loc[rows["reach"] >= CLAIMED[0], "retold"]
        told = f"once {100 * enough.min():.0f} % tell it on" if len(enough) else "never"
        parts.append(f"with {100 * float(str(overlap)):.0f} % who know already 200 people are reached {told}")
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}."
