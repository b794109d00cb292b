"""Writing a company to a folder, loading its tables, and connecting to it as a database."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.company.description import datapackage
from relmark_helpers.company.engine import Progress, simulate
from relmark_helpers.company.schema import KINDS, TABLES
from relmark_helpers.company.tables import tables
from relmark_helpers.course import material_folder
from relmark_helpers.errors import CourseError
from relmark_helpers.files import replacing

if TYPE_CHECKING:
    import duckdb


def build(
    out: Path | str,
    customers: int = 4000,
    months: int = 36,
    seed: int = 20240101,
    progress: Progress | None = None,
) -> None:
    """Make a company of any size: a CSV file for each table, and ``datapackage.json``.

    All files are written beside their places and renamed when all are whole, the description last; if
    anything goes wrong, the folder stays as it was. The same values give the same bytes.

    Parameters
    ----------
    out : Path or str
        The folder to make or to write into.
    customers : int
        Customers in all, 100 to 10,000,000.
    months : int
        Months to run, 6 to 240; the first is January 2022.
    seed : int
        From 0.
    progress : callable, optional
        Called with (steps done, steps in all): a step is a month simulated or a table written.

    Raises
    ------
    CourseError
        If a value is out of its range, or the folder cannot be written to.

    Examples
    --------
    >>> folder = tempfile.mkdtemp()
    >>> build(folder, customers=200, months=6)
    >>> len(load("customers", company=folder))
    200
    """
    tell = progress or (lambda done, of: None)
    run = simulate(
        customers=customers,
        months=months,
        seed=seed,
        progress=lambda done, of: tell(done, of + len(TABLES)),
    )
    made = tables(run)
    made_with = {"customers": int(customers), "months": int(months), "seed": int(seed)}
    description = datapackage(made_with, {name: len(frame) for name, frame in made.items()})
    folder = Path(out).expanduser()
    with ExitStack() as stack:  # every file is whole before the first is renamed; the description comes last
        last = stack.enter_context(replacing(folder / "datapackage.json"))
        last.write_bytes((json.dumps(description, ensure_ascii=False, indent=1) + "\n").encode())
        for done, (name, frame) in enumerate(made.items(), start=months + 1):
            beside = stack.enter_context(replacing(folder / f"{name}.csv"))
            written(name, frame).to_csv(beside, index=False, lineterminator="\n", encoding="utf-8")
            tell(done, months + len(TABLES))


def written(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Give a table as its file says it: fixed decimals, ISO dates, true and false.

    Parameters
    ----------
    name : str
        The table.
    frame : DataFrame
        Its rows.

    Returns
    -------
    DataFrame
        Columns that need a form of their own as strings.

    Examples
    --------
    >>> written("branches", load("branches"))["opened"][0]
    '2009-04-18'
    """
    form: dict[str, Callable[[pd.Series], pd.Series]] = {
        "date": lambda column: column.dt.strftime("%Y-%m-%d"),
        "flag": lambda column: column.map({True: "true", False: "false"}),
        "money": lambda column: column.map("{:.2f}".format),
        "number": lambda column: column.map("{:.4f}".format),
    }
    return frame.assign(
        **{each.name: form[each.kind](frame[each.name]) for each in TABLES[name].columns if each.kind in form}
    )


def load(table: str, company: Path | str | None = None) -> pd.DataFrame:
    """Load one table of the company.

    Parameters
    ----------
    table : str
        Its name: branches, customers, products, orders, order_lines, survey_invitations, surveys or truth.
    company : Path or str, optional
        A folder made by ``relmark company build``; by default the company of the course.

    Returns
    -------
    DataFrame
        Dates as datetime64, categories as category, answers as whole numbers that may be missing.

    Raises
    ------
    CourseError
        If there is no such table, or the folder is not a whole company.

    Examples
    --------
    >>> load("branches")[["branch_id", "city_en", "rivals_nearby"]].head(2)
       branch_id   city_en  rivals_nearby
    0          1  Hangzhou              5
    1          2    Suzhou              4
    """
    if table not in TABLES:
        raise CourseError(f"There is no table {table!r}; the tables are {', '.join(TABLES)}.")
    folder = _folder(company)
    file = folder / f"{table}.csv"
    types = TABLES[table].types()
    dates = [name for name, kind in types.items() if kind == "datetime64[ns]"]
    categories = {
        name: kind.categories for name, kind in types.items() if isinstance(kind, pd.CategoricalDtype)
    }
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
        frame = frame[list(types)].astype(dict.fromkeys(dates, "datetime64[ns]"))
        for name, values in categories.items():  # what is not among the allowed values becomes missing
            frame[name] = frame[name].cat.set_categories(values)
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise _damaged(file) from error
    required = [each.name for each in TABLES[table].columns if each.required]
    if len(frame) != _rows(folder)[table] or frame[required].isna().any(axis=None):
        raise _damaged(file)
    return frame


def _folder(company: Path | str | None) -> Path:
    """The folder of a company, in which no file is missing."""
    folder = material_folder() / "datasets" if company is None else Path(company).expanduser()
    again = "make one with `relmark company build --out FOLDER`"
    if not folder.is_dir():
        raise CourseError(f"There is no company in {folder}, for it is not a folder; {again}.")
    names = ["datapackage.json", *(f"{each}.csv" for each in TABLES)]
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise CourseError(f"The company in {folder} is not whole ({', '.join(missing)} missing); {again}.")
    return folder


def _rows(folder: Path) -> dict[str, int]:
    """How many rows each table must have, as its description says."""
    file = folder / "datapackage.json"
    try:
        resources = json.loads(file.read_text(encoding="utf-8"))["resources"]
        return {name: int(each["rows"]) for name in TABLES for each in resources if each["name"] == name}
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise _damaged(file) from error


def _damaged(file: Path) -> CourseError:
    return CourseError(
        f"{file} is damaged; make the company again with `relmark company build --out FOLDER`, "
        "or install the course again if it is the course's own."
    )


def connect(company: Path | str | None = None) -> duckdb.DuckDBPyConnection:
    """Connect to the company as a DuckDB database: every table, with keys and comments, for reading only.

    Parameters
    ----------
    company : Path or str, optional
        A folder made by ``relmark company build``; by default the company of the course.

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
    try:
        import duckdb
    except ImportError as error:
        raise CourseError(
            "rm.connect needs DuckDB, which is not installed here; install it with `pip install duckdb`, "
            'or use rm.load("orders") and the like.'
        ) from error
    folder = _folder(company).resolve()
    changed = max((folder / f"{name}.csv").stat().st_mtime_ns for name in TABLES)
    return duckdb.connect(_database(folder, changed), read_only=True)


@cache
def _database(folder: Path, changed: int) -> str:
    """A database file of the company, outside the course folder, made once and gone when Python ends."""
    import duckdb

    rows = _rows(folder)
    home = tempfile.mkdtemp(prefix="relmark-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    file = str(Path(home) / "meridian_home.duckdb")
    with duckdb.connect(file) as connection:
        for name in TABLES:
            connection.execute(_create(name))
            source = folder / f"{name}.csv"
            try:
                connection.execute(_insert(name), [str(source)])
            except duckdb.Error as error:
                raise _damaged(source) from error
            if connection.execute(f"SELECT count(*) FROM {name}").fetchall() != [(rows[name],)]:
                raise _damaged(source)
            _comment(connection, name)
    return file


def _create(name: str) -> str:
    table = TABLES[name]
    parts = [
        f"{each.name} {KINDS[each.kind][2]}{' NOT NULL' if each.required else ''}" for each in table.columns
    ]
    if all(table.column(each).required for each in table.primary_key):
        parts.append(f"PRIMARY KEY ({', '.join(table.primary_key)})")
    parts += [
        f"FOREIGN KEY ({column}) REFERENCES {other} ({', '.join(TABLES[other].primary_key)})"
        for column, other in table.foreign_keys.items()
        if other != name  # DuckDB cannot fill a table that refers to itself
    ]
    return f"CREATE TABLE {name} ({', '.join(parts)})"


def _insert(name: str) -> str:
    columns = ", ".join(f"'{each.name}': '{KINDS[each.kind][2]}'" for each in TABLES[name].columns)
    return f"INSERT INTO {name} SELECT * FROM read_csv(?, header = true, columns = {{{columns}}})"


def _comment(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    table = TABLES[name]
    connection.execute(f"COMMENT ON TABLE {name} IS {_quoted(f'A row is {table.row}.')}")
    for each in table.columns:
        unit = f" Unit: {each.unit}." if each.unit else ""
        values = f" One of: {', '.join(each.values)}." if each.values else ""
        turned = " Reversed: score it as 8 - answer." if each.reversed else ""
        comment = _quoted(each.meaning + each.wording_zh + unit + values + turned)
        connection.execute(f"COMMENT ON COLUMN {name}.{each.name} IS {comment}")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
