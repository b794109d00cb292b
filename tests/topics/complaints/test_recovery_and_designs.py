"""Funnels by counting, TARP's arithmetic, designs against what was put in, justices against known weights."""

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.proportion import proportion_confint

from relmark_helpers.company.engine import simulate
from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.complaints.model import cases, designs, justice, recovery, system, tarp, worlds

COMPLAINTS, ORDERS, SURVEYS = load("complaints"), load("orders"), load("surveys")


@pytest.mark.parametrize(("complaining", "published"), [(0.05, 0.127), (0.30, 0.309), (0.60, 0.528)])
def test_the_share_that_buys_again_is_the_published_one(complaining, published):
    assert tarp.rebuy_overall(complaining) == pytest.approx(published, abs=0.0006)
    ways = tarp.rebuy_by_handling(complaining, 1.0, 1.0, 1.0)
    assert (ways["share"] * ways["rebuy"]).sum() == pytest.approx(tarp.rebuy_overall(complaining))


def test_the_table_of_tarp_is_the_published_one():
    assert tarp.tarp_table().to_numpy().tolist() == [[0.37, 0.46, 0.70, 0.95], [0.09, 0.19, 0.54, 0.82]]


def test_the_funnel_is_that_of_counting():
    last = ORDERS["ordered_on"].max()
    theirs = {who: set(days) for who, days in ORDERS.groupby("customer_id")["ordered_on"]}
    outcome = {}
    for row in COMPLAINTS.itertuples():
        outcome.setdefault(row.order_id, row.outcome)
    tally = {"all": 0, "spoke": 0, "solved": 0, "back": 0, "silent back": 0}
    for row in SURVEYS[SURVEYS["problem"] != "none"].itertuples():
        if row.answered_on + pd.Timedelta(days=90) > last:
            continue
        back = any(1 <= (day - row.answered_on).days <= 90 for day in theirs[row.customer_id])
        tally["all"] += 1
        tally["spoke"] += row.order_id in outcome
        tally["solved"] += outcome.get(row.order_id) == "resolved"
        tally["back"] += outcome.get(row.order_id) == "resolved" and back
        tally["silent back"] += row.order_id not in outcome and back
    found = cases.funnel(cases.problem_table(SURVEYS, COMPLAINTS, ORDERS))["count"].tolist()
    silent = tally["all"] - tally["spoke"]
    assert found == [
        tally["all"],
        tally["spoke"],
        tally["solved"],
        tally["back"],
        silent,
        tally["silent back"],
    ]


def test_orders_within_days_before_and_after():
    orders = pd.DataFrame(
        {
            "customer_id": [1] * 5,
            "ordered_on": pd.to_datetime(
                ["2024-01-01", "2024-01-10", "2024-01-11", "2024-01-20", "2024-03-01"]
            ),
        }
    )
    who, when = pd.Series([1, 2]), pd.Series(pd.to_datetime(["2024-01-10", "2024-01-10"]))
    assert cases.ordered_within(who, when, orders, 10).tolist() == [
        2,
        0,
    ]  # not the day itself, the tenth day yes
    assert cases.ordered_within(who, when, orders, -9).tolist() == [1, 0]
    assert cases.ordered_within(who, when, orders, -10).isna().all()  # it would begin before the first order
    assert cases.ordered_within(who, when, orders, 60).isna().all()


def test_returns_have_wilsons_intervals():
    table = cases.case_table(COMPLAINTS, ORDERS)
    found = cases.return_by_handling(table)
    for row in found.itertuples():
        here = table[
            (table["severity"] == row.severity)
            & (cases.handled(table) == row.handling)
            & table["returned"].notna()
        ]
        assert (row.low, row.high) == pytest.approx(
            proportion_confint(here["returned"].sum(), len(here), method="wilson")
        )
        assert row.rows == len(here)
    assert found["rows"].sum() == table["returned"].notna().sum()


def test_designs_agree_with_the_truth_when_nobody_is_chosen():
    found = designs.paradox_designs(1.2, speaking_up=0, regression=0, customers=200_000, rng=1).set_index(
        "design"
    )
    assert found["difference"].to_numpy() == pytest.approx(np.full(4, 1.3 * 0.2), abs=0.02)


def test_each_habit_bends_its_own_design():
    fair = designs.paradox_designs(1.0, 0, 0, 100_000, rng=2).set_index("design")["difference"]
    chosen = designs.paradox_designs(1.0, 0, 0.5, 100_000, rng=2).set_index("design")["difference"]
    loud = designs.paradox_designs(1.0, 2.0, 0, 100_000, rng=2).set_index("design")["difference"]
    assert chosen["within"] < -0.2 < chosen["both"]
    assert abs(chosen["between"] - fair["between"]) < 0.02
    assert loud["between"] > 0.2
    assert abs(loud["within"]) < 0.02
    # regression to the mean by hand: the mean of the upper half of N(0, 1) is 0.798, half of the variance is luck
    assert chosen["within"] == pytest.approx(-0.798 * np.sqrt(2) * 0.7 * 0.5, abs=0.02)
    assert chosen["both"] == pytest.approx(0, abs=0.02)


def test_known_cases_are_the_complaints_of_the_tables():
    known = worlds.known_cases()
    assert known["order_id"].tolist() == COMPLAINTS["order_id"].tolist()
    assert (known["severity"].to_numpy() == COMPLAINTS["severity"].astype(str).to_numpy()).all()
    assert (known["outcome"].to_numpy() == COMPLAINTS["outcome"].astype(str).to_numpy()).all()


def test_worlds_differ_only_after_the_complaint():
    found = worlds.orders_in_worlds()
    assert (found["as it was"].mean() > found["no handling"].mean()) & (
        found["no failure"].mean() > found["as it was"].mean()
    )
    unhandled = worlds.world("no handling")
    kinds = unhandled.parameters.complaining
    assert (kinds.satisfaction_regained, kinds.trust_regained, kinds.ignored) == (0, 0, 0)


def test_recovery_is_recovered_and_the_naive_estimate_is_not():
    rows = recovery.answered_orders(SURVEYS, COMPLAINTS, ORDERS)
    found = recovery.recovery_estimates(rows, rng=10).set_index(["outcome", "estimate"])
    truth, right, naive = (found.loc[("satisfaction", name)] for name in ("truth", "right", "naive"))
    assert right["low"] < truth["value"] < right["high"]
    assert right["low"] > 0
    assert abs(right["value"] - truth["value"]) < 0.1 < abs(naive["value"] - truth["value"])
    orders = found.loc["orders"]
    assert orders.loc["right", "low"] < 0 < orders.loc["right", "high"]
    assert orders.loc["right", "low"] < orders.loc["truth", "value"] < orders.loc["right", "high"]


def test_the_right_slope_is_that_of_statsmodels():
    import statsmodels.formula.api as smf

    rows = recovery.answered_orders(SURVEYS, COMPLAINTS, ORDERS)
    wrong = (
        rows[rows["problem"] != "none"]
        .dropna(subset=["satisfaction"])
        .assign(spoke=rows["complained"].astype(float), major=(rows["problem"] == "major").astype(float))
    )
    slope = smf.ols("satisfaction ~ spoke + major", wrong).fit().params["spoke"]
    found = recovery.recovery_estimates(rows, draws=20).set_index(["outcome", "estimate"])
    assert found.loc[("satisfaction", "right"), "value"] == pytest.approx(slope)


def test_a_paradox_in_satisfaction_and_none_in_trust_or_orders():
    careful, usual = (recovery.paradox_in_worlds(each).set_index("measure") for each in (True, False))
    assert careful.loc["satisfaction", "effect"] > 0
    assert careful.loc["satisfaction", "above"] > 0.5
    assert careful.loc["trust", "effect"] < 0
    assert careful.loc["trust", "above"] == 0
    assert careful.loc["orders", "effect"] < 0
    assert (usual["effect"] < 0).all()


def test_a_paradox_in_satisfaction_shows_on_other_seeds_of_the_company():
    from relmark_helpers.company.steps.failures import recovery as rule

    for seed in (3, 4):
        run = simulate(policy=worlds.CAREFUL, customers=3000, months=18, seed=seed, record="tables")
        event = run.events["complaints"]
        gained, trust = rule(
            run.parameters.complaining, {name: event[f"justice_{name}"] for name in worlds.JUSTICES}
        )
        assert (gained > 1).mean() > 0.4
        assert trust.max() <= 0.9


def test_justices_are_recovered_with_known_weights():
    known = worlds.known_cases()
    exact = justice.justice_shares(known, "recovery", draws=20)
    assert exact["weight"].to_numpy() == pytest.approx([0.5, 0.2, 0.3], abs=1e-9)
    rng = np.random.default_rng(1)
    felt = 4 + rng.normal(0, [0.8, 1.4, 0.8], (40_000, 3))
    outcome = (felt - 4) @ [0.5, 0.2, 0.3] + rng.normal(0, 0.3, len(felt)) > -0.15
    rated = pd.DataFrame(felt + rng.normal(0, 0.75, felt.shape), columns=list(worlds.JUSTICES)).assign(
        resolved=outcome.astype(float)
    )
    plain = justice.justice_shares(rated, draws=20)["weight"]
    mended = justice.justice_shares(rated, error=0.75, draws=20)["weight"].to_numpy()
    assert plain[1] > 0.23
    assert mended == pytest.approx([0.5, 0.2, 0.3], abs=0.02)


def test_the_intervals_of_the_corrected_shares_hold_the_truth():
    rated = justice.rated_cases(COMPLAINTS)
    found = justice.justice_shares(rated, error=justice.error_of_a_rating(), rng=10)
    assert ((found["low"] < found["truth"]) & (found["truth"] < found["high"])).all()
    assert found["naive"].idxmax() == 1
    assert found["weight"].idxmax() == 0


def test_an_error_as_large_as_the_spread_is_refused():
    with pytest.raises(CourseError, match="nothing is left"):
        justice.justice_shares(justice.rated_cases(COMPLAINTS), error=2.0)


def test_a_plan_month_is_the_mean_of_the_simulators_rules():
    # complaints by the simulator: chance of speaking up at rest, summed by hand for one plan
    month = system.plan_month(
        {"ease": 0.4, "staff": 11, "remedy": 0.5, "training": 0.4}, failures=100, major=0.3
    )
    by_hand = 70 / (1 + np.exp(2.3 - 0.8)) + 30 / (1 + np.exp(0.7 - 0.8))
    assert month["complaints"] == pytest.approx(by_hand)
    assert month["distributive"] == pytest.approx(2.2 + 3.6 * 0.5)
    assert month["lost"] == pytest.approx(100 * (0.7 * 0.35 + 0.3 * 1.0))
    assert month["regained"] < 0  # the desk is overrun, and complaints handled so late take more away
    assert system.plan_month({"ease": 0.4, "staff": 11, "remedy": 0.5, "training": 0.4})["regained"] > 0


def test_the_best_plan_is_best_of_its_grid():
    rng = np.random.default_rng(2)
    best = system.best_plan(9000)
    for _ in range(300):
        plan = {
            "ease": rng.integers(0, 11) / 10,
            "staff": float(rng.integers(4, 46)),
            "remedy": rng.integers(0, 11) / 10,
            "training": rng.integers(0, 11) / 10,
        }
        month = system.plan_month(plan)
        assert month["cost"] > 9000 or month["share"] <= best["share"] + 1e-12


def test_more_money_never_regains_less():
    shares = [system.best_plan(budget)["share"] for budget in range(4000, 20_001, 1000)]
    assert shares == sorted(shares)
