"""What the usual mistakes in tasks 3 and 4 lead to."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.survey.assignment import right
from relmark_helpers.topics.survey.model import scales, servqual


def totals_with_themselves(case: Case) -> dict[str, float]:
    """Each item with a sum that holds the item too."""
    items = right.scale(case)
    return {str(name): float(items[name].corr(items.sum(axis=1))) for name in items}


def totals_unturned(case: Case) -> dict[str, float]:
    """The item that is worded the other way round left as it is."""
    found = scales.item_analysis(case.scale)
    return {str(name): float(value) for name, value in zip(found["item"], found["item_total"], strict=True)}


def totals_in_ticks(case: Case) -> dict[str, float]:
    """The item turned, but not in the sum of the others."""
    items, ticked = right.scale(case), case.scale
    return {str(name): float(items[name].corr(ticked.drop(columns=name).sum(axis=1))) for name in items}


def totals_turned(case: Case, place: int) -> dict[str, float]:
    """Another item turned round in place of the one that is worded the other way."""
    items = case.scale
    other = items.columns.drop(case.turned)[place]
    found = scales.item_analysis(items.assign(**{other: 8 - items[other]}))
    return {str(name): float(value) for name, value in zip(found["item"], found["item_total"], strict=True)}


def best(case: Case) -> str:
    """The item that goes best with the others, of those that need no turning."""
    totals = right.item_total(case)
    return max(totals.keys() - {case.turned}, key=totals.__getitem__)


def alpha_without_best(case: Case) -> dict[str, float]:
    """That item left out in place of the one to drop."""
    items = right.scale(case).drop(columns=best(case))
    return right.alpha(case) | {"without": scales.alpha_with_interval(items).value}


def alpha_unturned(case: Case) -> dict[str, float]:
    """Alpha with that item left as it is, and without the item that then goes least with the others."""
    items = case.scale
    found = scales.alpha_with_interval(items)
    against = min(totals_unturned(case), key=lambda name: totals_unturned(case)[name])
    without = scales.alpha_with_interval(items.drop(columns=against)).value
    return {"alpha": found.value, "low": found.low, "high": found.high, "without": without}


def alpha_swapped(case: Case) -> dict[str, float]:
    """The two quantiles of F taken for each other's end: the low end above the high one."""
    found = right.alpha(case)
    return found | {"low": found["high"], "high": found["low"]}


def gaps_from(
    case: Case,
    top: int | None,
    sides: str = "ep",
    items: Iterable[int] = servqual.REVERSED,
    upto: int | None = None,
) -> pd.DataFrame:
    """Gaps with negatively worded items left, turned from another top, on one side, or others turned."""
    answers = case.servqual.astype(float)
    if top is not None:
        turned = [f"{side}{number}" for side in sides for number in items]
        answers[turned] = top - answers[turned]
    rows = {}
    for name, numbers in servqual.DIMENSIONS.items():
        columns = ([f"{side}{n}" for n in numbers[:upto]] for side in "ep")
        expected, perceived = (float(answers[each].to_numpy().mean()) for each in columns)
        rows[name] = {"expectation": expected, "perception": perceived, "gap": perceived - expected}
    return pd.DataFrame.from_dict(rows, orient="index")


def gaps_backwards(case: Case) -> pd.DataFrame:
    """Expectation less perception."""
    found = right.gaps(case)
    return found.assign(gap=-found["gap"])


def totals_without_turned(case: Case) -> dict[str, float]:
    """The turned item left out of the sum of the others."""
    items = right.scale(case)
    return {
        str(name): float(items[name].corr(items.drop(columns=list({name, case.turned})).sum(axis=1)))
        for name in items
    }


def totals_by_rank(case: Case) -> dict[str, float]:
    """Correlations of ranks."""
    items = right.scale(case)
    return {str(n): float(items[n].corr(items.drop(columns=n).sum(axis=1), method="spearman")) for n in items}


def mean_correlations(case: Case) -> dict[str, float]:
    """Each item's mean correlation with the others."""
    found = (right.scale(case).corr().sum() - 1) / 5
    return {str(name): float(value) for name, value in found.items()}


def covariances(case: Case) -> dict[str, float]:
    """Covariance of each item with the sum of the others."""
    items = right.scale(case)
    return {str(name): float(items[name].cov(items.drop(columns=name).sum(axis=1))) for name in items}


def alphas_without(case: Case) -> dict[str, float]:
    """Alpha of the other five in place of each item's correlation with their sum."""
    found = scales.item_analysis(right.scale(case))
    return {str(n): float(value) for n, value in zip(found["item"], found["alpha_without"], strict=True)}


def alpha_by_correlation(case: Case, keys: tuple[str, ...]) -> dict[str, float]:
    """Alpha from the mean correlation, for some of what is asked for."""
    items = right.scale(case)
    whole, five = (_by_correlation(table) for table in (items, items.drop(columns=right.drop(case))))
    around = scales.alpha_interval(whole, len(items), items.shape[1])
    found = {"alpha": whole, "low": around.low, "high": around.high, "without": five}
    return right.alpha(case) | {key: found[key] for key in keys}


def _by_correlation(items: pd.DataFrame) -> float:
    k = items.shape[1]
    mean = (float(items.corr().to_numpy().sum()) - k) / (k * (k - 1))
    return k * mean / (1 + (k - 1) * mean)


def alpha_of_five(case: Case) -> dict[str, float]:
    """Alpha without the item given as alpha of all six."""
    found = right.alpha(case)
    return found | {"alpha": found["without"]}


def alpha_without_turned(case: Case) -> dict[str, float]:
    """The turned item left out in place of the one to drop."""
    items = case.scale.drop(columns=case.turned)
    return right.alpha(case) | {"without": scales.alpha_with_interval(items).value}


def alpha_unscaled(case: Case) -> dict[str, float]:
    """The factor k / (k − 1) forgotten."""
    found = right.alpha(case)
    return found | {"alpha": found["alpha"] * 5 / 6, "without": found["without"] * 4 / 5}


def alpha_six_for_five(case: Case) -> dict[str, float]:
    """The factor of six items kept for the five."""
    found = right.alpha(case)
    return found | {"without": found["without"] * 4 / 5 * 6 / 5}


def interval_of_five(case: Case) -> dict[str, float]:
    """The interval of alpha without the item."""
    found = right.alpha(case)
    around = scales.alpha_interval(found["without"], len(case.scale), 5)
    return found | {"low": around.low, "high": around.high}


def interval_turned_over(case: Case) -> dict[str, float]:
    """Respondents and items in each other's place."""
    found = right.alpha(case)
    around = scales.alpha_interval(found["alpha"], case.scale.shape[1], len(case.scale))
    return found | {"low": around.low, "high": around.high}


def interval_of_share(case: Case) -> dict[str, float]:
    """The interval of a share."""
    found = right.alpha(case)
    reach = 1.96 * math.sqrt(found["alpha"] * (1 - found["alpha"]) / len(case.scale))
    return found | {"low": found["alpha"] - reach, "high": found["alpha"] + reach}


def gaps_cut_short(case: Case) -> pd.DataFrame:
    """The last item of every dimension left out."""
    return gaps_from(case, top=8, upto=-1)


def gaps_of_sums(case: Case) -> pd.DataFrame:
    """Sums over the items of a dimension."""
    items = pd.Series({name: len(numbers) for name, numbers in servqual.DIMENSIONS.items()})
    return right.gaps(case).mul(items, axis=0)
