"""Pictures of the ledger under rules of expiry, and of what points owe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PARTS = {
    "burned": PALETTE["main"],
    "refused": PALETTE["fourth"],
    "expired": PALETTE["contrast"],
    "open": PALETTE["third"],
}
MARKS = {"burned": "", "refused": "xx", "expired": "//", "open": ".."}


def expiry_years(rules: pd.DataFrame) -> Figure:
    """By year: points burned, refused, expired, and open at its end.

    Parameters
    ----------
    rules : DataFrame
        Columns year, burned, refused, expired, open (points), as :func:`model.other_rules` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"year": [2022], "burned": [5], "refused": [0], "expired": [1], "open": [4]})
    >>> expiry_years(rows).axes[0].get_ylabel()
    'million points'
    """
    picture = figure(6.6, 3.0, left=0.75, top=0.45, bottom=0.4)
    axes = picture.subplots()
    width = 0.2
    for number, (name, colour) in enumerate(PARTS.items()):
        places = [place + (number - 1.5) * width for place in range(len(rules))]
        axes.bar(
            places,
            rules[name] / 1e6,
            width * 0.92,
            color=colour,
            hatch=MARKS[name],
            edgecolor="white",
            label=name,
        )
    axes.set_xticks(range(len(rules)), rules["year"].astype(str).tolist())
    axes.set(ylim=(0, 9), ylabel="million points")
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=4, frameon=False, fontsize=9)
    return picture


def expiry_years_says(rules: pd.DataFrame, years: int, oldest_first: bool) -> str:
    """The same in words.

    Parameters
    ----------
    rules : DataFrame
        As for :func:`expiry_years`.
    years : int
        Calendar years until points expire.
    oldest_first : bool
        Which points rewards take first.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"year": [2022], "burned": [5e6], "refused": [0], "expired": [1e6], "open": [4e6]})
    >>> expiry_years_says(rows, 2, True)
    'Expiry after 2 calendar years, the oldest points used first: 1.00 million points expire in all, rewards for 0.00 million points are refused, and 4.00 million are open at the end.'
    """
    order = "oldest" if oldest_first else "newest"
    unit = "year" if years == 1 else "years"
    return (
        f"Expiry after {years} calendar {unit}, the {order} points used first: "
        f"{rules['expired'].sum() / 1e6:.2f} million points expire in all, rewards for "
        f"{rules['refused'].sum() / 1e6:.2f} million points are refused, and "
        f"{rules['open'].iloc[-1] / 1e6:.2f} million are open at the end."
    )


def schedule(kept: pd.DataFrame, changed: pd.DataFrame) -> Figure:
    """Revenue and liability by period, with the first estimate kept and with it changed.

    Parameters
    ----------
    kept, changed : DataFrame
        Columns period, revenue, liability, as :func:`model.recognised` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"period": [1, 2], "revenue": [4.0, 3.0], "liability": [5.0, 2.0]})
    >>> len(schedule(rows, rows).axes)
    2
    """
    picture = figure(6.8, 2.8, left=0.85, top=0.4, right=0.15, bottom=0.4)
    left, right = picture.subplots(1, 2, sharey=True)
    picture.subplots_adjust(wspace=0.15)
    left.set(ylim=(-1_000, 10_000), yticks=range(0, 10_001, 2_500))
    for axes, name in ((left, "revenue"), (right, "liability")):
        places = range(len(kept))
        axes.bar(
            [p - 0.19 for p in places], kept[name], 0.34, color=PALETTE["muted"], label="first estimate kept"
        )
        axes.bar(
            [p + 0.19 for p in places],
            changed[name],
            0.34,
            color=PALETTE["main"],
            hatch="//",
            edgecolor="white",
            label="estimate changed",
        )
        axes.set_xticks(list(places), [f"period {each}" for each in kept["period"]])
        axes.set_title(f"{name}, CU", fontsize=10, loc="left")
        axes.axhline(0, color=PALETTE["muted"], linewidth=1)
    left.legend(loc="upper right", frameon=False, fontsize=8)
    return picture


def schedule_says(kept: pd.DataFrame, changed: pd.DataFrame) -> str:
    """The same in words, with what the change does to profit.

    Parameters
    ----------
    kept, changed : DataFrame
        As for :func:`schedule`.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"period": [1, 2], "revenue": [4.0, 3.0], "liability": [5.0, 2.0]})
    >>> schedule_says(rows, rows)
    'Revenue from points is 4 in period 1 and 3 in period 2; 2 are still owed. The change of estimate moves the profit of period 2 by +0.'
    """
    told = " and ".join(
        f"{row['revenue']:,.0f} in period {row['period']:.0f}" for row in changed.to_dict("records")
    )
    moved = float(changed["revenue"].iloc[-1] - kept["revenue"].iloc[-1])
    return (
        f"Revenue from points is {told}; {changed['liability'].iloc[-1]:,.0f} are still owed. The change of "
        f"estimate moves the profit of period {changed['period'].iloc[-1]:.0f} by {moved:+,.0f}."
    )
