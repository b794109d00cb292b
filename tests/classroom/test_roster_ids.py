"""Files of an LMS under the ids of the course's own roster."""

import pytest

from relmark_helpers.classroom.roster import Roster, Student, read_roster, under_own_ids
from relmark_helpers.cli.instructor import _roster

OWN = """student_id,name,email,canvas_id
ada,"Lovelace, Ada",Ada@example.edu,
bo,"Smith, Bo",,340931
liwei1,Li Wei,,
liwei2,Li Wei,,
"""
WORKSHEET = """Identifier,Full name,Email address,Status,Grade,Maximum grade,Last modified (grade)
Participant 1,Somebody Else,ada@example.edu,,,100.00,-
Participant 2,Bo Smith,b@example.edu,,,100.00,-
Participant 3,Li Wei,l@example.edu,,,100.00,-
Participant 4,New Comer,n@example.edu,,,100.00,-
"""
CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section
"Nobody Known",340931,,x7,S
"Lovelace, Ada",340930,,ada,S
"""


@pytest.fixture
def course(tmp_path):
    for name, text in {"roster.csv": OWN, "worksheet.csv": WORKSHEET, "canvas.csv": CANVAS}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def ids(roster):
    return [student.student_id for student in roster.students]


def test_worksheet_is_read_by_address_then_by_a_name_that_is_alone(course):
    # There are two Li Wei in the course, so nobody guesses which of them the worksheet means.
    assert ids(_roster(course, course / "worksheet.csv")) == ["ada", "bo", "l@example.edu", "n@example.edu"]


def test_canvas_is_read_by_number_and_login(course):
    assert ids(_roster(course, course / "canvas.csv")) == ["bo", "ada"]


def test_name_that_the_file_has_twice_is_not_guessed():
    own = Roster((Student("ada", name="Ada Lovelace"),))
    twice = Roster((Student("p1", name="Ada Lovelace"), Student("p2", name="Lovelace, Ada")), "worksheet")
    assert ids(under_own_ids(twice, own)) == ["p1", "p2"]


def test_all_else_of_the_file_stays(course):
    before, after = read_roster(course / "worksheet.csv"), _roster(course, course / "worksheet.csv")
    assert (after.form, after.header) == (before.form, before.header)
    assert [each.row for each in after.students] == [each.row for each in before.students]
    assert [each.moodle_id for each in after.students] == ["1", "2", "3", "4"]


def test_without_an_own_roster_the_file_speaks_for_itself(course):
    (course / "roster.csv").unlink()
    assert ids(_roster(course, course / "canvas.csv")) == ["x7", "ada"]
    assert _roster(course, None) is None


def test_another_roster_of_ones_own_is_taken_as_it_is(course):
    (course / "section.csv").write_text("student_id,email\nadal,ada@example.edu\n")
    assert ids(_roster(course, course / "section.csv")) == ["adal"]
