"""What a learner predicted, answered and tried, kept in their own course folder and nowhere else.

Every running notebook appends to a file of its own under ``<course folder>/.relmark/progress/``, one
record a line. So several notebooks can write at the same moment, on every operating system, without locks.
"""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from relmark_helpers import browser
from relmark_helpers.course import course_folder
from relmark_helpers.errors import CourseError
from relmark_helpers.files import write_text

if TYPE_CHECKING:
    import pandas as pd

FOLDER = Path(".relmark") / "progress"
FIELDS = ("at", "kind", "key", "value")
_own_name = f"{datetime.now(UTC):%Y-%m-%d}-{uuid4().hex[:8]}.jsonl"
if browser.RUNS_HERE:  # where reading is slow, and a new file that ends in .jsonl is never made
    _own_name = "progress.txt"


def remember(kind: str, key: str, value: Any) -> str:
    """Keep one record of the learner's work.

    Parameters
    ----------
    kind : str
        What it is: ``"prediction"``, ``"quiz"``, ``"check"``.
    key : str
        Which one: ``"4.2"``.
    value : object
        What JSON can hold.

    Returns
    -------
    str
        Empty when it is kept; otherwise one sentence that says why not. Nothing is ever raised.

    Examples
    --------
    >>> import contextlib, tempfile
    >>> with contextlib.chdir(tempfile.mkdtemp()):
    ...     remember("prediction", "4.2", "Price")
    'Not kept: this notebook is not in a course folder.'
    """
    try:
        folder = _folder()
        if folder is None:
            return f"Not kept: {_why_nowhere()}."
        record = {"at": datetime.now(UTC).isoformat(timespec="microseconds"), "kind": kind, "key": key}
        line = json.dumps(record | {"value": value}, ensure_ascii=False, default=str)
        folder.mkdir(parents=True, exist_ok=True)
        _append(folder / _own_name, line)
    except OSError as error:
        return f"Not kept: the course folder cannot be written to ({error.strerror or error})."
    return ""


def recall(kind: str, key: str) -> Any:
    """Give back the latest value kept for a key.

    Parameters
    ----------
    kind, key : str
        As they were given to :func:`remember`.

    Returns
    -------
    object or None
        The value, or None when nothing was kept.

    Examples
    --------
    >>> import contextlib, tempfile
    >>> with contextlib.chdir(tempfile.mkdtemp()):
    ...     recall("prediction", "4.2") is None
    True
    """
    kept = [record["value"] for record in _read() if record["kind"] == kind and record["key"] == key]
    return kept[-1] if kept else None


def records() -> pd.DataFrame:
    """Give everything that was kept, as a table.

    Returns
    -------
    pandas.DataFrame
        A row for each record, in the order of time: ``at`` (with time zone), ``kind``, ``key``, ``value``.

    Examples
    --------
    >>> import contextlib, tempfile
    >>> with contextlib.chdir(tempfile.mkdtemp()):
    ...     list(records().columns)
    ['at', 'kind', 'key', 'value']
    """
    import pandas as pd

    table = pd.DataFrame(_read(), columns=list(FIELDS))
    table["at"] = pd.to_datetime(table["at"], utc=True, format="ISO8601")
    return table


def forget() -> Path | None:
    """Delete everything that was kept.

    Returns
    -------
    Path or None
        The folder that was deleted, or None when there was nothing to forget.

    Raises
    ------
    CourseError
        If the folder cannot be deleted.

    Examples
    --------
    >>> import contextlib, tempfile
    >>> with contextlib.chdir(tempfile.mkdtemp()):
    ...     forget() is None
    True
    """
    folder = _folder()
    if folder is None or not folder.exists():
        return None
    try:
        shutil.rmtree(folder)
    except OSError as error:
        reason = error.strerror or error
        raise CourseError(f"Cannot delete {folder} ({reason}); delete the folder by hand.") from error
    return folder


def _folder() -> Path | None:
    """Where records lie; nowhere outside a course, and while an assignment is graded."""
    if os.environ.get("RELMARK_STUDENT"):
        return None
    course = course_folder()
    return course / FOLDER if course else None


def _why_nowhere() -> str:
    if os.environ.get("RELMARK_STUDENT"):
        return "an assignment is being graded"
    return "this notebook is not in a course folder"


def _append(file: Path, line: str) -> None:
    with open(file, "ab", buffering=0) as stream:
        # A line that a full disk cut short stays a line of its own.
        start = b"\n" if stream.tell() and not file.read_bytes().endswith(b"\n") else b""
        data = start + line.encode() + b"\n"
        if stream.write(data) != len(data):
            raise OSError("the disk is full")


def _read() -> list[dict[str, Any]]:
    """Every record in the order of time; damaged files are put aside, with a sentence."""
    found: list[dict[str, Any]] = []
    try:
        folder = _folder()
        files = sorted(folder.glob(f"*{Path(_own_name).suffix}")) if folder else []
    except OSError:
        return []
    for file in files:
        try:
            lines = file.read_bytes().splitlines(keepends=True)
        except OSError as error:
            print(f"Your progress in {file} cannot be read ({error.strerror or error}); the rest is used.")
            continue
        parsed = [_record(line) for line in lines]
        good = [record for record in parsed if record]
        # The last line may be one that another notebook is writing at this moment.
        if any(not record and line.endswith(b"\n") for record, line in zip(parsed, lines, strict=True)):
            _put_aside(file, good)
        found += good
    return sorted(found, key=lambda record: datetime.fromisoformat(record["at"]))


def _record(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
        timed = datetime.fromisoformat(record["at"]).tzinfo is not None
        return record if timed and all(field in record for field in FIELDS) else None
    except (ValueError, TypeError, KeyError):
        return None


def _put_aside(file: Path, good: list[dict[str, Any]]) -> None:
    """Keep the damaged file under another name, and its good lines under its own."""
    aside = file.with_suffix(f".damaged-{uuid4().hex[:8]}")
    try:
        file.rename(aside)
        write_text(file, "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in good))
    except (OSError, CourseError):
        print(f"A part of your progress in {file} cannot be read; the rest is used.")
    else:
        print(f"A part of your progress could not be read; it is kept in {aside}, and the rest is used.")
