"""Checks of tasks 6 to 8: weights, fair shares, agreement."""

from __future__ import annotations

from functools import partial

from relmark_helpers.notebook.answers import Kind, Named, Number, Table
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.survey.assignment import right
from relmark_helpers.topics.survey.assignment.mistakes import samples as mistakes
from relmark_helpers.topics.survey.assignment.own_case import DRIVERS


def _named(keys: tuple[str, ...], unit: str, tolerance: float) -> Kind:
    return Named(keys, Number(unit, tolerance))


MARGINS = ("age_group", "region")

CHECKS: dict[str, Check] = {
    "6": Check(
        Table(("weight",), tolerance=0.005, row="respondent"),
        right.raked,
        "See section 5.3, “Raking”.",
        (
            Mistake(
                mistakes.weights_once,
                "These multiply two ratios, each worked out by itself; adjust to one margin, then what comes of it to "
                "the other, and go on until both agree.",
            ),
            *(
                Mistake(
                    partial(mistakes.weights_of_a_round, last=name),
                    "One round is not enough: adjusting to the second margin spoils the first. Go on until both agree.",
                )
                for name in MARGINS
            ),
            Mistake(
                mistakes.weights_upside_down,
                "Who comes too often among the respondents needs a weight below 1, not above.",
            ),
            Mistake(
                mistakes.weights_of_product,
                "These give every cell the product of its margins, as if age and region were independent; adjust to "
                "one margin, then to the other, until both agree.",
            ),
            Mistake(
                partial(mistakes.weights_of, name="age_group"),
                "These meet the age groups only; the regions are a margin too.",
            ),
            Mistake(
                partial(mistakes.weights_of, name="region"),
                "These meet the regions only; the age groups are a margin too.",
            ),
            Mistake(
                lambda case: right.raked(case) / len(case.respondents),
                "These add up to 1; the weights are to be 1 on average: multiply by the number of respondents.",
            ),
            Mistake(
                mistakes.weights_of_everybody,
                "These add up to all customers; the weights are to be 1 on average: divide by their mean.",
            ),
            Mistake(
                lambda case: right.raked(case) * 0 + 1,
                "Everybody weighs the same here: the margins are not met yet.",
            ),
            Mistake(
                mistakes.weights_sorted,
                "These are the right weights in the wrong rows: keep each beside its respondent.",
            ),
        ),
    ),
    "6 mean": Check(
        Number("scale points", 0.005),
        right.raked_mean,
        "Weight each answer, and divide by the sum of the weights.",
        (
            Mistake(mistakes.plain_mean, "This is the mean without weights."),
            Mistake(
                mistakes.mean_upside_down,
                "The mean is taken as it should be, with weights the wrong way up: who comes too often weighs less.",
            ),
            Mistake(
                lambda case: right.raked_mean(case) * len(case.respondents),
                "This is a weighted sum; divide it by the sum of the weights.",
            ),
            Mistake(
                mistakes.mean_by_squares, "Divide by the sum of the weights, not by that of their squares."
            ),
            Mistake(
                mistakes.mean_of_means,
                "This comes from two means, each by one margin; take one mean, with weights that meet both.",
            ),
            *(
                Mistake(
                    partial(mistakes.mean_by, name=name),
                    "These weights meet one margin only; rake to both.",
                )
                for name in MARGINS
            ),
        ),
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
            Mistake(
                lambda case: len(case.respondents) / right.effect(case),
                "This is the number of answers that the weights leave; n divided by it is the design effect.",
            ),
            Mistake(
                lambda case: right.effect(case) / len(case.respondents),
                "The number of respondents is missing before the sums.",
            ),
            Mistake(
                lambda case: right.effect(case) ** 0.5,
                "This is by what the standard error grows; the design effect is its square.",
            ),
            Mistake(
                lambda case: 1 + float(right.raked(case)["weight"].std()),
                "One plus the square of the standard deviation of the weights, where they are 1 on average.",
            ),
            *(
                Mistake(
                    partial(mistakes.effect_by, name=name),
                    "These weights meet one margin only; rake to both.",
                )
                for name in MARGINS
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
            Mistake(
                mistakes.shares_first_and_last,
                "This leaves out the orders in which it comes second: each of the six counts alike.",
            ),
            Mistake(
                mistakes.shares_in_one_order,
                "This is one order only; what each adds is to be averaged over all six.",
            ),
            Mistake(
                partial(mistakes.shares_stretched, of=mistakes.shares_alone),
                "This stretches what each explains alone to the whole; average what each adds over all orders.",
            ),
            Mistake(
                partial(mistakes.shares_stretched, of=mistakes.shares_last_in),
                "This stretches what each adds as the last to the whole; average what each adds over all orders.",
            ),
            Mistake(
                mistakes.shares_of_one,
                "These are parts of 1; they should add up to R² of all three.",
            ),
            Mistake(
                lambda case: {name: 6 * value for name, value in right.shares(case).items()},
                "These are sums over the six orders; divide by 6.",
            ),
            Mistake(mistakes.shares_alone, "This is what each explains alone; average over all orders."),
            Mistake(
                mistakes.shares_of_sets,
                "Every order counts alike, not every set: coming first and coming last weigh 1/3 each.",
            ),
            *(
                Mistake(
                    partial(mistakes.shares_weighed, first=first, last=last),
                    "Each comes first in two of the six orders, and last in two; count what it adds there twice.",
                )
                for first, last in ((2, 1), (1, 2), (1, 1))
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
            *(
                Mistake(partial(mistakes.other_agreement, key=key, of=of), says)
                for key, of, says in mistakes.OTHER_AGREEMENTS
            ),
        ),
    ),
}
