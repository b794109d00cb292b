"""On the way to a reward: the test of the two cards, and points pressure within the same members."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, linked, unique, whole_numbers

REWARD = 5_000  # points of one reward of Meridian Circle
Z_95 = 1.959963984540054


def two_cards(done_plain: int, plain: int, done_head_start: int, head_start: int) -> dict[str, float]:
    r"""Two groups with two kinds of card: how many finish, the difference, its interval and its tests.

    .. math:: z = \frac{p_1 - p_0}{\sqrt{\bar p (1 - \bar p)(1/n_0 + 1/n_1)}},\qquad \chi^2 = z^2

    The interval of the difference is Newcombe's, made of Wilson's intervals of both shares; that of the odds
    ratio is Woolf's, on the log scale.

    Parameters
    ----------
    done_plain, plain : int
        Cards finished and given out without a head start.
    done_head_start, head_start : int
        Cards finished and given out with a head start.

    Returns
    -------
    dict
        share_plain, share_head_start, difference, low, high (0 to 1), z, p_value, chi2, odds_ratio, or_low,
        or_high.

    Raises
    ------
    CourseError
        If a group is empty, or more cards are finished than were given.

    References
    ----------
    nunesdreze2006

    Examples
    --------
    >>> found = two_cards(28, 150, 51, 150)
    >>> round(found["z"], 2), round(found["chi2"], 2), round(found["odds_ratio"], 2)
    (3.01, 9.09, 2.24)
    """
    n0, n1 = need_number(plain, "Cards without a head start", 1), need_number(head_start, "Cards with one", 1)
    x0 = need_number(done_plain, "Finished cards without a head start", 0, n0)
    x1 = need_number(done_head_start, "Finished cards with one", 0, n1)
    p0, p1, pooled = x0 / n0, x1 / n1, (x0 + x1) / (n0 + n1)
    spread = math.sqrt(pooled * (1 - pooled) * (1 / n0 + 1 / n1))
    z = (p1 - p0) / spread if spread else 0.0
    (low0, high0), (low1, high1) = wilson(x0, n0), wilson(x1, n1)
    difference = p1 - p0
    low = difference - math.sqrt((p1 - low1) ** 2 + (high0 - p0) ** 2)
    high = difference + math.sqrt((high1 - p1) ** 2 + (p0 - low0) ** 2)
    a, b, c, d = (each or 0.5 for each in (x1, n1 - x1, x0, n0 - x0))
    ratio, error = math.log(a * d / (b * c)), math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
    return {
        "share_plain": p0,
        "share_head_start": p1,
        "difference": difference,
        "low": low,
        "high": high,
        "z": z,
        "p_value": math.erfc(abs(z) / math.sqrt(2)),
        "chi2": z * z,
        "odds_ratio": math.exp(ratio),
        "or_low": math.exp(ratio - Z_95 * error),
        "or_high": math.exp(ratio + Z_95 * error),
    }


def wilson(count: float, total: float) -> tuple[float, float]:
    """Wilson's 95 % interval of a share.

    Parameters
    ----------
    count, total : float
        How many of how many.

    Returns
    -------
    tuple of float
        low, high.

    Examples
    --------
    >>> [round(each, 3) for each in wilson(28, 150)]
    [0.132, 0.257]
    """
    share, square = count / total, Z_95**2
    middle = (share + square / (2 * total)) / (1 + square / total)
    reach = Z_95 * math.sqrt(share * (1 - share) / total + square / (4 * total**2)) / (1 + square / total)
    return max(middle - reach, 0.0), min(middle + reach, 1.0)


def cards_needed(share_plain: float, share_head_start: float, power: float = 0.8) -> int:
    """Cards that each group needs for a two-sided test at 5 % to find the difference with a given chance.

    Parameters
    ----------
    share_plain, share_head_start : float
        The shares that are expected to finish, between 0 and 1 and different.
    power : float
        The chance, below 1.

    Returns
    -------
    int

    Raises
    ------
    CourseError
        If the shares are equal.

    Examples
    --------
    >>> cards_needed(0.19, 0.34)
    132
    """
    from scipy.stats import norm

    p0, p1 = (
        need_number(share_plain, "The share", 0.001, 0.999),
        need_number(share_head_start, "The share", 0.001, 0.999),
    )
    if p0 == p1:
        raise CourseError("Equal shares can't be told apart with any number of cards.")
    reach = norm.ppf(0.975) + norm.ppf(need_number(power, "The power", 0.05, 0.999))
    return math.ceil(float(reach) ** 2 * (p0 * (1 - p0) + p1 * (1 - p1)) / (p1 - p0) ** 2)


def way_to_reward(
    ledger: pd.DataFrame, memberships: pd.DataFrame, orders: pd.DataFrame, reward: int = REWARD
) -> pd.DataFrame:
    """Each member's months, with the share of the way to the next reward at the month's beginning.

    Parameters
    ----------
    ledger, memberships, orders : DataFrame
        As the company has them.
    reward : int
        Points of one reward.

    Returns
    -------
    DataFrame
        A row a member and month after joining, up to the member's last order: customer_id, month (1 is January
        2022), progress (0 to 1) and orders in the month.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> way_to_reward(load("points_ledger"), load("memberships"), load("orders")).columns.tolist()
    ['customer_id', 'month', 'progress', 'orders']
    """
    columns(ledger, ("customer_id", "entered_on", "points"), "The ledger")
    columns(memberships, ("customer_id", "since", "event"), "The table of memberships")
    columns(orders, ("customer_id", "ordered_on"), "The table of orders")
    linked("customer_id", ledger, memberships, orders)
    joined = memberships[memberships["event"] == "joined"]
    unique(joined["customer_id"], "The entries of the table of memberships that say joined")
    members = pd.Index(joined["customer_id"], name="customer_id")
    first = _month(joined["since"]).to_numpy()
    last_month = int(_month(orders["ordered_on"]).max())
    months = range(1, last_month + 1)

    def wide(table: pd.DataFrame, day: str, value: pd.Series) -> np.ndarray:
        summed = value.groupby([table["customer_id"], _month(table[day])]).sum().unstack(fill_value=0)
        return summed.reindex(index=members, columns=list(months), fill_value=0).fillna(0).to_numpy()

    balance = wide(ledger, "entered_on", ledger["points"]).cumsum(axis=1)
    number = wide(orders, "ordered_on", pd.Series(1, index=orders.index))
    last = np.where(number > 0, np.arange(1, last_month + 1), 0).max(axis=1)
    rows = []
    for month in range(2, last_month + 1):
        here = np.flatnonzero((first < month) & (month <= last))
        rows.append(
            pd.DataFrame(
                {
                    "customer_id": members[here],
                    "month": month,
                    "progress": balance[here, month - 2] % reward / reward,
                    "orders": number[here, month - 1].astype(int),
                }
            )
        )
    return pd.concat(rows, ignore_index=True)


def _month(days: pd.Series) -> pd.Series:
    """Months from January 2022 as 1."""
    found: pd.Series = (days.dt.year - 2022) * 12 + days.dt.month
    return found.rename("month")


def points_pressure(months: pd.DataFrame) -> pd.DataFrame:
    r"""How much nearness to a reward adds to the log rate of orders: all members together, and within members.

    Together: a Poisson regression of orders on progress, season held. Within: the same with a level of its
    own for each member, which drops out when one conditions on the member's total (conditional Poisson):

    .. math:: \ell(\beta)=\sum_i\sum_t y_{it}\Big(x_{it}\beta-\log\sum_s e^{x_{is}\beta+o_s}\Big)

    Parameters
    ----------
    months : DataFrame
        What :func:`way_to_reward` gives.

    Returns
    -------
    DataFrame
        Rows together and within: estimate, low, high (95 %), log rate of orders for the whole way.

    Raises
    ------
    CourseError
        If a column is missing, or progress does not vary.

    Examples
    --------
    >>> rng = np.random.default_rng(3)
    >>> made = pd.DataFrame({"customer_id": np.repeat(range(300), 20), "month": np.tile(range(20), 300)})
    >>> made["progress"] = rng.uniform(size=6000)
    >>> made["orders"] = rng.poisson(np.exp(0.5 * made["progress"]))
    >>> bool(abs(points_pressure(made).loc["within", "estimate"] - 0.5) < 0.1)
    True
    """
    months = columns(months, ("customer_id", "progress"), "The table of months", number=("month", "orders"))
    for name in ("month", "orders"):
        whole_numbers(months[name], f"The table of months: {name!r}")
    if months["progress"].std() < 1e-9:
        raise CourseError("Progress does not vary, so its effect can't be seen.")
    season = months["month"].map(months.groupby("month")["orders"].mean()).clip(lower=1e-9)
    rows = {
        name: _conditional(group, months["progress"], months["orders"], np.log(season))
        for name, group in (
            ("together", pd.Series(0, index=months.index)),
            ("within", months["customer_id"]),
        )
    }
    return pd.DataFrame(rows, index=["estimate", "low", "high"]).T.rename_axis("members")


def _conditional(
    group: pd.Series, x: pd.Series, y: pd.Series, offset: pd.Series
) -> tuple[float, float, float]:
    """Newton's steps for the one slope of a conditional Poisson regression, with its 95 % interval."""
    place = pd.factorize(group)[0]
    way, done, rest = x.to_numpy(float), y.to_numpy(float), offset.to_numpy(float)
    total, slope, curvature = np.bincount(place, done), 0.0, 1.0
    for _ in range(25):
        weight = np.exp(rest + slope * way)
        whole = np.bincount(place, weight)
        mean = np.bincount(place, weight * way) / whole
        square = np.bincount(place, weight * way**2) / whole
        curvature = float((total * (square - mean**2)).sum())
        step = float((done * way).sum() - (total * mean).sum()) / curvature
        slope += step
        if abs(step) < 1e-10:
            break
    error = curvature**-0.5
    return slope, slope - Z_95 * error, slope + Z_95 * error


def true_club_effects() -> pd.Series:
    """What was put into the club, by cause: log of orders a month, or logit of joining.

    Returns
    -------
    Series
        By cause: membership, silver, gold, next reward, own rate, disposition.

    Examples
    --------
    >>> float(true_club_effects()["membership"])
    0.12
    """
    truth = load("truth")
    club = truth[truth["quantity"].astype(str) == "club"]
    return pd.Series(club["value"].to_numpy(float), index=club["cause"].astype(str).to_numpy(), name="truth")
