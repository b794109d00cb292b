"""What handling gives back, estimated three ways beside the truth; and the recovery paradox as a question of design."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, linked, unique
from relmark_helpers.topics.complaints.model.cases import ordered_within
from relmark_helpers.topics.complaints.model.worlds import known_cases, orders_in_worlds
from relmark_helpers.topics.satisfaction.model import construct_scores

HALF_YEAR = 183  # days


def answered_orders(surveys: pd.DataFrame, complaints: pd.DataFrame, orders: pd.DataFrame) -> pd.DataFrame:
    """One row per survey: satisfaction with the order, whether something went wrong, was complained of, and orders.

    Parameters
    ----------
    surveys, complaints, orders : DataFrame
        The company's tables.

    Returns
    -------
    DataFrame
        customer_id, order_id, problem (none, minor, major), complained (bool), outcome (text, or "none"),
        satisfaction (score of three items), before and after (orders in the 183 days before and after the answer;
        missing where not covered).

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> rows = answered_orders(load("surveys"), load("complaints"), load("orders"))
    >>> bool((rows["complained"] <= (rows["problem"] != "none")).all())
    True
    """
    columns(surveys, ("customer_id", "order_id", "answered_on", "problem"), "The survey table")
    columns(complaints, ("order_id", "outcome"), "The complaints table")
    linked("order_id", surveys, complaints)
    unique(surveys.index, "The survey table")
    outcome = complaints.drop_duplicates("order_id").set_index("order_id")["outcome"].astype(str)
    found = surveys["order_id"].map(outcome)
    who, when = surveys["customer_id"], surveys["answered_on"]
    return pd.DataFrame(
        {
            "customer_id": who,
            "order_id": surveys["order_id"],
            "answered_on": when,
            "problem": surveys["problem"].astype(str),
            "complained": found.notna(),
            "outcome": found.fillna("none"),
            "satisfaction": construct_scores(surveys, ["overall_satisfaction"])["overall_satisfaction"],
            "before": ordered_within(who, when, orders, -HALF_YEAR),
            "after": ordered_within(who, when, orders, HALF_YEAR),
        }
    )


def recovery_estimates(
    rows: pd.DataFrame, draws: int = 200, rng: np.random.Generator | int = 0
) -> pd.DataFrame:
    """What handling gave back to those who complained: naive, with like compared with like, and the truth.

    All compare those who complained with those who had a problem too and said nothing. Naively: means. Right:
    a regression that holds the severity and, for orders, the orders of the half-year before. Truth: the same
    complainers in a world in which handling gives back nothing.

    Parameters
    ----------
    rows : DataFrame
        What :func:`answered_orders` gives, of the course's company.
    draws : int
        Bootstrap draws of customers, at least 20.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        outcome (satisfaction, orders), estimate (naive, right, truth), value, low, high (95 %; missing for truth).

    Raises
    ------
    CourseError
        If a column is missing or draws is below 20.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> rows = answered_orders(load("surveys"), load("complaints"), load("orders"))
    >>> recovery_estimates(rows, draws=20)["estimate"].tolist()
    ['naive', 'right', 'truth', 'naive', 'right', 'truth']
    """
    need_number(draws, "The number of draws", 20)
    names = ("customer_id", "order_id", "problem", "complained")
    rows = columns(rows, names, "The rows", number=("satisfaction", "before", "after"))
    wrong = rows[rows["problem"] != "none"]
    generator = np.random.default_rng(rng)
    complained = rows.loc[rows["complained"], "order_id"]
    known = known_cases().drop_duplicates("order_id").set_index("order_id")
    truths = {
        "satisfaction": float(known.loc[known.index.isin(complained), "regained"].mean()),
        "orders": _orders_regained(),
    }
    found = []
    for outcome, held in (("satisfaction", []), ("orders", ["before"])):
        values = wrong.rename(columns={"after": "orders"})[
            ["customer_id", "problem", "complained", outcome, *held]
        ].dropna()
        target = values[outcome].to_numpy(dtype="float64")
        spoke = values["complained"].to_numpy(dtype="float64")
        extra = [(values["problem"] == "major").to_numpy(dtype="float64")]
        extra += [values[name].to_numpy(dtype="float64") for name in held]
        designs = {
            "naive": np.column_stack([spoke, np.ones(len(spoke))]),
            "right": np.column_stack([spoke, np.ones(len(spoke)), *extra]),
        }
        codes = pd.factorize(values["customer_id"])[0]
        weights = generator.multinomial(
            codes.max() + 1, np.full(codes.max() + 1, 1 / (codes.max() + 1)), draws
        )
        for name, design in designs.items():
            value = _slope(design, target, np.ones(len(target)))
            drawn = [_slope(design, target, weight[codes].astype("float64")) for weight in weights]
            low, high = np.quantile(drawn, [0.025, 0.975])
            found.append({"outcome": outcome, "estimate": name, "value": value, "low": low, "high": high})
        found.append({"outcome": outcome, "estimate": "truth", "value": truths[outcome]})
    return pd.DataFrame(found)


def _slope(design: np.ndarray, target: np.ndarray, weight: np.ndarray) -> float:
    root = np.sqrt(weight)
    return float(np.linalg.lstsq(design * root[:, None], target * root, rcond=None)[0][0])


def _orders_regained() -> float:
    cases = orders_in_worlds()
    return float((cases["as it was"] - cases["no handling"]).mean())


def paradox_in_worlds(careful: bool) -> pd.DataFrame:
    """Failure and recovery together, against no failure at all: what complainers gain or lose by both.

    Parameters
    ----------
    careful : bool
        Whether complaints are handled with great care or as Meridian Home did.

    Returns
    -------
    DataFrame
        measure (satisfaction with the order, trust, orders in six months), effect (points or orders), above
        (share of complainers better off than without a failure; missing for orders).

    Examples
    --------
    >>> paradox_in_worlds(careful=True)["measure"].tolist()
    ['satisfaction', 'trust', 'orders']
    """
    cases, orders = known_cases(careful), orders_in_worlds(careful)
    satisfied = cases["regained"] - cases["lost"]
    trusting = cases["trust_regained"] - cases["trust_lost"]
    return pd.DataFrame(
        {
            "measure": ["satisfaction", "trust", "orders"],
            "effect": [
                satisfied.mean(),
                trusting.mean(),
                (orders["as it was"] - orders["no failure"]).mean(),
            ],
            "above": [(satisfied > 0).mean(), (trusting > 0).mean(), np.nan],
        }
    )


def two_designs(rows: pd.DataFrame) -> pd.DataFrame:
    """The paradox tested on tables: between customers, before and after within a customer, and both at once.

    Parameters
    ----------
    rows : DataFrame
        What :func:`answered_orders` gives.

    Returns
    -------
    DataFrame
        design, measure, n (complainers with a resolved case), difference, low, high (95 %, normal).

    Raises
    ------
    CourseError
        If no complaint was resolved.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> two_designs(answered_orders(load("surveys"), load("complaints"), load("orders")))["design"].tolist()
    ['between', 'within', 'both', 'between', 'within', 'both']
    """
    names = ("customer_id", "answered_on", "problem", "outcome")
    rows = columns(rows, names, "The rows", number=("satisfaction", "before", "after"))
    unique(rows.index, "The rows")
    solved, fine = rows[rows["outcome"] == "resolved"], rows[rows["problem"] == "none"]
    if solved.empty:
        raise CourseError("No complaint of these rows was resolved.")
    in_order = rows.sort_values(["customer_id", "answered_on"], kind="stable")
    previous = in_order.groupby("customer_id")["satisfaction"].shift()
    unspoilt = in_order.groupby("customer_id")["problem"].shift() == "none"
    clean = previous.where(unspoilt)
    earlier, before_fine = clean.reindex(solved.index), clean.reindex(fine.index)
    pairs = {
        ("between", "satisfaction"): (solved["satisfaction"], fine["satisfaction"]),
        ("within", "satisfaction"): (solved["satisfaction"] - earlier, None),
        ("both", "satisfaction"): (solved["satisfaction"] - earlier, (fine["satisfaction"] - before_fine)),
        ("between", "orders"): (solved["after"], fine["after"]),
        ("within", "orders"): (solved["after"] - solved["before"], None),
        ("both", "orders"): (solved["after"] - solved["before"], fine["after"] - fine["before"]),
    }
    found = []
    for (design, measure), (one, other) in pairs.items():
        one = one.dropna()
        value, variance = one.mean(), one.var() / len(one)
        if other is not None:
            other = other.dropna()
            value, variance = value - other.mean(), variance + other.var() / len(other)
        half = 1.96 * float(np.sqrt(variance))
        found.append(
            {"design": design, "measure": measure, "n": len(one), "difference": value}
            | {"low": value - half, "high": value + half}
        )
    return pd.DataFrame(found)
