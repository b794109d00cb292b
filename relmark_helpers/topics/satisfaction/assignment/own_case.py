"""What a learner's case of assignment 04 holds, drawn from the company."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.topics.satisfaction.assignment.statements import CLAIMS, STATEMENTS, STATES
from relmark_helpers.topics.satisfaction.model.effects import effects_on_satisfaction
from relmark_helpers.topics.satisfaction.model.measurement import (
    CONSTRUCTS,
    construct_scores,
    cronbach_alpha,
    items_of,
)
from relmark_helpers.topics.satisfaction.model.paths import PATHS

RESPONDENTS = 600
LEFT = (
    1,
    1,
    0,
)  # answered items of some rows of every construct, so that it counts how the missing are taken
WINDOW_DAYS = 183
OTHER_WINDOWS = (  # first and last day after the answer: later on, a month, before, the half year before, at any time
    (1, np.inf),
    (1, 30),
    (-np.inf, 0),
    (1 - WINDOW_DAYS, 0),
    (-np.inf, np.inf),
)
APART = 0.00625  # how far usual mistakes are from what is right: more than the tolerance of 0.005
CLEAR = 0.002  # points for 100,000 yuan between the best programme and the next: no tie within the tolerance
STATEMENTS_PER_CASE = 8
PROGRAMMES = {  # programme of the case: the factor it pushes, by one of the three ways to satisfy
    "product": "performance",
    "benefits": "desires_congruency",
    "information": "information_satisfaction",
}
PATH_KEYS = tuple(f"{cause} -> {effect}" for cause, effect in PATHS)


def draw(rng: np.random.Generator) -> dict[str, Any]:
    """Draw a case: 600 answers of the company's survey, the answerers' orders, and numbers of one's own.

    Parameters
    ----------
    rng : numpy Generator
        Seeded by course, chapter and student.

    Returns
    -------
    dict
        surveys, orders (DataFrames); given_paths, programmes, treadmill, statements, claims (dicts).

    Examples
    --------
    >>> sorted(draw(np.random.default_rng(1)))
    ['claims', 'given_paths', 'orders', 'programmes', 'statements', 'surveys', 'treadmill']
    """
    answered, everybody = load("surveys"), load("orders")
    while True:
        rows = np.sort(rng.choice(len(answered), RESPONDENTS, replace=False))
        surveys = _left_out(answered.iloc[rows].reset_index(drop=True), rng)
        orders = everybody[everybody["customer_id"].isin(surveys["customer_id"])].reset_index(drop=True)
        if _tells(surveys, orders):
            break
    given = _given_paths(rng)
    return {
        "surveys": surveys,
        "orders": orders,
        "given_paths": given,
        "programmes": _programmes(rng, given),
        "treadmill": {
            "adaptation": round(float(rng.uniform(0.22, 0.48)), 2),
            "purchases": int(rng.integers(3, 6)),
        },
        "statements": {f"s{number}": text for number, text in enumerate(_statements(rng), start=1)},
        "claims": {
            f"c{number}": str(text) for number, text in enumerate(rng.permutation(list(CLAIMS)), start=1)
        },
    }


def _tells(surveys: pd.DataFrame, orders: pd.DataFrame) -> bool:
    """Whether usual mistakes of tasks 3, 4, 7 and 9 give other numbers than the right ones."""
    scores = construct_scores(surveys)
    return _causes_tell(scores, surveys) and _windows_tell(scores, surveys, orders)


def _causes_tell(scores: pd.DataFrame, surveys: pd.DataFrame) -> bool:
    """Trust among the causes, one path for the other, and a wrong share of the observed variances."""
    rows = scores[["overall_satisfaction", "attribute_satisfaction", "information_satisfaction", "trust"]]
    slopes = _slopes(rows.iloc[:, :3])
    if np.abs(slopes - _slopes(rows)[:2]).max() <= APART or abs(slopes[0] - slopes[1]) <= APART:
        return False
    spread = rows.iloc[:, :3].dropna().cov().to_numpy()
    alpha = np.array([cronbach_alpha(surveys[items_of(cause)]) for cause in rows.columns[1:3]])
    observed = np.diag(spread)[1:]
    if np.abs(alpha * (observed - np.sqrt(observed))).max() <= 0.0105:  # task 7 allows 0.01
        return False
    right, *wrong = (_slopes_of(spread, observed * alpha**power) for power in (1, 0.5, 2))
    return bool(min(np.abs(right - other).max() for other in wrong) > 4 * APART)  # … and 0.02


def _slopes_of(spread: np.ndarray, reliable: np.ndarray) -> np.ndarray:
    """Coefficients of the first column on the others, of which so much variance is reliable."""
    causes = spread[1:, 1:].copy()
    np.fill_diagonal(causes, reliable)
    found: np.ndarray = np.linalg.solve(causes, spread[1:, 0])
    return found


def _windows_tell(scores: pd.DataFrame, surveys: pd.DataFrame, orders: pd.DataFrame) -> bool:
    """Buying in the half year after the answer, and in other windows."""
    pairs = surveys[["survey_id", "customer_id", "answered_on"]].merge(orders[["customer_id", "ordered_on"]])
    days = (pairs["ordered_on"] - pairs["answered_on"]).dt.days
    over = surveys["answered_on"] + pd.Timedelta(days=WINDOW_DAYS) <= orders["ordered_on"].max()

    def strengths(first: float, last: float, rows: pd.Series, most: int = 1) -> np.ndarray:
        orders = pairs.loc[days.between(first, last), "survey_id"].value_counts()
        bought = surveys["survey_id"].map(orders).fillna(0).clip(upper=most)
        table = scores[["overall_satisfaction", "trust"]].assign(bought=bought)
        table = table[["bought", "overall_satisfaction", "trust"]][rows].dropna()
        return _slopes((table - table.mean()) / table.std())

    right = strengths(1, WINDOW_DAYS, over)
    others = [strengths(1, WINDOW_DAYS, over | True)]  # those whose half year is open, too
    others += [strengths(first, last, over) for first, last in OTHER_WINDOWS]
    others += [strengths(1, WINDOW_DAYS, rows, most=len(pairs)) for rows in (over, over | True)]
    means = scores[["overall_satisfaction", "trust"]].assign(
        meant=surveys["loyalty_repurchase"].astype(float)
    )
    meant = means[["meant", "overall_satisfaction", "trust"]].dropna()
    everybody, followed = (
        _slopes((rows - rows.mean()) / rows.std()) for rows in (meant, meant[over[meant.index]])
    )
    apart = [np.abs(right - other).max() for other in others] + [np.abs(everybody - followed).max()]
    return bool(min(apart) > APART)


def _slopes(table: pd.DataFrame) -> np.ndarray:
    """Least-squares coefficients of the first column on the others."""
    rows = table.dropna().to_numpy(dtype=float)
    found: np.ndarray = np.linalg.lstsq(np.c_[rows[:, 1:], np.ones(len(rows))], rows[:, 0], rcond=None)[0][
        :-1
    ]
    return found


def _left_out(surveys: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Answers as Int64, which no sum overflows; of every construct some rows with one answered item, or none."""
    answers = surveys.astype(dict.fromkeys(surveys.select_dtypes("Int8").columns, "Int64"))
    for construct in CONSTRUCTS:
        items = items_of(construct)
        gone = np.zeros((len(answers), len(items)), dtype=bool)
        for row, left in zip(rng.choice(len(answers), len(LEFT), replace=False), LEFT, strict=True):
            gone[row, rng.permutation(len(items))[left:]] = True
        answers[items] = answers[items].mask(gone)
    return answers


def _programmes(rng: np.random.Generator, paths: Mapping[str, float]) -> dict[str, dict[str, Any]]:
    """Three programmes: the one that brings most in all is the dearest, and not the one to choose."""
    effect = _effects(paths)
    while True:
        costs = sorted(int(cost) * 10_000 for cost in rng.choice(np.arange(60, 240), 3, replace=False))
        pushes = {name: round(float(rng.uniform(0.2, 0.6)), 2) for name in PROGRAMMES}
        brings = {name: pushes[name] * effect[factor] for name, factor in PROGRAMMES.items()}
        by_gain = sorted(brings, key=lambda name: brings[name])
        cost = dict(zip(by_gain, (*rng.permutation(costs[:2]).tolist(), costs[2]), strict=True))
        worth = sorted(brings, key=lambda name: brings[name] / cost[name])
        gap = (brings[worth[2]] / cost[worth[2]] - brings[worth[1]] / cost[worth[1]]) * 100_000
        if worth[2] != by_gain[2] and gap > CLEAR:
            return {
                name: {"factor": factor, "push": pushes[name], "cost": cost[name]}
                for name, factor in PROGRAMMES.items()
            }


def _given_paths(rng: np.random.Generator) -> dict[str, float]:
    """A colleague's paths: drawn round plausible values, so that they are nobody's estimate.

    Their total effects need more than four decimals, so that a function that rounds is told from one that does not.
    """
    centre = (-0.4, 0.6, -0.45, 0.65, 0.5, 0.35, 0.3, 0.4, 0.5, 0.3)
    while True:
        given = {
            key: round(middle + float(rng.uniform(-0.12, 0.12)), 2)
            for key, middle in zip(PATH_KEYS, centre, strict=True)
        }
        totals = _effects(given)
        if (totals - totals.round(4)).abs().max() > 1e-5:
            return given


def _effects(paths: Mapping[str, float]) -> pd.Series:
    """The total effect of each factor on overall satisfaction."""
    table = pd.DataFrame([(*key.split(" -> "), value) for key, value in paths.items()])
    found: pd.Series = effects_on_satisfaction(table.set_axis(["cause", "effect", "estimate"], axis=1))[
        "total"
    ]
    return found


def _statements(rng: np.random.Generator) -> list[str]:
    """Two statements of each state, in any order."""
    each = STATEMENTS_PER_CASE // len(STATES)
    chosen = [text for state in STATES for text in rng.choice(STATEMENTS[state], each, replace=False)]
    return [str(text) for text in rng.permutation(chosen)]
