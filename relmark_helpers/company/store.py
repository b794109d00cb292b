"""Loading a company's tables, and connecting to it as a database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.company.database import database, named, need_duckdb, source
from relmark_helpers.company.folder import Company, damaged, opened
from relmark_helpers.company.schema import KINDS, TABLES
from relmark_helpers.errors import CourseError

if TYPE_CHECKING:
    import duckdb

KEPT_ROWS = 100_000  # a table of up to so many rows is read once in a process, and copied from then on
_kept: dict[tuple[Path, str], tuple[tuple[int, int], pd.DataFrame]] = {}


def load(table: str, company: Path | str | None = None) -> pd.DataFrame:
    """Load one table of the company.

    Parameters
    ----------
    table : str
        Its name: branches, customers, products, orders and so on; a wrong name is answered with all of them.
    company : Path or str, optional
        A folder made by ``relmark company build``, in any format; by default the company of the course.

    Returns
    -------
    DataFrame
        Dates as datetime64, categories as category, answers as whole numbers that may be missing; the same
        from every format.

    Raises
    ------
    CourseError
        If there is no such table, the folder is not a whole company, or the file was altered.

    Examples
    --------
    >>> load("branches")[["branch_id", "city_en", "rivals_nearby"]].head(2)
       branch_id   city_en  rivals_nearby
    0          1  Hangzhou              5
    1          2    Suzhou              4
    """
    if table not in TABLES:
        raise CourseError(f"There is no table {table!r}; the tables are {', '.join(TABLES)}.")
    found = opened(company)
    resource = found.resources[table]
    state = _state(resource.file)
    if (kept := _kept.get((resource.file, table))) and kept[0] == state:
        return kept[1].copy()
    resource.check()
    frame = _from_csv(found, table) if found.form == "csv" else _from_duckdb(found, table)
    required = [each.name for each in TABLES[table].columns if each.required]
    if len(frame) != resource.rows or frame[required].isna().any(axis=None):
        raise damaged(resource.file)
    if state and len(frame) <= KEPT_ROWS:
        _kept[resource.file, table] = state, frame
        return frame.copy()
    return frame


def _state(file: Path) -> tuple[int, int] | None:
    """What changes when a file is written to: its time and its size."""
    try:
        about = file.stat()
    except OSError:
        return None  # reading it says what is wrong
    return about.st_mtime_ns, about.st_size


def _from_csv(company: Company, table: str) -> pd.DataFrame:
    file = company.resources[table].file
    types = TABLES[table].types()
    dates = [name for name, kind in types.items() if kind == "datetime64[ns]"]
    categories = [name for name, kind in types.items() if isinstance(kind, pd.CategoricalDtype)]
    try:
        frame = pd.read_csv(
            file,
            dtype={name: kind for name, kind in types.items() if name not in dates}
            | dict.fromkeys(categories, "category"),
            parse_dates=dates,
            date_format="%Y-%m-%d",
            keep_default_na=False,
            na_values=[""],
            encoding="utf-8",
        )
        return _typed(frame[list(types)], table)
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise damaged(file) from error


def _from_duckdb(company: Company, table: str) -> pd.DataFrame:
    file = company.resources[table].file
    duck = need_duckdb(f"A company in {company.form} format")
    of_database = company.form == "duckdb"
    try:
        with duck.connect(str(file) if of_database else ":memory:", read_only=of_database) as connection:
            columns = ", ".join(map(named, TABLES[table].types()))
            rows = table if of_database else source(company, table)
            return _typed(connection.execute(f"SELECT {columns} FROM {rows}").df(), table)
    except (ValueError, TypeError, duck.Error) as error:
        raise damaged(file) from error


def _typed(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """The schema's types; what is not among a category's allowed values becomes missing."""
    for column in TABLES[table].columns:
        name, kind, decimals = column.name, column.pandas_type, KINDS[column.kind][3]
        if decimals is not None:  # pandas reads the last bit of a number in a CSV file wrong at times
            frame[name] = frame[name].astype(kind).round(decimals)
        elif isinstance(kind, pd.CategoricalDtype):
            frame[name] = frame[name].astype("category").cat.set_categories(kind.categories)
        elif kind != "str":
            frame[name] = frame[name].astype(kind)
        elif frame[name].dtype == object:  # pandas below 3 has no type for texts
            frame[name] = frame[name].where(frame[name].notna(), float("nan"))
    return frame


def connect(company: Path | str | None = None) -> duckdb.DuckDBPyConnection:
    """Connect to the company as a DuckDB database: every table, with keys and comments, for reading only.

    A company in CSV files is copied into a database of its own, once in a session; one in Parquet files as
    well if it has up to two million rows in all, and else its tables are views on the files, without keys.

    Parameters
    ----------
    company : Path or str, optional
        A folder made by ``relmark company build``, in any format; by default the company of the course.

    Returns
    -------
    duckdb.DuckDBPyConnection
        Its tables cannot be changed and none can be added.

    Raises
    ------
    CourseError
        If DuckDB is not installed, or the folder is not a whole company.

    Examples
    --------
    >>> connect().execute("SELECT count(*) FROM branches").fetchall()
    [(12,)]
    """
    duck = need_duckdb("rm.connect", ', or use rm.load("orders") and the like')
    found = opened(company)
    file = database(found)
    try:
        return duck.connect(file, read_only=True)  # type: ignore[no-any-return]
    except duck.Error as error:
        raise damaged(Path(file)) from error
