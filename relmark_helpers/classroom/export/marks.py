"""Marks out of the gradebook, as nbgrader counts them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from relmark_helpers.classroom.gradebook import asking
from relmark_helpers.classroom.release import quick_import
from relmark_helpers.errors import CourseError


@dataclass(frozen=True)
class Marks:
    """The marks of a class.

    Parameters
    ----------
    most : dict of str to float
        The points of each assignment, in the gradebook's order.
    students : tuple of str
        Everyone in the gradebook.
    given : dict of (student, assignment) to float
        What was reached, less the penalty for lateness; only where something was handed in.
    unread : frozenset of (student, assignment)
        Where a reader has still to give points.
    due : dict of str to str
        When each assignment is due, in UTC.
    parts : dict of (student, assignment) to (str, str, str)
        When it was handed in, the points before the penalty, and the penalty.

    Examples
    --------
    >>> Marks({"04_satisfaction": 100.0}, ("ada",), {("ada", "04_satisfaction"): 70.0}).cell("ada", "04_satisfaction")
    '70'
    """

    most: dict[str, float]
    students: tuple[str, ...]
    given: dict[tuple[str, str], float]
    unread: frozenset[tuple[str, str]] = field(default=frozenset())
    due: dict[str, str] = field(default_factory=dict)
    parts: dict[tuple[str, str], tuple[str, str, str]] = field(default_factory=dict)

    def cell(self, student: str, assignment: str) -> str | None:
        """Give a mark as an LMS reads it; None where nothing was handed in."""
        mark = self.given.get((student, assignment))
        return None if mark is None else number(mark)

    def told(self, student: str, assignment: str) -> tuple[str, str, str, str, str]:
        """Give due date, date, points before the penalty, penalty and most points, as a table shows them."""
        parts = self.parts.get((student, assignment), ("", "", ""))
        return self.due.get(assignment, ""), *parts, number(self.most[assignment])


def number(points: float) -> str:
    """Write points with at most two decimals, as Canvas and Moodle show them.

    Parameters
    ----------
    points : float
        Points.

    Returns
    -------
    str

    Examples
    --------
    >>> number(70.0), number(66.6666), number(0.0)
    ('70', '66.67', '0')
    """
    return f"{points:.2f}".rstrip("0").rstrip(".")


def read_marks(course: Path, assignment: str | None = None) -> Marks:
    """Read the marks of one assignment, or of all that were released.

    Parameters
    ----------
    course : Path
        The course folder, with ``gradebook.db``.
    assignment : str, optional
        The assignment, ``"04_satisfaction"``.

    Returns
    -------
    Marks

    Raises
    ------
    CourseError
        If there is no gradebook, it cannot be read, or it does not have the assignment.

    Examples
    --------
    >>> read_marks(Path("/nowhere"))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no gradebook.db in /nowhere; run `relmark release NN` ...
    """
    with asking(course, assignment[:2] if assignment else "NN") as asked:
        return _read(asked.query, assignment, course)


def _read(query: Callable[..., Any], assignment: str | None, course: Path) -> Marks:
    with quick_import():
        from nbgrader.api import Assignment, Student, SubmittedAssignment

    most = {
        name: points
        for name, points in query(Assignment.name, Assignment.max_score).order_by(Assignment.name)
    }
    due = {name: _time(when) for name, when in query(Assignment.name, Assignment.duedate)}
    if assignment is not None and assignment not in most:
        told = ", ".join(most) or "no assignment"
        raise CourseError(
            f"The gradebook has {told}, not {assignment}; run `relmark release {assignment[:2]}` first."
        )
    if not most:
        raise CourseError(f"The gradebook of {course} has no assignment; run `relmark release NN` first.")
    if assignment is not None:
        most = {assignment: most[assignment]}
    columns = (
        SubmittedAssignment.student_id,
        Assignment.name,
        SubmittedAssignment.score,
        SubmittedAssignment.late_submission_penalty,
        SubmittedAssignment.needs_manual_grade,
        SubmittedAssignment.timestamp,
    )
    given, unread, parts = {}, set(), {}
    for student, name, score, penalty, waiting, when in query(*columns).join(
        Assignment, Assignment.id == SubmittedAssignment.assignment_id
    ):
        if name in most:
            given[student, name] = max(0.0, score - penalty)
            parts[student, name] = (_time(when), number(score), number(penalty))
            if waiting:
                unread.add((student, name))
    students = tuple(student for (student,) in query(Student.id).order_by(Student.id))
    return Marks(most, students, given, frozenset(unread), due, parts)


def _time(when: datetime | None) -> str:
    return f"{when:%Y-%m-%d %H:%M:%S}" if when else ""
