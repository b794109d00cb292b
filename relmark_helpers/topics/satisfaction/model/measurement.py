"""From answers to scores: what a survey's items say about each construct, and how reliably.

References
----------
.. [cronbach1951] Cronbach (1951), Psychometrika 16(3), 297–334.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from relmark_helpers.company.vocabulary import EXPERIENCE
from relmark_helpers.errors import CourseError
from relmark_helpers.tables import all_numbers, columns

FACTORS = EXPERIENCE[:-1]
CONSTRUCTS = (*FACTORS, "overall_satisfaction", "trust")
REVERSED_ITEMS = ("expectations_congruency_3", "trust_3")
ITEMS_PER_CONSTRUCT = 3
SCALE = (1, 7)


def items_of(construct: str) -> list[str]:
    """Names of the three survey items of a construct.

    Parameters
    ----------
    construct : str
        One of ``CONSTRUCTS``.

    Returns
    -------
    list of str

    Examples
    --------
    >>> items_of("trust")
    ['trust_1', 'trust_2', 'trust_3']
    """
    return [f"{construct}_{number}" for number in range(1, ITEMS_PER_CONSTRUCT + 1)]


def turned_items(surveys: pd.DataFrame, constructs: Sequence[str] = CONSTRUCTS) -> pd.DataFrame:
    """Answers with the reversed items turned round, so that more always means more of the construct.

    Parameters
    ----------
    surveys : DataFrame
        Answers from 1 to 7, one row per survey; missing answers allowed.
    constructs : sequence of str
        Whose items to take.

    Returns
    -------
    DataFrame
        Floats, one column per item; a reversed item ``x`` has become ``8 - x``.

    Raises
    ------
    CourseError
        If the table is empty, an item is missing, or an answer is outside 1 to 7.

    Examples
    --------
    >>> answers = pd.DataFrame({"trust_1": [6], "trust_2": [7], "trust_3": [2]})
    >>> turned_items(answers, ["trust"]).to_dict("records")
    [{'trust_1': 6.0, 'trust_2': 7.0, 'trust_3': 6.0}]
    """
    names = [item for construct in constructs for item in items_of(construct)]
    surveys = columns(surveys, (), "The survey table", number=names)
    items = surveys[names].astype("float64")
    outside = (items < SCALE[0]) | (items > SCALE[1])
    if outside.to_numpy().any():
        column = next(name for name in names if outside[name].any())
        row, value = next(iter(items.loc[outside[column], column].items()))
        raise CourseError(f"Answers go from 1 to 7; found {value:g} in column {column!r}, row {row}.")
    for name in REVERSED_ITEMS:
        if name in items:
            items[name] = SCALE[0] + SCALE[1] - items[name]
    return items


def construct_scores(
    surveys: pd.DataFrame, constructs: Sequence[str] = CONSTRUCTS, at_least: int = 2
) -> pd.DataFrame:
    """Score of each construct: the mean of its answered items, reversed items turned round first.

    Parameters
    ----------
    surveys : DataFrame
        Answers from 1 to 7, one row per survey.
    constructs : sequence of str
        Which constructs to score.
    at_least : int
        A row with fewer answered items of a construct gets no score for it.

    Returns
    -------
    DataFrame
        One column per construct, in scale points from 1 to 7, same index as ``surveys``.

    Raises
    ------
    CourseError
        As :func:`turned_items`.

    Examples
    --------
    >>> answers = pd.DataFrame({"trust_1": [6, 5], "trust_2": [7, None], "trust_3": [2, None]})
    >>> construct_scores(answers, ["trust"])["trust"].round(2).tolist()
    [6.33, nan]
    """
    items = turned_items(surveys, constructs).to_numpy()
    answers = items.reshape(len(items), len(constructs), ITEMS_PER_CONSTRUCT)
    answered = ~np.isnan(answers)
    count = answered.sum(axis=2)
    total = np.where(answered, answers, 0.0).sum(axis=2)
    scores = np.where(count >= at_least, total / np.maximum(count, 1), np.nan)
    return pd.DataFrame(scores, index=surveys.index, columns=list(constructs))


def cronbach_alpha(items: pd.DataFrame) -> float:
    r"""Cronbach's alpha: the share of a score's variance that its items have in common.

    .. math:: \alpha = \frac{k}{k-1}\left(1 - \frac{\sum_i s_i^2}{s_{total}^2}\right)

    Parameters
    ----------
    items : DataFrame
        One column per item (at least two), already turned round; rows with a missing answer are left out.

    Returns
    -------
    float
        At most 1; it may be negative when items disagree.

    Raises
    ------
    CourseError
        With fewer than two items or fewer than three complete rows.

    References
    ----------
    [cronbach1951]_

    Examples
    --------
    >>> cronbach_alpha(pd.DataFrame({"a": [1, 2, 3, 4], "b": [1, 2, 3, 4]}))
    1.0
    """
    items = all_numbers(items, "The table of items")
    answers = items.to_numpy(dtype="float64", na_value=np.nan)
    complete = answers[~np.isnan(answers).any(axis=1)]
    count = complete.shape[1]
    if count < 2 or len(complete) < 3:
        raise CourseError("Cronbach's alpha needs at least two items and three complete rows.")
    total_variance = float(complete.sum(axis=1).var(ddof=1))
    if total_variance == 0:
        raise CourseError("Cronbach's alpha compares how answers vary; in these items nothing varies.")
    item_variances = complete.var(axis=0, ddof=1)
    return float(count / (count - 1) * (1 - item_variances.sum() / total_variance))


def reliabilities(surveys: pd.DataFrame, constructs: Sequence[str] = CONSTRUCTS) -> pd.Series:
    """Cronbach's alpha of every construct.

    Parameters
    ----------
    surveys : DataFrame
        Answers from 1 to 7, one row per survey.
    constructs : sequence of str
        Which constructs.

    Returns
    -------
    Series
        Alpha by construct.

    Raises
    ------
    CourseError
        As :func:`turned_items` and :func:`cronbach_alpha`.

    Examples
    --------
    >>> answers = pd.DataFrame({"trust_1": [6, 5, 2], "trust_2": [6, 5, 2], "trust_3": [2, 3, 6]})
    >>> reliabilities(answers, ["trust"]).round(3).to_dict()
    {'trust': 1.0}
    """
    items = turned_items(surveys, constructs)
    alphas = {construct: cronbach_alpha(items[items_of(construct)]) for construct in constructs}
    return pd.Series(alphas, name="alpha")
