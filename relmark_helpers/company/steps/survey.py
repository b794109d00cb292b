"""After a quarter's last month: who is asked about the latest order, who answers, and what is ticked."""

from __future__ import annotations

import numpy as np

from relmark_helpers.company.month import Month, chance
from relmark_helpers.company.state import NEVER, Array, Numbers, State, Whole
from relmark_helpers.company.vocabulary import CONSTRUCTS, EXPERIENCE
from relmark_helpers.company.wording.survey import ITEMS

MISSING = -1  # an answer left out


def survey_wave(month: Month) -> None:
    """Ask part of those who bought in the quarter about their latest order; some answer.

    Parameters
    ----------
    month : Month
        The month; nothing happens but at the end of a quarter, and where tables are asked for.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> run = simulate(customers=500, months=6, seed=1, record="tables")
    >>> bool(0.3 < run.events["invitations"]["answered"].mean() < 0.6)
    True
    """
    state, survey = month.state, month.state.parameters.survey
    if month.number % survey.every_months or not month.tables:
        return
    some, luck = state.customers.part(0, state.count), month.luck("survey")
    recent = (
        some.consent & (some.last_month > month.number - survey.every_months) & (some.last_order != NEVER)
    )
    who = np.flatnonzero(recent & (luck.uniform("invited", some.person) < survey.invited_share))
    age = state.parameters.first_year + (month.number - 1) // 12 - some.birth_year[who].astype(float)
    logit = (
        survey.answering
        + np.array(survey.answering_method)[some.method[who]]
        + survey.answering_trust * (some.trust[who] - state.parameters.levels.trust)
        + survey.answering_age * (age - 45) / 10
    )
    answers = luck.uniform("answers", some.person[who]) < chance(logit)
    wave = np.full(len(who), month.number // survey.every_months)
    columns = {"customer": who, "order": some.last_order[who], "wave": wave}
    columns |= {"method": some.method[who].astype(np.int64), "answered": answers.astype(np.int64)}
    month.note("invitations", **columns, person=some.person[who].astype(np.int64))
    _answers(month, who[answers], np.flatnonzero(answers))


def _answers(month: Month, who: Whole, invitation: Whole) -> None:
    """The factors behind the answers, and the answers: felt plus scatter, a whole number on the scale."""
    state, luck = month.state, month.luck("survey answers")
    some = state.customers
    person = some.person[who].astype(np.int64)
    latents = {name: some.latest[who, at].astype(float) for at, name in enumerate(EXPERIENCE[:-1])}
    latents |= {"overall_satisfaction": some.overall[who].astype(float), "trust": some.trust[who].copy()}
    ticked: dict[str, Array] = {}
    for name, (felt, spread) in _felt(state, latents).items():
        item = ITEMS[name]
        answer = np.clip(np.rint(felt + spread * luck.normal(name, person)[0]), item.low, item.high)
        answer = 8 - answer if item.reversed else answer
        left_out = luck.uniform(f"{name} left out", person) < state.parameters.survey.missing_share
        ticked[name] = np.where(left_out, MISSING, answer).astype(np.int64)
    month.note(
        "surveys",
        customer=who,
        order=some.last_order[who],
        invitation=invitation,
        problem=some.problem[who].astype(np.int64),
        person=person,
        **ticked,
        **{f"felt_{name}": values for name, values in latents.items()},
    )
    state.moments = state.moments + _moments(latents, ticked)


def _felt(state: State, latents: dict[str, Numbers]) -> dict[str, tuple[Numbers, float]]:
    """What each question is about, one latent or a mix of them, and how far answers scatter around it."""
    loyalty, levels = state.parameters.loyalty, state.parameters.levels
    item = state.parameters.spreads.item
    beyond = {name: latents[name] - getattr(levels, name) for name in CONSTRUCTS}
    felt = {f"{name}_{each}": (latents[name], item) for name in CONSTRUCTS for each in (1, 2, 3)}
    mixes = {
        "loyalty_initiative": loyalty.initiative,
        "loyalty_repurchase": loyalty.repurchase,
        "loyalty_recommendation": loyalty.recommendation,
        "loyalty_resistance": loyalty.resistance,
        "nps": loyalty.nps,
        "csat": loyalty.csat,
    }
    for name, (level, by_satisfaction, by_trust, spread) in mixes.items():
        mix = level + by_satisfaction * beyond["overall_satisfaction"] + by_trust * beyond["trust"]
        felt[name] = (mix, spread)
    level, by_performance, by_information, spread = loyalty.ces
    ease = (
        level + by_performance * beyond["performance"] + by_information * beyond["information_satisfaction"]
    )
    return felt | {"ces": (ease, spread)}


def _moments(latents: dict[str, Numbers], ticked: dict[str, Array]) -> Numbers:
    """Sums of products of 1, the nine factors and the nine scores: what the table ``truth`` is worked out from."""
    scores = []
    for name in CONSTRUCTS:
        items = np.array([ticked[f"{name}_{each}"] for each in (1, 2, 3)], dtype=float)
        items[items == MISSING] = np.nan
        turned = np.array([ITEMS[f"{name}_{each}"].reversed for each in (1, 2, 3)])
        items[turned] = 8 - items[turned]
        answered = np.maximum((~np.isnan(items)).sum(axis=0), 1)
        scores.append(np.where(np.isnan(items).all(axis=0), np.nan, np.nansum(items, axis=0) / answered))
    rows = np.array([np.ones(len(scores[0])), *latents.values(), *scores])
    whole = rows[:, ~np.isnan(rows).any(axis=0)]
    found: Numbers = whole @ whole.T
    return found
