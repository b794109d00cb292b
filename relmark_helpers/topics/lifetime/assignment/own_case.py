"""What a learner's case of assignment 07 holds, drawn from the company and from the published table."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.topics.lifetime import model

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
    orders, years = _orders(), _years()
    chosen = rng.choice(_cohort(), NEWCOMERS, replace=False)
    profits = years.iloc[np.sort(rng.choice(len(years), BUYERS, replace=False))].reset_index(drop=True)
    return {
        "monthly_churn": round(float(rng.uniform(0.012, 0.055)), 3),
        "annual_discount_rate": round(float(rng.uniform(0.07, 0.14)), 2),
        "plan": {
            "margin": int(rng.integers(60, 240)) * 10,
            "annual_retention": round(float(rng.uniform(0.6, 0.9)), 2),
        },
        "orders": orders[orders["customer_id"].isin(chosen)].reset_index(drop=True),
        "stays": _stays(rng),
        "businesses": _businesses(rng),
        "retention": model.published_retention(),
        "fitted_years": int(rng.integers(4, 8)),
        "ledger": {
            "acquisition_spending": int(rng.integers(20, 60)) * 10_000,
            "newcomers": int(rng.integers(500, 1500)),
            "retention_spending": int(rng.integers(8, 25)) * 10_000,
            "customers": int(rng.integers(60, 140)) * 100,
            "annual_retention": round(float(rng.uniform(0.7, 0.9)), 2),
            "retention_effect": round(float(rng.uniform(0.01, 0.05)), 3),
        },
        "profits": profits,
        "panel": _panel(rng),
        "referral": {
            "share_who_refer": round(float(rng.uniform(0.1, 0.6)), 2),
            "leads": int(rng.integers(3, 9)),
            "conversion": round(float(rng.uniform(0.06, 0.15)), 3),
        },
        "claims": {
            f"c{number}": str(text) for number, text in enumerate(rng.permutation(list(CLAIMS)), start=1)
        },
    }


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
