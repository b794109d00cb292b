"""Who brings the profit: Lorenz curve, Gini coefficient, the share of the top fifth, and who stays in it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, numbers, unique
from relmark_helpers.topics.lifetime.model.survival import DAYS_A_MONTH

TOP = 0.20


def lorenz_curve(amounts: pd.Series) -> pd.DataFrame:
    """Cumulative share of the amount against cumulative share of customers, from the smallest up.

    Parameters
    ----------
    amounts : Series
        One amount a customer, such as profit in CNY; zeros count, negative amounts too.

    Returns
    -------
    DataFrame
        Columns customers and amount, both shares from 0 to 1.

    Raises
    ------
    CourseError
        If there are no numbers or they do not add up to something above 0.

    Examples
    --------
    >>> lorenz_curve(pd.Series([1.0, 3.0]))["amount"].tolist()
    [0.0, 0.25, 1.0]
    """
    ordered = _ordered(amounts)
    return pd.DataFrame(
        {
            "customers": np.arange(len(ordered) + 1) / len(ordered),
            "amount": np.concatenate([[0.0], np.cumsum(ordered) / ordered.sum()]),
        }
    )


def gini(amounts: pd.Series) -> float:
    r"""Gini coefficient: twice the area between the Lorenz curve and the diagonal.

    .. math:: G = \frac{2\sum_k k\,x_{(k)}}{n\sum_k x_{(k)}} - \frac{n+1}{n}

    Parameters
    ----------
    amounts : Series
        One amount a customer.

    Returns
    -------
    float
        0 where all are equal, near 1 where one has all; it can pass 1 when some amounts are negative.

    Raises
    ------
    CourseError
        As :func:`lorenz_curve`.

    Examples
    --------
    >>> gini(pd.Series([1.0, 3.0]))
    0.25
    """
    ordered = _ordered(amounts)
    count = len(ordered)
    ranks = np.arange(1, count + 1)
    return float(2 * (ranks * ordered).sum() / (count * ordered.sum()) - (count + 1) / count)


def top_share(amounts: pd.Series, top: float = TOP) -> float:
    """Share of the amount that the largest customers bring.

    Parameters
    ----------
    amounts : Series
        One amount a customer.
    top : float
        Share of customers counted as top, above 0 and up to 1; their number is rounded to a whole one.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        As :func:`lorenz_curve`.

    Examples
    --------
    >>> top_share(pd.Series([1.0, 1.0, 1.0, 1.0, 6.0]))
    0.6
    """
    need_number(top, "The top share", 0, 1)
    ordered = _ordered(amounts)
    count = max(round(top * len(ordered)), 1)
    return float(ordered[-count:].sum() / ordered.sum())


def top_share_interval(
    amounts: pd.Series, top: float = TOP, draws: int = 400, rng: np.random.Generator | int = 7
) -> tuple[float, float]:
    """95 % interval of the top share: customers drawn anew with replacement (percentile bootstrap).

    Parameters
    ----------
    amounts : Series
        One amount a customer.
    top : float
        Share of customers counted as top.
    draws : int
        How often, 20 or more.
    rng : numpy Generator or int
        Source of the draws.

    Returns
    -------
    low, high : float

    Examples
    --------
    >>> low, high = top_share_interval(pd.Series(range(1, 101)))
    >>> low < top_share(pd.Series(range(1, 101))) < high
    True
    """
    need_number(draws, "The number of draws", 20)
    values, chance = _ordered(amounts), np.random.default_rng(rng)
    count = max(round(top * len(values)), 1)
    drawn = np.sort(values[chance.integers(len(values), size=(int(draws), len(values)))], axis=1)
    low, high = np.quantile(drawn[:, -count:].sum(axis=1) / drawn.sum(axis=1), [0.025, 0.975])
    return float(low), float(high)


def times_as_much(share: float, top: float = TOP) -> float:
    r"""How many times as much a top customer brings as another one: :math:`\frac{s/p}{(1-s)/(1-p)}`.

    Parameters
    ----------
    share : float
        s, what the top customers bring, 0 to below 1.
    top : float
        p, their share of the customers, above 0 and below 1.

    Returns
    -------
    float

    Examples
    --------
    >>> round(times_as_much(0.8, 0.2), 6)
    16.0
    """
    need_number(share, "The share of the profit", 0, 1 - 1e-9)
    need_number(top, "The share of the customers", 1e-9, 1 - 1e-9)
    return float(share / top / ((1 - share) / (1 - top)))


def share_for_times(times: float, top: float = TOP) -> float:
    r"""What the top customers bring if each is worth so many others: :math:`\frac{kp}{kp+1-p}`.

    Parameters
    ----------
    times : float
        k, how many times as much.
    top : float
        p, share of the customers.

    Returns
    -------
    float

    Examples
    --------
    >>> round(share_for_times(9, 0.2), 3)
    0.692
    """
    need_number(times, "The number of times", 0)
    need_number(top, "The share of the customers", 0, 1)
    return float(times * top / (times * top + 1 - top))


def still_on_top(before: pd.Series, after: pd.Series, top: float = TOP) -> float:
    """Share of the top customers of one period who are top in the next as well.

    Parameters
    ----------
    before, after : Series
        One amount a customer, by customer_id; who is missing from ``after`` bought nothing.
    top : float
        Share of each period's buyers counted as top.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        As :func:`lorenz_curve`.

    Examples
    --------
    >>> still_on_top(pd.Series([9, 8, 1, 1], index=list("abcd")), pd.Series([1, 8, 9], index=list("abc")), 0.5)
    0.5
    """
    first, second = _top_of(before, top), _top_of(after, top)
    return len(first & second) / len(first)


def window_amounts(
    orders: pd.DataFrame,
    months: int,
    measure: str = "profit",
    extra_annual_churn: float = 0.0,
    everybody: bool = False,
    rng: int = 7,
) -> pd.Series:
    """Amount of each buyer in the last months of the table, as if more customers had left meanwhile.

    With an extra churn each customer gets a leaving day at random, at a constant rate from the beginning of
    the table on; later orders are dropped. The same seed gives the same people the same luck at every rate.

    Parameters
    ----------
    orders : DataFrame
        Columns customer_id, ordered_on and the measure.
    months : int
        Length of the window before the last day, 1 or more.
    measure : str
        Column to add up, or ``"orders"`` to count them.
    extra_annual_churn : float
        Share of the customers lost a year beside those who left anyhow, 0 to below 1.
    everybody : bool
        Whether customers of the table who bought nothing in the window count, with an amount of 0.
    rng : int
        Seed of the leaving days.

    Returns
    -------
    Series
        By customer_id.

    Raises
    ------
    CourseError
        If a column is missing or nobody bought.

    Examples
    --------
    >>> days = pd.to_datetime(["2024-01-10", "2024-06-01", "2024-06-30"])
    >>> orders = pd.DataFrame({"customer_id": [1, 1, 2], "ordered_on": days, "profit": [5.0, 7.0, 9.0]})
    >>> window_amounts(orders, 3).to_dict()
    {1: 7.0, 2: 9.0}
    """
    measured = () if measure == "orders" else (measure,)
    columns(orders, ("customer_id", "ordered_on"), "The table of orders", number=measured)
    for name in measured:
        numbers(orders[name], f"The column {name!r} of the table of orders", gaps=False)
    need_number(months, "The window, in months,", 1)
    need_number(extra_annual_churn, "The extra annual churn", 0, 0.99)
    day, who = orders["ordered_on"].to_numpy(), orders["customer_id"].to_numpy()
    kept = day > day.max() - np.timedelta64(round(months * DAYS_A_MONTH * 24), "h")
    if extra_annual_churn > 0:
        luck = np.random.default_rng(rng).exponential(size=int(who.max()) + 1)
        years = (day - day.min()) / np.timedelta64(365, "D")
        kept &= years < luck[who] / -np.log(1 - extra_annual_churn)
    if not kept.any():
        raise CourseError("Nobody bought in this window; make it longer.")
    amount = np.ones(kept.sum()) if measure == "orders" else orders[measure].to_numpy(dtype=float)[kept]
    counted = np.unique(who if everybody else who[kept])
    sums = np.bincount(np.searchsorted(counted, who[kept]), weights=amount, minlength=len(counted))
    return pd.Series(sums, index=pd.Index(counted, name="customer_id"))


def _top_of(amounts: pd.Series, top: float) -> set[object]:
    values = numbers(amounts, "The amounts", gaps=False).sort_values(kind="stable")
    unique(values.index, "The amounts")
    return set(values.index[-max(round(top * len(values)), 1) :])


def _ordered(amounts: pd.Series) -> np.ndarray:
    values = numbers(amounts, "The amounts").dropna().to_numpy(dtype="float64")
    if len(values) == 0 or values.sum() <= 0:
        raise CourseError(
            "The amounts must add up to something above 0; concentration has no meaning otherwise."
        )
    return np.sort(values)
