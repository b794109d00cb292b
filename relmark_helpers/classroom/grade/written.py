"""Written answers that do not stand in their cell, or not in it alone: they count, and wait for a reader."""

from __future__ import annotations

import ast

from relmark_helpers.classroom.grade.matching import Match, squeezed
from relmark_helpers.classroom.grade.plan import Cell
from relmark_helpers.classroom.grade.reading import RawCell

FEWEST_WORDS = 3  # fewer in a code cell are a note, or a value that was looked at


def gather(match: Match, cell: Cell) -> str:
    """Put into a written cell what its author wrote beside it.

    Parameters
    ----------
    match : Match
        The notebook beside the release.
    cell : Cell
        The written cell.

    Returns
    -------
    str
        What was done, or nothing.

    Examples
    --------
    >>> from relmark_helpers.classroom.grade.plan import Plan
    >>> cell = Cell("07-1-answer", "written", "markdown", "Write here.", "Write here.", {"nbgrader": {"grade": True}})
    >>> made = {"cell_type": "markdown", "metadata": {}, "id": "07-1-answer", "claims": "07-1-answer"}
    >>> below = made | {"id": "own", "claims": "", "source": "Because."}
    >>> gather(Match(Plan("07", (cell,), {}), [made | {"source": "Write here."}, below]), cell)[:17]
    'the written answe'
    """
    raw = match.found[cell.name]
    if cell.name in match.copies:  # JupyterLab gives both halves of a cell that is split the same mark
        texts = [each["source"].strip() for each in match.copies[cell.name]]
        told = [text for text in dict.fromkeys(texts) if squeezed(text) not in ("", squeezed(cell.released))]
        raw["source"] = "\n\n".join(told) or cell.released
        return ""
    if squeezed(raw["source"]) not in ("", squeezed(cell.released)):
        return ""
    raw["source"] = cell.released  # also of a cell that was emptied: an honest blank needs no reader
    told = [text for each in _beside(match, cell) if (text := _words(match, each))]
    if not told:
        return ""
    raw["source"] = "\n\n".join(told)
    return f"the written answer stood outside its cell {cell.name}; it was copied into it"


def _beside(match: Match, cell: Cell) -> list[RawCell]:
    """The cells from the task's first to the next task's first: those of the student's, and the task's own text."""
    task = [each for each in match.plan.cells if each.task == cell.task]
    first, last = match.plan.cells.index(task[0]), match.plan.cells.index(task[-1])
    found = [(place, match.found.get(each.name)) for place, each in enumerate(match.plan.cells)]
    before = [match.at(raw) for place, raw in found if raw is not None and place < first]
    after = [match.at(raw) for place, raw in found if raw is not None and place > last]
    start = max(before, default=-1) + 1
    end = min((place for place in after if place >= start), default=len(match.cells))
    return match.cells[start:end]


def _words(match: Match, raw: RawCell) -> str:
    """What a cell holds of its author's own words."""
    for cell in match.plan.cells:
        if match.found.get(cell.name) is raw:
            return _added(raw["source"], cell.released) if cell.role == "text" else ""
    if raw["cell_type"] != "code":
        return raw["source"].strip()  # type: ignore[no-any-return]
    return _of_code(raw["source"])


def _added(now: str, released: str) -> str:
    known = {line.strip() for line in released.splitlines()}
    lines = [line for line in now.splitlines() if line.strip() not in known]
    for line in released.splitlines():  # what was written on, in a line of the question
        lines = [each.removeprefix(line.rstrip()).strip() if line.strip() else each for each in lines]
    return "\n".join(lines).strip()


def _of_code(source: str) -> str:
    """Words in a code cell: comments, a text in quotes, or what is no Python at all."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        spoken = not source.lstrip().startswith(("%", "!", "?")) and len(source.split()) > FEWEST_WORDS
        return source.strip() if spoken else ""
    texts = [
        each.value.value
        for each in body
        if isinstance(each, ast.Expr)
        and isinstance(each.value, ast.Constant)
        and isinstance(each.value.value, str)
    ]
    if body and len(texts) < len(body):
        return ""
    comments = [
        line.strip().lstrip("#").strip() for line in source.splitlines() if line.strip().startswith("#")
    ]
    found = "\n".join([*comments, *texts]).strip()
    return found if len(found.split()) > FEWEST_WORDS else ""
