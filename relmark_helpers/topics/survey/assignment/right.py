"""The right value of each task of assignment 05, from the case."""

from __future__ import annotations

import math
from dataclasses import asdict

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.survey.assignment.own_case import DRIVERS, INDEX_ITEMS
from relmark_helpers.topics.survey.assignment.situations import LEARNING, METHODS, SITUATIONS, WAYS
from relmark_helpers.topics.survey.model import indicators, kano, raters, scales, servqual, weights
from relmark_helpers.topics.survey.model.comparing import change

GAP_COLUMNS = ("expectation", "perception", "gap")


def quarter(case: Case, name: str) -> pd.DataFrame:
    """The answers of one quarter."""
    answers = case.answers
    part: pd.DataFrame = answers[answers["quarter"] == name]
    return part


def score(case: Case) -> dict[str, float]:
    """Net promoter score of the second quarter with standard error and interval."""
    found = indicators.net_promoter_score(quarter(case, "second")["nps"])
    return {"nps": found.value, "standard_error": found.standard_error, "low": found.low, "high": found.high}


def satisfied(case: Case) -> float:
    """Share of 4 and 5 among those who answered, second quarter."""
    return indicators.satisfied_share(quarter(case, "second")["csat"]).value


def index(case: Case) -> float:
    """The index of the second quarter."""
    return indicators.satisfaction_index(quarter(case, "second")[list(INDEX_ITEMS)], case.index_weights).value


def move(case: Case) -> dict[str, float]:
    """Change of the score between the quarters with its interval."""
    found = change(*(indicators.net_promoter_score(quarter(case, q)["nps"]) for q in ("first", "second")))
    return {"change": found.value, "low": found.low, "high": found.high}


def real(case: Case) -> str:
    """Whether the change can be told from chance."""
    found = move(case)
    return "no" if found["low"] <= 0 <= found["high"] else "yes"


def scale(case: Case) -> pd.DataFrame:
    """The draft scale with its one item turned round."""
    items: pd.DataFrame = case.scale
    items[case.turned] = 8 - items[case.turned]
    return items


def item_total(case: Case) -> dict[str, float]:
    """Corrected item–total correlation of every item."""
    found = scales.item_analysis(scale(case))
    return {str(name): float(value) for name, value in zip(found["item"], found["item_total"], strict=True)}


def drop(case: Case) -> str:
    """The item that does not belong."""
    return min(item_total(case), key=lambda name: item_total(case)[name])


def alpha(case: Case) -> dict[str, float]:
    """Alpha of all six items with interval, and alpha without the item to drop."""
    items = scale(case)
    found = asdict(scales.alpha_with_interval(items))
    without = scales.alpha_with_interval(items.drop(columns=drop(case))).value
    return {"alpha": found["value"], "low": found["low"], "high": found["high"], "without": without}


def gaps(case: Case) -> pd.DataFrame:
    """The SERVQUAL gap table."""
    return servqual.gap_table(case.servqual)[list(GAP_COLUMNS)]


def worst(case: Case) -> str:
    """The dimension that falls shortest of what was expected."""
    return str(gaps(case)["gap"].idxmin())


def kano_table(case: Case) -> pd.DataFrame:
    """Classes, better and worse of the case's features."""
    return kano.kano_summary(kano.kano_counts(case.kano))


def classes(case: Case) -> dict[str, str]:
    """Most frequent class of every feature."""
    return {str(name): str(letter) for name, letter in kano_table(case)["class"].items()}


def coefficients(case: Case) -> dict[str, float]:
    """Better and worse of the feature of the case."""
    row = kano_table(case).loc[case.feature]
    return {"better": float(row["better"]), "worse": float(row["worse"])}


def raked(case: Case) -> pd.DataFrame:
    """Raking weights of the respondents."""
    return weights.rake(case.respondents, case.margins).to_frame("weight")


def raked_mean(case: Case) -> float:
    """Raked mean of satisfaction."""
    return weights.weighted_mean(case.respondents["satisfaction"], raked(case)["weight"]).value


def effect(case: Case) -> float:
    """Kish's design effect of the raking weights."""
    return weights.weighting_effect(raked(case)["weight"])


def shares(case: Case) -> dict[str, float]:
    """LMG shares of the three dimensions, from the R² of every set."""
    explained, count = case.explained, len(DRIVERS)
    found = dict.fromkeys(DRIVERS, 0.0)
    for members, worth in explained.items():
        inside = [name for name in DRIVERS if name in members.split(" + ")]
        for name in set(DRIVERS) - set(inside):
            larger = " + ".join(each for each in DRIVERS if each == name or each in inside)
            size = len(inside)
            weight = math.factorial(size) * math.factorial(count - size - 1) / math.factorial(count)
            found[name] += weight * (explained[larger] - worth)
    return found


def agreement(case: Case) -> dict[str, float]:
    """Share of equal ratings and Cohen's kappa."""
    same, kappa = raters.agreement(case.ratings["first"], case.ratings["second"])
    return {"equal": same, "kappa": kappa.value}


def methods(case: Case) -> dict[str, str]:
    """The method that each situation of the case calls for."""
    return {k: next(m for m in METHODS if text in SITUATIONS[m]) for k, text in case.situations.items()}


def ways(case: Case) -> dict[str, str]:
    """The way of learning that each sentence of the case shows."""
    return {k: next(w for w in WAYS if text in LEARNING[w]) for k, text in case.learning.items()}
