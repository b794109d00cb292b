"""Pictures of the ladder: the moves between stages, a cohort on its way, and the market at rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

STAGE_COLOURS = {
    "trying": PALETTE["contrast"],
    "returning": PALETTE["third"],
    "trusting": PALETTE["main"],
    "lost": PALETTE["muted"],
}
STYLES = {"trying": ":", "returning": "--", "trusting": "-", "lost": "-."}


def moves(
    observed: pd.DataFrame, expected: pd.DataFrame | None = None, name: str = "nobody changes"
) -> Figure:
    """Chances of moving from each stage, with intervals, and perhaps those of a model beside them.

    Parameters
    ----------
    observed : DataFrame
        Columns from, to, chance, low, high; the way from watching is left out.
    expected : DataFrame, optional
        Chances of a model: from stage (index), to stage (columns).
    name : str
        What to call the model.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"from": ["trying"], "to": ["lost"], "chance": [0.2], "low": [0.1], "high": [0.3]})
    >>> moves(rows).axes[0].texts[0].get_text()
    'trying → lost'
    """
    shown = observed[observed["from"] != "watching"].reset_index(drop=True)
    picture = figure(6.6, 4.4, left=1.9, top=0.4)
    axes = picture.subplots()
    places = np.arange(len(shown))
    axes.hlines(places, 100 * shown["low"], 100 * shown["high"], color=PALETTE["main"], linewidth=3)
    axes.plot(100 * shown["chance"], places, "o", color=PALETTE["main"], label="Meridian Home")
    if expected is not None:
        model = expected.to_dict("index")
        chances = [model[row["from"]][row["to"]] for row in shown.to_dict("records")]
        axes.plot(
            100 * np.array(chances), places, "D", mfc="none", mew=1.8, color=PALETTE["contrast"], label=name
        )
    axes.yaxis.set_visible(
        False
    )  # names as texts: ticks cost more, and this is drawn at every move of a lever
    axes.hlines(places, 0, 100, color=PALETTE["faint"], linewidth=0.8, zorder=0)
    for place, row in zip(places.tolist(), shown.to_dict("records"), strict=True):
        axes.text(-2, place, f"{row['from']} → {row['to']}", ha="right", va="center", fontsize=9)
    for line in np.flatnonzero(shown["from"].ne(shown["from"].shift()).to_numpy())[1:]:
        axes.axhline(line - 0.5, color=PALETTE["muted"], linewidth=1)
    axes.set(xlim=(0, 100), ylim=(len(shown) - 0.5, -0.5), xlabel="chance within a half-year, per cent")
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, frameon=False, fontsize=9)
    return picture


def moves_says(observed: pd.DataFrame, expected: pd.DataFrame | None = None) -> str:
    """The moves in words; with a model, how far it is from them on average and where most.

    Parameters
    ----------
    observed : DataFrame
        Columns from, to, chance, low, high.
    expected : DataFrame, optional
        Chances of a model.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"from": ["trying"], "to": ["lost"], "chance": [0.2], "low": [0.1], "high": [0.3]})
    >>> moves_says(rows)
    'Within a half-year, from trying: lost 20 % (10 to 30).'
    """
    shown = observed[observed["from"] != "watching"]
    if expected is None:
        parts = []
        for stage, mine in shown.groupby("from", sort=False):
            listed = ", ".join(
                f"{row['to']} {100 * row['chance']:.0f} % ({100 * row['low']:.0f} to {100 * row['high']:.0f})"
                for row in mine.to_dict("records")
            )
            parts.append(f"from {stage}: {listed}")
        return f"Within a half-year, {'; '.join(parts)}."
    rows, model = shown.to_dict("records"), expected.to_dict("index")
    gaps = [100 * (row["chance"] - model[row["from"]][row["to"]]) for row in rows]
    worst = int(np.argmax(np.abs(gaps)))
    row = rows[worst]
    told = 100 * model[row["from"]][row["to"]]
    stay = 100 * model["trusting"]["trusting"]
    return (
        f"Customers who never change would stay trusting with {stay:.0f} %; their moves differ from the counted "
        f"ones by {np.mean(np.abs(gaps)):.1f} percentage points on average, most from {row['from']} to "
        f"{row['to']}: {told:.0f} % against {100 * row['chance']:.0f} % counted."
    )


def cohort_and_market(path: pd.DataFrame, resting: pd.Series, before: pd.Series) -> Figure:
    """A hundred people who try, followed; and the market at rest, beside what it was without any push.

    Parameters
    ----------
    path : DataFrame
        Columns half_year, trying, returning, trusting, lost, in per cent.
    resting, before : Series
        Share of each stage in the steady state, now and without any push.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> path = pd.DataFrame({"half_year": [0, 1], "trying": [100, 60], "returning": [0, 10], "trusting": [0, 5], "lost": [0, 25]})
    >>> rest = pd.Series({"watching": 0.7, "trying": 0.1, "returning": 0.1, "trusting": 0.1})
    >>> len(cohort_and_market(path, rest, rest).axes)
    2
    """
    picture = figure(6.9, 3.5, left=0.7, top=0.35)
    left, right = picture.subplots(1, 2, gridspec_kw={"width_ratios": [1.35, 1], "wspace": 0.62})
    ends = []
    for stage, colour in STAGE_COLOURS.items():
        left.plot(path["half_year"], path[stage], STYLES[stage], color=colour, linewidth=2.2)
        ends.append((float(path[stage].iloc[-1]), stage, colour))
    _name_lines(left, float(path["half_year"].iloc[-1]) + 0.3, ends)
    left.set(xlim=(0, path["half_year"].iloc[-1]), ylim=(0, 100.5), xlabel="half-years")
    left.set_xticks([0, 4, 8, 12])
    left.set_ylabel("of 100 who try", fontsize=9)
    names = list(STAGE_COLOURS)[:3]
    places = range(3)
    right.barh(
        places, [1000 * resting[name] for name in names], 0.55, color=[STAGE_COLOURS[n] for n in names]
    )
    right.plot([1000 * before[name] for name in names], places, "|", ms=24, mew=3, color=PALETTE["ink"])
    right.set_yticks(places, names)
    right.set(xlim=(0, 330), ylim=(2.5, -0.5))
    right.set_xticks([0, 100, 200, 300])
    right.set_xlabel("of 1,000 persons, at rest", fontsize=9)
    right.set_title("❘ without any push", fontsize=9, loc="left")
    return picture


def cohort_and_market_says(
    climbs: Mapping[str, float], stay: float, resting: pd.Series, before: pd.Series
) -> str:
    """Chance and time of the way up, the stay, and the market at rest, in words.

    Parameters
    ----------
    climbs : mapping
        chance and half_years, as :func:`model.climb` gives.
    stay : float
        Expected half-years of one who tries.
    resting, before : Series
        Share of each stage in the steady state, now and without any push.

    Returns
    -------
    str

    Examples
    --------
    >>> rest = pd.Series({"watching": 0.7, "trying": 0.1, "returning": 0.1, "trusting": 0.1})
    >>> cohort_and_market_says({"chance": 0.4, "half_years": 3.0}, 5.0, rest, rest).split(". ")[0]
    'Of 100 who try 40 become trusting before they are lost, those after 3.0 half-years on average'
    """
    now, then = 1000 * (1 - resting["watching"]), 1000 * (1 - before["watching"])
    return (
        f"Of 100 who try {100 * climbs['chance']:.0f} become trusting before they are lost, those after "
        f"{climbs['half_years']:.1f} half-years on average. One who tries stays {stay:.1f} half-years. In the steady "
        f"state {now:.0f} of 1,000 persons are customers ({then:.0f} without any push), "
        f"{1000 * resting['trusting']:.0f} of them trusting ({1000 * before['trusting']:.0f})."
    )


def _name_lines(axes: Axes, x: float, ends: list[tuple[float, str, str]]) -> None:
    """Write each line's name at its end, pushed apart where they would overlap."""
    lowest = -20.0
    for value, name, colour in sorted(ends):
        lowest = max(value, lowest + 9.5)
        axes.text(x, lowest, name, color=colour, va="center", fontsize=9, clip_on=False)
