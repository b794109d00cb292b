"""What a feedback page says, as plain data; how it looks is for :mod:`.page`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from relmark_helpers.classroom.feedback import given as exercise
from relmark_helpers.classroom.feedback.given import Given
from relmark_helpers.classroom.feedback.hidden import Hidden
from relmark_helpers.classroom.feedback.marks import Grade, Ledger, Marks
from relmark_helpers.classroom.feedback.room import Room
from relmark_helpers.classroom.feedback.shown import Graded, Shown, shown_cells
from relmark_helpers.classroom.feedback.told import Remark, happenings, remarks
from relmark_helpers.classroom.feedback.words import clean, markdown
from relmark_helpers.classroom.journal import Entry

State = Literal["full", "part", "none", "waits"]
_SUBJECT = re.compile(r"\d\d-\d+-test-(.+)")  # the exercise shows its cells' names: they tell nothing new


@dataclass(frozen=True)
class Points:
    """The points of a task or of a part of it.

    Parameters
    ----------
    label : str
        What they are for, ``"Test “interval”"``.
    points, most, extra : float
        Given, extra credit included; possible; extra credit.
    waits : bool
        Whether a reader has still to grade it.
    test : str or None
        Of a test what it is on, as far as its name says so; None of what a reader gives.

    Examples
    --------
    >>> Points("Test “interval”", 0.0, 5.0, test="interval").state
    'none'
    """

    label: str
    points: float
    most: float
    extra: float = 0.0
    waits: bool = False
    test: str | None = None

    @property
    def state(self) -> State:
        """In a word what they come to."""
        if self.waits:
            return "waits"
        return "full" if self.points >= self.most else "part" if self.points > 0 else "none"


@dataclass(frozen=True)
class TaskFeedback:
    """What a page says about one task.

    Parameters
    ----------
    task : Task
        What was asked.
    whole : Points
        Of the task.
    parts : tuple of Points
        Of each test, and what a reader gave.
    shown : tuple of Shown
        The student's cells.
    remarks : tuple of Remark
        What the checks said.
    comments : tuple of tuple
        Each with whether a reader wrote it, and the text.

    Examples
    --------
    >>> TaskFeedback(exercise.Task("1", "Task 1"), Points("Task 1", 3.0, 5.0)).whole.state
    'part'
    """

    task: exercise.Task
    whole: Points
    parts: tuple[Points, ...] = ()
    shown: tuple[Shown, ...] = ()
    remarks: tuple[Remark, ...] = ()
    comments: tuple[tuple[bool, Markup], ...] = ()

    @property
    def hidden_decided(self) -> bool:
        """Whether all was right as far as the checks could see, and a test took points all the same."""
        return bool(self._failed and self.remarks) and all(each.outcome == "right" for each in self.remarks)

    @property
    def verdict(self) -> str:
        """What makes points and checks of one accord where they seem to differ; empty if they do not."""
        if self.hidden_decided:
            tests = "a hidden test" if len(self._failed) == 1 else "hidden tests"
            named = ", ".join(f"“{part.test}”" for part in self._failed if part.test)
            return f"Right on your own case; {tests} on other inputs or parts failed{named and ': '}{named}."
        if self.whole.state == "full" and any(
            each.outcome not in ("right", "elsewhere") for each in self.remarks
        ):
            return "All points are given, whatever the checks below still ask for."
        return ""

    @property
    def said(self) -> tuple[Remark, ...]:
        """The remarks that say more than points and verdict do."""
        return tuple(each for each in self.remarks if each.says) if self.hidden_decided else self.remarks

    @property
    def _failed(self) -> list[Points]:
        return [part for part in self.parts if part.test is not None and part.points < part.most]


@dataclass(frozen=True)
class Content:
    """What a page says.

    Parameters
    ----------
    title, student : str
        Of the assignment, and who handed it in.
    marks : Marks
        Out of the gradebook.
    most : float
        The points that are possible.
    waiting : tuple of str
        The titles of the tasks that a reader has still to grade.
    refused : str
        Why it could not be graded; empty if it was.
    missing : str
        Why there are no answers to show; empty if there are.
    happened : tuple of str
        Repairs and events.
    tasks : tuple of TaskFeedback
        In order.

    Examples
    --------
    >>> Content("Assignment 4", "ada", Marks(), 100.0).waiting
    ()
    """

    title: str
    student: str
    marks: Marks
    most: float
    waiting: tuple[str, ...] = ()
    refused: str = ""
    missing: str = ""
    happened: tuple[str, ...] = ()
    tasks: tuple[TaskFeedback, ...] = ()


def content(
    student: str,
    given: Given,
    ledger: Ledger,
    graded: Graded,
    entry: Entry | None,
    hidden: Hidden,
) -> Content:
    """Put together what the page of one student says.

    Parameters
    ----------
    student : str
        Whose page.
    given : Given
        What was released.
    ledger : Ledger
        What the gradebook knows.
    graded : Graded
        The graded notebook.
    entry : Entry or None
        What ``relmark grade`` kept of the submission.
    hidden : Hidden
        What must not be shown.

    Returns
    -------
    Content

    Examples
    --------
    >>> ledger = Ledger({"04-1-test": 5.0}, marks={"ada": Marks({"04-1-test": Grade(5.0, 5.0)})})
    >>> task = exercise.Task("1", "Task 1", graded=("04-1-test",))
    >>> given = Given("Assignment 4", (task,), {"04-1-test": "test"}, {"04-1-test": "1"}, {})
    >>> content("ada", given, ledger, Graded(), None, Hidden()).tasks[0].parts
    (Points(label='Test', points=5.0, most=5.0, extra=0.0, waits=False, test=''),)
    """
    refused = ""
    if entry is not None and entry.status == "refused":
        refused = entry.reason.strip() or "It could not be read."
    marks = ledger.marks.get(student) or ledger.nothing()
    said = remarks(entry, list(graded.cells), given)
    room = Room()
    tasks = []
    for task in given.tasks:
        points = [(name, marks.grades.get(name) or Grade(0.0, ledger.most[name])) for name in task.graded]
        parts = _parts(points, ledger, nobody_waits=bool(refused))
        shown = shown_cells(graded.own.get(task.key, ()), given, hidden, room)
        comments = [
            (marks.comments[name].by_reader, markdown(clean(marks.comments[name].says)))
            for name in sorted(marks.comments)
            if given.task_of.get(name, "") == task.key
            # of a refused submission grading says the reason in every cell, and the page once
            and (marks.comments[name].by_reader or not refused)
        ]
        if parts or shown or comments:
            tasks.append(
                TaskFeedback(
                    task=task,
                    whole=_sum(task.title, parts),
                    parts=parts,
                    shown=shown,
                    remarks=said.get(task.key, ()),
                    comments=tuple(comments),
                )
            )
    return Content(
        title=given.title or "Assignment",
        student=clean(student),
        marks=marks,
        most=sum(ledger.most.values()),
        waiting=tuple(each.task.title for each in tasks if each.whole.waits),
        refused=clean(refused),
        missing="" if refused else graded.missing,
        happened=happenings(entry, given),
        tasks=tuple(tasks),
    )


def _parts(graded: list[tuple[str, Grade]], ledger: Ledger, *, nobody_waits: bool) -> tuple[Points, ...]:
    """The points of each graded cell, under what its name says after number and kind; else counted."""
    read = [name for name, _ in graded if name in ledger.by_reader]
    tests = [name for name, _ in graded if name not in ledger.by_reader]
    parts = []
    for name, grade in graded:
        label, alike, test = ("Your answer", read, None) if name in read else ("Test", tests, _subject(name))
        if test:
            label = f"{label} “{test}”"
        elif len(alike) > 1:
            label = f"{label} {alike.index(name) + 1} of {len(alike)}"
        waits = grade.waits and not nobody_waits
        parts.append(Points(label, grade.points, grade.most, grade.extra, waits, test))
    return tuple(parts)


def _subject(name: str) -> str:
    found = _SUBJECT.match(name)
    return found[1].replace("-", " ") if found else ""


def _sum(title: str, parts: tuple[Points, ...]) -> Points:
    return Points(
        title,
        sum(part.points for part in parts),
        sum(part.most for part in parts),
        sum(part.extra for part in parts),
        any(part.waits for part in parts),
    )
