"""What is read of a gradebook and a configuration without nbgrader is what nbgrader reads."""

import datetime
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from nbgrader.api import Grade, Gradebook
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute

from relmark_helpers.classroom.grade.settings import read_settings
from relmark_helpers.classroom.grade.standing import Mark, marks, source_cells
from relmark_helpers.classroom.gradebook import asking
from relmark_helpers.classroom.release import course_configuration, quick_gradebook
from relmark_helpers.errors import CourseError

NAME = "07_loyalty_economics"
pytestmark = pytest.mark.filterwarnings(
    "ignore::sqlalchemy.exc.SAWarning"
)  # of nbgrader's own add_submission


@pytest.fixture
def gradebook(tmp_path):
    """A class of four: graded by tests, corrected by hand with something on top, unread, and late."""
    path = tmp_path / "gradebook.db"
    with quick_gradebook(), Gradebook(f"sqlite:///{path}") as book:
        book.add_assignment(NAME, duedate=datetime.datetime(2026, 10, 1, 12))
        book.add_notebook(NAME, NAME)
        for name, points, kind in (("t1", 4, "code"), ("t2", 6, "code"), ("w", 8, "markdown")):
            book.add_grade_cell(name, NAME, NAME, max_score=points, cell_type=kind)
            book.add_source_cell(
                name,
                NAME,
                NAME,
                source=f"# {name}",
                cell_type=kind,
                checksum="c" + name,
                locked=kind == "code",
            )
        for student in ("ada", "bo", "chen", "dora"):
            book.add_student(student)
            book.add_submission(NAME, student, timestamp=datetime.datetime(2026, 10, 1, 13))
        for student, cell, given in (
            ("ada", "t1", {"auto_score": 4, "needs_manual_grade": False}),
            ("ada", "t2", {"auto_score": 2.5, "needs_manual_grade": False}),
            ("ada", "w", {"auto_score": 0, "needs_manual_grade": False}),
            (
                "bo",
                "t1",
                {"auto_score": 4, "manual_score": 1, "extra_credit": 2, "needs_manual_grade": False},
            ),
            ("bo", "t2", {"auto_score": 6, "extra_credit": 0.5, "needs_manual_grade": False}),
            ("bo", "w", {"manual_score": 5, "needs_manual_grade": False}),
            ("chen", "t1", {"auto_score": 4, "extra_credit": 1}),
            ("dora", "t1", {"auto_score": 1, "needs_manual_grade": False}),
        ):
            grade = book.find_grade(cell, NAME, NAME, student)
            for what, value in given.items():
                setattr(grade, what, value)
        book.find_submission(NAME, "bo").extension = datetime.timedelta(hours=2)
        book.find_submission_notebook(NAME, NAME, "dora").late_submission_penalty = 2.0
        book.db.commit()
    return path


def test_marks_are_those_of_nbgrader(gradebook):
    with Gradebook(f"sqlite:///{gradebook}") as book:
        theirs = {
            each.student.id: Mark(
                max(0.0, each.score - (each.late_submission_penalty or 0)),
                each.max_score,
                each.needs_manual_grade,
                each.total_seconds_late,
            )
            for each in book.assignment_submissions(NAME)
        }
    assert marks(gradebook, NAME) == theirs
    assert theirs["dora"].points == 0
    assert theirs["bo"] == Mark(14.5, 18.0, needs_reader=False, seconds_late=0.0)


def test_source_cells_are_those_of_nbgrader(gradebook):
    with Gradebook(f"sqlite:///{gradebook}") as book:
        theirs = {
            each.name: (each.source, each.checksum, each.locked)
            for each in book.find_notebook(NAME, NAME).source_cells
        }
    assert {
        name: (each.source, each.checksum, each.locked)
        for name, each in source_cells(gradebook, NAME).items()
    } == theirs
    assert source_cells(gradebook, "never_released") == {}


def leave_half_written(gradebook):
    """As a grading that is killed while it writes: marks changed in the file, and a journal to take them back."""
    kept = [gradebook.with_name("kept.db"), gradebook.with_name("kept.db-journal")]
    with closing(sqlite3.connect(gradebook, isolation_level=None)) as writing:
        for order in ("PRAGMA cache_size = 1", "PRAGMA cache_spill = ON", "BEGIN IMMEDIATE"):
            writing.execute(order)
        writing.execute("UPDATE grade SET manual_score = 99, extra_credit = 99")
        writing.execute("CREATE TABLE more AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                        "WHERE i < 5000) SELECT i, randomblob(100) FROM n")  # fmt: skip
        for path, copy in zip((gradebook, Path(f"{gradebook}-journal")), kept, strict=True):
            shutil.copy(path, copy)
        writing.execute("ROLLBACK")
    kept[0].replace(gradebook)
    kept[1].replace(f"{gradebook}-journal")


def test_what_a_killed_grading_left_half_written_is_taken_back_before_it_is_read(gradebook):
    before = marks(gradebook, NAME), source_cells(gradebook, NAME)
    leave_half_written(gradebook)
    assert (marks(gradebook, NAME), source_cells(gradebook, NAME)) == before
    leave_half_written(gradebook)
    with asking(gradebook.parent, "07") as asked:
        assert max(each.manual_score or 0 for each in asked.query(Grade)) == 5


def test_a_file_that_is_no_gradebook_is_told_in_a_sentence(tmp_path):
    (tmp_path / "gradebook.db").write_bytes(b"no database, but long enough to be taken for one" * 100)
    with pytest.raises(CourseError, match="cannot be read"):
        marks(tmp_path / "gradebook.db", NAME)


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "c.Execute.timeout = 7",
        "c.CourseDirectory.groupshared = True",
        "c.Autograde.permissions = 644",
        "c.CourseDirectory.db_url = 'sqlite:////elsewhere/book.db'",
    ],
)
def test_settings_are_what_nbgrader_reads(tmp_path, lines):
    (tmp_path / "nbgrader_config.py").write_text(f"c = get_config()\n{lines}\n")
    configuration = course_configuration(tmp_path)
    configuration.CourseDirectory.root = str(tmp_path.resolve())
    directory = CourseDirectory(config=configuration)
    converter = Autograde(coursedir=directory, config=configuration)
    settings = read_settings(tmp_path)
    assert settings.db_url == directory.db_url
    assert settings.permissions == int(str(converter.permissions), 8)
    assert settings.limits.cell_seconds == Execute(config=configuration).timeout


def test_a_setting_of_the_wrong_kind_is_told_in_a_sentence(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("get_config().RelmarkGrading.memory_mb = 'much'\n")
    with pytest.raises(CourseError, match=r"cannot be used .*memory_mb"):
        read_settings(tmp_path)
