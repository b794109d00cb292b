"""What the usual mistakes in assignment 04 lead to, from the case."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.satisfaction.assignment.right import (
    CAUSES,
    FINAL_PATHS,
    OUTCOMES,
    alpha,
    by_key,
    outcomes,
    paths,
    reliable_variance,
    scores,
    strengths_in,
    total_effect,
)
from relmark_helpers.topics.satisfaction.model import behaviour, measurement
from relmark_helpers.topics.satisfaction.model.paths import PATHS, causes_of, regression_paths


def raw_items(case: Case) -> pd.DataFrame:
    """Answers as they stand, reversed items not turned round."""
    names = [item for construct in measurement.CONSTRUCTS for item in measurement.items_of(construct)]
    items: pd.DataFrame = case.surveys[names].astype("float64")
    return items


def scored(items: pd.DataFrame, at_least: int = 2) -> pd.DataFrame:
    """Scores of items as they are, whatever was done to them before."""
    blocks = {construct: items[measurement.items_of(construct)] for construct in measurement.CONSTRUCTS}
    return pd.DataFrame(
        {
            name: block.mean(axis=1).where(block.notna().sum(axis=1) >= at_least)
            for name, block in blocks.items()
        }
    )


def turned_from(case: Case, top: int) -> pd.DataFrame:
    """Reversed items taken from another top than eight."""
    items = raw_items(case)
    for name in measurement.REVERSED_ITEMS:
        items[name] = top - items[name]
    return items


def alpha_unturned(case: Case) -> dict[str, float]:
    """Alpha with the reversed items left as they are."""
    items = raw_items(case)
    return {
        name: measurement.cronbach_alpha(items[measurement.items_of(name)]) for name in measurement.CONSTRUCTS
    }


def mean_correlations(case: Case) -> dict[str, float]:
    """Mean correlation between items in place of alpha."""
    items = measurement.turned_items(case.surveys)
    found = {}
    for name in measurement.CONSTRUCTS:
        correlation = items[measurement.items_of(name)].dropna().corr().to_numpy()
        found[name] = float(correlation[np.triu_indices(3, 1)].mean())
    return found


def paths_unturned(case: Case) -> dict[str, float]:
    """Paths from scores with the reversed items left as they are."""
    return by_key(regression_paths(scored(raw_items(case))), "estimate")


def paths_one_by_one(case: Case) -> dict[str, float]:
    """One regression for each path, its cause alone."""
    table = scores(case)
    found = {}
    for cause, effect in PATHS:
        pair = table[[cause, effect]].dropna()
        found[f"{cause} -> {effect}"] = float(pair[cause].cov(pair[effect]) / pair[cause].var())
    return found


def paths_without_constant(case: Case) -> dict[str, float]:
    """Regressions through the origin."""
    table = scores(case)
    found: dict[str, float] = {}
    for effect in dict.fromkeys(effect for _, effect in PATHS):
        causes = causes_of(effect)
        rows = table[[effect, *causes]].dropna().to_numpy()
        slopes = np.linalg.lstsq(rows[:, 1:], rows[:, 0], rcond=None)[0]
        found |= {f"{cause} -> {effect}": float(b) for cause, b in zip(causes, slopes, strict=True)}
    return found


def no_direct_effect(given: Mapping[str, float], factor: str) -> float:
    """Indirect effects only."""
    return 0.0 if f"{factor} -> overall_satisfaction" in given else total_effect(given, factor)


def mean_route(given: Mapping[str, float], factor: str) -> float:
    """The mean over the routes."""
    routes = {factor: 1}
    while set(routes) != {"overall_satisfaction"}:
        steps: dict[str, int] = {}
        for name, count in routes.items():
            for cause, effect in PATHS:
                if cause == name:
                    steps[effect] = steps.get(effect, 0) + count
            if name == "overall_satisfaction":
                steps[name] = steps.get(name, 0) + count
        routes = steps
    return total_effect(given, factor) / routes["overall_satisfaction"]


def first_step_only(given: Mapping[str, float], factor: str) -> float:
    """The direct path only."""
    return given.get(f"{factor} -> overall_satisfaction", 0.0)


def one_route_only(given: Mapping[str, float], factor: str) -> float:
    """The first of several routes only."""
    product, here = 1.0, factor
    while here != "overall_satisfaction":
        step = next(effect for cause, effect in PATHS if cause == here)
        product, here = product * given[f"{here} -> {step}"], step
    return product


def summed_route(given: Mapping[str, float], factor: str) -> float:
    """Paths added along a route."""
    if factor == "overall_satisfaction":
        return 0.0
    steps = [effect for cause, effect in PATHS if cause == factor]
    return sum(given[f"{factor} -> {effect}"] + summed_route(given, effect) for effect in steps)


def gains_without_cost(case: Case) -> dict[str, float]:
    """What each programme brings, not for its money."""
    return {
        name: total_effect(case.given_paths, each["factor"]) * each["push"]
        for name, each in case.programmes.items()
    }


def gains_without_push(case: Case) -> dict[str, float]:
    """As if each programme pushed by one whole point."""
    return {
        name: total_effect(case.given_paths, each["factor"]) / each["cost"] * 100_000
        for name, each in case.programmes.items()
    }


def divided_by_alpha(case: Case, power: float) -> dict[str, float]:
    """The correction for a single cause, or for a correlation, applied to two causes."""
    uncorrected, reliable = paths(case), alpha(case)
    return {key: uncorrected[key] / reliable[key.split(" -> ")[0]] ** power for key in FINAL_PATHS}


def all_entries_shrunk(case: Case) -> dict[str, float]:
    """The covariance between the causes shrunk as well."""
    causes = causes_of("overall_satisfaction")
    covariance = scores(case)[[*causes, "overall_satisfaction"]].dropna().cov()
    reliable = alpha(case)
    inside = covariance.loc[causes, causes].to_numpy() * np.array([[reliable[cause]] for cause in causes])
    slopes = np.linalg.solve(inside, covariance.loc[causes, "overall_satisfaction"].to_numpy())
    return dict(zip(FINAL_PATHS, map(float, slopes), strict=True))


def variances(case: Case, power: float) -> dict[str, float]:
    """Variances of both last causes multiplied by another power of alpha."""
    reliable = alpha(case)
    return {name: value * reliable[name] ** (power - 1) for name, value in reliable_variance(case).items()}


def error_variances(case: Case) -> dict[str, float]:
    """The part of each variance that alpha leaves to error."""
    kept = reliable_variance(case)
    return {name: whole - kept[name] for name, whole in variances(case, power=0.0).items()}


def deviations_shrunk(case: Case) -> dict[str, float]:
    """Standard deviations multiplied by alpha."""
    reliable = alpha(case)
    return {name: reliable[name] * whole**0.5 for name, whole in variances(case, power=0.0).items()}


def one_cause_each(case: Case) -> dict[str, float]:
    """One regression for each cause."""
    table = outcomes(case)
    return {
        f"{outcome} ~ {cause}": float(
            behaviour.predictors(table, column, [CAUSES[cause]])["estimate"].iloc[0]
        )
        for outcome, column in OUTCOMES.items()
        for cause in CAUSES
    }


def bought_within(case: Case, days: int | None) -> dict[str, float]:
    """Buying within another time after the answer, or at any later time."""
    table, later = (
        outcomes(case),
        case.orders.merge(case.surveys[["survey_id", "customer_id", "answered_on"]]),
    )
    passed = (later["ordered_on"] - later["answered_on"]).dt.days
    yes = later.loc[(passed > 0) & (passed <= (days or np.inf)), "survey_id"]
    bought = case.surveys["survey_id"].isin(yes).astype("Float64")
    table["bought_again"] = bought.where(table["bought_again"].notna())
    return strengths_in(table)


def another_intention(case: Case) -> dict[str, float]:
    """Recommending taken for the intention to buy again."""
    table = outcomes(case)
    table["loyalty_repurchase"] = case.surveys["loyalty_recommendation"].astype("Float64")
    return strengths_in(table)


def open_windows_as_no(case: Case) -> dict[str, float]:
    """Answers whose half year is not over counted as not bought."""
    table = outcomes(case)
    last = case.orders.groupby("customer_id")["ordered_on"].apply(list)
    answered = case.surveys
    table["bought_again"] = [
        any(0 < (day - when).days <= 183 for day in last[customer])
        for customer, when in zip(answered["customer_id"], answered["answered_on"], strict=True)
    ]
    return strengths_in(table)


def unscaled(case: Case) -> dict[str, float]:
    """Coefficients in the units of the answers."""
    import statsmodels.api as sm

    table = outcomes(case)
    found: dict[str, float] = {}
    for outcome, column in OUTCOMES.items():
        complete = table[[column, *CAUSES.values()]].dropna().astype("float64")
        fit = sm.OLS(complete[column], sm.add_constant(complete[list(CAUSES.values())])).fit()
        found |= {f"{outcome} ~ {cause}": float(fit.params[name]) for cause, name in CAUSES.items()}
    return found
