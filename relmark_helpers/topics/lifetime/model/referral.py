"""Referrals as a branching process: each customer brings a random number of others, and they bring others."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns
from relmark_helpers.topics.lifetime.model.survival import Z_95


def at_least_one(leads: int, conversion: float) -> float:
    r"""Probability that at least one of several leads buys: :math:`1 - (1-p)^k`, if they decide independently.

    Parameters
    ----------
    leads : int
        k, people told.
    conversion : float
        p, probability that one of them buys.

    Returns
    -------
    float

    Examples
    --------
    >>> round(at_least_one(8, 1 / 8), 3)
    0.656
    """
    need_number(leads, "The number of leads", 0)
    need_number(conversion, "Conversion", 0, 1)
    return float(1 - (1 - conversion) ** leads)


def conversion_needed(leads: int, probability: float = 0.95) -> float:
    r"""Conversion from which at least one of several leads buys with a given probability.

    .. math:: p = 1 - (1-P)^{1/k}

    Parameters
    ----------
    leads : int
        k, people told, 1 or more.
    probability : float
        P, how sure it has to be.

    Returns
    -------
    float

    Examples
    --------
    >>> round(conversion_needed(8), 3)
    0.312
    """
    need_number(leads, "The number of leads", 1)
    need_number(probability, "The probability", 0, 1)
    return float(1 - (1 - probability) ** (1 / leads))


def reproduction(share_who_refer: float, leads: float, conversion: float) -> float:
    r"""Newcomers that one customer brings on average: :math:`R_0 = s \cdot k \cdot p`.

    Parameters
    ----------
    share_who_refer : float
        s, share of customers who tell anybody.
    leads : float
        k, people each of them tells.
    conversion : float
        p, share of those told who buy.

    Returns
    -------
    float

    Examples
    --------
    >>> reproduction(0.5, 8, 0.125)
    0.5
    """
    need_number(share_who_refer, "The share who refer", 0, 1)
    need_number(leads, "The number of leads", 0)
    need_number(conversion, "Conversion", 0, 1)
    return float(share_who_refer * leads * conversion)


def in_the_end(r0: float) -> float:
    r"""Customers in the end from one, the first counted: :math:`1/(1-R_0)`; infinite from 1 on.

    Parameters
    ----------
    r0 : float
        Newcomers that one customer brings on average, 0 or more.

    Returns
    -------
    float

    Examples
    --------
    >>> in_the_end(0.5)
    2.0
    """
    need_number(r0, "R0", 0)
    return float(1 / (1 - r0)) if r0 < 1 else float("inf")


def dying_out(share_who_refer: float, leads: int, conversion: float) -> float:
    r"""Probability that a chain of referrals from one customer ends by itself.

    The smallest solution of :math:`q = 1 - s + s(1-p+pq)^k`, found by repeating it from 0.

    Parameters
    ----------
    share_who_refer : float
        s, share of customers who tell anybody.
    leads : int
        k, people each of them tells.
    conversion : float
        p, share of those told who buy.

    Returns
    -------
    float
        1 as long as R0 is at most 1 (but where every customer brings exactly one).

    Examples
    --------
    >>> round(dying_out(1.0, 2, 0.75), 4)
    0.1111
    """
    reproduction(share_who_refer, leads, conversion)
    chance = 0.0
    for _ in range(5000):
        chance = 1 - share_who_refer + share_who_refer * (1 - conversion + conversion * chance) ** leads
    return float(chance)


def referral_chains(
    share_who_refer: float,
    leads: int,
    conversion: float,
    overlap: float = 0.0,
    generations: int = 8,
    customers: int = 200,
    rng: np.random.Generator | int = 7,
) -> pd.DataFrame:
    """Newcomers by generation from some first customers, with what luck alone makes of it.

    Parameters
    ----------
    share_who_refer, leads, conversion
        As :func:`reproduction`.
    overlap : float
        Share of those told who have heard already and count for nothing, 0 to 1.
    generations : int
        How many generations to follow.
    customers : int
        First customers.
    rng : numpy Generator or int
        Source of the draws, 200 chains of generations.

    Returns
    -------
    DataFrame
        One row per generation from 0: generation, expected, low, high (95 % of 200 simulated runs), all
        customers so far.

    Raises
    ------
    CourseError
        If a share is outside 0 to 1.

    Examples
    --------
    >>> referral_chains(0.5, 8, 0.125, customers=100)["expected"].tolist()[:3]
    [100.0, 150.0, 175.0]
    """
    need_number(overlap, "The overlap", 0, 1)
    need_number(generations, "The number of generations", 1, 40)
    need_number(customers, "The number of first customers", 1)
    r0 = reproduction(share_who_refer, leads, conversion * (1 - overlap))
    chance = np.random.default_rng(rng)
    now = np.full(200, int(customers))
    so_far = [now.copy()]
    for _ in range(int(generations)):
        tellers = chance.binomial(now, share_who_refer)
        now = chance.binomial(np.minimum(tellers * int(leads), 10**12), conversion * (1 - overlap))
        so_far.append(so_far[-1] + now)
    low, high = np.quantile(np.array(so_far), [0.025, 0.975], axis=1)
    expected = customers * np.cumsum(r0 ** np.arange(int(generations) + 1))
    return pd.DataFrame(
        {"generation": range(int(generations) + 1), "expected": expected, "low": low, "high": high}
    )


def referrals_seen(customers: pd.DataFrame) -> dict[str, float]:
    """Newcomers sent by customers in a table of customers, with a 95 % interval (a Poisson count).

    Parameters
    ----------
    customers : DataFrame
        Columns customer_id and referred_by (missing where nobody sent the customer).

    Returns
    -------
    dict
        customers, referred, r0, low, high: newcomers sent per customer over the time the table covers.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> table = pd.DataFrame({"customer_id": [1, 2, 3, 4], "referred_by": [None, 1, None, 2]})
    >>> referrals_seen(table)["r0"]
    0.5
    """
    columns(customers, ("customer_id", "referred_by"), "The table of customers")
    sent, everybody = int(customers["referred_by"].notna().sum()), len(customers)
    if sent == 0:
        raise CourseError("Nobody in this table was sent by a customer.")
    reach = Z_95 * sent**0.5
    return {
        "customers": everybody,
        "referred": sent,
        "r0": sent / everybody,
        "low": max(sent - reach, 0.0) / everybody,
        "high": (sent + reach) / everybody,
    }
