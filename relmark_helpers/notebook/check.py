"""Feedback that speaks: what is wrong with an answer, in the words of the subject, never the answer.

An assignment declares for each task what kind of answer it wants (:mod:`relmark_helpers.notebook.answers`),
how the right value follows from the learner's case, and the values that usual mistakes lead to.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

from relmark_helpers.errors import CourseError
from relmark_helpers.notebook import progress
from relmark_helpers.notebook.answers import Kind, Unfit, limited_to
from relmark_helpers.notebook.case import Case, ClosedChecks
from relmark_helpers.notebook.explain import explain
from relmark_helpers.notebook.patterns import numbers_of

Outcome = Literal["right", "unanswered", "kind", "shape", "mistake", "wrong", "elsewhere"]
SIGNS: dict[Outcome, str] = {
    "right": "✓ Right",
    "unanswered": "○ Not answered yet",
    "kind": "✗ Wrong kind of answer",
    "shape": "✗ Wrong shape",
    "mistake": "✗ A known mistake",
    "wrong": "✗ Not right",
    "elsewhere": "○ Not checked here",
}
MIME = "application/vnd.relmark.verdict+json"


@dataclass(frozen=True)
class Mistake:
    """A usual mistake: the value it leads to, and what to say about it.

    Parameters
    ----------
    value : callable
        From a case to the value that the mistake gives.
    says : str
        One sentence in the words of the subject that names the mistake, not the answer.
    """

    value: Callable[[Case], Any]
    says: str


@dataclass(frozen=True)
class Check:
    """What one task wants, and what goes wrong with it.

    Parameters
    ----------
    kind : Kind
        The kind of answer, with its tolerance.
    right : callable
        From a case to the right value.
    hint : str
        Where to look when the value is wrong: a section, never the value.
    mistakes : tuple of Mistake
        Usual mistakes, the most specific first.
    """

    kind: Kind
    right: Callable[[Case], Any]
    hint: str
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What a check says about one answer.

    Parameters
    ----------
    task : str
        Number of the task.
    outcome : str
        right, unanswered, kind, shape, mistake or wrong; elsewhere in a notebook that is being graded, where
        only the cells that came with the assignment are checked, beside it.
    says : str
        One or two sentences for the learner.
    """

    task: str
    outcome: Outcome
    says: str

    def __str__(self) -> str:
        return f"Task {self.task}: {SIGNS[self.outcome]}. {self.says}".rstrip()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        text = html.escape(self.says)
        page = (
            f'<p class="relmark-verdict relmark-{self.outcome}" role="status"><strong>Task '
            f"{html.escape(self.task)}: {SIGNS[self.outcome]}.</strong> {text}</p>"
        )
        plain = {"task": self.task, "outcome": self.outcome, "says": self.says}
        return {"text/plain": str(self), "text/html": page, MIME: plain}


def check(case: Case, task: str, answer: Any = None) -> Verdict:
    """Say what is wrong with an answer so far, or that it is right.

    Parameters
    ----------
    case : Case
        The learner's own case, from :func:`relmark_helpers.case`.
    task : str
        Number of the task, ``"3"``.
    answer : object
        What the learner computed; None counts as not answered.

    Returns
    -------
    Verdict
        Shows itself as one sentence. What it said is kept with the learner's progress.

    Raises
    ------
    CourseError
        If the first argument is no case or the assignment has no such task.

    Examples
    --------
    >>> from relmark_helpers.notebook.case import case
    >>> print(check(case("04", student="zhang.wei"), "1"))
    Task 1: ○ Not answered yet. Give the name in the task a value, then run this cell again.
    """
    if isinstance(case, Case) and isinstance(case.tasks, ClosedChecks):
        return Verdict(
            str(task), "elsewhere", "Checks run beside the grading; here nothing says what is right."
        )
    verdict = judge(_check_of(case, task, "check"), case, str(task), answer)
    progress.remember("check", f"{case.chapter}/{task}", {"outcome": verdict.outcome, "says": verdict.says})
    return verdict


def agrees(
    case: Case, task: str, answer: Any, wanted: Any, inputs: Sequence[tuple[Any, ...]] | None = None
) -> bool:
    """Whether an answer is what a hidden test worked out, read and compared as the task's check does it.

    So test and check take the same forms of an answer and have one tolerance.

    Parameters
    ----------
    case : Case
        The learner's own case.
    task : str
        Number of the task, as its check has it: ``"8 times"``.
    answer : object
        What the learner computed.
    wanted : object
        What it should be. Of several values by name, a dict with those that count here; of a table, a
        DataFrame with the columns that count here, and every row; of a function, the true one.
    inputs : sequence of tuples, optional
        For a function: arguments of each call instead of the check's own.

    Returns
    -------
    bool
        False, too, for what cannot be read.

    Raises
    ------
    CourseError
        If the first argument is no case or the assignment has no such task.

    Examples
    --------
    >>> from relmark_helpers.notebook.answers import Named, Number
    >>> tasks = {"1": Check(Named(["low", "high"], Number("points", 0.1)), right=dict, hint="See 1.2.")}
    >>> mine = Case("00", "li.na", {}, tasks)
    >>> agrees(mine, "1", {"low": 1.05, "high": 7}, {"low": 1.0})
    True
    >>> agrees(mine, "1", {"low": 1.05, "high": 7}, {"low": 1.0, "high": 8.0}), agrees(mine, "1", "text", {})
    (False, False)
    """
    kind = limited_to(_check_of(case, task, "agrees").kind, wanted, inputs)
    right = kind.read(wanted)
    try:
        return kind.same(kind.read(answer), right)
    except (
        Exception
    ):  # an answer may be an object that breaks when it is read: a learner's is never right then
        return False


def _check_of(case: Case, task: str, name: str) -> Check:
    if not isinstance(case, Case):
        raise CourseError(f'rm.{name} wants the case first: rm.{name}(case, "1", your_answer).')
    found: Check | None = case.tasks.get(str(task))
    if found is None:
        raise CourseError(f"This assignment has no check for task {task!r}; it has {', '.join(case.tasks)}.")
    return found


def judge(wanted: Check, case: Case, task: str, answer: Any) -> Verdict:
    """Judge an answer without keeping a record.

    Parameters
    ----------
    wanted : Check
        What the task wants.
    case : Case
        The learner's own case.
    task : str
        Number of the task.
    answer : object
        What the learner computed.

    Returns
    -------
    Verdict

    Examples
    --------
    >>> from relmark_helpers.notebook.answers import Number
    >>> double = Check(Number("yuan"), right=lambda case: 2 * case.price, hint="See section 1.",
    ...                mistakes=(Mistake(lambda case: case.price, "This is the price of one."),))
    >>> mine = Case("00", "zhang.wei", {"price": 5.0})
    >>> [judge(double, mine, "1", answer).outcome for answer in (None, "10", 5, 7, 10)]
    ['unanswered', 'kind', 'mistake', 'wrong', 'right']
    """
    if answer is None or answer is Ellipsis:
        return Verdict(task, "unanswered", "Give the name in the task a value, then run this cell again.")
    try:
        given = wanted.kind.read(answer)
    except Unfit as unfit:
        return Verdict(task, unfit.outcome, unfit.says)
    except Exception as error:  # an object that breaks when it is read
        return Verdict(task, "kind", f"The answer cannot be read: {type(error).__name__}: {error}.")
    right = wanted.kind.read(wanted.right(case))
    if wanted.kind.same(given, right):
        return Verdict(task, "right", "")
    named = explain(wanted.kind, given, right, list(_usual(wanted, case)), numbers_of(case))
    if named:
        return Verdict(task, "mistake", named)
    return Verdict(task, "wrong", f"{wanted.kind.where_wrong(given, right)}{wanted.hint}")


def _usual(wanted: Check, case: Case) -> Iterator[tuple[Any, str]]:
    """The values of a task's usual mistakes in a case, each with its sentence."""
    for mistake in wanted.mistakes:
        with suppress(Exception):  # in some cases a mistake leads to no value at all
            yield wanted.kind.read(mistake.value(case)), mistake.says
