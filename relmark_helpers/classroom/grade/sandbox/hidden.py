"""The files that know what is right, and how they are kept out of what a student's process may read."""

from __future__ import annotations

import json
import os
import site
from collections.abc import Iterable, Iterator
from pathlib import Path

from relmark_helpers.course import CHAPTERS, CHECKOUT

BESIDE = (
    "solutions",
    "tests",
    ".git",
)  # of a checkout, which an environment for Python may have been made in


def rooms() -> list[str]:
    """The files and folders that hold right answers, in every copy of the library that this Python may find, and beside.

    Returns
    -------
    list of str
        Those that exist, with what Python has compiled of them.

    Examples
    --------
    >>> [Path(each).relative_to(CHECKOUT).as_posix() for each in rooms() if each.startswith(str(CHECKOUT))][:1]
    ['relmark_helpers/topics/start/assignment']
    """
    installed = [*site.getsitepackages(), *([site.getusersitepackages()] if site.ENABLE_USER_SITE else [])]
    found = []
    for library in dict.fromkeys([str(CHECKOUT), *installed]):
        for each in CHAPTERS:
            room = Path(library, *each.assignment.split("."))
            # a module in one file is compiled beside its neighbours, perhaps later: then none of them is shown
            compiled = room.parent / "__pycache__"
            old = any(compiled.glob(f"{room.name}.*"))
            one_file = room.with_suffix(".py")
            found += [each for each in (room, one_file) if each.exists()]
            found += [compiled] if one_file.exists() or old else []
    if (CHECKOUT / "pyproject.toml").is_file():
        found += [CHECKOUT / each for each in BESIDE if (CHECKOUT / each).exists()]
    return list(dict.fromkeys(os.path.realpath(each) for each in found))


def within(place: str, hidden: list[str]) -> list[str]:
    """Give where hidden files show under a place that is bound into a container.

    Parameters
    ----------
    place : str
        A folder, perhaps by a link: ``/lib`` for ``/usr/lib``.
    hidden : list of str
        From :func:`rooms`.

    Returns
    -------
    list of str

    Examples
    --------
    >>> within("/usr", ["/usr/lib/x", "/opt/y"])
    ['/usr/lib/x']
    """
    real = os.path.realpath(place)
    return [str(Path(place, os.path.relpath(each, real))) for each in hidden if _beneath(each, real)]


def around(place: str, hidden: list[str]) -> Iterator[str]:
    """Give what may be read of a place: all of it, or, where hidden files lie beneath, its other parts.

    Parameters
    ----------
    place : str
        A file or folder.
    hidden : list of str
        From :func:`rooms`.

    Yields
    ------
    str
        Links are left out of a folder that is taken apart: what they lead to has its own place in it.

    Examples
    --------
    >>> topics = Path(CHECKOUT, "relmark_helpers", "topics")
    >>> parts = sorted(Path(each).name for each in around(str(topics / "start"), [str(topics / "start" / "assignment")]))
    >>> "model.py" in parts, "assignment" in parts
    (True, False)
    """
    real = os.path.realpath(place)
    if any(_beneath(real, each) for each in hidden):
        return
    if not any(_beneath(each, real) for each in hidden):
        yield place
        return
    for part in os.scandir(real):
        if not part.is_symlink():
            yield from around(part.path, hidden)


def outermost(places: Iterable[str]) -> list[str]:
    """Leave out places that lie in others, so that none is taken apart twice.

    Parameters
    ----------
    places : iterable of str
        Files and folders.

    Returns
    -------
    list of str

    Examples
    --------
    >>> outermost(["/opt/a/b", "/opt/a", "/opt/ab"])
    ['/opt/a', '/opt/ab']
    """
    real = {each: os.path.realpath(each) for each in places}
    whole = set(real.values())
    return [each for each, way in real.items() if not any(str(up) in whole for up in Path(way).parents)]


def _beneath(place: str, folder: str) -> bool:
    return place == folder or place.startswith(folder.rstrip(os.sep) + os.sep)


if __name__ == "__main__":  # so that an image of a container can be asked where its own are
    print(json.dumps(rooms()))
