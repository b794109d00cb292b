"""Explorers of what matters: the Kano sorter, importance and performance."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pandas as pd

from relmark_helpers.notebook.explorer import explorer
from relmark_helpers.notebook.levers import Choice, Lever
from relmark_helpers.notebook.view import View
from relmark_helpers.topics.survey import chart, model
from relmark_helpers.topics.survey.model.indicators import Z_95
from relmark_helpers.topics.survey.model.studies import FEATURES, SERVICE

IMPORTANCE = {  # what importance is counted in, and both ends of its axis
    "shares": ("part of the variance explained (R²)", (-0.02, 0.45)),
    "slopes": ("slope, points per point", (-0.25, 0.85)),
    "stated": ("stated importance, 1 to 10", (4.0, 10.0)),
}


@cache
def _service() -> tuple[pd.DataFrame, pd.DataFrame]:
    """A large service study: perceptions by dimension with overall satisfaction, and stated importance."""
    answers = model.service_study(1200, rng=5)
    scores = model.dimension_scores(answers)["perception"].assign(overall=answers["overall"])
    return scores, answers[[f"stated_{name}" for name in SERVICE]].set_axis(list(SERVICE), axis=1)


@cache
def _drivers(respondents: int) -> pd.DataFrame:
    """Shares and slopes of the first respondents, by dimension: resampled once for each setting."""
    scores, _ = _service()
    found = model.driver_shares(scores.iloc[:respondents], "overall", list(SERVICE), draws=100)
    return found.set_index("cause")


@cache
def _kano() -> pd.DataFrame:
    return model.kano_study(400, rng=5)


@cache
def _kano_places(feature: str) -> tuple[np.ndarray, np.ndarray]:
    """Places of each customer's two answers about a feature, and who is 45 or over."""
    mine = _kano()[lambda answers: answers["feature"] == feature]
    sides = [
        mine[side].map(model.ANSWERS.index).to_numpy(dtype=int) for side in ("functional", "dysfunctional")
    ]
    return np.column_stack(sides), (mine["age_group"] == "45 and over").to_numpy()


@explorer(
    title="Kano sorter",
    question="What is a feature to customers, how sure is that, and what does a misprinted table do?",
    levers=[
        Choice("feature", "Feature", next(iter(FEATURES)), options={name: name for name in FEATURES}),
        Choice(
            "group",
            "Customers",
            "all",
            options={"all": "all", "under 45": "under 45", "45 and over": "45 and over"},
        ),
        Lever("respondents", "Respondents", 240, span=(40, 400), step=20),
        Choice(
            "table",
            "Evaluation table",
            "right",
            options={"right": "as published", "transposed": "transposed"},
        ),
    ],
)
def explore_kano_sorter(feature: str, group: str, respondents: int, table: str) -> View:
    """Sort a feature by what customers answer to its two questions."""
    places, older = _kano_places(feature)
    here = np.arange(len(places)) < respondents
    if group != "all":
        here &= older == (group == "45 and over")
    cells = np.zeros((5, 5), dtype=int)
    np.add.at(cells, (places[here, 0], places[here, 1]), 1)
    evaluation = model.EVALUATION if table == "right" else model.EVALUATION.T
    row = pd.Series({letter: cells[evaluation.to_numpy() == letter].sum() for letter in model.CLASSES})
    found = pd.Series(dtype=float)
    if row[list("MOAI")].sum():
        found = model.kano_summary(row.to_frame(feature).T).iloc[0]
    shown = pd.DataFrame({"class": list(model.CLASSES.values()), "customers": row.to_numpy()})
    return View(
        chart.sorter(cells, row, evaluation), says=chart.sorter_says(feature, found, row), table=shown
    )


@explorer(
    title="Importance and performance",
    question="What should be mended first, and does it depend on how importance is measured?",
    levers=[
        Choice(
            "importance",
            "Importance",
            "shares",
            options={
                "shares": "derived: fair shares (LMG)",
                "slopes": "derived: regression slopes",
                "stated": "stated by customers",
            },
        ),
        Lever("respondents", "Respondents", 300, span=(50, 1200), step=50),
        Choice(
            "cross", "Cross at", "means", options={"means": "the means", "scale": "the middle of the scale"}
        ),
    ],
)
def explore_importance(importance: str, respondents: int, cross: str) -> View:
    """Place the five service dimensions by how well they do and how much they matter."""
    scores, stated = (table.iloc[:respondents] for table in _service())
    names = list(SERVICE)
    if importance == "stated":
        error = Z_95 * stated.std() / math.sqrt(respondents)
        weight = pd.DataFrame(
            {"value": stated.mean(), "low": stated.mean() - error, "high": stated.mean() + error}
        )
    else:
        columns = ["share", "low", "high"] if importance == "shares" else ["slope", "slope_low", "slope_high"]
        weight = _drivers(respondents)[columns].set_axis(["value", "low", "high"], axis=1)
    label, span = IMPORTANCE[importance]
    places = model.importance_performance(scores[names], weight["value"], cross)
    places["importance_low"], places["importance_high"] = weight["low"].to_numpy(), weight["high"].to_numpy()
    first = places.sort_values("importance", ascending=False).iloc[0]
    says = chart.importance_map_says(places, label)
    says += (
        f" At {respondents:,} respondents the importance of {first['attribute']} has the interval "
        f"{first['importance_low']:.2f} to {first['importance_high']:.2f}; the cross stands at a performance of "
        f"{places.attrs['cross'][0]:.2f}."
    )
    return View(chart.importance_map(places, label, span), says=says, table=places.round(2))
