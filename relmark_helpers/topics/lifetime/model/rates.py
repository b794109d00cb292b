"""Churn and retention with their period in the name: a monthly rate is no twelfth of an annual one."""

from __future__ import annotations

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number

MONTHS_A_YEAR = 12


def annual_churn_from(monthly_churn: float) -> float:
    r"""Annual churn of customers who leave at a constant monthly rate.

    .. math:: c_\text{year} = 1 - (1 - c_\text{month})^{12}

    Parameters
    ----------
    monthly_churn : float
        Share of customers lost in a month, 0 to 1.

    Returns
    -------
    float
        Share lost in a year.

    Raises
    ------
    CourseError
        If the rate is outside 0 to 1.

    Examples
    --------
    >>> round(annual_churn_from(0.02), 4)
    0.2153
    """
    need_number(monthly_churn, "Monthly churn", 0, 1)
    return float(1 - (1 - monthly_churn) ** MONTHS_A_YEAR)


def monthly_churn_from(annual_churn: float) -> float:
    r"""Constant monthly churn that makes a given annual churn.

    .. math:: c_\text{month} = 1 - (1 - c_\text{year})^{1/12}

    Parameters
    ----------
    annual_churn : float
        Share of customers lost in a year, 0 to 1.

    Returns
    -------
    float
        Share lost in a month.

    Raises
    ------
    CourseError
        If the rate is outside 0 to 1.

    Examples
    --------
    >>> round(monthly_churn_from(0.24), 4)
    0.0226
    """
    need_number(annual_churn, "Annual churn", 0, 1)
    return float(1 - (1 - annual_churn) ** (1 / MONTHS_A_YEAR))


def expected_lifetime(churn: float) -> float:
    r"""Expected lifetime under a constant churn, counted in the churn's own periods.

    The period in which a customer leaves counts as one: :math:`1/c`.

    Parameters
    ----------
    churn : float
        Share lost in a period, above 0 and up to 1.

    Returns
    -------
    float
        Periods: months for a monthly rate, years for an annual one.

    Raises
    ------
    CourseError
        If the churn is 0 (nobody ever leaves) or outside 0 to 1.

    Examples
    --------
    >>> expected_lifetime(0.2)
    5.0
    """
    need_number(churn, "Churn", 0, 1)
    if churn == 0:
        raise CourseError("With a churn of 0 nobody ever leaves, and a lifetime has no end.")
    return float(1 / churn)
