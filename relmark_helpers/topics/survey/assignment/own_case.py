"""What a learner's case of assignment 05 holds, drawn from the company and from three small studies."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.company.wording.house import CHECKLIST
from relmark_helpers.topics.satisfaction.model.measurement import construct_scores
from relmark_helpers.topics.survey.assignment.features import features
from relmark_helpers.topics.survey.assignment.raking import one_round
from relmark_helpers.topics.survey.assignment.situations import LEARNING, METHODS, SITUATIONS, WAYS
from relmark_helpers.topics.survey.model import drivers, everyone, indicators, servqual, studies
from relmark_helpers.topics.survey.model.comparing import change
from relmark_helpers.topics.survey.model.weights import rake, weighted_mean

QUARTER = 220  # answers in each of the two quarters of tasks 1 and 2
CLEAR = 0.6  # points by which a change's interval clears 0, either way: nobody's mark hangs on a rounding
INDEX_ITEMS = ("overall_satisfaction_1", "expectations_congruency_1", "desires_congruency_3")
INDEX_WEIGHTS = ((4, 1, 1), (1, 2, 3), (1, 3, 2), (5, 2, 1), (1, 4, 1))
LEFT_OUT = {"nps": 9, "csat": 7}  # answers missing in a quarter, so that it counts how they are taken
APART = {  # how far what usual mistakes give is from what is right: one and a half times the tolerance, or more
    "error": 0.075,
    "index": 0.15,
    "satisfied": 0.003,
    "weight": 0.02,
    "round": 0.0075,
    "mean": 0.0075,
    "effect": 0.0125,
    "kappa": 0.0075,
}
LEAST = 0.01  # correlation of the item that does not belong with the sum of the others
RESPONDENTS = 400
MENDED = 0.02  # points by which raking moves the mean, at least
REGIONS = ("north", "middle", "south")  # branches 1-4, 5-8, 9-12
DRIVERS = ("reliability", "responsiveness", "assurance")
PEOPLE = 1200
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
    kano, feature = features(rng)
    return {
        "answers": answers,
        "index_weights": weights,
        "scale": _scale(rng, stranger, turned),
        "turned": f"ease_{turned}",
        "servqual": _service(rng),
        "kano": kano,
        "feature": feature,
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


@cache
def _waves() -> dict[int, pd.DataFrame]:
    """The answers that tasks 1 and 2 need, by wave; as Int64, which no sum overflows."""
    columns = ["nps", "csat", *INDEX_ITEMS]
    company = _company()[["wave", "customer_id", *columns]].astype(dict.fromkeys(columns, "Int64"))
    return {wave: company[company["wave"] == wave].drop(columns="wave") for wave in range(1, 13)}


def _two_quarters(rng: np.random.Generator) -> tuple[pd.DataFrame, dict[str, int]]:
    """Answers of different customers in two quarters, whose change is clearly real or clearly not, and weights.

    Promoters come twice as often, or detractors do: with a score near 0 an error without its square would
    be right.
    """
    waves = _waves()
    while True:
        early, late = np.sort(rng.choice(np.arange(1, 13), 2, replace=False))
        many = ((9, 10), (0, 6))[rng.integers(2)]
        first = _drawn(waves[early], many, rng)
        second = _drawn(waves[late][~waves[late]["customer_id"].isin(first["customer_id"])], many, rng)
        parts = [_left_out(part, rng) for part in (first, second)]
        scores = [indicators.net_promoter_score(part["nps"]) for part in parts]
        moved = change(*scores)
        square_left = 100 * np.sqrt(
            (scores[1].standard_error / 100) ** 2 + (scores[1].value / 100) ** 2 / scores[1].answers
        )
        weights = dict(zip(INDEX_ITEMS, INDEX_WEIGHTS[rng.integers(len(INDEX_WEIGHTS))], strict=True))
        answers = pd.concat(parts, ignore_index=True)
        index, unweighted, of_both = (
            indicators.satisfaction_index(table, by).value
            for table, by in ((parts[1], weights), (parts[1], dict.fromkeys(weights, 1)), (answers, weights))
        )
        satisfied, satisfied_of_both = (float((t["csat"].dropna() >= 4).mean()) for t in (parts[1], answers))
        if (
            min(abs(moved.low), abs(moved.high), abs(moved.value)) > CLEAR
            and square_left - scores[1].standard_error > APART["error"]
            and min(abs(index - unweighted), abs(index - of_both)) > APART["index"]
            and abs(satisfied - satisfied_of_both) > APART["satisfied"]
        ):
            answers.insert(0, "quarter", np.repeat(["first", "second"], QUARTER))
            return answers, weights


def _drawn(wave: pd.DataFrame, many: tuple[int, int], rng: np.random.Generator) -> pd.DataFrame:
    """Answers of one quarter, those with a score within the bounds twice as likely as the others."""
    return wave.sample(QUARTER, weights=1.0 + wave["nps"].between(*many).fillna(False), random_state=rng)


def _left_out(part: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """The columns of the case, with some more answers left out."""
    kept: pd.DataFrame = part.drop(columns="customer_id").reset_index(drop=True)
    for name, count in LEFT_OUT.items():
        kept.loc[rng.choice(QUARTER, count, replace=False), name] = pd.NA
    return kept


def _service(rng: np.random.Generator) -> pd.DataFrame:
    """SERVQUAL answers of a branch of one's own; one dimension falls clearly furthest short, not the lowest one."""
    while True:
        perceived = {name: round(float(rng.uniform(4.0, 5.8)), 1) for name in servqual.DIMENSIONS}
        gap = {name: level - studies.SERVICE[name][0] for name, level in perceived.items()}
        first, second, *_ = sorted(gap, key=lambda name: gap[name])
        if gap[second] - gap[first] < 0.2 or perceived[first] - min(perceived.values()) < 0.2:
            continue
        answers: pd.DataFrame = studies.service_study(200, rng, perceived).filter(regex=r"^[ep]\d+$")
        expected, seen = _dimension_means(answers)
        if np.diff(np.sort(seen - expected)[:2]) > 0.15 and (seen - expected).argmin() != seen.argmin():
            return answers


def _dimension_means(answers: pd.DataFrame) -> list[np.ndarray]:
    """Mean expectation and mean perception of every dimension, negative items turned round."""
    means = answers.to_numpy().mean(axis=0).reshape(2, -1)  # e1 to e22, p1 to p22
    turned = np.array(servqual.REVERSED) - 1
    means[:, turned] = 8 - means[:, turned]
    first_items = [items[0] - 1 for items in servqual.DIMENSIONS.values()]
    sizes = [len(items) for items in servqual.DIMENSIONS.values()]
    return list(np.add.reduceat(means, first_items, axis=1) / sizes)


def _respondents(rng: np.random.Generator) -> tuple[pd.DataFrame, dict[str, dict[str, int]]]:
    """Answers of which some ages and regions come too often, and how many of each everybody has."""
    company = _company()[["age_group", "region", "satisfaction"]].dropna()
    groups = ("age_group", "region")
    margins = {name: company[name].value_counts() for name in groups}
    by_level = {name: company.groupby(name)["satisfaction"].mean().sort_values().index for name in groups}
    while True:
        # the content come too often, or the others
        first, last = rng.permutation([rng.uniform(0.3, 0.5), rng.uniform(2.0, 3.0)]).tolist()
        pulls = {
            name: dict(zip(each, np.linspace(first, last, len(each)), strict=True))
            for name, each in by_level.items()
        }
        weight = np.prod(
            [company[name].map(each).to_numpy(dtype=float) for name, each in pulls.items()], axis=0
        )
        sample = company.sample(RESPONDENTS, weights=weight, random_state=rng).reset_index(drop=True)
        raked = rake(sample, margins)
        to_one = [
            sample[name].map(margin / sample[name].value_counts()).to_numpy(dtype=float)
            for name, margin in margins.items()
        ]
        once = np.prod(to_one, axis=0)
        rounds = [one_round(sample, margins, order) for order in (groups, groups[::-1])]
        mean = weighted_mean(sample["satisfaction"], raked).value
        means = [np.average(sample["satisfaction"], weights=each) for each in to_one]
        if (
            abs(mean - sample["satisfaction"].mean()) > MENDED
            and min(abs(mean - each) for each in (*means, np.mean(means))) > APART["mean"]
            and np.abs(once / once.mean() - raked).max() > APART["weight"]
            and min(np.abs(each - raked).max() for each in rounds) > APART["round"]
            and abs(raked.var() - raked.std()) > APART["effect"]
        ):
            return sample, {name: {str(k): int(v) for k, v in each.items()} for name, each in margins.items()}


def _scale(rng: np.random.Generator, stranger: int, turned: int) -> pd.DataFrame:
    """The draft scale; the stranger goes a little with the others, so that it does not look like one to be turned."""
    while True:
        answers = studies.ease_study(180, rng, stranger=stranger, turned=turned)
        items = answers.assign(**{f"ease_{turned}": 8 - answers[f"ease_{turned}"]})
        name = f"ease_{stranger}"
        if items[name].corr(items.drop(columns=name).sum(axis=1)) > LEAST:
            return answers


def _explained(rng: np.random.Generator) -> dict[str, float]:
    """R² of overall satisfaction on every set of three dimensions."""
    answers = studies.service_study(300, rng)
    # a dimension is worded one way throughout, and no R² changes when one of its causes is turned round
    columns = [
        answers[[f"p{n}" for n in servqual.DIMENSIONS[name]]].to_numpy().mean(axis=1) for name in DRIVERS
    ]
    found = drivers.explained_by_each_set(np.cov([*columns, answers["overall"]]))
    return {
        " + ".join(DRIVERS[at] for at in sorted(chosen)): round(float(r), 4) for chosen, r in found.items()
    }


def _ratings(rng: np.random.Generator) -> pd.DataFrame:
    """Whether each of two visitors ticked 4 or 5, at 120 visits, for one point of the checklist.

    The two differ in how strict they are: else kappa would be the correlation of their ticks.
    """
    visits = load("mystery_visits").sort_values(["visit_id", "rater"])
    while True:
        point = str(rng.choice(list(CHECKLIST)))
        passed = (visits[point].to_numpy(dtype=int) >= 4).reshape(-1, 2)
        passed = passed[np.sort(rng.choice(len(passed), 120, replace=False))]
        if min(abs(_kappa(passed) - other) for other in _taken_for_kappa(passed)) > APART["kappa"]:
            return pd.DataFrame(passed, columns=["first", "second"])


def _kappa(passed: np.ndarray, chance: float | None = None) -> float:
    """Agreement beyond chance, or beyond another chance."""
    first, second = passed.mean(axis=0)
    by_chance = first * second + (1 - first) * (1 - second) if chance is None else chance
    return float(((passed[:, 0] == passed[:, 1]).mean() - by_chance) / (1 - by_chance))


def _taken_for_kappa(passed: np.ndarray) -> tuple[float, ...]:
    """The correlation of the ticks, and kappa with chance one half or from one visitor's ticks alone."""
    first = passed[:, 0].mean()
    correlation = float(np.corrcoef(passed.astype(float), rowvar=False)[0, 1])
    return correlation, _kappa(passed, 0.5), _kappa(passed, first**2 + (1 - first) ** 2)


def _people(rng: np.random.Generator) -> pd.DataFrame:
    """A town's customers with what they feel."""
    company = _company()[["satisfaction", "branch_id", "age"]].dropna()
    return company.sample(PEOPLE, random_state=rng).reset_index(drop=True)


def _texts(rng: np.random.Generator, texts: Any, kinds: tuple[str, ...]) -> list[str]:
    """One text of each kind, in any order."""
    return [str(text) for text in rng.permutation([rng.choice(texts[kind]) for kind in kinds])]
