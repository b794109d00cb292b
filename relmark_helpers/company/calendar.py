"""The calendar of the company: months counted from 1, days of a month from 0."""

from __future__ import annotations

import calendar

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Dates = NDArray[np.datetime64]


def month_start(first_year: int, month: Whole | int) -> Dates:
    """First day of a month.

    Parameters
    ----------
    first_year : int
        The year of month 1.
    month : int or ndarray of int
        Counted from 1; 0 and below lie before the start.

    Returns
    -------
    ndarray of datetime64[D]
        Of no dimension where ``month`` has none.

    Examples
    --------
    >>> print(month_start(2022, np.array([-1, 1, 14])))
    ['2021-11-01' '2022-01-01' '2023-02-01']
    """
    january = np.datetime64(str(first_year), "M")
    return np.asarray((january + (np.asarray(month) - 1)).astype("datetime64[D]"))


def day(first_year: int, month: Whole | int, day0: Whole | int) -> Dates:
    """The date of a day of a month.

    Parameters
    ----------
    first_year : int
        The year of month 1.
    month : int or ndarray of int
        Counted from 1.
    day0 : int or ndarray of int
        Counted from 0; days beyond the month fall into the next.

    Returns
    -------
    ndarray of datetime64[D]

    Examples
    --------
    >>> print(day(2022, 2, np.array([0, 27, 28])))
    ['2022-02-01' '2022-02-28' '2022-03-01']
    """
    return np.asarray(month_start(first_year, month) + np.asarray(day0))


def days_in_month(first_year: int, month: int) -> int:
    """Length of a month.

    Parameters
    ----------
    first_year : int
        The year of month 1.
    month : int
        Counted from 1.

    Returns
    -------
    int
        Days.

    Examples
    --------
    >>> days_in_month(2022, 26)
    29
    """
    years, before = divmod(month - 1, 12)
    return calendar.monthrange(first_year + years, before + 1)[1]
