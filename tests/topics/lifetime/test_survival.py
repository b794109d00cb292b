"""Stays, Kaplan-Meier and sBG, against published numbers, loops, and the simulation's own memory."""

import math

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.engine import simulate
from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.lifetime import model

SEEN = model.published_retention()["survival"].to_numpy()


def counts(years):
    return model.counts_from_survival(SEEN[: years + 1], 1000)


def test_stays_are_what_a_loop_over_customers_finds():
    orders, customers = load("orders"), load("customers")
    stays = model.observed_stays(orders, customers)
    limit = orders["ordered_on"].max() - pd.Timedelta(days=365)
    newcomers = set(customers.loc[customers["joined"] >= "2022-01-01", "customer_id"])
    for customer, days in orders.groupby("customer_id")["ordered_on"]:
        days = sorted(days)
        months_followed = math.floor((limit - days[0]).days / (365.25 / 12))
        if customer not in newcomers or months_followed < 1:
            assert customer not in stays.index
            continue
        lost_after = None
        for day, following in zip(days, [*days[1:], pd.Timestamp.max], strict=True):
            if day <= limit and (following - day).days > 365:
                lost_after = math.floor((day - days[0]).days / (365.25 / 12)) + 1
                break
        seen = lost_after is not None and lost_after <= months_followed
        assert stays.loc[customer, "lost"] == seen
        assert stays.loc[customer, "months"] == (lost_after if seen else months_followed)


def test_kaplan_meier_by_hand():
    # at risk 6, 5, 3, 2: losses at 1, 2 (one censored with it), 4 (one censored before it)
    months, lost = pd.Series([1, 2, 2, 3, 4, 5]), pd.Series([1, 1, 0, 0, 1, 0]).astype(bool)
    curve = model.kaplan_meier(months, lost)
    wanted = [1, 5 / 6, 5 / 6 * 4 / 5, 5 / 6 * 4 / 5 * 1 / 2]
    assert curve["survival"].tolist() == pytest.approx(wanted)
    assert curve["at_risk"].tolist() == [6, 6, 5, 2]
    greenwood = wanted[2] * math.sqrt(1 / (6 * 5) + 1 / (5 * 4))
    assert curve["standard_error"].iloc[2] == pytest.approx(greenwood)
    reach = 1.959964 * greenwood / (wanted[2] * abs(math.log(wanted[2])))
    assert curve["low"].iloc[2] == pytest.approx(wanted[2] ** math.exp(reach), abs=1e-6)
    assert curve["high"].iloc[2] == pytest.approx(wanted[2] ** math.exp(-reach), abs=1e-6)


def test_kaplan_meier_finds_a_known_churn_through_censoring_and_its_interval_holds_it():
    chance, inside, naive = np.random.default_rng(11), 0, []
    for _ in range(200):
        life, end = chance.geometric(0.08, 300), chance.integers(1, 25, 300)
        months, lost = pd.Series(np.minimum(life, end)), pd.Series(life <= end)
        row = model.survival_at(model.kaplan_meier(months, lost), 12)
        inside += row["low"] <= 0.92**12 <= row["high"]
        naive.append(1 - model.share_lost_naively(months, lost, 12))
    assert 182 <= inside <= 198  # 95 % of 200, give or take three standard errors
    assert np.mean(naive) > 0.92**12 + 0.1


def test_the_committed_company_is_the_simulation_that_the_truth_is_read_from():
    state = simulate().state
    joined = load("customers")["joined"]
    month = ((joined.dt.year - 2022) * 12 + joined.dt.month).clip(lower=0)
    assert (month.to_numpy() == state.customers.joined[: state.count])[2700:].all()
    orders = load("orders")
    last = orders.groupby("customer_id")["ordered_on"].max()
    last_month = (last.dt.year - 2022) * 12 + last.dt.month
    left = pd.Series(state.customers.left[: state.count], index=range(1, state.count + 1))
    gone = left[left > 0]
    assert (last_month.reindex(gone.index).dropna() <= gone.reindex(last_month.index).dropna()).all()


def test_silence_says_that_fewer_stay_than_do():
    orders, customers = load("orders"), load("customers")
    stays, truth = model.observed_stays(orders, customers), model.true_stays()
    seen = model.survival_at(model.kaplan_meier(stays["months"], stays["lost"]), 12)
    true = model.survival_at(model.kaplan_meier(truth["months"], truth["lost"]), 12)
    assert seen["high"] < true["low"]


def test_the_published_fit_of_the_regular_customers():
    fit = model.fit_sbg(*counts(7))
    assert (round(fit.alpha, 3), round(fit.beta, 3)) == (0.704, 1.182)
    assert fit.alpha == pytest.approx(0.70408, abs=2e-4)
    assert fit.beta == pytest.approx(1.18204, abs=4e-4)
    assert fit.log_likelihood == pytest.approx(-1680.27, abs=0.006)
    assert round(fit.mean_churn, 3) == 0.373


def test_the_published_projection_against_the_hold_out():
    fit = model.fit_sbg(*counts(7))
    published = [100, 62.7, 47.4, 38.8, 33.2, 29.2, 26.2, 23.9, 22.0, 20.4, 19.1, 18.0, 17.0]
    assert (100 * model.sbg_survival(fit.alpha, fit.beta, 12)).round(1).tolist() == published
    assert model.sbg_retention(fit.alpha, fit.beta, 5).round(3).tolist() == [
        0.627,
        0.756,
        0.819,
        0.856,
        0.880,
    ]


def test_the_published_constant_churn():
    churn, log_likelihood = model.fit_geometric(*counts(7))
    assert churn == pytest.approx(0.22603, abs=6e-6)
    assert log_likelihood == pytest.approx(-1794.62, abs=0.006)
    assert round(100 * (1 - churn) ** 12, 1) == 4.6


@pytest.mark.parametrize(
    ("years", "alpha", "beta", "log_likelihood", "digits"),
    [(12, 0.6974, 1.1689, -1931.49, 4), (4, 0.764, 1.296, -1401.56, 3)],
)
def test_fits_to_more_and_to_fewer_years(years, alpha, beta, log_likelihood, digits):
    fit = model.fit_sbg(*counts(years))
    assert (fit.alpha, fit.beta) == pytest.approx((alpha, beta), abs=0.6 * 10**-digits)
    assert fit.log_likelihood == pytest.approx(log_likelihood, abs=0.006)


def test_four_years_project_sixteen_per_cent():
    fit = model.fit_sbg(*counts(4))
    assert round(100 * model.sbg_survival(fit.alpha, fit.beta, 12)[12], 1) == 16.0


def test_survival_is_the_beta_function():
    from scipy.special import betaln

    wanted = np.exp(betaln(0.7, 1.2 + np.arange(9)) - betaln(0.7, 1.2))
    assert model.sbg_survival(0.7, 1.2, 8) == pytest.approx(wanted)


def test_a_crowd_whose_members_never_change_has_the_falling_churn_of_the_formula():
    chance = np.random.default_rng(5)
    churn = chance.beta(0.704, 1.182, 400_000)
    lives = chance.geometric(np.clip(churn, 1e-12, 1))
    at_risk = np.array([(lives >= t).sum() for t in range(1, 7)])
    kept = np.array([(lives > t).sum() for t in range(1, 7)]) / at_risk
    assert kept == pytest.approx(model.sbg_retention(0.704, 1.182, 6), abs=0.006)
    assert (np.diff(kept) > 0).all()


def test_counts_by_period_find_a_known_churn_when_cohorts_are_followed_differently_long():
    chance = np.random.default_rng(9)
    life, followed = chance.geometric(0.05, 60_000), chance.integers(1, 25, 60_000)
    lost = life <= followed
    stays = pd.DataFrame({"months": np.where(lost, life, followed), "lost": lost, "followed": followed})
    quarterly, _ = model.fit_geometric(*model.counts_by_period(stays, 3))
    assert quarterly == pytest.approx(1 - 0.95**3, abs=0.004)


def test_the_interval_of_the_projection_holds_the_hold_out_and_shrinks_with_customers():
    small = model.projected(SEEN, 7, 12, customers=1000, draws=60)
    large = model.projected(SEEN, 7, 12, customers=30_000, draws=60)
    assert small["seen"].between(small["low"], small["high"]).all()
    assert (large["high"] - large["low"]).iloc[12] < 0.4 * (small["high"] - small["low"]).iloc[12]


def test_value_of_new_and_old_customers_is_that_of_a_crowd():
    chance, alpha, beta, rate = np.random.default_rng(2), 1.4, 3.0, 0.12
    lives = chance.geometric(np.clip(chance.beta(alpha, beta, 300_000), 1e-9, 1))
    lives = np.minimum(lives, 2000)
    for tenure in (0, 3):
        more = lives[lives > tenure] - tenure
        paid = ((1 - (1 / (1 + rate)) ** more) / (1 - 1 / (1 + rate))).mean()
        assert model.sbg_multiple(alpha, beta, rate, tenure) == pytest.approx(paid, rel=0.006)


def test_a_constant_rate_understates_what_the_old_are_worth():
    assert (model.residual_values(0.3, 0.3, 0.1)["understated"] > 0.05).all()
    alike = model.residual_values(0.3, 0.0005, 0.1)
    assert alike["understated"].abs().max() < 0.005


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: model.observed_stays(load("orders"), load("orders")), "The table of customers lacks"),
        (
            lambda: model.observed_stays(load("orders"), load("customers"), silent_days=1090),
            "No newcomer can be",
        ),
        (lambda: model.kaplan_meier(pd.Series([1, 2]), pd.Series([False, False])), "Nobody was lost"),
        (
            lambda: model.kaplan_meier(pd.Series([1, -2]), pd.Series([True, False])),
            "Months and losses are two",
        ),
        (lambda: model.fit_sbg(np.zeros(3), np.ones(3)), "The fit needs two periods or more"),
        (lambda: model.counts_from_survival([1, 0.5, 0.6], 10), "A cohort's survival begins with 1"),
        (lambda: model.sbg_multiple(1, 1, 0), "The annual discount rate is 0.01 or more"),
        (lambda: model.sbg_from(0.3, 1.0), "The polarisation goes from"),
        (lambda: model.projected(SEEN, 20, 30), "The number of fitted years goes from 2 to 12"),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)
