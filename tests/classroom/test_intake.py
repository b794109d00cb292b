"""Intake mends what can be mended in a copy, says so, and refuses the rest in a sentence; nothing runs here."""

import json

import pytest
from classes import NAME, release_sample
from nbgrader.api import Gradebook
from sample_course import build_course

from relmark_helpers.classroom.grade.intake import steps, take_in
from relmark_helpers.classroom.grade.plan import bound, read_plan, used
from relmark_helpers.classroom.grade.submission import Submission
from relmark_helpers.errors import CourseError

GRADED = ["04-length", "04-length-test", "04-term-test", "04-judge"]


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """The small course with its exercise, made once: nothing here changes it."""
    folder = tmp_path_factory.mktemp("released")
    release_sample(build_course(folder))
    return folder


@pytest.fixture(scope="module")
def plan(released):
    with Gradebook(f"sqlite:///{released / 'gradebook.db'}") as book:
        cells = book.find_notebook(NAME, NAME).source_cells
        return read_plan(released, NAME, {cell.name: cell for cell in cells})


@pytest.fixture
def notebook(released):
    return json.loads((released / "exercises" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8"))


def taken(plan, notebook):
    raw = notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode()
    return take_in(plan, Submission("ada", NAME, raw))


def ids(intake):
    return [
        cell["metadata"]["nbgrader"]["grade_id"] for cell in intake.cells if "nbgrader" in cell["metadata"]
    ]


def cell(notebook, name):
    return next(each for each in notebook["cells"] if each["id"] == name)


def source(intake, name):
    found = [each for each in intake.cells if each["metadata"].get("nbgrader", {}).get("grade_id") == name]
    assert len(found) == 1
    return found[0]["source"]


def test_a_whole_submission_is_left_as_it_is(plan, notebook):
    cell(notebook, "04-length")["source"] = ["length = 3\n", "other = 4"]
    intake = taken(plan, notebook)
    assert (intake.refused, intake.repairs, intake.events) == ("", [], [])
    assert ids(intake) == GRADED
    assert source(intake, "04-length") == "length = 3\nother = 4"
    assert [each["id"] for each in intake.cells] == [each["id"] for each in notebook["cells"]]


def test_hidden_tests_stand_in_their_cells_and_go_to_the_judge(plan, notebook):
    intake = taken(plan, notebook)
    assert "RELMARK_HIDDEN" in source(intake, "04-term-test")
    by = {step.name: step for step in steps(plan, intake.cells)}
    assert {name: step.by for name, step in by.items()} == {
        "04-set-up": "student",
        "04-length": "student",
        "04-length-test": "judge",
        "04-term-test": "judge",
    }
    assert by["04-length-test"].names == ("length",)
    assert by["04-length-test"].before == (
        cell(notebook, "04-set-up")["source"]
        if isinstance(cell(notebook, "04-set-up")["source"], str)
        else "".join(cell(notebook, "04-set-up")["source"]),
    )
    assert by["04-term-test"].before == ()


def test_a_changed_test_is_put_right(plan, notebook):
    cell(notebook, "04-length-test")["source"] = "assert True"
    intake = taken(plan, notebook)
    assert "RELMARK_STUDENT" in source(intake, "04-length-test")
    assert intake.repairs == ["repaired: 04-length-test: the locked cell 04-length-test had been changed"]


@pytest.mark.parametrize("name", GRADED)
def test_a_deleted_cell_comes_back_where_it_was(plan, notebook, name):
    order = [each["id"] for each in notebook["cells"]]
    notebook["cells"].remove(cell(notebook, name))
    intake = taken(plan, notebook)
    assert [each["id"] for each in intake.cells] == order
    assert len(intake.repairs) == 1
    assert name in intake.repairs[0]


@pytest.mark.parametrize("name", GRADED)
@pytest.mark.parametrize("with_id", [True, False])
def test_lost_marks_are_found_again(plan, notebook, name, with_id):
    cell(notebook, "04-length")["source"] = "length = 3"
    cell(notebook, "04-judge")["source"] = "It depends."
    stripped = cell(notebook, name)
    stripped["metadata"] = {}
    if not with_id:
        stripped["id"] = "abc"
    intake = taken(plan, notebook)
    assert ids(intake) == GRADED
    assert source(intake, "04-length") == "length = 3"
    assert source(intake, "04-judge") == "It depends."
    assert len(intake.repairs) == 1


@pytest.mark.parametrize("name", GRADED)
@pytest.mark.parametrize("kind", ["markdown", "code", "raw"])
def test_a_retyped_cell_is_what_it_was(plan, notebook, name, kind):
    was = cell(notebook, name)["cell_type"]
    cell(notebook, name)["cell_type"] = kind
    intake = taken(plan, notebook)
    found = next(each for each in intake.cells if each["id"] == name)
    assert found["cell_type"] == was
    assert ("outputs" in found) == (was == "code")
    assert bool(intake.repairs) == (kind != was)


def test_of_two_copies_the_last_counts(plan, notebook):
    first = cell(notebook, "04-length")
    copy = json.loads(json.dumps(first)) | {"source": "length = 5"}
    notebook["cells"].insert(notebook["cells"].index(first) + 1, copy)
    intake = taken(plan, notebook)
    assert source(intake, "04-length") == "length = 5"
    assert intake.repairs == ["repaired: 04-length: the cell 04-length stood 2 times; the last one counts"]
    assert len({each["id"] for each in intake.cells}) == len(intake.cells), "every id once"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b'{"cells": [', "damaged"),
        (b"%PDF-1.7 \xff\xfe", "damaged"),
        (b"[]", "no notebook"),
        (b'{"cells": 3}', "no cells"),
        (b"[" * 100_000, "damaged"),
        (json.dumps({"cells": [{}] * 2001}).encode(), "2001 cells"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(plan, raw, says):
    intake = taken(plan, raw)
    assert says in intake.refused
    assert ids(intake) == GRADED, "the marks have cells to stand in"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_other_encodings_are_read(plan, notebook, encoding):
    cell(notebook, "04-judge")["source"] = "顾客满意"
    intake = taken(plan, json.dumps(notebook, ensure_ascii=False).encode(encoding))
    assert source(intake, "04-judge") == "顾客满意"
    assert bool(intake.repairs) == (encoding != "utf-8-sig")


@pytest.mark.parametrize(
    "marks", ["x", 3, [], {"grade_id": []}, {"schema_version": 99, "grade_id": "04-length", "points": "many"}]
)
def test_absurd_marks_do_no_harm(plan, notebook, marks):
    cell(notebook, "04-length")["metadata"]["nbgrader"] = marks
    intake = taken(plan, notebook)
    assert ids(intake) == GRADED
    mended = next(each for each in intake.cells if each["id"] == "04-length")
    assert mended["metadata"]["nbgrader"]["schema_version"] == 3


def test_foreign_kernels_and_claims_are_said(plan, notebook):
    notebook["metadata"]["kernelspec"] = {"name": "ir", "language": "R", "display_name": "R"}
    notebook["cells"].append(
        {"cell_type": "code", "id": "x", "metadata": {"nbgrader": {"grade_id": "extra"}}, "source": ""}
    )
    assert taken(plan, notebook).repairs == [
        "repaired: the notebook asked for R; it runs in Python",
        "repaired: a cell claims to be extra, which this assignment does not have",
    ]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('STUDENT_ID = "bo"', True),
        ('import numpy as np\nSTUDENT_ID = "Bo"  # mine', True),
        ('STUDENT_ID = " ADA "', False),
        ('STUDENT_ID = ""', False),
        ("STUDENT_ID = 12", False),
        ('student = "bo"  # STUDENT_ID', False),
        ("STUDENT_ID = ", False),
    ],
)
def test_an_id_in_the_notebook_that_is_not_the_one_it_was_filed_under_is_said(plan, notebook, source, told):
    cell(notebook, "04-length")["source"] = source
    events = taken(plan, notebook).events
    assert [(event.kind, event.cell) for event in events] == [("other id", "04-length")] * told


def test_another_release_than_the_gradebook_s_is_said(released):
    with pytest.raises(CourseError, match="relmark release 04"):
        read_plan(released, NAME, dict.fromkeys(GRADED[1:]))


def test_names_that_a_test_needs():
    source = "from x import right as _w\nfor _k in keys:\n    assert f(answer[_k], lambda a: a + base) == _w(case)[_k]"
    assert used(source) == {"keys", "f", "answer", "base", "case"}
    assert bound("import a.b, c as d\nx: int = 1\n(y, z) = 1, 2\nclass K: w = 1") == {
        "a",
        "d",
        "x",
        "y",
        "z",
        "K",
    }
