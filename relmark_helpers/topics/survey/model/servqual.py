"""SERVQUAL: expectations and perceptions of five dimensions, the gaps, and the case against differences.

References
----------
.. [parasuraman1988] Parasuraman, Zeithaml and Berry (1988), Journal of Retailing 64(1), 12–40.
.. [cronintaylor1992] Cronin and Taylor (1992), Journal of Marketing 56(3), 55–68.
"""

from __future__ import annotations

from types import MappingProxyType

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns
from relmark_helpers.topics.survey.model.indicators import Estimate, around, mean_answer

DIMENSIONS = MappingProxyType(  # the items of each dimension
    {
        "tangibles": (1, 2, 3, 4),
        "reliability": (5, 6, 7, 8, 9),
        "responsiveness": (10, 11, 12, 13),
        "assurance": (14, 15, 16, 17),
        "empathy": (18, 19, 20, 21, 22),
    }
)
REVERSED = (10, 11, 12, 13, 18, 19, 20, 21, 22)  # worded negatively in the original of 1988
SIDES = MappingProxyType({"expectation": "e", "perception": "p"})


def turned_pairs(answers: pd.DataFrame) -> pd.DataFrame:
    """Answers to the 22 pairs with the negatively worded ones turned round: an answer x becomes 8 − x.

    Parameters
    ----------
    answers : DataFrame
        Columns e1 to e22 and p1 to p22, from 1 to 7.

    Returns
    -------
    DataFrame
        The same 44 columns as floats; more always means better.

    Raises
    ------
    CourseError
        If a column is missing or an answer is off the scale.

    References
    ----------
    [parasuraman1988]_

    Examples
    --------
    >>> row = {f"{side}{n}": [6] for side in "ep" for n in range(1, 23)}
    >>> turned_pairs(pd.DataFrame(row))[["p9", "p10"]].to_dict("records")
    [{'p9': 6.0, 'p10': 2.0}]
    """
    names = [f"{side}{number}" for side in SIDES.values() for number in range(1, 23)]
    answers = columns(answers, (), "The table of SERVQUAL answers", number=names)
    turned = answers[names].astype("float64")
    outside = (turned < 1) | (turned > 7)
    if outside.to_numpy().any():
        name = next(column for column in names if outside[column].any())
        raise CourseError(
            f"SERVQUAL answers go from 1 to 7; found {turned.loc[outside[name], name].iloc[0]:g} in {name!r}."
        )
    backwards = [f"{side}{number}" for side in SIDES.values() for number in REVERSED]
    turned[backwards] = 8 - turned[backwards]
    return turned


def dimension_scores(answers: pd.DataFrame) -> pd.DataFrame:
    """Each customer's mean expectation and mean perception of each dimension.

    Parameters
    ----------
    answers : DataFrame
        As for :func:`turned_pairs`.

    Returns
    -------
    DataFrame
        Columns by side and dimension, ``("perception", "empathy")``.

    Raises
    ------
    CourseError
        As :func:`turned_pairs`.

    Examples
    --------
    >>> row = {f"{side}{n}": [6] for side in "ep" for n in range(1, 23)}
    >>> dimension_scores(pd.DataFrame(row))["perception"].iloc[0].to_list()
    [6.0, 6.0, 2.0, 6.0, 2.0]
    """
    turned = turned_pairs(answers)
    return pd.DataFrame(
        {
            (side, name): turned[[f"{letter}{number}" for number in numbers]].mean(axis=1)
            for side, letter in SIDES.items()
            for name, numbers in DIMENSIONS.items()
        }
    )


def gap_table(answers: pd.DataFrame) -> pd.DataFrame:
    r"""The SERVQUAL gaps :math:`P - E` by dimension, with the interval of the paired difference.

    Parameters
    ----------
    answers : DataFrame
        As for :func:`turned_pairs`.

    Returns
    -------
    DataFrame
        Index dimension; expectation, perception, gap, low, high, in scale points. A negative gap: less than
        was expected.

    Raises
    ------
    CourseError
        As :func:`turned_pairs`, and with fewer than two respondents.

    References
    ----------
    [parasuraman1988]_

    Examples
    --------
    >>> rows = {f"{side}{n}": [6, 5] for side in "ep" for n in range(1, 23)}
    >>> gap_table(pd.DataFrame(rows))["gap"].tolist()
    [0.0, 0.0, 0.0, 0.0, 0.0]
    """
    scores = dimension_scores(answers)
    rows = {}
    for name in DIMENSIONS:
        gap = mean_answer(scores["perception", name] - scores["expectation", name])
        rows[name] = {
            "expectation": float(scores["expectation", name].mean()),
            "perception": float(scores["perception", name].mean()),
            "gap": gap.value,
            "low": gap.low,
            "high": gap.high,
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("dimension")


def difference_reliability(
    reliabilities: tuple[float, float], correlation: float, spreads: tuple[float, float] = (1.0, 1.0)
) -> float:
    r"""Reliability of the difference of two scores.

    .. math:: r_D = \frac{s_P^2 r_{PP} + s_E^2 r_{EE} - 2 r_{PE} s_P s_E}{s_P^2 + s_E^2 - 2 r_{PE} s_P s_E}

    Parameters
    ----------
    reliabilities : tuple of float
        Of the two scores.
    correlation : float
        Between the two scores as observed; it can't be higher than the reliabilities allow.
    spreads : tuple of float
        Standard deviations of the two scores.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        If the two scores leave no difference, or such a correlation cannot be.

    Examples
    --------
    >>> round(difference_reliability((0.8, 0.8), 0.5), 2)
    0.6
    >>> round(difference_reliability((0.8, 0.8), 0.0), 2)
    0.8
    """
    first, second = reliabilities
    need_number(correlation, "The correlation", -1, 1)
    if abs(correlation) > np.sqrt(first * second) + 1e-12:
        raise CourseError(
            "Two scores cannot correlate higher than the root of the product of their reliabilities."
        )
    one, other = spreads
    shared = 2 * correlation * one * other
    observed = one**2 + other**2 - shared
    if observed <= 0:
        raise CourseError("The two scores are the same: their difference does not vary.")
    return float((one**2 * first + other**2 * second - shared) / observed)


def both_sides(table: pd.DataFrame, outcome: str, perception: str, expectation: str) -> dict[str, Estimate]:
    r"""Let perception and expectation have a coefficient each, in place of forcing them into one gap.

    :math:`outcome = a + b_P P + b_E E`. A gap score supposes :math:`b_E = -b_P`; what is returned as ``sum``
    is :math:`b_P + b_E`, which would then be 0. Least squares by statsmodels, robust standard errors (HC1).

    Parameters
    ----------
    table : DataFrame
        One row per respondent.
    outcome, perception, expectation : str
        Its columns.

    Returns
    -------
    dict of Estimate
        ``perception``, ``expectation`` and ``sum``, points per point.

    Raises
    ------
    CourseError
        If a column is missing or fewer than 30 rows are complete.

    References
    ----------
    [cronintaylor1992]_

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> made = pd.DataFrame(rng.normal(size=(500, 2)), columns=["p", "e"])
    >>> made["y"] = made["p"] + 0.1 * rng.normal(size=500)
    >>> both_sides(made, "y", "p", "e")["sum"].low > 0.9
    True
    """
    import statsmodels.api as sm

    table = columns(table, (), number=(outcome, perception, expectation))
    complete = table[[outcome, perception, expectation]].dropna().astype("float64")
    if len(complete) < 30:
        raise CourseError(f"The comparison needs at least 30 complete rows; found {len(complete)}.")
    fit = sm.OLS(complete[outcome], sm.add_constant(complete[[perception, expectation]])).fit(cov_type="HC1")
    found = {
        side: around(float(fit.params[name]), float(fit.bse[name]), len(complete))
        for side, name in (("perception", perception), ("expectation", expectation))
    }
    together = fit.t_test([0, 1, 1])
    return found | {"sum": around(float(together.effect[0]), float(together.sd.item()), len(complete))}
