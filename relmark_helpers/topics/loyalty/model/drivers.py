"""The five drivers of loyalty as the tables hold them, what they are to explain, and the truth beside them."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, linked, whole_numbers
from relmark_helpers.topics.loyalty.model.components import ANSWERS, component_scores, loyalty_index
from relmark_helpers.topics.satisfaction.model.measurement import construct_scores, reliabilities

DRIVERS = ("satisfaction", "trust", "communication", "convenience", "reward")
MEASURED_BY = {  # which construct of three items stands for a driver; the others have a single answer or none
    "satisfaction": "overall_satisfaction",
    "trust": "trust",
    "communication": "information_satisfaction",
}
YEAR, HALF_YEAR = 365, 183  # days


def driver_scores(surveys: pd.DataFrame, memberships: pd.DataFrame) -> pd.DataFrame:
    """The five drivers for each survey.

    Satisfaction, trust and communication (satisfaction with information) are scores of three items,
    convenience is the answer to ``ces``, reward is 1 if the customer was in the club on the day of the answer.

    Parameters
    ----------
    surveys : DataFrame
        Answers from 1 to 7, one row per survey.
    memberships : DataFrame
        Columns customer_id, since, event.

    Returns
    -------
    DataFrame
        Columns satisfaction, trust, communication, convenience (scale points), reward (0 or 1); same index.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> driver_scores(load("surveys"), load("memberships")).columns.tolist()
    ['satisfaction', 'trust', 'communication', 'convenience', 'reward']
    """
    surveys = columns(surveys, ("customer_id", "answered_on"), "The survey table", number=("ces",))
    columns(memberships, ("customer_id", "since", "event"), "The table of memberships")
    linked("customer_id", surveys, memberships)
    scored = construct_scores(surveys, list(MEASURED_BY.values()))
    table = pd.DataFrame({name: scored[construct] for name, construct in MEASURED_BY.items()})
    table["convenience"] = surveys["ces"].astype("Float64").astype("float64")
    joined = memberships[memberships["event"] == "joined"].groupby("customer_id")["since"].min()
    table["reward"] = (surveys["customer_id"].map(joined) <= surveys["answered_on"]).astype("float64")
    return table


def orders_within(surveys: pd.DataFrame, orders: pd.DataFrame, days: int = HALF_YEAR) -> pd.Series:
    """How many orders follow each answer within some days, or come before it.

    Parameters
    ----------
    surveys : DataFrame
        Columns customer_id and answered_on.
    orders : DataFrame
        Columns customer_id and ordered_on.
    days : int
        Length of the window after the day of the answer; a negative one lies before it and ends with it.

    Returns
    -------
    Series of float
        Same index as ``surveys``; missing where the window is not covered by the orders (censored).

    Raises
    ------
    CourseError
        If a column is missing or days is 0.

    Examples
    --------
    >>> surveys = pd.DataFrame({"customer_id": [1, 1], "answered_on": pd.to_datetime(["2024-01-01", "2024-06-01"])})
    >>> orders = pd.DataFrame({"customer_id": [1, 1, 2],
    ...     "ordered_on": pd.to_datetime(["2023-12-30", "2024-02-01", "2024-06-30"])})
    >>> orders_within(surveys, orders, 60).tolist(), orders_within(surveys, orders, -3).tolist()
    ([1.0, nan], [1.0, 0.0])
    """
    columns(surveys, ("customer_id", "answered_on"), "The survey table")
    columns(orders, ("customer_id", "ordered_on"), "The table of orders")
    for table in (surveys, orders):
        whole_numbers(table["customer_id"], "The customers", -math.inf)
    if need_number(days, "The window, in days,") == 0:
        raise CourseError("The window, in days, must not be 0.")
    shift = pd.Timedelta(days=days)
    after, until = (surveys["answered_on"], surveys["answered_on"] + shift)[:: 1 if days > 0 else -1]
    counted = _orders_until(orders, surveys["customer_id"], until) - _orders_until(
        orders, surveys["customer_id"], after
    )
    covered = (until <= orders["ordered_on"].max()) & (
        after >= orders["ordered_on"].min() - pd.Timedelta(days=1)
    )
    return pd.Series(counted, index=surveys.index, dtype="float64").where(covered)


def _orders_until(orders: pd.DataFrame, customers: pd.Series, days: pd.Series) -> np.ndarray:
    """Orders that each customer has placed up to and with a day."""
    first = orders["ordered_on"].min() - pd.Timedelta(days=1)

    def place(who: pd.Series, when: pd.Series) -> np.ndarray:
        since = (when - first).dt.days.clip(0, 99_999).to_numpy()
        found: np.ndarray = who.to_numpy(dtype="int64") * 100_000 + since
        return found

    known = np.sort(place(orders["customer_id"], orders["ordered_on"]))
    begins = customers.to_numpy(dtype="int64") * 100_000
    until: np.ndarray = np.searchsorted(known, place(customers, days), side="right")
    return until - np.searchsorted(known, begins, side="left")


def driver_table(surveys: pd.DataFrame, orders: pd.DataFrame, memberships: pd.DataFrame) -> pd.DataFrame:
    """Drivers and what they are to explain, one row per survey.

    Parameters
    ----------
    surveys, orders, memberships : DataFrame
        The company's tables.

    Returns
    -------
    DataFrame
        The five drivers; ``stated`` (mean of the four loyalty answers), ``index`` (the same with overall
        satisfaction), ``orders`` (in the 183 days after the answer), ``stayed`` (1 with an order in the 365 days
        after it); customer_id.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> table = driver_table(load("surveys"), load("orders"), load("memberships"))
    >>> table.columns[-5:].tolist()
    ['stated', 'index', 'orders', 'stayed', 'customer_id']
    """
    components = component_scores(surveys)
    year = orders_within(surveys, orders, YEAR)
    return driver_scores(surveys, memberships).assign(
        stated=loyalty_index(components[list(ANSWERS)]),
        index=loyalty_index(components, at_least=5),
        orders=orders_within(surveys, orders, HALF_YEAR),
        stayed=(year > 0).astype("float64").where(year.notna()),
        customer_id=surveys["customer_id"],
    )


def driver_reliabilities(surveys: pd.DataFrame) -> pd.Series:
    """Alpha of the drivers that are scores of three items; 1 for the two that are not corrected.

    Parameters
    ----------
    surveys : DataFrame
        Answers from 1 to 7, one row per survey.

    Returns
    -------
    Series
        By driver, in the order of DRIVERS.

    Examples
    --------
    >>> driver_reliabilities(load("surveys")).round(2).to_dict()
    {'satisfaction': 0.77, 'trust': 0.81, 'communication': 0.76, 'convenience': 1.0, 'reward': 1.0}
    """
    alphas = reliabilities(surveys, list(MEASURED_BY.values()))
    return pd.Series({name: float(alphas.get(MEASURED_BY.get(name, ""), 1.0)) for name in DRIVERS})


def true_effects(outcome: str = "stated") -> pd.Series:
    """What the simulation of Meridian Home put in for each driver: its direct effect, the others held.

    Parameters
    ----------
    outcome : str
        ``"stated"``: points of the mean of the four answers per point of the driver. ``"orders"``: log of the
        rate of orders per point, for trust and satisfaction where choice is complete.

    Returns
    -------
    Series
        By driver. Communication and convenience are 0: they act through satisfaction and trust alone.

    Raises
    ------
    CourseError
        If the outcome is another.

    Examples
    --------
    >>> true_effects().round(4).to_dict()
    {'satisfaction': 0.4625, 'trust': 0.4, 'communication': 0.0, 'convenience': 0.0, 'reward': 0.0}
    """
    truth = load("truth").astype({"quantity": str, "cause": str, "effect": str})

    def value(quantity: str, cause: str, effect: str) -> float:
        here = (truth["quantity"] == quantity) & (truth["cause"] == cause) & (truth["effect"] == effect)
        return float(truth.loc[here, "value"].iloc[0])

    found = dict.fromkeys(DRIVERS, 0.0)
    if outcome == "stated":
        for driver, cause in (("satisfaction", "overall_satisfaction"), ("trust", "trust")):
            found[driver] = float(np.mean([value("answer", cause, f"loyalty_{name}") for name in ANSWERS]))
    elif outcome == "orders":
        found |= {name: value("behaviour", name, "buying") for name in ("satisfaction", "trust")}
        found["reward"] = value("club", "membership", "orders")
    else:
        raise CourseError(f"The truth is known for 'stated' and 'orders'; got {outcome!r}.")
    return pd.Series(found, name="truth")
