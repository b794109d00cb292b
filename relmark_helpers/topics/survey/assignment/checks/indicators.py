"""Checks of tasks 1 and 2: indicators and their change."""

from __future__ import annotations

from functools import partial

from relmark_helpers.notebook.answers import Kind, Named, Number, Word
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.survey.assignment import right
from relmark_helpers.topics.survey.assignment.mistakes import indicators as mistakes


def _named(keys: tuple[str, ...], unit: str, tolerance: float) -> Kind:
    return Named(keys, Number(unit, tolerance))


CHECKS: dict[str, Check] = {
    "1": Check(
        _named(("nps", "standard_error", "low", "high"), "points", 0.05),
        right.score,
        "See section 5.1.",
        (
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
                partial(mistakes.score_with, promoter=10),
                "Promoters answer 9 or 10; a 9 is one of them.",
            ),
            Mistake(
                partial(mistakes.score_of, quarters=("first",)),
                "This is the first quarter; the second is asked for.",
            ),
            Mistake(
                partial(mistakes.score_of, quarters=("first", "second")),
                "This takes both quarters together; take the second alone.",
            ),
            Mistake(
                mistakes.score_square_left,
                "In the standard error the square of p − d is to be taken off before you divide by n.",
            ),
            Mistake(
                mistakes.score_deviation,
                "This is the standard deviation of an answer; a standard error is that divided by √n.",
            ),
            Mistake(
                partial(mistakes.score_reach, errors=1.645),
                "This interval reaches 1.645 standard errors to each side, which makes 90 %; take 1.96.",
            ),
            Mistake(
                mistakes.score_one_error,
                "This interval reaches one standard error to each side; 95 % needs about two (1.96).",
            ),
            Mistake(
                mistakes.score_backwards, "The score is promoters less detractors, not the other way round."
            ),
            Mistake(
                mistakes.score_variance,
                "This is a variance; the standard error is the root of the shares' variance, in points.",
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
            Mistake(
                lambda case: float((right.quarter(case, "second")["csat"].dropna() >= 3).mean()),
                "A 3 is not satisfied: satisfied are those who tick 4 or 5.",
            ),
            Mistake(
                lambda case: float((case.answers["csat"].dropna() >= 4).mean()),
                "This takes both quarters together; take the second alone.",
            ),
            Mistake(
                lambda case: float(right.quarter(case, "second")["csat"].dropna().astype(float).mean()),
                "This is the mean tick; the share of those who tick 4 or 5 is asked for.",
            ),
            Mistake(
                lambda case: float(right.quarter(case, "second")["csat"].dropna().astype(float).mean() / 5),
                "This is the mean tick over five; the share of those who tick 4 or 5 is asked for.",
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
            Mistake(
                lambda case: right.index(case) * 6 / 100 + 1,
                "This is the weighted mean on the scale from 1 to 7; stretch it to 0 to 100.",
            ),
            Mistake(
                lambda case: right.index(case) * sum(case.index_weights.values()),
                "Divide by the sum of the weights.",
            ),
            Mistake(
                partial(mistakes.index_of, quarters=("first", "second")),
                "This takes both quarters together; take the second alone.",
            ),
            Mistake(
                partial(mistakes.index_of, quarters=("first",)),
                "This is the first quarter; the second is asked for.",
            ),
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
            Mistake(
                partial(mistakes.move_with, way="subtracted"),
                "Variances add, also where the scores are subtracted.",
            ),
            Mistake(
                partial(mistakes.move_with, way="mean"),
                "The error of a change is larger than that of each quarter, not their mean: variances add.",
            ),
            Mistake(
                partial(mistakes.move_with, way="one"),
                "This interval reaches one standard error to each side; 95 % needs about two (1.96).",
            ),
            Mistake(
                mistakes.move_of_level,
                "This is the interval of the second quarter's score, not that of the change.",
            ),
            Mistake(mistakes.move_backwards, "A change is the second quarter less the first."),
            Mistake(
                mistakes.move_in_per_cent,
                "This is in per cent of the first quarter's score; a change of scores is in points.",
            ),
        ),
    ),
    "2 real": Check(
        Word(("yes", "no")),
        right.real,
        "A change can be told from chance if its 95 % interval leaves out 0.",
        (
            Mistake(
                lambda case: "no" if right.real(case) == "yes" else "yes",
                "Turned round: with 0 inside the interval of the change chance is enough, with 0 outside it is not.",
            ),
        ),
    ),
}
