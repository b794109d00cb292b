"""Inside the company: its people, its mystery shoppers, and its money."""

from __future__ import annotations

from relmark_helpers.company.schema.form import Column, Table, question
from relmark_helpers.company.vocabulary import CHANNELS, ROLES
from relmark_helpers.company.wording.house import CHECKLIST, STAFF_QUESTIONS


def _money(name: str, meaning: str) -> Column:
    return Column(name, "money", meaning, "CNY", low=0)


HOUSE: dict[str, Table] = {
    "staff": Table(
        "one person who works or worked at a branch",
        (
            Column("staff_id", "key", "The person.", low=1),
            Column("branch_id", "key", "The branch, in the end."),
            Column("role", "category", "What the person does.", values=ROLES),
            Column("hired", "date", "The first day at work."),
            Column("left_on", "date", "The last day at work; missing if still there.", required=False),
        ),
        ("staff_id",),
        {"branch_id": "branches"},
    ),
    "staff_surveys": Table(
        "one answered half-yearly survey of the staff",
        (
            Column("staff_survey_id", "key", "The survey.", low=1),
            Column("staff_id", "key", "Who answered."),
            Column("branch_id", "key", "Where the person worked then."),
            Column("asked_on", "date", "The day of the survey."),
            *(question(name, item, required=False) for name, item in STAFF_QUESTIONS.items()),
        ),
        ("staff_survey_id",),
        {"staff_id": "staff", "branch_id": "branches"},
    ),
    "mystery_visits": Table(
        "what one visitor scored at one mystery visit; two visitors go together",
        (
            Column("visit_id", "key", "The visit.", low=1),
            Column("rater", "whole", "Which visitor scored.", low=1),
            Column("branch_id", "key", "The branch visited."),
            Column("visited_on", "date", "The day of the visit."),
            *(question(name, item, required=True) for name, item in CHECKLIST.items()),
        ),
        ("visit_id", "rater"),
        {"branch_id": "branches"},
    ),
    "acquisition_costs": Table(
        "one channel of acquisition in one month",
        (
            Column("month", "date", "The first day of the month."),
            Column("channel", "category", "The channel.", values=CHANNELS),
            _money("spending", "Spent on the channel."),
            Column(
                "newcomers", "whole", "Customers it brought in, as they said on joining.", "customers", low=0
            ),
        ),
        ("month", "channel"),
        {},
    ),
    "branch_months": Table(
        "one branch in one month: its business and its profit",
        (
            Column("branch_id", "key", "The branch."),
            Column("month", "date", "The first day of the month."),
            Column("orders", "whole", "Orders.", "orders", low=0),
            Column("buyers", "whole", "Customers who ordered.", "customers", low=0),
            Column("newcomers", "whole", "Customers who joined.", "customers", low=0),
            _money("revenue", "What customers paid: list prices less the discount."),
            _money("discount", "Taken off list prices; already off the revenue, so not a cost once more."),
            _money("product_cost", "What the products sold cost the company."),
            _money("contact_cost", "Contacts with customers."),
            _money("complaint_cost", "Complaints: handling and remedies."),
            _money("programme_cost", "The members' club: rewards and benefits."),
            _money("acquisition_cost", "Winning new customers."),
            _money("staff_cost", "The people: pay and training."),
            _money("fixed_cost", "Premises and whatever does not depend on the business."),
            Column("profit", "money", "Revenue less the seven costs.", "CNY"),
        ),
        ("branch_id", "month"),
        {"branch_id": "branches"},
    ),
}
