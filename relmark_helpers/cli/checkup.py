"""A learner's own run of an assignment: read, run and judged by what grades it, so that the two never disagree."""

from __future__ import annotations

import ast
import contextlib
import os
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relmark_helpers.course import chapter, course_folder, material_folder
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook import progress

if TYPE_CHECKING:
    from relmark_helpers.classroom.grade.plan import Plan
    from relmark_helpers.classroom.grade.reading import RawCell
    from relmark_helpers.classroom.grade.work import Outcome

VERDICT = "application/vnd.relmark.verdict+json"
SIGNS = {
    "right": "✓ right",
    "unanswered": "○ not answered yet",
    "kind": "✗ wrong kind",
    "shape": "✗ wrong shape",
    "mistake": "✗ a known mistake",
    "wrong": "✗ not right",
    "stopped": "✗ did not run",
}
LARGEST_FILE, MOST_FILES = 16 << 20, 100  # of what lies beside the notebook


@dataclass(frozen=True)
class Checkup:
    """What the checks of a notebook said.

    Parameters
    ----------
    file : Path
        The notebook.
    verdicts : list of dict
        Of each check, in order: task, outcome, says; one that raised has the outcome ``stopped``.
    stopped : list of (str, str)
        The id of each cell that raised, and what.
    repairs : list of str
        What grading would mend in the notebook.

    Examples
    --------
    >>> Checkup(Path("x"), [{"task": "1", "outcome": "right", "says": "Well read."}]).rows()
    [['1', '✓ right', 'Well read.']]
    """

    file: Path
    verdicts: list[dict[str, Any]]
    stopped: list[tuple[str, str]] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)

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
    result = _graded(name, path)
    if not result.verdicts and not result.stopped:
        raise CourseError(f"{path} holds no check of chapter {number}; is it the assignment's notebook?")
    with contextlib.chdir(path.resolve().parent):  # its progress is kept as in JupyterLab
        for each in result.verdicts:
            if each["outcome"] != "stopped":
                kept = {"outcome": each["outcome"], "says": each["says"]}
                progress.remember("check", f"{name[:2]}/{each['task']}", kept)
    return result


def _graded(name: str, path: Path) -> Checkup:
    """Do with a notebook what grading does, but for hidden tests."""
    from relmark_helpers.classroom.grade.intake import steps, take_in
    from relmark_helpers.classroom.grade.sandbox.ladder import Rung
    from relmark_helpers.classroom.grade.sandbox.limits import Limits
    from relmark_helpers.classroom.grade.submission import Submission
    from relmark_helpers.classroom.grade.work import Job, examine

    try:
        content = path.read_bytes()
    except OSError as error:
        raise CourseError(f"Cannot read {path} ({error.strerror or error}).") from None
    plan = _plan(name, path, content)
    intake = take_in(plan, Submission("", name, content))
    if intake.refused:
        raise CourseError(f"Cannot check {path}. {intake.refused}")
    student = _constant(intake.cells, "STUDENT_ID")
    job = Job(
        student=os.environ.get("RELMARK_STUDENT") or student or os.environ.get("JUPYTERHUB_USER", ""),
        steps=tuple(steps(plan, intake.cells)),
        files=tuple(_beside(path)),
        course=os.environ.get("RELMARK_COURSE") or _constant(intake.cells, "COURSE"),
        hidden="practice",
        limits=Limits(),
    )
    rung = Rung("plain", forks=sys.platform == "linux")
    with tempfile.TemporaryDirectory(prefix="relmark-check-", ignore_cleanup_errors=True) as folder:
        starter = rung.starter(name[:2], Path(folder))
        try:
            outcome = examine(job, starter, starter, rung, Path(folder))
        finally:
            starter.close()
    return _told(path, plan, intake.cells, intake.repairs, outcome)


def _plan(name: str, path: Path, content: bytes) -> Plan:
    """What was released: the assignment as it was published, or, if the class has another, the notebook itself."""
    from relmark_helpers.classroom.grade.matching import Match, stranger
    from relmark_helpers.classroom.grade.plan import plan_of
    from relmark_helpers.classroom.grade.reading import Unreadable, read_cells, read_notebook

    try:
        notebook = read_notebook(content, [])
        cells = read_cells(notebook, [])
    except Unreadable as why:
        raise CourseError(f"Cannot check {path}. {why}") from None
    published = material_folder() / "exercises" / name / f"{name}.ipynb"
    if published.is_file():
        plan = plan_of(name, read_notebook(published.read_bytes(), []))
        match = Match(plan, [dict(cell) for cell in cells])
        if 2 * len(match.found) >= len(plan.cells):
            return plan
        if not match.known and (says := stranger(plan, cells)):
            raise CourseError(f"Cannot check {path}. {says}")
    return plan_of(name, notebook)


def _told(path: Path, plan: Plan, cells: list[RawCell], repairs: list[str], outcome: Outcome) -> Checkup:
    checks = {cell.name: cell.released for cell in plan.cells if cell.role == "check"}
    result = Checkup(path, [], [], repairs)
    for shown in outcome.shown:
        name = cells[shown.place]["metadata"].get("nbgrader", {}).get("grade_id") or cells[shown.place]["id"]
        said = [each["data"][VERDICT] for each in shown.outputs if VERDICT in each.get("data", {})]
        errors = [_in_words(each) for each in shown.outputs if each["output_type"] == "error"]
        result.verdicts.extend(said)
        result.stopped.extend((name, error) for error in errors)
        if name in checks and not said:
            says = errors[0] if errors else "It said nothing."
            result.verdicts.append({"task": _task(checks[name]), "outcome": "stopped", "says": says})
    known = {name for name, _ in result.stopped}
    result.stopped.extend((each.cell, each.says) for each in outcome.events if each.cell not in known)
    return result


def _in_words(error: dict[str, Any]) -> str:
    """An error on one line: the sentence alone if it is one of the course's own."""
    said = (error["evalue"].strip().splitlines() or [""])[0]
    return str(said) if error["ename"] == CourseError.__name__ else f"{error['ename']}: {said}"


def _task(source: str) -> str:
    """The task of a check: the second argument of its call."""
    call = ast.parse(source).body[0].value  # type: ignore[attr-defined]
    return str(call.args[1].value) if len(call.args) > 1 and isinstance(call.args[1], ast.Constant) else "?"


def _constant(cells: list[RawCell], name: str) -> str:
    """The text that a notebook gives a name in its last line that does."""
    from relmark_helpers.classroom.grade.magics import as_python

    found = ""
    for cell in cells:
        with contextlib.suppress(SyntaxError, ValueError):
            for each in ast.parse(as_python(cell["source"])).body if cell["cell_type"] == "code" else ():
                names = [getattr(target, "id", "") for target in getattr(each, "targets", ())]
                if name in names and isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant):
                    found = str(each.value.value)
    return found


def _beside(path: Path) -> list[tuple[str, bytes]]:
    """The files in the notebook's own folder, which its cells may read."""
    beside = [
        each for each in sorted(path.resolve().parent.iterdir()) if each.is_file() and each.suffix != ".ipynb"
    ]
    small = [each for each in beside if each.stat().st_size <= LARGEST_FILE][:MOST_FILES]
    return [(each.name, each.read_bytes()) for each in small if os.access(each, os.R_OK)]
