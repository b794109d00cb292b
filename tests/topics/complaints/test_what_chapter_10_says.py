"""Each thing that chapter 10 says of the data in words holds in the data."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.store import load
from relmark_helpers.topics.complaints import model

COMPLAINTS, ORDERS, SURVEYS = load("complaints"), load("orders"), load("surveys")


@pytest.fixture(scope="module")
def rows():
    return model.answered_orders(SURVEYS, COMPLAINTS, ORDERS)


@pytest.fixture(scope="module")
def trial():
    now = model.USUAL
    plans = {
        "as it is": now,
        "1": {**now, "ease": 1.0},
        "2": {**now, "remedy": 1.0, "training": 1.0},
        "4": {**now, "staff": 20.0},
        "1, 2, 4": {"ease": 1.0, "staff": 20.0, "remedy": 1.0, "training": 1.0},
    }
    return model.policy_trial(
        {name: model.as_policy(plan) for name, plan in plans.items()}, seeds=range(6)
    ).set_index(["measure", "policy"])


def test_the_silent_are_most_and_lose_most():
    found = model.funnel(model.problem_table(SURVEYS, COMPLAINTS, ORDERS)).set_index("stage")
    assert 0.24 < found.loc["complained", "share"] < 0.32
    silent_lost = found.loc["said nothing", "count"] - found.loc["said nothing, returned", "count"]
    back_at_most = found.loc["complained", "count"] - found.loc["complained, resolved, returned", "count"]
    assert silent_lost > 2 * back_at_most
    assert found.loc["complained, resolved, returned", "share"] > found.loc["said nothing, returned", "share"]


def test_grave_problems_are_complained_of_more():
    shares = model.problem_table(SURVEYS, COMPLAINTS, ORDERS).groupby("severity")["complained"].mean()
    assert shares["major"] > 2 * shares["minor"]


def test_return_rises_with_handling_after_minor_problems_and_hardly_after_major_ones():
    table = model.return_by_handling(model.case_table(COMPLAINTS, ORDERS)).set_index(["severity", "handling"])
    minor, major = (
        table.loc[each].loc[["not resolved", "resolved", "resolved quickly"]] for each in ("minor", "major")
    )
    assert minor["share"].is_monotonic_increasing
    assert np.ptp(major["share"]) < 0.06 < np.ptp(minor["share"])
    for part in (minor, major):
        assert (part["low"].to_numpy()[1:] < part["high"].to_numpy()[:-1]).all()


def test_no_paradox_to_be_seen_in_the_tables(rows):
    found = model.two_designs(rows).set_index(["measure", "design"])
    assert (found.loc["satisfaction", "high"] < 0).all()
    orders = found.loc["orders"]
    assert abs(orders.loc["between", "difference"]) < 0.1
    assert orders.loc["within", "high"] < 0
    assert orders.loc["within", "difference"] < orders.loc["both", "difference"]
    assert orders.loc["both", "low"] < 0 < orders.loc["both", "high"]


def test_complainers_had_ordered_more_before(rows):
    assert (
        rows.loc[rows["outcome"] == "resolved", "before"].mean()
        > rows.loc[rows["problem"] == "none", "before"].mean()
    )


def test_littles_law_holds_but_for_the_years_ends():
    days = pd.date_range("2023-01-01", "2023-12-31")
    counted = np.mean([((COMPLAINTS["opened"] <= day) & (day < COMPLAINTS["closed"])).sum() for day in days])
    year = COMPLAINTS[COMPLAINTS["opened"].between("2023-01-01", "2023-12-31")]
    law = len(year) / len(days) * (year["closed"] - year["opened"]).dt.days.mean()
    assert counted == pytest.approx(law, rel=0.06)


def test_one_caller_in_sixteen_is_gone_and_each_step_down_doubles_the_wait():
    assert 1 / model.erlang_a(100, 180, 12, patience=120)["abandoned"] == pytest.approx(16, abs=0.5)
    waits = model.staffing_table(100, 180, range(11, 17))["mean_wait"].to_numpy()
    assert (waits[:-1] / waits[1:] > 2).all()


def test_a_story_within_circles_reaches_a_few_dozen():
    for rewired, most in ((0.0, 40), (0.1, 100)):
        ties = model.acquaintances(4000, 20, rewired, rng=10)
        assert model.cascade(ties, retold=1.0, stories=200, generations=2, rng=10)["heard"].mean() < most
    ties = model.acquaintances(4000, 20, 0.1, rng=10)
    assert model.cascade(ties, retold=0.2, stories=200, generations=2, rng=10)[
        "heard"
    ].mean() == pytest.approx(35, abs=5)


def test_great_care_changes_what_is_told_by_a_few_per_cent():
    lines = {
        each: model.world("as it was", each).summary[["told_good", "told_bad"]].sum()
        for each in (False, True)
    }
    change = lines[True] / lines[False] - 1
    assert change["told_bad"] < 0 < change["told_good"]
    assert change.abs().max() < 0.05
    assert lines[False]["told_good"] / lines[False]["told_bad"] == pytest.approx(3.3, abs=0.05)


def test_alarms_come_more_often_than_the_formula_says():
    weeks = model.weekly_counts(COMPLAINTS, "2022-01-01", "2024-12-31")
    limit = model.upper_limit(weeks["2023"].mean())
    assert model.run_length(weeks["2023"].mean(), limit) > 250
    assert (weeks["2024"] > limit).sum() == 2
    assert model.dispersion(weeks) > 1.2
    assert weeks["2022"].mean() > weeks["2024"].mean() > weeks["2023"].mean()
    days = (COMPLAINTS["closed"] - COMPLAINTS["opened"]).dt.days.groupby(COMPLAINTS["opened"].dt.year).mean()
    assert days[2022] > 1.5 * days[[2023, 2024]].max()


def test_an_invitation_without_a_desk_does_harm(trial):
    bad = trial.loc["people told bad"]
    assert bad.loc["1", "low"] > 0
    assert bad.loc["2", "high"] < 0
    assert bad.loc["1, 2, 4", "difference"] == bad["difference"].min()


def test_what_the_policies_cost(trial):
    profit = trial.loc["profit"]
    assert profit.loc["2", "low"] < 0 < profit.loc["2", "high"]
    for name in ("1", "4", "1, 2, 4"):
        assert profit.loc[name, "high"] < 0


def test_money_buys_ears_after_hands():
    plans = [model.best_plan(budget) for budget in (4000, 6000, 8000, 10000, 12000)]
    assert [plan["ease"] for plan in plans] == sorted(plan["ease"] for plan in plans)
    assert all(plan["remedy"] == 1 for plan in plans)
    assert plans[-1]["share"] == pytest.approx(0.5, abs=0.04)


def test_loyal_customers_have_complaints_because_they_have_orders():
    early = ORDERS[ORDERS["ordered_on"] < "2024-01-01"].groupby("customer_id").size()
    late = ORDERS[ORDERS["ordered_on"] >= "2024-01-01"].groupby("customer_id").size()
    people = pd.DataFrame({"early": early}).assign(late=late).fillna(0)
    people["loyal"] = people["late"] >= people["late"].quantile(0.8)
    people["complained"] = people.index.isin(
        COMPLAINTS.loc[COMPLAINTS["opened"] < "2024-01-01", "customer_id"]
    )
    shares = people.groupby("loyal")["complained"].mean()
    assert 1.8 < shares[True] / shares[False] < 2.6
    table = (
        people.groupby([pd.cut(people["early"], [0, 5, 10, 20, 40, 1000]), "loyal"], observed=True)[
            "complained"
        ]
        .mean()
        .unstack()
    )
    leads = table[True] - table[False]
    assert (leads < 0).any()
    weights = (
        people[people["loyal"]]
        .groupby(pd.cut(people.loc[people["loyal"], "early"], [0, 5, 10, 20, 40, 1000]), observed=True)
        .size()
    )
    assert (leads * weights).sum() / weights.sum() < 0.4 * (shares[True] - shares[False])


def test_a_crisis_is_seen_in_its_fourth_week_after_one_false_alarm():
    both = model.crisis_weeks()
    usual = model.weekly_counts(COMPLAINTS, "2022-01-01", "2024-12-31")["2023"].mean()
    limit, begins = model.upper_limit(usual), pd.Timestamp("2024-07-01")
    crisis = both.loc["2024":, "crisis"]
    reference = round(4 * model.reference_value(usual, 2 * usual)) / 4
    threshold = model.threshold_for(usual, reference, model.run_length(usual, limit))
    sums = model.running_sum(crisis, usual, 2 * usual)
    assert (
        (crisis[begins:] > limit).idxmax()
        == (sums[begins:] > threshold).idxmax()
        == pd.Timestamp("2024-07-22")
    )
    assert (crisis[:"2024-06-24"] > limit).sum() == 1


def test_a_post_that_few_pass_on_reaches_no_more_than_a_story():
    ties = model.acquaintances(4000, 200, 0.5, rng=10)
    story, post = (
        model.cascade(ties, first, min(first, 100), q, 0.5, stories=40, generations=4, rng=10)["heard"].mean()
        for first, q in ((18, 0.2), (150, 0.005))
    )
    assert post < story


def test_the_model_is_seldom_wrong_where_it_is_surest():
    found = model.triage(COMPLAINTS, "en")
    assert (found["actual"] == found["guess"])[found["sure"] > 0.8].mean() > 0.88


def test_the_multiplication_needs_strangers_and_nearly_everybody():
    for rewired, reached in ((0.1, False), (0.5, False), (1.0, False)):
        ties = model.acquaintances(4000, 20, rewired, rng=10)
        assert (
            model.cascade(ties, 18, 13, 0.6, stories=60, generations=2, rng=10)["heard"].mean() >= 200
        ) == reached
    ties = model.acquaintances(4000, 20, 1.0, rng=10)
    assert model.cascade(ties, 18, 13, 1.0, stories=60, generations=2, rng=10)["heard"].mean() > 200
