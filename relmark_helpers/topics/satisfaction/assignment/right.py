"""The right value of each task of assignment 04, from the case."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.satisfaction.assignment.own_case import PATH_KEYS
from relmark_helpers.topics.satisfaction.assignment.statements import CLAIMS, STATEMENTS, STATES
from relmark_helpers.topics.satisfaction.model import behaviour, measurement
from relmark_helpers.topics.satisfaction.model.paths import PATHS, Z_95, causes_of, regression_paths

FINAL_PATHS = PATH_KEYS[-2:]
LAST_CAUSES = tuple(causes_of("overall_satisfaction"))
OUTCOMES = {"intention": "loyalty_repurchase", "buying": "bought_again"}
CAUSES = {"satisfaction": "overall_satisfaction", "trust": "trust"}
STRENGTH_KEYS = tuple(f"{outcome} ~ {cause}" for outcome in OUTCOMES for cause in CAUSES)
SURPRISE_LEFT = 0.10


def scores(case: Case) -> pd.DataFrame:
    """Score of every construct of the case."""
    return measurement.construct_scores(case.surveys)


def alpha(case: Case) -> dict[str, float]:
    """Cronbach's alpha of every construct of the case."""
    return {str(name): float(value) for name, value in measurement.reliabilities(case.surveys).items()}


def paths(case: Case) -> dict[str, float]:
    """The ten paths of the case by regression, points per point."""
    return by_key(regression_paths(scores(case)), "estimate")


def interval(case: Case, errors: float = Z_95) -> dict[str, float]:
    """Interval of the path from attribute to overall satisfaction, so many standard errors to each side."""
    found = regression_paths(scores(case))
    row = PATH_KEYS.index(FINAL_PATHS[0])
    middle, error = float(found["estimate"].iloc[row]), float(found["standard_error"].iloc[row])
    return {"low": middle - errors * error, "high": middle + errors * error}


def total_effect(given: Mapping[str, float], factor: str) -> float:
    """Effect of a factor on overall satisfaction: over every route, the product of its paths."""
    if factor == "overall_satisfaction":
        return 1.0
    steps = [effect for cause, effect in PATHS if cause == factor]
    return sum(given[f"{factor} -> {effect}"] * total_effect(given, effect) for effect in steps)


def gains(case: Case, effect: Callable[[Mapping[str, float], str], float] = total_effect) -> dict[str, float]:
    """Points of overall satisfaction that each programme brings for 100,000 yuan."""
    return {
        name: effect(case.given_paths, each["factor"]) * each["push"] / each["cost"] * 100_000
        for name, each in case.programmes.items()
    }


def corrected(case: Case) -> dict[str, float]:
    """The two last paths, each cause's variance shrunk by its reliability."""
    return last_paths(case, alpha(case))


def reliable_variance(case: Case) -> dict[str, float]:
    """Variance of both last causes that is left without error, over the surveys with all three scores."""
    rows = scores(case)[[*LAST_CAUSES, "overall_satisfaction"]].dropna()
    reliable = alpha(case)
    return {cause: reliable[cause] * float(rows[cause].var()) for cause in LAST_CAUSES}


def leftover(case: Case, more: int = 0) -> float:
    """Share of an improvement that is still a surprise after the case's purchases, or so many more."""
    return float((1 - case.treadmill["adaptation"]) ** (case.treadmill["purchases"] + more))


def purchases_needed(case: Case) -> int:
    """Purchases until at most a tenth of an improvement is still a surprise."""
    return math.ceil(math.log(SURPRISE_LEFT) / math.log(1 - case.treadmill["adaptation"]) - 1e-9)


def strengths(case: Case) -> dict[str, float]:
    """How satisfaction and trust, side by side, go with intention and with buying again."""
    return strengths_in(outcomes(case))


def states(case: Case) -> dict[str, str]:
    """The state that each statement of the case speaks of."""
    return {
        key: next(state for state in STATES if text in STATEMENTS[state])
        for key, text in case.statements.items()
    }


def testable(case: Case) -> dict[str, str]:
    """Whether the survey and the orders of one firm can speak against each claim of the case."""
    return {key: CLAIMS[text] for key, text in case.claims.items()}


def by_key(table: pd.DataFrame, column: str) -> dict[str, float]:
    """A column of a table of paths as a dict by ``"cause -> effect"``."""
    return {
        f"{cause} -> {effect}": float(value)
        for cause, effect, value in zip(table["cause"], table["effect"], table[column], strict=True)
    }


def last_paths(case: Case, reliable: Mapping[str, float]) -> dict[str, float]:
    """Solve the last equation with each cause's variance multiplied by its reliability."""
    causes = causes_of("overall_satisfaction")
    covariance = scores(case)[[*causes, "overall_satisfaction"]].dropna().cov()
    inside = covariance.loc[causes, causes].to_numpy(copy=True)
    inside[np.diag_indices(2)] *= [reliable[cause] for cause in causes]
    slopes = np.linalg.solve(inside, covariance.loc[causes, "overall_satisfaction"].to_numpy())
    return dict(zip(FINAL_PATHS, map(float, slopes), strict=True))


def outcomes(case: Case) -> pd.DataFrame:
    """Satisfaction, trust, intention and buying again, one row per survey."""
    table = scores(case)[list(CAUSES.values())]
    table["loyalty_repurchase"] = case.surveys["loyalty_repurchase"].astype("Float64")
    table["bought_again"] = behaviour.bought_again(case.surveys, case.orders)
    return table


def strengths_in(table: pd.DataFrame) -> dict[str, float]:
    """Standardised coefficients of both causes, side by side, for both outcomes."""
    found: dict[str, float] = {}
    for outcome, column in OUTCOMES.items():
        estimates = behaviour.predictors(table, column, list(CAUSES.values()))["estimate"]
        found |= {
            f"{outcome} ~ {cause}": float(value) for cause, value in zip(CAUSES, estimates, strict=True)
        }
    return found
