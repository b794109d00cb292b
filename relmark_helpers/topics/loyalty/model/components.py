"""The five components of loyalty, an index of them, and how reliable it is."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import all_numbers, columns
from relmark_helpers.topics.loyalty.model.resampling import drawn_covariances
from relmark_helpers.topics.satisfaction.model.measurement import construct_scores

ANSWERS = ("initiative", "repurchase", "recommendation", "resistance")
COMPONENTS = ("satisfaction", *ANSWERS)


def component_scores(surveys: pd.DataFrame) -> pd.DataFrame:
    """The five components of loyalty in scale points: one score of three items, and four single answers.

    Parameters
    ----------
    surveys : DataFrame
        Answers from 1 to 7, one row per survey.

    Returns
    -------
    DataFrame
        Columns satisfaction, initiative, repurchase, recommendation, resistance; same index.

    Raises
    ------
    CourseError
        If a column is missing or an answer is outside 1 to 7.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> component_scores(load("surveys")).columns.tolist()
    ['satisfaction', 'initiative', 'repurchase', 'recommendation', 'resistance']
    """
    surveys = columns(surveys, (), "The survey table", number=[f"loyalty_{name}" for name in ANSWERS])
    scored = construct_scores(surveys, ["overall_satisfaction"])["overall_satisfaction"]
    answers = {name: surveys[f"loyalty_{name}"].astype("Float64").astype("float64") for name in ANSWERS}
    return pd.DataFrame({"satisfaction": scored, **answers})


def loyalty_index(components: pd.DataFrame, at_least: int = 4) -> pd.Series:
    """The loyalty index: the mean of the components that were answered.

    Parameters
    ----------
    components : DataFrame
        One column per component, in scale points.
    at_least : int
        A row with fewer answered components gets no index.

    Returns
    -------
    Series
        From 1 to 7, same index.

    Raises
    ------
    CourseError
        If the table is empty.

    Examples
    --------
    >>> loyalty_index(pd.DataFrame({"a": [4.0, 1.0], "b": [6.0, None]}), at_least=2).tolist()
    [5.0, nan]
    """
    components = all_numbers(components, "The table of components")
    enough = components.notna().sum(axis=1) >= at_least
    mean: pd.Series = components.mean(axis=1).where(enough)
    return mean.rename("loyalty")


def alpha_of(covariance: np.ndarray) -> np.ndarray:
    r"""Cronbach's alpha from a covariance matrix: :math:`\frac{k}{k-1}(1 - \operatorname{tr} S / \sum S)`.

    Parameters
    ----------
    covariance : array of float, shape (..., k, k)
        Covariances of the parts of a sum.

    Returns
    -------
    array of float, shape (...)

    References
    ----------
    [cronbach1951]_

    Examples
    --------
    >>> float(alpha_of(np.ones((3, 3))))
    1.0
    """
    count = covariance.shape[-1]
    inside = np.trace(covariance, axis1=-2, axis2=-1)
    found: np.ndarray = count / (count - 1) * (1 - inside / covariance.sum(axis=(-2, -1)))
    return found


def index_reliability(
    components: pd.DataFrame, customers: pd.Series, draws: int = 200, rng: np.random.Generator | int = 0
) -> pd.DataFrame:
    """Alpha of the index with its 95 % interval, and alpha with each component left out.

    Parameters
    ----------
    components : DataFrame
        One column per component; rows with a missing value are left out.
    customers : Series
        Whose survey each row is; customers are drawn anew, with all their answers.
    draws : int
        Bootstrap draws, at least 20.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        Columns index (``all`` or ``without …``), components (how many), alpha, low, high.

    Raises
    ------
    CourseError
        With fewer than three components, 30 complete rows or 20 draws.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> surveys = load("surveys")
    >>> found = index_reliability(component_scores(surveys), surveys["customer_id"], draws=50)
    >>> found["index"].tolist()[:2]
    ['all', 'without satisfaction']
    """
    columns(components, (), "The table of components")
    names = list(components.columns)
    if len(names) < 3:
        raise CourseError(f"An index needs at least three components; found {len(names)}.")
    observed, drawn = drawn_covariances(components, customers, draws, rng)
    rows = []
    for left_out in (None, *names):
        kept = [place for place, name in enumerate(names) if name != left_out]
        inside = np.ix_(kept, kept)
        low, high = np.quantile(alpha_of(drawn[:, inside[0], inside[1]]), [0.025, 0.975])
        label = "all" if left_out is None else f"without {left_out}"
        alpha = float(alpha_of(observed[inside]))
        rows.append(
            {"index": label, "components": len(kept), "alpha": alpha, "low": float(low), "high": float(high)}
        )
    return pd.DataFrame(rows)


def with_a_die(components: pd.DataFrame, rng: np.random.Generator | int) -> pd.DataFrame:
    """The components and a die of seven sides: a part that has nothing to do with anybody.

    Parameters
    ----------
    components : DataFrame
        One column per component.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        One more column, die: a whole number from 1 to 7, all equally likely.

    Examples
    --------
    >>> bool(with_a_die(pd.DataFrame({"a": [1.0, 2.0]}), rng=1)["die"].between(1, 7).all())
    True
    """
    columns(components, (), "The table of components")
    generator = np.random.default_rng(rng)
    return components.assign(die=generator.integers(1, 8, len(components)).astype("float64"))
