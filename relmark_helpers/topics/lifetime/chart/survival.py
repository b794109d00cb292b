"""Pictures of staying: survival curves with their intervals, and projections against what came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.style import CYCLE, PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DASHES = ("-", "--", ":")


def survival_curves(curves: Mapping[str, pd.DataFrame]) -> Figure:
    """Kaplan-Meier curves with their pointwise 95 % intervals.

    Parameters
    ----------
    curves : mapping of str to DataFrame
        By name, columns month, survival, low, high, as :func:`model.kaplan_meier` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"month": [0, 1], "survival": [1, 0.8], "low": [1, 0.7], "high": [1, 0.9]})
    >>> len(survival_curves({"seen": rows}).axes[0].lines)
    1
    """
    picture = figure(6.6, 3.7, top=0.5)
    axes = picture.subplots()
    last = max(int(curve["month"].max()) for curve in curves.values())
    for number, (name, curve) in enumerate(curves.items()):
        axes.fill_between(
            curve["month"],
            100 * curve["low"],
            100 * curve["high"],
            color=CYCLE[number],
            step="post",
            alpha=0.18,
            linewidth=0,
        )
        axes.step(
            curve["month"],
            100 * curve["survival"],
            DASHES[number % 3],
            where="post",
            color=CYCLE[number],
            linewidth=2,
            label=name,
        )
    axes.set_xticks(range(0, last + 1, 6))
    axes.set(
        xlim=(0, last + 0.5), ylim=(0, 102), xlabel="months since the start", ylabel="still there, per cent"
    )
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, frameon=False, fontsize=9)
    return picture


def survival_curves_says(curves: Mapping[str, pd.DataFrame], months: tuple[int, ...] = (6, 12)) -> str:
    """The curves at some months in words.

    Parameters
    ----------
    curves : mapping of str to DataFrame
        As for the picture.
    months : tuple of int
        Which months.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"month": [0, 1], "survival": [1, 0.8], "low": [1, 0.7], "high": [1, 0.9]})
    >>> survival_curves_says({"seen": rows}, (1,))
    'Still there, seen: after 1 months 80 % (70 to 90).'
    """
    parts = []
    for name, curve in curves.items():
        rows = [(month, curve[curve["month"] <= month].iloc[-1]) for month in months]
        listed = ", ".join(
            f"after {month} months {100 * row['survival']:.0f} % ({100 * row['low']:.0f} to {100 * row['high']:.0f})"
            for month, row in rows
        )
        parts.append(f"{name}: {listed}")
    return f"Still there, {'; '.join(parts)}."


def projection(table: pd.DataFrame, fitted_years: int) -> Figure:
    """Projections of both models against what was seen before and after the fit.

    Parameters
    ----------
    table : DataFrame
        Columns year, seen, sBG, low, high, constant churn, as :func:`model.projected` gives.
    fitted_years : int
        How many years the models had seen.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> columns = ["year", "seen", "sBG", "low", "high", "constant churn"]
    >>> projection(pd.DataFrame([[0, 1, 1, 1, 1, 1]], columns=columns), 0).axes[0].get_ylabel()
    'still there, per cent'
    """
    picture = figure(6.6, 3.7, top=0.5)
    axes = picture.subplots()
    axes.fill_between(
        table["year"], 100 * table["low"], 100 * table["high"], color=PALETTE["main"], alpha=0.18, linewidth=0
    )
    axes.plot(table["year"], 100 * table["sBG"], "-", color=PALETTE["main"], linewidth=2, label="sBG")
    axes.plot(
        table["year"],
        100 * table["constant churn"],
        "--",
        color=PALETTE["contrast"],
        linewidth=2,
        label="constant churn",
    )
    axes.plot(table["year"], 100 * table["seen"], "o", color=PALETTE["ink"], markersize=5, label="published")
    axes.axvline(fitted_years + 0.5, color=PALETTE["muted"], linestyle=":")
    axes.set_xticks(range(0, int(table["year"].max()) + 1, 2))
    axes.text(fitted_years + 0.6, 99, "hold-out", va="top", color=PALETTE["muted"], fontsize=9)
    axes.set(
        xlim=(0, table["year"].max() + 0.3), ylim=(0, 102), xlabel="years", ylabel="still there, per cent"
    )
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=3, frameon=False, fontsize=9)
    return picture


def projection_says(table: pd.DataFrame, fitted_years: int) -> str:
    """The last year of the projection in words.

    Parameters
    ----------
    table : DataFrame
        As for the picture.
    fitted_years : int
        How many years the models had seen.

    Returns
    -------
    str

    Examples
    --------
    >>> columns = ["year", "seen", "sBG", "low", "high", "constant churn"]
    >>> projection_says(pd.DataFrame([[9, 0.2, 0.21, 0.18, 0.24, 0.1]], columns=columns), 7)
    'Fitted to 7 years, year 9: published 20.0 %, sBG 21.0 % (95 % interval 18.0 to 24.0), constant churn 10.0 %.'
    """
    row = table.iloc[-1]
    seen = f"published {100 * row['seen']:.1f} %, " if pd.notna(row["seen"]) else ""
    return (
        f"Fitted to {fitted_years} years, year {int(row['year'])}: {seen}sBG {100 * row['sBG']:.1f} % (95 % interval "
        f"{100 * row['low']:.1f} to {100 * row['high']:.1f}), constant churn {100 * row['constant churn']:.1f} %."
    )
