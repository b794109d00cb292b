"""Pictures of the first chapter, each with the sentence that says what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def monthly_orders(table: pd.DataFrame, months: int) -> Figure:
    """Orders of every month as dots, and their moving mean as a line.

    Parameters
    ----------
    table : DataFrame
        Columns month, orders, mean.
    months : int
        How many months a mean takes.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> table = pd.DataFrame({"month": ["2022-01", "2022-02"], "orders": [10, 20], "mean": [None, 15.0]})
    >>> monthly_orders(table, 2).axes[0].get_ylabel()
    'orders a month'
    """
    picture = figure(6.8, 3.8)
    axes = picture.subplots()
    places = range(len(table))
    axes.plot(places, table["orders"], "o", color=PALETTE["muted"], markersize=4, label="each month")
    named = "month to month" if months == 1 else f"mean of {months} months"
    axes.plot(places, table["mean"], color=PALETTE["main"], linewidth=2.5, label=named)
    first_of_year = [place for place in places if table["month"].iloc[place].endswith("-01")]
    axes.set_xticks(first_of_year, [table["month"].iloc[place] for place in first_of_year])
    axes.set(ylim=(0, 1.3 * float(table["orders"].max())), xlabel="month", ylabel="orders a month")
    axes.legend(frameon=False, loc="upper left", ncols=2, fontsize=9.5)
    return picture


def monthly_orders_says(table: pd.DataFrame, months: int, who: str) -> str:
    """How far orders swing from month to month, and what is left of it in the mean.

    Parameters
    ----------
    table : DataFrame
        Columns month, orders, mean.
    months : int
        How many months a mean takes.
    who : str
        Whose orders they are.

    Returns
    -------
    str

    Examples
    --------
    >>> table = pd.DataFrame({"month": ["2022-01", "2022-02"], "orders": [10, 20], "mean": [None, 15.0]})
    >>> monthly_orders_says(table, 2, "Suzhou")
    'Suzhou, 2022-01 to 2022-02: from 10 to 20 orders a month, the most in 2022-02. The mean of 2 months runs from 15 to 15.'
    """
    most = table.iloc[int(table["orders"].argmax())]
    says = (
        f"{who}, {table['month'].iloc[0]} to {table['month'].iloc[-1]}: from {table['orders'].min():,} to "
        f"{most['orders']:,} orders a month, the most in {most['month']}."
    )
    if months == 1:
        return says
    return f"{says} The mean of {months} months runs from {table['mean'].min():,.0f} to {table['mean'].max():,.0f}."


def crowds(table: pd.DataFrame) -> Figure:
    """Share of customers who are alone, or hide in a smaller or larger crowd.

    Parameters
    ----------
    table : DataFrame
        Columns crowd, share.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> crowds(pd.DataFrame({"crowd": ["alone", "2 to 4"], "share": [0.25, 0.75]})).axes[0].get_xlabel()
    'share of customers'
    """
    picture = figure(6.4, 3.2, left=1.35, right=0.6)
    axes = picture.subplots()
    places = range(len(table))
    colours = [PALETTE["contrast"] if crowd == "alone" else PALETTE["main"] for crowd in table["crowd"]]
    axes.barh(places, table["share"], color=colours, height=0.62)
    for place, share in zip(places, table["share"], strict=True):
        axes.text(share + 0.012, place, f"{share:.1%}", va="center", fontsize=10, color=PALETTE["ink"])
    axes.set_yticks(places, table["crowd"])
    axes.invert_yaxis()
    axes.grid(False, axis="y")
    axes.set(xlim=(0, 1), xlabel="share of customers", ylabel="customers who look the same")
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    return picture


def crowds_says(table: pd.DataFrame, smallest: int, known: str) -> str:
    """How many customers are alone, and how large the smallest crowd is.

    Parameters
    ----------
    table : DataFrame
        Columns crowd, customers, share.
    smallest : int
        The smallest crowd, k.
    known : str
        What is known of a customer.

    Returns
    -------
    str

    Examples
    --------
    >>> table = pd.DataFrame({"crowd": ["alone", "2 to 4"], "customers": [1, 3], "share": [0.25, 0.75]})
    >>> crowds_says(table, 1, "the branch")
    'Known: the branch. 1 of 4 customers (25.0%) is alone; the smallest crowd has k = 1.'
    """
    alone = table[table["crowd"] == "alone"].iloc[0]
    verb = "is" if alone["customers"] == 1 else "are"
    return (
        f"Known: {known}. {alone['customers']:,} of {table['customers'].sum():,} customers "
        f"({alone['share']:.1%}) {verb} alone; the smallest crowd has k = {smallest:,}."
    )
