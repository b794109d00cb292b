"""What the usual mistakes in tasks 4 and 5 of assignment 10 lead to: designs and justices."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.complaints.assignment import right
from relmark_helpers.topics.complaints.model.worlds import JUSTICES


def swapped(values: Mapping[str, float]) -> dict[str, float]:
    """Within and between under each other's name."""
    return {**values, "within": values["between"], "between": values["within"]}


def between_of_change(case: Case) -> dict[str, float]:
    """The change of all customers taken for the change of those with a failure."""
    study = case.study
    return right.differences(case) | {"within": float((study["after"] - study["before"]).mean())}


def between_before(case: Case) -> dict[str, float]:
    """The answers before compared."""
    before = case.study.groupby("failure")["before"].mean()
    return right.differences(case) | {"between": float(before[True] - before[False])}


def differences_from_all(case: Case) -> dict[str, float]:
    """Those with a failure compared with all of the study."""
    study = case.study.assign(change=case.study["after"] - case.study["before"])
    gap = study[study["failure"]].mean() - study.mean()
    return right.differences(case) | {"between": float(gap["after"]), "both": float(gap["change"])}


def both_of_designs(case: Case) -> dict[str, float]:
    """One design less the other in place of one change less the other."""
    found = right.differences(case)
    return found | {"both": found["within"] - found["between"]}


def both_turned(case: Case) -> dict[str, float]:
    """The designs subtracted the other way round."""
    found = right.differences(case)
    return found | {"both": found["between"] - found["within"]}


def differences_of_medians(case: Case) -> dict[str, float]:
    """Medians in place of means."""
    study = case.study.assign(change=case.study["after"] - case.study["before"])
    other, one = (row for _, row in study.groupby("failure")[["after", "change"]].median().iterrows())
    return {
        "within": float(one["change"]),
        "between": float(one["after"] - other["after"]),
        "both": float(one["change"] - other["change"]),
    }


def interval_of_after(case: Case) -> dict[str, float]:
    """The variances of the answers after, not of the changes."""
    late, middle = case.study.groupby("failure")["after"], right.differences(case)["both"]
    half = 1.96 * float(np.sqrt((late.var() / late.size()).sum()))
    return {"low": middle - half, "high": middle + half}


def verdicts_swapped(case: Case) -> dict[str, str]:
    """Each measure with the other's word."""
    found = right.verdicts(case)
    return {"satisfaction": found["orders"], "orders": found["satisfaction"]}


def verdicts_by_sign(case: Case) -> dict[str, str]:
    """The sign of the difference, whatever the interval."""
    found = {}
    for word, name in (("satisfaction", ""), ("orders", "orders_")):
        bounds = right.interval(case, name)
        found[word] = "higher" if bounds["low"] + bounds["high"] > 0 else "lower"
    return found


def interval_within(case: Case) -> dict[str, float]:
    """The interval of the study without a control group."""
    study = case.study
    gap = (study["after"] - study["before"])[study["failure"]]
    half = 1.96 * float(gap.std()) / math.sqrt(len(gap))
    return {"low": float(gap.mean()) - half, "high": float(gap.mean()) + half}


def verdicts_of_people(case: Case) -> dict[str, str]:
    """Standard deviations where standard errors belong, in both intervals."""
    found = {}
    for word, name in (("satisfaction", ""), ("orders", "orders_")):
        bounds = interval_of_people(case, name)
        found[word] = "higher" if bounds["low"] > 0 else "lower" if bounds["high"] < 0 else "not shown"
    return found


def interval_of_people(case: Case, name: str = "") -> dict[str, float]:
    """Standard deviations where standard errors belong."""
    study = case.study
    gap = study[f"{name}after"] - study[f"{name}before"]
    one, other = gap[study["failure"]], gap[~study["failure"]]
    half = 1.96 * float(np.sqrt(one.var() + other.var()))
    middle = float(one.mean() - other.mean())
    return {"low": middle - half, "high": middle + half}


def correlation_shares(case: Case) -> dict[str, float]:
    """Correlations over their sum."""
    together = case.rated.corr()["satisfaction"][list(JUSTICES)]
    return {str(name): float(value / together.sum()) for name, value in together.items()}


def _shares(values: pd.Series) -> dict[str, float]:
    return {str(name): float(value) for name, value in (values / values.sum()).items()}


def standardised_shares(case: Case) -> dict[str, float]:
    """Slopes for a standard deviation of each rating."""
    return _shares(pd.Series(slopes(case)) * case.rated[list(JUSTICES)].std())


def shares_one_by_one(case: Case) -> dict[str, float]:
    """A regression for each justice alone."""
    ratings = case.rated[list(JUSTICES)]
    return _shares(ratings.apply(case.rated["satisfaction"].cov) / ratings.var())


def shares_without_constant(case: Case) -> dict[str, float]:
    """A regression through the origin."""
    found = np.linalg.lstsq(case.rated[list(JUSTICES)], case.rated["satisfaction"], rcond=None)[0]
    return _shares(pd.Series(found, index=JUSTICES))


def _constant(case: Case) -> float:
    means = case.rated.mean()
    return float(means["satisfaction"] - sum(means[name] * value for name, value in slopes(case).items()))


def shares_with_constant(case: Case) -> dict[str, float]:
    """The constant in what is divided by."""
    found = slopes(case)
    return {name: value / (sum(found.values()) + _constant(case)) for name, value in found.items()}


def shares_from_constant(case: Case) -> dict[str, float]:
    """The constant taken for the first slope, and each slope for the next."""
    first, second, _ = slopes(case).values()
    return _shares(pd.Series([_constant(case), first, second], index=JUSTICES))


def slopes(case: Case) -> dict[str, float]:
    """Slopes that are not divided by their sum."""
    rated = case.rated
    design = np.column_stack([rated[list(JUSTICES)], np.ones(len(rated))])
    found = np.linalg.lstsq(design, rated["satisfaction"].to_numpy(), rcond=None)[0][:3]
    return {name: float(value) for name, value in zip(JUSTICES, found, strict=True)}
