"""The quarterly survey and what is ticked."""

from __future__ import annotations

from dataclasses import dataclass

Mix = tuple[float, float, float, float]


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
