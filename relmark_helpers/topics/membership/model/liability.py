"""What points owe: allocation at the sale, revenue as points are redeemed, and what a change of estimate does."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number


def allocated(
    sales: float, points: float, expected_redemption: float, value: float = 1.0
) -> dict[str, float]:
    r"""Divide what customers paid between the goods and the points, by their stand-alone selling prices.

    .. math:: S_p = n\, v\, r,\qquad A_p = T\,\frac{S_p}{T + S_p},\qquad A_g = T - A_p

    T: sales at stand-alone prices; n points of value v; r: the share expected to be redeemed, so that
    breakage 1 - r is in the price of a point from the beginning.

    Parameters
    ----------
    sales : float
        T, money, above 0.
    points : float
        n, points given with these sales.
    expected_redemption : float
        r, 0 to 1.
    value : float
        v, money a point is worth when redeemed.

    Returns
    -------
    dict
        goods (revenue at once) and points (contract liability), money; price, the stand-alone selling price of
        a point.

    Raises
    ------
    CourseError
        If the sales are not above 0, or a value is out of its range.

    References
    ----------
    ifrs15

    Examples
    --------
    >>> {name: round(value, 2) for name, value in allocated(100_000, 10_000, 0.95).items()}
    {'goods': 91324.2, 'points': 8675.8, 'price': 0.95}
    """
    total = need_number(sales, "Sales", 0)
    if total == 0:
        raise CourseError("Sales must be above 0: there is nothing to divide.")
    price = need_number(value, "The value of a point", 0) * need_number(
        expected_redemption, "Expected redemption", 0, 1
    )
    alone = need_number(points, "The number of points", 0) * price
    share = alone / (total + alone)
    return {"goods": total * (1 - share), "points": total * share, "price": price}


def recognised(liability: float, redeemed: Sequence[float], expected: Sequence[float]) -> pd.DataFrame:
    r"""Revenue from points, period by period, in proportion to the points redeemed of those expected to be.

    .. math:: C_t = A_p \min\!\left(1, \frac{\sum_{s \le t} R_s}{N_t}\right),\qquad \text{revenue}_t = C_t - C_{t-1}

    N_t is the total that is expected, at the end of period t, ever to be redeemed. When it changes, the whole
    correction falls into that period: earlier ones stay as they were reported.

    Parameters
    ----------
    liability : float
        What was allocated to the points, money.
    redeemed : sequence of float
        Points redeemed in each period.
    expected : sequence of float
        Points expected, at the end of each period, to be redeemed in all.

    Returns
    -------
    DataFrame
        A row a period from 1: redeemed, expected, cumulative, revenue, liability (at its end), money.

    Raises
    ------
    CourseError
        If the two differ in length, or more has been redeemed than is expected in all.

    References
    ----------
    ifrs15

    Examples
    --------
    >>> recognised(8_676, [4_500, 4_000], [9_500, 9_700])["revenue"].round().tolist()
    [4110.0, 3493.0]
    """
    owed = need_number(liability, "The liability", 0)
    if len(redeemed) != len(expected) or not len(redeemed):
        raise CourseError("Give the points redeemed and the points expected for each period, equally many.")
    rows, before, so_far = [], 0.0, 0.0
    for period, (points, total) in enumerate(zip(redeemed, expected, strict=True), start=1):
        so_far += need_number(points, "Points redeemed", 0)
        if need_number(total, "Points expected", 0) < so_far or total == 0:
            raise CourseError(
                f"In period {period} more points have been redeemed ({so_far:g}) than are expected ({total:g})."
            )
        cumulative = owed * so_far / total
        rows.append(
            {
                "period": period,
                "redeemed": points,
                "expected": total,
                "cumulative": cumulative,
                "revenue": cumulative - before,
                "liability": owed - cumulative,
            }
        )
        before = cumulative
    return pd.DataFrame(rows)


def change_of_estimate(
    liability: float, redeemed_so_far: float, expected_before: float, expected_now: float
) -> dict[str, float]:
    r"""What a new estimate does to the profit of the period in which it is made, and to the liability.

    .. math:: \Delta = A_p \sum R \left(\frac{1}{N_1} - \frac{1}{N_0}\right)

    Parameters
    ----------
    liability : float
        What was allocated to the points, money.
    redeemed_so_far : float
        Points redeemed up to the end of the period.
    expected_before, expected_now : float
        Points expected to be redeemed in all, by the old and the new estimate.

    Returns
    -------
    dict
        profit (money, negative if more redemption is expected than before) and liability (its opposite).

    Examples
    --------
    >>> round(change_of_estimate(8_676, 8_500, 9_500, 9_700)["profit"])
    -160
    """
    old = recognised(liability, [redeemed_so_far], [expected_before])["cumulative"].iloc[0]
    new = recognised(liability, [redeemed_so_far], [expected_now])["cumulative"].iloc[0]
    return {"profit": float(new - old), "liability": float(old - new)}
