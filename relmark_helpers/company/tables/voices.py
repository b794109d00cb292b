"""Invitations to the survey, and the answers."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.company.calendar import month_start
from relmark_helpers.company.luck import Luck
from relmark_helpers.company.schema import TABLES
from relmark_helpers.company.state import State
from relmark_helpers.company.steps.survey import MISSING
from relmark_helpers.company.tables.rows import numbered, rows
from relmark_helpers.company.vocabulary import METHODS
from relmark_helpers.company.wording.survey import ITEMS

SLOWEST = {"email": 11, "telephone": 4, "in_store_card": 15}  # days until the last answers are in


def survey_invitations(state: State) -> pd.DataFrame:
    """Give the invitations of the month; none but at the end of a quarter.

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
    >>> [len(survey_invitations(state)) > 0 for state in months(customers=300, months=6)]
    [False, False, True, False, False, True]
    """
    event = state.events["invitations"]
    return rows(
        TABLES["survey_invitations"],
        {
            "invitation_id": numbered(state, "invitations"),
            "customer_id": event["customer"] + 1,
            "order_id": event["order"] + 1,
            "invited_on": _last_day(state, len(event["customer"])),
            "wave": event["wave"],
            "answered": event["answered"].astype(bool),
        },
        event,
    )


def surveys(state: State) -> pd.DataFrame:
    """Give the answers to the month's invitations.

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
    >>> state = list(months(customers=300, months=6))[-1]
    >>> bool(surveys(state)["nps"].between(0, 10).any())
    True
    """
    event = state.events["surveys"]
    count = len(event["customer"])
    method = state.customers.method[event["customer"]]
    slowest = np.array([SLOWEST[name] for name in METHODS])[method]
    drawn = Luck(state.seed, "survey answers", state.month).uniform("days", event["person"])
    answers = {name: np.where(event[name] == MISSING, np.nan, event[name]) for name in ITEMS}
    return rows(
        TABLES["surveys"],
        {
            "survey_id": numbered(state, "surveys"),
            "invitation_id": state.first["invitations"] + event["invitation"] + 1,
            "customer_id": event["customer"] + 1,
            "order_id": event["order"] + 1,
            "answered_on": _last_day(state, count) + np.floor(slowest * drawn).astype(np.int64),
            **{name: pd.array(values, dtype="Int8") for name, values in answers.items()},
        },
        event,
    )


def _last_day(state: State, count: int) -> np.ndarray:
    last = month_start(state.parameters.first_year, np.array([state.month + 1])) - 1
    return np.repeat(last, count)
