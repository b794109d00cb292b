"""The folders in which students' processes write: measured and removed whatever was made in them."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
from pathlib import Path


def measure(folder: Path, most: int) -> tuple[int, int]:
    """Give the bytes on disk and the number of all files and folders in a folder.

    Parameters
    ----------
    folder : Path
        The folder.
    most : int
        Counting ends when there are more files and folders than this.

    Returns
    -------
    size, number : int
        More than ``most`` also where folders lie in folders deeper than a path can say.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("x"), (folder / "b").mkdir()
    >>> measure(folder, 10)[1], measure(folder, 1)[1]
    (2, 2)
    """
    size = number = 0
    waiting = [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as listed:
                for each in listed:
                    number += 1
                    if number > most:
                        return size, number
                    if each.is_dir(follow_symlinks=False):
                        waiting.append(each.path)
                    else:
                        with contextlib.suppress(FileNotFoundError):
                            # Windows does not tell blocks
                            about = os.lstat(each.path)
                            size += getattr(about, "st_blocks", -(-about.st_size // 512)) * 512
        except FileNotFoundError:
            continue
        except OSError:  # too long a path, or a folder that even its owner may not list
            return size, most + 1
    return size, number


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it; what cannot be removed stays and is no error.

    Folders in folders are moved up before they are emptied: a thousand of them in each other are more than
    ``shutil.rmtree`` and the longest path can do.

    Parameters
    ----------
    folder : Path
        The folder.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> (folder / "a" / "b").mkdir(parents=True)
    >>> remove(folder)
    >>> folder.exists()
    False
    """
    mark = secrets.token_hex(8)  # no name that somebody has given already
    waiting, emptied = [folder], []
    while waiting:
        here = waiting.pop()
        emptied.append(here)
        with contextlib.suppress(OSError):
            here.chmod(stat.S_IRWXU)
            for each in list(here.iterdir()):
                with contextlib.suppress(OSError):
                    if each.is_symlink() or not each.is_dir():
                        each.unlink()
                    elif here == folder:
                        waiting.append(each)
                    else:
                        waiting.append(each.rename(folder / f"{mark}-{len(waiting) + len(emptied)}"))
    for each in reversed(emptied):
        with contextlib.suppress(OSError):
            each.rmdir()
    shutil.rmtree(folder, ignore_errors=True)  # read-only files, on Windows
