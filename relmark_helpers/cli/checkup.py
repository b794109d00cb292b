"""A learner's own run of an assignment."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relmark_helpers.authoring.execute import run_notebook
from relmark_helpers.course import chapter, course_folder
from relmark_helpers.errors import CourseError

VERDICT = "application/vnd.relmark.verdict+json"
SIGNS = {
    "right": "✓ right",
    "unanswered": "○ not answered yet",
    "kind": "✗ wrong kind",
    "shape": "✗ wrong shape",
    "mistake": "✗ a known mistake",
    "wrong": "✗ not right",
}


@dataclass(frozen=True)
class Checkup:
    """What the checks of a notebook said.

    Parameters
    ----------
    file : Path
        The notebook.
    verdicts : list of dict
        Of each check, in order: task, outcome, says.
    stopped : list of (str, str)
        The id of each cell that raised, and what.

    Examples
    --------
    >>> Checkup(Path("x"), [{"task": "1", "outcome": "right", "says": "Well read."}]).rows()
    [['1', '✓ right', 'Well read.']]
    """

    file: Path
    verdicts: list[dict[str, Any]]
    stopped: list[tuple[str, str]] = field(default_factory=list)

    def rows(self) -> list[list[str]]:
        """Give the verdicts as rows of a table; the outcome is told by a sign and a word, never by colour."""
        return [
            [str(each["task"]), SIGNS.get(each["outcome"], each["outcome"]), str(each["says"])]
            for each in self.verdicts
        ]


def check_assignment(number: str, file: Path | None = None) -> Checkup:
    """Run a copy of an assignment in a clean kernel and collect what its checks say.

    Parameters
    ----------
    number : str
        The chapter.
    file : Path or None
        The notebook; the one in ``exercises/`` of the course folder by default.

    Returns
    -------
    Checkup

    Raises
    ------
    CourseError
        If the chapter is unknown, the notebook is missing or holds no checks.

    Examples
    --------
    >>> check_assignment("04", Path("missing.ipynb"))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no notebook missing.ipynb; ...
    """
    name = chapter(number).name
    folder = course_folder()
    if file is None and folder is None:
        raise CourseError(
            f"There is no course folder here; go into yours, or say `relmark check {number} FILE`."
        )
    path = file or Path(folder or ".") / "exercises" / name / f"{name}.ipynb"
    if not path.is_file():
        raise CourseError(f"There is no notebook {path}; `relmark init DIR --update` brings a fresh one.")
    # In the notebook's own folder, so that its progress is kept as in JupyterLab; one broken cell must not
    # hide what the later checks say.
    run = run_notebook(path, path.resolve().parent, guarded=False, keep_going=True)
    verdicts = [output["data"][VERDICT] for _, output in run.outputs if VERDICT in output.get("data", {})]
    if not verdicts and not run.errors:
        raise CourseError(f"{path} holds no check of chapter {number}; is it the assignment's notebook?")
    return Checkup(path, verdicts, run.errors)
