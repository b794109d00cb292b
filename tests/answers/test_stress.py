"""A few cases of every assignment, tried as `relmark rehearse NN --ids 500` tries many."""

import pytest
from bank import CHECKOUT

from relmark_helpers.authoring.bank import read_slips
from relmark_helpers.authoring.stress.onecase import OneCase
from relmark_helpers.authoring.stress.sheet import Sheet, Step
from relmark_helpers.authoring.stress.stress import stress
from relmark_helpers.course import CHAPTERS, chapter
from relmark_helpers.errors import CourseError

SAMPLE = ["sample.1", "sample.2"]
KINDS_OF_FORMS = 15


@pytest.mark.parametrize("number", [each.number for each in CHAPTERS])
def test_right_answers_in_other_forms_are_right(number):
    report = stress(CHECKOUT, chapter(number), SAMPLE, ["forms"])
    assert report.cases == len(SAMPLE)
    assert report.forms >= KINDS_OF_FORMS * len(SAMPLE)
    assert report.said() == []


SOLUTION = {
    "04-setup": "import relmark_helpers as rm\ncase = rm.case('00', student='')",
    "04-1-answer": "times = None\n### BEGIN SOLUTION\nhalf = 2.0\ntimes = 2 * half\n### END SOLUTION",
    "04-1-test": "### BEGIN HIDDEN TESTS\n_wanted = 4\nassert times == _wanted\n### END HIDDEN TESTS",
    "04-2-answer": "### BEGIN SOLUTION\nroot = half ** 0.5\n### END SOLUTION",
    "04-2-test": "### BEGIN HIDDEN TESTS\nassert abs(root ** 2 - 2) < 1e-6\n### END HIDDEN TESTS",
}


@pytest.fixture
def sheet(tmp_path):
    import nbformat

    cells = []
    for name, source in SOLUTION.items():
        cell = nbformat.v4.new_code_cell(source, id=name)
        told = {"solution": name.endswith("answer"), "grade": name.endswith("test"), "points": 5}
        cell.metadata["nbgrader"] = told if "setup" not in name else {}
        cells.append(cell)
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "small.ipynb")
    return Sheet(tmp_path / "small.ipynb")


@pytest.mark.parametrize(
    ("changed", "lost"),
    [
        ({}, {}),
        ({"04-1-answer": "half = 2.0\ntimes = 5"}, {"1": 5}),
        ({"04-1-answer": "half = 3.0\ntimes = 4"}, {"2": 5}),  # a later task reads what an earlier one set
        ({"04-1-answer": "times = 4"}, {"2": 5}),  # … or forgot to set
        ({"04-1-answer": "half = 2.0\ntimes = 4\nraise ValueError"}, {}),
        ({"04-2-answer": "root = -half ** 0.5"}, {}),
    ],
)
def test_only_what_an_answer_changes_is_run_again_and_all_of_it(sheet, changed, lost):
    one = OneCase(sheet, "li.na")
    assert one.attempt(changed).lost(sheet) == lost
    assert one.attempt({}).lost(sheet) == {}


def test_a_value_can_be_put_in_the_place_of_the_references(sheet):
    one = OneCase(sheet, "li.na")
    assert one.with_values("1", {"times": 4.5}).lost(sheet) == {"1": 5}
    assert one.with_values("1", {"times": 4}).failed == {}


def test_what_a_test_calls_as_an_answer_does_is_its_own(sheet):
    step = Step(
        "04-1-test",
        "test",
        "1",
        "def _double(half):\n    root = half\n    return 2 * root\nroot = _double(2.0)\nassert times == root\nhalf",
    )
    assert sheet.students_names >= {"half", "root", "times"}
    assert sheet.lead(step).stores == {"_double", "root"}  # up to where the student's times is read
    assert sheet.rest(step).loads == {"times", "root", "half"}


def test_a_mistake_in_a_file_of_mistakes_is_told(tmp_path):
    path = tmp_path / "04.py"
    path.write_text("# %% 04-1-answer · doubles it\n# loses: 5\n# check: 1\ntimes = 2 * times\n")
    (slip,) = read_slips(path)
    assert (slip.cell, slip.about, slip.loses, slip.check) == ("04-1-answer", "doubles it", 5.0, "1")
    for text in ("# %% 04-1-answer\ntimes = 1\n", "# %% 04-1-answer · x\n# loses: many\ntimes = 1\n"):
        path.write_text(text)
        with pytest.raises(CourseError):
            read_slips(path)
