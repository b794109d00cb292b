"""What a learner's case of assignment 10 holds, drawn from the company and from numbers of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.topics.complaints.assignment.statements import CLAIMS, MEASURES, RULES
from relmark_helpers.topics.complaints.model.worlds import JUSTICES

CUSTOMERS = 1600
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
    everybody = load("customers")["customer_id"].to_numpy()
    kept = np.sort(rng.choice(everybody, CUSTOMERS, replace=False))

    def theirs(name: str) -> pd.DataFrame:
        table = load(name)
        mine: pd.DataFrame = table[table["customer_id"].isin(kept)].reset_index(drop=True)
        return mine

    yes, no = ([text for text, told in CLAIMS.items() if told == answer] for answer in ("yes", "no"))
    claims = [str(text) for part in (yes, no) for text in rng.choice(part, CLAIMS_EACH, replace=False)]
    costs, triaged = _triaged(rng)
    return {
        "surveys": theirs("surveys"),
        "complaints": theirs("complaints"),
        "orders": theirs("orders"),
        "within": int(rng.choice([60, 75, 90, 120])),
        "severity": str(rng.choice(["minor", "major"])),
        "told": {
            "handled": round(float(rng.uniform(0.70, 0.90)), 2),
            "silent": round(float(rng.uniform(0.08, 0.30)), 2),
            "complaining": round(float(rng.uniform(0.10, 0.30)), 2),
            "wanted": round(float(rng.uniform(0.45, 0.60)), 2),
        },
        "study": _study(rng),
        "rated": _rated(rng),
        "desk": _desk(rng),
        "calls": _calls(rng),
        "story": {
            "first": int(rng.integers(10, 21)),
            "second": int(rng.integers(5, 16)),
            "retold": round(float(rng.uniform(0.10, 0.45)), 2),
            "overlap": round(float(rng.uniform(0.20, 0.60)), 2),
            "total": int(rng.integers(20, 31)) * 10,
        },
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


def _study(rng: np.random.Generator) -> pd.DataFrame:
    """Content customers, to some of whom something happened that was handled well; both intervals keep off 0."""
    while True:
        failed = np.arange(1100) < 450
        level = rng.normal(4.9, 0.6, len(failed)) + 0.25 * failed
        rate = np.exp(rng.normal(0.9, 0.5, len(failed)) + 0.2 * failed)
        before = level + rng.normal(0, 0.7, len(failed))
        kept = before >= 4.6
        change = float(rng.choice([-0.35, 0.0, 0.35]))
        after = level + change * failed + rng.normal(0, 0.7, len(failed))
        fewer = float(rng.choice([0.55, 0.7, 1.0]))
        table = pd.DataFrame(
            {
                "failure": failed,
                "before": before.round(2),
                "after": after.round(2),
                "orders_before": rng.poisson(rate) + rng.poisson(0.3, len(failed)),
                "orders_after": rng.poisson(rate * np.where(failed, fewer, 1.0)),
            }
        )[kept]
        table = table.sample(frac=1, random_state=rng).reset_index(drop=True)
        if all(_off_zero(table, name) for name in ("", "orders_")):
            return table


def _off_zero(table: pd.DataFrame, name: str) -> bool:
    """Whether no bound of the interval for the change against the change lies near 0."""
    gap = table[f"{name}after"] - table[f"{name}before"]
    one, other = gap[table["failure"]], gap[~table["failure"]]
    half = 1.96 * float(np.sqrt(one.var() / len(one) + other.var() / len(other)))
    middle = one.mean() - other.mean()
    return min(abs(middle - half), abs(middle + half)) > 0.02


def _rated(rng: np.random.Generator) -> pd.DataFrame:
    weights = rng.permutation([0.5, 0.3, 0.2]) + rng.uniform(-0.04, 0.04, 3)
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
        "shrinkage": float(rng.choice([0.25, 0.3, 0.35])),
        "agents": 3,
    }


def _calls(rng: np.random.Generator) -> pd.DataFrame:
    """An hour and more of calls in the order in which they came, busy enough for a queue."""
    came = np.cumsum(rng.exponential(70, 60)).round(0)
    return pd.DataFrame({"came": came, "takes": (20 + rng.exponential(170, 60)).round(0)})


def _triaged(rng: np.random.Generator) -> tuple[dict[str, float], pd.DataFrame]:
    """Grave or not, and a model's chance of grave, in hundredths; one threshold is the cheapest."""
    while True:
        grave = rng.random(240) < rng.uniform(0.3, 0.5)
        chance = np.where(grave, rng.beta(3.2, 2.0, 240), rng.beta(2.0, 3.2, 240)).round(3)
        costs = {"missed": float(rng.integers(6, 16)) * 50, "called": float(rng.integers(4, 10)) * 10}
        spent = [
            costs["missed"] * (grave & (chance < at)).sum()
            + costs["called"] * (~grave & (chance >= at)).sum()
            for at in THRESHOLDS
        ]
        ordered = np.sort(spent)
        if ordered[1] - ordered[0] > 5 and not np.isin(chance, THRESHOLDS).any():
            names = np.where(grave, "major", "minor")
            return costs, pd.DataFrame({"severity": names, "chance_major": chance})


def _weeks(rng: np.random.Generator) -> pd.Series:
    usual = rng.uniform(3.5, 9.0)
    crisis = int(rng.integers(10, 20))
    means = np.concatenate([np.full(52, usual), np.where(np.arange(26) < crisis, usual, 2.4 * usual)])
    index = pd.date_range("2024-01-01", periods=78, freq="7D", name="week")
    return pd.Series(rng.poisson(means), index=index, name="complaints")


def _numbered(letter: str, texts: Sequence[str], rng: np.random.Generator) -> Mapping[str, str]:
    return {f"{letter}{number}": str(text) for number, text in enumerate(rng.permutation(texts), start=1)}
