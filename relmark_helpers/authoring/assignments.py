"""What every assignment must keep to: points and ids that agree, scaffolds that run, tests that count."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

from relmark_helpers.authoring.finding import Finding
from relmark_helpers.authoring.pages import Cell, Page, table_rows
from relmark_helpers.authoring.prose import parsed
from relmark_helpers.course import Chapter

NUMBER = re.compile(r"\d+(?:\.\d+)?")
TASK = re.compile(r"(?:Task\s+)?(\d+(?:\.\d+)?)\b", re.IGNORECASE)
POINTS = re.compile(r"(\d+(?:\.\d+)?)\s+points?\b", re.IGNORECASE)
WIDGET = re.compile(r"\b(?:ipywidgets|anywidget|interact)\b|\.explore_\w+\(|\brm\.(?:predict|quiz)\(")
SOLUTION = re.compile(r"^[^\n]*BEGIN SOLUTION.*?END SOLUTION[^\n]*$", re.MULTILINE | re.DOTALL)
SET_UP_LINES = (r'^STUDENT_ID = ""', r'^COURSE = ".+"')


def check_assignment(page: Page, chapter: Chapter) -> list[Finding]:
    """Check an assignment with its solutions.

    Parameters
    ----------
    page : Page
        The notebook in ``solutions/``.
    chapter : Chapter
        The chapter that it examines.

    Returns
    -------
    list of Finding

    Examples
    --------
    >>> from pathlib import Path
    >>> start = Chapter("04", "satisfaction", "satisfaction", "Satisfaction", "顾客满意")
    >>> cell = Cell("04-scores", "code", "import ipywidgets", {}, "")
    >>> print(check_assignment(Page(Path("x"), "x.ipynb", (cell,)), start)[-1])
    x.ipynb [04-scores] uses a widget; widgets hang graders.
    """
    rules = [*_set_up(page, chapter), *_points(page, chapter)]
    for cell in page.cells:
        rules += [(cell.id, says) for says in _cell_rules(cell)]
    return sorted(Finding(page.name, cell, says) for cell, says in rules)


def _set_up(page: Page, chapter: Chapter) -> Iterator[tuple[str, str]]:
    first = next(iter(page.code), None)
    call = f'rm.case("{chapter.number}", student=STUDENT_ID, course=COURSE)'
    lines_there = first and all(re.search(line, first.source, re.MULTILINE) for line in SET_UP_LINES)
    if not (first and lines_there and call in first.source):
        yield (
            first.id if first else "",
            'must be the set-up: `import relmark_helpers as rm`, `STUDENT_ID = ""`, '
            f'`COURSE = "meridian-home"` and `case = {call}`, a line each.',
        )


def _points(page: Page, chapter: Chapter) -> Iterator[tuple[str, str]]:
    rows = [row for cell in page.cells for row in table_rows(cell.prose) if {"task", "points"} <= row.keys()]
    stated = {key.group(): _number(row["points"]) for row in rows if (key := NUMBER.search(row["task"]))}
    total = next((_number(row["points"]) for row in rows if "total" in row["task"].lower()), None)
    if not stated:
        yield (
            "",
            "has no table of tasks with the columns Task, Points, Outcome and Graded by in its first cell.",
        )
        return
    given = _given(page)
    for task in sorted(stated.keys() | given.keys()):
        in_prose, in_cells = stated.get(task, 0.0), given.get(task, 0.0)
        if in_prose != in_cells:
            yield (
                "",
                (
                    f"gives task {task or '(none)'} {in_prose:g} points in the table and {in_cells:g} in "
                    f"the cells under its heading `## Task {task or '1'} …`; make them agree."
                ),
            )
    for _, text, cell in page.headings:
        task_found, points_found = TASK.match(text), POINTS.search(text)
        if task_found and points_found and float(points_found[1]) != stated.get(task_found[1]):
            yield (
                cell,
                f"says {points_found[0]} in its heading, and the table says {stated.get(task_found[1], 0):g}.",
            )
    if total is not None and total != sum(stated.values()):
        yield "", f"states a total of {total:g} points, and its tasks add up to {sum(stated.values()):g}."
    if chapter.number != "00" and sum(stated.values()) != 100:
        yield "", f"is worth {sum(stated.values()):g} points; every assignment is worth 100."
    yield from _visible_checks(page, stated)


def _number(text: str) -> float:
    found = NUMBER.search(text)
    return float(found.group()) if found else 0.0


def _given(page: Page) -> dict[str, float]:
    """The points of the graded cells, by the task under whose heading they stand."""
    given: dict[str, float] = defaultdict(float)
    for cell in page.cells:
        if cell.nbgrader.get("grade") or cell.nbgrader.get("task"):
            given[_task(cell)] += float(cell.nbgrader.get("points") or 0)
    return given


def _task(cell: Cell) -> str:
    found = TASK.match(cell.heading)
    return found[1] if found else ""


def _visible_checks(page: Page, tasks: dict[str, float]) -> Iterator[tuple[str, str]]:
    for task in tasks:
        tested = any(_is_test(cell) for cell in page.code if _task(cell) == task)
        if tested and not any(f'rm.check(case, "{task}"' in cell.source for cell in page.code):
            yield (
                "",
                f'has no visible `rm.check(case, "{task}", …)`; learners check before they submit.',
            )


def _is_test(cell: Cell) -> bool:
    return bool(cell.nbgrader.get("grade") and not cell.nbgrader.get("solution"))


def _cell_rules(cell: Cell) -> Iterator[str]:
    if cell.kind == "code" and WIDGET.search(cell.source):
        yield "uses a widget; widgets hang graders."
    if cell.nbgrader and cell.nbgrader.get("grade_id") != cell.id:
        yield f"is called {cell.nbgrader.get('grade_id')!r} by nbgrader; give both the same name."
    if cell.kind != "code":
        return
    tree = parsed(cell.source)
    if _is_test(cell) and tree.body and isinstance(tree.body[-1], ast.Expr):
        yield "ends in an expression, which nbgrader may take for the mark; end a test with assert."
    if cell.nbgrader.get("solution"):
        yield from _scaffold(cell)


def _scaffold(cell: Cell) -> Iterator[str]:
    if not SOLUTION.search(cell.source):
        yield "is an answer cell without ### BEGIN SOLUTION and ### END SOLUTION; students get the answer."
        return
    left = parsed(SOLUTION.sub("", cell.source)).body
    if not any(isinstance(node, ast.Assign | ast.AnnAssign | ast.FunctionDef) for node in left):
        yield (
            "leaves a scaffold that does not run or names nothing; above the solution write `name = None`, "
            "or `def name(…):` with a docstring."
        )
