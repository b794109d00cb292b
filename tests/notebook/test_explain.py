"""Recognisers: each names its mistake, none names a right answer, and two that fit say nothing."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.notebook.answers import Function, Named, Number, Table, Word
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Check, Mistake, judge
from relmark_helpers.notebook.explain import explain
from relmark_helpers.notebook.patterns import numbers_of
from relmark_helpers.notebook.relations import RELATIONS

SHARE, TOLERANCE = 0.237_114, 0.001
NUMBER = Number("share from 0 to 1", TOLERANCE)
KEYS = ("low", "middle", "high")
NAMED = Named(KEYS, NUMBER)
RIGHT = {"low": 0.211, "middle": 0.377, "high": 0.892}
TABLE = Table(["a", "b"], TOLERANCE)
ROWS = pd.DataFrame({"a": [0.11, 0.52, 0.37], "b": [0.29, 0.71, 0.93]}, index=["x", "y", "z"])


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (100 * SHARE, "This is 100 times the right value"),
        (23.7, "This is 100 times the right value"),
        (SHARE / 100, "This is the right value divided by 100"),
        (12 * SHARE, "This is 12 times the right value"),
        (SHARE / 12, "This is a twelfth of the right value"),
        (-SHARE, "This is the right value with its sign turned round"),
        (1 - SHARE, "This is one minus the right value"),
        (1 / SHARE, "This is the reciprocal of the right value"),
        (SHARE**2, "This is the square of the right value"),
        (SHARE**0.5, "This is the root of the right value"),
        (np.log(SHARE), "This is the natural logarithm of the right value"),
        (SHARE / (1 - SHARE), "This is the right value divided by one minus itself"),
        (SHARE + 1, "Off by exactly one"),
        (0.24, "This is rounded too coarsely: the task allows 0.001"),
        (SHARE * 7.7, "This is the right value times case.rate"),
        (SHARE * 300**0.5, "This is the right value times the root of the number of rows of case.orders"),
        (0.4177, ""),
        (0.0, ""),
        (1.0, ""),
    ],
)
def test_a_number_is_named(wrong, says):
    numbers = {"case.rate": 7.7, "the number of rows of case.orders": 300.0}
    assert explain(NUMBER, wrong, SHARE, [], numbers).startswith(says) is True
    assert bool(explain(NUMBER, wrong, SHARE, [], numbers)) is bool(says)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"low": 0.377, "middle": 0.211}, "The values of 'low' and 'middle' are under each other's name."),
        ({"middle": 0.892}, "At 'middle' stands the value that belongs to 'high'."),
        ({"low": 21.1}, "At 'low': this is 100 times the right value"),
        ({"low": 21.1, "middle": 37.7}, "At 'low' and 'middle': this is 100 times the right value"),
        ({key: 1 - value for key, value in RIGHT.items()}, "Each value is one minus the right value"),
        ({key: 1.7 * value for key, value in RIGHT.items()}, "Every value is off by the same factor"),
        ({key: 1.7 + value for key, value in RIGHT.items()}, "The interval has the right width"),
        ({"low": 0.892, "high": 0.211}, "The values of 'low' and 'high' are under each other's name."),
        ({"low": 0.377, "middle": 0.892, "high": 0.211}, "The values are shifted by one place"),
        ({"middle": 0.588, "high": 1.48}, "These are running sums"),
        ({"low": 0.111, "high": 0.992}, "The interval has the right middle and the wrong width"),
        (dict.fromkeys(KEYS, 0.5), "Every value is the same; each has its own."),
        ({"low": 0.6}, ""),
    ],
)
def test_values_by_name_are_named(wrong, says):
    told = explain(NAMED, RIGHT | wrong, RIGHT, [])
    assert told.startswith(says)
    assert bool(told) is bool(says)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (ROWS * 100, "Each value is 100 times the right value"),
        (ROWS.assign(b=1 - ROWS["b"]), "In the column 'b': this is one minus the right value"),
        (ROWS.rename(columns={"a": "b", "b": "a"}), "The columns 'a' and 'b' are under each other's name."),
        (ROWS.iloc[::-1].set_axis(ROWS.index), "The rows are in the reverse order"),
        (ROWS.mul([2.2, 3.3, 0.7], axis=0), "In each row all values are off by one factor"),
        (ROWS * [2.2, 0.7], "In each column all values are off by one factor"),
        (ROWS.assign(a=[0.31, 0.12, 0.77], b=[0.2, 0.9, 0.4]), ""),
    ],
)
def test_tables_are_named(wrong, says):
    told = explain(TABLE, TABLE.read(wrong), TABLE.read(ROWS), [])
    assert told.startswith(says)
    assert bool(told) is bool(says)


def test_a_table_on_its_side_and_gaps_are_named():
    square = ROWS.iloc[:2].set_axis(["a", "b"])
    assert explain(TABLE, TABLE.read(square.T), TABLE.read(square), []).startswith("Rows and columns")
    gap = ROWS.astype(float).copy()
    gap.loc["x", "a"] = np.nan
    assert explain(TABLE, TABLE.read(gap.fillna(0)), TABLE.read(gap), []).startswith("What is missing must")
    assert explain(TABLE, TABLE.read(gap), TABLE.read(gap.fillna(0)), []).startswith("Where there is nothing")


def test_results_of_a_function_are_named():
    kind = Function(((1,), (3,)), Number("yuan", 0.01))
    given, right = kind.read(lambda x: 1 / (x + 0.5)), kind.read(lambda x: x + 0.5)
    assert explain(kind, given, right, []).startswith("Each value is the reciprocal of the right value")


@pytest.mark.parametrize("value", [0.0, 0.5, 1.0, -1.0, 2.0, 0.9998, 0.0002, 1.96, 100.0, 50.0])
def test_no_relation_is_told_of_a_right_answer(value):
    """Near values that a relation does not move, a right answer would meet it, too."""
    wanted = Check(Number("points", TOLERANCE), lambda case: value, "See 1.1.")
    for off in (-0.9, 0, 0.9):
        assert judge(wanted, Case("00", "x", {}), "1", value + off * TOLERANCE).outcome == "right"
        # and just past the tolerance nothing is read into it
        told = explain(NUMBER, value + 2.5 * TOLERANCE, value, [])
        assert told == ""


WORDS = Named(("s1", "s2", "s3", "s4"), Word(("trust", "loyalty", "cost", "care")))
ONCE = {"s1": "trust", "s2": "loyalty", "s3": "cost", "s4": "care"}
TWICE = {"s1": "trust", "s2": "trust", "s3": "loyalty", "s4": "loyalty"}


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        (ONCE, {"s1": "loyalty", "s2": "trust"}, "'loyalty' and 'trust' are mistaken for each other."),
        (
            ONCE,
            {"s1": "loyalty", "s2": "cost", "s3": "trust"},
            "The words of 's1', 's2' and 's3' have changed places.",
        ),
        (TWICE, {"s3": "trust", "s4": "trust"}, "Everything that is wrong here you called 'trust'."),
        (TWICE, {"s2": "loyalty", "s3": "trust"}, "'loyalty' and 'trust' are mistaken for each other."),
        (TWICE, {"s1": "cost"}, ""),
        (TWICE, {"s1": "cost", "s2": "care"}, ""),
        (TWICE, {"s1": "loyalty", "s3": "trust", "s4": "care"}, ""),
    ],
)
def test_words_taken_for_each_other_are_named(right, wrong, says):
    assert explain(WORDS, right | wrong, right, []) == says


def test_a_word_that_a_function_says_too_often_is_named():
    kind = Function(((1,), (2,), (3,)), Word(("up", "down", "level")))
    assert (
        explain(kind, ("up", "up", "up"), ("up", "down", "level"), [])
        == "Everything that is wrong here you called 'up'."
    )
    assert explain(kind, ("up", "level", "up"), ("up", "down", "level"), []) == ""


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ([0.31, 0.57], [0.31 * 1.3, 0.57 * 1.3], "Every value is off by the same factor"),
        ([31, 57], [62.3, 114.6], ""),
        ([31, 57], [93, 171], ""),  # two whole numbers are three times as large by chance
        ([0.31, 0.57, 0.83, 0.2], [0.403, 0.741, 1.079, 0.2], "Where it is wrong, every value is off by the same factor"),
        ([0.31, 0.57, 0.83, 0.2], [0.44, 0.70, 0.96, 0.2], "Where it is wrong, every value is off by the same amount"),
        ([0.31, 0.57, 0.83, 0.2], [0.44, 0.76, 0.83, 0.2], ""),
    ],
)  # fmt: skip
def test_one_factor_or_amount_is_named_from_two_values_on(right, wrong, says):
    kind = Named(tuple(range(len(right))), NUMBER)
    said = explain(kind, dict(enumerate(wrong)), dict(enumerate(right)), [])
    assert said.startswith(says) is True
    assert bool(said) is bool(says)


def test_what_holds_to_the_last_digit_is_said_though_others_come_near():
    ends = Named(("change", "low", "high"), NUMBER)
    right = {"change": 0.5, "low": 0.1, "high": 0.9}
    near = [
        ({"change": 0.5, "low": 0.2005, "high": 0.8005}, "One."),
        ({"change": 0.5, "low": 0.1995, "high": 0.7995}, "Two."),
    ]
    said = explain(ends, {"change": 0.5, "low": 0.2, "high": 0.8}, right, near)
    assert said.startswith("The interval has the right middle and the wrong width")


def test_a_usual_mistake_at_some_of_the_names_is_named_there():
    mistakes = [({"low": 0.3, "middle": 0.4567, "high": 0.7}, "Divide by all.")]
    told = explain(NAMED, RIGHT | {"middle": 0.4567}, RIGHT, mistakes)
    assert told == "At 'middle': Divide by all."
    both = [*mistakes, ({"low": 0.1, "middle": 0.4567, "high": 0.5}, "Leave out the rest.")]
    assert "ivide" not in explain(NAMED, RIGHT | {"middle": 0.4567}, RIGHT, both)
    assert "ivide" not in explain(NAMED, RIGHT | {"middle": 0.4567, "low": 0.31}, RIGHT, mistakes)


def test_a_mistake_that_is_met_roughly_at_some_of_the_names_is_said_once():
    found = {"low": 0.3, "middle": 0.377, "high": 0.7}
    mistakes = [(found, "Divide by all.")]
    assert explain(NAMED, found | {"low": 0.30002, "high": 0.70002}, RIGHT, mistakes) == "Divide by all."


def test_a_small_count_at_one_name_is_no_usual_mistake_for_it_may_be_chance():
    counts, right = Named(KEYS, Number("people", 0.01)), {"low": 3.0, "middle": 8.0, "high": 250.0}
    mistakes = [({"low": 6.0, "middle": 13.0, "high": 431.0}, "Count persons.")]
    assert "ersons" not in explain(counts, right | {"middle": 13.0}, right, mistakes)
    assert explain(counts, right | {"high": 431.0}, right, mistakes) == "At 'high': Count persons."


def test_two_explanations_of_one_value_say_neither():
    mistakes = [(0.5, "Divide by all."), (0.5, "Leave out the missing.")]
    assert explain(NUMBER, 0.5, SHARE, mistakes) == ""
    assert explain(NUMBER, 0.5, SHARE, mistakes[:1] * 2) == "Divide by all."
    near = [(0.5, "Divide by all."), (0.5008, "Leave out the missing.")]
    assert explain(NUMBER, 0.5001, SHARE, near) == ""
    assert explain(NUMBER, 0.5, SHARE, near) == "Divide by all."


def test_a_tasks_own_mistake_goes_before_a_relation():
    own = Mistake(lambda case: 1 - case.share, "This is the share lost.")
    wanted = Check(NUMBER, lambda case: case.share, "See 1.1.", (own,))
    assert judge(wanted, Case("00", "x", {"share": SHARE}), "1", 1 - SHARE).says == "This is the share lost."


@pytest.mark.parametrize(
    "value", [lambda case: float("nan"), lambda case: next(iter(())), lambda case: {}["x"]]
)
def test_a_mistake_without_a_value_in_this_case_is_passed_over(value):
    wanted = Check(NUMBER, lambda case: SHARE, "See 1.1.", (Mistake(value, "Never said."),))
    assert judge(wanted, Case("00", "x", {}), "1", 0.3).says == "See 1.1."


def test_random_wrong_values_are_hardly_ever_named():
    rng, named = np.random.default_rng(7), 0
    case = Case("00", "x", {f"n{place}": float(value) for place, value in enumerate(rng.uniform(0, 9, 5))})
    rights = rng.uniform(0.02, 0.98, 20)
    for right in rights:
        for wrong in rng.uniform(0, 1, 10):
            if not NUMBER.same(wrong, right):
                named += bool(explain(NUMBER, float(wrong), float(right), [], numbers_of(case)))
    assert named <= 2


def test_every_relation_says_a_sentence():
    assert all(relation.says.endswith(".") == relation.says[0].isupper() for relation in RELATIONS)
