"""What the usual mistakes in assignment 06 lead to, from the case."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.loyalty.assignment import right
from relmark_helpers.topics.loyalty.model import components, drivers, grid, half_years, ladder
from relmark_helpers.topics.loyalty.model.shares import explained


def index_of(case: Case, names: tuple[str, ...] = components.COMPONENTS, at_least: int = 5) -> pd.DataFrame:
    """An index of other components, or with another rule for missing answers."""
    return (
        components.loyalty_index(right.parts(case)[list(names)], min(at_least, len(names)))
        .rename("index")
        .to_frame()
    )


def four_answers(case: Case) -> pd.DataFrame:
    """The mean of the four answers, where satisfaction is there too."""
    parts = right.parts(case)
    four = parts[list(components.ANSWERS)].mean(axis=1)
    return four.where(parts.notna().all(axis=1)).rename("index").to_frame()


def summed(case: Case) -> pd.DataFrame:
    """The sum of the answered components."""
    parts = right.parts(case)
    return parts.sum(axis=1).where(parts.notna().all(axis=1)).rename("index").to_frame()


def mean_correlation(case: Case) -> float:
    """Mean correlation between components in place of alpha."""
    between = right.parts(case).dropna().corr().to_numpy()
    return float(between[np.triu_indices(5, 1)].mean())


def alpha_without_factor(case: Case) -> float:
    """Alpha without k / (k - 1)."""
    return right.alpha(case) * 4 / 5


def without_at_five(case: Case) -> dict[str, float]:
    """Alpha without a component, still with the factor of five."""
    return {name: value * 3 / 4 * 5 / 4 for name, value in right.alpha_without(case).items()}


def correlations_not_squared(case: Case) -> dict[str, float]:
    """Correlations in place of R²."""
    return {name: float(np.sqrt(value)) for name, value in right.both_sides(case).items()}


def swapped(values: Mapping[str, float]) -> dict[str, float]:
    """Two values under each other's name."""
    (one, first), (other, second) = values.items()
    return {one: second, other: first}


def _grid(case: Case, table: pd.DataFrame, column: str, cut: float | None = None) -> dict[str, float]:
    attitude = case.cuts["attitude"] if cut is None else cut
    found = grid.loyalty_grid(table, attitude, case.cuts["orders"]).set_index("cell")[column]
    return {str(name): float(value) for name, value in found.items()}


def rows_of(case: Case) -> pd.DataFrame:
    """Attitude, orders and gone as they should be."""
    return grid.attitude_and_behaviour(case.surveys, case.orders)


def cells_of(case: Case, rows: pd.DataFrame) -> dict[str, float]:
    """Shares of the cells for other rows."""
    return _grid(case, rows, "share")


def cells_with_the_cut(case: Case) -> dict[str, float]:
    """Attitude at the cut counted as high."""
    return _grid(case, rows_of(case), "share", case.cuts["attitude"] - 1e-6)


def cells_of_four_answers(case: Case) -> dict[str, float]:
    """Intention counted as attitude."""
    answers = right.parts(case)[list(components.ANSWERS)]
    four = answers.mean(axis=1).where(answers.notna().all(axis=1))
    return _grid(case, rows_of(case).assign(attitude=four), "share")


def cells_by_later_orders(case: Case) -> dict[str, float]:
    """Orders after the answer in place of those before it."""
    later = drivers.orders_within(case.surveys, case.orders, drivers.HALF_YEAR)
    return _grid(case, rows_of(case).assign(orders=later), "share")


def gone_in_half_a_year(case: Case) -> dict[str, float]:
    """Gone after 183 days."""
    later = drivers.orders_within(case.surveys, case.orders, drivers.HALF_YEAR)
    return _grid(case, rows_of(case).assign(gone=(later == 0).astype("float64").where(later.notna())), "gone")


def gone_with_open_years(case: Case) -> dict[str, float]:
    """Answers whose year is not over counted with what is known of it."""
    beyond = case.orders.tail(1).assign(customer_id=-1, ordered_on=pd.Timestamp("2027-01-01"))
    later = drivers.orders_within(case.surveys, pd.concat([case.orders, beyond]), drivers.YEAR)
    return _grid(case, rows_of(case).assign(gone=(later == 0).astype("float64")), "gone")


def counts_without_strangers(case: Case) -> pd.DataFrame:
    """Persons in reach who never became customers left out."""
    return ladder.transition_counts(half_years.stages(case.customers, case.orders))


def counts_with_one_silence(case: Case) -> pd.DataFrame:
    """One silent half-year counted as lost."""
    orders, _ = half_years.half_year_orders(case.customers, case.orders)
    stage = half_years.stages(case.customers, case.orders)
    silent = (orders.iloc[:, :-1] == 0) & (stage != "watching")
    return ladder.transition_counts(stage.mask(silent, "lost"), case.persons)


def matrix_with_returns(case: Case) -> pd.DataFrame:
    """The row lost as it was counted."""
    counts = right.counts(case)
    return counts.div(counts.sum(axis=1), axis=0)


def matrix_by_columns(case: Case) -> pd.DataFrame:
    """Counts divided by the sums of their columns."""
    counts = right.counts(case)
    return counts / counts.sum(axis=0)


def stay_without_now(case: Case) -> dict[str, float]:
    """The present half-year not counted."""
    return {name: value - 1 for name, value in right.stay(case).items()}


def stay_by_own_row(case: Case) -> dict[str, float]:
    """Each stage as if it were left for good."""
    chances = case.given_matrix
    return {name: float(1 / (1 - chances.loc[name, name])) for name in ("trying", "returning", "trusting")}


def stay_by_lost_alone(case: Case) -> dict[str, float]:
    """One over the chance of being lost from the stage itself."""
    return {
        name: float(1 / case.given_matrix.loc[name, "lost"]) for name in ("trying", "returning", "trusting")
    }


def climb_with_everybody(case: Case) -> dict[str, float]:
    """Half-years until either end, of all."""
    inside = case.given_matrix.iloc[1:3, 1:3].to_numpy()
    time = np.linalg.inv(np.eye(2) - inside).sum(axis=1)[0]
    return right.way_up(case) | {"half_years": float(time)}


def steady_of_the_leaky(case: Case) -> dict[str, float]:
    """The chain with its end: everybody is lost, nobody is left in the four stages."""
    return dict.fromkeys(("watching", "trying", "returning", "trusting"), 0.0)


def steady_of_customers(case: Case) -> dict[str, float]:
    """Shares of customers alone, for all four."""
    found = right.steady(case)
    customers = 1 - found["watching"]
    return {name: value / customers if name != "watching" else 0.0 for name, value in found.items()}


def alone(correlations: np.ndarray, driver: int) -> float:
    """R² of the driver alone."""
    return float(explained(np.asarray(correlations, dtype="float64"))[(driver,)])


def last(correlations: np.ndarray, driver: int) -> float:
    """What the driver adds when it enters last."""
    worth = explained(np.asarray(correlations, dtype="float64"))
    everything = max(worth, key=len)
    return float(worth[everything] - worth[tuple(each for each in everything if each != driver)])


def plain_mean(correlations: np.ndarray, driver: int) -> float:
    """The mean over subsets, each counted once, in place of orders."""
    worth = explained(np.asarray(correlations, dtype="float64"))
    gains = [
        float(worth[subset] - worth[tuple(each for each in subset if each != driver)])
        for subset in worth
        if driver in subset
    ]
    return float(np.mean(gains))


def contributions(case: Case) -> dict[str, float]:
    """Points of R² in place of shares of it."""
    names = [*drivers.DRIVERS, "stated"]
    correlations = right.table(case)[names].dropna().corr().to_numpy()
    return {name: right.contribution(correlations, place) for place, name in enumerate(drivers.DRIVERS)}


def shares_alone(case: Case) -> dict[str, float]:
    """R² of each driver alone, over their sum."""
    names = [*drivers.DRIVERS, "stated"]
    squares = right.table(case)[names].dropna().corr()["stated"].drop("stated") ** 2
    return {str(name): float(value / squares.sum()) for name, value in squares.items()}


def shares_of_the_index(case: Case) -> dict[str, float]:
    """Shares for the index that has satisfaction in it."""
    return right.shares_of(right.table(case), "index")
