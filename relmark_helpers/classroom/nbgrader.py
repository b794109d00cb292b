"""Calling nbgrader's own commands from a course folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from relmark_helpers.errors import CourseError


def run(course: Path, *words: str) -> None:
    """Run one command of nbgrader, with its own messages on stderr as they come.

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
        If nbgrader ends with an error.

    Examples
    --------
    >>> import tempfile
    >>> run(Path(tempfile.mkdtemp()), "autograde", "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: nbgrader autograde ended with an error; its messages ...
    """
    programs = str(Path(sys.executable).parent)  # nbgrader calls alembic by name
    environment = os.environ | {"PATH": os.pathsep.join([programs, os.environ.get("PATH", "")])}
    done = subprocess.run([sys.executable, "-m", "nbgrader", *words], cwd=course, env=environment)
    if done.returncode:
        raise CourseError(f"nbgrader {words[0]} ended with an error; its messages above say why.")
