"""What tests of the queries share: the SQL by name, a company in each format, and when answers are the same."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from decimal import Decimal
from functools import cache
from pathlib import Path

import pandas as pd

from relmark_helpers.company.build import build
from relmark_helpers.company.store import connect

TEXT = (Path(__file__).parent / "queries.sql").read_text(encoding="utf-8")
SQL = dict(re.findall(r"^-- name: (\w+)\n(.*?;)\n", TEXT, re.DOTALL | re.MULTILINE))


@cache
def company(form: str) -> Path:
    """The folder of one and the same company in a format, made once."""
    folder = Path(tempfile.mkdtemp(prefix="relmark-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    build(folder, customers=900, months=24, seed=5, format=form)
    return folder


@cache
def answer(name: str, form: str = "duckdb") -> pd.DataFrame:
    with connect(company(form)) as connection:
        return connection.execute(SQL[name]).df()


def plain(column: pd.Series) -> list[object]:
    """Values as Python has them: numbers of every kind as float, everything else as it is."""
    values = column.astype(object).where(column.notna(), None)
    number = (int, float, Decimal)
    return [
        float(each) if isinstance(each, number) and not isinstance(each, bool) else each for each in values
    ]


def same(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    """The same columns and rows in the same order; numbers but for the last digits of a division."""
    assert sorted(found.columns) == sorted(expected.columns)
    assert len(found) == len(expected)
    for name in expected.columns:
        for ours, theirs in zip(plain(found[name]), plain(expected[name]), strict=True):
            if isinstance(theirs, float):
                assert abs(ours - theirs) <= 1e-9 * max(1.0, abs(theirs)), name  # type: ignore[operator]
            else:
                assert ours == theirs, name
