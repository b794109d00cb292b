"""Scores and reliability, against calculations of another kind."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmark_helpers.company.schema import TABLES
from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.satisfaction.model import measurement


def answers(rows):
    return pd.DataFrame(rows, columns=["trust_1", "trust_2", "trust_3"], dtype="Int8")


def test_reversed_items_are_those_the_data_card_marks():
    marked = {column.name for column in TABLES["surveys"].columns if getattr(column, "reversed", False)}
    assert set(measurement.REVERSED_ITEMS) == marked


def test_a_score_is_the_mean_of_the_answered_items_by_hand():
    scores = measurement.construct_scores(answers([(7, 6, 2), (1, None, 7), (None, None, 4)]), ["trust"])
    assert scores["trust"].round(6).tolist()[:2] == [round((7 + 6 + 6) / 3, 6), (1 + 1) / 2]
    assert np.isnan(scores["trust"].iloc[2])


@given(st.lists(st.tuples(*[st.integers(1, 7)] * 3), min_size=1, max_size=30))
def test_every_score_lies_on_the_scale(rows):
    scores = measurement.construct_scores(answers(rows), ["trust"])["trust"]
    assert scores.between(1, 7).all()


def test_alpha_is_what_mean_covariance_over_mean_entry_gives():
    items = measurement.turned_items(load("surveys"), ["trust"]).dropna()
    matrix = np.cov(items.to_numpy(), rowvar=False)
    # alpha = k * mean covariance / (mean variance + (k - 1) * mean covariance)
    covariance = matrix[np.triu_indices(3, 1)].mean()
    expected = 3 * covariance / (np.trace(matrix) / 3 + 2 * covariance)
    assert measurement.cronbach_alpha(items) == pytest.approx(expected, abs=1e-12)


def test_alpha_of_parallel_items_is_the_spearman_brown_value():
    # three parallel items, factor variance 1 and error variance 0.64: 3 * 1 / (3 * 1 + 0.64)
    rng = np.random.default_rng(1)
    factor = rng.standard_normal(200_000)
    items = pd.DataFrame({name: factor + 0.8 * rng.standard_normal(200_000) for name in "abc"})
    assert measurement.cronbach_alpha(items) == pytest.approx(3 / 3.64, abs=0.003)


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (pd.DataFrame({"trust_1": [1]}), "The survey table lacks the column 'trust_2'; it has trust_1."),
        (answers([]), "The survey table is empty; loosen the filter"),
        (answers([(1, 2, 9)]), "Answers go from 1 to 7; found 9 in column 'trust_3', row 0."),
        ("surveys", "The survey table must be a DataFrame; got str."),
    ],
)
def test_a_wrong_survey_table_is_told_in_a_sentence(table, sentence):
    with pytest.raises(CourseError) as told:
        measurement.construct_scores(table, ["trust"])
    assert str(told.value).startswith(sentence)


def test_alpha_of_too_little_is_told_in_a_sentence():
    with pytest.raises(CourseError, match="at least two items and three complete rows"):
        measurement.cronbach_alpha(answers([(1, 2, 3), (None, 1, 1)]))


def test_alpha_of_items_that_do_not_vary_is_told_in_a_sentence():
    with pytest.raises(CourseError, match="nothing varies"):
        measurement.cronbach_alpha(answers([(4, 4, 4)] * 5))
