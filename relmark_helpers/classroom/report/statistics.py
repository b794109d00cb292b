"""Item analysis: pure functions of points, students by items. What cannot be computed is None, never NaN."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

GROUP = 0.27  # upper and lower groups of this share of the class
NOTHING = 1e-12  # a variance below this is none


def cronbach_alpha(points: ArrayLike) -> float | None:
    r"""Cronbach's alpha: how far the items of a test rank the class the same way.

    .. math:: \alpha = \frac{k}{k-1}\left(1 - \frac{\sum_i s_i^2}{s_{total}^2}\right)

    Parameters
    ----------
    points : array, students × items
        Points earned.

    Returns
    -------
    float or None
        At most 1; None with fewer than two students or items, or if all have the same total.

    References
    ----------
    [cronbach1951]_

    Examples
    --------
    >>> cronbach_alpha([[1, 1], [2, 2], [3, 3]]), cronbach_alpha([[1, 2], [2, 1]])
    (1.0, None)
    """
    table = np.asarray(points, dtype=np.float64)
    if table.ndim != 2 or min(table.shape) < 2:
        return None
    whole = float(table.sum(axis=1).var(ddof=1))
    if whole < NOTHING:
        return None
    items = table.shape[1]
    return float(items / (items - 1) * (1 - table.var(axis=0, ddof=1).sum() / whole))


def alpha_interval(
    alpha: float, students: int, items: int, level: float = 0.95
) -> tuple[float, float] | None:
    r"""Give Feldt's interval of alpha.

    Where students and items are two crossed factors of normal, homogeneous scores,
    :math:`(1-\alpha)/(1-\hat\alpha)` follows an F distribution with :math:`n-1` and :math:`(n-1)(k-1)`
    degrees of freedom.

    Parameters
    ----------
    alpha : float
        Alpha of the sample.
    students, items : int
        How many there are.
    level : float
        Coverage of the interval, from 0 to 1.

    Returns
    -------
    tuple of float or None
        Lower and upper end; None with fewer than two students or items.

    Examples
    --------
    >>> low, high = alpha_interval(0.8, 40, 10)
    >>> low < 0.8 < high
    True
    """
    if students < 2 or items < 2:
        return None
    from scipy.stats import f

    freedom = (students - 1, (students - 1) * (items - 1))
    tail = (1 - level) / 2
    return (
        float(1 - (1 - alpha) * f.isf(tail, *freedom)),
        float(1 - (1 - alpha) * f.ppf(tail, *freedom)),
    )


def standard_error(spread: float | None, alpha: float | None) -> float | None:
    r"""Standard error of measurement, :math:`s\sqrt{1-\alpha}`, in points.

    Parameters
    ----------
    spread : float or None
        Standard deviation of the totals.
    alpha : float or None
        Their reliability.

    Returns
    -------
    float or None
        None if either is missing or alpha is negative, for then it is no reliability.

    Examples
    --------
    >>> standard_error(10.0, 0.84), standard_error(10.0, -0.1)
    (4.0, None)
    """
    if spread is None or alpha is None or alpha < 0:
        return None
    return spread * math.sqrt(max(0.0, 1 - alpha))


def spread(values: ArrayLike) -> float | None:
    """Standard deviation of a sample.

    Parameters
    ----------
    values : array
        Numbers.

    Returns
    -------
    float or None
        None with fewer than two.

    Examples
    --------
    >>> spread([1.0, 3.0]), spread([1.0])
    (1.4142135623730951, None)
    """
    numbers = np.asarray(values, dtype=np.float64)
    return float(numbers.std(ddof=1)) if numbers.size > 1 else None


def discrimination(item: ArrayLike, totals: ArrayLike) -> float | None:
    """Corrected item–total correlation: of an item with the total of all others.

    Parameters
    ----------
    item, totals : array
        Points of each student in the item, and in all items, this one included.

    Returns
    -------
    float or None
        From −1 to 1; None where either does not vary.

    Examples
    --------
    >>> round(discrimination([0, 0, 1, 1], [1, 2, 4, 5]), 3)
    0.894
    """
    own = np.asarray(item, dtype=np.float64)
    rest = np.asarray(totals, dtype=np.float64) - own
    if own.size < 2 or own.var() < NOTHING or rest.var() < NOTHING:
        return None
    together = float(np.mean((own - own.mean()) * (rest - rest.mean())))
    return max(-1.0, min(1.0, together / float(own.std() * rest.std())))


def upper_lower(item: ArrayLike, totals: ArrayLike, most: float, share: float = GROUP) -> float | None:
    """Share of an item's points earned by the best part of the class, less that of the weakest part.

    Those who are level at a group's edge share the places left in it, so that the order of rows plays no part.

    Parameters
    ----------
    item, totals : array
        Points of each student in the item, and in all.
    most : float
        Points that the item can give.
    share : float
        Size of each group as a share of the class.

    Returns
    -------
    float or None
        From −1 to 1; None with fewer than two students, or no points to earn.

    Examples
    --------
    >>> upper_lower([0, 1, 2, 2], [1, 5, 8, 9], most=2)
    1.0
    """
    own, whole = np.asarray(item, dtype=np.float64), np.asarray(totals, dtype=np.float64)
    if own.size < 2 or most <= 0:
        return None
    size = max(1, round(share * own.size))
    best, weakest = _weights(whole, size), _weights(-whole, size)
    return float((best @ own - weakest @ own) / size / most)


def _weights(totals: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    """How much each student belongs to the ``size`` best: 1, 0, or a part at the edge."""
    edge = np.sort(totals)[-size]
    above, level = totals > edge + NOTHING, np.abs(totals - edge) <= NOTHING
    return np.asarray(above + level * (size - above.sum()) / level.sum(), dtype=np.float64)
