"""The reference table ``truth``: what was put into the company, for looking up after a chapter."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.company.engine import Run
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.state import CONSTRUCTS
from relmark_helpers.company.wording import ITEMS

COLUMNS = ("quantity", "cause", "effect", "measure", "value", "chapter", "unit", "meaning")
Row = tuple[str, str, str, str, float, str, str, str]


def truth(run: Run, surveys: pd.DataFrame) -> pd.DataFrame:
    """List the numbers that were put into a run, and what follows exactly from its latents.

    Parameters
    ----------
    run : Run
        The run.
    surveys : DataFrame
        Its table of surveys, a row for each row of ``run.survey_latents``.

    Returns
    -------
    DataFrame
        A row a number: quantity, cause, effect, measure, value, chapter, unit, meaning.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> from relmark_helpers.company.tables import tables
    >>> found = tables(simulate(customers=200, months=6, seed=1))["truth"].set_index("quantity")
    >>> float(found.loc["adaptation of expectations", "value"])
    0.35
    """
    rows = [
        *_paths(run),
        *_reliabilities(run, surveys),
        *_adaptation(run.parameters),
        *_programme(run.parameters),
        *_behaviour(run.parameters),
        *_answers(run.parameters),
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _paths(run: Run) -> list[Row]:
    paths = run.parameters.paths.as_dict()
    standardised = _standardised(run)
    return [
        row
        for (cause, effect), points in paths.items()
        for row in (
            _path(cause, effect, "structural", points, "points per point", "one point more of the cause"),
            _path(
                cause,
                effect,
                "standardised",
                standardised[cause, effect],
                "standard deviations",
                "one standard deviation more of the cause, among those who answered,",
            ),
        )
    ]


def _path(cause: str, effect: str, measure: str, value: float, unit: str, more: str) -> Row:
    spoken = effect.replace("_", " ")
    return ("path", cause, effect, measure, value, "04", unit, f"What {more} does to {spoken}.")


def _standardised(run: Run) -> dict[tuple[str, str], float]:
    """Least squares on the latents themselves, every factor in its own standard deviations."""
    latents = run.survey_latents[list(CONSTRUCTS)]
    scaled = (latents - latents.mean()) / latents.std()
    paths = run.parameters.paths.as_dict()
    found: dict[tuple[str, str], float] = {}
    for effect in dict.fromkeys(effect for _, effect in paths):
        causes = [cause for cause, other in paths if other == effect]
        slopes = np.linalg.lstsq(scaled[causes].to_numpy(), scaled[effect].to_numpy(), rcond=None)[0]
        found |= {(cause, effect): float(slope) for cause, slope in zip(causes, slopes, strict=True)}
    return found


def _reliabilities(run: Run, surveys: pd.DataFrame) -> list[Row]:
    return [
        (
            "reliability",
            "",
            name,
            "",
            float(run.survey_latents[name].corr(_score(surveys, name)) ** 2),
            "04",
            "share of variance",
            "How much of the variance of the mean of the three items is the factor's.",
        )
        for name in CONSTRUCTS
    ]


def _score(surveys: pd.DataFrame, construct: str) -> pd.Series:
    """The mean of the items that were answered, reversed ones turned round."""
    answers = surveys[[f"{construct}_{number}" for number in (1, 2, 3)]].astype("Float64")
    for item in answers:
        if ITEMS[str(item)].reversed:
            answers[item] = 8 - answers[item]
    return answers.mean(axis=1).astype(float)


def _adaptation(parameters: Parameters) -> list[Row]:
    adapt, spread = parameters.adaptation, parameters.spreads
    per_point = "points per point"
    return [
        _of(
            "adaptation of expectations",
            "expectations",
            adapt.expectations,
            "share of the gap per order",
            "How much of the gap between performance and expectation one order closes: the treadmill.",
        ),
        _of(
            "adaptation of desires",
            "desires",
            adapt.desires,
            per_point,
            "How far desires move when expectations move by one point.",
        ),
        _of(
            "trust gained",
            "trust",
            adapt.trust_gain,
            per_point,
            "What one point of expectations congruency above its level adds to trust.",
        ),
        _of(
            "trust lost",
            "trust",
            adapt.trust_loss,
            per_point,
            "What one point of expectations congruency below its level takes from trust.",
        ),
        _of(
            "return of trust",
            "trust",
            adapt.trust_return,
            "share of the gap per month",
            "How much of the gap between trust and the customer's own disposition one month closes.",
        ),
        _of(
            "item noise",
            "",
            spread.item,
            "points (standard deviation)",
            "How far the answer to one of the three items scatters around its factor, before rounding.",
        ),
    ]


def _programme(parameters: Parameters) -> list[Row]:
    programme = parameters.programme
    return [
        _of(
            "quality programme size",
            "performance",
            programme.size,
            "points",
            "What the quality programme adds to perceived performance, lastingly.",
        ),
        _of(
            "quality programme month",
            "",
            programme.month,
            "month from 1",
            "The month in which the quality programme begins.",
        ),
        *(
            _of("quality programme branch", str(each), each, "branch_id", "A branch with the programme.")
            for each in programme.branches
        ),
    ]


def _behaviour(parameters: Parameters) -> list[Row]:
    buying, hazard = parameters.buying, parameters.leaving
    trust, satisfied = "What one point of trust does to", "What one point of running satisfaction does to"
    where = "where rivals / (1 + rivals) is 1; in proportion elsewhere."
    logit, rate = "logit per month", "log of orders a month per point"
    return [
        _effect("buying", "trust", buying.trust, rate, f"{trust} the rate of orders, {where}"),
        _effect(
            "buying", "satisfaction", buying.satisfaction, rate, f"{satisfied} the rate of orders, {where}"
        ),
        _effect("leaving", "base", hazard.base, logit, "Leaving with no rival in reach."),
        _effect("leaving", "rivals", hazard.rivals, logit, f"What rivals add to leaving, {where}"),
        _effect("leaving", "trust", hazard.trust, logit, f"{trust} leaving, {where}"),
        _effect("leaving", "satisfaction", hazard.satisfaction, logit, f"{satisfied} leaving, {where}"),
        _effect("leaving", "newcomer", hazard.newcomer, logit, "Added to leaving in the first six months."),
        _effect("leaving", "frailty", hazard.frailty, logit, "Standard deviation between customers."),
    ]


def _answers(parameters: Parameters) -> list[Row]:
    loyalty = parameters.loyalty
    mixes = {
        "loyalty_initiative": loyalty.initiative,
        "loyalty_repurchase": loyalty.repurchase,
        "loyalty_recommendation": loyalty.recommendation,
        "loyalty_resistance": loyalty.resistance,
    }
    return [
        _answer(cause, name, mix[place])
        for name, mix in mixes.items()
        for place, cause in ((1, "overall_satisfaction"), (2, "trust"))
    ]


def _answer(cause: str, effect: str, value: float) -> Row:
    meaning = f"What one point more of {cause.replace('_', ' ')} does to the answer."
    return ("answer", cause, effect, "structural", value, "04", "points per point", meaning)


def _of(quantity: str, effect: str, value: float, unit: str, meaning: str) -> Row:
    return (quantity, "", effect, "", value, "04", unit, meaning)


def _effect(effect: str, cause: str, value: float, unit: str, meaning: str) -> Row:
    return ("behaviour", cause, effect, "structural", value, "04", unit, meaning)
