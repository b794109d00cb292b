"""Each rule of assignments, broken once in an assignment that is otherwise right."""

import pytest
from sample_course import NAME, answer, change, drop, graded_test, read_cells

from relmark_helpers.authoring.assignments import check_assignment
from relmark_helpers.authoring.pages import read_page
from relmark_helpers.course import Chapter

SATISFACTION = Chapter("04", "satisfaction", "satisfaction", "Satisfaction", "顾客满意")


@pytest.fixture
def path(course):
    return course / "solutions" / NAME / f"{NAME}.ipynb"


@pytest.fixture
def findings(course, path):
    def examine():
        return [(each.cell, each.says) for each in check_assignment(read_page(path, course), SATISFACTION)]

    return examine


def only(found, cell, words):
    assert len(found) == 1, found
    assert found[0][0] == cell
    assert words in found[0][1]


def test_sample_is_right(findings):
    assert findings() == []


@pytest.mark.parametrize(
    ("cell", "source", "where", "words"),
    [
        (
            "04-task-1",
            "## Task 1 Length (60 points)",
            "04-task-1",
            "says 60 points in its heading, and the table says 70",
        ),
        ("04-length-check", "length", "", 'no visible `rm.check(case, "1"'),
        ("04-length-check", "rm.satisfaction.explore_treadmill()", "", 'no visible `rm.check(case, "1"'),
        ("04-length-test", "assert length == 3\nlength", "04-length-test", "ends in an expression"),
        ("04-length", "length = 3", "04-length", "without ### BEGIN SOLUTION"),
        ("04-length", "### BEGIN SOLUTION\nlength = 3\n### END SOLUTION", "04-length", "scaffold"),
        (
            "04-length",
            "def f():\n    ### BEGIN SOLUTION\n    return 3\n    ### END SOLUTION",
            "04-length",
            "scaffold",
        ),
    ],
)
def test_one_thing_broken_is_found(path, findings, cell, source, where, words):
    change(path, cell, source=source)
    assert [(found, says) for found, says in findings() if found == where and words in says]


def test_function_with_docstring_is_a_scaffold(path, findings):
    source = (
        'def f():\n    """Give the length."""\n    ### BEGIN SOLUTION\n    return 3\n    ### END SOLUTION'
    )
    change(path, "04-length", source=source)
    assert findings() == []


def test_widget_is_found(path, findings):
    change(path, "04-length-check", source='rm.check(case, "1", length)\nrm.satisfaction.explore_treadmill()')
    only(findings(), "04-length-check", "widget")


@pytest.mark.parametrize("line", ['STUDENT_ID = ""', 'COURSE = "meridian-home"', "course=COURSE"])
def test_set_up_has_its_lines(path, findings, line):
    source = next(cell["source"] for cell in read_cells(path) if cell["id"] == "04-set-up")
    assert line in source
    change(path, "04-set-up", source=source.replace(line, "x = 1" if " = " in line else ""))
    only(findings(), "04-set-up", "must be the set-up")


def test_points_of_a_task_disagree(path, findings):
    change(path, "04-length-test", metadata={"nbgrader": graded_test("04-length-test", 39)})
    only(findings(), "", "task 1 70 points in the table and 69 in the cells")


def test_task_that_the_table_lacks(path, findings):
    change(path, "04-task-2", source="## Task 3 Judge")
    says = [words for _, words in findings()]
    assert any("task 2 30 points in the table and 0 in the cells" in each for each in says)
    assert any("task 3 0 points in the table and 30 in the cells" in each for each in says)


def test_wrong_total_and_not_a_hundred(path, findings):
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("| 2 | 30 |", "| 2 | 20 |"), encoding="utf-8")
    change(path, "04-task-2", source="## Task 2 Judge")
    says = " ".join(words for _, words in findings())
    assert "a total of 100 points, and its tasks add up to 90" in says
    assert "is worth 90 points; every assignment is worth 100" in says


def test_no_table(path, findings):
    drop(path, "04-title")
    only(findings(), "", "no table of tasks")


def test_names_of_cell_and_nbgrader_disagree(path, findings):
    change(path, "04-length", metadata={"nbgrader": answer("04-other")})
    only(findings(), "04-length", "'04-other' by nbgrader")
