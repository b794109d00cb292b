"""A complaint desk, simulated call by call: who waits, how long, and who hangs up."""

from __future__ import annotations

import heapq

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, numbers


def simulated_desk(
    arrivals: float,
    handling: float,
    agents: int,
    patience: float | None = None,
    calls: int = 5000,
    interval: float = 1800.0,
    rng: np.random.Generator | int = 0,
) -> pd.DataFrame:
    """Let calls come, wait in order, be answered by the first free agent, or hang up.

    Times between calls and handling times are exponential, and so is patience.

    Parameters
    ----------
    arrivals : float
        Calls in an interval.
    handling : float
        Mean handling time, seconds.
    agents : int
        How many handle calls.
    patience : float, optional
        Mean seconds until a waiting caller hangs up; None: all wait as long as it takes.
    calls : int
        How many calls, from 1.
    interval : float
        Length of an interval, seconds.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        A row a call: came (seconds from the start), waited (seconds, until answered or gone), answered (bool).

    Raises
    ------
    CourseError
        If a number is out of range.

    Examples
    --------
    >>> desk = simulated_desk(100, 180, 14, calls=20000, rng=1)
    >>> bool(0.14 < (desk["waited"] > 0).mean() < 0.21)
    True
    """
    need_number(arrivals, "The number of calls in an interval", 1e-9)
    need_number(handling, "The handling time", 1e-9)
    need_number(calls, "The number of calls", 1)
    if isinstance(agents, bool) or int(agents) != agents or agents < 1:
        raise CourseError(f"The number of agents is a whole number from 1; got {agents!r}.")
    generator = np.random.default_rng(rng)
    came = np.cumsum(generator.exponential(interval / arrivals, calls))
    work = generator.exponential(handling, calls)
    if patience is None:
        patient = np.full(calls, np.inf)
    else:
        patient = generator.exponential(need_number(patience, "The patience", 1e-9), calls)
    free = [0.0] * int(agents)  # a heap: when each agent is free next
    waited, answered = np.empty(calls), np.empty(calls, dtype=bool)
    for number, (now, takes, waits) in enumerate(
        zip(came.tolist(), work.tolist(), patient.tolist(), strict=True)
    ):
        starts = max(now, free[0])
        answered[number] = starts - now <= waits
        waited[number] = min(starts - now, waits)
        if answered[number]:
            heapq.heapreplace(free, starts + takes)
    return pd.DataFrame({"came": came, "waited": waited, "answered": answered})


def figures_of(desk: pd.DataFrame, target: float = 20.0, warm_up: float = 0.1) -> dict[str, float]:
    """What a simulated desk did, in the terms of the formula.

    Parameters
    ----------
    desk : DataFrame
        What :func:`simulated_desk` gives.
    target : float
        Seconds within which a call should be answered.
    warm_up : float
        Share of the first calls left out, since the desk began empty.

    Returns
    -------
    dict
        wait_chance, service_level, abandoned (0 to 1), mean_wait (seconds).

    Examples
    --------
    >>> calls = pd.DataFrame({"waited": [0.0, 30.0], "answered": [True, False]})
    >>> figures_of(calls, warm_up=0)["service_level"]
    0.5
    """
    desk = columns(desk, ("answered",), "The table of calls", number=("waited",))
    numbers(desk["waited"], "The table of calls: 'waited'", gaps=False, low=0)
    kept = desk.iloc[int(warm_up * len(desk)) :]
    return {
        "wait_chance": float((kept["waited"] > 0).mean()),
        "service_level": float((kept["answered"] & (kept["waited"] <= target)).mean()),
        "abandoned": float((~kept["answered"]).mean()),
        "mean_wait": float(kept["waited"].mean()),
    }
