"""From what happened to the relational tables of ``datasets/``."""

from __future__ import annotations

from collections.abc import Iterable

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


def at_the_end(state: State) -> dict[str, pd.DataFrame]:
    """Give the tables that are known only, or best, after the last month.

    Parameters
    ----------
    state : State
        The company after its last month.

    Returns
    -------
    dict of DataFrame
        By table name, with the types of :data:`schema.TABLES`.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> len(at_the_end(simulate(customers=200, months=6, record="tables").state)["branches"])
    12
    """
    p, seed, year = state.parameters, state.seed, state.parameters.first_year
    some = state.customers.part(0, state.count)
    people = sales.customers(state)
    care = np.array([state.policy.at(month).account_care for month in range(1, state.month + 1)])
    last_day = np.datetime64(str(month_start(year, state.month + 1) - 1), "D")
    made = {
        "branches": sales.branches(state),
        "customers": people,
        "products": sales.products(state),
        "campaigns": club.campaigns(state),
        "staff": house.staff(state),
        "accounts": accounts.accounts(p.accounts, care, seed, year),
        "account_orders": accounts.account_orders(p.accounts, care, seed, year),
        "partners": partners.partners(p.partners),
        "ties": partners.ties(p.partners, state.month, seed, year),
        "preferences": preferences.preferences(
            p.preferences,
            people[some.active],
            some.segment[some.active],
            some.person[some.active],
            state.month,
            seed,
            year,
        ),
        "crm_export": crm_export(people, some.person, seed, p.export, last_day),
        "truth": truth(state),
    }
    return {name: _typed(name, rows) for name, rows in made.items()}


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
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in BY_MONTH}
    state = None
    for state in states:
        for name, rows in of_month(state).items():
            parts[name].append(rows)
    assert state is not None
    made = {name: pd.concat(each, ignore_index=True) for name, each in parts.items()} | at_the_end(state)
    return {name: made[name] for name in TABLES}


def _typed(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    return frame.astype(TABLES[name].types(but_text=True))
