"""Running Meridian Home month by month.

The same seed gives the same company, and two policies under one seed share their luck (see ``luck.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from relmark_helpers.company.beginning import beginning
from relmark_helpers.company.month import Month, together
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.state import HAPPENS, NEVER, Array, Events, State
from relmark_helpers.company.steps import run, survey_wave
from relmark_helpers.errors import CourseError

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Run:
    """What :func:`simulate` gives.

    Parameters
    ----------
    parameters : Parameters
        The numbers it was run with.
    policy : Policy
        The levers it was run with.
    months, seed : int
        As they were asked for.
    state : State
        The company after the last month.
    summary : DataFrame
        A row a month and branch: counts, points of the club, and money in whole fen.
    events : dict of dict of ndarray
        What happened in all months, by kind and column; empty in a summary.

    Examples
    --------
    >>> simulate(customers=200, months=6, seed=1).summary.shape[0]
    72
    """

    parameters: Parameters
    policy: Policy
    months: int
    seed: int
    state: State
    summary: pd.DataFrame
    events: Events


def months(
    parameters: Parameters | None = None,
    policy: Policy | None = None,
    customers: int = 2700,
    months: int = 36,
    seed: int = 20240104,
    record: str = "tables",
    state: State | None = None,
) -> Iterator[State]:
    """Run the company, giving it after every month; ``state.events`` are those of that month only.

    Parameters
    ----------
    parameters, policy, customers, months, seed, record
        As in :func:`simulate`.
    state : State, optional
        A company to go on with, as :meth:`State.restored` gives it.

    Yields
    ------
    State
        The same one every time, a month later.

    Examples
    --------
    >>> [state.month for state in months(customers=100, months=6)]
    [1, 2, 3, 4, 5, 6]
    """
    _require_whole("customers", customers, 100, 10_000_000)
    _require_whole("months", months, 6, 240)
    _require_whole("seed", seed, 0, 2**63 - 1)
    if record not in ("tables", "summary"):
        raise CourseError(f"record must be 'tables' or 'summary'; found {record!r}.")
    if state is None:
        state = beginning(parameters or Parameters(), policy or Policy(), customers, seed, record)
    while state.month < months:
        for kind, columns in state.events.items():
            state.first[kind] += _rows(columns)
        state.month += 1
        month = Month(state)
        run(month)
        state.sums, state.spending = month.sums, month.spending
        state.events = _events(month) if month.tables else {}
        yield state


def simulate(
    parameters: Parameters | None = None,
    policy: Policy | None = None,
    customers: int = 2700,
    months: int = 36,
    seed: int = 20240104,
    record: str = "summary",
    progress: Progress | None = None,
) -> Run:
    """Run the company month by month.

    Parameters
    ----------
    parameters : Parameters, optional
        The numbers of the company; by default those of ``datasets/``.
    policy : Policy, optional
        The levers; by default what the company of ``datasets/`` did.
    customers : int
        Customers on the first day, 100 to 10,000,000; others come in the months.
    months : int
        Months to run, 6 to 240.
    seed : int
        From 0; the same seed gives the same company.
    record : str
        ``"summary"``: counts and money by branch and month. ``"tables"``: every event too.
    progress : callable, optional
        Called with (months done, months in all) after each month.

    Returns
    -------
    Run

    Raises
    ------
    CourseError
        If a value is out of its range.

    Examples
    --------
    >>> run = simulate(customers=200, months=12, seed=1)
    >>> run.state.first_day, run.state.count > 200
    (200, True)
    >>> simulate(customers=5)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: customers must be a whole number from 100 to 10000000; found 5.
    """
    rows: list[dict[str, Array]] = []
    kept: dict[str, list[dict[str, Array]]] = {}
    state = None
    for state in _months(parameters, policy, customers, months, seed, record):
        here = np.arange(len(state.sums["orders"]))
        rows.append({"month": np.full(len(here), state.month), "branch": here, **state.sums})
        for kind, columns in state.events.items():
            kept.setdefault(kind, []).append(columns | {"month": np.full(_rows(columns), state.month)})
        if progress:
            progress(state.month, months)
    assert state is not None
    events = {kind: together(parts) for kind, parts in kept.items()}
    summary = pd.DataFrame(together(rows)).astype(np.int64)
    return Run(state.parameters, state.policy, months, seed, state, summary, events)


_months = months  # inside simulate the name is a number


def _rows(columns: dict[str, Array]) -> int:
    return len(next(iter(columns.values())))


def _require_whole(name: str, value: object, low: int, high: int) -> None:
    whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
    if not whole or not low <= value <= high:  # type: ignore[operator]
        raise CourseError(f"{name} must be a whole number from {low} to {high}; found {value!r}.")


def _events(month: Month) -> Events:
    """All events of a month in the order of their days; orders get their numbers, then the survey goes out."""
    first, customers = month.state.first["orders"], month.state.customers
    events = _noted(month)
    orders, lines = events["orders"], events["lines"]
    by_day = np.argsort(orders["day"], kind="stable")
    numbered = first + np.arange(len(by_day))
    number = np.full(len(by_day) + 1, NEVER)  # the last stands for no order
    number[by_day] = numbered
    customers.last_order[orders["customer"][by_day]] = numbered  # the latest stays
    product = lines["product"][lines["line"] == 1]
    events["complaints"]["product"] = product[events["complaints"]["order"]]
    for kind in ("lines", "contacts", "complaints", "ledger"):
        events[kind]["order"] = number[events[kind]["order"]]
    survey_wave(month)
    events |= {kind: columns for kind, columns in _noted(month).items() if kind in ("invitations", "surveys")}
    for kind, columns in events.items():
        if kind == "orders":
            order = by_day
        elif "day" in columns:  # whatever the chunks were: customer by customer on each day
            order = np.lexsort((columns["customer"], columns["day"]))
        elif kind == "lines":
            order = np.argsort(columns["order"], kind="stable")
        else:
            continue
        events[kind] = {name: values[order] for name, values in columns.items()}
    return events


def _noted(month: Month) -> Events:
    """What a month has noted since it was last asked, with every kind and column there is."""
    none = np.zeros(0, dtype=np.int64)
    found = {kind: together(parts) for kind, parts in month.noted.items()}
    month.noted.clear()
    return {kind: dict.fromkeys(columns, none) | found.get(kind, {}) for kind, columns in HAPPENS.items()}
