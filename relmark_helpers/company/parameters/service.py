"""Contacts, failures, complaints and what people tell: the numbers of service."""

from __future__ import annotations

from dataclasses import dataclass

Shares = tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]


@dataclass(frozen=True)
class Contacts:
    """What a contact is like and what it leaves behind.

    Of outbound messages and of contacts around an order some are good, some bad, the rest go unnoticed.

    Examples
    --------
    >>> Contacts().bad_trust > Contacts().good_trust
    True
    """

    good: float = 0.25  # chance of a good contact, where service is at rest
    bad: float = 0.08  # chance of a bad one
    by_service: float = 0.06  # what one point of service takes from bad and adds to good
    bad_by_fatigue: float = 0.06  # what one point of fatigue beyond the comfortable adds to bad
    good_trust: float = 0.06  # points of trust gained by a good contact
    bad_trust: float = 0.30  # points of trust lost by a bad one
    good_mood: float = 0.20  # points of information satisfaction in the next experience
    bad_mood: float = 0.40  # the same, taken away by a bad contact
    mood_stays: float = 0.50  # share of the mood left after a month
    fatigue_stays: float = 0.60  # share of fatigue left after a month; each message adds 1
    comfortable: float = 1.0  # fatigue up to which nothing is felt
    fatigue_orders: float = 0.12  # what a point of fatigue beyond that takes from the log rate of orders
    advice: float = 0.35  # share of buying customers with a contact before the order
    delivery: float = 0.45  # share with a contact while it is carried out
    rated: float = 0.25  # share of contacts about which the customer is asked and answers
    rating: tuple[float, float, float] = (3.3, 1.3, 0.8)  # level, points for a good contact, scatter: 1-5
    # shares of departments, channels and variables of care, each in the order of its words in vocabulary.py
    sent: Shares = ((0.0, 0.0, 0.0, 0.1, 0.9), (0.0, 0.15, 0.85, 0.0), (0.10, 0.35, 0.45, 0.10))
    before: Shares = ((0.85, 0.0, 0.0, 0.15, 0.0), (0.60, 0.25, 0.15, 0.0), (0.65, 0.30, 0.05, 0.0))
    during: Shares = ((0.15, 0.45, 0.40, 0.0, 0.0), (0.15, 0.30, 0.05, 0.50), (0.70, 0.28, 0.02, 0.0))
    after: Shares = ((0.10, 0.05, 0.10, 0.75, 0.0), (0.05, 0.60, 0.30, 0.05), (0.55, 0.35, 0.08, 0.02))


@dataclass(frozen=True)
class Failures:
    """When something goes wrong with an order, and what it takes away.

    Examples
    --------
    >>> Failures().trust_major > Failures().trust_minor
    True
    """

    chance: float = -2.2  # logit for an order where quality and service are at rest
    by_quality: float = -0.45  # per point of the branch's quality
    by_service: float = -0.45  # per point of service
    major: float = 0.30  # share of failures that are major
    satisfaction_minor: float = 0.50  # points of overall satisfaction lost
    satisfaction_major: float = 1.30
    trust_minor: float = 0.35  # points of trust lost
    trust_major: float = 1.00


@dataclass(frozen=True)
class Complaining:
    """Who complains, how the case is handled, and what that gives back.

    A case's recovery is the mean of its justices against 4 with these shares, in points; satisfaction and
    trust regain their share of what the failure took for each point. Distributive justice weighs most, then
    interactional, then procedural, as Orsingher, Valentini and de Angelis (2010) found; the sizes are chosen.
    Satisfaction can regain more than was lost, trust and return cannot: the recovery paradox was found for
    satisfaction, not for what people do (de Matos, Henrique and Rossi 2007).

    References
    ----------
    orsingher2010, dematos2007

    Examples
    --------
    >>> Complaining().satisfaction_regained > Complaining().trust_regained
    True
    """

    minor: float = -2.3  # logit of complaining about a minor failure, were it made as hard as can be
    major: float = -0.7  # about a major one
    ease: float = 2.0  # added where complaining is made as easy as can be
    trust: float = 0.15  # per point of trust
    case_days: float = 0.8  # working days a case takes
    speed: float = 0.22  # points of procedural justice lost by a day of waiting
    procedural: float = 5.6  # procedural justice without waiting
    distributive: float = 2.2  # distributive justice without remedy
    by_remedy: float = 3.6  # added where the whole loss is made good
    interactional: float = 3.9  # interactional justice without training
    by_training: float = 1.8  # added by full training
    scatter: float = 0.80  # of each justice between cases
    shares: tuple[float, float, float] = (0.50, 0.20, 0.30)  # distributive, procedural, interactional
    satisfaction_regained: float = 0.75  # share of the loss regained for each point of recovery
    trust_regained: float = 0.50  # the same for trust
    trust_ceiling: float = 0.90  # trust regains no more than this share of its loss
    satisfaction_ceiling: float = 1.40
    resolved: float = (
        3.85  # mean of the justices, weighted by their shares, from which a case counts as resolved
    )
    partly: float = 3.40  # and from which as partly resolved
    loss: float = 0.30  # of the order's value, what a failure costs the customer
    remedy_scatter: float = 0.20  # of the share made good, for a point of scatter of distributive justice
    kinds: tuple[float, ...] = (
        0.04,
        0.10,
        0.18,
        0.26,
    )  # shares of the value from which the next of REMEDIES is given
    categories: tuple[float, ...] = (
        0.30,
        0.22,
        0.18,
        0.14,
        0.09,
        0.07,
    )  # of complaints, as COMPLAINT_CATEGORIES
    channels: tuple[float, ...] = (0.30, 0.38, 0.27, 0.05)  # of complaints, as COMPLAINT_CHANNELS
    speaks_up: int = 6  # days after the order within which somebody complains
    works: int = 4  # days at the most that handling takes once it has begun
    ignored: float = 0.25  # share of the loss added where recovery is below nothing, for each point


@dataclass(frozen=True)
class WordOfMouth:
    """Who tells, how many hear, and what it does to them.

    Diners told 6 people of a good, 5 of a bad restaurant (MasterCard and Yankelovich 1993); positive word of
    mouth is about three times as common as negative (East, Hammond and Wright 2007). The other numbers are
    chosen.

    References
    ----------
    eastwom2007

    Examples
    --------
    >>> WordOfMouth().told_good
    6.0
    """

    neighbours: int = 10  # people everybody has to tell, on a ring
    rewired: float = 0.10  # share of them who live elsewhere
    tells: float = -2.6  # logit of telling of an ordinary experience
    by_strength: float = 0.9  # per point that an experience lies from the ordinary, whichever way
    ordinary: float = -0.30  # where the ordinary lies against overall satisfaction at rest
    told_good: float = 6.0  # people told of a good experience
    told_bad: float = 5.0  # people told of a bad one
    converts: float = 0.024  # chance that somebody who hears good and is no customer becomes one
    keeps_away: float = 0.15  # of all later advertising, the share that is lost on somebody who hears bad
    raises: float = 0.02  # points of expectations that hearing good adds to a customer
    unsettles: float = 0.04  # points of trust that hearing bad takes from a customer
