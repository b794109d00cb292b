from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmark_helpers.company import engine, steps
from relmark_helpers.company.engine import Run, simulate
from relmark_helpers.company.parameters import Parameters, QualityProgramme, Spreads
from relmark_helpers.company.state import NEVER, beginning
from relmark_helpers.errors import CourseError


def same(one: Run, other: Run) -> bool:
    return (
        all(np.array_equal(one.orders[name], other.orders[name]) for name in one.orders)
        and all(np.array_equal(one.invitations[name], other.invitations[name]) for name in one.invitations)
        and one.survey_latents.equals(other.survey_latents)
    )


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 2**63 - 2), customers=st.integers(100, 600), months=st.integers(6, 15))
def test_the_seed_alone_decides(seed: int, customers: int, months: int) -> None:
    run = simulate(customers=customers, months=months, seed=seed)
    assert same(run, simulate(customers=customers, months=months, seed=seed))
    assert not same(run, simulate(customers=customers, months=months, seed=seed + 1))


def test_more_draws_in_one_step_leave_the_others_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    before = simulate(customers=500, months=12, seed=3)

    def survey_wave(state, month, rng):  # type: ignore[no-untyped-def]
        rng.random(17)
        steps.survey_wave(state, month, rng)

    def weather(state, month, rng):  # type: ignore[no-untyped-def]
        rng.random(5)

    monkeypatch.setattr(engine, "MONTH", (weather, *steps.MONTH[:-1], survey_wave))
    after = simulate(customers=500, months=12, seed=3)
    assert all(np.array_equal(before.orders[name], after.orders[name]) for name in before.orders)
    assert np.array_equal(before.state.trust, after.state.trust)
    assert not np.array_equal(before.invitations["answered"], after.invitations["answered"])


def one_experience(performance_above_rest: float, expectations: float, desires: float) -> steps.State:
    """A company without noise in which everybody has bought once."""
    calm = Spreads(**dict.fromkeys(Spreads.__dataclass_fields__, 0.0))
    state = beginning(replace(Parameters(), spreads=calm), customers=100, months=12, seed=1)
    state.quality = np.full_like(state.quality, performance_above_rest)
    state.branch = np.full(100, 11)  # Lishui: information quality -0.10, no programme
    state.desires = np.full(100, desires)
    state.expectations = np.full(100, expectations)
    state.last_category = np.zeros(100, dtype=np.int64)
    state.orders_now = np.ones(100, dtype=np.int64)
    steps.disconfirmation(state, 1, np.random.default_rng(1))
    return state


def test_a_good_experience_by_hand() -> None:
    state = one_experience(performance_above_rest=1.0, expectations=5.0, desires=4.6)
    # desires congruency 4.3 + .70 x 1 - .50 x -.4 = 5.2; expectations congruency 4.3 + .75 - .55 x .4 = 4.83
    # attributes 4.6 + .6 x .9 + .4 x .53 = 5.352; information 4.5 + .3 x .9 + .5 x .53 - .10 = 4.935
    # overall 4.7 + .6 x .752 + .35 x .435 = 5.30345
    by_hand = {
        "performance": 5.6,
        "desires_congruency": 5.2,
        "expectations_congruency": 4.83,
        "attribute_satisfaction": 5.352,
        "information_satisfaction": 4.935,
        "overall_satisfaction": 5.30345,
    }
    assert {
        name: pytest.approx(values[0]) for name, values in state.latest.items() if name in by_hand
    } == by_hand
    assert state.expectations[0] == pytest.approx(5.0 + 0.35 * (5.6 - 5.0))
    assert state.desires[0] == pytest.approx(4.6 + 0.5 * 0.35 * (5.6 - 5.0))
    assert state.satisfaction[0] == pytest.approx(4.7 + 0.35 * (5.30345 - 4.7))


@pytest.mark.parametrize(("above_rest", "moved"), [(1.0, 0.36 * 0.75), (-1.0, -0.90 * 0.75)])
def test_trust_is_lost_two_and_a_half_times_as_fast_as_it_is_gained(above_rest: float, moved: float) -> None:
    state = one_experience(above_rest, expectations=4.6, desires=5.0)
    assert state.trust[0] == pytest.approx(4.2 + moved)


def test_trust_stays_on_the_scale() -> None:
    assert one_experience(-9.0, expectations=4.6, desires=5.0).trust.min() == 1.0


def test_of_two_orders_in_a_month_the_latest_counts() -> None:
    run = simulate(customers=300, months=6, seed=4)
    orders = run.orders
    for customer in np.unique(orders["customer"])[:50]:
        mine = np.flatnonzero(orders["customer"] == customer)
        assert run.state.last_order[customer] == mine[-1]
        assert (np.diff(orders["month"][mine] * 100 + orders["day"][mine]) >= 0).all()


def test_newcomers_order_in_the_month_after_joining() -> None:
    run = simulate(customers=1000, months=12, seed=5)
    joined = run.state.joined
    assert ((joined >= 0) & (joined < 12)).all()
    newcomers = np.flatnonzero(joined > 0)
    first = np.array([run.orders["month"][run.orders["customer"] == each].min() for each in newcomers])
    assert np.array_equal(first, joined[newcomers] + 1)


def test_who_was_sent_has_a_sender_who_was_there_before(large: Run) -> None:
    state = large.state
    sent = state.referrer != NEVER
    assert 0.15 < sent[state.joined > 0].mean() < 0.21
    assert (state.joined[state.referrer[sent]] < state.joined[sent]).all()


def test_the_programme_moves_performance_in_its_branches_from_its_month_on() -> None:
    state = one_experience(performance_above_rest=0.0, expectations=4.6, desires=5.0)
    felt = {}
    for month in (12, 13, 36):
        for branch in (1, 4, 5, 12):
            state.branch[:] = branch - 1
            steps.disconfirmation(state, month, np.random.default_rng(1))
            felt[month, branch] = round(float(state.latest["performance"][0]), 6)
    treated = {(13, 1), (13, 4), (36, 1), (36, 4)}
    assert felt == {key: 5.6 if key in treated else 4.6 for key in felt}


def test_without_the_programme_its_branches_differ_no_more_than_before() -> None:
    calm = replace(Parameters(), programme=QualityProgramme(size=0.0))
    run = simulate(calm, customers=30_000, seed=2)
    invited = run.invitations
    answered = invited["answered"] == 1
    treated = np.isin(run.state.branch[invited["customer"]], (0, 1, 2, 3))[answered]
    later = (invited["month"] >= 13)[answered]
    felt = run.survey_latents["overall_satisfaction"].to_numpy()
    gap = [felt[treated & when].mean() - felt[~treated & when].mean() for when in (~later, later)]
    assert gap[1] - gap[0] == pytest.approx(0.0, abs=0.08)


def test_progress_is_told_month_by_month() -> None:
    told: list[tuple[int, int]] = []
    simulate(customers=100, months=6, progress=lambda done, of: told.append((done, of)))
    assert told == [(month, 6) for month in range(1, 7)]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"customers": 99}, "customers must be a whole number from 100 to 10000000; found 99."),
        ({"customers": 4000.0}, "customers must be a whole number from 100 to 10000000; found 4000.0."),
        ({"months": 5}, "months must be a whole number from 6 to 240; found 5."),
        ({"months": True}, "months must be a whole number from 6 to 240; found True."),
        ({"seed": -1}, "seed must be a whole number from 0 to 9223372036854775807; found -1."),
        ({"seed": "1"}, "seed must be a whole number from 0 to 9223372036854775807; found '1'."),
    ],
)
def test_wrong_values_are_named(wrong: dict[str, object], sentence: str) -> None:
    with pytest.raises(CourseError) as caught:
        simulate(**wrong)  # type: ignore[arg-type]
    assert str(caught.value) == sentence
