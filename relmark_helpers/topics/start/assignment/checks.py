"""What each check of assignment 00 looks for, and what it says of the usual mistakes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import permutations

from relmark_helpers.notebook.answers import Named, Number, Word
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.notebook.mixed_up import all_alike
from relmark_helpers.topics.start.assignment import mistakes, right
from relmark_helpers.topics.start.assignment.further import FURTHER
from relmark_helpers.topics.start.assignment.own_case import SITUATION_KEYS
from relmark_helpers.topics.start.assignment.situations import SKILLS

_CHECKS: dict[str, Check] = {
    "1": Check(
        Number("fridges"),
        right.after_run_all,
        "See section 0.1, “Cells and their order”.",
        (
            Mistake(
                mistakes.still_in_memory,
                "This is what the kernel remembered before the restart; a new kernel runs every cell once.",
            ),
            Mistake(
                mistakes.memory_and_once_more,
                "A restarted kernel remembers nothing; it does not go on where the old one stopped.",
            ),
            Mistake(mistakes.first_cell_only, "Run All runs the second cell too, once."),
            Mistake(lambda case: case.stock["sold"], "These are the fridges sold; asked for are those left."),
            Mistake(
                lambda case: mistakes.run_before(case, -1),
                "A cell that sells takes fridges away; it adds none.",
            ),
            Mistake(
                lambda case: mistakes.run_before(case, case.stock["times"] - 1),
                "Every run before the restart is forgotten, not only one of them.",
            ),
        ),
    ),
    "1 skills": Check(
        Named(SITUATION_KEYS, Word(SKILLS)),
        right.skills,
        "See section 0.1, “What the course is for”.",
        (
            *(
                Mistake(
                    mistakes.placed(*places),
                    "These words answer the situations, but not those by which they stand.",
                )
                for places in permutations(range(len(SITUATION_KEYS)))
                if places != (0, 1, 2)
            ),
            *all_alike(
                right.skills, SKILLS, "This answers every situation with one aim; each of them has another."
            ),
        ),
    ),
    "2": Check(
        Number("orders a month", 0.6),
        right.highest_mean,
        "See section 0.2: set both levers, then show the numbers.",
        (
            Mistake(
                mistakes.highest_month,
                "This is the highest single month; set “Months in the mean” to those of your case.",
            ),
            Mistake(
                mistakes.highest_of_all_branches,
                "This is the mean of all branches together; choose the branch of your case.",
            ),
            Mistake(mistakes.highest_sum, "This is the sum of the months; the line shows their mean."),
            Mistake(
                lambda case: right.moving_means(case).min(),
                "This is the lowest point of the line; the task asks for the highest.",
            ),
            Mistake(
                lambda case: right.moving_means(case).iloc[-1],
                "This is the latest point of the line; the highest lies further back.",
            ),
            *(
                Mistake(
                    partial(mistakes.highest_of, more=more),
                    f"This mean takes a month {'more' if more > 0 else 'less'} than your case says.",
                )
                for more in (1, -1)
            ),
            *(
                Mistake(
                    partial(mistakes.beside, step=step),
                    "This is the branch beside yours in the list; choose the branch of your case.",
                )
                for step in (1, -1)
            ),
            *(
                Mistake(
                    partial(mistakes.highest_of_a_channel, channel=channel),
                    "These are the orders of one channel; the line counts every channel.",
                )
                for channel in ("store", "online")
            ),
            Mistake(
                lambda case: mistakes.monthly(case).mean(),
                "This is the mean over all months; the line shows the mean of a few, month by month.",
            ),
            Mistake(
                lambda case: mistakes.monthly(case).nlargest(case.months).mean(),
                "This is the mean of the best months, wherever they stand; take months that follow each other.",
            ),
            Mistake(
                mistakes.highest_of_case,
                "These are the orders of the customers in your case; the line counts all of the branch.",
            ),
            Mistake(
                lambda case: right.highest_mean(case) / 30,
                "These are orders a day; the task asks for orders a month.",
            ),
        ),
    ),
    "3": Check(
        Number("customers"),
        right.buyers,
        "See section 0.3, “One key, two tables”.",
        (
            Mistake(
                lambda case: len(case.orders),
                "This counts orders: a row of orders is one order, and a customer can have several.",
            ),
            Mistake(
                lambda case: len(case.customers),
                "This counts all customers of your case; some of them ordered nothing in the year.",
            ),
            Mistake(
                lambda case: len(case.customers) - right.buyers(case),
                "This counts the customers without an order; the task asks for those with one.",
            ),
            Mistake(
                partial(mistakes.buyers_with, once=True),
                "This counts those with a single order; who ordered more often is a buyer too.",
            ),
            Mistake(
                partial(mistakes.buyers_with, once=False),
                "This leaves out those with a single order; one order makes a buyer.",
            ),
            Mistake(
                lambda case: len(case.orders.drop_duplicates(["customer_id", "channel"])),
                "Who ordered by two channels counts twice here; count each customer once.",
            ),
            *(
                Mistake(
                    partial(mistakes.buyers_of_a_channel, channel=channel),
                    "This counts the buyers of one channel; an order by any channel counts.",
                )
                for channel in ("store", "online")
            ),
            Mistake(
                lambda case: len(case.orders) / right.buyers(case),
                "These are orders for each buyer; the task asks for the number of buyers.",
            ),
        ),
    ),
    "3 consent": Check(
        Number("customers"),
        right.may_write,
        "See section 0.3, “One key, two tables”.",
        (
            Mistake(
                lambda case: int(case.customers["consent"].sum()),
                "These have consented, and some of them bought nothing in the year; count buyers only.",
            ),
            Mistake(
                mistakes.consent_by_order,
                "This counts orders: after the link each order has a row, so many buyers count twice or more.",
            ),
            Mistake(
                lambda case: right.buyers(case) - right.may_write(case),
                "These buyers have not consented; they are the ones not to write to.",
            ),
            Mistake(
                mistakes.consent_without_order,
                "These have consented and bought nothing; count those who have done both.",
            ),
            Mistake(right.buyers, "This counts every buyer; some of them have not consented."),
            Mistake(
                lambda case: right.may_write(case) / right.buyers(case),
                "This is the share of the buyers; the task asks for their number.",
            ),
        ),
    ),
    "4": Check(
        Number("customers"),
        right.alone,
        "See section 0.4, “Count the crowds”.",
        (
            Mistake(
                mistakes.alone_by_year,
                "This uses the exact birth year; the task gives away the decade only.",
            ),
            Mistake(
                lambda case: len(case.customers) - right.alone(case),
                "These are the customers in company; the task asks for those who are alone.",
            ),
            Mistake(
                lambda case: 100 * right.alone(case) / len(case.customers),
                "This is the share of the customers in per cent; the task asks for their number.",
            ),
            Mistake(
                lambda case: (right.crowds(case) <= 2).sum(),
                "Two who look the same hide each other; only a crowd of one is alone.",
            ),
            Mistake(
                lambda case: mistakes.alone_knowing(
                    case, case.customers["birth_year"] % 10, case.customers["joined"].dt.year
                ),
                "This takes the last figure of the birth year; the other three figures tell the decade.",
            ),
            Mistake(
                mistakes.alone_by_month, "This uses the month of joining; the task gives away the year only."
            ),
            Mistake(
                mistakes.different_crowds,
                "This is the number of different crowds; count the customers whose crowd is one.",
            ),
            Mistake(
                lambda case: right.alone(case) / len(case.customers),
                "This is the share of the customers; the task asks for their number.",
            ),
            Mistake(
                lambda case: int(right.crowds(case).min()),
                "This is k, the size of the smallest crowd; count the customers who are alone.",
            ),
        ),
    ),
}
CHECKS: dict[str, Check] = {
    task: replace(each, mistakes=(*each.mistakes, *FURTHER.get(task, ()))) for task, each in _CHECKS.items()
}
