"""Explorers of chapter 05: a move of the score, more items, who is silent, Kano, importance, and the mix."""

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
from relmark_helpers.topics.survey.model.mixer import ANSWER_NOISE, Population
from relmark_helpers.topics.survey.model.studies import FEATURES, SERVICE

BUDGET = 60_000
IMPORTANCE = {  # what importance is counted in, and both ends of its axis
    "shares": ("part of the variance explained (R²)", (-0.02, 0.45)),
    "slopes": ("slope, points per point", (-0.25, 0.85)),
    "stated": ("stated importance, 1 to 10", (4.0, 10.0)),
}
POWER = 2.80  # standard errors between 0 and a change that is noticed in 80 of 100 cases
Z = 1.96


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


@cache
def _service() -> tuple[pd.DataFrame, pd.DataFrame]:
    """A large service study: perceptions by dimension with overall satisfaction, and stated importance."""
    answers = model.service_study(1200, rng=5)
    scores = model.dimension_scores(answers)["perception"].assign(overall=answers["overall"])
    return scores, answers[[f"stated_{name}" for name in SERVICE]].set_axis(list(SERVICE), axis=1)


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
    title="Two points more",
    question="How many answers does it take before a move of the score means anything?",
    levers=[
        Lever("answers", "Answers in each quarter", 200, span=(50, 5000), step=50),
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
    moves = pd.DataFrame({"answers": sizes, "reach": Z * math.sqrt(2) * one / np.sqrt(sizes)})
    error = math.sqrt(2) * score.standard_error
    chance = model.chance_to_notice(move, error)
    needed = math.ceil(2 * (POWER * one / move) ** 2 / 100) * 100 if move else 0
    says = chart.noticing_says((score.value, score.standard_error), Z * error, answers, move, chance, needed)
    if not move:
        says = says.split(" For a chance")[0]
    table = pd.DataFrame(
        {
            "answers": [100, 200, 500, 1000, 5000],
            "standard error": [one / math.sqrt(n) for n in (100, 200, 500, 1000, 5000)],
            "reach of a change": [Z * math.sqrt(2) * one / math.sqrt(n) for n in (100, 200, 500, 1000, 5000)],
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


@explorer(
    title="Who is silent",
    question="What do more answers mend when the contented answer more readily?",
    levers=[
        Lever("answers", "Answers", 400, span=(50, 5000), step=50),
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
        f"With {answers:,} answers the 95 % interval reaches {Z * error:.2f} points to each side; the silence moves the "
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
        error = Z * stated.std() / math.sqrt(respondents)
        weight = pd.DataFrame(
            {"value": stated.mean(), "low": stated.mean() - error, "high": stated.mean() + error}
        )
    else:
        found = model.driver_shares(scores, "overall", names, draws=100).set_index("cause")
        columns = ["share", "low", "high"] if importance == "shares" else ["slope", "slope_low", "slope_high"]
        weight = found[columns].set_axis(["value", "low", "high"], axis=1)
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


def _money(name: str, default: int) -> Lever:
    return Lever(
        name, model.METHODS[name].label.capitalize(), default, span=(0, 60), step=2, unit="thousand CNY"
    )


@explorer(
    title="Survey mixer",
    question="Which mix of methods comes nearest to the truth, hears the reasons and sees the process?",
    levers=[
        _money("questionnaire", 60),
        _money("telephone", 0),
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
