"""The members' club, Meridian Circle (子午会)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Club:
    """Who joins, and what membership does.

    Better customers join: that is the selection which a comparison of members with others mistakes for the
    club's effect.

    Examples
    --------
    >>> Club().orders
    0.12
    """

    joining: float = (
        -2.3
    )  # logit of joining at the till, for an ordinary customer and each month with an order
    by_rate: float = 0.9  # per unit of the log of the customer's own rate of orders
    by_disposition: float = 0.5  # per point of the disposition to trust
    orders: float = 0.12  # log rate of orders: the programme's own effect
    by_tier: tuple[float, float, float] = (0.0, 0.04, 0.08)  # added on each tier
    earning: tuple[float, float, float] = (1.0, 1.25, 1.5)  # points of each tier, as multiples
    pressure: float = 0.10  # log rate of orders just before a reward is reached, growing evenly towards it
    reward: int = 5_000  # points of one reward
    burning: float = 0.60  # chance that a member with enough points takes rewards at an order
    social: float = 0.40  # points that full social benefits add to the trust a member returns to
    structural: float = 0.80  # what full structural benefits take from the logit of leaving
    goodwill: int = 1_000  # points given to a member with a complaint, as an adjustment
    goodwill_share: float = 0.25  # share of such members who are given them
