"""A learner's own case: the same company, cut anew for every student id."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from importlib import import_module
from textwrap import shorten
from typing import Any, NoReturn

import numpy as np
import pandas as pd

from relmark_helpers.course import chapter as find_chapter
from relmark_helpers.errors import CourseError
from relmark_helpers.student_id import student_id

DEFAULT_COURSE = "meridian-home"
SHOWN = 80  # characters of a value in the list of what a case holds
PRACTICE = "practice"  # draws unseen cases wherever the course's hidden salt is not known


class NoSuchNameError(CourseError, AttributeError):
    """A name that a case does not hold; an AttributeError too, so that ``hasattr`` and pandas go on.

    Examples
    --------
    >>> hasattr(Case("00", "li.na", {"branch": 3}), "ndim")
    False
    """


@dataclass(frozen=True)
class Case:
    """What one learner works on in one assignment: tables and numbers of their own.

    Tables and numbers are read as attributes, ``case.surveys`` or ``case.budget``; a table comes as a fresh
    copy each time, so that changing it spoils nothing.

    Parameters
    ----------
    chapter : str
        Two digits.
    student : str
        The id the case was drawn for.
    contents : mapping of str to DataFrame or number
        What the chapter's assignment drew.
    tasks : mapping
        The checks of the assignment, by task number.
    """

    chapter: str
    student: str
    contents: Mapping[str, Any] = field(repr=False, compare=False)
    tasks: Mapping[str, Any] = field(repr=False, compare=False, default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name in ("contents", "tasks"):
            raise AttributeError(name)
        try:
            value = self.contents[name]
        except KeyError:
            known = ", ".join(self.contents)
            raise NoSuchNameError(f"This case has no {name!r}; it has {known}.") from None
        return deepcopy(value)

    def __repr__(self) -> str:
        lines = [f"Case of chapter {self.chapter} for {self.student}"]
        for name, value in self.contents.items():
            table = isinstance(value, pd.DataFrame)
            shown = f"table of {len(value)} rows" if table else shorten(repr(value), SHOWN, placeholder=" …")
            lines.append(f"  case.{name}: {shown}")
        return "\n".join(lines)

    def unseen(self) -> Case:
        """Another case of the same chapter, for tests on inputs that the learner has not seen.

        Returns
        -------
        Case
            Drawn with the course's hidden salt, which is never released.
        """
        hidden = os.environ.get("RELMARK_HIDDEN", PRACTICE)
        return _drawer(self.chapter, self.student, f"unseen {hidden}")


Drawer = Callable[[str, str, str], Case]


class ClosedChecks(Mapping[str, Any]):
    """The checks of a case in a process that must not know what is right: there is none to be had.

    Parameters
    ----------
    refuse : callable
        Called whenever somebody asks for one; raises.
    """

    def __init__(self, refuse: Callable[[], NoReturn]) -> None:
        self._refuse = refuse

    def __getitem__(self, task: str) -> Any:
        self._refuse()

    def __iter__(self) -> Iterator[str]:
        self._refuse()

    def __len__(self) -> int:
        self._refuse()


def case(chapter: str | int, student: str = "", course: str = DEFAULT_COURSE) -> Case:
    """Draw a learner's own case of an assignment.

    The case depends on the course's name (its salt), the chapter and the student id, through SHA-256, and on
    nothing else: the grader builds the same one from the id under which the submission was filed.

    Parameters
    ----------
    chapter : str or int
        Number of the chapter, ``"04"``.
    student : str
        The learner's id; on a Hub it may be empty and the account's name is taken.
    course : str
        The name of the class, as the released assignment has it.

    Returns
    -------
    Case

    Raises
    ------
    CourseError
        If the chapter is unknown or has no assignment, or the id is empty, not text or too long.

    Examples
    --------
    >>> mine, same = case("04", student="zhang.wei"), case("04", student=" Zhang.Wei ")
    >>> mine.student, mine.surveys.equals(same.surveys)
    ('zhang.wei', True)
    """
    number = find_chapter(chapter).number
    asked = os.environ.get("RELMARK_STUDENT") or student or os.environ.get("JUPYTERHUB_USER", "")
    salt = os.environ.get("RELMARK_COURSE") or course
    return _drawer(number, student_id(asked), str(salt))


def draw(chapter: str, student: str, salt: str) -> Case:
    """Draw a case by its chapter, student and salt, whatever the surroundings say.

    Parameters
    ----------
    chapter, student, salt : str
        The chapter's number, the student's id in its one form, and what else seeds the draw.

    Returns
    -------
    Case

    Raises
    ------
    CourseError
        If the chapter has no assignment.

    Examples
    --------
    >>> draw("04", "zhang.wei", DEFAULT_COURSE).surveys.equals(case("04", student="zhang.wei").surveys)
    True
    """
    found = find_chapter(chapter)
    try:
        # by name, so that this floor does not import the topics above it
        assignment = import_module(found.assignment)
    except ModuleNotFoundError as error:
        if error.name != found.assignment:  # something that it needs is missing, which has a name of its own
            raise
        raise CourseError(f"Chapter {chapter} has no assignment yet.") from error
    digest = hashlib.sha256("\n".join((salt, chapter, student)).encode()).digest()
    contents: Mapping[str, Any] = assignment.draw(np.random.default_rng(int.from_bytes(digest, "big")))
    return Case(chapter, student, contents, assignment.CHECKS)


_drawer: Drawer = draw


def draw_by(drawer: Drawer) -> None:
    """Have the cases of this process drawn in another way from now on, as a process of grading does.

    Parameters
    ----------
    drawer : callable
        In place of :func:`draw`.

    Examples
    --------
    >>> draw_by(lambda chapter, student, salt: Case(chapter, student, {"branch": 3}))
    >>> case("00", student="li.na").branch
    3
    >>> draw_by(draw)
    """
    global _drawer
    _drawer = drawer
