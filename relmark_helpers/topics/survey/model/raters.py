"""Agreement between raters: kappa for a yes or no, the intraclass correlation for scores."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import aligned, columns, is_text, numbers
from relmark_helpers.topics.survey.model.indicators import Estimate, around


def paired_ratings(visits: pd.DataFrame, point: str) -> pd.DataFrame:
    """The two ratings of each visit side by side.

    Parameters
    ----------
    visits : DataFrame
        As the table ``mystery_visits``: visit_id, rater and points of the checklist; two rows a visit.
    point : str
        The point of the checklist.

    Returns
    -------
    DataFrame
        One row per visit: rater_a, rater_b (the lower number first), a, b.

    Raises
    ------
    CourseError
        If a column is missing or a visit has not exactly two ratings.

    Examples
    --------
    >>> visits = pd.DataFrame({"visit_id": [1, 1], "rater": [3, 1], "greeting": [4, 2]})
    >>> paired_ratings(visits, "greeting").to_dict("records")
    [{'rater_a': 1, 'rater_b': 3, 'a': 2, 'b': 4}]
    """
    visits = columns(visits, ("visit_id", "rater"), "The table of visits", number=(point,))
    numbers(visits[point], f"The table of visits: {point!r}", gaps=False)
    if visits.duplicated(["visit_id", "rater"]).any():
        raise CourseError("Agreement compares two raters; one of them rates a visit twice here.")
    ordered = visits.sort_values(["visit_id", "rater"])
    if not (ordered.groupby("visit_id").size() == 2).all():
        raise CourseError("Agreement compares two ratings of each visit; a visit here has another number.")
    first, second = ordered.iloc[::2], ordered.iloc[1::2]
    return pd.DataFrame(
        {
            "rater_a": first["rater"].to_numpy(),
            "rater_b": second["rater"].to_numpy(),
            "a": first[point].to_numpy(),
            "b": second[point].to_numpy(),
        },
        index=pd.Index(first["visit_id"].to_numpy(), name="visit_id"),
    )


def agreement(first: pd.Series, second: pd.Series, weighted: bool = False) -> tuple[float, Estimate]:
    r"""Share of equal ratings, and Cohen's kappa: what is left of it beyond chance. By statsmodels.

    .. math:: \kappa = \frac{p_o - p_e}{1 - p_e}

    Parameters
    ----------
    first, second : Series
        Two raters' categories of the same things, in the same order.
    weighted : bool
        Let a large disagreement count more than a small one (squared distance); for ordered categories.

    Returns
    -------
    tuple of float and Estimate
        The share of equal ratings; kappa with its large-sample interval.

    Raises
    ------
    CourseError
        If the two differ in length, or only one category occurs.

    Examples
    --------
    >>> share, kappa = agreement(pd.Series([1, 1, 0, 0]), pd.Series([1, 0, 0, 0]))
    >>> share, kappa.value
    (0.75, 0.5)
    """
    from statsmodels.stats.inter_rater import cohens_kappa

    one, other = aligned("The ratings of two raters", first, second)
    if one.empty:
        raise CourseError("Two raters rate the same things; got 0 ratings.")
    for ratings in (one, other):
        if ratings.isna().any():
            row = ratings.index[ratings.isna()][0]
            raise CourseError(
                f"Agreement compares two ratings of each thing; one is missing (first: row {row})."
            )
        if weighted:
            numbers(ratings, "The ratings")
    if is_text(one) != is_text(other):
        raise CourseError("One rater gives text and the other numbers; use the same categories for both.")
    a, b = one.to_numpy(), other.to_numpy()
    values = np.unique(np.concatenate([a, b]))
    if len(values) < 2:
        raise CourseError("Kappa compares with chance; where only one category occurs there is none.")
    counts = np.zeros((len(values), len(values)))
    np.add.at(counts, (np.searchsorted(values, a), np.searchsorted(values, b)), 1)
    # by their values, so that the distance between 1 and 4 is three even where nobody gave a 2
    found = cohens_kappa(
        counts, weights=values.astype(float) if weighted else None, wt="quadratic" if weighted else None
    )
    return float((a == b).mean()), around(float(found.kappa), float(found.std_kappa), len(a))


def intraclass(ratings: pd.DataFrame) -> Estimate:
    r"""One-way intraclass correlation: how much of a single rating is about what is rated.

    .. math:: ICC(1) = \frac{MS_b - MS_w}{MS_b + (k - 1) MS_w}

    One-way, because the pair of raters changes from visit to visit: that one of them is stricter counts as
    error. The interval is that of the F distribution.

    Parameters
    ----------
    ratings : DataFrame
        One row per thing rated, one column per rating (two or more); no missing values.

    Returns
    -------
    Estimate

    Raises
    ------
    CourseError
        With fewer than three rows or two columns.

    Examples
    --------
    >>> round(intraclass(pd.DataFrame({"a": [1, 3, 5], "b": [1, 3, 5]})).value, 2)
    1.0
    """
    from scipy.stats import f

    columns(ratings, (), "The table of ratings")
    for name in ratings:
        numbers(ratings[name], f"The table of ratings: {name!r}", gaps=False)
    scores = ratings.to_numpy(dtype=float)
    count, raters = scores.shape
    if count < 3 or raters < 2:
        raise CourseError("An intraclass correlation needs three things rated at least twice.")
    between = raters * scores.mean(axis=1).var(ddof=1)
    within = float(scores.var(axis=1, ddof=1).mean())
    if within == 0:
        return Estimate(1.0, 0.0, 1.0, 1.0, count)
    ratio = between / within
    free = (count - 1, count * (raters - 1))
    low, high = (ratio / f.ppf(level, *free) for level in (0.975, 0.025))
    value, least, most = ((r - 1) / (r + raters - 1) for r in (ratio, low, high))
    return Estimate(float(value), float(most - least) / 4, float(least), float(most), count)


def visit_variances(visits: pd.DataFrame, points: list[str]) -> tuple[float, float]:
    """Variance between branches and between visits to one branch, of the mean score of a visit.

    Parameters
    ----------
    visits : DataFrame
        Columns visit_id, branch_id and the points of the checklist.
    points : list of str
        The points of the checklist.

    Returns
    -------
    tuple of float
        Between branches (not below 0), and between visits of a branch, by analysis of variance.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> rows = {"visit_id": [1, 2, 3, 4], "branch_id": [1, 1, 2, 2], "greeting": [1, 1, 5, 5]}
    >>> visit_variances(pd.DataFrame(rows), ["greeting"])
    (8.0, 0.0)
    """
    visits = columns(visits, ("visit_id", "branch_id"), "The table of visits", number=points)
    score = visits.groupby(["branch_id", "visit_id"])[points].mean().mean(axis=1)
    by_branch = score.groupby("branch_id")
    within = float(by_branch.var().mean())
    size = float(by_branch.size().mean())
    between = float(by_branch.mean().var()) - within / size
    return max(between, 0.0), within
