"""Less usual mistakes in tasks 1 and 2 of assignment 07, each with the sentence that names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import numpy as np

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.topics.lifetime import model
from relmark_helpers.topics.lifetime.assignment import right


def _clv_for_years(
    margin: float, retention: float, rate: float, first_margin: model.First, years: int, until: bool
) -> float:
    """The sum of so many margins, or of the margins until the end of so many years."""
    first = 1 if first_margin == "end" else 0
    last = years + 1 if until else years + first
    return sum(margin * (retention / (1 + rate)) ** year for year in range(first, last))


def _clv_sum(case: Case, years: int, until: bool) -> Callable[[float, float, float, model.First], float]:
    return partial(_clv_for_years, years=years, until=until)


def _clv_rounded(margin: float, retention: float, rate: float, first_margin: model.First) -> float:
    """The multiple rounded to two places."""
    return margin * (round(retention / (1 + rate - retention), 2) + (first_margin == "start"))


def _clv_and_one(margin: float, retention: float, rate: float, first_margin: model.First) -> float:
    """One yuan more in place of one margin."""
    return right.clv(margin, retention, rate, "end") + (first_margin == "start")


def _clv_of_case(case: Case, names: tuple[str, ...]) -> Callable[[float, float, float, model.First], float]:
    """Some of what the function is given taken from the case."""
    own = {**case.plan, "annual_discount_rate": case.annual_discount_rate}

    def clv(margin: float, retention: float, rate: float, first_margin: model.First) -> float:
        given = {"margin": margin, "annual_retention": retention, "annual_discount_rate": rate}
        return right.clv(**given | {name: own[name] for name in names}, first_margin=first_margin)

    return clv


def _clv_survivors_first(margin: float, retention: float, rate: float, first_margin: model.First) -> float:
    """The first margin at once, but from those alone who stay a year."""
    found = right.clv(margin, retention, rate, "end")
    return found if first_margin == "end" else found * (1 + rate)


def _clv_everybody_first(margin: float, retention: float, rate: float, first_margin: model.First) -> float:
    """The first margin after a year, from everybody."""
    found = right.clv(margin, retention, rate, "start")
    return found if first_margin == "start" else found / (1 + rate)


FIRST: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
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
            *(
                Mistake(
                    partial(_clv_sum, years=years, until=until),
                    "This sum stops after some years; all years count.",
                )
                for years in (3, 5, 10, 12, 15, 20, 25, 30, 40, 50)
                for until in (False, True)
            ),
            Mistake(lambda case: _clv_rounded, "The multiple is rounded before it meets the margin."),
            Mistake(
                lambda case: _clv_and_one, "The first margin, if it comes at once, adds a margin, not 1."
            ),
            *(
                Mistake(
                    partial(_clv_of_case, names=names),
                    "The function takes a number from your case; it is to use what it is given.",
                )
                for names in (
                    ("annual_discount_rate",),
                    ("margin",),
                    ("annual_retention",),
                    ("margin", "annual_retention"),
                    ("margin", "annual_retention", "annual_discount_rate"),
                )
            ),
            Mistake(
                lambda case: _clv_survivors_first,
                'With first_margin="start" everybody brings the first margin, not only those who stay a year.',
            ),
            Mistake(
                lambda case: _clv_everybody_first,
                'With first_margin="end" only those who are still there after a year bring the first margin.',
            ),
        ),
    }
)
