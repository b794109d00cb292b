"""The company in DuckDB: its tables with keys, allowed values and comments."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relmark_helpers import browser
from relmark_helpers.company.folder import DATABASE, Company, damaged, opened
from relmark_helpers.company.schema import KINDS, TABLES, Column
from relmark_helpers.errors import CourseError

if TYPE_CHECKING:
    import duckdb

# Rows in all, up to which a Parquet company is copied into a database with keys, which takes seconds; the
# files of a larger one are read where they are.
COPIED = 2_000_000


def need_duckdb(needing: str, instead: str = "") -> Any:
    """Import DuckDB, which the rest of the course does without.

    Parameters
    ----------
    needing : str
        What needs it.
    instead : str
        What else one can do.

    Returns
    -------
    module

    Raises
    ------
    CourseError
        If it is not installed.

    Examples
    --------
    >>> need_duckdb("Building a company").__name__
    'duckdb'
    """
    try:
        import duckdb
    except ImportError as error:
        mend = browser.ELSEWHERE if browser.RUNS_HERE else "install it with `pip install duckdb`"
        raise CourseError(f"{needing} needs DuckDB, which is not installed here; {mend}{instead}.") from error
    return duckdb


def source(company: Company, table: str) -> str:
    """Give the SQL that reads a table of a company in CSV or Parquet files.

    Parameters
    ----------
    company : Company
        A company on disk.
    table : str
        The table.

    Returns
    -------
    str
        What to put after FROM.

    Examples
    --------
    >>> import duckdb
    >>> duckdb.sql(f"FROM {source(opened(), 'branches')}").shape[0]
    12
    """
    file = quoted(str(company.resources[table].file.resolve()))
    if company.form == "parquet":
        return f"read_parquet({file})"
    columns = ", ".join(f"'{each.name}': '{KINDS[each.kind][2]}'" for each in TABLES[table].columns)
    # said in full: a form guessed from the first rows could be guessed wrong
    said = "header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = ''"
    return f"read_csv({file}, {said}, columns = {{{columns}}})"


def database(company: Company) -> str:
    """Give the DuckDB file of a company, made once and gone when Python ends if it has none of its own.

    Parameters
    ----------
    company : Company
        A company on disk.

    Returns
    -------
    str
        The file. Its tables are views if the company is a large one in Parquet files.

    Raises
    ------
    CourseError
        If a file was altered or is damaged.

    Examples
    --------
    >>> Path(database(opened())).name
    'meridian_home.duckdb'
    """
    if company.form == "duckdb":
        resource = next(iter(company.resources.values()))
        resource.check()
        return str(resource.file)
    files = [each.file for each in company.resources.values()]
    return _made(company.folder.resolve(), company.form, tuple(each.stat().st_mtime_ns for each in files))


@cache
def _made(folder: Path, form: str, changed: tuple[int, ...]) -> str:
    import duckdb

    company = opened(folder)
    for resource in company.resources.values():
        resource.check()
    home = Path(tempfile.mkdtemp(prefix="relmark-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    file = home / DATABASE
    views = form == "parquet" and sum(each.rows for each in company.resources.values()) > COPIED
    with duckdb.connect(str(file)) as connection:
        connection.begin()  # one transaction for all: each has its price
        for name, resource in company.resources.items():
            try:
                if views:
                    connection.execute(f"CREATE VIEW {name} AS FROM {source(company, name)}")
                else:
                    fill(connection, name, f"FROM {source(company, name)}")
                rows = connection.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0]
            except duckdb.Error as error:
                raise damaged(resource.file) from error
            if rows != resource.rows:
                raise damaged(resource.file)
            comment(connection, name, "VIEW" if views else "TABLE")
        connection.commit()
    return str(file)


def fill(connection: duckdb.DuckDBPyConnection, name: str, rows: str) -> None:
    """Make a table with its keys, ranges and allowed values, and fill it.

    Parameters
    ----------
    connection : duckdb.DuckDBPyConnection
        A database that has the tables it refers to.
    name : str
        The table.
    rows : str
        SQL that gives its rows, columns in the order of the schema.

    Raises
    ------
    duckdb.Error
        If a row breaks a rule.

    Examples
    --------
    >>> import duckdb
    >>> with duckdb.connect() as connection:
    ...     fill(connection, "branches", f"FROM {source(opened(), 'branches')}")
    ...     connection.execute("SELECT count(*) FROM branches").fetchone()
    (12,)
    """
    own = [column for column, other in TABLES[name].foreign_keys.items() if other == name]
    if not own:
        connection.execute(_create(name))
        connection.execute(f"INSERT INTO {name} {rows}")
        return
    key = TABLES[name].primary_key[0]
    connection.execute(f"CREATE TEMP TABLE waiting AS {rows}")
    pairs = connection.execute(
        f"SELECT {key}, greatest({', '.join(own)}) AS referred FROM waiting WHERE referred > 0 ORDER BY {key}"
    ).fetchall()
    # DuckDB looks up what a row refers to among the rows of earlier statements only: so rows go in by blocks.
    # Where rows refer to each other in a circle that key cannot be kept, and is looked up here.
    circles = any(referred >= number for number, referred in pairs)
    connection.execute(_create(name, without=own if circles else []))
    bounds = [] if circles else _blocks(pairs)
    for start, end in zip([0, *bounds], [*bounds, 2**62], strict=True):
        connection.execute(
            f"INSERT INTO {name} FROM waiting WHERE {key} >= {start} AND {key} < {end} ORDER BY {key}"
        )
    for column in own if circles else []:
        connection.execute(
            f"SELECT error('{column} refers to no row') FROM {name} WHERE {column} NOT IN (SELECT {key} FROM {name})"
        )
    connection.execute("DROP TABLE waiting")


def _blocks(pairs: list[Any]) -> list[int]:
    """The first keys of blocks of rows, so that every row refers to a key of an earlier block."""
    bounds, start = [], 0
    for key, referred in pairs:
        if referred >= start:
            start = key
            bounds.append(start)
    return bounds


def _create(name: str, without: list[str] | tuple[str, ...] = ()) -> str:
    table = TABLES[name]
    parts = [f"{named(each.name)} {KINDS[each.kind][2]}{_rules(each)}" for each in table.columns]
    if all(table.column(each).required for each in table.primary_key):
        parts.append(f"PRIMARY KEY ({', '.join(map(named, table.primary_key))})")
    parts += [
        f"FOREIGN KEY ({named(column)}) REFERENCES {other} ({', '.join(map(named, TABLES[other].primary_key))})"
        for column, other in table.foreign_keys.items()
        if column not in without
    ]
    return f"CREATE TABLE {name} ({', '.join(parts)})"


def _rules(column: Column) -> str:
    # allowed values as a CHECK: the values of an ENUM would sort in another order than in other databases
    name = named(column.name)
    values = f"{name} IN ({', '.join(map(quoted, column.values))})" if column.values else ""
    low = f"{name} >= {column.low:g}" if column.low is not None else ""
    high = f"{name} <= {column.high:g}" if column.high is not None else ""
    rules = " AND ".join(each for each in (values, low, high) if each)
    return (" NOT NULL" if column.required else "") + (f" CHECK ({rules})" if rules else "")


def comment(connection: duckdb.DuckDBPyConnection, name: str, kind: str = "TABLE") -> None:
    """Write into the database what a table and its columns mean.

    Parameters
    ----------
    connection : duckdb.DuckDBPyConnection
        A database that has the table.
    name : str
        The table.
    kind : str
        ``"TABLE"`` or ``"VIEW"``.

    Examples
    --------
    >>> import duckdb
    >>> with duckdb.connect() as connection:
    ...     _ = connection.execute("CREATE VIEW branches AS SELECT * FROM (VALUES (1, 2, 3, 4, 5, 6, 7)) AS "
    ...         "v(branch_id, city_en, city_zh, opened, size_m2, manager_since, rivals_nearby)")
    ...     comment(connection, "branches", "VIEW")
    ...     connection.execute("SELECT comment FROM duckdb_views() WHERE NOT internal").fetchone()
    ('A row is one branch.',)
    """
    table = TABLES[name]
    connection.execute(f"COMMENT ON {kind} {name} IS {quoted(f'A row is {table.row}.')}")
    for each in table.columns:
        unit = f" Unit: {each.unit}." if each.unit else ""
        values = f" One of: {', '.join(each.values)}." if each.values else ""
        turned = " Reversed: score it as 8 - answer." if each.reversed else ""
        text = quoted(each.meaning + each.wording_zh + unit + values + turned)
        connection.execute(f"COMMENT ON COLUMN {name}.{named(each.name)} IS {text}")


def quoted(text: str) -> str:
    """Write a text as SQL does.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str

    Examples
    --------
    >>> quoted("a customer's order")
    "'a customer''s order'"
    """
    return "'" + text.replace("'", "''") + "'"


def named(column: str) -> str:
    """Write a column's name as SQL does, for some are words of SQL: left.

    Parameters
    ----------
    column : str
        The name.

    Returns
    -------
    str

    Examples
    --------
    >>> named("left")
    '"left"'
    """
    return f'"{column}"'
