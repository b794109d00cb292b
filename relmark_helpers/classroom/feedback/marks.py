"""What the gradebook knows of one assignment, read once for the whole class and never changed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relmark_helpers.classroom.gradebook import asking
from relmark_helpers.classroom.release import quick_import
from relmark_helpers.errors import CourseError

NO_RESPONSE = "No response."
"""What nbgrader comments where an answer was left as it was given; the page says so by itself."""


@dataclass(frozen=True)
class Grade:
    """The points of one graded cell.

    Parameters
    ----------
    points, most : float
        Given, extra credit included, and possible.
    extra : float
        The extra credit in it.
    waits : bool
        Whether a reader has still to grade it.

    Examples
    --------
    >>> Grade(3.0, 5.0).waits
    False
    """

    points: float
    most: float
    extra: float = 0.0
    waits: bool = False


@dataclass(frozen=True)
class Comment:
    """What was said about one cell.

    Parameters
    ----------
    says : str
        In Markdown.
    by_reader : bool
        Whether a person wrote it, not nbgrader.

    Examples
    --------
    >>> Comment("Well argued.", True).says
    'Well argued.'
    """

    says: str
    by_reader: bool


@dataclass
class Marks:
    """The marks of one student.

    Parameters
    ----------
    grades : dict of str to Grade
        By the name of the cell.
    comments : dict of str to Comment
        By the name of the cell.
    penalty : float
        Points off for handing in late.
    handed_in : datetime or None
        When, in UTC.

    Examples
    --------
    >>> Marks({"04-1-test": Grade(3.0, 5.0)}, penalty=4.0).total
    0.0
    """

    grades: dict[str, Grade] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    penalty: float = 0.0
    handed_in: datetime.datetime | None = None

    @property
    def total(self) -> float:
        """The mark, never below zero, as nbgrader exports it."""
        return max(0.0, sum(grade.points for grade in self.grades.values()) - self.penalty)


@dataclass(frozen=True)
class Ledger:
    """All that the gradebook knows of one assignment.

    Parameters
    ----------
    most : dict of str to float
        Possible points of each graded cell.
    sources : dict of str to str
        Source of each cell that nbgrader watches over, hidden tests included.
    locked : frozenset of str
        The names of those that are not the student's to change.
    by_reader : frozenset of str
        The names of the graded cells that a person grades.
    marks : dict of str to Marks
        By student.

    Examples
    --------
    >>> Ledger({"04-1-test": 5.0}).nothing().grades
    {'04-1-test': Grade(points=0.0, most=5.0, extra=0.0, waits=False)}
    """

    most: dict[str, float]
    sources: dict[str, str] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()
    by_reader: frozenset[str] = frozenset()
    marks: dict[str, Marks] = field(default_factory=dict)

    def nothing(self) -> Marks:
        """Marks of a submission that has none: 0 points for each cell."""
        return Marks({cell: Grade(0.0, most) for cell, most in self.most.items()})


def read_ledger(course: Path, name: str) -> Ledger:
    """Read the gradebook's marks and cells of one assignment.

    Parameters
    ----------
    course : Path
        The course folder, with ``gradebook.db``.
    name : str
        The assignment, ``"04_satisfaction"``.

    Returns
    -------
    Ledger

    Raises
    ------
    CourseError
        If there is no gradebook, it cannot be read, or it does not know the assignment.

    Examples
    --------
    >>> read_ledger(Path("/nowhere"), "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no gradebook.db in /nowhere; run `relmark release 04` ...
    """
    with quick_import():
        from nbgrader import api

    with asking(course, name[:2]) as asked:
        notebook = (
            asked.query(api.Notebook)
            .join(api.Assignment)
            .filter(api.Assignment.name == name, api.Notebook.name == name)
            .one_or_none()
        )
        if notebook is None:
            raise CourseError(f"{name} is not in the gradebook; run `relmark release {name[:2]}` first.")
        cells = {cell.id: cell for cell in [*notebook.grade_cells, *notebook.task_cells]}
        locked = frozenset(cell.name for cell in notebook.source_cells if cell.locked)
        tasks = {cell.name for cell in notebook.task_cells}
        return Ledger(
            most={cell.name: cell.max_score for cell in cells.values()},
            sources={cell.name: cell.source or "" for cell in notebook.source_cells},
            locked=locked,
            by_reader=frozenset(
                cell.name for cell in cells.values() if cell.name in tasks or cell.name not in locked
            ),
            marks=_marks(asked, api, notebook.id, cells),
        )


def _marks(asked: Any, api: Any, notebook: str, cells: dict[str, Any]) -> dict[str, Marks]:
    """Everyone's marks in three questions, since one for each student is most of the time of a page."""
    submitted = (
        asked.query(
            api.SubmittedNotebook.id,
            api.SubmittedAssignment.student_id,
            api.SubmittedAssignment.timestamp,
            api.SubmittedNotebook.late_submission_penalty,
        )
        .join(api.SubmittedAssignment, api.SubmittedNotebook.assignment_id == api.SubmittedAssignment.id)
        .filter(api.SubmittedNotebook.notebook_id == notebook)
    )
    found: dict[str, Marks] = {}
    by_id: dict[str, Marks] = {}
    for number, student, handed_in, penalty in submitted:
        found[student] = by_id[number] = Marks(penalty=penalty or 0.0, handed_in=handed_in)
    grades = (
        asked.query(
            api.Grade.notebook_id,
            api.Grade.cell_id,
            api.Grade.score,
            api.Grade.extra_credit,
            api.Grade.needs_manual_grade,
        )
        .join(api.SubmittedNotebook, api.Grade.notebook_id == api.SubmittedNotebook.id)
        .filter(api.SubmittedNotebook.notebook_id == notebook)
    )
    for number, cell, score, extra, waits in grades:
        if cell in cells:
            graded = cells[cell]
            by_id[number].grades[graded.name] = Grade(score, graded.max_score, extra or 0.0, bool(waits))
    comments = (
        asked.query(
            api.Comment.notebook_id, api.BaseCell.name, api.Comment.manual_comment, api.Comment.auto_comment
        )
        .join(api.BaseCell, api.Comment.cell_id == api.BaseCell.id)
        .join(api.SubmittedNotebook, api.Comment.notebook_id == api.SubmittedNotebook.id)
        .filter(api.SubmittedNotebook.notebook_id == notebook)
    )
    for number, cell, by_reader, by_nbgrader in comments:
        says = by_nbgrader if by_reader is None else by_reader
        if says and says.strip() and (by_reader is not None or says != NO_RESPONSE):
            by_id[number].comments[cell] = Comment(says.strip(), by_reader is not None)
    return found
