"""What follows from the moves between stages: how long, how likely, and where it all ends."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.topics.loyalty.model.half_years import STAGES, in_stages

ON_THE_LADDER = ("trying", "returning", "trusting")
PUSHES = {  # what a driver of the explorer favours: moves from a stage to stages, in odds
    "begin": (("watching", ("trying", "returning", "trusting")),),
    "return": (("trying", ("returning", "trusting")),),
    "trust": (("returning", ("trusting",)), ("trusting", ("trusting",))),
    "leave": (("trying", ("lost",)), ("returning", ("lost",)), ("trusting", ("lost",))),
}


def as_chances(matrix: pd.DataFrame | np.ndarray) -> np.ndarray:
    """A matrix of chances as numbers, or a sentence that says why it is none.

    Parameters
    ----------
    matrix : DataFrame or array
        Chances of moving, from stage (rows) to stage (columns); rows add up to 1.

    Returns
    -------
    array of float

    Raises
    ------
    CourseError
        If it is not square, a chance is outside 0 to 1, or a row does not add up to 1.

    Examples
    --------
    >>> as_chances(np.array([[0.5, 0.6], [0.0, 1.0]]))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: Each row of a transition matrix adds up to 1; row 0 adds up to 1.1.
    """
    if isinstance(matrix, pd.DataFrame):
        matrix = in_stages(matrix, "The transition matrix")
    try:
        chances = np.array(matrix, dtype="float64")
    except (TypeError, ValueError):
        raise CourseError("A transition matrix holds numbers, from each row to each column.") from None
    if chances.ndim != 2 or chances.shape[0] != chances.shape[1]:
        raise CourseError(f"A transition matrix is square; this one has the shape {chances.shape}.")
    if not ((chances >= 0) & (chances <= 1)).all():
        raise CourseError("The chances of a transition matrix go from 0 to 1.")
    row = int(np.argmax(np.abs(chances.sum(axis=1) - 1)))
    total = chances[row].sum()
    if not np.isclose(total, 1, atol=1e-8):
        raise CourseError(f"Each row of a transition matrix adds up to 1; row {row} adds up to {total:.4g}.")
    return chances


def _of_stages(matrix: pd.DataFrame | np.ndarray) -> np.ndarray:
    chances = as_chances(matrix)
    if len(chances) != len(STAGES):
        raise CourseError(f"A ladder has {len(STAGES)} stages; this matrix has {len(chances)} rows.")
    return chances


def expected_visits(matrix: pd.DataFrame | np.ndarray, ends: int = 1) -> np.ndarray:
    r"""How many periods are spent in each stage before the end: the fundamental matrix :math:`(I - Q)^{-1}`.

    Parameters
    ----------
    matrix : DataFrame or array
        Chances of moving; the last ``ends`` stages are never left.
    ends : int
        How many stages at the end of the matrix are never left.

    Returns
    -------
    array of float
        From each stage that is left (rows), periods in each (columns), the present one included.

    Raises
    ------
    CourseError
        As :func:`as_chances`, or if the end cannot be reached.

    Examples
    --------
    >>> expected_visits(np.array([[0.5, 0.5], [0.0, 1.0]])).tolist()
    [[2.0]]
    """
    chances = as_chances(matrix)
    inside = chances[:-ends, :-ends]
    try:
        visits: np.ndarray = np.linalg.inv(np.eye(len(inside)) - inside)
    except np.linalg.LinAlgError:
        raise CourseError("From some stage the end is never reached, so there is no expected time.") from None
    return visits


def expected_stay(matrix: pd.DataFrame | np.ndarray) -> pd.Series:
    """Half-years as a customer before being lost, from each stage on the ladder.

    Parameters
    ----------
    matrix : DataFrame or array
        Chances of moving between the five stages.

    Returns
    -------
    Series
        Expected half-years by stage: trying, returning, trusting.

    Examples
    --------
    >>> stay = np.array([[.9, .1, 0, 0, 0], [0, .5, 0, 0, .5], [0, 0, .5, 0, .5], [0, 0, 0, .75, .25], [0, 0, 0, 0, 1]])
    >>> expected_stay(stay).tolist()
    [2.0, 2.0, 4.0]
    """
    visits = expected_visits(_of_stages(matrix)[1:, 1:])
    return pd.Series(visits.sum(axis=1), index=list(ON_THE_LADDER), name="half-years")


def climb(matrix: pd.DataFrame | np.ndarray, start: str = "trying") -> dict[str, float]:
    r"""The way up: the chance of reaching trusting before being lost, and how long it takes those who do.

    Both trusting and lost are made ends. With N the fundamental matrix of the other stages, the chance is
    :math:`b = N r`, where r is the chance of stepping to trusting; the expected time of those who arrive is
    :math:`(N b)_i / b_i`, since the way of the successful is a chain with the chances :math:`p_{ij} b_j / b_i`.

    Parameters
    ----------
    matrix : DataFrame or array
        Chances of moving between the five stages.
    start : str
        ``"watching"``, ``"trying"`` or ``"returning"``.

    Returns
    -------
    dict
        chance (0 to 1) and half_years (to trusting, of those who arrive).

    Raises
    ------
    CourseError
        If the start is another stage, or trusting cannot be reached from it.

    Examples
    --------
    >>> even = np.array([[0, 1, 0, 0, 0], [0, 0, .5, 0, .5], [0, 0, 0, .5, .5], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]])
    >>> climb(even)
    {'chance': 0.25, 'half_years': 2.0}
    """
    if start not in STAGES[:3]:
        raise CourseError(f"The way up starts at {', '.join(STAGES[:3])}; got {start!r}.")
    chances = _of_stages(matrix)
    visits = expected_visits(np.vstack([chances[:3], np.eye(5)[3:]]), ends=2)
    arrive = visits @ chances[:3, 3]
    at = STAGES.index(start)
    if arrive[at] <= 0:
        raise CourseError(f"With these chances nobody gets from {start} to trusting.")
    return {"chance": float(arrive[at]), "half_years": float((visits @ arrive)[at] / arrive[at])}


def refilled(matrix: pd.DataFrame | np.ndarray) -> pd.DataFrame:
    """The market kept full: for everyone lost, a new person begins to watch.

    Parameters
    ----------
    matrix : DataFrame or array
        Chances of moving between the five stages.

    Returns
    -------
    DataFrame
        Four by four: what led to lost leads to watching.

    Examples
    --------
    >>> stay = np.array([[.9, .1, 0, 0, 0], [0, .5, .2, 0, .3], [0, 0, .5, .3, .2], [0, 0, 0, .75, .25], [0, 0, 0, 0, 1]])
    >>> refilled(stay).loc["trying"].tolist()
    [0.3, 0.5, 0.2, 0.0]
    """
    chances = _of_stages(matrix)
    open_market = chances[:4, :4].copy()
    open_market[:, 0] += chances[:4, 4]
    return pd.DataFrame(open_market, pd.Index(STAGES[:4], name="from"), list(STAGES[:4]))


def steady_state(matrix: pd.DataFrame | np.ndarray) -> pd.Series:
    r"""The shares that repeat themselves: :math:`\pi P = \pi`, :math:`\sum \pi = 1`.

    Parameters
    ----------
    matrix : DataFrame or array
        Chances of moving between stages that are all left again, as :func:`refilled` gives.

    Returns
    -------
    Series
        Share of each stage.

    Raises
    ------
    CourseError
        As :func:`as_chances`, or if there is more than one such state.

    Examples
    --------
    >>> steady_state(np.array([[0.9, 0.1], [0.2, 0.8]])).round(4).tolist()
    [0.6667, 0.3333]
    """
    chances = as_chances(matrix)
    count = len(chances)
    equations = np.vstack([chances.T - np.eye(count), np.ones(count)])
    if np.linalg.matrix_rank(equations[:-1]) < count - 1:
        raise CourseError("This chain has more than one steady state: some stages never lead to others.")
    shares = np.linalg.lstsq(equations, np.r_[np.zeros(count), 1.0], rcond=None)[0]
    names = in_stages(matrix, "The matrix").columns if isinstance(matrix, pd.DataFrame) else None
    return pd.Series(shares, index=names, name="share")


def pushed(matrix: pd.DataFrame, odds: Mapping[str, float]) -> pd.DataFrame:
    """The chances when drivers make some moves more or less likely.

    A push multiplies the odds of a row's favoured moves against the others, which keep their proportions.

    Parameters
    ----------
    matrix : DataFrame
        Chances of moving between the five stages.
    odds : mapping of str to float
        Factor on the odds, above 0, of ``begin`` (a first order), ``return`` (coming back after trying),
        ``trust`` (becoming and staying trusting), ``leave`` (being lost).

    Returns
    -------
    DataFrame
        Same shape; rows add up to 1.

    Raises
    ------
    CourseError
        If a push has another name or is not above 0.

    Examples
    --------
    >>> rows = [[.5, .5, 0, 0, 0], [0, .5, .2, 0, .3], [0, 0, .5, .3, .2], [0, 0, 0, .5, .5], [0, 0, 0, 0, 1]]
    >>> base = pd.DataFrame(rows, index=STAGES, columns=STAGES)
    >>> pushed(base, {"leave": 3}).loc["trusting"].tolist()
    [0.0, 0.0, 0.0, 0.25, 0.75]
    """
    chances = _of_stages(matrix)
    for name, factor in odds.items():
        if name not in PUSHES:
            raise CourseError(f"There is no push {name!r}; there are {', '.join(PUSHES)}.")
        if need_number(factor, f"The factor of {name!r}", 0) == 0:
            raise CourseError(f"The factor of {name!r} must be above 0.")
        for start, favoured in PUSHES[name]:
            row = chances[STAGES.index(start)]
            row[[STAGES.index(stage) for stage in favoured]] *= factor
            row /= row.sum()
    return pd.DataFrame(chances, index=pd.Index(STAGES, name="from"), columns=list(STAGES))


def cohort(matrix: pd.DataFrame | np.ndarray, start: str = "trying", half_years: int = 12) -> pd.DataFrame:
    """Where a hundred people who begin together are, half-year by half-year.

    Parameters
    ----------
    matrix : DataFrame or array
        Chances of moving between the five stages.
    start : str
        The stage in which all begin.
    half_years : int
        How long to follow them.

    Returns
    -------
    DataFrame
        Column half_year from 0, and one column per stage, in per cent.

    Examples
    --------
    >>> rows = [[.5, .5, 0, 0, 0], [0, .5, .2, 0, .3], [0, 0, .5, .3, .2], [0, 0, 0, .5, .5], [0, 0, 0, 0, 1]]
    >>> cohort(np.array(rows), half_years=1)["lost"].tolist()
    [0.0, 30.0]
    """
    need_number(half_years, "The number of half-years", 1)
    if start not in STAGES:
        raise CourseError(f"There is no stage {start!r}; the stages are {', '.join(STAGES)}.")
    chances = _of_stages(matrix)
    rows = [100.0 * np.eye(5)[STAGES.index(start)]]
    for _ in range(half_years):
        rows.append(rows[-1] @ chances)
    return pd.DataFrame(rows, columns=list(STAGES)).rename_axis("half_year").reset_index()
