"""The plan of task 10: a complaint department under a budget, judged by the trust that it regains."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.answers import Named, Number, Unfit
from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.complaints.assignment import right
from relmark_helpers.topics.complaints.model.system import LEVERS, plan_month

NEAR = 0.93  # of what the best plan on a grid regains


def month(plan: Mapping[str, float], case: Case) -> dict[str, float]:
    """A usual month under a plan, in the department of a case."""
    told = case.department
    return plan_month(plan, told["failures"], told["major"], told["loss"])


def affordable(plan: Mapping[str, float], case: Case) -> bool:
    """Whether a plan is within the budget."""
    return bool(month(plan, case)["cost"] <= case.department["budget"] + 1e-6)


def halfway(plan: Mapping[str, float], case: Case) -> bool:
    """Whether a plan is within the budget and regains half of what the best one does."""
    return affordable(plan, case) and month(plan, case)["share"] >= 0.5 * right.best(case)["share"]


def good(plan: Mapping[str, float], case: Case) -> bool:
    """Whether a plan is within the budget and near the best."""
    return affordable(plan, case) and month(plan, case)["share"] >= NEAR * right.best(case)["share"]


@dataclass(frozen=True)
class Judge:
    """Whether a plan is of some kind, for the department of one case.

    Parameters
    ----------
    case : Case
        The case.
    fits : callable
        From plan and case to yes or no.
    """

    case: Case
    fits: Callable[[Mapping[str, float], Case], bool]


def judged_by(fits: Callable[[Mapping[str, float], Case], bool]) -> Callable[[Case], Judge]:
    """From a case to the judge that looks for plans of a kind."""
    return lambda case: Judge(case, fits)


@dataclass(frozen=True)
class Plan:
    """A plan as an answer: a number for each lever."""

    def read(self, answer: Any) -> Any:
        """Read a dict with the four levers."""
        if isinstance(answer, Judge):
            return answer
        plan: dict[Any, float] = Named(LEVERS, Number("a lever of the plan")).read(answer)
        try:
            plan_month(plan)
        except CourseError as error:
            raise Unfit("shape", str(error)) from None
        return plan

    def same(self, given: Any, wanted: Any) -> bool:
        """Whether the plan is of the kind that is looked for."""
        if isinstance(given, Judge) or not isinstance(wanted, Judge):
            return False
        return bool(wanted.fits(given, wanted.case))

    def where_wrong(self, given: Any, wanted: Any) -> str:
        """Say whether money or trust is amiss."""
        if isinstance(given, Judge) or not isinstance(wanted, Judge):
            return ""
        if not affordable(given, wanted.case):
            return "The plan costs more than the budget. "
        return "Another plan within the budget regains clearly more trust. "
