"""What the checks of tasks 1 to 5 look for: who comes back, and what studies show of recovery."""

from __future__ import annotations

from functools import partial

from relmark_helpers.notebook.answers import Function, Named, Number, Table, Word
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.complaints.assignment import right
from relmark_helpers.topics.complaints.assignment.mistakes import rebuy, returns, studies
from relmark_helpers.topics.complaints.model.worlds import JUSTICES

_SHARE = Number("share from 0 to 1", 0.0005)
_POINTS = Number("points", 0.005)

CUSTOMERS: dict[str, Check] = {
    "1": Check(
        Named(right.FUNNEL, _SHARE),
        right.funnel,
        "See section 10.1; mind of which stage each is a share, and whose days are over.",
        (
            Mistake(
                returns.funnel_of_all,
                "All four are divided by the answers with a problem; each is a share of the stage before.",
            ),
            Mistake(
                returns.funnel_with_open_days,
                "An answer whose days are not over by the last order has neither returned nor not: leave it out.",
            ),
            Mistake(
                returns.complained_of_all_answers,
                "“complained” is divided by all answers; take those with a problem, whose days are over.",
            ),
            Mistake(
                returns.complained_of_all_followed,
                "“complained” is divided by all answers; take those with a problem, whose days are over.",
            ),
            Mistake(
                returns.complained_of_major,
                "“complained” is that of major problems; minor ones count as well.",
            ),
            Mistake(
                returns.silent_without_problem,
                "“silent returned” holds answers without a problem; the silent had one and did not complain.",
            ),
            Mistake(
                returns.complained_by_customer,
                "“complained” counts whoever complained of any order; join by order_id.",
            ),
            Mistake(
                returns.resolved_of_all,
                "“resolved” is divided by all with a problem; take those complained of.",
            ),
            Mistake(returns.resolved_with_partly, "Partly resolved is not resolved."),
            Mistake(
                returns.returned_of_complainers,
                "“returned” is of all who complained; take those whose case was resolved.",
            ),
            Mistake(
                returns.silent_of_all,
                "“silent returned” is divided by all with a problem; take those not complained of.",
            ),
            Mistake(
                returns.silent_with_unresolved,
                "“silent returned” holds complaints that were not resolved; take those not complained of.",
            ),
            Mistake(
                returns.funnel_without_end,
                "Any later order counts here as return; it must come within case.within days.",
            ),
            *(
                Mistake(
                    partial(returns.funnel_from_case, day=day),
                    "“returned” counts its days from a day of the complaint; they begin with the answer to the "
                    "survey, as those of the silent do.",
                )
                for day in ("closed", "opened", "first_answer")
            ),
            Mistake(
                returns.funnel_of_orders,
                "These are shares of orders; ask of each answer whether at least one order follows in time.",
            ),
            Mistake(
                returns.funnel_with_orders,
                "These count orders; ask of each answer whether at least one order follows in time.",
            ),
        ),
    ),
    "2": Check(
        Table(["share", "low", "high"], tolerance=0.0005, row="way of handling"),
        right.returned,
        "See section 10.1; three ways of handling, one severity, Wilson's interval.",
        (
            Mistake(
                returns.returned_of_both, "Both severities are in it; the task asks for one, case.severity."
            ),
            Mistake(returns.returned_with_partly, "Partly resolved is not resolved."),
            Mistake(
                returns.returned_with_normal,
                "These bounds are share ± 1.96 standard errors; the task asks for Wilson's interval.",
            ),
            Mistake(returns.returned_at_90, "This interval is one of 90 %; z is 1.96."),
            Mistake(
                returns.returned_with_plain_n,
                "In Wilson's interval z² stands under the root over four times the square of n, not over 4n.",
            ),
            Mistake(
                returns.returned_undivided,
                "Wilson's interval is not divided by 1 + z²/n here.",
            ),
            Mistake(
                returns.returned_without_partly,
                "Partly resolved cases are left out; they belong to “not resolved”.",
            ),
            Mistake(
                returns.returned_within_three,
                "Closed on the fourth day after opening is quick too; here only fewer days are.",
            ),
            Mistake(
                returns.returned_from_opening, "Here return counts from opening; it counts from closing."
            ),
            Mistake(returns.returned_by_opening, "Here return counts from opening; it counts from closing."),
            Mistake(
                returns.returned_by_first_answer,
                "Quick is here who was answered soon; count the days from opening to closing.",
            ),
            Mistake(
                returns.returned_with_open_days,
                "A case whose days are not over by the last order has neither returned nor not: leave it out.",
            ),
            Mistake(
                returns.returned_exchanged,
                "“resolved” and “resolved quickly” are under each other's name; quick is at most four days.",
            ),
            Mistake(
                returns.returned_quick_or_not_resolved,
                "“resolved quickly” holds cases that were closed quickly and not resolved.",
            ),
            Mistake(
                returns.returned_with_the_quick,
                "“resolved” holds the quick ones too; it is for what was resolved later.",
            ),
        ),
    ),
    "3": Check(
        Function(
            ((0.05, 0.82, 0.09), (0.4, 0.7, 0.37), (1.0, 0.9, 0.2), (0.0, 0.9, 0.2), (0.337, 0.815, 0.119)),
            Number("share from 0 to 1", 1e-6),
        ),
        lambda case: right.rebuy,
        "See section 10.1: those who complain, and those who say nothing.",
        (
            Mistake(
                lambda case: rebuy.rebuy_of_complainers,
                "Those who say nothing are left out; some of them buy again too.",
            ),
            Mistake(
                lambda case: rebuy.rebuy_unweighted,
                "This is the plain mean of two shares; weigh each by how many it is of.",
            ),
            Mistake(
                lambda case: rebuy.rebuy_all_silent,
                "The share of the silent is added whole; it holds only for those who say nothing.",
            ),
            Mistake(
                lambda case: rebuy.rebuy_turned,
                "The shares are weighed the wrong way round: those who complain are the handled.",
            ),
            Mistake(
                lambda case: rebuy.rebuy_but_the_happy,
                "Complainers who would not buy again count here among the silent; only those say nothing who "
                "do not complain.",
            ),
            Mistake(lambda case: rebuy.rebuy_rounded, "The function rounds; return the share as it is."),
        ),
    ),
    "3 needed": Check(
        Number("share from 0 to 1", 0.001),
        right.needed,
        "Solve your function for the share who complain.",
        (
            Mistake(
                lambda case: 1 - right.needed(case),
                "This is the share who may stay silent; the task asks for those who must complain.",
            ),
            Mistake(
                rebuy.needed_without_silent, "This takes it that none of those who say nothing buys again."
            ),
            Mistake(
                rebuy.needed_more,
                "This is by how much more must complain; the task asks for the whole share.",
            ),
            Mistake(
                rebuy.needed_over_handled,
                "Of those who begin to complain some would have bought again anyway: divide by the gain.",
            ),
        ),
    ),
    "4": Check(
        Named(right.DESIGNS, _POINTS),
        right.differences,
        "See section 10.2, “One truth, three studies”.",
        (
            Mistake(
                lambda case: studies.swapped(right.differences(case)),
                "Within and between are under each other's name.",
            ),
            Mistake(
                studies.between_of_change,
                "Within is the change of the customers with a failure; you took all customers.",
            ),
            Mistake(
                studies.differences_from_all,
                "Those with a failure are compared with all customers; compare them with the others.",
            ),
            Mistake(studies.between_before, "Between compares answers before; take those after."),
            Mistake(
                studies.both_of_designs,
                "Both is not within less between; it is the change of the one less the change of the other.",
            ),
            Mistake(
                studies.both_turned,
                "Both is not between less within; it is the change of the one less the change of the other.",
            ),
            Mistake(studies.differences_of_medians, "These are made of medians; take means."),
        ),
    ),
    "4 interval": Check(
        Named(("low", "high"), _POINTS),
        right.interval,
        "The variances of two means add up; see section 10.2.",
        (
            Mistake(
                studies.interval_within,
                "This is the interval of the change alone; take off the change of the other customers.",
            ),
            Mistake(
                studies.interval_of_people,
                "This interval is made of standard deviations; divide each variance by its number of customers.",
            ),
            Mistake(
                studies.interval_of_after,
                "These are the variances of the answers after; take those of the changes.",
            ),
        ),
    ),
    "4 verdict": Check(
        Named(("satisfaction", "orders"), Word(("higher", "lower", "not shown"))),
        right.verdicts,
        "Look whether the interval of both designs at once holds 0.",
        (
            Mistake(
                studies.verdicts_by_sign,
                "These follow the sign of each difference; look whether its interval holds 0.",
            ),
            Mistake(
                studies.verdicts_of_people,
                "Nothing is shown where standard deviations stand for standard errors: divide each variance by its n.",
            ),
            Mistake(studies.verdicts_swapped, "Each measure has the other's word."),
        ),
    ),
    "5": Check(
        Named(JUSTICES, Number("share from 0 to 1", 0.005)),
        right.justice,
        "See section 10.2, “Three justices”.",
        (
            Mistake(
                studies.correlation_shares,
                "These come from correlations, in which each justice speaks for the others too; take the slopes.",
            ),
            Mistake(studies.slopes, "These are the slopes; divide them by their sum."),
            Mistake(
                studies.standardised_shares,
                "These slopes are for a standard deviation of each rating; take those for a point.",
            ),
            Mistake(
                studies.shares_one_by_one,
                "Each justice has a regression of its own here; put all three into one.",
            ),
            Mistake(studies.shares_without_constant, "This regression has no constant."),
            Mistake(
                studies.shares_with_constant,
                "The constant is in what you divide by; take the sum of the three slopes.",
            ),
            Mistake(
                studies.shares_from_constant,
                "The constant is taken for the first slope, and each slope is under the next name.",
            ),
        ),
    ),
}
