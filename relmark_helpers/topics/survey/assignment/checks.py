"""What each check of assignment 05 looks for, and what it says of the usual mistakes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import product
from typing import Any

from relmark_helpers.notebook.answers import Function, Kind, Named, Number, Table, Word
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.survey.assignment import mistakes, plan, right
from relmark_helpers.topics.survey.assignment.letters import LETTERS, Letter, OfCase
from relmark_helpers.topics.survey.assignment.own_case import DRIVERS
from relmark_helpers.topics.survey.assignment.situations import METHODS, WAYS
from relmark_helpers.topics.survey.model.kano import ANSWERS, kano_class
from relmark_helpers.topics.survey.model.servqual import DIMENSIONS

EASE = tuple(f"ease_{number}" for number in range(1, 7))
PAIRS = tuple(product(ANSWERS, repeat=2))


def _constantly(function: Callable[..., Any]) -> Callable[[Case], Any]:
    return lambda case: function


def _small(function: Callable[..., str]) -> Callable[..., str]:
    return lambda *answers: function(*answers).casefold()


def _named(keys: tuple[str, ...], unit: str, tolerance: float) -> Kind:
    return Named(keys, Number(unit, tolerance))


def _lowered(classes: Callable[[Case], dict[str, str]]) -> Callable[[Case], dict[str, str]]:
    return lambda case: {name: letter.casefold() for name, letter in classes(case).items()}


CHECKS: dict[str, Check] = {
    "1": Check(
        _named(("nps", "standard_error", "low", "high"), "points", 0.05),
        right.score,
        "See section 5.1.",
        (
            Mistake(
                mistakes.score_in_shares,
                "These are shares; the task asks for points, a hundred times as much.",
            ),
            Mistake(
                mistakes.score_missing_counted,
                "Who did not answer is neither promoter nor detractor, and no answer: leave the missing out of n.",
            ),
            Mistake(
                partial(mistakes.score_with, promoter=8),
                "Promoters answer 9 or 10; an 8 is passive.",
            ),
            Mistake(
                partial(mistakes.score_with, detractor=5),
                "Detractors answer 0 to 6; a 6 is one of them.",
            ),
            Mistake(
                mistakes.score_errors_added,
                "Promoters and detractors are shares of the same answers: more of one is less of the other. "
                "Take the variance of the difference, p + d − (p − d)².",
            ),
            Mistake(
                mistakes.score_one_error,
                "This interval reaches one standard error to each side; 95 % needs about two (1.96).",
            ),
        ),
    ),
    "1 satisfied": Check(
        Number("share from 0 to 1", 0.002),
        right.satisfied,
        "See section 5.1.",
        (
            Mistake(
                lambda case: float((right.quarter(case, "second")["csat"] >= 4).fillna(False).mean()),
                "The missing are no answers: leave them out of what you divide by.",
            ),
            Mistake(
                lambda case: float((right.quarter(case, "second")["csat"].dropna() >= 5).mean()),
                "Satisfied are those who tick 4 or 5.",
            ),
        ),
    ),
    "1 index": Check(
        Number("0 to 100", 0.1),
        right.index,
        "See section 5.1.",
        (
            Mistake(
                mistakes.index_of_seven,
                "The scale begins at 1: an index of 0 means that everybody ticked 1. Take 1 off, and divide by 6.",
            ),
            Mistake(mistakes.index_unweighted, "The questions have weights: `case.index_weights`."),
        ),
    ),
    "2": Check(
        _named(("change", "low", "high"), "points", 0.1),
        right.move,
        "See section 5.1, “Is a move real?”.",
        (
            Mistake(
                partial(mistakes.move_with, way="added"),
                "Variances add, not standard errors: take the root of the sum of their squares.",
            ),
            Mistake(
                partial(mistakes.move_with, way="last"),
                "Both quarters are samples; the error of the first counts too.",
            ),
            Mistake(mistakes.move_backwards, "A change is the second quarter less the first."),
        ),
    ),
    "2 real": Check(
        Word(("yes", "no")),
        right.real,
        "A change can be told from chance if its 95 % interval leaves out 0.",
    ),
    "3": Check(
        _named(EASE, "correlation", 0.005),
        right.item_total,
        "See section 5.2.",
        (
            Mistake(
                mistakes.totals_with_themselves,
                "The sum holds the item itself, which makes every correlation too high: take the sum of the others.",
            ),
            Mistake(
                mistakes.totals_unturned,
                "One item is worded the other way round (`case.turned`); turn it before you compute.",
            ),
        ),
    ),
    "3 drop": Check(
        Word(EASE),
        right.drop,
        "The item to drop goes least with the sum of the others, once the turned item is turned.",
        (
            Mistake(
                lambda case: case.turned,
                "This one is only worded the other way round: turn it, and it belongs.",
            ),
        ),
    ),
    "3 alpha": Check(
        _named(("alpha", "low", "high", "without"), "from 0 to 1", 0.005),
        right.alpha,
        "See section 5.2.",
        (
            Mistake(mistakes.alpha_unturned, "One item works against the others: turn `case.turned` first."),
            Mistake(
                mistakes.alpha_swapped,
                "The low end lies above the high one: the larger quantile of F belongs to the low end.",
            ),
        ),
    ),
    "4": Check(
        Table(right.GAP_COLUMNS, tolerance=0.005, row="dimension"),
        right.gaps,
        "See section 5.2, “SERVQUAL”.",
        (
            Mistake(
                partial(mistakes.gaps_from, top=None),
                "Items 10–13 and 18–22 are worded negatively; turn them, on both sides.",
            ),
            Mistake(
                partial(mistakes.gaps_from, top=7),
                "On a scale from 1 to 7 an answer x turned round is not 7 − x: that would make a 7 into a 0.",
            ),
            Mistake(
                mistakes.gaps_backwards, "The gap is perception less expectation: below 0 if less was got."
            ),
        ),
    ),
    "4 worst": Check(
        Word(tuple(DIMENSIONS)),
        right.worst,
        "The worst dimension has the lowest gap, the one furthest below 0.",
        (
            Mistake(
                lambda case: str(right.gaps(case)["gap"].idxmax()),
                "There the most was got for what was expected.",
            ),
        ),
    ),
    "5": Check(
        Function(PAIRS, Letter(LETTERS)),
        _constantly(_small(kano_class)),
        "See section 5.4.",
        (
            Mistake(
                _constantly(_small(mistakes.transposed)),
                "Your table is transposed: who likes having it and dislikes missing it must come out as O.",
            ),
        ),
    ),
    "5 classes": Check(
        OfCase(),
        _lowered(right.classes),
        "See section 5.4; count each customer's pair of answers.",
        (Mistake(_lowered(mistakes.classes_transposed), "These come from the transposed table."),),
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
            Mistake(mistakes.worse_above_zero, "Worse is a loss: it has a minus."),
        ),
    ),
    "6": Check(
        Table(("weight",), tolerance=0.005, row="respondent"),
        right.raked,
        "See section 5.3, “Raking”.",
        (
            Mistake(
                mistakes.weights_once,
                "One round is not enough: adjusting to the second margin spoils the first. Go on until both agree.",
            ),
            Mistake(
                mistakes.weights_upside_down,
                "Who comes too often among the respondents needs a weight below 1, not above.",
            ),
        ),
    ),
    "6 mean": Check(
        Number("scale points", 0.005),
        right.raked_mean,
        "Weight each answer, and divide by the sum of the weights.",
        (Mistake(mistakes.plain_mean, "This is the mean without weights."),),
    ),
    "6 effect": Check(
        Number("times", 0.005),
        right.effect,
        "See section 5.3: n times the sum of the squared weights over the square of their sum.",
        (
            Mistake(
                lambda case: 1 / right.effect(case),
                "This is the share of the answers that is left; the design effect is its reciprocal.",
            ),
        ),
    ),
    "7": Check(
        _named(DRIVERS, "parts of R²", 0.001),
        right.shares,
        "See section 5.4, “What moves satisfaction: fair shares”.",
        (
            Mistake(
                mistakes.shares_last_in, "This is what each adds when it comes last; average over all orders."
            ),
            Mistake(mistakes.shares_alone, "This is what each explains alone; average over all orders."),
            Mistake(
                mistakes.shares_of_sets,
                "Every order counts alike, not every set: coming first and coming last weigh 1/3 each.",
            ),
        ),
    ),
    "8": Check(
        _named(("equal", "kappa"), "from −1 to 1", 0.005),
        right.agreement,
        "See section 5.5, “Do two shoppers see the same?”.",
        (
            Mistake(
                mistakes.kappa_of_half,
                "Chance is not one half: it follows from how often each visitor ticks.",
            ),
        ),
    ),
    "9": Check(
        plan.Plan(),
        plan.judged_by(plan.good),
        "See section 5.5; try mixes with `rm.survey.model.survey_mix`.",
        (
            Mistake(
                plan.judged_by(plan.in_one_pot),
                "The money is well spread, but one pot keeps the bias: combine so that the silent are asked.",
            ),
        ),
    ),
    "10": Check(
        Named([f"s{number}" for number in range(1, len(METHODS) + 1)], Word(METHODS)),
        right.methods,
        "See the table of section 5.5.",
    ),
    "10 ways": Check(
        Named([f"w{number}" for number in range(1, len(WAYS) + 1)], Word(WAYS)),
        right.ways,
        "See section 5.5: research asks on purpose, contact meets, feedback comes back.",
    ),
}
