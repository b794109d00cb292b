"""What the usual mistakes in assignment 07 lead to, from the case."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.lifetime import model
from relmark_helpers.topics.lifetime.assignment import right
from relmark_helpers.topics.lifetime.model.five_points import Measure


def clv_swapped(margin: float, retention: float, rate: float, first_margin: model.First) -> float:
    """The two timings taken for one another."""
    return right.clv(margin, retention, rate, "end" if first_margin == "start" else "start")


def clv_not_discounted(margin: float, retention: float, rate: float, first_margin: model.First) -> float:
    """The same without a discount rate."""
    return right.clv(margin, retention, 0.0, first_margin)


def clv_one_timing(margin: float, retention: float, rate: float, first_margin: model.First) -> float:
    """The first margin after a year, whatever is asked."""
    return right.clv(margin, retention, rate, "end")


def clv_from_churn(margin: float, retention: float, rate: float, first_margin: model.First) -> float:
    """Churn where retention belongs."""
    return right.clv(margin, 1 - retention, rate, first_margin)


def value_of(values: pd.Series, errors: float = 1.96, by_customers: bool = True) -> dict[str, float]:
    """Mean with another interval: other width, or the spread of customers in place of the mean's error."""
    middle, spread = float(values.mean()), float(values.std())
    reach = errors * spread / (len(values) ** 0.5 if by_customers else 1.0)
    return {"mean": middle, "low": middle - reach, "high": middle + reach}


def value_per_order(case: Case) -> dict[str, float]:
    """The mean over orders in place of customers."""
    orders = case.orders
    age = (orders["ordered_on"] - orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
    paid = orders["profit"] / (1 + case.annual_discount_rate) ** (age / 365)
    return value_of(paid[age < 730])


def survival_of_counted(case: Case) -> float:
    """Censored customers counted as stayers."""
    stays = case.stays
    return 1 - model.share_lost_naively(stays["months"], stays["lost"], 12)


def survival_of_followed(case: Case) -> float:
    """Only those who were lost, the censored left out."""
    stays = case.stays
    lost = stays[stays["lost"]]
    return float((lost["months"] > 12).mean())


def survival_all_lost(case: Case) -> float:
    """The last month seen taken for a loss of everybody."""
    return float((case.stays["months"] > 12).mean())


def binomial_error(case: Case) -> float:
    """The error of a simple share of all customers."""
    share = right.survival(case)["survival"]
    return float((share * (1 - share) / len(case.stays)) ** 0.5)


def gains_by(case: Case, rate_counts: bool = True, first_margin: model.First = "start") -> dict[str, float]:
    """Gains in lifetime, or with the first margin after a year."""
    found = {}
    measures: tuple[Measure, ...] = ("points", "per cent")
    for name, each in case.businesses.items():
        rate = each["annual_discount_rate"] if rate_counts else 0.0
        for measure in measures:
            after = model.lower_churn(each["annual_churn"], 0.05, measure)
            old, new = (
                model.margin_multiple(1 - churn, rate, first_margin)
                for churn in (each["annual_churn"], after)
            )
            found[f"{name}, {measure}"] = new / old - 1
    return found


def gains_swapped(case: Case) -> dict[str, float]:
    """Points and per cent taken for one another."""
    found = right.gains(case)
    other = {"points": "per cent", "per cent": "points"}
    return {key: found[f"{key.split(', ')[0]}, {other[key.split(', ')[1]]}"] for key in found}


def gains_in_per_cent(case: Case) -> dict[str, float]:
    """Per cent where shares are asked for."""
    return {key: 100 * value for key, value in right.gains(case).items()}


def gains_as_ratio(case: Case) -> dict[str, float]:
    """New value over old, the one not taken off."""
    return {key: 1 + value for key, value in right.gains(case).items()}


def fit_by_squares(case: Case) -> dict[str, float]:
    """Least squares on the survival curve in place of maximum likelihood."""
    from scipy.optimize import least_squares

    seen = case.retention["survival"].to_numpy()[: case.fitted_years + 1]

    def misses(logs: np.ndarray) -> np.ndarray:
        alpha, beta = np.exp(logs)
        return np.asarray(model.sbg_survival(float(alpha), float(beta), len(seen) - 1) - seen)

    alpha, beta = np.exp(least_squares(misses, np.zeros(2)).x)
    return {"alpha": float(alpha), "beta": float(beta)}


def mean_churn_projection(case: Case) -> float:
    """The mean churn of sBG as if everybody had it."""
    return float((1 - right.fit(case).mean_churn) ** right.LAST_YEAR)


def first_year_projection(case: Case) -> float:
    """The first year's retention for ever."""
    return float(case.retention["survival"].iloc[1] ** right.LAST_YEAR)


def costs_of_customers(case: Case) -> dict[str, float]:
    """Retention spending over all customers in place of those kept."""
    ledger = case.ledger
    return right.costs(case) | {"kept": ledger["retention_spending"] / ledger["customers"]}


def costs_saved_of_kept(case: Case) -> dict[str, float]:
    """Saved taken as a share of those kept."""
    ledger = case.ledger
    saved = ledger["customers"] * ledger["annual_retention"] * ledger["retention_effect"]
    return right.costs(case) | {"saved": ledger["retention_spending"] / saved}


def concentration_with(case: Case, **other: float) -> dict[str, float]:
    """Right but for what is named."""
    return right.concentration(case) | other


def half_gini(case: Case) -> dict[str, float]:
    """The area itself, not twice of it."""
    return concentration_with(case, gini=right.concentration(case)["gini"] / 2)


def bottom_share(case: Case) -> dict[str, float]:
    """The lowest fifth in place of the highest."""
    profit = case.profits["profit_2023"].sort_values()
    return concentration_with(case, top_share=float(profit.iloc[: len(profit) // 5].sum() / profit.sum()))


def kept_of_top(case: Case) -> dict[str, float]:
    """Top customers who bought at all in place of being on top again."""
    table = case.profits.nlargest(len(case.profits) // 5, "profit_2023")
    return concentration_with(case, still_on_top=float((table["profit_2024"] > 0).mean()))


def shares_by_customer(case: Case) -> dict[str, float]:
    """Each customer's share once, whatever they spend."""
    return right.shares(case) | {"share_of_customer": model.share_of_customer(case.panel)["mean_of_shares"]}


def shares_over_everybody(case: Case) -> dict[str, float]:
    """Share of customer over people who are no customers."""
    found = right.shares(case)
    return found | {"share_of_customer": found["market_share"]}


def referral_expected(case: Case) -> dict[str, float]:
    """The expected number of deals taken for a probability."""
    numbers = case.referral
    return right.referral(case) | {"at_least_one": numbers["leads"] * numbers["conversion"]}


def referral_one_generation(case: Case) -> dict[str, float]:
    """Only the first generation counted."""
    found = right.referral(case)
    return found | {"in_the_end": 1 + found["r0"]}
