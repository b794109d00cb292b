import math

import numpy as np
import pytest

from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.levers import Choice, Lever


@pytest.mark.parametrize(
    ("lever", "first", "last", "said_last"),
    [
        (Lever("a", "A", 0.2, span=(0.05, 0.6), format="percent"), "5 %", "60 %", "60 percent"),
        (Lever("a", "A", 0.05, span=(0.0, 0.1), step=0.005, format="percent"), "0.0 %", "10.0 %", "10.0 percent"),
        (Lever("a", "A", 0.0, span=(-1.0, 1.0), step=0.5, format="points", unit="points"),
         "−1.0 points", "+1.0 points", "plus 1.0 points"),
        (Lever("a", "A", 12, span=(1, 60), unit="months"), "1 months", "60 months", "60 months"),
        (Lever("a", "A", 1000, span=(0, 20_000), step=500, unit="CNY"), "0 CNY", "20,000 CNY", "20,000 CNY"),
        (Lever("a", "A", -5, span=(-10, 0)), "−10", "0", "0"),
    ],
)  # fmt: skip
def test_settings_are_written_for_eye_and_ear(lever, first, last, said_last):
    assert lever.positions[0].text == first
    assert lever.positions[-1].text == last
    assert lever.positions[-1].words == said_last


def test_minus_is_said_as_a_word():
    lever = Lever("a", "A", 0.0, span=(-1.0, 1.0), step=0.5, format="points")
    assert lever.positions[0].words == "minus 1.0"
    assert lever.positions[2] == (0.0, "0.0", "0.0")


def test_positions_have_no_floating_point_dust():
    values = [position.value for position in Lever("a", "A", 0.3, span=(0.0, 1.0), step=0.1).positions]
    assert values == [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]


@pytest.mark.parametrize("default", [0.0, 0.07, 0.29, 0.5])
def test_start_is_the_place_of_the_default(default):
    lever = Lever("a", "A", default, span=(0.0, 0.5), step=0.01)
    assert lever.positions[lever.start].value == default


def test_whole_numbers_stay_whole():
    lever = Lever("a", "A", 12, span=(1, 60))
    assert [type(position.value) for position in lever.positions[:2]] == [int, int]
    assert len(lever.positions) == 60
    assert type(lever.accept(np.int64(7))) is int
    assert type(Lever("a", "A", 1, span=(0, 2), step=0.5).accept(1)) is float


@pytest.mark.parametrize(
    ("span", "default", "step"),
    [((0.05, 0.60), 0.20, 0.01), ((0.0, 1.0), 0.5, 0.01), ((0, 10_000), 5_000, 100), ((0, 24), 12, 1), ((0.0, 3.0), 1.5, 0.05)],
)  # fmt: skip
def test_a_step_left_out_is_a_round_number_near_a_hundredth(span, default, step):
    positions = Lever("a", "A", default, span=span).positions
    assert math.isclose(positions[1].value - positions[0].value, step)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (0.7, "Churn (churn) goes from 0.05 to 0.6; got 0.7."),
        (-1, "Churn (churn) goes from 0.05 to 0.6; got -1."),
        (math.inf, "Churn (churn) goes from 0.05 to 0.6; got inf."),
        (math.nan, "Churn (churn) is a number from 0.05 to 0.6; got nan."),
        ("0.2", "Churn (churn) is a number from 0.05 to 0.6; got '0.2'."),
        (None, "Churn (churn) is a number from 0.05 to 0.6; got None."),
        (True, "Churn (churn) is a number from 0.05 to 0.6; got True."),
        ([0.2], "Churn (churn) is a number from 0.05 to 0.6; got [0.2]."),
    ],
)
def test_a_value_a_lever_cannot_have_is_told_in_a_sentence(given, says):
    lever = Lever("churn", "Churn", 0.2, span=(0.05, 0.6))
    with pytest.raises(CourseError) as error:
        lever.accept(given)
    assert str(error.value) == says


def test_an_array_is_no_number():
    with pytest.raises(CourseError, match="is a number"):
        Lever("churn", "Churn", 0.2, span=(0.05, 0.6)).accept(np.array([0.2]))


def test_a_whole_lever_refuses_a_half():
    with pytest.raises(CourseError, match=r"Months \(months\) is a whole number; got 6.5"):
        Lever("months", "Months", 6, span=(1, 12)).accept(6.5)


@pytest.mark.parametrize("corner", [0.05, 0.6, np.float64(0.05)])
def test_both_ends_of_a_span_can_be_had(corner):
    assert Lever("churn", "Churn", 0.2, span=(0.05, 0.6)).accept(corner) == float(corner)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"span": (1.0, 0.0)}, "span"),
        ({"span": (0.0, math.inf)}, "span"),
        ({"step": 0.0}, "above 0"),
        ({"step": 0.3}, "whole steps"),
        ({"step": 0.0001}, "1000 whole steps"),
        ({"default": 0.55, "step": 0.1}, "not on a step"),
        ({"default": 2.0}, "not on a step"),
        ({"format": "money"}, "no format 'money'"),
    ],
)
def test_a_declaration_that_contradicts_itself_is_refused(changes, says):
    with pytest.raises(CourseError, match=says):
        Lever(**{"name": "a", "label": "A", "default": 0.5, "span": (0.0, 1.0)} | changes)


def test_a_choice_takes_its_keys_and_nothing_that_only_equals_them():
    choice = Choice("n", "Number", 1, options={1: "One", 2: "Two"})
    assert choice.accept(2) == 2
    for wrong in (True, 1.0, "1", 3, None):
        with pytest.raises(CourseError, match="is one of 1, 2"):
            choice.accept(wrong)


def test_a_choice_needs_two_options_and_a_default_among_them():
    with pytest.raises(CourseError, match="two options"):
        Choice("n", "N", 1, options={1: "One"})
    with pytest.raises(CourseError, match="not among"):
        Choice("n", "N", 3, options={1: "One", 2: "Two"})
