"""What the CRM exports: rows of customers as tills, web shop and call centre wrote them, with all their faults."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.luck import Luck
from relmark_helpers.company.parameters.partners import Export
from relmark_helpers.company.wording.names import (
    DATES,
    GIVEN,
    MISSPELT_CITIES,
    NO,
    NOTES,
    SURNAME_WEIGHTS,
    SURNAMES,
    SYSTEMS,
    TELEPHONES,
    WITHDRAWN,
    YES,
)

Whole = NDArray[np.int64]
Texts = NDArray[Any]

_CHUNK = 50_000  # customers at a time: what is worked on stays in the cache
_PRIME, _STEP, _START = 67_108_859, 40_503_011, 12_345_701  # a crm_id says nothing about whose row it is
_HOMES = 20_000_000  # telephone numbers that begin with 0 or 1
_HOME_STEP = 7_654_321  # without a common factor with _HOMES: no two homes share a number
_ADDRESS_STEP = 3571  # the same for the four figures of an address


def crm_export(
    customers: pd.DataFrame,
    persons: NDArray[np.integer[Any]],
    seed: int,
    parameters: Export,
    last_day: np.datetime64,
) -> pd.DataFrame:
    """Export customers as a CRM does: some twice, and every system in its own way.

    A customer's rows depend on the customer alone, so that a large company may be exported in parts.

    Parameters
    ----------
    customers : DataFrame
        Rows of the table ``customers``: ``customer_id``, ``joined``, ``birth_year``, ``branch_id``, ``consent``.
    persons : ndarray of int, shape (len(customers),)
        Their numbers as persons, to which their luck belongs.
    seed : int
        The seed of the company.
    parameters : Export
        How dirty the export is.
    last_day : datetime64
        The day of the export, on or after every ``joined``.

    Returns
    -------
    DataFrame
        The columns of the table ``crm_export``, by ``crm_id`` within every 50,000 customers.

    Examples
    --------
    >>> people = pd.DataFrame({"customer_id": [1], "joined": np.datetime64("2021-05-01"), "birth_year": 1980,
    ...                        "branch_id": 1, "consent": True})
    >>> made = crm_export(people, np.array([3]), 1, Export(), np.datetime64("2024-12-31"))
    >>> crm_truth(made["crm_id"].to_numpy()).tolist()
    [1]
    """
    day = last_day.astype("datetime64[D]")
    luck, who = Luck(seed, "crm export"), persons.astype(np.int64)
    parts = [
        _part(customers.iloc[first : first + _CHUNK], who[first : first + _CHUNK], luck, parameters, day)
        for first in range(0, max(len(customers), 1), _CHUNK)
    ]
    return parts[0] if len(parts) == 1 else pd.concat(parts, ignore_index=True)


def crm_truth(crm_id: NDArray[np.integer[Any]]) -> Whole:
    """Tell whose each row of an export is: the same customer_id means the same customer.

    Parameters
    ----------
    crm_id : ndarray of int
        Numbers of rows of the export of any company.

    Returns
    -------
    ndarray of int
        The customer_id of each.

    Examples
    --------
    >>> crm_truth(_crm_id(np.array([5, 5, 6]), np.array([0, 1, 0]))).tolist()
    [5, 5, 6]
    """
    back = pow(_STEP, -1, _PRIME)
    return (np.asarray(crm_id, dtype=np.int64) - 1 - _START) % _PRIME * back % _PRIME // 2


def _crm_id(customer_id: Whole, second: Whole) -> Whole:
    return (1 + ((2 * customer_id + second) * _STEP + _START) % _PRIME).astype(np.int64)


def _part(
    customers: pd.DataFrame, persons: Whole, luck: Luck, parameters: Export, last_day: np.datetime64
) -> pd.DataFrame:
    number = customers["customer_id"].to_numpy()
    twice = np.flatnonzero(luck.uniform("twice", persons) < parameters.duplicates)
    place = np.concatenate([np.arange(len(number)), twice])
    second = np.repeat([0, 1], [len(number), len(twice)])
    order = np.argsort(_crm_id(number[place], second))
    place, second = place[order], second[order]
    who = persons[place]
    row = _Rows(luck, parameters, who, second)
    joined = customers["joined"].to_numpy().astype("datetime64[D]")[place]
    shares = np.cumsum([parameters.systems, parameters.second_system], axis=1)[second, :-1]
    system = (row.drawn("system")[:, None] > shares).sum(axis=1)
    entered = row.between("entered", joined, last_day, where=second == 1)
    contacted = row.between("last contact", entered, last_day)
    customer_id = pd.array(number[place], dtype="Int64")
    customer_id[row.without("customer_id", parameters.no_customer_id)] = pd.NA
    named, email = row.name_and_email(system)
    return pd.DataFrame(
        {
            "crm_id": _crm_id(number[place], second),
            "customer_id": customer_id,
            "system": pd.Categorical.from_codes(system, pd.Index(SYSTEMS)),
            "name": named,
            "birth_year": row.birth_year(customers["birth_year"].to_numpy()[place]),
            "telephone": row.telephone(),
            "email": email,
            "city": row.city(customers["branch_id"].to_numpy()[place] - 1),
            "entered_on": row.date("entered_on", entered, parameters.no_date),
            "consent": row.consent(customers["consent"].to_numpy(dtype=bool)[place], joined, last_day),
            "last_contact": row.date("last_contact", contacted, parameters.no_last_contact),
            "note": row.note(),
        }
    )


class _Rows:
    """The rows of one part: who each is about, and whether it is the second row of its customer."""

    def __init__(self, luck: Luck, parameters: Export, who: Whole, second: Whole) -> None:
        self.luck, self.parameters, self.who, self.second = luck, parameters, who, second
        pair = who // 2
        self.home = np.where(luck.uniform("household", pair) < parameters.households, 2 * pair, who)

    def drawn(self, draw: str) -> NDArray[np.float64]:
        return self.luck.uniform(draw, self.who, self.second)

    def form(self, draw: str, forms: int) -> Whole:
        return (self.drawn(draw) * forms).astype(np.int64)

    def without(self, column: str, share: float | tuple[float, float]) -> NDArray[np.bool_]:
        shares = np.array(share if isinstance(share, tuple) else (share, share))
        return self.drawn(f"no {column}") < shares[self.second]

    def between(
        self, draw: str, first: Texts, last: np.datetime64, where: NDArray[np.bool_] | bool = True
    ) -> Texts:
        """A day from the first to the last one; the first one elsewhere."""
        span = ((last - first).astype(np.int64) + 1) * where
        day: Texts = first + np.floor(span * self.drawn(draw)).astype(np.int64)
        return day

    def name_and_email(self, system: Whole) -> tuple[Texts, Texts]:
        share = self.parameters
        surname = self.luck.choice("surname", self.home, SURNAME_WEIGHTS)
        given = (self.luck.uniform("given", self.who) * len(GIVEN)).astype(np.int64)
        person = surname * len(GIVEN) + given
        latin = self.drawn("script") < np.array(share.latin_names)[system]
        spaced = self.drawn("spacing") < share.spaced_name
        form = np.where(latin, 2 + self.form("name form", 4), spaced)
        form = np.where(self.drawn("name misspelt") < share.misspelt_name, np.where(latin, 6, 7), form)
        named = _names()[form, person]
        other = (self.second == 1) & (self.drawn("other address") < share.other_email)
        ending = 2 * ((self.who * _ADDRESS_STEP + other) % 10_000) + ((self.who + other) % 2)
        capital = (self.drawn("capitals") < share.capital_email).astype(np.int64)
        first, last = _addresses()
        email = np.strings.add(first[capital, person], last[ending]).astype(object)
        email[self.without("email", share.no_email)] = None
        return named, email

    def birth_year(self, year: Whole) -> Texts:
        form = np.array([0, 0, 0, 0, 0, 0, 1, 1, 2, 2])[self.form("birth year form", 10)]
        made: Texts = _years()[form, year - 1900]
        made[self.without("birth_year", self.parameters.no_birth_year)] = None
        return made

    def telephone(self) -> Texts:
        number = self.home * _HOME_STEP % _HOMES
        first, last = _numbers()
        first = first[self.form("telephone form", len(TELEPHONES)), number // 10_000]
        made: Texts = np.strings.add(first, last[number % 10_000]).astype(object)
        made[self.without("telephone", self.parameters.no_telephone)] = None
        return made

    def city(self, branch: Whole) -> Texts:
        form = np.array([0, 0, 0, 1, 2, 2, 3, 4])[self.form("city form", 8)]
        wrong = self.drawn("city misspelt") < self.parameters.misspelt_city
        made = _cities()[np.where(wrong, 5 + (form >= 2), form), branch]
        made[self.without("city", self.parameters.no_city)] = None
        return made

    def date(self, column: str, day: Texts, share: float) -> Texts:
        made = _days(DATES, day, self.form(f"{column} form", len(DATES)))
        made[self.without(column, share)] = None
        return made

    def consent(self, agreed: NDArray[np.bool_], joined: Texts, last_day: np.datetime64) -> Texts:
        share, form = self.parameters, self.form("consent form", len(YES))
        made = np.array([NO, YES], dtype=object)[agreed.astype(np.int64), form]
        made[self.without("consent", share.no_consent)] = None
        withdrawn = agreed & (self.luck.uniform("withdrawn", self.who) < share.withdrawn)
        withdrawn &= ~((self.second == 1) & (self.drawn("overlooked") < share.withdrawal_overlooked))
        span = (last_day - joined[withdrawn]).astype(np.int64) + 1
        passed = np.floor(span * self.luck.uniform("withdrawn on", self.who[withdrawn])).astype(np.int64)
        wording = tuple(each.format(DATES[0]) for each in WITHDRAWN)
        made[withdrawn] = _days(wording, joined[withdrawn] + passed, form[withdrawn] % len(WITHDRAWN))
        return made

    def note(self) -> Texts:
        made = np.array(NOTES, dtype=object)[self.form("note", len(NOTES))]
        made[self.without("note", self.parameters.no_note)] = None
        return made


@cache
def _names() -> Texts:
    """Every name in every form: (forms, surnames x given names)."""
    forms = [
        (
            zh + given_zh,
            f"{zh} {given_zh}",
            f"{family} {given}",
            f"{given} {family}",
            f"{family.upper()} {given}",
            f"{family} {given}".lower(),
            f"{family} {given[:-2]}{given[-1]}",  # misspelt: a letter lost
            zh + given_zh[::-1],  # misspelt: characters changed about
        )
        for family, zh in SURNAMES
        for given, given_zh in GIVEN
    ]
    return np.array(forms, dtype=object).T


@cache
def _addresses() -> tuple[Texts, Texts]:
    """Both halves of an address at a domain reserved for examples: in two spellings, and what follows."""
    people = [f"{given}.{family}" for family, _ in SURNAMES for given, _ in GIVEN]
    last = [f"{number:04}@example.{end}" for number in range(10_000) for end in ("com", "org")]
    return np.array([[each.lower() for each in people], people]), np.array(last)


@cache
def _numbers() -> tuple[Texts, Texts]:
    first = [[form.format(f"{number:04}") for number in range(2000)] for form in TELEPHONES]
    return np.array(first), np.array([f"{number:04}" for number in range(10_000)])


@cache
def _years() -> Texts:
    forms = [(str(year), f"{year}年", f"{year % 100:02}") for year in range(1900, 2100)]
    return np.array(forms, dtype=object).T


@cache
def _cities() -> Texts:
    pairs = [(each.city_en, each.city_zh) for each in BRANCHES]
    right = [(zh, f"{zh}市", en, en.upper(), f"{en} ") for en, zh in pairs]
    return np.array(
        [(*a, zh, en) for a, (en, zh) in zip(right, MISSPELT_CITIES, strict=True)], dtype=object
    ).T


def _days(forms: tuple[str, ...], day: Texts, form: Whole) -> Texts:
    """Days in words, each in its form, by way of a list of all days between the first and the last."""
    if not len(day):
        return np.empty(0, dtype=object)
    number = day.astype("datetime64[D]").astype(np.int64)
    words = _calendar(forms, int(number.min()) // 366, int(number.max()) // 366)
    return words[form, number - int(number.min()) // 366 * 366]


@cache
def _calendar(forms: tuple[str, ...], first: int, last: int) -> Texts:
    days = np.arange(first * 366, (last + 1) * 366).astype("datetime64[D]").tolist()
    return np.array(
        [[f.format(each.year, each.month, each.day) for each in days] for f in forms], dtype=object
    )
