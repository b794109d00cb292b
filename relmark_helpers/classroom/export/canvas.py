"""The file that Canvas's gradebook imports."""

from __future__ import annotations

import re

from relmark_helpers.classroom.export.cells import defused, same_points
from relmark_helpers.classroom.export.marks import Marks, number
from relmark_helpers.classroom.names import fold
from relmark_helpers.classroom.roster import Roster
from relmark_helpers.course import CHAPTERS
from relmark_helpers.errors import CourseError

WHO = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
# What Canvas's own export may have before the marks; its custom columns and totals stay out.
KNOWN = {"student", "lastname", "firstname", "integration id", "root account", *(fold(name) for name in WHO)}
NAMES = {"student", "lastname", "firstname", "section"}


def canvas_rows(marks: Marks, roster: Roster) -> list[list[str]]:
    """Lay marks out as Canvas's gradebook import takes them.

    Canvas finds a student by ``ID``, else by ``SIS User ID`` or ``SIS Login ID``, and by the name only where
    there is none of these; so ids stay exact, and a name that begins like a formula is defused where an id
    stands beside it. An assignment is found by the number in its heading, ``04 Satisfaction (12345)``, which
    only a gradebook export as the roster has; without it a heading of the same title is found, or Canvas
    makes a new assignment. A cell without a mark stays as Canvas exported it, so ``EX`` stays; marks that
    Canvas has and this file leaves empty are removed by the import.

    Parameters
    ----------
    marks : Marks
        The marks.
    roster : Roster
        Best a gradebook export of Canvas, read as it is.

    Returns
    -------
    list of list of str
        Heading, points possible, and a row for each student on the roster.

    Raises
    ------
    CourseError
        If Canvas has other points for an assignment, or several of its name.

    References
    ----------
    canvas-lms, ``lib/gradebook_importer.rb`` and ``lib/gradebook_exporter.rb``.

    Examples
    --------
    >>> from relmark_helpers.classroom.roster import Student
    >>> marks = Marks({"04_satisfaction": 100.0}, ("ada",), {("ada", "04_satisfaction"): 70.0})
    >>> for row in canvas_rows(marks, Roster((Student("ada", name="Lovelace, Ada", canvas_id="7"),))):
    ...     print(row)
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', '04_satisfaction']
    ['    Points Possible', '', '', '', '', '100']
    ['Lovelace, Ada', '7', '', '', '', '70']
    """
    own = roster.form != "canvas"
    header = WHO if own else roster.header
    who = [place for place, name in enumerate(header) if fold(name) in KNOWN]
    columns = {name: None if own else _column(name, header) for name in marks.most}
    rows = [
        [header[place] for place in who]
        + [name if at is None else header[at] for name, at in columns.items()],
        ["    Points Possible", *[""] * (len(who) - 1), *(number(most) for most in marks.most.values())],
    ]
    for name, at in columns.items():
        if at is not None and roster.points:
            same_points("Canvas", roster.points[at], marks.most[name], name)
    for student in roster.students:
        known = (
            student.name or student.student_id,
            student.canvas_id,
            student.sis_id,
            student.login_id,
            student.section,
        )
        row = known if own else student.row
        matched = bool(student.canvas_id or student.sis_id or student.login_id)
        cells = [defused(row[at]) if _label(header[at], matched) else row[at] for at in who]
        for name, at in columns.items():
            mark = marks.cell(student.student_id, name)
            cells.append(mark if mark is not None else "" if at is None else row[at])
        rows.append(cells)
    return rows


def _label(heading: str, matched: bool) -> bool:
    return fold(heading) in NAMES and (matched or fold(heading) == "section")


def _column(name: str, header: tuple[str, ...]) -> int | None:
    """Where Canvas has the assignment: by its name, else by the chapter's title."""
    titles = {
        at: _key(found[1])
        for at, head in enumerate(header)
        if (found := re.fullmatch(r"(.*?) ?\(\d+\)", head))
    }
    chapter = next((one for one in CHAPTERS if one.name == name), None)
    others = (chapter.slug, chapter.title_en, chapter.title_zh) if chapter else ()
    for keys in ({_key(name)}, {_key(title) for title in others}):
        found_at = [at for at, title in titles.items() if title in keys]
        if len(found_at) > 1:
            told = " and ".join(header[at] for at in found_at)
            raise CourseError(
                f"Canvas has {told}, which may both be {name}; call the one meant {name} there."
            )
        if found_at:
            return found_at[0]
    return None


def _key(title: str) -> str:
    return re.sub(r"[\W_]+", "", fold(title))
