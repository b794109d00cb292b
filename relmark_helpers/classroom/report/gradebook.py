"""Reading gradebook and journal of one assignment, without writing to either."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from relmark_helpers.classroom import journal, nbgrader
from relmark_helpers.classroom.gradebook import asking
from relmark_helpers.classroom.release import quick_import
from relmark_helpers.classroom.report.marks import GradedCell, Marks, Status, Student, natural
from relmark_helpers.classroom.roster import read_roster
from relmark_helpers.errors import CourseError


def read(course: Path, name: str) -> Marks:
    """Read gradebook, journal and roster of one assignment; nothing is written.

    Parameters
    ----------
    course : Path
        The course folder.
    name : str
        The assignment, ``"04_satisfaction"``.

    Returns
    -------
    Marks

    Raises
    ------
    CourseError
        If there is no gradebook, it cannot be read, or it does not know the assignment; if roster.csv is damaged.

    Examples
    --------
    >>> read(Path("/nowhere"), "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no gradebook.db in /nowhere; run `relmark release 04` ...
    """
    number = name[:2]
    with asking(course, number) as asked:
        cells, roster, graded = _gradebook(asked, name)
    if cells is None:
        raise CourseError(f"{name} is not in the gradebook yet; run `relmark release {number}` first.")
    entries = {entry.student: entry for entry in journal.entries(course, name)}
    handed_in = set(nbgrader.students(course, "submitted", name))
    known = {*roster, *graded, *entries, *handed_in}
    folded = {each.casefold() for each in known}
    ids = sorted(known | {each for each in _on_roster(course) if each.casefold() not in folded})
    students = [_student(each, graded.get(each), entries.get(each), each in handed_in) for each in ids]
    ordered = sorted(cells, key=lambda cell: natural(cell.task))
    return Marks(name, tuple(ordered), tuple(students))


def _on_roster(course: Path) -> list[str]:
    """Who is in the class by the course's own list: the gradebook knows only who has handed something in."""
    file = course / "roster.csv"
    return [each.student_id for each in read_roster(file).students] if file.is_file() else []


def _student(
    name: str, graded: Mapping[str, Any] | None, entry: journal.Entry | None, handed_in: bool
) -> Student:
    status: Status
    if entry is not None and entry.status == "refused":
        status = "refused"
    elif graded is None:
        status = "not graded" if handed_in or entry is not None else "no submission"
    else:
        status = "needs a reader" if None in graded["points"].values() else "graded"
    return Student(name, status, **(graded or {"points": {}}), entry=entry)


def _gradebook(asked: Any, name: str) -> tuple[list[GradedCell] | None, list[str], dict[str, dict[str, Any]]]:
    """Cells (None if the assignment is unknown), everybody's id, and what each graded student has."""
    with quick_import():
        from nbgrader import api

    found = asked.query(api.Assignment).filter(api.Assignment.name == name).one_or_none()
    roster = [identity for (identity,) in asked.query(api.Student.id)]
    if found is None:
        return None, roster, {}
    several = len(found.notebooks) > 1
    cells: dict[str, GradedCell] = {}
    for notebook in found.notebooks:
        for cell in sorted(notebook.grade_cells + notebook.task_cells, key=lambda cell: natural(cell.name)):
            called = f"{notebook.name}/{cell.name}" if several else cell.name
            cells[cell.id] = GradedCell(called, float(cell.max_score), cell.cell_type != "code")
    graded: dict[str, dict[str, Any]] = {}
    for submission in found.submissions:
        late = 0.0 if found.duedate is None else submission.total_seconds_late / 3600
        penalty = sum(each.late_submission_penalty or 0.0 for each in submission.notebooks)
        graded[submission.student_id] = {"points": {}, "hours_late": late, "penalty": penalty}
    # One question for the whole class: asking grade by grade takes a minute for 300 students.
    grades = (
        asked.query(
            api.SubmittedAssignment.student_id,
            api.Grade.cell_id,
            api.Grade.auto_score,
            api.Grade.manual_score,
            api.Grade.extra_credit,
            api.Grade.needs_manual_grade,
        )
        .select_from(api.Grade)
        .join(api.SubmittedNotebook, api.SubmittedNotebook.id == api.Grade.notebook_id)
        .join(api.SubmittedAssignment, api.SubmittedAssignment.id == api.SubmittedNotebook.assignment_id)
        .filter(api.SubmittedAssignment.assignment_id == found.id)
    )
    for student, cell_id, auto, manual, extra, waits in grades:
        if cell_id in cells:
            given = auto if manual is None else manual
            points = None if waits or given is None else float(given) + float(extra or 0.0)
            graded[student]["points"][cells[cell_id].name] = points
    return list(cells.values()), roster, graded
