"""What happened to a submission, in words for the student: checks, repairs, events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from relmark_helpers.classroom.feedback.cells import Cell, displayed
from relmark_helpers.classroom.feedback.given import NUMBERED, Given
from relmark_helpers.classroom.feedback.words import clean
from relmark_helpers.classroom.journal import Entry, Event
from relmark_helpers.notebook.check import MIME, SIGNS, Outcome

MOST_SAID = 1_000  # characters of one sentence
MOST_CHECKS = 20  # of one task

# Attempts at the course's answers and at the protocol are for the instructor to look at: not a verdict yet.
EVENTS = {
    "timeout": "A cell did not end in time and was stopped; grading went on with what was there by then.",
    "died": "Python ended while a cell ran (too much memory, for instance); grading went on with what was there by then.",
    "output": "A cell wrote more than grading keeps; the rest was cut off.",
    "disk": "A cell wrote more to the disk than grading allows.",
    "network": "A cell asked for the network, which there is none of in grading.",
}


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
    found: dict[str, tuple[Remark, ...]] = {}
    for cell, key, outcome, says in said:
        if outcome in get_args(Outcome) and isinstance(key, str) and isinstance(says, str):
            number, _, about = clean(key)[:100].partition(" ")
            task = given.task_of.get(cell, number)
            before = found.get(task, ())
            if len(before) < MOST_CHECKS:
                found[task] = (*before, Remark(outcome, about, clean(says)[:MOST_SAID]))
    return found


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
    >>> entry = Entry("ada", "04_satisfaction", "", events=(Event("disk", "04-3-answer", ""),))
    >>> happenings(entry, Given("", (), {}, {"04-3-answer": "3"}, {}))
    ('Task 3: A cell wrote more to the disk than grading allows.',)
    """
    if entry is None:
        return ()
    told = [clean(repair)[:MOST_SAID] for repair in entry.repairs]
    told += [f"{_where(event, given)}{EVENTS[event.kind]}" for event in entry.events if event.kind in EVENTS]
    return tuple(dict.fromkeys(told))


def _where(event: Event, given: Given) -> str:
    found = NUMBERED.match(event.cell)
    task = given.task_of.get(event.cell, found[1] if found else "")
    return f"Task {task}: " if task else ""
