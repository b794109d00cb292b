"""What a learner's case of assignment 06 holds, drawn from the company."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.topics.loyalty.assignment.statements import CLAIMS, MEASURES, PERSONS, PULLS, WHERE
from relmark_helpers.topics.loyalty.model.drivers import YEAR, orders_within
from relmark_helpers.topics.loyalty.model.half_years import STAGES
from relmark_helpers.topics.satisfaction.model.measurement import construct_scores

CUSTOMERS = 1000
GAPS = 10  # surveys that lose two answers of three, for each of three constructs
CLAIMS_EACH = 4  # of a case, with either answer
SATISFIED = 4.0  # the score from which task 9 calls somebody satisfied
APART = 0.0015  # scale points between the gap of the satisfied and others': more than the tolerance of 0.001


def draw(rng: np.random.Generator) -> dict[str, Any]:
    """Draw a case: a thousand customers with their orders and answers, and numbers of one's own.

    Parameters
    ----------
    rng : numpy Generator
        Seeded by course, chapter and student.

    Returns
    -------
    dict
        customers, orders, surveys, memberships (DataFrames); persons (int); cuts, reported, measures, people,
        claims (dicts); given_matrix (DataFrame); given_correlations (array).

    Examples
    --------
    >>> sorted(draw(np.random.default_rng(1)))[:4]
    ['claims', 'customers', 'cuts', 'given_correlations']
    """
    everybody = load("customers")
    while True:
        rows = np.sort(rng.choice(len(everybody), CUSTOMERS, replace=False))
        customers = everybody.iloc[rows].reset_index(drop=True)
        surveys, orders = (_theirs(name, customers) for name in ("surveys", "orders"))
        surveys = _with_gaps(surveys, rng)
        if _gaps_tell(surveys, orders):
            break
    yes, no = ([text for text, told in CLAIMS.items() if told == answer] for answer in ("yes", "no"))
    claims = [str(text) for part in (yes, no) for text in rng.choice(part, CLAIMS_EACH, replace=False)]
    return {
        "customers": customers,
        "orders": orders,
        "surveys": surveys,
        "memberships": _theirs("memberships", customers),
        "persons": int(rng.integers(20, 36)) * 100,
        "cuts": {"attitude": float(rng.choice([3.0, 4.0, 5.0])), "orders": int(rng.integers(2, 5))},
        "given_matrix": _given_matrix(rng),
        "given_correlations": _given_correlations(rng),
        "reported": {
            "satisfied_of_left": round(float(rng.uniform(0.62, 0.78)), 2),
            "left": round(float(rng.uniform(0.10, 0.22)), 2),
            "satisfied": round(float(rng.uniform(0.80, 0.90)), 2),
        },
        "measures": _numbered("m", _one_of_each(rng, MEASURES, PULLS), rng),
        "people": _numbered("p", _one_of_each(rng, PERSONS, WHERE), rng),
        "claims": _numbered("c", claims, rng),
    }


def _theirs(name: str, customers: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that are about some customers."""
    table = load(name)
    kept: pd.DataFrame = table[table["customer_id"].isin(customers["customer_id"])].reset_index(drop=True)
    return kept


def _gaps_tell(surveys: pd.DataFrame, orders: pd.DataFrame) -> bool:
    """Whether those who stayed trust more by another amount among the satisfied than among others and all."""
    scores = construct_scores(surveys, ["overall_satisfaction", "trust"])
    year = orders_within(surveys, orders, YEAR)
    trust = scores["trust"].where(year.notna() & scores["overall_satisfaction"].notna())
    satisfied, gone = scores["overall_satisfaction"] >= SATISFIED, year == 0
    right, *others = (
        trust[among & ~gone].mean() - trust[among & gone].mean()
        for among in (satisfied, ~satisfied, satisfied | True)
    )
    return all(abs(right - other) > APART for other in others)


def _with_gaps(surveys: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """The surveys, some of them with two answers of three left out: what counts as a score then matters."""
    for construct in ("overall_satisfaction", "trust", "information_satisfaction"):
        items = [f"{construct}_{number}" for number in (1, 2, 3)]
        left_out = np.zeros((len(surveys), 3), dtype=bool)
        left_out[rng.choice(len(surveys), GAPS, replace=False)] = True
        left_out[np.arange(len(surveys)), rng.integers(3, size=len(surveys))] = False
        surveys[items] = surveys[items].mask(left_out)
    return surveys


def _given_matrix(rng: np.random.Generator) -> pd.DataFrame:
    """A colleague's chances, round plausible values, in hundredths, so that they are nobody's estimate."""
    centre = np.array(
        [
            [0.90, 0.06, 0.03, 0.01, 0.00],
            [0.00, 0.42, 0.26, 0.10, 0.22],
            [0.00, 0.30, 0.30, 0.22, 0.18],
            [0.00, 0.12, 0.22, 0.58, 0.08],
        ]
    )
    moved = np.round(np.where(centre > 0.05, centre + rng.uniform(-0.04, 0.04, centre.shape), centre), 2)
    for row in range(4):
        moved[row, row] = round(1 - (moved[row].sum() - moved[row, row]), 2)
    chances = np.vstack([moved, [0, 0, 0, 0, 1]])
    return pd.DataFrame(chances, index=pd.Index(STAGES, name="from"), columns=list(STAGES))


def _given_correlations(rng: np.random.Generator) -> np.ndarray:
    """Correlations of three drivers and, last, an outcome; positive and far from singular."""
    together = rng.uniform(0.2, 0.5, 3).round(2)
    with_outcome = rng.permutation([0.55, 0.4, 0.25]) + rng.uniform(-0.05, 0.05, 3).round(2)
    found = np.eye(4)
    for (i, j), value in zip(((0, 1), (0, 2), (1, 2)), together, strict=True):
        found[i, j] = found[j, i] = value
    found[3, :3] = found[:3, 3] = with_outcome
    return found.round(2)


def _one_of_each(
    rng: np.random.Generator, pools: Mapping[str, Sequence[str]], kinds: Sequence[str]
) -> list[str]:
    return [str(rng.choice(pools[kind])) for kind in kinds]


def _numbered(letter: str, texts: list[str], rng: np.random.Generator) -> dict[str, str]:
    return {f"{letter}{number}": str(text) for number, text in enumerate(rng.permutation(texts), start=1)}
