"""The words of every category, in the order of their codes: what is 0, 1, 2 in an array is a word in a table."""

from __future__ import annotations

SEGMENTS = ("value_seeker", "convenience", "relationship", "enthusiast")
METHODS = ("email", "telephone", "in_store_card")  # of asking in the survey
CHANNELS = ("walk_in", "online_ad", "print_ad", "referral")  # what brings a customer in
ORDER_CHANNELS = ("store", "online", "telephone")
PROBLEMS = ("none", "minor", "major")

DIRECTIONS = ("inbound", "outbound")
CONTACT_CHANNELS = ("store", "telephone", "email", "visit")
DEPARTMENTS = ("sales", "delivery", "installation", "service_desk", "marketing")
PHASES = ("before", "during", "after")
VARIABLES = ("product_service", "communication", "incentive", "public_relations")

COMPLAINT_CATEGORIES = (
    "product_defect",
    "late_delivery",
    "installation",
    "wrong_information",
    "rudeness",
    "billing",
)
SEVERITIES = ("minor", "major")
COMPLAINT_CHANNELS = ("store", "telephone", "online", "letter")
REMEDIES = ("apology", "repair", "voucher", "exchange", "refund")
OUTCOMES = ("resolved", "partly", "unresolved")

TIERS = ("base", "silver", "gold")
MEMBERSHIP_EVENTS = ("joined", "up", "down")
ENTRIES = ("earn", "burn", "expire", "adjust")

ROLES = ("manager", "sales", "delivery", "installation", "service_desk")

EXPERIENCE = (
    "desires",
    "performance",
    "expectations",
    "desires_congruency",
    "expectations_congruency",
    "attribute_satisfaction",
    "information_satisfaction",
    "overall_satisfaction",
)
CONSTRUCTS = (*EXPERIENCE, "trust")
