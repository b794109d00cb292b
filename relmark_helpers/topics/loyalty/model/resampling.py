"""Covariance matrices of a table drawn anew customer by customer: the bootstrap of everything made of them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import aligned, all_numbers, columns, keys, unique


def rows_of(table: pd.DataFrame, customers: pd.Series) -> pd.Series:
    """Give the customers of a table's rows in the order of its rows.

    Parameters
    ----------
    table : DataFrame
        Any table.
    customers : Series
        Whose each row is; it may have further rows, as when only some rows of the table were taken.

    Returns
    -------
    Series

    Raises
    ------
    CourseError
        If they are not of the same rows, the table has a row label twice, or a customer is missing.

    Examples
    --------
    >>> table = pd.DataFrame({"a": [1.0, 2.0]}, index=[5, 6])
    >>> rows_of(table, pd.Series([8, 7], index=[6, 5])).tolist()
    [7, 8]
    """
    columns(table)
    unique(table.index, "The table")
    if (
        isinstance(customers, pd.Series)
        and customers.index.is_unique
        and table.index.isin(customers.index).all()
    ):
        customers = customers.loc[table.index]
    _, found = aligned("The table and its customers", pd.Series(0, index=table.index), customers)
    return keys(found, "The customers")


def moments_by_customer(table: pd.DataFrame, customers: pd.Series) -> np.ndarray:
    """Sums that a covariance matrix is made of, one block per customer.

    Parameters
    ----------
    table : DataFrame
        Numbers without missing values, one row per survey.
    customers : Series
        Whose survey each row is; same index.

    Returns
    -------
    array of float, shape (customers, columns + 1, columns + 1)
        Sums over the customer's rows of the products of 1 and the columns.

    Examples
    --------
    >>> table = pd.DataFrame({"a": [1.0, 2.0, 3.0]})
    >>> moments_by_customer(table, pd.Series([7, 7, 8]))[0].tolist()
    [[2.0, 3.0], [3.0, 5.0]]
    """
    table, customers = all_numbers(table), rows_of(table, customers)
    rows = np.column_stack([np.ones(len(table)), table.to_numpy(dtype="float64")])
    order = np.argsort(customers.to_numpy(), kind="stable")
    sorted_customers = customers.to_numpy()[order]
    starts = np.flatnonzero(np.r_[True, sorted_customers[1:] != sorted_customers[:-1]])
    products = rows[order][:, :, None] * rows[order][:, None, :]
    blocks: np.ndarray = np.add.reduceat(products, starts, axis=0)
    return blocks


def covariances(moments: np.ndarray) -> np.ndarray:
    """Covariance matrices from sums of products of 1 and the columns.

    Parameters
    ----------
    moments : array of float, shape (..., columns + 1, columns + 1)
        Sums over rows, as :func:`moments_by_customer` gives, added up.

    Returns
    -------
    array of float, shape (..., columns, columns)

    Examples
    --------
    >>> covariances(np.array([[2.0, 3.0], [3.0, 5.0]])).tolist()
    [[0.5]]
    """
    count = moments[..., 0, 0][..., None, None]
    sums = moments[..., 0, 1:]
    found: np.ndarray = (moments[..., 1:, 1:] - sums[..., :, None] * sums[..., None, :] / count) / (count - 1)
    return found


def drawn_covariances(
    table: pd.DataFrame, customers: pd.Series, draws: int, rng: np.random.Generator | int
) -> tuple[np.ndarray, np.ndarray]:
    """The covariance matrix of a table, and those of tables drawn anew customer by customer.

    Answers of one customer are not independent, so customers are drawn, each with all their answers.

    Parameters
    ----------
    table : DataFrame
        Numbers, one row per survey; rows with a missing value are left out.
    customers : Series
        Whose survey each row is; same index.
    draws : int
        Bootstrap draws, at least 20.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    observed : array of float, shape (columns, columns)
    drawn : array of float, shape (draws, columns, columns)

    Raises
    ------
    CourseError
        With fewer than 30 complete rows or 20 draws.

    Examples
    --------
    >>> table = pd.DataFrame({"a": np.arange(40.0)})
    >>> observed, drawn = drawn_covariances(table, pd.Series(range(40)), 50, rng=1)
    >>> observed.shape, drawn.shape
    ((1, 1), (50, 1, 1))
    """
    need_number(draws, "The number of draws", 20)
    customers = rows_of(table, customers)
    complete = all_numbers(table).astype("float64").dropna()
    if len(complete) < 30:
        raise CourseError(f"The table needs at least 30 complete rows; found {len(complete)}.")
    blocks = moments_by_customer(complete, customers.loc[complete.index])
    weights = drawn_weights(len(blocks), draws, rng)
    summed = (weights @ blocks.reshape(len(blocks), -1)).reshape(draws, *blocks.shape[1:])
    return covariances(blocks.sum(axis=0)), covariances(summed)


def drawn_weights(count: int, draws: int, rng: np.random.Generator | int) -> np.ndarray:
    """How often each of so many is drawn, when as many are drawn with replacement.

    Parameters
    ----------
    count : int
        How many there are.
    draws : int
        How many times all are drawn anew.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    array of float, shape (draws, count)

    Examples
    --------
    >>> drawn_weights(5, 3, rng=1).sum(axis=1).tolist()
    [5.0, 5.0, 5.0]
    """
    generator = np.random.default_rng(rng)
    picked = generator.integers(0, count, (draws, count)) + count * np.arange(draws)[:, None]
    return np.bincount(picked.ravel(), minlength=draws * count).reshape(draws, count).astype("float64")
