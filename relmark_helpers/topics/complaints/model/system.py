"""A complaint system by the four rules: what a plan of it costs and gives back, and a trial in the simulator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from relmark_helpers.company.engine import simulate
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.steps.failures import recovery
from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number

LEVERS = ("ease", "staff", "remedy", "training")
_NUMBERS = Parameters()
_RANGES = {"ease": (0.0, 1.0), "staff": (0.5, 100.0), "remedy": (0.0, 1.0), "training": (0.0, 1.0)}
MONTHLY_TRAINING = (
    600.0  # CNY a month per 1,000 customers for full training of the desk; the simulator charges none
)
USUAL = {"ease": 0.4, "staff": 11.0, "remedy": 0.5, "training": 0.4}


def plan_month(
    plan: Mapping[str, float], failures: float = 24.0, major: float = 0.30, loss: float = 280.0
) -> dict[str, float]:
    """A usual month of a complaint system, per 1,000 customers: what it costs, and what it gives back.

    The means of the simulator's own rules: who speaks up, a desk with random arrivals, three justices, and
    trust regained as a share of what the failure took. Scatter between cases is left out.

    Parameters
    ----------
    plan : mapping
        ease (0 to 1), staff (working days a month), remedy (share of the loss made good, 0 to 1), training (0 to 1).
    failures : float
        Orders that go wrong in the month.
    major : float
        Share of them that are major.
    loss : float
        What a failure costs the customer, CNY.

    Returns
    -------
    dict
        complaints, wait (days until taken up), distributive, procedural, interactional (points), lost and
        regained (points of trust, all customers together), share (regained of lost), cost (CNY).

    Raises
    ------
    CourseError
        If a lever is missing or out of range.

    Examples
    --------
    >>> month = plan_month(USUAL)
    >>> 0 < month["share"] < plan_month({**USUAL, "ease": 1.0, "staff": 25})["share"] < 1
    True
    """
    at = _levers(plan)
    need_number(failures, "The number of failures", 0)
    need_number(major, "The share of major failures", 0, 1)
    need_number(loss, "The loss", 0)
    month = _months({name: np.array([value]) for name, value in at.items()}, failures, major, loss)
    return {name: float(values[0]) for name, values in month.items()}


def _months(
    plans: Mapping[str, np.ndarray], failures: float, major: float, loss: float
) -> dict[str, np.ndarray]:
    """:func:`plan_month` for many plans at once, each lever an array."""
    ease, staff, remedy, training = (plans[name] for name in LEVERS)
    numbers, taken, costs = _NUMBERS.complaining, _NUMBERS.failures, _NUMBERS.money
    trust = np.array([taken.trust_minor, taken.trust_major])
    mix = failures * np.array([1 - major, major])
    logit = np.array([numbers.minor, numbers.major]) + numbers.ease * ease[:, None]
    speak = mix / (1 + np.exp(-logit))
    complaints = speak.sum(axis=1)
    wait = _waits(complaints, staff / numbers.case_days)
    justice = {
        "distributive": numbers.distributive + numbers.by_remedy * remedy,
        "procedural": np.maximum(numbers.procedural - numbers.speed * wait, 1.0),
        "interactional": numbers.interactional + numbers.by_training * training,
    }
    lost = np.full(len(ease), float(mix @ trust))
    regained = recovery(numbers, justice)[1] * (speak @ trust)
    cost = (
        costs.complaint_day * staff + MONTHLY_TRAINING * training + complaints * (costs.case + remedy * loss)
    )
    share = np.divide(regained, lost, out=np.zeros(len(ease)), where=lost > 0)
    parts = {"lost": lost, "regained": regained, "share": share, "cost": cost}
    return {"complaints": complaints, "wait": wait, **justice, **parts}


def _waits(complaints: np.ndarray, capacity: np.ndarray) -> np.ndarray:
    """The simulator's mean wait, for many desks that begin without a backlog."""
    handling, load = 30.0 / capacity, np.minimum(complaints / capacity, 0.95)
    left = np.maximum(complaints - capacity, 0.0)
    found: np.ndarray = load / (1.0 - load) * handling + left * handling / 2
    return found


def best_plan(
    budget: float, failures: float = 24.0, major: float = 0.30, loss: float = 280.0, steps: int = 10
) -> dict[str, float]:
    """The plan on a grid that regains most trust within a budget.

    Parameters
    ----------
    budget : float
        CNY a month per 1,000 customers.
    failures, major, loss : float
        As in :func:`plan_month`.
    steps : int
        Steps of the levers from 0 to 1; staff goes by one day from 4 to 45.

    Returns
    -------
    dict
        The four levers, with share and cost.

    Raises
    ------
    CourseError
        If no plan on the grid is within the budget.

    Examples
    --------
    >>> found = best_plan(12000, steps=4)
    >>> found["cost"] <= 12000
    True
    """
    levels = np.linspace(0, 1, int(steps) + 1)
    grid = np.meshgrid(levels, np.arange(4.0, 46.0), levels, levels, indexing="ij")
    plans = {name: axis.ravel() for name, axis in zip(LEVERS, grid, strict=True)}
    months = _months(plans, failures, major, loss)
    within = months["cost"] <= need_number(budget, "The budget", 0)
    if not within.any():
        raise CourseError(f"No plan on the grid costs {budget:g} CNY or less.")
    at = int(np.argmax(np.where(within, months["share"], -np.inf)))
    best = {name: float(values[at]) for name, values in plans.items()}
    return best | {"share": float(months["share"][at]), "cost": float(months["cost"][at])}


def as_policy(plan: Mapping[str, float], rotation: float = 0.3) -> Policy:
    """A plan as a policy of the simulator: rule 1 ease, rule 2 training and remedy, rule 3 rotation, rule 4 staff.

    Parameters
    ----------
    plan : mapping
        As in :func:`plan_month`.
    rotation : float
        Share of the posts whose holders change places in a year.

    Returns
    -------
    Policy

    Raises
    ------
    CourseError
        If a lever is missing or out of range.

    Examples
    --------
    >>> as_policy({**USUAL, "ease": 0.9}).complaint_ease
    0.9
    """
    at = _levers(plan)
    return replace(
        Policy(),
        complaint_ease=at["ease"],
        complaint_staff=at["staff"],
        remedy=at["remedy"],
        complaint_training=at["training"],
        rotation=rotation,
    )


def policy_trial(
    policies: Mapping[str, Policy], seeds: Sequence[int] = range(5), customers: int = 2700, months: int = 24
) -> pd.DataFrame:
    """Run policies in the simulator and compare each with the first, seed by seed, with the same luck.

    The simulator charges nothing for the training of the desk; its cost is taken off the profit here.

    Parameters
    ----------
    policies : mapping of str to Policy
        At least two; the first is what the others are compared with.
    seeds : sequence of int
        Seeds to run, at least two.
    customers, months : int
        Size and length of each run.

    Returns
    -------
    DataFrame
        A row for each policy but the first and each measure (complaints, complaint cost, customers lost, told bad,
        profit; per 1,000 customers of the first day and year): policy, measure, difference, low, high (95 %, t).

    Raises
    ------
    CourseError
        If there are fewer than two policies or seeds.

    Examples
    --------
    >>> two = {"usual": Policy(), "same": Policy()}
    >>> policy_trial(two, seeds=(1, 2), customers=200, months=6)["difference"].abs().sum().item()
    0.0
    """
    from scipy.stats import t

    if len(policies) < 2 or len(seeds) < 2:
        raise CourseError("A trial needs at least two policies and two seeds.")
    measured = {
        name: np.array([_measures(policy, seed, customers, months) for seed in seeds])
        for name, policy in policies.items()
    }
    first = next(iter(measured))
    rows = []
    for name, values in measured.items():
        if name != first:
            gaps = values - measured[first]
            half = t.ppf(0.975, len(seeds) - 1) * gaps.std(axis=0, ddof=1) / np.sqrt(len(seeds))
            for measure, gap, wide in zip(MEASURES, gaps.mean(axis=0), half, strict=True):
                rows.append(
                    {
                        "policy": name,
                        "measure": measure,
                        "difference": gap,
                        "low": gap - wide,
                        "high": gap + wide,
                    }
                )
    return pd.DataFrame(rows)


MEASURES = ("complaints", "complaint cost", "customers lost", "people told bad", "profit")


def _measures(policy: Policy, seed: int, customers: int, months: int) -> list[float]:
    run = simulate(policy=policy, customers=customers, months=months, seed=seed)
    summed = run.summary[["complaints", "complaint_cost", "left", "told_bad", "profit"]].sum()
    scale = 1000 / customers * 12 / months
    money = np.array([1, 0.01, 1, 1, 0.01])
    found: list[float] = (summed.to_numpy(dtype="float64") * money * scale).tolist()
    training = np.mean(
        [12 * MONTHLY_TRAINING * policy.at(each).complaint_training for each in range(1, months + 1)]
    )
    found[-1] -= float(training)
    return found


def _levers(plan: Mapping[str, float]) -> dict[str, float]:
    missing = [name for name in LEVERS if name not in plan]
    if missing:
        raise CourseError(f"The plan lacks {missing[0]!r}; it needs {', '.join(LEVERS)}.")
    return {name: need_number(plan[name], f"The lever {name}", *_RANGES[name]) for name in LEVERS}
