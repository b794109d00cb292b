"""Each thing that chapter 04 says of the data in words holds in the data."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.build import build
from relmark_helpers.company.store import load
from relmark_helpers.topics.satisfaction import model

SURVEYS = load("surveys")


@pytest.fixture(scope="module")
def scores():
    table = model.construct_scores(SURVEYS)
    table["intention"] = SURVEYS["loyalty_repurchase"].astype("Float64")
    table["bought_again"] = model.bought_again(SURVEYS, load("orders"))
    return table


def test_the_same_performance_satisfies_less_where_more_was_expected(scores):
    same = scores[scores["performance"].between(4.6, 5.4)]
    classes = pd.cut(same["expectations"], [0, 4, 5, 6, 7])
    means = same.groupby(classes, observed=True)["overall_satisfaction"].mean()
    assert means.is_monotonic_decreasing


def test_performance_moves_satisfaction_most_of_the_three_starting_points(scores):
    total = model.effects_on_satisfaction(model.regression_paths(scores))["total"]
    starts = total[["desires", "performance", "expectations"]].abs()
    assert starts.idxmax() == "performance"


def test_a_push_on_performance_and_expectations_together_leaves_a_little():
    truth = model.true_paths()
    both = model.shifts(truth, {"performance": 1, "expectations": 1}, "structural")["overall_satisfaction"]
    alone = model.shifts(truth, {"performance": 1}, "structural")["overall_satisfaction"]
    assert 0 < both < alone


def test_regression_bends_even_the_order_of_the_levers_and_few_intervals_hold_the_truth(scores):
    found = model.regression_paths(scores)
    truth = model.true_paths()
    held = (found["low"] <= truth["structural"]) & (truth["structural"] <= found["high"])
    assert held.sum() <= 4
    order = model.effects_on_satisfaction(found)["total"].abs().sort_values().index.tolist()
    right = model.effects_on_satisfaction(truth, "structural")["total"].abs().sort_values().index.tolist()
    assert order != right
    corrected = model.effects_on_satisfaction(model.corrected_paths(SURVEYS, draws=20))["total"].abs()
    assert corrected.sort_values().index.tolist() == right


def test_sevens_are_commonest_where_the_scale_bends_the_answers(scores):
    sevens = (model.turned_items(SURVEYS) == 7).mean()
    assert sevens.idxmax()[:-2] in ("desires", "performance")


def test_intention_follows_satisfaction_and_buying_follows_trust(scores):
    says = model.predictors(scores, "intention").set_index("cause")
    does = model.predictors(scores, "bought_again").set_index("cause")
    assert says.loc["overall_satisfaction", "low"] > says.loc["trust", "high"]
    assert does.loc["trust", "low"] > does.loc["overall_satisfaction", "high"]
    assert does["estimate"].max() < 0.3


def test_the_steps_of_the_ladder_return_more_and_more_often(scores):
    steps = model.satisfaction_steps(scores["expectations_congruency"])
    shares = model.share_by_group(scores["bought_again"], steps)["share"]
    assert shares.is_monotonic_increasing
    assert shares.between(0.5, 0.95).all()


def test_dissatisfied_customers_come_back_above_all_where_there_is_no_rival(scores):
    branch = SURVEYS["customer_id"].map(load("customers").set_index("customer_id")["branch_id"])
    rivals = branch.map(load("branches").set_index("branch_id")["rivals_nearby"])
    dissatisfied = scores["overall_satisfaction"] < 4
    place = pd.Series(np.where(rivals == 0, "none", "some"), index=scores.index)
    shares = model.share_by_group(scores["bought_again"][dissatisfied], place[dissatisfied]).set_index(
        "group"
    )
    assert (shares["low"] > 0.5).all()
    assert shares.loc["none", "low"] > shares.loc["some", "high"]
    satisfied = model.share_by_group(scores["bought_again"][~dissatisfied], place[~dissatisfied]).set_index(
        "group"
    )
    assert satisfied.loc["some", "low"] > shares.loc["some", "high"]


def test_without_a_rival_mood_makes_no_difference_in_a_company_ten_times_as_large(tmp_path):
    build(tmp_path, customers=27_000)
    surveys, orders = load("surveys", tmp_path), load("orders", tmp_path)
    branch = surveys["customer_id"].map(load("customers", tmp_path).set_index("customer_id")["branch_id"])
    rivals = branch.map(load("branches", tmp_path).set_index("branch_id")["rivals_nearby"])
    alone = rivals == 0
    mood = model.construct_scores(surveys, ["overall_satisfaction"])["overall_satisfaction"] < 4
    shares = model.share_by_group(model.bought_again(surveys, orders)[alone], mood[alone].astype(str))
    assert abs(shares["share"].diff().iloc[1]) < 0.03
