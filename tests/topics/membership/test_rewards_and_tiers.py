"""The two cards against the published test and statsmodels; points pressure against a regression with dummies."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint, proportions_ztest

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.membership import model
from relmark_helpers.topics.membership.model.progress import wilson


@pytest.mark.parametrize(("done", "z", "chi2", "odds"), [(28, 3.01, 9.09, 2.24), (29, 2.87, 8.25, 2.15)])
def test_the_car_wash_recomputed(done, z, chi2, odds):
    # nunesdreze2006: 19 % and 34 % of 150 cards each; the counts 28 or 29 and 51
    found = model.two_cards(done, 150, 51, 150)
    assert round(found["z"], 2) == z
    assert round(found["chi2"], 2) == chi2
    assert round(found["odds_ratio"], 2) == odds
    assert round(found["share_plain"], 2) == 0.19
    assert round(found["share_head_start"], 2) == 0.34


@pytest.mark.parametrize("counts", [(28, 150, 51, 150), (3, 40, 9, 35), (80, 200, 60, 210), (0, 20, 5, 20)])
def test_the_two_cards_agree_with_statsmodels(counts):
    done0, n0, done1, n1 = counts
    found = model.two_cards(*counts)
    z, p = proportions_ztest([done1, done0], [n1, n0])
    low, high = confint_proportions_2indep(done1, n1, done0, n0, method="newcomb")
    assert found["z"] == pytest.approx(z)
    assert found["p_value"] == pytest.approx(p)
    assert (found["low"], found["high"]) == pytest.approx((low, high))
    if done0:
        table = sm.stats.Table2x2([[done1, n1 - done1], [done0, n0 - done0]])
        assert found["odds_ratio"] == pytest.approx(table.oddsratio)
        assert (found["or_low"], found["or_high"]) == pytest.approx(table.oddsratio_confint())


def test_wilsons_interval_is_statsmodels():
    for count, total in ((28, 150), (0, 12), (12, 12)):
        assert wilson(count, total) == pytest.approx(
            proportion_confint(count, total, method="wilson"), abs=1e-9
        )


def test_as_many_cards_as_needed_find_the_difference_four_times_in_five():
    n = model.cards_needed(0.19, 0.34)
    rng = np.random.default_rng(4)
    found = [
        abs(model.two_cards(int(rng.binomial(n, 0.19)), n, int(rng.binomial(n, 0.34)), n)["z"]) > 1.96
        for _ in range(4000)
    ]
    assert np.mean(found) == pytest.approx(0.8, abs=0.03)
    with pytest.raises(CourseError, match="Equal shares"):
        model.cards_needed(0.2, 0.2)


def test_points_pressure_within_members_is_a_regression_with_a_level_for_each():
    rng = np.random.default_rng(8)
    made = pd.DataFrame({"customer_id": np.repeat(range(40), 15), "month": np.tile(range(15), 40)})
    made["progress"] = rng.uniform(size=600)
    level = np.repeat(rng.normal(0, 0.7, 40), 15)
    made["orders"] = rng.poisson(np.exp(level + 0.3 * made["progress"]))
    found = model.points_pressure(made)
    season = made["month"].map(made.groupby("month")["orders"].mean())
    for name, groups in (("within", made["customer_id"]), ("together", made["customer_id"] * 0)):
        design = pd.get_dummies(groups, dtype=float).assign(progress=made["progress"])
        keep = made.groupby(groups)["orders"].transform("sum") > 0
        fit = sm.GLM(
            made["orders"][keep], design[keep], family=sm.families.Poisson(), offset=np.log(season[keep])
        ).fit()
        low, high = fit.conf_int().loc["progress"]
        assert found.loc[name].tolist() == pytest.approx([fit.params["progress"], low, high], abs=2e-3)


def test_points_pressure_recovers_the_truth_within_members_and_not_between_them():
    months = model.way_to_reward(load("points_ledger"), load("memberships"), load("orders"))
    found, truth = model.points_pressure(months), model.true_club_effects()["next reward"]
    assert truth == 0.10
    assert found.loc["within", "low"] < truth < found.loc["within", "high"]
    assert found.loc["together", "low"] > 2 * truth


def test_tiers_are_those_of_the_latest_event():
    rows = pd.DataFrame(
        {
            "membership_id": [1, 2, 3, 4],
            "customer_id": [5, 5, 6, 5],
            "since": pd.to_datetime(["2023-01-05", "2023-03-01", "2023-06-01", "2024-12-31"]),
            "event": ["joined", "up", "joined", "down"],
            "tier": ["base", "gold", "base", "silver"],
        }
    )
    assert model.tiers_at(rows, "2023-02-01").to_dict() == {5: "base"}
    counts = model.tier_moves(rows, "2023-12-31", "2024-12-31")
    assert counts.loc["gold", "silver"] == counts.loc["base", "base"] == 1
    assert counts.to_numpy().sum() == 2
    with pytest.raises(CourseError, match="Nobody was silver"):
        model.migration(counts)
    with pytest.raises(CourseError, match="Nobody had joined"):
        model.tiers_at(rows, "2022-01-01")


def test_tiers_of_the_company_are_those_of_the_engine():
    from relmark_helpers.company.engine import simulate

    state = simulate(record="tables").state.customers
    tiers = model.tiers_at(load("memberships"), "2024-12-31")
    names = np.array(["none", "base", "silver", "gold"])
    assert (names[state.tier[tiers.index - 1]] == tiers.to_numpy()).all()


def test_what_leaving_costs_is_balance_tier_and_services():
    assert model.switching_cost(5000, 20_000, 1.25, 0.03, 10)["total"] == pytest.approx(150 + 150 + 10)
