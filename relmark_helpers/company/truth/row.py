"""The form of the table ``truth``."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One number that was put into the company, or follows exactly from it.

    Examples
    --------
    >>> Row("behaviour", "trust", "leaving", "structural", -1.7, "04", "logit per month", "What ...").value
    -1.7
    """

    quantity: str
    cause: str
    effect: str
    measure: str
    value: float
    chapter: str  # after which to look it up
    unit: str
    meaning: str
