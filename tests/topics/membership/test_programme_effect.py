"""Comparisons by hand, the truth by the engine, and programmes against none."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.membership import model
from relmark_helpers.topics.membership.model.programme import parameters_of
from relmark_helpers.topics.membership.model.runs import DECISIONS, compute_designs


@pytest.fixture(scope="module")
def worlds():
    return model.two_worlds()


@pytest.fixture(scope="module")
def table():
    return model.members_and_others(load("customers"), load("orders"), load("memberships"))


def test_three_comparisons_by_hand():
    rows = pd.DataFrame(
        {
            "member": [True, True, False, False, False],
            "before": [4, 2, 2, 2, 1],
            "after": [12, 6, 5, 3, 1],
        }
    )
    assert model.naive(rows) == pytest.approx(9 - 3)
    assert model.matched(rows) == pytest.approx(6 - 4)  # the member with 4 has nobody beside
    assert model.difference_in_differences(rows) == pytest.approx((4 + 2) / 2 - (1 - 1 - 1) / 3)


def test_matching_is_a_regression_on_cells_weighted_by_members(table):
    mine, others = table[table["member"]], table[~table["member"]]
    gaps, weights = [], []
    for count, group in mine.groupby("before"):
        beside = others.loc[others["before"] == count, "after"]
        if len(beside):
            gaps.append(group["after"].mean() - beside.mean())
            weights.append(len(group))
    assert model.matched(table) == pytest.approx(np.average(gaps, weights=weights))


def test_difference_in_differences_is_the_interaction_of_a_regression(table):
    import statsmodels.formula.api as smf

    long = pd.concat(
        [
            table.assign(orders=2 * table["before"], late=0),
            table.assign(orders=table["after"], late=1),
        ]
    ).assign(m=lambda rows: rows["member"].astype(int))
    fit = smf.ols("orders ~ m * late", long).fit()
    assert model.difference_in_differences(table) == pytest.approx(fit.params["m:late"])


def test_the_world_with_the_club_is_that_of_the_tables_and_without_it_nobody_differs_before(worlds, table):
    assert (worlds["member"].to_numpy() == table["member"].to_numpy()).all()
    assert (worlds["before"].to_numpy() == table["before"].to_numpy()).all()
    assert (worlds["after"].to_numpy() == table["after"].to_numpy()).all()
    burned = -load("points_ledger").query("kind == 'burn'").groupby("customer_id")["points"].sum()
    assert (worlds["rewards"] == burned.reindex(worlds.index, fill_value=0)).all()


def test_recover_the_truth(worlds, table):
    truth = model.true_effect(worlds)
    found = model.compared(table, draws=100, rng=11).set_index("method")
    assert truth == pytest.approx(2.16, abs=0.01)
    assert found.loc["naive", "low"] > 3 * truth
    assert found.loc["matched", "low"] > 1.8 * truth
    assert (
        found.loc["difference in differences", "low"] < truth < found.loc["difference in differences", "high"]
    )


def test_a_world_without_effect_has_no_truth_to_find():
    # no effect of its own, no tiers, no pressure, no benefits: the club only gives away
    from relmark_helpers.company.engine import simulate

    nothing = model.Programme(give_back=0.0, tiers="none", social=0.0, structural=0.0)
    club = model.run_programme(nothing, 3, "diminishing", 500)
    none = simulate(policy=Policy(club=0.0), customers=500, seed=3)
    columns = ["orders", "revenue", "profit", "left"]
    assert (club.summary[columns].to_numpy() == none.summary[columns].to_numpy()).all()
    worlds = model.two_worlds(3, 500, nothing, "diminishing")
    assert model.true_effect(worlds) == 0
    assert model.naive(worlds) > 3


def test_rewards_for_what_would_have_been_bought_anyway():
    worlds = pd.DataFrame(
        {
            "rewards": [5000, 10_000, 0],
            "spent_with": [1000.0, 2000.0, 900.0],
            "spent_without": [600.0, 2500.0, 400.0],
        }
    )
    found = model.anyway(worlds, 0.02)
    assert found["share"] == pytest.approx((100 * 0.6 + 200 * 1.0) / 300)
    with pytest.raises(CourseError, match="Nobody took a reward"):
        model.anyway(worlds.assign(rewards=0), 0.02)


def test_the_response_passes_through_the_same_place_and_flat_is_the_company():
    for response in model.RESPONSES:
        assert model.response_factor(0.02, response) == pytest.approx(1)
        assert parameters_of(model.Programme(), response) == Parameters()
    assert model.response_factor(0.0, "diminishing") == model.response_factor(0.0, "proportional") == 0
    assert model.response_factor(0.04, "proportional") == 2 > model.response_factor(0.04, "diminishing") > 1
    with pytest.raises(CourseError, match="flat, diminishing, proportional"):
        model.response_factor(0.02, "loud")


def test_meridian_circle_is_the_usual_policy():
    assert model.Programme().policy() == Policy()
    assert model.PRESETS["Meridian Circle"] == model.Programme()


@pytest.mark.parametrize("number", [0, 377, 760, 1111, 1457])
def test_the_designs_are_what_the_simulation_gives_today(number):
    row = model.designs().iloc[number]
    again = compute_designs([tuple(row[list(DECISIONS)])]).iloc[0]
    assert again[list(DECISIONS)].tolist() == row[list(DECISIONS)].tolist()
    numbers = [name for name in row.index if name not in DECISIONS]
    assert again[numbers].astype(float).tolist() == pytest.approx(
        row[numbers].astype(float).tolist(), abs=0.06
    )


def test_what_comes_back_is_summed_yuan_by_yuan():
    for programme in model.PRESETS.values():
        silver, gold = model.TIERS[programme.tiers]
        for spending in (3_000, 9_500, 33_000):
            points = 0.0
            for _ in range(spending):
                tier = 2 if points >= gold else 1 if points >= silver else 0
                points += programme.earning[tier]
            wanted = points * programme.give_back
            assert model.annual_rebate(float(spending), programme) == pytest.approx(wanted, abs=0.2)


def test_a_mean_interval_is_students():
    from scipy import stats

    values = [3.0, 5.0, 4.0, 8.0]
    low, high = stats.t.interval(0.95, 3, loc=np.mean(values), scale=stats.sem(values))
    assert model.mean_interval(values) == pytest.approx((5.0, low, high))
    with pytest.raises(CourseError, match="at least two runs"):
        model.mean_interval([1.0])


def test_each_bond_moves_its_own():
    effects = model.bond_effects(range(1, 5), customers=1500).set_index(["bond", "measure"])
    assert effects.loc[("financial", "orders"), "low"] > 0
    assert effects.loc[("financial", "kept"), "high"] < effects.loc[("social", "kept"), "low"]
    assert effects.loc[("social", "trust"), "low"] > 0.25
    assert abs(effects.loc[("structural", "trust"), "effect"]) < 0.02
    assert effects.loc[("structural", "kept"), "low"] > effects.loc[("social", "kept"), "high"] > 0


def test_the_study_finds_its_truth_when_joining_is_by_lot_and_only_then():
    fair = model.selection_study(selection=0.0, rng=1)
    for name in ("naive", "matched", "difference in differences"):
        assert fair[name] == pytest.approx(fair["truth"], abs=0.25)
    selected = model.selection_study(selection=1.0, rng=1)
    assert selected["naive"] > selected["matched"] > selected["truth"] + 0.5
    longer = model.selection_study(selection=1.0, months_before=36, rng=1)
    assert longer["matched"] - longer["truth"] < 0.6 * (selected["matched"] - selected["truth"])
    drifting = model.selection_study(drift=0.2, rng=1)
    assert drifting["difference in differences"] > drifting["truth"] + 0.8


def test_bad_decisions_get_a_sentence():
    with pytest.raises(CourseError, match="none, as now, easy"):
        model.Programme(tiers="many")
    with pytest.raises(CourseError, match="give-back goes from 0"):
        model.Programme(give_back=0.3)
    with pytest.raises(CourseError, match="1, 2 or 3 calendar years"):
        model.Programme(expiry_years=5)
    with pytest.raises(CourseError, match="not run beforehand"):
        model.design("flat", 0.021, "as now", 2, 0.2, 0.2)
    with pytest.raises(CourseError, match="members and others"):
        model.naive(pd.DataFrame({"member": [True], "before": [1], "after": [1]}))


def test_orders_placed_anyway_agree_with_what_the_ledgers_of_two_worlds_say():
    run = model.against_none(model.Programme(), seeds=[4], customers=800).iloc[0]
    worlds = model.two_worlds(4, 800)
    joined = model.run_programme(model.Programme(), 4, customers=800).state.customers.tier[:800] > 0
    placed = worlds["orders_with"] - worlds["before"]
    alone = worlds["orders_without"] - worlds["before"]
    wanted = np.minimum(placed, alone)[joined].sum() / placed[joined].sum()
    assert run["anyway"] == pytest.approx(wanted)


def test_many_companies_are_run_without_tables_and_give_the_same():
    worlds = model.two_worlds(2, 700)
    row = model.over_seeds([2], 700).loc[2]
    assert row.tolist() == pytest.approx(
        [
            model.naive(worlds),
            model.matched(worlds),
            model.difference_in_differences(worlds),
            model.true_effect(worlds),
        ]
    )
