"""Self-check of chapter 10: six questions, each option with its reason."""

from __future__ import annotations

from relmark_helpers.notebook.quiz import Option, Question

QUESTIONS = (
    Question(
        key="silent",
        outcome="10.1",
        asks="A branch halves its complaints in a year and asks for a bonus. What do you ask for first?",
        options=(
            Option(
                "How many had a problem, complained of or not.",
                True,
                "Fewer complaints can mean fewer failures, or a locked door. Only a survey of all customers tells them apart.",
            ),
            Option(
                "Nothing: fewer complaints are better service.",
                False,
                "Most of what goes wrong is never complained of; the count of complaints follows how easy it is made.",
            ),
            Option(
                "How many complaints were resolved.",
                False,
                "That is a share of those who spoke. It says nothing of those who did not.",
            ),
        ),
    ),
    Question(
        key="eighty_two",
        outcome="10.1",
        asks="“82 % buy again if the complaint is handled properly.” What did the saying drop?",
        options=(
            Option(
                "Nothing: 82 % is TARP's figure for handled complaints.",
                False,
                "It is one cell of a table: severity and speed change it from 54 to 95 %.",
            ),
            Option(
                "That these customers were more satisfied than others.",
                False,
                "The table is of intention to buy again; satisfaction is another measure.",
            ),
            Option(
                "That the problem was major and that it was resolved quickly.",
                True,
                "For major problems resolved without that speed it is 54 %, for minor ones resolved quickly 95 %; and all are intentions.",
            ),
        ),
    ),
    Question(
        key="design",
        outcome="10.2",
        asks="Customers whose complaint was solved buy more often than customers who never complained. Is that the recovery paradox?",
        options=(
            Option(
                "Yes: recovery made them more loyal.",
                False,
                "Whoever orders often meets more failures and trusts more; they bought more before as well.",
            ),
            Option(
                "Not yet: compare the change of the one with the change of the other.",
                True,
                "Both designs at once take away what made the groups differ before, and what happens to everybody.",
            ),
            Option(
                "No: a solved complaint can never raise anything.",
                False,
                "For satisfaction a paradox was found over many studies; for return it was not shown.",
            ),
        ),
    ),
    Question(
        key="erlang",
        outcome="10.3",
        asks="Ten erlang of calls, ten agents. What does Erlang C say?",
        options=(
            Option(
                "All calls are answered at once, on average.",
                False,
                "On average capacity equals load; chance makes queues, and nothing is left to work them off.",
            ),
            Option(
                "The queue grows without end.",
                True,
                "With load as large as the desk there is no slack. In life callers hang up, which the formula leaves out.",
            ),
            Option(
                "One caller in ten waits.",
                False,
                "With no agent to spare everybody waits, the longer the later.",
            ),
        ),
    ),
    Question(
        key="story",
        outcome="10.4",
        asks="18 people hear of it, each tells 13 or 14 more: about 260. When does that hold?",
        options=(
            Option(
                "On any network: it is multiplication.",
                False,
                "Friends of friends know each other; many tellings meet somebody who has heard it.",
            ),
            Option(
                "If nearly all tell it on, and to people who have not heard it.",
                True,
                "The chance of telling on times the share of strangers must be 0.75 or more for 200.",
            ),
            Option(
                "If the story is bad enough.",
                False,
                "That moves the chance of telling on; the circles of acquaintance stay as they are.",
            ),
        ),
    ),
    Question(
        key="wording",
        outcome="10.5",
        asks="A model sorts 85 % of complaints rightly in a random split, and 67 % when no wording stands on both sides. Which do you report?",
        options=(
            Option(
                "85 %: more data are used in training.",
                False,
                "As many as before. What differs is that the sentences of the test were seen in training, with another product in them.",
            ),
            Option(
                "67 %: tomorrow's complaints will be worded anew.",
                True,
                "In a random split the model recognises sentences; the split by wording asks whether it understands new ones.",
            ),
            Option("The mean of both.", False, "They answer two questions; only one of them is yours."),
        ),
    ),
)
