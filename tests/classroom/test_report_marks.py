"""Gradebook and journal read as they are, without touching either; tasks counted as they should be."""

import hashlib
import shutil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbgrader.api import Gradebook
from sample_class import make_gradebook
from sample_course import NAME

from relmark_helpers.classroom.journal import Entry, Said, keep
from relmark_helpers.classroom.report.gradebook import read
from relmark_helpers.classroom.report.items import by_cell, by_task, reliability
from relmark_helpers.classroom.report.marks import GradedCell, Marks, Student, comparable, natural
from relmark_helpers.classroom.report.notebooks import Passage, blank_shares
from relmark_helpers.classroom.report.sentences import difficulty, look_at
from relmark_helpers.errors import CourseError

CELLS = [
    ("04-1-test-a", 2.0, "code"),
    ("04-1-test-b", 3.0, "code"),
    ("04-10-essay", 5.0, "markdown"),
    ("bonus", 1.0, "code"),
]


def earned(a, b, essay, bonus):
    return dict(zip((name for name, _, _ in CELLS), (a, b, essay, bonus), strict=True))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Eight students, one of each sort."""
    course = tmp_path_factory.mktemp("course")
    points = {
        "ada": earned(2.0, 3.0, 4.0, 1.0),
        "bo": earned(2.0, 0.0, None, 0.0),
        "chen": earned(0.0, 3.0, 2.0, 0.0),
        "dai": earned(2.0, 0.0, 1.0, 0.0),
        "refused": earned(0.0, 0.0, 0.0, 0.0),
    }
    late = {"chen": "2026-03-01 14:30 UTC", "ada": "2026-03-01 11:00 UTC"}
    make_gradebook(course, points, cells=CELLS, absent=["away"], due="2026-03-01 12:00 UTC", handed_in=late)
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", course_id="relmark") as book:
        by_hand = book.find_grade("04-1-test-b", NAME, NAME, "dai")
        by_hand.manual_score, by_hand.extra_credit = 1.5, 0.25
        book.find_submission_notebook(NAME, NAME, "chen").late_submission_penalty = 2.0
        book.db.commit()
    keep(course, Entry("refused", NAME, "0", status="refused", reason="Empty."))
    keep(course, Entry("unknown", NAME, "0", status="refused", reason="Nobody of that name."))
    (course / "submitted" / "waits" / NAME).mkdir(parents=True)
    return course


def test_everybody_is_there_once_with_what_became_of_them(folder):
    found = read(folder, NAME)
    assert {each.id: each.status for each in found.students} == {
        "ada": "graded",
        "away": "no submission",
        "bo": "needs a reader",
        "chen": "graded",
        "dai": "graded",
        "refused": "refused",
        "unknown": "refused",
        "waits": "not graded",
    }
    assert found.submitted == 7
    assert found.tasks == ("1", "10", "bonus")


def test_marks_by_hand_extra_credit_and_penalties_count_as_in_nbgrader(folder):
    marks = {each.id: each.mark for each in read(folder, NAME).students}
    assert marks == {
        "ada": 10.0,
        "away": None,
        "bo": 2.0,
        "chen": 3.0,  # 5 less 2 for being late
        "dai": 4.75,  # 2 + 1.5 + 0.25 + 1
        "refused": None,
        "unknown": None,
        "waits": None,
    }
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", course_id="relmark") as book:
        for student in ("ada", "bo", "dai"):
            assert marks[student] == book.find_submission(NAME, student).score


def test_late_is_late_after_the_due_date_only(folder):
    hours = {each.id: each.hours_late for each in read(folder, NAME).students}
    assert hours["chen"] == pytest.approx(2.5)
    assert hours["ada"] == hours["bo"] == 0


def test_reading_leaves_the_gradebook_byte_for_byte(folder):
    def digest():
        return hashlib.sha256((folder / "gradebook.db").read_bytes()).hexdigest()

    before = digest()
    read(folder, NAME)
    assert digest() == before
    assert [each.name for each in folder.glob("gradebook.db*")] == ["gradebook.db"]


def test_an_assignment_nobody_released_is_said(folder):
    with pytest.raises(CourseError, match="relmark release 00"):
        read(folder, "00_start_here")


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_damaged_gradebook_is_said_in_a_sentence(tmp_path, content):
    (tmp_path / "gradebook.db").write_bytes(content)
    with pytest.raises(CourseError, match=r"cannot be read .*db upgrade") as caught:
        read(tmp_path, NAME)
    assert "\n" not in str(caught.value)
    assert (tmp_path / "gradebook.db").read_bytes() == content


def test_few_who_wait_are_left_out(folder):
    matrix = comparable(read(folder, NAME))
    assert matrix.students == ("ada", "chen", "dai")
    assert matrix.totals.tolist() == [10.0, 5.0, 4.75]
    assert matrix.most == 11.0
    assert matrix.left_out == "1 of 4 waits for a reader and is left out of the statistics."


def test_before_the_reader_comes_the_written_task_is_left_out():
    cells = tuple(GradedCell(name, most, kind == "markdown") for name, most, kind in CELLS)
    waiting = [Student(str(n), "needs a reader", earned(2.0, float(n), None, 0.0)) for n in range(3)]
    students = (*waiting, Student("read", "graded", earned(0.0, 3.0, 4.0, 0.0)))
    marks = Marks(NAME, cells, students)
    matrix = comparable(marks)
    assert [cell.name for cell in matrix.cells] == ["04-1-test-a", "04-1-test-b", "bonus"]
    assert matrix.totals.tolist() == [2.0, 3.0, 4.0, 3.0]
    assert "Task 10 is left out" in matrix.left_out
    tasks = {each.name: each for each in by_task(marks, matrix, {})}
    assert (tasks["10"].students, tasks["10"].share) == (1, None)
    assert tasks["10"].discrimination is None
    assert tasks["1"].share == pytest.approx((2 + 3 + 4 + 3) / 4 / 5)


def test_a_task_that_is_left_out_as_unread_is_not_called_the_hardest():
    cells = tuple(GradedCell(name, most, kind == "markdown") for name, most, kind in CELLS)
    waiting = [Student(str(n), "needs a reader", earned(1.0, float(n % 3), None, 1.0)) for n in range(20)]
    blank = [Student(f"blank{n}", "graded", earned(1.0, 0.0, 0.0, 0.0)) for n in range(12)]
    marks = Marks(NAME, cells, (*waiting, *blank))
    matrix = comparable(marks)
    assert "Task 10 is left out" in matrix.left_out
    tasks = by_task(marks, matrix, {})
    assert difficulty(tasks).startswith("Task 1 is the hardest")
    assert "task 10" not in look_at(tasks)


def test_those_on_the_roster_who_handed_in_nothing_are_counted(folder, tmp_path):
    course = shutil.copytree(folder, tmp_path / "course")
    (course / "roster.csv").write_text("student_id,name\nADA,Ada\nchen,Chen\nnew.one,New One\n")
    before = {each.id: each.status for each in read(folder, NAME).students}
    assert {each.id: each.status for each in read(course, NAME).students} == {
        **before,
        "new.one": "no submission",
    }


def test_a_task_in_numbers():
    # Task 1 of two cells, ten students; five have both, three the first, two none.
    cells = (
        GradedCell("04-1-a", 1.0),
        GradedCell("04-1-b", 3.0),
        GradedCell("04-2-a", 2.0),
        GradedCell("04-3", 0.0),
    )
    pattern = [(1, 3, 2)] * 5 + [(1, 0, 0)] * 3 + [(0, 0, 2)] * 2
    students = tuple(
        Student(str(n), "graded", {"04-1-a": a, "04-1-b": b, "04-2-a": c, "04-3": 0.0})
        for n, (a, b, c) in enumerate(pattern)
    )
    marks = Marks(NAME, cells, students)
    matrix = comparable(marks)
    first, second, third = by_task(marks, matrix, {"1": 0.2, "2": 0.3})
    assert (first.points, first.students) == (4.0, 10)
    assert first.share == pytest.approx((5 * 4 + 3 * 1) / 40)
    assert (first.full, first.zero, first.blank) == (0.5, 0.2, 0.2)
    table = np.array(pattern, dtype=float)
    one, two = table[:, :2].sum(axis=1), table[:, 2]
    assert first.discrimination == pytest.approx(np.corrcoef(one, two)[0, 1])
    assert second.flags == ("often blank",)
    assert (third.share, third.discrimination, third.flags) == (None, None, ())
    # 27 % of ten are three: three of those with 6 points, and of the five lowest (three have 1 point, two 2).
    assert first.upper_lower == pytest.approx((12 - 3) / 3 / 4)
    assert [each.name for each in by_cell(marks, matrix)] == ["04-1-a", "04-1-b", "04-2-a", "04-3"]
    over_tasks, over_cells = reliability(matrix)
    assert (over_tasks.items, over_cells.items, over_tasks.students) == (2, 3, 10)
    variances = np.var([one, two], axis=1, ddof=1).sum()
    assert over_tasks.alpha == pytest.approx(2 * (1 - variances / np.var(one + two, ddof=1)))
    assert over_tasks.error == pytest.approx(np.std(one + two, ddof=1) * np.sqrt(1 - over_tasks.alpha))


def test_flags_wait_for_ten_students():
    cells = (GradedCell("04-1-a", 1.0), GradedCell("04-2-a", 1.0))
    for students, flags in ((9, ()), (10, ("very easy",))):
        marks = Marks(
            NAME,
            cells,
            tuple(Student(str(n), "graded", {"04-1-a": 1.0, "04-2-a": n % 2}) for n in range(students)),
        )
        assert by_task(marks, comparable(marks), {})[0].flags == flags


@pytest.mark.parametrize(
    ("students", "why"),
    [([], "fewer than two"), ([1.0], "fewer than two"), ([1.0, 1.0, 1.0], "the same number")],
)
def test_why_there_is_no_alpha_is_said(students, why):
    cells = (GradedCell("04-1-a", 1.0), GradedCell("04-2-a", 1.0))
    everyone = tuple(
        Student(str(n), "graded", {"04-1-a": points, "04-2-a": points}) for n, points in enumerate(students)
    )
    found = reliability(comparable(Marks(NAME, cells, everyone)))[0]
    assert (found.alpha, found.interval, found.error) == (None, None, None)
    assert why in found.why_not


def test_blank_is_what_no_check_heard_of_or_what_is_as_released():
    empty = Passage("04-1-answer", "1", "code", "x = None", True)
    essay = Passage("04-11-answer", "11", "text", "Write your answer here.", True)
    own = Passage("04-11-answer", "11", "text", "I advise …", True)
    elsewhere = {"ada": [empty, essay], "bo": [empty, own], "chen": [empty, own]}
    heard = {
        "ada": Entry(
            "ada", NAME, "", said=(Said("1", "unanswered", "", ""), Said("1 best", "right", "", ""))
        ),
        "bo": Entry(
            "bo", NAME, "", said=(Said("1", "unanswered", "", ""), Said("1 best", "unanswered", "", ""))
        ),
    }
    # Ada answered one of two checks in another cell; Bo none; of Chen there is no journal, and the cell is as released.
    shares = blank_shares([empty, essay], elsewhere, heard)
    assert shares == {"1": pytest.approx(2 / 3), "11": pytest.approx(1 / 3)}


@given(st.lists(st.text(), max_size=8))
def test_any_names_can_be_put_in_order(names):
    assert sorted(sorted(names, key=natural), key=natural) == sorted(names, key=natural)
