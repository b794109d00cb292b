"""What must hold in every company under every policy: nothing is lost, nothing moves before its cause."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relmark_helpers.company.engine import Run, simulate
from relmark_helpers.company.policy import Policy, levers
from relmark_helpers.company.state import NEVER
from relmark_helpers.company.steps.money import COSTS

# Every lever within reason: budgets and points far beyond would only make the examples slow.
REACH = {"online_ads": 20_000, "print_ads": 20_000, "contacts": 3, "silver_at": 50_000, "gold_at": 90_000}
ANY_POLICY = st.fixed_dictionaries(
    {
        each["name"]: st.floats(each["low"], min(each["high"], REACH.get(each["name"], each["high"])))
        for each in levers()
    }
).map(lambda chosen: Policy(**chosen))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(policy=ANY_POLICY, seed=st.integers(0, 10**6), customers=st.integers(100, 400))
def test_the_laws_of_every_company(policy: Policy, seed: int, customers: int) -> None:
    run = simulate(policy=policy, customers=customers, months=15, seed=seed, record="tables")
    points_are_neither_made_nor_lost(run)
    money_is_neither_made_nor_lost(run)
    customers_are_neither_made_nor_lost(run)
    nothing_moves_before_its_cause(run)


def points_are_neither_made_nor_lost(run: Run) -> None:
    ledger, count = run.events["ledger"], run.state.count
    balance = np.bincount(ledger["customer"], weights=ledger["points"], minlength=count)
    assert np.array_equal(balance, run.state.customers.lots[:count].sum(axis=1))
    by_kind = np.bincount(ledger["kind"], weights=ledger["points"], minlength=4)
    names = ("points_earned", "points_burned", "points_expired", "points_adjusted")
    assert np.array_equal(np.abs(by_kind), [run.summary[name].sum() for name in names])
    assert (np.sign(ledger["points"]) == np.array([1, -1, -1, 1])[ledger["kind"]])[
        ledger["points"] != 0
    ].all()
    order = np.lexsort((np.arange(len(ledger["customer"])), ledger["customer"]))
    mine = ledger["customer"][order]
    running = np.cumsum(ledger["points"][order])
    begins = np.searchsorted(mine, mine)
    assert (running - running[begins] + ledger["points"][order][begins] >= 0).all()  # never below nothing


def money_is_neither_made_nor_lost(run: Run) -> None:
    lines, summary = run.events["lines"], run.summary
    assert lines["price_paid"].sum() == summary["revenue"].sum()
    assert lines["discount"].sum() == summary["discount"].sum()
    assert (summary["profit"] == summary["revenue"] - summary[list(COSTS)].sum(axis=1)).all()
    branch = run.events["orders"]["branch"][lines["order"]]
    cell = (run.events["orders"]["month"][lines["order"]] - 1) * 12 + branch
    assert np.array_equal(
        np.bincount(cell, weights=lines["price_paid"], minlength=len(summary)), summary["revenue"]
    )


def customers_are_neither_made_nor_lost(run: Run) -> None:
    some, summary = run.state.customers.part(0, run.state.count), run.summary
    assert run.state.count == run.state.first_day + summary["newcomers"].sum()
    assert (~some.active).sum() == summary["left"].sum() == (some.left > 0).sum()
    assert len(np.unique(some.person)) == run.state.count
    assert np.array_equal(run.state.people["slot"][some.person], np.arange(run.state.count))
    assert (
        np.bincount(run.events["orders"]["customer"], minlength=run.state.count).sum()
        == summary["orders"].sum()
    )


def nothing_moves_before_its_cause(run: Run) -> None:
    some, events = run.state.customers.part(0, run.state.count), run.events
    orders = events["orders"]
    joined, left = some.joined[orders["customer"]], some.left[orders["customer"]]
    assert ((joined == 0) | (orders["month"] > joined)).all()
    assert ((left == 0) | (orders["month"] <= left)).all()
    sent = np.flatnonzero(some.referrer != NEVER)
    assert (some.joined[some.referrer[sent]] < some.joined[sent]).all()
    assert np.array_equal(sent, np.flatnonzero((some.channel == 3) & (some.joined > 0)))
    when = orders["month"] * 100 + orders["day"]
    for kind in ("complaints", "contacts", "ledger"):
        event = events[kind]
        of = event["order"] >= 0
        bought = event["order"][of]
        assert np.array_equal(orders["customer"][bought], event["customer"][of])
        day = (event["month"] * 100 + event["day"])[of]
        before = event["phase"][of] == 0 if kind == "contacts" else np.zeros(len(day), dtype=bool)
        assert (day[~before] >= when[bought][~before]).all(), kind
        assert (day[before] <= when[bought][before]).all(), kind
    members = events["memberships"]
    start = {int(each): int(month) for each, month in zip(members["customer"], members["month"], strict=True)}
    first = np.array([start.get(int(each), 99) for each in events["ledger"]["customer"]])
    assert (first < 99).all()  # only members have points
    invited = events["invitations"]
    assert (orders["month"][invited["order"]] <= invited["month"]).all()
    assert (orders["month"][invited["order"]] > invited["month"] - 3).all()


def test_points_of_three_years_are_kept_apart_and_burned_oldest_first() -> None:
    """Where points last three year ends, members hold lots of three years, and the ledger still balances."""
    run = simulate(policy=Policy(expiry_years=3, club=1.0), customers=400, months=40, seed=3, record="tables")
    points_are_neither_made_nor_lost(run)
    lots = run.state.customers.lots[: run.state.count]
    assert (lots > 0).any(axis=0).all()
    ledger = run.events["ledger"]
    burned = np.zeros(run.state.count)
    np.add.at(burned, ledger["customer"][ledger["kind"] == 1], -ledger["points"][ledger["kind"] == 1])
    first_year = (ledger["kind"] != 1) & (ledger["month"] <= 12)
    early = np.bincount(ledger["customer"][first_year], ledger["points"][first_year], run.state.count)
    # whoever burned more in three years than was earned in the first has nothing left of it to expire
    expired = np.bincount(ledger["customer"][ledger["kind"] == 2], minlength=run.state.count)
    assert (expired[(burned >= early) & (early > 0)] == 0).all()
    assert (expired > 0).any()


@pytest.mark.parametrize("seed", [1, 2])
def test_newcomers_order_in_the_month_after_joining(seed: int) -> None:
    run = simulate(customers=1000, months=12, seed=seed, record="tables")
    orders = run.events["orders"]
    first = np.full(run.state.count, 99)
    np.minimum.at(first, orders["customer"], orders["month"])
    newcomers = np.flatnonzero(run.state.customers.joined[: run.state.count] > 0)
    joined = run.state.customers.joined[newcomers]
    assert np.array_equal(first[newcomers][joined < 12], joined[joined < 12] + 1)


def both(customers: int = 4000, months: int = 24, **lever: Any) -> tuple[Run, Run]:
    """The same company with and without a change of levers, under the same luck."""
    return simulate(customers=customers, months=months), simulate(
        policy=Policy(**lever), customers=customers, months=months
    )


def mean(run: Run, name: str) -> float:
    some = run.state.customers
    return float(some.arrays[name][: run.state.first_day].mean())


def total(run: Run, name: str) -> float:
    return float(run.summary[name].sum())


# lever, better or higher value, what it must raise (+) or lower (-) in expectation
LAWS = [
    ({"remedy": 1.0}, "trust", +1),
    ({"complaint_training": 1.0}, "trust", +1),
    ({"complaint_staff": 40.0}, "trust", +1),
    ({"complaint_ease": 1.0}, "complaints", +1),
    ({"quality": 1.5, "quality_branches": tuple(range(1, 13))}, "trust", +1),
    ({"quality": 1.5, "quality_branches": tuple(range(1, 13))}, "left", -1),
    ({"staffing": 1.5}, "failures", -1),
    ({"training": 1.0}, "failures", -1),
    ({"contacts": 4.0}, "orders", -1),  # everybody is tired of it
    ({"price": 1.2}, "orders", -1),
    ({"discount": 0.3}, "orders", +1),
    ({"online_ads": 20_000}, "newcomers", +1),
    ({"online_ads": 0, "print_ads": 0}, "newcomers", -1),
    ({"club": 0.0}, "orders", -1),
    ({"points": 3.0}, "programme_cost", +1),
    ({"expiry_years": 1.0}, "points_expired", +1),
    ({"social": 1.0}, "trust", +1),
    ({"structural": 1.0}, "left", -1),
    ({"gold_at": 1e9, "silver_at": 1e9}, "points_earned", -1),
]


@pytest.mark.parametrize(("lever", "what", "sign"), LAWS, ids=lambda each: str(each)[:30])
def test_levers_move_what_they_should(lever: dict[str, Any], what: str, sign: int) -> None:
    usual, changed = both(**lever)
    measure = mean if what == "trust" else total
    assert sign * (measure(changed, what) - measure(usual, what)) > 0


def test_more_advertising_brings_nobody_later_where_nobody_talks() -> None:
    """Pathwise, person by person: thresholds are reached earlier. Word of mouth is silenced for this."""
    from dataclasses import replace

    from relmark_helpers.company.parameters import Parameters

    quiet = replace(Parameters(), word_of_mouth=replace(Parameters().word_of_mouth, tells=-50.0))
    never = 999
    joined = []
    for budget in (0, 2_000, 20_000):
        run = simulate(quiet, Policy(online_ads=budget), customers=1500, months=18)
        month = np.full(run.state.market, never)
        month[run.state.customers.person[: run.state.count]] = run.state.customers.joined[: run.state.count]
        joined.append(month)
    assert (joined[1] <= joined[0]).all()
    assert (joined[2] <= joined[1]).all()
    assert (joined[2] < joined[0]).mean() > 0.02


def test_policies_share_their_luck() -> None:
    """The difference between two policies varies far less under the same luck than under different luck."""
    better = Policy(remedy=0.9)

    def profit(policy: Policy, seed: int) -> float:
        return float(simulate(policy=policy, customers=800, months=18, seed=seed).summary["profit"].sum())

    usual = np.array([profit(Policy(), seed) for seed in range(12)])
    shared = np.array([profit(better, seed) for seed in range(12)]) - usual
    apart = np.array([profit(better, seed) for seed in range(20, 32)]) - usual
    assert shared.var() < apart.var() / 4


def test_a_lever_that_changes_nothing_yet_changes_nothing() -> None:
    """Up to the month in which a plan departs, the company is the same to the last event."""
    plan = Policy(remedy=(0.5,) * 9 + (1.0,), price=(1.0,) * 9 + (0.8,))
    usual, other = (simulate(policy=each, customers=500, months=14) for each in (Policy(), plan))
    early = usual.summary["month"] <= 9
    assert usual.summary[early].equals(other.summary[early])
    assert not usual.summary[~early].equals(other.summary[~early])
