"""Acquiring against keeping: three costs from one ledger, and what decides between them."""

from __future__ import annotations

import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns
from relmark_helpers.topics.lifetime.model.survival import Z_95


def cost_ratios(
    acquisition_spending: float,
    newcomers: float,
    retention_spending: float,
    customers: float,
    annual_retention: float,
    retention_effect: float,
) -> dict[str, float]:
    r"""Cost of a customer won, kept and saved, and the two ratios that are told as one.

    .. math:: \text{won} = \frac{A}{n} \qquad \text{kept} = \frac{R}{N r} \qquad
              \text{saved} = \frac{R}{N\,\Delta r}

    Parameters
    ----------
    acquisition_spending : float
        A, spent in the period on winning customers, money.
    newcomers : float
        n, customers won.
    retention_spending : float
        R, spent in the period on keeping customers, money.
    customers : float
        N, customers at the beginning.
    annual_retention : float
        r, share kept in the period.
    retention_effect : float
        Share of all customers who stay because of the spending and would have left without it. It can't be
        read from a ledger; it needs a comparison group.

    Returns
    -------
    dict
        won, kept, saved (money a customer); won/kept, won/saved (times).

    Raises
    ------
    CourseError
        If a denominator is 0, or the effect is larger than retention itself.

    References
    ----------
    keiningham2005

    Examples
    --------
    >>> ratios = cost_ratios(300_000, 1_000, 100_000, 10_000, 0.85, 0.02)
    >>> {name: round(value, 1) for name, value in ratios.items()}
    {'won': 300.0, 'kept': 11.8, 'saved': 500.0, 'won/kept': 25.5, 'won/saved': 0.6}
    """
    need_number(acquisition_spending, "Spending on acquisition", 0)
    need_number(retention_spending, "Spending on retention", 1e-9)
    need_number(newcomers, "The number of newcomers", 1e-9)
    need_number(customers, "The number of customers", 1e-9)
    need_number(annual_retention, "Annual retention", 1e-9, 1)
    need_number(retention_effect, "The effect on retention", 1e-9, 1)
    if retention_effect > annual_retention:
        raise CourseError("More customers can't be saved than are kept: the effect is larger than retention.")
    won = acquisition_spending / newcomers
    kept = retention_spending / (customers * annual_retention)
    saved = retention_spending / (customers * retention_effect)
    return {"won": won, "kept": kept, "saved": saved, "won/kept": won / kept, "won/saved": won / saved}


def channel_costs(acquisition_costs: pd.DataFrame) -> pd.DataFrame:
    """Spending, newcomers and cost of a newcomer by channel, with 95 % intervals (newcomers as Poisson counts).

    Parameters
    ----------
    acquisition_costs : DataFrame
        Columns channel, spending, newcomers.

    Returns
    -------
    DataFrame
        One row per channel, then "paid channels" and "all channels": channel, spending, newcomers, cost,
        low, high (CNY a newcomer).

    Raises
    ------
    CourseError
        If a column is missing or a channel brought nobody.

    Examples
    --------
    >>> rows = pd.DataFrame({"channel": ["ad", "walk_in"], "spending": [900.0, 0.0], "newcomers": [9, 1]})
    >>> channel_costs(rows).set_index("channel")["cost"].tolist()
    [100.0, 0.0, 100.0, 90.0]
    """
    columns(acquisition_costs, ("channel", "spending", "newcomers"), "The table of acquisition costs")
    names = acquisition_costs["channel"].astype(str)
    sums = acquisition_costs.groupby(names)[["spending", "newcomers"]].sum().astype("float64")
    sums.loc["paid channels"] = sums[sums["spending"] > 0].sum()
    sums.loc["all channels"] = sums.drop(index="paid channels").sum()
    if (sums["newcomers"] == 0).any():
        raise CourseError("A channel that brought nobody has no cost of a newcomer; leave it out.")
    reach = Z_95 * sums["newcomers"] ** 0.5
    sums["cost"] = sums["spending"] / sums["newcomers"]
    sums["low"] = sums["spending"] / (sums["newcomers"] + reach)
    sums["high"] = sums["spending"] / (sums["newcomers"] - reach).clip(lower=0.5)
    return sums.reset_index(names="channel")


def break_even_effect(retention_spending: float, customers: float, cost_of_one_won: float) -> float:
    r"""Effect on retention from which saving a customer costs no more than winning one: :math:`R/(N \cdot \text{won})`.

    Parameters
    ----------
    retention_spending : float
        R, money.
    customers : float
        N, customers at the beginning.
    cost_of_one_won : float
        Money a newcomer.

    Returns
    -------
    float
        Share of customers; 0.03 is three points of retention.

    Examples
    --------
    >>> round(break_even_effect(100_000, 10_000, 300), 4)
    0.0333
    """
    need_number(retention_spending, "Spending on retention", 0)
    need_number(customers, "The number of customers", 1e-9)
    need_number(cost_of_one_won, "The cost of a newcomer", 1e-9)
    return float(retention_spending / (customers * cost_of_one_won))
