"""Explorers of chapter 10: recovery and return, the paradox, the complaint desk, one story, and alarms."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from relmark_helpers.notebook.explorer import explorer
from relmark_helpers.notebook.levers import Choice, Lever
from relmark_helpers.notebook.view import View
from relmark_helpers.topics.complaints import chart, model

WAGE = 420 / 8  # CNY an hour: the company's working day of eight hours
CALLS = 4000
GENERATIONS = 4
PATIENCE = {"endless": None, "three": 180.0, "one": 60.0}


@explorer(
    title="Recovery and return",
    question="What keeps more customers: handling better those who complain, or hearing from those who don't?",
    levers=[
        Lever(
            "complaining",
            "Of those with a problem, who complain",
            0.05,
            span=(0.0, 1.0),
            step=0.05,
            format="percent",
        ),
        Lever("resolved", "Of complaints, resolved", 0.8, span=(0.0, 1.0), step=0.05, format="percent"),
        Lever("quickly", "Of these, resolved quickly", 0.5, span=(0.0, 1.0), step=0.05, format="percent"),
        Lever("major", "Of problems, major ones", 1.0, span=(0.0, 1.0), step=0.05, format="percent"),
    ],
)
def explore_return(complaining: float, resolved: float, quickly: float, major: float) -> View:
    """Let TARP's table say who would buy again, of those who complain and of all."""
    ways = model.rebuy_by_handling(complaining, resolved, quickly, major)
    return View(chart.rebuy(ways), says=chart.rebuy_says(ways), table=ways.round(3))


@explorer(
    title="The paradox and two studies",
    question="Does a study find the recovery paradox because it is there, or because of whom it compares?",
    levers=[
        Lever(
            "regained",
            "Of the loss, given back by handling",
            0.8,
            span=(0.0, 1.6),
            step=0.1,
            format="percent",
        ),
        Lever(
            "speaking_up", "Content customers complain more (logit a point)", 0.8, span=(-2.0, 2.0), step=0.2
        ),
        Lever(
            "regression",
            "Dropped before: the least content",
            0.5,
            span=(0.0, 0.8),
            step=0.1,
            format="percent",
        ),
    ],
)
def explore_paradox(regained: float, speaking_up: float, regression: float) -> View:
    """Study the same customers within, between, and against their twins to whom nothing happened."""
    table = model.paradox_designs(regained, speaking_up, regression, rng=10)
    return View(chart.designs(table), says=chart.designs_says(table), table=table.round(3))


@explorer(
    title="The complaint desk",
    question="How many agents, and what does the formula not know?",
    levers=[
        Lever("calls", "Calls in half an hour", 100, span=(20, 200), step=10, unit="calls"),
        Lever("handling", "Time a call takes", 180, span=(60, 360), step=20, unit="seconds"),
        Lever("agents", "Agents at the desk", 12, span=(2, 44), step=1, unit="agents"),
        Choice(
            "patience",
            "Callers wait",
            "endless",
            options={
                "endless": "as long as it takes",
                "three": "3 minutes on average",
                "one": "1 minute on average",
            },
        ),
    ],
)
def explore_desk(calls: int, handling: int, agents: int, patience: str) -> View:
    """Staff the desk by Erlang C, and let a simulated one run beside it."""
    figures = model.desk_figures(calls, handling, agents)
    desk = model.simulated_desk(calls, handling, agents, PATIENCE[patience], calls=CALLS, rng=10)
    simulated = model.figures_of(desk)
    load = int(figures["load"])
    low = max(1, min(load - 2, agents - 4))
    table = model.staffing_table(calls, handling, range(low, max(load + 9, agents + 4)))
    shown = pd.DataFrame({"Erlang C": pd.Series(figures), "simulated": pd.Series(simulated)}).rename_axis(
        "figure"
    )
    numbers = shown.replace([np.inf], np.nan).round(3).reset_index()
    return View(
        chart.staffing(table, agents, simulated, WAGE),
        says=chart.staffing_says(figures, simulated, agents, WAGE),
        table=numbers,
    )


@cache
def _ties(rewired: float) -> np.ndarray:
    return model.acquaintances(4000, 20, rewired, rng=10)


@explorer(
    title="One story",
    question="When do 16 to 20 times 12 to 15 give 200 to 300, and what does recovery take away?",
    levers=[
        Lever("retold", "Of those told, who tell it on", 0.2, span=(0.0, 1.0), step=0.1, format="percent"),
        Lever(
            "fades", "Wish to tell left, each generation", 0.5, span=(0.0, 1.0), step=0.1, format="percent"
        ),
        Lever("rewired", "Ties outside one's own circle", 0.1, span=(0.0, 1.0), step=0.1, format="percent"),
        Lever(
            "silenced", "Of telling, taken away by recovery", 0.6, span=(0.0, 1.0), step=0.1, format="percent"
        ),
    ],
)
def explore_talk(retold: float, fades: float, rewired: float, silenced: float) -> View:
    """Let one story run among 4,000 people who know 20 each, with and without recovery."""
    ties, stories = _ties(rewired), 12
    plain, damped = (
        model.cascade(
            ties,
            retold=retold,
            fades=fades,
            recovered=recovered,
            silenced=silenced,
            stories=stories,
            generations=GENERATIONS,
            rng=10,
        )
        for recovered in (0.0, 1.0)
    )
    expected = model.expected_branching(18, 13, retold, fades, GENERATIONS)
    names = [f"g{number}" for number in range(1, GENERATIONS + 1)]
    table = pd.DataFrame(
        {
            "generation": range(1, GENERATIONS + 1),
            "nobody hears twice": expected,
            "on the network": plain[names].mean().to_numpy(),
            "with recovery": damped[names].mean().to_numpy(),
        }
    )
    return View(
        chart.cascade(plain, damped, expected),
        says=chart.cascade_says(plain, damped, expected),
        table=table.round(1),
    )


@cache
def _curves(usual: float, width: float, crisis: float) -> pd.DataFrame:
    """Weeks until an alarm of the chart and of a running sum with as many false ones or fewer, by factor."""
    limit = model.upper_limit(usual, width)
    reference = round(4 * model.reference_value(usual, crisis * usual)) / 4
    threshold = model.threshold_for(usual, reference, model.run_length(usual, limit))
    factors = np.linspace(1, 4, 13)
    rows = [
        {
            "factor": factor,
            "chart": min(model.run_length(usual * factor, limit), 29_000),
            "sum": min(model.sum_run_length(usual * factor, reference, threshold, 4), 29_000),
        }
        for factor in factors.tolist()
    ]
    return pd.DataFrame(rows)


@explorer(
    title="Alarms, true and false",
    question="How soon is a crisis seen on the weekly count, and what do false alarms cost?",
    levers=[
        Lever("usual", "Complaints in a usual week", 4, span=(2, 20), step=1),
        Lever("width", "Limit above the mean, standard deviations", 3.0, span=(1.0, 3.5), step=0.5),
        Lever("crisis", "A crisis brings, times the usual", 2.0, span=(1.5, 4.0), step=0.25),
    ],
)
def explore_alarm(usual: int, width: float, crisis: float) -> View:
    """Set the limit, and read off false alarms in usual weeks and the delay in a crisis."""
    curves = _curves(float(usual), width, crisis)
    at = curves.iloc[int(np.argmin(np.abs(curves["factor"] - crisis)))]
    false = (float(curves["chart"].iloc[0]), float(curves["sum"].iloc[0]))
    true = (float(at["chart"]), float(at["sum"]))
    return View(
        chart.alarms(curves, crisis, usual),
        says=chart.alarms_says(false, true, crisis),
        table=curves.round(2),
    )
