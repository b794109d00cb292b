"""How an order is felt, and what remains of it."""

from __future__ import annotations

from dataclasses import dataclass, fields


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
