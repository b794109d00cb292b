"""Less usual mistakes in tasks 1 to 5 of assignment 04, each with the sentence that names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.topics.satisfaction.assignment import mistakes, right
from relmark_helpers.topics.satisfaction.model import measurement
from relmark_helpers.topics.satisfaction.model.paths import MODEL, PATHS, Z_95, causes_of, regression_paths

LAST = "overall_satisfaction"


def _scored(case: Case, how: str, at_least: int = 2) -> pd.DataFrame:
    """Another figure than the mean of the items."""
    items = measurement.turned_items(case.surveys)
    blocks = {name: items[measurement.items_of(name)] for name in measurement.CONSTRUCTS}
    return pd.DataFrame(
        {
            name: block.agg(how, axis=1).where(block.notna().sum(axis=1) >= at_least)
            for name, block in blocks.items()
        }
    )


def _filled(case: Case, figure: str, at_least: int) -> pd.DataFrame:
    """Missing answers filled with a figure of their item, for all or where at least so many were answered."""
    items = measurement.turned_items(case.surveys)
    scores = mistakes.scored(items.fillna(items.agg(figure)))
    for name in measurement.CONSTRUCTS:
        scores[name] = scores[name].where(items[measurement.items_of(name)].notna().sum(axis=1) >= at_least)
    return scores


def _third_items_turned(case: Case) -> pd.DataFrame:
    """The third item of every construct turned round."""
    items = mistakes.raw_items(case)
    thirds = [str(name) for name in items if str(name).endswith("_3")]
    return mistakes.scored(items.assign(**{name: 8 - items[name] for name in thirds}))


def _constructs_turned(case: Case, scores: pd.DataFrame) -> pd.DataFrame:
    """The scores of constructs with a reversed item turned round."""
    names = [name.removesuffix("_3") for name in measurement.REVERSED_ITEMS]
    return scores.assign(**{name: 8 - scores[name] for name in names})


def _complete(case: Case) -> pd.DataFrame:
    return right.scores(case)[mistakes.raw_items(case).notna().all(axis=1)]


def _standardised(case: Case) -> pd.DataFrame:
    scores = right.scores(case)
    return (scores - scores.mean()) / scores.std()


def _alpha(case: Case, share: Callable[[pd.DataFrame], float], filled: bool = False) -> dict[str, float]:
    """Alpha with another share of the single items in the whole."""
    items = measurement.turned_items(case.surveys)
    blocks = {name: items[measurement.items_of(name)] for name in measurement.CONSTRUCTS}
    return {
        name: float(1.5 * (1 - share(block if filled else block.dropna()))) for name, block in blocks.items()
    }


def _plain_share(items: pd.DataFrame) -> float:
    return float(items.var().sum() / items.sum(axis=1).var())


def _correlations(case: Case) -> dict[str, float]:
    scores = right.scores(case)
    return {f"{cause} -> {effect}": float(scores[cause].corr(scores[effect])) for cause, effect in PATHS}


def _slopes(table: pd.DataFrame, effect: str, causes: list[str]) -> np.ndarray:
    """Coefficients of the causes, side by side."""
    rows = table[[*causes, effect]].dropna().astype("float64")
    known = np.c_[rows[causes].to_numpy(), np.ones(len(rows))]
    found: np.ndarray = np.linalg.lstsq(known, rows[effect].to_numpy(), rcond=None)[0][:-1]
    return found


def _more_causes(case: Case, more: list[str]) -> dict[str, float]:
    """More factors in the last regression."""
    slopes = _slopes(right.scores(case), LAST, [*causes_of(LAST), *more])
    return right.paths(case) | dict(zip(right.FINAL_PATHS, map(float, slopes[:2]), strict=True))


def _all_before(case: Case) -> dict[str, float]:
    """Every effect regressed on whatever comes before its causes too."""
    scores = right.scores(case)
    found: dict[str, float] = {}
    before = {effect: causes_of(effect) for _, effect in PATHS}
    for effect, causes in before.items():
        earlier = [name for cause in causes for name in before.get(cause, [])]
        slopes = _slopes(scores, effect, list(dict.fromkeys([*causes, *earlier])))
        found |= {f"{cause} -> {effect}": float(b) for cause, b in zip(causes, slopes, strict=False)}
    return found


def _turned_arrows(case: Case, whole: bool) -> dict[str, float]:
    """Each cause explained by its effect, and by the other cause if it is the whole regression."""
    scores, found = right.scores(case), {}
    for cause, effect in PATHS:
        others = [name for name in causes_of(effect) if name != cause] if whole else []
        found[f"{cause} -> {effect}"] = float(_slopes(scores, cause, [effect, *others])[0])
    return found


def _first_items(case: Case) -> dict[str, float]:
    items = measurement.turned_items(case.surveys)
    return right.by_key(
        regression_paths(pd.DataFrame({name: items[f"{name}_1"] for name in MODEL})), "estimate"
    )


def _interval(case: Case, causes: list[str], errors: float = Z_95) -> dict[str, float]:
    """Interval of the first of several causes of overall satisfaction."""
    rows = right.scores(case)[[*causes, LAST]].dropna()
    known = np.c_[rows[causes].to_numpy(), np.ones(len(rows))]
    middle = np.linalg.lstsq(known, rows[LAST].to_numpy(), rcond=None)[0]
    rest = rows[LAST].to_numpy() - known @ middle
    error = (rest @ rest / (len(rows) - known.shape[1]) * np.linalg.inv(known.T @ known)[0, 0]) ** 0.5
    return {"low": float(middle[0] - errors * error), "high": float(middle[0] + errors * error)}


def _reach(case: Case) -> dict[str, float]:
    found = right.interval(case)
    reach = (found["high"] - found["low"]) / 2
    return {"low": -reach, "high": reach}


def _given_after_first_step(case: Case, given: Mapping[str, float], factor: str) -> float:
    """The first step as given to the function, the others from the case."""
    steps = [effect for cause, effect in PATHS if cause == factor]
    return sum(given[f"{factor} -> {step}"] * right.total_effect(case.given_paths, step) for step in steps)


def _without_last_step(given: Mapping[str, float], factor: str) -> float:
    """Effect on the two satisfactions, not on overall satisfaction."""
    return right.total_effect({**given, **dict.fromkeys(right.FINAL_PATHS, 1.0)}, factor)


def _first_arrow(given: Mapping[str, float], factor: str) -> float:
    """Of performance's two comparisons the first only."""
    other = {"performance -> expectations_congruency": 0.0} if factor == "performance" else {}
    return right.total_effect({**given, **other}, factor)


def _sums_of_routes(given: Mapping[str, float], factor: str) -> float:
    """Paths added along each route, and the routes added up."""

    def routes(name: str) -> list[float]:
        steps = [(f"{name} -> {effect}", effect) for cause, effect in PATHS if cause == name]
        return [given[key] + rest for key, effect in steps for rest in routes(effect)] or [0.0]

    return sum(routes(factor))


_DROPPED = "Keep a row for each survey, in which what has no score is missing."

MEASURING: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
        "1": (
            Mistake(
                lambda case: _scored(case, "sum"),
                "These are sums; a score is the mean of the answered items.",
            ),
            *(
                Mistake(
                    partial(_scored, how="median", at_least=least),
                    "These are medians; a score is the mean of the answered items.",
                )
                for least in (1, 2)
            ),
            Mistake(
                _third_items_turned, "Not every third item is worded the other way round, but two of them."
            ),
            Mistake(
                lambda case: _constructs_turned(case, right.scores(case)),
                "This turns the whole score round; only the third item is worded the other way.",
            ),
            Mistake(
                lambda case: _constructs_turned(case, mistakes.scored(mistakes.raw_items(case))),
                "This turns the whole score round; only the third item is worded the other way.",
            ),
            *(
                Mistake(
                    partial(_filled, figure=figure, at_least=least),
                    "Missing answers are filled in from other customers here: leave them out of the mean.",
                )
                for figure in ("mean", "median")
                for least in (0, 2)
            ),
            Mistake(_standardised, "These are in standard deviations; the task asks for scale points."),
            Mistake(_complete, _DROPPED),
            Mistake(lambda case: right.scores(case).dropna(), _DROPPED),
            Mistake(
                lambda case: right.scores(case).set_axis(case.surveys["survey_id"], axis=0),
                "The rows are called by the number of the survey; keep the index of `case.surveys`.",
            ),
        ),
        "2": (
            Mistake(
                lambda case: _alpha(case, lambda items: float(items.std().sum() / items.sum(axis=1).std())),
                "Alpha compares variances, not standard deviations.",
            ),
            Mistake(
                lambda case: _alpha(case, lambda items: float(items.var().sum() / items.mean(axis=1).var())),
                "The items' variances are compared with that of their sum, not of their mean.",
            ),
            Mistake(
                lambda case: _alpha(case, lambda items: _plain_share(items.fillna(0)), filled=True),
                "A missing answer is not a zero: leave out surveys that lack one of the three.",
            ),
            Mistake(
                lambda case: _alpha(case, _plain_share, filled=True),
                "A sum of fewer than three answers is no sum: leave out surveys that lack one of them.",
            ),
        ),
        "3": (
            Mistake(
                _correlations, "These are correlations; a path says how many points come with one point."
            ),
            Mistake(
                lambda case: {key: abs(value) for key, value in right.paths(case).items()},
                "A path can be below 0; leave its sign.",
            ),
            *(
                Mistake(
                    partial(_more_causes, more=more),
                    "Only the two satisfactions have arrows to overall satisfaction; here others are causes too.",
                )
                for more in (["performance"], ["trust"], [*MODEL[3:5]], [*MODEL[:5]])
            ),
            Mistake(
                _all_before,
                "An effect's causes are the factors with an arrow to it; here those before them are causes too.",
            ),
            *(
                Mistake(
                    partial(_turned_arrows, whole=whole),
                    "Cause and effect have changed places; the effect is what the regression explains.",
                )
                for whole in (True, False)
            ),
            Mistake(_first_items, "These are paths between first items; take the scores of three."),
        ),
        "4": (
            Mistake(
                lambda case: _interval(case, causes_of(LAST)[::-1]),
                "This is the interval of the other path, from information satisfaction.",
            ),
            Mistake(
                lambda case: _interval(case, causes_of(LAST)[:1]),
                "This regression has one cause; both satisfactions belong in it.",
            ),
            Mistake(_reach, "This is the reach to each side; the interval lies around the path."),
        ),
        "5": (
            Mistake(
                lambda case: lambda given, factor: right.total_effect(case.given_paths, factor),
                "This computes with `case.given_paths`; take the paths that the function is given.",
            ),
            Mistake(
                lambda case: partial(_given_after_first_step, case),
                "After the first step this goes on with `case.given_paths`; take the paths that the function is given.",
            ),
            Mistake(
                lambda case: _without_last_step,
                "The last step, to overall satisfaction, is missing.",
            ),
            Mistake(
                lambda case: _first_arrow,
                "Performance goes into both comparisons; this follows one of them.",
            ),
            Mistake(
                lambda case: _sums_of_routes,
                "Along a route the paths are multiplied, not added; only the routes are added up.",
            ),
        ),
    }
)
