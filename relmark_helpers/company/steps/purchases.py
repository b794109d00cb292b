"""Step 2 of a month: orders, and the lines of each."""

from __future__ import annotations

import numpy as np

from relmark_helpers.company.beginning import STAGES
from relmark_helpers.company.catalogue import CATEGORIES, CATEGORY_SHARES, PRODUCTS
from relmark_helpers.company.luck import pick
from relmark_helpers.company.month import CHOICE, Chunk, Month, turns
from relmark_helpers.company.state import Numbers, Whole
from relmark_helpers.company.vocabulary import SEGMENTS

_CATEGORY = np.array([CATEGORIES.index(each.category) for each in PRODUCTS])
_PRICE = np.array([round(100 * each.list_price) for each in PRODUCTS])  # fen
_COST = np.array([round(100 * each.unit_cost) for each in PRODUCTS])
_TWICE = np.where(_PRICE < 30_000, 0.15, 0.02)  # how often two are bought
_WEIGHT = np.array([each.list_price for each in PRODUCTS]) ** -0.5  # cheap ones are bought more often
_OF_CATEGORY = np.bincount(_CATEGORY, weights=_WEIGHT)
# Products stand in the order of their categories: one cumulative sum serves all, from category to category.
_CUMULATIVE = np.cumsum(_WEIGHT / _OF_CATEGORY[_CATEGORY])
_LAST = np.searchsorted(_CATEGORY, np.arange(len(CATEGORIES)), side="right") - 1
# A search that begins near its end: where it stands at each of so many places, no more than one step is left.
_PLACES = 512
_NEAR = np.searchsorted(_CUMULATIVE, np.arange(len(CATEGORIES) * _PLACES + 1) / _PLACES)


def purchases(month: Month, chunk: Chunk) -> None:
    """Draw the orders of the month, by what moves each customer's rate; a newcomer's first is certain.

    The rate is the customer's own, times season, stage, price and offers for the segment, and the exponential
    of ``choice x (trust x (t - 4.2) + satisfaction x (s - 4.7))``, of the club, of a campaign and of fatigue.

    Parameters
    ----------
    month : Month
        The month.
    chunk : Chunk
        Some customers.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> run = simulate(customers=500, months=6, seed=1, record="tables")
    >>> 500 < len(run.events["orders"]["customer"]) < 1500
    True
    """
    some, here, luck = chunk.customers, chunk.present, month.luck("purchases")
    rate = some.rate[here] * np.exp(_log_factor(month, chunk))
    drawn, none = luck.uniform("orders", some.person[here]), np.exp(-rate)
    buys = drawn > none
    if month.number > 1:  # a newcomer's first order
        buys |= some.joined[here] == month.number - 1
    at = np.flatnonzero(buys)
    who = chunk.buyers = here[at]
    chunk.ordered = _poisson(drawn[at], rate[at], none[at], month.state.parameters.buying.most)
    orders = some.orders[who] + chunk.ordered.astype(np.int16)
    some.orders[who] = orders
    trusting = (some.trust[who] >= month.state.parameters.buying.trusting) & (orders >= 3)
    stage = np.where(trusting, 2, orders > 1)
    some.cell[who] += (stage - some.cell[who] % len(STAGES)).astype(np.int16)
    _orders(month, chunk)


def _log_factor(month: Month, chunk: Chunk) -> Numbers:
    """The log of what multiplies each customer's own rate this month."""
    some, here, parameters, lever = chunk.customers, chunk.present, month.state.parameters, month.lever
    buying, levels, club = parameters.buying, parameters.levels, parameters.club
    segment = (
        np.log(lever.price) * np.array(buying.price)
        + (lever.offers * lever.discount - 0.03) * np.array(buying.offers)
        + np.log(buying.season[month.of_year])
    )
    rest = buying.trust * levels.trust + buying.satisfaction * levels.overall_satisfaction
    by_stage = np.log(buying.stage_factor)
    cell = (-rest * CHOICE)[:, None, None] + segment[None, :, None] + by_stage[None, None, :]
    pull = buying.trust * some.trust[here]
    pull += buying.satisfaction * some.satisfaction[here]
    pull *= CHOICE[some.branch[here]]
    pull += cell.reshape(-1)[some.cell[here]]
    if lever.contacts > 0:
        pull -= parameters.contacts.fatigue_orders * np.maximum(
            some.fatigue[here] - parameters.contacts.comfortable, 0
        )
    if some.tier.any():
        pull += np.array([0.0, *(club.orders + more for more in club.by_tier)])[some.tier[here]]
        pull += club.pressure * some.progress[here]
    if some.treated.any():
        uplift = np.array([(0.0,) * len(SEGMENTS), *(each.uplift for each in parameters.campaigns)])
        pull += uplift[some.treated[here], some.segment[here]]
    found: Numbers = pull
    return found


def _poisson(drawn: Numbers, rate: Numbers, none: Numbers, most: int) -> Whole:
    """Poisson numbers from 1, by inversion: a higher rate never means fewer orders for the same luck."""
    count = np.ones(len(drawn), dtype=np.int64)
    term = none * rate
    reached = none + term
    for orders in range(2, most + 1):
        more = drawn > reached
        if not more.any():
            break
        count += more
        term = term * rate / orders
        reached += term
    return count


def _orders(month: Month, chunk: Chunk) -> None:
    """Day, category and channel of each order; then its lines."""
    some, luck = chunk.customers, month.luck("orders")
    buyer = np.repeat(np.arange(len(chunk.buyers)), chunk.ordered)
    first = np.cumsum(chunk.ordered) - chunk.ordered  # order of each buyer
    number = np.arange(len(buyer))
    turn = turns(chunk.ordered, buyer)
    place = chunk.buyers[buyer]
    person = some.person[place]
    when, what = luck.uniforms("order", person, 2, turn)
    day: Whole = np.floor(month.days * when).astype(np.int64)
    category: Whole = pick(what, CATEGORY_SHARES).astype(np.int64)
    first = first.astype(np.intp)  # as reduceat wants it, in the browser too
    latest = np.maximum.reduceat(day * len(day) + number, first) % len(day) if len(day) else number
    chunk.category, chunk.days = category[latest], day
    chunk.orders_before, chunk.order_of = month.order_count, buyer
    chunk.latest = latest + month.order_count
    month.order_count += len(buyer)
    branch = some.branch[place]
    month.add("orders", branch)
    month.add("buyers", some.branch[chunk.buyers])
    if month.tables:
        cumulative = np.cumsum(month.state.parameters.buying.channels, axis=1)[some.segment[place], :-1]
        channel = (luck.uniform("channel", person, turn)[:, None] > cumulative).sum(axis=1)
        month.note(
            "orders",
            customer=chunk.slots(place),
            branch=branch.astype(np.int64),
            day=day,
            category=category,
            channel=channel,
        )
    _lines(month, chunk, person, turn, category, some.segment[place], branch)


def _product(category: Whole, drawn: Numbers) -> Whole:
    """One of the products of each category: the first whose cumulative weight reaches what was drawn."""
    reached = category + drawn
    near = _NEAR[(reached * _PLACES).astype(np.int64)]
    near += _CUMULATIVE[near] < reached
    return np.minimum(near, _LAST[category])


def _lines(
    month: Month, chunk: Chunk, person: Whole, turn: Whole, category: Whole, segment: Whole, branch: Whole
) -> None:
    """What each order is made of; all money in fen."""
    luck, lever, buying = month.luck("order lines"), month.lever, month.state.parameters.buying
    lines = 1 + luck.choice("lines", person, buying.extra_lines, turn).astype(np.int64)
    order = np.repeat(np.arange(len(lines)), lines)
    number = turns(lines, order)
    who, which = person[order], 4 * turn[order] + number
    of, (goods, more, offer, depth) = category[order], luck.uniforms("line", who, 4, which)
    product = _product(of, goods)
    quantity = 1 + (more < _TWICE[product])
    full = quantity * np.rint(_PRICE * lever.price).astype(np.int64)[product]
    on_offer = np.flatnonzero(offer < (lever.offers * np.array(buying.offer_lines))[segment][order])
    depth = lever.discount * (0.5 + 0.5 * np.floor(3 * depth[on_offer]))
    discount = np.zeros(len(full), dtype=np.int64)
    discount[on_offer] = np.rint(full[on_offer] * depth)
    paid = full - discount
    place = branch[order]
    month.add("revenue", place, paid)
    month.add("discount", place, discount)
    month.add("product_cost", place, quantity * _COST[product])
    chunk.spent = np.bincount(order, weights=paid, minlength=len(lines)).astype(np.int64)
    if month.tables:
        month.note(
            "lines",
            order=order + chunk.orders_before,
            line=number + 1,
            product=product,
            quantity=quantity,
            price_paid=paid,
            discount=discount,
        )
