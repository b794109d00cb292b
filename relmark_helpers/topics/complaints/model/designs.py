"""The recovery paradox as a question of design: one truth as three studies see it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.needs import need_number


def paradox_designs(
    regained: float = 0.8,
    speaking_up: float = 0.8,
    regression: float = 0.5,
    customers: int = 20000,
    rng: np.random.Generator | int = 0,
) -> pd.DataFrame:
    r"""One truth, three studies: within customers, between customers, and both at once; and a twin of each customer.

    Each customer has a level of satisfaction, :math:`T_i \sim N(5, 0.7)`. An answer is
    :math:`T_i + e`, with :math:`e \sim N(0, 0.7)`. A failure takes 1.3 points and handling gives back the share
    ``regained``; after 1 all is as it was. Who complains is drawn: logit :math:`-0.7 + k (T_i - 5)`. Those who
    were asked *before* are kept in the studies with a before if they had been content, the more strictly the
    larger ``regression`` is: their before was partly luck. The study with both compares the change of those who
    complained with the change of customers to whom nothing happened, kept by the same rule.

    Parameters
    ----------
    regained : float
        Share of what the failure took that handling gives back; 1.2 is a paradox, 1 none.
    speaking_up : float
        :math:`k`: how much more a point of satisfaction makes a customer complain rather than leave in silence.
    regression : float
        How choosy the studies with a before are, 0 to 0.9: the share with the lowest answers before that they drop.
    customers : int
        How many had a failure; as many had none.
    rng : numpy Generator or int
        Source of randomness.

    Returns
    -------
    DataFrame
        design (within, between, both, twin), difference (points), low, high (95 %).

    Raises
    ------
    CourseError
        If a number is out of range.

    Examples
    --------
    >>> found = paradox_designs(regained=1.0, speaking_up=0.0, regression=0.0).set_index("design")["difference"]
    >>> bool((found.abs() < 0.06).all())
    True
    """
    need_number(regained, "The share regained", -1, 2)
    need_number(speaking_up, "Speaking up", -5, 5)
    need_number(regression, "The share dropped", 0, 0.9)
    need_number(customers, "The number of customers", 100)
    generator = np.random.default_rng(rng)
    level = generator.normal(5, 0.7, int(customers))
    calm = generator.normal(5, 0.7, int(customers))
    calm_before, others = (calm + generator.normal(0, 0.7, int(customers)) for _ in range(2))
    before = level + generator.normal(0, 0.7, int(customers))
    luck = generator.normal(0, 0.7, int(customers))
    change = 1.3 * (regained - 1)
    speaks = generator.random(int(customers)) < 1 / (1 + np.exp(0.7 - speaking_up * (level - 5)))
    after = level + change + luck
    kept = speaks & (before >= np.quantile(before, regression))
    gaps = (after - before)[kept]
    calm_gaps = (others - calm_before)[calm_before >= np.quantile(calm_before, regression)]
    one, other = after[speaks], others
    twin = (after - (level + luck))[speaks]
    rows = [
        ("within", gaps.mean(), gaps.std() / np.sqrt(len(gaps))),
        ("between", one.mean() - other.mean(), np.sqrt(one.var() / len(one) + other.var() / len(other))),
        (
            "both",
            gaps.mean() - calm_gaps.mean(),
            np.sqrt(gaps.var() / len(gaps) + calm_gaps.var() / len(calm_gaps)),
        ),
        ("twin", twin.mean(), 0.0),
    ]
    return pd.DataFrame(
        [{"design": n, "difference": d, "low": d - 1.96 * s, "high": d + 1.96 * s} for n, d, s in rows]
    )
