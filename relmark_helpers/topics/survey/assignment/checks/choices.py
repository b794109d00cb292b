"""Checks of tasks 9 and 10: a mix of methods, and words."""

from __future__ import annotations

from functools import partial
from itertools import permutations

from relmark_helpers.notebook import mixed_up
from relmark_helpers.notebook.answers import Named, Word
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Check, Mistake
from relmark_helpers.topics.survey.assignment import plan, right
from relmark_helpers.topics.survey.assignment.situations import METHODS, WAYS

MEANINGS = {
    "research": "asks a sample on purpose",
    "direct contact": "is whoever serves a customer, listening",
    "feedback": "comes back in customers' own words",
}


def _one_for_another(case: Case, word: str, other: str) -> dict[str, str]:
    """A word in the place of another, and in its own."""
    return {key: word if way == other else way for key, way in right.ways(case).items()}


CHECKS: dict[str, Check] = {
    "9": Check(
        plan.Plan(),
        plan.judged_by(plan.good),
        "See section 5.5; try mixes with `rm.survey.model.survey_mix`.",
        tuple(Mistake(plan.with_complaint(says), says) for says in plan.USUAL),
    ),
    "10": Check(
        Named([f"s{number}" for number in range(1, len(METHODS) + 1)], Word(METHODS)),
        right.methods,
        "See the table of section 5.5.",
        mixed_up.all_alike(right.methods, METHODS, "One method stands everywhere; each is right once."),
    ),
    "10 ways": Check(
        Named([f"w{number}" for number in range(1, len(WAYS) + 1)], Word(WAYS)),
        right.ways,
        "See section 5.5: research asks on purpose, contact meets, feedback comes back.",
        (
            Mistake(
                mixed_up.exchanged(right.ways, "feedback", "direct contact"),
                "Feedback and direct contact stand for each other: the one comes back in words, the other meets.",
            ),
            Mistake(
                mixed_up.exchanged(right.ways, "feedback", "research"),
                "Feedback and research stand for each other: research asks a sample on purpose.",
            ),
            Mistake(
                mixed_up.exchanged(right.ways, "direct contact", "research"),
                "Direct contact and research stand for each other: contact is whoever serves a customer, listening.",
            ),
            *(
                Mistake(
                    partial(_one_for_another, word=word, other=other),
                    f"{word.capitalize()} stands twice, and each way is right once: {word} {MEANINGS[word]}.",
                )
                for word, other in permutations(WAYS, 2)
            ),
            *mixed_up.all_alike(right.ways, WAYS, "One way stands everywhere; each is right once."),
        ),
    ),
}
