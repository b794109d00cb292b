"""Explorers of a number and of a scale: two points more, more items."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from relmark_helpers.notebook.explorer import explorer
from relmark_helpers.notebook.levers import Lever
from relmark_helpers.notebook.view import View
from relmark_helpers.topics.survey import chart, model
from relmark_helpers.topics.survey.model.indicators import Z_95

POWER = 2.80  # standard errors between 0 and a change that is noticed in 80 of 100 cases


@explorer(
    title="Two points more",
    question="How many answers does it take before a move of the score means anything?",
    levers=[
        Lever("answers", "Answers in each quarter", 200, span=(50, 5000), step=150),
        Lever("move", "True change of the score", 2, span=(0, 30), step=1, unit="points"),
        Lever("promoters", "Promoters", 0.40, span=(0.10, 0.60), step=0.05, format="percent"),
        Lever("detractors", "Detractors", 0.25, span=(0.05, 0.40), step=0.05, format="percent"),
    ],
)
def explore_two_points(answers: int, move: float, promoters: float, detractors: float) -> View:
    """See how far a net promoter score scatters by chance, and when a change can be told from it."""
    score = model.promoter_score(promoters, detractors, answers)
    one = score.standard_error * math.sqrt(answers)  # of a single answer
    sizes = np.geomspace(50, 5000, 60)
    moves = pd.DataFrame({"answers": sizes, "reach": Z_95 * math.sqrt(2) * one / np.sqrt(sizes)})
    error = math.sqrt(2) * score.standard_error
    chance = model.chance_to_notice(move, error)
    needed = math.ceil(2 * (POWER * one / move) ** 2 / 100) * 100 if move else 0
    says = chart.noticing_says(
        (score.value, score.standard_error), Z_95 * error, answers, move, chance, needed
    )
    if not move:
        says = says.split(" For a chance")[0]
    table = pd.DataFrame(
        {
            "answers": [100, 200, 500, 1000, 5000],
            "standard error": [one / math.sqrt(n) for n in (100, 200, 500, 1000, 5000)],
            "reach of a change": [
                Z_95 * math.sqrt(2) * one / math.sqrt(n) for n in (100, 200, 500, 1000, 5000)
            ],
        }
    ).round(1)
    return View(chart.noticing(moves, answers, move), says=says, table=table)


@explorer(
    title="More items",
    question="What does a high alpha show, and what not?",
    levers=[
        Lever("items", "Items", 6, span=(4, 20), step=2),
        Lever("within", "Correlation within each half", 0.50, span=(0.30, 0.80), step=0.05),
        Lever("between", "Correlation between the halves", 0.10, span=(0.0, 0.80), step=0.05),
        Lever("respondents", "Respondents", 100, span=(40, 500), step=20),
    ],
)
def explore_more_items(items: int, within: float, between: float, respondents: int) -> View:
    """Lengthen a scale, loosen its halves, and see what alpha says of it."""
    between = min(between, within)  # halves never go together more closely than each with itself
    counts = list(range(4, 21, 2))
    factors = [model.first_factor_share(count, within, between) for count in counts]
    lines = pd.DataFrame(
        {
            "items": counts,
            "alpha": [model.alpha_of_blocks(count, within, between) for count in counts],
            "first": [first for first, _ in factors],
            "second": [second for _, second in factors],
        }
    )
    found = model.alpha_interval(model.alpha_of_blocks(items, within, between), respondents, items)
    shares = model.first_factor_share(items, within, between)
    says = chart.alpha_by_items_says(items, found, shares)
    says += f" Two items of one half correlate {within:.2f}, of different halves {between:.2f}."
    return View(chart.alpha_by_items(lines, items, found), says=says, table=lines.round(2))
