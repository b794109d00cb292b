"""Less usual mistakes in tasks 6 to 10 of assignment 04, each with the sentence that names it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.notebook.mixed_up import all_alike, mixed_up, yes_and_no_mixed_up
from relmark_helpers.topics.satisfaction.assignment import mistakes, right
from relmark_helpers.topics.satisfaction.assignment.statements import STATES
from relmark_helpers.topics.satisfaction.model.behaviour import bought_again


def _with_own_paths(case: Case) -> dict[str, float]:
    own = right.paths(case)
    return right.gains(case, lambda given, factor: right.total_effect(own, factor))


def _variances(case: Case, work: Callable[[float, float], float]) -> dict[str, float]:
    """What is made of the variance and alpha of each cause, over all surveys that have its score."""
    scores, reliable = right.scores(case), right.alpha(case)
    return {name: work(float(scores[name].var()), reliable[name]) for name in right.LAST_CAUSES}


def _covariances_shrunk(case: Case, complete: bool) -> dict[str, float]:
    """Every covariance of the causes shrunk by the roots of both alphas, over complete surveys or all."""
    causes = list(right.LAST_CAUSES)
    scores, reliable = right.scores(case)[[*causes, "overall_satisfaction"]], right.alpha(case)
    covariance = (scores.dropna() if complete else scores).cov()
    roots = np.sqrt([reliable[cause] for cause in causes])
    inside = covariance.loc[causes, causes].to_numpy() * np.outer(roots, roots)
    slopes = np.linalg.solve(inside, covariance.loc[causes, "overall_satisfaction"].to_numpy())
    return dict(zip(right.FINAL_PATHS, map(float, slopes), strict=True))


def _exchanged(case: Case, cause: bool) -> dict[str, float]:
    """Coefficients under the name of the other cause, or of the other outcome."""
    first, second, third, fourth = right.strengths(case).values()
    moved = (second, first, fourth, third) if cause else (third, fourth, first, second)
    return dict(zip(right.STRENGTH_KEYS, moved, strict=True))


def _for(outcome: str, value: Callable[[Case], dict[str, float]]) -> Callable[[Case], dict[str, float]]:
    """A mistake in one of the two regressions."""

    def found(case: Case) -> dict[str, float]:
        wrong = value(case)
        return {
            key: wrong[key] if key.startswith(outcome) else kept
            for key, kept in right.strengths(case).items()
        }

    return found


def _outcome_unscaled(case: Case) -> dict[str, float]:
    """Causes in standard deviations, outcomes not."""
    table = right.outcomes(case).astype("Float64")
    return {
        key: value * float(table[right.OUTCOMES[key.split(" ~ ")[0]]].std())
        for key, value in right.strengths(case).items()
    }


def _cost_of_a_point(case: Case, money: float) -> dict[str, float]:
    return {name: money / value for name, value in right.gains(case).items()}


def _side_by_side(case: Case) -> dict[str, float]:
    """Correlations over the rows of the regressions."""
    table = right.outcomes(case)
    found: dict[str, float] = {}
    for outcome, column in right.OUTCOMES.items():
        between = table[[column, *right.CAUSES.values()]].dropna().astype("float64").corr()
        found |= {
            f"{outcome} ~ {cause}": float(between[name][column]) for cause, name in right.CAUSES.items()
        }
    return found


def _buying(case: Case, bought: pd.Series, over: bool = True) -> dict[str, float]:
    """Strengths with something else in place of buying, where the half-year is over or everywhere."""
    table, counted = right.outcomes(case), bought.astype("Float64")
    if over:
        counted = counted.where(bought_again(case.surveys, case.orders).notna())
    return right.strengths_in(table.assign(bought_again=counted))


def _orders_counted(case: Case, days: tuple[int, int], over: bool) -> dict[str, float]:
    """The number of orders from so many to so many days after the answer."""
    pairs = case.orders.merge(case.surveys[["survey_id", "customer_id", "answered_on"]], on="customer_id")
    inside = (pairs["ordered_on"] - pairs["answered_on"]).dt.days.between(*days)
    number = pairs[inside].groupby("survey_id").size()
    return _buying(case, case.surveys["survey_id"].map(number).fillna(0), over)


def _intention_of_followed(case: Case) -> dict[str, float]:
    """Intention, too, of those answers alone whose half-year is over."""
    table = right.outcomes(case)
    return right.strengths_in(table[table["bought_again"].notna()])


def _any_order(case: Case) -> dict[str, float]:
    """More than one order, whenever."""
    number = case.surveys["customer_id"].map(case.orders["customer_id"].value_counts())
    return _buying(case, number.fillna(0) > 1)


_OBSERVED = "These are the variances as observed; multiply each by its alpha."
_SCALED = "Put outcome and causes in standard deviations first, or the four numbers can't be compared."
_ONE = "These take one cause at a time; satisfaction and trust go together, so put both in one regression."

DECIDING: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
        "6": (
            *(
                Mistake(
                    partial(_cost_of_a_point, money=money),
                    "This is what a point costs; the task asks for the points that the money brings.",
                )
                for money in (1, 100_000)
            ),
            Mistake(
                _with_own_paths,
                "These gains come from your own paths; take the colleague's `case.given_paths`.",
            ),
        ),
        "7": (
            Mistake(
                partial(mistakes.divided_by_alpha, power=-1.0),
                "This draws the paths further towards zero; error has done that, and the correction undoes it.",
            ),
            Mistake(
                lambda case: right.last_paths(case, {k: 1 - a for k, a in right.alpha(case).items()}),
                "Here the causes have the variance of their error; take that which is left without it.",
            ),
            Mistake(
                lambda case: right.last_paths(case, {k: a**2 for k, a in right.alpha(case).items()}),
                "Alpha is already a share of variance: multiply by it once, not by its square.",
            ),
            *(
                Mistake(
                    partial(_covariances_shrunk, complete=complete),
                    "Only the variances hold error; the covariance between the two causes stays as it is.",
                )
                for complete in (True, False)
            ),
        ),
        "7 variance": (
            Mistake(lambda case: _variances(case, lambda whole, alpha: whole), _OBSERVED),
            Mistake(
                lambda case: _variances(case, lambda whole, alpha: whole * (1 - alpha)),
                "This is the part that is error; what is left without it is the variance times alpha.",
            ),
            Mistake(
                lambda case: _variances(case, lambda whole, alpha: whole**0.5 * alpha),
                "Alpha is a share of the variance, not of the standard deviation.",
            ),
            *(
                Mistake(value, "Without error the variance is smaller, not larger: multiply by alpha.")
                for value in (
                    partial(mistakes.variances, power=-1.0),
                    lambda case: _variances(case, lambda whole, alpha: whole / alpha),
                )
            ),
        ),
        "8": (
            Mistake(
                lambda case: 1 - case.treadmill["purchases"] * case.treadmill["adaptation"],
                "Each purchase closes a share of the gap that is left, not of the first gap.",
            ),
        ),
        "8 purchases": (
            Mistake(
                lambda case: math.ceil(math.log(0.01) / math.log(1 - case.treadmill["adaptation"])),
                "By then a hundredth is left; the task asks for a tenth.",
            ),
        ),
        "9": (
            Mistake(
                partial(_exchanged, cause=True),
                "The coefficients of satisfaction and trust are under each other's name.",
            ),
            Mistake(
                partial(_exchanged, cause=False),
                "The coefficients of intention and buying are under each other's name.",
            ),
            *(Mistake(_for(outcome, mistakes.unscaled), _SCALED) for outcome in right.OUTCOMES),
            Mistake(_outcome_unscaled, _SCALED),
            *(
                Mistake(_for(outcome, value), _ONE)
                for outcome in right.OUTCOMES
                for value in (mistakes.one_cause_each, _side_by_side)
            ),
            Mistake(
                partial(mistakes.bought_within, days=31),
                "This counts orders within a month; the window is 183 days.",
            ),
            *(
                Mistake(
                    partial(_orders_counted, days=(-182, 0), over=over),
                    "These are orders up to the answer; buying is an order after it.",
                )
                for over in (True, False)
            ),
            *(
                Mistake(
                    partial(_orders_counted, days=(1, 183), over=over),
                    "This counts the orders of the half-year; buying is only 1 or 0, whether there was one.",
                )
                for over in (True, False)
            ),
            Mistake(
                _intention_of_followed,
                "Intention is known of every answer; only for buying are those left out whose 183 days are not over.",
            ),
            Mistake(_any_order, "This counts orders at any time; buying is an order after the answer."),
        ),
        "10": (
            *mixed_up(
                right.states,
                {
                    "satisfaction": "a judgement of one purchase",
                    "delight": "a feeling far above expectation",
                    "trust": "confidence in the firm, also through failures",
                    "loyalty": "what a customer does, or does not do for a rival",
                },
                one_way=True,
            ),
            *all_alike(right.states, STATES, "This is one state for all; the statements show several."),
        ),
        "10 testable": yes_and_no_mixed_up(right.testable),
    }
)
