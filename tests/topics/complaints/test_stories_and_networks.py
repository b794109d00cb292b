"""Reach against the published arithmetic, branching against its means, cascades against searches done another way."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import shortest_path

from relmark_helpers.errors import CourseError
from relmark_helpers.topics.complaints.model import talk


def test_the_multiplication_is_the_published_one():
    assert (talk.reach(16, 12), talk.reach(20, 15)) == (208, 320)
    assert (talk.reach(16, 12) - 16, talk.reach(20, 15) - 20) == (192, 300)
    assert talk.needed_retelling(200) == pytest.approx(0.75, abs=0.005)
    assert talk.needed_retelling(300) == pytest.approx(1.16, abs=0.005)


@given(st.floats(1, 50), st.floats(1, 50), st.floats(0, 1), st.floats(0, 1))
def test_what_is_needed_turns_reach_round(first, second, retold, overlap):
    total = talk.reach(first, second, retold, overlap)
    assert talk.needed_retelling(total, first, second) == pytest.approx(retold * (1 - overlap), abs=1e-6)


def test_branching_has_its_expected_generations():
    heard = talk.branching(18, 13.5, 0.2, 0.5, 5, stories=40_000, rng=4)
    wanted = 18 * np.cumprod([1, 2.7, 1.35, 0.675, 0.3375])  # worked out by hand: 13.5 × 0.2 × 0.5^g
    assert heard.mean(axis=0) == pytest.approx(wanted, rel=0.03)
    assert talk.expected_branching(18, 13.5, 0.2, 0.5, 5) == pytest.approx(wanted)


def test_without_fading_the_whole_is_the_geometric_sum():
    whole = talk.expected_branching(10, 5, 0.1, 1.0, 400).sum()
    assert whole == pytest.approx(10 / (1 - 0.5), rel=1e-9)


def test_everybody_told_by_everybody_is_a_search_in_breadth():
    ties = talk.acquaintances(300, 6, 0.2, rng=1)
    rows = np.repeat(np.arange(300), 6)
    graph = csr_matrix((np.ones(rows.size), (rows, ties.ravel())), shape=(300, 300))
    runs = talk.cascade(ties, 6, 6, retold=1.0, fades=1.0, stories=30, generations=3, rng=2)
    away = shortest_path(graph, unweighted=True)
    possible = {int((row <= 3).sum() - 1) for row in away}
    assert set(runs["heard"]) <= possible
    assert runs["heard"].mean() == pytest.approx(np.mean([(row <= 3).sum() - 1 for row in away]), rel=0.15)


def test_in_a_closed_circle_a_story_stays_where_it_can_be_counted():
    ties = talk.acquaintances(1000, 20, 0.0)
    runs = talk.cascade(ties, 18, 13, retold=1.0, fades=1.0, stories=50, generations=2, rng=3)
    assert runs["heard"].max() <= 2 * 20  # two generations on a ring reach twenty steps each way


def test_among_strangers_in_a_large_place_the_multiplication_comes_out():
    ties = talk.acquaintances(200_000, 20, 1.0, rng=4)
    runs = talk.cascade(ties, 18, 13, retold=1.0, fades=1.0, stories=10, generations=2, rng=4)
    assert runs["heard"].mean() == pytest.approx(18 + 18 * 13, rel=0.01)


def test_nobody_is_counted_twice_and_generations_add_up():
    ties = talk.acquaintances(2000, 20, 0.3, rng=5)
    runs = talk.cascade(ties, retold=0.5, stories=40, rng=5)
    assert (runs[[name for name in runs if name.startswith("g")]].sum(axis=1) == runs["heard"]).all()
    assert (runs["heard"] <= runs["tellings"]).all()
    assert (runs["heard"] < 2000).all()


@pytest.mark.parametrize("silenced", [0.3, 0.6, 1.0])
def test_recovery_damps(silenced):
    ties = talk.acquaintances(2000, 20, 0.3, rng=6)
    plain = talk.cascade(ties, retold=0.4, stories=60, rng=6)["heard"].mean()
    damped = talk.cascade(ties, retold=0.4, recovered=1.0, silenced=silenced, stories=60, rng=6)[
        "heard"
    ].mean()
    assert damped < plain
    assert (damped == 0) == (silenced == 1.0)


def test_overlap_grows_with_the_circle():
    means = [
        talk.cascade(
            talk.acquaintances(4000, 20, rewired, rng=7), retold=1.0, stories=40, generations=2, rng=7
        )["heard"].mean()
        for rewired in (0.0, 0.1, 0.5, 1.0)
    ]
    assert means == sorted(means)


@pytest.mark.parametrize("known", [3, 0, 5000])
def test_a_network_needs_an_even_circle(known):
    with pytest.raises(CourseError, match="even number"):
        talk.acquaintances(100, known)
