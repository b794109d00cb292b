"""Who is in the class, and under which names the LMS knows them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from relmark_helpers.classroom.names import course_id, fold, name_keys
from relmark_helpers.classroom.spreadsheets import read_rows, restored, zeros_lost
from relmark_helpers.errors import CourseError

Form = Literal["own", "canvas", "worksheet", "participants"]

# What each column of a Student is called: in a roster of our own, in a Canvas gradebook export, in Moodle's
# grading worksheet and in its lists of participants.
HEADINGS = {
    "student_id": ("student_id", "student id"),
    "name": ("name", "student", "full name", "fullname"),
    "email": ("email", "email address", "e-mail"),
    "canvas_id": ("canvas_id", "canvas id", "id"),
    "sis_id": ("sis_id", "sis user id"),
    "login_id": ("login_id", "sis login id", "username", "user name"),
    "section": ("section",),
    "moodle_id": ("moodle_id", "identifier"),
    "id_number": ("id_number", "id number", "idnumber"),
}
# Where a file of the LMS has no student_id, the first of these that a row has is the student's id.
INSTEAD = ("login_id", "sis_id", "id_number", "email", "canvas_id")
WORKSHEET = ("Identifier", "Grade", "Last modified (grade)")  # what tells Moodle's grading worksheet
IDS = ("student_id", "canvas_id", "sis_id", "login_id", "moodle_id", "id_number")


@dataclass(frozen=True)
class Student:
    """One student, and the names the LMS has for them; a name that is not known is empty.

    Parameters
    ----------
    student_id : str
        The id in the course: what the student writes in ``STUDENT_ID``, and the folder in ``submitted/``.
    name, email, section : str
        As the LMS shows them.
    canvas_id, sis_id, login_id : str
        Canvas's ``ID``, ``SIS User ID`` and ``SIS Login ID``; ``login_id`` is also Moodle's user name.
    moodle_id, id_number : str
        The number of Moodle's ``Participant 123``, which is another one in each assignment, and its ID number.
    row : tuple of str
        The row as it stands in the file.

    Examples
    --------
    >>> Student("ada", canvas_id="4711").canvas_id
    '4711'
    """

    student_id: str
    name: str = ""
    email: str = ""
    canvas_id: str = ""
    sis_id: str = ""
    login_id: str = ""
    section: str = ""
    moodle_id: str = ""
    id_number: str = ""
    row: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Roster:
    """The students of a class, in the order of the file.

    Parameters
    ----------
    students : tuple of Student
        Who is in the class.
    form : str
        own, canvas (a gradebook export), worksheet (Moodle's grading worksheet) or participants (Moodle).
    header : tuple of str
        The columns as they stand in the file.
    points : tuple of str
        Canvas's row "Points Possible".
    doubts : tuple of str
        What may be wrong with the file, a sentence each.

    Examples
    --------
    >>> roster = Roster((Student("ada", name="Lovelace, Ada"), Student("li.wei", name="Li Wei")))
    >>> roster.named("Ada Lovelace").student_id, roster.by("student_id", "nobody")
    ('ada', None)
    """

    students: tuple[Student, ...]
    form: Form = "own"
    header: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    def by(self, column: str, value: str) -> Student | None:
        """Find the one student with this value in a column of Student; None if there is none, or several."""
        asked = fold(value)
        found = self._found_by[column].get(asked, ()) if asked else ()
        return found[0] if len(found) == 1 else None

    def named(self, name: str) -> Student | None:
        """Find the one student of this name, however its words are ordered; None if there are several."""
        found = self.all_named(name)
        return found[0] if len(found) == 1 else None

    def all_named(self, name: str) -> list[Student]:
        """Find all students of this name, however its words are ordered."""
        keys = name_keys(name)
        found = {id(one): one for key in keys for one in self._found_by["names"].get(key, ())}
        return [one for one in self.students if id(one) in found] if found else []

    @cached_property
    def _found_by(self) -> dict[str, dict[str, list[Student]]]:
        """By column and folded value, and by key of the name: a download may hold thousands of names."""
        index: dict[str, dict[str, list[Student]]] = defaultdict(lambda: defaultdict(list))
        for student in self.students:
            for column in HEADINGS:
                index[column][fold(getattr(student, column))].append(student)
            for key in name_keys(student.name):
                index["names"][key].append(student)
        return index


def read_roster(path: Path) -> Roster:
    """Read who is in the class from a CSV file.

    A file of your own has a column ``student_id`` and any of ``name``, ``email``, ``canvas_id``, ``sis_id``,
    ``login_id``, ``section``, ``moodle_id`` and ``id_number``. A gradebook export of Canvas, a grading
    worksheet of Moodle (in English) and its list of participants are read as they are; the student's id is
    then the login, else the SIS id, the ID number, the e-mail address, or the number in the LMS. What the
    students write in ``STUDENT_ID`` must be the same, since it draws their case.

    Moodle numbers participants anew in each assignment: a worksheet serves the assignment it came from.

    Parameters
    ----------
    path : Path
        UTF-8 (or Excel's Unicode text), with commas, semicolons or tabs.

    Returns
    -------
    Roster

    Raises
    ------
    CourseError
        If the file is missing, empty, of another encoding, lacks a column or has an id twice.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "students.csv"
    >>> _ = file.write_text("student_id;name;canvas_id\\nAda;Ada Lovelace;4711\\n")
    >>> read_roster(file).students[0].student_id
    'ada'
    """
    rows = read_rows(path)
    header = tuple(rows[0]) if rows else ()
    form, places = _form(path, header, rows[1:])
    ids = {places[column] for column in IDS if column in places}
    students: list[Student] = []
    points: tuple[str, ...] = ()
    for number, row in enumerate(rows[1:], 2):
        if any(cell.strip() for cell in row[len(header) :]):
            raise CourseError(
                f"{path.name}, row {number} has more cells than the heading; a comma in a name needs quotes."
            )
        cells = tuple(row[: len(header)]) + ("",) * (len(header) - len(row))
        if form == "canvas" and "points possible" in fold(cells[0]):
            points = cells
        elif any(cell.strip() for cell in cells) and not (form == "canvas" and not fold(cells[0])):
            where = f"{path.name}, row {number}"
            cells = tuple(
                restored(cell, f"{where}, {header[place]}") if place in ids else cell
                for place, cell in enumerate(cells)
            )
            students.append(_student(cells, places, form, where))
    if not students:
        raise CourseError(f"{path} names no student; it needs a heading and a row for each student.")
    _no_doubles(path, students)
    return Roster(
        tuple(students), form, header, points, zeros_lost(path.name, [one.student_id for one in students])
    )


def under_own_ids(lms: Roster, own: Roster) -> Roster:
    """Give a file of the LMS the student ids of the course's own roster.

    A grading worksheet of Moodle knows an e-mail address, the course's roster calls the same person ``ada``: so
    marks find their rows. A person is recognised by a number, login or address that both files have, or else
    by a name that both have once; who is not, keeps the id that the file gives.

    Parameters
    ----------
    lms : Roster
        The file of the LMS.
    own : Roster
        The course's own.

    Returns
    -------
    Roster

    Examples
    --------
    >>> worksheet = Roster((Student("ada@example.edu", email="ada@example.edu", moodle_id="5500"),), "worksheet")
    >>> own = Roster((Student("ada", email="Ada@example.edu"),))
    >>> [(student.student_id, student.moodle_id) for student in under_own_ids(worksheet, own).students]
    [('ada', '5500')]
    """
    columns = ("canvas_id", "sis_id", "login_id", "email", "id_number")

    def mine(student: Student) -> str:
        found = next(filter(None, (own.by(column, getattr(student, column)) for column in columns)), None)
        found = found or next(
            filter(None, (own.by("student_id", getattr(student, column)) for column in columns)), None
        )
        if found is None and lms.named(student.name) is student:
            found = own.named(student.name)
        return found.student_id if found else student.student_id

    return replace(lms, students=tuple(replace(each, student_id=mine(each)) for each in lms.students))


def _form(path: Path, header: tuple[str, ...], rows: list[list[str]]) -> tuple[Form, dict[str, int]]:
    names = [" ".join(fold(cell).split()) for cell in header]
    canvas = bool(names) and names[0] in ("student", "lastname") and "id" in names and "section" in names
    worksheet = {fold(name) for name in WORKSHEET} <= set(names)
    places: dict[str, int] = {}
    for column, headings in HEADINGS.items():
        found = [place for place, name in enumerate(names) if name in headings]
        if column == "canvas_id" and not canvas:  # elsewhere "ID" may be anything
            found = [place for place in found if names[place] != "id"]
        if len(found) > 1 and not canvas:
            raise CourseError(f"{path} has two columns for {column}; keep one of them.")
        places |= {column: found[0]} if found else {}
    for place, name in enumerate(names):
        if name in ("first name", "firstname", "last name", "surname", "lastname"):
            places["first" if name.startswith("first") else "last"] = place
    if canvas:
        return "canvas", places
    if "student_id" in places:
        return "own", places
    if worksheet:
        return "worksheet", places
    if {"email", "id_number", "login_id"} & set(places) and {"name", "first", "last"} & set(places):
        return "participants", places
    told = ", ".join(header) or "none"
    numbered = [row for row in rows if row and re.fullmatch(r"\D+\d+", row[0].strip())]
    if len(header) > 7 and numbered and len(numbered) == sum(any(row) for row in rows):
        raise CourseError(
            f"{path} looks like a grading worksheet of Moodle in another language: its columns are {told}; wanted are "
            f"{', '.join(WORKSHEET)}. Set your language to English in Moodle's menu, and download it again."
        )
    raise CourseError(
        f"{path} has no column student_id; its columns are {told}. Add one, or give Canvas's gradebook export or "
        "Moodle's worksheet as they are in English."
    )


def _student(cells: tuple[str, ...], places: dict[str, int], form: Form, where: str) -> Student:
    known = {column: cells[place].strip() for column, place in places.items()}
    first, last = known.pop("first", ""), known.pop("last", "")
    if not known.get("name"):
        known["name"] = (
            ", ".join(filter(None, (last, first))) if form == "canvas" else f"{first} {last}".strip()
        )
    known["moodle_id"] = re.sub(r"^\D+", "", known.get("moodle_id", ""))
    asked = known.pop("student_id", "")
    if form != "own" and not asked:
        asked = next((known[column] for column in INSTEAD if known.get(column)), "")
        if not asked and known["moodle_id"]:
            asked = f"participant.{known['moodle_id']}"
    return Student(course_id(asked, where), row=cells, **known)


def _no_doubles(path: Path, students: list[Student]) -> None:
    for column in ("student_id", "canvas_id", "moodle_id"):
        counted = Counter(fold(getattr(one, column)) for one in students)
        twice = next((value for value, times in counted.items() if value and times > 1), None)
        if twice:
            raise CourseError(
                f"{path} has the {column} {twice} twice; each student has one row and an own id."
            )
