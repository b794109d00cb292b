"""What passes between customers and the company beside orders: contacts and complaints."""

from __future__ import annotations

from relmark_helpers.company.schema.form import Column, Table
from relmark_helpers.company.vocabulary import (
    COMPLAINT_CATEGORIES,
    COMPLAINT_CHANNELS,
    CONTACT_CHANNELS,
    DEPARTMENTS,
    DIRECTIONS,
    OUTCOMES,
    PHASES,
    REMEDIES,
    SEVERITIES,
    VARIABLES,
)


def _justice(name: str, english: str, chinese: str) -> Column:
    return Column(
        f"justice_{name}",
        "answer",
        english,
        unit="scale points",
        low=1,
        high=7,
        required=False,
        wording_zh=chinese,
    )


SERVICE: dict[str, Table] = {
    "contacts": Table(
        "one contact between a customer and the company",
        (
            Column("contact_id", "key", "The contact.", low=1),
            Column("customer_id", "key", "The customer."),
            Column("order_id", "key", "The order it was about, if it was about one.", required=False),
            Column("contacted_on", "date", "The day of the contact."),
            Column(
                "direction",
                "category",
                "Who began: the customer (inbound) or the company (outbound).",
                values=DIRECTIONS,
            ),
            Column("channel", "category", "How they were in contact.", values=CONTACT_CHANNELS),
            Column("department", "category", "The department in contact.", values=DEPARTMENTS),
            Column(
                "phase",
                "category",
                "The phase of customer care: before, during or after the sale.",
                values=PHASES,
            ),
            Column("variable", "category", "The variable of customer care it served.", values=VARIABLES),
            Column("minutes", "whole", "How long it took the company's people.", "minutes", low=0),
            Column("cost", "money", "What it cost the company.", "CNY", low=0),
            Column(
                "rating",
                "answer",
                "The customer's rating (1 very bad, 5 very good); missing if none was asked for or given.",
                unit="scale points",
                low=1,
                high=5,
                required=False,
            ),
        ),
        ("contact_id",),
        {"customer_id": "customers", "order_id": "orders"},
    ),
    "complaints": Table(
        "one complaint",
        (
            Column("complaint_id", "key", "The complaint.", low=1),
            Column("customer_id", "key", "Who complained."),
            Column("order_id", "key", "The order complained about."),
            Column(
                "category",
                "category",
                "What it was mainly about, as the service desk found.",
                values=COMPLAINT_CATEGORIES,
            ),
            Column("severity", "category", "How grave it was, as the service desk found.", values=SEVERITIES),
            Column("channel", "category", "How the customer complained.", values=COMPLAINT_CHANNELS),
            Column("text_en", "text", "What the customer said, in English."),
            Column("text_zh", "text", "What the customer said, in Chinese."),
            Column("opened", "date", "The day of the complaint."),
            Column("first_answer", "date", "The day of the first answer."),
            Column("closed", "date", "The day the case was closed."),
            Column("remedy", "category", "What the customer was given.", values=REMEDIES),
            Column("remedy_cost", "money", "What the remedy cost the company.", "CNY", low=0),
            _justice("distributive", "What I was given in the end was fair.", "最后给我的处理结果是公平的。"),
            _justice(
                "procedural", "My case was handled quickly and in a fair way.", "处理得及时，过程也公平。"
            ),
            _justice(
                "interactional",
                "I was treated with respect and told the truth.",
                "对方尊重我，也如实相告。",
            ),
            Column("outcome", "category", "Whether the problem was solved.", values=OUTCOMES),
        ),
        ("complaint_id",),
        {"customer_id": "customers", "order_id": "orders"},
    ),
}
