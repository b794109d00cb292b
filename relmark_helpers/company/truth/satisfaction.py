"""Truth of chapter 04: the seven-factor model, adaptation, trust, behaviour and the loyalty answers."""

from __future__ import annotations

import numpy as np

from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.state import Numbers, State
from relmark_helpers.company.truth.row import Row
from relmark_helpers.company.vocabulary import CONSTRUCTS


def satisfaction_truth(state: State) -> list[Row]:
    """List what was put into satisfaction, trust and behaviour, and what follows exactly from those who answered.

    Parameters
    ----------
    state : State
        The company after its last month.

    Returns
    -------
    list of Row

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> rows = satisfaction_truth(simulate(customers=200, months=6, record="tables").state)
    >>> [row.value for row in rows if row.quantity == "adaptation of expectations"]
    [0.35]
    """
    parameters = state.parameters
    return [
        *_paths(state),
        *_reliabilities(state),
        *_adaptation(parameters),
        *_programme(state),
        *_behaviour(parameters),
        *_answers(parameters),
    ]


def _paths(state: State) -> list[Row]:
    paths = state.parameters.paths.as_dict()
    standardised = _standardised(state)
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
    return Row("path", cause, effect, measure, value, "04", unit, f"What {more} does to {spoken}.")


def _standardised(state: State) -> dict[tuple[str, str], float]:
    """Least squares on the factors of those who answered, every factor in its own standard deviations."""
    correlation = _correlation(state)
    at = {name: place for place, name in enumerate(CONSTRUCTS)}
    paths = state.parameters.paths.as_dict()
    found: dict[tuple[str, str], float] = {}
    for effect in dict.fromkeys(effect for _, effect in paths):
        causes = [cause for cause, other in paths if other == effect]
        places = [at[cause] for cause in causes]
        slopes = np.linalg.lstsq(
            correlation[np.ix_(places, places)], correlation[places, at[effect]], rcond=None
        )[0]
        found |= {(cause, effect): float(slope) for cause, slope in zip(causes, slopes, strict=True)}
    return found


def _correlation(state: State) -> Numbers:
    """Correlations of the nine factors and the nine scores of those who answered, from their moments."""
    moments = state.moments
    count = max(moments[0, 0], 1.0)
    mean = moments[0, 1:] / count
    covariance = moments[1:, 1:] / count - np.outer(mean, mean)
    spread = np.sqrt(np.maximum(np.diag(covariance), 1e-12))
    found: Numbers = covariance / np.outer(spread, spread)
    return found


def _reliabilities(state: State) -> list[Row]:
    correlation, count = _correlation(state), len(CONSTRUCTS)
    return [
        Row(
            "reliability",
            "",
            name,
            "",
            float(correlation[place, place + count] ** 2),
            "04",
            "share of variance",
            "How much of the variance of the mean of the three items is the factor's.",
        )
        for place, name in enumerate(CONSTRUCTS)
    ]


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


def _programme(state: State) -> list[Row]:
    quality = state.policy.quality
    by_month = quality if isinstance(quality, tuple) else (quality,)
    begins = next((month for month, points in enumerate(by_month, start=1) if points), 0)
    return [
        _of(
            "quality programme size",
            "performance",
            by_month[-1],
            "points",
            "What the quality programme adds to perceived performance, lastingly.",
        ),
        _of(
            "quality programme month",
            "",
            begins,
            "month from 1",
            "The month in which the quality programme begins; 0 if there is none.",
        ),
        *(
            _of("quality programme branch", str(each), each, "branch_id", "A branch with the programme.")
            for each in state.policy.quality_branches
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
    return Row("answer", cause, effect, "structural", value, "04", "points per point", meaning)


def _of(quantity: str, effect: str, value: float, unit: str, meaning: str) -> Row:
    return Row(quantity, "", effect, "", value, "04", unit, meaning)


def _effect(effect: str, cause: str, value: float, unit: str, meaning: str) -> Row:
    return Row("behaviour", cause, effect, "structural", value, "04", unit, meaning)
