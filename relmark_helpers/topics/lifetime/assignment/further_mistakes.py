"""Less usual mistakes in assignment 07, each with the sentence that names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.topics.lifetime import model
from relmark_helpers.topics.lifetime.assignment import mistakes, right

Named = Callable[[Case], dict[str, float]]


def _but(found: Named, key: str, value: Callable[[Case], float]) -> Named:
    """Right but for one value."""
    return lambda case: found(case) | {key: float(value(case))}


def _clv_for_years(margin: float, retention: float, rate: float, first_margin: model.First) -> float:
    """The sum of twenty margins."""
    first = 1 if first_margin == "end" else 0
    return sum(margin * (retention / (1 + rate)) ** year for year in range(first, 20 + first))


def _clv_survivors_first(margin: float, retention: float, rate: float, first_margin: model.First) -> float:
    """The first margin at once, but from those alone who stay a year."""
    found = right.clv(margin, retention, rate, "end")
    return found if first_margin == "end" else found * (1 + rate)


def _clv_everybody_first(margin: float, retention: float, rate: float, first_margin: model.First) -> float:
    """The first margin after a year, from everybody."""
    found = right.clv(margin, retention, rate, "start")
    return found if first_margin == "start" else found / (1 + rate)


def _values(case: Case, power: Callable[[pd.Series], pd.Series], days: int = 730) -> dict[str, float]:
    """The value of the cohort with other exponents of the discount factor, or other days."""
    orders = case.orders
    age = (orders["ordered_on"] - orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
    paid = (orders["profit"] / (1 + case.annual_discount_rate) ** power(age)).where(age < days, 0.0)
    return mistakes.value_of(paid.groupby(orders["customer_id"]).sum())


def _of_who_came_back(case: Case) -> dict[str, float]:
    orders = case.orders
    age = (orders["ordered_on"] - orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
    number = orders.loc[age < 730, "customer_id"].value_counts()
    return mistakes.value_of(right.customer_values(case)[number.index[number > 1]])


def _survival(
    case: Case, months: int = 12, strictly: bool = False, turned: bool = False
) -> tuple[float, float]:
    """Survival and its error after so many months, with who is at risk or who is lost mistaken."""
    stays, share, terms = case.stays, 1.0, 0.0
    counts = ~stays["lost"] if turned else stays["lost"]
    for month in range(1, months + 1):
        lost = int((counts & (stays["months"] == month)).sum())
        at_risk = int((stays["months"] >= month + strictly).sum())
        share *= 1 - lost / at_risk
        terms += lost / (at_risk * (at_risk - lost))
    return share, share * terms**0.5


def _gains(case: Case, after: Callable[[float], float]) -> dict[str, float]:
    """Gains with another churn in place of that which falls by five per cent of itself."""
    found = right.gains(case)
    for name, each in case.businesses.items():
        churn, rate = each["annual_churn"], each["annual_discount_rate"]
        found[f"{name}, per cent"] = (rate + churn) / (rate + after(churn)) - 1
    return found


def _rising(case: Case) -> dict[str, float]:
    found = _gains(case, lambda churn: 1.05 * churn)
    for name, each in case.businesses.items():
        before = each["annual_churn"] + each["annual_discount_rate"]
        found[f"{name}, points"] = before / (before + 0.05) - 1
    return found


def _projection(case: Case, years: int) -> float:
    found = right.fit(case)
    return float(model.sbg_survival(found.alpha, found.beta, years)[-1])


def _last_retention(case: Case) -> float:
    found = right.fit(case)
    return (found.beta + 11) / (found.alpha + found.beta + 11)


def _seen(case: Case) -> Any:
    return case.retention["survival"].to_numpy()[: case.fitted_years + 1]


def _gini_of_buyers(case: Case) -> float:
    profit = case.profits["profit_2023"]
    return model.gini(profit[profit > 0])


def _times_of(case: Case, how: Callable[[pd.Series, pd.Series], float]) -> float:
    profit = case.profits["profit_2023"].sort_values()
    return float(how(profit.iloc[-80:], profit.iloc[:-80]))


def _ledger(case: Case, over: Callable[[Mapping[str, float]], float]) -> float:
    return float(over(case.ledger))


def _referral(case: Case, of: Callable[..., float]) -> float:
    return float(of(**case.referral))


FURTHER: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
        "1": (
            Mistake(
                lambda case: (1 + case.monthly_churn) ** 12 - 1,
                "This lets the loss grow as interest does; each month's loss is taken off who is left.",
            ),
            Mistake(
                lambda case: 1 - (1 - case.monthly_churn) ** 11,
                "This is the loss of eleven months, not of twelve.",
            ),
            Mistake(
                lambda case: 1 - case.monthly_churn**12,
                "This raises churn to the twelfth power; what is multiplied over the months is retention.",
            ),
            Mistake(
                lambda case: float(1 - np.exp(-12 * case.monthly_churn)),
                "This lets customers leave at every moment; here the share is lost once a month.",
            ),
        ),
        "1 lifetime": (
            Mistake(lambda case: 1 / case.monthly_churn - 1, "The month of leaving counts too."),
            Mistake(
                lambda case: 1 / (1 - case.monthly_churn),
                "This divides by retention; a lifetime goes by churn.",
            ),
            Mistake(
                lambda case: float(np.log(0.5) / np.log(1 - case.monthly_churn)),
                "This is the time until half are lost; the expected lifetime is a mean, not a median.",
            ),
        ),
        "2": (
            Mistake(lambda case: _clv_for_years, "This sum stops after twenty years; all years count."),
            Mistake(
                lambda case: _clv_survivors_first,
                'With first_margin="start" everybody brings the first margin, not only those who stay a year.',
            ),
            Mistake(
                lambda case: _clv_everybody_first,
                'With first_margin="end" only those who are still there after a year bring the first margin.',
            ),
        ),
        "3": (
            Mistake(
                lambda case: _values(case, lambda age: age / 365, 365),
                "This counts one year; the days 0 to 729 are two.",
            ),
            Mistake(
                lambda case: _values(case, lambda age: age / 365, 731),
                "This counts one day too many: day 729 is the last.",
            ),
            Mistake(
                lambda case: _values(case, lambda age: age // 365),
                "This discounts by whole years; d/365 is a fraction.",
            ),
            Mistake(
                lambda case: _values(case, lambda age: -age / 365),
                "This adds interest; later money is worth less today, not more.",
            ),
            Mistake(
                _of_who_came_back,
                "This leaves out customers with a single order; who never came back counts too.",
            ),
        ),
        "4": (
            Mistake(lambda case: _survival(case, 11)[0], "This is the share after eleven months."),
            Mistake(lambda case: _survival(case, 13)[0], "This is the share after thirteen months."),
            Mistake(
                lambda case: _survival(case, strictly=True)[0],
                "At risk in a month is also who was seen for the last time in it.",
            ),
            Mistake(
                lambda case: _survival(case, turned=True)[0],
                "This takes the censored for lost and the lost for censored.",
            ),
        ),
        "4 error": (
            Mistake(lambda case: _survival(case, 11)[1], "This is the error after eleven months."),
            Mistake(lambda case: _survival(case, 13)[1], "This is the error after thirteen months."),
            Mistake(
                lambda case: right.survival(case)["standard_error"] / right.survival(case)["survival"],
                "The share in front of the root is missing.",
            ),
            Mistake(
                lambda case: right.survival(case)["standard_error"] ** 2 / right.survival(case)["survival"],
                "The root is missing.",
            ),
            Mistake(
                lambda case: 1.96 * right.survival(case)["standard_error"],
                "This is half the 95 % interval; the task asks for the standard error.",
            ),
        ),
        "5": (
            Mistake(_rising, "Here churn rises; it is to fall."),
            Mistake(
                lambda case: _gains(case, lambda churn: churn - 0.05 * (1 - churn)),
                "Five per cent of itself is of the churn, not of the retention.",
            ),
            Mistake(
                lambda case: _gains(case, lambda churn: churn - 0.05),
                "These are five points twice; five per cent of a churn is much less.",
            ),
            Mistake(
                lambda case: {key: gain / (1 + gain) for key, gain in right.gains(case).items()},
                "This gain is relative to the value after; it is to be relative to the value before.",
            ),
        ),
        "6": (
            Mistake(
                lambda case: {key: float(np.log(each)) for key, each in right.parameters(case).items()},
                "These are logarithms of the parameters.",
            ),
        ),
        "6 projection": (
            Mistake(lambda case: _projection(case, 11), "This is the share after eleven years."),
            Mistake(lambda case: _projection(case, 13), "This is the share after thirteen years."),
            Mistake(
                _last_retention, "This is the retention of year 12 alone; multiply those of all twelve years."
            ),
        ),
        "6 constant": (
            Mistake(
                lambda case: float((_seen(case)[1:] / _seen(case)[:-1]).mean() ** 12),
                "This takes the mean of the yearly rates; each year weighs as many customers as are at risk in it.",
            ),
            Mistake(
                lambda case: float((1 - (1 - _seen(case)[-1]) / _seen(case).sum()) ** 12),
                "Who is left at the end is at risk in no year that was fitted.",
            ),
            Mistake(
                lambda case: float(_seen(case)[-1] ** (12 / case.fitted_years)),
                "This draws a curve through the last share; maximum likelihood divides losses by customer-years at risk.",
            ),
        ),
        "7": tuple(
            Mistake(_but(right.costs, key, partial(_ledger, over=over)), says)
            for key, over, says in (
                (
                    "kept",
                    lambda each: (
                        each["retention_spending"] / each["customers"] / (1 - each["annual_retention"])
                    ),
                    "“Kept” divides by those who stayed, not by those who left.",
                ),
                (
                    "saved",
                    lambda each: (
                        each["retention_spending"]
                        / each["customers"]
                        / (1 - each["annual_retention"])
                        / each["retention_effect"]
                    ),
                    "The effect is a share of all customers, not of those who would leave.",
                ),
                (
                    "won",
                    lambda each: (
                        (each["acquisition_spending"] + each["retention_spending"]) / each["newcomers"]
                    ),
                    "“Won” counts what is spent on acquisition, not on retention.",
                ),
                (
                    "won",
                    lambda each: each["acquisition_spending"] / each["customers"],
                    "“Won” divides by the newcomers, not by all customers.",
                ),
                (
                    "kept",
                    lambda each: (
                        each["retention_spending"]
                        / (each["customers"] + each["newcomers"])
                        / each["annual_retention"]
                    ),
                    "Kept are customers of the beginning of the year; newcomers are none of them.",
                ),
            )
        ),
        "7 effect": (
            Mistake(
                lambda case: case.ledger["retention_spending"] / right.costs(case)["won"],
                "This is a number of customers; the effect is a share of them.",
            ),
            Mistake(
                lambda case: right.costs(case)["saved"] / right.costs(case)["won"],
                "This is the ratio of the two costs; ask at which effect it would be one.",
            ),
            Mistake(
                lambda case: right.effect_needed(case) - case.ledger["retention_effect"],
                "This is what is lacking to the effect needed; the task asks for the whole.",
            ),
            Mistake(
                lambda case: case.ledger["retention_effect"], "This is the effect as it is in the ledger."
            ),
        ),
        "8": (
            Mistake(
                _but(right.concentration, "gini", _gini_of_buyers),
                "This Gini leaves out who bought nothing in 2023; all 400 count.",
            ),
            Mistake(
                _but(right.concentration, "gini", lambda case: model.gini(case.profits["profit_2024"])),
                "This is the Gini of 2024.",
            ),
            Mistake(
                _but(right.concentration, "gini", lambda case: -right.concentration(case)["gini"]),
                "This Gini is of amounts in falling order; the formula has them rising.",
            ),
            Mistake(
                _but(right.concentration, "gini", lambda case: right.concentration(case)["gini"] - 2 / 400),
                "The ranks of the Gini coefficient begin with 1, not with 0.",
            ),
            Mistake(
                _but(
                    right.concentration,
                    "top_share",
                    lambda case: model.top_share(case.profits["profit_2023"], 0.1),
                ),
                "This is the share of the top tenth.",
            ),
            Mistake(
                _but(
                    right.concentration,
                    "top_share",
                    lambda case: (
                        case.profits["profit_2023"].head(80).sum() / case.profits["profit_2023"].sum()
                    ),
                ),
                "These are the first 80 rows; the top fifth has to be sorted out first.",
            ),
            Mistake(
                _but(
                    right.concentration,
                    "still_on_top",
                    lambda case: right.concentration(case)["still_on_top"] / 5,
                ),
                "Who is still on top is a share of the 80, not of all 400.",
            ),
        ),
        "8 times": (
            Mistake(
                lambda case: _times_of(case, lambda top, rest: top.mean() / rest[rest > 0].mean()),
                "The other customers are all 320, also who bought nothing.",
            ),
            Mistake(
                lambda case: _times_of(case, lambda top, rest: top.mean() / max(rest.iloc[:80].mean(), 1e-9)),
                "This compares with the lowest fifth; the other customers are all the rest.",
            ),
        ),
        "9": (
            Mistake(
                _but(
                    right.shares,
                    "market_share",
                    lambda case: (case.panel["own"] / case.panel["category"]).mean(),
                ),
                "This market share is a mean of households' shares; it divides sums of money.",
            ),
            Mistake(
                _but(
                    right.shares,
                    "market_share",
                    lambda case: case.panel["own"].sum() / (case.panel["category"] - case.panel["own"]).sum(),
                ),
                "This divides by what the rivals got; the market is everything that was spent.",
            ),
            Mistake(
                _but(
                    right.shares,
                    "penetration",
                    lambda case: (
                        case.panel.loc[case.panel["own"] > 0, "category"].sum() / case.panel["category"].sum()
                    ),
                ),
                "This penetration is of money; it is a share of the households.",
            ),
            Mistake(
                _but(
                    right.shares,
                    "share_of_customer",
                    lambda case: right.shares(case)["market_share"] / right.shares(case)["penetration"],
                ),
                "This takes customers to spend as much as others do; divide by what they spent themselves.",
            ),
        ),
        "10": tuple(
            Mistake(_but(right.referral, key, partial(_referral, of=of)), says)
            for key, of, says in (
                (
                    "r0",
                    lambda share_who_refer, leads, conversion: leads * conversion,
                    "R0 is of any customer; only a share of them tells anybody.",
                ),
                (
                    "r0",
                    lambda share_who_refer, leads, conversion: share_who_refer * leads,
                    "R0 counts who buys, not who is told.",
                ),
                (
                    "in_the_end",
                    lambda share_who_refer, leads, conversion: 1 / (share_who_refer * leads * conversion),
                    "This is one over R0; the generations are a geometric series.",
                ),
                (
                    "at_least_one",
                    lambda share_who_refer, leads, conversion: (
                        share_who_refer * (1 - (1 - conversion) ** leads)
                    ),
                    "The chance of at least one is asked of a customer who does tell.",
                ),
                (
                    "at_least_one",
                    lambda share_who_refer, leads, conversion: conversion**leads,
                    "This is the chance that all of them buy.",
                ),
                (
                    "at_least_one",
                    lambda share_who_refer, leads, conversion: (
                        leads * conversion * (1 - conversion) ** (leads - 1)
                    ),
                    "This is the chance of exactly one.",
                ),
            )
        ),
    }
)
