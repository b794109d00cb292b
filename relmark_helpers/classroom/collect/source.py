"""Reading what an LMS gives, a zip or a folder, without believing anything it says of itself."""

from __future__ import annotations

import os
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO

from relmark_helpers.classroom.collect.paths import (
    FILE_LIMIT,
    MEGABYTE,
    entry_name,
    is_litter,
    shown,
    unsafe_entry,
    unsafe_path,
)
from relmark_helpers.errors import CourseError

SUBMISSION_LIMIT = 100 * MEGABYTE
TOTAL_LIMIT = 5 * 1024 * MEGABYTE
# A notebook full of repeated output packs to a fiftieth; what shrinks to less than a two-hundredth is a bomb.
RATIO_LIMIT = 200
RATIO_FROM = MEGABYTE
ENTRY_LIMIT = 50_000
CHUNK = 64 * 1024

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    ValueError,
    OSError,
)

Skipped = tuple[str, str]


class RefusedError(Exception):
    """One entry or one submission is not taken; the others are.

    Examples
    --------
    >>> str(RefusedError("It is encrypted; pack it again without a password."))
    'It is encrypted; pack it again without a password.'
    """


@dataclass(frozen=True)
class Item:
    """One file of the source.

    Parameters
    ----------
    label : str
        Its path, fit to be shown.
    parts : tuple of str
        Its path, composed (NFC).
    when : datetime or None
        The date it carries, in local time.
    packed : int
        The bytes it takes in the source.
    opened : callable
        Opens it for reading.

    Examples
    --------
    >>> import io
    >>> Item("ada/04.ipynb", ("ada", "04.ipynb"), None, 2, lambda: io.BytesIO(b"{}")).opened().read()
    b'{}'
    """

    label: str
    parts: tuple[str, ...]
    when: datetime | None
    packed: int
    opened: Callable[[], IO[bytes]] = field(compare=False, repr=False)


class Allowance:
    """How many bytes may still be written: for one submission, and in all.

    Examples
    --------
    >>> allowance = Allowance(total=10)
    >>> allowance.start()
    >>> allowance.take(11)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: It unpacks to more than 0 MB in all; ...
    """

    def __init__(self, total: int = TOTAL_LIMIT) -> None:
        self.limit = self.total = total
        self.submission = SUBMISSION_LIMIT

    def start(self) -> None:
        """Begin another submission."""
        self.submission = SUBMISSION_LIMIT

    def take(self, size: int) -> None:
        """Use ``size`` bytes up, or refuse."""
        self.total -= size
        self.submission -= size
        if self.total < 0:
            told = self.limit // MEGABYTE
            raise CourseError(
                f"It unpacks to more than {told} MB in all; nothing was collected: is it a zip bomb?"
            )
        if self.submission < 0:
            raise RefusedError(
                f"The submission is over {SUBMISSION_LIMIT // MEGABYTE} MB; ask for a smaller one."
            )


@contextmanager
def opened(path: Path) -> Iterator[tuple[list[Item], list[Skipped]]]:
    """Open a zip or a folder, and list what can be read of it.

    Parameters
    ----------
    path : Path
        The zip or the folder.

    Yields
    ------
    tuple of list of Item and list of (entry, sentence)
        What can be read, and what is refused.

    Raises
    ------
    CourseError
        If it is neither, is damaged as a whole, or holds far too much.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "ada.ipynb").write_text("{}")
    >>> with opened(folder) as (items, skipped):
    ...     [item.label for item in items], skipped
    (['ada.ipynb'], [])
    """
    if path.is_dir():
        yield _of_folder(path)
        return
    if not path.is_file():
        raise CourseError(f"There is no {path}; give the zip from the LMS, or a folder with what is in it.")
    try:
        archive = zipfile.ZipFile(path)
    except UNREADABLE as error:
        raise CourseError(f"{path} is no zip, or a damaged one ({error}); download it again.") from error
    with archive:
        yield _of_zip(path, archive)


def copy(item: Item, to: Path, allowance: Allowance) -> None:
    """Write one item to a new file, within the limits, whatever size its header names.

    Parameters
    ----------
    item : Item
        What to read.
    to : Path
        The file to make.
    allowance : Allowance
        How much may be written.

    Raises
    ------
    RefusedError
        If it is too large, packed too densely, encrypted or damaged; nothing is left of it then.

    Examples
    --------
    >>> import io, tempfile
    >>> file = Path(tempfile.mkdtemp()) / "04.ipynb"
    >>> copy(Item("x", ("x",), None, 2, lambda: io.BytesIO(b"{}")), file, Allowance())
    >>> file.read_text()
    '{}'
    """
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        file = to.open("xb")
    except (FileExistsError, NotADirectoryError) as error:
        raise RefusedError("Another file has its place; ask which one is meant.") from error
    size = 0
    try:
        with file:
            for piece in _pieces(item):
                size += len(piece)
                if size > FILE_LIMIT:
                    raise RefusedError(f"It is over {FILE_LIMIT // MEGABYTE} MB; ask for a smaller file.")
                if size > RATIO_FROM and size > RATIO_LIMIT * max(item.packed, 1):
                    raise RefusedError("It unpacks to far more than it takes in the zip, as a zip bomb does.")
                allowance.take(len(piece))
                file.write(piece)
    except RefusedError:
        to.unlink(missing_ok=True)
        raise


def _pieces(item: Item) -> Iterator[bytes]:
    try:
        with item.opened() as stream:
            while piece := stream.read(CHUNK):
                yield piece
    except UNREADABLE as error:
        raise RefusedError(f"It is damaged ({error or type(error).__name__}); download it again.") from error


def _of_zip(path: Path, archive: zipfile.ZipFile) -> tuple[list[Item], list[Skipped]]:
    entries = archive.infolist()
    if len(entries) > ENTRY_LIMIT:
        raise CourseError(f"{path} has {len(entries)} entries; nothing was collected: is it a zip bomb?")
    if sum(entry.file_size for entry in entries) > TOTAL_LIMIT:
        told = TOTAL_LIMIT // MEGABYTE
        raise CourseError(f"{path} unpacks to more than {told} MB; nothing was collected: is it a zip bomb?")
    raw = [entry_name(entry) for entry in entries]
    times = Counter(name.casefold() for name in raw)
    items, skipped = [], dict[str, str]()
    for entry, name in zip(entries, raw, strict=True):
        reason = unsafe_path(name) or unsafe_entry(entry)
        if not reason and times[name.casefold()] > 1:
            reason = f"The zip holds it {times[name.casefold()]} times; ask which one is meant."
        parts = tuple(part for part in name.split("/") if part)
        if reason:
            skipped[shown(name)] = reason
        elif not name.endswith("/") and not is_litter(parts):
            items.append(_zipped(archive, entry, name, parts))
    return items, list(skipped.items())


def _zipped(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, parts: tuple[str, ...]) -> Item:
    try:
        when = datetime(*entry.date_time) if entry.date_time[0] > 1980 else None  # 1980 stands for no date
    except ValueError:
        when = None
    return Item(shown(name), parts, when, entry.compress_size, partial(archive.open, entry))


def _of_folder(path: Path) -> tuple[list[Item], list[Skipped]]:
    items, skipped = [], []
    for folder, below, files in os.walk(path):
        below.sort()
        links = [one for one in below if (Path(folder) / one).is_symlink()]
        for file in (Path(folder) / one for one in sorted(files) + links):
            name = unicodedata.normalize("NFC", file.relative_to(path).as_posix())
            parts = tuple(name.split("/"))
            status = file.lstat()
            if is_litter(parts):
                continue
            if not stat.S_ISREG(status.st_mode):
                skipped.append((shown(name), "It is a link or no plain file; put the file itself there."))
            elif reason := unsafe_path(name):
                skipped.append((shown(name), reason))
            elif status.st_size > FILE_LIMIT:
                skipped.append(
                    (shown(name), f"It is over {FILE_LIMIT // MEGABYTE} MB; ask for a smaller file.")
                )
            else:
                when = datetime.fromtimestamp(status.st_mtime)
                items.append(Item(shown(name), parts, when, status.st_size, partial(_read, file)))
        if len(items) > ENTRY_LIMIT:
            raise CourseError(f"{path} holds over {ENTRY_LIMIT} files; give the folder of one assignment.")
    return items, skipped


def _read(file: Path) -> IO[bytes]:
    return file.open("rb")
