"""From orders to money: the gross profit of an order, and what a cohort of newcomers has really brought."""

from __future__ import annotations

import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, linked, numbers, unique
from relmark_helpers.topics.lifetime.model.survival import DAYS_A_MONTH, Z_95

FEWEST = 30  # customers in a cohort that is shown by itself


def order_profits(orders: pd.DataFrame, order_lines: pd.DataFrame, products: pd.DataFrame) -> pd.DataFrame:
    """Orders with what was spent and the gross profit: paid less the cost of the goods.

    Cost to serve, the shop and the staff are not in it.

    Parameters
    ----------
    orders, order_lines, products : DataFrame
        The company's tables.

    Returns
    -------
    DataFrame
        The orders with the columns spending and profit, CNY.

    Raises
    ------
    CourseError
        If a column is missing or holds something else, a key occurs twice, or a product of a line is missing.

    Examples
    --------
    >>> orders = pd.DataFrame({"order_id": [1], "customer_id": [7], "ordered_on": pd.to_datetime(["2024-01-01"])})
    >>> lines = pd.DataFrame({"order_id": [1, 1], "product_id": [1, 2], "quantity": [2, 1], "price_paid": [50.0, 9.0]})
    >>> products = pd.DataFrame({"product_id": [1, 2], "unit_cost": [20.0, 8.0]})
    >>> order_profits(orders, lines, products)[["spending", "profit"]].iloc[0].tolist()
    [59.0, 11.0]
    """
    columns(orders, ("order_id", "customer_id", "ordered_on"), "The table of orders")
    columns(order_lines, ("order_id", "product_id", "quantity", "price_paid"), "The table of order lines")
    columns(products, ("product_id", "unit_cost"), "The table of products")
    linked("order_id", orders, order_lines)
    linked("product_id", order_lines, products)
    unique(orders["order_id"], "The table of orders")
    unique(products["product_id"], "The table of products")
    costs = products.set_index("product_id")["unit_cost"]
    cost = order_lines["product_id"].map(costs).astype("float64")
    if cost.isna().any():
        absent = order_lines.loc[cost.isna(), "product_id"]
        raise CourseError(
            f"The table of products lacks product {absent.iloc[0]}, sold in {len(absent)} order lines "
            f"(first: row {absent.index[0]}); its cost is needed for the profit."
        )
    lines = pd.DataFrame(
        {"order_id": order_lines["order_id"], "spending": order_lines["price_paid"].astype("float64")}
    )
    lines["profit"] = lines["spending"] - order_lines["quantity"] * cost
    return orders.join(lines.groupby("order_id")[["spending", "profit"]].sum(), on="order_id")


def mean_with_interval(values: pd.Series) -> dict[str, float]:
    r"""Mean over customers with its 95 % interval, :math:`\bar x \pm 1.96\,s/\sqrt n`.

    Parameters
    ----------
    values : Series
        One value a customer; two or more.

    Returns
    -------
    dict
        customers, mean, low, high.

    Raises
    ------
    CourseError
        If there are fewer than two values.

    Examples
    --------
    >>> {key: round(value, 2) for key, value in mean_with_interval(pd.Series([1.0, 2.0, 3.0])).items()}
    {'customers': 3, 'mean': 2.0, 'low': 0.87, 'high': 3.13}
    """
    if not isinstance(values, pd.Series) or numbers(values, "The values").notna().sum() < 2:
        raise CourseError("A mean with an interval needs a Series with two or more values.")
    count, middle = int(values.notna().sum()), float(values.mean())
    reach = Z_95 * float(values.std()) / count**0.5
    return {"customers": count, "mean": middle, "low": middle - reach, "high": middle + reach}


def cohort_values(
    orders: pd.DataFrame,
    customers: pd.DataFrame,
    months: int = 24,
    annual_discount_rate: float = 0.10,
    since: str = "2022-01-01",
) -> pd.DataFrame:
    r"""Discounted gross profit of each newcomer in the first months after the first order.

    Only newcomers who can be followed for all those months; who never came back counts with what they brought.
    An order after d days counts as :math:`\text{profit}/(1+i)^{d/365}`.

    Parameters
    ----------
    orders : DataFrame
        With the column profit, as :func:`order_profits` gives.
    customers : DataFrame
        Columns customer_id and joined.
    months : int
        Months counted from the first order, 1 or more.
    annual_discount_rate : float
        Discount rate a year.
    since : str
        Who joined before is left out.

    Returns
    -------
    DataFrame
        Index customer_id; cohort (half-year of the first order, ``"2022H1"``) and value, CNY.

    Raises
    ------
    CourseError
        If a column is missing or nobody can be followed that long.

    Examples
    --------
    >>> days = pd.to_datetime(["2022-03-01", "2023-03-01", "2024-06-01"])
    >>> orders = pd.DataFrame({"customer_id": 1, "ordered_on": days, "profit": [100.0, 110.0, 500.0]})
    >>> customers = pd.DataFrame({"customer_id": [1], "joined": pd.to_datetime(["2022-02-20"])})
    >>> cohort_values(orders, customers).round(2).to_dict("list")
    {'cohort': ['2022H1'], 'value': [200.0]}
    """
    columns(orders, ("customer_id", "ordered_on", "profit"), "The table of orders")
    columns(customers, ("customer_id", "joined"), "The table of customers")
    linked("customer_id", orders, customers)
    need_number(months, "The number of months", 1)
    need_number(annual_discount_rate, "The annual discount rate", 0)
    newcomers = customers.loc[customers["joined"] >= since, "customer_id"]
    rows = orders[orders["customer_id"].isin(newcomers)].reset_index(drop=True)
    started = rows.groupby("customer_id")["ordered_on"].min()
    window = pd.Timedelta(days=months * DAYS_A_MONTH)
    started = started[started + window <= orders["ordered_on"].max() + pd.Timedelta(days=1)]
    if started.empty:
        raise CourseError(f"No newcomer can be followed for {months} months; count fewer.")
    age = rows["ordered_on"] - rows["customer_id"].map(started)
    counted = rows[age < window]
    paid = counted["profit"] / (1 + annual_discount_rate) ** (age[counted.index].dt.days / 365)
    value = paid.groupby(counted["customer_id"]).sum().reindex(started.index)
    half = started.dt.year.astype(str) + "H" + ((started.dt.month > 6) + 1).astype(str)
    return pd.DataFrame({"cohort": half, "value": value})


def cohort_table(values: pd.DataFrame) -> pd.DataFrame:
    """Mean value of each cohort of 30 or more with its 95 % interval; smaller ones are only in "all".

    Parameters
    ----------
    values : DataFrame
        As :func:`cohort_values` gives.

    Returns
    -------
    DataFrame
        One row per cohort, then "all": cohort, customers, mean, low, high.

    Examples
    --------
    >>> cohort_table(pd.DataFrame({"cohort": ["2022H1"] * 30, "value": [1.0, 3.0] * 15}))["mean"].tolist()
    [2.0, 2.0]
    """
    columns(values, ("cohort",), "The table of values", number=("value",))
    groups = {name: mine["value"] for name, mine in values.groupby("cohort") if len(mine) >= FEWEST}
    groups["all"] = values["value"]
    return pd.DataFrame([{"cohort": name, **mean_with_interval(each)} for name, each in groups.items()])
