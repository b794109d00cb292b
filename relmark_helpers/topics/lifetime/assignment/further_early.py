"""Less usual mistakes in tasks 3 to 5 of assignment 07, each with the sentence that names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import pandas as pd

from relmark_helpers.notebook import mixed_up
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.topics.lifetime import model
from relmark_helpers.topics.lifetime.assignment import mistakes, right
from relmark_helpers.topics.lifetime.model.five_points import Measure

MEASURES: tuple[Measure, ...] = ("points", "per cent")


def _values(case: Case, power: Callable[[pd.Series], pd.Series], days: int = 730) -> dict[str, float]:
    """The value of the cohort with other exponents of the discount factor, or other days."""
    orders = case.orders
    age = (orders["ordered_on"] - orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
    paid = (orders["profit"] / (1 + case.annual_discount_rate) ** power(age)).where(age < days, 0.0)
    return mistakes.value_of(paid.groupby(orders["customer_id"]).sum())


def _since_the_first_of_all(case: Case, cut: bool) -> dict[str, float]:
    """Days counted from the first order of anybody: for the discount alone, or to cut at 730 as well."""
    orders = case.orders
    age = (orders["ordered_on"] - orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
    gone = (orders["ordered_on"] - orders["ordered_on"].min()).dt.days
    paid = orders["profit"] / (1 + case.annual_discount_rate) ** (gone / 365)
    inside = (gone if cut else age) < 730
    return mistakes.value_of(paid[inside].groupby(orders["customer_id"]).sum())


def _percentiles(case: Case) -> dict[str, float]:
    """Percentiles of the customers for the interval of their mean."""
    low, high = right.customer_values(case).quantile([0.025, 0.975])
    return right.value(case) | {"low": float(low), "high": float(high)}


def _median(case: Case) -> dict[str, float]:
    """The median in the middle."""
    found, middle = right.value(case), float(right.customer_values(case).median())
    return {key: value - found["mean"] + middle for key, value in found.items()}


def _of_who_came_back(case: Case) -> dict[str, float]:
    orders = case.orders
    age = (orders["ordered_on"] - orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
    number = orders.loc[age < 730, "customer_id"].value_counts()
    return mistakes.value_of(right.customer_values(case)[number.index[number > 1]])


def _without_the_first(case: Case, everybody: bool) -> dict[str, float]:
    """Only what came after day 0, of everybody or of those alone from whom something came."""
    orders = case.orders
    age = (orders["ordered_on"] - orders.groupby("customer_id")["ordered_on"].transform("min")).dt.days
    paid = orders["profit"] / (1 + case.annual_discount_rate) ** (age / 365)
    later = (age > 0) & (age < 730)
    kept = later | (everybody & (age == 0))
    return mistakes.value_of(paid.where(later, 0.0)[kept].groupby(orders["customer_id"]).sum())


def _of_the_known(case: Case, followed: int) -> float:
    """The share of those who were lost, or followed for so many months."""
    stays = case.stays
    known = stays[stays["lost"] | (stays["months"] >= followed)]
    return float(1 - (known["lost"] & (known["months"] <= 12)).mean())


def _survival(
    case: Case, months: int = 12, strictly: bool = False, turned: bool = False, uncensored: bool = False
) -> tuple[float, float]:
    """Survival and its error after so many months, with who is at risk or who is lost mistaken."""
    stays, share, terms = case.stays, 1.0, 0.0
    counts = ~stays["lost"] if turned else stays["lost"]
    for month in range(1, months + 1):
        lost = int((counts & (stays["months"] == month)).sum())
        at_risk = int((stays["months"] >= month + (strictly or uncensored)).sum()) + uncensored * lost
        share *= 1 - lost / at_risk
        terms += lost / (at_risk * (at_risk - lost))
    return share, share * terms**0.5


def _error_of_the_last(case: Case) -> float:
    share = _survival(case)[0]
    return float((share * (1 - share) / (case.stays["months"] >= 12).sum()) ** 0.5)


def _gains_at(case: Case, rate: float) -> dict[str, float]:
    """Gains at one discount rate for all."""
    return {
        f"{name}, {measure}": model.value_gain(each["annual_churn"], 0.05, measure, rate)
        for name, each in case.businesses.items()
        for measure in MEASURES
    }


def _band_of_per_cent(case: Case) -> dict[str, str]:
    """The band looked for in the gains from five per cent."""
    found, (low, high) = right.gains(case), model.CLAIMED
    return {name: "yes" if low <= found[f"{name}, per cent"] <= high else "no" for name in case.businesses}


def _gains(case: Case, after: Callable[[float], float]) -> dict[str, float]:
    """Gains with another churn in place of that which falls by five per cent of itself."""
    found = right.gains(case)
    for name, each in case.businesses.items():
        churn, rate = each["annual_churn"], each["annual_discount_rate"]
        found[f"{name}, per cent"] = (rate + churn) / (rate + after(churn)) - 1
    return found


def _all_gains(case: Case, worth: Callable[[float, float], float]) -> dict[str, float]:
    """Gains in another value of a customer, from churn and discount rate."""
    found = {}
    for name, each in case.businesses.items():
        churn, rate = each["annual_churn"], each["annual_discount_rate"]
        for measure in MEASURES:
            after = model.lower_churn(churn, 0.05, measure)
            found[f"{name}, {measure}"] = worth(after, rate) / worth(churn, rate) - 1
    return found


def _of_years(case: Case, years: int, first: int) -> dict[str, float]:
    """Gains in the value of some years, from now or from the end of the first one on."""
    return _all_gains(
        case,
        lambda churn, rate: sum(((1 - churn) / (1 + rate)) ** year for year in range(first, years + 1)),
    )


def _rising(case: Case) -> dict[str, float]:
    found = _gains(case, lambda churn: 1.05 * churn)
    for name, each in case.businesses.items():
        before = each["annual_churn"] + each["annual_discount_rate"]
        found[f"{name}, points"] = before / (before + 0.05) - 1
    return found


EARLY: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
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
            *(
                Mistake(
                    partial(_since_the_first_of_all, cut=cut),
                    "Days count from the first order of each customer, not of anybody.",
                )
                for cut in (False, True)
            ),
            Mistake(
                _percentiles,
                "These bounds hold most customers; the interval asked for is that of their mean.",
            ),
            Mistake(_median, "This is the median customer; the task asks for the mean."),
            Mistake(
                _of_who_came_back,
                "This leaves out customers with a single order; who never came back counts too.",
            ),
            *(
                Mistake(
                    partial(_without_the_first, everybody=everybody),
                    "The first order is missing here; what it brought on day 0 counts too.",
                )
                for everybody in (False, True)
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
                lambda case: _survival(case, uncensored=True)[0],
                "At risk in a month is also who was seen for the last time in it.",
            ),
            Mistake(
                lambda case: _survival(case, turned=True)[0],
                "This takes the censored for lost and the lost for censored.",
            ),
            *(
                Mistake(
                    partial(_of_the_known, followed=followed),
                    "Here those whose data end before month 12 are left out; that they stayed so long has to count.",
                )
                for followed in (12, 13)
            ),
        ),
        "4 error": (
            Mistake(lambda case: _survival(case, 11)[1], "This is the error after eleven months."),
            Mistake(lambda case: _survival(case, 13)[1], "This is the error after thirteen months."),
            Mistake(
                _error_of_the_last,
                "This is the error of a share of those at risk in the last month; each month has its own.",
            ),
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
            *(
                Mistake(
                    partial(_all_gains, worth=worth),
                    "Churn stands where retention belongs; a customer who stays longer is worth more, not less.",
                )
                for worth in (
                    lambda churn, rate: (1 + rate) / (1 + rate - churn),
                    lambda churn, rate: churn / (1 + rate - churn),
                )
            ),
            *(
                Mistake(
                    partial(_of_years, years=years, first=first),
                    "This value stops after some years; all years count.",
                )
                for years in (4, 5, 9, 10, 12, 15, 19, 20, 25, 30)
                for first in (0, 1)
            ),
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
            Mistake(
                partial(_gains_at, rate=0.1),
                "Each business has a discount rate of its own; this is 10 % for all.",
            ),
        ),
        "5 band": (
            Mistake(_band_of_per_cent, "The band is that of five points; these come from five per cent."),
            Mistake(
                mixed_up.everywhere(right.in_the_band, "yes"),
                "The band is not met by all; look where your gains lie.",
            ),
            Mistake(
                mixed_up.exchanged(right.in_the_band, "yes", "no"),
                "Each word is turned round: “yes” is for a gain within the band.",
            ),
        ),
    }
)
