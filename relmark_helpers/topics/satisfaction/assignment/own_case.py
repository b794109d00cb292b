"""What a learner's case of assignment 04 holds, drawn from the company."""

from __future__ import annotations

from typing import Any

import numpy as np

from relmark_helpers.company.store import load
from relmark_helpers.topics.satisfaction.assignment.statements import CLAIMS, STATEMENTS, STATES
from relmark_helpers.topics.satisfaction.model.paths import PATHS

RESPONDENTS = 600
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
    answered = load("surveys")
    rows = np.sort(rng.choice(len(answered), RESPONDENTS, replace=False))
    surveys = answered.iloc[rows].reset_index(drop=True)
    orders = load("orders")
    orders = orders[orders["customer_id"].isin(surveys["customer_id"])].reset_index(drop=True)
    return {
        "surveys": surveys,
        "orders": orders,
        "given_paths": _given_paths(rng),
        "programmes": {
            name: {
                "factor": factor,
                "push": round(float(rng.uniform(0.2, 0.6)), 2),
                "cost": int(rng.integers(60, 240)) * 10_000,
            }
            for name, factor in PROGRAMMES.items()
        },
        "treadmill": {
            "adaptation": round(float(rng.uniform(0.22, 0.48)), 2),
            "purchases": int(rng.integers(3, 6)),
        },
        "statements": {f"s{number}": text for number, text in enumerate(_statements(rng), start=1)},
        "claims": {
            f"c{number}": str(text) for number, text in enumerate(rng.permutation(list(CLAIMS)), start=1)
        },
    }


def _given_paths(rng: np.random.Generator) -> dict[str, float]:
    """A colleague's paths: drawn round plausible values, so that they are nobody's estimate."""
    centre = (-0.4, 0.6, -0.45, 0.65, 0.5, 0.35, 0.3, 0.4, 0.5, 0.3)
    return {
        key: round(middle + float(rng.uniform(-0.12, 0.12)), 2)
        for key, middle in zip(PATH_KEYS, centre, strict=True)
    }


def _statements(rng: np.random.Generator) -> list[str]:
    """Two statements of each state, in any order."""
    each = STATEMENTS_PER_CASE // len(STATES)
    chosen = [text for state in STATES for text in rng.choice(STATEMENTS[state], each, replace=False)]
    return [str(text) for text in rng.permutation(chosen)]
