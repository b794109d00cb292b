"""Key accounts: who they are, and what business they bring by month."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.luck import Luck, Numbers
from relmark_helpers.company.parameters.partners import KeyAccounts
from relmark_helpers.company.wording.partners import ACCOUNT_WORDS, KIND_WORDS, KINDS

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]


def accounts(parameters: KeyAccounts, care: Numbers, seed: int, first_year: int = 2022) -> pd.DataFrame:
    """List the key accounts as they were on the first day, and the day on which each one left.

    Parameters
    ----------
    parameters : KeyAccounts
        Their numbers.
    care : ndarray of float, shape (months,)
        The policy's account care in each month, 0 to 1.
    seed : int
        The seed of the company.
    first_year : int
        The first month is its January.

    Returns
    -------
    DataFrame
        The columns of the table ``accounts``.

    Examples
    --------
    >>> made = accounts(KeyAccounts(), np.full(36, 0.5), seed=1)
    >>> len(made), made["account_id"].is_unique
    (40, True)
    """
    traits = _traits(parameters, seed)
    who, kind, branch = np.arange(parameters.count), traits.kind, traits.branch
    luck = Luck(seed, "accounts")
    last = _last_month(parameters, care, seed)
    start = np.datetime64(f"{first_year}-01", "M")
    left = (start + (last + 1)).astype("datetime64[D]") - 1
    left[last == len(care)] = np.datetime64("NaT")
    wishes = 1 + (parameters.potential - 1) * np.exp(
        parameters.potential_spread * luck.normal("wish", who)[0]
    )
    days = luck.choice("payment", who, parameters.payment_shares)
    rounds = (who // len(ACCOUNT_WORDS) + 1).tolist()  # beyond forty accounts the names begin again
    words = [ACCOUNT_WORDS[each] for each in (who % len(ACCOUNT_WORDS)).tolist()]
    kinds = [KIND_WORDS[each] for each in kind.tolist()]
    number = ["" if each == 1 else f" {each}" for each in rounds]
    return pd.DataFrame(
        {
            "account_id": who + 1,
            "name_en": [f"{a[0]} {b[0]}{n}" for a, b, n in zip(words, kinds, number, strict=True)],
            "name_zh": [f"{a[1]}{b[1]}{n}" for a, b, n in zip(words, kinds, number, strict=True)],
            "kind": pd.Categorical.from_codes(kind, pd.Index(KINDS)),
            "branch_id": branch + 1,
            "since": _since(luck, who, branch, start.astype("datetime64[D]")),
            "contract": traits.contract,
            "linked_ordering": traits.linked,
            "payment_days": np.array(parameters.payment_days)[days],
            "potential": np.round(12 * traits.monthly * wishes, -3),
            "growth": traits.growth,
            "prestige": _rating(luck, "prestige", who, parameters),
            "closeness": traits.closeness,
            "left_on": left.astype("datetime64[ns]"),
        }
    ).astype(dict.fromkeys(("growth", "prestige", "closeness"), "Int8"))


def account_orders(parameters: KeyAccounts, care: Numbers, seed: int, first_year: int = 2022) -> pd.DataFrame:
    """List the business of each key account in each month up to the one at whose end it left.

    Parameters
    ----------
    parameters, care, seed, first_year
        As in :func:`accounts`.

    Returns
    -------
    DataFrame
        The columns of the table ``account_orders``, by account and month.

    Examples
    --------
    >>> made = account_orders(KeyAccounts(), np.full(12, 0.5), seed=1)
    >>> bool((made["visits"] * 380 <= made["cost_to_serve"]).all())
    True
    """
    traits = _traits(parameters, seed)
    months = np.arange(len(care))
    visits, requests = _visits(parameters, care, seed), _requests(parameters, len(care), seed)
    season = np.array(parameters.season)[traits.kind][:, months % 12]
    trend = np.exp(parameters.growth * np.outer(traits.growth - 4, months / 12))
    spread = parameters.month_spread
    noise = np.exp(
        spread * _by_month("business", seed, parameters.count, months, normal=True) - spread**2 / 2
    )
    quiet = _by_month("quiet", seed, parameters.count, months) < parameters.quiet_share
    revenue = traits.monthly[:, None] * season * trend * noise * np.exp(parameters.visit_sales * visits)
    revenue = np.round(np.where(quiet, 0.0, revenue), 2)
    share = (
        parameters.cost_of_goods
        + parameters.size_discount * np.log(traits.size)
        + parameters.contract_discount * traits.contract
    )
    serving = (
        parameters.visit_cost * visits + parameters.request_cost * requests + parameters.handling * revenue
    )
    account, month = np.nonzero(months[None, :] <= _last_month(parameters, care, seed)[:, None])
    days = (np.datetime64(f"{first_year}-01", "M") + month).astype("datetime64[ns]")
    return pd.DataFrame(
        {
            "account_id": account + 1,
            "month": days,
            "revenue": revenue[account, month],
            "cost_of_goods": np.round(revenue * np.clip(share, 0.5, 0.95)[:, None], 2)[account, month],
            "visits": visits[account, month],
            "special_requests": requests[account, month],
            "cost_to_serve": np.round(serving, 2)[account, month],
        }
    )


class _Traits(NamedTuple):
    """What an account is and stays, one element an account."""

    kind: Whole
    branch: Whole
    size: Numbers
    monthly: Numbers  # CNY, without season
    contract: Flags
    linked: Flags
    growth: Whole
    closeness: Whole
    demanding: Numbers


def _traits(parameters: KeyAccounts, seed: int) -> _Traits:
    luck, who = Luck(seed, "accounts"), np.arange(parameters.count)
    kind = luck.choice("kind", who, parameters.kind_shares).astype(np.int64)
    size = np.exp(parameters.size_spread * luck.normal("size", who)[0]) * np.array(parameters.kind_size)[kind]
    return _Traits(
        kind=kind,
        branch=luck.choice("branch", who, tuple(each.share for each in BRANCHES)).astype(np.int64),
        size=size,
        monthly=parameters.monthly_revenue * size,
        contract=luck.uniform("contract", who) < parameters.contract_share,
        linked=luck.uniform("linked", who) < parameters.linked_share,
        growth=_rating(luck, "growth", who, parameters),
        closeness=_rating(luck, "closeness", who, parameters),
        demanding=np.exp(parameters.requests_spread * luck.normal("demanding", who)[0]),
    )


def _rating(luck: Luck, draw: str, who: Whole, parameters: KeyAccounts) -> Whole:
    rated: Whole = np.clip(
        np.rint(parameters.rating_mean + parameters.rating_spread * luck.normal(draw, who)[0]), 1, 7
    ).astype(np.int64)
    return rated


def _since(luck: Luck, who: Whole, branch: Whole, start: np.datetime64) -> NDArray[np.datetime64]:
    """A day between the opening of the branch and the start of the run."""
    opened = np.array([each.opened for each in BRANCHES], dtype="datetime64[D]")[branch]
    span = (start - opened).astype(np.int64)
    return (opened + np.floor(span * luck.uniform("since", who)).astype(np.int64)).astype("datetime64[ns]")


def _by_month(draw: str, seed: int, count: int, months: Whole, normal: bool = False) -> Numbers:
    """One number for each account and month."""
    who, rows = np.arange(count), [Luck(seed, "accounts", int(month) + 1) for month in months]
    return np.array([each.normal(draw, who)[0] if normal else each.uniform(draw, who) for each in rows]).T


def _visits(parameters: KeyAccounts, care: Numbers, seed: int) -> Whole:
    traits = _traits(parameters, seed)
    eagerness = parameters.visits_least + 2 * (1 - parameters.visits_least) * np.asarray(care)
    rate = parameters.visits * np.outer(traits.size**parameters.visits_size, eagerness)
    return _poisson(rate, _by_month("visits", seed, parameters.count, np.arange(len(care))))


def _requests(parameters: KeyAccounts, months: int, seed: int) -> Whole:
    traits = _traits(parameters, seed)
    rate = parameters.requests * traits.size**parameters.requests_size * traits.demanding
    drawn = _by_month("requests", seed, parameters.count, np.arange(months))
    return _poisson(np.broadcast_to(rate[:, None], drawn.shape), drawn)


def _poisson(rate: Numbers, drawn: Numbers) -> Whole:
    """Poisson numbers from uniform ones; with the same luck a greater rate never gives a smaller number."""
    number = np.zeros(rate.shape, dtype=np.int64)
    term = np.exp(-rate)
    reached = term.copy()
    for each in range(1, 100):
        if not (drawn > reached).any():
            break
        number += drawn > reached
        term = term * rate / each
        reached += term
    return number


def _last_month(parameters: KeyAccounts, care: Numbers, seed: int) -> Whole:
    """The month, from 0, at whose end each account leaves; the number of months where it stays."""
    traits = _traits(parameters, seed)
    bonds = (
        parameters.leaving
        + parameters.leaving_contract * traits.contract
        + parameters.leaving_linked * traits.linked
        + parameters.leaving_closeness * (traits.closeness - 4)
    )
    logit = bonds[:, None] + parameters.leaving_visit * _visits(parameters, care, seed)
    drawn = _by_month("leaves", seed, parameters.count, np.arange(len(care)))
    leaves = drawn < 1 / (1 + np.exp(-logit))
    return np.where(leaves.any(axis=1), leaves.argmax(axis=1), len(care))
