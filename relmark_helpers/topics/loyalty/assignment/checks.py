"""What each check of assignment 06 looks for, and what it says of the usual mistakes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from typing import Any

from relmark_helpers.notebook.answers import Function, Kind, Named, Number, Table, Word
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.loyalty.assignment import mistakes, right
from relmark_helpers.topics.loyalty.assignment.further_drivers import DRIVERS_AND_WORDS
from relmark_helpers.topics.loyalty.assignment.further_early import EARLY
from relmark_helpers.topics.loyalty.assignment.further_index_and_grid import INDEX_AND_GRID
from relmark_helpers.topics.loyalty.assignment.further_late import LATE
from relmark_helpers.topics.loyalty.assignment.further_stages import STAGES_AND_CHAIN
from relmark_helpers.topics.loyalty.assignment.own_case import CLAIMS_EACH
from relmark_helpers.topics.loyalty.assignment.statements import PULLS, TESTABLE, WHERE
from relmark_helpers.topics.loyalty.assignment.trials import TRIALS
from relmark_helpers.topics.loyalty.model.components import ANSWERS, COMPONENTS
from relmark_helpers.topics.loyalty.model.drivers import DRIVERS
from relmark_helpers.topics.loyalty.model.grid import CELLS
from relmark_helpers.topics.loyalty.model.half_years import STAGES

_FOUR = "This index lacks its first component, overall satisfaction."


def _constantly(function: Callable[..., Any]) -> Callable[[Case], Any]:
    return lambda case: function


def _named(keys: tuple[str, ...], unit: str, tolerance: float) -> Kind:
    return Named(keys, Number(unit, tolerance))


def _words(letter: str, count: int, options: tuple[str, ...]) -> Kind:
    return Named([f"{letter}{number}" for number in range(1, count + 1)], Word(options))


_USUAL: dict[str, Check] = {
    "1": Check(
        Table(["index"], tolerance=0.005),
        right.index_table,
        "See section 6.2.",
        (
            Mistake(
                lambda case: mistakes.index_of(case, at_least=1),
                "An answer that lacks a component has no index here: leave it missing.",
            ),
            Mistake(mistakes.four_answers, _FOUR),
            Mistake(lambda case: mistakes.index_of(case, ANSWERS), _FOUR),
            Mistake(
                mistakes.summed, "This is the sum of the components; the index is their mean, from 1 to 7."
            ),
        ),
    ),
    "2": Check(
        Number("from 0 to 1", 0.0005),
        right.alpha,
        "See section 6.2, where alpha is computed by hand.",
        (
            Mistake(
                mistakes.mean_correlation,
                "This is the mean correlation between components; alpha also grows with their number.",
            ),
            Mistake(mistakes.alpha_without_factor, "The factor k/(k − 1) is missing."),
        ),
    ),
    "2 without": Check(
        _named(COMPONENTS, "from 0 to 1", 0.0005),
        right.alpha_without,
        "Leave out one component, and compute alpha of the other four.",
        (Mistake(mistakes.without_at_five, "Without one component k is four, also in k/(k − 1)."),),
    ),
    "3": Check(
        _named(("with", "without"), "R² from 0 to 1", 0.0005),
        right.both_sides,
        "See section 6.2, the table of both indexes.",
        (
            Mistake(mistakes.correlations_not_squared, "These are correlations; R² is their square."),
            Mistake(
                lambda case: mistakes.swapped(right.both_sides(case)),
                "The two are under each other's name.",
            ),
        ),
    ),
    "4": Check(
        _named(CELLS, "share from 0 to 1", 0.0005),
        right.cells,
        "See section 6.1; mind which answers can be placed at all.",
        (
            Mistake(
                mistakes.cells_with_the_cut,
                "Attitude exactly at the cut is not above it.",
            ),
            Mistake(
                mistakes.cells_of_four_answers,
                "Attitude here is the mean of three answers; the intention to buy again is not among them.",
            ),
            Mistake(
                mistakes.cells_by_later_orders,
                "Behaviour is the orders up to the answer; you counted those after it.",
            ),
        ),
    ),
    "4 gone": Check(
        _named(CELLS, "share from 0 to 1", 0.0005),
        right.gone,
        "Gone is no order in the 365 days after the answer, of the answers whose year is over.",
        (
            Mistake(
                mistakes.gone_in_half_a_year,
                "Half a year is too short: gone means 365 days without an order.",
            ),
            Mistake(
                mistakes.gone_with_open_years,
                "An answer whose 365 days are not over by the last order is neither gone nor there: leave it out.",
            ),
        ),
    ),
    "5": Check(
        Table(STAGES, tolerance=1e-6, row="stage"),
        right.counts,
        "See section 6.4, “From orders to stages”.",
        (
            Mistake(
                mistakes.counts_without_strangers,
                "The persons in reach who never became customers went on watching: they are missing.",
            ),
            Mistake(
                mistakes.counts_with_one_silence,
                "One silent half-year is not lost; it takes two, one after the other.",
            ),
        ),
    ),
    "5 matrix": Check(
        Table(STAGES, tolerance=0.0005, row="stage"),
        right.matrix,
        "Each chance is a count over the sum of its row.",
        (
            Mistake(
                mistakes.matrix_with_returns,
                "The chain makes lost final: its row is 0, 0, 0, 0, 1, whatever was counted.",
            ),
            Mistake(
                mistakes.matrix_by_columns,
                "You divided by the sums of the columns; each row must add up to 1.",
            ),
        ),
    ),
    "6": Check(
        _named(("trying", "returning", "trusting"), "half-years", 0.01),
        right.stay,
        "See section 6.4, “How long, how likely, and where it ends”.",
        (
            Mistake(mistakes.stay_without_now, "The present half-year counts too."),
            Mistake(
                mistakes.stay_by_own_row,
                "This is the time until the stage is left for any other; customers move up and down before they are lost.",
            ),
            Mistake(
                mistakes.stay_by_lost_alone,
                "This holds if a customer stayed in one stage until lost; use the inverse of I − Q.",
            ),
        ),
    ),
    "6 climb": Check(
        _named(("chance", "half_years"), "chance, half-years", 0.005),
        right.way_up,
        "Make trusting an end too; see section 6.4.",
        (
            Mistake(
                lambda case: (
                    right.way_up(case) | {"chance": float(case.given_matrix.loc["trying", "trusting"])}
                ),
                "This is the chance of the one step from trying to trusting; most get there by more steps.",
            ),
            Mistake(
                mistakes.climb_with_everybody,
                "This is the time until trusting or lost, of all; asked for is the time of those who arrive.",
            ),
        ),
    ),
    "6 steady": Check(
        _named(STAGES[:4], "share from 0 to 1", 0.001),
        right.steady,
        "Replace everybody lost by one who watches, then solve πP = π.",
        (
            Mistake(
                mistakes.steady_of_the_leaky,
                "In the chain with its end everybody is lost at last; first let a watcher replace each one lost.",
            ),
            Mistake(
                mistakes.steady_of_customers,
                "These are shares of the customers; the four shares are of all persons, watchers included.",
            ),
        ),
    ),
    "7": Check(
        Function(TRIALS, Number("points of R²", 1e-6)),
        _constantly(right.contribution),
        "See section 6.3: the formula, and two drivers in the open.",
        (
            Mistake(
                _constantly(mistakes.alone),
                "This is what the driver explains alone; others come before it in most orders.",
            ),
            Mistake(
                _constantly(mistakes.last),
                "This is what the driver adds when it enters last, one of many orders.",
            ),
            Mistake(
                _constantly(mistakes.plain_mean),
                "Not every subset stands for equally many orders of entry: weigh it by |S|! (p − 1 − |S|)! / p!.",
            ),
        ),
    ),
    "8": Check(
        _named(DRIVERS, "share from 0 to 1", 0.0005),
        right.shares,
        "See section 6.3, “What stands for each driver”.",
        (
            Mistake(mistakes.contributions, "These are points of R²; divide by the R² of all five."),
            Mistake(
                mistakes.shares_alone,
                "These come from each driver alone; drivers that go together are counted twice.",
            ),
            Mistake(
                mistakes.shares_of_the_index,
                "These explain the index with satisfaction in it; stated loyalty is the mean of the four answers.",
            ),
        ),
    ),
    "9": Check(
        Number("share from 0 to 1", 0.0005),
        right.turned,
        "See section 6.5, Bayes' rule.",
        (
            Mistake(
                lambda case: case.reported["satisfied_of_left"],
                "This is the share of satisfied among those who left: the conditional is not turned round.",
            ),
            Mistake(
                lambda case: case.reported["satisfied_of_left"] * case.reported["left"],
                "This is the share of all customers who were satisfied and left; its base must be the satisfied.",
            ),
        ),
    ),
    "9 data": Check(
        _named(("satisfied of left", "left of satisfied"), "share from 0 to 1", 0.0005),
        right.conditionals,
        "See section 6.5; only answers whose 365 days are over count.",
        (
            Mistake(
                lambda case: mistakes.swapped(right.conditionals(case)),
                "The two shares are under each other's name: write the base of each beside it.",
            ),
        ),
    ),
    "9 trust": Check(
        Number("scale points", 0.001),
        right.trust_gap,
        "See section 6.5, “What separates them”.",
        (
            Mistake(
                lambda case: -right.trust_gap(case),
                "You took those who stayed from those who left; asked for is the other way round.",
            ),
        ),
    ),
    "10": Check(_words("m", len(PULLS), PULLS), right.pulls, "See section 6.3, “From drivers to methods”."),
    "10 people": Check(_words("p", len(WHERE), WHERE), right.places, "See section 6.4."),
    "10 testable": Check(
        _words("c", 2 * CLAIMS_EACH, TESTABLE),
        right.testable,
        "Ask which tables you would need: of other firms? of rivals' prices? See the claim checks.",
    ),
}
_FURTHER = (EARLY, LATE, INDEX_AND_GRID, STAGES_AND_CHAIN, DRIVERS_AND_WORDS)
CHECKS: dict[str, Check] = {
    task: replace(
        each, mistakes=(*each.mistakes, *chain.from_iterable(part.get(task, ()) for part in _FURTHER))
    )
    for task, each in _USUAL.items()
}
