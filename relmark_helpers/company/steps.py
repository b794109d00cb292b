"""What a month does to the customers: one function a step, all customers at once.

A step is ``step(state, month, rng)``; it changes the state and may add events. :data:`MONTH` is their order.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable

import numpy as np

from relmark_helpers.company.catalogue import BRANCHES, CATEGORIES, CATEGORY_SHARES
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.state import CHANNELS, EXPERIENCE, NEVER, Numbers, State

ORDER_CHANNELS = ("store", "online", "telephone")
ORDER_CHANNEL_SHARES = ((0.60, 0.34, 0.06), (0.30, 0.64, 0.06), (0.76, 0.16, 0.08), (0.55, 0.42, 0.03))


def purchases(state: State, month: int, rng: np.random.Generator) -> None:
    """Orders of the month by own rate, season, satisfaction (a little) and trust; a newcomer's first is certain.

    Examples
    --------
    >>> from relmark_helpers.company.state import beginning
    >>> state = beginning(Parameters(), customers=200, months=12, seed=1)
    >>> purchases(state, 1, np.random.default_rng(1))
    >>> int(state.orders_now.sum()) == len(state.orders[0]["customer"])
    True
    """
    buying = state.parameters.buying
    trust, satisfaction = state.beyond_rest()
    pull = state.choice * (buying.trust * trust + buying.satisfaction * satisfaction)
    count = rng.poisson(state.rate * buying.season[(month - 1) % 12] * np.exp(pull)) * state.active
    newcomer = state.active & (state.joined == month - 1) & (month > 1)
    state.orders_now = np.where(newcomer, np.maximum(count, 1), count)
    customer = np.repeat(np.arange(len(count)), state.orders_now)
    day = rng.integers(0, days_in_month(state.parameters.first_year, month), len(customer))
    by_day = np.argsort(day, kind="stable")
    customer, day = customer[by_day], day[by_day]
    category = rng.choice(len(CATEGORIES), len(customer), p=CATEGORY_SHARES)
    cumulative = np.cumsum(ORDER_CHANNEL_SHARES, axis=1)[state.segment[customer], :-1]
    channel = (rng.random((len(customer), 1)) > cumulative).sum(axis=1)
    state.last_month[customer] = month
    state.last_order[customer] = state.order_count + np.arange(len(customer))  # of several the latest stays
    state.last_category[customer] = category
    state.order_count += len(customer)
    state.orders.append(
        {
            "customer": customer,
            "branch": state.branch[customer],
            "month": np.full(len(customer), month),
            "day": day,
            "category": category,
            "channel": channel,
        }
    )


def disconfirmation(state: State, month: int, rng: np.random.Generator) -> None:
    """What the month's latest order was like against desires and expectations, and what remains of it.

    Examples
    --------
    >>> from relmark_helpers.company.state import beginning
    >>> state = beginning(Parameters(), customers=200, months=12, seed=1)
    >>> purchases(state, 1, np.random.default_rng(1))
    >>> before = state.expectations.copy()
    >>> disconfirmation(state, 1, np.random.default_rng(1))
    >>> bool(((state.expectations != before) == (state.orders_now > 0)).all())
    True
    """
    parameters = state.parameters
    adapt, levels = parameters.adaptation, parameters.levels
    noise = rng.standard_normal((6, len(state.branch)))
    performance = (
        levels.performance
        + state.quality[state.branch, state.last_category]
        + programme(parameters, month)[state.branch]
        + state.leniency
        + parameters.spreads.perception * noise[0]
    )
    felt = _experience(state, performance, noise[1:])
    bought = state.orders_now > 0
    for name in EXPERIENCE:
        state.latest[name] = np.where(bought, felt[name], state.latest[name])
    learned = bought * adapt.expectations * (performance - state.expectations)
    state.expectations = state.expectations + learned
    state.desires = state.desires + adapt.desires * learned
    gap = felt["overall_satisfaction"] - state.satisfaction
    state.satisfaction = state.satisfaction + bought * adapt.satisfaction * gap
    promise = felt["expectations_congruency"] - levels.expectations_congruency
    moved = np.where(promise > 0, adapt.trust_gain, adapt.trust_loss) * promise
    returned = adapt.trust_return * (state.disposition - state.trust)
    state.trust = np.clip(state.trust + bought * moved + returned, 1.0, 7.0)


def _experience(state: State, performance: Numbers, noise: Numbers) -> dict[str, Numbers]:
    """All eight factors: each effect is the sum of its paths, what the branch adds, and noise."""
    parameters = state.parameters
    levels, paths = parameters.levels, parameters.paths.as_dict()
    beyond = {
        "desires": state.desires - levels.desires,
        "performance": performance - levels.performance,
        "expectations": state.expectations - levels.expectations,
    }
    own = {"information_satisfaction": np.array([each.information for each in BRANCHES])[state.branch]}
    effects = EXPERIENCE[3:]
    for effect, drawn in zip(effects, noise, strict=True):
        by_paths = sum(points * beyond[cause] for (cause, other), points in paths.items() if other == effect)
        beyond[effect] = by_paths + own.get(effect, 0.0) + getattr(parameters.spreads, effect) * drawn
    return {name: getattr(levels, name) + values for name, values in beyond.items()}


def leaving(state: State, month: int, rng: np.random.Generator) -> None:
    """Some leave for good and tell nobody: only their orders stop.

    Examples
    --------
    >>> from relmark_helpers.company.state import beginning
    >>> state = beginning(Parameters(), customers=200, months=12, seed=1)
    >>> before = state.active.copy()
    >>> leaving(state, 1, np.random.default_rng(1))
    >>> bool((state.active <= before).all())
    True
    """
    hazard = state.parameters.leaving
    trust, satisfaction = state.beyond_rest()
    logit = (
        hazard.base
        + state.frailty
        + state.choice * (hazard.rivals + hazard.trust * trust + hazard.satisfaction * satisfaction)
        + hazard.newcomer * ((state.joined > 0) & (month - state.joined < 6))
    )
    state.active = state.active & (rng.random(len(logit)) >= _chance(logit))


def acquisition(state: State, month: int, rng: np.random.Generator) -> None:
    """New customers join, evenly over the months; some are sent by a customer, more often a satisfied one.

    Examples
    --------
    >>> from relmark_helpers.company.state import beginning
    >>> state = beginning(Parameters(), customers=200, months=12, seed=1)
    >>> acquisition(state, 1, np.random.default_rng(1))
    >>> bool(state.active[state.joined == 1].all())
    True
    """
    waiting = np.flatnonzero(state.joined > state.months)
    months_left = state.months - month  # nobody joins in the last month: each has a first order
    if not months_left:
        return
    new = waiting[: rng.binomial(len(waiting), 1.0 / months_left)]
    sent = new[rng.random(len(new)) < state.parameters.acquisition.referral_share]
    _, satisfaction = state.beyond_rest()
    weight = state.active * np.exp(satisfaction)
    if weight.any():
        state.referrer[sent] = rng.choice(len(weight), len(sent), p=weight / weight.sum())
        state.branch[sent] = state.branch[state.referrer[sent]]
        state.channel[sent] = CHANNELS.index("referral")
    state.joined[new] = month
    state.active[new] = True


def survey_wave(state: State, month: int, rng: np.random.Generator) -> None:
    """Ask part of those who bought in the quarter about their latest order; some answer.

    Examples
    --------
    >>> from relmark_helpers.company.state import beginning
    >>> state = beginning(Parameters(), customers=200, months=12, seed=1)
    >>> purchases(state, 3, np.random.default_rng(1))
    >>> disconfirmation(state, 3, np.random.default_rng(1))
    >>> survey_wave(state, 3, np.random.default_rng(1))
    >>> bool((state.last_month[state.invitations[0]["customer"]] == 3).all())
    True
    """
    survey, levels = state.parameters.survey, state.parameters.levels
    if month % survey.every_months:
        return
    recent = (state.last_month > month - survey.every_months) & (state.last_order != NEVER)
    invited = recent & state.consent & (rng.random(len(recent)) < survey.invited_share)
    age = state.parameters.first_year + (month - 1) // 12 - state.birth_year
    logit = (
        survey.answering
        + np.array(survey.answering_method)[state.method]
        + survey.answering_trust * (state.trust - levels.trust)
        + survey.answering_age * (age - 45) / 10
    )
    answered = invited & (rng.random(len(recent)) < _chance(logit))
    who = np.flatnonzero(invited)
    state.invitations.append(
        {
            "customer": who,
            "order": state.last_order[who],
            "month": np.full(len(who), month),
            "wave": np.full(len(who), month // survey.every_months),
            "method": state.method[who],
            "answered": answered[who].astype(np.int64),
        }
    )
    state.latents.append(
        {name: values[answered] for name, values in state.latest.items()} | {"trust": state.trust[answered]}
    )


Step = Callable[[State, int, np.random.Generator], None]
MONTH: tuple[Step, ...] = (purchases, disconfirmation, leaving, acquisition, survey_wave)


def days_in_month(first_year: int, month: int) -> int:
    """Length of a month, counted from 1 in January of ``first_year``.

    Parameters
    ----------
    first_year : int
        The year of month 1.
    month : int
        Counted from 1.

    Returns
    -------
    int
        Days.

    Examples
    --------
    >>> days_in_month(2022, 26)
    29
    """
    years, before = divmod(month - 1, 12)
    return calendar.monthrange(first_year + years, before + 1)[1]


def programme(parameters: Parameters, month: int) -> Numbers:
    """Points of performance that the quality programme adds in each branch.

    Parameters
    ----------
    parameters : Parameters
        The numbers of the company.
    month : int
        Counted from 1.

    Returns
    -------
    ndarray
        One number a branch.

    Examples
    --------
    >>> float(programme(Parameters(), 12).sum()), float(programme(Parameters(), 13).sum())
    (0.0, 4.0)
    """
    added = np.zeros(len(BRANCHES))
    if month >= parameters.programme.month:
        added[np.array(parameters.programme.branches) - 1] = parameters.programme.size
    return added


def _chance(logit: Numbers) -> Numbers:
    return 1.0 / (1.0 + np.exp(-logit))
