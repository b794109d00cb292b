"""Three small studies that the company's tables do not hold, simulated here with a truth that is known.

They stand for what a market researcher would be sent out to ask at Meridian Home. All numbers are invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from relmark_helpers.topics.survey.model.drivers import shares_of_explained
from relmark_helpers.topics.survey.model.kano import ANSWERS, EVALUATION
from relmark_helpers.topics.survey.model.servqual import DIMENSIONS, REVERSED

# dimension: mean expectation, mean perception, weight in satisfaction (points per point), stated importance 1-10
SERVICE = MappingProxyType(
    {
        "tangibles": (5.2, 5.7, 0.05, 6.2),
        "reliability": (6.0, 4.5, 0.50, 8.4),
        "responsiveness": (5.8, 5.0, 0.30, 8.1),
        "assurance": (5.6, 5.3, 0.15, 8.8),
        "empathy": (5.1, 4.7, 0.10, 8.6),
    }
)
HALO, OWN = 0.60, 0.70  # standard deviations of what all perceptions share, and of what each has for itself
ITEM_NOISE, REST, SATISFIED = 0.90, 0.60, 4.7
EASE_SPREADS = (0.5, 1.6)  # of the items of the draft scale, from the narrowest to the widest

# feature: chances of M, O, A, I, R, Q for customers under 45, and for the others
FEATURES = MappingProxyType(
    {
        "delivery on the promised day": ((0.58, 0.24, 0.05, 0.11, 0.01, 0.01),) * 2,
        "repair price told beforehand": ((0.46, 0.32, 0.08, 0.12, 0.01, 0.01),) * 2,
        "installer explains the appliance": ((0.18, 0.48, 0.17, 0.15, 0.01, 0.01),) * 2,
        "evening and weekend visits": ((0.12, 0.32, 0.34, 0.19, 0.02, 0.01),) * 2,
        "old appliance taken away": ((0.10, 0.20, 0.52, 0.16, 0.01, 0.01),) * 2,
        "fridge reports faults itself": ((0.03, 0.10, 0.30, 0.48, 0.08, 0.01),) * 2,
        "gift wrapping": ((0.02, 0.03, 0.14, 0.74, 0.06, 0.01),) * 2,
        "courtesy call after a month": (
            (0.02, 0.05, 0.09, 0.25, 0.58, 0.01),
            (0.05, 0.16, 0.53, 0.22, 0.03, 0.01),
        ),
    }
)


def service_study(
    people: int = 600, rng: np.random.Generator | int = 5, perceived: Mapping[str, float] | None = None
) -> pd.DataFrame:
    """SERVQUAL answers of customers of one branch, with their overall satisfaction and what they call important.

    Parameters
    ----------
    people : int
        How many answer.
    rng : Generator or int
        Where the luck comes from.
    perceived : mapping of str to float, optional
        Mean perception by dimension, where it is to differ from that of ``SERVICE``.

    Returns
    -------
    DataFrame
        e1 to e22 (expectations), p1 to p22 (perceptions), 1 to 7, items 10–13 and 18–22 worded negatively;
        overall (1 to 7); stated_<dimension> (1 to 10).

    Examples
    --------
    >>> service_study(3).shape
    (3, 50)
    """
    luck = np.random.default_rng(rng)
    halo, hopes = HALO * luck.standard_normal(people), 0.5 * luck.standard_normal(people)
    columns: dict[str, np.ndarray] = {}
    stated: dict[str, np.ndarray] = {}
    satisfaction = np.full(people, SATISFIED)
    for name, (expected, usual, weight, said) in SERVICE.items():
        level = (perceived or {}).get(name, usual)
        felt = level + halo + OWN * luck.standard_normal(people)
        hoped = expected + hopes + 0.3 * (felt - level) + 0.5 * luck.standard_normal(people)
        satisfaction = satisfaction + weight * (felt - level)
        for number in DIMENSIONS[name]:
            for side, meant in (("e", hoped), ("p", felt)):
                ticked = _ticked(meant + ITEM_NOISE * luck.standard_normal(people), 1, 7)
                columns[f"{side}{number}"] = 8 - ticked if number in REVERSED else ticked
        stated[f"stated_{name}"] = _ticked(said + 1.2 * luck.standard_normal(people), 1, 10)
    order = [f"{side}{number}" for side in "ep" for number in range(1, 23)]
    overall = _ticked(satisfaction + REST * luck.standard_normal(people), 1, 7)
    return pd.DataFrame({name: columns[name] for name in order} | {"overall": overall} | stated)


def true_driver_shares() -> pd.Series:
    """LMG shares of the five dimensions in satisfaction, had everything been measured without error.

    Returns
    -------
    Series
        By dimension; as parts of the variance that they explain together, adding up to 1.

    Examples
    --------
    >>> true_driver_shares().idxmax()
    'reliability'
    """
    count = len(SERVICE)
    weights = np.array([weight for _, _, weight, _ in SERVICE.values()])
    between = np.full((count, count), HALO**2) + OWN**2 * np.eye(count)
    covariance = np.empty((count + 1, count + 1))
    covariance[:-1, :-1] = between
    covariance[-1, :-1] = covariance[:-1, -1] = between @ weights
    covariance[-1, -1] = weights @ between @ weights + REST**2
    shares = shares_of_explained(covariance)
    return pd.Series(shares / shares.sum(), index=list(SERVICE), name="share")


def kano_study(people: int = 240, rng: np.random.Generator | int = 5) -> pd.DataFrame:
    """Pairs of Kano answers about eight features of the service.

    Parameters
    ----------
    people : int
        How many answer; half of them under 45.
    rng : Generator or int
        Where the luck comes from.

    Returns
    -------
    DataFrame
        A row per customer and feature: respondent, age_group, feature, functional, dysfunctional.

    Examples
    --------
    >>> kano_study(2)["feature"].nunique()
    8
    """
    luck = np.random.default_rng(rng)
    letters = np.array(list("MOAIRQ"))
    cells = {letter: np.argwhere(EVALUATION.to_numpy() == letter) for letter in letters}
    older = np.arange(people) % 2
    parts = []
    for feature, chances in FEATURES.items():
        drawn = luck.uniform(size=people)[:, None] > np.cumsum(np.array(chances)[older], axis=1)[:, :-1]
        classes = letters[drawn.sum(axis=1)]
        pick = luck.uniform(size=people)
        at = np.array(
            [cells[c][int(u * len(cells[c]))] for c, u in zip(classes, pick, strict=True)], dtype=int
        ).reshape(people, 2)
        parts.append(
            pd.DataFrame(
                {
                    "respondent": np.arange(1, people + 1),
                    "age_group": np.where(older == 1, "45 and over", "under 45"),
                    "feature": feature,
                    "functional": np.array(ANSWERS)[at[:, 0]],
                    "dysfunctional": np.array(ANSWERS)[at[:, 1]],
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def ease_study(
    people: int, rng: np.random.Generator, stranger: int = 4, turned: int = 2, items: int = 6
) -> pd.DataFrame:
    """Answers to a draft scale of ease: one item is worded the other way round, one measures something else.

    Items spread differently, so that alpha is not what their mean correlation alone would make it.

    Parameters
    ----------
    people : int
        How many answer.
    rng : Generator
        Where the luck comes from.
    stranger, turned : int
        Number of the item that does not belong, and of the one worded the other way round.
    items : int
        How many items.

    Returns
    -------
    DataFrame
        ease_1, ease_2, …; 1 to 7.

    Examples
    --------
    >>> list(ease_study(5, np.random.default_rng(1)).columns[:2])
    ['ease_1', 'ease_2']
    """
    ease, other = rng.standard_normal(people), rng.standard_normal(people)
    spread = dict(zip(range(1, items + 1), rng.permutation(np.linspace(*EASE_SPREADS, items)), strict=True))
    spread[stranger] = EASE_SPREADS[1]
    columns = {}
    for number in range(1, items + 1):
        felt = 0.1 * ease + other if number == stranger else ease
        felt = felt + (0.9 + 0.05 * number) * rng.standard_normal(people)
        ticked = _ticked(4.4 + spread[number] * felt, 1, 7)
        columns[f"ease_{number}"] = 8 - ticked if number == turned else ticked
    return pd.DataFrame(columns)


def _ticked(values: np.ndarray, low: int, high: int) -> np.ndarray:
    """Whole numbers on the scale."""
    ticked: np.ndarray = np.clip(np.rint(values), low, high).astype(np.int64)
    return ticked
