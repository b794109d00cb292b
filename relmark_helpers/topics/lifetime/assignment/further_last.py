"""Less usual mistakes in tasks 8 to 10 of assignment 07, each with the sentence that names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import numpy as np
import pandas as pd

from relmark_helpers.notebook import mixed_up
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.topics.lifetime import model
from relmark_helpers.topics.lifetime.assignment import right

Named = Callable[[Case], dict[str, float]]


def _but(found: Named, key: str, value: Callable[[Case], float]) -> Named:
    """Right but for one value."""
    return lambda case: found(case) | {key: float(value(case))}


def _gini_of_buyers(case: Case) -> float:
    profit = case.profits["profit_2023"]
    return model.gini(profit[profit > 0])


def _times_of(case: Case, how: Callable[[pd.Series, pd.Series], float]) -> float:
    profit = case.profits["profit_2023"].sort_values()
    return float(how(profit.iloc[-80:], profit.iloc[:-80]))


def _gini_of(amounts: pd.Series) -> float:
    """The formula for amounts in whatever order they come."""
    ranks, number = np.arange(1, len(amounts) + 1), len(amounts)
    return float(2 * (ranks * amounts).sum() / (number * amounts.sum()) - (number + 1) / number)


def _top(case: Case, number: int) -> float:
    """The share of so many customers."""
    profit = case.profits["profit_2023"]
    return float(profit.nlargest(number).sum() / profit.sum())


def _above_the_line_of_buyers(case: Case, line: bool) -> float:
    """Who is in the top fifth of those who bought in 2024: above their line, or one of so many."""
    top, later = case.profits.nlargest(80, "profit_2023"), case.profits["profit_2024"]
    bought = later[later > 0]
    if line:
        return float((top["profit_2024"] >= bought.quantile(0.8)).mean())
    return float(top.index.isin(bought.nlargest(round(len(bought) / 5)).index).mean())


def _buyers(case: Case) -> pd.Series:
    """What who bought in 2023 brought, rising."""
    profit = case.profits["profit_2023"].sort_values()
    buyers: pd.Series = profit[profit > 0]
    return buyers


def _by_text(sign: Callable[[str], bool]) -> Callable[[Case], dict[str, str]]:
    """Each claim judged by its words."""
    return lambda case: {key: "yes" if sign(text) else "no" for key, text in case.claims.items()}


def _referral(case: Case, of: Callable[..., float]) -> float:
    return float(of(**case.referral))


LAST: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
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
                _but(right.concentration, "gini", lambda case: right.concentration(case)["gini"] + 401 / 400),
                "The second term of the Gini coefficient is missing, (n + 1)/n.",
            ),
            Mistake(
                _but(right.concentration, "gini", lambda case: _gini_of(case.profits["profit_2023"])),
                "The amounts of this Gini are not sorted; the formula has them rising.",
            ),
            Mistake(
                _but(right.concentration, "gini", lambda case: right.concentration(case)["gini"] * 400 / 399),
                "This Gini is corrected by n/(n − 1), as for a sample; these 400 are all that is asked about.",
            ),
            *(
                Mistake(
                    _but(right.concentration, "still_on_top", partial(_above_the_line_of_buyers, line=line)),
                    "This takes the top fifth of those who bought in 2024; it is one of the same 400.",
                )
                for line in (True, False)
            ),
            Mistake(
                _but(
                    right.concentration, "top_share", lambda case: _top(case, round(len(_buyers(case)) / 5))
                ),
                "This is the top fifth of those who bought in 2023; a fifth of all 400 is asked for.",
            ),
            Mistake(
                _but(right.concentration, "top_share", lambda case: _top(case, 20)),
                "These are the top 20 customers; a fifth of them is 20 %, not 20.",
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
            Mistake(
                lambda case: _times_of(case, lambda top, rest: top.mean() / _buyers(case).iloc[:80].mean()),
                "This compares with the lowest of those who bought; the other customers are all the rest.",
            ),
            Mistake(
                lambda case: _times_of(case, lambda top, rest: top.median() / max(rest.median(), 1e-9)),
                "This compares medians; compare means.",
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
            Mistake(
                _but(
                    right.shares,
                    "share_of_customer",
                    lambda case: right.shares(case)["market_share"] * right.shares(case)["penetration"],
                ),
                "Market share is the product, not the factor: divide by what customers spent in all.",
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
                    lambda share_who_refer, leads, conversion: (
                        1 - (1 - share_who_refer * conversion) ** leads
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
        "10 testable": (
            Mistake(
                mixed_up.everywhere(right.testable, "yes"),
                "Of rivals, of other firms, and of what would have been otherwise your tables hold nothing.",
            ),
            Mistake(
                mixed_up.everywhere(right.testable, "no"),
                "Some claims are about what is in your tables: who ordered what, and what that brought and cost.",
            ),
            Mistake(
                mixed_up.exchanged(right.testable, "yes", "no"),
                "Each word is turned round: “yes” is for claims that your tables can speak against.",
            ),
            Mistake(
                _by_text(lambda text: "this firm" in text.lower()),
                "A claim about this firm may need what its tables do not hold, and one about customers may not.",
            ),
            Mistake(
                _by_text(lambda text: any(sign.isdigit() for sign in text)),
                "Whether a claim has a number in it does not matter; could your tables speak against it?",
            ),
        ),
    }
)
