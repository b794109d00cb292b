"""Explorers of chapter 00: orders month by month, and who could be recognised."""

from __future__ import annotations

from functools import cache

import pandas as pd

from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.store import load
from relmark_helpers.notebook.explorer import explorer
from relmark_helpers.notebook.levers import Choice, Lever
from relmark_helpers.notebook.view import View
from relmark_helpers.topics.start import chart, model

ALL = "All branches"
BRANCH_NAMES = {0: ALL} | {
    number: f"{number} {each.city_en} · {each.city_zh}" for number, each in enumerate(BRANCHES, start=1)
}
BIRTH_KNOWN = {"none": "not known", "decade": "the decade", "year": "the year"}
BRANCH_KNOWN = {False: "not known", True: "known"}
JOINED_KNOWN = {"none": "not known", "year": "the year", "month": "the month"}


@cache
def _table(name: str) -> pd.DataFrame:
    """A table of the company, read once; nobody changes it here."""
    return load(name)


@explorer(
    title="Orders month by month",
    question="Which swings are a season, and which are chance?",
    levers=[
        Choice("branch", "Branch", 0, options=BRANCH_NAMES),
        Lever("months", "Months in the mean", 1, span=(1, 12), step=1),
    ],
)
def explore_orders(branch: int, months: int) -> View:
    """Look at one branch or all, and smooth the months out."""
    table = model.monthly_orders(_table("orders"), branch or None)
    table["mean"] = model.moving_mean(table["orders"], months)
    who = BRANCH_NAMES[branch]
    return View(chart.monthly_orders(table, months), chart.monthly_orders_says(table, months, who), table)


@explorer(
    title="Who could you recognise",
    question="How many customers are alone with what you know of them?",
    levers=[
        Choice("birth", "Birth year", "decade", options=BIRTH_KNOWN),
        Choice("branch", "Branch", True, options=BRANCH_KNOWN),
        Choice("joined", "Date of joining", "none", options=JOINED_KNOWN),
    ],
)
def explore_recognition(birth: str, branch: bool, joined: str) -> View:
    """Choose what is known of every customer, and count who is alone with it."""
    sizes = model.crowd_sizes(_table("customers"), birth, branch, joined)
    table = model.crowds(sizes)
    parts = [
        *([] if birth == "none" else [f"{BIRTH_KNOWN[birth]} of birth"]),
        *(["the branch"] if branch else []),
        *([] if joined == "none" else [f"{JOINED_KNOWN[joined]} of joining"]),
    ]
    says = chart.crowds_says(table, int(sizes.min()), ", ".join(parts) or "nothing")
    return View(chart.crowds(table), says, table)
