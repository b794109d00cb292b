"""Running Meridian Home month by month.

Each step of each month draws from a stream of random numbers of its own, counted from the seed, so a new
step, or more draws in an old one, leaves the random numbers of all others as they were.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.state import Events, State, beginning, stream
from relmark_helpers.company.steps import MONTH
from relmark_helpers.errors import CourseError

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Run:
    """What :func:`simulate` gives.

    Parameters
    ----------
    parameters : Parameters
        The numbers it was run with.
    months, seed : int
        As they were asked for.
    state : State
        All customers at the end.
    orders, invitations : dict of ndarray
        All events in the order they happened.
    survey_latents : DataFrame
        The nine factors behind the answers, in points: a row for each row of the table ``surveys``.

    Examples
    --------
    >>> simulate(customers=200, months=6, seed=1).survey_latents.shape[1]
    9
    """

    parameters: Parameters
    months: int
    seed: int
    state: State
    orders: Events
    invitations: Events
    survey_latents: pd.DataFrame

    @property
    def customers(self) -> int:
        """How many customers there are in all."""
        return len(self.state.branch)


def simulate(
    parameters: Parameters | None = None,
    customers: int = 4000,
    months: int = 36,
    seed: int = 20240101,
    progress: Progress | None = None,
) -> Run:
    """Run the company month by month.

    Parameters
    ----------
    parameters : Parameters, optional
        The numbers of the company; by default those of ``datasets/``.
    customers : int
        Customers in all, those there at the start and those who join later: 100 to 10,000,000.
    months : int
        Months to run, 6 to 240.
    seed : int
        From 0; the same seed gives the same company.
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
    >>> run.customers, len(run.survey_latents) > 20
    (200, True)
    >>> simulate(customers=5)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: customers must be a whole number from 100 to 10000000; found 5.
    """
    _require_whole("customers", customers, 100, 10_000_000)
    _require_whole("months", months, 6, 240)
    _require_whole("seed", seed, 0, 2**63 - 1)
    state = beginning(parameters or Parameters(), customers, months, seed)
    for month in range(1, months + 1):
        for step in MONTH:
            step(state, month, stream(seed, step.__name__, month))
        if progress:
            progress(month, months)
    return Run(
        parameters=state.parameters,
        months=months,
        seed=seed,
        state=state,
        orders=_together(state.orders),
        invitations=_together(state.invitations),
        survey_latents=pd.DataFrame(_together(state.latents)),
    )


def _require_whole(name: str, value: object, low: int, high: int) -> None:
    whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
    if not whole or not low <= value <= high:  # type: ignore[operator]
        raise CourseError(f"{name} must be a whole number from {low} to {high}; found {value!r}.")


def _together(parts: list[dict[str, NDArray[Any]]]) -> dict[str, NDArray[Any]]:
    """One array for each name, from the parts of all months."""
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
