"""The right value of each task of assignment 07, from the case."""

from __future__ import annotations

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.lifetime import model
from relmark_helpers.topics.lifetime.assignment.own_case import CLAIMS, FOLLOWED_DAYS
from relmark_helpers.topics.lifetime.model.five_points import Measure

LAST_YEAR = 12
COHORT = 1000
CLV_TRIALS = tuple(  # nothing round, so that rounding shows
    (margin, r, i, first)
    for margin, r, i in ((913.47, 0.58, 0.11), (1768.9, 0.83, 0.0), (249.35, 0.76, 0.16))
    for first in ("end", "start")
)


def annual_churn(case: Case) -> float:
    """Annual churn of the case's monthly one."""
    return model.annual_churn_from(case.monthly_churn)


def lifetime_months(case: Case) -> float:
    """Expected lifetime in months."""
    return model.expected_lifetime(case.monthly_churn)


def clv(
    margin: float, annual_retention: float, annual_discount_rate: float, first_margin: model.First
) -> float:
    """Lifetime value by formula, with the timing asked for."""
    return margin * model.margin_multiple(annual_retention, annual_discount_rate, first_margin)


def customer_values(case: Case, rate: float | None = None, days: int = FOLLOWED_DAYS) -> pd.Series:
    """Discounted gross profit of each newcomer of the cohort."""
    orders = case.orders
    age = (orders["ordered_on"] - orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
    discount = 1 + (case.annual_discount_rate if rate is None else rate)
    paid = (orders["profit"] / discount ** (age / 365)).where(age < days, 0.0)
    values: pd.Series = paid.groupby(orders["customer_id"]).sum()
    return values


def value(case: Case) -> dict[str, float]:
    """Mean value of the cohort with its interval."""
    return model.mean_with_interval(customer_values(case))


def survival(case: Case) -> dict[str, float]:
    """Kaplan-Meier survival at twelve months, with Greenwood's standard error."""
    stays = case.stays
    return model.survival_at(model.kaplan_meier(stays["months"], stays["lost"]), 12)


def gains(case: Case) -> dict[str, float]:
    """Gain in value from five points and five per cent, by business."""
    measures: tuple[Measure, ...] = ("points", "per cent")
    return {
        f"{name}, {measure}": model.value_gain(
            each["annual_churn"], 0.05, measure, each["annual_discount_rate"]
        )
        for name, each in case.businesses.items()
        for measure in measures
    }


def in_the_band(case: Case) -> dict[str, str]:
    """Whether five points bring each business 25 to 85 %."""
    found = gains(case)
    low, high = model.CLAIMED
    return {name: "yes" if low <= found[f"{name}, points"] <= high else "no" for name in case.businesses}


def fit(case: Case, years: int | None = None) -> model.Fit:
    """The sBG fitted to the first years of the published table."""
    seen = case.retention["survival"].to_numpy()[: (years or case.fitted_years) + 1]
    return model.fit_sbg(*model.counts_from_survival(seen, COHORT))


def parameters(case: Case, years: int | None = None) -> dict[str, float]:
    """Alpha and beta of the fit."""
    found = fit(case, years)
    return {"alpha": found.alpha, "beta": found.beta}


def projection(case: Case) -> float:
    """Share still there after twelve years by sBG."""
    found = fit(case)
    return float(model.sbg_survival(found.alpha, found.beta, LAST_YEAR)[-1])


def constant_churn(case: Case) -> float:
    """Maximum-likelihood constant churn of the same years."""
    seen = case.retention["survival"].to_numpy()[: case.fitted_years + 1]
    return model.fit_geometric(*model.counts_from_survival(seen, COHORT))[0]


def constant_projection(case: Case) -> float:
    """Share still there after twelve years under one constant churn."""
    return float((1 - constant_churn(case)) ** LAST_YEAR)


def costs(case: Case) -> dict[str, float]:
    """Cost of a customer won, kept and saved."""
    found = model.cost_ratios(**case.ledger)
    return {name: found[name] for name in ("won", "kept", "saved")}


def effect_needed(case: Case) -> float:
    """Effect on retention from which saving costs no more than winning."""
    ledger = case.ledger
    return model.break_even_effect(ledger["retention_spending"], ledger["customers"], costs(case)["won"])


def concentration(case: Case) -> dict[str, float]:
    """Gini and top fifth's share of 2023's profit, and who of them is in the top fifth of 2024."""
    table = case.profits.set_index("customer_id")
    return {
        "gini": model.gini(table["profit_2023"]),
        "top_share": model.top_share(table["profit_2023"]),
        "still_on_top": model.still_on_top(table["profit_2023"], table["profit_2024"]),
    }


def times(case: Case) -> float:
    """How many times as much one of the top fifth brings as one of the others."""
    return model.times_as_much(concentration(case)["top_share"])


def shares(case: Case) -> dict[str, float]:
    """Market share, penetration and share of customer of the panel."""
    found = model.share_of_customer(case.panel)
    return {name: found[name] for name in ("market_share", "penetration", "share_of_customer")}


def referral(case: Case) -> dict[str, float]:
    """R0, what one customer becomes in the end, and the chance that one teller brings at least one."""
    numbers = case.referral
    r0 = model.reproduction(**numbers)
    return {
        "r0": r0,
        "in_the_end": model.in_the_end(r0),
        "at_least_one": model.at_least_one(numbers["leads"], numbers["conversion"]),
    }


def testable(case: Case) -> dict[str, str]:
    """Whether the firm's own tables can speak against each claim of the case."""
    return {key: CLAIMS[text] for key, text in case.claims.items()}
