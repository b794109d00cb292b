"""All designs that the programme designer can show, run beforehand: a move of a lever looks up a row."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.topics.membership.model.outcomes import against_none
from relmark_helpers.topics.membership.model.programme import RESPONSES, TIERS, Programme

FILE = Path(__file__).parent / "designs.csv"
SEEDS = range(1, 7)
GIVE_BACK = (0.0, 0.01, 0.02, 0.03, 0.04, 0.05)
EXPIRY = (1, 2, 3)
BENEFITS = (0.0, 0.2, 1.0)
DECISIONS = ("response", "give_back", "tiers", "expiry_years", "social", "structural")


def compute_designs(
    decisions: Iterable[tuple[str, float, str, int, float, float]] | None = None,
) -> pd.DataFrame:
    """Run designs against no programme, a company of a thousand customers for each of six seeds.

    All of them take about ten minutes on one processor; ``compute_designs().to_csv(FILE, index=False)`` renews
    the table after a change of the simulation.

    Parameters
    ----------
    decisions : iterable of tuple, optional
        Response, give-back, tiers, years to expiry, social and structural benefits; by default all.

    Returns
    -------
    DataFrame
        The decisions; net_1 to net_6 (CNY, by seed); cost, owed (CNY), orders, members, kept (percentage
        points) on average; anyway (share) in the first of the six companies.

    Examples
    --------
    >>> compute_designs([("flat", 0.02, "as now", 2, 0.2, 0.2)]).shape
    (1, 18)
    """
    every = product(RESPONSES, GIVE_BACK, TIERS, EXPIRY, BENEFITS, BENEFITS)
    rows = []
    for each in every if decisions is None else decisions:
        response, give_back, tiers, expiry_years, social, structural = each
        programme = Programme(give_back, tiers, expiry_years, social, structural)
        runs = against_none(programme, SEEDS, response)
        net = {f"net_{seed}": round(value) for seed, value in zip(runs["seed"], runs["net"], strict=True)}
        means = {name: round(float(runs[name].mean()), 1) for name in ("cost", "owed", "orders", "members")}
        kept = {
            "kept": round(float(runs["kept"].mean()), 2),
            "anyway": round(float(runs["anyway"].iloc[0]), 3),
        }
        rows.append(dict(zip(DECISIONS, each, strict=True)) | net | means | kept)
    return pd.DataFrame(rows)


def designs() -> pd.DataFrame:
    """The table of all designs, as :func:`compute_designs` made it.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> len(designs()) == 3 * 6 * 3 * 3 * 3 * 3
    True
    """
    return _designs().copy()


@cache
def _designs() -> pd.DataFrame:
    return pd.read_csv(FILE, keep_default_na=False).astype({"response": str, "tiers": str})


@cache
def _by_decision() -> dict[tuple[object, ...], dict[Any, Any]]:
    table = _designs()
    keys = zip(*(table[name] for name in DECISIONS), strict=True)
    return dict(zip(keys, table.to_dict("records"), strict=True))


def design(
    response: str, give_back: float, tiers: str, expiry_years: int, social: float, structural: float
) -> dict[Any, Any]:
    """One row of the table of designs.

    Parameters
    ----------
    response, give_back, tiers, expiry_years, social, structural
        The decisions.

    Returns
    -------
    dict

    Raises
    ------
    CourseError
        If this design is not in the table.

    Examples
    --------
    >>> design("flat", 0.02, "as now", 2, 0.2, 0.2)["net_1"] > 0
    True
    """
    try:
        return _by_decision()[(response, round(give_back, 4), tiers, expiry_years, social, structural)]
    except KeyError:
        raise CourseError("This design was not run beforehand; use against_none to run it.") from None
