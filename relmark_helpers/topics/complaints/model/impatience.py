"""A desk whose callers hang up: Erlang A, which Erlang C leaves out."""

from __future__ import annotations

import math

import numpy as np

from relmark_helpers.needs import need_number
from relmark_helpers.topics.complaints.model.staffing import need_desk


def erlang_a(
    arrivals: float, handling: float, agents: int, patience: float, interval: float = 1800.0
) -> dict[str, float]:
    r"""A desk whose callers hang up: M/M/c with exponential patience (Erlang A), as a birth-and-death chain.

    With :math:`n` in the system calls leave at :math:`\min(n, c)/h + \max(n - c, 0)/p`; the shares of time
    follow from the balance of each step up and down.

    Parameters
    ----------
    arrivals, handling, agents, interval
        As in :func:`desk_figures`.
    patience : float
        Mean seconds until a waiting caller hangs up.

    Returns
    -------
    dict
        wait_chance, abandoned (share of all calls), queue, mean_wait (seconds, of all, those who hang up too).

    Raises
    ------
    CourseError
        If a number is out of range.

    Examples
    --------
    >>> patient = erlang_a(100, 180, 14, patience=1e9)
    >>> round(patient["wait_chance"], 4), round(patient["abandoned"], 4)
    (0.1741, 0.0)
    """
    need_number(patience, "The patience", 1e-9)
    need_number(arrivals, "The number of calls", 1e-9)
    need_number(handling, "The handling time", 1e-9)
    need_desk(arrivals * handling / interval, agents, 1)
    rate = arrivals / interval
    most = int(agents + 60 + 12 * arrivals * handling / interval + 3 * math.sqrt(patience * rate))
    number = np.arange(1, most + 1)
    leaving = np.minimum(number, agents) / handling + np.maximum(number - agents, 0) / patience
    logs = np.concatenate([[0.0], np.cumsum(np.log(rate / leaving))])
    shares = np.exp(logs - logs.max())
    shares /= shares.sum()
    waiting = np.maximum(np.arange(most + 1) - agents, 0)
    queue = float(shares @ waiting)
    return {
        "wait_chance": float(shares[agents:].sum()),
        "abandoned": queue / patience / rate,
        "queue": queue,
        "mean_wait": queue / rate,
    }
