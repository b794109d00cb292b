"""How much one page takes of what a student's notebook shows: characters, pictures, and time to make it fit."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from relmark_helpers.classroom.feedback.sanitise import PICTURE


@dataclass(frozen=True)
class Limits:
    """What may go into a page, or what of one cell.

    Parameters
    ----------
    text, pictures : int
        Characters of text and HTML, and of embedded pictures.
    seconds : float
        Of the processor's time; far more than any honest notebook needs.

    Examples
    --------
    >>> Limits(1_000, 0, 1.0).text
    1000
    """

    text: int
    pictures: int
    seconds: float


CELL = Limits(text=150_000, pictures=6_000_000, seconds=3.0)
PAGE = Limits(text=1_500_000, pictures=24_000_000, seconds=8.0)


@dataclass
class Room:
    """What is left of some limits, the time from when it is made.

    Parameters
    ----------
    limits : Limits
        What may be taken; of a page, unless it is said.

    Examples
    --------
    >>> room = Room(Limits(text=3, pictures=0, seconds=60.0))
    >>> room.full
    False
    >>> room.take("four")
    >>> room.full
    True
    """

    limits: Limits = PAGE
    text: int = 0
    pictures: int = 0
    began: float = field(default_factory=time.process_time)

    def take(self, body: str) -> None:
        """Count what was put into the page."""
        pictures = sum(len(found[0]) for found in PICTURE.finditer(body)) if "data:" in body else 0
        self.pictures += pictures
        self.text += len(body) - pictures

    @property
    def full(self) -> bool:
        """Whether nothing more may be put in."""
        limits = self.limits
        return (
            self.text > limits.text
            or self.pictures > limits.pictures
            or time.process_time() - self.began > limits.seconds
        )
