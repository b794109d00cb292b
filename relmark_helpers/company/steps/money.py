"""Step 10 of a month: what every branch takes in, and what it costs."""

from __future__ import annotations

import numpy as np

from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.month import SHARES, Month

COSTS = (
    "product_cost",
    "contact_cost",
    "complaint_cost",
    "programme_cost",
    "acquisition_cost",
    "staff_cost",
    "fixed_cost",
)
COUNTS = (
    "orders",
    "buyers",
    "newcomers",
    "left",
    "joined",
    "failures",
    "complaints",
    "told_good",
    "told_bad",
)
POINTS = ("points_earned", "points_burned", "points_expired", "points_adjusted")


def money(month: Month) -> None:
    """Charge staff, premises and the complaint desk, and work out the profit of each branch, in fen.

    Parameters
    ----------
    month : Month
        The month.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> months = simulate(customers=300, months=6, seed=1).summary
    >>> bool((months["profit"] == months["revenue"] - months[list(COSTS)].sum(axis=1)).all())
    True
    """
    state, costs, lever = month.state, month.state.parameters.money, month.lever
    heads = state.first_day * SHARES / SHARES.sum()
    staffing = (
        costs.staff * lever.staffing + costs.training * lever.training + costs.rotation * lever.rotation
    )
    desk = costs.complaint_day * lever.complaint_staff / 1000
    zero = np.zeros(len(BRANCHES))
    for name in (*COSTS, *COUNTS, *POINTS, "revenue", "discount"):
        month.sums.setdefault(name, zero.copy())
    month.sums["staff_cost"] = np.rint(100 * staffing * heads)
    month.sums["complaint_cost"] = month.sums["complaint_cost"] + np.rint(100 * desk * heads)
    quality = costs.quality * np.maximum(month.added_quality, 0.0)
    month.sums["fixed_cost"] = np.rint(100 * (costs.premises + quality) * heads)
    month.sums = {name: np.rint(values) for name, values in month.sums.items()}  # whole fen
    month.sums["profit"] = month.sums["revenue"] - sum((month.sums[name] for name in COSTS), zero)
