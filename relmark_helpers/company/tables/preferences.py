"""The choice experiment: tasks of two offers and none of them, and what was chosen."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from relmark_helpers.company.luck import Luck, Numbers
from relmark_helpers.company.parameters.partners import Preferences
from relmark_helpers.company.wording.partners import INSTALLATION

Whole = NDArray[np.int64]

OFFERS = 2
NOTHING = 3  # the third option


def preferences(
    parameters: Preferences,
    customers: pd.DataFrame,
    segment: NDArray[np.integer[Any]],
    asked: NDArray[np.integer[Any]],
    months: int,
    seed: int,
    first_year: int = 2022,
) -> pd.DataFrame:
    """Ask customers who agreed to be asked, and were there in time, to choose between offers.

    Parameters
    ----------
    parameters : Preferences
        The numbers of the experiment.
    customers : DataFrame
        Of those who can be asked: ``customer_id``, ``joined`` and ``consent``.
    segment : ndarray of int, shape (len(customers),)
        Their true segments, as places in ``SEGMENTS``.
    asked : ndarray of int, shape (len(customers),)
        Their numbers as persons, to which their luck belongs.
    months : int
        Months of the run.
    seed : int
        The seed of the company.
    first_year : int
        The first month is its January.

    Returns
    -------
    DataFrame
        The columns of the table ``preferences``; three rows a task, of which one is chosen.

    Examples
    --------
    >>> people = pd.DataFrame({"customer_id": [1, 2], "joined": np.datetime64("2021-05-01"), "consent": True})
    >>> made = preferences(Preferences(), people, np.array([0, 3]), np.array([7, 4]), months=36, seed=1)
    >>> len(made), int(made["chosen"].sum())
    (48, 16)
    """
    month = np.datetime64(f"{first_year}-01", "M") + (min(parameters.month, months) - 1)
    place = _sample(parameters, customers, asked, month.astype("datetime64[D]"), seed)
    who, turn = _tasks(asked[place], parameters.tasks)
    code = np.repeat(segment[place], parameters.tasks)
    levels = _offers(parameters, who, turn, seed)
    worth = np.array([list(vars(each).values()) for each in parameters.part_worths])[code]
    utility = _utility(levels, worth)
    luck = Luck(seed, "preferences")
    for option in range(OFFERS + 1):
        utility[option] -= np.log(-np.log(luck.uniform(f"taste of option {option + 1}", who, turn)))
    chosen = utility.argmax(axis=0)
    days = month.astype("datetime64[D]") + np.floor(
        28 * Luck(seed, "preferences").uniform("day", asked[place])
    ).astype(np.int64)
    rows = OFFERS + 1
    columns: dict[str, Any] = {
        "task_id": np.repeat(np.arange(1, len(who) + 1), rows),
        "option": np.tile(np.arange(1, rows + 1), len(who)),
        "customer_id": np.repeat(customers["customer_id"].to_numpy()[place], parameters.tasks * rows),
        "asked_on": np.repeat(days.astype("datetime64[ns]"), parameters.tasks * rows),
    } | {name: np.vstack([each, np.zeros_like(each[:1])]).T.ravel() for name, each in levels.items()}
    columns["installation"] = pd.Categorical.from_codes(columns["installation"], pd.Index(INSTALLATION))
    columns["chosen"] = (np.arange(rows)[:, None] == chosen).T.ravel()
    return pd.DataFrame(columns)


def _sample(
    parameters: Preferences,
    customers: pd.DataFrame,
    asked: NDArray[np.integer[Any]],
    day: np.datetime64,
    seed: int,
) -> Whole:
    """Places of those who are asked: the ones with the smallest draws among those who may be."""
    may = customers["consent"].to_numpy(dtype=bool) & (customers["joined"].to_numpy() < day)
    place = np.flatnonzero(may)
    drawn = Luck(seed, "preferences").uniform("asked", asked[place])
    return np.sort(place[np.argsort(drawn, kind="stable")[: parameters.customers]])


def _tasks(people: NDArray[np.integer[Any]], tasks: int) -> tuple[Whole, Whole]:
    """The person and the number, from 0, of every task."""
    return np.repeat(people, tasks).astype(np.int64), np.tile(np.arange(tasks), len(people))


def _offers(parameters: Preferences, who: Whole, turn: Whole, seed: int) -> dict[str, Whole]:
    """Levels of each attribute, drawn evenly: (offers, tasks)."""
    luck = Luck(seed, "preferences")
    levels = {
        "delivery_days": parameters.delivery_days,
        "installation": tuple(range(len(INSTALLATION))),
        "instalments": parameters.instalments,
        "warranty_years": parameters.warranty_years,
        "price": parameters.price,
    }
    drawn = {
        name: np.array(
            [
                luck.choice(f"{name} of option {option + 1}", who, (1.0,) * len(values), turn)
                for option in range(OFFERS)
            ]
        )
        for name, values in levels.items()
    }
    same = np.all([each[0] == each[1] for each in drawn.values()], axis=0)
    drawn["price"][1, same] = (drawn["price"][1, same] + 1) % len(parameters.price)  # never twice one offer
    return {name: np.array(values)[drawn[name]] for name, values in levels.items()}


def _utility(levels: dict[str, Whole], worth: Numbers) -> Numbers:
    """What each option is worth without luck: (options, tasks)."""
    attributes = (
        levels["delivery_days"] / 7,
        levels["installation"] == 1,
        levels["installation"] == 2,
        levels["instalments"] / 6,
        levels["warranty_years"],
        levels["price"] / 1000,
    )
    offers = np.sum([each * worth[:, number] for number, each in enumerate(attributes)], axis=0)
    return np.vstack([offers, worth[None, :, len(attributes)]])
