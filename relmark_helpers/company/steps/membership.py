"""Step 8 of a month: the club - joining, points earned, burned and expired first in first out, tiers."""

from __future__ import annotations

import numpy as np

from relmark_helpers.company.month import Chunk, Month, chance
from relmark_helpers.company.state import Array, Customers, Whole
from relmark_helpers.company.vocabulary import ENTRIES, MEMBERSHIP_EVENTS

DECEMBER = 11


def membership(month: Month, chunk: Chunk) -> None:
    """Let customers join at the till, earn and burn points, and rise; at the year's end points expire.

    Parameters
    ----------
    month : Month
        The month.
    chunk : Chunk
        Some customers, with their orders.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> run = simulate(customers=1000, months=24, seed=1, record="tables")
    >>> balance = np.bincount(run.events["ledger"]["customer"], weights=run.events["ledger"]["points"])
    >>> bool((balance == run.state.customers.lots[: len(balance)].sum(axis=1)).all())
    True
    """
    some = chunk.customers
    new = np.zeros(len(chunk.buyers), dtype=bool)
    if month.lever.club > 0:
        new[_join(month, chunk)] = True
    if not some.tier.any():
        return
    members = np.flatnonzero((some.tier[chunk.buyers] > 0) & some.active[chunk.buyers])
    _earn(month, chunk, members, new)
    _burn(month, chunk, members)
    _rise(month, chunk, chunk.buyers[members], chunk.of_latest(chunk.days, members))
    if month.of_year == DECEMBER:
        _year_ends(month, chunk)
    _goodwill(month, chunk)
    members = np.flatnonzero((some.tier > 0) & some.active)
    reward = month.state.parameters.club.reward
    some.progress[:] = 0.0
    some.progress[members] = balance(some, members) % reward / reward
    money, lever = month.state.parameters.money, month.lever
    benefits = round(100 * (money.social * lever.social + money.structural * lever.structural))
    month.add("programme_cost", some.branch[members], float(benefits))


def _join(month: Month, chunk: Chunk) -> Whole:
    """Better customers join at their latest order: by their own rate and their disposition to trust."""
    some, club, luck = chunk.customers, month.state.parameters.club, month.luck("membership")
    at = np.flatnonzero((some.tier[chunk.buyers] == 0) & some.active[chunk.buyers])
    who = chunk.buyers[at]
    usual = month.state.parameters.buying.monthly_orders
    logit = (
        club.joining
        + club.by_rate * np.log(some.rate[who] / usual)
        + club.by_disposition * (some.disposition[who] - month.state.parameters.levels.trust)
    )
    if some.treated.any():
        pull = np.array([0.0, *(each.club_pull for each in month.state.parameters.campaigns)])
        logit += pull[some.treated[who]]
    joins = luck.uniform("joins", some.person[who]) < chance(logit) * month.lever.club
    who, at = who[joins], at[joins]
    some.tier[who] = 1
    month.add("joined", some.branch[who])
    _event(month, chunk, who, chunk.of_latest(chunk.days, at), "joined")
    joined: Whole = at
    return joined


def _earn(month: Month, chunk: Chunk, members: Whole, new: Array) -> None:
    """Points for every order of a member, for those who have just joined from that order on."""
    some, club = chunk.customers, month.state.parameters.club
    of_member = np.zeros(len(chunk.buyers), dtype=bool)
    of_member[members] = True
    latest = np.zeros(len(chunk.order_of), dtype=bool)
    latest[chunk.latest - chunk.orders_before] = True
    orders = np.flatnonzero(of_member[chunk.order_of] & (latest | ~new[chunk.order_of]))
    buyer = chunk.order_of[orders]
    tier = some.tier[chunk.buyers[buyer]] - 1
    rate = month.lever.points * np.array(club.earning)[tier] / 100
    points = np.floor(chunk.spent[orders] * rate).astype(np.int64)
    total = np.bincount(buyer, weights=points, minlength=len(chunk.buyers)).astype(np.int32)[members]
    who = chunk.buyers[members]
    some.lots[who, 0] += total
    some.year_points[who] += total
    month.add("points_earned", some.branch[who], total)
    if month.tables:
        _entry(
            month,
            chunk,
            chunk.buyers[buyer],
            chunk.days[orders],
            "earn",
            points,
            orders + chunk.orders_before,
        )


def _burn(month: Month, chunk: Chunk, members: Whole) -> None:
    """Rewards taken at the latest order: whole ones, for no more than half of what it cost."""
    some, club, lever = chunk.customers, month.state.parameters.club, month.lever
    who = chunk.buyers[members]
    worth = 100 * club.reward * lever.point_value
    paid = chunk.of_latest(chunk.spent, members)
    rewards = balance(some, who) // club.reward
    rewards = np.minimum(rewards, (paid / 2 // max(worth, 1)).astype(np.int64))
    could = np.flatnonzero(rewards)
    takes = could[month.luck("membership").uniform("burns", some.person[who[could]]) < club.burning]
    who, members = who[takes], members[takes]
    points = rewards[takes] * club.reward
    take_points(some, who, points)
    month.add("points_burned", some.branch[who], points)
    month.add("programme_cost", some.branch[who], np.rint(points * (100 * lever.point_value)))
    if month.tables:
        _entry(
            month, chunk, who, chunk.of_latest(chunk.days, members), "burn", -points, chunk.latest[members]
        )


def balance(some: Customers, who: Whole) -> Array:
    """Give the points that some customers have.

    Parameters
    ----------
    some : Customers
        Some customers.
    who : ndarray of int
        Whose points.

    Returns
    -------
    ndarray of int

    Examples
    --------
    >>> some = Customers.none(2)
    >>> some.lots[1] = 100, 50, 20
    >>> balance(some, np.array([1]))
    array([170], dtype=int32)
    """
    lots = some.lots[who]
    found: Array = lots[:, 0] + lots[:, 1] + lots[:, 2]  # of so few columns faster than a sum over an axis
    return found


def take_points(some: Customers, who: Whole, points: Array) -> None:
    """Take points away, the oldest first.

    Parameters
    ----------
    some : Customers
        Some customers.
    who : ndarray of int
        Whose points.
    points : ndarray of int
        How many of each; no more than there are.

    Examples
    --------
    >>> some = Customers.none(1)
    >>> some.lots[0] = 100, 50, 20
    >>> take_points(some, np.array([0]), np.array([60]))
    >>> some.lots[0]
    array([100,  10,   0], dtype=int32)
    """
    left = points.copy()
    for lot in (2, 1, 0):
        taken = np.minimum(left, some.lots[who, lot])
        some.lots[who, lot] -= taken.astype(np.int32)
        left = left - taken


def _rise(month: Month, chunk: Chunk, who: Whole, day: Whole) -> None:
    """A higher tier as soon as the year's points are reached."""
    some = chunk.customers
    tier = _tier(month, some.year_points[who])
    up = tier > some.tier[who]
    some.tier[who[up]] = tier[up]
    _event(month, chunk, who[up], day[up], "up")


def _tier(month: Month, points: Array) -> Array:
    return np.where(points >= month.lever.gold_at, 3, np.where(points >= month.lever.silver_at, 2, 1)).astype(
        np.int8
    )


def _year_ends(month: Month, chunk: Chunk) -> None:
    """Old points expire, the others grow a year older; tiers are set by the year's points."""
    some = chunk.customers
    members = np.flatnonzero(some.tier > 0)
    last_day = np.full(len(members), month.days - 1)
    oldest = int(month.lever.expiry_years) - 1
    expired = some.lots[members, oldest:].sum(axis=1)
    has = np.flatnonzero(expired > 0)
    month.add("points_expired", some.branch[members], expired)
    _entry(month, chunk, members[has], last_day[has], "expire", -expired[has])
    some.lots[members, oldest:] = 0
    some.lots[members, 1:] = some.lots[members, :-1]
    some.lots[members, 0] = 0
    tier = _tier(month, some.year_points[members])
    down = (tier < some.tier[members]) & some.active[members]
    some.tier[members[down]] = tier[down]
    _event(month, chunk, members[down], last_day[down], "down")
    some.year_points[members] = 0


def _goodwill(month: Month, chunk: Chunk) -> None:
    """Some members who complained are given points."""
    some, club = chunk.customers, month.state.parameters.club
    for part in month.noted.get("complaints", []):
        mine = (part["customer"] >= chunk.begin) & (part["customer"] < chunk.begin + len(some.person))
        who = part["customer"][mine] - chunk.begin
        given = month.luck("membership").uniform("goodwill", some.person[who]) < club.goodwill_share
        who = who[given & (some.tier[who] > 0) & some.active[who]]
        some.lots[who, 0] += club.goodwill
        month.add("points_adjusted", some.branch[who], float(club.goodwill))
        points = np.full(len(who), club.goodwill)
        _entry(month, chunk, who, np.full(len(who), month.days - 1), "adjust", points)


def _event(month: Month, chunk: Chunk, who: Whole, day: Whole, event: str) -> None:
    if month.tables:
        kind = np.full(len(who), MEMBERSHIP_EVENTS.index(event))
        tier = chunk.customers.tier[who].astype(np.int64) - 1
        month.note("memberships", customer=chunk.slots(who), day=day, event=kind, tier=tier)


def _entry(
    month: Month, chunk: Chunk, who: Whole, day: Whole, kind: str, points: Array, order: Array | None = None
) -> None:
    if month.tables:
        month.note(
            "ledger",
            customer=chunk.slots(who),
            day=day,
            kind=np.full(len(who), ENTRIES.index(kind)),
            points=points.astype(np.int64),
            order=np.full(len(who), -1) if order is None else order,
        )
