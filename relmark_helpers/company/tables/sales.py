"""Branches, products, customers, orders and their lines."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.company.calendar import Dates, day, month_start
from relmark_helpers.company.catalogue import BRANCHES, PRODUCTS
from relmark_helpers.company.luck import Luck
from relmark_helpers.company.schema import TABLES
from relmark_helpers.company.state import NEVER, State
from relmark_helpers.company.tables.rows import numbered, rows
from relmark_helpers.company.vocabulary import SEGMENTS


def branches(state: State) -> pd.DataFrame:
    """Give the table of branches.

    Parameters
    ----------
    state : State
        The company.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> branches(simulate(customers=100, months=6).state)["city_en"][0]
    'Hangzhou'
    """
    frame = pd.DataFrame(BRANCHES).drop(columns=["share", "quality", "information"])
    frame.insert(0, "branch_id", np.arange(1, len(frame) + 1))
    return frame


def products(state: State) -> pd.DataFrame:
    """Give the table of products.

    Parameters
    ----------
    state : State
        The company.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> len(products(simulate(customers=100, months=6).state))
    60
    """
    frame = pd.DataFrame(PRODUCTS)
    frame.insert(0, "product_id", np.arange(1, len(frame) + 1))
    return frame


def customers(state: State) -> pd.DataFrame:
    """Give the table of customers: all who ever were.

    Parameters
    ----------
    state : State
        The company.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> state = simulate(customers=100, months=6).state
    >>> len(customers(state)) == state.count
    True
    """
    some, luck = state.customers.part(0, state.count), Luck(state.seed, "customer records")
    right = luck.uniform("right", some.person) < state.parameters.acquisition.crm_hit_rate
    aside = 1 + np.floor((len(SEGMENTS) - 1) * luck.uniform("aside", some.person)).astype(np.int64)
    believed = np.where(right, some.segment, (some.segment + aside) % len(SEGMENTS))
    referrer = pd.array(some.referrer.astype(np.int64) + 1, dtype="Int64")
    referrer[some.referrer == NEVER] = pd.NA
    return rows(
        TABLES["customers"],
        {
            "customer_id": np.arange(1, state.count + 1),
            "joined": _joined(state, luck),
            "birth_year": some.birth_year.astype(np.int64),
            "branch_id": some.branch.astype(np.int64) + 1,
            "referred_by": referrer,
            "consent": some.consent,
        },
        {"crm_segment": believed, "channel": some.channel},
    )


def _joined(state: State, luck: Luck) -> Dates:
    """The day of registration: in the month of joining, or in the years before, after the branch opened."""
    some, year = state.customers.part(0, state.count), state.parameters.first_year
    start = np.datetime64(f"{year}-01-01")
    opened = np.array([each.opened for each in BRANCHES], dtype="datetime64[D]")[some.branch]
    earliest = np.maximum(opened, start - 5 * 365)
    drawn = luck.uniform("day", some.person)
    ago = 1.0 - (1.0 - drawn) ** (1 / 1.4)  # rather lately: Beta(1, 1.4)
    before = start - 1 - np.floor((start - earliest).astype(np.int64) * ago).astype(np.int64)
    joined = some.joined.astype(np.int64)
    first = month_start(year, joined)
    length = (month_start(year, joined + 1) - first).astype(np.int64)
    during = first + np.floor(length * drawn).astype(np.int64)
    found: Dates = np.where(joined == 0, np.maximum(before, earliest), during)
    return found


def orders(state: State) -> pd.DataFrame:
    """Give the orders of the month.

    Parameters
    ----------
    state : State
        The company after a month, with its events.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> from relmark_helpers.company.engine import months
    >>> state = next(months(customers=300, months=6))
    >>> orders(state)["ordered_on"].is_monotonic_increasing
    True
    """
    event = state.events["orders"]
    return rows(
        TABLES["orders"],
        {
            "order_id": numbered(state, "orders"),
            "customer_id": event["customer"] + 1,
            "branch_id": event["branch"] + 1,
            "ordered_on": day(state.parameters.first_year, state.month, event["day"]),
        },
        event,
    )


def order_lines(state: State) -> pd.DataFrame:
    """Give the lines of the month's orders.

    Parameters
    ----------
    state : State
        The company after a month, with its events.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> from relmark_helpers.company.engine import months
    >>> bool((order_lines(next(months(customers=300, months=6)))["price_paid"] > 0).all())
    True
    """
    event = state.events["lines"]
    return rows(
        TABLES["order_lines"],
        {
            "order_id": event["order"] + 1,
            "line_number": event["line"],
            "product_id": event["product"] + 1,
            "quantity": event["quantity"],
            "price_paid": event["price_paid"] / 100,
            "discount": event["discount"] / 100,
        },
    )
