"""What every table and column means: the source of ``datapackage.json``, of types and of the database."""

from __future__ import annotations

from relmark_helpers.company.schema.club import CLUB
from relmark_helpers.company.schema.form import KINDS, Column, Table
from relmark_helpers.company.schema.house import HOUSE
from relmark_helpers.company.schema.partners import PARTNERS
from relmark_helpers.company.schema.reference import REFERENCE
from relmark_helpers.company.schema.sales import SALES
from relmark_helpers.company.schema.service import SERVICE
from relmark_helpers.company.schema.voices import VOICES

__all__ = ["KINDS", "TABLES", "Column", "Table"]

# In an order in which every table comes after those it refers to.
TABLES: dict[str, Table] = {**SALES, **SERVICE, **VOICES, **CLUB, **HOUSE, **PARTNERS, **REFERENCE}
