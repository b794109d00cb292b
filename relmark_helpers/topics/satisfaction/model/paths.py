"""The seven-factor model: ten paths from desires, performance and expectations to overall satisfaction.

A customer compares what was received (perceived performance) with what was wanted (desires) and with what
was expected (expectations). The two comparisons make attribute and information satisfaction, and these make
overall satisfaction [spreng1996]_. Three ways to estimate the paths stand side by side, with the truth.

References
----------
.. [spreng1996] Spreng, MacKenzie and Olshavsky (1996), Journal of Marketing 60(3), 15–32.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.satisfaction.model.measurement import (
    FACTORS,
    ITEMS_PER_CONSTRUCT,
    items_of,
    need_columns,
    turned_items,
)

MODEL = (*FACTORS, "overall_satisfaction")
PATHS = (
    ("desires", "desires_congruency"),
    ("performance", "desires_congruency"),
    ("expectations", "expectations_congruency"),
    ("performance", "expectations_congruency"),
    ("desires_congruency", "attribute_satisfaction"),
    ("expectations_congruency", "attribute_satisfaction"),
    ("desires_congruency", "information_satisfaction"),
    ("expectations_congruency", "information_satisfaction"),
    ("attribute_satisfaction", "overall_satisfaction"),
    ("information_satisfaction", "overall_satisfaction"),
)
Z_95 = 1.959964


def causes_of(effect: str) -> list[str]:
    """The factors with a path to ``effect`` in the seven-factor model.

    Parameters
    ----------
    effect : str
        One of the model's factors.

    Returns
    -------
    list of str

    Examples
    --------
    >>> causes_of("overall_satisfaction")
    ['attribute_satisfaction', 'information_satisfaction']
    """
    return [cause for cause, result in PATHS if result == effect]


EFFECTS = tuple(dict.fromkeys(effect for _, effect in PATHS))


def regression_paths(scores: pd.DataFrame) -> pd.DataFrame:
    """Estimate the ten paths by least squares on construct scores, one regression per effect.

    Parameters
    ----------
    scores : DataFrame
        Construct scores in scale points, as :func:`construct_scores` gives; rows with a missing score of an
        equation are left out of it.

    Returns
    -------
    DataFrame
        One row per path: cause, effect, estimate (points of effect per point of cause), standard_error,
        low and high (95 % interval), standardised (in standard deviations).

    Raises
    ------
    CourseError
        If a construct is missing or fewer than 30 complete rows remain.

    Examples
    --------
    >>> from relmark_helpers.topics.satisfaction.model.measurement import construct_scores
    >>> paths = regression_paths(construct_scores(load("surveys")))
    >>> paths.shape
    (10, 7)
    """
    import statsmodels.api as sm

    need_columns(scores, MODEL)
    rows = []
    for effect in EFFECTS:
        causes = causes_of(effect)
        complete = scores[[effect, *causes]].astype("float64").dropna()
        if len(complete) < 30:
            raise CourseError(
                f"The paths need at least 30 complete rows; found {len(complete)} for {effect!r}."
            )
        fit = sm.OLS(complete[effect], sm.add_constant(complete[causes])).fit()
        spread = complete.std()
        rows += [
            _path_row(cause, effect, fit.params[cause], fit.bse[cause], spread[cause] / spread[effect])
            for cause in causes
        ]
    return pd.DataFrame(rows)


def corrected_paths(
    surveys: pd.DataFrame, draws: int = 200, rng: np.random.Generator | int = 0
) -> pd.DataFrame:
    r"""The ten paths corrected for unreliable scores (errors in variables).

    Random error in the items adds to the variance of a score but not to its covariance with others. So each
    variance on the causes' side is shrunk by the score's reliability before the regression is solved:
    :math:`b = (S_{xx} - \operatorname{diag}((1-\alpha_j) s_j^2))^{-1} S_{xy}`. Standard errors come from
    a bootstrap over respondents, reliabilities estimated anew in each draw.

    Parameters
    ----------
    surveys : DataFrame
        Answers from 1 to 7, one row per survey; only complete rows are used.
    draws : int
        Bootstrap draws, at least 20.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        As :func:`regression_paths`.

    Raises
    ------
    CourseError
        If items are missing, draws is below 20, or fewer than 30 complete rows remain.

    Examples
    --------
    >>> paths = corrected_paths(load("surveys").head(600), draws=20)
    >>> paths.columns[:3].tolist()
    ['cause', 'effect', 'estimate']
    """
    items = complete_items(surveys)
    if len(items) < 30 or draws < 20:
        raise CourseError(
            f"The correction needs at least 30 complete rows and 20 draws; got {len(items)} rows, {draws} draws."
        )
    generator = np.random.default_rng(rng)
    estimate, ratios = _slopes(items, correct=True)
    replicates = [
        _slopes(items[generator.integers(0, len(items), len(items))], correct=True)[0] for _ in range(draws)
    ]
    errors = np.std(replicates, axis=0, ddof=1)
    return pd.DataFrame(
        [
            _path_row(cause, effect, estimate[number], errors[number], ratios[number])
            for number, (cause, effect) in enumerate(PATHS)
        ]
    )


def sem_paths(surveys: pd.DataFrame) -> pd.DataFrame:
    """The ten paths by a maximum-likelihood structural equation model on the items (library semopy).

    Parameters
    ----------
    surveys : DataFrame
        Answers from 1 to 7, one row per survey; only complete rows are used.

    Returns
    -------
    DataFrame
        As :func:`regression_paths`; the first item of each construct sets the latent variable's unit.

    Raises
    ------
    CourseError
        If items are missing or fewer than 100 complete rows remain.

    Examples
    --------
    >>> paths = sem_paths(load("surveys").head(600))
    >>> paths.columns.tolist()
    ['cause', 'effect', 'estimate', 'standard_error', 'low', 'high', 'standardised']
    """
    import semopy

    items = turned_items(surveys, MODEL).dropna()
    if len(items) < 100:
        raise CourseError(
            f"The structural equation model needs at least 100 complete rows; found {len(items)}."
        )
    measurement = [f"{construct} =~ " + " + ".join(items_of(construct)) for construct in MODEL]
    structure = [f"{effect} ~ " + " + ".join(causes_of(effect)) for effect in EFFECTS]
    model = semopy.Model("\n".join(measurement + structure))
    model.fit(items)
    found = model.inspect(std_est=True)
    found = found[found["op"] == "~"].set_index(["rval", "lval"])
    rows = []
    for cause, effect in PATHS:
        path = found.loc[(cause, effect)]
        estimate, standardised = float(path["Estimate"]), float(path["Est. Std"])
        rows.append(_path_row(cause, effect, estimate, float(path["Std. Err"]), standardised / estimate))
    return pd.DataFrame(rows)


def true_paths() -> pd.DataFrame:
    """The paths that the simulation of Meridian Home really uses: the known truth.

    Returns
    -------
    DataFrame
        One row per path: cause, effect, structural (points per point), standardised.

    Examples
    --------
    >>> truth = true_paths().set_index(["cause", "effect"])
    >>> float(truth.loc[("attribute_satisfaction", "overall_satisfaction"), "structural"])
    0.6
    """
    truth = load("truth")
    paths = truth[truth["quantity"] == "path"]
    wide = paths.astype({"cause": str, "effect": str, "measure": str}).pivot(
        index=["cause", "effect"], columns="measure", values="value"
    )
    return wide.loc[list(PATHS), ["structural", "standardised"]].reset_index().rename_axis(columns=None)


def complete_items(surveys: pd.DataFrame) -> np.ndarray:
    """Answers to the model's 24 items of everyone who answered them all, reversed items turned round.

    Parameters
    ----------
    surveys : DataFrame
        Answers from 1 to 7, one row per survey.

    Returns
    -------
    array of float, shape (respondents, 24)

    Raises
    ------
    CourseError
        If items are missing.

    Examples
    --------
    >>> complete_items(load("surveys")).shape[1]
    24
    """
    return turned_items(surveys, MODEL).dropna().to_numpy()


def noisy_estimates(
    items: np.ndarray, respondents: int, noise: float, rng: np.random.Generator | int
) -> dict[str, pd.DataFrame]:
    """The ten paths from fewer respondents and worse answers, plain and corrected, for an explorer.

    Parameters
    ----------
    items : array of float, shape (people, 24)
        What :func:`complete_items` gives.
    respondents : int
        How many of them to draw, at most as many as there are.
    noise : float
        Standard deviation of an error added to each answer, in scale points.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    dict of DataFrame
        ``"regression"`` and ``"corrected"``, each with columns cause, effect, estimate.

    Raises
    ------
    CourseError
        If fewer than 30 respondents are asked for, or the noise is negative.

    Examples
    --------
    >>> sorted(noisy_estimates(complete_items(load("surveys")), 300, 1.0, rng=0))
    ['corrected', 'regression']
    """
    if respondents < 30 or not noise >= 0:
        raise CourseError(
            f"Ask for at least 30 respondents and an error of 0 or more; got {respondents} and {noise}."
        )
    generator = np.random.default_rng(rng)
    drawn = items[generator.permutation(len(items))[:respondents]]
    drawn = drawn + noise * generator.standard_normal(drawn.shape)
    table = pd.DataFrame(PATHS, columns=["cause", "effect"])
    return {
        way: table.assign(estimate=_slopes(drawn, correct=way == "corrected")[0])
        for way in ("regression", "corrected")
    }


def _slopes(items: np.ndarray, correct: bool) -> tuple[np.ndarray, np.ndarray]:
    """Slopes of the ten paths and their ratios to standardised ones, from complete items."""
    cubes = items.reshape(len(items), len(MODEL), ITEMS_PER_CONSTRUCT)
    scores = cubes.mean(axis=2)
    item_variance = cubes.var(axis=0, ddof=1).sum(axis=1)
    total_variance = cubes.sum(axis=2).var(axis=0, ddof=1)
    alpha = ITEMS_PER_CONSTRUCT / (ITEMS_PER_CONSTRUCT - 1) * (1 - item_variance / total_variance)
    covariance = np.cov(scores, rowvar=False)
    true_variance = np.diag(covariance) * (alpha if correct else 1.0)
    np.fill_diagonal(covariance, true_variance)
    slopes: dict[tuple[str, str], float] = {}
    for effect in EFFECTS:
        inside = [MODEL.index(cause) for cause in causes_of(effect)]
        beta = np.linalg.solve(covariance[np.ix_(inside, inside)], covariance[inside, MODEL.index(effect)])
        slopes |= {(MODEL[i], effect): float(b) for i, b in zip(inside, beta, strict=True)}
    spread = dict(zip(MODEL, np.sqrt(true_variance), strict=True))
    ratios = np.array([spread[cause] / spread[effect] for cause, effect in PATHS])
    return np.array([slopes[path] for path in PATHS]), ratios


def _path_row(cause: str, effect: str, estimate: float, error: float, ratio: float) -> dict[str, object]:
    return {
        "cause": cause,
        "effect": effect,
        "estimate": float(estimate),
        "standard_error": float(error),
        "low": float(estimate - Z_95 * error),
        "high": float(estimate + Z_95 * error),
        "standardised": float(estimate * ratio),
    }
