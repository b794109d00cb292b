"""Satisfied customers who leave: two conditional shares, the way from one to the other, and what separates."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import aligned, columns, flags
from relmark_helpers.topics.loyalty.model.resampling import rows_of
from relmark_helpers.topics.satisfaction.model.paths import Z_95

SATISFIED = (
    4.0  # score of overall satisfaction from which an answer counts as satisfied: the middle of the scale
)


def turned_round(satisfied_if_left: float, left: float, satisfied: float) -> float:
    r"""Bayes' rule: the share of the satisfied who leave, from the share of leavers who were satisfied.

    .. math:: P(L \mid S) = \frac{P(S \mid L)\, P(L)}{P(S)}

    Parameters
    ----------
    satisfied_if_left : float
        P(S | L), share of those who left that said they were satisfied, 0 to 1.
    left : float
        P(L), share of all customers who left, 0 to 1.
    satisfied : float
        P(S), share of all customers who said they were satisfied, above 0.

    Returns
    -------
    float
        P(L | S).

    Raises
    ------
    CourseError
        If a share is outside 0 to 1, or the three cannot hold together.

    Examples
    --------
    >>> round(turned_round(0.75, left=0.15, satisfied=0.85), 3)
    0.132
    """
    need_number(satisfied_if_left, "The share of satisfied among those who left", 0, 1)
    need_number(left, "The share who left", 0, 1)
    need_number(satisfied, "The share of satisfied", 0, 1)
    both = satisfied_if_left * left
    rest = left * (1 - satisfied_if_left)
    if satisfied == 0 or both > satisfied + 1e-12 or rest > 1 - satisfied + 1e-12:
        raise CourseError(
            "These three shares cannot hold together: those who left and were satisfied are part of the satisfied, "
            "those who left and were not are part of the others."
        )
    return both / satisfied


def two_by_two(left: float, satisfied_if_left: float, satisfied_if_stayed: float) -> pd.DataFrame:
    """A thousand customers by whether they were satisfied and whether they left.

    Parameters
    ----------
    left : float
        Share of customers who left, 0 to 1.
    satisfied_if_left, satisfied_if_stayed : float
        Share of satisfied among those who left, and among those who stayed, 0 to 1.

    Returns
    -------
    DataFrame
        Index satisfied, dissatisfied; columns left, stayed; customers of a thousand.

    Raises
    ------
    CourseError
        If a share is outside 0 to 1.

    Examples
    --------
    >>> two_by_two(0.2, 0.5, 0.75).to_numpy().tolist()
    [[100.0, 600.0], [100.0, 200.0]]
    """
    need_number(left, "The share who left", 0, 1)
    need_number(satisfied_if_left, "The share of satisfied among those who left", 0, 1)
    need_number(satisfied_if_stayed, "The share of satisfied among those who stayed", 0, 1)
    gone = [satisfied_if_left, 1 - satisfied_if_left]
    here = [satisfied_if_stayed, 1 - satisfied_if_stayed]
    return pd.DataFrame(
        {
            "left": [1000 * left * share for share in gone],
            "stayed": [1000 * (1 - left) * share for share in here],
        },
        index=pd.Index(["satisfied", "dissatisfied"], name="customers"),
    )


def both_conditionals(satisfied: pd.Series, gone: pd.Series) -> pd.DataFrame:
    """The two shares that are taken for each other, each with Wilson's 95 % interval.

    Parameters
    ----------
    satisfied : Series of bool
        Whether each customer was satisfied; missing values are left out.
    gone : Series of bool or 0/1
        Whether each left; same index; missing values are left out.

    Returns
    -------
    DataFrame
        Two rows: share (its name), of (how many), is_share, low, high.

    Raises
    ------
    CourseError
        If nobody left or nobody was satisfied.

    Examples
    --------
    >>> says = pd.Series([True, True, True, False])
    >>> both_conditionals(says, pd.Series([1, 0, 0, 1]))["is_share"].round(2).tolist()
    [0.5, 0.33]
    """
    from statsmodels.stats.proportion import proportion_confint

    pleased, left = aligned("Who was satisfied and who has gone", satisfied, gone)
    table = pd.DataFrame(
        {
            "satisfied": flags(pleased, "Who was satisfied", gaps=True),
            "gone": flags(left, "Who has gone", gaps=True),
        }
    )
    table = table.dropna().astype(bool)
    counts = [int(table["gone"].sum()), int(table["satisfied"].sum())]
    if 0 in counts:
        raise CourseError("There must be somebody who left and somebody who was satisfied.")
    both = int((table["gone"] & table["satisfied"]).sum())
    intervals = [proportion_confint(both, count, method="wilson") for count in counts]
    return pd.DataFrame(
        {
            "share": ["satisfied, of those who left", "left, of the satisfied"],
            "of": counts,
            "is_share": [both / count for count in counts],
            "low": [float(low) for low, _ in intervals],
            "high": [float(high) for _, high in intervals],
        }
    )


def what_separates(
    table: pd.DataFrame, outcome: str, candidates: Sequence[str], customers: pd.Series
) -> pd.DataFrame:
    """What goes with an outcome of yes or no when the rest is held: odds ratios of a logistic regression.

    Candidates are put in standard deviations, so that their odds ratios can be compared; standard errors allow
    for several rows of one customer (library statsmodels).

    Parameters
    ----------
    table : DataFrame
        The outcome (0 or 1) and the candidates; rows with a missing value are left out.
    outcome : str
        Column of what is to be separated.
    candidates : sequence of str
        Columns that may separate.
    customers : Series
        Whose row each is; same index.

    Returns
    -------
    DataFrame
        One row per candidate: candidate, odds_ratio (for one standard deviation more), low, high.

    Raises
    ------
    CourseError
        If a column is missing, or fewer than ten rows have either outcome.

    Examples
    --------
    >>> import numpy as np
    >>> luck = np.random.default_rng(1).standard_normal((400, 2))
    >>> rows = pd.DataFrame({"gone": luck[:, 0] + luck[:, 1] > 1, "trust": luck[:, 0]})
    >>> bool(what_separates(rows, "gone", ["trust"], pd.Series(range(400)))["low"].iloc[0] > 1)
    True
    """
    import statsmodels.api as sm

    customers = rows_of(table, customers)
    columns(table, (), number=candidates)
    yes = flags(columns(table, (outcome,))[outcome], f"The column {outcome!r}", gaps=True)
    complete = table.assign(**{outcome: yes})[[outcome, *candidates]].dropna().astype("float64")
    smaller = int(min(complete[outcome].sum(), (1 - complete[outcome]).sum()))
    if smaller < 10:
        raise CourseError(f"Each outcome needs at least ten rows to be told apart; found {smaller} of one.")
    scaled = (complete[list(candidates)] - complete[list(candidates)].mean()) / complete[
        list(candidates)
    ].std()
    groups = pd.factorize(customers.loc[complete.index])[0]
    fit = sm.GLM(complete[outcome], sm.add_constant(scaled), family=sm.families.Binomial()).fit(
        cov_type="cluster", cov_kwds={"groups": groups}
    )
    from numpy import exp

    slopes, errors = fit.params[list(candidates)], fit.bse[list(candidates)]
    return pd.DataFrame(
        {
            "candidate": list(candidates),
            "odds_ratio": exp(slopes).to_numpy(),
            "low": exp(slopes - Z_95 * errors).to_numpy(),
            "high": exp(slopes + Z_95 * errors).to_numpy(),
        }
    )
