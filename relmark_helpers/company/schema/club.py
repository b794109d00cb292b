"""Meridian Circle and the campaigns: memberships, points, and who was treated."""

from __future__ import annotations

from relmark_helpers.company.parameters.campaigns import CAMPAIGN_CHANNELS, OFFERS
from relmark_helpers.company.schema.form import Column, Table
from relmark_helpers.company.vocabulary import ENTRIES, MEMBERSHIP_EVENTS, TIERS

CLUB: dict[str, Table] = {
    "memberships": Table(
        "one event of a membership of Meridian Circle: joining, or a change of tier",
        (
            Column("membership_id", "key", "The event.", low=1),
            Column("customer_id", "key", "The member."),
            Column("since", "date", "The day from which the tier holds."),
            Column("event", "category", "What happened.", values=MEMBERSHIP_EVENTS),
            Column("tier", "category", "The tier from that day on.", values=TIERS),
        ),
        ("membership_id",),
        {"customer_id": "customers"},
    ),
    "points_ledger": Table(
        "one entry in a member's account of points; the balance is the sum of the entries",
        (
            Column("entry_id", "key", "The entry.", low=1),
            Column("customer_id", "key", "The member."),
            Column("entered_on", "date", "The day of the entry."),
            Column(
                "kind",
                "category",
                "Points earned, burned (taken as a reward), expired, or adjusted by hand.",
                values=ENTRIES,
            ),
            Column("points", "whole", "Above zero if added to the account, below if taken off.", "points"),
            Column("order_id", "key", "The order it belongs to, if any.", required=False),
        ),
        ("entry_id",),
        {"customer_id": "customers", "order_id": "orders"},
    ),
    "campaigns": Table(
        "one campaign as a randomised experiment",
        (
            Column("campaign_id", "key", "The campaign.", low=1),
            Column("name_en", "text", "Its name in English."),
            Column("name_zh", "text", "Its name in Chinese."),
            Column("starts", "date", "Its first day."),
            Column("ends", "date", "Its last day."),
            Column("channel", "category", "How customers were contacted.", values=CAMPAIGN_CHANNELS),
            Column("offer", "category", "What was offered.", values=OFFERS),
            Column(
                "cost_per_contact",
                "money",
                "What contacting one customer cost, without what the offer gave away.",
                "CNY",
                low=0,
            ),
            Column(
                "share_treated",
                "number",
                "The chance with which a customer of the experiment was treated.",
                "share",
                low=0,
                high=1,
            ),
        ),
        ("campaign_id",),
        {},
    ),
    "campaign_assignments": Table(
        "one customer in the experiment of one campaign",
        (
            Column("campaign_id", "key", "The campaign."),
            Column("customer_id", "key", "The customer."),
            Column("treated", "flag", "Whether the customer was contacted, as the lot fell."),
        ),
        ("campaign_id", "customer_id"),
        {"campaign_id": "campaigns", "customer_id": "customers"},
    ),
}
