"""The right value of each task of assignment 10, from the case."""

from __future__ import annotations

import heapq

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.once import once
from relmark_helpers.topics.complaints.assignment.own_case import THRESHOLDS
from relmark_helpers.topics.complaints.assignment.statements import CLAIMS, MEASURES
from relmark_helpers.topics.complaints.model import alarm, cases, staffing, system, talk, tarp
from relmark_helpers.topics.complaints.model.worlds import JUSTICES

FUNNEL = ("complained", "resolved", "returned", "silent returned")
DESIGNS = ("within", "between", "both")


@once
def problems(case: Case) -> pd.DataFrame:
    """Answers with a problem of the case."""
    return cases.problem_table(case.surveys, case.complaints, case.orders, case.within)


@once
def funnel(case: Case) -> dict[str, float]:
    """The shares of the funnel."""
    found = cases.funnel(problems(case)).set_index("stage")["share"]
    return {
        "complained": float(found["complained"]),
        "resolved": float(found["complained, resolved"]),
        "returned": float(found["complained, resolved, returned"]),
        "silent returned": float(found["said nothing, returned"]),
    }


@once
def returned(case: Case) -> pd.DataFrame:
    """Share who came back with intervals, by handling, of cases of the case's severity."""
    table = cases.case_table(case.complaints, case.orders, case.within)
    found = cases.return_by_handling(table[table["severity"] == case.severity])
    return found.set_index("handling")[["rows", "share", "low", "high"]]


def rebuy(complaining: float, handled: float, silent: float) -> float:
    """Share of all with a problem that would buy again."""
    return tarp.rebuy_overall(complaining, handled, silent)


def needed(case: Case) -> float:
    """Share who must complain so that the wanted share buys again."""
    told = case.told
    return float((told["wanted"] - told["silent"]) / (told["handled"] - told["silent"]))


def _gaps(case: Case, name: str) -> tuple[pd.Series, pd.Series]:
    study = case.study
    gap = study[f"{name}after"] - study[f"{name}before"]
    return gap[study["failure"]], gap[~study["failure"]]


@once
def differences(case: Case) -> dict[str, float]:
    """Satisfaction by the three designs."""
    one, other = _gaps(case, "")
    after = case.study.groupby("failure")["after"].mean()
    return {
        "within": float(one.mean()),
        "between": float(after[True] - after[False]),
        "both": float(one.mean() - other.mean()),
    }


def interval(case: Case, name: str = "") -> dict[str, float]:
    """The interval of the change against the change."""
    one, other = _gaps(case, name)
    half = 1.96 * float(np.sqrt(one.var() / len(one) + other.var() / len(other)))
    middle = float(one.mean() - other.mean())
    return {"low": middle - half, "high": middle + half}


def verdicts(case: Case) -> dict[str, str]:
    """What the study shows for satisfaction and for orders."""
    found = {}
    for word, name in (("satisfaction", ""), ("orders", "orders_")):
        bounds = interval(case, name)
        found[word] = "higher" if bounds["low"] > 0 else "lower" if bounds["high"] < 0 else "not shown"
    return found


@once
def justice(case: Case) -> dict[str, float]:
    """Shares of the three justices by the weights of a regression."""
    rated = case.rated
    design = np.column_stack([rated[list(JUSTICES)], np.ones(len(rated))])
    slopes = np.linalg.lstsq(design, rated["satisfaction"].to_numpy(), rcond=None)[0][:3]
    return {name: float(value) for name, value in zip(JUSTICES, slopes / slopes.sum(), strict=True)}


def open_cases(case: Case) -> float:
    """Cases open on a usual day."""
    return staffing.open_cases(case.desk["cases_a_day"], case.desk["days_open"])


def wait_chance(load: float, agents: int) -> float:
    """Erlang C."""
    return staffing.erlang_c(load, agents)


@once
def staff(case: Case) -> dict[str, float]:
    """Agents at the desk and on the roster."""
    desk = case.desk
    seats = staffing.agents_needed(
        desk["calls"], desk["handling"], desk["level"], desk["target"], desk["interval"]
    )
    return {"agents": float(seats), "roster": float(staffing.rostered(seats, desk["shrinkage"]))}


def mean_wait(case: Case, agents: int | None = None) -> float:
    """Mean wait of the calls of the case, first come first served."""
    free = [0.0] * (agents or case.desk["agents"])
    waited = []
    for now, takes in case.calls[["came", "takes"]].to_numpy().tolist():
        starts = max(now, free[0])
        waited.append(starts - now)
        heapq.heapreplace(free, starts + takes)
    return float(np.mean(waited))


def hang_up(case: Case) -> str:
    """What hanging up does to the mean wait of all callers."""
    return "shorter"


def heard(case: Case) -> float:
    """People who hear in two generations."""
    told = case.story
    return talk.reach(told["first"], told["second"], told["retold"], told["overlap"])


def retelling(case: Case) -> float:
    """The chance of telling on that the total would need, with the overlap of the case."""
    told = case.story
    needs = talk.needed_retelling(told["total"], told["first"], told["second"])
    return float(needs / (1 - told["overlap"]))


def people(first: float, second: float, retold: float, fades: float, generations: int) -> float:
    """Expected people in all generations together."""
    return float(talk.expected_branching(first, second, retold, fades, generations).sum())


@once
def quality(case: Case) -> dict[str, float]:
    """Precision and recall of grave at one half."""
    grave, called = case.triaged["severity"] == "major", case.triaged["chance_major"] >= 0.5
    hits = float((grave & called).sum())
    return {"precision": hits / float(called.sum()), "recall": hits / float(grave.sum())}


def spent(case: Case, threshold: float) -> float:
    """What mistakes cost at a threshold."""
    grave, called = case.triaged["severity"] == "major", case.triaged["chance_major"] >= threshold
    return float(
        case.costs["missed"] * (grave & ~called).sum() + case.costs["called"] * (~grave & called).sum()
    )


@once
def cheapest(case: Case) -> dict[str, float]:
    """The threshold at which mistakes cost least, and what they cost there."""
    costs = [spent(case, at) for at in THRESHOLDS]
    at = int(np.argmin(costs))
    return {"threshold": THRESHOLDS[at], "cost": costs[at]}


@once
def usual(case: Case) -> float:
    """Mean week of the first year."""
    return float(case.weeks.iloc[:52].mean())


@once
def limit(case: Case) -> float:
    """Upper limit of the control chart."""
    return alarm.upper_limit(usual(case))


@once
def warning(case: Case) -> dict[str, float]:
    """Chance of a false alarm in a usual week, and the weeks above the limit since the first year."""
    return {
        "false alarm": alarm.alarm_chance(usual(case), limit(case)),
        "alarms": float((case.weeks.iloc[52:] > limit(case)).sum()),
    }


@once
def best(case: Case) -> dict[str, float]:
    """The best plan on a grid."""
    told = case.department
    return system.best_plan(told["budget"], told["failures"], told["major"], told["loss"])


def rules(case: Case) -> dict[str, str]:
    """The rule that each measure of the case keeps."""
    return {
        key: next(name for name in MEASURES if text in MEASURES[name]) for key, text in case.measures.items()
    }


def holds(case: Case) -> dict[str, str]:
    """Whether each claim of the case holds as it stands."""
    return {key: CLAIMS[text] for key, text in case.claims.items()}
