"""Less usual mistakes in tasks 6 and 7 of assignment 07, each with the sentence that names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

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


def _ledger(case: Case, over: Callable[[Mapping[str, float]], float]) -> float:
    return float(over(case.ledger))


LATE: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
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
                    "saved",
                    lambda each: each["acquisition_spending"] / each["customers"] / each["retention_effect"],
                    "“Saved” counts what is spent on keeping customers, not on winning them.",
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
                lambda case: (
                    case.ledger["retention_effect"] * right.costs(case)["won"] / right.costs(case)["saved"]
                ),
                "The ratio is upside down: the larger the effect, the less it costs to save a customer.",
            ),
            Mistake(
                lambda case: right.effect_needed(case) - case.ledger["retention_effect"],
                "This is what is lacking to the effect needed; the task asks for the whole.",
            ),
            Mistake(
                lambda case: case.ledger["retention_effect"], "This is the effect as it is in the ledger."
            ),
        ),
    }
)
