"""Each thing that chapter 11 says of the data in words holds in the data."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.store import load
from relmark_helpers.topics.membership import model

LEDGER, MEMBERSHIPS, CUSTOMERS, ORDERS, LINES = (
    load(name) for name in ("points_ledger", "memberships", "customers", "orders", "order_lines")
)


@pytest.fixture(scope="module")
def table():
    return model.members_and_others(CUSTOMERS, ORDERS, MEMBERSHIPS)


@pytest.fixture(scope="module")
def since():
    return MEMBERSHIPS[MEMBERSHIPS["event"] == "joined"].set_index("customer_id")["since"]


def test_about_one_point_in_eight_of_2022_was_lost_and_who_earned_little_lost_the_largest_share():
    vintages = model.vintages(LEDGER).set_index("year")
    assert vintages.loc[2022, "expired"] / vintages.loc[2022, "earned"] == pytest.approx(0.13, abs=0.01)
    assert vintages.loc[[2022, 2023], "open"].sum() == 0 < vintages.loc[2024, "open"]
    thirds = model.who_gets(LEDGER)
    assert thirds["expired"].is_monotonic_decreasing
    assert thirds.loc["little", "nothing"] > 0.4
    assert thirds.loc["much", "nothing"] < 0.05


def test_the_little_third_loses_the_largest_share_and_not_the_most_points():
    thirds = model.who_gets(LEDGER)
    lost = thirds["earned"] * thirds["expired"]
    assert lost["little"] < lost["middling"]  # so the chapter speaks of shares, not of sums
    assert thirds["expired"].idxmax() == "little"


def test_members_order_several_times_as_often_and_did_so_before(table):
    means = table.groupby("member")[["before", "after"]].mean()
    assert means.loc[True, "after"] > 4 * means.loc[False, "after"]
    assert means.loc[True, "before"] > 2.4 * means.loc[False, "before"]


def test_difference_in_differences_is_least_wrong_and_in_two_of_six_off_by_about_an_order():
    companies = model.over_seeds(range(1, 7))
    wrong = companies.drop(columns="truth").sub(companies["truth"], axis=0)
    assert wrong.abs().mean().idxmin() == "difference in differences"
    assert (wrong["difference in differences"].abs() > 0.85).sum() == 2
    assert (wrong["naive"] > 4.5).all()
    assert (wrong["matched"] > 1.5).all()


def test_most_rewards_go_to_what_would_have_been_bought_anyway_and_extra_spending_is_far_larger():
    told = model.anyway(model.two_worlds(), 0.02)
    assert told["share"] == pytest.approx(0.85, abs=0.01)
    assert told["per_extra"] < 0.12


def test_gold_mostly_stays_gold_and_silver_scatters():
    rows = model.migration(model.tier_moves(MEMBERSHIPS, "2023-12-31", "2024-12-31")).set_index(
        ["from", "to"]
    )
    assert rows.loc[("gold", "gold"), "low"] > 0.6
    assert rows.loc[("silver", "base"), "low"] > 0.1
    assert rows.loc[("silver", "gold"), "low"] > 0.1


def test_three_assumptions_have_three_best_give_backs():
    rows = model.designs().query(
        "tiers == 'as now' and expiry_years == 2 and social == 0.2 and structural == 0.2"
    )
    net = rows.assign(net=rows.filter(like="net_").mean(axis=1)).pivot(
        index="give_back", columns="response", values="net"
    )
    assert net["flat"].idxmax() == 0.0
    assert net["proportional"].idxmax() == 0.05
    assert net["diminishing"].idxmax() in (0.02, 0.03)
    assert net.loc[0.02].nunique() == 1


def test_a_years_expiry_always_looks_best():
    table = model.designs().assign(net=lambda rows: rows.filter(like="net_").mean(axis=1))
    paying = table[table["give_back"] > 0]
    keys = ["response", "give_back", "tiers", "social", "structural"]
    best = paying.loc[paying.groupby(keys)["net"].idxmax(), "expiry_years"]
    assert (best == 1).mean() > 0.9


def test_members_spent_more_before_and_are_no_part_of_the_top_fifth(table):
    early = ORDERS[ORDERS["ordered_on"] < "2022-07-01"].merge(LINES, on="order_id")
    spending = early.groupby("customer_id")["price_paid"].sum().reindex(table.index, fill_value=0)
    top = spending >= spending.quantile(0.8)
    assert spending[table["member"]].mean() > 2 * spending[~table["member"]].mean()
    assert top[table["member"]].mean() < 0.5
    assert table.loc[top[top].index, "member"].mean() < 0.5


def test_members_refer_no_more_for_each_order(table):
    brought = CUSTOMERS["referred_by"].dropna().astype(int).value_counts().reindex(table.index, fill_value=0)
    ordered = ORDERS["customer_id"].value_counts().reindex(table.index, fill_value=0)
    ever = pd.Series(table.index.isin(MEMBERSHIPS["customer_id"]), index=table.index)
    per = {}
    for name, here in (("members", ever), ("others", ~ever)):
        count, orders = brought[here].sum(), ordered[here].sum()
        per[name] = (count / orders, 1.96 * np.sqrt(count) / orders, count / here.sum())
    assert per["members"][2] > 2 * per["others"][2]
    assert abs(per["members"][0] - per["others"][0]) < per["members"][1] + per["others"][1]


def test_those_who_will_join_answer_as_high_as_members(since):
    surveys = load("surveys")
    joined = surveys["customer_id"].map(since)
    answers = surveys[["loyalty_initiative", "trust_1"]].astype("Float64").astype(float)
    now, later = joined <= surveys["answered_on"], joined > surveys["answered_on"]
    for name in answers:
        gap = answers.loc[later, name].mean() - answers.loc[now, name].mean()
        assert abs(gap) < 0.12
        assert answers.loc[later, name].mean() > answers.loc[joined.isna(), name].mean() + 0.1


def test_who_orders_often_reaches_a_reward_and_who_seldom_does_not(since):
    start = since[since <= "2023-12-31"]
    year = pd.Timedelta(days=365)
    days = ORDERS["ordered_on"] - ORDERS["customer_id"].map(start)
    often = ORDERS.loc[days.between(pd.Timedelta(0), year), "customer_id"].value_counts()
    often = often.reindex(start.index, fill_value=0)
    gained = LEDGER[
        (LEDGER["points"] > 0) & (LEDGER["entered_on"] - LEDGER["customer_id"].map(start) <= year)
    ]
    reached = gained.groupby("customer_id")["points"].sum().reindex(start.index, fill_value=0) >= 5000
    assert reached[often >= 9].mean() > 0.9
    assert reached[often <= 3].mean() < 0.15


def test_the_club_took_members_who_had_not_agreed_to_messages():
    consent = CUSTOMERS.set_index("customer_id")["consent"].astype(bool)
    assert 0.02 < (~consent[MEMBERSHIPS["customer_id"].unique()]).mean() < 0.2


def test_the_true_effect_is_larger_than_that_of_membership_alone():
    worlds = model.two_worlds()
    share = model.true_effect(worlds) / worlds.loc[worlds["member"], "without"].mean()
    assert share == pytest.approx(0.25, abs=0.01)
    assert np.expm1(model.true_club_effects()["membership"]) == pytest.approx(1 / 8, abs=0.01)


def test_the_frequent_bring_most_take_most_and_cost_rather_more_for_each_yuan():
    worlds = model.two_worlds()
    mine = worlds[worlds["member"]]
    often = mine["before"] >= 7
    extra, rewards = mine["spent_with"] - mine["spent_without"], 0.02 * mine["rewards"]
    assert extra[often].mean() > 2 * extra[~often].mean()
    assert rewards[often].mean() > 2 * rewards[~often].mean()
    assert rewards[often].sum() / extra[often].sum() > 1.05 * rewards[~often].sum() / extra[~often].sum()
