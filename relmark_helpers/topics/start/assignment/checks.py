"""What each check of assignment 00 looks for, and what it says of the usual mistakes."""

from __future__ import annotations

from relmark_helpers.notebook.answers import Named, Number, Word
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.start.assignment import mistakes, right
from relmark_helpers.topics.start.assignment.own_case import SITUATION_KEYS
from relmark_helpers.topics.start.assignment.situations import SKILLS

CHECKS: dict[str, Check] = {
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
        ),
    ),
    "1 skills": Check(
        Named(SITUATION_KEYS, Word(SKILLS)),
        right.skills,
        "See section 0.1, “What the course is for”.",
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
