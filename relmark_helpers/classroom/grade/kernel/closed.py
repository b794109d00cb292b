"""What a student's process must not reach: the modules that know what is right. A try is refused, and told.

The sandbox hides their files, and the process that a student's is forked from has never read them; that is
the wall. What is here shares the process with the student's code. It says in a sentence what a missing file
would not, it tells the instructor what was tried, and where there is no sandbox it is all there is.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

from relmark_helpers.classroom.grade.sandbox.hidden import rooms
from relmark_helpers.course import CHAPTERS
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.case import ClosedChecks

SAYS = "What is right for an assignment is kept elsewhere while a notebook is graded."
MODULES = tuple(each.assignment for each in CHAPTERS)

Tell = Callable[[str], None]


class _Finder:
    """Comes before Python's own finders, and refuses their names."""

    def __init__(self, tell: Tell) -> None:
        self.tell = tell

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> None:
        """Refuse what must not be reached; all else is left to the others."""
        if _is_closed(name):
            self.tell(f"tried to import {name}")
            raise ImportError(SAYS, name=name)


class _Door:
    """Stands where the module would be, as an attribute of its topic."""

    def __init__(self, name: str, tell: Tell) -> None:
        vars(self).update(__name__=name, tell=tell)

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):  # asked by Python itself, or by whoever shows this
            raise AttributeError(name)
        self.tell(f"tried to reach {self.__name__}.{name}")
        raise CourseError(SAYS)


def close(tell: Tell) -> None:
    """Close the rooms for this process, for good.

    Parameters
    ----------
    tell : callable
        Is told each try.
    """
    sys.meta_path.insert(0, _Finder(tell))
    for each in CHAPTERS:
        topic, _, room = each.assignment.rpartition(".")
        setattr(import_module(topic), room, _Door(each.assignment, tell))
    files = tuple(os.path.realpath(each) for each in rooms())
    fspath, fsdecode, realpath, sep = os.fspath, os.fsdecode, os.path.realpath, os.sep

    def watch(event: str, told: tuple[Any, ...]) -> None:
        if event == "open":
            place = ""
            with contextlib.suppress(Exception):  # whatever cannot be opened anyway
                place = realpath(fsdecode(fspath(told[0])))
            if any(place == each or place.startswith(each + sep) for each in files):
                tell(f"tried to read {sep.join(place.split(sep)[-3:])}")
                raise PermissionError(SAYS)
        elif event == "import" and _is_closed(told[0]):  # also where the finder was taken away
            tell(f"tried to import {told[0]}")
            raise ImportError(SAYS, name=told[0])

    sys.addaudithook(watch)


def checks(tell: Tell) -> ClosedChecks:
    """Give what stands in a case in place of its checks.

    Parameters
    ----------
    tell : callable
        Is told each try.

    Returns
    -------
    ClosedChecks
    """

    def refuse() -> NoReturn:
        tell("tried to take the checks out of the case (case.tasks)")
        raise CourseError(SAYS)

    return ClosedChecks(refuse)


def _is_closed(name: str) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in MODULES)
