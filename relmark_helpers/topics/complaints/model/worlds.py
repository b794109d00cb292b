"""Meridian Home again, in worlds that differ in one thing: what the simulation knows of each complaint."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd

from relmark_helpers.company.engine import Run, simulate
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.vocabulary import OUTCOMES, SEVERITIES
from relmark_helpers.errors import CourseError

WORLDS = ("as it was", "no handling", "no failure")
JUSTICES = ("distributive", "procedural", "interactional")
CAREFUL = Policy(complaint_staff=40.0, remedy=0.9, complaint_training=0.9)


@cache
def world(name: str, careful: bool = False) -> Run:
    """The company of the course's tables, once more, with all its events.

    Every person has the same traits and draws the same luck in each world, so what differs between two worlds
    is what the one change did.

    Parameters
    ----------
    name : str
        ``"as it was"``; ``"no handling"``: complaints are received, and nothing given back or taken by it;
        ``"no failure"``: nothing ever goes wrong with an order.
    careful : bool
        Whether all complaints are handled with great care (much staff, remedy and training) instead of as
        Meridian Home did.

    Returns
    -------
    Run

    Raises
    ------
    CourseError
        If there is no such world.

    Examples
    --------
    >>> world("no failure").summary["failures"].sum().item()
    0
    """
    p = Parameters()
    changed = {
        "as it was": p,
        "no handling": replace(
            p,
            complaining=replace(p.complaining, satisfaction_regained=0.0, trust_regained=0.0, ignored=0.0),
        ),
        "no failure": replace(p, failures=replace(p.failures, chance=-30.0)),
    }
    if name not in changed:
        raise CourseError(f"There is no world {name!r}; use {', '.join(WORLDS)}.")
    return simulate(changed[name], CAREFUL if careful else Policy(), record="tables")


@cache
def known_cases(careful: bool = False) -> pd.DataFrame:
    """What the simulation knows of each complaint: justices as they were felt, and what handling gave back.

    Parameters
    ----------
    careful : bool
        As in :func:`world`.

    Returns
    -------
    DataFrame
        A row a complaint: order_id, customer_id, month, severity, outcome, three justices, ``recovery`` (weighted
        mean of the justices less 4, points), ``lost``, ``regained`` and ``trust_lost``, ``trust_regained`` (points).

    Examples
    --------
    >>> known_cases().groupby("severity")["lost"].first().to_dict()
    {'major': 1.3, 'minor': 0.5}
    """
    from relmark_helpers.company.steps.failures import recovery

    run = world("as it was", careful)
    numbers, failures, event = run.parameters.complaining, run.parameters.failures, run.events["complaints"]
    justice = {name: event[f"justice_{name}"] for name in JUSTICES}
    gained, gained_trust = recovery(numbers, justice)
    major = event["severity"] == SEVERITIES.index("major")
    lost = np.where(major, failures.satisfaction_major, failures.satisfaction_minor)
    trust_lost = np.where(major, failures.trust_major, failures.trust_minor)
    return pd.DataFrame(
        {
            "order_id": event["order"] + 1,
            "customer_id": event["customer"] + 1,
            "month": event["month"],
            "severity": np.array(SEVERITIES)[event["severity"]],
            "outcome": np.array(OUTCOMES)[event["outcome"]],
            **justice,
            "recovery": sum(
                w * (justice[name] - 4) for w, name in zip(numbers.shares, JUSTICES, strict=True)
            ),
            "lost": lost,
            "regained": gained * lost,
            "trust_lost": trust_lost,
            "trust_regained": gained_trust * trust_lost,
        }
    )


@cache
def _orders_by_month(name: str, careful: bool) -> np.ndarray:
    """Orders of the customers of the first day: customer, and month from 0 (none) on, added up."""
    run = world(name, careful)
    first_day, orders = run.state.first_day, run.events["orders"]
    mine = orders["customer"] < first_day
    counted = np.zeros((first_day, run.months + 1))
    np.add.at(counted, (orders["customer"][mine], orders["month"][mine]), 1)
    found: np.ndarray = counted.cumsum(axis=1)
    return found


def orders_in_worlds(careful: bool = False, months: int = 6) -> pd.DataFrame:
    """Orders of each complainer in the months after the complaint, in all three worlds.

    Only the first complaint of a customer of the first day counts, for until then his or her own months are the
    same in the first two worlds but for what others said; and only where all months are over.

    Parameters
    ----------
    careful : bool
        As in :func:`world`.
    months : int
        Calendar months after that of the complaint, from 1.

    Returns
    -------
    DataFrame
        The columns of :func:`known_cases`, and a column of orders for each world.

    Examples
    --------
    >>> found = orders_in_worlds()
    >>> bool(found["no failure"].mean() > found["as it was"].mean())
    True
    """
    cases = known_cases(careful)
    last, first_day = world("as it was", careful).months, world("as it was", careful).state.first_day
    kept = cases[
        ~cases["customer_id"].duplicated()
        & (cases["customer_id"] <= first_day)
        & cases["month"].between(4, last - months)
    ].reset_index(drop=True)
    who, month = kept["customer_id"].to_numpy() - 1, kept["month"].to_numpy()
    for name in WORLDS:
        counted = _orders_by_month(name, careful)
        kept[name] = counted[who, month + months] - counted[who, month]
    return kept
