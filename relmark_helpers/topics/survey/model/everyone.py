"""The truth that no survey has: what everybody who was invited felt, those who did not answer included.

Meridian Home is simulated, so the months that made its tables can be run again, and everybody's feeling read.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from relmark_helpers.company.engine import months
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.state import State
from relmark_helpers.company.vocabulary import METHODS
from relmark_helpers.tables import columns, numbers

MONTHS = 36
AGE_GROUPS = ("under 35", "35 to 44", "45 to 54", "55 and over")
AGE_BOUNDS = (0, 35, 45, 55, 200)


def everyone_invited() -> pd.DataFrame:
    """Everybody who was invited to the survey in the three years, with what they felt. Takes a second or two.

    Returns
    -------
    DataFrame
        A row an invitation, in the order of ``survey_invitations``: customer_id, wave, method, answered,
        satisfaction and trust as felt (points), branch_id, age, age_group, promoter and detractor (the chance
        of such an answer).

    Examples
    --------
    >>> list(everyone_invited().columns[:5])
    ['customer_id', 'wave', 'method', 'answered', 'satisfaction']
    """
    return _everyone().copy()


@cache
def _everyone() -> pd.DataFrame:
    quarter = Parameters().survey.every_months
    waves = [_wave(state) for state in months(months=MONTHS) if state.month % quarter == 0]
    return pd.concat(waves, ignore_index=True)


def _wave(state: State) -> pd.DataFrame:
    """Those invited at the end of a quarter, as they are at that moment."""
    from scipy.stats import norm

    asked, customers = state.events["invitations"], state.customers
    who = asked["customer"]
    satisfaction, trust = customers.overall[who].astype(float), customers.trust[who].astype(float)
    levels, (level, by_satisfaction, by_trust, spread) = state.parameters.levels, state.parameters.loyalty.nps
    mix = (
        level
        + by_satisfaction * (satisfaction - levels.overall_satisfaction)
        + by_trust * (trust - levels.trust)
    )
    age = state.parameters.first_year + (state.month - 1) // 12 - customers.birth_year[who].astype(int)
    return pd.DataFrame(
        {
            "customer_id": who + 1,
            "wave": asked["wave"],
            "method": np.array(METHODS)[asked["method"]],
            "answered": asked["answered"].astype(bool),
            "satisfaction": satisfaction,
            "trust": trust,
            "branch_id": customers.branch[who].astype(int) + 1,
            "age": age,
            "age_group": age_groups(pd.Series(age)).to_numpy(),
            # answers are rounded: 8.5 and more become 9 or 10, less than 6.5 become 0 to 6
            "promoter": norm.sf((8.5 - mix) / spread),
            "detractor": norm.cdf((6.5 - mix) / spread),
        }
    )


def age_groups(ages: pd.Series) -> pd.Series:
    """Four age groups.

    Parameters
    ----------
    ages : Series
        Years.

    Returns
    -------
    Series of str

    Examples
    --------
    >>> age_groups(pd.Series([20, 35, 70])).tolist()
    ['under 35', '35 to 44', '55 and over']
    """
    return pd.cut(
        numbers(ages, "The ages", gaps=False, low=0), AGE_BOUNDS, labels=list(AGE_GROUPS), right=False
    ).astype(str)


def customers_of_a_year(everyone: pd.DataFrame, waves: range = range(9, 13)) -> pd.DataFrame:
    """Each customer once, as at the last invitation within some waves: the people a survey is meant to speak of.

    Parameters
    ----------
    everyone : DataFrame
        As :func:`everyone_invited` gives.
    waves : range
        Which waves.

    Returns
    -------
    DataFrame
        Columns customer_id, satisfaction, branch_id, age.

    Examples
    --------
    >>> rows = {"customer_id": [1, 1], "wave": [9, 10], "satisfaction": [4.0, 5.0], "branch_id": 1, "age": 40}
    >>> customers_of_a_year(pd.DataFrame(rows))["satisfaction"].tolist()
    [5.0]
    """
    everyone = columns(
        everyone,
        ("customer_id", "branch_id"),
        "The table of everyone",
        number=("wave", "satisfaction", "age"),
    )
    everyone = everyone.sort_values("wave", kind="stable")
    year = everyone[everyone["wave"].isin(list(waves))].drop_duplicates("customer_id", keep="last")
    return year[["customer_id", "satisfaction", "branch_id", "age"]].reset_index(drop=True)
