"""What only the simulation knows: the truth that the methods are held against, and no table tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

import numpy as np
import pandas as pd

from relmark_helpers.company import steps
from relmark_helpers.company.engine import months
from relmark_helpers.company.month import CHOICE, Chunk, Month
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.state import State
from relmark_helpers.company.steps.failures import recovery
from relmark_helpers.company.tables import tables

Tables = dict[str, pd.DataFrame]
SEED, CUSTOMERS = 20240101, 2700  # of the committed company
JUSTICES = ("distributive", "procedural", "interactional")


@dataclass
class Company:
    """A company's tables, and beside them what the tables do not tell."""

    tables: Tables
    state: State
    policy: Policy
    seed: int
    complaints: pd.DataFrame  # by complaint: what handling truly gave back
    answers: pd.DataFrame  # by survey: the factors behind the ticks
    by_branch: pd.DataFrame  # by branch and month: service, job satisfaction, people told
    active: list[int] = field(default_factory=list)  # customers at the end of each month

    @property
    def first_day(self) -> int:
        return self.state.first_day


def company(customers: int = CUSTOMERS, seed: int = SEED, policy: Policy | None = None) -> Company:
    """Run a company and keep its tables and its truth."""
    chosen, kept = policy or Policy(), Kept()
    made = tables(kept.watched(months(policy=chosen, customers=customers, seed=seed)))
    assert kept.state is not None
    frames = {name: pd.concat(each, ignore_index=True) for name, each in kept.rows.items()}
    return Company(made, kept.state, chosen, seed, active=kept.active, **frames)


class Kept:
    """What is noted of each month while the tables are made."""

    def __init__(self) -> None:
        self.state: State | None = None
        self.active: list[int] = []
        self.rows: dict[str, list[pd.DataFrame]] = {"complaints": [], "answers": [], "by_branch": []}

    def watched(self, states: Iterator[State]) -> Iterator[State]:
        for state in states:
            self.state = state
            self.active.append(int(state.customers.active[: state.count].sum()))
            self.rows["complaints"].append(_given_back(state))
            felt = {name: values for name, values in state.events["surveys"].items() if "felt" in name}
            self.rows["answers"].append(pd.DataFrame({"month": state.month, **felt}))
            house = {name: state.house[name].copy() for name in ("service", "job_satisfaction")}
            told = {name: state.sums[name] for name in ("told_good", "told_bad", "left")}
            here = np.arange(1, len(house["service"]) + 1)
            self.rows["by_branch"].append(
                pd.DataFrame({"month": state.month, "branch_id": here, **house, **told})
            )
            yield state


def _given_back(state: State) -> pd.DataFrame:
    """Points of satisfaction and trust that the handling of each complaint of the month gave back."""
    case, numbers = state.events["complaints"], state.parameters
    felt = {name: case[f"justice_{name}"] for name in JUSTICES}
    satisfaction, trust = recovery(numbers.complaining, felt)
    major, failures = case["severity"] == 1, numbers.failures
    return pd.DataFrame(
        {
            "order_id": case["order"] + 1,
            "month": state.month,
            "satisfaction": satisfaction
            * np.where(major, failures.satisfaction_major, failures.satisfaction_minor),
            "trust": trust * np.where(major, failures.trust_major, failures.trust_minor),
        }
    )


def leaving_seen(customers: int, seed: int, parameters: Parameters | None = None) -> pd.DataFrame:
    """Every month of every customer just before the step that lets some leave, and who left: nobody else sees it."""
    parts: list[dict[str, Any]] = []
    real = steps.leaving

    def seen(month: Month, chunk: Chunk) -> None:
        some = chunk.customers
        here = np.flatnonzero(some.active)
        choice = CHOICE[some.branch[here]]
        levels = month.state.parameters.levels
        joined = some.joined[here]
        row = {
            "rivals": choice,
            "trust": choice * (some.trust[here] - levels.trust),
            "satisfaction": choice * (some.satisfaction[here] - levels.overall_satisfaction),
            "newcomer": 1.0 * ((joined > 0) & (joined > month.number - 6)),
            "member": 1.0 * (some.tier[here] > 0),
            "frailty": some.frailty[here].copy(),
            "month": np.full(len(here), month.number),
        }
        real(month, chunk)
        parts.append(row | {"left": 1.0 * ~some.active[here]})

    with mock.patch.object(steps, "leaving", seen):
        for _ in months(parameters, customers=customers, seed=seed, record="summary"):
            pass
    return pd.DataFrame({name: np.concatenate([part[name] for part in parts]) for name in parts[0]})
