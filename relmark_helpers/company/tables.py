"""From a run to the relational tables of ``datasets/``."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from relmark_helpers.company.catalogue import BRANCHES, CATEGORIES, PRODUCTS
from relmark_helpers.company.engine import Run
from relmark_helpers.company.schema import TABLES
from relmark_helpers.company.state import (
    CHANNELS,
    CONSTRUCTS,
    METHODS,
    NEVER,
    SEGMENTS,
    Numbers,
    Whole,
    stream,
)
from relmark_helpers.company.steps import ORDER_CHANNELS
from relmark_helpers.company.truth import truth
from relmark_helpers.company.wording import ITEMS

Dates = NDArray[np.datetime64]


def tables(run: Run) -> dict[str, pd.DataFrame]:
    """Turn a run into its tables.

    Parameters
    ----------
    run : Run
        What :func:`engine.simulate` gave.

    Returns
    -------
    dict of DataFrame
        By table name, in the order and with the types of :data:`schema.TABLES`.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> made = tables(simulate(customers=200, months=6, seed=1))
    >>> list(made)[:4]
    ['branches', 'customers', 'products', 'orders']
    """
    surveys = _surveys(run)
    made = {
        "branches": _branches(),
        "customers": _customers(run),
        "products": _products(),
        "orders": _orders(run),
        "order_lines": _order_lines(run),
        "survey_invitations": _invitations(run),
        "surveys": surveys,
        "truth": truth(run, surveys),
    }
    return {name: frame.astype(TABLES[name].types(but_text=True)) for name, frame in made.items()}


def month_start(run: Run, month: Whole) -> Dates:
    """First day of each month, counted from 1.

    Parameters
    ----------
    run : Run
        Whose calendar counts.
    month : ndarray of int
        Months from 1; 0 and below lie before the start.

    Returns
    -------
    ndarray of datetime64[D]

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> print(month_start(simulate(customers=100, months=6), np.array([1, 14])))
    ['2022-01-01' '2023-02-01']
    """
    first = np.datetime64(str(run.parameters.first_year), "M")
    return (first + (month - 1)).astype("datetime64[D]")


def _branches() -> pd.DataFrame:
    frame = pd.DataFrame(BRANCHES).drop(columns=["share", "quality", "information"])
    frame.insert(0, "branch_id", np.arange(1, len(frame) + 1))
    return frame


def _products() -> pd.DataFrame:
    frame = pd.DataFrame(PRODUCTS)
    frame.insert(0, "product_id", np.arange(1, len(frame) + 1))
    return frame


def _customers(run: Run) -> pd.DataFrame:
    state, rng = run.state, stream(run.seed, "customer records")
    joined = _joined(run, rng)
    right = rng.random(run.customers) < run.parameters.acquisition.crm_hit_rate
    other = (state.segment + rng.integers(1, len(SEGMENTS), run.customers)) % len(SEGMENTS)
    referrer = pd.array(state.referrer + 1, dtype="Int64")
    referrer[state.referrer == NEVER] = pd.NA
    return pd.DataFrame(
        {
            "customer_id": np.arange(1, run.customers + 1),
            "joined": joined,
            "birth_year": state.birth_year,
            "branch_id": state.branch + 1,
            "crm_segment": np.array(SEGMENTS)[np.where(right, state.segment, other)],
            "channel": np.array(CHANNELS)[state.channel],
            "referred_by": referrer,
            "consent": state.consent,
        }
    )


def _joined(run: Run, rng: np.random.Generator) -> Dates:
    """The day of registration: in the month of joining, or in the years before, after the branch opened."""
    state = run.state
    start = np.datetime64(f"{run.parameters.first_year}-01-01")
    opened = np.array([each.opened for each in BRANCHES], dtype="datetime64[D]")[state.branch]
    earliest = np.maximum(opened, start - 5 * 365)
    span = (start - earliest).astype(np.int64)
    before = start - 1 - np.floor(span * rng.beta(1.0, 1.4, run.customers)).astype(np.int64)
    first = month_start(run, state.joined)
    length = (month_start(run, state.joined + 1) - first).astype(np.int64)
    during = first + np.floor(length * rng.random(run.customers)).astype(np.int64)
    return np.where(state.joined == 0, np.maximum(before, earliest), during)


def _orders(run: Run) -> pd.DataFrame:
    orders = run.orders
    return pd.DataFrame(
        {
            "order_id": np.arange(1, len(orders["customer"]) + 1),
            "customer_id": orders["customer"] + 1,
            "branch_id": orders["branch"] + 1,
            "ordered_on": month_start(run, orders["month"]) + orders["day"],
            "channel": np.array(ORDER_CHANNELS)[orders["channel"]],
        }
    )


def _order_lines(run: Run) -> pd.DataFrame:
    orders, rng = run.orders, stream(run.seed, "order lines")
    count = len(orders["customer"])
    lines = 1 + rng.choice(3, count, p=run.parameters.buying.extra_lines)
    order = np.repeat(np.arange(count), lines)
    number = 1 + np.arange(len(order)) - np.repeat(np.cumsum(lines) - lines, lines)
    product = _chosen_products(orders["category"][order], rng)
    price = np.array([each.list_price for each in PRODUCTS])[product]
    quantity = 1 + (rng.random(len(order)) < np.where(price < 300, 0.15, 0.02))
    value_seeker = run.state.segment[orders["customer"][order]] == SEGMENTS.index("value_seeker")
    on_offer = rng.random(len(order)) < np.where(value_seeker, 0.45, 0.25)
    share_off = np.where(on_offer, rng.choice((0.05, 0.10, 0.15), len(order)), 0.0)
    discount = np.round(quantity * price * share_off, 2)
    return pd.DataFrame(
        {
            "order_id": order + 1,
            "line_number": number,
            "product_id": product + 1,
            "quantity": quantity,
            "price_paid": np.round(quantity * price - discount, 2),
            "discount": discount,
        }
    )


def _chosen_products(category: Whole, rng: np.random.Generator) -> Whole:
    """A product of each line's category; cheap ones are bought more often than dear ones."""
    of_category = np.array([CATEGORIES.index(each.category) for each in PRODUCTS])
    weight = np.array([each.list_price for each in PRODUCTS]) ** -0.5
    drawn = rng.random(len(category))
    product = np.zeros(len(category), dtype=np.int64)
    for number in range(len(CATEGORIES)):
        members = np.flatnonzero(of_category == number)
        cumulative = np.cumsum(weight[members] / weight[members].sum())
        mine = category == number
        product[mine] = members[np.minimum(np.searchsorted(cumulative, drawn[mine]), len(members) - 1)]
    return product


def _invitations(run: Run) -> pd.DataFrame:
    invited = run.invitations
    return pd.DataFrame(
        {
            "invitation_id": np.arange(1, len(invited["customer"]) + 1),
            "customer_id": invited["customer"] + 1,
            "order_id": invited["order"] + 1,
            "invited_on": month_start(run, invited["month"] + 1) - 1,
            "wave": invited["wave"],
            "method": np.array(METHODS)[invited["method"]],
            "answered": invited["answered"].astype(bool),
        }
    )


def _surveys(run: Run) -> pd.DataFrame:
    rng = stream(run.seed, "survey answers")
    invitations = _invitations(run)
    answered = invitations[invitations["answered"]]
    slowest = answered["method"].map({"email": 11, "telephone": 4, "in_store_card": 15}).to_numpy()
    days = np.floor(slowest * rng.random(len(answered))).astype(np.int64)
    frame = pd.DataFrame(
        {
            "survey_id": np.arange(1, len(answered) + 1),
            "invitation_id": answered["invitation_id"].to_numpy(),
            "customer_id": answered["customer_id"].to_numpy(),
            "order_id": answered["order_id"].to_numpy(),
            "answered_on": answered["invited_on"].to_numpy() + days.astype("timedelta64[D]"),
        }
    )
    answers = {name: _answer(name, felt, spread, run, rng) for name, (felt, spread) in _felt(run).items()}
    return pd.concat([frame, pd.DataFrame(answers)], axis=1)


def _felt(run: Run) -> dict[str, tuple[Numbers, float]]:
    """What each question is about, one latent or a mix of them, and how far answers scatter around it."""
    latents, loyalty, levels = run.survey_latents, run.parameters.loyalty, run.parameters.levels
    item = run.parameters.spreads.item
    beyond = {name: latents[name].to_numpy() - getattr(levels, name) for name in CONSTRUCTS}
    felt = {f"{name}_{each}": (latents[name].to_numpy(), item) for name in CONSTRUCTS for each in (1, 2, 3)}
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


def _answer(name: str, felt: Numbers, spread: float, run: Run, rng: np.random.Generator) -> pd.Series:
    """What is ticked: felt plus the answer's scatter, a whole number on the scale, sometimes left out."""
    item = ITEMS[name]
    ticked = np.clip(np.rint(felt + spread * rng.standard_normal(len(felt))), item.low, item.high)
    if item.reversed:
        ticked = 8 - ticked
    left_out = rng.random(len(felt)) < run.parameters.survey.missing_share
    return pd.Series(np.where(left_out, np.nan, ticked)).astype("Int8")
