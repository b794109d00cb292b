"""What a learner's case of assignment 07 holds, drawn from the company and from the published table."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.topics.lifetime import model

Part = TypeVar("Part")

NEWCOMERS = 200  # in the cohort of a case
FOLLOWED_DAYS = 730
BUYERS = 400
PANEL = 250
STAYS = 300
BUSINESSES = ("insurer", "gym", "web_shop")
TESTABLE = ("yes", "no")

CLAIMS = MappingProxyType(  # can this firm's own orders, customers and acquisition costs speak against it?
    {
        "A customer with ten orders is ten times as likely to order again as one with a single order.": "yes",
        "A fifth of this firm's customers bring four fifths of its gross profit.": "yes",
        "Most newcomers of this firm were sent by other customers.": "yes",
        "This firm's advertising costs less than 500 yuan per newcomer it brought.": "yes",
        "Satisfied customers of rivals take more effort to win than dissatisfied ones.": "no",
        "This firm's spending on keeping customers has saved a twentieth of them.": "no",
        "More than half of what this firm's customers spend on appliances is spent here.": "no",
        "A large retailer abroad grew to the top of its country because it attracts loyalty.": "no",
    }
)


@cache
def _orders() -> pd.DataFrame:
    orders = model.order_profits(load("orders"), load("order_lines"), load("products"))
    return orders[["customer_id", "ordered_on", "profit"]]


@cache
def _cohort() -> tuple[int, ...]:
    """Newcomers whose first 730 days are over by the last order."""
    orders, customers = _orders(), load("customers")
    newcomers = customers.loc[customers["joined"] >= "2022-01-01", "customer_id"]
    started = orders[orders["customer_id"].isin(newcomers)].groupby("customer_id")["ordered_on"].min()
    whole = started + pd.Timedelta(days=FOLLOWED_DAYS) <= orders["ordered_on"].max() + pd.Timedelta(days=1)
    return tuple(int(customer) for customer in started[whole].index)


@cache
def _years() -> pd.DataFrame:
    """Gross profit in 2023 and 2024 of everybody who bought in one of them, 0 in the other one."""
    orders = _orders()
    by_year = orders.groupby([orders["ordered_on"].dt.year, "customer_id"])["profit"].sum()
    table = pd.DataFrame({"profit_2023": by_year[2023], "profit_2024": by_year[2024]})
    return table.fillna(0.0).round(2).reset_index()


def draw(rng: np.random.Generator) -> dict[str, Any]:
    """Draw a case: a cohort's orders, stays, two years' profits, a panel, and numbers of one's own.

    Parameters
    ----------
    rng : numpy Generator
        Seeded by course, chapter and student.

    Returns
    -------
    dict
        orders, stays, retention, profits, panel (DataFrames); monthly_churn, annual_discount_rate,
        fitted_years, plan, businesses, ledger, referral, claims.

    Examples
    --------
    >>> len(draw(np.random.default_rng(1))["profits"])
    400
    """
    return {
        "monthly_churn": round(float(rng.uniform(0.012, 0.055)), 3),
        "annual_discount_rate": round(float(rng.uniform(0.07, 0.14)), 2),
        "plan": {
            "margin": int(rng.integers(60, 240)) * 10,
            "annual_retention": round(float(rng.uniform(0.6, 0.9)), 2),
        },
        "orders": _drawn(_cohort_orders, _day_730_counts, rng),
        "stays": _drawn(_stays, _every_month_counts, rng),
        "businesses": _businesses(rng),
        "retention": model.published_retention(),
        "fitted_years": int(rng.integers(4, 8)),
        "ledger": _drawn(_ledger, _effects_differ, rng),
        "profits": _drawn(_profits, _not_half_on_top, rng),
        "panel": _drawn(_panel, _customers_differ, rng),
        "referral": _drawn(_referral, _not_one_half, rng),
        "claims": {
            f"c{number}": str(text) for number, text in enumerate(rng.permutation(list(CLAIMS)), start=1)
        },
    }


def _drawn(
    make: Callable[[np.random.Generator], Part], tells: Callable[[Part], bool], rng: np.random.Generator
) -> Part:
    """Draw until no usual mistake leads to the right value; each refuses fewer than a fifth."""
    while not tells(found := make(rng)):
        pass
    return found


def _cohort_orders(rng: np.random.Generator) -> pd.DataFrame:
    orders, chosen = _orders(), rng.choice(_cohort(), NEWCOMERS, replace=False)
    return orders[orders["customer_id"].isin(chosen)].reset_index(drop=True)


def _day_730_counts(orders: pd.DataFrame) -> bool:
    """Whether the mean shows that somebody has counted one day too many."""
    first = orders.groupby("customer_id")["ordered_on"].transform("min")
    too_late = (orders["ordered_on"] - first).dt.days == FOLLOWED_DAYS
    return bool(orders.loc[too_late, "profit"].sum() > 0.2 * NEWCOMERS)


def _every_month_counts(stays: pd.DataFrame) -> bool:
    """Whether the share and its error show a month more or less than twelve, and who was lost."""
    at_risk = np.array([(stays["months"] >= month).sum() for month in range(1, 14)])
    lost = np.array([(stays["lost"] & (stays["months"] == month)).sum() for month in range(1, 14)])
    share = np.cumprod(1 - lost / at_risk)
    error = share * np.cumsum(lost / (at_risk * (at_risk - lost))) ** 0.5
    kept = np.array([(~stays["lost"] & (stays["months"] == month)).sum() for month in range(1, 13)])
    turned = np.prod(1 - kept / at_risk[:12])
    told = abs(turned - share[11]) > 0.004
    return bool(
        told and all(np.abs(np.diff(share[10:])) > 0.0025) and all(np.abs(np.diff(error[10:])) > 0.00022)
    )


def _ledger(rng: np.random.Generator) -> dict[str, float]:
    return {
        "acquisition_spending": int(rng.integers(26, 60)) * 10_000,  # never what is spent on keeping
        "newcomers": int(rng.integers(500, 1500)),
        "retention_spending": int(rng.integers(8, 25)) * 10_000,
        "customers": int(rng.integers(60, 140)) * 100,
        "annual_retention": round(float(rng.uniform(0.7, 0.9)), 2),
        "retention_effect": round(float(rng.uniform(0.01, 0.05)), 3),
    }


def _effects_differ(ledger: dict[str, float]) -> bool:
    """Whether the effect of the ledger and the effect needed differ, so that one is not taken for the other."""
    won = ledger["acquisition_spending"] / ledger["newcomers"]
    needed = ledger["retention_spending"] / ledger["customers"] / won
    return abs(needed - ledger["retention_effect"]) > 0.0005


def _profits(rng: np.random.Generator) -> pd.DataFrame:
    years = _years()
    return years.iloc[np.sort(rng.choice(len(years), BUYERS, replace=False))].reset_index(drop=True)


def _not_half_on_top(profits: pd.DataFrame) -> bool:
    """Whether those who stay on top are not as many as those who do not, and the years' Ginis differ."""
    years = ("profit_2023", "profit_2024")
    top = [set(profits[name].nlargest(BUYERS // 5).index) for name in years]
    ginis = [model.gini(profits[name]) for name in years]
    return 2 * len(top[0] & top[1]) != BUYERS // 5 and abs(ginis[0] - ginis[1]) > 0.004


def _referral(rng: np.random.Generator) -> dict[str, float]:
    return {
        "share_who_refer": round(float(rng.uniform(0.15, 0.6)), 2),
        "leads": int(rng.integers(3, 9)),
        "conversion": round(float(rng.uniform(0.06, 0.15)), 3),
    }


def _not_one_half(referral: dict[str, float]) -> bool:
    """Whether neither R0 nor the chance of at least one is its own complement."""
    r0 = referral["share_who_refer"] * referral["leads"] * referral["conversion"]
    none = (1 - referral["conversion"]) ** referral["leads"]
    return abs(r0 - 0.5) > 0.005 and abs(none - 0.5) > 0.005 and r0 > 0.03


def _customers_differ(panel: pd.DataFrame) -> bool:
    """Whether customers spend otherwise than everybody, so that people are not taken for money."""
    ours = panel["own"] > 0
    weight = panel.loc[ours, "category"].mean() / panel["category"].mean()
    share = panel["own"].sum() / panel.loc[ours, "category"].sum()
    penetration = ours.mean()
    return bool(abs(weight - 1) > 0.005 and abs(penetration - 0.5) > 0.003 and abs(share - 0.5) > 0.001)


def _stays(rng: np.random.Generator) -> pd.DataFrame:
    """Months that customers stayed, with a churn of their own each; the calendar censors."""
    churn = rng.beta(rng.uniform(1.0, 1.5), rng.uniform(24.0, 34.0), STAYS)
    life, followed = rng.geometric(churn.clip(1e-6)), rng.integers(4, 31, STAYS)
    lost = life <= followed
    return pd.DataFrame({"months": np.where(lost, life, followed), "lost": lost})


def _businesses(rng: np.random.Generator) -> dict[str, dict[str, float]]:
    """Three businesses of low, middling and high churn."""
    churns = (rng.uniform(0.06, 0.11), rng.uniform(0.17, 0.27), rng.uniform(0.38, 0.55))
    drawn = {}
    for name, churn in zip(BUSINESSES, churns, strict=True):
        before, discount = round(float(churn), 2), round(float(rng.uniform(0.06, 0.12)), 2)
        if round(before + discount, 2) == 0.25:  # there five points bring 25 % to the last digit
            discount = round(discount + 0.01, 2)
        drawn[name] = {"annual_churn": before, "annual_discount_rate": discount}
    return drawn


def _panel(rng: np.random.Generator) -> pd.DataFrame:
    """Spending of some households on the category, and the part of it with the firm; some buy elsewhere only.

    Heavy buyers divide their spending more, so that a mean of shares is no share of sums.
    """
    category = np.sort(rng.gamma(1.2, 2500.0, PANEL)) + 100
    share = (
        rng.beta(0.9, 1.6, PANEL)
        * np.linspace(1.0, 0.4, PANEL)
        * (rng.random(PANEL) < rng.uniform(0.5, 0.75))
    )
    own = np.where(share * category >= 5, share * category, 0.0)
    panel = pd.DataFrame({"own": own.round(2), "category": category.round(2)})
    return panel.iloc[rng.permutation(PANEL)].reset_index(drop=True)
