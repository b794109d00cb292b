"""Pictures of the desk and of the week's count: staffing, waiting, and alarms true and false."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def staffing(table: pd.DataFrame, agents: int, simulated: dict[str, float], wage: float) -> Figure:
    """Service level by number of agents as Erlang C has it, and a simulated desk beside it.

    Parameters
    ----------
    table : DataFrame
        Columns agents, service_level.
    agents : int
        The desk that is looked at.
    simulated : dict
        Its simulated service_level and abandoned.
    wage : float
        CNY an hour and agent.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> table = pd.DataFrame({"agents": [11, 12], "service_level": [0.4, 0.6]})
    >>> tuple(map(float, staffing(table, 12, {"service_level": 0.6, "abandoned": 0.0}, 50).axes[0].get_ylim()))
    (0.0, 104.0)
    """
    picture = figure(6.6, 3.5, top=0.55)
    axes = picture.subplots()
    axes.plot(
        table["agents"],
        100 * table["service_level"],
        "o-",
        color=PALETTE["main"],
        markersize=4,
        label="Erlang C",
    )
    level, gone = 100 * simulated["service_level"], 100 * simulated["abandoned"]
    axes.plot([agents], [level], "D", color=PALETTE["contrast"], markersize=10, label="simulated: in time")
    axes.plot([agents], [gone], "X", color=PALETTE["fourth"], markersize=10, label="simulated: hung up")
    axes.axhline(80, color=PALETTE["muted"], linewidth=1, linestyle=":")
    axes.set(xlim=(table["agents"].min() - 0.5, table["agents"].max() + 0.5), ylim=(0, 104))
    low, high = int(table["agents"].min()), int(table["agents"].max())
    axes.set_xticks(range(low, high + 1, max(1, (high - low) // 8)))
    axes.set_xlabel(f"agents at the desk, {wage:.0f} CNY an hour each")
    axes.set_yticks(range(0, 101, 20))
    axes.set_ylabel("of calls, per cent")
    axes.legend(loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=3, frameon=False, fontsize=9)
    return picture


def staffing_says(figures: dict[str, float], simulated: dict[str, float], agents: int, wage: float) -> str:
    """The desk in words.

    Parameters
    ----------
    figures, simulated : dict
        What :func:`model.desk_figures` and :func:`model.figures_of` give.
    agents : int
        How many.
    wage : float
        CNY an hour and agent.

    Returns
    -------
    str

    Examples
    --------
    >>> same = {"wait_chance": 0.5, "service_level": 0.6, "mean_wait": 30.0, "occupancy": 0.8, "load": 8.0}
    >>> staffing_says(same, same | {"abandoned": 0.0}, 10, 50)[:45]
    '10 agents for 8.0 erlang, 500 CNY an hour: by'
    """
    if figures["mean_wait"] == float("inf"):
        formula = "by Erlang C the queue grows without end"
    else:
        formula = (
            f"by Erlang C {100 * figures['wait_chance']:.0f} % wait, {100 * figures['service_level']:.0f} % are "
            f"answered in time, and the mean wait is {figures['mean_wait']:.0f} seconds"
        )
    return (
        f"{agents} agents for {figures['load']:.1f} erlang, {agents * wage:,.0f} CNY an hour: {formula}; in the "
        f"simulated desk {100 * simulated['service_level']:.0f} % are answered in time and "
        f"{100 * simulated['abandoned']:.0f} % hang up; its mean wait is {simulated['mean_wait']:.0f} seconds."
    )


def control(counts: pd.Series, mean: float, limit: float, begins: pd.Timestamp | None = None) -> Figure:
    """Weekly complaints with the mean and the upper limit; weeks above it are marked.

    Parameters
    ----------
    counts : Series
        Complaints by week.
    mean, limit : float
        Mean of a usual week, and the upper limit.
    begins : Timestamp, optional
        When a crisis began, if it is known.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> counts = pd.Series([4, 11], index=pd.date_range("2024-01-01", periods=2, freq="7D"))
    >>> len(control(counts, 4.0, 10.0).axes[0].lines)
    4
    """
    picture = figure(6.8, 3.3, top=0.5)
    axes = picture.subplots()
    weeks = np.arange(len(counts))
    axes.plot(
        weeks,
        counts.to_numpy(),
        "-o",
        color=PALETTE["muted"],
        markersize=3.5,
        linewidth=1.1,
        label="complaints",
    )
    axes.axhline(mean, color=PALETTE["main"], linewidth=1.6, label="mean of the base year")
    axes.axhline(limit, color=PALETTE["contrast"], linewidth=1.6, linestyle="--", label="upper limit")
    above = np.flatnonzero(counts.to_numpy() > limit)
    axes.plot(weeks[above], counts.to_numpy()[above], "D", color=PALETTE["contrast"], markersize=7)
    if begins is not None:
        axes.axvline((begins - counts.index[0]).days / 7, color=PALETTE["ink"], linewidth=1.2, linestyle=":")
    first = [number for number, week in enumerate(counts.index) if week.month in (1, 7) and week.day <= 7]
    axes.set_xticks(first, [f"{counts.index[number]:%Y-%m}" for number in first])
    axes.set(xlim=(-1, len(counts)), ylim=(0, 1.15 * max(counts.max(), limit)))
    axes.set_ylabel("complaints a week")
    axes.legend(loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=3, frameon=False, fontsize=9)
    return picture


def control_says(counts: pd.Series, mean: float, limit: float, begins: pd.Timestamp | None = None) -> str:
    """The chart in words.

    Parameters
    ----------
    counts, mean, limit, begins
        As in :func:`control`.

    Returns
    -------
    str

    Examples
    --------
    >>> counts = pd.Series([4, 11], index=pd.date_range("2024-01-01", periods=2, freq="7D"))
    >>> control_says(counts, 4.0, 10.0)
    'Against a usual mean of 4.0 complaints a week and a limit of 10.0, 1 of 2 weeks are above: 2024-01-08 with 11.'
    """
    above = counts[counts > limit]
    listed = ", ".join(f"{week:%Y-%m-%d} with {count}" for week, count in list(above.items())[:8])
    more = f", and {len(above) - 8} more" if len(above) > 8 else ""
    told = f": {listed}{more}" if len(above) else ""
    crisis = f" The dotted line is {begins:%Y-%m-%d}, when the crisis begins." if begins is not None else ""
    return (
        f"Against a usual mean of {mean:.1f} complaints a week and a limit of {limit:.1f}, {len(above)} of "
        f"{len(counts)} weeks are above{told}.{crisis}"
    )


def alarms(curves: pd.DataFrame, factor: float, usual: float) -> Figure:
    """Weeks until an alarm, on average, by how many times the usual count has come: chart and running sum.

    Parameters
    ----------
    curves : DataFrame
        Columns factor, chart, sum (weeks).
    factor : float
        The crisis that is looked at.
    usual : float
        Complaints of a usual week.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> curves = pd.DataFrame({"factor": [1.0, 2.0], "chart": [300.0, 20.0], "sum": [300.0, 4.0]})
    >>> alarms(curves, 2.0, 4.0).axes[0].get_yscale()
    'log'
    """
    picture = figure(6.4, 3.5, top=0.5)
    axes = picture.subplots()
    axes.set_yscale("log")
    axes.plot(
        curves["factor"], curves["chart"], color=PALETTE["contrast"], linewidth=2.2, label="control chart"
    )
    axes.plot(
        curves["factor"], curves["sum"], "--", color=PALETTE["main"], linewidth=2.2, label="running sum"
    )
    axes.axvline(factor, color=PALETTE["ink"], linewidth=1, linestyle=":")
    axes.set(xlim=(1, 4), ylim=(1, 30_000), xlabel=f"times the usual {usual:.0f} complaints a week")
    axes.set_yticks([1, 4, 13, 52, 520, 5200], ["1", "4", "13", "52", "520", "5,200"])
    axes.minorticks_off()
    axes.set_ylabel("weeks until an alarm")
    axes.legend(loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=2, frameon=False, fontsize=9)
    return picture


def alarms_says(false: tuple[float, float], true: tuple[float, float], factor: float) -> str:
    """False and true alarms in words.

    Parameters
    ----------
    false, true : tuple of float
        Weeks until an alarm of the chart and of the running sum: in usual weeks, and in the crisis.
    factor : float
        How many times the usual count the crisis brings.

    Returns
    -------
    str

    Examples
    --------
    >>> alarms_says((300, 310), (20, 4), 2.0)
    'In usual weeks the control chart gives a false alarm every 300 weeks and the running sum every 310; when complaints rise to 2.0 times the usual, they need 20 and 4.0 weeks to say so.'
    """

    def told(weeks: float) -> str:
        return f"{weeks:,.0f}" if weeks >= 10 else f"{weeks:.1f}"

    return (
        f"In usual weeks the control chart gives a false alarm every {told(false[0])} weeks and the running sum every "
        f"{told(false[1])}; when complaints rise to {factor:.1f} times the usual, they need {told(true[0])} and "
        f"{told(true[1])} weeks to say so."
    )
