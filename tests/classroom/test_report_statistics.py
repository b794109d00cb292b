"""Item analysis against the same quantities reached by other ways."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from relmark_helpers.classroom.report.statistics import (
    alpha_interval,
    cronbach_alpha,
    discrimination,
    spread,
    standard_error,
    upper_lower,
)
from relmark_helpers.topics.satisfaction.model.measurement import cronbach_alpha as survey_alpha

POINTS = arrays(np.float64, st.tuples(st.integers(3, 12), st.integers(2, 6)), elements=st.integers(0, 10))


def class_of(students, items, seed, common=1.0):
    rng = np.random.default_rng(seed)
    return rng.normal(0, common, (students, 1)) + rng.normal(0, 1, (students, items))


def alpha_by_mean_squares(table):
    """Reliability as one minus residual over students' mean square, of the crossed layout without replication."""
    students, items = table.shape
    grand, rows, columns = table.mean(), table.mean(axis=1), table.mean(axis=0)
    between = items * ((rows - grand) ** 2).sum() / (students - 1)
    residual = table - rows[:, None] - columns[None, :] + grand
    return 1 - (residual**2).sum() / ((students - 1) * (items - 1)) / between


def alpha_by_covariances(table):
    """Items times mean covariance, over mean variance plus the covariances."""
    covariance = np.cov(table, rowvar=False)
    items = len(covariance)
    variance = np.trace(covariance) / items
    between = (covariance.sum() - np.trace(covariance)) / (items * (items - 1))
    return items * between / (variance + (items - 1) * between)


@pytest.mark.parametrize("seed", range(5))
def test_alpha_is_what_mean_squares_covariances_and_the_course_itself_give(seed):
    table = class_of(40, 7, seed)
    found = cronbach_alpha(table)
    assert found == pytest.approx(alpha_by_mean_squares(table), abs=1e-12)
    assert found == pytest.approx(alpha_by_covariances(table), abs=1e-12)
    assert found == pytest.approx(survey_alpha(pd.DataFrame(table)), abs=1e-12)


def test_alpha_by_hand():
    # Variances 1 and 1, total 2, 4, 3: variance 1. Alpha = 2 (1 − 2 / 1) = −2.
    assert cronbach_alpha([[1, 1], [2, 2], [3, 0]]) == pytest.approx(-2.0)


@pytest.mark.parametrize(
    "table", [[], [[1, 2]], [[1], [2]], [[1, 2], [2, 1]], np.ones((5, 4)), np.zeros((0, 3)), np.zeros((3, 0))]
)
def test_alpha_that_cannot_be_computed_is_none(table):
    assert cronbach_alpha(table) is None


@settings(max_examples=60, deadline=None)
@given(POINTS, st.randoms(use_true_random=False), st.floats(0.1, 50))
def test_alpha_heeds_neither_order_nor_level_nor_unit(table, random, unit):
    found = cronbach_alpha(table)
    rows, columns = list(range(table.shape[0])), list(range(table.shape[1]))
    random.shuffle(rows)
    random.shuffle(columns)
    other = cronbach_alpha(table[np.ix_(rows, columns)] * unit + np.arange(table.shape[1]))
    assert (found is None) == (other is None)
    if found is not None:
        assert other == pytest.approx(found, abs=1e-6, rel=1e-6)
        assert found <= 1 + 1e-12


def test_items_that_all_say_the_same_are_perfectly_reliable():
    assert cronbach_alpha(np.tile(np.arange(9.0)[:, None], 5)) == pytest.approx(1.0)


def test_feldts_interval_covers_the_true_alpha_as_often_as_it_says():
    # Parallel items with equal variances: alpha of the population is k ρ / (1 + (k − 1) ρ), here with ρ = 1/2.
    items, students, rounds = 6, 30, 3000
    true = items * 0.5 / (1 + (items - 1) * 0.5)
    rng = np.random.default_rng(7)
    inside = below = 0
    for _ in range(rounds):
        table = rng.normal(size=(students, 1)) + rng.normal(size=(students, items))
        low, high = alpha_interval(cronbach_alpha(table), students, items)
        inside += low <= true <= high
        below += high < true
    # 3000 draws at 0.95 have a standard error of 0.004; at 0.025, of 0.003.
    assert inside / rounds == pytest.approx(0.95, abs=0.016)
    assert below / rounds == pytest.approx(0.025, abs=0.012)


def test_the_interval_shrinks_with_the_class_and_needs_two_of_each():
    widths = [high - low for low, high in (alpha_interval(0.8, n, 8) for n in (10, 40, 160))]
    assert widths == sorted(widths, reverse=True)
    assert alpha_interval(0.8, 1, 8) is None
    assert alpha_interval(0.8, 8, 1) is None


def test_standard_error_of_measurement():
    assert standard_error(12.0, 0.75) == pytest.approx(6.0)
    assert standard_error(12.0, 1.0) == 0.0
    assert standard_error(None, 0.75) is None
    assert standard_error(12.0, None) is None
    assert standard_error(12.0, -0.2) is None


def test_spread_is_that_of_a_sample():
    assert spread([2, 4, 4, 4, 5, 5, 7, 9]) == pytest.approx(math.sqrt(32 / 7))
    assert spread([3.0]) is None
    assert spread([]) is None


@pytest.mark.parametrize("seed", range(5))
def test_discrimination_is_the_correlation_with_all_others(seed):
    table = class_of(25, 5, seed)
    for item in range(5):
        others = np.delete(table, item, axis=1).sum(axis=1)
        expected = np.corrcoef(table[:, item], others)[0, 1]
        assert discrimination(table[:, item], table.sum(axis=1)) == pytest.approx(expected)


def test_discrimination_that_cannot_be_computed_is_none():
    assert discrimination([1, 1, 1], [1, 2, 3]) is None
    assert discrimination([1, 2, 3], [2, 3, 4]) is None  # the others all have one point
    assert discrimination([1], [2]) is None
    assert discrimination([], []) is None


def test_upper_and_lower_groups_without_ties():
    rng = np.random.default_rng(3)
    totals, item = rng.permutation(40).astype(float), rng.integers(0, 5, 40).astype(float)
    order = np.argsort(totals)
    expected = (item[order[-11:]].mean() - item[order[:11]].mean()) / 4  # 27 % of 40 is 10.8
    assert upper_lower(item, totals, 4) == pytest.approx(expected)


@settings(max_examples=60, deadline=None)
@given(POINTS, st.randoms(use_true_random=False))
def test_ties_at_a_groups_edge_do_not_depend_on_the_order(table, random):
    rows = list(range(len(table)))
    random.shuffle(rows)
    found = upper_lower(table[:, 0], table.sum(axis=1), 10)
    assert upper_lower(table[rows, 0], table[rows].sum(axis=1), 10) == pytest.approx(found, abs=1e-9)
    assert -1 <= found <= 1


def test_where_all_are_level_the_groups_do_not_differ():
    assert upper_lower([0, 1, 2, 3], [5, 5, 5, 5], 3) == pytest.approx(0.0)
