"""What was put into the company."""

from __future__ import annotations

from relmark_helpers.company.schema.form import Column, Table

REFERENCE: dict[str, Table] = {
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
