"""What the usual mistakes in tasks 1 and 2 lead to."""

from __future__ import annotations

import math

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.survey.assignment import right
from relmark_helpers.topics.survey.assignment.own_case import INDEX_ITEMS
from relmark_helpers.topics.survey.model.indicators import (
    Estimate,
    around,
    net_promoter_score,
    satisfaction_index,
)


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
    one, other = first.standard_error, second.standard_error
    errors = {
        "added": one + other,
        "last": other,
        "subtracted": math.sqrt(abs(one**2 - other**2)),
        "mean": (one + other) / 2,
        "one": math.hypot(one, other) / 1.96,
    }
    found = around(second.value - first.value, errors[way], 0)
    return {"change": found.value, "low": found.low, "high": found.high}


def move_backwards(case: Case) -> dict[str, float]:
    """The first quarter less the second."""
    found = right.move(case)
    return {"change": -found["change"], "low": -found["high"], "high": -found["low"]}


def score_of(case: Case, quarters: tuple[str, ...]) -> dict[str, float]:
    """The score of other quarters than the second."""
    answers = case.answers
    return _told(net_promoter_score(answers.loc[answers["quarter"].isin(quarters), "nps"]))


def score_deviation(case: Case) -> dict[str, float]:
    """The standard deviation of an answer for the standard error."""
    return score_reach(case, deviation=True)


def score_reach(case: Case, errors: float = 1.96, deviation: bool = False) -> dict[str, float]:
    """An interval of other reach."""
    found = right.score(case)
    value, error = found["nps"], found["standard_error"]
    wide = error * math.sqrt(len(_second(case).dropna())) if deviation else error
    return {"nps": value, "standard_error": wide, "low": value - errors * wide, "high": value + errors * wide}


def score_square_left(case: Case) -> dict[str, float]:
    """The square of the difference not taken off the variance."""
    answers = _second(case).dropna()
    p, d, n = float((answers >= 9).mean()), float((answers <= 6).mean()), len(answers)
    return _told(around(100 * (p - d), 100 * math.sqrt((p + d) / n), n))


def score_backwards(case: Case) -> dict[str, float]:
    """Detractors less promoters."""
    found = right.score(case)
    return found | {"nps": -found["nps"], "low": -found["high"], "high": -found["low"]}


def score_variance(case: Case) -> dict[str, float]:
    """The variance for the standard error: a hundred times that of the difference of shares."""
    found = right.score(case)
    return found | {"standard_error": found["standard_error"] ** 2 / 100}


def index_of(case: Case, quarters: tuple[str, ...]) -> float:
    """The index over other quarters than the second."""
    rows = case.answers.loc[case.answers["quarter"].isin(quarters), list(INDEX_ITEMS)]
    return satisfaction_index(rows, case.index_weights).value


def move_of_level(case: Case) -> dict[str, float]:
    """The change with the interval of the second score."""
    level = right.score(case)
    return {"change": right.move(case)["change"], "low": level["low"], "high": level["high"]}


def move_in_per_cent(case: Case) -> dict[str, float]:
    """The change in per cent of the first quarter's score."""
    first = right.score(case)["nps"] - right.move(case)["change"]
    return {key: 100 * value / first for key, value in right.move(case).items()}
