"""A solution as steps that can be run one by one in one process."""

from __future__ import annotations

import ast
import re
import symtable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import CodeType
from typing import Any, Literal

import nbformat

from relmark_helpers.errors import CourseError

MARK = re.compile(r"^### (?:BEGIN|END) (?:SOLUTION|HIDDEN TESTS)\n?", re.MULTILINE)
TASK = re.compile(r"^\d\d-(\d+)-")


@dataclass(frozen=True)
class Code:
    """Compiled lines, with the notebook's names that they read and set, within functions too."""

    code: CodeType
    loads: frozenset[str]
    stores: frozenset[str]


@dataclass(frozen=True)
class Step:
    """One code cell.

    Parameters
    ----------
    id : str
        Its id.
    role : str
        ``"answer"``, ``"check"``, ``"test"`` or ``"other"``.
    task : str
        Number of its task; empty outside of any.
    source : str
        Its lines without nbgrader's marks.
    points : float
        What a test is worth.
    key : str
        The key of a check.
    """

    id: str
    role: Literal["answer", "check", "test", "other"]
    task: str
    source: str
    points: float = 0.0
    key: str = ""


class Sheet:
    """All code cells of a solution, in order.

    Parameters
    ----------
    path : Path
        The notebook in ``solutions/``.
    """

    def __init__(self, path: Path) -> None:
        notebook = nbformat.read(path, 4)
        self.steps = [_step(cell) for cell in notebook.cells if cell.cell_type == "code"]
        self._compiled: dict[tuple[str, str], Code] = {}

    @cached_property
    def students_names(self) -> frozenset[str]:
        """Every name that an answer cell sets."""
        return frozenset().union(*(self.code(s).stores for s in self.steps if s.role == "answer"))

    @cached_property
    def points(self) -> dict[str, float]:
        """By task: what its tests are worth."""
        found: dict[str, float] = {}
        for step in self.steps:
            if step.role == "test":
                found[step.task] = found.get(step.task, 0.0) + step.points
        return found

    def step(self, cell: str) -> Step:
        """The step of a cell.

        Raises
        ------
        CourseError
            If there is none.
        """
        for step in self.steps:
            if step.id == cell:
                return step
        raise CourseError(f"There is no code cell {cell!r} in the solution.")

    def code(self, step: Step, source: str | None = None) -> Code:
        """A step's lines compiled, or others in their place."""
        lines = step.source if source is None else source
        return self._once(step.id, lines, lambda: _compiled(ast.parse(lines), step.id, lines))

    def lead(self, step: Step) -> Code:
        """The first lines of a test, which no answer can change."""
        return self._once(step.id, "lead", lambda: self._part(step, lead=True))

    def rest(self, step: Step) -> Code:
        """The lines of a test from the first that reads what a student sets."""
        return self._once(step.id, "rest", lambda: self._part(step, lead=False))

    def _part(self, step: Step, *, lead: bool) -> Code:
        body = ast.parse(step.source).body
        cut, own = 0, frozenset[str]()
        for line in body:
            loads, stores = _names(line)
            if (loads - own) & self.students_names:
                break
            cut, own = cut + 1, own | stores
        held = (ast.Dict, ast.List, ast.Tuple, ast.Set)
        if any(
            isinstance(each, held) and any(isinstance(part, ast.Lambda) for part in ast.walk(each))
            for line in body[:cut]
            for each in ast.walk(line)
        ):
            cut = 0  # such a function cannot be moved to where it reads the names as they were
        return _compiled(
            ast.Module(body[:cut] if lead else body[cut:], type_ignores=[]), step.id, step.source
        )

    def _once(self, cell: str, what: str, make: Any) -> Code:
        found = self._compiled.get((cell, what))
        if found is None:
            found = self._compiled[cell, what] = make()
        return found


def _step(cell: Any) -> Step:
    source, told = MARK.sub("", cell.source), cell.metadata.get("nbgrader", {})
    number = TASK.match(cell.id)
    task = number.group(1) if number else ""
    if told.get("solution"):
        return Step(cell.id, "answer", task, source)
    if told.get("grade"):
        return Step(cell.id, "test", task, source, points=float(told["points"]))
    asked = _asked(source)
    return (
        Step(cell.id, "check", task, asked[1], key=asked[0])
        if asked
        else Step(cell.id, "other", task, source)
    )


def _asked(source: str) -> tuple[str, str] | None:
    """Key and answer of ``rm.check(case, "1", answer)``, if that is all that a cell holds."""
    body = ast.parse(source).body
    call = body[0].value if len(body) == 1 and isinstance(body[0], ast.Expr) else None
    if isinstance(call, ast.Call) and ast.unparse(call.func) == "rm.check":
        return ast.literal_eval(call.args[1]), f"_asked = {ast.unparse(call.args[2])}"
    return None


def _names(tree: ast.AST) -> tuple[frozenset[str], frozenset[str]]:
    """The notebook's names that some lines read and set; what is a function's own is not among them."""
    loads, stores = set(), set()
    tables = [symtable.symtable(ast.unparse(tree), "", "exec")]
    while tables:
        table = tables.pop()
        tables += table.get_children()
        for symbol in table.get_symbols():
            if table.get_type() == "module" or symbol.is_global():
                if symbol.is_referenced():
                    loads.add(symbol.get_name())
                if symbol.is_assigned() or symbol.is_imported():
                    stores.add(symbol.get_name())
    for node in ast.walk(tree):
        match node:
            case ast.AugAssign(target=ast.Name(id=name)) if name in stores:
                loads.add(name)
    return frozenset(loads), frozenset(stores)


def _compiled(tree: ast.Module, cell: str, source: str) -> Code:
    # a file name of its own for each source, so that a traceback finds no other's lines
    return Code(compile(tree, f"<{cell} {hash(source) & 0xFFFF:04x}>", "exec"), *_names(tree))
