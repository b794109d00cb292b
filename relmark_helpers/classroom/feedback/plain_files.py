"""Reading and writing in folders that a student's code may have had its hands on: no link is followed."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

from relmark_helpers.errors import CourseError
from relmark_helpers.files import replacing

# Without O_NONBLOCK a named pipe in place of a file would be waited for without end.
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


def read_plain(top: Path, *parts: str, most: int) -> bytes | None:
    """Read a file below a trusted folder; neither it nor a folder on the way may be a link.

    Parameters
    ----------
    top : Path
        The folder that is trusted.
    *parts : str
        The names of the folders below it, and of the file.
    most : int
        The number of bytes from which a file is refused.

    Returns
    -------
    bytes or None
        None if there is no such file.

    Raises
    ------
    CourseError
        If something on the way is a link, the last is no plain file, or it is too large.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "mark.txt").write_text("70")
    >>> read_plain(folder, "mark.txt", most=100)
    b'70'
    >>> (folder / "other.txt").symlink_to(folder / "mark.txt")
    >>> read_plain(folder, "other.txt", most=100)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: .../other.txt is a link or no plain file; remove it ...
    """
    path = top
    try:
        for part in parts[:-1]:
            path = path / part
            if not stat.S_ISDIR(path.lstat().st_mode):
                raise _not_plain(path)
        path = path / parts[-1]
        if not stat.S_ISREG(path.lstat().st_mode):
            raise _not_plain(path)
        with open(os.open(path, _FLAGS), "rb") as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                raise _not_plain(path)
            content = opened.read(most + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror}); mend it and run this again.") from error
    if len(content) > most:
        raise CourseError(f"{path} has more than {most:,} bytes; make it smaller and run this again.")
    return content


def write_plain(content: bytes, top: Path, *parts: str) -> None:
    """Write a file below a trusted folder, whole or not at all; one that is right already is left alone.

    Parameters
    ----------
    content : bytes
        What it shall hold.
    top : Path
        The folder that is trusted.
    *parts : str
        The names of the folders below it, made if need be, and of the file.

    Raises
    ------
    CourseError
        If a folder on the way is a link, or the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> write_plain(b"70", folder, "ada", "mark.txt")
    >>> (folder / "ada" / "mark.txt").read_text()
    '70'
    """
    path = top
    for part in parts[:-1]:
        path = path / part
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise _not_plain(path)
    path = path / parts[-1]
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    with replacing(path) as beside:
        beside.write_bytes(content)


def remove_all_but(keep: set[str], top: Path, *parts: str) -> None:
    """Empty a folder below a trusted one, but for some files, and remove it if nothing is left.

    Parameters
    ----------
    keep : set of str
        The names of the files that stay.
    top : Path
        The folder that is trusted.
    *parts : str
        The names of the folders below it. Of a link, only the link itself is removed.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> for name in ("mark.txt", "old.txt"):
    ...     write_plain(b"", folder, "ada", "04", name)
    >>> remove_all_but({"mark.txt"}, folder, "ada", "04")
    >>> [file.name for file in folder.glob("ada/04/*")]
    ['mark.txt']
    >>> remove_all_but(set(), folder, "ada", "04")
    >>> list(folder.iterdir())
    []
    """
    way = [top.joinpath(*parts[: number + 1]) for number in range(len(parts))]
    for folder in way:
        if folder.is_symlink():
            folder.unlink()
        if not folder.is_dir():
            return
    for found in way[-1].iterdir():
        if found.is_dir() and not found.is_symlink():
            shutil.rmtree(found)
        elif found.name not in keep or found.is_symlink():
            found.unlink()
    for folder in reversed(way):
        if any(folder.iterdir()):
            return
        folder.rmdir()


def _not_plain(path: Path) -> CourseError:
    return CourseError(f"{path} is a link or no plain file; remove it and run this again.")
