"""Step 7 of a month: who becomes a customer."""

from __future__ import annotations

import numpy as np

from relmark_helpers.company.beginning import arrive
from relmark_helpers.company.month import SHARES, Month
from relmark_helpers.company.state import NEVER, Array
from relmark_helpers.company.vocabulary import CHANNELS

PART = 65_536  # persons looked at at a time


def acquisition(month: Month) -> None:
    """Win prospects: by reputation, by advertising with diminishing returns, by word of mouth.

    Every person has a threshold; walking in and advertising add up until it is reached. So more advertising
    never brings anybody later.

    Parameters
    ----------
    month : Month
        The month.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> run = simulate(customers=2000, months=12, seed=1)
    >>> 2100 < run.state.count < 2500
    True
    """
    state, numbers, lever = month.state, month.state.parameters.acquisition, month.lever
    budgets = np.array([lever.online_ads, lever.print_ads])
    walk_in = numbers.walk_in * np.exp(numbers.by_reputation * state.house["reputation"])
    by_channel = np.vstack(
        [walk_in, np.tile((numbers.advertising * budgets**numbers.returns)[:, None], len(walk_in))]
    )
    state.house["walked_in"] += by_channel.sum(axis=0)
    town = state.people["town"]
    sent, teller = month.sent
    comes = _reached(state.people, state.house["walked_in"].astype(np.float32))
    comes[sent] = False  # whom a customer sends comes by referral
    came = np.flatnonzero(comes)
    cumulative = np.cumsum(by_channel, axis=0) / by_channel.sum(axis=0)
    drawn = month.luck("acquisition").uniform("channel", came)
    channel = (drawn > cumulative[:, town[came]]).sum(axis=0)
    person = np.concatenate([came, sent])
    begin = state.count
    arrive(
        state,
        person,
        np.concatenate([channel, np.full(len(sent), CHANNELS.index("referral"))]),
        np.concatenate([np.full(len(came), NEVER), teller]),
    )
    new = state.customers.part(begin, state.count)
    month.add("newcomers", new.branch)
    newcomers = np.bincount(new.channel, minlength=len(CHANNELS))
    fen = [0, *(round(100 * budget * state.first_day / 1000) for budget in budgets), 0]
    month.spending = {name: (fen[at], int(newcomers[at])) for at, name in enumerate(CHANNELS)}
    shared = np.floor(sum(fen) * SHARES / SHARES.sum())
    shared[0] += sum(fen) - shared.sum()  # the fen that no share has
    month.sums["acquisition_cost"] = shared


def _reached(people: dict[str, Array], walked_in: Array) -> Array:
    """Who is no customer and has seen enough; part by part, so that what a large market needs stays in the cache."""
    reached: Array = people["slot"] == NEVER
    for begin in range(0, len(reached), PART):
        part = slice(begin, begin + PART)
        reached[part] &= people["threshold"][part] <= walked_in[people["town"][part]]
    return reached
