"""What things cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Money:
    """Costs in CNY.

    Staff and premises are charged for a customer of the first day, so that companies of every size compare.

    Examples
    --------
    >>> Money().message
    0.6
    """

    message: float = 0.6  # a message sent
    minute: float = 1.1  # a minute of a contact
    case: float = 45.0  # handling a complaint, without its remedy
    complaint_day: float = 420.0  # a working day set aside for complaints
    staff: float = 45.0  # a customer of the first day and month, at standard staffing
    training: float = 9.0  # the same, for full training
    rotation: float = 3.0  # the same, for rotating all posts
    quality: float = 24.0  # the same, for a point of the quality programme
    premises: float = 18.0  # the same
    social: float = 4.0  # a member and month, for full social benefits
    structural: float = 6.0  # a member and month, for full structural benefits
