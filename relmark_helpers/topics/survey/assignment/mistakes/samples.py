"""What the usual mistakes in tasks 6 to 8 lead to."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.survey.assignment import right
from relmark_helpers.topics.survey.assignment.own_case import DRIVERS
from relmark_helpers.topics.survey.assignment.raking import one_round
from relmark_helpers.topics.survey.model import weights


def weights_once(case: Case) -> pd.DataFrame:
    """Each margin's ratio taken once and multiplied, without going round again."""
    sample, weight = case.respondents, np.ones(len(case.respondents))
    for name, margin in case.margins.items():
        wanted = pd.Series(margin, dtype=float)
        have = sample[name].value_counts(normalize=True)
        weight *= sample[name].map(wanted / wanted.sum() / have).to_numpy(dtype=float)
    return pd.DataFrame({"weight": weight / weight.mean()})


def weights_of_a_round(case: Case, last: str) -> pd.DataFrame:
    """One round of raking, which ends with a margin."""
    margins = {name: pd.Series(margin, dtype=float) for name, margin in case.margins.items()}
    order = sorted(margins, key=lambda name: name == last)
    return one_round(case.respondents, margins, order).to_frame("weight")


def weights_of_product(case: Case) -> pd.DataFrame:
    """Weights of cells whose shares are the product of both margins."""
    sample, names = case.respondents, list(case.margins)
    weight = len(sample) / sample.groupby(names)["satisfaction"].transform("size")
    for name, margin in case.margins.items():
        wanted = pd.Series(margin, dtype=float)
        weight = weight * sample[name].map(wanted / wanted.sum()).astype(float)
    return pd.DataFrame({"weight": weight / weight.mean()})


def weights_upside_down(case: Case) -> pd.DataFrame:
    """Weights turned over: those who are there too often get more."""
    weight = 1 / right.raked(case)["weight"]
    return (weight / weight.mean()).to_frame("weight")


def plain_mean(case: Case) -> float:
    """The mean without weights."""
    return float(case.respondents["satisfaction"].mean())


def mean_by_squares(case: Case) -> float:
    """The weighted sum over the sum of the squared weights."""
    return right.raked_mean(case) / right.effect(case)


def shares_first_and_last(case: Case) -> dict[str, float]:
    """The mean of what each adds as the first and as the last."""
    alone, end = shares_alone(case), shares_last_in(case)
    return {name: (alone[name] + end[name]) / 2 for name in DRIVERS}


def shares_weighed(case: Case, first: int, last: int) -> dict[str, float]:
    """What each adds where it comes first or last, taken as often; and once where it comes second, over six."""
    alone, end, quarters = shares_alone(case), shares_last_in(case), shares_of_sets(case)
    return {
        name: (4 * quarters[name] + (first - 1) * alone[name] + (last - 1) * end[name]) / 6
        for name in DRIVERS
    }


def shares_last_in(case: Case) -> dict[str, float]:
    """What each adds to the other two."""
    explained = case.explained
    whole = explained[" + ".join(DRIVERS)]
    return {name: whole - explained[" + ".join(each for each in DRIVERS if each != name)] for name in DRIVERS}


def shares_alone(case: Case) -> dict[str, float]:
    """What each explains alone."""
    return {name: float(case.explained[name]) for name in DRIVERS}


def shares_of_sets(case: Case) -> dict[str, float]:
    """Every set of the others counted alike, in place of every order."""
    explained, found = case.explained, {}
    for name in DRIVERS:
        gains = []
        for members, worth in explained.items():
            inside = members.split(" + ")
            if name not in inside:
                gains.append(explained[" + ".join(d for d in DRIVERS if d == name or d in inside)] - worth)
        found[name] = sum(gains) / len(gains)
    return found


def kappa_of_half(case: Case) -> dict[str, float]:
    """Chance taken as one half, whatever the visitors tick."""
    same = right.agreement(case)["equal"]
    return {"equal": same, "kappa": (same - 0.5) / 0.5}


def weights_of(case: Case, name: str) -> pd.DataFrame:
    """Weights that meet one margin."""
    return weights.rake(case.respondents, {name: case.margins[name]}).to_frame("weight")


def mean_by(case: Case, name: str) -> float:
    """The mean by weights that meet one margin."""
    return weights.weighted_mean(case.respondents["satisfaction"], weights_of(case, name)["weight"]).value


def mean_of_means(case: Case) -> float:
    """The mean of two means, each by one margin."""
    return sum(mean_by(case, name) for name in case.margins) / len(case.margins)


def mean_upside_down(case: Case) -> float:
    """The mean by weights turned over."""
    turned = weights_upside_down(case)["weight"]
    return weights.weighted_mean(case.respondents["satisfaction"], turned).value


def effect_by(case: Case, name: str) -> float:
    """The design effect of weights that meet one margin."""
    return weights.weighting_effect(weights_of(case, name)["weight"])


def weights_of_everybody(case: Case) -> pd.DataFrame:
    """Weights that add up to all customers."""
    whole: float = sum(case.margins["region"].values()) / len(case.respondents)
    return right.raked(case) * whole


def weights_sorted(case: Case) -> pd.DataFrame:
    """Weights in the order of their size."""
    found = right.raked(case)
    return pd.DataFrame({"weight": np.sort(found["weight"])}, index=found.index)


def shares_in_one_order(case: Case) -> dict[str, float]:
    """What each adds in the order in which they are named."""
    sets = [" + ".join(DRIVERS[:count]) for count in range(len(DRIVERS) + 1)]
    steps = [case.explained[larger] - case.explained[smaller] for smaller, larger in pairwise(sets)]
    return dict(zip(DRIVERS, steps, strict=True))


def shares_stretched(case: Case, of: Callable[[Case], dict[str, float]]) -> dict[str, float]:
    """What each explains alone, or adds as the last, stretched to what all explain."""
    parts = of(case)
    return {
        name: value / sum(parts.values()) * case.explained[" + ".join(DRIVERS)]
        for name, value in parts.items()
    }


def shares_of_one(case: Case) -> dict[str, float]:
    """Parts of one."""
    found = right.shares(case)
    return {name: value / sum(found.values()) for name, value in found.items()}


OTHER_AGREEMENTS: tuple[tuple[str, Callable[[pd.Series, pd.Series], float], str], ...] = (
    (
        "kappa",
        lambda one, two: (one == two).mean(),
        "Kappa is the agreement beyond chance: take chance off, and divide by what chance leaves.",
    ),
    (
        "kappa",
        lambda one, two: _kappa(one, two, one.mean() * two.mean()),
        "By chance both may also be not content: add that to what chance makes equal.",
    ),
    (
        "kappa",
        lambda one, two: _kappa(one, two, one.mean() ** 2 + (1 - one.mean()) ** 2),
        "Chance follows from how often each of the two ticks, not the first alone.",
    ),
    (
        "kappa",
        lambda one, two: (one == two).mean() - _chance(one, two),
        "Divide what goes beyond chance by what chance leaves, 1 − pₑ.",
    ),
    (
        "kappa",
        lambda one, two: 1 - _chance(one, two) / (one == two).mean(),
        "Divide by what chance leaves, 1 − pₑ, not by the agreement.",
    ),
    (
        "kappa",
        lambda one, two: one.astype(float).corr(two.astype(float)),
        "This is the correlation of the ticks; kappa also counts that one visitor ticks more often.",
    ),
    (
        "equal",
        lambda one, two: (one & two).mean(),
        "The two are equal, too, where neither is content.",
    ),
)


def _chance(one: pd.Series, two: pd.Series) -> float:
    return float(one.mean() * two.mean() + (1 - one.mean()) * (1 - two.mean()))


def _kappa(one: pd.Series, two: pd.Series, chance: float) -> float:
    return float(((one == two).mean() - chance) / (1 - chance))


def other_agreement(case: Case, key: str, of: Callable[[pd.Series, pd.Series], float]) -> dict[str, float]:
    """Agreement with one of its two values worked out another way."""
    return right.agreement(case) | {key: float(of(case.ratings["first"], case.ratings["second"]))}
