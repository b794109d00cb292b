"""A submission that grading refused has a page that says why, like everyone's."""

import pytest
from sample_course import NAME, plain_solution_cells, write_notebook

from relmark_helpers.classroom.feedback import feedback
from relmark_helpers.classroom.grade import Wishes, grade
from relmark_helpers.classroom.release import release

pytestmark = [
    pytest.mark.slow,
    # nbgrader's own, of any submission that it adds
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]


def test_page_of_a_damaged_submission_says_so_once(course, monkeypatch):
    monkeypatch.setenv("RELMARK_HIDDEN", "secret")
    write_notebook(course / "solutions" / NAME / f"{NAME}.ipynb", plain_solution_cells())
    release(course, NAME)
    damaged = course / "submitted" / "nora" / NAME / f"{NAME}.ipynb"
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(b'{"cells": [ this is damaged')
    (row,) = grade(course, NAME, Wishes(trusted=True)).rows
    assert row.refused.startswith("The file is damaged")

    assert feedback(course, NAME) == ["nora"]
    page = (course / "feedback" / "nora" / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    assert page.count("The file is damaged") == 1
