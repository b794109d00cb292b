"""Staffing against published values, exact fractions, sums, and a simulated desk; recovery of the engine's own rule."""

import math
from fractions import Fraction

import numpy as np
import pytest

from relmark_helpers.company.steps.failures import waiting_days
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.complaints.model import desk, impatience, staffing, system

PUBLISHED = {  # agents: chance to wait, service level within 20 s, mean wait, occupancy; 100 calls in 30 min, 180 s
    11: (0.682118, 0.389614, 122.78, 0.9091),
    12: (0.449388, 0.640158, 40.44, 0.8333),
    13: (0.285270, 0.795595, 17.12, 0.7692),
    14: (0.1741319, 0.8883500, 7.836, 0.7143),
    15: (0.102042, 0.941453, 3.674, 0.6667),
    16: (0.057340, 0.970560, 1.720, 0.6250),
}


@pytest.mark.parametrize("agents", PUBLISHED)
def test_erlang_c_gives_the_published_table(agents):
    waits, level, mean, occupancy = PUBLISHED[agents]
    found = staffing.desk_figures(100, 180, agents)
    assert found["wait_chance"] == pytest.approx(waits, abs=5e-7 if agents != 14 else 5e-8)
    assert found["service_level"] == pytest.approx(level, abs=5e-7)
    assert found["mean_wait"] == pytest.approx(mean, abs=0.005)
    assert found["occupancy"] == pytest.approx(occupancy, abs=5e-5)


def test_three_servers_by_exact_fractions():
    # M/M/3, two arrivals a unit of time, one served a unit: P0 = 1/9, P(wait) = 4/9, Lq = 8/9, L = 26/9
    found = staffing.desk_figures(2, 1, 3, interval=1)
    assert found["wait_chance"] == pytest.approx(float(Fraction(4, 9)), abs=1e-12)
    assert found["queue"] == pytest.approx(float(Fraction(8, 9)), abs=1e-12)
    assert found["in_system"] == pytest.approx(float(Fraction(26, 9)), abs=1e-12)
    assert found["mean_wait"] == pytest.approx(float(Fraction(4, 9)), abs=1e-12)
    assert found["mean_wait"] + 1 == pytest.approx(float(Fraction(13, 9)), abs=1e-12)
    terms = [Fraction(2) ** n / math.factorial(n) for n in range(3)] + [Fraction(8, 6) * 3]
    assert 1 / sum(terms) == Fraction(1, 9)


@pytest.mark.parametrize(("load", "agents"), [(0.3, 1), (4.5, 6), (10.0, 14), (31.0, 40)])
def test_the_recursion_is_the_textbook_sum(load, agents):
    top = load**agents / math.factorial(agents) * agents / (agents - load)
    wanted = top / (sum(load**k / math.factorial(k) for k in range(agents)) + top)
    assert staffing.erlang_c(load, agents) == pytest.approx(wanted, rel=1e-12)


def test_little_roster_and_seats_are_the_published_ones():
    assert staffing.open_cases(60, 2.5) == 150
    assert staffing.agents_needed(100, 180, 0.80) == 14
    assert staffing.rostered(14, 0.30) == 20
    assert staffing.agents_needed(100, 180, 0.79) == 13


def test_a_desk_without_slack_waits_for_ever():
    found = staffing.desk_figures(100, 180, 10)
    assert found["wait_chance"] == 1
    assert found["service_level"] == 0
    assert found["mean_wait"] == math.inf


@pytest.mark.parametrize("agents", [11, 12, 14])
def test_the_simulated_desk_does_what_the_formula_says(agents):
    runs = [
        desk.figures_of(desk.simulated_desk(100, 180, agents, calls=60000, rng=seed)) for seed in range(4)
    ]
    formula = staffing.desk_figures(100, 180, agents)
    for name, tolerance in (("wait_chance", 0.05), ("service_level", 0.05)):
        assert np.mean([run[name] for run in runs]) == pytest.approx(formula[name], abs=tolerance)
    assert np.mean([run["mean_wait"] for run in runs]) == pytest.approx(formula["mean_wait"], rel=0.25)
    assert all(run["abandoned"] == 0 for run in runs)


def test_callers_who_hang_up_agree_between_chain_and_simulation():
    chain = impatience.erlang_a(100, 180, 12, patience=120)
    run = desk.figures_of(desk.simulated_desk(100, 180, 12, patience=120, calls=120_000, rng=3))
    for name, tolerance in (("wait_chance", 0.02), ("abandoned", 0.006), ("mean_wait", 0.7)):
        assert run[name] == pytest.approx(chain[name], abs=tolerance)


def test_with_endless_patience_the_chain_is_erlang_c():
    chain, formula = impatience.erlang_a(100, 180, 13, patience=1e8), staffing.desk_figures(100, 180, 13)
    assert chain["wait_chance"] == pytest.approx(formula["wait_chance"], abs=1e-4)
    assert chain["queue"] == pytest.approx(formula["queue"], rel=1e-3)


def test_impatience_shortens_the_queue_at_every_desk():
    for agents in range(8, 17):
        chain = impatience.erlang_a(100, 180, agents, patience=60)
        assert chain["mean_wait"] < staffing.desk_figures(100, 180, agents)["mean_wait"]
        assert 0 < chain["abandoned"] < 1


def test_a_simulated_desk_keeps_littles_law():
    calls = desk.simulated_desk(100, 180, 12, calls=80000, rng=5)
    span = calls["came"].iloc[-1] - calls["came"].iloc[0]
    starts, ends = calls["came"].to_numpy(), (calls["came"] + calls["waited"]).to_numpy()
    moments = np.linspace(starts[500], starts[-500], 20_000)
    waiting = np.searchsorted(starts, moments, side="right") - np.searchsorted(
        np.sort(ends), moments, side="right"
    )
    assert waiting.mean() == pytest.approx(len(calls) / span * calls["waited"].mean(), rel=0.05)


def test_nobody_is_overtaken_at_a_desk_of_one():
    made = desk.simulated_desk(1000, 180, 1, calls=300, rng=2)
    assert (np.diff(made["came"] + made["waited"]) >= -1e-9).all()


@pytest.mark.parametrize("bad", [0, -1, 2.5, True])
def test_agents_are_whole_people(bad):
    with pytest.raises(CourseError, match="whole number"):
        staffing.erlang_c(1.0, bad)
    with pytest.raises(CourseError, match="whole number"):
        desk.simulated_desk(10, 60, bad)


@pytest.mark.parametrize(("complaints", "capacity"), [(5.0, 14.0), (12.0, 14.0), (30.0, 14.0)])
def test_a_plans_wait_is_the_simulators(complaints, capacity):
    wanted, _ = waiting_days(complaints, 0.0, capacity)
    found = system._waits(np.array([complaints]), np.array([capacity]))
    assert found[0] == pytest.approx(wanted, rel=1e-12)
