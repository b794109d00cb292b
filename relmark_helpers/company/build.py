"""Building a company of any size month by month, so that a build that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EDQUOT, EFBIG, ENOSPC
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

import relmark_helpers
from relmark_helpers.company import engine, tables
from relmark_helpers.company.database import need_duckdb, quoted
from relmark_helpers.company.description import datapackage
from relmark_helpers.company.folder import DATABASE, DESCRIPTION, FORMATS, Resource
from relmark_helpers.company.forms import write_part, write_tables
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.schema import TABLES
from relmark_helpers.company.state import State
from relmark_helpers.company.work import Work
from relmark_helpers.errors import CourseError

Progress = Callable[[int, int], None]

# After so many months, or rows, what is held in memory is written: there a stopped build goes on.
MONTHS_HELD = 12
ROWS_HELD = 2_000_000


def build(
    out: Path | str,
    customers: int = 2700,
    months: int = 36,
    seed: int = 20240104,
    policy: Policy | None = None,
    format: str = "csv",
    progress: Progress | None = None,
    again: bool = False,
) -> None:
    """Make a company of any size: its tables, and ``datapackage.json``, which describes them.

    Memory grows with the customers, not with the months: every few months rows go to the hidden folder
    ``.building`` in ``out``. A build that was stopped goes on from there when it is run again with the same
    values, and gives the same bytes as one that was not stopped (of a DuckDB file: the same content). The
    folder is as it was until every file is whole; then they are renamed, the description last.

    Parameters
    ----------
    out : Path or str
        The folder to make or to write into.
    customers : int
        Customers on the first day, 100 to 10,000,000; newcomers come on top.
    months : int
        Months to run, 6 to 240; the first is January 2022.
    seed : int
        From 0.
    policy : Policy, optional
        What the management decides; by default as in the company of the course.
    format : str
        ``"csv"`` or ``"parquet"``, a file for each table, or ``"duckdb"``, one file with keys.
    progress : callable, optional
        Called with (steps done, steps in all): a step is a month simulated or a table written.
    again : bool
        True to throw away an unfinished build with other values.

    Raises
    ------
    CourseError
        If a value is out of its range, the folder cannot be written to, the disk is full, or something else
        is being built there.

    Examples
    --------
    >>> import tempfile
    >>> from relmark_helpers.company.store import load
    >>> folder = tempfile.mkdtemp()
    >>> build(folder, customers=200, months=6, format="parquet")
    >>> load("customers", company=folder).shape[0] >= 200
    True
    """
    if format not in FORMATS:
        raise CourseError(f"There is no format {format!r}; choose {', '.join(FORMATS)}.")
    policy, home = policy or Policy(), Path(out).expanduser()
    run = {"policy": policy, "record": "tables", "customers": customers, "months": months, "seed": seed}
    made_with = {
        "customers": customers,
        "months": months,
        "seed": seed,
        "policy": policy.changes(),
        "format": format,
    }
    duckdb = need_duckdb("Building a company")
    _may_write(home)
    work = Work.found(home, {**made_with, "course": _course()}, again)
    tell = progress or (lambda done, of: None)
    with _failing_well(work, duckdb), duckdb.connect() as connection:
        connection.execute(f"SET temp_directory = {quoted(str(work.folder / 'spill'))}")
        connection.execute("SET enable_external_file_cache = false")  # every part is read once
        work.tidy()
        state = _simulated(run, work, connection, lambda done: tell(done, months + len(TABLES)))
        parts = {table: work.files(table) for table in TABLES}
        for table, frame in tables.at_the_end(state):
            write = partial(write_part, connection, table, [frame])
            parts[table].append(work.write(f"{table}-end-{len(parts[table])}.parquet", write))
        del state, frame, write  # what is large is gone before the files are made
        done = work.folder / "done"
        done.mkdir()
        made = write_tables(
            connection, format, parts, done, lambda count: tell(months + count, months + len(TABLES))
        )
        said = json.dumps(datapackage(made_with, format, made), ensure_ascii=False, indent=1, default=int)
        (done / DESCRIPTION).write_bytes((said + "\n").encode())
        _put_in_place(home, done, made)
        work.close()


def _simulated(run: dict[str, Any], work: Work, connection: Any, tell: Callable[[int], None]) -> State:
    """The state after the last month; the rows of all months are in the parts of ``work``."""
    before = State.restored(work.saved_state(), Parameters(), run["policy"]) if work.month else None
    if before is not None and work.month == run["months"]:
        return before
    held: defaultdict[str, list[pd.DataFrame]] = defaultdict(list)
    rows = 0
    for state in engine.months(**run, state=before):
        for table, frame in tables.of_month(state).items():
            held[table].append(frame)
            rows += len(frame)
        if rows >= ROWS_HELD or state.month % MONTHS_HELD == 0 or state.month == run["months"]:
            names = {table: f"{table}-{state.month:03}.parquet" for table in held}
            for table, name in names.items():
                work.write(name, partial(write_part, connection, table, held.pop(table)))
            work.save(state.month, names, state.saved())
            rows = 0
        tell(state.month)
    return state


def _may_write(home: Path) -> None:
    try:
        place = next(each for each in [home, *home.absolute().parents] if each.exists())
        is_file, allowed = place.is_file(), os.access(place, os.W_OK | os.X_OK)
    except OSError:  # not even to be looked at
        place, is_file, allowed = home, False, False
    if is_file:
        raise CourseError(f"Cannot write a company to {home}, for {place} is a file; choose a folder.")
    if not allowed:
        raise CourseError(
            f"Cannot write a company to {home} (Permission denied); choose a folder you may write to."
        )


def _course() -> str:
    """What tells one version of the simulation from another, since the two would not go together."""
    digest = hashlib.sha256()
    for file in sorted(Path(engine.__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    return f"{relmark_helpers.__version__} {digest.hexdigest()[:16]}"


@contextmanager
def _failing_well(work: Work, duckdb: Any) -> Iterator[None]:
    """A full disk, say: throw away what is half written, and say what is left and how to go on."""
    new = not work.home.exists()
    try:
        yield
    except (OSError, duckdb.Error) as error:
        said = getattr(error, "strerror", None) or str(error)
        full = [os.strerror(number) for number in (ENOSPC, EDQUOT, EFBIG) if os.strerror(number) in said]
        if not full and not isinstance(error, OSError | duckdb.IOException | duckdb.OutOfMemoryException):
            raise
        reason = [*full, said.splitlines()[0]][0]
        work.tidy()
        if new and work.home.is_dir() and not any(work.home.iterdir()):
            work.home.rmdir()
        kept = f", where {work.folder.name} keeps the first {work.month} months" if work.month else ""
        raise CourseError(
            f"Cannot write a company to {work.home} ({reason}); free some space and run the same again{kept}; "
            "whatever company was there is as it was."
        ) from error


def _put_in_place(home: Path, done: Path, made: dict[str, Resource]) -> None:
    """Rename all files, the description last, then remove those of a company in another format."""
    names = list(dict.fromkeys(each.file.name for each in made.values()))
    try:
        before = json.loads((home / DESCRIPTION).read_text(encoding="utf-8"))
        old = {str(each["path"]) for each in before["resources"]}
    except (OSError, ValueError, KeyError, TypeError):
        old = set()
    for name in [*names, DESCRIPTION]:
        (done / name).replace(home / name)
    own = {DATABASE, *(f"{table}.{form}" for table in TABLES for form in FORMATS)}
    for name in (old & own) - set(names):
        (home / name).unlink(missing_ok=True)
