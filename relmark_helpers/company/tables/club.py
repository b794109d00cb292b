"""Memberships, points and campaigns."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.company.calendar import day, month_start
from relmark_helpers.company.schema.club import CLUB
from relmark_helpers.company.tables.rows import AfterMonth, numbered, rows


def memberships(state: AfterMonth) -> pd.DataFrame:
    """Who joined the club, rose or fell in the month.

    Parameters
    ----------
    state : State
        After the month.

    Returns
    -------
    DataFrame
        As :data:`schema.TABLES` says.

    Examples
    --------
    >>> from types import SimpleNamespace as Made
    >>> happened = {name: np.array([1]) for name in ("customer", "day", "event", "tier")}
    >>> made = Made(first={"memberships": 0}, events={"memberships": happened})
    >>> made.parameters, made.month = Made(first_year=2022), 2
    >>> print(memberships(made).to_string(index=False))
     membership_id  customer_id      since event   tier
                 1            2 2022-02-02    up silver
    """
    events = state.events["memberships"]
    return rows(
        CLUB["memberships"],
        {
            "membership_id": numbered(state, "memberships"),
            "customer_id": events["customer"] + 1,
            "since": day(state.parameters.first_year, state.month, events["day"]),
        },
        events,
    )


def points_ledger(state: AfterMonth) -> pd.DataFrame:
    """Entries of the month in the members' accounts of points.

    Parameters
    ----------
    state : State
        After the month.

    Returns
    -------
    DataFrame
        As :data:`schema.TABLES` says.

    Examples
    --------
    >>> from types import SimpleNamespace as Made
    >>> happened = {name: np.array([1]) for name in ("customer", "day", "kind")}
    >>> happened |= {"points": np.array([-5000]), "order": np.array([-1])}
    >>> made = Made(first={"ledger": 0}, events={"ledger": happened})
    >>> made.parameters, made.month = Made(first_year=2022), 2
    >>> print(points_ledger(made).to_string(index=False))
     entry_id  customer_id entered_on kind  points  order_id
            1            2 2022-02-02 burn   -5000      <NA>
    """
    events = state.events["ledger"]
    return rows(
        CLUB["points_ledger"],
        {
            "entry_id": numbered(state, "ledger"),
            "customer_id": events["customer"] + 1,
            "entered_on": day(state.parameters.first_year, state.month, events["day"]),
            "points": events["points"],
            "order_id": pd.arrays.IntegerArray(events["order"] + 1, events["order"] < 0),
        },
        events,
    )


def campaigns(state: AfterMonth) -> pd.DataFrame:
    """Campaigns that have started by the end.

    Parameters
    ----------
    state : State
        After the last month.

    Returns
    -------
    DataFrame
        As :data:`schema.TABLES` says.

    Examples
    --------
    >>> from types import SimpleNamespace as Made
    >>> from relmark_helpers.company.parameters.campaigns import CAMPAIGNS
    >>> made = campaigns(Made(parameters=Made(first_year=2022, campaigns=CAMPAIGNS), month=10))
    >>> print(made[["campaign_id", "starts", "ends", "offer"]].to_string(index=False))
     campaign_id     starts       ends    offer
               1 2022-07-01 2022-08-31     club
               2 2022-10-01 2022-11-30 discount
    """
    first_year, planned = state.parameters.first_year, state.parameters.campaigns
    started = [number for number, each in enumerate(planned) if each.month <= state.month]
    first = np.array([planned[number].month for number in started], dtype=np.int64)
    after = first + np.array([planned[number].months for number in started], dtype=np.int64)
    told = ("name_en", "name_zh", "channel", "offer", "share_treated")
    return rows(
        CLUB["campaigns"],
        {
            "campaign_id": np.array(started, dtype=np.int64) + 1,
            "starts": month_start(first_year, first),
            "ends": day(first_year, after, -1),
            "cost_per_contact": [planned[number].cost_fen / 100 for number in started],
            **{name: [getattr(planned[number], name) for number in started] for name in told},
        },
    )


def campaign_assignments(state: AfterMonth) -> pd.DataFrame:
    """Who is in the experiments of the campaigns that start in the month.

    Parameters
    ----------
    state : State
        After the month; ``events`` need not have ``"assignments"`` where no campaign starts.

    Returns
    -------
    DataFrame
        As :data:`schema.TABLES` says.

    Examples
    --------
    >>> from types import SimpleNamespace as Made
    >>> lots = {"campaign": np.array([0, 0]), "customer": np.array([4, 9]), "treated": np.array([1, 0])}
    >>> print(campaign_assignments(Made(events={"assignments": lots})).to_string(index=False))
     campaign_id  customer_id  treated
               1            5     True
               1           10    False
    """
    nobody = dict.fromkeys(("campaign", "customer", "treated"), np.zeros(0, dtype=np.int64))
    events = state.events.get("assignments", nobody)
    return rows(
        CLUB["campaign_assignments"],
        {
            "campaign_id": events["campaign"] + 1,
            "customer_id": events["customer"] + 1,
            "treated": events["treated"],
        },
    )
