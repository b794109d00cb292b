"""Checks of tasks 3 and 4: a draft scale, and SERVQUAL."""

from __future__ import annotations

from functools import partial

from relmark_helpers.notebook.answers import Kind, Named, Number, Table, Word
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.survey.assignment import right
from relmark_helpers.topics.survey.assignment.mistakes import scales as mistakes
from relmark_helpers.topics.survey.model.servqual import DIMENSIONS

EASE = tuple(f"ease_{number}" for number in range(1, 7))


def _named(keys: tuple[str, ...], unit: str, tolerance: float) -> Kind:
    return Named(keys, Number(unit, tolerance))


CHECKS: dict[str, Check] = {
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
            Mistake(
                mistakes.totals_in_ticks,
                "The item is turned, but not in the sums: build the sum of the others from the turned table too.",
            ),
            Mistake(
                mistakes.totals_without_turned,
                "The turned item is left out of the sums; turn it and keep it.",
            ),
            Mistake(mistakes.totals_by_rank, "These are correlations of ranks; take the plain ones."),
            Mistake(
                mistakes.mean_correlations,
                "This is each item's mean correlation with the others; correlate it with their sum.",
            ),
            Mistake(mistakes.covariances, "These are covariances; divide by both standard deviations."),
            Mistake(
                mistakes.alphas_without,
                "This is alpha when the item is left out; its correlation with the sum of the others is asked for.",
            ),
            *(
                Mistake(
                    partial(mistakes.totals_turned, place=place),
                    "Another item is turned round here; turn the one that `case.turned` names.",
                )
                for place in range(len(EASE) - 1)
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
            Mistake(
                mistakes.best,
                "Of those that need no turning this one goes best with the others; drop the one that goes least.",
            ),
        ),
    ),
    "3 alpha": Check(
        _named(("alpha", "low", "high", "without"), "from 0 to 1", 0.005),
        right.alpha,
        "See section 5.2.",
        (
            Mistake(mistakes.alpha_unturned, "One item works against the others: turn `case.turned` first."),
            *(
                Mistake(
                    partial(mistakes.alpha_by_correlation, keys=keys),
                    "This alpha comes from the mean correlation (the formula of section 5.2), which is for items of "
                    "equal variance; take the variances of items and sum (section 4.3).",
                )
                for keys in (("alpha",), ("alpha", "low", "high"), ("alpha", "low", "high", "without"))
            ),
            Mistake(
                mistakes.alpha_of_five,
                "'alpha' is that of all six items; that of the five belongs under 'without'.",
            ),
            Mistake(
                mistakes.alpha_without_turned,
                "'without' leaves out the item to drop, not the one that was only turned.",
            ),
            Mistake(
                mistakes.alpha_without_best,
                "'without' leaves out the item to drop, not one that goes best with the others.",
            ),
            Mistake(
                mistakes.alpha_unscaled,
                "Alpha has the factor k / (k − 1) before the bracket.",
            ),
            Mistake(
                mistakes.alpha_six_for_five,
                "Five items are left: k is 5 in the factor k / (k − 1) of 'without'.",
            ),
            Mistake(
                mistakes.interval_of_five,
                "'low' and 'high' are the interval of alpha of all six items.",
            ),
            Mistake(
                mistakes.interval_turned_over,
                "Respondents come before items: `alpha_interval(alpha, respondents, items)`.",
            ),
            Mistake(
                mistakes.interval_of_share,
                "Alpha is no share of respondents: its interval comes from the F distribution.",
            ),
            Mistake(
                mistakes.alpha_swapped,
                "The low end lies above the high one: the larger quantile of F belongs to the low end.",
            ),
        ),
    ),
    "4": Check(
        Table(right.GAP_COLUMNS, tolerance=0.01, row="dimension"),
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
                partial(mistakes.gaps_from, top=8, sides="p"),
                "Items 10–13 and 18–22 are worded negatively on both sides; the expectations are not turned yet.",
            ),
            Mistake(
                partial(mistakes.gaps_from, top=8, sides="e"),
                "Items 10–13 and 18–22 are worded negatively on both sides; the perceptions are not turned yet.",
            ),
            Mistake(
                partial(mistakes.gaps_from, top=8, items=range(10, 14)),
                "Items 18–22, of empathy, are worded negatively too.",
            ),
            Mistake(
                partial(mistakes.gaps_from, top=8, items=range(1, 23)),
                "Only items 10–13 and 18–22 are worded negatively; leave the others as they are.",
            ),
            Mistake(
                mistakes.gaps_cut_short,
                "The last item of every dimension is missing: range(1, 4) ends at 3.",
            ),
            Mistake(mistakes.gaps_of_sums, "These are sums over a dimension's items; take means."),
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
            Mistake(
                lambda case: str(right.gaps(case)["perception"].idxmin()),
                "This is perceived lowest, but less was expected of it too: compare the gaps.",
            ),
        ),
    ),
}
