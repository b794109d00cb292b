"""Random numbers that belong to somebody: the same customer draws the same luck, whatever else happens.

A draw is a function of the company's seed, the step, the month, the name of the draw and the number of whoever
draws. Nothing else moves it: no other customer, no policy, no draw that was added elsewhere. Two policies under
one seed therefore share their luck (common random numbers), and a difference between them is the policies' own.
"""

from __future__ import annotations

import functools
import hashlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Who = NDArray[np.integer[Any]]

# Arrays without a dimension: numpy works with them faster than with its scalars.
_STRIDE = np.array(0x9E3779B97F4A7C15, dtype=np.uint64)
_FIRST = np.array(0xBF58476D1CE4E5B9, dtype=np.uint64)
_SECOND = np.array(0x94D049BB133111EB, dtype=np.uint64)
_TURN = np.array(40, dtype=np.uint64)  # bits of a number of whoever draws; above them stands the turn
_11, _27, _30, _31 = (np.array(bits, dtype=np.uint64) for bits in (11, 27, 30, 31))


class Luck:
    """The draws of one step in one month.

    Each draw is the SplitMix64 generator at a place of its own: the key of the draw gives where the sequence
    begins, the number of whoever draws how far along it lies.

    Parameters
    ----------
    seed : int
        The seed of the company, from 0.
    step : str
        The step.
    month : int
        Counted from 1; 0 for what happens outside the months.

    Examples
    --------
    >>> luck = Luck(7, "leaving", 3)
    >>> bool(luck.uniform("leaves", np.array([5]))[0] == luck.uniform("leaves", np.arange(9))[5])
    True
    """

    def __init__(self, seed: int, step: str, month: int = 0) -> None:
        self._scope = f"{seed}/{step}/{month}/"

    def uniform(self, draw: str, who: Who, turn: Who | int = 0) -> Numbers:
        """Give a number between 0 and 1, neither of them included, for each.

        Parameters
        ----------
        draw : str
            The name of the draw.
        who : ndarray of int
            Numbers from 0 to 2**40 - 1.
        turn : int or ndarray of int
            Which of several draws of the same name, from 0.

        Returns
        -------
        ndarray of float

        Examples
        --------
        >>> drawn = Luck(1, "step").uniform("draw", np.arange(10_000))
        >>> bool(abs(drawn.mean() - 0.5) < 0.01)
        True
        """
        drawn: Numbers = self.uniforms(draw, who, 1, turn)[0]
        return drawn

    def uniforms(self, draw: str, who: Who, count: int, turn: Who | int = 0) -> Numbers:
        """Give several numbers between 0 and 1 for each, which is faster than one after the other.

        Parameters
        ----------
        draw, who, turn
            As in :meth:`uniform`.
        count : int
            How many for each, up to 8.

        Returns
        -------
        ndarray of float
            A row a number: (count, len(who)).

        Examples
        --------
        >>> Luck(1, "step").uniforms("draw", np.arange(5), 3).shape
        (3, 5)
        """
        keys = _keys(self._scope + draw, count)
        bits = who.astype(np.uint64)
        if not isinstance(turn, int) or turn:
            bits += np.asarray(turn).astype(np.uint64) << _TURN
        bits *= _STRIDE
        bits = keys + bits
        bits ^= bits >> _30
        bits *= _FIRST
        bits ^= bits >> _27
        bits *= _SECOND
        bits ^= bits >> _31
        bits >>= _11
        drawn = bits.astype(np.float64)
        drawn += 0.5
        drawn *= 2.0**-53
        return drawn

    def normal(self, draw: str, who: Who, count: int = 1, turn: Who | int = 0) -> Numbers:
        """Give standard normal numbers, by the method of Box and Muller.

        Parameters
        ----------
        draw, who, turn
            As in :meth:`uniform`.
        count : int
            How many for each, up to 8.

        Returns
        -------
        ndarray of float
            A row a number: (count, len(who)).

        Examples
        --------
        >>> drawn = Luck(1, "step").normal("draw", np.arange(20_000), count=3)
        >>> drawn.shape, bool(abs(drawn.std() - 1) < 0.02)
        ((3, 20000), True)
        """
        pairs = (count + 1) // 2
        drawn = self.uniforms(draw, who, 2 * pairs, turn)
        radius, angle = drawn[:pairs], drawn[pairs:]
        np.log(radius, out=radius)
        radius *= -2.0
        np.sqrt(radius, out=radius)
        # Cosine and sine from the tangent of half the angle: one function in place of two, and a faster one.
        half = np.tan(np.multiply(angle, np.pi, out=angle), out=angle)
        square = half * half
        radius /= 1.0 + square
        found = np.empty((count, len(who)))
        np.multiply(radius, 1.0 - square, out=found[:pairs])
        np.multiply(radius[: count - pairs], 2.0 * half[: count - pairs], out=found[pairs:])
        return found

    def choice(self, draw: str, who: Who, shares: Numbers | tuple[float, ...], turn: Who | int = 0) -> Who:
        """Choose one of several for each of those who draw.

        Parameters
        ----------
        draw, who, turn
            As in :meth:`uniform`.
        shares : sequence of float
            The share of each; they need not add up to 1.

        Returns
        -------
        ndarray of int
            The place of what was chosen, from 0.

        Examples
        --------
        >>> np.bincount(Luck(1, "step").choice("draw", np.arange(100_000), (0.5, 0.3, 0.2))) // 1000
        array([49, 30, 19])
        """
        return pick(self.uniform(draw, who, turn), shares)


@functools.lru_cache(maxsize=256)
def _keys(draw: str, count: int) -> NDArray[np.uint64]:
    """Where the sequences of a draw begin: a column, the same for all chunks of a month."""
    digest = hashlib.blake2b(draw.encode(), digest_size=8 * count).digest()
    return np.frombuffer(digest, dtype="<u8").astype(np.uint64)[:, None]


def pick(drawn: Numbers, shares: Numbers | tuple[float, ...]) -> NDArray[np.int64]:
    """Turn numbers between 0 and 1 into choices.

    Parameters
    ----------
    drawn : ndarray of float
        Numbers between 0 and 1.
    shares : sequence of float
        The share of each choice; they need not add up to 1.

    Returns
    -------
    ndarray of int
        The place of what was chosen, from 0.

    Examples
    --------
    >>> pick(np.array([0.1, 0.9]), (0.5, 0.3, 0.2))
    array([0, 2])
    """
    cumulative = np.cumsum(shares)
    drawn = drawn * cumulative[-1]
    found = np.zeros(len(drawn), dtype=np.int64)
    for reached in cumulative[:-1]:  # for a few choices faster than a search
        found += drawn >= reached
    return found
