"""Three bonds as three levers: the same people with no club, with points alone, and with each bond added."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

import pandas as pd

from relmark_helpers.topics.membership.model.outcomes import mean_interval
from relmark_helpers.topics.membership.model.programme import Programme, run_programme

BONDS = MappingProxyType(
    {
        "financial": Programme(social=0.0, structural=0.0),
        "social": Programme(social=1.0, structural=0.0),
        "structural": Programme(social=0.0, structural=1.0),
    }
)
"""Points alone; points and full social benefits; points and full structural benefits."""

MEASURES = ("orders", "trust", "kept", "profit")


def bond_effects(seeds: Iterable[int] = range(1, 7), customers: int = 1000) -> pd.DataFrame:
    """What each bond adds, with the same people and the same luck: points against no club, the others against points.

    Parameters
    ----------
    seeds : iterable of int
        One company each, at least two.
    customers : int
        Customers of the first day.

    Returns
    -------
    DataFrame
        A row a bond and measure: bond, measure, effect, low, high (95 %, over seeds). Measures: orders (for
        each customer of the first day, in three years), trust (points, of members who are there in both
        worlds), kept (customers of the first day still there, percentage points), profit (CNY for each customer
        of the first day; points still open are not taken off).

    Examples
    --------
    >>> found = bond_effects(range(1, 3), customers=300)
    >>> found.shape
    (12, 5)
    """
    seen: dict[tuple[str, str], list[float]] = {}
    for seed in seeds:
        none = run_programme(None, seed, customers=customers)
        worlds = {name: run_programme(each, seed, customers=customers) for name, each in BONDS.items()}
        for bond, world in worlds.items():
            base = none if bond == "financial" else worlds["financial"]
            ours, theirs = (run.state.customers for run in (world, base))
            first = slice(0, customers)
            there = ours.active[first] & theirs.active[first] & (ours.tier[first] > 0)
            trust = float((ours.trust[first] - theirs.trust[first])[there].mean())
            orders = float(ours.orders[first].sum() - theirs.orders[first].sum()) / customers
            kept = 100 * float(ours.active[first].mean() - theirs.active[first].mean())
            gain = float(world.summary["profit"].sum() - base.summary["profit"].sum()) / 100 / customers
            for measure, value in zip(MEASURES, (orders, trust, kept, gain), strict=True):
                seen.setdefault((bond, measure), []).append(value)
    rows = [
        dict(zip(("bond", "measure", "effect", "low", "high"), (*key, *mean_interval(values)), strict=True))
        for key, values in seen.items()
    ]
    return pd.DataFrame(rows)
