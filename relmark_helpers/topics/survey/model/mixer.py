"""A budget over five methods of survey: what comes of it, against the truth of a population that is known.

What the methods cost, whom they reach and how they bend answers are assumptions of this course, chosen so that
each has the strengths and biases that are told of it. Nothing here is measured elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, numbers
from relmark_helpers.topics.survey.model.methods import ASKING, FOLLOWING, METHODS
from relmark_helpers.topics.survey.model.weights import cluster_effect

COMBINING = ("pool", "weight", "follow_up")
ANSWER_NOISE = 0.6  # standard deviation of an answer round what is felt, points
CAUSE = 0.10  # share of customers troubled by the cause that is to be heard of
BRANCHES = 12


@dataclass(frozen=True)
class MixResult:
    """What a mix of methods gives.

    Parameters
    ----------
    cost : float
        CNY.
    answers : dict of str to float
        Answers by method; visits for mystery shoppers.
    expected, bias, standard_error, error : float
        The estimate of mean satisfaction on average, its distance from the truth, its standard error, and the
        root mean squared error that both make; points. NaN if nobody is asked.
    heard : float
        Chance that a cause which troubles one customer in ten is told of at least once.
    process : float
        Reliability of a branch's score by mystery visits, from 0 to 1.

    Examples
    --------
    >>> MixResult(0.0, {}, math.nan, math.nan, math.nan, math.nan, 0.0, 0.0).heard
    0.0
    """

    cost: float
    answers: dict[str, float]
    expected: float
    bias: float
    standard_error: float
    error: float
    heard: float
    process: float


@dataclass(frozen=True)
class Population:
    """A population, prepared: what each feels, and how likely each answers each method.

    Parameters
    ----------
    felt : ndarray
        Satisfaction of each person, points.
    chance : dict of str to ndarray
        By method, the chance that each person answers when asked.
    cells : ndarray of int
        The cell of branch and half of the ages that each person is in.

    Examples
    --------
    >>> Population(np.array([4.0, 5.0]), {}, np.array([0, 0])).truth
    4.5
    """

    felt: np.ndarray
    chance: dict[str, np.ndarray]
    cells: np.ndarray
    truth: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "truth", float(self.felt.mean()))


def prepared(people: pd.DataFrame) -> Population:
    """Prepare a population for :func:`survey_mix`, so that many mixes can be tried quickly.

    Parameters
    ----------
    people : DataFrame
        Columns satisfaction (as felt, points), branch_id and age (years).

    Returns
    -------
    Population
        To be handed to :func:`survey_mix` in place of the table.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> prepared(pd.DataFrame({"satisfaction": [4.0, 5.0], "branch_id": 1, "age": 45})).truth
    4.5
    """
    people = columns(people, ("branch_id",), "The table of people", number=("satisfaction", "age"))
    for name in ("satisfaction", "age"):
        numbers(people[name], f"The table of people: {name!r}", gaps=False)
    felt = people["satisfaction"].to_numpy(dtype=float)
    age = people["age"].to_numpy(dtype=float)
    chance = {}
    for name in ASKING:
        method = METHODS[name]
        logit = (
            method.answering + method.by_satisfaction * (felt - felt.mean()) + method.by_age * (age - 45) / 10
        )
        chance[name] = 1 / (1 + np.exp(-logit))
    cells = pd.factorize(people["branch_id"])[0] * 2 + (age >= 45)
    return Population(felt, chance, pd.factorize(cells)[0])


def survey_mix(
    people: pd.DataFrame | Population,
    spending: Mapping[str, float],
    combine: str = "pool",
    visit_variances: tuple[float, float] = (0.10, 0.30),
) -> MixResult:
    r"""What a mix of survey methods would give on average, and how far it would scatter.

    The errors are worked out, not drawn: :math:`RMSE^2 = bias^2 + SE^2`. ``"pool"`` puts all answers in one
    pot; ``"weight"`` gives each branch and half of the ages its true share; ``"follow_up"`` sends telephone and
    in-home interviewers to those who did not answer the questionnaire:
    :math:`\hat\mu = r\,\bar y_q + (1 - r)\,\bar y_f` with the questionnaire's response rate :math:`r`.

    Parameters
    ----------
    people : DataFrame or what :func:`prepared` gives
        The population whose truth is known.
    spending : mapping of str to float
        CNY by method (names of ``METHODS``); a method left out gets nothing.
    combine : str
        ``"pool"``, ``"weight"`` or ``"follow_up"``.
    visit_variances : tuple of float
        Of the score of a mystery visit: between branches, between visits to one branch.

    Returns
    -------
    MixResult

    Raises
    ------
    CourseError
        If a method or a way of combining is unknown, or money is negative.

    Examples
    --------
    >>> people = pd.DataFrame({"satisfaction": [4.0, 5.0, 6.0, 3.0], "branch_id": [1, 1, 2, 2], "age": 45})
    >>> found = survey_mix(people, {"questionnaire": 17_000})
    >>> found.answers["questionnaire"], found.bias > 0
    (1000.0, True)
    """
    everybody = people if isinstance(people, Population) else prepared(people)
    answers = _bought(spending)
    if combine not in COMBINING:
        raise CourseError(f"Answers are combined by {', '.join(COMBINING)}; got {combine!r}.")
    asked = {name: count for name, count in answers.items() if name in ASKING and count >= 1}
    cost = sum(float(money) for money in spending.values())
    silent = 1.0
    for name, count in asked.items():
        silent *= (1 - CAUSE * METHODS[name].tells) ** count
    between, within = visit_variances
    visits = answers.get("mystery_shopper", 0.0) / BRANCHES
    process = between / (between + within / visits) if visits > 0 and between > 0 else 0.0
    following = [name for name in FOLLOWING if name in asked]
    if not asked:
        expected = variance = math.nan
    elif combine == "follow_up" and "questionnaire" in asked and following:
        expected, variance = _followed_up(everybody, asked, following)
    elif combine == "weight":
        expected, variance = _weighted(everybody, asked)
    else:
        expected, variance = _pooled(everybody, asked)
    bias, error = expected - everybody.truth, math.sqrt(variance)
    return MixResult(cost, answers, expected, bias, error, math.hypot(bias, error), 1 - silent, process)


def method_errors(people: pd.DataFrame) -> pd.DataFrame:
    """What each method of asking does on its own to the mean of this population.

    Parameters
    ----------
    people : DataFrame
        As for :func:`prepared`.

    Returns
    -------
    DataFrame
        Index method; response (share who answer when asked), non_response and mode (points by which each bends
        the mean), design_effect, fixed and each (CNY), tells.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> people = pd.DataFrame({"satisfaction": [4.0, 5.0, 6.0, 3.0], "branch_id": 1, "age": 45})
    >>> method_errors(people)["non_response"].idxmax()
    'focus_group'
    """
    everybody = prepared(people)
    rows = {}
    for name in ASKING:
        method, chance = METHODS[name], everybody.chance[name]
        rows[name] = {
            "response": float(chance.mean()),
            "non_response": float((chance * everybody.felt).sum() / chance.sum()) - everybody.truth,
            "mode": method.mode,
            "design_effect": cluster_effect(method.group, method.alike),
            "fixed": method.fixed,
            "each": method.each,
            "tells": method.tells,
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("method")


def _bought(spending: Mapping[str, float]) -> dict[str, float]:
    """Answers that the money buys; whole ones."""
    for name, money in spending.items():
        if name not in METHODS:
            raise CourseError(f"There is no method {name!r}; the methods are {', '.join(METHODS)}.")
        need_number(money, f"The money for {METHODS[name].label}", 0)
    return {
        name: float(max(0, math.floor((money - METHODS[name].fixed) / METHODS[name].each + 1e-9)))
        for name, money in spending.items()
    }


def _answer_variance(people: Population, name: str) -> float:
    """Variance of one answer, grown by what interviewers and groups have in common."""
    method = METHODS[name]
    effect = cluster_effect(method.group, method.alike)
    return effect * (float(people.felt.var()) + ANSWER_NOISE**2)


def _mean_of(chance: np.ndarray, people: Population, name: str) -> float:
    """Mean answer of those who answer, when each does with such a chance."""
    return float((chance * people.felt).sum() / chance.sum()) + METHODS[name].mode


def _pooled(people: Population, asked: Mapping[str, float]) -> tuple[float, float]:
    total = sum(asked.values())
    mean = sum(count * _mean_of(people.chance[name], people, name) for name, count in asked.items()) / total
    variance = sum(count * _answer_variance(people, name) for name, count in asked.items()) / total**2
    return mean, variance


def _weighted(people: Population, asked: Mapping[str, float]) -> tuple[float, float]:
    """Every cell of branch and age counts with its true share, whoever answered there."""
    size = np.bincount(people.cells)
    answers, summed, spread = np.zeros(len(size)), np.zeros(len(size)), np.zeros(len(size))
    for name, count in asked.items():
        chance = people.chance[name]
        here = count * np.bincount(people.cells, chance) / chance.sum()
        sums = count * np.bincount(people.cells, chance * people.felt) / chance.sum()
        answers, summed = answers + here, summed + sums + here * METHODS[name].mode
        spread = spread + here * _answer_variance(people, name)
    share = size / size.sum()
    return float((share * summed / answers).sum()), float((share**2 * spread / answers**2).sum())


def _followed_up(people: Population, asked: Mapping[str, float], following: list[str]) -> tuple[float, float]:
    """Two phases: the questionnaire, then others among those who did not answer it."""
    by_letter = people.chance["questionnaire"]
    rate = float(by_letter.mean())
    first = _mean_of(by_letter, people, "questionnaire")
    total = sum(asked[name] for name in following)
    second = variance = 0.0
    for name in following:
        second += asked[name] * _mean_of((1 - by_letter) * people.chance[name], people, name) / total
        variance += asked[name] * _answer_variance(people, name) / total**2
    own = _answer_variance(people, "questionnaire") / asked["questionnaire"]
    return rate * first + (1 - rate) * second, rate**2 * own + (1 - rate) ** 2 * variance
