"""Alpha with its interval, items, SERVQUAL: against formulas written out and against simulation."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.errors import CourseError
from relmark_helpers.topics.survey.model import scales, servqual, studies


def parallel(rng, people, items, error):
    factor = rng.standard_normal((people, 1))
    return pd.DataFrame(factor + error * rng.standard_normal((people, items)))


def test_the_interval_of_alpha_holds_the_truth_about_as_often_as_it_says():
    rng = np.random.default_rng(1)
    truth = 4 / (4 + 0.8**2)  # four parallel items with factor variance 1
    found = [scales.alpha_with_interval(parallel(rng, 60, 4, 0.8)) for _ in range(600)]
    assert np.mean([each.low <= truth <= each.high for each in found]) == pytest.approx(0.95, abs=0.03)


def test_a_reported_alpha_gets_the_same_interval_as_the_answers():
    items = parallel(np.random.default_rng(2), 100, 5, 1.0)
    one = scales.alpha_with_interval(items)
    other = scales.alpha_interval(one.value, 100, 5)
    assert (one.low, one.high) == (other.low, other.high)


def test_item_total_correlation_leaves_the_item_itself_out():
    items = parallel(np.random.default_rng(3), 200, 3, 1.0).set_axis(["a", "b", "c"], axis=1)
    found = scales.item_analysis(items).set_index("item")
    assert found.loc["b", "item_total"] == pytest.approx(
        np.corrcoef(items["b"], items["a"] + items["c"])[0, 1]
    )
    r = items[["a", "c"]].cov().to_numpy()
    assert found.loc["b", "alpha_without"] == pytest.approx(2 * (1 - np.trace(r) / r.sum()))


def test_alpha_is_high_for_two_things_that_have_nothing_in_common():
    # twelve items: 30 of 66 pairs correlate 0.6, the others 0
    mean = 30 * 0.6 / 66
    assert scales.alpha_of_blocks(12, 0.6, 0.0) == pytest.approx(12 * mean / (1 + 11 * mean))
    assert scales.alpha_of_blocks(12, 0.6, 0.0) > 0.8
    # each block of six with correlation 0.6 has the eigenvalue 1 + 5 * 0.6 = 4
    assert scales.first_factor_share(12, 0.6, 0.0) == pytest.approx((4 / 12, 4 / 12))


def test_the_item_that_does_not_belong_and_the_turned_one_stand_out():
    draft = studies.ease_study(400, np.random.default_rng(4))
    found = scales.item_analysis(draft).set_index("item")
    assert found.loc["ease_2", "item_total"] < 0
    mended = scales.item_analysis(draft.assign(ease_2=8 - draft["ease_2"])).set_index("item")
    assert mended["item_total"].idxmin() == "ease_4"
    assert mended.loc["ease_4", "alpha_without"] == mended["alpha_without"].max()


def test_servqual_has_22_items_in_five_dimensions_and_nine_are_turned():
    # oracle C10
    assert [len(items) for items in servqual.DIMENSIONS.values()] == [4, 5, 4, 4, 5]
    assert [n for items in servqual.DIMENSIONS.values() for n in items] == list(range(1, 23))
    assert servqual.REVERSED == (10, 11, 12, 13, 18, 19, 20, 21, 22)


def test_gaps_are_perception_less_expectation_by_hand():
    answers = studies.service_study(200, rng=8)
    found = servqual.gap_table(answers)
    by_hand = (8 - answers[["p10", "p11", "p12", "p13"]]).mean(axis=1) - (
        8 - answers[["e10", "e11", "e12", "e13"]]
    ).mean(axis=1)
    assert found.loc["responsiveness", "gap"] == pytest.approx(by_hand.mean())
    reach = 1.959964 * by_hand.std() / np.sqrt(200)
    assert found.loc["responsiveness", "high"] == pytest.approx(by_hand.mean() + reach)
    assert found.loc["tangibles", "gap"] == pytest.approx(
        answers[["p1", "p2", "p3", "p4"]].to_numpy().mean()
        - answers[["e1", "e2", "e3", "e4"]].to_numpy().mean()
    )


def test_gaps_are_near_what_was_put_into_the_study():
    found = servqual.gap_table(studies.service_study(4000, rng=9))
    for name, (expected, perceived, _, _) in studies.SERVICE.items():
        assert found.loc[name, "gap"] == pytest.approx(perceived - expected, abs=0.2)  # the scale ends at 7


def test_a_difference_is_less_reliable_than_its_parts_as_simulation_shows():
    rng = np.random.default_rng(5)
    true = rng.multivariate_normal([0, 0], [[1, 0.6], [0.6, 1]], size=200_000)
    seen, again = (true + 0.5 * rng.standard_normal(true.shape) for _ in range(2))
    parts = [np.corrcoef(seen[:, side], again[:, side])[0, 1] for side in (0, 1)]
    measured = np.corrcoef(seen[:, 0] - seen[:, 1], again[:, 0] - again[:, 1])[0, 1]
    formula = servqual.difference_reliability((1 / 1.25, 1 / 1.25), 0.6 / 1.25)
    assert measured == pytest.approx(formula, abs=0.01)
    assert formula < min(parts)


def test_both_sides_finds_slopes_that_are_not_equal_and_opposite():
    rng = np.random.default_rng(6)
    table = pd.DataFrame(rng.multivariate_normal([5, 5], [[1, 0.3], [0.3, 1]], size=3000), columns=["p", "e"])
    table["y"] = 0.6 * table["p"] - 0.2 * table["e"] + rng.standard_normal(3000)
    found = servqual.both_sides(table, "y", "p", "e")
    assert found["perception"].value == pytest.approx(0.6, abs=0.07)
    assert found["expectation"].value == pytest.approx(-0.2, abs=0.07)
    assert found["sum"].value == pytest.approx(found["perception"].value + found["expectation"].value)
    assert found["sum"].low > 0
    # the two slopes are estimated together: the error of their sum has their covariance in it
    apart = np.hypot(found["perception"].standard_error, found["expectation"].standard_error)
    assert found["sum"].standard_error > apart * 0.5
    assert found["sum"].standard_error < apart


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: scales.item_analysis(pd.DataFrame({"a": [1], "b": [2]})), "An item can be left out only"),
        (lambda: scales.alpha_of_blocks(5, 0.5, 0.1), "Two blocks of equal size need an even number"),
        (lambda: servqual.turned_pairs(pd.DataFrame({"e1": [1]})), "The table of SERVQUAL answers lacks"),
        (
            lambda: servqual.turned_pairs(studies.service_study(5).replace({"p3": {7: 9, 6: 9, 5: 9}})),
            "SERVQUAL answers go from 1 to 7; found 9 in 'p3'",
        ),
        (lambda: servqual.difference_reliability((1.0, 1.0), 1.0), "The two scores are the same"),
        (lambda: servqual.difference_reliability((0.5, 0.5), 0.9), "Two scores cannot correlate higher"),
        (
            lambda: servqual.both_sides(pd.DataFrame({"y": [1.0], "p": [1.0], "e": [1.0]}), "y", "p", "e"),
            "The comparison needs at least 30",
        ),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)
