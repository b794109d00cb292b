"""Each thing that chapter 07 says of the data in words holds in the data."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.store import load
from relmark_helpers.topics.lifetime import model
from relmark_helpers.topics.lifetime.explorer import (
    explore_concentration,
    explore_costs,
    explore_five_points,
    explore_lifetime_value,
    explore_multiple,
    explore_share,
)


@pytest.fixture(scope="module")
def orders():
    return model.order_profits(load("orders"), load("order_lines"), load("products"))


@pytest.fixture(scope="module")
def customers():
    return load("customers")


@pytest.fixture(scope="module")
def by_year(orders):
    return orders.groupby([orders["ordered_on"].dt.year, "customer_id"])["profit"].sum()


def true_12():
    truth = model.true_stays()
    return model.survival_at(model.kaplan_meier(truth["months"], truth["lost"]), 12)["survival"]


def test_counting_the_censored_as_stayers_flatters_and_silence_is_too_low(orders, customers):
    stays = model.observed_stays(orders, customers)
    at_12 = model.survival_at(model.kaplan_meier(stays["months"], stays["lost"]), 12)
    assert 1 - model.share_lost_naively(stays["months"], stays["lost"], 12) > at_12["high"]
    assert at_12["high"] < true_12()


def test_moneys_interval_holds_the_true_retention_and_not_that_of_silence(orders, customers):
    both = model.cohort_values(orders, customers, 24, 0.10)["value"]
    first = model.cohort_values(orders, customers, 12, 0.10)["value"].reindex(both.index).to_numpy()
    drawn = np.random.default_rng(7).integers(len(first), size=(1000, len(first)))
    ratios = 1.1 * (both.to_numpy()[drawn].sum(axis=1) / first[drawn].sum(axis=1) - 1)
    low, high = np.quantile(ratios, [0.025, 0.975])
    stays = model.observed_stays(orders, customers)
    silence = model.survival_at(model.kaplan_meier(stays["months"], stays["lost"]), 12)["survival"]
    assert silence < low < true_12() < high


def test_newcomers_lose_more_than_a_quarter_in_the_first_year_and_less_of_the_rest_in_the_second():
    truth = model.true_stays()
    curve = model.kaplan_meier(truth["months"], truth["lost"])
    one, two = (model.survival_at(curve, month)["survival"] for month in (12, 24))
    assert 1 - one > 0.25
    assert two / one > one
    assert model.value_gain(1 - one) < 0.20  # five points are worth far less than the folklore's 25 %


def test_the_mean_lifetime_of_the_published_cohort_has_no_end():
    seen = model.published_retention()["survival"].to_numpy()[:8]
    fit = model.fit_sbg(*model.counts_from_survival(seen, 1000))
    assert fit.alpha < 1
    sums = [model.sbg_survival(fit.alpha, fit.beta, years).sum() for years in (100, 1000, 10_000)]
    assert sums[2] - sums[1] > sums[1] - sums[0] > 5


def test_five_per_cent_move_little_from_wherever_you_start():
    gains = model.gain_curve()["five per cent"]
    assert gains.between(0, 0.05).all()
    assert model.gain_curve(annual_discount_rate=0.0, horizon_years=4000)["five per cent"].max() < 0.0527
    nearly_unpaid = model.gain_curve(acquisition_cost=4.5)  # a customer hardly earns back what winning cost
    assert nearly_unpaid["five points"].max() > 0.85


def test_the_ledger_of_meridian_home_says_many_times_and_less_than_once(orders):
    channels = model.channel_costs(load("acquisition_costs")).set_index("channel")
    year = orders["ordered_on"].dt.year
    buyers = {number: set(orders.loc[year == number, "customer_id"]) for number in (2023, 2024)}
    kept = len(buyers[2023] & buyers[2024]) / len(buyers[2023])
    months = load("branch_months").query("month >= '2024-01-01'")
    spent = float(months[["contact_cost", "complaint_cost"]].sum().sum())
    paid = channels.loc["paid channels"]
    ratios = [
        model.cost_ratios(paid["spending"], paid["newcomers"], spent, len(buyers[2023]), kept, effect)
        for effect in (0.01, 0.20)
    ]
    assert ratios[0]["won/kept"] > 5
    assert ratios[0]["won/saved"] < 1 < ratios[1]["won/saved"]


def test_the_top_fifth_bring_anything_from_under_sixty_to_nearly_all(orders):
    shares = [
        model.top_share(model.window_amounts(orders, months, everybody=everybody))
        for months in (1, 3, 12, 24, 36)
        for everybody in (False, True)
    ]
    assert min(shares) < 0.60
    assert max(shares) > 0.99
    low, high = model.top_share_interval(model.window_amounts(orders, 12))
    assert 0.5 < low < high < 0.65


def test_fewer_than_half_of_the_top_fifth_are_there_next_year_and_they_bring_less(by_year):
    for before in (2022, 2023):
        assert model.still_on_top(by_year[before], by_year[before + 1]) < 0.5
    top = by_year[2023].nlargest(round(0.2 * len(by_year[2023])))
    assert by_year[2024].reindex(top.index).fillna(0).mean() < 0.75 * top.mean()


def test_who_counts_moves_the_share_more_than_the_window_and_leaving_hardly_does(orders):
    def share(months=12, churn=0.0, everybody=False):
        return model.top_share(model.window_amounts(orders, months, "profit", churn, everybody))

    window = abs(share(1) - share(36))
    assert abs(share(1, everybody=True) - share(36, everybody=True)) > 3 * window
    assert abs(share(36, churn=0.6) - share(36)) < 0.03
    profit, spending, count = (
        model.top_share(model.window_amounts(orders, 12, name)) for name in ("profit", "spending", "orders")
    )
    assert count < min(profit, spending)


def test_the_loyal_by_what_they_say_are_nowhere_near_nine_times(orders):
    surveys = load("surveys").sort_values("answered_on").groupby("customer_id").first()
    said = surveys[["loyalty_repurchase", "nps"]].astype("float64")
    attitude = ((said - said.mean()) / said.std()).mean(axis=1).dropna()
    day = orders["customer_id"].map(surveys["answered_on"])
    days = (orders["ordered_on"] - day).dt.days
    brought = orders[(days > 0) & (days <= 365)].groupby("customer_id")["profit"].sum()
    closed = surveys.loc[attitude.index, "answered_on"] + pd.Timedelta(days=365) <= orders["ordered_on"].max()
    attitude = attitude[closed]
    loyal = attitude.rank(method="first", ascending=False) <= 0.2 * len(attitude)
    money = brought.reindex(attitude.index).fillna(0)
    assert 1 < money[loyal].mean() / money[~loyal].mean() < 2.5


def test_old_customers_return_more_often_but_less_than_twice(orders, customers):
    returns = model.return_rates(orders, customers)
    assert returns["share"].is_monotonic_increasing
    assert 1.2 < returns["share"].iloc[-1] / returns["share"].iloc[0] < 2


def test_more_than_half_of_the_rise_in_orders_a_buyer_is_who_is_left(orders):
    counts = orders.groupby([orders["ordered_on"].dt.year, "customer_id"]).size().unstack(0)
    of_2022 = counts[counts[2022].notna()]
    stayed = of_2022[of_2022[2024].notna()]
    rise = stayed[2024].mean() - of_2022[2022].mean()
    assert (stayed[2022].mean() - of_2022[2022].mean()) / rise > 0.5
    yearly = orders.groupby(orders["ordered_on"].dt.year)["customer_id"].agg(["nunique", "size"])
    assert yearly["nunique"].is_monotonic_decreasing
    assert (yearly["size"] / yearly["nunique"]).is_monotonic_increasing


def test_meridians_referrals_are_far_from_one(customers):
    assert model.referrals_seen(customers)["high"] < 0.1


def test_what_the_explorers_are_asked_has_the_answer_that_the_text_gives():
    end, start = (explore_multiple.view(first_margin=first).table["adds"].sum() for first in ("end", "start"))
    assert 0.98 < start - end < 1
    late = explore_multiple.view(monthly_churn=0.005, annual_discount_rate=0.0).table
    assert late.loc[late["year"] > 10, "adds"].sum() > 0.3 * late["adds"].sum()
    at_defaults = explore_five_points.view().table["five points"]
    assert at_defaults.max() < 0.85
    dearer = explore_five_points.view(acquisition_cost=2.0).table["five points"]
    assert dearer.iloc[0] > at_defaults.iloc[0]
    assert explore_five_points.view(horizon_years=2).table["five points"].max() < 0.05
    more = [explore_lifetime_value.view(polarisation=how).table["sorting"][0] for how in (0.02, 0.3, 0.6)]
    assert more == sorted(more)
    alike = explore_lifetime_value.view(polarisation=0.02).table
    assert abs(alike["understated"][0]) < 0.05
    small, large = (explore_share.view(market_share=m).table["share_of_customer"][0] for m in (0.05, 0.6))
    assert large > small
    slogan = explore_costs.view(annual_retention=0.95, effect=0.005).says
    assert "one kept 11" in slogan
    assert "0.1 times saving" in slogan or "0.2 times saving" in slogan
    assert explore_concentration.view(extra_churn=0.6).table["bring"][3] < 0.65


def test_churn_falls_with_tenure_and_the_truth_has_both_reasons(orders, customers):
    lost, censored = model.counts_by_period(model.observed_stays(orders, customers), 3)
    at_risk = (lost + censored)[::-1].cumsum()[::-1]
    churn = lost / at_risk
    assert churn[0] > 2 * churn[1:].max()
    assert churn[-3:].mean() < churn[1:4].mean()
    put_in = load("truth").query("effect == 'leaving' and cause in ['newcomer', 'frailty']")
    assert len(put_in) == 2
    assert (put_in["value"] > 0).all()
