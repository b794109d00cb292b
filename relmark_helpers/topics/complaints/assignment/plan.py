"""The plan of task 10: a complaint department under a budget, judged by the trust that it regains."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.answers import Unfit
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
        if not isinstance(answer, Mapping):
            raise Unfit("kind", f"The answer is a dict with {', '.join(LEVERS)}.")
        try:
            plan = {name: float(answer[name]) for name in LEVERS if name in answer}
            plan_month(plan)
        except CourseError as error:
            raise Unfit("shape", str(error)) from None
        except (TypeError, ValueError):
            raise Unfit("kind", "Each lever of the plan is one number.") from None
        return plan

    def same(self, given: Any, wanted: Any) -> bool:
        """Whether the plan is of the kind that is looked for."""
        if isinstance(given, Judge) or isinstance(wanted, dict):
            return False
        return wanted.fits(given, wanted.case)  # type: ignore[no-any-return]

    def where_wrong(self, given: Any, wanted: Any) -> str:
        """Say whether money or trust is amiss."""
        if isinstance(given, Judge) or not isinstance(wanted, Judge):
            return ""
        if not affordable(given, wanted.case):
            return "The plan costs more than the budget. "
        return "Another plan within the budget regains clearly more trust. "
