"""How many must sit at a complaint desk: Little's law, and Erlang C for callers who wait."""

from __future__ import annotations

import math

import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number


def open_cases(arrivals: float, time_in_system: float) -> float:
    r"""Little's law, :math:`L = \lambda W`: mean number of open cases.

    Parameters
    ----------
    arrivals : float
        Cases that come in for each unit of time.
    time_in_system : float
        Mean time from opening to closing, in the same unit.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        If one is below 0.

    References
    ----------
    little1961

    Examples
    --------
    >>> open_cases(60, 2.5)
    150.0
    """
    need_number(arrivals, "The number of arrivals", 0)
    need_number(time_in_system, "The time in the system", 0)
    return arrivals * time_in_system


def erlang_b(load: float, agents: int) -> float:
    r"""Chance that all lines are busy where nobody waits: :math:`B_n = a B_{n-1} / (n + a B_{n-1})`, :math:`B_0 = 1`.

    Parameters
    ----------
    load : float
        Offered load :math:`a` in erlang: arrivals per time × mean handling time.
    agents : int
        How many handle calls.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        If load is not above 0 or agents is below 0.

    Examples
    --------
    >>> round(erlang_b(2.0, 3), 4)
    0.2105
    """
    need_desk(load, agents, 0)
    blocked = 1.0
    for number in range(1, int(agents) + 1):
        blocked = load * blocked / (number + load * blocked)
    return blocked


def erlang_c(load: float, agents: int) -> float:
    r"""Chance to wait where callers wait as long as it takes (M/M/c): :math:`C = B / (1 - \rho (1 - B))`.

    Parameters
    ----------
    load : float
        Offered load :math:`a` in erlang.
    agents : int
        How many handle calls; :math:`\rho = a / c`.

    Returns
    -------
    float
        1 where the load is as large as the number of agents or larger: the queue grows without end.

    Raises
    ------
    CourseError
        If load is not above 0 or agents is below 1.

    Examples
    --------
    >>> round(erlang_c(10, 14), 7), round(erlang_c(2, 3), 6)
    (0.1741319, 0.444444)
    """
    need_desk(load, agents, 1)
    if load >= agents:
        return 1.0
    blocked = erlang_b(load, agents)
    return blocked / (1 - load / agents * (1 - blocked))


def desk_figures(
    arrivals: float, handling: float, agents: int, target: float = 20.0, interval: float = 1800.0
) -> dict[str, float]:
    r"""What Erlang C says of a desk.

    Service level :math:`1 - C e^{-(c - a) t / h}`, mean wait :math:`C h / (c - a)`, occupancy :math:`a / c`.

    Parameters
    ----------
    arrivals : float
        Calls in an interval.
    handling : float
        Mean handling time :math:`h`, seconds.
    agents : int
        How many handle calls, :math:`c`.
    target : float
        Seconds :math:`t` within which a call should be answered.
    interval : float
        Length of the interval, seconds.

    Returns
    -------
    dict
        load (erlang), wait_chance, service_level (0 to 1), mean_wait (seconds), occupancy, queue (mean number
        waiting), in_system (mean number waiting or served). Where load reaches agents: service level 0, infinite
        wait and queue.

    Raises
    ------
    CourseError
        If a number is out of range.

    Examples
    --------
    >>> found = desk_figures(100, 180, 14)
    >>> round(found["service_level"], 4), round(found["mean_wait"], 3), round(found["occupancy"], 4)
    (0.8884, 7.836, 0.7143)
    """
    for value, what in ((arrivals, "The number of calls"), (handling, "The handling time")):
        need_number(value, what, 1e-9)
    need_number(target, "The target", 0)
    need_number(interval, "The interval", 1e-9)
    load = arrivals * handling / interval
    waits = erlang_c(load, agents)
    spare = agents - load
    if spare <= 0:
        found = {"service_level": 0.0, "mean_wait": math.inf, "occupancy": 1.0, "queue": math.inf}
        return {"load": load, "wait_chance": 1.0, **found, "in_system": math.inf}
    mean_wait = waits * handling / spare
    queue = open_cases(arrivals / interval, mean_wait)
    return {
        "load": load,
        "wait_chance": waits,
        "service_level": 1 - waits * math.exp(-spare * target / handling),
        "mean_wait": mean_wait,
        "occupancy": load / agents,
        "queue": queue,
        "in_system": queue + load,
    }


def staffing_table(
    arrivals: float, handling: float, agents: range, target: float = 20.0, interval: float = 1800.0
) -> pd.DataFrame:
    """What Erlang C says for several numbers of agents.

    Parameters
    ----------
    arrivals, handling, target, interval : float
        As in :func:`desk_figures`.
    agents : range
        Numbers of agents.

    Returns
    -------
    DataFrame
        agents and the figures of :func:`desk_figures`.

    Examples
    --------
    >>> staffing_table(100, 180, range(11, 17))["wait_chance"].round(3).tolist()
    [0.682, 0.449, 0.285, 0.174, 0.102, 0.057]
    """
    rows = [{"agents": each, **desk_figures(arrivals, handling, each, target, interval)} for each in agents]
    return pd.DataFrame(rows)


def agents_needed(
    arrivals: float, handling: float, service_level: float, target: float = 20.0, interval: float = 1800.0
) -> int:
    """Smallest number of agents whose service level by Erlang C is reached.

    Parameters
    ----------
    arrivals, handling, target, interval : float
        As in :func:`desk_figures`.
    service_level : float
        Share of calls to be answered within target, below 1.

    Returns
    -------
    int

    Raises
    ------
    CourseError
        If a number is out of range.

    Examples
    --------
    >>> agents_needed(100, 180, 0.80)
    14
    """
    need_number(service_level, "The service level", 0, 0.9999)
    agents = max(1, math.floor(arrivals * handling / interval) + 1)
    while desk_figures(arrivals, handling, agents, target, interval)["service_level"] < service_level:
        agents += 1
    return agents


def rostered(agents: int, shrinkage: float) -> int:
    r"""How many must be on the roster so that so many sit at the desk: :math:`\lceil c / (1 - s) \rceil`.

    Parameters
    ----------
    agents : int
        Seats to be filled.
    shrinkage : float
        Share of paid time away from the desk: leave, training, breaks.

    Returns
    -------
    int

    Raises
    ------
    CourseError
        If shrinkage is not from 0 to 0.95.

    Examples
    --------
    >>> rostered(14, 0.30)
    20
    """
    need_number(shrinkage, "The shrinkage", 0, 0.95)
    return math.ceil(agents / (1 - shrinkage) - 1e-9)


def need_desk(load: float, agents: int, least: int) -> None:
    """Make sure of a load above 0 and of a whole number of agents.

    Parameters
    ----------
    load : float
        Offered load in erlang.
    agents, least : int
        Agents, and the smallest number of them.

    Raises
    ------
    CourseError
        If one of them is not as it must be.

    Examples
    --------
    >>> need_desk(1.0, 0, 1)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The number of agents is a whole number from 1; got 0.
    """
    need_number(load, "The load in erlang", 1e-12)
    if isinstance(agents, bool) or int(agents) != agents or agents < least:
        raise CourseError(f"The number of agents is a whole number from {least}; got {agents!r}.")
