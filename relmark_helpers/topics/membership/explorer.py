"""Explorers of chapter 11: bonds, expiry, the liability, two cards, selection, three programmes, the designer."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.notebook.explorer import explorer
from relmark_helpers.notebook.levers import Choice, Lever
from relmark_helpers.notebook.view import View
from relmark_helpers.topics.membership import chart, model
from relmark_helpers.topics.membership.model.progress import wilson
from relmark_helpers.topics.membership.model.runs import GIVE_BACK, SEEDS

FULL = {0.2: "a fifth (as now)", 1.0: "full"}
ANSWERS = {
    "flat": "not at all (as in the tables)",
    "diminishing": "with diminishing returns",
    "proportional": "in proportion",
}


def _thousand(row: dict[str, Any]) -> dict[str, float]:
    """Net with its interval, cost and owed of a design, in thousand CNY."""
    net, low, high = model.mean_interval([row[f"net_{seed}"] / 1000 for seed in SEEDS])
    return {
        "net": net,
        "low": low,
        "high": high,
        "cost": row["cost"] / 1000,
        "owed": row["owed"] / 1000,
        "kept": row["kept"],
        "orders": row["orders"],
        "anyway": row["anyway"],
    }


@explorer(
    title="Three bonds",
    question="Which bond brings orders, which keeps people, and which brings money?",
    levers=[
        Lever("give_back", "Give-back in points", 0.02, span=(0.0, 0.05), step=0.01, format="percent"),
        Choice("benefits", "Social and structural benefits, where given", 1.0, options=FULL),
    ],
)
def explore_bonds(give_back: float, benefits: float) -> View:
    """Add social and structural benefits to points, one at a time and together."""
    settings = {
        "points alone": (0.0, 0.0),
        "with social": (benefits, 0.0),
        "with structural": (0.0, benefits),
        "with both": (benefits, benefits),
    }
    rows = pd.DataFrame(
        [
            {"programme": name, **_thousand(model.design("flat", give_back, "as now", 2, *levels))}
            for name, levels in settings.items()
        ]
    ).rename(columns={"low": "net_low", "high": "net_high"})
    return View(
        chart.bond_settings(rows),
        says=chart.bond_settings_says(rows, give_back) + f" Benefits: {FULL[benefits]}.",
        table=rows.round(1),
    )


@cache
def _rules(years: int, oldest_first: bool) -> pd.DataFrame:
    return model.other_rules(load("points_ledger"), years, oldest_first)


@explorer(
    title="Expiry",
    question="What do the rules of expiry take from members who behave as they did?",
    levers=[
        Lever("years", "Calendar years until points expire", 2, span=(1, 3), step=1, unit="years"),
        Choice(
            "first",
            "Rewards take",
            "oldest",
            options={"oldest": "the oldest first", "newest": "the newest first"},
        ),
    ],
)
def explore_expiry(years: int, first: str) -> View:
    """Run the same earning and the same rewards through other rules."""
    rules = _rules(years, first == "oldest")
    return View(
        chart.expiry_years(rules), says=chart.expiry_years_says(rules, years, first == "oldest"), table=rules
    )


@explorer(
    title="What points owe",
    question="What does the guess of how many points will be redeemed do to profit?",
    levers=[
        Lever(
            "first",
            "Expected to be redeemed, at the sale",
            0.95,
            span=(0.5, 1.0),
            step=0.01,
            format="percent",
        ),
        Lever(
            "later", "Expected, at the end of period 2", 0.97, span=(0.9, 1.0), step=0.01, format="percent"
        ),
        Lever("early", "Points redeemed in period 1", 4500, span=(0, 5000), step=500),
    ],
)
def explore_liability(first: float, later: float, early: int) -> View:
    """Sell for 100,000 with 10,000 points of 1 each, redeem, and change your mind."""
    owed = model.allocated(100_000, 10_000, first)["points"]
    redeemed = [float(early), 4000.0]
    before = max(10_000 * first, sum(redeemed))  # an estimate below what has been redeemed can't be kept
    kept = model.recognised(owed, redeemed, [before, before])
    changed = model.recognised(owed, redeemed, [before, 10_000 * later])
    return View(
        chart.schedule(kept, changed),
        says=f"Of 100,000 paid, {owed:,.0f} are owed for points. " + chart.schedule_says(kept, changed),
        table=changed.round(0),
    )


@explorer(
    title="Progress to reward",
    question="How many cards does it take to be sure of a head start?",
    levers=[
        Lever("cards", "Cards in each group", 150, span=(20, 1000), step=10),
        Lever("plain", "Finished without a head start", 0.19, span=(0.02, 0.80), step=0.01, format="percent"),
        Lever(
            "head_start", "Finished with a head start", 0.34, span=(0.02, 0.80), step=0.01, format="percent"
        ),
    ],
)
def explore_progress(cards: int, plain: float, head_start: float) -> View:
    """Repeat the test of the two cards with other numbers."""
    done = {"plain": round(cards * plain), "head_start": round(cards * head_start)}
    found = model.two_cards(done["plain"], cards, done["head_start"], cards)
    intervals = {name: wilson(count, cards) for name, count in done.items()}
    needed = "no number of cards tells equal shares apart"
    if plain != head_start:
        needed = f"for a chance of 80 % to find this difference each group needs {model.cards_needed(plain, head_start):,} cards"
    return View(
        chart.cards(found, intervals),
        says=f"{chart.cards_says(found, cards)[:-1]}; {needed}.",
        table=pd.DataFrame([found]).round(3),
    )


@explorer(
    title="Members and others",
    question="When does a comparison find the effect that was put in?",
    levers=[
        Lever(
            "effect", "True effect on a member's orders", 0.2, span=(0.0, 0.6), step=0.05, format="percent"
        ),
        Lever("selection", "How much more frequent buyers join", 1.0, span=(0.0, 2.0), step=0.25),
        Lever("months_before", "Months known before the club", 6, span=(3, 36), step=3, unit="months"),
        Lever("drift", "Members would have grown anyway", 0.0, span=(-0.2, 0.2), step=0.05, format="percent"),
    ],
)
def explore_selection(effect: float, selection: float, months_before: int, drift: float) -> View:
    """Change who joins, what is known of them before, and their own trend."""
    found = model.selection_study(effect, selection, months_before, drift)
    return View(chart.study(found), says=chart.study_says(found), table=pd.DataFrame([found]).round(2))


@cache
def _rebate_curves() -> pd.DataFrame:
    spending = [500.0 * step for step in range(1, 81)]
    return pd.DataFrame(
        {
            name: [model.annual_rebate(each, one) / each for each in spending]
            for name, one in model.PRESETS.items()
        },
        index=spending,
    )


@explorer(
    title="Three programmes and ours",
    question="Whom does an airline, a supermarket, a car dealer reward?",
    levers=[Lever("spending", "Spent in the year", 6000, span=(500, 40000), step=500, unit="CNY")],
)
def explore_programmes(spending: int) -> View:
    """Spend so much in a year, and see what each kind of programme gives back."""
    back = {name: model.annual_rebate(float(spending), one) for name, one in model.PRESETS.items()}
    return View(
        chart.rebates(_rebate_curves(), spending),
        says=chart.rebates_says(back, spending),
        table=pd.DataFrame([back]).round(0),
    )


@explorer(
    title="Programme designer",
    question="Which programme nets most against none, and which number decides it that no ledger holds?",
    levers=[
        Choice("response", "Members answer the worth of a point", "diminishing", options=ANSWERS),
        Lever("give_back", "Give-back", 0.02, span=(0.0, 0.05), step=0.01, format="percent"),
        Choice(
            "tiers",
            "Tiers",
            "as now",
            options={"none": "none", "as now": "as now", "easy": "at a third of the points"},
        ),
        Lever("expiry_years", "Points expire after", 2, span=(1, 3), step=1, unit="calendar years"),
        Choice("social", "Social benefits", 0.2, options={0.0: "none", 0.2: "a fifth (as now)", 1.0: "full"}),
        Choice(
            "structural",
            "Structural benefits",
            0.2,
            options={0.0: "none", 0.2: "a fifth (as now)", 1.0: "full"},
        ),
    ],
)
def explore_designer(
    response: str, give_back: float, tiers: str, expiry_years: int, social: float, structural: float
) -> View:
    """Choose a programme; every one was run in six companies with and without it, under the same luck."""
    curve = pd.DataFrame(
        [
            {
                "give_back": each,
                **_thousand(model.design(response, each, tiers, expiry_years, social, structural)),
            }
            for each in GIVE_BACK
        ]
    )
    return View(
        chart.designer(curve, give_back), says=chart.designer_says(curve, give_back), table=curve.round(2)
    )
