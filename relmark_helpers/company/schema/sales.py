"""Branches, customers, products, orders: the tables every shop has."""

from __future__ import annotations

from relmark_helpers.company.catalogue import CATEGORIES
from relmark_helpers.company.schema.form import Column, Table
from relmark_helpers.company.vocabulary import CHANNELS, ORDER_CHANNELS, SEGMENTS

SALES: dict[str, Table] = {
    "branches": Table(
        "one branch",
        (
            Column("branch_id", "key", "The branch.", low=1),
            Column("city_en", "text", "Its city, in English."),
            Column("city_zh", "text", "Its city, in Chinese."),
            Column("opened", "date", "The day it opened."),
            Column("size_m2", "whole", "Sales floor.", "square metres", low=1),
            Column("manager_since", "date", "The day its present manager took over."),
            Column("rivals_nearby", "whole", "Other appliance shops within easy reach.", "shops", low=0),
        ),
        ("branch_id",),
        {},
    ),
    "customers": Table(
        "one customer",
        (
            Column("customer_id", "key", "The customer.", low=1),
            Column("joined", "date", "The day the customer registered."),
            Column("birth_year", "whole", "Year of birth.", "year", low=1940, high=2004),
            Column("branch_id", "key", "The customer's branch."),
            Column(
                "crm_segment", "category", "The segment as the CRM has it, not always right.", values=SEGMENTS
            ),
            Column("channel", "category", "What brought the customer in.", values=CHANNELS),
            Column(
                "referred_by",
                "key",
                "The customer who sent this one; missing unless the channel is referral.",
                required=False,
            ),
            Column("consent", "flag", "Whether the customer agreed to be asked and written to."),
        ),
        ("customer_id",),
        {"branch_id": "branches", "referred_by": "customers"},
    ),
    "products": Table(
        "one product",
        (
            Column("product_id", "key", "The product.", low=1),
            Column("category", "category", "Its category.", values=CATEGORIES),
            Column("name_en", "text", "Its name in English."),
            Column("name_zh", "text", "Its name in Chinese."),
            Column("list_price", "money", "List price of one piece.", "CNY", low=0),
            Column("unit_cost", "money", "What one piece costs the company.", "CNY", low=0),
        ),
        ("product_id",),
        {},
    ),
    "orders": Table(
        "one order",
        (
            Column("order_id", "key", "The order.", low=1),
            Column("customer_id", "key", "Who ordered."),
            Column("branch_id", "key", "The branch that served the order."),
            Column("ordered_on", "date", "The day of the order."),
            Column("channel", "category", "How the order was placed.", values=ORDER_CHANNELS),
        ),
        ("order_id",),
        {"customer_id": "customers", "branch_id": "branches"},
    ),
    "order_lines": Table(
        "one line of an order",
        (
            Column("order_id", "key", "The order."),
            Column("line_number", "whole", "The line within the order, from 1.", low=1, high=3),
            Column("product_id", "key", "The product."),
            Column("quantity", "whole", "Pieces.", "pieces", low=1),
            Column("price_paid", "money", "Paid for the whole line, after the discount.", "CNY", low=0),
            Column("discount", "money", "Taken off the list price of the whole line.", "CNY", low=0),
        ),
        ("order_id", "line_number"),
        {"order_id": "orders", "product_id": "products"},
    ),
}
