"""Self-check of chapter 06: six questions, each option with its reason."""

from __future__ import annotations

from relmark_helpers.notebook.quiz import Option, Question

QUESTIONS = (
    Question(
        key="spurious",
        outcome="6.1",
        asks="A customer orders every month and answers that a better offer elsewhere would draw her away. What is her loyalty?",
        options=(
            Option(
                "True: orders count.", False, "Orders are half of it; her attitude against rivals is low."
            ),
            Option(
                "Spurious: many orders, low attitude.",
                True,
                "It lasts as long as nothing better is near; at branches without a rival that may be long.",
            ),
            Option(
                "Latent: she will become loyal.",
                False,
                "Latent is the other way round: a high attitude with few orders.",
            ),
        ),
    ),
    Question(
        key="formative",
        outcome="6.2",
        asks="A colleague drops resistance from the index because alpha hardly falls without it. When is that sound?",
        options=(
            Option(
                "When the index is reflective: one loyalty behind all answers, of which each is a sign.",
                True,
                "Signs of the same thing can stand in for one another; parts that make up the whole can't.",
            ),
            Option(
                "Always: alpha decides what belongs to an index.",
                False,
                "Alpha asks whether parts go together. In a formative index a part may go with no other and still belong.",
            ),
            Option(
                "Never: five components are five components.",
                False,
                "If the index is reflective, fewer good items can do; what matters is which kind it is.",
            ),
        ),
    ),
    Question(
        key="itself",
        outcome="6.2",
        asks="Satisfaction explains half of an index that has satisfaction in it. What have you learnt about customers?",
        options=(
            Option(
                "That satisfaction is the strongest driver of loyalty.",
                False,
                "A die put into the index would have been a strong driver as well.",
            ),
            Option(
                "Little: a part explains its whole by arithmetic.",
                True,
                "Take it out of the index first, then ask again.",
            ),
            Option(
                "That the index is reliable.",
                False,
                "Reliability is about the parts going together, not about one of them explaining the sum.",
            ),
        ),
    ),
    Question(
        key="shares",
        outcome="6.3",
        asks="Membership takes most of what five drivers explain of orders. What may you tell the board?",
        options=(
            Option(
                "Doubling the club doubles orders.",
                False,
                "A share of R² is no effect; and R² itself may be small.",
            ),
            Option(
                "Members order more; how much the club does to that, these shares can't say.",
                True,
                "Those who will join order more already before they do.",
            ),
            Option(
                "Trust is useless, because its share is smaller.",
                False,
                "In these data trust causes orders; its share is small beside a selection effect.",
            ),
        ),
    ),
    Question(
        key="sorting",
        outcome="6.4",
        asks="Counted over two half-years, more trusting customers are still trusting than the chain says by moving twice. Why?",
        options=(
            Option(
                "Customers differ for good, and the chain forgets who they are.",
                True,
                "Regular buyers stay regular; a chain of one step treats all in a stage alike.",
            ),
            Option(
                "Too few customers were counted.",
                False,
                "Chance would push either way, and the intervals are far from the chain's values.",
            ),
            Option(
                "Loyalty grew in the second half-year.",
                False,
                "It need not have: constant rates that differ between customers give the same picture.",
            ),
        ),
    ),
    Question(
        key="turned",
        outcome="6.5",
        asks="80 % of leavers had been satisfied, and 80 % of stayers are. What does satisfaction do to leaving, and what share of the satisfied left if 10 % left in all?",
        options=(
            Option(
                "It drives customers out: 80 %.",
                False,
                "80 % is the share of satisfied among leavers; the base is the wrong one.",
            ),
            Option(
                "It goes with leaving not at all: 10 %.",
                True,
                "When both groups are equally satisfied, the satisfied leave as often as everybody.",
            ),
            Option(
                "It keeps them: 8 %.",
                False,
                "8 % of all customers were satisfied and left; of the satisfied that is 8 in 80.",
            ),
        ),
    ),
)
