"""Course folders of odd names, and those in which something cannot be written: one sentence, and no mark is touched."""

import os
from contextlib import contextmanager

import pytest
from sample_class import make_gradebook
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
    path = course / "submitted" / os.fsdecode(folder) / NAME / f"{NAME}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_bytes((course / "exercises" / NAME / f"{NAME}.ipynb").read_bytes())


@contextmanager
def gradebook_with(pragma):
    """What SQLite finds: a file that it may not write, or a disk on which no page has room."""

    def limit(connection, record):
        connection.execute(f"PRAGMA {pragma}")

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


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
    readonly = r"cannot be written \(attempt to write a readonly database\); make it"
    with gradebook_with("query_only = ON"), pytest.raises(CourseError, match=readonly):
        grade(course, NAME, trusting)
    assert read_marks(course) == before
    assert [row.state for row in grade(course, NAME, trusting).rows] == ["graded", "graded"]


def test_a_gradebook_that_cannot_be_opened_is_one_sentence(tmp_path):
    with pytest.raises(
        CourseError, match=r"gradebook\.db cannot be written \(unable to open database file\)"
    ):
        Ledger(f"sqlite:///{tmp_path}/nowhere/gradebook.db")


def test_a_full_disk_is_one_sentence(tmp_path):
    make_gradebook(tmp_path, {})
    with gradebook_with("max_page_count = 1"), Ledger(f"sqlite:///{tmp_path}/gradebook.db") as ledger:
        with pytest.raises(CourseError, match=r"written \(database or disk is full\); free some space"):
            ledger.add_student("more than a page" * 10_000)
        ledger.undo()


def test_a_read_only_gradebook_is_one_sentence(tmp_path):
    make_gradebook(tmp_path, {})
    says = r"written \(attempt to write a readonly database\); make it and its folder writable"
    with gradebook_with("query_only = ON"), pytest.raises(CourseError, match=says):
        Ledger(f"sqlite:///{tmp_path}/gradebook.db")  # nbgrader enters its course
