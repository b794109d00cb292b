"""Markets to compare a claim with: buyers without any dissatisfaction, repeats by chance, and returns by value."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import aligned, columns, flags, linked, numbers, unique
from relmark_helpers.topics.loyalty.model.resampling import drawn_weights

MOST_PURCHASES = 400  # purchases in a quarter beyond which the model does not count


def switchers_without_dissatisfaction(brand_share: float, purchases: float, sameness: float) -> float:
    r"""Share of a brand's buyers who also buy another brand in the period, in a market where all are content.

    Purchases of the category are Poisson around each buyer's constant rate, exponentially distributed over
    buyers; the brand is drawn each time from each buyer's own constant preferences (Dirichlet): the
    NBD-Dirichlet model of repertoire buying. Nobody is ever dissatisfied, nobody ever changes.

    Parameters
    ----------
    brand_share : float
        The brand's share of purchases, above 0 and below 1.
    purchases : float
        Category purchases of a buyer in the period, on average; above 0.
    sameness : float
        The Dirichlet's S, above 0: near 0 each buyer has one brand, large values mean that all have the same
        mixed preferences.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    CourseError
        If a number is out of its range.

    References
    ----------
    [ehrenberg1990]_

    Examples
    --------
    >>> round(switchers_without_dissatisfaction(0.1, 12.0, 1.2), 2)
    0.92
    """
    from scipy.special import betaln

    need_number(brand_share, "The share of the brand", 0, 1)
    need_number(purchases, "The number of purchases", 0, 100)
    need_number(sameness, "The sameness of preferences", 0)
    if brand_share in (0, 1) or purchases == 0 or sameness == 0:
        raise CourseError("The share lies between 0 and 1, and purchases and sameness are above 0.")
    number = np.arange(1, MOST_PURCHASES + 1)
    chance = (purchases / (1 + purchases)) ** number / (1 + purchases)  # geometric: Poisson over exponential
    ours, others = sameness * brand_share, sameness * (1 - brand_share)
    start = betaln(ours, others)
    only_ours = np.exp(betaln(ours + number, others) - start)
    never_ours = np.exp(betaln(ours, others + number) - start)
    return float(1 - (chance * only_ours).sum() / (chance * (1 - never_ours)).sum())


def same_again(
    orders: pd.DataFrame, lines: pd.DataFrame, products: pd.DataFrame, draws: int = 200, rng: int = 0
) -> pd.DataFrame:
    """How often the next purchase in a category is the same product, and how often by chance.

    Parameters
    ----------
    orders, lines, products : DataFrame
        The company's tables orders, order_lines, products.
    draws : int
        Bootstrap draws over customers for the interval.
    rng : int
        Seed of the draws.

    Returns
    -------
    DataFrame
        One row per category: category, pairs (of purchases next to each other of one customer), same (share of
        pairs with the same product), low, high, chance (sum of the squared shares of the products).

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> found = same_again(load("orders"), load("order_lines"), load("products"), draws=20)
    >>> found.columns.tolist()
    ['category', 'pairs', 'same', 'low', 'high', 'chance']
    """
    columns(orders, ("order_id", "customer_id", "ordered_on"), "The table of orders")
    columns(lines, ("order_id", "product_id"), "The table of order lines")
    columns(products, ("product_id", "category"), "The table of products")
    linked("order_id", orders, lines)
    linked("product_id", lines, products)
    unique(orders["order_id"], "The table of orders")
    unique(products["product_id"], "The table of products")
    lines = lines[lines["order_id"].isin(orders["order_id"])]
    if lines.empty:
        raise CourseError(
            "No order line has the order_id of an order; take lines and orders of the same time."
        )
    absent = lines.loc[~lines["product_id"].isin(products["product_id"]), "product_id"]
    if len(absent):
        raise CourseError(
            f"The table of products lacks product_id {absent.iloc[0]}, which {len(absent)} order lines name "
            f"(first: row {absent.index[0]})."
        )
    bought = lines.merge(orders, on="order_id").merge(products[["product_id", "category"]], on="product_id")
    in_time = [name for name in ("customer_id", "ordered_on", "order_id", "line_number") if name in bought]
    bought = bought.sort_values(in_time, kind="stable")
    bought = bought.drop_duplicates(["order_id", "category"])
    groups = bought.groupby(["customer_id", "category"], observed=True)
    before = groups["product_id"].shift()
    pairs = bought[before.notna()].assign(same=(before == bought["product_id"]).astype("float64"))
    rows = []
    for category, mine in pairs.groupby("category", observed=True):
        by_customer = mine.groupby("customer_id")["same"].agg(["sum", "size"]).to_numpy()
        weights = drawn_weights(len(by_customer), draws, rng)
        sums = weights @ by_customer
        low, high = np.quantile(sums[:, 0] / sums[:, 1], [0.025, 0.975])
        popular = bought.loc[bought["category"] == category, "product_id"].value_counts(normalize=True)
        share = {"same": float(mine["same"].mean()), "low": float(low), "high": float(high)}
        chance = float((popular**2).sum())
        rows.append({"category": str(category), "pairs": len(mine), **share, "chance": chance})
    return pd.DataFrame(rows)


def three_curves(value: pd.Series, loyal: pd.Series) -> pd.DataFrame:
    """How well three curves of loyalty over value fit: proportional, straight with a base, and S-shaped.

    Parameters
    ----------
    value : Series
        Value as the customer sees it, in scale points.
    loyal : Series of 0/1
        Whether the customer stayed; same index. Rows with a missing value are left out.

    Returns
    -------
    DataFrame
        One row per curve: curve, at_2 and at_6 (its share of loyal customers at 2 and at 6 points of value),
        log_score (mean log of the chance that it gave to what happened; nearer 0 is better).

    Raises
    ------
    CourseError
        With fewer than 30 complete rows.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> value = pd.Series(rng.integers(1, 8, 2000).astype(float))
    >>> loyal = pd.Series((rng.random(2000) < 0.1 * value).astype(float))
    >>> three_curves(value, loyal)["at_6"].round(1).tolist()
    [0.6, 0.6, 0.6]
    """
    import statsmodels.api as sm

    values, loyalty = aligned("Values and loyalty", value, loyal)
    table = pd.DataFrame(
        {"value": numbers(values, "The values"), "loyal": flags(loyalty, "Who is loyal", gaps=True)}
    )
    table = table.astype("float64").dropna()
    if len(table) < 30:
        raise CourseError(f"The curves need at least 30 complete rows; found {len(table)}.")
    x, y = table["value"].to_numpy(), table["loyal"].to_numpy()
    with_base = np.column_stack([np.ones_like(x), x])
    fits = {
        "proportional": (sm.OLS(y, x[:, None]).fit(), [[2.0], [6.0]]),
        "straight with a base": (sm.OLS(y, with_base).fit(), [[1.0, 2.0], [1.0, 6.0]]),
        "S-shaped": (
            sm.GLM(y, with_base, family=sm.families.Binomial()).fit(),
            [[1.0, 2.0], [1.0, 6.0]],
        ),
    }
    rows = []
    for name, (fit, at) in fits.items():
        chance = np.clip(fit.fittedvalues, 0.001, 0.999)
        score = float(np.mean(np.log(np.where(y == 1, chance, 1 - chance))))
        at_2, at_6 = (float(each) for each in fit.predict(np.array(at)))
        rows.append({"curve": name, "at_2": at_2, "at_6": at_6, "log_score": score})
    return pd.DataFrame(rows)
