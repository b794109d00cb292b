"""The files that Moodle imports: an assignment's grading worksheet, or the gradebook's CSV."""

from __future__ import annotations

from relmark_helpers.classroom.export.cells import defused, same_points
from relmark_helpers.classroom.export.marks import Marks, number
from relmark_helpers.classroom.names import fold
from relmark_helpers.classroom.roster import Roster
from relmark_helpers.errors import CourseError

WORKSHEET = (
    "Identifier",
    "Full name",
    "Email address",
    "Status",
    "Grade",
    "Maximum grade",
    "Grade can be changed",
    "Last modified (submission)",
    "Last modified (grade)",
)
KEYS = {"email": "Email address", "id_number": "ID number", "login_id": "Username"}


def moodle_rows(marks: Marks, roster: Roster) -> list[list[str]]:
    """Lay marks out as Moodle imports them.

    For one assignment and a roster with Moodle's participant numbers it is the offline grading worksheet
    (Assignment → Upload grading worksheet). Moodle finds a student by ``Identifier`` alone and reads ``Grade``,
    ``Last modified (grade)`` and the feedback columns; these stay exact. If the roster is the worksheet that
    was downloaded, it comes back with the grades filled in. A worksheet that is made from another roster has
    no column of feedback, since an empty one would erase what is there, and for marks that Moodle has already
    "Allow updating records that have been modified more recently" must be ticked.

    Otherwise it is a file for the gradebook (Grades → Import → CSV file), where you choose what is matched:
    there, Moodle stops at the first student it does not know, and gives the marks of a row without a key to
    the student above; so a key that one student lacks is no column. An empty cell removes a mark there.

    Parameters
    ----------
    marks : Marks
        The marks.
    roster : Roster
        Best the grading worksheet of this assignment, read as it is.

    Returns
    -------
    list of list of str
        Heading, and a row for each student on the roster.

    Raises
    ------
    CourseError
        If the worksheet is for several assignments or of other points, or nothing identifies the students.

    References
    ----------
    moodle, ``mod/assign/feedback/offline/importgradeslib.php`` and ``locallib.php``,
    ``mod/assign/gradingtable.php``, ``grade/import/csv/classes/load_data.php``.

    Examples
    --------
    >>> from relmark_helpers.classroom.roster import Student
    >>> marks = Marks({"04_satisfaction": 100.0}, ("ada",), {("ada", "04_satisfaction"): 70.0})
    >>> rows = moodle_rows(marks, Roster((Student("ada", name="Ada", moodle_id="123"),)))
    >>> rows[1][:5]
    ['Participant 123', 'Ada', '', '', '70']
    """
    if roster.form == "worksheet":
        if len(marks.most) > 1:
            told = ", ".join(marks.most)
            raise CourseError(f"A grading worksheet of Moodle is for one assignment; name one of {told}.")
        return _filled_in(marks, roster)
    if len(marks.most) == 1 and all(student.moodle_id for student in roster.students):
        return _made(marks, roster)
    return _gradebook(marks, roster)


def _filled_in(marks: Marks, roster: Roster) -> list[list[str]]:
    ((name, most),) = marks.most.items()
    header = [" ".join(fold(cell).split()) for cell in roster.header]
    grade = header.index("grade")
    largest = next((at for at, cell in enumerate(header) if cell == "maximum grade"), None)
    # From the grade's date on stand the feedback columns, which are imported.
    read = {header.index("identifier"), grade, *range(header.index("last modified (grade)"), len(header))}
    rows = [list(roster.header)]
    for student in roster.students:
        row = [cell if at in read else defused(cell) for at, cell in enumerate(student.row)]
        if largest is not None:
            same_points("Moodle", student.row[largest], most, name)
        mark = marks.cell(student.student_id, name)
        if mark is not None:
            row[grade] = mark
        rows.append(row)
    return rows


def _made(marks: Marks, roster: Roster) -> list[list[str]]:
    ((name, most),) = marks.most.items()
    rows = [list(WORKSHEET)]
    for student in roster.students:
        mark = marks.cell(student.student_id, name) or ""
        who = [f"Participant {student.moodle_id}", defused(student.name), defused(student.email)]
        rows.append([*who, "", mark, number(most), "Yes", "-", "-"])
    return rows


def _gradebook(marks: Marks, roster: Roster) -> list[list[str]]:
    whole = [column for column in KEYS if all(getattr(student, column) for student in roster.students)]
    if not whole:
        lacking = next(student for student in roster.students if not student.email)
        raise CourseError(
            f"Moodle needs something to find every student by, and {lacking.student_id} has no e-mail address "
            "on the roster; fill in email, id_number or moodle_id for everyone."
        )
    rows = [["Full name", *(KEYS[column] for column in whole), *marks.most]]
    for student in roster.students:
        who = [defused(student.name), *(getattr(student, column) for column in whole)]
        rows.append([*who, *(marks.cell(student.student_id, name) or "" for name in marks.most)])
    return rows
