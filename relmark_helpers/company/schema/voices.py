"""What customers say: invitations and surveys."""

from __future__ import annotations

from relmark_helpers.company.schema.form import Column, Table, question
from relmark_helpers.company.vocabulary import METHODS, PROBLEMS
from relmark_helpers.company.wording.survey import ITEMS

VOICES: dict[str, Table] = {
    "survey_invitations": Table(
        "one invitation to the survey",
        (
            Column("invitation_id", "key", "The invitation.", low=1),
            Column("customer_id", "key", "Who was invited."),
            Column("order_id", "key", "The order the survey asks about: the latest one at that time."),
            Column("invited_on", "date", "The day of the invitation."),
            Column("wave", "whole", "The quarterly wave, from 1.", low=1),
            Column("method", "category", "How the customer was asked.", values=METHODS),
            Column("answered", "flag", "Whether the customer answered."),
        ),
        ("invitation_id",),
        {"customer_id": "customers", "order_id": "orders"},
    ),
    "surveys": Table(
        "one answered survey",
        (
            Column("survey_id", "key", "The survey.", low=1),
            Column("invitation_id", "key", "The invitation it answers."),
            Column("customer_id", "key", "Who answered."),
            Column("order_id", "key", "The order it is about."),
            Column("answered_on", "date", "The day of the answer."),
            Column("problem", "category", "What went wrong with the order, if anything.", values=PROBLEMS),
            *(question(name, item, required=False) for name, item in ITEMS.items()),
        ),
        ("survey_id",),
        {"invitation_id": "survey_invitations", "customer_id": "customers", "order_id": "orders"},
    ),
}
