"""The Kano study of a learner's case of assignment 05."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.topics.survey.model import kano, studies

FEATURES_ASKED = 4
UNWANTED = (  # reverse to some: it counts what is divided by
    "fridge reports faults itself",
    "courtesy call after a month",
)
APART = 0.0075  # from coefficients of usual mistakes to the right ones: more than the tolerance of 0.005


def features(rng: np.random.Generator) -> tuple[pd.DataFrame, str]:
    """Kano answers about a few features, none with two classes at the top, and one that some do not want.

    Parameters
    ----------
    rng : numpy Generator
        That of the case.

    Returns
    -------
    tuple of DataFrame and str
        The answers, and the feature whose coefficients are asked for.

    Examples
    --------
    >>> answers, feature = features(np.random.default_rng(1))
    >>> feature in set(answers["feature"])
    True
    """
    while True:
        names = rng.choice(list(studies.FEATURES), FEATURES_ASKED, replace=False)
        unwanted = [name for name in names if name in UNWANTED]
        if not unwanted:
            continue
        answers = studies.kano_study(120, rng)
        answers = answers[answers["feature"].isin(names)].drop(columns="age_group").reset_index(drop=True)
        counts = kano.kano_counts(answers)
        feature = str(rng.choice(unwanted))
        first, second = np.sort(counts.to_numpy(), axis=1)[:, :-3:-1].T
        classes = {str(name): str(letter) for name, letter in counts.idxmax(axis=1).items()}
        if (
            (first > second).all()
            and classes != modes_classified(answers)
            and _coefficients_tell(counts, feature)
        ):
            return answers, feature


def modes_classified(answers: pd.DataFrame) -> dict[str, str]:
    """The class of the most frequent answer to each question by itself: a mistake, which tells in most studies.

    Parameters
    ----------
    answers : DataFrame
        With the columns feature, functional, dysfunctional.

    Returns
    -------
    dict of str to str
        By feature.

    Examples
    --------
    >>> both = {"functional": ["like", "like", "neutral"], "dysfunctional": ["neutral", "dislike", "dislike"]}
    >>> modes_classified(pd.DataFrame({"feature": "tray", **both}))
    {'tray': 'O'}
    """
    return {
        str(name): kano.kano_class(*(str(part[side].mode()[0]) for side in ("functional", "dysfunctional")))
        for name, part in answers.groupby("feature")
    }


def _coefficients_tell(counts: pd.DataFrame, feature: str) -> bool:
    """Whether dividing by everybody, forgetting O on one side, or taking all features gives other values."""
    m, o, a, i, *others = counts.loc[feature, list("MOAIRQ")].to_numpy(dtype=float)
    wanted, base = m + o + a + i, m + o + a + i + sum(others)
    whole = counts[list("MOAI")].sum()
    together = (whole["A"] + whole["O"]) / whole.sum(), (whole["M"] + whole["O"]) / whole.sum()
    apart = (
        (m + o) / wanted - (m + o) / base,
        o / wanted,
        max(abs(together[0] - (a + o) / wanted), abs(together[1] - (m + o) / wanted)),
    )
    return bool(min(apart) > APART)
