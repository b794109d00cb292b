"""The company before its first month, and what a person is like who becomes a customer."""

from __future__ import annotations

import math

import numpy as np

from relmark_helpers.company.catalogue import BRANCHES, CATEGORIES
from relmark_helpers.company.luck import Luck
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.state import FOR_TABLES, NEVER, Array, Customers, State, Whole
from relmark_helpers.company.vocabulary import ROLES, SEGMENTS

STAGES = ("trier", "returning", "trusting")
CHANNEL_SHARES = (0.5, 0.3, 0.2, 0.0)  # of those who were customers before the first month
POSTS = (1, 2, 3, 4, 1, 1, 2, 3, 1, 4)  # roles of a branch's posts after its manager's


def beginning(
    parameters: Parameters, policy: Policy, customers: int, seed: int, record: str = "tables"
) -> State:
    """Make the company as it is on the evening before its first month.

    Parameters
    ----------
    parameters : Parameters
        Its numbers.
    policy : Policy
        Its levers.
    customers : int
        Customers on the first day.
    seed : int
        The seed.
    record : str
        ``"tables"``, or ``"summary"`` where less need be kept of each customer.

    Returns
    -------
    State

    Examples
    --------
    >>> beginning(Parameters(), Policy(), customers=100, seed=1).market
    300
    """
    state = State(
        parameters=parameters,
        policy=policy,
        seed=seed,
        record=record,
        first_day=customers,
        customers=Customers.none(0, but=() if record == "tables" else FOR_TABLES),
        people={},
        house=_house(parameters, seed),
        staff={},
    )
    state.staff = _staff(parameters, seed)
    everybody = np.arange(state.market)
    segment = segment_of(state, everybody)
    state.people = {
        "slot": np.full(len(everybody), NEVER, dtype=np.int32),
        "threshold": _threshold(state, everybody, segment).astype(np.float32),
        "segment": segment.astype(np.int8),
        "town": town(state, everybody).astype(np.int8),
    }
    first = everybody[:customers]
    arrive(
        state, first, Luck(seed, "people").choice("channel", first, CHANNEL_SHARES), np.full(customers, NEVER)
    )
    return state


def arrive(state: State, person: Whole, channel: Array, referrer: Array) -> None:
    """Make customers of persons, with the traits that are theirs whenever they come.

    Parameters
    ----------
    state : State
        The company; its month is when they join, 0 for those of the first day.
    person : ndarray of int
        Their numbers.
    channel : ndarray of int
        What brings each.
    referrer : ndarray of int
        The slot of the customer who sent each, or NEVER.

    Examples
    --------
    >>> state = beginning(Parameters(), Policy(), customers=100, seed=1)
    >>> arrive(state, np.array([250]), np.array([3]), np.array([7]))
    >>> state.count, int(state.customers.referrer[100])
    (101, 7)
    """
    parameters, luck = state.parameters, Luck(state.seed, "people")
    coming, spreads, levels = parameters.acquisition, parameters.spreads, parameters.levels
    buying, adapt = parameters.buying, parameters.adaptation
    begin, end = state.count, state.count + len(person)
    if end > len(state.customers.person):
        state.customers.make_room(end if not begin else max(end, begin + begin // 8))
    new = state.customers.part(begin, end)
    kind, trusting, desires, expectations, frailty, birth = luck.normal("traits", person, 6)
    branch, segment = state.people["town"][person], state.people["segment"][person]
    new.person[:], new.branch[:], new.segment[:] = person, branch, segment
    year = np.round(coming.mean_birth_year + coming.spread_birth_year * birth)
    new.birth_year[:] = np.clip(year, 1940, 2004)
    new.method[:] = luck.choice("method", person, parameters.survey.method_shares)
    new.channel[:], new.referrer[:] = channel, referrer
    new.consent[:] = luck.uniform("consent", person) < coming.consent_share
    new.rate[:] = _gamma(luck, person, buying.shape) * buying.monthly_orders
    new.rate *= np.array(buying.segment_factor)[segment]
    new.leniency[:] = spreads.leniency * kind
    leaning = adapt.trust_leniency * kind + (1 - adapt.trust_leniency**2) ** 0.5 * trusting
    new.disposition[:] = levels.trust + spreads.first_trust * leaning
    new.trust[:] = new.disposition
    new.frailty[:] = parameters.leaving.frailty * frailty
    new.joined[:], new.active[:] = state.month, True
    new.desires[:] = levels.desires + spreads.desires * desires
    name_in_town = np.array([each.quality for each in BRANCHES])[branch]
    new.expectations[:] = adapt.first_expectations + spreads.first_expectations * expectations + name_in_town
    new.satisfaction[:] = new.overall[:] = levels.overall_satisfaction
    known = state.month == 0  # customers of the first day have bought before
    new.orders[:] = 3 if known else 0
    new.cell[:] = (branch.astype(np.int16) * len(SEGMENTS) + segment) * len(STAGES) + int(known)
    if "last_order" in new.arrays:
        new.last_month[:] = new.last_order[:] = NEVER
        new.latest[:] = np.nan
    state.people["slot"][person] = np.arange(begin, end)
    state.count = end


def town(state: State, person: Whole) -> Whole:
    """Give the branch in whose town each person lives: persons stand on a ring, the towns one after another.

    Parameters
    ----------
    state : State
        The company.
    person : ndarray of int
        Their numbers.

    Returns
    -------
    ndarray of int
        Branches from 0.

    Examples
    --------
    >>> state = beginning(Parameters(), Policy(), customers=1000, seed=1)
    >>> np.bincount(town(state, np.arange(1000)))[:3]
    array([127, 109, 105])
    """
    shares = np.cumsum([each.share for each in BRANCHES])
    place = (person.astype(np.int64) * stride(state.market) % state.market + 0.5) / state.market
    found: Whole = np.minimum(np.searchsorted(shares / shares[-1], place), len(BRANCHES) - 1)
    return found


def stride(market: int) -> int:
    """Give the step on the ring from one person to the next number: neighbours in number live far apart.

    Parameters
    ----------
    market : int
        Persons on the ring.

    Returns
    -------
    int
        Near the golden section of the ring, and without a common divisor with it.

    Examples
    --------
    >>> stride(300)
    187
    """
    step = round(market * 0.6180339887)
    while math.gcd(step, market) > 1:
        step += 1
    return step


def segment_of(state: State, person: Whole) -> Whole:
    """Give the true segment of each person.

    Parameters
    ----------
    state : State
        The company.
    person : ndarray of int
        Their numbers.

    Returns
    -------
    ndarray of int
        Places in ``SEGMENTS``.

    Examples
    --------
    >>> state = beginning(Parameters(), Policy(), customers=100, seed=1)
    >>> bool((segment_of(state, np.arange(100)) == state.customers.segment[:100]).all())
    True
    """
    shares = state.parameters.acquisition.segment_shares
    return Luck(state.seed, "people").choice("segment", person, shares).astype(np.int64)


def _threshold(state: State, person: Whole, segment: Whole) -> Array:
    """How much walking in and advertising it takes until a person comes: more advertising, nobody later."""
    waiting = -np.log(Luck(state.seed, "people").uniform("threshold", person))
    found: Array = waiting / np.array(state.parameters.acquisition.response)[segment]
    return found


def _gamma(luck: Luck, person: Whole, shape: float) -> Array:
    """Gamma numbers of mean 1 (Wilson and Hilferty's cube of a normal, which keeps one draw a person)."""
    spread = 1.0 / (9.0 * shape)
    drawn: Array = np.maximum(1.0 - spread + np.sqrt(spread) * luck.normal("rate", person)[0], 0.05) ** 3
    return drawn


def _house(parameters: Parameters, seed: int) -> dict[str, Array]:
    """The branches: how good they are by category, how they are managed, and where their service stands."""
    luck, here = Luck(seed, "branches"), np.arange(len(BRANCHES))
    own = np.array([each.quality for each in BRANCHES])
    by_category = parameters.spreads.category * luck.normal("category", here, len(CATEGORIES)).T
    management = parameters.staff.managers * luck.normal("management", here)[0]
    rest = parameters.staff.rest
    return {
        "quality": own[:, None] + by_category,
        "management": management - management.mean(),
        "job_satisfaction": rest + management - management.mean(),
        "service": rest + parameters.staff.to_service * (management - management.mean()),
        "reputation": np.zeros(len(BRANCHES)),
        "walked_in": np.zeros(len(BRANCHES)),  # hazard so far: what prospects' thresholds are held against
        "backlog": np.zeros(1),  # complaints waiting at each desk
    }


def _staff(parameters: Parameters, seed: int) -> dict[str, Array]:
    """The people employed on the first day; a post is a place that somebody always holds."""
    posts = [1 + round(each.size_m2 / 100 * parameters.staff.posts_per_100_m2) for each in BRANCHES]
    branch = np.repeat(np.arange(len(BRANCHES)), posts)
    number = np.arange(len(branch)) - np.repeat(np.cumsum(posts) - posts, posts)
    role = np.where(number == 0, ROLES.index("manager"), np.array(POSTS)[(number - 1) % len(POSTS)])
    luck, post = Luck(seed, "staff"), np.arange(len(branch))
    return {
        "post": post,
        "branch": branch,
        "role": role,
        "hired": -np.floor(120 * luck.uniform("hired", post) ** 2).astype(np.int64),
        "left": np.full(len(branch), NEVER),
        "leaning": parameters.staff.leaning * luck.normal("leaning", post)[0],
    }
