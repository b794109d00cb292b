"""Self-check of chapter 07: six questions, each option with its reason."""

from __future__ import annotations

from relmark_helpers.notebook.quiz import Option, Question

QUESTIONS = (
    Question(
        key="timing",
        outcome="7.1",
        asks="Two colleagues use the same margin, retention and discount rate. One gets a value of 2.5, the other of 3.5 annual margins. What is the likeliest reason?",
        options=(
            Option(
                "One of them counts the first margin at once, the other after a year.",
                True,
                "The two multiples differ by exactly one margin. Neither is wrong; a value without its timing is.",
            ),
            Option(
                "One of them forgot to discount.",
                False,
                "Without discounting the multiple would be r/(1−r) or 1/(1−r); the difference would be one only by chance.",
            ),
            Option(
                "One of them used a monthly churn.",
                False,
                "That would make the value several times as large, not one margin larger.",
            ),
        ),
    ),
    Question(
        key="censoring",
        outcome="7.2",
        asks="Half of your newcomers were still active when the data ended. How do they enter the retention after 12 months?",
        options=(
            Option(
                "As stayers: they had not left.",
                False,
                "Many had been seen for a few months only. Counting them as stayers makes retention too high.",
            ),
            Option(
                "Not at all: it is not known how they end.",
                False,
                "Leaving them out keeps mostly those who left, and makes retention too low. That they stayed so long is known.",
            ),
            Option(
                "As being at risk in every month in which they were seen, and not after.",
                True,
                "That is what Kaplan and Meier do: each month's loss is divided by those still there and still observed.",
            ),
        ),
    ),
    Question(
        key="sorting",
        outcome="7.2",
        asks="Of customers in their first year 37 % leave, of those in their fifth year 12 %. What follows?",
        options=(
            Option(
                "The same customers have become three times as loyal.",
                False,
                "They need not have changed at all: those likely to leave are no longer among the fifth-year customers.",
            ),
            Option(
                "Sorting alone could make this; it takes the same people over time, or an experiment, to say more.",
                True,
                "In the sBG model everybody's churn is constant and the rate falls in just this way. That does not prove that nobody changes.",
            ),
            Option(
                "The loyalty programme works.",
                False,
                "It would look the same without any programme.",
            ),
        ),
    ),
    Question(
        key="points",
        outcome="7.3",
        asks="Churn is 20 % a year. A consultant promises “5 % fewer defections”. What should you ask first?",
        options=(
            Option(
                "Whether that is 15 % or 19 % afterwards, and what it costs.",
                True,
                "Five points lengthen the lifetime by a third, five per cent by a twentieth; and the famous gains count no cost.",
            ),
            Option(
                "Whether profit rises by 25 or by 85 %.",
                False,
                "From 20 % churn, with a constant margin and a discount rate of 10 %, five points bring 20 % more value: less than either.",
            ),
            Option(
                "Nothing: fewer defections are always worth their money.",
                False,
                "A customer saved can cost more than a customer won; it depends on how many the spending really saves.",
            ),
        ),
    ),
    Question(
        key="top",
        outcome="7.4",
        asks="Last year's top fifth bring a third less this year, after a programme made for them. What can you say?",
        options=(
            Option(
                "The programme did harm.",
                False,
                "A group chosen for its best year falls back towards the mean whatever is done.",
            ),
            Option(
                "Nothing about the programme, until you know what a top fifth without it would have done.",
                True,
                "Regression to the mean makes such a fall by itself; only customers left out by lot can tell the difference.",
            ),
            Option(
                "The top customers are no longer loyal.",
                False,
                "Spending most in one year is partly luck, such as a new kitchen. It was never the same as being loyal.",
            ),
        ),
    ),
    Question(
        key="referrals",
        outcome="7.5",
        asks="Each customer brings 0.2 others on average. What do referrals add in the end?",
        options=(
            Option(
                "A fifth of the customers won otherwise.",
                False,
                "That counts the first generation; those brought bring others too: 1/(1−0.2) is 1.25.",
            ),
            Option(
                "A quarter of the customers won otherwise.",
                True,
                "1/(1−0.2) = 1.25: 0.2, then 0.04, then 0.008 … add up to a quarter, and each chain ends.",
            ),
            Option(
                "There is no limit: the base grows by itself.",
                False,
                "It does so only if each customer brings more than one other.",
            ),
        ),
    ),
)
