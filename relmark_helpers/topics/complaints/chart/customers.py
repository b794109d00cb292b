"""Pictures of those who complained and those who did not: the funnel, return, and TARP's table at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_WAY = {
    "had a problem": "ink",
    "complained": "main",
    "complained, resolved": "main",
    "complained, resolved, returned": "main",
    "said nothing": "contrast",
    "said nothing, returned": "contrast",
}


def funnel(table: pd.DataFrame) -> Figure:
    """Bars of the funnel: those who complained, and those who said nothing.

    Parameters
    ----------
    table : DataFrame
        What :func:`model.funnel` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> table = pd.DataFrame({"stage": ["had a problem"], "of": ["had a problem"], "count": [10], "share": [1.0]})
    >>> funnel(table).axes[0].texts[0].get_text().strip()
    '10'
    """
    picture = figure(6.6, 3.4, left=2.35, right=0.9)
    axes = picture.subplots()
    places = np.arange(len(table))
    colours = [PALETTE[_WAY[stage]] for stage in table["stage"]]
    axes.barh(places, table["count"], 0.62, color=colours)
    axes.set_yticks(places, table["stage"])
    for place, row in zip(places.tolist(), table.to_dict("records"), strict=True):
        told = (
            f"{row['count']}" if row["stage"] == row["of"] else f"{row['count']} ({100 * row['share']:.0f} %)"
        )
        axes.text(row["count"], place, f" {told}", va="center", fontsize=9.5, color=PALETTE["ink"])
    axes.set(
        xlim=(0, 1.12 * table["count"].max()), ylim=(len(table) - 0.5, -0.5), xlabel="answers with a problem"
    )
    axes.grid(False, axis="y")
    return picture


def funnel_says(table: pd.DataFrame) -> str:
    """The funnel in words.

    Parameters
    ----------
    table : DataFrame
        What :func:`model.funnel` gives.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = {"stage": ["had a problem", "said nothing"], "of": ["had a problem"] * 2, "count": [4, 2]}
    >>> funnel_says(pd.DataFrame(rows | {"share": [1.0, 0.5], "low": [0.5, 0.1], "high": [1.0, 0.9]}))
    'Had a problem: 4. Said nothing: 2, 50 % of had a problem (10 to 90).'
    """
    parts = []
    for row in table.to_dict("records"):
        name = row["stage"][0].upper() + row["stage"][1:]
        if row["stage"] == row["of"]:
            parts.append(f"{name}: {row['count']}.")
        else:
            interval = f"({100 * row['low']:.0f} to {100 * row['high']:.0f})"
            parts.append(f"{name}: {row['count']}, {100 * row['share']:.0f} % of {row['of']} {interval}.")
    return " ".join(parts)


def returns(table: pd.DataFrame) -> Figure:
    """Share who came back with intervals, by severity and handling.

    Parameters
    ----------
    table : DataFrame
        What :func:`model.return_by_handling` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = {"severity": ["minor"], "handling": ["resolved"], "rows": [9], "share": [0.5], "low": [0.2], "high": [0.8]}
    >>> tuple(map(float, returns(pd.DataFrame(rows)).axes[0].get_xlim()))
    (0.0, 100.0)
    """
    picture = figure(6.4, 3.3, left=2.35)
    axes = picture.subplots()
    places = np.arange(len(table))
    colours = [PALETTE["contrast"] if each == "major" else PALETTE["main"] for each in table["severity"]]
    axes.hlines(places, 100 * table["low"], 100 * table["high"], color=colours, linewidth=3)
    for place, row, colour in zip(places.tolist(), table.to_dict("records"), colours, strict=True):
        mark = "s" if row["severity"] == "major" else "o"
        axes.plot([100 * row["share"]], [place], mark, color=colour, markersize=8)
    axes.set_yticks(places, [f"{row['severity']}, {row['handling']}" for row in table.to_dict("records")])
    axes.set(xlim=(0, 100), ylim=(len(table) - 0.5, -0.5), xlabel="came back, per cent, with 95 % intervals")
    return picture


def returns_says(table: pd.DataFrame) -> str:
    """Share who came back, in words.

    Parameters
    ----------
    table : DataFrame
        What :func:`model.return_by_handling` gives.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = {"severity": ["minor"], "handling": ["resolved"], "rows": [9], "share": [0.5], "low": [0.2], "high": [0.8]}
    >>> returns_says(pd.DataFrame(rows))
    'Came back after a minor problem: resolved 50 % (20 to 80, of 9).'
    """
    parts = []
    for severity, rows in table.groupby("severity", sort=False):
        listed = ", ".join(
            f"{row['handling']} {100 * row['share']:.0f} % ({100 * row['low']:.0f} to {100 * row['high']:.0f}, "
            f"of {row['rows']})"
            for row in rows.to_dict("records")
        )
        parts.append(f"after a {severity} problem: {listed}")
    return f"Came back {'; '.join(parts)}."


def rebuy(ways: pd.DataFrame) -> Figure:
    """A hundred customers with a problem: how wide each way is, and how high its share who would buy again.

    Parameters
    ----------
    ways : DataFrame
        What :func:`model.rebuy_by_handling` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> ways = pd.DataFrame({"handling": ["no complaint"], "share": [1.0], "rebuy": [0.09]})
    >>> tuple(map(float, rebuy(ways).axes[0].get_xlim()))
    (0.0, 100.0)
    """
    picture = figure(6.6, 3.7, top=0.6)
    axes = picture.subplots()
    left = 100 * np.concatenate([[0], np.cumsum(ways["share"])[:-1]])
    colours = [PALETTE[name] for name in ("muted", "contrast", "third", "main")]
    mean = 100 * float((ways["share"] * ways["rebuy"]).sum())
    for start, row, colour in zip(left.tolist(), ways.to_dict("records"), colours, strict=False):
        wide = 100 * row["share"]
        axes.bar(start, 100, wide, align="edge", color="white", edgecolor=PALETTE["muted"], linewidth=0.8)
        bar = axes.bar(start, 100 * row["rebuy"], wide, align="edge", color=colour)
        bar.set_label(f"{row['handling']}")
        if wide >= 8:
            axes.text(
                start + wide / 2,
                (mean if 0 <= mean - 100 * row["rebuy"] < 9 else 100 * row["rebuy"]) + 2,
                f"{100 * row['rebuy']:.0f} %",
                ha="center",
                fontsize=9,
                color=PALETTE["ink"],
            )
    axes.axhline(mean, color=PALETTE["ink"], linewidth=1.6, linestyle="--")
    axes.set(xlim=(0, 100), ylim=(0, 104), xlabel="of 100 customers with a problem (dashed: all together)")
    axes.set_ylabel("would buy again, %")
    axes.legend(
        loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=4, frameon=False, fontsize=9, columnspacing=1.0
    )
    axes.grid(False)
    return picture


def rebuy_says(ways: pd.DataFrame) -> str:
    """What the table promises, in words.

    Parameters
    ----------
    ways : DataFrame
        What :func:`model.rebuy_by_handling` gives.

    Returns
    -------
    str

    Examples
    --------
    >>> ways = pd.DataFrame({"handling": ["no complaint", "resolved"], "share": [0.9, 0.1], "rebuy": [0.1, 0.5]})
    >>> rebuy_says(ways)
    'Of 100 customers with a problem 14 would buy again; of the 10 who complain, 50 %; the 90 who say nothing are 64 % of those who would.'
    """
    total = float((ways["share"] * ways["rebuy"]).sum())
    silent = ways.iloc[0]
    speak = 1 - silent["share"]
    of_them = (total - silent["share"] * silent["rebuy"]) / speak if speak > 0 else float("nan")
    told = (
        f"of the {100 * speak:.0f} who complain, {100 * of_them:.0f} %" if speak > 0 else "nobody complains"
    )
    part = silent["share"] * silent["rebuy"] / total if total else 0.0
    return (
        f"Of 100 customers with a problem {100 * total:.0f} would buy again; {told}; "
        f"the {100 * silent['share']:.0f} who say nothing are {100 * part:.0f} % of those who would."
    )
