"""What happened to a submission, in words for the student: checks, repairs, events."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, get_args

from relmark_helpers.classroom.feedback.cells import Cell, displayed
from relmark_helpers.classroom.feedback.given import NUMBERED, Given, Role
from relmark_helpers.classroom.feedback.words import clean
from relmark_helpers.classroom.journal import Entry, Event
from relmark_helpers.notebook.check import MIME, SIGNS, Outcome

MOST_SAID = 1_000  # characters of one sentence
MOST_CHECKS = 20  # of one task

# Attempts at the course's answers and at the protocol are for the instructor to look at: not a verdict yet.
# A test of the course's own that is wrong costs the student nothing.
EVENTS = {
    "other id": (
        "The notebook names another student id than the one it was handed in under, on whose case it was graded."
    ),
    "timeout": "A cell did not end in time and was stopped; grading went on with what was there by then.",
    "died": "Python ended while a cell ran (too much memory, for instance); grading went on with what was there by then.",
    "output": "A cell wrote more than grading keeps; the rest was cut off.",
    "disk": "A cell wrote more to the disk than grading allows.",
    "size": "An answer holds more data than grading takes, so it could not be looked at.",
    "set-up": (
        "A cell that the exercise begins with failed, and whatever needs it failed for that reason alone: look at "
        "its error first."
    ),
}

_CELL = re.compile(r"\bthe (?:locked )?cell (\S+)")
_ROLES: dict[Role, str] = {"test": "test cell", "answer": "answer cell", "given": "cell of the exercise"}


@dataclass(frozen=True)
class Remark:
    """What one check said.

    Parameters
    ----------
    outcome : str
        right, unanswered, kind, shape, mistake or wrong.
    about : str
        Which of several answers of the task it is about, often empty.
    says : str
        Its sentence.

    Examples
    --------
    >>> Remark("right", "", "").sign
    '✓ Right'
    """

    outcome: Outcome
    about: str
    says: str

    @property
    def sign(self) -> str:
        """The outcome as a sign and a word."""
        return SIGNS[self.outcome]


def remarks(entry: Entry | None, cells: list[Cell], given: Given) -> dict[str, tuple[Remark, ...]]:
    """Collect what the checks said, by task: from the journal, or else from the graded notebook.

    Parameters
    ----------
    entry : Entry or None
        What ``relmark grade`` kept of the submission.
    cells : list of Cell
        The graded notebook.
    given : Given
        The exercise, which says which cells are checks.

    Returns
    -------
    dict of str to tuple of Remark

    Examples
    --------
    >>> from relmark_helpers.classroom.journal import Said
    >>> entry = Entry("ada", "04_satisfaction", "", said=(Said("6 best", "wrong", "See 4.2.", "04-6-check"),))
    >>> remarks(entry, [], Given("", (), {}, {"04-6-check": "6"}, {}))
    {'6': (Remark(outcome='wrong', about='best', says='See 4.2.'),)}
    """
    if entry is not None and entry.said:
        said: list[tuple[str, Any, Any, Any]] = [
            (each.cell, each.task, each.outcome, each.says) for each in entry.said
        ]
    else:
        # A student can display anything in the form of a verdict; only where a check was given is it one.
        checks = [cell for cell in cells if given.roles.get(cell.name) == "given"]
        said = [
            (cell.name, what.get("task"), what.get("outcome"), what.get("says"))
            for cell, what in displayed(checks, MIME)
            if isinstance(what, dict)
        ]
    found: dict[str, dict[str, Remark]] = {}
    for cell, key, outcome, says in said:
        if outcome in get_args(Outcome) and isinstance(key, str) and isinstance(says, str):
            number, _, about = clean(key)[:100].partition(" ")
            task = given.task_of.get(cell, number)
            before = found.setdefault(task, {})
            if (
                about in before or len(before) < MOST_CHECKS
            ):  # a check that was run twice means what it said last
                before[about] = Remark(outcome, about, clean(says)[:MOST_SAID])
    return {task: tuple(by_answer.values()) for task, by_answer in found.items()}


def happenings(entry: Entry | None, given: Given) -> tuple[str, ...]:
    """Tell what was repaired in a submission and what went wrong while it ran.

    Parameters
    ----------
    entry : Entry or None
        What ``relmark grade`` kept of the submission.
    given : Given
        The exercise.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> entry = Entry(
    ...     "ada",
    ...     "04_satisfaction",
    ...     "",
    ...     repairs=("repaired: task 3: the cell 04-3-test-unseen was missing and is back",),
    ...     events=(Event("disk", "04-3-answer", ""),),
    ... )
    >>> for sentence in happenings(entry, Given("", (), {"04-3-test-unseen": "test"}, {"04-3-answer": "3"}, {})):
    ...     print(sentence)
    Task 3: the test cell was missing and is back. This was repaired.
    Task 3: A cell wrote more to the disk than grading allows.
    """
    if entry is None:
        return ()
    told = [_plain(clean(repair)[:MOST_SAID], given) for repair in entry.repairs]
    for event in entry.events:
        if event.kind in EVENTS:
            says = f"{_where(event, given)}{EVENTS[event.kind]}"
            told.insert(0, says) if event.kind in ("other id", "set-up") else told.append(
                says
            )  # causes first
    return tuple(dict.fromkeys(told))


def _plain(repair: str, given: Given) -> str:
    """A repair without the names of cells: a test's name may tell what it tests."""
    says, repaired = repair.removeprefix("repaired: "), repair.startswith("repaired: ")
    head, colon, rest = says.partition(": ")
    if given.task_of.get(head):  # a task without a number goes by the name of its cell
        says = f"task {given.task_of[head]}{colon}{rest}"
    says = _CELL.sub(lambda found: f"the {_ROLES[given.roles.get(found[1], 'given')]}", says).strip()
    says = f"{says[:1].upper()}{says[1:].rstrip('.')}."
    return f"{says} This was repaired." if repaired else says


def _where(event: Event, given: Given) -> str:
    found = NUMBERED.match(event.cell)
    task = given.task_of.get(event.cell, found[1] if found else "")
    return f"Task {task}: " if task else ""
