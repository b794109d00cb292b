"""The ledger of points: an account that closes, what expires first in first out, and what is still open."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import columns

KINDS = ("earn", "adjust", "burn", "expire")
COLUMNS = ("entry_id", "customer_id", "entered_on", "kind", "points")


def year_of(ledger: pd.DataFrame) -> pd.Series:
    """The calendar year to whose points each entry belongs.

    That of the day, but for adjustments on 31 December: they are entered after the year was closed, so they
    belong to the next.

    Parameters
    ----------
    ledger : DataFrame
        Columns entry_id, customer_id, entered_on, kind, points.

    Returns
    -------
    Series of int

    Raises
    ------
    CourseError
        If a column is missing or the table is empty.

    Examples
    --------
    >>> days = pd.to_datetime(["2022-12-31", "2022-12-31"])
    >>> rows = pd.DataFrame({"entry_id": [1, 2], "customer_id": 5, "entered_on": days, "kind": ["earn", "adjust"], "points": 9})
    >>> year_of(rows).tolist()
    [2022, 2023]
    """
    _checked(ledger)
    day = ledger["entered_on"].dt
    late = (ledger["kind"].astype(str) == "adjust") & (day.month == 12) & (day.day == 31)
    found: pd.Series = (day.year + late).astype("int64").rename("year")
    return found


def _checked(ledger: pd.DataFrame) -> pd.Series:
    columns(ledger, COLUMNS, "The ledger")
    kind = ledger["kind"].astype(str)
    strange = sorted(set(kind) - set(KINDS))
    if strange:
        raise CourseError(f"The ledger has entries of an unknown kind: {strange[0]!r}.")
    return kind


def roll_forward(ledger: pd.DataFrame, value: float | None = None) -> pd.DataFrame:
    """Opening balance, earned, adjusted, burned, expired and closing balance, by calendar year.

    Parameters
    ----------
    ledger : DataFrame
        Columns entry_id, customer_id, entered_on, kind, points.
    value : float, optional
        CNY a point; then all is in CNY, rounded to the cent.

    Returns
    -------
    DataFrame
        A row a year: opening, earn, adjust, burn, expire, closing; burn and expire are negative.

    Raises
    ------
    CourseError
        If a column is missing, or a kind is unknown.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> years = roll_forward(load("points_ledger"))
    >>> bool(years["closing"].iloc[-1] == load("points_ledger")["points"].sum())
    True
    """
    kind = _checked(ledger)
    year = ledger["entered_on"].dt.year.rename("year")
    moves = ledger["points"].groupby([year, kind]).sum().unstack(fill_value=0)
    moves = moves.reindex(columns=list(KINDS), fill_value=0)
    closing = moves.sum(axis=1).cumsum()
    moves.insert(0, "opening", closing.shift(fill_value=0))
    moves["closing"] = closing
    moves.columns.name = None
    return moves if value is None else (moves * value).round(2)


def expiry_due(ledger: pd.DataFrame, expiry_years: int = 2) -> pd.DataFrame:
    r"""What must expire at each year's end if the oldest points are used first; from earn, adjust and burn alone.

    With calendar years counted and the year of earning as the first, points of year y expire at the end of
    year y + expiry_years - 1. First in first out means that everything used so far was the oldest there was:

    .. math:: X_t = \max\Big(0,\ \sum_{s \le t-k+1} E_s - \sum_{s \le t} B_s - \sum_{s<t} X_s\Big)

    with E earned and adjusted, B burned, X expired, k the years.

    Parameters
    ----------
    ledger : DataFrame
        Columns entry_id, customer_id, entered_on, kind, points; entries of expiry are not read.
    expiry_years : int
        1, 2 or 3.

    Returns
    -------
    DataFrame
        A row a member (customer_id), a column a calendar year: points due to expire at its end.

    Raises
    ------
    CourseError
        If the years are not 1, 2 or 3.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> ledger = load("points_ledger")
    >>> int(expiry_due(ledger).sum().sum()) == -int(ledger.loc[ledger["kind"] == "expire", "points"].sum())
    True
    """
    if expiry_years not in (1, 2, 3):
        raise CourseError(f"Points expire after 1, 2 or 3 calendar years; got {expiry_years!r}.")
    earned, burned = by_year(ledger)
    years = years_of(burned)
    due = pd.DataFrame(0, index=earned.index, columns=years)
    gone = pd.Series(0, index=earned.index)
    for year in years:
        old = earned[[each for each in years_of(earned) if each <= year - expiry_years + 1]].sum(axis=1)
        used = burned[[each for each in years if each <= year]].sum(axis=1)
        due[year] = (old - used - gone).clip(lower=0)
        gone = gone + due[year]
    return due


def open_lots(ledger: pd.DataFrame, expiry_years: int = 2) -> pd.DataFrame:
    """Points still open after the last entry, by the year they were earned in, the oldest having gone first.

    Parameters
    ----------
    ledger : DataFrame
        Columns entry_id, customer_id, entered_on, kind, points; entries of expiry are not read.
    expiry_years : int
        1, 2 or 3.

    Returns
    -------
    DataFrame
        A row a member, a column a year of earning; the row sums are the balances.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> ledger = load("points_ledger")
    >>> lots = open_lots(ledger)
    >>> bool((lots.sum(axis=1) == ledger.groupby("customer_id")["points"].sum()).all())
    True
    """
    earned, burned = by_year(ledger)
    left = burned.sum(axis=1) + expiry_due(ledger, expiry_years).sum(axis=1)
    lots = pd.DataFrame(index=earned.index)
    for year in years_of(earned):
        used = np.minimum(left, earned[year])
        lots[year] = earned[year] - used
        left = left - used
    return lots


def years_of(table: pd.DataFrame) -> list[int]:
    """The calendar years that are columns of a table, in order.

    Examples
    --------
    >>> years_of(pd.DataFrame(columns=[2023, 2022]))
    [2022, 2023]
    """
    if not isinstance(table, pd.DataFrame):
        raise CourseError(f"The years are those of a table by year; got {type(table).__name__}.")
    return sorted(int(str(each)) for each in table.columns)


def by_year(ledger: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Points earned (and adjusted) and points burned, both above zero, by member and year.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> earned, burned = by_year(load("points_ledger"))
    >>> list(burned.columns)
    [2022, 2023, 2024]
    """
    year, kind = year_of(ledger), ledger["kind"].astype(str)
    members = pd.Index(sorted(ledger["customer_id"].unique()), name="customer_id")
    calendar = range(int(ledger["entered_on"].dt.year.min()), int(ledger["entered_on"].dt.year.max()) + 1)

    def wide(which: pd.Series, sign: int) -> pd.DataFrame:
        some = sign * ledger.loc[which, "points"]
        table = some.groupby([ledger.loc[which, "customer_id"], year[which]]).sum().unstack(fill_value=0)
        columns = sorted(set(calendar) | set(table.columns))
        found: pd.DataFrame = table.reindex(index=members, columns=columns, fill_value=0)
        return found.fillna(0).astype("int64")

    earned, burned = wide(kind.isin(["earn", "adjust"]), 1), wide(kind == "burn", -1)
    return earned, burned[list(calendar)]


def other_rules(ledger: pd.DataFrame, expiry_years: int, oldest_first: bool = True) -> pd.DataFrame:
    """The same earning and the same rewards under other rules of expiry, if nobody behaved differently.

    Entry by entry and member by member: a reward takes what there is; what is no longer there was refused.

    Parameters
    ----------
    ledger : DataFrame
        Columns entry_id, customer_id, entered_on, kind, points; entries of expiry are not read.
    expiry_years : int
        1, 2 or 3.
    oldest_first : bool
        Whether rewards take the oldest points first, or the newest.

    Returns
    -------
    DataFrame
        A row a year: earned, burned, refused, expired, open (at its end), all in points.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> as_it_is = other_rules(load("points_ledger"), 2)
    >>> int(as_it_is["refused"].sum()), int(as_it_is["open"].iloc[-1]) == int(load("points_ledger")["points"].sum())
    (0, True)
    """
    if expiry_years not in (1, 2, 3):
        raise CourseError(f"Points expire after 1, 2 or 3 calendar years; got {expiry_years!r}.")
    _checked(ledger)
    ledger = ledger.sort_index().sort_values("entered_on", kind="stable")  # the lots fill and empty in time
    year, kind = year_of(ledger), ledger["kind"].astype(str)
    kept = kind != "expire"
    place = pd.factorize(ledger.loc[kept, "customer_id"])[0]
    points = ledger.loc[kept, "points"].to_numpy()
    of_year = year[kept].to_numpy()
    turn = pd.Series(place).groupby([of_year, place]).cumcount().to_numpy()
    lots = np.zeros((place.max() + 1, expiry_years), dtype=np.int64)  # this year's first
    rows = []
    for each in range(int(of_year.min()), int(ledger["entered_on"].dt.year.max()) + 1):
        here = of_year == each
        refused = burned = 0
        for number in range(int(turn[here].max()) + 1 if here.any() else 0):
            now = here & (turn == number)
            who, change = place[now], points[now]
            lots[who, 0] += np.maximum(change, 0)
            want = np.maximum(-change, 0)
            for lot in range(expiry_years - 1, -1, -1) if oldest_first else range(expiry_years):
                taken = np.minimum(want, lots[who, lot])
                lots[who, lot] -= taken
                want = want - taken
            refused += int(want.sum())
            burned += int((np.maximum(-change, 0) - want).sum())
        expired = int(lots[:, -1].sum())
        lots[:, 1:] = lots[:, :-1]
        lots[:, 0] = 0
        later = (
            points[(of_year == each + 1) & (points > 0)]
            if each == int(ledger["entered_on"].dt.year.max())
            else []
        )
        rows.append(
            {
                "year": each,
                "earned": int(points[here & (points > 0)].sum()),
                "burned": burned,
                "refused": refused,
                "expired": expired,
                "open": int(lots.sum() + np.sum(later)),
            }
        )
    return pd.DataFrame(rows)
