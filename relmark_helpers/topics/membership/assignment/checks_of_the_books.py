"""What the checks of tasks 1 to 4 look for: expiry, the account, and what points owe."""

from __future__ import annotations

from functools import partial

from relmark_helpers.notebook.answers import Function, Named, Number, Table
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.membership.assignment import right
from relmark_helpers.topics.membership.assignment.mistakes import books, expiry

_TRIALS = (
    ([4000, 3000], [0, 5000], 2),
    ([4000, 3000, 2000], [0, 1000, 1500], 2),
    ([900, 100, 500, 700], [0, 200, 100, 300], 3),
    ([800, 600], [500, 200], 1),
    ([500, 700, 300, 900, 400], [100, 300, 50, 800, 150], 2),
    ([1000, 800, 600, 500, 700], [300, 200, 900, 100, 250], 3),
    ([300, 200], [0, 100], 3),
    ([600, 500, 0, 400], [0, 700, 200, 100], 2),
)
_OLD_ONES = "What expired at the end of an earlier year is gone: take it off before you work out the next."
_TOO_EARLY = (
    "Points expire here before the rewards of the year are taken off; they expire at its end, after them."
)
_ADDED = "Burned points are below zero in the ledger; subtracted as they stand, they add to what is left."
_NEWEST = "Here rewards take the newest points first; the oldest must go first."
_BELOW_ZERO = "If more was burned than there was of old points, nothing expires: no less than 0."

BOOKS: dict[str, Check] = {
    "1": Check(
        Function(_TRIALS, Number("points", 1e-6)),
        lambda case: right.expiry,
        "See section 11.2, “First in, first out, in one line”.",
        (
            Mistake(lambda case: expiry.expiry_newest_first, _NEWEST),
            Mistake(lambda case: expiry.expiry_without_earlier, _OLD_ONES),
            Mistake(
                lambda case: expiry.expiry_a_year_late,
                "The year of earning counts as the first: with two years, points of 2022 expire at the end of 2023.",
            ),
            Mistake(
                lambda case: expiry.expiry_of_two_years, "Here points always live two years; use `years`."
            ),
            Mistake(
                lambda case: expiry.expiry_one_year_each,
                "Only what was burned in the year of earning is taken off; later rewards take old points too.",
            ),
            Mistake(
                lambda case: expiry.expiry_by_the_last,
                "Only the last year's rewards are taken off; those of earlier years took the oldest points too.",
            ),
            Mistake(
                lambda case: expiry.expiry_of_all_years,
                "This is all that ever expired; return what expires at the end of the last year.",
            ),
            Mistake(
                lambda case: expiry.expiry_as_balance,
                "This is what is left of all points; return what expires at the end of the last year.",
            ),
            Mistake(lambda case: expiry.expiry_below_zero, _BELOW_ZERO),
            Mistake(
                lambda case: expiry.expiry_unburned,
                "This is all that the oldest year brought; rewards have taken some of it.",
            ),
            Mistake(
                lambda case: expiry.expiry_all_from_the_oldest,
                "All rewards are taken off one year's points; some of them took points of earlier years.",
            ),
            Mistake(lambda case: expiry.expiry_before_rewards, _TOO_EARLY),
            Mistake(lambda case: expiry.expiry_without_the_last, _TOO_EARLY),
            Mistake(
                lambda case: expiry.expiry_of_the_first,
                "If `years` is more than the lists are long, nothing is old enough; here the first year expires.",
            ),
            Mistake(
                lambda case: expiry.expiry_from_behind,
                "A slice that ends below 0 counts from the end of the list; let it end at 0 at least.",
            ),
        ),
    ),
    "2": Check(
        Table(["at_end_2023", "at_end_2024"], tolerance=0.5, row="member"),
        right.expired,
        "See section 11.2; work member by member, with your function of task 1.",
        (
            Mistake(
                lambda case: expiry.expired_by(case, rule=1),
                "These points expire in the year they were earned; they live to the end of the next.",
            ),
            Mistake(
                lambda case: expiry.expired_by(case, rule=3),
                "These points live a year too long: the year of earning counts as the first of two.",
            ),
            Mistake(expiry.expired_again, _OLD_ONES),
            Mistake(expiry.expired_newest_first, _NEWEST),
            Mistake(
                lambda case: expiry.expired_unburned(case, [2022]),
                "What was burned in 2023 took old points too: take it off what expires at its end.",
            ),
            Mistake(
                lambda case: expiry.expired_unburned(case, [2023]),
                "What was burned in 2022 took points of 2022 too: take it off.",
            ),
            Mistake(
                lambda case: expiry.expired_unburned(case, right.YEARS),
                "At the end of 2023 nobody has burned the points of 2024 yet.",
            ),
            Mistake(
                lambda case: expiry.expired_unburned(case, []),
                "Nothing that was burned is taken off at the end of 2023.",
            ),
            Mistake(expiry.expired_below_zero, _BELOW_ZERO),
            Mistake(
                expiry.expired_of_the_year,
                "This is what each year itself brought, less its rewards; what expires is left of the year before.",
            ),
            Mistake(
                partial(expiry.expired_less, burned_in=[2024]),
                "From the points of 2023 only rewards of 2024 are taken off; those of 2023 may have taken some.",
            ),
            Mistake(
                expiry.expired_so_far,
                "At the end of 2024 stands what expired in both years; what went in 2023 does not go again.",
            ),
            *(
                Mistake(
                    partial(expiry.expired_less, burned_in=years),
                    "At the end of 2024 the points of 2023 lose rewards here that had taken points of 2022.",
                )
                for years in ([2023, 2024], right.YEARS)
            ),
            Mistake(expiry.expired_with_the_burned, _ADDED),
            Mistake(expiry.expired_with_all_burned, _ADDED),
            Mistake(
                expiry.expired_as_balance,
                "These are balances; of a balance only points of the year before expire.",
            ),
            Mistake(
                expiry.expired_of_some,
                "Members for whom nothing expires are left out; they need a row with 0.",
            ),
            Mistake(expiry.expired_with_total, "Below the members stands a row of sums; leave it out."),
        ),
    ),
    "3": Check(
        Table(["opening", "earn", "adjust", "burn", "expire", "closing"], tolerance=0.006, row="year"),
        right.account,
        "Each closing is the opening and all that moved; the next opening is this closing.",
        (
            Mistake(books.account_in_points, "These are points; multiply by the value of a point."),
            Mistake(books.account_without_expiry, "Nothing expires here: book what you found in task 2."),
            Mistake(
                books.account_unsigned, "What leaves the account is negative: burned and expired points."
            ),
            Mistake(
                books.account_at_two_fen, "This is at 0.02 CNY a point; in your case it is case.point_value."
            ),
            Mistake(
                books.account_with_adjustments_earned,
                "The adjustments are booked as earned; they have a column of their own.",
            ),
            Mistake(
                books.account_expired_late,
                "What expires is booked a year late; it leaves on the last day of its year.",
            ),
            Mistake(
                books.account_of_each_year, "Each closing holds the year's own moves only; add the opening."
            ),
            Mistake(
                books.account_with_the_expired,
                "What had expired is back in the next opening; open with the last closing.",
            ),
            Mistake(
                books.account_never_opened, "Every year opens at 0 here; it opens with the last closing."
            ),
            Mistake(
                books.account_closed_early,
                "The account is closed before the points expire: they are off by then.",
            ),
            Mistake(
                books.account_of_single_years,
                "Each year stands by itself here; it opens with what the year before left.",
            ),
            Mistake(
                books.account_of_a_member, "This is the account of a mean member; close that of all together."
            ),
            Mistake(books.account_in_whole_yuan, "These are whole CNY; an account closes to the cent."),
            Mistake(books.account_by_text, "The years of the index are text here; make them whole numbers."),
        ),
    ),
    "4": Check(
        Named(("goods", "points"), Number("CNY", 0.5)),
        right.split,
        "See section 11.2, “What points owe”.",
        (
            Mistake(
                books.split_without_breakage,
                "The price of a point is its value times the share expected to be redeemed: breakage is missing.",
            ),
            Mistake(
                books.split_at_full_price,
                "You took the points' full price off; divide what was paid in proportion to both stand-alone prices.",
            ),
            Mistake(books.swapped, "Goods and points are under each other's name."),
            Mistake(
                books.split_by_breakage,
                "You took the share that is not redeemed; the price of a point has the share that is.",
            ),
            Mistake(
                books.split_without_value, "The value of a point is missing; it is case.sale['value'], not 1."
            ),
            Mistake(
                books.split_at_full_worth,
                "You took off all points at their worth; some are never redeemed, and what was paid is to be divided.",
            ),
            Mistake(
                books.split_goods_whole,
                "All that was paid is booked as goods; a part of it pays for the points.",
            ),
            Mistake(
                books.split_by_difference,
                "You divided by the difference of both stand-alone prices; divide by their sum.",
            ),
        ),
    ),
    "4 schedule": Check(
        Table(["revenue", "liability"], tolerance=0.5, row="period"),
        right.schedule,
        "Revenue so far is the liability times points redeemed so far over points expected in all.",
        (
            Mistake(
                books.schedule_restated,
                "You used the new estimate from period 1 on; earlier periods stay as they were reported.",
            ),
            Mistake(
                books.schedule_unchanged,
                "Period 3 has a new estimate: use it for all that was redeemed so far.",
            ),
            Mistake(
                books.schedule_by_period,
                "Each period alone leaves earlier revenue as it was; the correction belongs into period 3.",
            ),
            Mistake(
                books.schedule_so_far,
                "This is the revenue since the sale; the column wants that of the period.",
            ),
            Mistake(
                books.schedule_owed_before,
                "This is the liability at the beginning of each period; the column wants that at its end.",
            ),
            Mistake(
                books.schedule_owed_alone,
                "Only the period's own revenue is taken off the liability; take off that of earlier ones too.",
            ),
            Mistake(
                books.schedule_ahead,
                "Period 3 only looks ahead here; its new estimate corrects what was booked before, too.",
            ),
            Mistake(books.schedule_from_zero, "The periods count from 1, not from 0."),
        ),
    ),
    "4 change": Check(
        Number("CNY", 0.5),
        right.change,
        "Period 3's revenue with the new estimate, less what it would have been with the old one.",
        (
            Mistake(lambda case: -right.change(case), "The sign is turned round: profit is new less old."),
            Mistake(
                books.change_of_the_period_alone,
                "The estimate changes what all redeemed points are worth, not only those of period 3.",
            ),
            Mistake(
                books.change_of_the_earlier,
                "The estimate changes what the points of period 3 are worth as well.",
            ),
            Mistake(
                books.change_ahead,
                "Period 3 only looks ahead here; its new estimate corrects what was booked before, too.",
            ),
            Mistake(
                books.change_from_period_2,
                "This compares period 3 with period 2; compare it with itself at the old estimate.",
            ),
            Mistake(
                books.change_in_points, "This is the change in points; what does it do to profit, in CNY?"
            ),
            Mistake(
                books.change_of_all_deferred,
                "This is the estimate's relative change, of all that was deferred; revenue has redeemed over expected.",
            ),
        ),
    ),
}
