"""What the checks of tasks 8 to 10 look for: triage, the alarm, and a plan."""

from __future__ import annotations

from collections.abc import Sequence

from relmark_helpers.notebook import mixed_up
from relmark_helpers.notebook.answers import Kind, Named, Number, Word
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.complaints.assignment import plan, right
from relmark_helpers.topics.complaints.assignment.mistakes import system
from relmark_helpers.topics.complaints.assignment.own_case import CLAIMS_EACH
from relmark_helpers.topics.complaints.assignment.statements import HOLDS, RULES


def _words(letter: str, count: int, options: Sequence[str]) -> Kind:
    return Named([f"{letter}{number}" for number in range(1, count + 1)], Word(options))


SYSTEM: dict[str, Check] = {
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
            Mistake(
                system.recall_of_hits,
                "“recall” is divided by all complaints; divide what is major and called grave by the major ones.",
            ),
            Mistake(
                system.quality_of_minor,
                "Here the minor ones are those to find; ask of the grave, and of the major ones.",
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
            Mistake(
                system.cost_of_missed,
                "Only missed cases cost here; a minor one that is called grave costs too.",
            ),
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
            Mistake(
                system.weeks_above_mean,
                "“alarms” counts all weeks above the mean; take those after the base above the limit.",
            ),
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
                "Hardly anybody is helped to speak up: most of what goes wrong is never heard of.",
            ),
            Mistake(
                plan.judged_by(system.overrun),
                "The plan invites more complaints than its desk can handle in time.",
            ),
            Mistake(
                plan.judged_by(system.weak), "Another plan within the budget regains clearly more trust."
            ),
        ),
    ),
    "10 rules": Check(
        _words("m", len(RULES), RULES),
        right.rules,
        "See section 10.5, the four rules.",
        mixed_up.all_alike(right.rules, RULES, "One rule stands everywhere; each stands once."),
    ),
    "10 claims": Check(
        _words("c", 2 * CLAIMS_EACH, HOLDS),
        right.holds,
        "See the claim checks: which condition is missing?",
        (
            Mistake(
                mixed_up.everywhere(right.holds, "yes"),
                "Every sentence holds here; some leave out a condition without which they do not.",
            ),
            Mistake(
                mixed_up.everywhere(right.holds, "no"),
                "No sentence holds here; some say no more than what the chapter reports.",
            ),
            Mistake(
                mixed_up.exchanged(right.holds, "yes", "no"),
                "Yes and no have changed places: yes is for a sentence that holds as it stands.",
            ),
        ),
    ),
}
