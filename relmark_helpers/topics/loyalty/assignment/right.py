"""The right value of each task of assignment 06, from the case."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.loyalty.assignment.own_case import SATISFIED
from relmark_helpers.topics.loyalty.assignment.statements import CLAIMS, MEASURES, PERSONS
from relmark_helpers.topics.loyalty.model import chain, components, drivers, grid, half_years, ladder, leaving
from relmark_helpers.topics.loyalty.model.shares import divided


def parts(case: Case) -> pd.DataFrame:
    """The five components of the case."""
    return components.component_scores(case.surveys)


def index(case: Case) -> pd.Series:
    """The loyalty index of the case."""
    return components.loyalty_index(parts(case), at_least=5)


def index_table(case: Case) -> pd.DataFrame:
    """The index as a table of one column, for the check."""
    return index(case).rename("index").to_frame()


def alpha(case: Case) -> float:
    """Alpha of the five components."""
    return float(components.alpha_of(parts(case).dropna().cov().to_numpy()))


def alpha_without(case: Case) -> dict[str, float]:
    """Alpha of the four that are left without each component, over the rows that answered all five."""
    complete = parts(case).dropna()
    return {
        str(name): float(components.alpha_of(complete.drop(columns=name).cov().to_numpy()))
        for name in complete
    }


def both_sides(case: Case) -> dict[str, float]:
    """R² of satisfaction alone for the index with it and for the four answers without it."""
    complete = parts(case).dropna()
    wholes = {"with": complete, "without": complete[list(components.ANSWERS)]}
    return {
        name: float(complete["satisfaction"].corr(whole.mean(axis=1)) ** 2) for name, whole in wholes.items()
    }


def found_grid(case: Case) -> pd.DataFrame:
    """The grid of the case at its own cuts."""
    table = grid.attitude_and_behaviour(case.surveys, case.orders)
    return grid.loyalty_grid(table, case.cuts["attitude"], case.cuts["orders"]).set_index("cell")


def cells(case: Case) -> dict[str, float]:
    """Share of answers in each cell."""
    return {str(name): float(value) for name, value in found_grid(case)["share"].items()}


def gone(case: Case) -> dict[str, float]:
    """Share gone a year later in each cell."""
    return {str(name): float(value) for name, value in found_grid(case)["gone"].items()}


def counts(case: Case) -> pd.DataFrame:
    """Moves between the stages of the case."""
    return ladder.transition_counts(half_years.stages(case.customers, case.orders), case.persons)


def matrix(case: Case) -> pd.DataFrame:
    """Chances of moving between the stages of the case."""
    return ladder.transition_matrix(counts(case))


def stay(case: Case) -> dict[str, float]:
    """Expected half-years as a customer, by the colleague's matrix."""
    return {str(name): float(value) for name, value in chain.expected_stay(case.given_matrix).items()}


def way_up(case: Case) -> dict[str, float]:
    """Chance of becoming trusting from trying, and the half-years of those who do."""
    return chain.climb(case.given_matrix, "trying")


def steady(case: Case) -> dict[str, float]:
    """Steady state of the full market."""
    found = chain.steady_state(chain.refilled(case.given_matrix))
    return {str(name): float(value) for name, value in found.items()}


def contribution(correlations: np.ndarray, driver: int) -> float:
    """Contribution of one driver to R²."""
    return float(divided(np.asarray(correlations, dtype="float64"))[driver])


def table(case: Case) -> pd.DataFrame:
    """Drivers and outcomes of the case."""
    return drivers.driver_table(case.surveys, case.orders, case.memberships)


def shares(case: Case) -> dict[str, float]:
    """Share of each driver in what all five explain of stated loyalty."""
    return shares_of(table(case), "stated")


def shares_of(rows: pd.DataFrame, outcome: str) -> dict[str, float]:
    """Share of each driver in what all five explain of an outcome, over the rows without a missing value."""
    points = divided(rows[[*drivers.DRIVERS, outcome]].dropna().corr().to_numpy())
    return {name: float(each / points.sum()) for name, each in zip(drivers.DRIVERS, points, strict=True)}


def turned(case: Case) -> float:
    """The share of the satisfied who left, from the reported shares."""
    told = case.reported
    return leaving.turned_round(told["satisfied_of_left"], told["left"], told["satisfied"])


def satisfied_and_gone(case: Case) -> pd.DataFrame:
    """Satisfaction, trust and whether gone, of the answers of the case that can be followed."""
    rows = table(case)[["satisfaction", "trust", "stayed"]]
    followed = rows[rows["satisfaction"].notna() & rows["stayed"].notna()]
    return followed.assign(satisfied=followed["satisfaction"] >= SATISFIED, gone=followed["stayed"] == 0)


def conditionals(case: Case) -> dict[str, float]:
    """Both conditional shares in the data of the case."""
    rows = satisfied_and_gone(case)
    found = leaving.both_conditionals(rows["satisfied"], rows["gone"])["is_share"]
    return {"satisfied of left": float(found.iloc[0]), "left of satisfied": float(found.iloc[1])}


def trust_gap(case: Case) -> float:
    """Mean trust of the satisfied who stayed, less that of the satisfied who left."""
    rows = satisfied_and_gone(case)
    means = rows[rows["satisfied"]].groupby("gone")["trust"].mean()
    return float(means[False] - means[True])


def pulls(case: Case) -> dict[str, str]:
    """What each measure of the case pulls."""
    return {
        key: next(name for name in MEASURES if text in MEASURES[name]) for key, text in case.measures.items()
    }


def places(case: Case) -> dict[str, str]:
    """The stage of each person of the case."""
    return {key: next(name for name in PERSONS if text in PERSONS[name]) for key, text in case.people.items()}


def testable(case: Case) -> dict[str, str]:
    """Whether the tables of one firm can speak against each claim of the case."""
    return {key: CLAIMS[text] for key, text in case.claims.items()}
