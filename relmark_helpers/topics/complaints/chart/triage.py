"""Pictures of triage: what was taken for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def confusion(sorted_texts: pd.DataFrame) -> Figure:
    """What was taken for what: a table of squares, the right ones on the diagonal.

    Parameters
    ----------
    sorted_texts : DataFrame
        Columns actual and guess.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"actual": ["a", "a", "b"], "guess": ["a", "b", "b"]})
    >>> confusion(rows).axes[0].texts[0].get_text()
    '1'
    """
    table = pd.crosstab(sorted_texts["actual"], sorted_texts["guess"])
    names = sorted(set(table.index) | set(table.columns))
    table = table.reindex(index=names, columns=names, fill_value=0)
    picture = figure(6.2, 4.3, left=1.55, bottom=1.25, top=0.15)
    axes = picture.subplots()
    shares = table.div(table.sum(axis=1), axis=0).to_numpy()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1.2, aspect="auto")
    for row, values in enumerate(table.to_numpy().tolist()):
        for column, count in enumerate(values):
            colour = "white" if shares[row, column] > 0.65 else PALETTE["ink"]
            axes.text(column, row, str(count), ha="center", va="center", fontsize=10, color=colour)
    words = [name.replace("_", " ") for name in names]
    axes.set_xticks(range(len(names)), words, rotation=30, ha="right")
    axes.set_yticks(range(len(names)), words)
    axes.set(xlabel="taken for", ylabel="the desk's category")
    axes.grid(False)
    return picture


def confusion_says(sorted_texts: pd.DataFrame) -> str:
    """How many are right, and what is mistaken most, in words.

    Parameters
    ----------
    sorted_texts : DataFrame
        Columns actual and guess.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"actual": ["a", "a", "b"], "guess": ["a", "b", "b"]})
    >>> confusion_says(rows)
    'Of 3 complaints 2 (67 %) are sorted as the desk sorted them; most often mistaken: a for b (1).'
    """
    right = sorted_texts["actual"] == sorted_texts["guess"]
    wrong = (
        sorted_texts[~right].groupby(["actual", "guess"]).size().sort_values(ascending=False, kind="stable")
    )
    first = wrong.rename("count").reset_index().head(3).to_dict("records")
    pairs = [f"{row['actual']} for {row['guess']} ({row['count']})".replace("_", " ") for row in first]
    told = f"; most often mistaken: {', '.join(pairs)}" if pairs else ""
    return f"Of {len(right)} complaints {right.sum()} ({100 * right.mean():.0f} %) are sorted as the desk sorted them{told}."
