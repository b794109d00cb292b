"""The two steps that the course adds to nbgrader's own: stamp the term's salt, and grade on the own case.

``nbgrader_config.py`` puts them into nbgrader's lists, so that plain ``nbgrader generate_assignment`` and
``nbgrader autograde`` do the same as ``relmark release`` and ``relmark grade``.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Unicode

PUBLIC_SALTS = (
    "",
    "for-development-only",
)  # of hidden inputs: everybody who reads the course's code has them
COURSE_LINE = re.compile(r"^COURSE = .*$", re.MULTILINE)


class RelmarkCourse(NbGraderPreprocessor):  # type: ignore[misc]
    """What an instructor sets for a term, in ``nbgrader_config.py``.

    Examples
    --------
    >>> RelmarkCourse(case_salt="autumn").case_salt
    'autumn'
    """

    case_salt = Unicode("meridian-home", help="Draws every learner's own case; change it each term.").tag(
        config=True
    )
    hidden_salt = Unicode("", help="Draws the hidden inputs of the tests; never released.").tag(config=True)


class StampCourse(RelmarkCourse):
    """Writes the term's salt into the line ``COURSE = "…"`` of a release.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell
    >>> cell = new_code_cell('STUDENT_ID = ""\\nCOURSE = "meridian-home"')
    >>> print(StampCourse(case_salt="autumn").preprocess_cell(cell, {}, 0)[0].source)
    STUDENT_ID = ""
    COURSE = "autumn"
    """

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        """Replace the line in one cell; see the class for an example."""
        if cell.cell_type == "code":
            line = f"COURSE = {json.dumps(self.case_salt, ensure_ascii=False)}"
            cell.source = COURSE_LINE.sub(lambda _: line, cell.source)
        return cell, resources


class ExecuteOwnCase(RelmarkCourse, Execute):  # type: ignore[misc]
    """Runs a submission on the case of the student under whose name it was filed, whatever it says itself.

    Examples
    --------
    >>> ExecuteOwnCase(case_salt="autumn", hidden_salt="secret").environment("ada")
    {'RELMARK_STUDENT': 'ada', 'RELMARK_COURSE': 'autumn', 'RELMARK_HIDDEN': 'secret'}
    """

    def environment(self, student: str) -> dict[str, str]:
        """What the kernel of ``student``'s submission finds in its environment."""
        return {
            "RELMARK_STUDENT": student,
            "RELMARK_COURSE": self.case_salt,
            "RELMARK_HIDDEN": self.hidden_salt,
        }

    def preprocess(self, nb: Any, resources: Any, *args: Any, **kwargs: Any) -> tuple[Any, Any]:
        """Execute the notebook; the variables are gone again afterwards, also when it fails."""
        with _environment(self.environment(resources["nbgrader"]["student"])):
            executed: tuple[Any, Any] = super().preprocess(nb, resources, *args, **kwargs)
        return executed


def release_steps() -> list[type]:
    """List nbgrader's steps of a release with ours first, for ``c.GenerateAssignment.preprocessors``.

    Returns
    -------
    list of type

    Examples
    --------
    >>> [step.__name__ for step in release_steps()][:2]
    ['StampCourse', 'IncludeHeaderFooter']
    """
    return [StampCourse, *GenerateAssignment.preprocessors.default()]


def grading_steps() -> list[type]:
    """List nbgrader's steps of grading, executing our way, for ``c.Autograde.autograde_preprocessors``.

    Returns
    -------
    list of type

    Examples
    --------
    >>> [step.__name__ for step in grading_steps()][:2]
    ['ExecuteOwnCase', 'IgnorePattern']
    """
    return [
        ExecuteOwnCase if step is Execute else step for step in Autograde.autograde_preprocessors.default()
    ]


@contextmanager
def _environment(variables: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
