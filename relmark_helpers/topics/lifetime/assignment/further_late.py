"""Less usual mistakes in tasks 6 to 10 of assignment 07, each with the sentence that names it."""

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
from relmark_helpers.topics.lifetime.assignment import right

Named = Callable[[Case], dict[str, float]]


def _but(found: Named, key: str, value: Callable[[Case], float]) -> Named:
    """Right but for one value."""
    return lambda case: found(case) | {key: float(value(case))}


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


LATE: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
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
