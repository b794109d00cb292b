"""From what happened to the relational tables of ``datasets/``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd

from relmark_helpers.company.calendar import month_start
from relmark_helpers.company.schema import TABLES
from relmark_helpers.company.state import State
from relmark_helpers.company.tables import (
    accounts,
    club,
    house,
    partners,
    preferences,
    sales,
    service,
    voices,
)
from relmark_helpers.company.tables.crm_export import crm_export
from relmark_helpers.company.truth import truth

__all__ = ["at_the_end", "of_month", "tables"]

PART = 1_000_000  # customers of which the export is made at a time
BY_MONTH = {
    "orders": sales.orders,
    "order_lines": sales.order_lines,
    "contacts": service.contacts,
    "complaints": service.complaints,
    "survey_invitations": voices.survey_invitations,
    "surveys": voices.surveys,
    "mystery_visits": house.mystery_visits,
    "memberships": club.memberships,
    "points_ledger": club.points_ledger,
    "campaign_assignments": club.campaign_assignments,
    "staff_surveys": house.staff_surveys,
    "acquisition_costs": house.acquisition_costs,
    "branch_months": house.branch_months,
}


def of_month(state: State) -> dict[str, pd.DataFrame]:
    """Give the rows that a month adds to the tables that grow.

    Parameters
    ----------
    state : State
        The company after the month, with its events.

    Returns
    -------
    dict of DataFrame
        By table name, with the types of :data:`schema.TABLES`.

    Examples
    --------
    >>> from relmark_helpers.company.engine import months
    >>> sorted(of_month(next(months(customers=200, months=6))))[:3]
    ['acquisition_costs', 'branch_months', 'campaign_assignments']
    """
    return {name: rows(state) for name, rows in BY_MONTH.items()}


def at_the_end(state: State) -> Iterator[tuple[str, pd.DataFrame]]:
    """Give the tables that are known only, or best, after the last month, one after the other.

    Parameters
    ----------
    state : State
        The company after its last month.

    Yields
    ------
    tuple of str and DataFrame
        A table's name and its rows, with the types of :data:`schema.TABLES`; ``crm_export`` comes in parts.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> dict(at_the_end(simulate(customers=200, months=6, record="tables").state))["branches"].shape[0]
    12
    """
    for name, rows in _at_the_end(state):
        yield name, rows.astype(TABLES[name].types(but_text=True))


def _at_the_end(state: State) -> Iterator[tuple[str, pd.DataFrame]]:
    p, seed, year = state.parameters, state.seed, state.parameters.first_year
    care = np.array([state.policy.at(month).account_care for month in range(1, state.month + 1)])
    yield "branches", sales.branches(state)
    yield "products", sales.products(state)
    yield "campaigns", club.campaigns(state)
    yield "staff", house.staff(state)
    yield "accounts", accounts.accounts(p.accounts, care, seed, year)
    yield "account_orders", accounts.account_orders(p.accounts, care, seed, year)
    yield "partners", partners.partners(p.partners)
    yield "ties", partners.ties(p.partners, state.month, seed, year)
    yield "truth", truth(state)
    people, some = sales.customers(state), state.customers.part(0, state.count)
    yield "customers", people
    here = np.flatnonzero(some.active)
    asked = (some.segment[here], some.person[here])
    yield (
        "preferences",
        preferences.preferences(p.preferences, people.iloc[here], *asked, state.month, seed, year),
    )
    last_day = np.datetime64(str(month_start(year, state.month + 1) - 1), "D")
    for begin in range(0, state.count, PART):
        part = slice(begin, begin + PART)
        yield "crm_export", crm_export(people.iloc[part], some.person[part], seed, p.export, last_day)


def tables(states: Iterable[State]) -> dict[str, pd.DataFrame]:
    """Give all tables of a company, where they fit into memory.

    Parameters
    ----------
    states : iterable of State
        What :func:`engine.months` gives.

    Returns
    -------
    dict of DataFrame
        By table name, in the order and with the types of :data:`schema.TABLES`.

    Examples
    --------
    >>> from relmark_helpers.company.engine import months
    >>> list(tables(months(customers=200, months=6)))[:4]
    ['branches', 'customers', 'products', 'orders']
    """
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in TABLES}
    state = None
    for state in states:
        for name, rows in of_month(state).items():
            parts[name].append(rows)
    assert state is not None
    for name, rows in at_the_end(state):
        parts[name].append(rows)
    return {name: pd.concat(each, ignore_index=True) for name, each in parts.items()}
