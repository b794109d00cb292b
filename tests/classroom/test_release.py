"""Releasing: what students get, and that a failure or a second run changes nothing."""

import errno
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from nbgrader.api import get_alembic_version
from sample_course import CHECKOUT, NAME, change, plain_solution_cells, read_cells, write_notebook

from relmark_helpers.classroom.release import generate, release
from relmark_helpers.errors import CourseError

pytestmark = pytest.mark.slow


@pytest.fixture
def notebook(course):
    return course / "exercises" / NAME / f"{NAME}.ipynb"


def sources(path):
    return {cell["id"]: cell["source"] for cell in read_cells(path)}


def test_students_get_no_answer_and_no_test(course, notebook):
    release(course, NAME)
    given = sources(notebook)
    assert given["04-length"] == "length = None\n# Write your answer here."
    assert given["04-judge"] == "Write your answer here."
    assert given["04-length-test"] == given["04-term-test"] == ""
    assert "It depends" not in notebook.read_text(encoding="utf-8")
    assert list(given) == [cell["id"] for cell in read_cells(course / "solutions" / NAME / f"{NAME}.ipynb")]


def test_a_new_gradebook_says_of_which_form_it_is_as_nbgraders_own_do(course, monkeypatch):
    release(course, NAME)
    with sqlite3.connect(course / "gradebook.db") as book:
        ((form,),) = book.execute("SELECT version_num FROM alembic_version")
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    assert form == get_alembic_version()


def test_same_bytes_from_run_to_run(course, notebook):
    first = release(course, NAME).archive.read_bytes(), notebook.read_bytes()
    assert (release(course, NAME).archive.read_bytes(), notebook.read_bytes()) == first
    assert [path.name for path in course.iterdir() if path.name.startswith(".")] == []


def test_archive_holds_the_exercise(course, notebook):
    with zipfile.ZipFile(release(course, NAME).archive) as archive:
        assert archive.namelist() == [f"{NAME}/{NAME}.ipynb"]
        assert archive.read(f"{NAME}/{NAME}.ipynb") == notebook.read_bytes()
        assert archive.infolist()[0].date_time == (2020, 1, 1, 0, 0, 0), "not the clock's time"


def test_salt_of_the_term_is_stamped(course, notebook):
    configuration = course / "nbgrader_config.py"
    text = configuration.read_text(encoding="utf-8")
    assert 'case_salt = "meridian-home"' in text
    configuration.write_text(text.replace('"meridian-home"', '"秋季 \\"26\\""'), encoding="utf-8")
    release(course, NAME)
    assert 'COURSE = "秋季 \\"26\\""\n' in sources(notebook)["04-set-up"]
    assert 'COURSE = "meridian-home"' in sources(course / "solutions" / NAME / f"{NAME}.ipynb")["04-set-up"]


def test_plain_nbgrader_makes_the_same_exercise(course, notebook):
    ours = generate(course, NAME, course / "ours", gradebook=False) / f"{NAME}.ipynb"
    assert not (course / "gradebook.db").exists()
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", NAME, "--no-db"],
        cwd=course,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    assert notebook.read_bytes() == ours.read_bytes()


def test_failed_release_leaves_the_old_exercise(course, notebook):
    release(course, NAME)
    before = notebook.read_bytes()
    solution = course / "solutions" / NAME / f"{NAME}.ipynb"
    change(solution, "04-length", source="length = None\n### BEGIN SOLUTION\nlength = 3")
    with pytest.raises(CourseError, match="nbgrader could not make the exercise"):
        release(course, NAME)
    assert notebook.read_bytes() == before
    assert [path.name for path in course.iterdir() if path.name.startswith(".")] == []


def test_double_graded_id_is_said(course):
    cells = plain_solution_cells()
    write_notebook(course / "solutions" / NAME / f"{NAME}.ipynb", [*cells, cells[3] | {"id": "04-copy"}])
    with pytest.raises(CourseError, match="04-length"):
        release(course, NAME)


def test_folder_one_may_not_write_to_is_said(course, monkeypatch):
    def refuse(*args, **kwargs):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    with pytest.raises(CourseError, match="Permission denied"):
        release(course, NAME)


def test_course_without_configuration_is_said(course):
    (course / "nbgrader_config.py").unlink()
    with pytest.raises(CourseError, match="no nbgrader_config"):
        release(course, NAME)


def test_exercise_is_a_notebook_students_can_open(course, notebook):
    release(course, NAME)
    loaded = json.loads(notebook.read_text(encoding="utf-8"))
    assert (loaded["nbformat"], loaded["nbformat_minor"]) == (4, 5)
