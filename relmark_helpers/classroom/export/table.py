"""The table of all marks for a spreadsheet: a row for each student and assignment."""

from __future__ import annotations

from relmark_helpers.classroom.export.cells import defused
from relmark_helpers.classroom.export.marks import Marks
from relmark_helpers.classroom.roster import Roster, Student

# nbgrader's own columns, but for the names, which its gradebook does not have.
COLUMNS = (
    *("assignment", "duedate", "timestamp", "student_id", "name", "email"),
    *("raw_score", "late_submission_penalty", "score", "max_score"),
)


def table_rows(marks: Marks, roster: Roster | None) -> list[list[str]]:
    """Lay marks out for a spreadsheet: everyone in the gradebook and on the roster.

    Whoever handed in nothing has empty cells, for a zero is a mark. Ids, names and addresses that begin like a
    formula are defused: nothing matches by them.

    Parameters
    ----------
    marks : Marks
        The marks.
    roster : Roster or None
        Gives names and addresses, and those who are not in the gradebook.

    Returns
    -------
    list of list of str
        Heading, and a row for each assignment and student.

    Examples
    --------
    >>> marks = Marks({"04_satisfaction": 100.0}, ("ada", "=bo"), {("ada", "04_satisfaction"): 70.0})
    >>> for row in table_rows(marks, Roster((Student("ada", name="Lovelace, Ada"),)))[1:]:
    ...     print(row[3:5], row[8:])
    ["'=bo", ''] ['', '100']
    ['ada', 'Lovelace, Ada'] ['70', '100']
    """
    known = {student.student_id: student for student in roster.students} if roster else {}
    rows = [list(COLUMNS)]
    for name in marks.most:
        for student in sorted({*marks.students, *known}):
            who = known.get(student, Student(student))
            labels = [defused(cell) for cell in (student, who.name, who.email)]
            due, handed_in, raw, penalty, most = marks.told(student, name)
            score = marks.cell(student, name) or ""
            rows.append([name, due, handed_in, *labels, raw, penalty, score, most])
    return rows
