"""Pictures of who brings the profit, of shares of customers and markets, and of chains of referrals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relmark_helpers.style import CYCLE, PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

POINTS = 200  # of a Lorenz curve that is drawn; more are not seen
MOST_IN_CHAIN = 100_000.0


def lorenz(curve: pd.DataFrame, top: float = 0.20) -> Figure:
    """Lorenz curve with the top customers' share marked.

    Parameters
    ----------
    curve : DataFrame
        Columns customers and amount, as :func:`model.lorenz_curve` gives.
    top : float
        Share of customers counted as top.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"customers": [0, 0.5, 1], "amount": [0, 0.2, 1]})
    >>> lorenz(rows).axes[0].get_xlabel()
    'customers from the least, per cent'
    """
    picture = figure(6.6, 4.0)
    axes = picture.subplots()
    x = np.linspace(0, 1, POINTS + 1)
    y = np.interp(x, curve["customers"], curve["amount"])
    axes.fill_between(100 * x, 100 * x, 100 * y, color=PALETTE["main"], alpha=0.12, linewidth=0)
    axes.plot([0, 100], [0, 100], "--", color=PALETTE["muted"], linewidth=1.5)
    axes.plot(100 * x, 100 * y, color=PALETTE["main"], linewidth=2.5)
    heads, share = _top(curve, top)
    below, edge = 100 * (1 - share), 100 * (1 - heads)
    axes.plot([edge, edge], [min(below, 100), 100], color=PALETTE["contrast"], linewidth=2.5)
    axes.plot([edge], [below], "o", color=PALETTE["contrast"])
    axes.text(
        3,
        96,
        f"top {100 * top:.0f} % bring {100 - below:.0f} %",
        va="top",
        color=PALETTE["contrast"],
        fontsize=11,
    )
    axes.text(30, 33, "all alike", rotation=28, color=PALETTE["muted"], fontsize=9)
    axes.set(
        xlim=(0, 100),
        ylim=(min(0.0, 110 * float(y.min())), 100),
        xlabel="customers from the least, per cent",
        ylabel="of the whole, per cent",
    )
    return picture


def lorenz_says(curve: pd.DataFrame, counted: str, top: float = 0.20) -> str:
    """Top share, Gini coefficient and times as much, in words.

    Parameters
    ----------
    curve : DataFrame
        As for the picture.
    counted : str
        What is divided, such as ``"profit of the last 12 months"``.
    top : float
        Share of customers counted as top.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"customers": [0, 0.2, 0.4, 0.6, 0.8, 1], "amount": [0, 0.05, 0.1, 0.2, 0.5, 1]})
    >>> lorenz_says(rows, "profit")
    'Profit: the top 20 % of 5 customers bring 50.0 %, 4.0 times as much each as the others; Gini 0.46.'
    """
    heads, share = _top(curve, top)
    area = float(np.trapezoid(curve["amount"], curve["customers"]))
    times = share / heads / ((1 - share) / (1 - heads)) if share < 1 - 1e-9 else float("inf")
    told = f"{times:.1f} times as much each as the others" if np.isfinite(times) else "the others nothing"
    return (
        f"{counted[0].upper()}{counted[1:]}: the top {100 * top:.0f} % of {len(curve) - 1:,} customers bring "
        f"{100 * share:.1f} %, {told}; Gini {1 - 2 * area:.2f}."
    )


def firms(table: pd.DataFrame) -> Figure:
    """Each firm's share of customer against its penetration; the size of a dot is its market share.

    Parameters
    ----------
    table : DataFrame
        Columns firm, market_share, penetration, share_of_customer, as :func:`model.firm_table` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"firm": ["A"], "market_share": [0.4], "penetration": [0.6], "share_of_customer": [0.5]})
    >>> [text.get_text() for text in firms(rows).axes[0].texts]
    ['A']
    """
    picture = figure(6.6, 3.8)
    axes = picture.subplots()
    for number, row in enumerate(table.to_dict("records")):
        x, y = 100 * row["penetration"], 100 * row["share_of_customer"]
        axes.plot([x], [y], "o", color=CYCLE[number], markersize=12 + 35 * row["market_share"], alpha=0.75)
        axes.text(x, y, row["firm"], ha="center", va="center", fontsize=9, color="white", weight="bold")
    axes.set(
        xlim=(0, 105),
        ylim=(0, 108),
        xlabel="penetration: buyers of the category who buy here, per cent",
        ylabel="share of customer, per cent",
    )
    return picture


def firms_says(table: pd.DataFrame) -> str:
    """Largest and smallest firm side by side, in words.

    Parameters
    ----------
    table : DataFrame
        As for the picture, with purchases_a_buyer and buy_elsewhere.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.topics.lifetime.model.share import divided_market, firm_table
    >>> firms_says(firm_table(divided_market([0.4, 0.3, 0.2, 0.1]))).count("%")
    8
    """
    parts = [
        f"firm {row['firm']} has {100 * row['market_share']:.0f} % of the market, is bought by "
        f"{100 * row['penetration']:.0f} % of the category's buyers, and gets {100 * row['share_of_customer']:.0f} % of "
        f"what these spend; {100 * row['buy_elsewhere']:.0f} % of them also buy elsewhere"
        for row in table.iloc[[0, -1]].to_dict("records")
    ]
    return f"{'. '.join(part[0].upper() + part[1:] for part in parts)}."


def chains(table: pd.DataFrame) -> Figure:
    """Customers so far by generation of referrals, with the range that luck alone makes.

    Parameters
    ----------
    table : DataFrame
        Columns generation, expected, low, high, as :func:`model.referral_chains` gives.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"generation": [0, 1], "expected": [100, 150], "low": [100, 130], "high": [100, 170]})
    >>> chains(rows).axes[0].get_yscale()
    'log'
    """
    picture = figure(6.6, 3.6, left=1.05)
    axes = picture.subplots()
    numbers = table[["expected", "low", "high"]]
    shown = numbers.where(numbers <= MOST_IN_CHAIN)  # what outgrows the picture is told in the sentence
    axes.fill_between(
        table["generation"], shown["low"], shown["high"], color=PALETTE["main"], alpha=0.18, linewidth=0
    )
    axes.plot(table["generation"], shown["expected"], "o-", color=PALETTE["main"], linewidth=2)
    axes.set_yscale("log")
    axes.set(
        xlim=(-0.2, table["generation"].max() + 0.2),
        ylim=(80, MOST_IN_CHAIN * 1.3),
        xlabel="generation of referrals",
        ylabel="customers so far",
    )
    axes.set_yticks([100, 1000, 10000, 100000], ["100", "1,000", "10,000", "100,000"])
    axes.minorticks_off()
    return picture


def chains_says(table: pd.DataFrame, r0: float) -> str:
    """Where the chains end, in words.

    Parameters
    ----------
    table : DataFrame
        As for the picture.
    r0 : float
        Newcomers that one customer brings on average.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"generation": [0, 1], "expected": [100, 150], "low": [100, 130], "high": [100, 170]})
    >>> chains_says(rows, 0.5)
    'A customer brings 0.50 others on average. From 100 customers come 150 after 1 generations (95 % of runs: 130 to 170); each chain ends by itself, and in the end 100 become 200.'
    """
    first, last = table.iloc[0], table.iloc[-1]
    end = (
        f"each chain ends by itself, and in the end {first['expected']:,.0f} become {first['expected'] / (1 - r0):,.0f}"
        if r0 < 1 - 1e-9
        else "on average it does not end, as long as there is anybody left to tell"
    )
    return (
        f"A customer brings {r0:.2f} others on average. From {first['expected']:,.0f} customers come "
        f"{last['expected']:,.0f} after {int(last['generation'])} generations (95 % of runs: {last['low']:,.0f} to "
        f"{last['high']:,.0f}); {end}."
    )


def _top(curve: pd.DataFrame, top: float) -> tuple[float, float]:
    """Share of customers and of the amount that a whole number of top customers are."""
    count = len(curve) - 1
    best = max(round(top * count), 1)
    return best / count, 1 - float(curve["amount"].iloc[count - best])
