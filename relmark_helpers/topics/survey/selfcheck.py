"""Self-check of chapter 05: five questions, each option with its reason."""

from __future__ import annotations

from relmark_helpers.notebook.quiz import Option, Question

QUESTIONS = (
    Question(
        key="move",
        outcome="5.1",
        asks="A branch has 200 answers a quarter. Its NPS goes from 20 to 12. What do you write into the report?",
        options=(
            Option(
                "Recommendation fell by 8 points; the manager must explain it.",
                False,
                "With 200 answers in each quarter a change of about 15 points either way is within reach of chance.",
            ),
            Option(
                "12, with its interval; the change can't be told from chance.",
                True,
                "The variances of both quarters add; 8 points are well inside the interval of such a change.",
            ),
            Option(
                "Nothing: an NPS of 200 answers is worthless.",
                False,
                "Its level is known to about 11 points either way, enough to tell 12 from 50; the small move is not.",
            ),
        ),
    ),
    Question(
        key="alpha",
        outcome="5.2",
        asks="A consultant shows a scale of 16 items with alpha 0.88. What does that prove?",
        options=(
            Option(
                "The scale measures one thing.",
                False,
                "Sixteen items in two unrelated halves can reach that too; look at the correlations or factors.",
            ),
            Option(
                "The scale measures satisfaction.",
                False,
                "Reliability is not validity: items can share anything, even the mood of the moment.",
            ),
            Option(
                "Its items share much variance; not more.",
                True,
                "And with many items alpha is high even where single items go together only loosely.",
            ),
        ),
    ),
    Question(
        key="silence",
        outcome="5.3",
        asks="Only 15 % answer a survey. Is its mean biased?",
        options=(
            Option(
                "Yes: with 15 % every mean is wrong.",
                False,
                "If answering has nothing to do with what is asked, 15 % give the right mean, with a wider interval.",
            ),
            Option(
                "It depends on whether answering goes with what is asked.",
                True,
                "The bias is the covariance of answering and the answer over the response rate; zero if they are unrelated.",
            ),
            Option(
                "No, if there are at least 1,000 answers.",
                False,
                "The number of answers changes the interval, never the bias.",
            ),
        ),
    ),
    Question(
        key="kano",
        outcome="5.4",
        asks="A customer likes having a feature and dislikes it when it is missing. A printed table says R. What is wrong?",
        options=(
            Option(
                "Nothing: the customer is contradictory.",
                False,
                "Liking it and missing it agree perfectly: the more the better.",
            ),
            Option(
                "The table is transposed: this pair is one-dimensional.",
                True,
                "Like and dislike stand in the upper right corner, O. With R there, rows and columns were swapped.",
            ),
            Option(
                "It should say M, must-be.",
                False,
                "A must-be is not liked when it is there; it is taken for granted.",
            ),
        ),
    ),
    Question(
        key="mix",
        outcome="5.5",
        asks="You have 1,200 questionnaire answers and money for 100 interviews. Where do the interviewers go?",
        options=(
            Option(
                "To 100 customers drawn from all, and everything goes into one pot.",
                False,
                "A hundred answers among 1,300 change the mean hardly, and with it the bias of the questionnaire.",
            ),
            Option(
                "To customers who did not answer the questionnaire; each side counts by its share.",
                True,
                "They bring what the first method misses, and stand for all the silent.",
            ),
            Option(
                "To the most contented, for their reasons.",
                False,
                "That adds a second crooked sample to the first.",
            ),
        ),
    ),
)
