"""Who is in a sample: design effects of clusters and weights, raking to known margins, weighted means."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import aligned, columns, keys, numbers, unique
from relmark_helpers.topics.survey.model.indicators import Estimate, around

ROUNDS = 200
CLOSE = 1e-10


def rake(sample: pd.DataFrame, margins: Mapping[str, Mapping[str, float] | pd.Series]) -> pd.Series:
    """Raking weights: fit the sample to one known margin after the other until all of them agree.

    Parameters
    ----------
    sample : DataFrame
        Who answered, a row a person; one column per margin.
    margins : mapping
        By column, the share (or number) of each of its values among everybody.

    Returns
    -------
    Series
        A weight per row, 1 on average. Values of a column that nobody in the sample has are an error: no
        weight can stand for people who are not there.

    Raises
    ------
    CourseError
        If a column is missing, a value has no margin or no person, or the margins can't be met together.

    Examples
    --------
    >>> sample = pd.DataFrame({"age": ["old", "old", "old", "young"]})
    >>> rake(sample, {"age": {"old": 0.5, "young": 0.5}}).round(3).tolist()
    [0.667, 0.667, 0.667, 2.0]
    """
    columns(sample, list(margins), "The sample")
    wanted = {name: _shares(sample[name], margin) for name, margin in margins.items()}
    codes = {name: pd.Categorical(sample[name], list(share.index)).codes for name, share in wanted.items()}
    weights = np.full(len(sample), 1.0)
    for _ in range(ROUNDS):
        furthest = 0.0
        for name, share in wanted.items():
            have = np.bincount(codes[name], weights, minlength=len(share)) / weights.sum()
            factor = share.to_numpy() / have
            weights = weights * factor[codes[name]]
            furthest = max(furthest, float(np.abs(factor - 1).max()))
        if furthest < CLOSE:
            return pd.Series(weights / weights.mean(), index=sample.index, name="weight")
    raise CourseError(
        "The margins cannot all be met by weights of these people; are some combinations empty?"
    )


def _shares(column: pd.Series, margin: Mapping[str, float] | pd.Series) -> pd.Series:
    unique(pd.Series(margin).index, f"The margin of {column.name!r}")
    keys(column, f"The sample: {column.name!r}")
    share = numbers(pd.Series(margin), f"The margin of {column.name!r}", gaps=False, low=0).astype(float)
    share = share[share > 0]
    unknown = set(column.unique()) - set(share.index)
    if unknown:
        raise CourseError(f"The margin of {column.name!r} says nothing of {sorted(map(str, unknown))[0]!r}.")
    absent = [value for value in share.index if not (column == value).any()]
    if absent:
        raise CourseError(
            f"Nobody in the sample has {column.name!r} = {absent[0]!r}; put it together with a neighbour."
        )
    return share / share.sum()


def weighting_effect(weights: pd.Series) -> float:
    r"""Kish's approximate design effect of weights, :math:`n \sum w^2 / (\sum w)^2`.

    By so much the variance of a mean grows when the weights have nothing to do with what is measured.

    Parameters
    ----------
    weights : Series
        Weights above 0.

    Returns
    -------
    float
        1 when all are equal.

    Raises
    ------
    CourseError
        If a weight is 0 or below.

    Examples
    --------
    >>> weighting_effect(pd.Series([1.0, 1.0])), round(weighting_effect(pd.Series([1.0, 3.0])), 2)
    (1.0, 1.25)
    """
    each = numbers(weights, "The weights", gaps=False)
    if not (each > 0).all():
        raise CourseError("Weights are above 0; one of these is not.")
    return float(len(each) * (each**2).sum() / each.sum() ** 2)


def weighted_mean(values: pd.Series, weights: pd.Series) -> Estimate:
    r"""Weighted mean with its linearised standard error, :math:`\sqrt{\sum w^2 (y - \bar y)^2} / \sum w`.

    The weights count as fixed; what raking itself gains where margins explain the answers is left out.

    Parameters
    ----------
    values, weights : Series
        One of each per person; rows with a missing value are left out.

    Returns
    -------
    Estimate

    Raises
    ------
    CourseError
        With fewer than two values.

    Examples
    --------
    >>> weighted_mean(pd.Series([1.0, 5.0]), pd.Series([3.0, 1.0])).value
    2.0
    """
    values, weights = aligned("Values and weights", values, weights)
    each = numbers(weights, "The weights", gaps=False, low=0)
    table = pd.DataFrame({"y": numbers(values, "The values"), "w": each}).dropna()
    if len(table) < 2:
        raise CourseError("A weighted mean needs at least two values.")
    total = float(table["w"].sum())
    mean = float((table["w"] * table["y"]).sum()) / total
    error = math.sqrt(float(((table["w"] * (table["y"] - mean)) ** 2).sum())) / total
    return around(mean, error, len(table))


def cluster_effect(size: float, intraclass: float) -> float:
    r"""Design effect of asking whole groups, :math:`1 + (b - 1)\rho`.

    Parameters
    ----------
    size : float
        People asked in each group (branch, interviewer), 1 or more.
    intraclass : float
        Correlation of two people of one group.

    Returns
    -------
    float

    Examples
    --------
    >>> cluster_effect(21, 0.05)
    2.0
    """
    return 1 + (need_number(size, "The size of a group", 1) - 1) * need_number(
        intraclass, "The correlation", -1, 1
    )


def clustered_mean(values: pd.Series, clusters: pd.Series) -> tuple[Estimate, float]:
    """Mean of answers that come in groups: standard error by statsmodels, clustered, and the design effect.

    Parameters
    ----------
    values : Series
        Answers; missing ones are left out.
    clusters : Series
        The group of each: the customer who answered several times, or the branch.

    Returns
    -------
    tuple of Estimate and float
        The mean, and by how much its variance is larger than that of as many independent answers.

    Raises
    ------
    CourseError
        With fewer than ten groups: such standard errors need many.

    Examples
    --------
    >>> answers, person = pd.Series(range(20), dtype=float), pd.Series(range(20))
    >>> round(clustered_mean(answers, person)[1], 2)
    1.0
    """
    import statsmodels.api as sm

    values, clusters = aligned("Answers and clusters", values, clusters)
    groups = keys(clusters, "The clusters")
    table = pd.DataFrame({"y": numbers(values, "The answers"), "group": groups}).dropna()
    if table["group"].nunique() < 10:
        raise CourseError("A clustered standard error needs at least ten groups.")
    codes = pd.factorize(table["group"])[0]
    fit = sm.OLS(table["y"].to_numpy(), np.ones(len(table))).fit(
        cov_type="cluster", cov_kwds={"groups": codes}
    )
    error = float(fit.bse[0])
    alone = float(table["y"].var()) / len(table)
    return around(float(fit.params[0]), error, len(table)), error**2 / alone
