"""What the usual mistakes in tasks 8 to 10 of assignment 10 lead to: triage, alarm and plan."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import numpy as np

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.complaints.assignment import plan, right
from relmark_helpers.topics.complaints.assignment.own_case import THRESHOLDS
from relmark_helpers.topics.complaints.model import alarm


def quality_swapped(case: Case) -> dict[str, float]:
    """Precision and recall under each other's name."""
    found = right.quality(case)
    return {"precision": found["recall"], "recall": found["precision"]}


def _rates(case: Case) -> tuple[np.ndarray, np.ndarray]:
    return (case.triaged["severity"] == "major").to_numpy(), (case.triaged["chance_major"] >= 0.5).to_numpy()


def precision_as_accuracy(case: Case) -> dict[str, float]:
    """The share sorted right."""
    grave, called = _rates(case)
    return right.quality(case) | {"precision": float((grave == called).mean())}


def recall_of_minor(case: Case) -> dict[str, float]:
    """Of the minor ones, the share not called grave."""
    grave, called = _rates(case)
    return right.quality(case) | {"recall": float((~called)[~grave].mean())}


def recall_of_all(case: Case) -> dict[str, float]:
    """Of all, the share called grave."""
    return right.quality(case) | {"recall": float(_rates(case)[1].mean())}


def recall_of_hits(case: Case) -> dict[str, float]:
    """Of all, the share that is major and called grave."""
    grave, called = _rates(case)
    return right.quality(case) | {"recall": float((grave & called).mean())}


def quality_of_minor(case: Case) -> dict[str, float]:
    """The minor ones taken for those to find."""
    grave, called = _rates(case)
    return {"precision": float((~grave)[~called].mean()), "recall": float((~called)[~grave].mean())}


def _cheapest(case: Case, missed: float, called: float, always: float = 0.0) -> dict[str, float]:
    """The cheapest threshold if mistakes cost this, and every right call as much as is said last."""
    grave, chance = (case.triaged["severity"] == "major").to_numpy(), case.triaged["chance_major"].to_numpy()
    spent = [
        missed * (grave & (chance < at)).sum()
        + called * (~grave & (chance >= at)).sum()
        + always * (grave & (chance >= at)).sum()
        for at in THRESHOLDS
    ]
    at = int(np.argmin(spent))
    return {"threshold": THRESHOLDS[at], "cost": float(spent[at])}


def costs_swapped(case: Case) -> dict[str, float]:
    """Each mistake at the other's cost."""
    return _cheapest(case, case.costs["called"], case.costs["missed"])


def every_call_costs(case: Case) -> dict[str, float]:
    """Right calls cost as well."""
    return _cheapest(case, case.costs["missed"], case.costs["called"], case.costs["called"])


def cost_at_half(case: Case) -> dict[str, float]:
    """The threshold of task a."""
    return {"threshold": 0.5, "cost": right.spent(case, 0.5)}


def cost_of_one(case: Case) -> dict[str, float]:
    """The cost of one complaint."""
    found = right.cheapest(case)
    return found | {"cost": found["cost"] / len(case.triaged)}


def cost_of_missed(case: Case) -> dict[str, float]:
    """What missed cases cost, without needless calls."""
    found = right.cheapest(case)
    missed = (case.triaged["severity"] == "major") & (case.triaged["chance_major"] < found["threshold"])
    return found | {"cost": float(case.costs["missed"] * missed.sum())}


def dearest(case: Case) -> dict[str, float]:
    """The threshold at which mistakes cost most."""
    at = max(THRESHOLDS, key=lambda at: right.spent(case, at))
    return {"threshold": at, "cost": right.spent(case, at)}


def threshold_by_errors(case: Case) -> dict[str, float]:
    """The threshold with fewest errors, whatever they cost."""
    grave, chance = case.triaged["severity"] == "major", case.triaged["chance_major"]
    errors = [int((grave != (chance >= at)).sum()) for at in THRESHOLDS]
    at = THRESHOLDS[int(np.argmin(errors))]
    return {"threshold": at, "cost": right.spent(case, at)}


def limit_by_deviation(case: Case) -> float:
    """Three standard deviations of the weeks in place of the root of their mean."""
    base = case.weeks.iloc[:52]
    return float(base.mean() + 3 * base.std())


def limit_of_all_weeks(case: Case) -> float:
    """The crisis taken into the base."""
    return alarm.upper_limit(float(case.weeks.mean()))


def limit_at(case: Case, deviations: float) -> float:
    """So many standard deviations above the mean, or below it."""
    usual = right.usual(case)
    return usual + deviations * math.sqrt(usual)


def limit_without_root(case: Case) -> float:
    """The variance in place of its root."""
    return 4 * right.usual(case)


def false_alarm(case: Case, below: Iterable[float]) -> dict[str, float]:
    """The chance of some counts in place of those above the limit."""
    from scipy.stats import poisson

    chances = poisson.pmf(np.array(list(below)), right.usual(case))
    return right.warning(case) | {"false alarm": float(chances.sum())}


def not_above(case: Case) -> dict[str, float]:
    """The chance of a week that gives no alarm."""
    return false_alarm(case, range(math.floor(right.limit(case)) + 1))


def at_the_limit(case: Case) -> dict[str, float]:
    """The chance of one count alone."""
    return false_alarm(case, [math.floor(right.limit(case))])


def a_count_too_low(case: Case) -> dict[str, float]:
    """The count just below the limit taken for an alarm."""
    found = at_the_limit(case)
    return found | {"false alarm": found["false alarm"] + right.warning(case)["false alarm"]}


def false_alarm_as_seen(case: Case) -> dict[str, float]:
    """The share of weeks of the base that are above."""
    seen = (case.weeks.iloc[:52] > right.limit(case)).mean()
    return right.warning(case) | {"false alarm": float(seen)}


def _alarms(case: Case, alarms: float) -> dict[str, float]:
    return right.warning(case) | {"alarms": float(alarms)}


def alarms_with_base(case: Case) -> dict[str, float]:
    """Alarms of all weeks."""
    return _alarms(case, (case.weeks > right.limit(case)).sum())


def alarms_above_mean(case: Case) -> dict[str, float]:
    """Weeks above the mean of the base."""
    return _alarms(case, (case.weeks.iloc[52:] > right.usual(case)).sum())


def alarms_as_share(case: Case) -> dict[str, float]:
    """The share of weeks with an alarm."""
    return _alarms(case, (case.weeks.iloc[52:] > right.limit(case)).mean())


def weeks_above_mean(case: Case) -> dict[str, float]:
    """All weeks above the mean of the base."""
    return _alarms(case, (case.weeks > right.usual(case)).sum())


def false_alarm_normal(case: Case) -> dict[str, float]:
    """The tail of a bell curve."""
    from scipy.stats import norm

    return right.warning(case) | {"false alarm": float(norm.sf(3))}


def too_dear(given: Mapping[str, float], case: Case) -> bool:
    """Whether a plan would be good but for the budget."""
    return not plan.affordable(given, case)


def unheard(given: Mapping[str, float], case: Case) -> bool:
    """Whether a plan handles well those few who speak up."""
    return plan.affordable(given, case) and given["ease"] <= 0.1 and not plan.good(given, case)


def overrun(given: Mapping[str, float], case: Case) -> bool:
    """Whether a plan invites more than its desk can handle."""
    return _poor(given, case) and plan.month(given, case)["wait"] > 10


def weak(given: Mapping[str, float], case: Case) -> bool:
    """Whether a plan listens and answers in time, and yet regains too little."""
    return _poor(given, case) and plan.month(given, case)["wait"] <= 10


def _poor(given: Mapping[str, float], case: Case) -> bool:
    return plan.affordable(given, case) and given["ease"] > 0.1 and not plan.good(given, case)
