"""Contacts and complaints of a month."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from relmark_helpers.company.calendar import Whole, day
from relmark_helpers.company.luck import Luck
from relmark_helpers.company.schema.service import SERVICE
from relmark_helpers.company.tables.rows import AfterMonth, Events, numbered, rows
from relmark_helpers.company.wording.complaints import texts

JUSTICES = ("distributive", "procedural", "interactional")


def contacts(state: AfterMonth) -> pd.DataFrame:
    """Contacts of the month.

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
    >>> names = "customer order day direction channel department phase variable minutes cost rating"
    >>> happened = {name: np.array([1]) for name in names.split()}
    >>> begun = Made(first_year=2022)
    >>> made = contacts(Made(parameters=begun, month=2, first={"contacts": 7}, events={"contacts": happened}))
    >>> print(made[["contact_id", "contacted_on", "direction", "channel", "cost"]].to_string(index=False))
     contact_id contacted_on direction   channel  cost
              8   2022-02-02  outbound telephone  0.01
    """
    events = state.events["contacts"]
    return rows(
        SERVICE["contacts"],
        {
            "contact_id": numbered(state, "contacts"),
            "customer_id": events["customer"] + 1,
            "order_id": pd.arrays.IntegerArray(events["order"] + 1, events["order"] < 0),
            "contacted_on": day(state.parameters.first_year, state.month, events["day"]),
            "minutes": events["minutes"],
            "cost": events["cost"] / 100,
            "rating": pd.arrays.IntegerArray(events["rating"].astype(np.int8), events["rating"] == 0),
        },
        events,
    )


def complaints(state: AfterMonth) -> pd.DataFrame:
    """Complaints opened in the month, with their texts and all that came of them.

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
    >>> from relmark_helpers.company.parameters.house import ComplaintRecords
    >>> names = "customer order day category severity channel answer_days close_days remedy remedy_cost outcome"
    >>> happened = {name: np.array([1]) for name in [*names.split(), "person", "product"]}
    >>> happened |= {f"justice_{name}": np.array([4.0]) for name in JUSTICES}
    >>> numbers = Made(first_year=2022, complaint_records=ComplaintRecords(wordings=(0, 0, 1, 0)))
    >>> events, first = {"complaints": happened}, {"complaints": 0}
    >>> made = complaints(Made(parameters=numbers, seed=1, month=2, first=first, events=events))
    >>> made["text_en"][0]
    'How thoughtful to let me look forward to the fridge for so long.'
    """
    events = state.events["complaints"]
    records = state.parameters.complaint_records
    opened = day(state.parameters.first_year, state.month, events["day"])
    turn = _turn(events["person"])
    english, chinese = texts(
        events["category"],
        events["severity"],
        events["product"],
        Luck(state.seed, "complaint texts", state.month),
        events["person"],
        turn,
        records.wordings,
    )
    return rows(
        SERVICE["complaints"],
        {
            "complaint_id": numbered(state, "complaints"),
            "customer_id": events["customer"] + 1,
            "order_id": events["order"] + 1,
            "text_en": english,
            "text_zh": chinese,
            "opened": opened,
            "first_answer": opened + events["answer_days"],
            "closed": opened + events["close_days"],
            "remedy_cost": events["remedy_cost"] / 100,
            **_ratings(state, events, turn),
        },
        events,
    )


def _turn(person: Whole) -> NDArray[np.int64]:
    """Which of a person's complaints of the month each is, from 0."""
    return pd.Series(person).groupby(person).cumcount().to_numpy().astype(np.int64)


def _ratings(state: AfterMonth, events: Events, turn: Whole) -> dict[str, pd.arrays.IntegerArray]:
    """What those who answer after closing tick about the three justices."""
    records, who = state.parameters.complaint_records, events["person"]
    luck = Luck(state.seed, "justice ratings", state.month)
    silent = luck.uniform("answers", who, turn) >= records.answering
    scatter = records.item * luck.normal("items", who, len(JUSTICES), turn)
    return {
        f"justice_{name}": pd.arrays.IntegerArray(
            np.rint(np.clip(events[f"justice_{name}"] + drawn, 1, 7)).astype(np.int8), silent
        )
        for name, drawn in zip(JUSTICES, scatter, strict=True)
    }
