"""What the usual mistakes in assignment 05 lead to, from the case."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.survey.assignment import right
from relmark_helpers.topics.survey.assignment.own_case import DRIVERS, INDEX_ITEMS
from relmark_helpers.topics.survey.model import kano, scales, servqual
from relmark_helpers.topics.survey.model.indicators import Estimate, around, net_promoter_score


def _told(found: Estimate) -> dict[str, float]:
    return {"nps": found.value, "standard_error": found.standard_error, "low": found.low, "high": found.high}


def _second(case: Case) -> pd.Series:
    return right.quarter(case, "second")["nps"].astype("Float64")


def score_with(case: Case, promoter: int = 9, detractor: int = 6) -> dict[str, float]:
    """The score with other bounds for promoters and detractors."""
    answers = _second(case).dropna().to_numpy(dtype=float)
    coded = 100.0 * ((answers >= promoter).astype(float) - (answers <= detractor))
    return _told(around(float(coded.mean()), float(coded.std()) / math.sqrt(len(coded)), len(coded)))


def score_missing_counted(case: Case) -> dict[str, float]:
    """Missing answers counted in the number of answers."""
    answers = _second(case)
    p, d, n = (float((answers >= 9).sum()), float((answers <= 6).sum()), len(answers))
    p, d = p / n, d / n
    return _told(around(100 * (p - d), 100 * math.sqrt((p + d - (p - d) ** 2) / n), n))


def score_in_shares(case: Case) -> dict[str, float]:
    """The score and its error as shares, not as points."""
    return {key: value / 100 for key, value in right.score(case).items()}


def score_errors_added(case: Case) -> dict[str, float]:
    """The variances of both shares added, as if promoters and detractors came from two samples."""
    answers = _second(case).dropna()
    p, d, n = float((answers >= 9).mean()), float((answers <= 6).mean()), len(answers)
    return _told(around(100 * (p - d), 100 * math.sqrt((p * (1 - p) + d * (1 - d)) / n), n))


def score_one_error(case: Case) -> dict[str, float]:
    """An interval of one standard error to each side."""
    found = right.score(case)
    value, error = found["nps"], found["standard_error"]
    return found | {"low": value - error, "high": value + error}


def index_of_seven(case: Case) -> float:
    """The weighted mean in per cent of 7, not stretched from 1."""
    return (right.index(case) * 6 / 100 + 1) / 7 * 100


def index_unweighted(case: Case) -> float:
    """Every question counted alike."""
    rows = right.quarter(case, "second")[list(INDEX_ITEMS)].dropna().astype(float)
    return float((rows.to_numpy().mean() - 1) / 6 * 100)


def move_with(case: Case, way: str) -> dict[str, float]:
    """The change with its error combined in a wrong way."""
    first, second = (net_promoter_score(right.quarter(case, q)["nps"]) for q in ("first", "second"))
    errors = {"added": first.standard_error + second.standard_error, "last": second.standard_error}
    found = around(second.value - first.value, errors[way], 0)
    return {"change": found.value, "low": found.low, "high": found.high}


def move_backwards(case: Case) -> dict[str, float]:
    """The first quarter less the second."""
    found = right.move(case)
    return {"change": -found["change"], "low": -found["high"], "high": -found["low"]}


def totals_with_themselves(case: Case) -> dict[str, float]:
    """Each item with a sum that holds the item too."""
    items = right.scale(case)
    return {str(name): float(items[name].corr(items.sum(axis=1))) for name in items}


def totals_unturned(case: Case) -> dict[str, float]:
    """The item that is worded the other way round left as it is."""
    found = scales.item_analysis(case.scale)
    return {str(name): float(value) for name, value in zip(found["item"], found["item_total"], strict=True)}


def alpha_unturned(case: Case) -> dict[str, float]:
    """Alpha with that item left as it is, and without the item that then goes least with the others."""
    items = case.scale
    found = scales.alpha_with_interval(items)
    against = min(totals_unturned(case), key=lambda name: totals_unturned(case)[name])
    without = scales.alpha_with_interval(items.drop(columns=against)).value
    return {"alpha": found.value, "low": found.low, "high": found.high, "without": without}


def alpha_swapped(case: Case) -> dict[str, float]:
    """The two quantiles of F taken for each other's end: the low end above the high one."""
    found = right.alpha(case)
    return found | {"low": found["high"], "high": found["low"]}


def gaps_from(case: Case, top: int | None) -> pd.DataFrame:
    """Gaps with the negatively worded items left, or turned from another top than eight."""
    answers = case.servqual.astype(float)
    if top is not None:
        for side in "ep":
            for number in servqual.REVERSED:
                answers[f"{side}{number}"] = top - answers[f"{side}{number}"]
    rows = {}
    for name, numbers in servqual.DIMENSIONS.items():
        expected, perceived = (float(answers[[f"{s}{n}" for n in numbers]].to_numpy().mean()) for s in "ep")
        rows[name] = {"expectation": expected, "perception": perceived, "gap": perceived - expected}
    return pd.DataFrame.from_dict(rows, orient="index")


def gaps_backwards(case: Case) -> pd.DataFrame:
    """Expectation less perception."""
    found = right.gaps(case)
    return found.assign(gap=-found["gap"])


def transposed(functional: str, dysfunctional: str) -> str:
    """The class by the transposed table."""
    return kano.kano_class(dysfunctional, functional)


def classes_transposed(case: Case) -> dict[str, str]:
    """Classes by the transposed table."""
    counts = kano.kano_counts(case.kano, kano.EVALUATION.T)
    return {str(name): str(letter) for name, letter in counts.idxmax(axis=1).items()}


def coefficients_of_all(case: Case) -> dict[str, float]:
    """Better and worse with reverse and questionable in what is divided by."""
    row = kano.kano_counts(case.kano).loc[case.feature]
    total = float(row.sum())
    return {"better": float(row["A"] + row["O"]) / total, "worse": -float(row["O"] + row["M"]) / total}


def worse_above_zero(case: Case) -> dict[str, float]:
    """Worse without its sign."""
    found = right.coefficients(case)
    return found | {"worse": -found["worse"]}


def weights_once(case: Case) -> pd.DataFrame:
    """Each margin's ratio taken once and multiplied, without going round again."""
    sample, weight = case.respondents, np.ones(len(case.respondents))
    for name, margin in case.margins.items():
        wanted = pd.Series(margin, dtype=float)
        have = sample[name].value_counts(normalize=True)
        weight *= sample[name].map(wanted / wanted.sum() / have).to_numpy(dtype=float)
    return pd.DataFrame({"weight": weight / weight.mean()})


def weights_upside_down(case: Case) -> pd.DataFrame:
    """Weights turned over: those who are there too often get more."""
    weight = 1 / right.raked(case)["weight"]
    return (weight / weight.mean()).to_frame("weight")


def plain_mean(case: Case) -> float:
    """The mean without weights."""
    return float(case.respondents["satisfaction"].mean())


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
