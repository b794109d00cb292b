"""How long customers stay when nobody says goodbye and the data end: silence, censoring, Kaplan-Meier."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import aligned, columns, flags, linked, whole_numbers

DAYS_A_MONTH = 365.25 / 12
Z_95 = 1.959963984540054


def observed_stays(
    orders: pd.DataFrame, customers: pd.DataFrame, silent_days: int = 365, since: str = "2022-01-01"
) -> pd.DataFrame:
    """How many months each newcomer stayed, and whether the end was seen.

    A customer counts as lost at the order after which more than ``silent_days`` pass without another. Whether
    an order is such a last one is known only ``silent_days`` later, so everybody is followed from the first
    order to that many days before the last day of the table, no further: who was not lost by then is censored.

    Parameters
    ----------
    orders : DataFrame
        Columns customer_id and ordered_on.
    customers : DataFrame
        Columns customer_id and joined.
    silent_days : int
        Days of silence that count as lost, 30 or more.
    since : str
        First day of the orders table. Who joined before is left out: the earlier orders are not in the table,
        and who had left before is not either.

    Returns
    -------
    DataFrame
        Index customer_id; started, months (whole months, the month of the loss included), lost (bool), followed
        (whole months from the first order to the last day that counts). Newcomers whom nobody could follow for a month are left out.

    Raises
    ------
    CourseError
        If a column is missing or no newcomer can be followed.

    Examples
    --------
    >>> days = pd.to_datetime(["2022-01-05", "2022-02-10", "2022-01-05", "2022-12-01", "2023-10-01", "2024-06-01"])
    >>> orders = pd.DataFrame({"customer_id": [1, 1, 2, 2, 2, 2], "ordered_on": days})
    >>> customers = pd.DataFrame({"customer_id": [1, 2], "joined": pd.to_datetime(["2022-01-02"] * 2)})
    >>> observed_stays(orders, customers)[["months", "lost"]].to_dict("list")
    {'months': [2, 16], 'lost': [True, False]}
    """
    columns(orders, ("customer_id", "ordered_on"), "The table of orders")
    columns(customers, ("customer_id", "joined"), "The table of customers")
    linked("customer_id", orders, customers)
    need_number(silent_days, "The silence that counts as lost, in days,", 30)
    newcomers = customers.loc[customers["joined"] >= since, "customer_id"]
    rows = orders.loc[orders["customer_id"].isin(newcomers), ["customer_id", "ordered_on"]]
    rows = rows.sort_values(["customer_id", "ordered_on"])
    limit = orders["ordered_on"].max() - pd.Timedelta(days=silent_days)
    following = rows.groupby("customer_id")["ordered_on"].shift(-1)
    gap = (following - rows["ordered_on"]).dt.days
    last_one = (gap > silent_days) | (following.isna() & (rows["ordered_on"] <= limit))
    started = rows.groupby("customer_id")["ordered_on"].min()
    ended = rows[last_one].groupby("customer_id")["ordered_on"].min().reindex(started.index)
    followed = ((limit - started).dt.days / DAYS_A_MONTH).floordiv(1)
    month_lost = ((ended - started).dt.days / DAYS_A_MONTH).floordiv(1) + 1
    lost = month_lost.notna() & (month_lost <= followed)
    stays = {
        "started": started,
        "months": month_lost.where(lost, followed),
        "lost": lost,
        "followed": followed,
    }
    table = pd.DataFrame(stays).loc[followed >= 1]
    if table.empty:
        raise CourseError("No newcomer can be followed: the orders end too soon after the first ones.")
    whole: pd.DataFrame = table.astype({"months": int, "followed": int})
    return whole


def kaplan_meier(months: pd.Series, lost: pd.Series) -> pd.DataFrame:
    r"""Kaplan-Meier survival with pointwise 95 % intervals (statsmodels' SurvfuncRight; log-log intervals).

    .. math:: \hat S(t) = \prod_{s \le t} \left(1 - \frac{d_s}{n_s}\right)

    Parameters
    ----------
    months : Series
        How long each customer was seen, in whole periods from 1.
    lost : Series of bool
        Whether the customer was lost then; False if still there when last looked at (censored).

    Returns
    -------
    DataFrame
        One row per period with a loss, after a row for 0: month, at_risk, lost, survival, standard_error
        (Greenwood), low, high.

    Raises
    ------
    CourseError
        If the two are not of the same rows, a time is no whole number from 0, a loss neither True nor False,
        or nobody was lost.

    Examples
    --------
    >>> kaplan_meier(pd.Series([1, 2, 2, 3]), pd.Series([True, True, False, False]))["survival"].round(3).tolist()
    [1.0, 0.75, 0.5]
    """
    from statsmodels.duration.survfunc import SurvfuncRight

    time, ended = _months_and_losses(months, lost)
    if not ended.any():
        raise CourseError("Nobody was lost in these rows, so there is no curve to draw yet.")
    curve = SurvfuncRight(time.to_numpy(dtype="float64"), ended.to_numpy().astype(int))
    table = pd.DataFrame(
        {
            "month": curve.surv_times.astype(int),
            "at_risk": curve.n_risk.astype(int),
            "lost": curve.n_events.astype(int),
            "survival": curve.surv_prob,
            "standard_error": curve.surv_prob_se,
        }
    )
    table = table[table["lost"] > 0]
    inside = table["survival"].between(1e-12, 1 - 1e-12)
    share = table["survival"].where(inside, 0.5)
    stretch = np.exp(Z_95 * table["standard_error"] / (share * np.log(share).abs()))
    table["low"] = (share**stretch).where(inside, table["survival"])
    table["high"] = (share ** (1 / stretch)).where(inside, table["survival"])
    start = pd.DataFrame(
        [
            {
                "month": 0,
                "at_risk": len(time),
                "lost": 0,
                "survival": 1.0,
                "standard_error": 0.0,
                "low": 1.0,
                "high": 1.0,
            }
        ]
    )
    return pd.concat([start, table], ignore_index=True)


def _months_and_losses(months: pd.Series, lost: pd.Series) -> tuple[pd.Series, pd.Series]:
    time, ended = aligned("Months and losses", months, lost)
    return whole_numbers(time, "Months and losses are two Series of the same rows: the months"), flags(
        ended, "The losses"
    )


def survival_at(curve: pd.DataFrame, month: float) -> dict[str, float]:
    """Survival at one time with its interval: the last step of the curve up to then.

    Parameters
    ----------
    curve : DataFrame
        As :func:`kaplan_meier` gives.
    month : float
        The time, in months, 0 or more.

    Returns
    -------
    dict
        survival, standard_error, low, high.

    Examples
    --------
    >>> curve = kaplan_meier(pd.Series([1, 2, 2, 3]), pd.Series([True, True, False, False]))
    >>> survival_at(curve, 1.5)["survival"]
    0.75
    """
    names = ("survival", "standard_error", "low", "high")
    curve = columns(curve, (), "The curve", number=("month", *names)).sort_values("month", kind="stable")
    need_number(month, "The month", 0)
    up_to_then = curve[curve["month"] <= month]
    if up_to_then.empty:
        raise CourseError(f"The curve begins after month {month:g}; a survival curve begins with month 0.")
    return {name: float(up_to_then[name].iloc[-1]) for name in names}


def share_lost_naively(months: pd.Series, lost: pd.Series, within: int) -> float:
    """Share lost within some months when the censored are counted as if they had stayed: always too low or equal.

    Parameters
    ----------
    months, lost : Series
        As :func:`kaplan_meier`.
    within : int
        Months.

    Returns
    -------
    float

    Examples
    --------
    >>> share_lost_naively(pd.Series([1, 2, 2, 3]), pd.Series([True, True, False, False]), 3)
    0.5
    """
    time, ended = _months_and_losses(months, lost)
    return float((ended & (time <= within)).mean())


def counts_by_period(stays: pd.DataFrame, length: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Customers lost in, and censored at the end of, each period of some months.

    A period counts for a customer only if it was followed to the period's end, whether or not a loss was seen in
    it; otherwise the customer is censored at the end of the period before. So losses and those at risk of them
    are counted over the same people.

    Parameters
    ----------
    stays : DataFrame
        Columns months, lost and followed, as :func:`observed_stays` gives.
    length : int
        Months in a period, 1 or more.

    Returns
    -------
    lost, censored : array, shape (periods,)

    Raises
    ------
    CourseError
        If a column is missing or nobody was followed for a whole period.

    Examples
    --------
    >>> stays = pd.DataFrame({"months": [2, 7, 8, 1], "lost": [True, False, True, True], "followed": [20, 7, 13, 4]})
    >>> [each.tolist() for each in counts_by_period(stays, 6)]
    [[1.0, 1.0], [1.0, 0.0]]
    """
    stays = columns(stays, ("months", "lost", "followed"), "The table of stays")
    need_number(length, "The length of a period, in months,", 1)
    whole = stays["followed"] // length
    period = np.ceil(stays["months"] / length)
    lost = stays["lost"] & (period <= whole)
    last = period.where(lost, whole)
    if last.max() < 1:
        raise CourseError("Nobody was followed for a whole period; take a shorter one.")
    ends = np.arange(1, int(last[last >= 1].max()) + 1)
    counted = [np.array([float((last[which] == end).sum()) for end in ends]) for which in (lost, ~lost)]
    return counted[0], counted[1]


def true_stays() -> pd.DataFrame:
    """When the committed company's newcomers really left: the simulation run once more, its memory opened.

    Returns
    -------
    DataFrame
        Index customer_id; months (from joining to leaving, or to the end of the third year) and lost (bool).

    Examples
    --------
    >>> int(true_stays()["lost"].sum())
    421
    """
    from relmark_helpers.company.engine import simulate

    state = simulate().state
    left, joined = state.customers.left[: state.count], state.customers.joined[: state.count]
    newcomer = joined > 0
    months = np.where(left > 0, left - joined, state.month - joined)
    return pd.DataFrame(
        {"months": months[newcomer].astype(int), "lost": left[newcomer] > 0},
        index=pd.Index(np.flatnonzero(newcomer) + 1, name="customer_id"),
    )
