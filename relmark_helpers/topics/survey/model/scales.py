"""Scales of several items: Cronbach's alpha with its interval, which item works, and what alpha does not show.

References
----------
.. [cronbach1951] Cronbach (1951), Psychometrika 16(3), 297–334.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import all_numbers
from relmark_helpers.topics.satisfaction.model.measurement import cronbach_alpha
from relmark_helpers.topics.survey.model.indicators import Estimate


def alpha_with_interval(items: pd.DataFrame) -> Estimate:
    r"""Cronbach's alpha with a 95 % interval from the F distribution.

    :math:`(1 - \alpha) / (1 - \hat\alpha)` follows F with :math:`n - 1` and :math:`(n - 1)(k - 1)` degrees of
    freedom when answers are normal and the items alike in variance and covariance; otherwise roughly.

    Parameters
    ----------
    items : DataFrame
        One column per item, already turned round; rows with a missing answer are left out.

    Returns
    -------
    Estimate
        Alpha and interval. The standard error is a quarter of the interval's length: a description only,
        because the interval is not symmetric.

    Raises
    ------
    CourseError
        As :func:`cronbach_alpha`.

    References
    ----------
    [cronbach1951]_

    Examples
    --------
    >>> rows = pd.DataFrame({"a": [1, 2, 3, 4, 5, 6], "b": [2, 1, 3, 5, 4, 6]})
    >>> found = alpha_with_interval(rows)
    >>> round(found.value, 2), round(found.low, 2), round(found.high, 2)
    (0.94, 0.57, 0.99)
    """
    complete = all_numbers(items, "The table of items").dropna()
    value = cronbach_alpha(complete)
    return alpha_interval(value, len(complete), complete.shape[1])


def alpha_interval(alpha: float, respondents: int, items: int) -> Estimate:
    """The interval of an alpha that somebody reports with the numbers of respondents and items.

    Parameters
    ----------
    alpha : float
        Below 1, or 1.
    respondents, items : int
        How many of each; at least 3 and 2.

    Returns
    -------
    Estimate

    Examples
    --------
    >>> round(alpha_interval(0.80, 100, 5).low, 2)
    0.73
    """
    from scipy.stats import f

    need_number(respondents, "The number of respondents", 3)
    need_number(items, "The number of items", 2)
    low, high = (
        1 - (1 - alpha) * float(f.ppf(level, respondents - 1, (respondents - 1) * (items - 1)))
        for level in (0.975, 0.025)
    )
    return Estimate(alpha, (high - low) / 4, low, high, respondents)


def item_analysis(items: pd.DataFrame) -> pd.DataFrame:
    """How each item works: its correlation with the sum of the others, and alpha without it.

    Parameters
    ----------
    items : DataFrame
        Three or more columns, already turned round; rows with a missing answer are left out.

    Returns
    -------
    DataFrame
        One row per item: item, mean, item_total, alpha_without.

    Raises
    ------
    CourseError
        With fewer than three items.

    Examples
    --------
    >>> rows = pd.DataFrame({"a": [1, 2, 3, 4], "b": [1, 2, 3, 4], "c": [4, 1, 4, 1]})
    >>> item_analysis(rows).round(2).to_dict("records")[2]
    {'item': 'c', 'mean': 2.5, 'item_total': -0.45, 'alpha_without': 1.0}
    """
    items = all_numbers(items, "The table of items")
    if items.shape[1] < 3:
        raise CourseError("An item can be left out only where at least three are asked.")
    complete = items.dropna().astype("float64")
    rows = []
    for name in complete:
        others = complete.drop(columns=name)
        rows.append(
            {
                "item": str(name),
                "mean": float(complete[name].mean()),
                "item_total": float(complete[name].corr(others.sum(axis=1))),
                "alpha_without": cronbach_alpha(others),
            }
        )
    return pd.DataFrame(rows)


def alpha_of_blocks(items: int, within: float, between: float) -> float:
    r"""Standardised alpha of a scale whose items form two blocks of equal size.

    .. math:: \alpha = \frac{k \bar r}{1 + (k - 1)\bar r}

    with :math:`\bar r` the mean correlation between the items.

    Parameters
    ----------
    items : int
        How many, an even number, 4 or more.
    within, between : float
        Correlation of two items of one block, and of two items of different blocks.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        If the number of items is odd or below four.

    Examples
    --------
    >>> round(alpha_of_blocks(12, 0.6, 0.0), 2)  # two things that have nothing to do with each other
    0.82
    """
    mean = _block_matrix(items, within, between)[np.triu_indices(items, 1)].mean()
    return float(items * mean / (1 + (items - 1) * mean))


def first_factor_share(items: int, within: float, between: float) -> tuple[float, float]:
    """The two largest eigenvalues of the correlations, as shares of all variance.

    Parameters
    ----------
    items : int
        How many, an even number, 4 or more.
    within, between : float
        Correlation of two items of one block, and of two items of different blocks.

    Returns
    -------
    tuple of float
        Two of about the same size speak of two factors, whatever alpha is.

    Examples
    --------
    >>> [round(share, 2) for share in first_factor_share(12, 0.6, 0.0)]
    [0.33, 0.33]
    """
    values = np.linalg.eigvalsh(_block_matrix(items, within, between))
    return float(values[-1] / items), float(values[-2] / items)


def _block_matrix(items: int, within: float, between: float) -> np.ndarray:
    if items < 4 or items % 2:
        raise CourseError(f"Two blocks of equal size need an even number of items, 4 or more; got {items}.")
    block = np.repeat([0, 1], items // 2)
    matrix = np.where(block[:, None] == block[None, :], within, between).astype(float)
    np.fill_diagonal(matrix, 1.0)
    return matrix
