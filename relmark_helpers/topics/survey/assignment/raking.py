"""One round of raking in task 6 of assignment 05: a mistake, from which draws keep what is right apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd


def one_round(sample: pd.DataFrame, margins: Mapping[str, pd.Series], order: Iterable[str]) -> pd.Series:
    """Weights after one round of raking, 1 on average: a mistake, for the last margin spoils the first.

    Parameters
    ----------
    sample : DataFrame
        Who answered, a row a person; a column per margin.
    margins : mapping of str to Series
        By column, how many of each of its values there are among everybody.
    order : iterable of str
        The columns, in the order in which the weights are adjusted to them.

    Returns
    -------
    Series

    Examples
    --------
    >>> sample = pd.DataFrame({"age": ["old", "old", "old", "young"]})
    >>> one_round(sample, {"age": pd.Series({"old": 5, "young": 5})}, ["age"]).round(3).tolist()
    [0.667, 0.667, 0.667, 2.0]
    """
    weights = pd.Series(1.0, index=sample.index)
    for name in order:
        have = weights.groupby(sample[name], observed=True).sum()
        weights = weights * sample[name].map(margins[name] / have).astype(float)
    return weights / weights.mean()
