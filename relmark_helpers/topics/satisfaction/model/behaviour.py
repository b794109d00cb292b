"""From satisfaction to what customers say and do: the ladder, intention, and buying again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import aligned, columns, flags, linked, numbers, unique
from relmark_helpers.topics.satisfaction.model.paths import Z_95

STEPS = ("disappointed", "basically satisfied", "truly satisfied")
STEP_BOUNDS = (4.0, 5.5)  # score of expectations congruency: 4 = as expected, 5.5 = far above it


def satisfaction_steps(expectations_congruency: pd.Series) -> pd.Series:
    """Place each answer on the satisfaction ladder by how the purchase compared with expectation.

    Parameters
    ----------
    expectations_congruency : Series
        Score from 1 (far below what was expected) over 4 (as expected) to 7 (far above).

    Returns
    -------
    Series
        Ordered category: disappointed (below 4), basically satisfied (4 to below 5.5), truly satisfied.

    Examples
    --------
    >>> satisfaction_steps(pd.Series([3.0, 4.0, 6.0])).tolist()
    ['disappointed', 'basically satisfied', 'truly satisfied']
    """
    bins = [-np.inf, *STEP_BOUNDS, np.inf]
    scores = numbers(expectations_congruency, "The scores of expectations congruency")
    return pd.cut(scores, bins=bins, labels=STEPS, right=False)


def bought_again(surveys: pd.DataFrame, orders: pd.DataFrame, days: int = 183) -> pd.Series:
    """Whether the customer of each survey bought again within some days after answering.

    Parameters
    ----------
    surveys : DataFrame
        Columns customer_id and answered_on.
    orders : DataFrame
        Columns customer_id and ordered_on.
    days : int
        Length of the window after the answer, at least 1.

    Returns
    -------
    Series of nullable bool
        Same index as ``surveys``; missing where the data end before the window does (censored).

    Raises
    ------
    CourseError
        If a column is missing, a table is empty, or days is below 1.

    Examples
    --------
    >>> surveys = pd.DataFrame({"customer_id": [1, 2, 1],
    ...     "answered_on": pd.to_datetime(["2024-01-01", "2024-01-01", "2024-06-01"])})
    >>> orders = pd.DataFrame({"customer_id": [1, 2], "ordered_on": pd.to_datetime(["2024-02-01", "2024-06-30"])})
    >>> bought_again(surveys, orders, days=60).tolist()
    [True, False, <NA>]
    """
    columns(surveys, ("customer_id", "answered_on"), "The survey table")
    columns(orders, ("customer_id", "ordered_on"), "The table of orders")
    linked("customer_id", surveys, orders)
    unique(surveys.index, "The survey table")
    need_number(days, "The window, in days,", low=1)
    answers = surveys[["customer_id", "answered_on"]].reset_index(names="row").sort_values("answered_on")
    purchases = orders[["customer_id", "ordered_on"]].sort_values("ordered_on")
    nearest = pd.merge_asof(
        answers,
        purchases,
        left_on="answered_on",
        right_on="ordered_on",
        by="customer_id",
        direction="forward",
        allow_exact_matches=False,
        tolerance=pd.Timedelta(days=days),
    ).set_index("row")
    known = nearest["answered_on"] + pd.Timedelta(days=days) <= orders["ordered_on"].max()
    again = nearest["ordered_on"].notna().astype("boolean").where(known)
    return again.reindex(surveys.index).rename("bought_again")


def predictors(
    table: pd.DataFrame, outcome: str, causes: Sequence[str] = ("overall_satisfaction", "trust")
) -> pd.DataFrame:
    """Which of several causes goes with an outcome when the others are held: a standardised regression.

    Outcome and causes are put in standard deviations, so that an answer on a scale and a yes or no can be
    compared; standard errors are robust (HC1), since a yes or no has no constant variance.

    Parameters
    ----------
    table : DataFrame
        One row per survey; rows with a missing value in the named columns are left out.
    outcome : str
        Column of what is to be predicted; yes/no as bool or 0/1.
    causes : sequence of str
        Columns of the predictors.

    Returns
    -------
    DataFrame
        One row per cause: cause, outcome, estimate (standard deviations), standard_error, low, high.

    Raises
    ------
    CourseError
        If a column is missing, fewer than 30 complete rows remain, or a column does not vary.

    Examples
    --------
    >>> rows = pd.DataFrame({"trust": range(40), "said": [2 * i for i in range(40)]})
    >>> predictors(rows, "said", ["trust"])["estimate"].round(3).tolist()
    [1.0]
    """
    import statsmodels.api as sm

    table = columns(table, (), number=(outcome, *causes))
    complete = table[[outcome, *causes]].dropna().astype("float64")
    if len(complete) < 30 or (complete.std() == 0).any():
        raise CourseError(
            f"The comparison needs at least 30 complete rows and columns that vary; found {len(complete)} rows."
        )
    scaled = (complete - complete.mean()) / complete.std()
    fit = sm.OLS(scaled[outcome], sm.add_constant(scaled[list(causes)])).fit(cov_type="HC1")
    return pd.DataFrame(
        {
            "cause": list(causes),
            "outcome": outcome,
            "estimate": [float(fit.params[cause]) for cause in causes],
            "standard_error": [float(fit.bse[cause]) for cause in causes],
            "low": [float(fit.params[cause] - Z_95 * fit.bse[cause]) for cause in causes],
            "high": [float(fit.params[cause] + Z_95 * fit.bse[cause]) for cause in causes],
        }
    )


def share_by_group(yes: pd.Series, group: pd.Series) -> pd.DataFrame:
    r"""Share of yes in each group with its 95 % interval (Wilson's score interval).

    Parameters
    ----------
    yes : Series of bool
        What is counted; missing values are left out.
    group : Series
        The group of each row.

    Returns
    -------
    DataFrame
        One row per group in order: group, rows, share, low, high (shares from 0 to 1).

    Raises
    ------
    CourseError
        If no row is left.

    Examples
    --------
    >>> share_by_group(pd.Series([True, False, True, True]), pd.Series(["a"] * 4)).round(3).to_dict("records")
    [{'group': 'a', 'rows': 4, 'share': 0.75, 'low': 0.301, 'high': 0.954}]
    """
    from statsmodels.stats.proportion import proportion_confint

    if not isinstance(yes, pd.Series) or not isinstance(group, pd.Series):
        raise CourseError("What is counted and its groups must be two Series of the same table.")
    counted, groups = aligned("What is counted and its groups", yes, group)
    table = pd.DataFrame({"yes": flags(counted, "What is counted", gaps=True), "group": groups}).dropna()
    if table.empty:
        raise CourseError("No row has both an answer and a group; loosen the filter that made the table.")
    counts = table["yes"].astype("float64").groupby(table["group"], observed=True).agg(["sum", "size"])
    low, high = proportion_confint(counts["sum"], counts["size"], method="wilson")
    return pd.DataFrame(
        {
            "group": counts.index.astype(str),
            "rows": counts["size"].to_numpy(),
            "share": (counts["sum"] / counts["size"]).to_numpy(),
            "low": np.asarray(low),
            "high": np.asarray(high),
        }
    )
