"""What each check of assignment 11 looks for, and what it says of the usual mistakes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from relmark_helpers.notebook.answers import Function, Kind, Named, Number, Table, Word
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.membership.assignment import mistakes, plan, right
from relmark_helpers.topics.membership.assignment.own_case import CLAIMS_EACH
from relmark_helpers.topics.membership.assignment.statements import BONDS, TESTABLE, TRADES
from relmark_helpers.topics.membership.model.tiers import TIER_NAMES

_TRIALS = (
    ([4000, 3000], [0, 5000], 2),
    ([4000, 3000, 2000], [0, 1000, 1500], 2),
    ([900, 100, 500, 700], [0, 200, 100, 300], 3),
    ([800, 600], [500, 200], 1),
)
_OLD_ONES = "What expired at the end of an earlier year is gone: take it off before you work out the next."


def _constantly(function: Callable[..., Any]) -> Callable[[Case], Any]:
    return lambda case: function


def _named(keys: tuple[str, ...], unit: str, tolerance: float) -> Kind:
    return Named(keys, Number(unit, tolerance))


def _words(letter: str, count: int, options: tuple[str, ...]) -> Kind:
    return Named([f"{letter}{number}" for number in range(1, count + 1)], Word(options))


CHECKS: dict[str, Check] = {
    "1": Check(
        Function(_TRIALS, Number("points", 1e-6)),
        _constantly(right.expiry),
        "See section 11.2, “First in, first out, in one line”.",
        (
            Mistake(
                _constantly(mistakes.expiry_newest_first),
                "Here rewards take the newest points first; the oldest must go first.",
            ),
            Mistake(_constantly(mistakes.expiry_without_earlier), _OLD_ONES),
            Mistake(
                _constantly(mistakes.expiry_a_year_late),
                "The year of earning counts as the first: with two years, points of 2022 expire at the end of 2023.",
            ),
        ),
    ),
    "2": Check(
        Table(["at_end_2023", "at_end_2024"], tolerance=0.5, row="member"),
        right.expired,
        "See section 11.2; work member by member, with your function of task 1.",
        (
            Mistake(
                lambda case: mistakes.expired_by(case, rule=1),
                "These points expire in the year they were earned; they live to the end of the next.",
            ),
            Mistake(
                lambda case: mistakes.expired_by(case, rule=3),
                "These points live a year too long: the year of earning counts as the first of two.",
            ),
            Mistake(mistakes.expired_again, _OLD_ONES),
            Mistake(
                mistakes.expired_newest_first,
                "Here rewards take the newest points first; the oldest must go first.",
            ),
        ),
    ),
    "3": Check(
        Table(["opening", "earn", "adjust", "burn", "expire", "closing"], tolerance=0.006, row="year"),
        right.account,
        "Each closing is the opening and all that moved; the next opening is this closing.",
        (
            Mistake(mistakes.account_in_points, "These are points; multiply by the value of a point."),
            Mistake(mistakes.account_without_expiry, "Nothing expires here: book what you found in task 2."),
            Mistake(
                mistakes.account_unsigned, "What leaves the account is negative: burned and expired points."
            ),
        ),
    ),
    "4": Check(
        _named(("goods", "points"), "CNY", 0.5),
        right.split,
        "See section 11.2, “What points owe”.",
        (
            Mistake(
                mistakes.split_without_breakage,
                "The price of a point is its value times the share expected to be redeemed: breakage is missing.",
            ),
            Mistake(
                mistakes.split_at_full_price,
                "You took the points' full price off; divide what was paid in proportion to both stand-alone prices.",
            ),
            Mistake(mistakes.swapped, "Goods and points are under each other's name."),
        ),
    ),
    "4 schedule": Check(
        Table(["revenue", "liability"], tolerance=0.5, row="period"),
        right.schedule,
        "Revenue so far is the liability times points redeemed so far over points expected in all.",
        (
            Mistake(
                mistakes.schedule_restated,
                "You used the new estimate from period 1 on; earlier periods stay as they were reported.",
            ),
            Mistake(
                mistakes.schedule_unchanged,
                "Period 3 has a new estimate: use it for all that was redeemed so far.",
            ),
            Mistake(
                mistakes.schedule_by_period,
                "Each period alone leaves earlier revenue as it was; the correction belongs into period 3.",
            ),
        ),
    ),
    "4 change": Check(
        Number("CNY", 0.5),
        right.change,
        "Period 3's revenue with the new estimate, less what it would have been with the old one.",
        (
            Mistake(lambda case: -right.change(case), "The sign is turned round: profit is new less old."),
            Mistake(
                mistakes.change_of_the_period_alone,
                "The estimate changes what all redeemed points are worth, not only those of period 3.",
            ),
        ),
    ),
    "5": Check(
        Table(TIER_NAMES, tolerance=1e-6, row="tier"),
        right.tier_counts,
        "The tier on a day is that of the member's latest event up to it; see section 11.3.",
        (Mistake(mistakes.tiers_transposed, "Rows are the tier at the end of 2023, columns that of 2024."),),
    ),
    "5 shares": Check(
        Table(TIER_NAMES, tolerance=0.0005, row="tier"),
        right.tier_shares,
        "Divide each count by the sum of its row.",
        (
            Mistake(
                mistakes.tiers_by_column,
                "You divided by the sums of the columns; each row must add up to 1.",
            ),
        ),
    ),
    "6": Check(
        _named(("difference", "z", "odds_ratio"), "difference from -1 to 1, z, odds ratio", 0.005),
        right.cards,
        "See section 11.3, the test at the car wash.",
        (
            Mistake(
                mistakes.cards_relative,
                "The difference is one of shares, in points; you divided it by the first.",
            ),
            Mistake(
                mistakes.cards_ratio_of_shares,
                "This is the ratio of the shares; odds are done over not done.",
            ),
            Mistake(mistakes.cards_unpooled, "The odds ratio is the wrong way round: head start over none."),
        ),
    ),
    "6 interval": Check(
        _named(("low", "high"), "from -1 to 1", 0.012),
        right.interval,
        "Ends of a 95 % interval of the difference; see section 11.3.",
        (),
    ),
    "7": Check(
        _named(("naive", "matched", "did"), "orders a year", 0.01),
        right.effects,
        "See section 11.4, each method in the open.",
        (
            Mistake(
                mistakes.effects_not_doubled,
                "Before counts half a year and after a whole one: double what was before.",
            ),
            Mistake(
                mistakes.effects_matched_for_others,
                "This is averaged over the others; the question is about members.",
            ),
            Mistake(
                mistakes.effects_against_never,
                "Others are all who had not joined by the end of 2022; who joins later must not be left out.",
            ),
        ),
    ),
    "8": Check(
        Number("orders a year", 0.01),
        right.truth,
        "The same members, with the club and without.",
        (Mistake(mistakes.truth_of_everybody, "This is averaged over all customers; take members only."),),
    ),
    "8 anyway": Check(
        _named(("share", "per_extra"), "from 0 to 1; CNY a CNY", 0.002),
        right.anyway,
        "See section 11.5; of each member's rewards the part that goes to spending without the club.",
        (
            Mistake(
                mistakes.anyway_unweighted,
                "Every member counts alike here; weigh each by the rewards taken.",
            ),
            Mistake(
                mistakes.anyway_turned, "This is the share for extra purchases; asked for is the other part."
            ),
        ),
    ),
    "9": Check(
        plan.Design(),
        plan.judged_by(plan.good),
        "See section 11.5; try programmes with `rm.membership.model.against_none`.",
    ),
    "10": Check(_words("b", 2 * len(BONDS), BONDS), right.bonds, "See section 11.1, the table of levels."),
    "10 trades": Check(_words("p", len(TRADES), TRADES), right.trades, "See sections 11.1 and 11.2."),
    "10 testable": Check(
        _words("c", 2 * CLAIMS_EACH, TESTABLE),
        right.testable,
        "Ask what you would need beside the tables: rivals, feelings, a world without the club?",
    ),
}
