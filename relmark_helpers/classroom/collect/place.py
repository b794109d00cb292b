"""Laying a submission out beside the course's own, and swapping it in when it is whole."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from relmark_helpers.classroom.collect.choose import STAMP, Submission
from relmark_helpers.classroom.collect.source import Allowance, RefusedError, Skipped, copy
from relmark_helpers.classroom.release import quick_import
from relmark_helpers.errors import CourseError

Outcome = Literal["filed", "replaced", "unchanged"]
ROUNDING = timedelta(seconds=2)  # a zip counts time in steps of this


@dataclass(frozen=True)
class Placed:
    """What became of a submission.

    Parameters
    ----------
    outcome : str
        filed, replaced or unchanged.
    was : datetime or None
        Of when the one was that it replaced.

    Examples
    --------
    >>> Placed("filed").was is None
    True
    """

    outcome: Outcome
    was: datetime | None = None


def lay_out(submission: Submission, folder: Path, name: str, allowance: Allowance) -> list[Skipped]:
    """Write a submission as nbgrader expects it.

    A time is known only where files lie in folders of their own: Canvas and Moodle date every entry of a
    download with the moment of the download (``ContentZipper#add_attachment_to_zip`` and Moodle's
    ``zip_writer`` hand no date over), and a student handed in on time must not become late by it.

    Parameters
    ----------
    submission : Submission
        What to write.
    folder : Path
        A folder that does not exist yet.
    name : str
        The assignment.
    allowance : Allowance
        How much may be written.

    Returns
    -------
    list of (entry, sentence)
        Files beside the notebook that were not taken.

    Raises
    ------
    RefusedError
        If the notebook cannot be taken.

    Examples
    --------
    >>> import io
    >>> from pathlib import PurePosixPath
    >>> from relmark_helpers.classroom.collect.entries import Person, Piece
    >>> from relmark_helpers.classroom.collect.source import Item
    >>> item = Item("ada/x.ipynb", ("ada", "x.ipynb"), datetime(2026, 3, 2, 9), 2, lambda: io.BytesIO(b"{}"))
    >>> notebook = Piece(item, Person("plain", "ada", "ada"), PurePosixPath("x.ipynb"))
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "ada"
    >>> lay_out(Submission(notebook, (), None, ()), folder, "04_satisfaction", Allowance())
    []
    >>> sorted(file.name for file in folder.iterdir())
    ['04_satisfaction.ipynb', 'timestamp.txt']
    """
    folder.mkdir(parents=True)
    allowance.start()
    notebook = folder / f"{name}.ipynb"
    copy(submission.notebook.item, notebook, allowance)
    if told := submission.notebook.item.when:
        os.utime(notebook, (told.timestamp(), told.timestamp()))  # by this, place() knows an older download
    skipped = []
    for place, piece in submission.beside:
        try:
            copy(piece.item, folder / place, allowance)
        except RefusedError as refused:
            if allowance.submission < 0:
                raise
            skipped.append((piece.item.label, str(refused)))
    when = _stamp(submission, folder / STAMP, allowance)
    if when:
        (folder / STAMP).write_text(f"{when:%Y-%m-%d %H:%M:%S} UTC", encoding="ascii")
    return skipped


def place(laid: Path, target: Path, before: Path, when: datetime | None, *, anyway: bool = False) -> Placed:
    """Move a submission to its place, unless the same one is there, or a newer one.

    Which is newer, ``timestamp.txt`` says where both have one, else the date that the notebook has in the
    source: an LMS dates it with the handing in or with the download, and both only go forward. The one that is
    there keeps that date as the date of its file; if it came in another way, that is when it came.

    Parameters
    ----------
    laid : Path
        The whole submission.
    target : Path
        ``submitted/<student>/<assignment>``.
    before : Path
        Where the one that is there is put.
    when : datetime or None
        The date of the notebook in the source.
    anyway : bool
        Whether it takes the place of a newer one, too, or of one of which nothing says how old it is.

    Returns
    -------
    Placed

    Raises
    ------
    RefusedError
        If a newer one is there, or the place leads out of the course.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> (folder / "laid").mkdir()
    >>> place(folder / "laid", folder / "submitted" / "ada" / "04", folder / "before", None).outcome
    'filed'
    """
    student, was = target.parent, None
    if any(path.is_symlink() for path in (student.parent, student, target)):
        raise RefusedError(f"submitted/{student.name} is a link; replace it by a folder.")
    if (student.exists() and not student.is_dir()) or (target.exists() and not target.is_dir()):
        raise RefusedError(f"submitted/{student.name}/{target.name} is no folder; move it away.")
    if target.is_dir():
        there = _content(target)
        if _content(laid) == there:
            return Placed("unchanged")
        was = _times(laid, target, when)[1]
        if there and not anyway:
            _refuse_older(laid, target, when)
    try:
        student.mkdir(parents=True, exist_ok=True)
        replaced = target.is_dir()
        if replaced:
            before.parent.mkdir(exist_ok=True)
            target.rename(before)
        try:
            laid.rename(target)
        except OSError:
            if replaced:
                before.rename(target)
            raise
    except OSError as error:
        raise CourseError(
            f"Cannot write {target} ({error.strerror}); close what uses it and collect again."
        ) from error
    return Placed("replaced", was) if replaced else Placed("filed")


def read_stamp(file: Path) -> datetime | None:
    """Read a ``timestamp.txt`` as nbgrader does.

    Parameters
    ----------
    file : Path
        The file.

    Returns
    -------
    datetime or None
        In UTC, without a zone, as nbgrader keeps times; None if there is none, or it is no time.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "timestamp.txt"
    >>> _ = file.write_text("2026-03-02 09:00:00 UTC")
    >>> read_stamp(file)
    datetime.datetime(2026, 3, 2, 9, 0)
    """
    with quick_import():
        from nbgrader.utils import parse_utc

    try:
        when: datetime = parse_utc(file.read_text(encoding="utf-8").strip()[:100])
    except (OSError, ValueError, OverflowError):
        return None
    return when


def _stamp(submission: Submission, file: Path, allowance: Allowance) -> datetime | None:
    if submission.stamp:
        try:
            copy(submission.stamp.item, file, allowance)
        except RefusedError:
            return None
        when = read_stamp(file)
        file.unlink()
        if when:
            return when
    told = submission.notebook.item.when
    if told is None or submission.notebook.person.lms != "plain":
        return None
    return told.astimezone(UTC).replace(tzinfo=None)


def _times(laid: Path, target: Path, when: datetime | None) -> tuple[datetime | None, datetime | None]:
    """When the new one and the one that is there were handed in, both by the same clock, in local time."""
    ours, theirs = read_stamp(laid / STAMP), read_stamp(target / STAMP)
    if ours and theirs:
        return ours.replace(tzinfo=UTC).astimezone(), theirs.replace(tzinfo=UTC).astimezone()
    there = target / f"{target.name}.ipynb"
    dated = datetime.fromtimestamp(there.stat().st_mtime).astimezone() if there.is_file() else None
    return when and when.astimezone(), dated


def _refuse_older(laid: Path, target: Path, when: datetime | None) -> None:
    ours, theirs = _times(laid, target, when)
    here = f"submitted/{target.parent.name}"
    if ours is None or theirs is None:
        raise RefusedError(f"Nothing says whether it is newer than what {here} holds; --replace takes it.")
    if ours < theirs - ROUNDING:
        raise RefusedError(
            f"{here} holds a newer one, of {theirs:%Y-%m-%d %H:%M}; this one is of {ours:%Y-%m-%d %H:%M}, and "
            "--replace takes it nevertheless."
        )


def _content(folder: Path) -> dict[str, bytes | None]:
    """What stands in a submission, beside its time: a digest of each file, None for what is no plain file."""
    from hashlib import file_digest

    found: dict[str, bytes | None] = {}
    for file in folder.rglob("*"):
        name = file.relative_to(folder).as_posix()
        if file.is_symlink() or not (file.is_file() or file.is_dir()):
            found[name] = None
        elif file.is_file() and name != STAMP and ".ipynb_checkpoints" not in name:
            with file.open("rb") as stream:
                found[name] = file_digest(stream, "sha256").digest()
    return found
