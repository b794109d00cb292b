"""Course folders of odd names, and those in which something cannot be written: one sentence, and no mark is touched."""

import os

import pytest
from sample_course import NAME, plain_solution_cells, write_notebook
from sqlalchemy import event
from sqlalchemy.engine import Engine

from relmark_helpers.classroom.export.marks import read_marks
from relmark_helpers.classroom.grade import Wishes, grade
from relmark_helpers.classroom.grade.gradebook import Ledger
from relmark_helpers.classroom.release import course_configuration, release
from relmark_helpers.errors import CourseError


@pytest.mark.parametrize(
    ("name", "sign"), [("[2026] crm", "["), ("kurs%20x", "%20"), ("wh?at", "?"), ("a*b", "*")]
)
def test_a_name_that_nbgrader_misreads_is_refused(course, name, sign):
    """The review's: released as damaged, or with the gradebook in another place."""
    odd = course.rename(course.with_name(name))
    with pytest.raises(CourseError) as told:
        course_configuration(odd)
    assert f"{odd} cannot be a course folder, for nbgrader takes the {sign} in its path" in str(told.value)
    with pytest.raises(CourseError):
        release(odd, NAME)
    assert [path.name for path in odd.parent.iterdir()] == [name]


def test_other_odd_names_are_no_obstacle(course):
    odd = course.rename(course.with_name("关系 #1 'a' \"b\" 100% {x} !y & é"))
    assert course_configuration(odd).CourseDirectory.course_id == "relmark"


def hand_in(course, folder):
    path = os.path.join(os.fsencode(course / "submitted"), folder, NAME.encode())
    os.makedirs(path)
    given = (course / "exercises" / NAME / f"{NAME}.ipynb").read_bytes()
    with open(os.path.join(path, f"{NAME}.ipynb".encode()), "wb") as file:
        file.write(given)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_a_class_in_a_folder_of_an_odd_name_with_odd_names(course, monkeypatch):
    monkeypatch.setenv("RELMARK_HIDDEN", "secret")
    course = course.rename(course.with_name("关系 #1 'a' \"b\" 100% {x} !y & é"))
    write_notebook(course / "solutions" / NAME / f"{NAME}.ipynb", plain_solution_cells())
    release(course, NAME)
    hand_in(course, b"ada")
    hand_in(course, b"caf\xe9")
    trusting = Wishes(trusted=True)
    done = grade(course, NAME, trusting)
    assert [(row.student, row.state) for row in done.rows] == [("ada", "graded")]
    (said,) = [note for note in done.notes if "UTF-8" in note]
    assert said.startswith("1 in submitted/ left out, for the names of the folders are not written in UTF-8")
    before = read_marks(course)
    assert before.students == ("ada",)

    hand_in(course, b"bo")
    configuration = course / "nbgrader_config.py"
    text = configuration.read_text(encoding="utf-8")
    address = f'"sqlite:///file:{course.as_uri()[7:]}/gradebook.db?mode=ro&uri=true"'
    configuration.write_text(f"{text}\nc.CourseDirectory.db_url = {address}\n", encoding="utf-8")
    with pytest.raises(
        CourseError, match=r"cannot be written \(attempt to write a readonly database\); make it"
    ):
        grade(course, NAME, trusting)
    with pytest.raises(CourseError, match="readonly database"):
        release(course, NAME)
    configuration.write_text(text, encoding="utf-8")
    assert read_marks(course) == before

    def fill(connection, record):  # SQLite may not take one page more: as on a full disk
        connection.execute("PRAGMA max_page_count = 1")

    event.listen(Engine, "connect", fill)
    try:
        with pytest.raises(
            CourseError, match=r"cannot be written \(database or disk is full\); free some space"
        ):
            grade(course, NAME, trusting)
    finally:
        event.remove(Engine, "connect", fill)
    assert read_marks(course) == before
    assert [row.state for row in grade(course, NAME, trusting).rows] == ["graded", "graded"]


def test_a_gradebook_that_cannot_be_opened_is_one_sentence(tmp_path):
    with pytest.raises(
        CourseError, match=r"gradebook\.db cannot be written \(unable to open database file\)"
    ):
        Ledger(f"sqlite:///{tmp_path}/nowhere/gradebook.db")
