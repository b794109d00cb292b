"""Stages read from orders one by one, moves counted by walking, intervals that keep their word, and sorting."""

import itertools

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.loyalty.model import half_years, ladder, sorting

CUSTOMERS, ORDERS = load("customers"), load("orders")


def test_stages_are_those_of_reading_each_customers_orders():
    found = half_years.stages(CUSTOMERS, ORDERS)
    halves = ["2022H1", "2022H2", "2023H1", "2023H2", "2024H1", "2024H2"]
    assert found.columns.tolist() == halves[:-1]
    by_customer = ORDERS.groupby("customer_id")["ordered_on"].apply(list)
    for row in CUSTOMERS.sample(300, random_state=3).itertuples():
        days = by_customer.get(row.customer_id, [])
        counts = [sum(f"{day.year}H{1 if day.month <= 6 else 2}" == half for day in days) for half in halves]
        expected, begun = [], row.joined.year < 2022
        for now, after in itertools.pairwise(counts):
            begun = begun or now > 0
            if not begun:
                expected.append("watching")
            elif now == after == 0:
                expected.append("lost")
            else:
                expected.append("trying" if now < 2 else "returning" if now < 4 else "trusting")
        assert found.loc[row.customer_id].tolist() == expected


def test_moves_are_those_of_walking_along_each_row_and_strangers_go_on_watching():
    table = half_years.stages(CUSTOMERS, ORDERS)
    walked = {}
    for row in table.to_numpy().tolist():
        for before, after in itertools.pairwise(row):
            walked[before, after] = walked.get((before, after), 0) + 1
    counts = ladder.transition_counts(table, 8100)
    walked["watching", "watching"] += (8100 - len(CUSTOMERS)) * 4
    assert {(i, j): counts.loc[i, j] for i, j in walked} == walked
    assert counts.to_numpy().sum() == 8100 * 4


def test_chances_are_shares_of_their_row_and_lost_is_the_end():
    counts = ladder.transition_counts(half_years.stages(CUSTOMERS, ORDERS))
    matrix = ladder.transition_matrix(counts)
    assert matrix.loc["trying", "lost"] == counts.loc["trying", "lost"] / counts.loc["trying"].sum()
    assert matrix.loc["lost"].tolist() == [0, 0, 0, 0, 1]
    assert np.allclose(matrix.sum(axis=1), 1)


def test_intervals_of_chances_hold_the_truth_as_often_as_they_say():
    rng = np.random.default_rng(5)
    truth = np.array(
        [[0.6, 0.2, 0.1, 0.1, 0], [0, 0.4, 0.3, 0.1, 0.2], [0, 0.3, 0.3, 0.2, 0.2], [0, 0.1, 0.2, 0.6, 0.1]]
    )
    steps = np.cumsum(np.vstack([truth, [0, 0, 0, 0, 1]]), axis=1)
    held = []
    for _ in range(60):
        here = rng.integers(0, 4, 400)
        rows = [here]
        for _ in range(3):
            here = (rng.random(400)[:, None] > steps[here]).sum(axis=1)
            rows.append(here)
        table = pd.DataFrame(np.array(half_years.STAGES)[np.array(rows).T])
        low, high = np.quantile(ladder.drawn_matrices(table, draws=100, rng=rng), [0.025, 0.975], axis=0)
        held.append(((low[:4] <= truth) & (truth <= high[:4]))[truth > 0])
    # 15 chances in 60 samples at 95 %: well above nine in ten, and not all
    assert 0.91 < np.mean(held) < 0.985


def test_reach_is_three_for_each_customer_of_the_first_day():
    assert half_years.persons_in_reach(CUSTOMERS) == 3 * sum(day.year < 2022 for day in CUSTOMERS["joined"])


@pytest.mark.parametrize(("mean", "shape"), [(2.3, 1.7), (1.2, 0.6), (5.0, 4.0)])
def test_customers_who_never_change_move_as_the_formula_says(mean, shape):
    rng = np.random.default_rng(9)
    people = 60_000
    rate = rng.gamma(shape, mean / shape, people)
    counts = rng.poisson(rate[:, None], (people, 3))
    low, high = half_years.BOUNDS
    before, after, then = counts.T
    known = (before > 0) | (after > 0)  # silent twice is lost, and starts no move
    start = np.where(before >= high, 3, np.where(before >= low, 2, 1))
    end = np.where(
        (after == 0) & (then == 0) & (before > 0), 4, np.where(after >= high, 3, 1 + (after >= low))
    )
    found = sorting.unchanging_moves(mean, shape).to_numpy()
    for stage in (1, 2, 3):
        here = end[known & (start == stage)]
        for goal in (1, 2, 3, 4):
            share = (here == goal).mean()
            error = np.sqrt(max(share * (1 - share), 1e-4) / here.size)
            assert found[stage - 1, goal - 1] == pytest.approx(share, abs=4.5 * error), (stage, goal)


def test_two_steps_of_customers_who_never_change_are_not_those_of_the_chain():
    rng = np.random.default_rng(2)
    rate = rng.gamma(1.0, 2.5, 8_000)
    counts = rng.poisson(rate[:, None], (8_000, 6))
    customers = pd.DataFrame({"customer_id": range(8_000), "joined": pd.Timestamp("2021-01-01")})
    days = pd.to_datetime(
        ["2022-02-01", "2022-08-01", "2023-02-01", "2023-08-01", "2024-02-01", "2024-08-01"]
    )
    who, half = np.nonzero(counts)
    orders = pd.DataFrame({"customer_id": np.repeat(who, counts[who, half])})
    orders["ordered_on"] = np.repeat(days[half], counts[who, half])
    table = half_years.stages(customers, orders)
    found = sorting.two_steps(
        table, ladder.transition_matrix(ladder.transition_counts(table, 9_000) + np.eye(5))
    )
    stays = found[(found["from"] == "trusting") & (found["to"] == "trusting")].iloc[0]
    assert stays["low"] > stays["chain"]


def test_two_steps_of_a_true_chain_are_those_of_the_chain():
    rng = np.random.default_rng(3)
    steps = np.cumsum(
        [
            [0.6, 0.2, 0.1, 0.1, 0],
            [0, 0.4, 0.3, 0.1, 0.2],
            [0, 0.3, 0.3, 0.2, 0.2],
            [0, 0.1, 0.2, 0.6, 0.1],
            [0, 0, 0, 0, 1],
        ],
        axis=1,
    )
    here = rng.integers(0, 4, 20_000)
    rows = [here]
    for _ in range(3):
        here = (rng.random(20_000)[:, None] > steps[here]).sum(axis=1)
        rows.append(here)
    table = pd.DataFrame(np.array(half_years.STAGES)[np.array(rows).T])
    found = sorting.two_steps(table, ladder.transition_matrix(ladder.transition_counts(table)))
    assert (found["counted"] - found["chain"]).abs().max() < 0.02


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: half_years.stages(CUSTOMERS, ORDERS, (4, 2)), "The bounds of the stages rise from 1 on"),
        (
            lambda: half_years.stages(CUSTOMERS, ORDERS.head(50)),
            "Stages need orders of at least three half-years",
        ),
        (lambda: half_years.stages(CUSTOMERS[["joined"]], ORDERS), "The table of customers lacks the column"),
        (
            lambda: ladder.transition_matrix(np.ones((4, 4))),
            "Moves between five stages are a table of 5 by 5",
        ),
        (lambda: ladder.transition_matrix(np.zeros((5, 5))), "Nobody was ever watching"),
        (
            lambda: ladder.transition_counts(half_years.stages(CUSTOMERS, ORDERS), 10),
            "There are 3928 customers and only 10 persons in reach.",
        ),
        (
            lambda: ladder.drawn_matrices(half_years.stages(CUSTOMERS, ORDERS), draws=3),
            "The number of draws is 20 or more; got 3.",
        ),
        (lambda: sorting.unchanging_moves(0.0, 1.0), "The mean and the shape must be above 0."),
        (
            lambda: sorting.two_steps(pd.DataFrame([["trying", "lost"]]), pd.DataFrame(np.eye(5))),
            "Two steps need three half-years; found 2.",
        ),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)
