"""Less usual mistakes in assignment 00, each with the sentence that names it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import product
from types import MappingProxyType

import numpy as np
import pandas as pd

from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.store import load
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.topics.start import model
from relmark_helpers.topics.start.assignment import mistakes, right
from relmark_helpers.topics.start.assignment.own_case import SITUATION_KEYS
from relmark_helpers.topics.start.assignment.situations import SKILLS


def _highest(monthly: pd.Series, case: Case) -> float:
    return float(model.moving_mean(monthly, case.months).max())


def _month_of_highest(case: Case) -> float:
    """The last of the months whose mean is highest that is no mean or month by which others go wrong."""
    monthly, means = mistakes.monthly(case), right.moving_means(case)
    inside = monthly.loc[: means.idxmax()].iloc[-case.months :]
    others = {float(monthly.max()), float(monthly.nlargest(case.months).mean())}
    return next((month for month in map(float, reversed(inside.tolist())) if month not in others), np.nan)


def _mean_of_year(case: Case) -> float:
    """The best calendar year's orders over twelve."""
    return float(_of_branch(case)["ordered_on"].dt.year.value_counts().max() / 12)


def _customers_of_month(case: Case) -> float:
    """Different customers of each month in place of orders."""
    orders = _of_branch(case)
    month = orders["ordered_on"].dt.to_period("M")
    return _highest(orders.groupby(month)["customer_id"].nunique(), case)


def _products_of_month(case: Case) -> float:
    """Lines of orders in place of orders."""
    orders = _of_branch(case).set_index("order_id")["ordered_on"].dt.to_period("M")
    return _highest(load("order_lines")["order_id"].map(orders).dropna().value_counts().sort_index(), case)


def _same_month(case: Case, mean: bool) -> float:
    """The same month of all years together, or their mean."""
    when = _of_branch(case)["ordered_on"].dt
    years = when.year.nunique() if mean else 1
    return _highest(when.month.value_counts().sort_index() / years, case)


def _of_branch(case: Case, year: bool = False) -> pd.DataFrame:
    """Orders of the whole branch, of the case's year or of all."""
    orders = load("orders")
    inside = orders["branch_id"] == case.branch
    found: pd.DataFrame = orders[inside & (orders["ordered_on"].dt.year == case.year) if year else inside]
    return found


def _buyers_of_branch(case: Case) -> int:
    return int(_of_branch(case, year=True)["customer_id"].nunique())


def _buyers_by(case: Case) -> int:
    """Customers counted for every day with an order, or every month where no day has two."""
    customer, when = case.orders["customer_id"], case.orders["ordered_on"]
    days, months = (len(set(zip(customer, each, strict=True))) for each in (when, when.dt.to_period("M")))
    return months if days == len(case.orders) else days


def _writable_of_branch(case: Case) -> int:
    customers = load("customers")
    agreed = customers.loc[customers["consent"], "customer_id"]
    return int(agreed.isin(_of_branch(case, year=True)["customer_id"]).sum())


def _writable_or(case: Case) -> int:
    """Bought or agreed, in place of both."""
    bought = case.customers["customer_id"].isin(case.orders["customer_id"])
    return int((bought | case.customers["consent"]).sum())


def _writable_online(case: Case) -> int:
    online = case.orders.loc[case.orders["channel"] == "online", "customer_id"]
    return int((case.customers["customer_id"].isin(online) & case.customers["consent"]).sum())


def _words(case: Case, words: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(SITUATION_KEYS, words, strict=True))


FURTHER: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
        "1": (
            Mistake(
                lambda case: 0,
                "A new kernel has forgotten everything, but Run All begins with the first cell.",
            ),
        ),
        "1 skills": tuple(
            Mistake(
                partial(_words, words=words),
                "One aim stands twice here; each situation has another, be its buyers firms or families.",
            )
            for words in product(SKILLS, repeat=len(SITUATION_KEYS))
            if len(set(words)) == 2
        ),
        "2": (
            *(
                Mistake(value, "This is a mean over twelve months; take as many as your case says.")
                for value in (lambda case: mistakes.highest_of(case, 12 - case.months), _mean_of_year)
            ),
            Mistake(
                _month_of_highest,
                "This is one of the months whose mean is highest; the line shows the mean of them all.",
            ),
            Mistake(
                _customers_of_month,
                "This counts each customer once a month; who orders twice in it makes two orders.",
            ),
            Mistake(_products_of_month, "These are the lines of the orders; count each order once."),
            *(
                Mistake(
                    partial(_same_month, mean=mean),
                    "This puts the same month of all years together; the line goes on from year to year.",
                )
                for mean in (False, True)
            ),
            Mistake(
                lambda case: mistakes.highest_of_all_branches(case) / len(BRANCHES),
                "This is the mean over all branches; choose the branch of your case.",
            ),
        ),
        "3": (
            Mistake(
                _buyers_of_branch,
                "These are all who ordered at the branch in the year; count those among the customers of your case.",
            ),
            Mistake(
                lambda case: int(case.customers["customer_id"].isin(load("orders")["customer_id"]).sum()),
                "These ordered in any year; count those with an order in the year of your case.",
            ),
            Mistake(
                _buyers_by, "Who ordered on several days counts several times here; count each customer once."
            ),
            Mistake(
                right.may_write,
                "These are the buyers who have consented; as a buyer everybody with an order counts.",
            ),
        ),
        "3 consent": (
            Mistake(
                _writable_of_branch,
                "These are buyers of the whole branch; count those among the customers of your case.",
            ),
            Mistake(
                lambda case: right.buyers(case) - int((~case.customers["consent"]).sum()),
                "This takes off everybody who refused; who bought nothing is no buyer to take off.",
            ),
            Mistake(_writable_or, "These have bought or consented; count those who have done both."),
            Mistake(
                _writable_online,
                "These are the consenting buyers of one channel; an order by any channel counts.",
            ),
        ),
    }
)
