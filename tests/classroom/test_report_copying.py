"""Answers that fit another's case: found where they are, and nothing found in honest classes."""

import numpy as np
import pytest
from sample_class import honest_answers, right_answers, said

from relmark_helpers.classroom.journal import Entry, Said
from relmark_helpers.classroom.report import copying
from relmark_helpers.classroom.report.copying import foreign_cases
from relmark_helpers.classroom.report.messages import last_said
from relmark_helpers.notebook.answers import Function, Named, Number, Table, Word
from relmark_helpers.notebook.check import Check
from relmark_helpers.topics.satisfaction.assignment import CHECKS

KINDS = {
    "1": Named(tuple("abcdefghij"), Number("points", 0.02)),
    "2": Named(("low", "high"), Number("points", 0.01)),
    "3": Number("whole purchases", 1e-6),
    "4": Word(("p", "q", "r")),
    "5": Named(tuple("stuvwxyz"), Word(tuple("abcd"))),
    "6": Named((1, 2, 3, 4), Number("points", 0.02)),  # JSON makes text of these names
}
SYNTHETIC = {key: Check(kind, right=lambda case: None, hint="") for key, kind in KINDS.items()}


def drawn(rng, together):
    """Right values of one case; with ``together`` all numbers move with a common cause."""
    common = rng.normal()

    def near(middle, width):
        return middle + width * (together * common + (1 - together**2) ** 0.5 * rng.normal())

    low = near(0.3, 0.03)
    return {
        "1": {name: near(0.5, 0.03) for name in "abcdefghij"},
        "2": {"low": low, "high": low + 0.2 + 0.003 * rng.normal()},  # an interval: two ends, one number
        "3": int(rng.integers(4, 9)),
        "4": str(rng.choice(["p", "q", "r"], p=[0.6, 0.3, 0.1])),
        "5": dict(zip("stuvwxyz", map(str, rng.permutation(list("aabbccdd"))), strict=True)),
        "6": {str(name): near(0.2, 0.06) for name in (1, 2, 3, 4)},
    }


def synthetic_class(rng, students, together=0.0, answers=None):
    """Everybody answers for a case that is nobody's; ``answers`` replaces those of some students by others'."""
    rights = [drawn(rng, together) for _ in range(students)]
    heard = {key: {} for key in KINDS}
    for place, right in enumerate(rights):
        given = drawn(rng, together)
        for (student, key), source in (answers or {}).items():
            if student == place:
                given[key] = rights[source][key]
        for key in KINDS:
            outcome = "right" if given[key] == right[key] else "wrong"
            heard[key][f"s{place:02d}"] = Said(key, outcome, "", "", given[key], right[key])
    return heard


@pytest.fixture(scope="module")
def honest():
    """Thirty students with real cases, who answer right, wrong in the usual ways, or not."""
    rng = np.random.default_rng(11)
    return {f"student{n:02d}": honest_answers(f"student{n:02d}", rng) for n in range(30)}


def search(answers):
    entries = {
        student: Entry(student, "04_satisfaction", "0", said=said(student, given))
        for student, given in answers.items()
    }
    return foreign_cases(last_said(entries), CHECKS)


@pytest.mark.slow
def test_an_honest_class_with_usual_mistakes_raises_no_alarm(honest):
    found = search(honest)
    assert found.listed == ()
    assert found.pairs > 500
    assert "3" in found.checks
    assert "10 testable" in found.checks
    assert "5" not in found.checks, "functions have no case"


@pytest.mark.slow
def test_who_submits_anothers_answers_is_named_with_the_tasks(honest):
    found = search(honest | {"student04": right_answers("student17")})
    assert [(each.student, each.other) for each in found.listed] == [("student04", "student17")]
    assert {"2", "3", "6", "7", "9", "10"} <= set(found.listed[0].tasks)
    assert found.listed[0].expected < 1e-6


@pytest.mark.slow
def test_two_tasks_copied_from_a_screen_are_enough(honest):
    rounded = {
        key: {name: round(value, 4) for name, value in right_answers("student21")[key].items()}
        for key in ("3", "9")
    }
    found = search(honest | {"student08": honest["student08"] | rounded})
    assert [(each.student, each.other) for each in found.listed] == [("student08", "student21")]
    assert {"3", "9"} <= set(found.listed[0].tasks)


@pytest.mark.slow
def test_two_who_took_from_the_same_student_are_both_named(honest):
    found = search(
        honest | {"student01": right_answers("student02"), "student03": right_answers("student02")}
    )
    assert {(each.student, each.other) for each in found.listed} == {
        ("student01", "student02"),
        ("student03", "student02"),
    }


@pytest.mark.parametrize("together", [0.0, 0.7, 0.95])
@pytest.mark.parametrize("students", [5, 30])
def test_the_number_expected_by_chance_is_not_too_small(monkeypatch, together, students):
    # With the limit at 1, a hundred classes may list about a hundred pairs if the estimate is right.
    monkeypatch.setattr(copying, "LIMIT", 1.0)
    rng = np.random.default_rng(3)
    listed = sum(
        len(foreign_cases(synthetic_class(rng, students, together), SYNTHETIC).listed) for _ in range(25)
    )
    assert listed <= 25


@pytest.mark.parametrize("together", [0.0, 0.7, 0.95])
def test_ten_numbers_and_eight_words_of_another_are_found(together):
    rng = np.random.default_rng(4)
    heard = synthetic_class(rng, 30, together, {(6, "1"): 9, (6, "5"): 9})
    found = foreign_cases(heard, SYNTHETIC).listed
    assert [(each.student, each.other) for each in found] == [("s06", "s09")]
    assert set(found[0].checks) >= {"1", "5"}


def test_names_that_are_no_text_survive_the_journal():
    found = foreign_cases(
        synthetic_class(np.random.default_rng(5), 30, 0.0, {(6, "6"): 9, (6, "1"): 9}), SYNTHETIC
    )
    assert "6" in found.checks
    assert "6" in found.listed[0].checks


@pytest.mark.parametrize("key", ["2", "3", "4"])
def test_one_interval_one_count_or_one_word_says_nothing(key):
    heard = synthetic_class(np.random.default_rng(6), 30, 0.0, {(6, key): 9})
    assert foreign_cases(heard, SYNTHETIC).listed == ()


def test_the_same_words_in_another_order_are_fewer_than_all_words():
    # Two of each of four words can stand in 8! / 2!⁴ = 2520 orders: among 30 pairs no evidence yet.
    # All words at random would make 65536, which looks like evidence.
    heard = synthetic_class(np.random.default_rng(6), 6, 0.0, {(2, "5"): 4})
    assert foreign_cases({"5": heard["5"]}, SYNTHETIC).listed == ()


def test_numbers_that_follow_from_each_other_count_once():
    # Ten entries that are one number: a single fit among thirty students is no evidence.
    kind = Named(tuple("abcdefghij"), Number("points", 1e-6))
    rng = np.random.default_rng(8)
    rights = [
        {name: place * value for place, name in enumerate("abcdefghij", 1)} for value in rng.normal(size=30)
    ]
    heard = {
        "1": {
            f"s{n:02d}": Said(
                "1", "wrong", "", "", rights[9] if n == 6 else {name: 99.0 for name in right}, right
            )
            for n, right in enumerate(rights)
        }
    }
    assert foreign_cases(heard, {"1": Check(kind, lambda case: None, "")}).listed == ()


def test_where_everybody_has_the_same_right_values_nothing_is_compared_in_earnest():
    same = drawn(np.random.default_rng(1), 0.0)
    other = drawn(np.random.default_rng(2), 0.0)
    heard = {
        key: {f"s{n}": Said(key, "wrong", "", "", other[key], same[key]) for n in range(20)} for key in KINDS
    }
    assert foreign_cases(heard, SYNTHETIC).listed == ()


@pytest.mark.parametrize(
    "given",
    [
        None,
        float("nan"),
        float("inf"),
        True,
        "<script>",
        [1, 2],
        {},
        {"a": None},
        {"a": {"b": 1}},
        10**400,
        "x" * 10**6,
    ],
)
def test_whatever_was_given_stops_nothing(given):
    heard = synthetic_class(np.random.default_rng(7), 6)
    for key in heard:
        heard[key]["s00"] = Said(key, "wrong", "", "", given, given)
    assert foreign_cases(heard, SYNTHETIC).listed == ()


def test_tables_functions_and_unknown_checks_are_passed_over():
    checks = {
        "1": Check(Table(["a"]), lambda case: None, ""),
        "2": Check(Function(((1,),)), lambda case: None, ""),
    }
    heard = {key: {f"s{n}": Said(key, "wrong", "", "", {"a": [n]}, [n]) for n in range(5)} for key in "123"}
    assert foreign_cases(heard, checks) == copying.Found((), 0, ())
