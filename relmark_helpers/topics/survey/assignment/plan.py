"""The plan of task 9: a mix of methods under a budget, judged against the truth of the case's people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.answers import Named, Number, Unfit, Word
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.once import once
from relmark_helpers.topics.survey.model.methods import METHODS
from relmark_helpers.topics.survey.model.mixer import COMBINING, MixResult, prepared, survey_mix

HEARD = 0.80
VISITS = 12
NEAR = 1.10  # times the smallest error that a mix with the other two can have
STEP = 6  # thousand CNY between the mixes that are tried


def result(plan: Mapping[str, Any], case: Case) -> MixResult:
    """What a plan gives among the people of a case."""
    spending = {name: float(plan[name]) for name in METHODS}
    return survey_mix(prepared(case.people), spending, str(plan["combine"]))


def best_error(case: Case, budget: float | None = None) -> float:
    """Smallest error among mixes that cost the budget, hear the cause and see every branch."""
    people = prepared(case.people)
    money_there = case.budget if budget is None else budget
    shoppers = METHODS["mystery_shopper"].fixed + VISITS * METHODS["mystery_shopper"].each
    left = (money_there - shoppers) / 1000
    found = []
    for q, t, h in product(range(0, int(left) + 1, STEP), repeat=3):
        rest = left - q - t - h
        if rest >= 0:
            money = (1000 * q, 1000 * t, 1000 * h, 1000 * rest, shoppers)
            for combine in COMBINING:
                mix = survey_mix(people, dict(zip(METHODS, money, strict=True)), combine)
                found += [mix.error] if mix.heard >= HEARD else []
    return min(error for error in found if error == error)  # NaN, nobody asked, is not equal to itself


smallest_error = once(best_error)

DEAR = "The plan costs more than the budget."
UNSEEN = f"The shoppers of this plan do not make {VISITS} visits, one to each branch."
UNHEARD = "A cause that troubles one customer in ten would be heard of with less than 80 %."
VAGUE = "The error of this plan is more than a tenth above the smallest that can be had."
POOLED = "The money is well spread, but one pot keeps the bias: combine so that the silent are asked."
SHARES = "These amounts are shares of the budget, or nothing at all; give them in CNY."
THOUSANDS = "These amounts are in thousands; give them in CNY."
USUAL = (DEAR, UNSEEN, UNHEARD, VAGUE, POOLED, SHARES, THOUSANDS)


def complaint(plan: Mapping[str, Any], case: Case) -> str:
    """What a plan lacks, in a sentence; empty if it lacks nothing."""
    mix = result(plan, case)
    if mix.cost > case.budget + 1e-6:
        return DEAR
    if mix.answers["mystery_shopper"] < VISITS:
        return UNSEEN
    if mix.heard < HEARD:
        return UNHEARD
    return "" if mix.error <= NEAR * smallest_error(case) else VAGUE


@dataclass(frozen=True)
class Judge:
    """Whether a plan is of some kind, for the people of one case.

    Parameters
    ----------
    case : Case
        The case.
    fits : callable
        From plan and case to yes or no.
    """

    case: Case
    fits: Callable[[Mapping[str, Any], Case], bool]


def judged_by(fits: Callable[[Mapping[str, Any], Case], bool]) -> Callable[[Case], Judge]:
    """From a case to the judge that looks for plans of a kind."""
    return lambda case: Judge(case, fits)


def good(given: Mapping[str, Any], case: Case) -> bool:
    """Whether a plan lacks nothing."""
    return not complaint(given, case)


def said(given: Mapping[str, Any], case: Case) -> str:
    """What a usual mistake leads to, or else what the plan lacks."""
    found = complaint(given, case)
    if not found:
        return ""
    if given["combine"] != "follow_up" and good({**given, "combine": "follow_up"}, case):
        return POOLED
    spent = sum(given[name] for name in METHODS)
    if 0.5 < 1000 * spent / case.budget < 1.01:
        return THOUSANDS
    if spent < 1.01:
        return SHARES
    return found


def with_complaint(says: str) -> Callable[[Case], Judge]:
    """From a case to the judge that looks for plans of which this is to be said."""
    return judged_by(lambda given, case: said(given, case) == says)


@dataclass(frozen=True)
class Plan:
    """A plan as an answer: CNY for each method, and how answers are combined."""

    def read(self, answer: Any) -> Any:
        """Read a dict with an amount for each method and the word for ``combine``."""
        if isinstance(answer, Judge):
            return answer
        amounts = Named(list(METHODS), Number("CNY, 0 where nothing is spent")).read(answer)
        combine = Named(["combine"], Word(COMBINING)).read(answer)
        if min(amounts.values()) < 0:
            raise Unfit("kind", "The amounts are 0 CNY or more; one of them is not.")
        return amounts | combine

    def same(self, given: Any, wanted: Any) -> bool:
        """Whether the plan is of the kind that the judge looks for."""
        if isinstance(given, Judge):
            return given is wanted
        try:
            return bool(wanted.fits(given, wanted.case))
        except CourseError:
            return False

    def where_wrong(self, given: Any, wanted: Any) -> str:
        """Say the first thing that the plan lacks."""
        return f"{complaint(given, wanted.case)} "
