"""Pictures of the three bonds: what each adds to orders, trust, staying and profit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BOND_COLOURS = {"financial": PALETTE["main"], "social": PALETTE["third"], "structural": PALETTE["contrast"]}
MEASURE_NAMES = {
    "orders": ("orders in three years", "a customer"),
    "trust": ("trust of members", "points"),
    "kept": ("customers still there", "percentage points"),
    "profit": ("profit", "CNY a customer"),
}


def bond_bars(effects: pd.DataFrame) -> Figure:
    """One panel a measure: what each bond adds, with its interval.

    Parameters
    ----------
    effects : DataFrame
        Columns bond, measure, effect, low, high, as :func:`model.bond_effects` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"bond": ["social"], "measure": ["trust"], "effect": [0.3], "low": [0.2], "high": [0.4]})
    >>> bond_bars(rows).axes[0].get_title(loc="left")
    'trust of members'
    """
    measures = [each for each in MEASURE_NAMES if each in set(effects["measure"])]
    picture = figure(6.9, 4.4, left=1.0, top=0.35, right=0.2)
    grid = picture.subplots((len(measures) + 1) // 2, min(2, len(measures)), squeeze=False, sharey=True)
    picture.subplots_adjust(hspace=0.85, wspace=0.12)
    for axes, measure in zip(grid.ravel(), measures, strict=False):
        rows = effects[effects["measure"] == measure].reset_index(drop=True)
        colours = [BOND_COLOURS[each] for each in rows["bond"]]
        axes.axvline(0, color=PALETTE["muted"], linewidth=1)
        axes.hlines(rows.index, rows["low"], rows["high"], color=colours, linewidth=3)
        axes.scatter(rows["effect"], rows.index, color=colours, s=40, zorder=3)
        axes.set_yticks(list(rows.index), rows["bond"].tolist())
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_title(MEASURE_NAMES[measure][0], fontsize=10, loc="left")
        axes.set_xlabel(MEASURE_NAMES[measure][1], fontsize=9)
    for axes in grid.ravel()[len(measures) :]:
        axes.set_visible(False)
    return picture


def bond_bars_says(effects: pd.DataFrame) -> str:
    """What each bond adds, in words.

    Parameters
    ----------
    effects : DataFrame
        Columns bond, measure, effect, low, high.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"bond": ["social"], "measure": ["trust"], "effect": [0.3], "low": [0.2], "high": [0.4]})
    >>> bond_bars_says(rows)
    'The social bond adds 0.30 points of trust (0.20 to 0.40).'
    """
    forms = {
        "orders": "{} orders a customer",
        "trust": "{} points of trust",
        "kept": "{} percentage points of customers still there",
        "profit": "{} CNY of profit a customer",
    }
    told = []
    for bond, rows in effects.groupby("bond", sort=False):
        parts = []
        for row in rows.to_dict("records"):
            digits = {"orders": 2, "trust": 2, "kept": 1, "profit": 0}[row["measure"]]
            effect, low, high = (f"{row[name]:z.{digits}f}" for name in ("effect", "low", "high"))
            parts.append(f"{forms[row['measure']].format(effect)} ({low} to {high})")
        told.append(f"The {bond} bond adds {', '.join(parts)}.")
    return " ".join(told)


def bond_settings(rows: pd.DataFrame) -> Figure:
    """Four programmes side by side: points alone, with each benefit, with both; against no club.

    Parameters
    ----------
    rows : DataFrame
        Columns programme, orders, kept, net, net_low, net_high (net in thousand CNY), all against no club.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> row = {"programme": ["points"], "orders": [900.0], "kept": [1.0], "net": [150.0], "net_low": [120.0], "net_high": [180.0]}
    >>> len(bond_settings(pd.DataFrame(row)).axes)
    3
    """
    picture = figure(6.9, 2.4, left=1.35, right=0.2, top=0.35, bottom=0.35)
    panels = picture.subplots(1, 3, sharey=True)
    picture.subplots_adjust(wspace=0.14)
    places = list(range(len(rows)))
    colours = [PALETTE["main"], PALETTE["third"], PALETTE["contrast"], PALETTE["fifth"]][: len(rows)]
    for axes, name, title, limits, ticks in (
        (panels[0], "orders", "orders more", (-200, 3200), [0, 1000, 2000, 3000]),
        (panels[1], "kept", "kept, % points", (-1, 7), [0, 2, 4, 6]),
        (panels[2], "net", "net, thousand CNY", (-300, 700), [0, 300, 600]),
    ):
        axes.barh(places, rows[name], 0.55, color=colours)
        axes.axvline(0, color=PALETTE["muted"], linewidth=1)
        axes.set(xlim=limits, ylim=(len(rows) - 0.5, -0.5))
        axes.set_xticks(ticks)
        axes.set_title(title, fontsize=10, loc="left")
    panels[2].hlines(places, rows["net_low"], rows["net_high"], color=PALETTE["ink"], linewidth=2)
    panels[0].set_yticks(places, rows["programme"].tolist())
    return picture


def bond_settings_says(rows: pd.DataFrame, give_back: float) -> str:
    """The four programmes in words.

    Parameters
    ----------
    rows : DataFrame
        As for :func:`bond_settings`.
    give_back : float
        Share of what is paid that comes back as points.

    Returns
    -------
    str

    Examples
    --------
    >>> row = {"programme": ["points"], "orders": [900.0], "kept": [1.0], "net": [150.0], "net_low": [120.0], "net_high": [180.0]}
    >>> bond_settings_says(pd.DataFrame(row), 0.02)
    'Against no club, a thousand customers and three years, 2 % back: points: 900 orders more, 1.0 percentage points more kept, net 150 thousand CNY (120 to 180).'
    """
    listed = "; ".join(
        f"{row['programme']}: {row['orders']:.0f} orders more, {row['kept']:.1f} percentage points more kept, "
        f"net {row['net']:.0f} thousand CNY ({row['net_low']:.0f} to {row['net_high']:.0f})"
        for row in rows.to_dict("records")
    )
    return f"Against no club, a thousand customers and three years, {100 * give_back:.0f} % back: {listed}."
