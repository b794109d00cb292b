"""Conditionals against published arithmetic, the grid by counting, and markets by simulating their buyers."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.loyalty.model import grid, leaving, market


@pytest.mark.parametrize(
    ("satisfied_if_left", "left", "satisfied", "published"),
    [(0.75, 0.15, 0.85, 0.132), (0.85, 0.30, 0.85, 0.30)],
)
def test_bayes_gives_the_numbers_of_the_claim_check(satisfied_if_left, left, satisfied, published):
    found = leaving.turned_round(satisfied_if_left, left, satisfied)
    assert found == pytest.approx(published, abs=0.0005)


def test_repurchase_among_the_satisfied_is_bounded_as_in_the_claim_check():
    # 40 % repurchase and 90 % satisfied: even if every repurchaser was satisfied, 44 %
    assert leaving.turned_round(1.0, left=0.40, satisfied=0.90) == pytest.approx(0.444, abs=0.0005)


@given(st.floats(0.01, 0.9), st.floats(0, 1), st.floats(0.01, 1))
def test_both_ways_of_counting_a_thousand_agree(left, if_left, if_stayed):
    table = leaving.two_by_two(left, if_left, if_stayed)
    satisfied = table.loc["satisfied"].sum() / 1000
    by_counting = table.loc["satisfied", "left"] / table.loc["satisfied"].sum()
    assert leaving.turned_round(if_left, left, satisfied) == pytest.approx(by_counting, abs=1e-9)
    assert table.to_numpy().sum() == pytest.approx(1000)


def test_conditionals_are_those_of_counting():
    rng = np.random.default_rng(1)
    satisfied = pd.Series(rng.random(500) < 0.8)
    gone = pd.Series(np.where(rng.random(500) < 0.1, np.nan, rng.random(500) < 0.2))
    pairs = [(s, g) for s, g in zip(satisfied, gone, strict=True) if not np.isnan(g)]
    both = sum(s and g for s, g in pairs)
    found = leaving.both_conditionals(satisfied, gone)["is_share"].tolist()
    assert found == pytest.approx([both / sum(g for _, g in pairs), both / sum(s for s, _ in pairs)])


def test_what_separates_finds_what_was_put_in():
    rng = np.random.default_rng(2)
    trust, mood = rng.standard_normal((2, 6_000))
    odds = np.exp(-1 - 0.7 * trust)
    table = pd.DataFrame({"trust": trust, "mood": mood, "gone": rng.random(6_000) < odds / (1 + odds)})
    found = leaving.what_separates(table, "gone", ["trust", "mood"], pd.Series(range(6_000))).set_index(
        "candidate"
    )
    assert found.loc["trust", "low"] < np.exp(-0.7 * trust.std()) < found.loc["trust", "high"]
    assert found.loc["mood", "low"] < 1 < found.loc["mood", "high"]


def test_the_grid_is_that_of_counting():
    surveys, orders = load("surveys"), load("orders")
    table = grid.attitude_and_behaviour(surveys, orders)
    some = table.sample(400, random_state=1)
    answers = surveys.loc[some.index, ["loyalty_initiative", "loyalty_recommendation", "loyalty_resistance"]]
    cells = {}
    for row, three in zip(some.itertuples(), answers.itertuples(index=False), strict=True):
        if any(pd.isna(each) for each in three) or np.isnan(row.orders):
            continue
        likes, buys = sum(three) / 3 > 4, row.orders >= 3
        name = "true" if likes and buys else "latent" if likes else "spurious" if buys else "none"
        cells.setdefault(name, []).append(row.gone)
    found = grid.loyalty_grid(some).set_index("cell")
    for name, gone in cells.items():
        known = [each for each in gone if not np.isnan(each)]
        assert found.loc[name, ["rows", "followed"]].tolist() == [len(gone), len(known)]
        assert found.loc[name, "gone"] == pytest.approx(np.mean(known))
    assert found["share"].sum() == pytest.approx(1)


def test_an_empty_cell_has_no_shares():
    rows = pd.DataFrame({"attitude": [5.0], "orders": [4.0], "gone": [0.0]})
    assert np.isnan(grid.loyalty_grid(rows).set_index("cell").loc["none", "gone"])


@pytest.mark.parametrize(("share", "purchases", "sameness"), [(0.1, 12, 1.2), (0.3, 4, 0.5), (0.5, 20, 3)])
def test_switchers_are_those_of_simulated_buyers_who_are_all_content(share, purchases, sameness):
    rng = np.random.default_rng(3)
    buyers = 60_000
    number = rng.poisson(rng.exponential(purchases, buyers))
    taste = rng.beta(sameness * share, sameness * (1 - share), buyers)
    ours = rng.binomial(number, taste)
    bought = ours > 0
    expected = (ours[bought] < number[bought]).mean()
    error = np.sqrt(expected * (1 - expected) / bought.sum())
    found = market.switchers_without_dissatisfaction(share, purchases, sameness)
    assert found == pytest.approx(expected, abs=4 * error)


def test_the_same_again_is_that_of_walking_through_a_customers_orders():
    orders, lines, products = load("orders"), load("order_lines"), load("products")
    some = orders[orders["customer_id"] % 20 == 0]
    found = market.same_again(some, lines, products, draws=20).set_index("category")
    kind = products.set_index("product_id")["category"].astype(str)
    bought = {}
    for row in lines.itertuples():
        bought.setdefault(row.order_id, {}).setdefault(kind[row.product_id], row.product_id)
    pairs = {}
    last = {}
    for row in some.sort_values(["customer_id", "ordered_on", "order_id"]).itertuples():
        for category, product in bought[row.order_id].items():
            before = last.get((row.customer_id, category))
            if before is not None:
                pairs.setdefault(category, []).append(before == product)
            last[row.customer_id, category] = product
    for category, same in pairs.items():
        assert found.loc[category, "pairs"] == len(same)
        assert found.loc[category, "same"] == pytest.approx(np.mean(same))


def test_a_curve_is_proportional_only_where_loyalty_is():
    rng = np.random.default_rng(4)
    value = pd.Series(rng.integers(1, 8, 6_000).astype(float))
    score = {}
    for name, chance in (("proportional", 0.13 * value), ("with a base", 0.8 + 0.02 * value)):
        loyal = pd.Series((rng.random(6_000) < chance).astype(float))
        score[name] = market.three_curves(value, loyal).set_index("curve")["log_score"]
    assert score["proportional"]["proportional"] > score["proportional"]["straight with a base"] - 0.001
    assert score["with a base"]["proportional"] < score["with a base"]["straight with a base"] - 0.05


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: leaving.turned_round(0.9, 0.5, 0.2), "These three shares cannot hold together"),
        (lambda: leaving.turned_round(0.1, 0.5, 0.9), "These three shares cannot hold together"),
        (
            lambda: leaving.turned_round(1.2, 0.5, 0.9),
            "The share of satisfied among those who left goes from",
        ),
        (
            lambda: leaving.both_conditionals(pd.Series([True]), pd.Series([0])),
            "There must be somebody who left",
        ),
        (
            lambda: leaving.what_separates(
                pd.DataFrame({"a": [1.0] * 50, "b": [0] * 50}), "b", ["a"], pd.Series(range(50))
            ),
            "Each outcome needs at least ten rows",
        ),
        (lambda: grid.cell_of(pd.DataFrame({"attitude": [1.0]})), "The table lacks the column 'orders'"),
        (lambda: market.switchers_without_dissatisfaction(1.0, 3, 1), "The share lies between 0 and 1"),
        (lambda: market.three_curves(pd.Series([1.0]), pd.Series([1.0])), "The curves need at least 30"),
        (
            lambda: market.same_again(load("orders"), load("order_lines"), load("branches")),
            "The table of products lacks the column",
        ),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)
