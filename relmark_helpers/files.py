"""Writing files so that nothing is ever half written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from relmark_helpers.errors import CourseError


@contextmanager
def replacing(path: Path | str) -> Iterator[Path]:
    """Give a path beside ``path`` to write to, and rename it into place when all went well.

    Parameters
    ----------
    path : Path or str
        The file to make or replace. Its folder is made if need be.

    Yields
    ------
    Path
        An empty file in the same folder. If the block raises, it is removed and ``path`` is as before.

    Raises
    ------
    CourseError
        If the folder cannot be written to or the disk is full.

    Examples
    --------
    >>> folder = Path(tempfile.mkdtemp())
    >>> with replacing(folder / "notes.txt") as beside:
    ...     _ = beside.write_text("kept")
    >>> [file.name for file in folder.iterdir()]
    ['notes.txt']
    """
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise _cannot_write(target, error) from error
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        beside.chmod(_ordinary_mode())
        beside.replace(target)
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        beside.unlink(missing_ok=True)


def write_text(path: Path | str, text: str) -> None:
    """Write ``text`` to ``path`` as UTF-8 with Unix line ends, whole or not at all.

    Parameters
    ----------
    path : Path or str
        The file to make or replace.
    text : str
        What it shall hold.

    Raises
    ------
    CourseError
        If the folder cannot be written to or the disk is full.

    Examples
    --------
    >>> file = Path(tempfile.mkdtemp()) / "notes.txt"
    >>> write_text(file, "顾客满意\\n")
    >>> file.read_bytes().decode()
    '顾客满意\\n'
    """
    with replacing(path) as beside:
        beside.write_bytes(text.encode())


@contextmanager
def scratch(folder: Path, prefix: str) -> Iterator[Path]:
    """Make a folder for a while inside another, so that what is whole there is moved out by renaming.

    Parameters
    ----------
    folder : Path
        Where the folder is made, on the disk of what shall be replaced.
    prefix : str
        How its name begins.

    Yields
    ------
    Path
        It is gone afterwards, with all that is still in it.

    Raises
    ------
    CourseError
        If nothing can be made there.

    Examples
    --------
    >>> with scratch(Path(tempfile.mkdtemp()), ".release-") as made:
    ...     made.name.startswith(".release-")
    True
    """
    try:
        made = Path(tempfile.mkdtemp(prefix=prefix, dir=folder))
    except OSError as error:
        raise CourseError(
            f"Cannot write in {folder} ({error.strerror}); choose a folder you may write to."
        ) from error
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _cannot_write(target: Path, error: OSError) -> CourseError:
    reason = error.strerror or str(error)
    return CourseError(
        f"Cannot write {target} ({reason}); free some space or choose a folder you may write to."
    )


def _ordinary_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
