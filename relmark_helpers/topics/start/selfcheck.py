"""Self-check of chapter 00: five questions, each option with its reason."""

from __future__ import annotations

from relmark_helpers.notebook.quiz import Option, Question

QUESTIONS = (
    Question(
        key="order",
        outcome="0.1",
        asks="A notebook works on your screen. On another computer its third cell stops: a name is not defined. What is the likely cause?",
        options=(
            Option(
                "The other computer has an older Python.",
                False,
                "That happens, and then the sentence speaks of a version or a package, not of a name.",
            ),
            Option(
                "Your kernel remembers a cell that you have since deleted or that stands further down.",
                True,
                "Your page and your kernel have drifted apart. Restart Kernel and Run All Cells shows it to you first.",
            ),
            Option(
                "The notebook was not saved.",
                False,
                "Then the other computer would show an older text; the name is missing because no cell above gives it.",
            ),
        ),
    ),
    Question(
        key="season",
        outcome="0.2",
        asks="You draw the mean of twelve months in place of single months, and every peak is gone. What may you say?",
        options=(
            Option(
                "The branch has no season.",
                False,
                "Twelve months hold one of each month of the year, so this mean hides any season. Look at one month first.",
            ),
            Option(
                "The line shows the trend; a season can't be seen in it.",
                True,
                "Each point holds a whole year, so good and bad months balance. What is left is the slow change.",
            ),
            Option(
                "The peaks were chance.",
                False,
                "Chance also shrinks in a mean, but peaks that return each year are a season, and they vanish here too.",
            ),
        ),
    ),
    Question(
        key="key",
        outcome="0.3",
        asks="You link orders to customers by customer_id. Then you count rows and call the result “customers”. What went wrong?",
        options=(
            Option(
                "Nothing: each row now holds a customer.",
                False,
                "Each row holds the customer of one order; who ordered five times stands there five times.",
            ),
            Option(
                "A row of the result is an order; count different customer_id instead.",
                True,
                "A link keeps the rows of the table with many; ask what one row is before you count.",
            ),
            Option(
                "The tables must be linked by branch_id.",
                False,
                "That would put every customer of a branch beside every order of it; the key of a customer is customer_id.",
            ),
        ),
    ),
    Question(
        key="alone",
        outcome="0.4",
        asks="In a table without names, k is 1 and one customer in a hundred is alone. Is the table anonymous?",
        options=(
            Option(
                "Yes, because ninety-nine in a hundred are safe.",
                False,
                "The one is not, and a list that protects most people still gives away the others.",
            ),
            Option(
                "No: who knows these fields of a lone customer finds the row, and all else that stands in it.",
                True,
                "That is why k looks at the smallest crowd and not at the average one.",
            ),
            Option(
                "Yes, because it has no names.",
                False,
                "A name is one way to recognise somebody; birth year, branch and date together are another.",
            ),
        ),
    ),
    Question(
        key="purpose",
        outcome="0.4",
        asks="The service desk wants every customer's birth year “because it might be useful one day”. What do you answer?",
        options=(
            Option(
                "Give it: the customers have consented.",
                False,
                "They agreed to be asked and written to. Consent is for a purpose, and this request names none.",
            ),
            Option(
                "Give it without the customer_id.",
                False,
                "Fewer fields give away less, but there is still no purpose that needs the birth year.",
            ),
            Option(
                "Ask for the purpose first, and give the least that serves it.",
                True,
                "That is data minimisation. If a purpose turns up that needs an age, a decade may do.",
            ),
        ),
    ),
)
