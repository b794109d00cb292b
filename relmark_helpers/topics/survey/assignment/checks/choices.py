"""Checks of tasks 9 and 10: a mix of methods, and words."""

from __future__ import annotations

from relmark_helpers.notebook.answers import Named, Word
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.survey.assignment import plan, right
from relmark_helpers.topics.survey.assignment.situations import METHODS, WAYS

CHECKS: dict[str, Check] = {
    "9": Check(
        plan.Plan(),
        plan.judged_by(plan.good),
        "See section 5.5; try mixes with `rm.survey.model.survey_mix`.",
        (
            Mistake(
                plan.judged_by(plan.in_one_pot),
                "The money is well spread, but one pot keeps the bias: combine so that the silent are asked.",
            ),
        ),
    ),
    "10": Check(
        Named([f"s{number}" for number in range(1, len(METHODS) + 1)], Word(METHODS)),
        right.methods,
        "See the table of section 5.5.",
    ),
    "10 ways": Check(
        Named([f"w{number}" for number in range(1, len(WAYS) + 1)], Word(WAYS)),
        right.ways,
        "See section 5.5: research asks on purpose, contact meets, feedback comes back.",
    ),
}
