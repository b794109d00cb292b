"""Explorers of chapter 04: the seven factors, measurement error, and the expectation treadmill."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.notebook.explorer import explorer
from relmark_helpers.notebook.levers import Choice, Lever
from relmark_helpers.notebook.view import View
from relmark_helpers.topics.satisfaction import chart, model

PUSH = (-1.0, 1.0)


@cache
def _paths(source: str) -> pd.DataFrame:
    """Ten paths by one of the three ways, from all answers of the company; computed once."""
    if source == "truth":
        return _truth().rename(columns={"structural": "estimate"})
    if source == "corrected":
        return model.corrected_paths(load("surveys"), draws=20)
    return model.regression_paths(model.construct_scores(load("surveys")))


@cache
def _truth() -> pd.DataFrame:
    return model.true_paths()


@cache
def _items() -> np.ndarray:
    return model.complete_items(load("surveys"))


@explorer(
    title="Seven factors",
    question="Which lever moves overall satisfaction most, and on which way does it travel?",
    levers=[
        Lever(
            "performance", "Perceived performance", 0.5, span=PUSH, step=0.1, format="points", unit="points"
        ),
        Lever("expectations", "Expectations", 0.0, span=PUSH, step=0.1, format="points", unit="points"),
        Lever("desires", "Desires", 0.0, span=PUSH, step=0.1, format="points", unit="points"),
        Lever(
            "information_satisfaction",
            "Information satisfaction",
            0.0,
            span=PUSH,
            step=0.1,
            format="points",
            unit="points",
        ),
        Choice(
            "source",
            "Paths",
            "regression",
            options={
                "regression": "regression on scores",
                "corrected": "corrected for reliability",
                "truth": "the truth of the simulation",
            },
        ),
    ],
)
def explore_seven_factors(
    performance: float, expectations: float, desires: float, information_satisfaction: float, source: str
) -> View:
    """Push factors and watch the push flow along the ten paths to overall satisfaction."""
    paths = _paths(source)
    pushed = {
        "performance": performance,
        "expectations": expectations,
        "desires": desires,
        "information_satisfaction": information_satisfaction,
    }
    moved = model.shifts(paths, pushed).to_dict()
    table = pd.DataFrame(
        {"factor": list(moved), "moved, points": [round(size, 3) for size in moved.values()]}
    )
    return View(chart.path_diagram(paths, moved), says=chart.path_diagram_says(paths, moved), table=table)


@explorer(
    title="Careless answers",
    question="What do more respondents mend, and what do they leave as it is?",
    levers=[
        Lever("respondents", "Respondents", 600, span=(200, 4000), step=200),
        Lever(
            "noise",
            "Extra error in each answer",
            0.0,
            span=(0.0, 1.5),
            step=0.1,
            format="points",
            unit="points",
        ),
    ],
)
def explore_measurement(respondents: int, noise: float) -> View:
    """Estimate the ten paths from more or fewer, better or worse answers, with and without correction."""
    estimates = model.noisy_estimates(_items(), respondents, noise, rng=4)
    truth = _truth()
    return View(
        chart.compared_paths(estimates, truth),
        says=chart.compared_paths_says(estimates, truth),
        table=chart.compared_table(estimates, truth),
    )


@explorer(
    title="The expectation treadmill",
    question="How long does a delight last, and what keeps satisfaction up?",
    levers=[
        Lever(
            "step",
            "Improvement at the start",
            0.7,
            span=(-1.0, 1.0),
            step=0.1,
            format="points",
            unit="points",
        ),
        Lever(
            "yearly_gain",
            "Further improvement a year",
            0.0,
            span=(0.0, 0.3),
            step=0.05,
            format="points",
            unit="points",
        ),
        Lever("adaptation", "Gap closed by one purchase", 0.35, span=(0.0, 1.0), step=0.05, format="percent"),
        Lever("purchases_a_year", "Purchases a year", 4, span=(1, 12), step=1),
    ],
)
def explore_treadmill(step: float, yearly_gain: float, adaptation: float, purchases_a_year: float) -> View:
    """Improve once or every year, and see what is left when expectations have caught up."""
    months = model.expectation_treadmill(step, yearly_gain, adaptation, purchases_a_year)
    return View(
        chart.treadmill_lines(months),
        says=chart.treadmill_lines_says(months),
        table=months.iloc[::6].round(2),
    )
