"""Tasks 1 to 5 of assignment 04, measuring: what each check looks for, and what it says of the usual mistakes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from relmark_helpers.notebook.answers import Function, Kind, Named, Number, Table
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.satisfaction.assignment import mistakes, right
from relmark_helpers.topics.satisfaction.assignment.own_case import PATH_KEYS
from relmark_helpers.topics.satisfaction.model import measurement
from relmark_helpers.topics.satisfaction.model.paths import MODEL, regression_paths

_TRIAL_PATHS = dict(zip(PATH_KEYS, (-0.5, 0.8, -0.4, 0.6, 0.5, 0.2, 0.3, 0.4, 0.7, 0.2), strict=True))
_TRIALS = tuple((_TRIAL_PATHS, factor) for factor in MODEL[:-1])


def _constantly(function: Callable[..., Any]) -> Callable[[Case], Any]:
    return lambda case: function


def _named(keys: tuple[str, ...], unit: str, tolerance: float) -> Kind:
    return Named(keys, Number(unit, tolerance))


MEASURING: dict[str, Check] = {
    "1": Check(
        Table(measurement.CONSTRUCTS, tolerance=0.005),
        right.scores,
        "See section 4.2, “From answers to scores”.",
        (
            Mistake(
                lambda case: mistakes.scored(mistakes.raw_items(case)),
                "Two items are worded the other way round; turn them first.",
            ),
            Mistake(
                lambda case: mistakes.scored(mistakes.turned_from(case, 7)),
                "On a scale from 1 to 7 an answer x turned round is not 7 − x: that would make a 7 into a 0.",
            ),
            Mistake(
                lambda case: mistakes.scored(mistakes.turned_from(case, 8).fillna(4), at_least=1),
                "A missing answer is not the middle of the scale: leave it out of the mean.",
            ),
            Mistake(
                lambda case: 3 * right.scores(case),
                "These are sums; a score is the mean of the answered items.",
            ),
            Mistake(
                lambda case: mistakes.scored(mistakes.turned_from(case, 8), at_least=1),
                "A construct with a single answered item gets no score here: leave it missing.",
            ),
            Mistake(
                lambda case: mistakes.scored(mistakes.turned_from(case, 8), at_least=3),
                "A construct with two answered items still gets a score: their mean.",
            ),
            Mistake(
                lambda case: mistakes.scored(mistakes.turned_from(case, 8).fillna(0), at_least=1),
                "A missing answer is not a zero: leave it out of the mean.",
            ),
        ),
    ),
    "2": Check(
        _named(measurement.CONSTRUCTS, "from 0 to 1", 0.005),
        right.alpha,
        "See section 4.3, “How reliable is a score?”.",
        (
            Mistake(
                mistakes.alpha_unturned,
                "A reversed item works against its neighbours; turn it before you compute alpha.",
            ),
            Mistake(
                mistakes.mean_correlations,
                "This is the mean correlation between items; alpha also grows with the number of items.",
            ),
        ),
    ),
    "3": Check(
        _named(PATH_KEYS, "points per point", 0.005),
        right.paths,
        "See section 4.2, “Ten paths, five regressions”.",
        (
            Mistake(
                mistakes.paths_one_by_one,
                "These come from one cause at a time; an effect's causes belong in one regression together.",
            ),
            Mistake(
                lambda case: right.by_key(regression_paths(right.scores(case)), "standardised"),
                "These are standardised paths; the task asks for points per point.",
            ),
            Mistake(
                mistakes.paths_unturned,
                "These paths come from scores whose reversed items were not turned round.",
            ),
            Mistake(
                mistakes.paths_without_constant,
                "These regressions have no constant; let each have one.",
            ),
        ),
    ),
    "4": Check(
        _named(("low", "high"), "points per point", 0.005),
        right.interval,
        "See section 4.2, “Ten paths, five regressions”.",
        (
            Mistake(
                partial(right.interval, errors=1.0),
                "This interval reaches one standard error to each side; 95 % needs about two (1.96).",
            ),
        ),
    ),
    "5": Check(
        Function(_TRIALS, Number("points per point", 1e-6)),
        _constantly(right.total_effect),
        "See section 4.2, “Direct and indirect effects”.",
        (
            Mistake(
                _constantly(mistakes.first_step_only),
                "This counts only the direct path to overall satisfaction; most effects travel through other factors.",
            ),
            Mistake(
                _constantly(mistakes.one_route_only),
                "This follows one route; a factor with two arrows reaches overall satisfaction by several.",
            ),
            Mistake(
                _constantly(mistakes.summed_route),
                "Along a route the paths are multiplied, not added; only the routes are added up.",
            ),
            Mistake(
                _constantly(mistakes.no_direct_effect),
                "The two satisfactions have no way round: their total effect is the direct one.",
            ),
            Mistake(_constantly(mistakes.mean_route), "Routes are added up, not averaged."),
            Mistake(
                _constantly(lambda given, factor: max(0.0, right.total_effect(given, factor))),
                "An effect below 0 is an effect too: leave it negative.",
            ),
        ),
    ),
}
