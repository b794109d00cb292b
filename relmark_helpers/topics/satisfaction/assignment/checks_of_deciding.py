"""Tasks 6 to 10 of assignment 04, deciding: what each check looks for, and what it says of the usual mistakes."""

from __future__ import annotations

import math
from functools import partial

from relmark_helpers.notebook.answers import Kind, Named, Number, Word
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.satisfaction.assignment import mistakes, right
from relmark_helpers.topics.satisfaction.assignment.own_case import PROGRAMMES, STATEMENTS_PER_CASE
from relmark_helpers.topics.satisfaction.assignment.statements import CLAIMS, STATES, TESTABLE


def _named(keys: tuple[str, ...], unit: str, tolerance: float) -> Kind:
    return Named(keys, Number(unit, tolerance))


DECIDING: dict[str, Check] = {
    "6": Check(
        _named(tuple(PROGRAMMES), "points for 100,000 yuan", 0.0005),
        right.gains,
        "See section 4.2, “Direct and indirect effects”.",
        (
            Mistake(
                partial(right.gains, effect=mistakes.first_step_only),
                "These use direct effects only; a programme's push travels along every route.",
            ),
            Mistake(
                mistakes.gains_without_cost,
                "This is what each programme brings in all; the board pays for it, so divide by its cost in 100,000 yuan.",
            ),
            Mistake(
                mistakes.gains_without_push,
                "This is for a push of one whole point; each programme has its own push.",
            ),
            Mistake(
                partial(right.gains, effect=lambda given, factor: 1.0),
                "A push of a factor moves overall satisfaction only by its total effect: multiply.",
            ),
        ),
    ),
    "6 best": Check(
        Word(tuple(PROGRAMMES)),
        lambda case: max(right.gains(case), key=lambda name: right.gains(case)[name]),
        "The best programme brings most for its money; compare your gains.",
        (
            Mistake(
                lambda case: max(
                    mistakes.gains_without_cost(case),
                    key=lambda name: mistakes.gains_without_cost(case)[name],
                ),
                "This programme moves satisfaction furthest, but not per yuan.",
            ),
        ),
    ),
    "7": Check(
        _named(right.FINAL_PATHS, "points per point", 0.02),
        right.corrected,
        "See section 4.3, “Taking the error out”.",
        (
            Mistake(right.paths, "These are the paths before any correction."),
            Mistake(
                partial(mistakes.divided_by_alpha, power=1.0),
                "Dividing by alpha is right for a single cause; with two causes their overlap matters: solve both together.",
            ),
            Mistake(
                partial(mistakes.divided_by_alpha, power=0.5),
                "The square root of alpha belongs to correlations; here the variances of the causes are shrunk.",
            ),
            Mistake(
                mistakes.all_entries_shrunk,
                "Only the variances hold error; the covariance between the two causes stays as it is.",
            ),
        ),
    ),
    "7 variance": Check(
        _named(right.LAST_CAUSES, "scale points squared", 0.01),
        right.reliable_variance,
        "See section 4.3, “Taking the error out”.",
        (
            Mistake(
                partial(mistakes.variances, power=0.0),
                "These are the variances as observed; multiply each by its alpha.",
            ),
            Mistake(
                mistakes.error_variances,
                "This is the part that is error; what is left without it is the variance times alpha.",
            ),
            Mistake(
                partial(mistakes.variances, power=2.0),
                "Alpha is already a share of variance: multiply by it once, not by its square.",
            ),
            Mistake(
                mistakes.deviations_shrunk,
                "Alpha is a share of the variance, not of the standard deviation.",
            ),
        ),
    ),
    "8": Check(
        Number("share from 0 to 1", 0.002),
        right.leftover,
        "See section 4.4, “The treadmill”.",
        (
            Mistake(
                lambda case: max(0.0, 1 - case.treadmill["purchases"] * case.treadmill["adaptation"]),
                "Each purchase closes a share of the gap that is left, not of the first gap.",
            ),
            Mistake(
                lambda case: 1 - right.leftover(case),
                "This is the share that has become expected; the task asks for what is still a surprise.",
            ),
            Mistake(
                lambda case: case.treadmill["adaptation"] ** case.treadmill["purchases"],
                "The share that remains after each purchase is one minus the adaptation.",
            ),
            *(
                Mistake(
                    partial(right.leftover, more=more),
                    f"This is the share after one purchase {'more' if more > 0 else 'less'}; count again.",
                )
                for more in (1, -1)
            ),
        ),
    ),
    "8 purchases": Check(
        Number("whole purchases", 1e-6),
        right.purchases_needed,
        "See section 4.4, “The treadmill”.",
        (
            Mistake(
                lambda case: right.purchases_needed(case) - 1,
                "One purchase earlier more than a tenth is still a surprise; a fraction of a purchase is rounded up.",
            ),
            Mistake(
                lambda case: math.log(right.SURPRISE_LEFT) / math.log(1 - case.treadmill["adaptation"]),
                "A customer makes whole purchases; round up.",
            ),
            Mistake(
                lambda case: math.ceil(
                    math.log(1 - right.SURPRISE_LEFT) / math.log(1 - case.treadmill["adaptation"])
                ),
                "By then a tenth has become expected; a tenth is to be left.",
            ),
            Mistake(
                lambda case: math.ceil((1 - right.SURPRISE_LEFT) / case.treadmill["adaptation"]),
                "Each purchase closes a share of the gap that is left, not of the first gap.",
            ),
        ),
    ),
    "9": Check(
        _named(right.STRENGTH_KEYS, "standard deviations", 0.005),
        right.strengths,
        "See section 4.5, “What they say and what they do”.",
        (
            Mistake(
                mistakes.one_cause_each,
                "These take one cause at a time; satisfaction and trust go together, so put both in one regression.",
            ),
            Mistake(
                mistakes.open_windows_as_no,
                "An answer whose half year is not over by the last order in your data is neither yes nor no: leave it out.",
            ),
            Mistake(
                mistakes.unscaled,
                "Put outcome and causes in standard deviations first, or the four numbers can't be compared.",
            ),
            Mistake(
                mistakes.another_intention,
                "Intention is the item `loyalty_repurchase`; this is the one on recommending.",
            ),
            Mistake(
                partial(mistakes.bought_within, days=30),
                "This counts orders within a month; the window is 183 days.",
            ),
            Mistake(
                partial(mistakes.bought_within, days=None),
                "This counts orders at any later time; the window ends 183 days after the answer.",
            ),
        ),
    ),
    "10": Check(
        Named([f"s{number}" for number in range(1, STATEMENTS_PER_CASE + 1)], Word(STATES)),
        right.states,
        "See sections 4.1 and 4.5.",
    ),
    "10 testable": Check(
        Named([f"c{number}" for number in range(1, len(CLAIMS) + 1)], Word(TESTABLE)),
        right.testable,
        "Ask which tables you would need: of other firms? of rivals' offers? See the claim check.",
    ),
}
