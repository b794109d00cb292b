"""From the parts of a build to the files of a company: CSV, Parquet, or one DuckDB file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from relmark_helpers.company.database import comment, fill, named, quoted
from relmark_helpers.company.folder import DATABASE, Resource, sha256
from relmark_helpers.company.schema import KINDS, TABLES, Column

if TYPE_CHECKING:
    import duckdb

PARQUET = "(FORMAT parquet, COMPRESSION zstd)"


def write_part(
    connection: duckdb.DuckDBPyConnection, table: str, frames: list[pd.DataFrame], file: Path
) -> None:
    """Write rows of a table to a Parquet file, with the types and decimals of the schema.

    Parameters
    ----------
    connection : duckdb.DuckDBPyConnection
        Any.
    table : str
        The table.
    frames : list of DataFrame
        Its rows, in order.
    file : Path
        Where to write.

    Examples
    --------
    >>> import duckdb, tempfile
    >>> from relmark_helpers.company.store import load
    >>> file = Path(tempfile.mkdtemp()) / "part.parquet"
    >>> with duckdb.connect() as connection:
    ...     write_part(connection, "branches", [load("branches")], file)
    >>> duckdb.sql(f"FROM '{file}'").shape
    (12, 7)
    """
    full = [frame for frame in frames if len(frame)] or frames[:1]
    columns = ", ".join(_stored(each) for each in TABLES[table].columns)
    connection.register("rows_held", pd.concat(full, ignore_index=True) if len(full) > 1 else full[0])
    connection.execute(f"COPY (SELECT {columns} FROM rows_held) TO {quoted(str(file))} {PARQUET}")
    connection.unregister("rows_held")


def _stored(column: Column) -> str:
    """A column as all formats hold it, so that every one gives the same values back."""
    name, kind = named(column.name), KINDS[column.kind][2]
    if column.kind == "number":  # + 0.0: no minus zero
        return f"round({name}::DOUBLE, {KINDS['number'][3]}) + 0.0 AS {name}"
    if column.kind == "text":  # an empty text is a missing one, for a CSV file cannot tell them apart
        return f"nullif({name}::VARCHAR, '') AS {name}"
    return f"{name}::{kind} AS {name}"


def write_tables(
    connection: duckdb.DuckDBPyConnection,
    form: str,
    parts: dict[str, list[Path]],
    folder: Path,
    tell: Callable[[int], None],
) -> dict[str, Resource]:
    """Make the files of a company from the parts.

    Parameters
    ----------
    connection : duckdb.DuckDBPyConnection
        Any.
    form : str
        ``"csv"``, ``"parquet"`` or ``"duckdb"``.
    parts : dict of list of Path
        By table, its parts in order.
    folder : Path
        An empty folder to write into.
    tell : callable
        Called with the number of tables done.

    Returns
    -------
    dict of Resource
        By table.

    Examples
    --------
    >>> import duckdb, tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> with duckdb.connect() as connection:
    ...     made = write_tables(connection, "csv", {}, folder, lambda done: None)
    >>> made["orders"].file.read_text()
    'order_id,customer_id,branch_id,ordered_on,channel\\n'
    """
    if form == "duckdb":
        return _write_database(connection, parts, folder / DATABASE, tell)
    made = {}
    for done, table in enumerate(TABLES, start=1):
        file = folder / f"{table}.{form}"
        rows = _rows(table, parts.get(table, []))
        how = PARQUET
        if form == "csv":
            columns = ", ".join(_in_csv(each) for each in TABLES[table].columns)
            rows, how = f"SELECT {columns} FROM ({rows})", "(FORMAT csv, HEADER true, NULLSTR '')"
        written = connection.execute(f"COPY ({rows}) TO {quoted(str(file))} {how}").fetchall()[0][0]
        made[table] = Resource(file, written, file.stat().st_size, sha256(file))
        tell(done)
    return made


def _write_database(
    connection: duckdb.DuckDBPyConnection,
    parts: dict[str, list[Path]],
    file: Path,
    tell: Callable[[int], None],
) -> dict[str, Resource]:
    counts = {}
    connection.execute(f"ATTACH {quoted(str(file))} AS company; USE company")
    for done, table in enumerate(TABLES, start=1):
        fill(connection, table, _rows(table, parts.get(table, [])))
        comment(connection, table)
        counts[table] = connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0]
        tell(done)
    connection.execute("USE memory; DETACH company")
    size, digest = file.stat().st_size, sha256(file)
    return {table: Resource(file, rows, size, digest) for table, rows in counts.items()}


def _rows(table: str, parts: list[Path]) -> str:
    if not parts:
        columns = ", ".join(
            f"NULL::{KINDS[each.kind][2]} AS {named(each.name)}" for each in TABLES[table].columns
        )
        return f"SELECT {columns} WHERE false"
    columns = ", ".join(named(each.name) for each in TABLES[table].columns)
    return f"SELECT {columns} FROM read_parquet([{', '.join(quoted(str(part)) for part in parts)}])"


def _in_csv(column: Column) -> str:
    name = named(column.name)
    return f"printf('%.{KINDS['number'][3]}f', {name}) AS {name}" if column.kind == "number" else name
