"""One verdict a task: what points, tests and checks say is of one accord, on the page and in the report."""

import re

import pytest

from relmark_helpers.classroom.feedback.content import content
from relmark_helpers.classroom.feedback.given import Given, Task
from relmark_helpers.classroom.feedback.hidden import Hidden
from relmark_helpers.classroom.feedback.marks import Grade, Ledger, Marks
from relmark_helpers.classroom.feedback.page import page
from relmark_helpers.classroom.feedback.shown import Graded
from relmark_helpers.classroom.feedback.told import happenings
from relmark_helpers.classroom.grade import Row, Summary
from relmark_helpers.classroom.journal import Entry, Event, Said
from relmark_helpers.classroom.report.marks import GradedCell, Student
from relmark_helpers.classroom.report.marks import Marks as ClassMarks
from relmark_helpers.classroom.report.messages import hidden_decided, last_said
from relmark_helpers.cli import instructor

NAME = "07_loyalty_economics"
MOST = {"07-3-test-mean": 4.0, "07-3-test-per-cent": 2.0}


def told(points, *said, most=MOST, events=(), by_reader=()):
    """The text of a page of task 3."""
    given = Given(
        "Assignment 7", (Task("3", "Task 3", graded=tuple(most)),), {}, dict.fromkeys(most, "3"), {}
    )
    marks = Marks({cell: Grade(got, most[cell]) for cell, got in zip(most, points, strict=True)})
    ledger = Ledger(most, by_reader=frozenset(by_reader), marks={"ada": marks})
    entry = Entry("ada", NAME, "", said=tuple(Said(*each, "07-3-check") for each in said), events=events)
    written = page(content("ada", given, ledger, Graded(), entry, Hidden()))
    return " ".join(re.sub(r"<style.*?</style>|<[^>]*>", " ", written, flags=re.S).split())


def test_right_on_the_own_case_with_a_failed_hidden_test_is_one_sentence():
    text = told((4.0, 0.0), ("3", "right", ""))
    assert (
        "◐ 4 of 6 points. Right on your own case; a hidden test on other inputs or parts failed: “per cent”. "
        "✓ Test “mean”: 4 of 4 points. ✗ Test “per cent”: 0 of 2 points."
    ) in text
    assert "✓ Right" not in text
    assert "What the checks said" not in text


def test_what_a_check_added_to_right_is_kept_and_no_second_verdict():
    text = told((0.0, 0.0), ("3 mean", "right", "Rounded as asked."))
    assert "hidden tests on other inputs or parts failed: “mean”, “per cent”." in text
    assert "On your own case (mean). Rounded as asked." in text
    assert "✓ Right" not in text


def test_a_fault_that_the_check_named_stands_without_another_reason():
    text = told((4.0, 0.0), ("3 mean", "right", ""), ("3 share", "mistake", "In per cent."))
    assert "◐ 4 of 6 points. ✓ Test" in text
    assert "✓ Right (mean)." in text
    assert "✗ A known mistake (share). In per cent." in text
    assert "own case" not in text


def test_full_points_over_a_fault_are_said():
    text = told((4.0, 2.0), ("3", "wrong", "Not so."))
    assert "✓ 6 of 6 points. All points are given, whatever the checks below still ask for." in text
    assert "whatever" not in told(
        (4.0, 2.0), ("3", "right", ""), ("3 b", "elsewhere", "On another computer.")
    )


def test_a_check_that_ran_twice_has_the_last_word():
    text = told((4.0, 2.0), ("3", "wrong", "Not so."), ("3", "right", ""))
    assert "✓ Right." in text
    assert "Not so." not in text


@pytest.mark.parametrize(
    ("most", "text"),
    [
        (
            {"07-3-test": 4.0},
            "✗ 0 of 4 points. Right on your own case; a hidden test on other inputs or parts failed. ",
        ),
        ({"07-3-a": 4.0, "07-3-b": 1.0}, "✗ Test 1 of 2: 0 of 4 points. ✗ Test 2 of 2: 0 of 1 point."),
    ],
)
def test_of_a_test_whose_name_says_nothing_nothing_is_said(most, text):
    assert text in told((0.0,) * len(most), ("3", "right", ""), most=most)


def test_one_point_is_one_point():
    text = told((1.0,), most={"07-3-test": 1.0})
    assert "1 of 1 point " in text
    assert "1 of 1 points" not in text


def test_written_answers_fail_no_hidden_test():
    assert "hidden test" not in told(
        (2.0,), ("3", "right", ""), most={"07-3-answer": 8.0}, by_reader=["07-3-answer"]
    )


def test_report_names_those_of_whom_a_hidden_test_decided():
    said = {
        "ada": (Said("3 mean", "right", "", ""), Said("3 share", "right", "", "")),
        "bo": (Said("3 mean", "right", "", ""), Said("3 share", "wrong", "", "")),
        "chen": (Said("3 mean", "right", "", ""), Said("3 share", "right", "", "")),
    }
    points = {"ada": (4.0, 0.0), "bo": (4.0, 0.0), "chen": (4.0, 2.0)}
    students = tuple(Student(each, "graded", dict(zip(MOST, points[each], strict=True))) for each in points)
    marks = ClassMarks(NAME, tuple(GradedCell(*each) for each in MOST.items()), students)
    entries = {each: Entry(each, NAME, "", said=heard) for each, heard in said.items()}
    assert hidden_decided(last_said(entries), marks) == [("3", ("ada",))]


def test_causes_are_told_first_and_what_concerns_the_instructor_not_at_all():
    events = (
        Event("timeout", "07-3-answer", ""),
        Event("set-up", "07-set-up", ""),
        Event("size", "07-3-answer", ""),
        Event("other id", "07-set-up", "The notebook says STUDENT_ID = 'bo'"),
        Event("answers", "07-3-answer", "Tried to import what is right."),
        Event("test", "07-3-test-mean", "The test is wrong."),
        Event("protocol", "07-3-answer", "A forged frame."),
    )
    given = Given("", (), {}, {"07-3-answer": "3", "07-set-up": ""}, {})
    says = happenings(Entry("ada", NAME, "", events=events), given)
    assert [each.split()[:3] for each in says] == [
        ["The", "notebook", "names"],
        ["A", "cell", "that"],
        ["Task", "3:", "A"],
        ["Task", "3:", "An"],
    ]


@pytest.mark.parametrize(
    ("students", "says"), [(["ada"], "1 feedback page of"), (["ada", "bo"], "2 feedback pages of")]
)
def test_the_command_counts_in_the_right_number(students, says, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("relmark_helpers.cli.screen.own_course", lambda: tmp_path)
    monkeypatch.setattr("relmark_helpers.classroom.feedback.feedback", lambda course, name: students)
    instructor.feedback("07")
    assert f"Made {says} {NAME}." in capsys.readouterr().out


def test_grading_counts_in_the_right_number(capsys):
    for rows, says in ((1, "1 submission of"), (2, "2 submissions of")):
        graded = tuple(Row(f"student{n}", needs_reader=True) for n in range(rows))
        instructor._say(Summary(NAME, graded, rung="plain", seconds=1.0))
        out = capsys.readouterr().out
        assert f"{says} {NAME}" in out
        assert f"{rows} {'needs' if rows == 1 else 'need'} a reader." in out
