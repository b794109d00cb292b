"""Old and new customers: how likely the next order is after the first, the second, the tenth."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, linked


def return_rates(
    orders: pd.DataFrame,
    customers: pd.DataFrame,
    numbers: Sequence[int] = (1, 2, 5, 10),
    days: int = 183,
    since: str = "2022-01-01",
) -> pd.DataFrame:
    """Share of newcomers who order again within some days of their n-th order, with Wilson's 95 % interval.

    Each customer counts once a row; orders whose days are not over by the last order are left out.

    Parameters
    ----------
    orders : DataFrame
        Columns customer_id and ordered_on.
    customers : DataFrame
        Columns customer_id and joined.
    numbers : sequence of int
        Which orders: 1 is the first.
    days : int
        Length of the window, 1 or more.
    since : str
        Who joined before is left out: the number of their orders is not known.

    Returns
    -------
    DataFrame
        One row per number: group, rows, share, low, high.

    Raises
    ------
    CourseError
        If a column is missing or nobody has an n-th order with a whole window.

    Examples
    --------
    >>> days = pd.to_datetime(["2022-01-05", "2022-02-01", "2022-01-05", "2024-01-01"])
    >>> orders = pd.DataFrame({"customer_id": [1, 1, 2, 3], "ordered_on": days})
    >>> customers = pd.DataFrame({"customer_id": [1, 2], "joined": pd.to_datetime(["2022-01-02"] * 2)})
    >>> return_rates(orders, customers, [1])[["rows", "share"]].to_dict("records")
    [{'rows': 2, 'share': 0.5}]
    """
    from statsmodels.stats.proportion import proportion_confint

    columns(orders, ("customer_id", "ordered_on"), "The table of orders")
    columns(customers, ("customer_id", "joined"), "The table of customers")
    linked("customer_id", orders, customers)
    need_number(days, "The window, in days,", 1)
    newcomers = customers.loc[customers["joined"] >= since, "customer_id"]
    rows = orders.loc[orders["customer_id"].isin(newcomers), ["customer_id", "ordered_on"]]
    rows = rows.sort_values(["customer_id", "ordered_on"])
    by_customer = rows.groupby("customer_id")["ordered_on"]
    number, wait = by_customer.cumcount() + 1, (by_customer.shift(-1) - rows["ordered_on"]).dt.days
    whole = rows["ordered_on"] + pd.Timedelta(days=days) <= orders["ordered_on"].max()
    found = []
    for wanted in numbers:
        again = wait[(number == wanted) & whole] <= days
        if again.empty:
            raise CourseError(f"No newcomer has an order number {wanted} whose {days} days are over.")
        low, high = proportion_confint(int(again.sum()), len(again), method="wilson")
        found.append((f"order {wanted}", len(again), float(again.mean()), float(low), float(high)))
    return pd.DataFrame(found, columns=["group", "rows", "share", "low", "high"])
