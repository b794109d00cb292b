"""Tables as models take them: rows paired by label, columns of the kind they must be, or one sentence."""

from relmark_helpers.tables.kinds import all_numbers, columns
from relmark_helpers.tables.labels import aligned, in_order, linked, unique
from relmark_helpers.tables.series import dates, flags, is_text, keys, numbers, whole_numbers

__all__ = [
    "aligned",
    "all_numbers",
    "columns",
    "dates",
    "flags",
    "in_order",
    "is_text",
    "keys",
    "linked",
    "numbers",
    "unique",
    "whole_numbers",
]
