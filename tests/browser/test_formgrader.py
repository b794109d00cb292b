"""nbgrader's formgrader on a course that `relmark grade` graded: reading, giving points, and what keeps them."""

import os
import re
import shutil
import subprocess
import sys

import nbformat
import pytest
from lab import lab
from nbgrader.api import Gradebook
from playwright.sync_api import expect
from sample_course import CHECKOUT, NAME

from relmark_helpers.authoring.bank import read_answer, reference_answers
from relmark_helpers.classroom.grade import Wishes, grade
from relmark_helpers.classroom.release import release

pytestmark = [
    pytest.mark.slow,
    # nbgrader's own, of any submission that it adds
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]

WRITTEN = "04-11-answer"
COMMENT = "The number is there; say how sure you are of it."
# What is handed in here is our own, so it is graded where there is no sandbox too.
TRUSTED = {"trusted": True}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A course with its lab open, and in it three graded submissions: the reference, one mistake, a blank."""
    course, home = tmp_path_factory.mktemp("formgrader"), tmp_path_factory.mktemp("home")
    shutil.copy(CHECKOUT / "nbgrader_config.py", course)
    shutil.copytree(CHECKOUT / "solutions" / NAME, course / "solutions" / NAME)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RELMARK_HIDDEN", "secret")
        with lab(course, home) as address:
            release(course, NAME)
            right = reference_answers(CHECKOUT / "solutions" / NAME / f"{NAME}.ipynb")
            mistake = read_answer(CHECKOUT / "tests" / "answers" / NAME / "seven_minus_x.py", right)
            hand_in(course, "ada", right)
            hand_in(course, "bo", right | mistake.cells)
            hand_in(course, "cato", {})
            grade(course, NAME, Wishes(**TRUSTED))
            yield course, address


@pytest.fixture
def page(browser, graded):
    """A page that is let in, and asks nothing of the outside: nbgrader's pages load MathJax from there."""
    base, token = graded[1]
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.route(lambda url: not url.startswith(base), lambda route: route.abort())
    page.goto(f"{base}/formgrader?token={token}")
    yield page
    page.close()


def hand_in(course, student, answers):
    notebook = nbformat.read(course / "exercises" / NAME / f"{NAME}.ipynb", 4)
    for cell in notebook.cells:
        cell.source = answers.get(cell.id, cell.source)
    folder = course / "submitted" / student / NAME
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{NAME}.ipynb")


def by_hand(course, student):
    """Of the written answer: points of the tests, points by hand, whether a reader is awaited, comment by hand."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        grade = gradebook.find_grade(WRITTEN, NAME, NAME, student)
        comment = gradebook.find_comment(WRITTEN, NAME, NAME, student)
        return grade.auto_score, grade.manual_score, grade.needs_manual_grade, comment.manual_comment


def listed(page):
    """What Manual Grading lists, by student: points, points of the written answer, whether a reader is awaited."""
    page.get_by_role("link", name="Manual Grading").first.click()
    for parts in (NAME, f"{NAME}/{NAME}"):  # the assignment, and in it the notebook
        page.locator("#main-table").get_by_role("link", name=NAME).click()
        page.wait_for_url(f"**/formgrader/gradebook/{parts}")
    rows = page.locator("#main-table tr")
    expect(rows).to_have_count(3)
    found = {}
    for row in rows.all():
        cells = [row.locator(f".{kind}").text_content() for kind in ("score", "written-score")]
        awaited = row.locator(".needs-manual-grade .glyphicon-ok").count() == 1
        found[row.locator("a.name-shown").text_content()] = (*cells, awaited)
    return found


def open_submission(page, student):
    listed(page)
    page.get_by_role("button", name="Show All Names").click()
    page.get_by_role("link", name=student, exact=True).click()
    expect(field(page, WRITTEN)).to_be_visible()
    page.wait_for_function("() => formgrader.grades?.loaded && formgrader.comments?.loaded")


def field(page, name):
    return page.locator(f"[id='{name}']")  # ids that begin with a digit


def test_formgrader_shows_what_was_graded(page):
    # The bank says that the mistake costs 3 points; the written answer is worth 8, and a blank one nothing.
    assert listed(page) == {
        "ada": ("92 / 100", "0 / 8", True),
        "bo": ("89 / 100", "0 / 8", True),
        "cato": ("0 / 100", "0 / 8", False),
    }
    open_submission(page, "bo")
    expect(field(page, "04-1-test-reversed")).to_have_attribute("placeholder", "0")
    expect(field(page, "04-1-test-plain")).to_have_attribute("placeholder", "3")
    expect(page.get_by_text("AssertionError").first).to_be_visible()


def test_points_and_comment_of_a_reader_outlive_every_further_grading(page, graded, capfd):
    course, _ = graded
    assert by_hand(course, "ada") == (None, None, True, None)
    open_submission(page, "ada")
    points, comment = field(page, WRITTEN), field(page, f"{WRITTEN}-comment")
    expect(points).to_have_class(re.compile("needs_manual_grade"))
    for box, text, api in ((points, "6", "/api/grade/"), (comment, COMMENT, "/api/comment/")):
        with page.expect_response(lambda answer, api=api: api in answer.url) as answered:
            box.fill(text)
            box.blur()
        assert answered.value.ok
    expect(points).not_to_have_class(re.compile("needs_manual_grade"))
    kept = (None, 6.0, False, COMMENT)
    assert by_hand(course, "ada") == kept

    again = grade(course, NAME, Wishes(**TRUSTED))
    assert {row.student: (row.points, row.needs_reader) for row in again.rows} == {
        "ada": (98.0, False),
        "bo": (89.0, True),
        "cato": (0.0, False),
    }
    assert by_hand(course, "ada") == kept
    capfd.readouterr()
    resumed = grade(course, NAME, Wishes(resume=True, **TRUSTED))
    assert capfd.readouterr() == ("", "")
    assert [(row.state, row.points, row.needs_reader) for row in resumed.rows] == [
        ("kept", 98.0, False),
        ("kept", 89.0, True),
        ("kept", 0.0, False),
    ]
    assert by_hand(course, "ada") == kept
    assert listed(page)["ada"] == ("98 / 100", "6 / 8", False)
    open_submission(page, "ada")
    expect(points).to_have_value("6")
    expect(points).not_to_have_class(re.compile("needs_manual_grade"))
    expect(comment).to_have_value(COMMENT)

    plain = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", NAME, "--force", "--student=ada"],
        cwd=course,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
    )
    assert plain.returncode == 0, plain.stderr
    # nbgrader asks the reader to look again, and keeps what they gave.
    assert by_hand(course, "ada") == (None, 6.0, True, COMMENT)
    assert listed(page)["ada"] == ("98 / 100", "6 / 8", True)
