"""The customers of Meridian Home as arrays, and the random numbers they are drawn with."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from relmark_helpers.company.catalogue import BRANCHES, CATEGORIES
from relmark_helpers.company.parameters import Parameters

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Events = dict[str, Whole]

SEGMENTS = ("value_seeker", "convenience", "relationship", "enthusiast")
METHODS = ("email", "telephone", "in_store_card")
CHANNELS = ("walk_in", "online_ad", "print_ad", "referral")
CHANNEL_SHARES = (0.5, 0.3, 0.2, 0.0)  # of customers nobody sent
EXPERIENCE = (
    "desires",
    "performance",
    "expectations",
    "desires_congruency",
    "expectations_congruency",
    "attribute_satisfaction",
    "information_satisfaction",
    "overall_satisfaction",
)
CONSTRUCTS = (*EXPERIENCE, "trust")
NEVER = -1  # in place of a month, an order or a customer that is not


def stream(seed: int, name: str, month: int = 0) -> np.random.Generator:
    """Random numbers for one step of one month, whatever other steps draw.

    Parameters
    ----------
    seed : int
        The seed of the company.
    name : str
        The step.
    month : int
        Counted from 1; 0 for what happens outside the months.

    Returns
    -------
    numpy.random.Generator

    Examples
    --------
    >>> stream(7, "purchases", 3).random() == stream(7, "purchases", 3).random()
    True
    >>> stream(7, "purchases", 3).random() == stream(7, "leaving", 3).random()
    False
    """
    digest = hashlib.sha256(f"{seed}/{name}/{month}".encode()).digest()
    return np.random.Generator(np.random.Philox(key=int.from_bytes(digest[:16], "little")))


@dataclass
class State:
    """All customers who are or will be, one array a property; and the events so far.

    Examples
    --------
    >>> state = beginning(Parameters(), customers=100, months=12, seed=1)
    >>> int(state.active.sum())
    66
    """

    parameters: Parameters
    months: int
    # traits
    segment: Whole
    birth_year: Whole
    method: Whole
    consent: Flags
    rate: Numbers  # orders a month
    leniency: Numbers
    disposition: Numbers  # the trust a customer returns to
    frailty: Numbers
    quality: Numbers  # branch x category
    # what changes
    branch: Whole
    channel: Whole
    referrer: Whole
    joined: Whole  # month; 0 before the first, months + 1 while not yet a customer
    active: Flags
    desires: Numbers
    expectations: Numbers
    satisfaction: Numbers  # running
    trust: Numbers
    orders_now: Whole  # orders of this month
    last_month: Whole
    last_order: Whole
    last_category: Whole
    latest: dict[str, Numbers]  # the latest experience
    # events, a part a month
    order_count: int = 0
    orders: list[Events] = field(default_factory=list)
    invitations: list[Events] = field(default_factory=list)
    latents: list[dict[str, Numbers]] = field(default_factory=list)  # of those who answered

    @property
    def choice(self) -> Numbers:
        """How far each customer could go elsewhere: rivals / (1 + rivals) of the branch."""
        rivals = np.array([each.rivals_nearby for each in BRANCHES], dtype=float)
        return (rivals / (1.0 + rivals))[self.branch]

    def beyond_rest(self) -> tuple[Numbers, Numbers]:
        """Trust and running satisfaction against their levels at rest, in points."""
        levels = self.parameters.levels
        return self.trust - levels.trust, self.satisfaction - levels.overall_satisfaction


def beginning(parameters: Parameters, customers: int, months: int, seed: int) -> State:
    """Draw all customers with their traits; the first of them are already there.

    Parameters
    ----------
    parameters : Parameters
        The numbers of the company.
    customers, months, seed : int
        As in :func:`engine.simulate`.

    Returns
    -------
    State

    Examples
    --------
    >>> beginning(Parameters(), customers=100, months=12, seed=1).trust.shape
    (100,)
    """
    rng = stream(seed, "people")
    coming, spreads, levels = parameters.acquisition, parameters.spreads, parameters.levels
    buying, adapt = parameters.buying, parameters.adaptation
    shares = np.array([each.share for each in BRANCHES])
    segment = rng.choice(len(SEGMENTS), customers, p=coming.segment_shares)
    present = np.arange(customers) < round(coming.present_at_start * customers)
    own_rate = rng.gamma(buying.shape, buying.monthly_orders / buying.shape, customers)
    birth = np.round(rng.normal(coming.mean_birth_year, coming.spread_birth_year, customers))
    kind, trusting = rng.standard_normal((2, customers))
    leaning = adapt.trust_leniency * kind + (1 - adapt.trust_leniency**2) ** 0.5 * trusting
    disposition = levels.trust + spreads.first_trust * leaning
    of_branch = np.array([each.quality for each in BRANCHES])
    branch = rng.choice(len(BRANCHES), customers, p=shares / shares.sum())
    expectations = rng.normal(adapt.first_expectations, spreads.first_expectations, customers)
    return State(
        parameters=parameters,
        months=months,
        segment=segment,
        birth_year=np.clip(birth, 1940, 2004).astype(np.int64),
        method=rng.choice(len(METHODS), customers, p=parameters.survey.method_shares),
        consent=rng.random(customers) < coming.consent_share,
        rate=own_rate * np.array(buying.segment_factor)[segment],
        leniency=spreads.leniency * kind,
        disposition=disposition,
        frailty=rng.normal(0.0, parameters.leaving.frailty, customers),
        quality=of_branch[:, None] + rng.normal(0.0, spreads.category, (len(BRANCHES), len(CATEGORIES))),
        branch=branch,
        channel=rng.choice(len(CHANNELS), customers, p=CHANNEL_SHARES),
        referrer=np.full(customers, NEVER),
        joined=np.where(present, 0, months + 1),
        active=present,
        desires=rng.normal(levels.desires, spreads.desires, customers),
        expectations=expectations + of_branch[branch],  # a branch has its name in town
        satisfaction=np.full(customers, levels.overall_satisfaction),
        trust=disposition.copy(),
        orders_now=np.zeros(customers, dtype=np.int64),
        last_month=np.full(customers, NEVER),
        last_order=np.full(customers, NEVER),
        last_category=np.full(customers, NEVER),
        latest={name: np.full(customers, np.nan) for name in EXPERIENCE},
    )
