"""The programme of task 9: decisions under two caps, judged in the simulator against the best that was run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.answers import Named, Number, Unfit, Word
from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.membership.model.outcomes import against_none
from relmark_helpers.topics.membership.model.programme import TIERS, Programme
from relmark_helpers.topics.membership.model.runs import DECISIONS, SEEDS, designs
from relmark_helpers.topics.membership.model.runs import design as run_beforehand

LEVERS = DECISIONS[1:]
NUMBERS = [name for name in LEVERS if name != "tiers"]
NEAR = 0.85  # of what the best programme that was run nets
PROMISED = 2  # calendar years that points live at least
UNSEEN = range(101, 105)


@cache
def _runs(levers: tuple[Any, ...], response: str, seeds: tuple[int, ...]) -> pd.DataFrame:
    return against_none(Programme(*levers), seeds, response)


def outcome(design: Mapping[str, Any], response: str, seeds: Iterable[int] = SEEDS) -> dict[str, float]:
    """Mean net, cost and owed of a programme, CNY: looked up where it was run beforehand, else run."""
    levers, seeds = tuple(design[name] for name in LEVERS), tuple(seeds)
    if seeds == tuple(SEEDS):
        with suppress(CourseError):
            row = run_beforehand(response, *levers)
            net = sum(row[f"net_{seed}"] for seed in SEEDS) / len(SEEDS)
            return {"net": float(net), "cost": float(row["cost"]), "owed": float(row["owed"])}
    means = _runs(levers, response, seeds)[["net", "cost", "owed"]].mean()
    return {str(name): float(value) for name, value in means.items()}


def best(case: Case) -> dict[str, Any]:
    """The programme of the table of designs that nets most under the caps of the case."""
    table, board = designs(), case.board
    fits = (
        (table["response"] == board["response"])
        & (table["cost"] <= board["cost_cap"])
        & (table["owed"] <= board["owed_cap"])
        & (table["expiry_years"] >= PROMISED)
    )
    some = table[fits]
    row = some.loc[some[[f"net_{seed}" for seed in SEEDS]].mean(axis=1).idxmax()]
    return {
        "give_back": float(row["give_back"]),
        "tiers": str(row["tiers"]),
        "expiry_years": int(row["expiry_years"]),
        "social": float(row["social"]),
        "structural": float(row["structural"]),
    }


def within_caps(design: Mapping[str, Any], case: Case) -> bool:
    """Whether a programme keeps both caps and the promise about expiry."""
    found = outcome(design, case.board["response"])
    if design["expiry_years"] < PROMISED:
        return False
    return bool(found["cost"] <= case.board["cost_cap"] + 1 and found["owed"] <= case.board["owed_cap"] + 1)


def share_of_best(design: Mapping[str, Any], case: Case, seeds: Iterable[int] = SEEDS) -> float:
    """What a programme nets, as a share of what the best one nets in the same companies."""
    seeds = tuple(seeds)
    response = case.board["response"]
    return outcome(design, response, seeds)["net"] / outcome(best(case), response, seeds)["net"]


COMPLAINTS = (
    "The board has promised members that points live at least two calendar years.",
    "The programme costs more than the board allows: give back less, or offer less beside points.",
    "More is owed in points at the end than the board allows: give back less, or let points live shorter.",
    "With this programme the company nets less than with none.",
    "Another programme within both caps nets clearly more.",
)


def complaint(design: Mapping[str, Any], case: Case) -> str:
    """What a programme lacks, in a sentence; empty if it lacks nothing."""
    brief, dear, owing, poor, weak = COMPLAINTS
    if design["expiry_years"] < PROMISED:
        return brief
    found, board = outcome(design, case.board["response"]), case.board
    if found["cost"] > board["cost_cap"] + 1:
        return dear
    if found["owed"] > board["owed_cap"] + 1:
        return owing
    if found["net"] <= 0:
        return poor
    if share_of_best(design, case) < NEAR:
        return weak
    return ""


@dataclass(frozen=True)
class Judge:
    """Whether a programme lacks nothing, for one case.

    Parameters
    ----------
    case : Case
        The case.
    fits : callable
        From programme and case to yes or no.
    """

    case: Case
    fits: Callable[[Mapping[str, Any], Case], bool]


def judged_by(fits: Callable[[Mapping[str, Any], Case], bool]) -> Callable[[Case], Judge]:
    """From a case to the judge that looks for programmes of a kind."""
    return lambda case: Judge(case, fits)


def with_complaint(says: str) -> Callable[[Case], Judge]:
    """From a case to the judge that looks for programmes of which this is to be said."""
    return judged_by(lambda given, case: complaint(given, case) == says)


def good(given: Mapping[str, Any], case: Case) -> bool:
    """Whether a programme lacks nothing."""
    return not complaint(given, case)


def keeps_all(given: Mapping[str, Any], case: Case) -> bool:
    """Whether a programme keeps both caps and the promise, and nets more than none."""
    return within_caps(given, case) and outcome(given, case.board["response"])["net"] > 0


def near(given: Mapping[str, Any], case: Case) -> bool:
    """Whether a programme within caps and promise nets nearly what the best one does."""
    return within_caps(given, case) and share_of_best(given, case) >= NEAR


def near_unseen(given: Mapping[str, Any], case: Case) -> bool:
    """Whether it does so in companies that nobody has seen, too."""
    return within_caps(given, case) and share_of_best(given, case, UNSEEN) >= NEAR


@dataclass(frozen=True)
class Design:
    """A programme as an answer: a dict with the five levers."""

    def read(self, answer: Any) -> Any:
        """Read a dict with a value for each lever."""
        if isinstance(answer, Judge):
            return answer
        levers: dict[Any, Any] = Named(NUMBERS, Number("a lever of the programme")).read(answer)
        levers |= Named(["tiers"], Word(tuple(TIERS))).read(answer)
        try:
            Programme(**levers)
        except CourseError as error:
            raise Unfit("kind", str(error)) from None
        levers["expiry_years"] = int(levers["expiry_years"])
        return levers

    def same(self, given: Any, wanted: Any) -> bool:
        """Whether the programme is of the kind that the judge looks for."""
        if isinstance(given, Judge):
            return given is wanted
        return bool(wanted.fits(given, wanted.case))

    def where_wrong(self, given: Any, wanted: Any) -> str:
        """Say the first thing that the programme lacks."""
        return f"{complaint(given, wanted.case)} "
