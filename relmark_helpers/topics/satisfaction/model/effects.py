"""What a path model says about action: direct, indirect and total effects, and how a push flows."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import columns, keys, numbers
from relmark_helpers.topics.satisfaction.model.paths import MODEL


def effects_on_satisfaction(paths: pd.DataFrame, estimate: str = "estimate") -> pd.DataFrame:
    r"""Direct, indirect and total effect of each factor on overall satisfaction.

    With the paths in a matrix B, the total effects are :math:`(I - B)^{-1} - I`: the sum, over every route,
    of the product of the paths along it.

    Parameters
    ----------
    paths : DataFrame
        Columns cause, effect and the estimate, one row per path; no cycles.
    estimate : str
        The column that holds the path coefficients.

    Returns
    -------
    DataFrame
        Index factor; columns direct, indirect, total: points of overall satisfaction per point of the factor.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> two_steps = pd.DataFrame({"cause": ["a", "b"], "effect": ["b", "overall_satisfaction"],
    ...                           "estimate": [0.5, 0.4]})
    >>> effects_on_satisfaction(two_steps).loc["a"].to_dict()
    {'direct': 0.0, 'indirect': 0.2, 'total': 0.2}
    """
    paths = _checked(paths, estimate)
    names = list(dict.fromkeys([*paths["cause"], *paths["effect"]]))
    direct = pd.DataFrame(0.0, index=names, columns=names)
    for cause, effect, value in zip(paths["cause"], paths["effect"], paths[estimate], strict=True):
        direct.loc[cause, effect] = float(value)
    identity = np.eye(len(names))
    total = np.linalg.inv(identity - direct.to_numpy()) - identity
    goal = names.index("overall_satisfaction")
    table = pd.DataFrame({"direct": direct["overall_satisfaction"], "total": total[:, goal]}, index=names)
    table.insert(1, "indirect", table["total"] - table["direct"])
    return table.drop(index="overall_satisfaction").rename_axis("factor")


def shifts(paths: pd.DataFrame, changes: Mapping[str, float], estimate: str = "estimate") -> pd.Series:
    """How far every factor moves when some are pushed: changes flow along the paths.

    Parameters
    ----------
    paths : DataFrame
        Columns cause, effect and the estimate, one row per path, causes before their effects.
    changes : mapping of str to float
        The push on each factor, in scale points; what is not named is not pushed.
    estimate : str
        The column that holds the path coefficients.

    Returns
    -------
    Series
        Movement of each factor in scale points, the push itself included.

    Raises
    ------
    CourseError
        If a change names no factor of the model.

    Examples
    --------
    >>> from relmark_helpers.topics.satisfaction.model.paths import true_paths
    >>> truth = true_paths().rename(columns={"structural": "estimate"})
    >>> float(shifts(truth, {"performance": 1.0})["desires_congruency"])
    0.7
    """
    paths = _checked(paths, estimate)
    names = list(dict.fromkeys([*paths["cause"], *paths["effect"]]))
    unknown = [name for name in changes if name not in names]
    if unknown:
        raise CourseError(f"There is no factor {unknown[0]!r}; the factors are {', '.join(names)}.")
    moved = pd.Series({name: float(changes.get(name, 0.0)) for name in names}, name="shift")
    for effect in [name for name in MODEL[3:] if name in names]:
        mine = paths[paths["effect"] == effect]
        moved[effect] += float((mine[estimate].to_numpy() * moved[list(mine["cause"])].to_numpy()).sum())
    return moved


def _checked(paths: pd.DataFrame, estimate: str) -> pd.DataFrame:
    paths = columns(paths, ("cause", "effect"), number=(estimate,))
    numbers(paths[estimate], f"The table of paths: {estimate!r}", gaps=False)
    for name in ("cause", "effect"):
        keys(paths[name], f"The table of paths: {name!r}")
    twice = paths.loc[paths.duplicated(["cause", "effect"]), ["cause", "effect"]]
    if len(twice):
        raise CourseError(
            f"The table of paths has {twice.iloc[0, 0]!s} → {twice.iloc[0, 1]!s} twice; keep one of them."
        )
    if "overall_satisfaction" not in {*paths["cause"], *paths["effect"]}:
        raise CourseError("The table of paths has no path to 'overall_satisfaction'.")
    return paths
