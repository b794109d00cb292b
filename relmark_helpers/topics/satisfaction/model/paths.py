"""The seven-factor model: ten paths from desires, performance and expectations to overall satisfaction.

A customer compares what was received (perceived performance) with what was wanted (desires) and with what
was expected (expectations). The two comparisons make attribute and information satisfaction, and these make
overall satisfaction [spreng1996]_. Three ways to estimate the paths stand side by side, with the truth.

References
----------
.. [spreng1996] Spreng, MacKenzie and Olshavsky (1996), Journal of Marketing 60(3), 15–32.
"""

from __future__ import annotations

import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.tables import columns
from relmark_helpers.topics.satisfaction.model.measurement import (
    FACTORS,
    items_of,
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

    columns(scores, (), "The table of scores", number=MODEL)
    rows = []
    for effect in EFFECTS:
        causes = causes_of(effect)
        complete = scores[[effect, *causes]].astype("float64").dropna()
        if len(complete) < 30:
            raise CourseError(
                f"The paths need at least 30 complete rows; found {len(complete)} for {effect!r}."
            )
        fit = sm.OLS(
            complete[effect].to_numpy(), sm.add_constant(complete[causes].to_numpy(), has_constant="add")
        ).fit()
        spread = complete.std()
        rows += [
            path_row(cause, effect, estimate, error, spread[cause] / spread[effect])
            for cause, estimate, error in zip(causes, fit.params[1:], fit.bse[1:], strict=True)
        ]
    return pd.DataFrame(rows)


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
        rows.append(path_row(cause, effect, estimate, float(path["Std. Err"]), standardised / estimate))
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
    ordered = wide.reindex(pd.MultiIndex.from_tuples(PATHS, names=["cause", "effect"]))
    return ordered[["structural", "standardised"]].reset_index().rename_axis(columns=None)


def path_row(cause: str, effect: str, estimate: float, error: float, ratio: float) -> dict[str, object]:
    """One row of a table of paths, with its interval and its standardised value.

    Parameters
    ----------
    cause, effect : str
        The path.
    estimate, error : float
        Its coefficient, points per point, and its standard error.
    ratio : float
        Standard deviation of the cause over that of the effect.

    Returns
    -------
    dict

    Examples
    --------
    >>> path_row("a", "b", 0.5, 0.1, 2.0)["standardised"]
    1.0
    """
    return {
        "cause": cause,
        "effect": effect,
        "estimate": float(estimate),
        "standard_error": float(error),
        "low": float(estimate - Z_95 * error),
        "high": float(estimate + Z_95 * error),
        "standardised": float(estimate * ratio),
    }
