"""Checks of task 5: classes of Kano."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import product
from typing import Any

from relmark_helpers.notebook.answers import Function, Kind, Named, Number
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.survey.assignment import right
from relmark_helpers.topics.survey.assignment.letters import LETTER, OfCase
from relmark_helpers.topics.survey.assignment.mistakes import kano as mistakes
from relmark_helpers.topics.survey.model.kano import ANSWERS, kano_class

PAIRS = tuple(product(ANSWERS, repeat=2))


def _constantly(function: Callable[..., Any]) -> Callable[[Case], Any]:
    return lambda case: function


def _named(keys: tuple[str, ...], unit: str, tolerance: float) -> Kind:
    return Named(keys, Number(unit, tolerance))


CHECKS: dict[str, Check] = {
    "5": Check(
        Function(PAIRS, LETTER),
        _constantly(kano_class),
        "See section 5.4.",
        (
            Mistake(
                _constantly(mistakes.transposed),
                "Your table is transposed: who likes having it and dislikes missing it must come out as O.",
            ),
            *(
                Mistake(_constantly(partial(mistakes.other_class, change=change)), says)
                for change, says in mistakes.OTHER_CLASSES
            ),
        ),
    ),
    "5 classes": Check(
        OfCase(),
        right.classes,
        "See section 5.4; count each customer's pair of answers.",
        (
            Mistake(mistakes.classes_transposed, "These come from the transposed table."),
            Mistake(
                mistakes.rarest_classes, "These are the rarest classes; the most frequent ones are asked for."
            ),
            Mistake(
                mistakes.classes_of_modes,
                "This takes the most frequent answer to each question by itself; count each customer's pair of answers.",
            ),
            Mistake(
                mistakes.one_class, "This is one class for all; count the answers of each feature by itself."
            ),
        ),
    ),
    "5 coefficients": Check(
        _named(("better", "worse"), "from −1 to 1", 0.005),
        right.coefficients,
        "See section 5.4.",
        (
            Mistake(
                mistakes.coefficients_of_all,
                "Divide by those under A, O, M and I only; reverse and questionable are left out.",
            ),
            Mistake(
                mistakes.one_dimensional_once,
                "Who is under O counts on both sides: better has A and O, worse O and M.",
            ),
            Mistake(
                mistakes.coefficients_of_features,
                "This takes all features together; take the one that `case.feature` names.",
            ),
            Mistake(mistakes.worse_above_zero, "Worse is a loss: it has a minus."),
        ),
    ),
}
