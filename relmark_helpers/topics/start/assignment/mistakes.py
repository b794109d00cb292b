"""What the usual mistakes in assignment 00 lead to, from the case."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from relmark_helpers.company.catalogue import BRANCHES
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


def run_before(case: Case, runs: int) -> int:
    """As if the second cell had run so many times."""
    return int(case.stock["fridges"] - runs * case.stock["sold"])


def placed(*places: int) -> Callable[[Case], dict[str, str]]:
    """The words of the situations, each in the place of another."""

    def moved(case: Case) -> dict[str, str]:
        found = right.skills(case)
        words = list(found.values())
        return dict(zip(found, (words[place] for place in places), strict=True))

    return moved


def monthly(case: Case, **other: int | str) -> pd.Series:
    """Orders of each month, of another branch or of one channel alone."""
    orders = load("orders")
    if "channel" in other:
        orders = orders[orders["channel"] == other["channel"]]
    return model.monthly_orders(orders, int(other.get("branch", case.branch)))["orders"]


def beside(case: Case, step: int) -> float:
    """The highest mean of the branch so many places on in the list."""
    branch = (case.branch + step - 1) % len(BRANCHES) + 1
    return float(model.moving_mean(monthly(case, branch=branch), case.months).max())


def highest_of(case: Case, more: int = 0) -> float:
    """The highest mean over more months, or fewer."""
    return float(model.moving_mean(monthly(case), case.months + more).max())


def highest_of_case(case: Case) -> float:
    """The highest mean of the orders that the case holds."""
    counted = case.orders.set_index("ordered_on").resample("MS").size()
    return float(counted.rolling(case.months).mean().max())


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


def buyers_with(case: Case, once: bool) -> int:
    """Buyers with a single order, or with several."""
    orders = case.orders["customer_id"].value_counts()
    return int(((orders == 1) == once).sum())


def consent_without_order(case: Case) -> int:
    """Customers who have agreed and bought nothing."""
    bought = case.customers["customer_id"].isin(case.orders["customer_id"])
    return int((~bought & case.customers["consent"]).sum())


def alone_knowing(case: Case, *fields: pd.Series) -> int:
    """Alone when other fields are known."""
    return int((case.customers.groupby(list(fields))["customer_id"].transform("size") == 1).sum())


def alone_by_year(case: Case) -> int:
    """Alone when the exact birth year is known."""
    known = case.customers.assign(branch_id=case.branch)
    return int((model.crowd_sizes(known, "year", joined="year") == 1).sum())


def different_crowds(case: Case) -> int:
    """How many crowds there are, of any size."""
    customers = case.customers
    return len(set(zip(customers["birth_year"] // 10, customers["joined"].dt.year, strict=True)))


def highest_of_a_channel(case: Case, channel: str) -> float:
    """The highest mean of the orders of one channel."""
    return float(model.moving_mean(monthly(case, channel=channel), case.months).max())


def buyers_of_a_channel(case: Case, channel: str) -> int:
    """Customers who ordered by one channel."""
    return int(case.orders.loc[case.orders["channel"] == channel, "customer_id"].nunique())


def alone_by_month(case: Case) -> int:
    """Customers alone with their decade and month of joining, whatever its year."""
    return int(alone_knowing(case, case.customers["birth_year"] // 10, case.customers["joined"].dt.month))
