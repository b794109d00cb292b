"""What the usual mistakes in assignment 10 lead to, from the case."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.complaints.assignment import plan, right
from relmark_helpers.topics.complaints.model import alarm, cases, staffing
from relmark_helpers.topics.complaints.model.worlds import JUSTICES


def funnel_of_all(case: Case) -> dict[str, float]:
    """All shares of the answers with a problem."""
    found = cases.funnel(right.problems(case)).set_index("stage")["count"]
    base = float(found["had a problem"])
    return {
        "complained": float(found["complained"]) / base,
        "resolved": float(found["complained, resolved"]) / base,
        "returned": float(found["complained, resolved, returned"]) / base,
        "silent returned": float(found["said nothing, returned"]) / base,
    }


def funnel_with_open_days(case: Case) -> dict[str, float]:
    """Answers whose days are not over counted as not returned."""
    rows = right.problems(case)
    beyond = case.orders.tail(1).assign(customer_id=-1, ordered_on=pd.Timestamp("2026-01-01"))
    later = cases.ordered_within(
        rows["customer_id"],
        case.surveys.loc[rows.index, "answered_on"],
        pd.concat([case.orders, beyond]),
        case.within,
    )
    back = (later > 0).astype("float64")
    spoke, solved = rows["complained"], rows["resolved"]
    return {
        "complained": float(spoke.mean()),
        "resolved": float(solved[spoke].mean()),
        "returned": float(back[solved].mean()),
        "silent returned": float(back[~spoke].mean()),
    }


def returned_of_both(case: Case) -> pd.DataFrame:
    """Cases of both severities together."""
    table = cases.case_table(case.complaints, case.orders, case.within)
    found = cases.return_by_handling(table.assign(severity="major"))
    return found.set_index("handling")[["rows", "share", "low", "high"]]


def returned_with_normal(case: Case) -> pd.DataFrame:
    """The interval of the textbook for large samples in place of Wilson's."""
    table = right.returned(case)
    half = 1.96 * np.sqrt(table["share"] * (1 - table["share"]) / table["rows"])
    return table.assign(low=table["share"] - half, high=table["share"] + half)


def returned_with_partly(case: Case) -> pd.DataFrame:
    """Partly resolved counted as resolved."""
    table = cases.case_table(case.complaints, case.orders, case.within)
    table["outcome"] = table["outcome"].replace("partly", "resolved")
    found = cases.return_by_handling(table[table["severity"] == case.severity])
    return found.set_index("handling")[["rows", "share", "low", "high"]]


def rebuy_of_complainers(complaining: float, handled: float, silent: float) -> float:
    """Those who say nothing left out."""
    return handled * complaining


def rebuy_unweighted(complaining: float, handled: float, silent: float) -> float:
    """The plain mean of two shares."""
    return (handled + silent) / 2


def needed_without_silent(case: Case) -> float:
    """The silent taken to buy nothing."""
    return float(case.told["wanted"] / case.told["handled"])


def swapped(values: Mapping[str, float]) -> dict[str, float]:
    """Within and between under each other's name."""
    return {**values, "within": values["between"], "between": values["within"]}


def between_of_change(case: Case) -> dict[str, float]:
    """The change of all customers taken for the change of those with a failure."""
    study = case.study
    return right.differences(case) | {"within": float((study["after"] - study["before"]).mean())}


def interval_within(case: Case) -> dict[str, float]:
    """The interval of the study without a control group."""
    study = case.study
    gap = (study["after"] - study["before"])[study["failure"]]
    half = 1.96 * float(gap.std()) / math.sqrt(len(gap))
    return {"low": float(gap.mean()) - half, "high": float(gap.mean()) + half}


def interval_of_people(case: Case) -> dict[str, float]:
    """Standard deviations where standard errors belong."""
    study = case.study
    gap = study["after"] - study["before"]
    one, other = gap[study["failure"]], gap[~study["failure"]]
    half = 1.96 * float(np.sqrt(one.var() + other.var()))
    middle = float(one.mean() - other.mean())
    return {"low": middle - half, "high": middle + half}


def correlation_shares(case: Case) -> dict[str, float]:
    """Correlations over their sum."""
    together = case.rated.corr()["satisfaction"][list(JUSTICES)]
    return {str(name): float(value / together.sum()) for name, value in together.items()}


def slopes(case: Case) -> dict[str, float]:
    """Slopes that are not divided by their sum."""
    rated = case.rated
    design = np.column_stack([rated[list(JUSTICES)], np.ones(len(rated))])
    found = np.linalg.lstsq(design, rated["satisfaction"].to_numpy(), rcond=None)[0][:3]
    return {name: float(value) for name, value in zip(JUSTICES, found, strict=True)}


def divided_cases(case: Case) -> float:
    """Arrivals over time."""
    return float(case.desk["cases_a_day"] / case.desk["days_open"])


def erlang_b(load: float, agents: int) -> float:
    """Erlang B: callers who find all busy are lost."""
    return staffing.erlang_b(load, agents)


def occupancy(load: float, agents: int) -> float:
    """Occupancy for the chance to wait."""
    return load / agents


def staff_by_load(case: Case) -> dict[str, float]:
    """As many agents as there is load."""
    desk = case.desk
    seats = math.floor(desk["calls"] * desk["handling"] / desk["interval"]) + 1
    return {"agents": float(seats), "roster": float(staffing.rostered(seats, desk["shrinkage"]))}


def roster_by_surcharge(case: Case) -> dict[str, float]:
    """The shrinkage put on top of the seats."""
    found = right.staff(case)
    return found | {"roster": float(math.ceil(found["agents"] * (1 + case.desk["shrinkage"])))}


def wait_of_one_agent(case: Case) -> float:
    """All calls at one agent."""
    return right.mean_wait(case, 1)


def wait_of_those_who_wait(case: Case) -> float:
    """The mean over callers who had to wait."""
    free, waited = [0.0] * case.desk["agents"], []
    for now, takes in case.calls[["came", "takes"]].to_numpy().tolist():
        free.sort()
        starts = max(now, free[0])
        waited.append(starts - now)
        free[0] = starts + takes
    return float(np.mean([each for each in waited if each > 0]))


def heard_without_first(case: Case) -> float:
    """The second generation alone."""
    return right.heard(case) - float(case.story["first"])


def heard_without_overlap(case: Case) -> float:
    """Nobody has heard before."""
    told = case.story
    return float(told["first"] * (1 + told["retold"] * told["second"]))


def heard_multiplied(case: Case) -> float:
    """The multiplication of the saying."""
    return float(case.story["first"] * case.story["second"])


def retelling_without_overlap(case: Case) -> float:
    """The overlap forgotten."""
    return right.retelling(case) * (1 - float(case.story["overlap"]))


def people_last(first: float, second: float, retold: float, fades: float, generations: int) -> float:
    """The last generation alone."""
    found = first
    for number in range(generations - 1):
        found *= second * retold * fades**number
    return float(found)


def people_without_fading(
    first: float, second: float, retold: float, fades: float, generations: int
) -> float:
    """The wish to tell never fades."""
    return right.people(first, second, retold, 1.0, generations)


def quality_swapped(case: Case) -> dict[str, float]:
    """Precision and recall under each other's name."""
    found = right.quality(case)
    return {"precision": found["recall"], "recall": found["precision"]}


def threshold_by_errors(case: Case) -> dict[str, float]:
    """The threshold with fewest errors, whatever they cost."""
    from relmark_helpers.topics.complaints.assignment.own_case import THRESHOLDS

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
    return (
        plan.affordable(given, case) and plan.month(given, case)["wait"] > 10 and not plan.good(given, case)
    )
