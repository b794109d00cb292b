"""What is right for a case of assignment 00."""

from __future__ import annotations

import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.start import model
from relmark_helpers.topics.start.assignment.situations import SKILL_OF


def after_run_all(case: Case) -> int:
    """Fridges left when the kernel is new and each cell has run once."""
    return int(case.stock["fridges"] - case.stock["sold"])


def skills(case: Case) -> dict[str, str]:
    """The outcome of the course that answers each situation."""
    return {key: SKILL_OF[text] for key, text in case.situations.items()}


def moving_means(case: Case) -> pd.Series:
    """The line that the explorer draws for the case's branch and months."""
    monthly = model.monthly_orders(load("orders"), case.branch)
    return model.moving_mean(monthly["orders"], case.months)


def highest_mean(case: Case) -> float:
    """The highest point of that line."""
    return float(moving_means(case).max())


def buyers(case: Case) -> int:
    """Different customers with an order."""
    return int(case.orders["customer_id"].nunique())


def may_write(case: Case) -> int:
    """Buyers who have agreed to be written to."""
    bought = case.customers["customer_id"].isin(case.orders["customer_id"])
    return int((bought & case.customers["consent"]).sum())


def crowds(case: Case) -> pd.Series:
    """Each customer's crowd, by decade of birth and year of joining."""
    return model.crowd_sizes(case.customers.assign(branch_id=case.branch), "decade", joined="year")


def alone(case: Case) -> int:
    """Customers with a crowd of one."""
    return int((crowds(case) == 1).sum())
