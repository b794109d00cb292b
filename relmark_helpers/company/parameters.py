"""Every number of the simulated company, with its meaning and unit.

Unless a source is named, a number is *chosen*: so that the committed company looks like a regional retailer
and so that what a chapter teaches can be found in its tables. "Points" are points of a 1-7 answer scale.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields


@dataclass(frozen=True)
class Paths:
    """What one point more of a cause does to its effect, in points: the ten paths of the seven-factor model.

    The factors and arrows are those of the seven-factor model; no coefficient is published in a form that
    could be used here, so all are chosen.

    References
    ----------
    spreng1996

    Examples
    --------
    >>> Paths().as_dict()["performance", "desires_congruency"]
    0.7
    """

    desires_to_desires_congruency: float = -0.50
    performance_to_desires_congruency: float = 0.70
    expectations_to_expectations_congruency: float = -0.55
    performance_to_expectations_congruency: float = 0.75
    desires_congruency_to_attribute_satisfaction: float = 0.60
    expectations_congruency_to_attribute_satisfaction: float = 0.40
    desires_congruency_to_information_satisfaction: float = 0.30
    expectations_congruency_to_information_satisfaction: float = 0.50
    attribute_satisfaction_to_overall_satisfaction: float = 0.60
    information_satisfaction_to_overall_satisfaction: float = 0.35

    def as_dict(self) -> dict[tuple[str, str], float]:
        """Give the paths as ``{(cause, effect): points per point}``."""
        pairs = ((each.name, each.name.split("_to_")) for each in fields(self))
        return {(cause, effect): getattr(self, name) for name, (cause, effect) in pairs}


@dataclass(frozen=True)
class Levels:
    """Where each factor is at rest, in points: the reference from which causes are counted.

    Examples
    --------
    >>> Levels().overall_satisfaction
    4.7
    """

    desires: float = 5.0
    performance: float = 4.6
    expectations: float = 4.6
    desires_congruency: float = 4.3
    expectations_congruency: float = 4.3
    attribute_satisfaction: float = 4.6
    information_satisfaction: float = 4.5
    overall_satisfaction: float = 4.7
    trust: float = 4.2


@dataclass(frozen=True)
class Spreads:
    """Standard deviations of what the paths leave unexplained, in points.

    Examples
    --------
    >>> round((Spreads().perception ** 2 + Spreads().leniency ** 2) ** 0.5, 2)
    0.9
    """

    desires: float = 0.70  # between customers at the start
    leniency: float = 0.50  # of perceived performance between customers: how kindly each one looks
    perception: float = 0.75  # of perceived performance between one customer's experiences
    category: float = 0.12  # of quality between the categories of one branch
    desires_congruency: float = 0.45
    expectations_congruency: float = 0.45
    attribute_satisfaction: float = 0.45
    information_satisfaction: float = 0.50
    overall_satisfaction: float = 0.40
    first_expectations: float = 0.70  # between customers at the start
    first_trust: float = 0.70  # between customers at the start, and of the disposition trust returns to
    item: float = 0.80  # of one survey item around its factor


@dataclass(frozen=True)
class Adaptation:
    """How fast what a customer carries along follows experience.

    Examples
    --------
    >>> round(Adaptation().trust_loss / Adaptation().trust_gain, 2)
    2.5
    """

    first_expectations: float = 4.5  # mean at the start, where the quality of the branch is average
    expectations: float = 0.35  # share of the gap to performance closed by one experience: the treadmill
    desires: float = 0.50  # of what expectations move, the share by which desires move with them
    satisfaction: float = 0.35  # weight of the newest experience in running satisfaction
    trust_leniency: float = 0.60  # correlation of the disposition to trust with leniency
    trust_gain: float = 0.36  # points of trust per point by which a promise was exceeded
    trust_loss: float = 0.90  # points of trust per point by which a promise was missed
    trust_return: float = 0.12  # share of the gap to the customer's disposition closed by one month


@dataclass(frozen=True)
class Buying:
    """Orders per customer and month, while the customer has not left.

    Trust and satisfaction act in proportion to the choice a customer has: rivals / (1 + rivals).

    Examples
    --------
    >>> len(Buying().season)
    12
    """

    monthly_orders: float = 0.33  # mean of the customers' own rates, orders a month
    shape: float = 3.5  # gamma shape of the customers' own rates: smaller is more unequal
    trust: float = 0.60  # log rate per point of trust, where choice is complete
    satisfaction: float = 0.06  # log rate per point of running satisfaction, where choice is complete
    season: tuple[float, ...] = (1.12, 0.86, 0.92, 0.94, 1.02, 1.20, 0.98, 0.94, 0.94, 1.00, 1.22, 0.98)
    segment_factor: tuple[float, ...] = (0.90, 0.95, 1.00, 1.35)  # on the rate, in the order of SEGMENTS
    extra_lines: tuple[float, ...] = (0.62, 0.27, 0.11)  # share of orders with 1, 2, 3 lines


@dataclass(frozen=True)
class Leaving:
    """The monthly probability of leaving for good, on the logit scale.

    ``logit = base + frailty + choice x (rivals + trust x (t - 4.2) + satisfaction x (s - 4.7)) + newcomer``

    Examples
    --------
    >>> Leaving().trust < Leaving().satisfaction < 0
    True
    """

    base: float = -6.3  # with no rival in reach: moves, deaths, changed lives
    rivals: float = 2.6  # added where choice is complete
    trust: float = -1.70  # per point of trust where choice is complete
    satisfaction: float = -0.20  # per point of running satisfaction where choice is complete
    newcomer: float = 0.35  # in the first six months after joining
    frailty: float = 0.60  # standard deviation between customers: some are always nearer the door


@dataclass(frozen=True)
class Acquisition:
    """Who is there at the start and who comes.

    Examples
    --------
    >>> sum(Acquisition().segment_shares)
    1.0
    """

    present_at_start: float = 0.66  # share of all customers who joined before the first month
    referral_share: float = 0.18  # share of newcomers who were sent by a customer
    segment_shares: tuple[float, ...] = (0.32, 0.28, 0.25, 0.15)  # in the order of SEGMENTS
    crm_hit_rate: float = 0.70  # share of customers whose segment the CRM has right
    consent_share: float = 0.92  # share who agreed to be asked and written to
    mean_birth_year: float = 1981.0
    spread_birth_year: float = 12.5


@dataclass(frozen=True)
class Survey:
    """The quarterly survey: who is asked, how, and who answers.

    Examples
    --------
    >>> Survey().every_months
    3
    """

    every_months: int = 3  # a wave at the end of every quarter, about orders of the last three months
    invited_share: float = 0.95  # of those who bought and gave consent
    method_shares: tuple[float, ...] = (0.50, 0.25, 0.25)  # email, telephone, in-store card
    answering: float = -0.20  # logit of answering for a customer of 45 with trust 4.2, on average
    answering_method: tuple[float, ...] = (-0.30, 0.40, 0.10)  # added by method
    answering_trust: float = 0.20  # per point of trust
    answering_age: float = 0.15  # per ten years of age
    missing_share: float = 0.01  # share of item answers left out


Mix = tuple[float, float, float, float]


@dataclass(frozen=True)
class Loyalty:
    """Single answers as mixes: level, points per point of two causes, and the scatter of the answer.

    The causes are overall satisfaction of the moment and trust; for ``ces``, performance and information
    satisfaction. What people intend follows satisfaction, what they do follows trust (:class:`Buying`).

    Examples
    --------
    >>> Loyalty().repurchase
    (4.6, 0.8, 0.15, 0.95)
    """

    initiative: Mix = (4.0, 0.35, 0.45, 1.00)
    repurchase: Mix = (4.6, 0.80, 0.15, 0.95)  # the intention
    recommendation: Mix = (4.5, 0.55, 0.30, 0.95)
    resistance: Mix = (3.8, 0.15, 0.70, 1.00)
    nps: Mix = (7.2, 1.30, 0.50, 1.40)  # 0-10
    csat: Mix = (3.6, 0.70, 0.00, 0.60)  # 1-5
    ces: Mix = (4.9, 0.45, 0.45, 1.00)  # 1-7


@dataclass(frozen=True)
class QualityProgramme:
    """A lasting rise of perceived performance in some branches: a natural experiment for the treadmill.

    Examples
    --------
    >>> QualityProgramme().branches
    (1, 2, 3, 4)
    """

    month: int = 13  # counted from 1: the first month of the second year
    branches: tuple[int, ...] = (1, 2, 3, 4)  # branch_id
    size: float = 1.00  # points of performance


@dataclass(frozen=True)
class Parameters:
    """All numbers of the company; ``Parameters()`` is the company of ``datasets/``.

    Examples
    --------
    >>> from dataclasses import replace
    >>> calm = replace(Parameters(), programme=QualityProgramme(size=0.0))
    >>> calm.programme.size
    0.0
    """

    first_year: int = 2022  # the first month is its January
    paths: Paths = field(default_factory=Paths)
    levels: Levels = field(default_factory=Levels)
    spreads: Spreads = field(default_factory=Spreads)
    adaptation: Adaptation = field(default_factory=Adaptation)
    buying: Buying = field(default_factory=Buying)
    leaving: Leaving = field(default_factory=Leaving)
    acquisition: Acquisition = field(default_factory=Acquisition)
    survey: Survey = field(default_factory=Survey)
    loyalty: Loyalty = field(default_factory=Loyalty)
    programme: QualityProgramme = field(default_factory=QualityProgramme)
