"""Calling nbgrader's own commands from a course folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from relmark_helpers.classroom.release import course_configuration
from relmark_helpers.course import CHECKOUT
from relmark_helpers.errors import CourseError


def run(course: Path, *words: str) -> None:
    """Run one command of nbgrader; its own messages come on stderr if it ends with an error.

    A process of its own, since nbgrader changes the working folder and keeps state in the module.

    Parameters
    ----------
    course : Path
        The course folder, with ``nbgrader_config.py``.
    *words : str
        The command, ``"autograde", "04_satisfaction"``.

    Raises
    ------
    CourseError
        If the configuration cannot be used, or nbgrader ends with an error.

    Examples
    --------
    >>> run(Path("/nowhere"), "autograde", "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no nbgrader_config.py in /nowhere; ...
    """
    # A configuration that cannot be loaded is only a warning to nbgrader, and everyone would be graded on
    # the wrong case; so it is tried here first.
    course_configuration(course)
    environment = os.environ | {
        "PATH": _before("PATH", Path(sys.executable).parent),  # nbgrader calls alembic by name
        "PYTHONPATH": _before("PYTHONPATH", CHECKOUT),  # also where the library runs without being installed
    }
    command = [sys.executable, "-m", "nbgrader", *words]
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True)
    if done.returncode:
        print(done.stderr, end="", file=sys.stderr)
        raise CourseError(f"nbgrader {words[0]} ended with an error; its messages above say why.")


def students(course: Path, step: str, name: str) -> list[str]:
    """List the students who have a folder for an assignment in one of nbgrader's steps.

    What cannot be a student's name in the gradebook is left to :func:`nameless`.

    Parameters
    ----------
    course : Path
        The course folder.
    step : str
        ``"submitted"``, ``"autograded"`` or ``"feedback"``.
    name : str
        The assignment.

    Returns
    -------
    list of str

    Examples
    --------
    >>> students(Path("/nowhere"), "submitted", "04_satisfaction")
    []
    """
    return [student for student in _folders(course, step, name) if _is_text(student)]


def nameless(course: Path, step: str, name: str) -> list[str]:
    """List the folders that cannot be a student's in the gradebook, since their names are not written in UTF-8.

    Parameters
    ----------
    course : Path
        The course folder.
    step : str
        ``"submitted"``, ``"autograded"`` or ``"feedback"``.
    name : str
        The assignment.

    Returns
    -------
    list of str

    Examples
    --------
    >>> nameless(Path("/nowhere"), "submitted", "04_satisfaction")
    []
    """
    return [folder for folder in _folders(course, step, name) if not _is_text(folder)]


def _folders(course: Path, step: str, name: str) -> list[str]:
    return sorted(folder.parent.name for folder in (course / step).glob(f"*/{name}") if folder.is_dir())


def _is_text(name: str) -> bool:
    try:
        return bool(name.encode())
    except UnicodeEncodeError:
        return False


def _before(variable: str, folder: Path) -> str:
    return os.pathsep.join([str(folder), *filter(None, [os.environ.get(variable)])])
