"""How far one story travels: arithmetic, a branching process, and a cascade on a network."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number

FIRST, SECOND = 18.0, 13.5  # middle of "tells 16 to 20", "each tells 12 to 15 more"


def reach(first: float = FIRST, second: float = SECOND, retold: float = 1.0, overlap: float = 0.0) -> float:
    r"""People who hear, after two generations: :math:`m_1 + m_1\,q\,m_2\,(1 - o)`.

    Parameters
    ----------
    first, second : float
        People told by the first (:math:`m_1`) and by each who tells it on (:math:`m_2`).
    retold : float
        Chance :math:`q` that somebody who heard tells it on.
    overlap : float
        Share :math:`o` of the second generation's listeners who have heard it before.

    Returns
    -------
    float
        People.

    Raises
    ------
    CourseError
        If a number is out of range.

    Examples
    --------
    >>> reach(16, 12), reach(20, 15), reach(retold=0.1)
    (208.0, 320.0, 42.3)
    """
    need_number(first, "The number told first", 0)
    need_number(second, "The number told by each", 0)
    need_number(retold, "The chance of telling on", 0, 1)
    need_number(overlap, "The overlap", 0, 1)
    return first + first * retold * second * (1 - overlap)


def needed_retelling(total: float, first: float = FIRST, second: float = SECOND) -> float:
    r"""The :math:`q (1 - o)` at which two generations reach a total; above 1 it can't be.

    Parameters
    ----------
    total : float
        People to be reached.
    first, second : float
        As in :func:`reach`.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        If a number is out of range.

    Examples
    --------
    >>> round(needed_retelling(200), 2), round(needed_retelling(300), 2)
    (0.75, 1.16)
    """
    need_number(first, "The number told first", 1e-9)
    need_number(second, "The number told by each", 1e-9)
    return (need_number(total, "The total", 0) - first) / (first * second)


def branching(
    first: float = FIRST,
    second: float = SECOND,
    retold: float = 0.1,
    fades: float = 0.5,
    generations: int = 6,
    stories: int = 2000,
    rng: np.random.Generator | int = 0,
) -> np.ndarray:
    """A story as a branching process: nobody hears twice, and the wish to tell fades with each generation.

    Each of those who heard tells it on with the chance of the generation; who tells, tells a Poisson number.

    Parameters
    ----------
    first, second : float
        Mean number told by the first, and by each who tells it on.
    retold : float
        Chance that one who heard it from the customer tells it on.
    fades : float
        What this chance is multiplied by from each generation to the next.
    generations : int
        How many generations, from 1.
    stories : int
        How many stories to let run.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    array of int, shape (stories, generations)
        People who hear in each generation.

    Raises
    ------
    CourseError
        If a number is out of range.

    Examples
    --------
    >>> heard = branching(retold=1.0, generations=2, rng=1)
    >>> bool(abs(heard.sum(axis=1).mean() - reach()) < 4)
    True
    """
    need_number(retold, "The chance of telling on", 0, 1)
    need_number(fades, "What it fades by", 0, 1)
    need_number(generations, "The number of generations", 1, 30)
    need_number(stories, "The number of stories", 1)
    generator = np.random.default_rng(rng)
    heard = np.zeros((int(stories), int(generations)), dtype=np.int64)
    heard[:, 0] = generator.poisson(first, int(stories))
    chance = retold
    for number in range(1, int(generations)):
        tellers = generator.binomial(heard[:, number - 1], chance)
        heard[:, number] = generator.poisson(second * tellers)
        chance *= fades
    return heard


def expected_branching(
    first: float, second: float, retold: float, fades: float, generations: int
) -> np.ndarray:
    r"""Expected numbers of :func:`branching`: :math:`m_1 \prod_{k<g} q f^{k} m_2`.

    Parameters
    ----------
    first, second, retold, fades, generations
        As in :func:`branching`.

    Returns
    -------
    array of float, shape (generations,)

    Examples
    --------
    >>> expected_branching(18, 13.5, 0.1, 0.5, 3).round(2).tolist()
    [18.0, 24.3, 16.4]
    """
    factors = second * retold * fades ** np.arange(generations - 1)
    found: np.ndarray = first * np.concatenate([[1.0], np.cumprod(factors)])
    return found


def acquaintances(
    people: int = 5000, known: int = 20, rewired: float = 0.1, rng: np.random.Generator | int = 0
) -> np.ndarray:
    """Who knows whom: a ring on which everybody knows the nearest, with a share of ties to anywhere.

    Parameters
    ----------
    people : int
        How many people.
    known : int
        How many each one names, an even number.
    rewired : float
        Share of ties that lead anywhere; 0: a small circle, 1: no circles at all.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    array of int, shape (people, known)
        Numbers of those each one can tell. Ties are told of in one direction; a rewired tie of one person is
        not one of the other.

    Raises
    ------
    CourseError
        If known is odd, below 2, or not below people.

    Examples
    --------
    >>> sorted(acquaintances(10, 4, rewired=0.0)[0].tolist())
    [1, 2, 8, 9]
    """
    need_number(people, "The number of people", 4, 1_000_000)
    need_number(rewired, "The share rewired", 0, 1)
    if known % 2 or not 2 <= known < people:
        raise CourseError(f"Everybody knows an even number of people, from 2 to below {people}; got {known}.")
    generator = np.random.default_rng(rng)
    steps = np.concatenate([np.arange(1, known // 2 + 1), -np.arange(1, known // 2 + 1)])
    near = (np.arange(people)[:, None] + steps) % people
    far = generator.integers(0, people, near.shape)
    ties: np.ndarray = np.where(generator.random(near.shape) < rewired, far, near)
    return ties


def cascade(
    ties: np.ndarray,
    first: int = 18,
    second: int = 13,
    retold: float = 0.1,
    fades: float = 0.5,
    recovered: float = 0.0,
    silenced: float = 0.6,
    stories: int = 100,
    generations: int = 6,
    rng: np.random.Generator | int = 0,
) -> pd.DataFrame:
    """Let stories run over a network: whoever is told again has heard it before.

    Everybody tells a number of their own acquaintances, drawn without repeating one. A customer whose complaint
    was handled well tells fewer, and listeners tell less of it on: recovery as a damping of both.

    Parameters
    ----------
    ties : array of int, shape (people, known)
        What :func:`acquaintances` gives.
    first, second : int
        How many the customer tells, and each who tells it on; nobody tells more people than they know.
    retold, fades : float
        As in :func:`branching`.
    recovered : float
        Chance that the customer's complaint is recovered.
    silenced : float
        Share of tellings, and of the wish to tell on, that recovery takes away.
    stories : int
        How many stories, each by somebody drawn anew.
    generations : int
        At most so many.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        A row a story: heard (different people), tellings (all), recovered (bool), and ``g1``, ``g2``, …:
        different people by generation.

    Raises
    ------
    CourseError
        If a chance is outside 0 to 1.

    Examples
    --------
    >>> ties = acquaintances(2000, 20, 0.0)
    >>> runs = cascade(ties, retold=1.0, fades=1.0, generations=2, stories=20)
    >>> bool(runs["heard"].max() <= 40)
    True
    """
    named = {"telling on": retold, "fading": fades, "being recovered": recovered, "silencing": silenced}
    for what, value in named.items():
        need_number(value, f"The chance of {what}", 0, 1)
    generator = np.random.default_rng(rng)
    people, known = ties.shape
    rows: list[dict[str, object]] = []
    for _ in range(int(stories)):
        good = bool(generator.random() < recovered)
        damp = 1 - silenced if good else 1.0
        seen = np.zeros(people, dtype=bool)
        teller = generator.integers(0, people, 1)
        seen[teller] = True
        counts, tellings = [], 0
        chance, tell = retold * damp, round(first * damp)
        for _generation in range(int(generations)):
            told = _told(ties, teller, min(tell, known), generator)
            tellings += told.size
            new = np.unique(told[~seen[told]])
            seen[new] = True
            counts.append(len(new))
            teller = new[generator.random(len(new)) < chance]
            chance, tell = chance * fades, second
        named_counts = {f"g{number}": count for number, count in enumerate(counts, start=1)}
        rows.append({"heard": sum(counts), "tellings": tellings, "recovered": good, **named_counts})
    return pd.DataFrame(rows)


def _told(ties: np.ndarray, teller: np.ndarray, count: int, generator: np.random.Generator) -> np.ndarray:
    """Different acquaintances of each teller, in one row."""
    if not len(teller) or not count:
        return np.zeros(0, dtype=np.int64)
    order = np.argpartition(generator.random((len(teller), ties.shape[1])), count - 1, axis=1)[:, :count]
    found: np.ndarray = np.take_along_axis(ties[teller], order, axis=1).ravel()
    return found
