"""Less usual mistakes in tasks 6 to 10 of assignment 06, each with the sentence that names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.topics.loyalty.assignment import mistakes, right
from relmark_helpers.topics.loyalty.assignment.further_early import rated_items
from relmark_helpers.topics.loyalty.assignment.own_case import SATISFIED
from relmark_helpers.topics.loyalty.model.shares import explained

UP = ("trying", "returning", "trusting")


def _visits(case: Case, matrix: pd.DataFrame | None = None) -> np.ndarray:
    chances = case.given_matrix if matrix is None else matrix
    inside = chances.loc[list(UP), list(UP)].to_numpy(dtype="float64")
    return np.asarray(np.linalg.inv(np.eye(3) - inside))


def _climb(key: str, value: Callable[[Case], float]) -> Callable[[Case], dict[str, float]]:
    return lambda case: right.way_up(case) | {key: float(value(case))}


def _steady(case: Case, full: np.ndarray) -> dict[str, float]:
    shares = np.linalg.matrix_power(full, 2**16)[0]
    return dict(zip(("watching", *UP), map(float, shares[:4]), strict=True))


def _steady_refilled(case: Case, column: int) -> dict[str, float]:
    chances = case.given_matrix.to_numpy()
    full = chances[:4, :4].copy()
    full[:, column] += chances[:4, 4]
    return _steady(case, full)


def _steady_a_turn_late(case: Case) -> dict[str, float]:
    chances = case.given_matrix.to_numpy().copy()
    chances[4] = (1, 0, 0, 0, 0)
    return _steady(case, chances)


def _steady_scaled(case: Case) -> dict[str, float]:
    inside = case.given_matrix.to_numpy()[:4, :4]
    return _steady(case, inside / inside.sum(axis=1, keepdims=True))


def _first_and_last(correlations: np.ndarray, driver: int) -> float:
    return (mistakes.alone(correlations, driver) + mistakes.last(correlations, driver)) / 2


def _share_of_r2(correlations: np.ndarray, driver: int) -> float:
    worth = explained(np.asarray(correlations, dtype="float64"))
    return right.contribution(correlations, driver) / float(worth[max(worth, key=len)])


def _slope(correlations: np.ndarray, driver: int) -> float:
    known = np.asarray(correlations, dtype="float64")
    return float(np.linalg.solve(known[:-1, :-1], known[:-1, -1])[driver])


def _in_order(correlations: np.ndarray, driver: int) -> float:
    worth = explained(np.asarray(correlations, dtype="float64"))
    return float(worth[tuple(range(driver + 1))] - worth[tuple(range(driver))])


def _shares(case: Case, outcome: str = "stated", **columns: pd.Series) -> dict[str, float]:
    return right.shares_of(right.table(case).assign(**columns), outcome)


def _unturned(case: Case) -> pd.Series:
    items = rated_items(case, "trust")
    return items.mean(axis=1).where(items.notna().sum(axis=1) >= 2)


def _conditionals(rows: pd.DataFrame) -> dict[str, float]:
    both = (rows["satisfied"] & rows["gone"]).sum()
    return {
        "satisfied of left": float(both / rows["gone"].sum()),
        "left of satisfied": float(both / rows["satisfied"].sum()),
    }


def _above_four(case: Case) -> dict[str, float]:
    rows = right.satisfied_and_gone(case)
    return _conditionals(rows.assign(satisfied=rows["satisfaction"] > SATISFIED))


def _joint(case: Case) -> dict[str, float]:
    rows = right.satisfied_and_gone(case)
    return dict.fromkeys(right.conditionals(case), float((rows["satisfied"] & rows["gone"]).mean()))


def _gap(rows: pd.DataFrame, column: str = "trust") -> float:
    means = rows.groupby("gone")[column].mean()
    return float(means[False] - means[True])


def _gap_of(case: Case, column: str = "trust", unturned: bool = False) -> float:
    rows = right.satisfied_and_gone(case)
    if unturned:
        rows["trust"] = _unturned(case)
    return _gap(rows[rows["satisfied"]], column)


_TURNED = "The third item of trust is worded the other way round: take 8 less the answer."


LATE: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
        "6": (
            Mistake(
                lambda case: dict(zip(UP, map(float, _visits(case).sum(axis=0)), strict=True)),
                "These are sums of columns; who begins in a stage has its row.",
            ),
            Mistake(
                lambda case: dict(zip(UP, map(float, _visits(case).diagonal()), strict=True)),
                "This counts the half-years in the stage itself; those in the other stages belong to it.",
            ),
            Mistake(
                lambda case: dict(
                    zip(UP, map(float, _visits(case, right.matrix(case)).sum(axis=1)), strict=True)
                ),
                "This is from your own matrix; the task gives another one.",
            ),
        ),
        "6 climb": (
            Mistake(
                _climb(
                    "half_years", lambda case: right.way_up(case)["half_years"] * right.way_up(case)["chance"]
                ),
                "This time is spread over all who try; divide by the chance of arriving.",
            ),
            Mistake(
                _climb("half_years", lambda case: right.way_up(case)["half_years"] - 1),
                "The last half-year before trusting counts too.",
            ),
        ),
        "6 steady": (
            Mistake(lambda case: _steady_refilled(case, 1), "Who is new begins to watch, not to try."),
            Mistake(_steady_a_turn_late, "The new one begins in the same half-year, not a half-year later."),
            Mistake(
                _steady_scaled, "Here those who are lost are spread over all stages; the new ones all watch."
            ),
        ),
        "7": (
            Mistake(
                lambda case: _first_and_last,
                "First and last are all places with two drivers only; with more there are places between.",
            ),
            Mistake(lambda case: _share_of_r2, "This is a share of R²; the task asks for points of it."),
            Mistake(
                lambda case: (
                    lambda known, driver: _slope(known, driver) * float(np.asarray(known)[driver, -1])
                ),
                "This is slope times correlation, another division of R² than Shapley's.",
            ),
            Mistake(
                lambda case: lambda known, driver: _slope(known, driver) ** 2, "This is the slope squared."
            ),
            Mistake(lambda case: _in_order, "This is one order of entry; take the mean over all."),
        ),
        "8": (
            Mistake(lambda case: _shares(case, trust=_unturned(case)), _TURNED),
            Mistake(
                lambda case: _shares(
                    case, "nps", nps=case.surveys["nps"].astype("Float64").astype("float64")
                ),
                "This explains the answer `nps`; stated loyalty is the mean of the four `loyalty_` answers.",
            ),
        ),
        "9": (
            Mistake(lambda case: case.reported["left"], "This is the share of all customers who left."),
            Mistake(
                lambda case: (
                    (1 - case.reported["satisfied_of_left"])
                    * case.reported["left"]
                    / (1 - case.reported["satisfied"])
                ),
                "This is the share of the dissatisfied who left.",
            ),
            Mistake(
                lambda case: (
                    case.reported["satisfied_of_left"] * case.reported["satisfied"] / case.reported["left"]
                ),
                "The two shares of all customers have changed places in Bayes' rule.",
            ),
        ),
        "9 data": (
            Mistake(_above_four, "A score of exactly 4 is satisfied too."),
            Mistake(_joint, "These are shares of all; each of the two has a base of its own."),
        ),
        "9 trust": (
            Mistake(lambda case: _gap_of(case, unturned=True), _TURNED),
            Mistake(
                lambda case: _gap_of(case, "satisfaction"), "This is the gap in satisfaction, not in trust."
            ),
        ),
    }
)
