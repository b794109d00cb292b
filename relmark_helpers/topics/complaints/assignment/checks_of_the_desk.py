"""What the checks of tasks 6 to 10 look for: the desk, stories, triage, the alarm, and a plan."""

from __future__ import annotations

from collections.abc import Sequence

from relmark_helpers.notebook.answers import Function, Kind, Named, Number, Word
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.complaints.assignment import plan, right
from relmark_helpers.topics.complaints.assignment.mistakes import desk, system
from relmark_helpers.topics.complaints.assignment.own_case import CLAIMS_EACH
from relmark_helpers.topics.complaints.assignment.statements import HOLDS, RULES


def _words(letter: str, count: int, options: Sequence[str]) -> Kind:
    return Named([f"{letter}{number}" for number in range(1, count + 1)], Word(options))


DESK: dict[str, Check] = {
    "6": Check(
        Number("cases", 0.01),
        right.open_cases,
        "See section 10.3, Little's law.",
        (
            Mistake(desk.divided_cases, "Little's law multiplies: arrivals × time."),
            Mistake(
                lambda case: right.open_cases(case) / 2,
                "Half of it is too few: a case is open for all of its days.",
            ),
        ),
    ),
    "6 function": Check(
        Function(((10, 14), (2, 3), (10.0, 11), (0.7, 1), (26.5, 30)), Number("chance", 1e-4)),
        lambda case: right.wait_chance,
        "See section 10.3: first Erlang B, step by step, then C.",
        (
            Mistake(
                lambda case: desk.erlang_b,
                "This is Erlang B, where callers who find all busy go away; C follows from it.",
            ),
            Mistake(lambda case: desk.occupancy, "This is the occupancy; not all who come find all busy."),
            Mistake(
                lambda case: desk.erlang_one_short,
                "The steps of Erlang B end one agent early: n goes from 1 up to and with the agents.",
            ),
            Mistake(
                lambda case: desk.erlang_without_rest,
                "B is divided by 1 − ρ here; the formula has 1 − ρ(1 − B) below the line.",
            ),
        ),
    ),
    "6 staff": Check(
        Named(("agents", "roster"), Number("people", 0.01)),
        right.staff,
        "Raise the number of agents until the service level is reached; see section 10.3.",
        (
            Mistake(
                desk.staff_by_load,
                "This covers the load and leaves no room for chance: the service level is not reached.",
            ),
            Mistake(
                desk.roster_by_surcharge,
                "Shrinkage is a share of the roster, not of the seats: divide by 1 − shrinkage.",
            ),
            Mistake(
                desk.staff_at_once,
                "With so many agents that share need not wait at all; some of the others are in time too.",
            ),
            Mistake(
                desk.roster_rounded_down,
                "The roster is rounded down, and so a fraction of a person short.",
            ),
            Mistake(
                desk.roster_over_shrinkage,
                "The seats are divided by the share away from the desk; divide by the share at it.",
            ),
        ),
    ),
    "6 calls": Check(
        Number("seconds", 0.05),
        right.mean_wait,
        "Keep for each agent when it is free next; each call takes the first.",
        (
            Mistake(desk.wait_of_one_agent, "All calls went to one agent; there are case.desk['agents']."),
            Mistake(
                desk.wait_of_those_who_wait,
                "This is the mean of those who had to wait; the task asks for all callers.",
            ),
            Mistake(
                desk.wait_in_turn,
                "Here the agents take calls in turn; each call goes to the one who is free first.",
            ),
            Mistake(desk.wait_with_call, "The call itself is in the wait; the wait ends when it begins."),
            Mistake(desk.wait_in_minutes, "These are minutes; the task asks for seconds."),
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
                desk.heard_multiplied, "This multiplies as the saying does: all tell it on, to strangers."
            ),
            Mistake(desk.heard_without_first, "The first generation has heard it too."),
            Mistake(desk.heard_without_overlap, "Some of the second generation had heard it before."),
            Mistake(
                desk.heard_by_the_overlap,
                "Those who had heard it before are counted, in place of those who had not.",
            ),
            Mistake(
                desk.heard_less_overlap,
                "The overlap is taken off the first generation too; nobody of it had heard it before.",
            ),
            Mistake(desk.heard_all_tell, "Here everybody tells it on; the chance is case.story['retold']."),
        ),
    ),
    "7 needed": Check(
        Number("chance, may pass 1", 0.001),
        right.retelling,
        "Solve the formula for the chance of telling on.",
        (
            Mistake(
                desk.retelling_without_overlap,
                "This would do if nobody had heard it before; the overlap is case.story['overlap'].",
            ),
            Mistake(
                desk.retelling_with_first,
                "The first generation is part of the total: take it off before you divide.",
            ),
        ),
    ),
    "7 function": Check(
        Function(
            (
                (18, 13.5, 0.1, 0.5, 3),
                (10, 5, 0.4, 1.0, 4),
                (12, 8, 0.2, 0.5, 1),
                (14, 9.5, 0.3, 0.6, 5),
                (20, 6, 0.25, 0.4, 2),
            ),
            Number("people", 0.01),
        ),
        lambda case: right.people,
        "See section 10.4: each generation is the one before times its factor.",
        (
            Mistake(lambda case: desk.people_last, "This is the last generation; add up all of them."),
            Mistake(
                lambda case: desk.people_without_fading,
                "The wish to tell does not fade here: multiply it by fades from generation to generation.",
            ),
            Mistake(
                lambda case: desk.people_one_more,
                "This is a generation too many: the people told first are the first.",
            ),
            Mistake(
                lambda case: desk.people_fading_at_once,
                "The wish to tell fades too early: the first generation tells it on with chance retold.",
            ),
            Mistake(
                lambda case: desk.people_fading_once,
                "The wish to tell fades once only; it is multiplied by fades in each generation.",
            ),
        ),
    ),
    "8": Check(
        Named(("precision", "recall"), Number("share from 0 to 1", 0.001)),
        right.quality,
        "See section 10.5, “Triage”.",
        (
            Mistake(system.quality_swapped, "Precision and recall are under each other's name."),
            Mistake(
                system.precision_as_accuracy,
                "“precision” is the share sorted right; of those called grave, which share is major?",
            ),
            Mistake(
                system.recall_of_minor,
                "“recall” is that of the minor ones; of the major ones, which share is called grave?",
            ),
            Mistake(
                system.recall_of_all,
                "“recall” is the share of all that is called grave; take it of the major ones.",
            ),
        ),
    ),
    "8 cost": Check(
        Named(("threshold", "cost"), Number("threshold; CNY", 0.001)),
        right.cheapest,
        "Work out what the mistakes cost at each threshold.",
        (
            Mistake(
                system.threshold_by_errors,
                "This threshold makes fewest mistakes; but a missed case costs more than a needless call.",
            ),
            Mistake(system.costs_swapped, "Each kind of mistake has the other's cost here."),
            Mistake(
                system.every_call_costs,
                "Right calls cost here too; only a minor one that is called grave does.",
            ),
            Mistake(system.cost_at_half, "This is the threshold of part a; try all of them."),
            Mistake(system.cost_of_one, "This is the cost of one complaint; the task asks for all."),
            Mistake(system.dearest, "At this threshold mistakes cost most."),
        ),
    ),
    "9": Check(
        Number("complaints", 0.01),
        right.limit,
        "See section 10.5, the control chart.",
        (
            Mistake(
                system.limit_of_all_weeks,
                "The weeks that are to be judged are in the mean; take the first 52 weeks only.",
            ),
            Mistake(
                system.limit_by_deviation,
                "This takes the spread of the weeks; a chart for counts takes the root of their mean.",
            ),
            Mistake(lambda case: system.limit_at(case, 2), "These are two standard deviations; take three."),
            Mistake(
                lambda case: system.limit_at(case, -3),
                "This is the lower limit; the task asks for the upper.",
            ),
            Mistake(
                system.limit_without_root,
                "This takes the variance; the standard deviation of a count is the root of its mean.",
            ),
        ),
    ),
    "9 alarms": Check(
        Named(("false alarm", "alarms"), Number("chance; weeks", 0.0001)),
        right.warning,
        "A usual week is a Poisson count; an alarm is a count above the limit.",
        (
            Mistake(system.false_alarm_normal, "This is the tail of a bell curve; counts are Poisson."),
            Mistake(system.not_above, "This is the chance of a week without an alarm."),
            Mistake(
                system.at_the_limit,
                "This is the chance of one count alone; add those of all counts above the limit.",
            ),
            Mistake(system.a_count_too_low, "The chance holds a count that is not above the limit."),
            Mistake(
                system.false_alarm_as_seen,
                "This is the share of weeks of the base that were above; the chance is that of Poisson counts.",
            ),
            Mistake(system.alarms_with_base, "“alarms” holds weeks of the base; count those after it only."),
            Mistake(
                system.alarms_above_mean, "“alarms” counts weeks above the mean; take those above the limit."
            ),
            Mistake(system.alarms_as_share, "“alarms” is a share; the task asks how many weeks."),
        ),
    ),
    "10": Check(
        plan.Plan(),
        plan.judged_by(plan.good),
        "Try plans with rm.complaints.model.plan_month; see section 10.5.",
        (
            Mistake(plan.judged_by(system.too_dear), "The plan costs more than the budget."),
            Mistake(
                plan.judged_by(system.unheard),
                "Handled well are only the few who speak up: most of what goes wrong is never heard of.",
            ),
            Mistake(
                plan.judged_by(system.overrun),
                "The plan invites more complaints than its desk can handle in time.",
            ),
        ),
    ),
    "10 rules": Check(_words("m", len(RULES), RULES), right.rules, "See section 10.5, the four rules."),
    "10 claims": Check(
        _words("c", 2 * CLAIMS_EACH, HOLDS), right.holds, "See the claim checks: which condition is missing?"
    ),
}
