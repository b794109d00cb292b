from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmark_helpers.company import month as month_module
from relmark_helpers.company.beginning import beginning
from relmark_helpers.company.engine import Run, months, simulate
from relmark_helpers.company.luck import Luck
from relmark_helpers.company.month import Month
from relmark_helpers.company.parameters import Parameters, Spreads, Staff
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.state import FOR_TABLES, NEVER, PROPERTIES, State
from relmark_helpers.company.steps import run
from relmark_helpers.company.steps.experience import disconfirmation
from relmark_helpers.company.steps.failures import desk
from relmark_helpers.errors import CourseError


def same(one: Run, other: Run) -> bool:
    return one.summary.equals(other.summary) and all(
        np.array_equal(values, other.events[kind][name])
        for kind, columns in one.events.items()
        for name, values in columns.items()
    )


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**63 - 2), customers=st.integers(100, 500), span=st.integers(6, 15))
def test_the_seed_alone_decides(seed: int, customers: int, span: int) -> None:
    run = simulate(customers=customers, months=span, seed=seed, record="tables")
    assert same(run, simulate(customers=customers, months=span, seed=seed, record="tables"))
    assert not same(run, simulate(customers=customers, months=span, seed=seed + 1, record="tables"))


def test_a_summary_says_what_the_tables_say() -> None:
    brief, whole = (simulate(customers=700, months=20, seed=3, record=kind) for kind in ("summary", "tables"))
    assert brief.events == {}
    assert brief.summary.equals(whole.summary)


def test_a_longer_run_begins_like_a_shorter_one() -> None:
    short, long = (simulate(customers=400, months=span, seed=3) for span in (7, 14))
    assert short.summary.equals(long.summary.iloc[: len(short.summary)])


def test_the_size_of_the_chunks_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = simulate(customers=1000, months=12, seed=4, record="tables")
    monkeypatch.setattr(month_module, "CHUNK", 130)
    assert same(whole, simulate(customers=1000, months=12, seed=4, record="tables"))


def by_person(state: State, name: str) -> np.ndarray:
    found = np.full(state.market, np.nan)
    found[state.customers.person[: state.count]] = state.customers.arrays[name][: state.count]
    return found


def test_the_order_of_the_customers_changes_nothing() -> None:
    """The same people under other customer numbers live the same lives."""
    kept, shuffled = (beginning(Parameters(), Policy(), 900, seed=6, record="summary") for _ in range(2))
    order = np.random.default_rng(1).permutation(900)
    for name, values in shuffled.customers.arrays.items():
        shuffled.customers.arrays[name] = values[order]
    shuffled.people["slot"][order] = np.arange(900)
    *_, kept = months(months=15, state=kept)
    *_, shuffled = months(months=15, state=shuffled)
    for name in ("orders", "trust", "joined", "left", "tier"):
        assert by_person(kept, name) == pytest.approx(by_person(shuffled, name), nan_ok=True, abs=1e-9), name
    assert not np.array_equal(kept.customers.trust[:900], shuffled.customers.trust[:900])


def test_a_company_goes_on_from_where_it_was_saved() -> None:
    *_, straight = months(customers=300, months=14, seed=5)
    *_, half = months(customers=300, months=8, seed=5)
    *_, resumed = months(months=14, state=State.restored(half.saved(), Parameters(), Policy()))
    saved, other = straight.saved(), resumed.saved()
    assert list(saved) == list(other)
    for name in saved:
        assert np.array_equal(saved[name], other[name], equal_nan=saved[name].dtype.kind == "f"), name


def test_a_draw_is_a_persons_own_and_a_draws_own() -> None:
    luck, everybody = Luck(7, "leaving", 3), np.arange(1000)
    drawn = luck.uniform("leaves", everybody)
    assert np.array_equal(luck.uniform("leaves", everybody[::-1]), drawn[::-1])
    others = [
        Luck(8, "leaving", 3).uniform("leaves", everybody),
        Luck(7, "buying", 3).uniform("leaves", everybody),
        Luck(7, "leaving", 4).uniform("leaves", everybody),
        luck.uniform("stays", everybody),
        luck.uniform("leaves", everybody, turn=1),
    ]
    for other in others:
        assert abs(np.corrcoef(drawn, other)[0, 1]) < 0.1


def test_draws_are_even_and_normal() -> None:
    """Kolmogorov-Smirnov's distance from the distribution promised; 1.63/sqrt(n) is passed once in a hundred."""
    from scipy.stats import kstest

    many = np.arange(200_000)
    limit = 1.63 / len(many) ** 0.5
    assert kstest(Luck(1, "a").uniform("b", many), "uniform").statistic < limit
    for row in Luck(1, "a").normal("b", many, 5):
        assert kstest(row, "norm").statistic < limit
    rows = np.corrcoef(Luck(1, "a").normal("c", many, 6))
    assert np.abs(rows - np.eye(6)).max() < 0.012


def test_a_customer_takes_less_than_two_hundred_bytes() -> None:
    state = beginning(Parameters(), Policy(), 1000, seed=1, record="tables")
    arrays = [*state.customers.arrays.values(), *state.people.values()]
    assert sum(each.nbytes for each in arrays) / 1000 < 200
    assert set(FOR_TABLES) < set(PROPERTIES)


def one_experience(performance_above_rest: float, expectations: float, desires: float) -> State:
    """A company without noise in which everybody has bought once."""
    calm = Spreads(**dict.fromkeys(Spreads.__dataclass_fields__, 0.0))
    parameters = replace(Parameters(), spreads=calm, staff=Staff(managers=0.0))
    state = beginning(parameters, Policy(), customers=100, seed=1)
    state.month = 1
    state.house["quality"] = np.full_like(state.house["quality"], performance_above_rest)
    state.customers.branch[:] = 11  # Lishui: information quality -0.10, no programme
    state.customers.desires[:] = desires
    state.customers.expectations[:] = expectations
    month = Month(state)
    for chunk in month.parts():
        chunk.buyers, chunk.category = np.arange(100), np.zeros(100, dtype=np.int64)
        disconfirmation(month, chunk)
    return state


def test_a_good_experience_by_hand() -> None:
    state = one_experience(performance_above_rest=1.0, expectations=5.0, desires=4.6)
    # desires congruency 4.3 + .70 x 1 - .50 x -.4 = 5.2; expectations congruency 4.3 + .75 - .55 x .4 = 4.83
    # attributes 4.6 + .6 x .9 + .4 x .53 = 5.352; information 4.5 + .3 x .9 + .5 x .53 - .10 = 4.935
    # overall 4.7 + .6 x .752 + .35 x .435 = 5.30345
    latest = state.customers.latest[0].tolist()
    assert latest == pytest.approx([4.6, 5.6, 5.0, 5.2, 4.83, 5.352, 4.935], abs=1e-5)
    assert state.customers.overall[0] == pytest.approx(5.30345)
    assert state.customers.expectations[0] == pytest.approx(5.0 + 0.35 * (5.6 - 5.0))
    assert state.customers.desires[0] == pytest.approx(4.6 + 0.5 * 0.35 * (5.6 - 5.0))
    assert state.customers.satisfaction[0] == pytest.approx(4.7 + 0.35 * (5.30345 - 4.7))


@pytest.mark.parametrize(("above_rest", "moved"), [(1.0, 0.36 * 0.75), (-1.0, -0.90 * 0.75)])
def test_trust_is_lost_two_and_a_half_times_as_fast_as_it_is_gained(above_rest: float, moved: float) -> None:
    state = one_experience(above_rest, expectations=4.6, desires=5.0)
    assert state.customers.trust[0] == pytest.approx(4.2 + moved)


def test_trust_stays_on_the_scale() -> None:
    assert one_experience(-9.0, expectations=4.6, desires=5.0).customers.trust[:100].min() == 1.0


def handled(remedy: float, staff: float, training: float) -> State:
    """A hundred customers who have each lost 1 point of satisfaction and trust over a major failure and complain."""
    policy = Policy(remedy=remedy, complaint_staff=staff, complaint_training=training)
    calm = replace(Parameters(), complaining=replace(Parameters().complaining, scatter=0.0))
    state = beginning(calm, policy, customers=10_000, seed=1)
    state.month = 1
    state.customers.trust[:] = state.customers.overall[:] = 3.0
    month = Month(state)
    everybody, one = np.arange(100), np.ones(100)
    lost = {"lost": one, "lost_trust": one, "value": np.full(100, 50_000)}
    month.note("complaints", customer=everybody, order=everybody, day=everybody * 0, severity=one, **lost,
               person=everybody)  # fmt: skip
    desk(month)
    return state


def test_a_complaint_handled_as_well_as_can_be_by_hand() -> None:
    # justices: 2.2 + 3.6 = 5.8; ten cases for a desk that can do 125 a month, so hardly any waiting;
    # 3.9 + 1.8 = 5.7: recovery .5 x 1.8 + .2 x (p - 4) + .3 x 1.7, and p = 5.6 - .22 x days waited
    state = handled(remedy=1.0, staff=100, training=1.0)
    gained = state.customers.overall[:100] - 3.0
    assert 0.75 * (0.9 + 0.51 + 0.32) - 0.15 < gained.mean() <= 1.3
    assert (gained > 1.0).mean() > 0.9  # more than was lost: the paradox
    assert (state.customers.trust[:100] - 3.0).max() <= 0.9  # never all of the trust


def test_a_complaint_handled_badly_costs_more_than_silence() -> None:
    state = handled(remedy=0.0, staff=0.5, training=0.0)
    assert (state.customers.trust[:100] < 3.0).all()
    assert (state.customers.overall[:100] < 3.0).all()


def test_waiting_follows_the_formula_of_one_desk() -> None:
    """M/M/1: Wq = rho / (mu - lambda); with 20 of 30 a month that is (2/3) / 10 months = 2 days."""
    from relmark_helpers.company.steps.failures import waiting_days

    assert waiting_days(20, 0, 30)[0] == pytest.approx((2 / 3) / (30 - 20) * 30)
    waits = [waiting_days(20, 0, capacity)[0] for capacity in (18, 19, 20, 25, 40, 400)]
    assert waits == sorted(waits, reverse=True)
    assert waiting_days(50, 10, 30)[1] == 30


def test_of_two_orders_in_a_month_the_latest_counts() -> None:
    run = simulate(customers=300, months=6, seed=4, record="tables")
    orders = run.events["orders"]
    for customer in np.unique(orders["customer"])[:50]:
        mine = np.flatnonzero(orders["customer"] == customer)
        assert run.state.customers.last_order[customer] == mine[-1]
        assert (np.diff(orders["month"][mine] * 100 + orders["day"][mine]) >= 0).all()


def test_the_programme_moves_performance_in_its_branches_from_its_month_on() -> None:
    treated = {}
    for number in (12, 13, 36):
        state = beginning(Parameters(), Policy(), customers=100, seed=1)
        state.month = number
        treated[number] = Month(state).added_quality.tolist()
    assert treated == {12: [0] * 12, 13: [1] * 4 + [0] * 8, 36: [1] * 4 + [0] * 8}


def test_neighbours_are_each_others_and_live_in_one_town() -> None:
    from relmark_helpers.company.beginning import town
    from relmark_helpers.company.steps.word_of_mouth import neighbours

    state = beginning(Parameters(), Policy(), customers=2000, seed=1)
    person = np.arange(state.market)
    to_right, to_left = (neighbours(state, person, np.full(len(person), turn)) for turn in (0, 1))
    near = np.flatnonzero(to_left[to_right] == person)  # my right neighbour's left neighbour am I
    assert 0.75 < len(near) / len(person) < 0.87  # both kept with chance .9 x .9
    assert (town(state, person[near]) == town(state, to_right[near])).mean() > 0.99


@pytest.mark.parametrize(
    "wrong",
    [{"customers": 0}, {"customers": 99.5}, {"months": 5}, {"months": True}, {"seed": -1}, {"record": "all"}],
)
def test_values_out_of_range_get_one_sentence(wrong: dict[str, float]) -> None:
    with pytest.raises(CourseError, match=rf"^{next(iter(wrong))} must be .*; found .*\.$"):
        simulate(**wrong)  # type: ignore[arg-type]


def test_progress_is_told_month_by_month() -> None:
    told: list[tuple[int, int]] = []
    simulate(customers=100, months=6, progress=lambda done, of: told.append((done, of)))
    assert told == [(month, 6) for month in range(1, 7)]


def test_nothing_is_noted_of_a_month_in_which_nobody_buys() -> None:
    state = beginning(Parameters(), Policy(), customers=100, seed=1)
    state.customers.active[:] = False
    state.month = 1
    month = Month(state)
    run(month)
    assert month.order_count == 0
    assert month.sums["revenue"].sum() == 0
    assert (state.people["slot"] != NEVER).sum() == state.count


def test_the_guided_search_for_a_product_finds_what_a_plain_search_finds() -> None:
    from relmark_helpers.company.steps.purchases import _CUMULATIVE, _LAST, _PLACES, _product

    rng = np.random.default_rng(1)
    category, drawn = rng.integers(0, 6, 200_000), rng.random(200_000)
    plain = np.searchsorted(_CUMULATIVE, category + drawn)
    assert np.array_equal(_product(category, drawn), np.minimum(plain, _LAST[category]))
    assert np.diff(_CUMULATIVE).min() > 1 / _PLACES
