"""What handling gives back, estimated three ways beside the truth; and the recovery paradox as a question of design."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number, need_table
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
    need_table(surveys, ("customer_id", "order_id", "answered_on", "problem"), "The survey table")
    need_table(complaints, ("order_id", "outcome"), "The complaints table")
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
    need_table(rows, ("customer_id", "problem", "complained", "satisfaction", "before", "after"), "The rows")
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


def paradox_designs(
    regained: float = 0.8,
    speaking_up: float = 0.8,
    regression: float = 0.5,
    customers: int = 20000,
    rng: np.random.Generator | int = 0,
) -> pd.DataFrame:
    r"""One truth, three studies: within customers, between customers, and both at once; and a twin of each customer.

    Each customer has a level of satisfaction, :math:`T_i \sim N(5, 0.7)`. An answer is
    :math:`T_i + e`, with :math:`e \sim N(0, 0.7)`. A failure takes 1.3 points and handling gives back the share
    ``regained``; after 1 all is as it was. Who complains is drawn: logit :math:`-0.7 + k (T_i - 5)`. Those who
    were asked *before* are kept in the studies with a before if they had been content, the more strictly the
    larger ``regression`` is: their before was partly luck. The study with both compares the change of those who
    complained with the change of customers to whom nothing happened, kept by the same rule.

    Parameters
    ----------
    regained : float
        Share of what the failure took that handling gives back; 1.2 is a paradox, 1 none.
    speaking_up : float
        :math:`k`: how much more a point of satisfaction makes a customer complain rather than leave in silence.
    regression : float
        How choosy the studies with a before are, 0 to 0.9: the share with the lowest answers before that they drop.
    customers : int
        How many had a failure; as many had none.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        design (within, between, both, twin), difference (points), low, high (95 %).

    Raises
    ------
    CourseError
        If a number is out of range.

    Examples
    --------
    >>> found = paradox_designs(regained=1.0, speaking_up=0.0, regression=0.0).set_index("design")["difference"]
    >>> bool((found.abs() < 0.06).all())
    True
    """
    need_number(regained, "The share regained", -1, 2)
    need_number(speaking_up, "Speaking up", -5, 5)
    need_number(regression, "The share dropped", 0, 0.9)
    need_number(customers, "The number of customers", 100)
    generator = np.random.default_rng(rng)
    level = generator.normal(5, 0.7, int(customers))
    calm = generator.normal(5, 0.7, int(customers))
    calm_before, others = (calm + generator.normal(0, 0.7, int(customers)) for _ in range(2))
    before = level + generator.normal(0, 0.7, int(customers))
    luck = generator.normal(0, 0.7, int(customers))
    change = 1.3 * (regained - 1)
    speaks = generator.random(int(customers)) < 1 / (1 + np.exp(0.7 - speaking_up * (level - 5)))
    after = level + change + luck
    kept = speaks & (before >= np.quantile(before, regression))
    gaps = (after - before)[kept]
    calm_gaps = (others - calm_before)[calm_before >= np.quantile(calm_before, regression)]
    one, other = after[speaks], others
    twin = (after - (level + luck))[speaks]
    rows = [
        ("within", gaps.mean(), gaps.std() / np.sqrt(len(gaps))),
        ("between", one.mean() - other.mean(), np.sqrt(one.var() / len(one) + other.var() / len(other))),
        (
            "both",
            gaps.mean() - calm_gaps.mean(),
            np.sqrt(gaps.var() / len(gaps) + calm_gaps.var() / len(calm_gaps)),
        ),
        ("twin", twin.mean(), 0.0),
    ]
    return pd.DataFrame(
        [{"design": n, "difference": d, "low": d - 1.96 * s, "high": d + 1.96 * s} for n, d, s in rows]
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
    need_table(rows, ("customer_id", "problem", "outcome", "satisfaction", "before", "after"), "The rows")
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
