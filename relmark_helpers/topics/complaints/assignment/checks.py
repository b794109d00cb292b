"""What each check of assignment 10 looks for, and what it says of the usual mistakes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from relmark_helpers.notebook.answers import Function, Kind, Named, Number, Table, Word
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.complaints.assignment import mistakes, plan, right
from relmark_helpers.topics.complaints.assignment.own_case import CLAIMS_EACH
from relmark_helpers.topics.complaints.assignment.statements import HOLDS, RULES
from relmark_helpers.topics.complaints.model.worlds import JUSTICES


def _constantly(function: Callable[..., Any]) -> Callable[[Case], Any]:
    return lambda case: function


def _named(keys: Sequence[str], unit: str, tolerance: float) -> Kind:
    return Named(keys, Number(unit, tolerance))


def _words(letter: str, count: int, options: Sequence[str]) -> Kind:
    return Named([f"{letter}{number}" for number in range(1, count + 1)], Word(options))


CHECKS: dict[str, Check] = {
    "1": Check(
        _named(right.FUNNEL, "share from 0 to 1", 0.002),
        right.funnel,
        "See section 10.1; mind of which stage each is a share, and whose days are over.",
        (
            Mistake(
                mistakes.funnel_of_all,
                "All four are divided by the answers with a problem; each is a share of the stage before.",
            ),
            Mistake(
                mistakes.funnel_with_open_days,
                "An answer whose days are not over by the last order has neither returned nor not: leave it out.",
            ),
        ),
    ),
    "2": Check(
        Table(["share", "low", "high"], tolerance=0.002, row="way of handling"),
        right.returned,
        "See section 10.1; three ways of handling, one severity, Wilson's interval.",
        (
            Mistake(
                mistakes.returned_of_both, "Both severities are in it; the task asks for one, case.severity."
            ),
            Mistake(
                mistakes.returned_with_partly,
                "Partly resolved is not resolved.",
            ),
            Mistake(
                mistakes.returned_with_normal,
                "These bounds are share ± 1.96 standard errors; the task asks for Wilson's interval.",
            ),
        ),
    ),
    "3": Check(
        Function(((0.05, 0.82, 0.09), (0.4, 0.7, 0.37), (1.0, 0.9, 0.2)), Number("share from 0 to 1", 1e-6)),
        _constantly(right.rebuy),
        "See section 10.1: those who complain, and those who say nothing.",
        (
            Mistake(
                _constantly(mistakes.rebuy_of_complainers),
                "Those who say nothing are left out; some of them buy again too.",
            ),
            Mistake(
                _constantly(mistakes.rebuy_unweighted),
                "This is the plain mean of two shares; weigh each by how many it is of.",
            ),
        ),
    ),
    "3 needed": Check(
        Number("share from 0 to 1", 0.001),
        right.needed,
        "Solve your function for the share who complain.",
        (
            Mistake(
                mistakes.needed_without_silent, "This takes it that none of those who say nothing buys again."
            ),
        ),
    ),
    "4": Check(
        _named(right.DESIGNS, "points", 0.005),
        right.differences,
        "See section 10.2, “One truth, three studies”.",
        (
            Mistake(
                lambda case: mistakes.swapped(right.differences(case)),
                "Within and between are under each other's name.",
            ),
            Mistake(
                mistakes.between_of_change,
                "Within is the change of the customers with a failure; you took all customers.",
            ),
        ),
    ),
    "4 interval": Check(
        _named(("low", "high"), "points", 0.005),
        right.interval,
        "The variances of two means add up; see section 10.2.",
        (
            Mistake(
                mistakes.interval_within,
                "This is the interval of the change alone; take off the change of the other customers.",
            ),
            Mistake(
                mistakes.interval_of_people,
                "This interval is made of standard deviations; divide each variance by its number of customers.",
            ),
        ),
    ),
    "4 verdict": Check(
        Named(("satisfaction", "orders"), Word(("higher", "lower", "not shown"))),
        right.verdicts,
        "Look whether the interval of both designs at once holds 0.",
    ),
    "5": Check(
        _named(JUSTICES, "share from 0 to 1", 0.005),
        right.justice,
        "See section 10.2, “Three justices”.",
        (
            Mistake(
                mistakes.correlation_shares,
                "These come from correlations, in which each justice speaks for the others too; take the slopes.",
            ),
            Mistake(mistakes.slopes, "These are the slopes; divide them by their sum."),
        ),
    ),
    "6": Check(
        Number("cases", 0.01),
        right.open_cases,
        "See section 10.3, Little's law.",
        (Mistake(mistakes.divided_cases, "Little's law multiplies: arrivals × time."),),
    ),
    "6 function": Check(
        Function(((10, 14), (2, 3), (10.0, 11), (0.7, 1)), Number("chance", 1e-4)),
        _constantly(right.wait_chance),
        "See section 10.3: first Erlang B, step by step, then C.",
        (
            Mistake(
                _constantly(mistakes.erlang_b),
                "This is Erlang B, where callers who find all busy go away; C follows from it.",
            ),
            Mistake(
                _constantly(mistakes.occupancy), "This is the occupancy; not all who come find all busy."
            ),
        ),
    ),
    "6 staff": Check(
        _named(("agents", "roster"), "people", 0.01),
        right.staff,
        "Raise the number of agents until the service level is reached; see section 10.3.",
        (
            Mistake(
                mistakes.staff_by_load,
                "This covers the load and leaves no room for chance: the service level is not reached.",
            ),
            Mistake(
                mistakes.roster_by_surcharge,
                "Shrinkage is a share of the roster, not of the seats: divide by 1 − shrinkage.",
            ),
        ),
    ),
    "6 calls": Check(
        Number("seconds", 0.05),
        right.mean_wait,
        "Keep for each agent when it is free next; each call takes the first.",
        (
            Mistake(
                mistakes.wait_of_one_agent, "All calls went to one agent; there are case.desk['agents']."
            ),
            Mistake(
                mistakes.wait_of_those_who_wait,
                "This is the mean of those who had to wait; the task asks for all callers.",
            ),
        ),
    ),
    "6 hang up": Check(
        Word(("shorter", "longer", "the same")), right.hang_up, "See section 10.3, what Erlang C leaves out."
    ),
    "7": Check(
        Number("people", 0.01),
        right.heard,
        "See section 10.4, the formula of two generations.",
        (
            Mistake(
                mistakes.heard_multiplied, "This multiplies as the saying does: all tell it on, to strangers."
            ),
            Mistake(mistakes.heard_without_first, "The first generation has heard it too."),
            Mistake(mistakes.heard_without_overlap, "Some of the second generation had heard it before."),
        ),
    ),
    "7 needed": Check(
        Number("chance, may pass 1", 0.001),
        right.retelling,
        "Solve the formula for the chance of telling on.",
        (
            Mistake(
                mistakes.retelling_without_overlap,
                "This would do if nobody had heard it before; the overlap is case.story['overlap'].",
            ),
        ),
    ),
    "7 function": Check(
        Function(
            ((18, 13.5, 0.1, 0.5, 3), (10, 5, 0.4, 1.0, 4), (12, 8, 0.2, 0.5, 1)), Number("people", 0.01)
        ),
        _constantly(right.people),
        "See section 10.4: each generation is the one before times its factor.",
        (
            Mistake(_constantly(mistakes.people_last), "This is the last generation; add up all of them."),
            Mistake(
                _constantly(mistakes.people_without_fading),
                "The wish to tell does not fade here: multiply it by fades from generation to generation.",
            ),
        ),
    ),
    "8": Check(
        _named(("precision", "recall"), "share from 0 to 1", 0.001),
        right.quality,
        "See section 10.5, “Triage”.",
        (Mistake(mistakes.quality_swapped, "Precision and recall are under each other's name."),),
    ),
    "8 cost": Check(
        _named(("threshold", "cost"), "threshold; CNY", 0.001),
        right.cheapest,
        "Work out what the mistakes cost at each threshold.",
        (
            Mistake(
                mistakes.threshold_by_errors,
                "This threshold makes fewest mistakes; but a missed case costs more than a needless call.",
            ),
        ),
    ),
    "9": Check(
        Number("complaints", 0.01),
        right.limit,
        "See section 10.5, the control chart.",
        (
            Mistake(
                mistakes.limit_of_all_weeks,
                "The weeks that are to be judged are in the mean; take the first 52 weeks only.",
            ),
            Mistake(
                mistakes.limit_by_deviation,
                "This takes the spread of the weeks; a chart for counts takes the root of their mean.",
            ),
        ),
    ),
    "9 alarms": Check(
        _named(("false alarm", "alarms"), "chance; weeks", 0.0001),
        right.warning,
        "A usual week is a Poisson count; an alarm is a count above the limit.",
        (Mistake(mistakes.false_alarm_normal, "This is the tail of a bell curve; counts are Poisson."),),
    ),
    "10": Check(
        plan.Plan(),
        plan.judged_by(plan.good),
        "Try plans with rm.complaints.model.plan_month; see section 10.5.",
        (
            Mistake(plan.judged_by(mistakes.too_dear), "The plan costs more than the budget."),
            Mistake(
                plan.judged_by(mistakes.unheard),
                "Handled well are only the few who speak up: most of what goes wrong is never heard of.",
            ),
            Mistake(
                plan.judged_by(mistakes.overrun),
                "The plan invites more complaints than its desk can handle in time.",
            ),
        ),
    ),
    "10 rules": Check(_words("m", len(RULES), RULES), right.rules, "See section 10.5, the four rules."),
    "10 claims": Check(
        _words("c", 2 * CLAIMS_EACH, HOLDS), right.holds, "See the claim checks: which condition is missing?"
    ),
}
