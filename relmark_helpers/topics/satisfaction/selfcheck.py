"""Self-check of chapter 04: five questions, each option with its reason."""

from __future__ import annotations

from relmark_helpers.notebook.quiz import Option, Question

QUESTIONS = (
    Question(
        key="comparison",
        outcome="4.1",
        asks="Two customers received exactly the same service. One is satisfied, the other is not. What explains it in this chapter's model?",
        options=(
            Option(
                "They compared it with different desires and expectations.",
                True,
                "Satisfaction is the result of a comparison; the same performance can be above one customer's "
                "expectation and below another's.",
            ),
            Option(
                "One of them made a mistake in the survey.",
                False,
                "Answers do carry error, but the model needs none: different standards of comparison are enough.",
            ),
            Option(
                "The satisfied customer trusts the firm more, and trust is the cause of satisfaction.",
                False,
                "In the model it is the other way round: satisfaction comes first, and kept promises build trust over time.",
            ),
        ),
    ),
    Question(
        key="routes",
        outcome="4.2",
        asks="Perceived performance has no arrow to overall satisfaction. What is its effect on it?",
        options=(
            Option(
                "None, because there is no direct path.",
                False,
                "No direct effect is not no effect: a push on performance travels through both congruencies.",
            ),
            Option(
                "The sum, over all routes, of the product of the paths along each.",
                True,
                "Along a route effects multiply, and the routes add up; that is the total effect.",
            ),
            Option(
                "The sum of all ten paths.",
                False,
                "Paths along a route multiply; and paths that do not start from performance carry none of its push.",
            ),
        ),
    ),
    Question(
        key="error",
        outcome="4.3",
        asks="You ask 4,000 customers in place of 400, with the same three items each. What happens to the attenuation of the paths?",
        options=(
            Option(
                "It shrinks, because more answers average the error out.",
                False,
                "More respondents narrow the interval, round the same wrong value. Only better or more items reduce "
                "the error in each score.",
            ),
            Option(
                "It stays: the interval narrows round a value that is off.",
                True,
                "Bias from measurement error does not depend on the number of respondents; a large sample makes you "
                "surer of a wrong number.",
            ),
            Option(
                "It grows, because more respondents bring more errors.",
                False,
                "The share of error in a score stays the same however many people answer.",
            ),
        ),
    ),
    Question(
        key="treadmill",
        outcome="4.4",
        asks="Quality rises once and stays up. Two years later satisfaction is above where it began, but below its peak. Why?",
        options=(
            Option(
                "Quality has fallen again without anyone noticing.",
                False,
                "It need not have: expectations that rise are enough.",
            ),
            Option(
                "Expectations caught up, while part of the better match with desires stayed.",
                True,
                "The surprise wears off with every purchase; what was wanted and is now delivered goes on satisfying.",
            ),
            Option(
                "Customers answer surveys less carefully in the second year.",
                False,
                "Careless answers make estimates weaker, they do not push the mean back towards its start.",
            ),
        ),
    ),
    Question(
        key="saying",
        outcome="4.5",
        asks="In the data satisfaction goes strongly with the intention to buy again and hardly with buying again. What may you tell the board?",
        options=(
            Option(
                "Satisfaction does not matter.",
                False,
                "It comes before trust in the model, and trust goes with buying; a weak side-by-side coefficient does "
                "not make its cause useless.",
            ),
            Option(
                "An intention in a survey is no forecast of sales; follow trust and purchases as well.",
                True,
                "Intention and satisfaction are answered at the same moment in the same mood; buying is not.",
            ),
            Option(
                "Ask about intention more often.",
                False,
                "Asking more often measures the same thing more exactly; it does not turn saying into doing.",
            ),
        ),
    ),
)
