"""Shares of drivers against all orders of entry and another library; effects against the truth that was put in."""

import itertools

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.engine import simulate
from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.loyalty.model import components, drivers, resampling, shares

SURVEYS, ORDERS = load("surveys"), load("orders")
TABLE = drivers.driver_table(SURVEYS, ORDERS, load("memberships"))


def r_squared(data, y, names):
    if not names:
        return 0.0
    causes = np.column_stack([np.ones(len(data)), data[list(names)]])
    rest = data[y] - causes @ np.linalg.lstsq(causes, data[y], rcond=None)[0]
    return 1 - rest.var() / data[y].var()


def test_shares_are_means_over_all_orders_of_entry():
    data = TABLE[[*drivers.DRIVERS, "stated"]].dropna().head(800)
    gains = {name: [] for name in drivers.DRIVERS}
    for order in itertools.permutations(drivers.DRIVERS):
        before = 0.0
        for number, name in enumerate(order, start=1):
            after = r_squared(data, "stated", order[:number])
            gains[name].append(after - before)
            before = after
    found = shares.divided(data.cov().to_numpy())
    assert found.tolist() == pytest.approx([np.mean(gains[name]) for name in drivers.DRIVERS], abs=1e-9)


def test_contributions_add_up_to_what_all_explain_and_lie_between_alone_and_last_on_unrelated_drivers():
    rng = np.random.default_rng(1)
    causes = rng.standard_normal((4_000, 3))
    data = pd.DataFrame(causes, columns=["a", "b", "c"]).assign(
        y=causes @ [0.6, 0.3, 0.0] + rng.standard_normal(4_000), customer_id=range(4_000)
    )
    found = shares.driver_shares(data, "y", ["a", "b", "c"], draws=20).set_index("driver")
    assert found["contribution"].sum() == pytest.approx(r_squared(data, "y", ["a", "b", "c"]), abs=1e-9)
    total = 0.36 + 0.09 + 1
    for name, truth in (("a", 0.36 / total), ("b", 0.09 / total), ("c", 0.0)):
        assert found.loc[name, "contribution"] == pytest.approx(truth, abs=0.025)
        assert found.loc[name, "alone"] == pytest.approx(found.loc[name, "last"], abs=0.02)


def test_intervals_of_shares_hold_the_truth_as_often_as_they_say():
    rng = np.random.default_rng(4)
    truth = 0.5  # two equal causes that go together share equally
    held = []
    for _ in range(100):
        common = rng.standard_normal(250)
        table = pd.DataFrame({name: common + rng.standard_normal(250) for name in "ab"})
        table["y"] = table["a"] + table["b"] + 2 * rng.standard_normal(250)
        found = shares.driver_shares(table.assign(customer_id=range(250)), "y", ["a", "b"], 100, rng)
        held.append((found["low"] <= truth) & (truth <= found["high"]))
    assert np.mean(held) > 0.88


def test_customers_are_drawn_and_not_answers():
    rng = np.random.default_rng(6)
    per_customer = rng.standard_normal((100, 2)) @ np.array([[1, 0.5], [0, 0.9]])
    table = pd.DataFrame(np.repeat(per_customer, 9, axis=0), columns=["a", "y"])
    alone, _ = table.iloc[::9], None
    customers = pd.Series(np.repeat(range(100), 9))
    many = shares.driver_effects(
        table.assign(customer_id=customers), "y", pd.Series({"a": 1.0}), ["a"], 400, 1
    ).iloc[0]
    once = shares.driver_effects(
        alone.assign(customer_id=customers[::9]), "y", pd.Series({"a": 1.0}), ["a"], 400, 1
    ).iloc[0]
    # nine copies of an answer are no more knowledge than one
    assert many["plain_high"] - many["plain_low"] == pytest.approx(
        once["plain_high"] - once["plain_low"], rel=0.05
    )


def test_the_corrected_effects_come_near_the_truth_and_the_plain_ones_do_not():
    found = shares.driver_effects(TABLE, "stated", drivers.driver_reliabilities(SURVEYS), draws=50, rng=2)
    truth = drivers.true_effects().to_numpy()
    assert abs(found["corrected"] - truth).max() < 0.05
    assert abs(found["plain"] - truth).max() > 0.1
    held = (found["plain_low"] <= truth) & (truth <= found["plain_high"])
    assert held.sum() == 0


def test_the_truth_of_the_table_is_that_of_the_factors_in_a_larger_company():
    run = simulate(customers=20_000, months=12, record="tables", seed=3)
    events = run.events["surveys"]
    answers = pd.DataFrame({name: events[f"loyalty_{name}"].astype(float) for name in components.ANSWERS})
    inside = ((answers > 1) & (answers < 7)).all(axis=1)  # where no scale has cut an answer off or lost it
    felt = np.column_stack(
        [np.ones(len(answers)), events["felt_overall_satisfaction"], events["felt_trust"], events["ces"]]
    )
    keep = ((answers >= 1).all(axis=1) & (events["ces"] >= 1)).to_numpy()
    slopes = np.linalg.lstsq(felt[keep], answers.mean(axis=1)[keep], rcond=None)[0]
    truth = drivers.true_effects()
    assert inside.mean() > 0.75
    assert slopes[1] == pytest.approx(truth["satisfaction"], abs=0.03)
    assert slopes[2] == pytest.approx(truth["trust"], abs=0.03)
    assert slopes[3] == pytest.approx(0.0, abs=0.02)


def test_orders_are_counted_in_their_windows_as_by_hand():
    some = SURVEYS.sample(150, random_state=5)
    after = drivers.orders_within(some, ORDERS, 183)
    before = drivers.orders_within(some, ORDERS, -183)
    by_customer = ORDERS.groupby("customer_id")["ordered_on"].apply(list)
    end, begin = ORDERS["ordered_on"].max(), ORDERS["ordered_on"].min()
    for row in some.itertuples():
        days = [(day - row.answered_on).days for day in by_customer[row.customer_id]]
        if (end - row.answered_on).days >= 183:
            assert after[row.Index] == sum(0 < day <= 183 for day in days)
        else:
            assert np.isnan(after[row.Index])
        if (row.answered_on - begin).days >= 182 and row.answered_on <= end:
            assert before[row.Index] == sum(-183 < day <= 0 for day in days)
        else:
            assert np.isnan(before[row.Index])


def test_reward_is_membership_on_the_day_of_the_answer():
    memberships = load("memberships")
    joined = {row.customer_id: row.since for row in memberships.itertuples() if row.event == "joined"}
    some = SURVEYS.sample(300, random_state=6)
    expected = [
        float(row.customer_id in joined and joined[row.customer_id] <= row.answered_on)
        for row in some.itertuples()
    ]
    assert drivers.driver_scores(some, memberships)["reward"].tolist() == expected


def test_alpha_is_that_of_mean_variance_and_mean_covariance():
    five = components.component_scores(SURVEYS)
    found = components.index_reliability(five, SURVEYS["customer_id"], draws=50).set_index("index")
    complete = five.dropna()
    for label, kept in (("all", complete), ("without resistance", complete.drop(columns="resistance"))):
        covariance, k = kept.cov().to_numpy(), kept.shape[1]
        between = covariance[np.triu_indices(k, 1)].mean()
        alpha = k * between / (np.diag(covariance).mean() + (k - 1) * between)
        assert found.loc[label, "alpha"] == pytest.approx(alpha, abs=1e-9)
        assert found.loc[label, "low"] < alpha < found.loc[label, "high"]


def test_the_interval_of_alpha_holds_the_truth_as_often_as_it_says():
    rng = np.random.default_rng(12)
    truth = 4 / 3 * (1 - 4 * 2 / (4 * 2 + 12))  # four parts: a common factor and as much noise each
    held = []
    for _ in range(100):
        parts = rng.standard_normal(300)[:, None] + rng.standard_normal((300, 4))
        found = components.index_reliability(pd.DataFrame(parts), pd.Series(range(300)), 100, rng).iloc[0]
        held.append(found["low"] <= truth <= found["high"])
    assert np.mean(held) > 0.88


def test_covariances_are_those_of_pandas():
    data = TABLE[["satisfaction", "trust"]].dropna()
    blocks = resampling.moments_by_customer(data, TABLE.loc[data.index, "customer_id"])
    assert np.allclose(resampling.covariances(blocks.sum(axis=0)), data.cov())
    assert len(blocks) == TABLE.loc[data.index, "customer_id"].nunique()


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: shares.driver_shares(TABLE, "profit"), "The table lacks the column 'profit'"),
        (lambda: shares.driver_shares(TABLE.head(10), "stated"), "The table needs at least 30 complete rows"),
        (lambda: shares.driver_shares(TABLE.assign(trust=1.0), "stated"), "The column 'trust' does not vary"),
        (lambda: shares.driver_shares(TABLE, "stated", draws=2), "The number of draws is 20 or more"),
        (lambda: drivers.true_effects("profit"), "The truth is known for 'stated' and 'orders'"),
        (lambda: drivers.orders_within(SURVEYS, ORDERS, 0), "The window, in days, must not be 0."),
        (
            lambda: components.index_reliability(TABLE[["trust", "reward"]], TABLE["customer_id"]),
            "An index needs at least three components; found 2.",
        ),
        (lambda: components.component_scores(ORDERS), "The survey table lacks the column"),
        (lambda: components.loyalty_index(pd.DataFrame()), "The table of components is empty"),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)
