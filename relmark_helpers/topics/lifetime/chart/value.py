"""Pictures of lifetime value: what customers are still worth by tenure, and what cohorts have brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def value_by_tenure(values: pd.DataFrame, tenure: int = 0) -> Figure:
    """Value still to come by years already stayed: with sorting, and if the churn just seen stayed as it is.

    Parameters
    ----------
    values : DataFrame
        Columns tenure, sorting, constant, as :func:`model.residual_values` gives.
    tenure : int
        The year that is marked.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"tenure": [0, 1], "churn": [0.3, 0.2], "sorting": [4.0, 5.0], "constant": [3.0, 4.0]})
    >>> value_by_tenure(rows).axes[0].get_xlabel()
    'years already stayed'
    """
    picture = figure(6.6, 3.7, top=0.5)
    axes = picture.subplots()
    for name, colour, mark, label in (
        ("sorting", PALETTE["main"], "o-", "customers differ (sBG)"),
        ("constant", PALETTE["contrast"], "s--", "this year's churn for ever"),
    ):
        axes.plot(values["tenure"], values[name], mark, color=colour, linewidth=2, markersize=5, label=label)
    axes.axvline(tenure, color=PALETTE["muted"], linewidth=1)
    axes.set_xticks(range(0, 11, 2))
    axes.set(xlim=(-0.3, 10.3), xlabel="years already stayed", ylabel="value, years of margin")
    largest = max(values["sorting"].max(), values["constant"].max())
    axes.set_ylim(0, next(top for top in (10, 20, 55) if largest <= top))
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, frameon=False, fontsize=9)
    return picture


def value_by_tenure_says(values: pd.DataFrame, tenure: int = 0) -> str:
    """What new and marked customers are worth, and what the constant rate misses, in words.

    Parameters
    ----------
    values : DataFrame
        As for the picture, with churn and understated.
    tenure : int
        The year that is told.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.topics.lifetime.model.projection import residual_values
    >>> value_by_tenure_says(residual_values(0.3, 0.3, 0.1)).split(". ")[0]
    'New customers lose 30.0 % in the first year and are worth 4.24 years of margin'
    """
    rows = values.set_index("tenure")
    new, here = rows.loc[0], rows.loc[tenure]
    then = (
        f" After {tenure} years the same people's churn is {here['churn']:.1%} and they are worth "
        f"{here['sorting']:.2f}, though nobody has changed."
        if tenure
        else ""
    ).replace("%", " %")
    return (
        f"New customers lose {100 * new['churn']:.1f} % in the first year and are worth {new['sorting']:.2f} years "
        f"of margin.{then} As if that churn stayed for ever they would be worth {here['constant']:.2f}: "
        f"{100 * here['understated']:.0f} % too little."
    )


def cohort_means(cohorts: pd.DataFrame, counted: str) -> Figure:
    """Mean value of each cohort with its interval.

    Parameters
    ----------
    cohorts : DataFrame
        Columns cohort, customers, mean, low, high, as :func:`model.cohort_table` gives.
    counted : str
        What the value is, for the axis.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> rows = pd.DataFrame({"cohort": ["2022H1"], "customers": [9], "mean": [5.0], "low": [4.0], "high": [6.0]})
    >>> [label.get_text() for label in cohort_means(rows, "profit").axes[0].get_yticklabels()]
    ['2022H1 (n = 9)']
    """
    picture = figure(6.6, 1.0 + 0.4 * len(cohorts), left=1.5, top=0.15)
    axes = picture.subplots()
    places = list(range(len(cohorts)))
    reach = np.array([cohorts["mean"] - cohorts["low"], cohorts["high"] - cohorts["mean"]])
    axes.errorbar(cohorts["mean"], places, xerr=reach, fmt="o", color=PALETTE["main"], capsize=3)
    axes.set_yticks(places, [f"{row.cohort} (n = {row.customers})" for row in cohorts.itertuples()])
    axes.set(xlim=(0, None), ylim=(len(cohorts) - 0.5, -0.5), xlabel=f"{counted}, CNY a newcomer")
    return picture


def cohort_means_says(cohorts: pd.DataFrame, counted: str) -> str:
    """The cohorts' means in words.

    Parameters
    ----------
    cohorts : DataFrame
        As for the picture.
    counted : str
        What the value is.

    Returns
    -------
    str

    Examples
    --------
    >>> rows = pd.DataFrame({"cohort": ["2022H1"], "customers": [9], "mean": [5.0], "low": [4.0], "high": [6.0]})
    >>> cohort_means_says(rows, "profit")
    'Profit, CNY a newcomer with 95 % intervals: 2022H1 5 (4 to 6).'
    """
    listed = "; ".join(
        f"{row['cohort']} {row['mean']:,.0f} ({row['low']:,.0f} to {row['high']:,.0f})"
        for row in cohorts.to_dict("records")
    )
    return f"{counted[0].upper()}{counted[1:]}, CNY a newcomer with 95 % intervals: {listed}."


def yearly_bars(paid: pd.Series, total: float) -> Figure:
    """What each year adds to a customer's value, in today's margins.

    Parameters
    ----------
    paid : Series
        Expected and discounted margin by year, the first annual margin being 1.
    total : float
        Their sum, written into the picture.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> yearly_bars(pd.Series([1.0, 0.5]), 1.5).axes[0].texts[0].get_text()
    'in all 1.50 years of margin'
    """
    picture = figure(6.6, 3.4)
    axes = picture.subplots()
    axes.bar(paid.index, paid, color=PALETTE["main"], width=0.8)
    axes.text(20.4, 1.0, f"in all {total:.2f} years of margin", ha="right", va="top", fontsize=11)
    axes.set(xlim=(-0.8, 20.8), ylim=(0, 1.05), xlabel="year", ylabel="adds to the value, margins")
    axes.set_xticks(range(0, 21, 5))
    return picture


def yearly_bars_says(paid: pd.Series, total: float) -> str:
    """The sum and how early half of it has come, in words.

    Parameters
    ----------
    paid : Series
        As for the picture.
    total : float
        Their sum.

    Returns
    -------
    str

    Examples
    --------
    >>> yearly_bars_says(pd.Series([1.0, 0.5]), 1.5)
    'The customer is worth 1.50 years of margin; the first years up to year 0 bring half of it.'
    """
    reached = paid.cumsum() >= total / 2
    half = (
        f"the first years up to year {paid.index[reached][0]} bring half of it"
        if reached.any()
        else "half comes later"
    )
    return f"The customer is worth {total:.2f} years of margin; {half}."
