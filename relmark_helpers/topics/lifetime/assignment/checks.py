"""What each check of assignment 07 looks for, and what it says of the usual mistakes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from relmark_helpers.notebook.answers import Function, Kind, Named, Number, Word
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.lifetime.assignment import further, mistakes, right
from relmark_helpers.topics.lifetime.assignment.own_case import BUSINESSES, CLAIMS, TESTABLE

GAIN_KEYS = tuple(f"{name}, {measure}" for name in BUSINESSES for measure in ("points", "per cent"))


def _constantly(function: Callable[..., Any]) -> Callable[[Case], Any]:
    return lambda case: function


def _named(keys: tuple[str, ...], unit: str, tolerance: float) -> Kind:
    return Named(keys, Number(unit, tolerance))


_USUAL: dict[str, Check] = {
    "1": Check(
        Number("share from 0 to 1", 0.0005),
        right.annual_churn,
        "See section 7.1, “A monthly rate is no twelfth”.",
        (
            Mistake(
                lambda case: 12 * case.monthly_churn,
                "This is twelve times the monthly churn; who left in January can't leave again in February.",
            ),
            Mistake(
                lambda case: 1 - right.annual_churn(case),
                "This is the annual retention; churn is what is missing.",
            ),
            Mistake(lambda case: case.monthly_churn / 12, "The given churn is the monthly one already."),
        ),
    ),
    "1 lifetime": Check(
        Number("months", 0.05),
        right.lifetime_months,
        "See section 7.1: a lifetime is counted in the churn's own periods.",
        (
            Mistake(
                lambda case: right.lifetime_months(case) / 12, "This is in years; the task asks for months."
            ),
            Mistake(
                lambda case: 12 / right.annual_churn(case),
                "This takes whole years as periods, so that nobody can leave within one; use the monthly churn.",
            ),
            Mistake(lambda case: 1 / right.annual_churn(case), "This is 1 ÷ annual churn, in years."),
        ),
    ),
    "2": Check(
        Function(right.CLV_TRIALS, Number("CNY", 0.01)),
        _constantly(right.clv),
        "See section 7.1, “From churn to value”.",
        (
            Mistake(_constantly(mistakes.clv_swapped), "The two timings are the other way round."),
            Mistake(
                _constantly(mistakes.clv_one_timing),
                'With first_margin="start" the first margin comes at once, from everybody: the value is one margin higher.',
            ),
            Mistake(_constantly(mistakes.clv_not_discounted), "This is the value without discounting."),
            Mistake(
                _constantly(mistakes.clv_from_churn), "Churn stands where retention belongs, or the reverse."
            ),
        ),
    ),
    "3": Check(
        _named(("mean", "low", "high"), "CNY", 0.1),
        right.value,
        "See section 7.1, “What cohorts have really brought”.",
        (
            Mistake(
                lambda case: mistakes.value_of(right.customer_values(case, rate=0.0)),
                "This is the value without discounting.",
            ),
            Mistake(
                lambda case: mistakes.value_of(right.customer_values(case, days=10_000)),
                "Count the first 730 days of each customer only; later orders belong to no cohort of 24 months.",
            ),
            Mistake(
                mistakes.value_per_order, "This is the mean of an order; add up each customer's orders first."
            ),
            Mistake(
                lambda case: mistakes.value_of(right.customer_values(case), by_customers=False),
                "This is the spread of customers; the mean's standard error is smaller by the root of their number.",
            ),
            Mistake(
                lambda case: mistakes.value_of(right.customer_values(case), errors=1.0),
                "This interval reaches one standard error to each side; 95 % needs about two (1.96).",
            ),
        ),
    ),
    "4": Check(
        Number("share from 0 to 1", 0.002),
        lambda case: right.survival(case)["survival"],
        "See section 7.2, “Newcomers, month by month”.",
        (
            Mistake(
                mistakes.survival_of_counted,
                "Here the censored count as stayers for all twelve months; many were seen for fewer.",
            ),
            Mistake(
                mistakes.survival_of_followed,
                "Here the censored are left out; that they stayed so long is known and has to count.",
            ),
            Mistake(
                mistakes.survival_all_lost,
                "Here everybody is lost in the last month seen; who has lost=False was still there.",
            ),
            Mistake(lambda case: 1 - right.survival(case)["survival"], "This is the share lost."),
        ),
    ),
    "4 error": Check(
        Number("share from 0 to 1", 0.0002),
        lambda case: right.survival(case)["standard_error"],
        "Greenwood's formula, or what statsmodels' SurvfuncRight gives at the last loss up to month 12.",
        (
            Mistake(
                mistakes.binomial_error,
                "This is the error of a share of all customers; not all were watched to the end (Greenwood's formula).",
            ),
            Mistake(
                lambda case: right.survival(case)["standard_error"] ** 2,
                "This is the variance; take its root.",
            ),
        ),
    ),
    "5": Check(
        _named(GAIN_KEYS, "0.25 is 25 %", 0.001),
        right.gains,
        "See section 7.3, “Five points, five per cent”.",
        (
            Mistake(mistakes.gains_in_per_cent, "These are in per cent; give shares: 0.25 for 25 %."),
            Mistake(
                mistakes.gains_as_ratio, "This is the new value over the old one; the gain is that less 1."
            ),
            Mistake(
                partial(mistakes.gains_by, rate_counts=False),
                "These are gains in lifetime; a value is discounted.",
            ),
            Mistake(
                mistakes.gains_swapped,
                "Points and per cent are the other way round: five points from 20 % is 15 %, five per cent is 19 %.",
            ),
            Mistake(
                partial(mistakes.gains_by, first_margin="end"),
                "These count the first margin after a year; the task has it at once.",
            ),
        ),
    ),
    "5 band": Check(
        Named(BUSINESSES, Word(TESTABLE)),
        right.in_the_band,
        "Compare the gains from five points with 0.25 and 0.85.",
    ),
    "6": Check(
        _named(("alpha", "beta"), "parameter", 0.004),
        right.parameters,
        "See section 7.2, “A churn that falls by itself”.",
        (
            Mistake(
                mistakes.fit_by_squares,
                "This fits the curve by least squares; the task asks for maximum likelihood over the customers.",
            ),
            Mistake(
                lambda case: right.parameters(case, right.LAST_YEAR),
                "This is fitted to all twelve years; the last ones are the hold-out.",
            ),
            Mistake(
                lambda case: right.parameters(case, case.fitted_years - 1),
                "This is fitted to one year fewer: the years 0 to fitted_years are one value more than fitted_years.",
            ),
        ),
    ),
    "6 projection": Check(
        Number("share from 0 to 1", 0.001),
        right.projection,
        "Multiply the twelve retentions of your fit; see section 7.2.",
        (
            Mistake(
                mistakes.mean_churn_projection, "This gives everybody the mean churn, without any sorting."
            ),
            Mistake(
                lambda case: float(case.retention["survival"].iloc[-1]),
                "This is what the table says; the task asks what the fit projects.",
            ),
        ),
    ),
    "6 constant": Check(
        Number("share from 0 to 1", 0.001),
        right.constant_projection,
        "A constant churn is losses over customer-years at risk; see section 7.2.",
        (
            Mistake(mistakes.first_year_projection, "This keeps the first year's retention for ever."),
            Mistake(right.constant_churn, "This is the churn; the task asks who is left after twelve years."),
        ),
    ),
    "7": Check(
        _named(("won", "kept", "saved"), "CNY a customer", 0.05),
        right.costs,
        "See section 7.3, “Keeping against winning”.",
        (
            Mistake(mistakes.costs_of_customers, "“Kept” divides by the customers who stayed, not by all."),
            Mistake(
                mistakes.costs_saved_of_kept,
                "The effect is a share of all customers at the beginning, not of those who stayed.",
            ),
        ),
    ),
    "7 effect": Check(
        Number("share from 0 to 1", 0.0001),
        right.effect_needed,
        "Set the cost of a customer saved equal to that of one won.",
        (
            Mistake(
                lambda case: right.effect_needed(case) / case.ledger["annual_retention"],
                "This compares with the customers kept; the effect is a share of all customers.",
            ),
        ),
    ),
    "8": Check(
        _named(("gini", "top_share", "still_on_top"), "share from 0 to 1", 0.0005),
        right.concentration,
        "See section 7.4.",
        (
            Mistake(mistakes.half_gini, "The Gini coefficient is twice the area between curve and diagonal."),
            Mistake(mistakes.bottom_share, "This is the share of the lowest fifth; sort the other way."),
            Mistake(
                mistakes.kept_of_top,
                "These are the top customers who bought again at all; the task asks who is in the top fifth again.",
            ),
        ),
    ),
    "8 times": Check(
        Number("times", 0.05),
        right.times,
        "Compare the mean of one of the top fifth with the mean of one of the others.",
        (
            Mistake(
                lambda case: (
                    right.concentration(case)["top_share"] / (1 - right.concentration(case)["top_share"])
                ),
                "This compares the groups' sums; there are four times as many others.",
            ),
            Mistake(
                lambda case: right.concentration(case)["top_share"] / 0.2,
                "This compares with the mean of all customers, the top ones included.",
            ),
        ),
    ),
    "9": Check(
        _named(("market_share", "penetration", "share_of_customer"), "share from 0 to 1", 0.0005),
        right.shares,
        "See section 7.5, “Two ways to average a share”.",
        (
            Mistake(
                mistakes.shares_by_customer,
                "This is the mean of the customers' shares; the share of customer divides sums, so heavy buyers weigh more.",
            ),
            Mistake(
                mistakes.shares_over_everybody,
                "Share of customer is over customers only; people who buy nothing here are none.",
            ),
        ),
    ),
    "10": Check(
        _named(("r0", "in_the_end", "at_least_one"), "number", 0.0005),
        right.referral,
        "See section 7.5 and the claim check on eight deals.",
        (
            Mistake(
                mistakes.referral_expected,
                "This is the expected number of deals; the chance of at least one is one minus the chance of none.",
            ),
            Mistake(
                mistakes.referral_one_generation,
                "This counts one generation; those brought bring others too.",
            ),
        ),
    ),
    "10 testable": Check(
        Named([f"c{number}" for number in range(1, len(CLAIMS) + 1)], Word(TESTABLE)),
        right.testable,
        "Ask which tables you would need: of rivals? of a comparison group? of another firm?",
    ),
}
CHECKS: dict[str, Check] = {
    task: replace(each, mistakes=(*each.mistakes, *further.FURTHER.get(task, ())))
    for task, each in _USUAL.items()
}
