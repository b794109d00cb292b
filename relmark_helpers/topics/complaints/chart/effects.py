"""Pictures of what recovery does: estimates beside the truth, two designs of a study, and the three justices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relmark_helpers.style import PALETTE, figure
from relmark_helpers.words import signed

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MARKS = {"naive": ("s", "contrast"), "right": ("o", "main"), "truth": ("D", "ink")}
_UNITS = {"satisfaction": "points of satisfaction", "orders": "orders in the half-year after"}
_DESIGNS = {
    "within": "within: before and after",
    "between": "between: against other customers",
    "both": "both: change against change",
    "twin": "truth: against a twin",
}


def beside_truth(estimates: pd.DataFrame) -> Figure:
    """Naive and right estimate with intervals, and the truth, for satisfaction and for orders.

    Parameters
    ----------
    estimates : DataFrame
        What :func:`model.recovery_estimates` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = {"outcome": ["orders"], "estimate": ["naive"], "value": [0.1], "low": [-0.1], "high": [0.3]}
    >>> len(beside_truth(pd.DataFrame(rows)).axes)
    1
    """
    outcomes = estimates["outcome"].unique().tolist()
    picture = figure(6.6, 2.7, left=0.75, top=0.2)
    every = picture.subplots(1, len(outcomes), squeeze=False)[0]
    picture.subplots_adjust(wspace=0.35)
    for axes, outcome in zip(every, outcomes, strict=True):
        rows = estimates[estimates["outcome"] == outcome].to_dict("records")
        axes.axvline(0, color=PALETTE["muted"], linewidth=1)
        for place, row in enumerate(rows):
            mark, colour = _MARKS[row["estimate"]]
            if not pd.isna(row["low"]):
                axes.hlines(place, row["low"], row["high"], color=PALETTE[colour], linewidth=3)
            axes.plot([row["value"]], [place], mark, color=PALETTE[colour], markersize=8)
        axes.set_yticks(range(len(rows)), [row["estimate"] for row in rows])
        axes.set(ylim=(len(rows) - 0.5, -0.5))
        axes.set_xlabel(_UNITS[outcome], fontsize=9)
    return picture


def beside_truth_says(estimates: pd.DataFrame) -> str:
    """The estimates in words.

    Parameters
    ----------
    estimates : DataFrame
        What :func:`model.recovery_estimates` gives.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = {"outcome": ["orders"], "estimate": ["truth"], "value": [0.1], "low": [None], "high": [None]}
    >>> beside_truth_says(pd.DataFrame(rows))
    'What handling gave back, in orders in the half-year after: truth +0.10.'
    """
    parts = []
    for outcome, rows in estimates.groupby("outcome", sort=False):
        listed = []
        for row in rows.to_dict("records"):
            interval = "" if pd.isna(row["low"]) else f" ({signed(row['low'])} to {signed(row['high'])})"
            listed.append(f"{row['estimate']} {signed(row['value'])}{interval}")
        parts.append(f"in {_UNITS[str(outcome)]}: {', '.join(listed)}")
    return f"What handling gave back, {'; '.join(parts)}."


def designs(table: pd.DataFrame) -> Figure:
    """One truth as three studies see it.

    Parameters
    ----------
    table : DataFrame
        What :func:`model.paradox_designs` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = {"design": ["twin"], "difference": [0.1], "low": [0.1], "high": [0.1]}
    >>> tuple(map(float, designs(pd.DataFrame(rows)).axes[0].get_xlim()))
    (-2.5, 2.5)
    """
    picture = figure(6.4, 2.9, left=2.45, top=0.35)
    axes = picture.subplots()
    axes.axvspan(0, 2.5, color="#E3F1EC", zorder=0)
    axes.axvline(0, color=PALETTE["ink"], linewidth=1)
    for place, row in enumerate(table.to_dict("records")):
        colour = PALETTE["ink"] if row["design"] == "twin" else PALETTE["main"]
        mark = "D" if row["design"] == "twin" else "o"
        axes.hlines(place, row["low"], row["high"], color=colour, linewidth=3)
        axes.plot([row["difference"]], [place], mark, color=colour, markersize=8)
    axes.set_yticks(range(len(table)), [_DESIGNS[name] for name in table["design"]])
    axes.set(
        xlim=(-2.5, 2.5),
        ylim=(len(table) - 0.5, -0.5),
        xlabel="satisfaction after recovery, difference in points",
    )
    axes.text(2.45, -0.42, "“paradox”", ha="right", va="top", fontsize=9, color=PALETTE["ink"])
    return picture


def designs_says(table: pd.DataFrame) -> str:
    """What the studies see, in words.

    Parameters
    ----------
    table : DataFrame
        What :func:`model.paradox_designs` gives.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = {"design": ["within", "between", "both", "twin"], "difference": [0.2, -0.1, 0.1, 0.1]}
    >>> designs_says(pd.DataFrame(rows))
    'Within customers +0.20 points, between customers −0.10, both at once +0.10, in truth +0.10: of the first two only the study within customers finds a paradox, and there is one.'
    """
    found = table.set_index("design")["difference"]
    seen = [name for name in ("within", "between") if found[name] > 0]
    told = {0: "neither of the first two finds", 2: "both of the first two find"}
    one = f"of the first two only the study {''.join(seen[:1])} customers finds"
    there = "and there is one" if found["twin"] > 1e-9 else "and there is none"
    return (
        f"Within customers {signed(found['within'])} points, between customers {signed(found['between'])}, both at "
        f"once {signed(found['both'])}, in truth {signed(found['twin'])}: {told.get(len(seen), one)} a paradox, {there}."
    )


def justices(tables: dict[str, pd.DataFrame]) -> Figure:
    """Shares of three justices by several ways of estimating, beside what was put in.

    Parameters
    ----------
    tables : dict of str to DataFrame
        By name of the way, what :func:`model.justice_shares` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = {"justice": ["distributive"], "weight": [0.5], "low": [0.4], "high": [0.6], "truth": [0.5], "naive": [0.4]}
    >>> len(justices({"regression": pd.DataFrame(rows)}).axes)
    1
    """
    picture = figure(6.6, 3.2, top=0.55)
    axes = picture.subplots()
    first = next(iter(tables.values()))
    places = np.arange(len(first))
    axes.plot(
        places - 0.3, 100 * first["naive"], "s", color=PALETTE["contrast"], markersize=8, label="correlations"
    )
    for shift, (name, table), colour in zip((-0.1, 0.1), tables.items(), ("fourth", "main"), strict=False):
        axes.vlines(
            places + shift, 100 * table["low"], 100 * table["high"], color=PALETTE[colour], linewidth=3
        )
        axes.plot(places + shift, 100 * table["weight"], "o", color=PALETTE[colour], markersize=8, label=name)
    axes.plot(places + 0.3, 100 * first["truth"], "D", color=PALETTE["ink"], markersize=8, label="truth")
    axes.set_xticks(places, first["justice"])
    axes.set(ylim=(0, 60), xlim=(-0.6, len(first) - 0.4))
    axes.set_ylabel("share, per cent")
    axes.legend(
        loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=4, frameon=False, fontsize=9, columnspacing=1.0
    )
    return picture


def justices_says(tables: dict[str, pd.DataFrame]) -> str:
    """The shares in words.

    Parameters
    ----------
    tables : dict of str to DataFrame
        As in :func:`justices`.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = {"justice": ["distributive"], "weight": [0.5], "low": [0.4], "high": [0.6], "truth": [0.5], "naive": [0.4]}
    >>> justices_says({"regression": pd.DataFrame(rows)})
    'Distributive: correlations 40 %, regression 50 % (40 to 60), truth 50 %.'
    """
    parts = []
    first = next(iter(tables.values()))
    for number, row in enumerate(first.to_dict("records")):
        ways = []
        for name, table in tables.items():
            one = table.iloc[number]
            ways.append(
                f"{name} {100 * one['weight']:.0f} % ({100 * one['low']:.0f} to {100 * one['high']:.0f})"
            )
        parts.append(
            f"{row['justice'].capitalize()}: correlations {100 * row['naive']:.0f} %, {', '.join(ways)}, "
            f"truth {100 * row['truth']:.0f} %."
        )
    return " ".join(parts)


def trial(table: pd.DataFrame, measure: str, unit: str) -> Figure:
    """What each policy changes in one measure, with intervals.

    Parameters
    ----------
    table : DataFrame
        What :func:`model.policy_trial` gives.
    measure, unit : str
        Which measure, and what it counts.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = {"policy": ["more"], "measure": ["profit"], "difference": [1.0], "low": [0.0], "high": [2.0]}
    >>> trial(pd.DataFrame(rows), "profit", "CNY").axes[0].get_xlabel()
    'profit, CNY, against now'
    """
    rows = table[table["measure"] == measure].reset_index(drop=True)
    picture = figure(6.6, 0.9 + 0.45 * len(rows), left=2.6, top=0.15, bottom=0.6)
    axes = picture.subplots()
    axes.axvline(0, color=PALETTE["ink"], linewidth=1)
    places = np.arange(len(rows))
    axes.hlines(places, rows["low"], rows["high"], color=PALETTE["main"], linewidth=3)
    axes.plot(rows["difference"], places, "o", color=PALETTE["main"], markersize=8)
    axes.set_yticks(places, rows["policy"])
    axes.set(ylim=(len(rows) - 0.5, -0.5), xlabel=f"{measure}, {unit}, against now")
    return picture


def trial_says(table: pd.DataFrame, measure: str, unit: str) -> str:
    """What each policy changes, in words.

    Parameters
    ----------
    table, measure, unit
        As in :func:`trial`.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = {"policy": ["more"], "measure": ["profit"], "difference": [1.0], "low": [0.0], "high": [2.0]}
    >>> trial_says(pd.DataFrame(rows), "profit", "CNY")
    'Profit, CNY, against now: more +1 (+0 to +2).'
    """

    def told(value: float) -> str:
        return f"{value:+,.0f}".replace("-", "−") if abs(value) >= 10 else f"{value:+.2g}".replace("-", "−")

    rows = table[table["measure"] == measure].to_dict("records")
    listed = "; ".join(
        f"{r['policy']} {told(r['difference'])} ({told(r['low'])} to {told(r['high'])})" for r in rows
    )
    return f"{measure.capitalize()}, {unit}, against now: {listed}."
