"""What a learner's case of assignment 05 holds, drawn from the company and from three small studies."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.company.wording.house import CHECKLIST
from relmark_helpers.topics.satisfaction.model.measurement import construct_scores
from relmark_helpers.topics.survey.assignment.situations import LEARNING, METHODS, SITUATIONS, WAYS
from relmark_helpers.topics.survey.model import drivers, everyone, indicators, kano, servqual, studies
from relmark_helpers.topics.survey.model.comparing import change
from relmark_helpers.topics.survey.model.weights import rake, weighted_mean

QUARTER = 220  # answers in each of the two quarters of tasks 1 and 2
CLEAR = 0.6  # points by which a change's interval clears 0, either way: nobody's mark hangs on a rounding
INDEX_ITEMS = ("overall_satisfaction_1", "expectations_congruency_1", "desires_congruency_3")
INDEX_WEIGHTS = ((4, 1, 1), (1, 2, 3), (1, 3, 2), (5, 2, 1), (1, 4, 1))
LEFT_OUT = {"nps": 9, "csat": 7}  # answers missing in a quarter, so that it counts how they are taken
APART = 0.3  # points by which weights move the index
FEATURES_ASKED = 4
UNWANTED = (
    "fridge reports faults itself",
    "courtesy call after a month",
)  # reverse to some: it counts what is divided by
RESPONDENTS = 400
MENDED = 0.02  # points by which raking moves the mean, at least
REGIONS = ("north", "middle", "south")  # branches 1-4, 5-8, 9-12
DRIVERS = ("reliability", "responsiveness", "assurance")
PEOPLE = 1200
UNLIKE = 0.02  # how far agreement by chance is from one half, at least
BUDGETS = (54_000, 60_000, 66_000)


def draw(rng: np.random.Generator) -> dict[str, Any]:
    """Draw a case.

    Parameters
    ----------
    rng : numpy Generator
        Seeded by course, chapter and student.

    Returns
    -------
    dict
        answers, scale, servqual, kano, respondents, ratings, people (DataFrames); index_weights, turned,
        feature, margins, explained, budget, situations, learning.

    Examples
    --------
    >>> sorted(draw(np.random.default_rng(1)))[:4]
    ['answers', 'budget', 'explained', 'feature']
    """
    turned, stranger = (int(n) for n in rng.choice(np.arange(1, 7), 2, replace=False))
    answers, weights = _two_quarters(rng)
    respondents, margins = _respondents(rng)
    features = _features(rng)
    unwanted = [name for name in UNWANTED if name in features["feature"].unique()]
    return {
        "answers": answers,
        "index_weights": weights,
        "scale": studies.ease_study(180, rng, stranger=stranger, turned=turned),
        "turned": f"ease_{turned}",
        "servqual": _service(rng),
        "kano": features,
        "feature": str(rng.choice(unwanted)),
        "respondents": respondents,
        "margins": margins,
        "explained": _explained(rng),
        "ratings": _ratings(rng),
        "people": _people(rng),
        "budget": int(rng.choice(BUDGETS)),
        "situations": {f"s{n}": text for n, text in enumerate(_texts(rng, SITUATIONS, METHODS), start=1)},
        "learning": {f"w{n}": text for n, text in enumerate(_texts(rng, LEARNING, WAYS), start=1)},
    }


@cache
def _company() -> pd.DataFrame:
    """All answers with wave, branch, age group and the score of overall satisfaction."""
    surveys = load("surveys")
    customers = load("customers").set_index("customer_id").loc[surveys["customer_id"]]
    invited = load("survey_invitations").set_index("invitation_id").loc[surveys["invitation_id"]]
    surveys["wave"] = invited["wave"].to_numpy()
    surveys["branch_id"] = customers["branch_id"].to_numpy()
    surveys["age"] = invited["invited_on"].dt.year.to_numpy() - customers["birth_year"].to_numpy(dtype=int)
    surveys["age_group"] = everyone.age_groups(surveys["age"]).to_numpy()
    surveys["region"] = np.array(REGIONS)[(surveys["branch_id"].to_numpy(dtype=int) - 1) // 4]
    surveys["satisfaction"] = construct_scores(surveys, ["overall_satisfaction"])["overall_satisfaction"]
    return surveys


def _two_quarters(rng: np.random.Generator) -> tuple[pd.DataFrame, dict[str, int]]:
    """Answers of different customers in two quarters, whose change is clearly real or clearly not, and weights."""
    company = _company()
    while True:
        early, late = np.sort(rng.choice(np.arange(1, 13), 2, replace=False))
        first = company[company["wave"] == early].sample(QUARTER, random_state=rng)
        others = company[(company["wave"] == late) & ~company["customer_id"].isin(first["customer_id"])]
        parts = [_left_out(part, rng) for part in (first, others.sample(QUARTER, random_state=rng))]
        moved = change(*(indicators.net_promoter_score(part["nps"]) for part in parts))
        weights = dict(zip(INDEX_ITEMS, INDEX_WEIGHTS[rng.integers(len(INDEX_WEIGHTS))], strict=True))
        index = [
            indicators.satisfaction_index(parts[1], w).value for w in (weights, dict.fromkeys(weights, 1))
        ]
        if min(abs(moved.low), abs(moved.high)) > CLEAR and abs(index[0] - index[1]) > APART:
            answers = pd.concat(parts, ignore_index=True)
            answers.insert(0, "quarter", np.repeat(["first", "second"], QUARTER))
            return answers, weights


def _left_out(part: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """The columns of the case, with some more answers left out."""
    kept: pd.DataFrame = part[["nps", "csat", *INDEX_ITEMS]].reset_index(drop=True)
    for name, count in LEFT_OUT.items():
        kept.loc[rng.choice(QUARTER, count, replace=False), name] = pd.NA
    return kept


def _service(rng: np.random.Generator) -> pd.DataFrame:
    """SERVQUAL answers of a branch of one's own; one dimension falls clearly furthest short."""
    while True:
        perceived = {name: round(float(rng.uniform(4.0, 5.8)), 1) for name in servqual.DIMENSIONS}
        answers: pd.DataFrame = studies.service_study(200, rng, perceived).filter(regex=r"^[ep]\d+$")
        lowest = servqual.gap_table(answers)["gap"].nsmallest(2)
        if lowest.iloc[1] - lowest.iloc[0] > 0.15:
            return answers


def _features(rng: np.random.Generator) -> pd.DataFrame:
    """Kano answers about a few features, none with two classes at the top."""
    while True:
        names = rng.choice(list(studies.FEATURES), FEATURES_ASKED, replace=False)
        answers = studies.kano_study(120, rng)
        answers = answers[answers["feature"].isin(names)].drop(columns="age_group").reset_index(drop=True)
        counts = np.sort(kano.kano_counts(answers).to_numpy(), axis=1)
        if (counts[:, -1] > counts[:, -2]).all() and set(names) & set(UNWANTED):
            return answers


def _respondents(rng: np.random.Generator) -> tuple[pd.DataFrame, dict[str, dict[str, int]]]:
    """Answers of which some ages and regions come too often, and how many of each everybody has."""
    company = _company()[["age_group", "region", "satisfaction"]].dropna()
    margins = {name: company[name].value_counts() for name in ("age_group", "region")}
    while True:
        weight = np.ones(len(company))
        for name, values in (("age_group", everyone.AGE_GROUPS), ("region", REGIONS)):
            pull = dict(zip(values, rng.permutation(np.linspace(0.5, 2.0, len(values))), strict=True))
            weight *= company[name].map(pull).to_numpy(dtype=float)
        sample = company.sample(RESPONDENTS, weights=weight, random_state=rng).reset_index(drop=True)
        mean = weighted_mean(sample["satisfaction"], rake(sample, margins)).value
        if abs(mean - sample["satisfaction"].mean()) > MENDED:
            return sample, {name: {str(k): int(v) for k, v in each.items()} for name, each in margins.items()}


def _explained(rng: np.random.Generator) -> dict[str, float]:
    """R² of overall satisfaction on every set of three dimensions."""
    answers = studies.service_study(300, rng)
    scores = servqual.dimension_scores(answers)["perception"][list(DRIVERS)].assign(
        overall=answers["overall"]
    )
    found = drivers.explained_by_each_set(np.cov(scores.to_numpy(dtype=float), rowvar=False))
    return {
        " + ".join(DRIVERS[at] for at in sorted(chosen)): round(float(r), 4) for chosen, r in found.items()
    }


def _ratings(rng: np.random.Generator) -> pd.DataFrame:
    """Whether each of two visitors ticked 4 or 5, at 120 visits, for one point of the checklist."""
    visits = load("mystery_visits").sort_values(["visit_id", "rater"])
    while True:
        point = str(rng.choice(list(CHECKLIST)))
        passed = (visits[point].to_numpy(dtype=int) >= 4).reshape(-1, 2)
        passed = passed[np.sort(rng.choice(len(passed), 120, replace=False))]
        first, second = passed.mean(axis=0)
        if abs(first * second + (1 - first) * (1 - second) - 0.5) > UNLIKE:
            return pd.DataFrame(passed, columns=["first", "second"])


def _people(rng: np.random.Generator) -> pd.DataFrame:
    """A town's customers with what they feel."""
    company = _company()[["satisfaction", "branch_id", "age"]].dropna()
    return company.sample(PEOPLE, random_state=rng).reset_index(drop=True)


def _texts(rng: np.random.Generator, texts: Any, kinds: tuple[str, ...]) -> list[str]:
    """One text of each kind, in any order."""
    return [str(text) for text in rng.permutation([rng.choice(texts[kind]) for kind in kinds])]
