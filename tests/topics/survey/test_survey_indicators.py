"""Indicators and their errors, against published numbers, formulas written out, and simulation."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.errors import CourseError
from relmark_helpers.topics.survey.model import comparing, indicators


@pytest.mark.parametrize(
    ("promoters", "detractors", "answers", "score", "error"),
    [  # oracle C12: the two examples with their standard errors
        (1 / 2, 1 / 6, 500, 33.3333, 3.3333),
        (0.40, 0.25, 400, 15.0, 3.961),
    ],
)
def test_the_score_and_its_error_are_the_published_ones(promoters, detractors, answers, score, error):
    found = indicators.promoter_score(promoters, detractors, answers)
    assert found.value == pytest.approx(score, abs=5e-4)
    assert found.standard_error == pytest.approx(error, abs=5e-4)


def test_the_interval_of_the_second_example_reaches_7_76_to_each_side():
    found = indicators.promoter_score(0.40, 0.25, 400)
    assert found.high - found.value == pytest.approx(7.76, abs=0.005)
    assert found.value - found.low == pytest.approx(7.76, abs=0.005)


def test_promoters_answer_9_or_10_and_detractors_0_to_6():
    answers = pd.Series(range(11))
    found = indicators.net_promoter_score(answers)
    assert found.value == pytest.approx(100 * (2 - 7) / 11)
    coded = np.array([-1] * 7 + [0, 0] + [1, 1])
    assert found.standard_error == pytest.approx(100 * coded.std() / np.sqrt(11))


def test_the_interval_holds_the_truth_about_as_often_as_it_says():
    rng = np.random.default_rng(1)
    draws = rng.multinomial(300, [0.35, 0.40, 0.25], size=2000)
    held = [
        (found := indicators.promoter_score(p / 300, d / 300, 300)).low <= 10 <= found.high
        for p, _, d in draws
    ]
    assert np.mean(held) == pytest.approx(0.95, abs=0.02)


def test_missing_answers_are_left_out():
    some = pd.Series([10, None, 3, None], dtype="Int8")
    assert indicators.net_promoter_score(some).answers == 2
    assert indicators.satisfied_share(some, 4).value == 0.5


def test_two_points_at_200_answers_are_noticed_about_as_often_as_chance_alone_says():
    error = np.hypot(*[indicators.promoter_score(0.40, 0.25, 200).standard_error] * 2)
    assert comparing.chance_to_notice(2, error) < 0.06
    rng = np.random.default_rng(2)
    before = rng.multinomial(200, [0.40, 0.35, 0.25], size=4000)
    after = rng.multinomial(200, [0.41, 0.35, 0.24], size=4000)
    noticed = []
    for one, other in zip(before, after, strict=True):
        moved = comparing.change(
            indicators.promoter_score(one[0] / 200, one[2] / 200, 200),
            indicators.promoter_score(other[0] / 200, other[2] / 200, 200),
        )
        noticed.append(not moved.low <= 0 <= moved.high)
    assert np.mean(noticed) == pytest.approx(comparing.chance_to_notice(2, error), abs=0.015)


def test_an_index_stretches_a_weighted_mean_to_100():
    answers = pd.DataFrame({"a": [1, 7, 4, None], "b": [7, 7, 1, 7]})
    found = indicators.satisfaction_index(answers, {"a": 3, "b": 1})
    each = [(3 * (a - 1) + (b - 1)) / 24 * 100 for a, b in ((1, 7), (7, 7), (4, 1))]
    assert found.value == pytest.approx(np.mean(each))
    assert found.answers == 3


def test_the_share_of_signal_is_the_reliability_that_was_put_in():
    rng = np.random.default_rng(3)
    real, noise = rng.normal(0, 3, 5000), rng.normal(0, 4, 5000)
    found = comparing.signal_share(pd.Series(real + noise), pd.Series(np.full(5000, 4.0)))
    assert found == pytest.approx(9 / 25, abs=0.04)
    assert comparing.signal_share(pd.Series([1.0, 2.0, 3.0]), pd.Series([9.0, 9.0, 9.0])) == 0


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (
            lambda: indicators.net_promoter_score(pd.Series([5, 11, 12])),
            "NPS needs answers from 0 to 10; found 11 in 2 rows (first: row 1).",
        ),
        (lambda: indicators.net_promoter_score(pd.Series([None], dtype="Float64")), "NPS needs at least one"),
        (lambda: indicators.net_promoter_score([5]), "The answers must be a Series of numbers; got list."),
        (lambda: indicators.promoter_score(0.7, 0.6, 10), "Promoters and detractors together"),
        (lambda: indicators.promoter_score(1.7, 0.6, 10), "The share of promoters goes from 0 to 1"),
        (lambda: indicators.mean_answer(pd.Series([1.0])), "A mean with a standard error needs"),
        (
            lambda: indicators.satisfaction_index(pd.DataFrame({"a": [1, 2]}), {"b": 1}),
            "The table of answers lacks the column 'b'",
        ),
        (
            lambda: indicators.satisfaction_index(pd.DataFrame({"a": [1, 2]}), {"a": 0}),
            "The weights of an index",
        ),
        (lambda: comparing.signal_share(pd.Series([1.0, 2.0]), pd.Series([1.0, 1.0])), "A share of signal"),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)
