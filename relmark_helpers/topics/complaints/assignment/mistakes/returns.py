"""What the usual mistakes in tasks 1 to 3 of assignment 10 lead to: who speaks up, and who comes back."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.once import once
from relmark_helpers.topics.complaints.assignment import right
from relmark_helpers.topics.complaints.model import cases


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
    beyond = case.orders.tail(1).assign(customer_id=-1, ordered_on=pd.Timestamp("2026-01-01"))
    later = cases.ordered_within(
        rows["customer_id"],
        case.surveys.loc[rows.index, "answered_on"],
        pd.concat([case.orders, beyond]),
        case.within,
    )
    back = (later > 0).astype("float64")
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
    table, z = right.returned(case), 1.645
    p, n = table["share"], table["rows"]
    middle = p + z**2 / (2 * n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    return table.assign(low=(middle - half) / (1 + z**2 / n), high=(middle + half) / (1 + z**2 / n))


def returned_with_partly(case: Case) -> pd.DataFrame:
    """Partly resolved counted as resolved."""
    rows = _cases(case)
    return _returned(case, rows.assign(outcome=rows["outcome"].replace("partly", "resolved")))


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
    beyond = case.orders.tail(1).assign(customer_id=-1, ordered_on=pd.Timestamp("2026-01-01"))
    orders = pd.concat([case.orders, beyond])
    later = cases.ordered_within(rows["customer_id"], case.complaints["closed"], orders, case.within)
    return _returned(case, rows.assign(returned=(later > 0).astype("float64")))


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


def rebuy_of_complainers(complaining: float, handled: float, silent: float) -> float:
    """Those who say nothing left out."""
    return handled * complaining


def rebuy_unweighted(complaining: float, handled: float, silent: float) -> float:
    """The plain mean of two shares."""
    return (handled + silent) / 2


def rebuy_all_silent(complaining: float, handled: float, silent: float) -> float:
    """The share of the silent added for everybody."""
    return complaining * handled + silent


def rebuy_turned(complaining: float, handled: float, silent: float) -> float:
    """Each share weighed by how many the other is of."""
    return (1 - complaining) * handled + complaining * silent


def rebuy_rounded(complaining: float, handled: float, silent: float) -> float:
    """Rounded to whole per cent."""
    return round(right.rebuy(complaining, handled, silent), 2)


def needed_more(case: Case) -> float:
    """By how much more must complain."""
    return right.needed(case) - float(case.told["complaining"])


def needed_over_handled(case: Case) -> float:
    """Those who would come back anyway left below the line."""
    told = case.told
    return float((told["wanted"] - told["silent"]) / told["handled"])


def needed_without_silent(case: Case) -> float:
    """The silent taken to buy nothing."""
    return float(case.told["wanted"] / case.told["handled"])
