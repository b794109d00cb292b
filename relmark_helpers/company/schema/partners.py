"""Key accounts, partners, the choice experiment and the CRM's export."""

from __future__ import annotations

from relmark_helpers.company.schema.form import Column, Table
from relmark_helpers.company.wording.names import SYSTEMS
from relmark_helpers.company.wording.partners import EXCHANGES, INSTALLATION, KINDS, MARKETS


def _tie(name: str, meaning: str) -> Column:
    return Column(name, "number", f"{meaning} 1 = very low, 7 = very high.", "scale points", low=1, high=7)


def _rating(name: str, meaning: str) -> Column:
    return Column(name, "answer", f"{meaning} 1 = very low, 7 = very high.", "scale points", low=1, high=7)


def _written(name: str, meaning: str) -> Column:
    return Column(name, "text", meaning, required=False)


PARTNERS: dict[str, Table] = {
    "accounts": Table(
        "one key account, as it was on the first day",
        (
            Column("account_id", "key", "The key account.", low=1),
            Column("name_en", "text", "Its name in English, invented."),
            Column("name_zh", "text", "Its name in Chinese, invented."),
            Column("kind", "category", "What kind of house it is.", values=KINDS),
            Column("branch_id", "key", "The branch that looks after it."),
            Column("since", "date", "The day of its first business."),
            Column("contract", "flag", "Whether it is bound by a framework contract."),
            Column(
                "linked_ordering",
                "flag",
                "Whether its ordering system is linked to ours: a structural bond.",
            ),
            Column("payment_days", "whole", "Agreed terms of payment.", "days", low=0, high=120),
            Column(
                "potential",
                "money",
                "What it spends on appliances in a year, anywhere, as its manager estimates.",
                "CNY a year",
                low=0,
            ),
            _rating("growth", "How fast it is expected to grow, as its manager rates it."),
            _rating("prestige", "How much its name helps with others, as its manager rates it."),
            _rating("closeness", "How close the relation is, as its manager rates it."),
            Column(
                "left_on",
                "date",
                "The day on which it ended the relation; missing where it has not.",
                required=False,
            ),
        ),
        ("account_id",),
        {"branch_id": "branches"},
    ),
    "account_orders": Table(
        "one key account in one month, to the month in which it left",
        (
            Column("account_id", "key", "The key account."),
            Column("month", "date", "The first day of the month."),
            Column("revenue", "money", "What it bought in the month.", "CNY", low=0),
            Column("cost_of_goods", "money", "What the goods cost the company.", "CNY", low=0),
            Column("visits", "whole", "Visits by its account manager.", "visits", low=0),
            Column("special_requests", "whole", "What it asked for beyond the usual.", "requests", low=0),
            Column(
                "cost_to_serve",
                "money",
                "Visits, special requests, and the handling of orders and invoices.",
                "CNY",
                low=0,
            ),
        ),
        ("account_id", "month"),
        {"account_id": "accounts"},
    ),
    "partners": Table(
        "one partner of the company",
        (
            Column("partner_id", "key", "The partner.", low=1),
            Column("name_en", "text", "Its name in English, invented."),
            Column("name_zh", "text", "Its name in Chinese, invented."),
            Column(
                "market",
                "category",
                "Its market: in the six of 1991 there are referral and recruitment, in the six of the Chinese texts "
                "distributor and competitor in their places; one of these texts calls influence stakeholders.",
                values=MARKETS,
            ),
            Column(
                "slot", "whole", "The place of this market among the six, in either version.", low=1, high=6
            ),
            Column(
                "exchange",
                "category",
                "Which of Morgan and Hunt's ten relational exchanges it is.",
                values=EXCHANGES,
            ),
            Column("since", "date", "The day on which the relation began."),
            Column(
                "works_with",
                "key",
                "The partner with which it deals most besides Meridian Home; missing where there is none.",
                required=False,
            ),
        ),
        ("partner_id",),
        {"works_with": "partners"},
    ),
    "ties": Table(
        "the tie with one partner in one calendar year",
        (
            Column("partner_id", "key", "The partner."),
            Column("year", "whole", "The calendar year.", "year"),
            _tie("trust_by_us", "How far the company trusts the partner."),
            _tie("trust_by_them", "How far the partner trusts the company."),
            _tie("commitment_by_us", "How much the company wants the relation to last."),
            _tie("commitment_by_them", "How much the partner wants the relation to last."),
            _tie("dependence_of_us", "How much the company depends on the partner."),
            _tie("dependence_of_them", "How much the partner depends on the company."),
            _tie("termination_costs", "What ending the relation would cost the partner."),
            _tie("benefits", "What the partner gains from the relation, beside what others would offer."),
            _tie("shared_values", "How far both hold the same things important and right."),
            _tie("communication", "How well and how timely both inform each other."),
            _tie("opportunism", "How far the partner sees the company seeking its own advantage with guile."),
            _tie("cooperation", "How well the partner works together with the company."),
            _tie("propensity_to_leave", "How likely the partner is to end the relation within a year."),
            Column(
                "promises_kept", "number", "Share of its promises the partner kept.", "share", low=0, high=1
            ),
            Column(
                "volume",
                "money",
                "Business with the partner in the year, or in the part of it that is simulated; 0 where no money "
                "changes hands.",
                "CNY",
                low=0,
            ),
        ),
        ("partner_id", "year"),
        {"partner_id": "partners"},
    ),
    "preferences": Table(
        "one option of one task in the choice experiment: two offers of the same washing machine, or neither",
        (
            Column("task_id", "key", "The task.", low=1),
            Column(
                "option", "whole", "The option; 3 is neither offer, and its attributes are 0.", low=1, high=3
            ),
            Column("customer_id", "key", "Who chose."),
            Column("asked_on", "date", "The day of the experiment."),
            Column("delivery_days", "whole", "Days until delivery.", "days", low=0),
            Column(
                "installation",
                "category",
                "Fitting at home, or fitting and training: being shown how the machine works.",
                values=INSTALLATION,
            ),
            Column("instalments", "whole", "Monthly payments; 1 is all at once.", "payments", low=0),
            Column("warranty_years", "whole", "Years of service without charge.", "years", low=0),
            Column("price", "whole", "The price.", "CNY", low=0),
            Column("chosen", "flag", "Whether this option was chosen: exactly one of three."),
        ),
        ("task_id", "option"),
        {"customer_id": "customers"},
    ),
    "crm_export": Table(
        "one record of a customer as the CRM exports it, faults and all; the people are invented",
        (
            Column("crm_id", "key", "The record; some customers have two.", low=1),
            Column(
                "customer_id",
                "key",
                "The customer; missing in records that are older than the CRM.",
                required=False,
            ),
            Column("system", "category", "Where the record was written.", values=SYSTEMS),
            Column("name", "text", "An invented name, in characters or pinyin, in either order."),
            _written("birth_year", "Year of birth, in two or four digits."),
            _written("telephone", "Telephone, in several forms; no such number can exist."),
            _written("email", "Address, always at a domain reserved for examples."),
            _written("city", "The city of the branch, in either script, sometimes misspelt."),
            _written(
                "entered_on",
                "When the record was written, in several forms; where the year stands last, the day stands first.",
            ),
            _written(
                "consent",
                "Whether the customer may be written to, in several words; missing counts as no. A withdrawal "
                "stands only here: the table customers keeps what was agreed on joining. Of a customer's records "
                "the strictest counts.",
            ),
            _written("last_contact", "When the customer was last spoken to, in the same forms."),
            _written("note", "What was noted then."),
        ),
        ("crm_id",),
        {"customer_id": "customers"},
    ),
}
