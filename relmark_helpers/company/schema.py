"""What every table and column means: the source of ``datapackage.json``, of types and of the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from relmark_helpers.company.catalogue import CATEGORIES
from relmark_helpers.company.state import CHANNELS, METHODS, SEGMENTS
from relmark_helpers.company.steps import ORDER_CHANNELS
from relmark_helpers.company.wording import ITEMS


@dataclass(frozen=True)
class Column:
    """One column.

    Parameters
    ----------
    name : str
        Its name.
    kind : str
        ``"key"``, ``"whole"``, ``"answer"``, ``"number"``, ``"money"``, ``"date"``, ``"flag"``,
        ``"category"`` or ``"text"``.
    meaning : str
        What it says, in words.
    unit : str
        Its unit, if it has one.
    values : tuple of str
        The allowed values of a category.
    low, high : float, optional
        The least and the greatest value.
    required : bool
        False where a value may be missing.
    wording_zh : str
        For a survey question (whose ``meaning`` is the English wording): the Chinese wording.
    reversed : bool
        True for a question asked the other way round: score it as 8 - answer.

    Examples
    --------
    >>> TABLES["surveys"].column("trust_3").reversed
    True
    """

    name: str
    kind: str
    meaning: str
    unit: str = ""
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    required: bool = True
    wording_zh: str = ""
    reversed: bool = False

    @property
    def pandas_type(self) -> Any:
        """Its type in a DataFrame."""
        if self.kind == "category":
            return pd.CategoricalDtype(list(self.values))
        return "Int64" if self.kind == "key" and not self.required else KINDS[self.kind][1]


@dataclass(frozen=True)
class Table:
    """One table: what a row is, its columns, its primary key, and ``{column: other table}`` of foreign keys.

    Examples
    --------
    >>> TABLES["orders"].row
    'one order'
    """

    row: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: dict[str, str]

    def column(self, name: str) -> Column:
        """Find a column by its name."""
        return next(each for each in self.columns if each.name == name)

    def types(self, but_text: bool = False) -> dict[str, Any]:
        """Give the pandas type of every column, on request without those of text."""
        return {
            each.name: each.pandas_type for each in self.columns if not (but_text and each.kind == "text")
        }


# kind: (Data Package type, pandas type, DuckDB type, decimals in the file)
KINDS = {
    "key": ("integer", "int64", "BIGINT", None),
    "whole": ("integer", "int64", "INTEGER", None),
    "answer": ("integer", "Int8", "TINYINT", None),
    "number": ("number", "float64", "DOUBLE", 4),
    "money": ("number", "float64", "DECIMAL(12,2)", 2),
    "date": ("date", "datetime64[ns]", "DATE", None),
    "flag": ("boolean", "bool", "BOOLEAN", None),
    "category": ("string", "category", "VARCHAR", None),
    "text": ("string", "str", "VARCHAR", None),
}


def _question(name: str) -> Column:
    item = ITEMS[name]
    return Column(
        name,
        "answer",
        item.english,
        unit="scale points",
        low=item.low,
        high=item.high,
        required=False,
        wording_zh=item.chinese,
        reversed=item.reversed,
    )


TABLES: dict[str, Table] = {
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
            *(_question(name) for name in ITEMS),
        ),
        ("survey_id",),
        {"invitation_id": "survey_invitations", "customer_id": "customers", "order_id": "orders"},
    ),
    "truth": Table(
        "one number that was put into the company, or follows exactly from it",
        (
            Column("quantity", "text", "What kind of number it is."),
            Column("cause", "text", "Of an effect: what causes it.", required=False),
            Column("effect", "text", "What is affected, or which thing the number is about.", required=False),
            Column(
                "measure", "text", "Of a path: structural (points per point) or standardised.", required=False
            ),
            Column("value", "number", "The number."),
            Column("chapter", "text", "The chapter after which to look it up."),
            Column("unit", "text", "Its unit."),
            Column("meaning", "text", "What it says, in words."),
        ),
        ("quantity", "cause", "effect", "measure"),
        {},
    ),
}
