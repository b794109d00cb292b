"""From something that went wrong to an order that comes back: the funnel, and return by handling."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import aligned, columns, dates, flags, linked, unique, whole_numbers
from relmark_helpers.topics.satisfaction.model import share_by_group

DAYS = 90  # within which an order counts as return
QUICK = 4  # days from opening to closing at which a case still counts as quick


def ordered_within(customers: pd.Series, since: pd.Series, orders: pd.DataFrame, days: int) -> pd.Series:
    """How many orders each customer placed in the days after a day; missing where the days are not yet over.

    Parameters
    ----------
    customers, since : Series
        Customer numbers and days, one a row.
    orders : DataFrame
        Columns customer_id and ordered_on.
    days : int
        From the day after up to and with so many days later; below 0, the days up to the day before.

    Returns
    -------
    Series of float

    Raises
    ------
    CourseError
        If a column is missing or days is 0.

    Examples
    --------
    >>> orders = pd.DataFrame({"customer_id": [1, 1], "ordered_on": pd.to_datetime(["2024-01-01", "2024-02-01"])})
    >>> ordered_within(pd.Series([1]), pd.Series(pd.to_datetime(["2024-01-01"])), orders, 31).tolist()
    [1.0]
    """
    columns(orders, ("customer_id", "ordered_on"), "The orders table")
    customers, since = aligned("The customers and the days", customers, since)
    for keys in (customers, orders["customer_id"]):
        whole_numbers(keys, "The customers", -math.inf)
    dates(since, "The days", gaps=True)
    if days == 0:
        raise CourseError("Zero days hold no order; give days from 1, or from -1 for the time before.")
    first, last = orders["ordered_on"].min(), orders["ordered_on"].max()
    low, high = (0, days) if days > 0 else (days - 1, -1)

    def place(who: pd.Series, when: pd.Series, shift: int) -> np.ndarray:
        day = (when - first).dt.days.to_numpy() + shift + 1000
        found: np.ndarray = who.to_numpy(dtype="int64") * 100_000 + day
        return found

    known = np.sort(place(orders["customer_id"], orders["ordered_on"], 0))
    until, begin = (
        np.searchsorted(known, place(customers, since, shift), side="right") for shift in (high, low)
    )
    edge = since + pd.Timedelta(days=days)
    covered = edge <= last if days > 0 else edge >= first
    return pd.Series((until - begin).astype("float64"), index=customers.index).where(covered)


def case_table(
    complaints: pd.DataFrame, orders: pd.DataFrame, within: int = DAYS, quick: int = QUICK
) -> pd.DataFrame:
    """One row per complaint: how grave, how solved, how fast, and whether the customer came back.

    Parameters
    ----------
    complaints, orders : DataFrame
        The company's tables.
    within : int
        Days after closing within which an order counts as return.
    quick : int
        Days from opening to closing up to which a case counts as quick.

    Returns
    -------
    DataFrame
        complaint_id, customer_id, severity, outcome (text), days, quick (bool), returned (1, 0, missing where
        the days are not over).

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> case_table(load("complaints"), load("orders")).columns.tolist()
    ['complaint_id', 'customer_id', 'severity', 'outcome', 'days', 'quick', 'returned']
    """
    names = ("complaint_id", "customer_id", "severity", "outcome", "opened", "closed")
    columns(complaints, names, "The complaints table")
    unique(complaints.index, "The complaints table")
    later = ordered_within(complaints["customer_id"], complaints["closed"], orders, within)
    days = (complaints["closed"] - complaints["opened"]).dt.days
    return pd.DataFrame(
        {
            "complaint_id": complaints["complaint_id"],
            "customer_id": complaints["customer_id"],
            "severity": complaints["severity"].astype(str),
            "outcome": complaints["outcome"].astype(str),
            "days": days,
            "quick": days <= quick,
            "returned": (later > 0).astype("float64").where(later.notna()),
        }
    )


def handled(cases: pd.DataFrame) -> pd.Series:
    """TARP's words for what became of a case: not resolved (also partly), resolved, resolved quickly.

    Parameters
    ----------
    cases : DataFrame
        What :func:`case_table` gives.

    Returns
    -------
    Series of text

    Examples
    --------
    >>> handled(pd.DataFrame({"outcome": ["resolved", "partly"], "quick": [True, True]})).tolist()
    ['resolved quickly', 'not resolved']
    """
    cases = columns(cases, ("outcome", "quick"), "The table of cases")
    solved = cases["outcome"] == "resolved"
    names = np.select([solved & cases["quick"], solved], ["resolved quickly", "resolved"], "not resolved")
    return pd.Series(names, index=cases.index)


def return_by_handling(cases: pd.DataFrame) -> pd.DataFrame:
    """Share who came back, by severity and handling, with 95 % intervals (Wilson).

    Parameters
    ----------
    cases : DataFrame
        What :func:`case_table` gives.

    Returns
    -------
    DataFrame
        severity, handling, rows, share, low, high.

    Raises
    ------
    CourseError
        If no case can be followed.

    Examples
    --------
    >>> rows = {"severity": ["minor"] * 2, "outcome": ["resolved"] * 2, "quick": [True] * 2, "returned": [1.0, 0.0]}
    >>> return_by_handling(pd.DataFrame(rows))["share"].tolist()
    [0.5]
    """
    cases = columns(cases, ("severity", "outcome", "quick", "returned"), "The table of cases")
    parts = []
    for severity in ("minor", "major"):
        here = cases[cases["severity"] == severity]
        if here["returned"].notna().any():
            found = share_by_group(here["returned"], handled(here)).rename(columns={"group": "handling"})
            parts.append(found.assign(severity=severity))
    if not parts:
        raise CourseError("No case can be followed: the days after closing are not over for any of them.")
    table = pd.concat(parts, ignore_index=True)
    return table[["severity", "handling", "rows", "share", "low", "high"]]


def problem_table(
    surveys: pd.DataFrame, complaints: pd.DataFrame, orders: pd.DataFrame, within: int = DAYS
) -> pd.DataFrame:
    """One row per survey that tells of a problem with its order: complained of or not, handled how, returned or not.

    Return counts from the day of the answer, for the silent and for those who complained alike.

    Parameters
    ----------
    surveys, complaints, orders : DataFrame
        The company's tables.
    within : int
        Days after the answer within which an order counts as return.

    Returns
    -------
    DataFrame
        survey_id, customer_id, severity, complained, resolved (bool), returned (1, 0, missing); index of surveys.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> found = problem_table(load("surveys"), load("complaints"), load("orders"))
    >>> sorted(found["severity"].unique())
    ['major', 'minor']
    """
    columns(surveys, ("survey_id", "customer_id", "order_id", "answered_on", "problem"), "The survey table")
    columns(complaints, ("order_id", "outcome"), "The complaints table")
    linked("order_id", surveys, complaints)
    unique(surveys.index, "The survey table")
    rows = surveys[surveys["problem"].isin(["minor", "major"])]
    outcome = complaints.drop_duplicates("order_id").set_index("order_id")["outcome"].astype(str)
    solved = rows["order_id"].map(outcome)
    later = ordered_within(rows["customer_id"], rows["answered_on"], orders, within)
    return pd.DataFrame(
        {
            "survey_id": rows["survey_id"],
            "customer_id": rows["customer_id"],
            "severity": rows["problem"].astype(str),
            "complained": solved.notna(),
            "resolved": solved == "resolved",
            "returned": (later > 0).astype("float64").where(later.notna()),
        }
    )


def funnel(problems: pd.DataFrame) -> pd.DataFrame:
    """From all with a problem to those who returned, on both ways: spoke up, and said nothing.

    Parameters
    ----------
    problems : DataFrame
        What :func:`problem_table` gives; rows whose days are not over are left out.

    Returns
    -------
    DataFrame
        stage, count, of (the stage it is a share of), share, low, high (95 %, Wilson).

    Raises
    ------
    CourseError
        If no row can be followed.

    Examples
    --------
    >>> rows = {"complained": [True, False], "resolved": [True, False], "returned": [1.0, 0.0]}
    >>> funnel(pd.DataFrame(rows))["count"].tolist()
    [2, 1, 1, 1, 1, 0]
    """
    from statsmodels.stats.proportion import proportion_confint

    problems = columns(problems, ("complained", "resolved", "returned"), "The table of problems")
    problems = problems.assign(resolved=flags(problems["resolved"], "The table of problems: 'resolved'"))
    known = problems[problems["returned"].notna()]
    if known.empty:
        raise CourseError(
            "No problem can be followed: the days after the answer are not over for any of them."
        )
    spoke, solved, back = known["complained"], known["resolved"], known["returned"] == 1
    stages = [
        ("had a problem", len(known), "had a problem", len(known)),
        ("complained", spoke.sum(), "had a problem", len(known)),
        ("complained, resolved", solved.sum(), "complained", spoke.sum()),
        ("complained, resolved, returned", (solved & back).sum(), "complained, resolved", solved.sum()),
        ("said nothing", (~spoke).sum(), "had a problem", len(known)),
        ("said nothing, returned", (~spoke & back).sum(), "said nothing", (~spoke).sum()),
    ]
    rows = []
    for stage, count, of, base in stages:
        low, high = proportion_confint(count, base, method="wilson") if base else (np.nan, np.nan)
        share = count / base if base else np.nan
        rows.append({"stage": stage, "count": int(count), "of": of, "share": share, "low": low, "high": high})
    return pd.DataFrame(rows)
