"""Explorers of chapter 06: driver shares, the ladder, customers who never change, the grid, two conditionals."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.notebook.explorer import explorer
from relmark_helpers.notebook.levers import Choice, Lever
from relmark_helpers.notebook.view import View
from relmark_helpers.topics.loyalty import chart, model
from relmark_helpers.topics.loyalty.model.resampling import covariances, drawn_weights, moments_by_customer

DRAWS = 100
ODDS = (0.5, 2.0)
OUTCOMES = {
    "stated": "stated loyalty (four answers)",
    "index": "the index with satisfaction in it",
    "orders": "orders in the half-year after",
    "stayed": "still a customer a year later",
}


@cache
def _moments(outcome: str) -> np.ndarray:
    """What covariances of the drivers and one outcome are made of, by customer in mixed order."""
    table = model.driver_table(load("surveys"), load("orders"), load("memberships"))
    complete = table[[*model.DRIVERS, outcome, "customer_id"]].dropna()
    blocks = moments_by_customer(complete.drop(columns="customer_id"), complete["customer_id"])
    return np.random.default_rng(6).permutation(blocks)


@cache
def _covariances(outcome: str, customers: int) -> tuple[np.ndarray, np.ndarray]:
    """Covariances of the first so many customers, and of draws of them."""
    blocks = _moments(outcome)[:customers]
    weights = drawn_weights(len(blocks), DRAWS, 6)
    summed = (weights @ blocks.reshape(len(blocks), -1)).reshape(DRAWS, *blocks.shape[1:])
    return covariances(blocks.sum(axis=0)), covariances(summed)


@explorer(
    title="Driver shares",
    question="Which driver contributes most, and what changes the answer though no customer changes?",
    levers=[
        Choice("outcome", "What is to be explained", "stated", options=OUTCOMES),
        Lever("customers", "Customers in the survey", 1200, span=(200, 1800), step=200),
        Lever(
            "noise",
            "Extra error in the score of trust",
            0.0,
            span=(0.0, 1.5),
            step=0.25,
            format="points",
            unit="points",
        ),
    ],
)
def explore_drivers(outcome: str, customers: int, noise: float) -> View:
    """Divide what five drivers explain among them, for four outcomes, fewer customers, and careless answers."""
    observed, drawn = _covariances(outcome, customers)
    error = np.zeros(observed.shape)
    error[1, 1] = noise**2  # independent error adds to the variance of trust, and to nothing else
    shares = model.share_rows(model.DRIVERS, observed + error, drawn + error)
    return View(
        chart.driver_shares(shares),
        says=chart.driver_shares_says(shares),
        table=shares[["driver", "contribution", "share", "low", "high", "alone", "last"]].round(3),
    )


@cache
def _ladder() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The company's transition matrix, and its moves with intervals."""
    customers = load("customers")
    table, persons = model.stages(customers, load("orders")), model.persons_in_reach(customers)
    matrix = model.transition_matrix(model.transition_counts(table, persons))
    return matrix, model.matrix_intervals(matrix, model.drawn_matrices(table, persons, DRAWS, 6))


@cache
def _resting() -> pd.Series:
    return model.steady_state(model.refilled(_ladder()[0]))


def _odds(name: str, label: str) -> Lever:
    return Lever(name, label, 1.0, span=ODDS, step=0.1, unit="times")


@explorer(
    title="The loyalty ladder",
    question="Where does a push bring more trusting customers: at the entrance, on the way up, or at the exit?",
    levers=[
        _odds("begin", "Odds of a first order"),
        _odds("again", "Odds of coming back after trying"),
        _odds("trust", "Odds of becoming and staying trusting"),
        _odds("leave", "Odds of being lost"),
    ],
)
def explore_ladder(begin: float, again: float, trust: float, leave: float) -> View:
    """Change a driver, and watch the way up, the stay, and the market at rest."""
    matrix = model.pushed(_ladder()[0], {"begin": begin, "return": again, "trust": trust, "leave": leave})
    resting, stay = model.steady_state(model.refilled(matrix)), float(model.expected_stay(matrix)["trying"])
    climbs = model.climb(matrix, "trying")
    return View(
        chart.cohort_and_market(model.cohort(matrix), resting, _resting()),
        says=chart.cohort_and_market_says(climbs, stay, resting, _resting()),
        table=matrix.round(3).reset_index(),
    )


@explorer(
    title="Customers who never change",
    question="How much of the moving between stages would be seen if nobody ever moved?",
    levers=[
        Lever("mean_orders", "Orders of a customer in a half-year", 2.4, span=(0.4, 6.0), step=0.2),
        Lever("shape", "Alikeness of customers (shape)", 1.0, span=(0.2, 5.0), step=0.1),
    ],
)
def explore_unchanging(mean_orders: float, shape: float) -> View:
    """Let every customer keep one rate for ever, and compare the moves with those that were counted."""
    expected, (_, observed) = model.unchanging_moves(mean_orders, shape), _ladder()
    return View(
        chart.moves(observed, expected),
        says=chart.moves_says(observed, expected),
        table=expected.round(3).reset_index(),
    )


@cache
def _grid_rows() -> pd.DataFrame:
    surveys = load("surveys")
    branch = load("customers").set_index("customer_id")["branch_id"]
    rivals = load("branches").set_index("branch_id")["rivals_nearby"]
    table = model.attitude_and_behaviour(surveys, load("orders"))
    return table.assign(rivals=surveys["customer_id"].map(branch).map(rivals))


@explorer(
    title="Attitude and behaviour",
    question="Whose loyalty is true, and how much of the answer is where you cut?",
    levers=[
        Lever("attitude_cut", "Attitude is high above", 4.0, span=(2.0, 6.0), step=0.5, unit="points"),
        Lever("orders_cut", "Orders in a half-year are many from", 3, span=(1, 8), step=1, unit="orders"),
        Choice(
            "place",
            "Branches",
            "all",
            options={"all": "all", "none": "no rival nearby", "some": "three rivals and more"},
        ),
    ],
)
def explore_grid(attitude_cut: float, orders_cut: int, place: str) -> View:
    """Cut attitude and behaviour where you like, and see who is gone a year later."""
    rows = _grid_rows()
    if place != "all":
        rows = rows[rows["rivals"] == 0] if place == "none" else rows[rows["rivals"] >= 3]
    grid = model.loyalty_grid(rows, attitude_cut, orders_cut)
    return View(chart.loyalty_grid(grid), says=chart.loyalty_grid_says(grid), table=grid.round(3))


@explorer(
    title="Satisfied, and gone",
    question="When would 65 to 85 per cent of the satisfied leave?",
    levers=[
        Lever("left", "Customers who left", 0.14, span=(0.02, 0.9), step=0.02, format="percent"),
        Lever(
            "satisfied_if_left",
            "Satisfied, of those who left",
            0.76,
            span=(0.02, 0.98),
            step=0.02,
            format="percent",
        ),
        Lever(
            "satisfied_if_stayed",
            "Satisfied, of those who stayed",
            0.84,
            span=(0.02, 0.98),
            step=0.02,
            format="percent",
        ),
    ],
)
def explore_conditionals(left: float, satisfied_if_left: float, satisfied_if_stayed: float) -> View:
    """Count a thousand customers both ways: of the leavers the satisfied, of the satisfied the leavers."""
    table = model.two_by_two(left, satisfied_if_left, satisfied_if_stayed)
    return View(chart.thousand(table), says=chart.thousand_says(table), table=table.round(0).reset_index())


@explorer(
    title="Switchers without dissatisfaction",
    question="How many buyers of a brand also buy elsewhere when everybody is content?",
    levers=[
        Lever("purchases", "Category purchases in the quarter", 6, span=(1, 40), step=1),
        Lever("brand_share", "Share of the brand", 0.10, span=(0.02, 0.6), step=0.02, format="percent"),
        Lever("sameness", "Sameness of tastes (Dirichlet S)", 1.0, span=(0.1, 4.0), step=0.1),
    ],
)
def explore_switchers(purchases: int, brand_share: float, sameness: float) -> View:
    """Change a market in which nobody is dissatisfied and nobody changes, and count its switchers."""
    number = np.array([1, 2, 3, 5, 8, 12, 18, 26, 40])
    curve = pd.DataFrame(
        {
            "purchases": number,
            "switchers": [
                model.switchers_without_dissatisfaction(brand_share, float(each), sameness) for each in number
            ],
        }
    )
    share = model.switchers_without_dissatisfaction(brand_share, float(purchases), sameness)
    return View(
        chart.switchers(curve, purchases, share),
        says=chart.switchers_says(brand_share, purchases, sameness, share),
        table=curve.round(3),
    )
