"""Self-check of chapter 11: six questions, each option with its reason."""

from __future__ import annotations

from relmark_helpers.notebook.quiz import Option, Question

QUESTIONS = (
    Question(
        key="bonds",
        outcome="11.1",
        asks="After a year of free repairs for members fewer of them leave, and their trust is as before. Which bond was it?",
        options=(
            Option(
                "Financial.", False, "A service is no price incentive; and points alone kept nobody here."
            ),
            Option("Social.", False, "A social bond works through trust and liking, and trust did not move."),
            Option(
                "Structural.",
                True,
                "It raises the cost of leaving. It holds people without making them like the firm more.",
            ),
        ),
    ),
    Question(
        key="fifo",
        outcome="11.2",
        asks="A member earned 4,000 points in 2022 and 3,000 in 2023, and took 5,000 in 2023. What expires at the end of 2023, first in first out?",
        options=(
            Option(
                "Nothing: the 5,000 used up all of 2022.",
                True,
                "The oldest go first: 4,000 of 2022 and 1,000 of 2023 are used; 2,000 of 2023 are open.",
            ),
            Option(
                "2,000 points.", False, "2,000 are left, but they were earned in 2023 and live another year."
            ),
            Option(
                "1,000 points.",
                False,
                "1,000 of 2023 are used. What is left, 2,000 points, was all earned in 2023 and lives another year.",
            ),
        ),
    ),
    Question(
        key="estimate",
        outcome="11.2",
        asks="A new study says that 90 instead of 95 % of points will be redeemed. What happens to the profit of this period?",
        options=(
            Option(
                "It rises.",
                True,
                "What was redeemed so far is now a larger part of the whole, so more of what was deferred is earned.",
            ),
            Option(
                "It falls: fewer rewards mean less revenue.",
                False,
                "The cash came at the sale. Fewer redemptions to come mean that more of the promise is already kept.",
            ),
            Option(
                "Nothing until the points expire.",
                False,
                "Expected breakage is recognised along with redemption, and a correction falls into the period in which it is made.",
            ),
        ),
    ),
    Question(
        key="regression",
        outcome="11.3",
        asks="Members who rose to gold order less in the year after. Does gold make people lazy?",
        options=(
            Option(
                "Yes: they have reached the goal.",
                False,
                "Perhaps, but whoever is picked by a very good year will on average have a lesser one next, gold or not.",
            ),
            Option(
                "You can't say from this: they were picked by a good year.",
                True,
                "Compare with people of as good a year who could not rise; otherwise luck that passes looks like an effect.",
            ),
            Option(
                "No: tiers raise orders, it is known.",
                False,
                "It is known here because it was put in. The table you are shown doesn't tell.",
            ),
        ),
    ),
    Question(
        key="matching",
        outcome="11.4",
        asks="Why does matching on half a year of orders leave most of the selection in?",
        options=(
            Option(
                "Half a year of orders is a noisy sign of a customer's rate.",
                True,
                "Rare buyers with a lucky half-year are matched to frequent ones, and fall back afterwards.",
            ),
            Option(
                "Too few customers could be matched.",
                False,
                "Nearly every member had others with as many orders; that is not where the gap comes from.",
            ),
            Option(
                "Matching always overstates.",
                False,
                "It overstates where members are better than they look. With what decides joining measured well it finds the effect.",
            ),
        ),
    ),
    Question(
        key="anyway",
        outcome="11.5",
        asks="85 of 100 CNY of rewards went to purchases that would have been made anyway. Should the club be closed?",
        options=(
            Option(
                "Yes: 85 % is waste.",
                False,
                "The rest may bring more than all of it costs. Compare profit with and without.",
            ),
            Option(
                "Look at profit against no programme; the share alone doesn't say.",
                True,
                "Here extra orders earn several times the rewards. In a club whose members don't respond the same 85 would be ruin.",
            ),
            Option(
                "No: members are our best customers.",
                False,
                "They were so before they joined. What counts is what the programme changes.",
            ),
        ),
    ),
)
