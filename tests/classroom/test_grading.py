"""Release → grade → feedback → export on each student's own case, with nbgrader before and after."""

import csv
import os
import sqlite3
import subprocess
import sys

import pytest
from nbgrader.api import Gradebook
from sample_course import CHECKOUT, NAME, change, plain_solution_cells, write_notebook

from relmark_helpers.classroom import journal
from relmark_helpers.classroom.export import export
from relmark_helpers.classroom.feedback import feedback
from relmark_helpers.classroom.grade import Wishes, grade
from relmark_helpers.classroom.grade.plan import read_plan
from relmark_helpers.classroom.release import release
from relmark_helpers.errors import CourseError

pytestmark = pytest.mark.slow


@pytest.fixture
def class_of_two(course, monkeypatch):
    """Ada answers for her own name, Li Wei hands in hers and judges nothing; the answer is the length of the name."""
    monkeypatch.setenv("RELMARK_HIDDEN", "secret")
    write_notebook(course / "solutions" / NAME / f"{NAME}.ipynb", plain_solution_cells())
    release(course, NAME)
    exercise = (course / "exercises" / NAME / f"{NAME}.ipynb").read_bytes()
    for student in ("ada", "li.wei"):
        path = course / "submitted" / student / NAME / f"{NAME}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(exercise)
        change(path, "04-length", source="length = 3")
        if student == "ada":
            change(path, "04-judge", source="It depends on the branch.")
    return course


def marks(course):
    query = """SELECT student_id, base_cell.name, auto_score FROM grade
        JOIN base_cell ON base_cell.id = cell_id
        JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
        JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id"""
    with sqlite3.connect(course / "gradebook.db") as gradebook:
        found = {(student, cell): score for student, cell, score in gradebook.execute(query)}
    gradebook.close()
    return found


EXPECTED = {
    ("ada", "04-length-test"): 40.0,
    ("ada", "04-term-test"): 30.0,
    ("ada", "04-judge"): None,  # a reader gives these
    ("li.wei", "04-length-test"): 0.0,
    ("li.wei", "04-term-test"): 30.0,
    ("li.wei", "04-judge"): 0.0,  # left blank
}


def test_what_concerns_the_whole_class_is_said(class_of_two, monkeypatch):
    """A salt that everybody can read, and who is not on the roster."""
    (class_of_two / "roster.csv").write_text("student_id\nada\ncleo\n")
    monkeypatch.delenv("RELMARK_HIDDEN")
    notes = grade(class_of_two, NAME, Wishes(trusted=True)).notes
    assert [note.split(":")[0] for note in notes] == [
        "The hidden inputs are drawn with the salt that everybody can read",
        "1 handed in under an id that is not on roster.csv",
    ]
    assert notes[1].endswith(": li.wei")


def test_a_term_in_small(class_of_two, tmp_path):
    summary = grade(class_of_two, NAME, Wishes(trusted=True))
    assert [(row.student, row.points, row.needs_reader) for row in summary.rows] == [
        ("ada", 70.0, True),
        ("li.wei", 30.0, False),
    ]
    assert summary.notes == ()
    assert marks(class_of_two) == EXPECTED

    assert feedback(class_of_two, NAME) == ["ada", "li.wei"]
    assert (class_of_two / "feedback" / "ada" / NAME / f"{NAME}.html").stat().st_size > 1000

    with export(class_of_two, tmp_path / "grades.csv").file.open(encoding="utf-8") as opened:
        rows = {row["student_id"]: float(row["raw_score"]) for row in csv.DictReader(opened)}
    assert rows == {"ada": 70.0, "li.wei": 30.0}

    again = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", NAME, "--force"],
        cwd=class_of_two,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
    )
    assert again.returncode == 0, again.stderr
    assert marks(class_of_two) == EXPECTED, "plain nbgrader gives the same marks on the same folder"


def change_test(course, source):
    """Give task 1 another hidden test, and release."""
    hidden = f"### BEGIN HIDDEN TESTS\n{source}\n### END HIDDEN TESTS"
    change(course / "solutions" / NAME / f"{NAME}.ipynb", "04-length-test", source=hidden)
    release(course, NAME)


def read_by_hand(course, student):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        grade_of_text = book.find_grade("04-judge", NAME, NAME, student)
        grade_of_text.manual_score, grade_of_text.needs_manual_grade = 20, False
        book.db.commit()


def test_what_was_read_stays_read_until_its_text_changes(class_of_two):
    grade(class_of_two, NAME, Wishes(trusted=True))
    read_by_hand(class_of_two, "ada")
    change_test(class_of_two, "assert length == 3")
    rows = grade(class_of_two, NAME, Wishes(trusted=True)).rows
    assert [(row.points, row.needs_reader) for row in rows] == [(90.0, False), (70.0, False)]
    path = class_of_two / "submitted" / "ada" / NAME / f"{NAME}.ipynb"
    change(path, "04-judge", source="It depends on the customers.")
    assert grade(class_of_two, NAME, Wishes(trusted=True)).rows[0].needs_reader


@pytest.mark.parametrize(
    ("last_line", "points", "told"),
    [("12.5", 12.5, ()), ("99", 40.0, ("04-length-test: The test is wrong",)), ("[1, 2]", 40.0, ())],
)
def test_partial_credit_is_that_of_the_test_and_a_wrong_test_costs_nobody_anything(
    class_of_two, last_line, points, told
):
    change_test(class_of_two, f"import sys\nassert length\nprint('looked', file=sys.stderr)\n{last_line}")
    row = grade(class_of_two, NAME, Wishes(trusted=True)).rows[0]
    assert row.points == points + 30
    assert len(row.incomplete) == len(told)
    assert all(text in said for text, said in zip(told, row.incomplete, strict=True))
    events = journal.read(class_of_two, NAME, "ada").events
    assert [event.kind for event in events] == ["test"] * len(told)


def test_assignment_without_ids_and_of_no_chapter_is_refused_by_its_whole_name(class_of_two):
    path = class_of_two / "exercises" / "problem-set-1" / "problem-set-1.ipynb"
    path.parent.mkdir()
    path.write_text('{"cells": [{"cell_type": "code", "metadata": {}, "source": []}], "metadata": {}}')
    with pytest.raises(CourseError, match=r"without an id.*nbgrader generate_assignment problem-set-1"):
        read_plan(class_of_two, "problem-set-1", {})


def test_nothing_submitted_is_said(course):
    with pytest.raises(CourseError, match="There is no submission"):
        grade(course, NAME)


def test_not_released_is_said(course):
    (course / "submitted" / "ada" / NAME).mkdir(parents=True)
    with pytest.raises(CourseError, match="relmark release 04"):
        grade(course, NAME)


def test_configuration_that_does_not_load_is_no_mere_warning(class_of_two):
    (class_of_two / "nbgrader_config.py").write_text("import no_such_module\n")
    with pytest.raises(CourseError, match="no_such_module"):
        grade(class_of_two, NAME)
