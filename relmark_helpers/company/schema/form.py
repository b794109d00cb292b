"""The form in which tables are described: columns, tables, and the kinds of columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from relmark_helpers.company.wording.survey import Item


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
    >>> Column("size_m2", "whole", "Sales floor.", "square metres", low=1).pandas_type
    'int64'
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
    >>> Table("one branch", (Column("branch_id", "key", "The branch."),), ("branch_id",), {}).row
    'one branch'
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


def question(name: str, item: Item, required: bool) -> Column:
    """Describe the column of a question.

    Parameters
    ----------
    name : str
        The column.
    item : Item
        The question in both languages.
    required : bool
        False where an answer may be missing.

    Returns
    -------
    Column

    Examples
    --------
    >>> question("csat", Item("How satisfied are you?", "您满意吗？", high=5), required=False).high
    5
    """
    return Column(
        name,
        "answer",
        item.english,
        unit="scale points",
        low=item.low,
        high=item.high,
        required=required,
        wording_zh=item.chinese,
        reversed=item.reversed,
    )
