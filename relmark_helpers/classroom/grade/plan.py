"""What was released: the cells of an assignment as the course knows them, against which submissions are held."""

from __future__ import annotations

import ast
import builtins
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from relmark_helpers.classroom.grade.magics import as_python
from relmark_helpers.course import chapter
from relmark_helpers.errors import CourseError

Role = Literal["text", "set-up", "check", "answer", "test", "written"]


@dataclass(frozen=True)
class Cell:
    """One cell of the assignment.

    Parameters
    ----------
    name : str
        Its id; of a graded cell nbgrader's ``grade_id``.
    role : str
        text; set-up (code that everyone has); check (shows what ``rm.check`` says); answer (code to be
        written); test (the hidden tests); written (graded by a reader).
    cell_type : str
        code or markdown.
    released : str
        Its source as the students got it.
    source : str
        Its source as the course has it: of a test with all that is hidden.
    metadata : dict
        As released, with nbgrader's marks.
    names : tuple of str
        The names that it uses and neither it nor the course's own cells bind: those of the students.
    """

    name: str
    role: Role
    cell_type: str
    released: str
    source: str
    metadata: dict[str, Any] = field(default_factory=dict)
    names: tuple[str, ...] = ()

    @property
    def graded(self) -> bool:
        """Whether nbgrader knows it."""
        return bool(self.metadata.get("nbgrader"))

    @property
    def task(self) -> str:
        """What a sentence calls its task: ``task 3``, or its name."""
        parts = self.name.split("-")
        return f"task {parts[1]}" if len(parts) > 2 and parts[1].isdigit() else self.name


@dataclass(frozen=True)
class Plan:
    """An assignment as it was released.

    Parameters
    ----------
    assignment : str
        ``"04_satisfaction"``.
    cells : tuple of Cell
        In order.
    kernelspec : dict
        The notebook's.
    """

    assignment: str
    cells: tuple[Cell, ...]
    kernelspec: dict[str, Any]

    @property
    def key(self) -> str:
        """Digest of all that marks depend on here."""
        told = [
            self.assignment,
            *((each.name, each.source, each.released, each.metadata) for each in self.cells),
        ]
        return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def read_plan(course: Path, name: str, sources: dict[str, Any]) -> Plan:
    """Read what was released.

    Parameters
    ----------
    course : Path
        The course folder, with ``exercises/``.
    name : str
        The assignment.
    sources : dict of str to object
        nbgrader's source cells by name, with ``source``, ``checksum`` and ``locked``.

    Returns
    -------
    Plan

    Raises
    ------
    CourseError
        If the exercise is missing, damaged, or another one than the gradebook's.

    Examples
    --------
    >>> read_plan(Path("empty"), "04_satisfaction", {})
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: Cannot read empty/exercises/04_satisfaction/04_satisfaction.ipynb; run ...
    """
    path = course / "exercises" / name / f"{name}.ipynb"
    again = f"run {release_command(name)} (the gradebook keeps its marks)."
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        plan = plan_of(name, notebook, sources)
        named = all(each.get("id") for each in notebook["cells"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CourseError(f"Cannot read {path}; {again}") from error
    if not named:
        raise CourseError(
            f"{path} has cells without an id, by which those of a submission are found again; open and save the "
            f"solution in JupyterLab, which gives it ids (nbformat 4.5), and {again}"
        )
    if {each.name for each in plan.cells if each.graded} != set(sources):
        raise CourseError(f"{path} is not what the gradebook knows as {name}; {again}")
    return plan


def plan_of(name: str, notebook: dict[str, Any], sources: dict[str, Any] | None = None) -> Plan:
    """Give what a notebook releases; without nbgrader's source cells there are no hidden tests.

    Examples
    --------
    >>> cell = {"cell_type": "code", "id": "00-setup", "metadata": {}, "source": "x = 1"}
    >>> plan_of("00_start_here", {"cells": [cell]}).cells[0].role
    'set-up'
    """
    raw = [
        (each, each.get("id", f"cell-{number}"), each["metadata"])
        for number, each in enumerate(notebook["cells"])
    ]
    cells = [_cell(each, place, metadata, sources or {}) for each, place, metadata in raw]
    return Plan(name, tuple(_with_names(cells)), notebook.get("metadata", {}).get("kernelspec", {}))


def release_command(name: str) -> str:
    """Say how an assignment is released: one that is no chapter's by nbgrader itself.

    Parameters
    ----------
    name : str
        The assignment.

    Returns
    -------
    str

    Examples
    --------
    >>> release_command("04_satisfaction"), release_command("problem-set-1")
    ('`relmark release 04`', '`nbgrader generate_assignment problem-set-1`')
    """
    try:
        return f"`relmark release {chapter(name).number}`"
    except CourseError:
        return f"`nbgrader generate_assignment {name}`"


def _cell(raw: dict[str, Any], name: str, metadata: dict[str, Any], sources: dict[str, Any]) -> Cell:
    released = "".join(raw["source"])
    marks = metadata.get("nbgrader", {})
    if not marks.get("grade_id"):
        return Cell(name, _plain_role(raw["cell_type"], released), raw["cell_type"], released, released)
    name = marks["grade_id"]
    known = sources.get(name)
    source = known.source if known is not None and known.locked else released
    if known is not None:
        metadata = metadata | {"nbgrader": marks | {"checksum": known.checksum}}
    role: Role = "test" if marks.get("grade") and not marks.get("solution") else "answer"
    if raw["cell_type"] != "code":
        role = "written" if marks.get("grade") or marks.get("task") else "text"
    elif not marks.get("grade") and not marks.get("solution"):
        role = "set-up"  # locked, and nothing else
    return Cell(name, role, raw["cell_type"], released, source, metadata)


def _plain_role(cell_type: str, source: str) -> Role:
    if cell_type != "code":
        return "text"
    return "check" if _is_check(source) else "set-up"


def _is_check(source: str) -> bool:
    """Whether a cell is nothing but a call of ``rm.check``."""
    try:
        (statement,) = ast.parse(source).body
    except (SyntaxError, ValueError):
        return False
    return isinstance(statement, ast.Expr) and ast.unparse(statement).startswith("rm.check(")


def _with_names(cells: list[Cell]) -> list[Cell]:
    asked = {name for cell in cells if cell.role == "answer" for name in bound(cell.released)}
    own = {name for cell in cells if cell.role == "set-up" for name in bound(cell.source)} - asked
    known = own | set(dir(builtins)) | {"get_ipython", "display"}
    return [
        Cell(
            cell.name,
            cell.role,
            cell.cell_type,
            cell.released,
            cell.source,
            cell.metadata,
            tuple(sorted(used(cell.source) - known)) if cell.role in ("test", "check") else (),
        )
        for cell in cells
    ]


def bound(source: str) -> set[str]:
    """Give the names that a cell binds.

    Parameters
    ----------
    source : str
        Its code, with IPython's own signs; what cannot be read binds nothing.

    Returns
    -------
    set of str

    Examples
    --------
    >>> sorted(bound("import numpy as np\\nx = y = 1\\ndef f(a): b = a"))
    ['f', 'np', 'x', 'y']
    """
    import symtable

    try:
        table = symtable.symtable(as_python(source), "cell", "exec")
    except (SyntaxError, ValueError):
        return set()
    return {each.get_name() for each in table.get_symbols() if each.is_assigned() or each.is_imported()}


def used(source: str) -> set[str]:
    """Give the names that a cell needs from the cells before it.

    Parameters
    ----------
    source : str
        Its code.

    Returns
    -------
    set of str

    Examples
    --------
    >>> sorted(used("_right = 2 * budget\\nassert abs(gains - _right) < limit(_right)"))
    ['abs', 'budget', 'gains', 'limit']
    """
    try:
        tree = ast.parse(as_python(source))
    except (SyntaxError, ValueError):
        return set()
    loaded = {
        each.id for each in ast.walk(tree) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)
    }
    inner = {
        each.arg
        for function in ast.walk(tree)
        if isinstance(function, ast.arguments)
        for each in (*function.args, *function.posonlyargs, *function.kwonlyargs)
    }
    made = {
        each.id for each in ast.walk(tree) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }
    return loaded - made - bound(source) - inner
