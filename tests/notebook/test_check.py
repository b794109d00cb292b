"""Checks: every outcome has its sentence, no sentence holds the answer, and nothing goes to stderr."""

import json

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.answers import Function, Named, Number, Table, Unfit, Word
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import MIME, Check, Mistake, agrees, check, judge

PRICE = 12_345.678


@pytest.fixture
def mine():
    tasks = {
        "1": Check(
            Number("yuan", 0.01),
            right=lambda case: case.price,
            hint="See section 4.9.",
            mistakes=(Mistake(lambda case: case.price * 1.13, "This price has the tax on it."),),
        )
    }
    return Case("04", "li.na", {"price": PRICE}, tasks)


@pytest.mark.parametrize(
    ("answer", "outcome", "says"),
    [
        (None, "unanswered", "Give the name in the task a value, then run this cell again."),
        (..., "unanswered", "Give the name in the task a value, then run this cell again."),
        ("12345", "kind", "The answer is one number (yuan); this is text: take the quotes away."),
        (True, "kind", "The answer is one number (yuan); this is True or False."),
        ([1], "kind", "The answer is one number (yuan); this is a list."),
        (float("nan"), "kind", "The answer is NaN: a missing value went through the calculation."),
        (PRICE * 1.13, "mistake", "This price has the tax on it."),
        (1.0, "wrong", "See section 4.9."),
        (PRICE, "right", ""),
        (PRICE + 0.0099, "right", ""),
        (PRICE + 0.0101, "wrong", "See section 4.9."),
        (np.float32(PRICE), "right", ""),
        (pd.Series([PRICE]), "right", ""),
        (pd.Series([PRICE, PRICE]), "kind", "The answer is one number (yuan); this is a Series."),
    ],
)
def test_each_outcome_has_its_sentence(mine, answer, outcome, says):
    verdict = check(mine, "1", answer)
    assert (verdict.outcome, verdict.says) == (outcome, says)


def test_no_verdict_shows_the_right_value(mine):
    for answer in (None, "x", 1.0, PRICE * 1.13, float("nan")):
        shown = json.dumps(check(mine, "1", answer)._repr_mimebundle_())
        assert "12345" not in shown.replace(",", "")


def test_a_verdict_is_words_and_a_sign_not_only_a_colour(mine):
    bundle = check(mine, "1", 1.0)._repr_mimebundle_()
    assert bundle["text/plain"] == "Task 1: ✗ Not right. See section 4.9."
    assert "✗ Not right" in bundle["text/html"]
    assert bundle[MIME] == {"task": "1", "outcome": "wrong", "says": "See section 4.9."}


def test_checks_write_nothing(mine, capfd):
    check(mine, "1", "text")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("1", 5), "rm.check wants the case first"),
        ((Case("04", "x", {}, {"1": None}), "9", 1), "This assignment has no check for task '9'; it has 1."),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence(arguments, sentence):
    with pytest.raises(CourseError) as told:
        check(*arguments)
    assert str(told.value).startswith(sentence)


NAMED = Named(["low", "high"], Number("points", 0.1))
TABLE = Table(["a", "b"], 0.1)
SQUARE = Function(((2,), (3,)), Number("points", 1e-9))


@pytest.mark.parametrize(
    ("kind", "answer", "outcome", "says"),
    [
        (NAMED, [1, 2], "kind", "The answer is a dict or a Series by name; this is a list."),
        (NAMED, {"low": 1}, "shape", "There is no value for 'high'; 1 of 2 is missing."),
        (
            NAMED,
            {"low": 1, "high": "2"},
            "kind",
            "At 'high': The answer is one number (points); this is text: take the quotes away.",
        ),
        (
            NAMED,
            pd.Series([1, 2, 3], ["low", "high", "low"]),
            "shape",
            "The name 'low' stands more than once",
        ),
        (TABLE, {"a": [1]}, "kind", "The answer is a DataFrame; this is a dict."),
        (TABLE, pd.DataFrame({"a": [1]}), "shape", "The table lacks the column 'b'; it needs a, b."),
        (
            TABLE,
            pd.DataFrame({"a": [1], "b": ["x"]}),
            "kind",
            "The column 'b' must hold numbers; it holds text",
        ),
        (Word(["yes", "no"]), "maybe", "kind", "The answer is one of 'yes', 'no'; this is 'maybe'."),
        (Word(["yes", "no"]), 1, "kind", "The answer is text, one of 'yes', 'no'; this is a number."),
        (SQUARE, 4, "kind", "The answer is a function (def …); this is a number."),
        (
            SQUARE,
            lambda x: None,
            "kind",
            "Called with (2) your function returns nothing; end it with `return …`.",
        ),
        (SQUARE, lambda x: x / 0, "kind", "Called with (2) your function stops: ZeroDivisionError"),
        (SQUARE, lambda: 1, "kind", "Called with (2) your function stops: TypeError"),
    ],
)
def test_an_answer_of_another_kind_or_shape_is_told_so(kind, answer, outcome, says):
    with pytest.raises(Unfit) as told:
        kind.read(answer)
    assert told.value.outcome == outcome
    assert told.value.says.startswith(says)


@pytest.mark.parametrize(
    ("kind", "answer", "wanted", "says"),
    [
        (NAMED, {"low": 1, "high": 9}, {"low": 1, "high": 2}, "1 of 2 is right; look again at 'high'."),
        (NAMED, {"low": 8, "high": 5.3}, {"low": 1, "high": 2}, "No value is right yet."),
        (
            TABLE,
            pd.DataFrame({"a": [1], "b": [1]}),
            pd.DataFrame({"a": [1], "b": [5]}),
            "Look first at the column 'b'.",
        ),
        (
            TABLE,
            pd.DataFrame({"a": [1], "b": [1]}),
            pd.DataFrame({"a": [1, 2], "b": [5, 6]}),
            "The table needs 2 rows, one for each survey, and has 1; its index is that of the case's table",
        ),
        (
            TABLE,
            pd.DataFrame({"a": [1], "b": [1]}, index=[7]),
            pd.DataFrame({"a": [1], "b": [1]}),
            "The table needs 1 row, one for each survey; its index is that of the case's table: 0, 1, 2 …",
        ),
        (SQUARE, lambda x: 2 * x, lambda x: x * x, "It is wrong for the input (3)."),
    ],
)
def test_a_wrong_answer_says_where_and_not_what(kind, answer, wanted, says):
    given = Check(kind, right=lambda case: wanted, hint="See section 1.")
    verdict = judge(given, Case("04", "li.na", {}), "1", answer)
    assert verdict.outcome == "wrong"
    assert verdict.says.startswith(says)
    assert verdict.says.endswith(" See section 1.")


def test_rows_in_another_order_and_more_columns_are_right():
    wanted = pd.DataFrame({"a": [1.0, 2.0, np.nan], "b": [3, 4, 5]})
    answer = wanted.assign(extra="x").iloc[[2, 0, 1]].astype({"b": "Int8"})
    assert TABLE.same(TABLE.read(answer), TABLE.read(wanted))


def test_a_missing_value_is_not_a_number():
    wanted, answer = pd.DataFrame({"a": [np.nan], "b": [1]}), pd.DataFrame({"a": [0.0], "b": [1]})
    assert not TABLE.same(TABLE.read(answer), TABLE.read(wanted))


def with_task(kind):
    return Case("04", "li.na", {}, {"1": Check(kind, right=lambda case: None, hint="")})


@pytest.mark.parametrize(
    ("kind", "answer", "wanted", "same"),
    [
        (Number("yuan", 0.1), np.float32(1.09), 1, True),
        (Number("yuan", 0.1), 1.11, 1, False),
        (Number("yuan", 0.1), "1", 1, False),
        (Number("yuan", 0.1), None, 1, False),
        (Word(["yes", "no"]), " Yes", "yes", True),
        (NAMED, {"high": 2.05}, {"high": 2}, True),
        (NAMED, {"high": 2.05}, {"high": 2, "low": 1}, False),
        (TABLE, pd.DataFrame({"a": [2, 1]}, [7, 5]), pd.DataFrame({"a": [1, 2]}, [5, 7]), True),
        (TABLE, pd.DataFrame({"a": [2, 1]}, [5, 7]), pd.DataFrame({"a": [1, 2]}, [5, 7]), False),
        (TABLE, pd.DataFrame({"a": [1]}, [5]), pd.DataFrame({"a": [1, 2]}, [5, 7]), False),
        (SQUARE, lambda x: x**2, lambda x: x * x, True),
        (SQUARE, lambda x: x + 20, lambda x: x * x, False),
    ],
)
def test_a_test_reads_and_compares_as_the_check_does(kind, answer, wanted, same):
    inputs = ((5,), (0.5,)) if kind is SQUARE else None
    assert agrees(with_task(kind), "1", answer, wanted, inputs) is same


def test_a_function_that_works_in_place_spoils_nothing():
    def largest(values):
        values.sort()
        return values[-1]

    inputs = (([3, 1, 2],), ([5, 4],))
    kind = Function(inputs, Number("points"))
    assert kind.same(kind.read(largest), kind.read(max))
    assert agrees(with_task(kind), "1", largest, max, inputs)
    assert inputs == (([3, 1, 2],), ([5, 4],))
