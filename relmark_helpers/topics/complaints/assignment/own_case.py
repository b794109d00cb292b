"""What a learner's case of assignment 10 holds, drawn from the company and from numbers of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.topics.complaints.assignment import apart
from relmark_helpers.topics.complaints.assignment.statements import CLAIMS, MEASURES, RULES
from relmark_helpers.topics.complaints.model.worlds import JUSTICES

CUSTOMERS = 1600
Part = TypeVar("Part")
CLAIMS_EACH = 3  # of a case, with either answer
THRESHOLDS = tuple(round(0.05 * step, 2) for step in range(1, 20))


def draw(rng: np.random.Generator) -> dict[str, Any]:
    """Draw a case: some customers with all their tables, a study, a desk, a story, and weeks of one's own.

    Parameters
    ----------
    rng : numpy Generator
        Seeded by course, chapter and student.

    Returns
    -------
    dict
        surveys, complaints, orders, study, rated, calls, triaged (DataFrames); weeks (Series); within (int);
        severity (str); told, desk, story, costs, department, measures, claims (dicts).

    Examples
    --------
    >>> sorted(draw(np.random.default_rng(1)))[:4]
    ['calls', 'claims', 'complaints', 'costs']
    """
    yes, no = ([text for text, told in CLAIMS.items() if told == answer] for answer in ("yes", "no"))
    claims = [str(text) for part in (yes, no) for text in rng.choice(part, CLAIMS_EACH, replace=False)]
    costs, triaged = _triaged(rng)
    return {
        **_customers(rng),
        "told": _until(apart.told, _told, rng),
        "study": _until(apart.study, _study, rng),
        "rated": _until(apart.rated, _rated, rng),
        "desk": _until(apart.desk, _desk, rng),
        "calls": _calls(rng),
        "story": _story(rng),
        "costs": costs,
        "triaged": triaged,
        "weeks": _weeks(rng),
        "department": {
            "budget": float(rng.integers(16, 27)) * 500,
            "failures": float(rng.integers(20, 31)),
            "major": round(float(rng.uniform(0.20, 0.40)), 2),
            "loss": float(rng.integers(20, 46)) * 10,
        },
        "measures": _numbered("m", [str(rng.choice(MEASURES[rule])) for rule in RULES], rng),
        "claims": _numbered("c", claims, rng),
    }


def _until(
    tells: Callable[[Part], bool], drawn: Callable[[np.random.Generator], Part], rng: np.random.Generator
) -> Part:
    """Draw a part of the case again and again until it tells the right way from the usual mistakes."""
    while not tells(part := drawn(rng)):
        pass
    return part


def _customers(rng: np.random.Generator) -> dict[str, Any]:
    everybody = load("customers")["customer_id"].to_numpy()
    while True:
        kept = rng.choice(everybody, CUSTOMERS, replace=False)
        tables = [load(name) for name in ("surveys", "complaints", "orders")]
        surveys, complaints, orders = (
            table[table["customer_id"].isin(kept)].reset_index(drop=True) for table in tables
        )
        within, severity = int(rng.choice([60, 75, 90, 120])), str(rng.choice(["minor", "major"]))
        again = apart.Returns(orders, within)
        if apart.returns(complaints, again, severity) and apart.funnel(surveys, complaints, again):
            return {
                "surveys": surveys,
                "complaints": complaints,
                "orders": orders,
                "within": within,
                "severity": severity,
            }


def _told(rng: np.random.Generator) -> dict[str, float]:
    return {
        "handled": round(float(rng.uniform(0.70, 0.90)), 2),
        "silent": round(float(rng.uniform(0.08, 0.30)), 2),
        "complaining": round(float(rng.uniform(0.10, 0.30)), 2),
        "wanted": round(float(rng.uniform(0.45, 0.60)), 2),
    }


def _story(rng: np.random.Generator) -> dict[str, float]:
    return {
        "first": int(rng.integers(10, 21)),
        "second": int(rng.integers(5, 16)),
        "retold": round(float(rng.uniform(0.10, 0.45)), 2),
        # never near a half, where the overlap and what is left of it are the same
        "overlap": round(float(rng.choice([rng.uniform(0.20, 0.45), rng.uniform(0.55, 0.70)])), 2),
        "total": int(rng.integers(20, 31)) * 10,
    }


def _study(rng: np.random.Generator) -> pd.DataFrame:
    """Content customers, to some of whom something happened that was handled well: one measure moves."""
    failed = np.arange(1100) < 450
    level = rng.normal(5.0, 0.9, len(failed)) + 0.25 * failed
    rate = np.exp(rng.normal(0.9, 0.5, len(failed)) + 0.2 * failed)
    before = level + rng.normal(0, 0.55, len(failed))
    kept = before >= 4.6
    change, fewer = rng.choice([(-0.45, 1.0), (0.35, 1.0), (0.0, 0.6)])
    after = level + change * failed + rng.normal(0, 0.55, len(failed))
    table = pd.DataFrame(
        {
            "failure": failed,
            "before": before.round(2),
            "after": after.round(2),
            "orders_before": rng.poisson(rate) + rng.poisson(0.3, len(failed)),
            "orders_after": rng.poisson(rate * np.where(failed, fewer, 1.0)),
        }
    )[kept]
    return table.sample(frac=1, random_state=rng).reset_index(drop=True)


def _rated(rng: np.random.Generator) -> pd.DataFrame:
    weights = rng.permutation([0.36, 0.22, 0.12]) + rng.uniform(-0.03, 0.03, 3)
    common = rng.normal(0, 0.5, 320)
    spread = rng.permutation([0.7, 0.9, 1.3])
    rated = {name: 4.3 + common + s * rng.normal(0, 1, 320) for name, s in zip(JUSTICES, spread, strict=True)}
    table = pd.DataFrame(rated).clip(1, 7).round(1)
    table["satisfaction"] = (4 + (table - 4) @ weights + rng.normal(0, 0.5, 320)).round(2)
    return table


def _desk(rng: np.random.Generator) -> dict[str, float]:
    return {
        "cases_a_day": int(rng.integers(20, 90)),
        "days_open": float(rng.integers(3, 13)) / 2,
        "calls": int(rng.integers(6, 19)) * 10,
        "interval": 1800,
        "handling": int(rng.integers(7, 16)) * 20,
        "target": int(rng.choice([20, 30, 45])),
        "level": float(rng.choice([0.8, 0.85, 0.9])),
        "shrinkage": float(rng.integers(20, 41)) / 100,
        "agents": 3,
    }


def _calls(rng: np.random.Generator) -> pd.DataFrame:
    """An hour and more of calls in the order in which they came, busy enough for a queue."""
    came = np.cumsum(rng.exponential(70, 60)).round(0)
    return pd.DataFrame({"came": came, "takes": (20 + rng.exponential(170, 60)).round(0)})


def _triaged(rng: np.random.Generator) -> tuple[dict[str, float], pd.DataFrame]:
    """Grave or not, and a model's chance of grave, in thousandths."""
    while True:
        grave = rng.random(240) < rng.uniform(0.3, 0.5)
        chance = np.where(grave, rng.beta(3.2, 2.0, 240), rng.beta(2.0, 3.2, 240)).round(3)
        chance = np.where(np.isin(chance, THRESHOLDS), chance + 0.001, chance)  # none on a threshold
        costs = {"missed": float(rng.integers(6, 16)) * 50, "called": float(rng.integers(4, 10)) * 10}
        if apart.triaged(costs, grave, chance, THRESHOLDS):
            names = np.where(grave, "major", "minor")
            return costs, pd.DataFrame({"severity": names, "chance_major": chance})


def _weeks(rng: np.random.Generator) -> pd.Series:
    """A year with one loud week, and half a year that ends in a crisis."""
    while True:
        usual, crisis = rng.uniform(3.5, 9.0), int(rng.integers(10, 20))
        means = np.concatenate([np.full(52, usual), np.where(np.arange(26) < crisis, usual, 2.4 * usual)])
        counts = rng.poisson(means)
        counts[rng.integers(52)] = round(usual + 4 * usual**0.5)
        if apart.weeks(counts):
            index = pd.date_range("2024-01-01", periods=78, freq="7D", name="week")
            return pd.Series(counts, index=index, name="complaints")


def _numbered(letter: str, texts: Sequence[str], rng: np.random.Generator) -> Mapping[str, str]:
    return {f"{letter}{number}": str(text) for number, text in enumerate(rng.permutation(texts), start=1)}
