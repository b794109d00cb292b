"""The two steps that the course adds to nbgrader's own: stamp the term's salt, and grade on the own case."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nbgrader.preprocessors import Execute, NbGraderPreprocessor

from relmark_helpers.classroom.grade.settings import RelmarkCourse

COURSE_LINE = re.compile(r"^COURSE = .*$", re.MULTILINE)


class StampCourse(RelmarkCourse, NbGraderPreprocessor):  # type: ignore[misc]
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
