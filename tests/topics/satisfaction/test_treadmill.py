"""The expectation treadmill: closed forms, a known programme, and intervals that keep their word."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.satisfaction.model import measurement, treadmill

TOTAL_PERFORMANCE = 0.70 * (0.60 * 0.60 + 0.30 * 0.35) + 0.75 * (0.40 * 0.60 + 0.50 * 0.35)
TOTAL_EXPECTATIONS = -0.55 * (0.40 * 0.60 + 0.50 * 0.35)
TOTAL_DESIRES = -0.50 * (0.60 * 0.60 + 0.30 * 0.35)


@given(st.floats(1, 7), st.floats(1, 7), st.floats(0, 1), st.integers(0, 12))
def test_expectations_follow_purchase_by_purchase(start, performance, adaptation, purchases):
    expected = start
    for _ in range(purchases):
        expected += adaptation * (performance - expected)
    found = treadmill.expectations_after(start, performance, adaptation, purchases)
    assert found == pytest.approx(expected, abs=1e-9)


def test_a_jump_is_all_surprise_at_first_and_none_in_the_end():
    months = treadmill.expectation_treadmill(0.7, adaptation=0.5, purchases_a_year=12, years=4).set_index(
        "month"
    )
    assert months.loc[-1, "satisfaction"] == 0
    assert months.loc[0, "satisfaction"] == pytest.approx(0.7 * TOTAL_PERFORMANCE, abs=1e-9)
    rest = TOTAL_PERFORMANCE + TOTAL_EXPECTATIONS + treadmill.DESIRES_FOLLOW * TOTAL_DESIRES
    assert months.loc[47, "satisfaction"] == pytest.approx(0.7 * rest, abs=1e-6)


def test_nothing_fades_when_nothing_is_learnt():
    months = treadmill.expectation_treadmill(0.7, adaptation=0.0).set_index("month")
    assert months.loc[0:, "satisfaction"].nunique() == 1


def test_the_model_learns_as_the_company_does():
    truth = load("truth").set_index("quantity")["value"]
    assert truth["adaptation of desires"] == treadmill.DESIRES_FOLLOW
    default = treadmill.expectation_treadmill.__defaults__
    assert truth["adaptation of expectations"] == default[1]


@pytest.mark.parametrize("delighted_at", [-1, 0])
def test_delighted_is_the_normal_share_above_one_point(delighted_at):
    months = treadmill.expectation_treadmill(0.7).set_index("month")
    gap = 0.0 if delighted_at < 0 else 0.7
    draws = np.random.default_rng(3).normal(gap, treadmill.SURPRISE_SPREAD, 400_000)
    assert months.loc[delighted_at, "delighted"] == pytest.approx((draws > 1).mean(), abs=0.003)


def test_difference_in_differences_keeps_its_word_on_coverage():
    rng = np.random.default_rng(11)
    held = []
    for _ in range(200):
        treated = rng.random(900) < 0.4
        period = rng.choice(["2022H1", "2022H2", "2023H1"], 900)
        scores = 4 + 0.3 * treated + 0.5 * (treated & (period == "2023H1")) + rng.standard_normal(900)
        found = treadmill.programme_effect(pd.Series(scores), pd.Series(treated), pd.Series(period), "2023H1")
        held.append(
            [row.low <= true <= row.high for row, true in zip(found.itertuples(), (0, 0, 0.5), strict=True)]
        )
    # 200 intervals at 95 %: within 4 standard errors, 0.89 to 1
    assert (np.mean(held, axis=0) > 0.888).all()


def test_the_programme_in_the_data_is_found_as_large_as_it_is():
    surveys = load("surveys")
    programme = treadmill.quality_programme()
    branch = surveys["customer_id"].map(load("customers").set_index("customer_id")["branch_id"])
    period = treadmill.half_years(surveys["order_id"].map(load("orders").set_index("order_id")["ordered_on"]))
    scores = measurement.construct_scores(surveys)

    def effect(name):
        treated = branch.isin(programme["branches"])
        return treadmill.programme_effect(scores[name], treated, period, programme["starts"]).set_index(
            "period"
        )

    performance = effect("performance").loc["2023H1":]
    assert ((performance["low"] <= programme["size"]) & (programme["size"] <= performance["high"])).all()
    expectations = effect("expectations")["effect"].loc["2023H1":]
    assert (expectations.diff().dropna() > -0.05).all()
    assert expectations.iloc[-1] > 1.5 * expectations.iloc[0]
    satisfaction = effect("overall_satisfaction")
    assert satisfaction.loc["2023H1", "low"] > satisfaction.loc["2024H2", "effect"] > 0


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (
            lambda: treadmill.expectations_after(5, 6, 1.5, 2),
            "Adaptation, a share, goes from 0 to 1; got 1.5.",
        ),
        (
            lambda: treadmill.expectations_after(5, 6, 0.5, float("nan")),
            "The number of purchases is 0 or more; got nan.",
        ),
        (
            lambda: treadmill.expectations_after("5", 6, 0.5, 1),
            "The first expectation must be a number; got str.",
        ),
        (lambda: treadmill.expectation_treadmill(0.5, years=0), "The number of years is 1 or more; got 0."),
        (
            lambda: treadmill.half_years(pd.Series(["2023-01-01"])),
            "Half-years are taken of a Series of dates",
        ),
        (
            lambda: treadmill.programme_effect([1.0], [True], ["a"], "a"),
            "The scores must be a Series of numbers; got list.",
        ),
        (
            lambda: treadmill.programme_effect(
                pd.Series([1.0, 2.0]), pd.Series([True, False]), pd.Series(["2023H1"] * 2), "2023H1"
            ),
            "The comparison needs both groups in every period",
        ),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)
