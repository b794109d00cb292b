"""Kano's table as published, its coefficients, and fair shares of what is explained."""

from itertools import permutations

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from statsmodels.stats.proportion import proportion_confint

from relmark_helpers.errors import CourseError
from relmark_helpers.topics.survey.model import drivers, kano, studies

PUBLISHED = {  # oracle C11: functional x dysfunctional
    "like": "Q A A A O",
    "must-be": "R I I I M",
    "neutral": "R I I I M",
    "live-with": "R I I I M",
    "dislike": "R R R R Q",
}


def test_the_evaluation_table_is_the_published_one():
    for functional, row in PUBLISHED.items():
        for dysfunctional, letter in zip(PUBLISHED, row.split(), strict=True):
            assert kano.kano_class(functional, dysfunctional) == letter
    counts = kano.EVALUATION.stack().value_counts().to_dict()
    assert counts == {"Q": 2, "A": 3, "O": 1, "R": 7, "I": 9, "M": 3}


def test_the_transposed_misprint_turns_wishes_into_reverse():
    wish = pd.DataFrame({"functional": ["like"] * 4, "dysfunctional": list(kano.ANSWERS[1:])})
    assert kano.classified(wish).tolist() == list("AAAO")
    assert kano.classified(wish, kano.EVALUATION.T).tolist() == list("RRRR")


def test_every_row_is_classified_as_one_at_a_time():
    answers = studies.kano_study(40, rng=1)
    each = [kano.kano_class(row.functional, row.dysfunctional) for row in answers.itertuples()]
    assert kano.classified(answers).tolist() == each
    counts = kano.kano_counts(answers)
    assert (counts.sum(axis=1) == 40).all()


def test_a_missing_answer_gets_no_class():
    answers = pd.DataFrame({"functional": ["like", None], "dysfunctional": ["dislike", "like"]})
    assert kano.classified(answers).isna().tolist() == [False, True]


def test_better_and_worse_are_shares_without_reverse_and_questionable():
    counts = pd.DataFrame([[30, 20, 10, 40, 7, 3]], index=["a"], columns=list("MOAIRQ"))
    found = kano.kano_summary(counts).loc["a"]
    assert found["better"] == pytest.approx(30 / 100)
    assert found["worse"] == pytest.approx(-50 / 100)
    low, high = proportion_confint(50, 100, method="wilson")
    assert (found["worse_low"], found["worse_high"]) == pytest.approx((-high, -low))
    assert found["class"] == "I"


def test_on_a_tie_the_more_cautious_class_counts():
    counts = pd.DataFrame([[40, 0, 40, 0, 0, 0]], index=["a"], columns=list("MOAIRQ"))
    assert kano.kano_summary(counts).loc["a", "class"] == "M"


def test_the_error_of_a_lead_is_that_of_simulated_samples():
    rng = np.random.default_rng(1)
    drawn = rng.multinomial(200, [0.6, 0.3, 0.1], size=20_000)
    measured = (100 * (drawn[:, 0] - drawn[:, 1]) / 200).std()
    assert kano.lead({"A": 120, "O": 60, "I": 20}).standard_error == pytest.approx(measured, rel=0.02)


def test_the_study_finds_the_classes_that_were_put_in():
    found = kano.kano_summary(kano.kano_counts(studies.kano_study(4000, rng=2)))["class"]
    for feature, (younger, older) in studies.FEATURES.items():
        mean = (np.array(younger) + np.array(older)) / 2
        top, second = np.sort(mean)[::-1][:2]
        if top - second > 0.05:
            assert found[feature] == "MOAIRQ"[int(mean.argmax())]


def test_shares_are_the_mean_over_every_order_of_entering():
    rng = np.random.default_rng(3)
    common = rng.standard_normal((300, 1))
    table = pd.DataFrame(common + rng.standard_normal((300, 4)), columns=list("abcd"))
    table["y"] = table["a"] + 0.5 * table["b"] + rng.standard_normal(300)
    gains = dict.fromkeys("abcd", 0.0)
    orders = list(permutations("abcd"))
    for order in orders:
        before = 0.0
        for place in range(1, 5):
            after = sm.OLS(table["y"], sm.add_constant(table[list(order[:place])])).fit().rsquared
            gains[order[place - 1]] += (after - before) / len(orders)
            before = after
    found = drivers.driver_shares(table, "y", list("abcd"), draws=20).set_index("cause")
    assert found["share"].to_dict() == pytest.approx(gains, abs=1e-9)
    whole = sm.OLS(table["y"], sm.add_constant(table[list("abcd")])).fit()
    assert found["share"].sum() == pytest.approx(whole.rsquared)
    assert found["slope"].to_dict() == pytest.approx(whole.params.drop("const").to_dict())
    low, high = whole.conf_int().drop("const").to_numpy().T
    assert found["slope_low"].to_numpy() == pytest.approx(low, abs=2e-3)  # t in place of the normal
    assert found["slope_high"].to_numpy() == pytest.approx(high, abs=2e-3)
    assert found.loc["c", "correlation"] == pytest.approx(table["c"].corr(table["y"]))


def test_resampling_by_counts_is_resampling_of_rows():
    rng = np.random.default_rng(4)
    table = pd.DataFrame(rng.standard_normal((120, 2)), columns=["a", "b"])
    table["y"] = table["a"] + rng.standard_normal(120)
    found = drivers.driver_shares(table, "y", ["a", "b"], draws=2000, rng=1).set_index("cause")
    slow = []
    for _ in range(600):
        rows = table.sample(len(table), replace=True, random_state=rng)
        slow.append(drivers.shares_of_explained(np.cov(rows.to_numpy(), rowvar=False))[0])
    assert found.loc["a", "low"] == pytest.approx(np.percentile(slow, 2.5), abs=0.03)
    assert found.loc["a", "high"] == pytest.approx(np.percentile(slow, 97.5), abs=0.03)


def test_the_true_shares_are_those_of_a_large_study_without_error():
    rng = np.random.default_rng(5)
    halo = studies.HALO * rng.standard_normal((200_000, 1))
    felt = halo + studies.OWN * rng.standard_normal((200_000, 5))
    weights = np.array([weight for _, _, weight, _ in studies.SERVICE.values()])
    outcome = felt @ weights + studies.REST * rng.standard_normal(200_000)
    found = drivers.shares_of_explained(np.cov(np.column_stack([felt, outcome]), rowvar=False))
    assert studies.true_driver_shares().to_numpy() == pytest.approx(found / found.sum(), abs=0.01)


def test_the_quadrants_of_the_map():
    ratings = pd.DataFrame({"a": [2.0, 2.0], "b": [6.0, 6.0], "c": [2.0, 2.0], "d": [6.0, 6.0]})
    found = drivers.importance_performance(ratings, {"a": 9, "b": 9, "c": 1, "d": 1})
    assert found["quadrant"].tolist() == [
        "concentrate here",
        "keep it up",
        "low priority",
        "possible overkill",
    ]
    assert found.attrs["cross"] == (4.0, 5.0)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: kano.kano_class("love", "like"), "A Kano answer is one of like, must-be"),
        (
            lambda: kano.classified(pd.DataFrame({"functional": ["like"], "dysfunctional": ["Like"]})),
            "A Kano answer is one of like, must-be",
        ),
        (
            lambda: kano.kano_summary(pd.DataFrame([[0, 0, 0, 0, 5, 5]], ["a"], list("MOAIRQ"))),
            "Nobody's answer about 'a'",
        ),
        (lambda: kano.lead({"A": 0, "M": 0}), "Nobody answered about this feature."),
        (
            lambda: drivers.driver_shares(pd.DataFrame({"a": [1.0], "y": [1.0]}), "y", ["a"]),
            "Shares are for 2 to 10 causes",
        ),
        (
            lambda: drivers.importance_performance(pd.DataFrame({"a": [1.0]}), {}),
            "There is no importance for 'a'.",
        ),
        (
            lambda: drivers.importance_performance(pd.DataFrame({"a": [1.0]}), {"a": 1}, cross="median"),
            "The cross stands at 'means' or 'scale'",
        ),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)
