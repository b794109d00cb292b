"""Explorers of samples against the truth: who is silent, and the survey mixer."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.company.wording.house import CHECKLIST
from relmark_helpers.notebook.explorer import explorer
from relmark_helpers.notebook.levers import Choice, Lever
from relmark_helpers.notebook.view import View
from relmark_helpers.topics.survey import chart, model
from relmark_helpers.topics.survey.model.indicators import Z_95
from relmark_helpers.topics.survey.model.mixer import ANSWER_NOISE, Population

BUDGET = 60_000


@cache
def _people() -> pd.DataFrame:
    """The customers of the last year with what they felt; the company is run again once."""
    return model.customers_of_a_year(model.everyone_invited())


@cache
def _population() -> Population:
    return model.prepared(_people())


@cache
def _visits() -> tuple[float, float]:
    return model.visit_variances(load("mystery_visits"), list(CHECKLIST))


@explorer(
    title="Who is silent",
    question="What do more answers mend when the contented answer more readily?",
    levers=[
        Lever("answers", "Answers", 350, span=(50, 5000), step=150),
        Lever(
            "pull",
            "Pull of contentment",
            0.4,
            span=(-0.5, 1.0),
            step=0.1,
            format="points",
            unit="log-odds a point",
        ),
        Lever("response", "Share who answer", 0.40, span=(0.05, 0.95), step=0.05, format="percent"),
        Choice(
            "weights", "Weights", "none", options={"none": "none", "branch": "each branch its true share"}
        ),
    ],
)
def explore_silence(answers: int, pull: float, response: float, weights: str) -> View:
    """Let satisfaction itself decide a little who answers, and see what more answers and weights do about it."""
    people = _people()
    felt = people["satisfaction"].to_numpy()
    truth = float(felt.mean())
    chance = _chances(felt, pull, response)
    plain = float((chance * felt).sum() / chance.sum())
    expected = plain
    if weights == "branch":
        branch = pd.factorize(people["branch_id"])[0]
        within = np.bincount(branch, chance * felt) / np.bincount(branch, chance)
        expected = float((within * np.bincount(branch)).sum() / len(felt))
    error = math.sqrt(float(felt.var()) + ANSWER_NOISE**2) / math.sqrt(answers)
    bias = expected - truth
    holds = model.chance_to_notice(bias, error)
    says = (
        f"With {answers:,} answers the 95 % interval reaches {Z_95 * error:.2f} points to each side; the silence moves the "
        f"mean by {bias:+.2f}. Of 100 such intervals about {100 * (1 - holds):.0f} hold the truth. Without weights the "
        f"mean would be off by {plain - truth:+.2f}; {response * 100:.0f} % answer, and one point more of satisfaction "
        f"multiplies the odds of answering by {math.exp(pull):.2f}."
    ).replace("-", "−")
    table = pd.DataFrame(
        {
            "quantity": ["truth", "expected", "without weights", "standard error", "intervals that hold"],
            "value": [truth, expected, plain, error, 1 - holds],
        }
    ).round(3)
    return View(chart.sampling_curve(truth, expected, error, plain), says=says, table=table)


def _chances(felt: np.ndarray, pull: float, response: float) -> np.ndarray:
    """Chance of answering by satisfaction, its level set so that the wished share answers."""
    centred, level = pull * (felt - felt.mean()), math.log(response / (1 - response))
    for _ in range(20):  # Newton's method; the share is a smooth function of the level
        chance = 1 / (1 + np.exp(-(level + centred)))
        level -= float((chance.mean() - response) / (chance * (1 - chance)).mean())
    settled: np.ndarray = 1 / (1 + np.exp(-(level + centred)))
    return settled


def _money(name: str, default: int) -> Lever:
    return Lever(
        name, model.METHODS[name].label.capitalize(), default, span=(0, 60), step=2, unit="thousand CNY"
    )


@explorer(
    title="Survey mixer",
    question="Which mix of methods comes nearest to the truth, hears the reasons and sees the process?",
    levers=[
        _money("questionnaire", 40),
        _money("telephone", 20),
        _money("in_home_interview", 0),
        _money("focus_group", 0),
        _money("mystery_shopper", 0),
        Choice(
            "combine",
            "How answers are combined",
            "pool",
            options={
                "pool": "all in one pot",
                "weight": "weighted by branch and age",
                "follow_up": "telephone and interviews follow up the silent",
            },
        ),
    ],
)
def explore_survey_mixer(
    questionnaire: int,
    telephone: int,
    in_home_interview: int,
    focus_group: int,
    mystery_shopper: int,
    combine: str,
) -> View:
    """Spend 60,000 CNY on five methods and compare with what everybody felt."""
    amounts = (questionnaire, telephone, in_home_interview, focus_group, mystery_shopper)
    spending = {name: 1000.0 * money for name, money in zip(model.METHODS, amounts, strict=True)}
    people, visits = _population(), _visits()
    alone = combine if combine == "weight" else "pool"
    results = {
        model.METHODS[name].label: model.survey_mix(people, {name: money}, alone, visits)
        for name, money in spending.items()
    }
    results["the mix"] = model.survey_mix(people, spending, combine, visits)
    rows = [
        {
            "method": label,
            "CNY": round(each.cost),
            "answers": sum(each.answers.values()),
            "bias": round(each.bias, 3),
            "standard error": round(each.standard_error, 3),
            "error in all": round(each.error, 3),
            "cause heard": round(each.heard, 2),
        }
        for label, each in results.items()
    ]
    return View(
        chart.mix_rows(results, people.truth),
        says=chart.mix_says(results["the mix"], BUDGET),
        table=pd.DataFrame(rows),
    )
