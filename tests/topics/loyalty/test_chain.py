"""The chain of stages: a published steady state, and what following thousands of simulated customers gives."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.errors import CourseError
from relmark_helpers.topics.loyalty.model import chain
from relmark_helpers.topics.loyalty.model.half_years import STAGES

TWO_SHOPS = np.array([[0.9, 0.1], [0.2, 0.8]])  # the textbook example of brand switching
MOVES = np.array(
    [
        [0.90, 0.06, 0.03, 0.01, 0.00],
        [0.00, 0.40, 0.25, 0.10, 0.25],
        [0.00, 0.30, 0.30, 0.20, 0.20],
        [0.00, 0.10, 0.20, 0.60, 0.10],
        [0.00, 0.00, 0.00, 0.00, 1.00],
    ]
)


def test_the_steady_state_of_two_shops_is_two_thirds_and_one_third():
    assert chain.steady_state(TWO_SHOPS).tolist() == pytest.approx([2 / 3, 1 / 3], abs=1e-12)


def test_mean_times_of_return_to_two_shops_are_one_and_a_half_and_three():
    # the mean time of return is one over the steady share
    assert (1 / chain.steady_state(TWO_SHOPS)).tolist() == pytest.approx([1.5, 3.0], abs=1e-12)


def test_a_cohort_moves_as_the_published_shares_of_the_first_shop_do():
    five = np.eye(5)
    five[1:3, 1:3] = TWO_SHOPS
    shares = chain.cohort(five, "trying", 7)["trying"] / 100
    published = [1, 0.9, 0.83, 0.781, 0.7467, 0.7227, 0.7059, 0.6941]
    assert shares.tolist() == pytest.approx(published, abs=5e-5)


def followed(start, paths, rng):
    """Stage of every simulated customer in each of many half-years."""
    here = np.full(paths, STAGES.index(start))
    rows = [here]
    for _ in range(600):
        here = (rng.random(paths)[:, None] > np.cumsum(MOVES, axis=1)[here]).sum(axis=1)
        rows.append(here)
        if (here == 4).all():
            break
    return np.array(rows)


@pytest.mark.parametrize("start", ["trying", "returning", "watching"])
def test_chance_and_time_to_trusting_are_those_of_simulated_customers(start):
    ways = followed(start, 40_000, np.random.default_rng(7))
    arrived = (ways == 3).any(axis=0)
    first = np.argmax(ways == 3, axis=0)[arrived]
    found = chain.climb(MOVES, start)
    error = np.sqrt(arrived.mean() * (1 - arrived.mean()) / arrived.size)
    assert found["chance"] == pytest.approx(arrived.mean(), abs=4 * error)
    assert found["half_years"] == pytest.approx(first.mean(), abs=4 * first.std() / np.sqrt(first.size))


def test_the_stay_is_that_of_simulated_customers():
    found = chain.expected_stay(MOVES)
    for stage in chain.ON_THE_LADDER:
        stays = (followed(stage, 20_000, np.random.default_rng(8)) != 4).sum(axis=0)
        assert found[stage] == pytest.approx(stays.mean(), abs=4 * stays.std() / np.sqrt(stays.size))


def test_a_full_market_settles_where_its_steady_state_says():
    open_market = chain.refilled(MOVES)
    shares = np.array([1.0, 0, 0, 0])
    for _ in range(3_000):
        shares = shares @ open_market.to_numpy()
    assert chain.steady_state(open_market).tolist() == pytest.approx(shares.tolist(), abs=1e-9)
    assert open_market.sum(axis=1).tolist() == pytest.approx([1] * 4)


def test_a_full_market_of_simulated_persons_settles_there_too():
    rng = np.random.default_rng(10)
    here = np.zeros(40_000, dtype=int)
    for _ in range(150):
        here = (rng.random(here.size)[:, None] > np.cumsum(MOVES, axis=1)[here]).sum(axis=1)
        here[here == 4] = 0  # for everybody lost somebody begins to watch
    found = chain.steady_state(chain.refilled(MOVES))
    assert found.tolist() == pytest.approx((np.bincount(here, minlength=4) / here.size).tolist(), abs=0.01)


@pytest.mark.parametrize("name", list(chain.PUSHES))
def test_a_push_multiplies_the_odds_of_its_moves_and_of_no_others(name):
    base = pd.DataFrame(MOVES, index=STAGES, columns=STAGES)
    after = chain.pushed(base, {name: 2.5})
    touched = dict(chain.PUSHES[name])
    for stage in STAGES:
        if stage not in touched:
            assert after.loc[stage].tolist() == base.loc[stage].tolist()
            continue
        ours = list(touched[stage])
        assert after.loc[stage].sum() == pytest.approx(1)
        was, now = base.loc[stage, ours].sum(), after.loc[stage, ours].sum()
        assert now / (1 - now) == pytest.approx(2.5 * was / (1 - was))
    assert np.allclose(chain.pushed(base, dict.fromkeys(chain.PUSHES, 1.0)), MOVES)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: chain.as_chances(np.ones((2, 3))), "A transition matrix is square"),
        (lambda: chain.as_chances(np.array([[1.5, -0.5], [0, 1]])), "The chances of a transition matrix go"),
        (lambda: chain.as_chances(2 * MOVES / 3), "Each row of a transition matrix adds up to 1; row"),
        (lambda: chain.climb(MOVES, "trusting"), "The way up starts at watching, trying, returning"),
        (lambda: chain.climb(np.eye(5), "trying"), "From some stage the end is never reached"),
        (lambda: chain.steady_state(np.eye(2)), "This chain has more than one steady state"),
        (lambda: chain.cohort(MOVES, "buying"), "There is no stage 'buying'"),
        (lambda: chain.cohort(MOVES, half_years=0), "The number of half-years is 1 or more; got 0."),
        (lambda: chain.pushed(pd.DataFrame(MOVES), {"price": 2}), "There is no push 'price'"),
        (lambda: chain.pushed(pd.DataFrame(MOVES), {"leave": 0}), "The factor of 'leave' must be above 0."),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)
