"""What the usual mistakes in assignment 00 lead to, from the case."""

from __future__ import annotations

from relmark_helpers.company.store import load
from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.start import model
from relmark_helpers.topics.start.assignment import right


def still_in_memory(case: Case) -> int:
    """What the old kernel remembered."""
    return int(case.stock["fridges"] - case.stock["times"] * case.stock["sold"])


def memory_and_once_more(case: Case) -> int:
    """As if the new kernel went on where the old one stopped."""
    return still_in_memory(case) - int(case.stock["sold"])


def first_cell_only(case: Case) -> int:
    """As if only the first cell ran."""
    return int(case.stock["fridges"])


def highest_month(case: Case) -> float:
    """The highest single month, not smoothed."""
    return float(model.monthly_orders(load("orders"), case.branch)["orders"].max())


def highest_of_all_branches(case: Case) -> float:
    """The right lever for the months, and the wrong one for the branch."""
    return float(model.moving_mean(model.monthly_orders(load("orders"))["orders"], case.months).max())


def highest_sum(case: Case) -> float:
    """Orders of several months together."""
    return right.highest_mean(case) * float(case.months)


def consent_by_order(case: Case) -> int:
    """Orders, not buyers, with consent."""
    return int(case.orders.merge(case.customers, on="customer_id")["consent"].sum())


def alone_by_year(case: Case) -> int:
    """Alone when the exact birth year is known."""
    known = case.customers.assign(branch_id=case.branch)
    return int((model.crowd_sizes(known, "year", joined="year") == 1).sum())


def different_crowds(case: Case) -> int:
    """How many crowds there are, of any size."""
    customers = case.customers
    return len(set(zip(customers["birth_year"] // 10, customers["joined"].dt.year, strict=True)))
