"""Kano: what a feature is to customers, from a pair of questions, and how sure a class is.

References
----------
.. [kano1984] Kano, Seraku, Takahashi and Tsuji (1984), Journal of the Japanese Society for Quality Control 14(2).
.. [berger1993] Berger, Blauth, Boger et al. (1993), Center for Quality Management Journal 2(4).
"""

from __future__ import annotations

import math
from types import MappingProxyType

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import columns, keys, unique, whole_numbers
from relmark_helpers.topics.survey.model.indicators import Estimate, around

ANSWERS = ("like", "must-be", "neutral", "live-with", "dislike")
CLASSES = MappingProxyType(
    {
        "M": "must-be",
        "O": "one-dimensional",
        "A": "attractive",
        "I": "indifferent",
        "R": "reverse",
        "Q": "questionable",
    }
)
# Rows: the answer to "if you have it" (functional); columns: to "if you do not" (dysfunctional).
EVALUATION = pd.DataFrame(
    [list("QAAAO"), list("RIIIM"), list("RIIIM"), list("RIIIM"), list("RRRRQ")],
    index=pd.Index(ANSWERS, name="functional"),
    columns=pd.Index(ANSWERS, name="dysfunctional"),
)


def kano_class(functional: str, dysfunctional: str) -> str:
    """What a feature is to one customer, by the evaluation table.

    Parameters
    ----------
    functional : str
        How the customer feels if the feature is there: one of ``ANSWERS``.
    dysfunctional : str
        How the customer feels if it is not.

    Returns
    -------
    str
        M, O, A, I, R or Q.

    Raises
    ------
    CourseError
        If an answer is none of the five.

    References
    ----------
    [berger1993]_

    Examples
    --------
    >>> kano_class("like", "dislike"), kano_class("like", "neutral"), kano_class("neutral", "dislike")
    ('O', 'A', 'M')
    """
    for answer in (functional, dysfunctional):
        if answer not in ANSWERS:
            raise CourseError(f"A Kano answer is one of {', '.join(ANSWERS)}; got {answer!r}.")
    return str(EVALUATION.loc[functional, dysfunctional])


def classified(answers: pd.DataFrame, table: pd.DataFrame = EVALUATION) -> pd.Series:
    """Class of each row of answers.

    Parameters
    ----------
    answers : DataFrame
        Columns functional and dysfunctional; rows with a missing answer get no class.
    table : DataFrame
        The evaluation table; another one shows what a misprint does.

    Returns
    -------
    Series of str

    Raises
    ------
    CourseError
        If a column is missing or an answer is none of the five.

    Examples
    --------
    >>> rows = pd.DataFrame({"functional": ["like", "neutral"], "dysfunctional": ["dislike", "dislike"]})
    >>> classified(rows).tolist(), classified(rows, EVALUATION.T).tolist()
    (['O', 'M'], ['R', 'R'])
    """
    columns(answers, ("functional", "dysfunctional"), "The table of Kano answers")
    complete = answers[["functional", "dysfunctional"]].dropna()
    strange = set(complete.to_numpy().ravel()) - set(ANSWERS)
    if strange:
        raise CourseError(
            f"A Kano answer is one of {', '.join(ANSWERS)}; got {sorted(strange, key=str)[0]!r}."
        )
    places = [complete[side].map(ANSWERS.index) for side in ("functional", "dysfunctional")]
    found = pd.Series(np.nan, index=answers.index, dtype=object, name="class")
    answered = answers[["functional", "dysfunctional"]].notna().all(axis=1).to_numpy()
    found[answered] = table.to_numpy()[places[0].to_numpy(dtype=int), places[1].to_numpy(dtype=int)]
    return found


def kano_counts(answers: pd.DataFrame, table: pd.DataFrame = EVALUATION) -> pd.DataFrame:
    """How many customers put each feature into each class.

    Parameters
    ----------
    answers : DataFrame
        Columns feature, functional, dysfunctional; a row is one customer's answer about one feature.
    table : DataFrame
        The evaluation table.

    Returns
    -------
    DataFrame
        Index feature, columns M, O, A, I, R, Q.

    Raises
    ------
    CourseError
        As :func:`classified`.

    Examples
    --------
    >>> rows = pd.DataFrame({"feature": ["a"], "functional": ["like"], "dysfunctional": ["neutral"]})
    >>> kano_counts(rows).loc["a", "A"]
    np.int64(1)
    """
    columns(answers, ("feature",), "The table of Kano answers")
    keys(answers["feature"], "The table of Kano answers: 'feature'")
    counts = pd.crosstab(answers["feature"], classified(answers, table))
    return counts.reindex(columns=list(CLASSES), fill_value=0)


def kano_summary(counts: pd.DataFrame) -> pd.DataFrame:
    r"""Class of each feature with its lead, and the coefficients better and worse with intervals.

    .. math:: better = \frac{A + O}{A + O + M + I}, \qquad worse = -\frac{O + M}{A + O + M + I}

    Both are shares of the same customers: Wilson's intervals, by statsmodels. On a tie the more cautious class
    counts, in the order M, O, A, I.

    Parameters
    ----------
    counts : DataFrame
        Index feature, columns M, O, A, I, R, Q, as :func:`kano_counts` gives.

    Returns
    -------
    DataFrame
        Index feature; class, share, lead (points by which its class leads the next, with lead_low and
        lead_high), better, better_low, better_high, worse, worse_low, worse_high.

    Raises
    ------
    CourseError
        If a column is missing, or nobody's answer about a feature is M, O, A or I.

    References
    ----------
    [berger1993]_

    Examples
    --------
    >>> counts = pd.DataFrame([[10, 20, 50, 20, 0, 0]], index=["a"], columns=list("MOAIRQ"))
    >>> found = kano_summary(counts).loc["a"]
    >>> found["class"], float(found["better"]), float(found["worse"])
    ('A', 0.7, -0.3)
    """
    from statsmodels.stats.proportion import proportion_confint

    columns(counts, list(CLASSES), "The table of counts")
    unique(counts.index, "The table of counts")
    for name in CLASSES:
        whole_numbers(counts[name], f"The table of counts: {name!r}")
    base = counts[list("MOAI")].sum(axis=1)
    if (base == 0).any():
        raise CourseError(
            f"Nobody's answer about {base.idxmin()!r} is M, O, A or I: there is nothing to divide by."
        )
    good, bad = counts["A"] + counts["O"], counts["O"] + counts["M"]
    better_low, better_high = proportion_confint(good, base, method="wilson")
    worse_low, worse_high = proportion_confint(bad, base, method="wilson")
    leads = [lead(dict(zip(CLASSES, row, strict=True))) for row in counts[list(CLASSES)].to_numpy().tolist()]
    return pd.DataFrame(
        {
            "class": counts[list(CLASSES)].idxmax(axis=1),
            "share": counts[list(CLASSES)].max(axis=1) / counts[list(CLASSES)].sum(axis=1),
            "lead": [each.value for each in leads],
            "lead_low": [each.low for each in leads],
            "lead_high": [each.high for each in leads],
            "better": good / base,
            "better_low": better_low,
            "better_high": better_high,
            "worse": -bad / base,
            "worse_low": -np.asarray(worse_high),
            "worse_high": -np.asarray(worse_low),
        }
    )


def lead(counts: dict[str, int]) -> Estimate:
    r"""How far the most frequent class leads the next, in percentage points.

    The variance is that of a difference of two shares of the same sample, as for the net promoter score:
    :math:`[p_1 + p_2 - (p_1 - p_2)^2] / n`. The two classes are picked because they lead, so the interval
    flatters a little.

    Parameters
    ----------
    counts : dict of str to int
        Customers by class.

    Returns
    -------
    Estimate

    Raises
    ------
    CourseError
        If nobody answered.

    Examples
    --------
    >>> found = lead({"A": 50, "O": 30, "I": 20})
    >>> round(found.value), round(found.standard_error, 1)
    (20, 8.7)
    """
    total = sum(counts.values())
    if not total:
        raise CourseError("Nobody answered about this feature.")
    first, second, *_ = sorted((count / total for count in counts.values()), reverse=True)
    variance = (first + second - (first - second) ** 2) / total
    return around(100 * (first - second), 100 * math.sqrt(variance), total)
