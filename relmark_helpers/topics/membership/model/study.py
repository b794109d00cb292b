"""A made-up club in which everything is known, to see when each comparison finds the effect that was put in."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.needs import need_number
from relmark_helpers.topics.membership.model.effect import difference_in_differences, matched, naive

CUSTOMERS = 12_000


def selection_study(
    effect: float = 0.2,
    selection: float = 1.0,
    months_before: int = 6,
    drift: float = 0.0,
    customers: int = CUSTOMERS,
    rng: np.random.Generator | int = 11,
) -> dict[str, float]:
    r"""A club whose members differ from others in their own rate of orders, and perhaps in their trend.

    Each customer has a rate :math:`\lambda_i`, gamma distributed with mean 4 orders a year. They join with
    the chance :math:`\operatorname{logit}^{-1}(-1.5 + s \log(\lambda_i/4))`. Orders before are Poisson at the
    rate; those in the year after at :math:`\lambda_i e^{d m_i} (1 + e\, m_i)`, m = 1 for members.

    Parameters
    ----------
    effect : float
        e, what membership adds to a member's orders, as a share.
    selection : float
        s, how much more likely frequent buyers join.
    months_before : int
        Months of orders known before the club opened, 1 to 36; counts are matched as they are.
    drift : float
        d, by how much members' orders would have grown anyway (log); the others' would not.
    customers : int
        How many.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    dict
        naive, matched, difference in differences, truth: orders a year of a member.

    Examples
    --------
    >>> found = selection_study(selection=0.0)
    >>> abs(found["naive"] - found["truth"]) < 0.3
    True
    """
    need_number(effect, "The effect", 0, 2)
    need_number(selection, "Selection", -3, 3)
    need_number(months_before, "The months before", 1, 36)
    need_number(drift, "The members' own trend", -1, 1)
    generator = np.random.default_rng(rng)
    rate = generator.gamma(1.2, 4 / 1.2, customers)
    member = generator.uniform(size=customers) < 1 / (1 + np.exp(1.5 - selection * np.log(rate / 4 + 1e-9)))
    before = generator.poisson(rate * months_before / 12)
    without = rate * np.exp(drift * member)
    after = generator.poisson(without * (1 + effect * member))
    table = pd.DataFrame({"member": member, "before": before, "after": after})
    yearly = table.assign(
        before=before * 6 / months_before
    )  # half a year, as difference_in_differences wants it
    return {
        "naive": naive(table),
        "matched": matched(table),
        "difference in differences": difference_in_differences(yearly),
        "truth": float((without * effect)[member].mean()),
    }
