"""Partners, the ties with them by year, and the numbers that were put into the small worlds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from relmark_helpers.company.luck import Luck, Numbers
from relmark_helpers.company.parameters.partners import Partners
from relmark_helpers.company.wording.partners import EXCHANGES, MARKETS, PARTNERS, SLOTS

Whole = NDArray[np.int64]
Row = tuple[str, str, str, str, float, str, str, str]  # as truth.COLUMNS


def partners(parameters: Partners) -> pd.DataFrame:
    """List the partners, which are the same in every run.

    Parameters
    ----------
    parameters : Partners
        Taken so that all tables are made in one way; no number of it is needed.

    Returns
    -------
    DataFrame
        The columns of the table ``partners``.

    Examples
    --------
    >>> partners(Partners())["market"].nunique()
    8
    """
    frame = pd.DataFrame(PARTNERS).drop(columns="trades")
    frame.insert(0, "partner_id", np.arange(1, len(frame) + 1))
    frame.insert(2, "slot", [SLOTS[MARKETS.index(each.market)] for each in PARTNERS])
    frame["market"] = pd.Categorical(frame["market"], list(MARKETS))
    frame["exchange"] = pd.Categorical(frame["exchange"], list(EXCHANGES))
    frame["since"] = frame["since"].astype("datetime64[ns]")
    frame["works_with"] = pd.array([each.works_with for each in PARTNERS], dtype="Int64")
    return frame[
        ["partner_id", "name_en", "name_zh", "market", "slot", "exchange", "since", "works_with"]
    ]  # fmt: skip


def ties(parameters: Partners, months: int, seed: int, first_year: int = 2022) -> pd.DataFrame:
    """Give the tie with each partner in each calendar year that the run touches.

    Parameters
    ----------
    parameters : Partners
        Their numbers.
    months : int
        Months of the run.
    seed : int
        The seed of the company.
    first_year : int
        The first month is its January.

    Returns
    -------
    DataFrame
        The columns of the table ``ties``, by partner and year.

    Examples
    --------
    >>> len(ties(Partners(), months=36, seed=1)) == 3 * len(PARTNERS)
    True
    """
    years = -(-months // 12)
    partner, year = (each.ravel().astype(np.int64) for each in np.indices((len(PARTNERS), years)))
    share_of_year = np.minimum(months - 12 * year, 12) / 12
    tie = _antecedents(parameters, partner, year, seed)
    tie |= _trust_and_commitment(parameters, tie, partner, year, seed)
    luck = Luck(seed, "partners")
    trades = np.array([each.trades for each in PARTNERS])[partner]
    usual = parameters.volume * np.exp(parameters.volume_spread * luck.normal("volume", partner)[0])
    this_year = np.exp(parameters.volume_year_spread * luck.normal("volume of a year", partner, turn=year)[0])
    columns: dict[str, NDArray[Any]] = {"partner_id": partner + 1, "year": first_year + year}
    columns |= {name: np.round(tie[name], 2) for name in TIE_COLUMNS}
    columns["promises_kept"] = np.round(tie["promises_kept"], 3)
    columns["volume"] = np.round(np.where(trades, usual * this_year * share_of_year, 0.0), 2)
    return pd.DataFrame(columns)


# The answers of a tie, in the order of the table.
TIE_COLUMNS = (
    "trust_by_us",
    "trust_by_them",
    "commitment_by_us",
    "commitment_by_them",
    "dependence_of_us",
    "dependence_of_them",
    "termination_costs",
    "benefits",
    "shared_values",
    "communication",
    "opportunism",
    "cooperation",
    "propensity_to_leave",
)


def _antecedents(parameters: Partners, partner: Whole, year: Whole, seed: int) -> dict[str, Numbers]:
    """What trust and commitment come from: a partner's own level, and its years around it."""
    luck, level = Luck(seed, "partners"), parameters.level
    competitor = np.array([each.market == "competitor" for each in PARTNERS])[partner]

    def varied(name: str, spread: float = parameters.partner_spread) -> Numbers:
        lasting = luck.normal(name, partner)[0]
        passing = luck.normal(f"{name} of a year", partner, turn=year)[0]
        both: Numbers = spread * lasting + parameters.year_spread * passing
        return both

    made = {name: level + varied(name) for name in ("benefits", "shared_values", "communication")}
    made["shared_values"] += parameters.competitor_values * competitor
    made["opportunism"] = (
        level
        + parameters.opportunism
        + parameters.competitor_opportunism * competitor
        + varied("opportunism")
    )
    for name in ("dependence_of_us", "dependence_of_them"):
        made[name] = _scale(parameters.dependence + varied(name, parameters.dependence_spread))
    bound = parameters.dependence_to_termination_costs * (made["dependence_of_them"] - parameters.dependence)
    made["termination_costs"] = level + bound + varied("termination_costs")
    promises = parameters.promises + parameters.promises_spread * luck.normal("promises", partner)[0]
    passing = parameters.promises_year_spread * luck.normal("promises of a year", partner, turn=year)[0]
    return {name: _scale(each) for name, each in made.items()} | {
        "promises_kept": np.clip(promises + passing, 0.5, 1.0)
    }


def _trust_and_commitment(
    parameters: Partners, tie: dict[str, Numbers], partner: Whole, year: Whole, seed: int
) -> dict[str, Numbers]:
    """The key mediating variables, on the partner's side by the paths, on ours by what we see of the partner."""
    luck, level = Luck(seed, "partners"), parameters.level
    at_rest = dict.fromkeys(tie, level) | {"opportunism": level + parameters.opportunism}
    made: dict[str, Numbers] = {}
    paths = parameters.as_dict()
    for effect in dict.fromkeys(effect for _, effect in paths):  # trust before commitment before what follows
        causes = [cause for cause, other in paths if other == effect]
        known = tie | made
        explained = sum(paths[each, effect] * (known[each] - at_rest.get(each, level)) for each in causes)
        noise = parameters.unexplained * luck.normal(effect, partner, turn=year)[0]
        made[effect] = _scale(level + explained + noise)
    seen = parameters.promises_to_trust_by_us * (tie["promises_kept"] - parameters.promises) * 10
    seen += parameters.shared_values_to_trust * (tie["shared_values"] - level)
    seen += parameters.communication_to_trust * (tie["communication"] - level)
    noise, other = parameters.unexplained * luck.normal("our side", partner, count=2, turn=year)
    made["trust_by_us"] = _scale(level + seen + noise)
    ours = parameters.trust_to_commitment * (made["trust_by_us"] - level)
    made["commitment_by_us"] = _scale(
        level
        + ours
        + parameters.dependence_to_commitment_by_us * (tie["dependence_of_us"] - parameters.dependence)
        + other
    )
    return made


def _scale(value: Numbers) -> Numbers:
    return np.clip(value, 1.0, 7.0)
