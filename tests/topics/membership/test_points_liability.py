"""Allocation and recognition against the published example, and against sums by hand."""

import pytest

from relmark_helpers.errors import CourseError
from relmark_helpers.topics.membership import model


def test_the_published_example_of_ifrs_15():
    # ifrs15, Illustrative Example 52: 91,324 and 8,676; 4,110 and 4,566; 7,603, 3,493 and 1,073
    split = model.allocated(100_000, 10_000, 0.95)
    assert (round(split["goods"]), round(split["points"])) == (91_324, 8_676)
    found = model.recognised(split["points"], [4_500, 4_000], [9_500, 9_700]).round()
    assert found["revenue"].tolist() == [4_110, 3_493]
    assert found["liability"].tolist() == [4_566, 1_073]
    assert found["cumulative"].tolist() == [4_110, 7_603]


def test_a_change_of_estimate_is_the_difference_of_two_schedules():
    owed = model.allocated(100_000, 10_000, 0.95)["points"]
    kept = model.recognised(owed, [4_500, 4_000], [9_500, 9_500])
    changed = model.recognised(owed, [4_500, 4_000], [9_500, 9_700])
    found = model.change_of_estimate(owed, 8_500, 9_500, 9_700)
    assert found["profit"] == pytest.approx(changed["revenue"][1] - kept["revenue"][1])
    assert found["liability"] == pytest.approx(changed["liability"][1] - kept["liability"][1])
    assert found["profit"] < 0 < model.change_of_estimate(owed, 8_500, 9_500, 9_000)["profit"]


def test_earlier_periods_stay_as_they_were_reported():
    kept = model.recognised(1_000, [10, 10, 10], [100, 100, 100])
    changed = model.recognised(1_000, [10, 10, 10], [100, 100, 40])
    assert kept["revenue"][:2].tolist() == changed["revenue"][:2].tolist() == pytest.approx([100, 100])
    assert changed["revenue"][2] == pytest.approx(1_000 * 30 / 40 - 200)


def test_what_is_paid_is_divided_without_a_rest_and_all_is_earned_at_last():
    split = model.allocated(123_456, 7_890, 0.83, 0.5)
    assert split["goods"] + split["points"] == pytest.approx(123_456)
    assert split["goods"] / split["points"] == pytest.approx(123_456 / (7_890 * 0.5 * 0.83))
    assert model.recognised(split["points"], [500, 1_500], [2_000, 2_000])["liability"][1] == pytest.approx(0)


def test_no_points_are_no_liability_and_bad_numbers_get_a_sentence():
    assert model.allocated(100, 0, 0.9)["points"] == 0
    with pytest.raises(CourseError, match="more points have been redeemed"):
        model.recognised(100, [60, 60], [100, 100])
    with pytest.raises(CourseError, match="equally many"):
        model.recognised(100, [60], [100, 100])
    with pytest.raises(CourseError, match="Expected redemption goes from 0 to 1"):
        model.allocated(100, 10, 1.2)
    with pytest.raises(CourseError, match="Sales must be above 0"):
        model.allocated(0, 10, 0.9)
