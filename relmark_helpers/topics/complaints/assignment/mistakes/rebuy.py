"""What the usual mistakes in task 3 of assignment 10 lead to: who buys again, and how many must complain."""

from __future__ import annotations

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.complaints.assignment import right


def rebuy_of_complainers(complaining: float, handled: float, silent: float) -> float:
    """Those who say nothing left out."""
    return handled * complaining


def rebuy_unweighted(complaining: float, handled: float, silent: float) -> float:
    """The plain mean of two shares."""
    return (handled + silent) / 2


def rebuy_all_silent(complaining: float, handled: float, silent: float) -> float:
    """The share of the silent added for everybody."""
    return complaining * handled + silent


def rebuy_turned(complaining: float, handled: float, silent: float) -> float:
    """Each share weighed by how many the other is of."""
    return (1 - complaining) * handled + complaining * silent


def rebuy_rounded(complaining: float, handled: float, silent: float) -> float:
    """Rounded to whole per cent."""
    return round(right.rebuy(complaining, handled, silent), 2)


def rebuy_but_the_happy(complaining: float, handled: float, silent: float) -> float:
    """The share of the silent for everybody but the complainers who would buy again."""
    happy = complaining * handled
    return happy + (1 - happy) * silent


def needed_more(case: Case) -> float:
    """By how much more must complain."""
    return right.needed(case) - float(case.told["complaining"])


def needed_over_handled(case: Case) -> float:
    """Those who would come back anyway left below the line."""
    told = case.told
    return float((told["wanted"] - told["silent"]) / told["handled"])


def needed_without_silent(case: Case) -> float:
    """The silent taken to buy nothing."""
    return float(case.told["wanted"] / case.told["handled"])
