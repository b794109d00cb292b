"""Profit, concentration, shares and referrals, against loops, SQL and textbook formulae."""

import numpy as np
import pandas as pd
import pytest

import relmark_helpers as rm
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.lifetime import model


@pytest.fixture(scope="module")
def orders():
    return model.order_profits(rm.load("orders"), rm.load("order_lines"), rm.load("products"))


def test_profit_of_the_company_is_that_of_sql(orders):
    found = rm.connect().sql(
        "SELECT sum(price_paid) AS s, sum(price_paid - quantity * unit_cost) AS p "
        "FROM order_lines JOIN products USING (product_id)"
    )
    spending, profit = found.df().iloc[0]
    assert orders["spending"].sum() == pytest.approx(float(spending))
    assert orders["profit"].sum() == pytest.approx(float(profit))


def test_a_cohort_is_worth_what_a_loop_adds_up(orders):
    customers = rm.load("customers")
    values = model.cohort_values(orders, customers, 12, 0.08)
    for customer in values.index[::60]:
        mine = orders[orders["customer_id"] == customer].sort_values("ordered_on")
        start, total = mine["ordered_on"].iloc[0], 0.0
        for row in mine.itertuples():
            age = (row.ordered_on - start).days
            if age < 365.25:
                total += row.profit / 1.08 ** (age / 365)
        assert values.loc[customer, "value"] == pytest.approx(total)
        assert values.loc[customer, "cohort"] == f"{start.year}H{1 if start.month < 7 else 2}"


def test_the_interval_of_a_mean_is_the_textbook_one():
    values = pd.Series(np.random.default_rng(1).gamma(2, 3, 50))
    found = model.mean_with_interval(values)
    error = np.sqrt(((values - values.mean()) ** 2).sum() / 49 / 50)
    assert found["high"] - found["mean"] == pytest.approx(1.959964 * error, rel=1e-6)


def test_gini_is_half_the_mean_difference_over_the_mean():
    x = np.random.default_rng(4).gamma(0.5, 100, 300)
    wanted = np.abs(x[:, None] - x[None, :]).mean() / (2 * x.mean())
    assert model.gini(pd.Series(x)) == pytest.approx(wanted)
    curve = model.lorenz_curve(pd.Series(x))
    assert 1 - 2 * np.trapezoid(curve["amount"], curve["customers"]) == pytest.approx(wanted)


def test_exponential_amounts_have_the_gini_and_the_top_fifth_of_the_formula():
    x = pd.Series(np.random.default_rng(8).exponential(1, 400_000))
    assert model.gini(x) == pytest.approx(0.5, abs=0.003)
    assert model.top_share(x, 0.2) == pytest.approx(0.2 * (1 + np.log(5)), abs=0.003)


def test_eighty_twenty_is_sixteen_times_and_nine_times_is_not_eighty():
    assert model.times_as_much(0.8, 0.2) == pytest.approx(16)  # claims B7, recomputed there
    assert model.share_for_times(9, 0.2) == pytest.approx(0.692, abs=5e-4)
    assert model.times_as_much(0.675, 0.2) == pytest.approx(8.3, abs=0.05)
    assert model.times_as_much(model.share_for_times(9, 0.3), 0.3) == pytest.approx(9)


def test_windows_add_up_what_sql_adds_up(orders):
    found = rm.connect().sql(
        "SELECT customer_id, count(*) AS n FROM orders "
        "WHERE ordered_on > DATE '2024-12-31' - INTERVAL 92 DAY GROUP BY customer_id"
    )
    wanted = found.df().set_index("customer_id")["n"]
    amounts = model.window_amounts(orders, 3, "orders")  # a quarter is 91.3 days
    assert amounts.to_dict() == wanted.to_dict()
    everybody = model.window_amounts(orders, 3, "orders", everybody=True)
    assert len(everybody) == orders["customer_id"].nunique()
    assert everybody.sum() == amounts.sum()


def test_an_extra_churn_takes_that_share_a_year():
    day = pd.date_range("2022-01-01", periods=3, freq="365D")
    rows = pd.DataFrame({"customer_id": np.repeat(np.arange(40_000), 3), "ordered_on": np.tile(day, 40_000)})
    last = model.window_amounts(rows, 1, "orders", extra_annual_churn=0.3)
    assert len(last) / 40_000 == pytest.approx(0.49, abs=0.01)


def test_the_bootstrap_interval_covers_the_true_share():
    chance, inside = np.random.default_rng(6), 0
    for _ in range(60):
        x = pd.Series(chance.exponential(1, 400))
        low, high = model.top_share_interval(x, draws=200, rng=chance)
        inside += low <= 0.2 * (1 + np.log(5)) <= high
    assert inside >= 51


def test_market_share_is_penetration_times_share_of_customer_times_weight():
    chance = np.random.default_rng(2)
    category = chance.gamma(1, 100, 500)
    panel = pd.DataFrame({"own": category * chance.choice([0, 0.2, 0.9], 500), "category": category})
    found = model.share_of_customer(panel)
    product = found["penetration"] * found["share_of_customer"] * found["customer_weight"]
    assert found["market_share"] == pytest.approx(product)
    assert found["market_share"] == pytest.approx(panel["own"].sum() / panel["category"].sum())


def test_penetration_is_that_of_the_beta_binomial():
    from scipy.special import betaln
    from scipy.stats import nbinom

    share, theta, mean = 0.25, 0.4, 5.0
    strength = 1 / theta - 1
    table = model.firm_table(model.divided_market([share, 0.75], theta, mean, 200_000))
    n = np.arange(0, 200)
    weights = nbinom.pmf(n, 1, 1 / (1 + mean))
    none = np.exp(
        betaln(strength * share, strength * (1 - share) + n)
        - betaln(strength * share, strength * (1 - share))
    )
    wanted = 1 - (weights[1:] * none[1:]).sum() / weights[1:].sum()
    assert table["penetration"][0] == pytest.approx(wanted, abs=0.004)


def test_smaller_firms_have_fewer_buyers_who_are_slightly_less_loyal():
    table = model.firm_table(model.divided_market([0.4, 0.3, 0.2, 0.1], 0.3, 8, 60_000))
    assert table["penetration"].is_monotonic_decreasing
    assert table["purchases_a_buyer"].is_monotonic_decreasing
    assert table["share_of_customer"].is_monotonic_decreasing


def test_at_least_one_of_eight():
    assert model.at_least_one(8, 1 / 8) == pytest.approx(0.656, abs=5e-4)  # claims B10, recomputed there
    assert model.conversion_needed(8, 0.95) == pytest.approx(0.312, abs=5e-4)


def test_a_branching_process_ends_as_the_textbook_says():
    # k = 2, everybody tells: q = (1-p+pq)^2; for p = 3/4 the smaller root is 1/9
    assert model.dying_out(1.0, 2, 0.75) == pytest.approx(1 / 9, abs=1e-6)
    assert model.dying_out(0.5, 8, 0.2) == pytest.approx(1, abs=1e-6)  # R0 = 0.8
    assert model.in_the_end(0.5) == pytest.approx(sum(0.5**t for t in range(200)))
    assert model.in_the_end(1.2) == float("inf")


def test_chains_run_round_their_expectation():
    table = model.referral_chains(0.4, 6, 0.2, overlap=0.25, generations=5, customers=500)
    r0 = 0.4 * 6 * 0.2 * 0.75
    assert table["expected"].iloc[-1] == pytest.approx(500 * sum(r0**t for t in range(6)))
    assert table["expected"].between(table["low"], table["high"]).all()


def test_referrals_seen_are_those_of_the_channel():
    customers = rm.load("customers")
    found = model.referrals_seen(customers)
    assert found["referred"] == (customers["channel"] == "referral").sum()


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: model.gini(pd.Series([0.0, 0.0])), "The amounts must add up to something above 0"),
        (lambda: model.gini([1, 2]), "The amounts must be a Series of numbers; got list."),
        (lambda: model.times_as_much(80, 20), "The share of the profit goes from 0 to 1; got 80."),
        (lambda: model.window_amounts(rm.load("orders"), 3), "The table of orders lacks the column 'profit'"),
        (lambda: model.divided_market([0.5, 0.6]), "The market shares of two or more firms add up to 1"),
        (
            lambda: model.share_of_customer(pd.DataFrame({"own": [5.0], "category": [4.0]})),
            "Everybody in the panel buys in the category",
        ),
        (lambda: model.reproduction(50, 8, 0.1), "The share who refer goes from 0 to 1; got 50."),
        (lambda: model.cohort_values(rm.load("orders"), rm.load("customers")), "The table of orders lacks"),
        (lambda: model.mean_with_interval(pd.Series([1.0])), "A mean with an interval needs"),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)
