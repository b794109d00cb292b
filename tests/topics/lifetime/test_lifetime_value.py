"""Rates, lifetime value and five points, against the published tables and plain sums."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.errors import CourseError
from relmark_helpers.topics.lifetime import model

RETENTIONS = (0.6, 0.7, 0.8, 0.9)
RATES = (0.10, 0.12, 0.14, 0.16)
PUBLISHED = [  # guptalehmann2003: r/(1+i-r), first margin after a year
    [1.20, 1.15, 1.11, 1.07],
    [1.75, 1.67, 1.59, 1.52],
    [2.67, 2.50, 2.35, 2.22],
    [4.50, 4.09, 3.75, 3.46],
]


def test_the_published_table_of_margin_multiples():
    assert model.multiple_table(RETENTIONS, RATES).round(2).to_numpy().tolist() == PUBLISHED


def test_with_the_first_margin_at_once_every_multiple_is_one_higher():
    at_once = model.multiple_table(RETENTIONS, RATES, "start").to_numpy()
    assert np.abs(at_once - np.array(PUBLISHED) - 1).max() < 0.006


def test_multiples_are_the_sum_of_what_is_paid_year_by_year():
    r, i, g = 0.83, 0.11, 0.04
    at_end = sum(r**t * (1 + g) ** (t - 1) / (1 + i) ** t for t in range(1, 4000))
    at_start = sum((r * (1 + g) / (1 + i)) ** t for t in range(4000))
    assert model.margin_multiple(r, i, "end", g) == pytest.approx(at_end)
    assert model.margin_multiple(r, i, "start", g) == pytest.approx(at_start)
    assert model.margin_multiple(r, i, "end", horizon_years=3) == pytest.approx(
        sum(r**t / (1 + i) ** t for t in (1, 2, 3))
    )


def test_the_published_elasticities():
    found = [model.retention_elasticity(r, 0.12) for r in RETENTIONS]
    assert [round(each, 2) for each in found] == [2.15, 2.67, 3.50, 5.09]


def test_an_elasticity_is_what_one_per_cent_more_retention_brings():
    before, after = model.margin_multiple(0.8, 0.12), model.margin_multiple(0.8 * 1.0001, 0.12)
    assert (after / before - 1) / 0.0001 == pytest.approx(model.retention_elasticity(0.8, 0.12), rel=1e-3)


def test_a_survival_curve_of_constant_churn_is_worth_its_formula():
    curve = 0.8 ** np.arange(2000)
    assert model.survival_value(curve, 0.12, "end") == pytest.approx(2.5)
    assert model.survival_value(curve, 0.12, "start", annual_margin=10) == pytest.approx(35)


def test_monthly_and_annual_churn_make_the_same_people_leave():
    assert pytest.approx(1 - model.annual_churn_from(0.02)) == (1 - 0.02) ** 12
    assert model.monthly_churn_from(model.annual_churn_from(0.035)) == pytest.approx(0.035)
    assert model.annual_churn_from(0.02) < 12 * 0.02


def test_an_expected_lifetime_is_what_a_crowd_lives_on_average():
    lives = np.random.default_rng(3).geometric(0.2, 400_000)
    assert model.expected_lifetime(0.2) == pytest.approx(lives.mean(), rel=0.01)


@pytest.mark.parametrize(
    ("churn", "measure", "lifetime", "value"),
    [  # claims B2, recomputed there: change of 1/c, and of (1+i)/(1+i-r) at 10 %
        (0.10, "points", 1.000, 0.333),
        (0.20, "points", 0.333, 0.200),
        (0.25, "points", 0.250, 0.167),
        (0.50, "points", 0.111, 0.091),
        (0.10, "per cent", 0.053, 0.026),
        (0.20, "per cent", 0.053, 0.034),
    ],
)
def test_five_points_and_five_per_cent(churn, measure, lifetime, value):
    after = model.lower_churn(churn, 0.05, measure)
    assert model.expected_lifetime(after) / model.expected_lifetime(churn) - 1 == pytest.approx(
        lifetime, abs=6e-4
    )
    assert model.value_gain(churn, 0.05, measure) == pytest.approx(value, abs=6e-4)
    assert model.value_gain(churn, 0.05, measure, annual_discount_rate=0.0) == pytest.approx(
        lifetime, abs=6e-4
    )


def test_costs_horizon_and_growth_change_the_gain_as_a_loop_says():
    def worth(churn, keep=1.0):
        return sum(keep * (1 - churn) ** t * 1.06**t / 1.12**t for t in range(8)) - 1.5

    wanted = worth(0.12, 0.9) / worth(0.17) - 1
    assert model.value_gain(0.17, 0.05, "points", 0.12, 0.06, 1.5, 0.1, 8) == pytest.approx(wanted)


def test_the_churn_at_which_the_folklore_begins_gives_its_gain():
    churn = model.churn_for_gain(0.25, 0.10)
    assert model.value_gain(churn) == pytest.approx(0.25)
    assert np.isnan(model.churn_for_gain(0.85, 0.10))
    assert model.value_gain(model.churn_for_gain(0.85, 0.0), annual_discount_rate=0.0) == pytest.approx(0.85)


def test_a_customer_who_does_not_earn_the_acquisition_has_no_gain_in_per_cent():
    assert np.isnan(model.value_gain(0.6, acquisition_cost=4))


def test_three_costs_from_one_ledger():
    ratios = model.cost_ratios(300_000, 1_000, 100_000, 10_000, 0.85, 0.02)  # claims B1, recomputed there
    assert [round(ratios[name], 1) for name in ("won", "kept", "saved")] == [300.0, 11.8, 500.0]
    assert (round(ratios["won/kept"], 1), round(ratios["won/saved"], 1)) == (25.5, 0.6)


def test_at_the_break_even_effect_saving_costs_what_winning_costs():
    effect = model.break_even_effect(100_000, 10_000, 300)
    assert model.cost_ratios(300_000, 1_000, 100_000, 10_000, 0.85, effect)["won/saved"] == pytest.approx(1)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: model.annual_churn_from(2), "Monthly churn goes from 0 to 1; got 2."),
        (lambda: model.monthly_churn_from("5 %"), "Annual churn must be a number; got str."),
        (lambda: model.expected_lifetime(0), "With a churn of 0 nobody ever leaves"),
        (lambda: model.margin_multiple(80, 0.1), "Annual retention goes from 0 to 1; got 80."),
        (
            lambda: model.margin_multiple(0.9, 0.1, "middle"),
            'The first margin comes at the "start" or at the "end"',
        ),
        (lambda: model.margin_multiple(1.0, 0.0), "Retention and growth outrun the discount rate"),
        (lambda: model.survival_value([0.9, 0.8], 0.1), "A survival curve begins with 1"),
        (lambda: model.survival_value([1, 0.8, 0.9], 0.1), "A survival curve never rises"),
        (lambda: model.lower_churn(0.03), "A churn of 3% can't fall by 5 points"),
        (lambda: model.lower_churn(0.3, measure="percent"), 'A change is in "points" or in "per cent"'),
        (lambda: model.cost_ratios(1, 1, 1, 1, 0.1, 0.2), "More customers can't be saved than are kept"),
        (lambda: model.channel_costs(pd.DataFrame()), "The table of acquisition costs lacks the column"),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)
