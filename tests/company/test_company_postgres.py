"""The queries of ``queries.sql`` and their ibis expressions on a real PostgreSQL, which the test starts."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import ibis
import pandas as pd
import psycopg
import pytest
from ibis_queries import QUERIES
from sql_queries import SQL, answer, company, same

from relmark_helpers.company.database import named, quoted
from relmark_helpers.company.folder import opened
from relmark_helpers.company.schema import KINDS, TABLES

TYPES = {"DOUBLE": "DOUBLE PRECISION", "TINYINT": "SMALLINT"}  # the others are called the same


def programs() -> Path | None:
    """The folder of PostgreSQL's programs; Debian keeps them off the path."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((place for place in places if (place / "pg_ctl").is_file()), None)


@pytest.fixture(scope="module")
def server() -> Iterator[Path]:
    """The folder of the socket of a server of one's own, which listens nowhere else."""
    place = programs()
    if place is None:
        missing = "These tests need PostgreSQL; on Debian: apt install postgresql"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    # not pytest's folder: the server may not be root, and others may not look into that one
    home = Path(tempfile.mkdtemp(prefix="relmark-pg-"))
    owner: dict[str, Any] = {}
    if os.geteuid() == 0:
        names = {each.pw_name for each in pwd.getpwall()}
        user = "postgres" if "postgres" in names else "nobody"
        shutil.chown(home, user)
        owner = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}

    def run(*words: str) -> None:
        done = subprocess.run(words, cwd=home, capture_output=True, text=True, timeout=120, **owner)
        assert done.returncode == 0, done.stdout + done.stderr

    data, options = str(home / "data"), f"-c listen_addresses= -c unix_socket_directories={home} -c fsync=off"
    run(str(place / "initdb"), "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C")
    run(str(place / "pg_ctl"), "-D", data, "-w", "-o", options, "-l", str(home / "log"), "start")
    try:
        yield home
    finally:
        run(str(place / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(home)


@pytest.fixture(scope="module")
def postgres(server: Path) -> Iterator[psycopg.Connection[Any]]:
    """The company in PostgreSQL, with its keys, filled from the CSV files as they are."""
    with psycopg.connect(host=str(server), user="postgres", dbname="postgres", autocommit=True) as connection:
        for name, resource in opened(company("csv")).resources.items():
            connection.execute(created(name))
            copy = f"COPY {name} FROM STDIN (FORMAT csv, HEADER true)"
            with connection.cursor().copy(copy) as pipe:
                pipe.write(resource.file.read_bytes())
            for column in TABLES[name].foreign_keys:  # else a question about each customer reads every order
                connection.execute(f"CREATE INDEX ON {name} ({named(column)})")
        connection.execute("ANALYZE")
        yield connection


def created(name: str) -> str:
    table = TABLES[name]
    parts = [
        f"{named(each.name)} {TYPES.get(KINDS[each.kind][2], KINDS[each.kind][2])}"
        + (" NOT NULL" if each.required else "")
        + (f" CHECK ({named(each.name)} IN ({', '.join(map(quoted, each.values))}))" if each.values else "")
        for each in table.columns
    ]
    if all(table.column(each).required for each in table.primary_key):
        parts.append(f"PRIMARY KEY ({', '.join(map(named, table.primary_key))})")
    parts += [
        f"FOREIGN KEY ({named(column)}) REFERENCES {other}" for column, other in table.foreign_keys.items()
    ]
    return f"CREATE TABLE {name} ({', '.join(parts)})"


@pytest.mark.parametrize("name", SQL)
def test_sql_gives_the_same_on_postgres(name: str, postgres: psycopg.Connection[Any]) -> None:
    cursor = postgres.execute(SQL[name])
    assert cursor.description is not None
    found = pd.DataFrame(cursor.fetchall(), columns=[each.name for each in cursor.description])
    same(found, answer(name))


@pytest.mark.filterwarnings("ignore:The 'future.infer_string' option")  # ibis asks pandas for it
@pytest.mark.parametrize("name", QUERIES)
def test_ibis_gives_the_same_on_postgres(name: str, server: Path, postgres: psycopg.Connection[Any]) -> None:
    backend = ibis.postgres.connect(host=str(server), user="postgres", database="postgres")
    same(QUERIES[name](backend.table).execute(), answer(name))
    backend.disconnect()


def test_postgres_keeps_the_rules(postgres: psycopg.Connection[Any]) -> None:
    with duckdb.connect(str(company("duckdb") / "meridian_home.duckdb"), read_only=True) as own:
        for name in TABLES:
            count = f"SELECT count(*) FROM {name}"
            row = postgres.execute(count).fetchone()
            assert row == own.execute(count).fetchone()
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        postgres.execute("UPDATE customers SET referred_by = 999999999 WHERE customer_id = 2")
