"""Marks out of the gradebook: for a spreadsheet, or as Canvas and Moodle import them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from relmark_helpers.classroom.export.canvas import canvas_rows
from relmark_helpers.classroom.export.cells import write_rows
from relmark_helpers.classroom.export.marks import read_marks
from relmark_helpers.classroom.export.moodle import moodle_rows
from relmark_helpers.classroom.export.table import table_rows
from relmark_helpers.classroom.roster import Roster
from relmark_helpers.errors import CourseError

FORMATS = ("csv", "canvas", "moodle")


@dataclass(frozen=True)
class Exported:
    """What an export wrote, and whom it could not serve.

    Parameters
    ----------
    file : Path
        The file.
    unknown : tuple of str
        Students in the gradebook who are not on the roster; they are in the file for a spreadsheet only.
    missing : tuple of str
        Students on the roster who are not in the gradebook; their mark is empty.
    unread : tuple of str
        Students to whom a reader has still to give points; their mark is not final.

    Examples
    --------
    >>> Exported(Path("grades.csv")).missing
    ()
    """

    file: Path
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def export(
    course: Path, out: Path, *, to: str = "csv", assignment: str | None = None, roster: Roster | None = None
) -> Exported:
    """Write the marks of the gradebook to a CSV file.

    Marks are nbgrader's: by the tests and by hand, less the penalty for lateness. ``csv`` is for a spreadsheet, a
    row for each assignment and each student in the gradebook or on the roster. ``canvas`` and ``moodle`` are what
    these import, a row for each student on the roster. Where nothing was handed in, the cell is empty.

    Parameters
    ----------
    course : Path
        The course folder, with ``gradebook.db``.
    out : Path
        The file to make or replace.
    to : str
        csv, canvas or moodle.
    assignment : str, optional
        One assignment, ``"04_satisfaction"``; all that were released if it is left out.
    roster : Roster, optional
        Who is in the class: best Canvas's gradebook export, or Moodle's grading worksheet of the assignment.
        Canvas and Moodle need one.

    Returns
    -------
    Exported

    Raises
    ------
    CourseError
        If there is no gradebook, no such assignment, no roster where one is needed, the LMS has other points for
        an assignment, or the file cannot be written.

    Examples
    --------
    >>> export(Path("/nowhere"), Path("grades.csv"))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no gradebook.db in /nowhere; run `relmark release NN` ...
    """
    if to not in FORMATS:
        raise CourseError(f"{to!r} is no format of an export; choose one of {', '.join(FORMATS)}.")
    marks = read_marks(course, assignment)
    if to == "csv":
        write_rows(out, table_rows(marks, roster))
    elif roster is None:
        wanted = "its gradebook export" if to == "canvas" else "its grading worksheet of the assignment"
        raise CourseError(
            f"{to.capitalize()} knows students by its own numbers; give a roster, best {wanted}."
        )
    else:
        write_rows(out, (canvas_rows if to == "canvas" else moodle_rows)(marks, roster))
    known = [student.student_id for student in roster.students] if roster else []
    return Exported(
        out,
        unknown=tuple(student for student in marks.students if roster and student not in known),
        missing=tuple(student for student in known if student not in marks.students),
        unread=tuple(sorted({student for student, _ in marks.unread})),
    )
