"""Explorers of chapter 07: lifetime value, five points, three costs, who brings the profit, share, referrals."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.notebook.explorer import explorer
from relmark_helpers.notebook.levers import Choice, Lever
from relmark_helpers.notebook.view import View
from relmark_helpers.topics.lifetime import chart, model

RIVALS = (0.45, 0.25, 0.18, 0.12)  # how the firms beside ours divide what is left of the market


@cache
def _orders() -> pd.DataFrame:
    """The company's orders with their profit; computed once."""
    return model.order_profits(load("orders"), load("order_lines"), load("products"))


@explorer(
    title="From churn to value",
    question="How far does a monthly rate, or the moment of the first payment, move a customer's value?",
    levers=[
        Lever(
            "monthly_churn", "Customers lost a month", 0.02, span=(0.005, 0.10), step=0.005, format="percent"
        ),
        Lever(
            "annual_discount_rate",
            "Discount rate a year",
            0.10,
            span=(0.0, 0.30),
            step=0.02,
            format="percent",
        ),
        Choice(
            "first_margin",
            "First margin",
            "end",
            options={"end": "after a year, from who is still there", "start": "at once, from everybody"},
        ),
        Lever("horizon_years", "Years that count", 20, span=(1, 20), unit="years"),
    ],
)
def explore_multiple(
    monthly_churn: float, annual_discount_rate: float, first_margin: model.First, horizon_years: int
) -> View:
    """Turn a monthly churn into an annual one, and sum what is paid year by year."""
    annual_churn = model.annual_churn_from(monthly_churn)
    ratio = (1 - annual_churn) / (1 + annual_discount_rate)
    start = 0 if first_margin == "start" else 1
    paid = pd.Series({year: ratio**year for year in range(start, start + horizon_years)})
    total = model.margin_multiple(
        1 - annual_churn, annual_discount_rate, first_margin, horizon_years=horizon_years
    )
    says = (
        f"{100 * monthly_churn:.1f} % a month are {100 * annual_churn:.1f} % a year, a lifetime of "
        f"{model.expected_lifetime(monthly_churn):.0f} months. {chart.yearly_bars_says(paid, total)}"
    )
    table = pd.DataFrame(
        {"year": paid.index, "still there": (1 - annual_churn) ** paid.index, "adds": paid.to_numpy()}
    )
    return View(chart.yearly_bars(paid, total), says=says, table=table.round(3))


@explorer(
    title="Lifetime value when customers differ",
    question="What is a customer worth who has stayed for years, if nobody ever changes?",
    levers=[
        Lever(
            "mean_churn",
            "New customers lost in the first year",
            0.30,
            span=(0.05, 0.60),
            step=0.05,
            format="percent",
        ),
        Lever(
            "polarisation",
            "How much customers differ (0 alike, 1 all or nothing)",
            0.30,
            span=(0.02, 0.80),
            step=0.02,
        ),
        Lever(
            "annual_discount_rate",
            "Discount rate a year",
            0.10,
            span=(0.02, 0.30),
            step=0.02,
            format="percent",
        ),
        Lever("tenure", "Years already stayed", 5, span=(0, 10), unit="years"),
    ],
)
def explore_lifetime_value(
    mean_churn: float, polarisation: float, annual_discount_rate: float, tenure: int
) -> View:
    """Let customers differ in their churn, and compare old with new."""
    values = model.residual_values(mean_churn, polarisation, annual_discount_rate)
    return View(
        chart.value_by_tenure(values, tenure),
        says=chart.value_by_tenure_says(values, tenure),
        table=values.round(3),
    )


@explorer(
    title="Five points of defection",
    question="When is the folklore's 25 to 85 % true?",
    levers=[
        Lever(
            "annual_churn",
            "Customers lost a year, before",
            0.10,
            span=(0.06, 0.60),
            step=0.02,
            format="percent",
        ),
        Lever(
            "annual_discount_rate",
            "Discount rate a year",
            0.10,
            span=(0.0, 0.30),
            step=0.05,
            format="percent",
        ),
        Lever(
            "margin_growth",
            "Growth of a customer's margin a year",
            0.0,
            span=(0.0, 0.20),
            step=0.02,
            format="percent",
        ),
        Lever("acquisition_cost", "Acquisition cost", 0.0, span=(0.0, 4.0), step=0.5, unit="annual margins"),
        Lever(
            "programme_cost",
            "Cost of keeping, of the margin",
            0.0,
            span=(0.0, 0.30),
            step=0.05,
            format="percent",
        ),
        Lever("horizon_years", "Horizon", 40, span=(2, 40), step=2, unit="years"),
    ],
)
def explore_five_points(
    annual_churn: float,
    annual_discount_rate: float,
    margin_growth: float,
    acquisition_cost: float,
    programme_cost: float,
    horizon_years: int,
) -> View:
    """Find the region in which five points are worth what the folklore says."""
    curve = model.gain_curve(
        annual_discount_rate, margin_growth, acquisition_cost, programme_cost, horizon_years
    )
    return View(
        chart.gain_lines(curve, annual_churn),
        says=f"{chart.gain_lines_says(curve, annual_churn)} Margins of {horizon_years} years count.",
        table=curve.iloc[::3].round(3),
    )


@explorer(
    title="Won, kept, saved",
    question="Is it five times, tens of times, or the other way round?",
    levers=[
        Lever(
            "cost_of_newcomer", "Acquisition spending per newcomer", 300, span=(50, 2000), step=50, unit="CNY"
        ),
        Lever("spending", "Retention spending per customer", 10.0, span=(2.0, 200.0), step=2.0, unit="CNY"),
        Lever(
            "annual_retention", "Customers kept a year", 0.85, span=(0.4, 0.95), step=0.05, format="percent"
        ),
        Lever(
            "effect",
            "Customers who stay because of it",
            0.02,
            span=(0.005, 0.2),
            step=0.005,
            format="percent",
        ),
    ],
)
def explore_costs(cost_of_newcomer: float, spending: float, annual_retention: float, effect: float) -> View:
    """Set one ledger, and read three costs from it."""
    customers = 10_000
    ratios = model.cost_ratios(
        1_000.0 * cost_of_newcomer, 1_000.0, customers * spending, customers, annual_retention, effect
    )
    needed = model.break_even_effect(customers * spending, customers, cost_of_newcomer)
    says = (
        f"{chart.cost_bars_says(ratios)} Saving is cheaper than winning once the spending holds "
        f"{100 * needed:.1f} in 100 customers who would have left; here it holds {100 * effect:.1f}."
    )
    table = pd.DataFrame({"measure": list(ratios), "value": [round(value, 2) for value in ratios.values()]})
    return View(chart.cost_bars(ratios), says=says, table=table)


@explorer(
    title="Who brings the profit",
    question="Is it 80/20, and what does the answer depend on?",
    levers=[
        Lever("months", "Window before the last day", 12, span=(1, 36), unit="months"),
        Choice(
            "measure",
            "What is divided",
            "profit",
            options={"profit": "gross profit", "spending": "spending", "orders": "orders"},
        ),
        Choice(
            "counted",
            "Who counts",
            "buyers",
            options={"buyers": "buyers in the window", "everybody": "everybody who ever bought"},
        ),
        Lever(
            "extra_churn",
            "Customers lost a year beside those who left",
            0.0,
            span=(0.0, 0.6),
            step=0.05,
            format="percent",
        ),
    ],
)
def explore_concentration(months: int, measure: str, counted: str, extra_churn: float) -> View:
    """Change the window, the unit, who counts and how many leave, and read the Lorenz curve."""
    amounts = model.window_amounts(
        _orders(), months, measure, extra_annual_churn=extra_churn, everybody=counted == "everybody"
    )
    curve = model.lorenz_curve(amounts)
    name = {"profit": "gross profit", "spending": "spending", "orders": "orders"}[measure]
    who = "buyers only" if counted == "buyers" else "everybody who ever bought"
    window = f"{months} months" if months > 1 else "month"
    more = f", {100 * extra_churn:.0f} % more lost a year" if extra_churn else ""
    table = pd.DataFrame(
        {
            "top share of customers": (tops := [0.01, 0.05, 0.1, 0.2, 0.3, 0.5]),
            "bring": [round(model.top_share(amounts, top), 3) for top in tops],
        }
    )
    says = chart.lorenz_says(curve, f"{name} of the last {window} ({who}{more})")
    return View(chart.lorenz(curve), says=says, table=table)


@explorer(
    title="Share of customer, share of market",
    question="Can a firm have one without the other?",
    levers=[
        Lever(
            "market_share",
            "Expected market share of firm A",
            0.35,
            span=(0.05, 0.60),
            step=0.05,
            format="percent",
        ),
        Lever(
            "sole_loyalty",
            "How faithful people are (0 not at all, 1 to one firm)",
            0.3,
            span=(0.05, 0.95),
            step=0.05,
        ),
        Lever("purchases", "Purchases in the category", 6, span=(1, 24), unit="a period"),
    ],
)
def explore_share(market_share: float, sole_loyalty: float, purchases: int) -> View:
    """Make a market of five firms, and see penetration and share of customer move together."""
    rivals = (1 - market_share) * np.array(RIVALS)
    table = model.firm_table(model.divided_market([market_share, *rivals], sole_loyalty, purchases))
    return View(chart.firms(table), says=chart.firms_says(table), table=table.round(3))


@explorer(
    title="Chains of referrals",
    question="When does word of mouth replace advertising?",
    levers=[
        Lever(
            "share_who_refer", "Customers who tell anybody", 0.5, span=(0.0, 1.0), step=0.05, format="percent"
        ),
        Lever("leads", "People each of them tells", 8, span=(1, 12)),
        Lever("conversion", "Of these, buy", 0.125, span=(0.0, 0.5), step=0.0125, format="percent"),
        Lever("overlap", "Had heard already", 0.0, span=(0.0, 0.9), step=0.1, format="percent"),
    ],
)
def explore_referrals(share_who_refer: float, leads: int, conversion: float, overlap: float) -> View:
    """Let customers bring customers, and watch chains grow or end."""
    table = model.referral_chains(share_who_refer, leads, conversion, overlap, customers=100)
    r0 = model.reproduction(share_who_refer, leads, conversion * (1 - overlap))
    return View(chart.chains(table), says=chart.chains_says(table, r0), table=table.round(1))
