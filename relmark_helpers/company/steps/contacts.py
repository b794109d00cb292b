"""Step 1 of a month: contacts, those that the company sends and those around an order."""

from __future__ import annotations

import numpy as np

from relmark_helpers.company.month import Chunk, Month, turns
from relmark_helpers.company.parameters.service import Shares
from relmark_helpers.company.state import NEVER, Array, Whole
from relmark_helpers.company.vocabulary import (
    DIRECTIONS,
    PHASES,
)


def campaigns(month: Month) -> None:
    """Draw who is in the experiment of a campaign that starts, and who of them is treated; end those that are over.

    Parameters
    ----------
    month : Month
        The month.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> run = simulate(customers=200, months=7, seed=1, record="tables")
    >>> sorted(set(run.events["assignments"]["treated"].tolist()))
    [0, 1]
    """
    state = month.state
    customers = state.customers.part(0, state.count)
    for number, campaign in enumerate(state.parameters.campaigns):
        if month.number == campaign.month + campaign.months:
            customers.treated[customers.treated == number + 1] = 0
        if month.number == campaign.month:
            luck = month.luck(f"campaign {number}")
            drawn = luck.uniform("in the experiment", customers.person) < campaign.share_reached
            slots = np.flatnonzero(drawn & customers.active & customers.consent)
            treated = luck.uniform("treated", customers.person[slots]) < campaign.share_treated
            customers.treated[slots[treated]] = number + 1
            month.add("contact_cost", customers.branch[slots[treated]], float(campaign.cost_fen))
            if month.tables:
                columns = {
                    "campaign": np.full(len(slots), number),
                    "customer": slots,
                    "treated": treated.astype(int),
                }
                month.note("assignments", **columns)


def contacts(month: Month, chunk: Chunk) -> None:
    """Send messages under the contact plan: each good, bad or unnoticed; fatigue rises and decays.

    Parameters
    ----------
    month : Month
        The month.
    chunk : Chunk
        Some customers.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> from relmark_helpers.company.policy import Policy
    >>> silent = simulate(policy=Policy(contacts=0, aftercare=0), customers=200, months=6, seed=1)
    >>> float(silent.state.customers.fatigue.max())
    0.0
    """
    some, numbers, luck = chunk.customers, month.state.parameters.contacts, month.luck("contacts")
    some.fatigue *= np.float32(numbers.fatigue_stays)
    some.mood *= np.float32(numbers.mood_stays)
    agreed = np.flatnonzero(some.active & some.consent)
    count = np.floor(luck.uniform("sent", some.person[agreed]) + month.lever.contacts).astype(np.int64)
    sent = np.flatnonzero(count)
    who, count = agreed[sent], count[sent]
    if not len(who):
        return
    tired = np.maximum(some.fatigue[who] - numbers.comfortable, 0.0)
    felt = _felt(
        month, luck.uniform("felt", some.person[who]), some.branch[who], numbers.bad_by_fatigue * tired
    )
    _leave_behind(month, chunk, who, felt)
    some.fatigue[who] += count.astype(np.float32)
    cost = 100 * month.state.parameters.money.message
    month.add("contact_cost", some.branch[who], count * cost)
    if month.tables:
        of = np.repeat(np.arange(len(who)), count)
        nothing, no_order = np.zeros(len(of), dtype=np.int64), np.full(len(of), NEVER)
        when = (nothing, nothing + month.days)
        _note(
            month,
            chunk,
            "sent",
            who[of],
            felt[of],
            no_order,
            when,
            nothing,
            nothing + round(cost),
            turns(count, of),
        )


def order_contacts(month: Month, chunk: Chunk) -> None:
    """Contacts of those who buy: advice before, delivery and installation during, care after.

    Parameters
    ----------
    month : Month
        The month.
    chunk : Chunk
        Some customers, with their orders.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> from relmark_helpers.company.policy import Policy
    >>> run = simulate(policy=Policy(contacts=0), customers=200, months=6, seed=1, record="tables")
    >>> bool((run.events["contacts"]["order"] >= 0).all())
    True
    """
    some, numbers, luck = chunk.customers, month.state.parameters.contacts, month.luck("order contacts")
    person = some.person[chunk.buyers]
    for phase, share in zip(PHASES, (numbers.advice, numbers.delivery, month.lever.aftercare), strict=True):
        happens, how, long = luck.uniforms(phase, person, 3)
        has = np.flatnonzero(happens < share)
        who = chunk.buyers[has]
        felt = _felt(month, how[has], some.branch[who], 0.0)
        _leave_behind(month, chunk, who, felt)
        minutes = (3 + 20 * long[has] ** 2).astype(np.int64)
        cost = minutes * round(100 * month.state.parameters.money.minute)
        month.add("contact_cost", some.branch[who], cost)
        if month.tables:
            day = chunk.of_latest(chunk.days, has)
            when = (0 * day, day + 1) if phase == "before" else (day, 0 * day + month.days)
            _note(month, chunk, phase, who, felt, chunk.latest[has], when, minutes, cost)


def _felt(month: Month, drawn: Array, branch: Array, worse: Array | float) -> Whole:
    """1 good, -1 bad, 0 neither: one draw, so that a better service never makes a contact worse."""
    numbers, service = month.state.parameters.contacts, month.service_above_rest()[branch]
    bad = drawn < numbers.bad - numbers.by_service * service + worse
    good = drawn > 1.0 - (numbers.good + numbers.by_service * service)
    felt: Whole = good.astype(np.int64) - bad
    return felt


def _leave_behind(month: Month, chunk: Chunk, who: Whole, felt: Whole) -> None:
    numbers, some = month.state.parameters.contacts, chunk.customers
    noticed = np.flatnonzero(felt)
    who, good = who[noticed], felt[noticed] > 0
    some.trust[who] += np.where(good, numbers.good_trust, -numbers.bad_trust)
    some.mood[who] += np.where(good, np.float32(numbers.good_mood), np.float32(-numbers.bad_mood))


def _note(
    month: Month,
    chunk: Chunk,
    what: str,
    who: Whole,
    felt: Whole,
    order: Whole,
    when: tuple[Whole, Whole],
    minutes: Whole,
    cost: Whole,
    turn: Whole | int = 0,
) -> None:
    """Keep what a table says of contacts: on a day from the first to before the second, how, and the rating."""
    numbers, luck = month.state.parameters.contacts, month.luck(f"contact records {what}")
    shares: Shares = getattr(numbers, what)
    person = chunk.customers.person[who]
    department, channel, variable = (
        luck.choice(name, person, share, turn)
        for name, share in zip(("department", "channel", "variable"), shares, strict=True)
    )
    level, by_quality, scatter = numbers.rating
    ticked = level + by_quality * felt + scatter * luck.normal("rating", person, 1, turn)[0]
    asked = luck.uniform("asked", person, turn) < numbers.rated
    first, end = when
    phase = "after" if what == "sent" else what
    month.note(
        "contacts",
        customer=chunk.slots(who),
        order=order,
        day=(first + np.floor((end - first) * luck.uniform("day", person, turn))).astype(np.int64),
        direction=np.full(len(who), DIRECTIONS.index("outbound" if phase == "after" else "inbound")),
        channel=channel,
        department=department,
        phase=np.full(len(who), PHASES.index(phase)),
        variable=variable,
        minutes=minutes,
        cost=cost,
        rating=np.where(asked, np.clip(np.rint(ticked), 1, 5), 0).astype(np.int64),
    )
