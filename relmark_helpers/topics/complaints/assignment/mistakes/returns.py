"""What the usual mistakes in tasks 1 and 2 of assignment 10 lead to: who speaks up, and who comes back."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.once import once
from relmark_helpers.topics.complaints.assignment import right
from relmark_helpers.topics.complaints.model import cases


def _back(case: Case, customers: pd.Series, since: pd.Series) -> pd.Series:
    """Who ordered in the days after a day, be they over or not: 1 or 0."""
    beyond = case.orders.tail(1).assign(customer_id=-1, ordered_on=pd.Timestamp("2026-01-01"))
    later = cases.ordered_within(customers, since, pd.concat([case.orders, beyond]), case.within)
    return (later > 0).astype("float64")


def funnel_of_all(case: Case) -> dict[str, float]:
    """All shares of the answers with a problem."""
    found = cases.funnel(right.problems(case)).set_index("stage")["count"]
    base = float(found["had a problem"])
    return {
        "complained": float(found["complained"]) / base,
        "resolved": float(found["complained, resolved"]) / base,
        "returned": float(found["complained, resolved, returned"]) / base,
        "silent returned": float(found["said nothing, returned"]) / base,
    }


def funnel_with_open_days(case: Case) -> dict[str, float]:
    """Answers whose days are not over counted as not returned."""
    rows = right.problems(case)
    back = _back(case, rows["customer_id"], case.surveys.loc[rows.index, "answered_on"])
    spoke, solved = rows["complained"], rows["resolved"]
    return {
        "complained": float(spoke.mean()),
        "resolved": float(solved[spoke].mean()),
        "returned": float(back[solved].mean()),
        "silent returned": float(back[~spoke].mean()),
    }


def _followed(case: Case) -> pd.DataFrame:
    """The answers with a problem whose days are over."""
    rows = right.problems(case)
    return rows[rows["returned"].notna()]


def _found(case: Case) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Of each answer with a problem: complained of, resolved, returned."""
    rows = _followed(case)
    return rows["complained"], rows["resolved"], rows["returned"]


def complained_of_all_answers(case: Case) -> dict[str, float]:
    """Divided by all answers, with a problem or without."""
    spoke, _, _ = _found(case)
    return right.funnel(case) | {"complained": float(spoke.sum() / len(case.surveys))}


def complained_of_all_followed(case: Case) -> dict[str, float]:
    """Divided by all answers whose days are over, with a problem or without."""
    spoke, _, _ = _found(case)
    over = case.surveys["answered_on"] + pd.Timedelta(days=case.within) <= case.orders["ordered_on"].max()
    return right.funnel(case) | {"complained": float(spoke.sum() / over.sum())}


def complained_of_major(case: Case) -> dict[str, float]:
    """Of major problems alone."""
    rows = _followed(case)
    return right.funnel(case) | {
        "complained": float(rows.loc[rows["severity"] == "major", "complained"].mean())
    }


def silent_without_problem(case: Case) -> dict[str, float]:
    """Everybody without a complaint taken for silent, who had no problem, too."""
    quiet = case.surveys[~case.surveys["order_id"].isin(case.complaints["order_id"])]
    later = cases.ordered_within(quiet["customer_id"], quiet["answered_on"], case.orders, case.within)
    return right.funnel(case) | {"silent returned": float((later.dropna() > 0).mean())}


def complained_by_customer(case: Case) -> dict[str, float]:
    """Joined by customer: a complaint about any order counts."""
    rows = _followed(case)
    ever = rows["customer_id"].isin(case.complaints["customer_id"]).mean()
    return right.funnel(case) | {"complained": float(ever)}


def resolved_of_all(case: Case) -> dict[str, float]:
    """Resolved of all with a problem."""
    return right.funnel(case) | {"resolved": float(_found(case)[1].mean())}


def resolved_with_partly(case: Case) -> dict[str, float]:
    """Partly resolved counted as resolved, in that share alone."""
    rows = _followed(case)
    outcome = case.complaints.drop_duplicates("order_id").set_index("order_id")["outcome"].astype(str)
    told = case.surveys.loc[rows.index, "order_id"].map(outcome)
    return right.funnel(case) | {"resolved": float((told.dropna() != "unresolved").mean())}


def returned_of_complainers(case: Case) -> dict[str, float]:
    """Returned of all who complained, resolved or not."""
    spoke, _, back = _found(case)
    return right.funnel(case) | {"returned": float(back[spoke].mean())}


def silent_of_all(case: Case) -> dict[str, float]:
    """The silent who returned, of all with a problem."""
    spoke, _, back = _found(case)
    return right.funnel(case) | {"silent returned": float((back * ~spoke).mean())}


def silent_with_unresolved(case: Case) -> dict[str, float]:
    """All that was not resolved taken for silence."""
    _, solved, back = _found(case)
    return right.funnel(case) | {"silent returned": float(back[~solved].mean())}


def funnel_without_end(case: Case) -> dict[str, float]:
    """Any later order counts as return."""
    rows = _followed(case)
    latest = rows["customer_id"].map(case.orders.groupby("customer_id")["ordered_on"].max())
    back = latest > case.surveys.loc[rows.index, "answered_on"]
    return right.funnel(case) | {
        "returned": float(back[rows["resolved"]].mean()),
        "silent returned": float(back[~rows["complained"]].mean()),
    }


def _orders(case: Case, of: pd.Series | None = None) -> dict[str, float]:
    """How many orders came in the days after each answer, over how many there are of each."""
    rows = _followed(case)
    answered = case.surveys.loc[rows.index, "answered_on"]
    later = cases.ordered_within(rows["customer_id"], answered, case.orders, case.within)
    whole = pd.Series(1.0, index=rows.index) if of is None else rows["customer_id"].map(of)
    found = {"returned": rows["resolved"], "silent returned": ~rows["complained"]}
    return right.funnel(case) | {
        name: float(later[which].sum() / whole[which].sum()) for name, which in found.items()
    }


def funnel_of_orders(case: Case) -> dict[str, float]:
    """The share of all orders that came within the days, not of answers followed by one."""
    return _orders(case, case.orders["customer_id"].value_counts())


def funnel_with_orders(case: Case) -> dict[str, float]:
    """The mean number of orders within the days, not the share of answers followed by one."""
    return _orders(case)


def funnel_from_case(case: Case, day: str) -> dict[str, float]:
    """Days of return counted from a day of the case; met by no answer where it comes to the same."""
    rows = _followed(case)
    rows = rows[rows["resolved"]]
    known = case.complaints.drop_duplicates("order_id").set_index("order_id")[day]
    since = case.surveys.loc[rows.index, "order_id"].map(known)
    found = float(_back(case, rows["customer_id"], since).mean())
    funnel = right.funnel(case)
    return funnel | {"returned": found if abs(found - funnel["returned"]) > 0.001 else math.inf}


def _returned(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """The table of task 2 from other rows."""
    found = cases.return_by_handling(rows[rows["severity"] == case.severity])
    return found.set_index("handling")[["rows", "share", "low", "high"]]


@once
def _cases(case: Case) -> pd.DataFrame:
    return cases.case_table(case.complaints, case.orders, case.within)


def returned_of_both(case: Case) -> pd.DataFrame:
    """Cases of both severities together."""
    return _returned(case, _cases(case).assign(severity=case.severity))


def returned_with_normal(case: Case) -> pd.DataFrame:
    """The interval of the textbook for large samples in place of Wilson's."""
    table = right.returned(case)
    half = 1.96 * np.sqrt(table["share"] * (1 - table["share"]) / table["rows"])
    return table.assign(low=table["share"] - half, high=table["share"] + half)


def returned_at_90(case: Case) -> pd.DataFrame:
    """Wilson's interval of 90 %."""
    return _wilson(case, z=1.645)


def returned_with_plain_n(case: Case) -> pd.DataFrame:
    """Wilson's interval with n for its square under the root."""
    return _wilson(case, power=1)


def returned_undivided(case: Case) -> pd.DataFrame:
    """Wilson's interval without the division by 1 + z²/n."""
    return _wilson(case, divided=False)


def _wilson(case: Case, z: float = 1.96, power: int = 2, divided: bool = True) -> pd.DataFrame:
    """Wilson's interval, or almost."""
    table = right.returned(case)
    p, n = table["share"], table["rows"]
    middle, by = p + z**2 / (2 * n), 1 + z**2 / n if divided else 1
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**power))
    return table.assign(low=(middle - half) / by, high=(middle + half) / by)


def returned_with_partly(case: Case) -> pd.DataFrame:
    """Partly resolved counted as resolved."""
    rows = _cases(case)
    return _returned(case, rows.assign(outcome=rows["outcome"].replace("partly", "resolved")))


def returned_without_partly(case: Case) -> pd.DataFrame:
    """Partly resolved cases left out."""
    rows = _cases(case)
    return _returned(case, rows[rows["outcome"] != "partly"])


def returned_within_three(case: Case) -> pd.DataFrame:
    """Quick is fewer than four days."""
    rows = _cases(case)
    return _returned(case, rows.assign(quick=rows["days"] < cases.QUICK))


def returned_from_opening(case: Case) -> pd.DataFrame:
    """Days counted from the day on which the case was opened."""
    return _returned(
        case,
        cases.case_table(
            case.complaints.assign(closed=case.complaints["opened"]), case.orders, case.within
        ).assign(quick=_cases(case)["quick"]),
    )


def returned_by_opening(case: Case) -> pd.DataFrame:
    """Return counted from the opening, of the cases whose days from the closing are over."""
    rows, opened = _cases(case), case.complaints["opened"]
    early = cases.ordered_within(rows["customer_id"], opened, case.orders, case.within)
    return _returned(
        case, rows.assign(returned=(early > 0).astype("float64").where(rows["returned"].notna()))
    )


def returned_by_first_answer(case: Case) -> pd.DataFrame:
    """Quick by the first answer, not by the closing."""
    days = (case.complaints["first_answer"] - case.complaints["opened"]).dt.days
    return _returned(case, _cases(case).assign(quick=days <= cases.QUICK))


def returned_with_open_days(case: Case) -> pd.DataFrame:
    """Cases whose days are not over counted as they stand."""
    rows = _cases(case)
    return _returned(case, rows.assign(returned=_back(case, rows["customer_id"], case.complaints["closed"])))


def returned_exchanged(case: Case) -> pd.DataFrame:
    """What was resolved and what was resolved quickly under each other's name."""
    return right.returned(case).rename({"resolved": "resolved quickly", "resolved quickly": "resolved"})


def returned_quick_or_not_resolved(case: Case) -> pd.DataFrame:
    """Whatever was closed within four days counted as resolved quickly."""
    rows = _cases(case)
    outcome = rows["outcome"].where(~rows["quick"], "resolved")
    return _returned(case, rows.assign(outcome=outcome))


def returned_with_the_quick(case: Case) -> pd.DataFrame:
    """The quick ones counted among the resolved once more."""
    rows = _cases(case)
    pooled = _returned(case, rows.assign(quick=False)).loc["resolved"]
    found = right.returned(case).astype("float64")
    found.loc["resolved"] = pooled
    return found
