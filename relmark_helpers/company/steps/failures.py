"""Step 4 of a month: what goes wrong, who complains, and how the complaints are handled."""

from __future__ import annotations

import numpy as np

from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.month import Chunk, Month, chance, together
from relmark_helpers.company.parameters.service import Complaining
from relmark_helpers.company.state import Array, Numbers, Whole
from relmark_helpers.company.vocabulary import OUTCOMES, REMEDIES

QUALITY = np.array([each.quality for each in BRANCHES])


def failures(month: Month, chunk: Chunk) -> None:
    """Let things go wrong with orders, take away satisfaction and trust, and see who complains.

    Parameters
    ----------
    month : Month
        The month.
    chunk : Chunk
        Some customers, with their orders.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> run = simulate(customers=2000, months=12, seed=1, record="tables")
    >>> 20 < len(run.events["complaints"]["customer"]) < 400
    True
    """
    state, some = month.state, chunk.customers
    numbers, complaining, luck = (
        state.parameters.failures,
        state.parameters.complaining,
        month.luck("failures"),
    )
    at_branch = chance(
        numbers.chance
        + numbers.by_quality * (QUALITY + month.added_quality)
        + numbers.by_service * month.service_above_rest()
    )
    buyers = chunk.buyers
    fails = np.flatnonzero(luck.uniform("fails", some.person[buyers]) < at_branch[some.branch[buyers]])
    who = buyers[fails]
    person = some.person[who]
    major = luck.uniform("major", person) < numbers.major
    logit = (
        np.where(major, complaining.major, complaining.minor)
        + complaining.ease * month.lever.complaint_ease
        + complaining.trust * (some.trust[who] - state.parameters.levels.trust)
    )
    lost_trust = np.where(major, numbers.trust_major, numbers.trust_minor)
    lost = np.where(major, numbers.satisfaction_major, numbers.satisfaction_minor)
    some.trust[who] = np.maximum(some.trust[who] - lost_trust, 1.0)
    some.satisfaction[who] -= state.parameters.adaptation.satisfaction * lost
    some.overall[who] -= lost.astype(np.float32)
    some.problem[who] = 1 + major
    month.add("failures", some.branch[who])
    speaks = np.flatnonzero(luck.uniform("complains", person) < chance(logit))
    who, fails = who[speaks], fails[speaks]
    later = np.floor(complaining.speaks_up * luck.uniform("later", some.person[who])).astype(np.int64)
    month.note(
        "complaints",
        customer=chunk.slots(who),
        order=chunk.latest[fails],
        day=np.minimum(chunk.of_latest(chunk.days, fails) + later, month.days - 1),
        severity=major[speaks].astype(np.int64),
        lost=lost[speaks],
        lost_trust=lost_trust[speaks],
        value=chunk.of_latest(chunk.spent, fails),
        person=some.person[who].astype(np.int64),
    )


def desk(month: Month) -> None:
    """Handle the month's complaints: waiting from the desk's staffing, three justices, and what they give back.

    Parameters
    ----------
    month : Month
        The month.

    References
    ----------
    orsingher2010, dematos2007

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> run = simulate(customers=2000, months=6, seed=1, record="tables")
    >>> bool((run.events["complaints"]["close_days"] >= run.events["complaints"]["answer_days"]).all())
    True
    """
    state, numbers, lever = month.state, month.state.parameters.complaining, month.lever
    case = together(month.noted.pop("complaints"))
    count, person = len(case["customer"]), case["person"]
    desks = state.first_day / 1000
    capacity = lever.complaint_staff / numbers.case_days
    wait, state.house["backlog"][0] = waiting_days(count / desks, float(state.house["backlog"][0]), capacity)
    luck = month.luck("desk")
    waited = wait * -np.log(luck.uniform("waits", person))
    scatter = numbers.scatter * luck.normal("justice", person, 3)
    justice = {
        "distributive": numbers.distributive + numbers.by_remedy * lever.remedy + scatter[0],
        "procedural": numbers.procedural - numbers.speed * waited + scatter[1],
        "interactional": numbers.interactional + numbers.by_training * lever.complaint_training + scatter[2],
    }
    justice = {name: np.clip(values, 1.0, 7.0) for name, values in justice.items()}
    gained, gained_trust = recovery(numbers, justice)
    slots, customers = case["customer"], state.customers
    gain = gained * case["lost"]
    customers.overall[slots] += gain.astype(np.float32)
    customers.satisfaction[slots] += state.parameters.adaptation.satisfaction * gain
    customers.trust[slots] = np.clip(customers.trust[slots] + gained_trust * case["lost_trust"], 1.0, 7.0)
    branch = customers.branch[slots]
    share = np.clip(lever.remedy + numbers.remedy_scatter * scatter[0], 0, 1)
    made_good = np.rint(share * numbers.loss * case["value"]).astype(np.int64)
    remedy = _remedy(numbers, made_good, case["value"])
    made_good[remedy == 0] = 0  # an apology costs nothing
    month.add("complaints", branch)
    month.add("complaint_cost", branch, made_good + round(100 * state.parameters.money.case))
    if month.tables:
        mean = np.array(numbers.shares) @ np.array(list(justice.values()))
        working = 1 + np.floor(numbers.works * luck.uniform("works", person)).astype(np.int64)
        answered = np.floor(waited).astype(np.int64)
        month.note(
            "complaints",
            **{name: case[name] for name in ("customer", "order", "day", "severity", "person")},
            category=luck.choice("category", person, numbers.categories),
            channel=luck.choice("channel", person, numbers.channels),
            answer_days=answered,
            close_days=answered + working,
            remedy=remedy,
            remedy_cost=made_good,
            outcome=np.where(
                mean > numbers.resolved, 0, np.where(mean > numbers.partly, 1, OUTCOMES.index("unresolved"))
            ),
            **{f"justice_{name}": values for name, values in justice.items()},
        )
    else:
        month.note("complaints", customer=slots, person=person)


def waiting_days(arrivals: float, backlog: float, capacity: float) -> tuple[float, float]:
    """Give the mean days until a complaint is taken up, and how many are left at the month's end.

    There is a desk for every thousand customers of the first day, with random arrivals and random handling
    times (M/M/1): ``load / (1 - load)`` times the mean handling time; where more comes in than can be done, the
    rest waits for the next month.

    Parameters
    ----------
    arrivals : float
        Complaints of the month at one desk.
    backlog : float
        Complaints left from the month before.
    capacity : float
        Complaints that the desk can handle in a month.

    Returns
    -------
    tuple of float
        Mean waiting days, complaints left.

    Examples
    --------
    >>> waiting_days(15, 0, 30)
    (1.0, 0.0)
    >>> waiting_days(60, 0, 30)[1]
    30
    """
    handling = 30.0 / capacity
    load = min((arrivals + backlog) / capacity, 0.95)
    left = max(arrivals + backlog - capacity, 0.0)
    return load / (1.0 - load) * handling + left * handling / 2, left


def recovery(numbers: Complaining, justice: dict[str, Numbers]) -> tuple[Numbers, Numbers]:
    """Give what handling gives back, as shares of what the failure took: satisfaction, trust.

    Parameters
    ----------
    numbers : Complaining
        The numbers of complaint handling.
    justice : dict of ndarray
        distributive, procedural, interactional: points.

    Returns
    -------
    tuple of ndarray
        Shares of the loss; above 1 more than was lost, below 0 something more is taken.

    Examples
    --------
    >>> best = dict.fromkeys(("distributive", "procedural", "interactional"), np.array([7.0]))
    >>> [round(float(share[0]), 2) for share in recovery(Complaining(), best)]
    [1.4, 0.9]
    """
    beyond = sum(
        share * (values - 4.0) for share, values in zip(numbers.shares, justice.values(), strict=True)
    ) * np.ones(1)
    satisfaction = np.minimum(numbers.satisfaction_regained * beyond, numbers.satisfaction_ceiling)
    trust = np.minimum(numbers.trust_regained * beyond, numbers.trust_ceiling)
    worse = numbers.ignored * beyond
    return np.where(beyond > 0, satisfaction, worse), np.where(beyond > 0, trust, worse)


def _remedy(numbers: Complaining, made_good: Array, value: Array) -> Whole:
    """The kind of remedy, by how much of the order's value it is worth."""
    share = made_good / np.maximum(value, 1)
    kind: Whole = np.searchsorted(numbers.kinds, share)
    return np.minimum(kind, len(REMEDIES) - 1)
