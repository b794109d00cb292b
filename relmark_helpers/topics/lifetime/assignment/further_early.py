"""Less usual mistakes in tasks 1 to 5 of assignment 07, each with the sentence that names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.topics.lifetime import model
from relmark_helpers.topics.lifetime.assignment import mistakes, right


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


EARLY: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
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
    }
)
