"""Which of the student's cells a page shows, and how."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from relmark_helpers.classroom.feedback.cells import Cell, data_of
from relmark_helpers.classroom.feedback.given import Given
from relmark_helpers.classroom.feedback.hidden import Hidden
from relmark_helpers.classroom.feedback.marks import Ledger
from relmark_helpers.classroom.feedback.outputs import Piece, pieces, shown_markdown, shown_text
from relmark_helpers.notebook.check import MIME

MOST_CELLS = 40  # of one task


@dataclass(frozen=True)
class Shown:
    """A cell of the student's.

    Parameters
    ----------
    label : str
        Which one it is.
    source : Piece
        What stands in it.
    pieces : tuple of Piece
        What it showed.

    Examples
    --------
    >>> Shown("Your answer", Piece("text", "x = 1")).pieces
    ()
    """

    label: str
    source: Piece
    pieces: tuple[Piece, ...] = ()


def own_cells(cells: list[Cell], given: Given, ledger: Ledger) -> dict[str, list[Cell]]:
    """Find the cells that a page shows, by task; one that carries the name of a test in any way is none of them.

    Parameters
    ----------
    cells : list of Cell
        The graded notebook.
    given : Given
        What was released.
    ledger : Ledger
        What the gradebook knows.

    Returns
    -------
    dict of str to list of Cell

    Examples
    --------
    >>> test = Cell("mine", "04-1-test", "code", "assert scores is not None")
    >>> note = Cell("note", "", "code", "scores.mean()")
    >>> ledger = Ledger({"04-1-test": 5.0}, locked=frozenset({"04-1-test"}))
    >>> found = own_cells([test, note], Given("", (), {}, {"04-1-test": "1"}, {}), ledger)
    >>> [cell.identity for cell in found["1"]]
    ['note']
    """
    found: dict[str, list[Cell]] = {}
    now = ""
    for cell in cells:
        now = given.task_of.get(cell.name, now)
        names = {cell.identity, cell.grade_id}
        if names & ledger.locked or any(given.roles.get(name) == "test" for name in names):
            continue
        if given.roles.get(cell.name) == "given":
            # The course's own cells are shown only where the student changed them or they failed.
            cell = replace(cell, outputs=_but_verdicts(cell))
            failed = any(output.get("output_type") == "error" for output in cell.outputs)
            if not failed and _same(cell.source, given.sources[cell.name]):
                continue
            if cell.kind == "markdown":
                continue
        if cell.source.strip() or cell.outputs:
            found.setdefault(now, []).append(cell)
    return found


def _but_verdicts(cell: Cell) -> tuple[dict[str, Any], ...]:
    return tuple(output for output in cell.outputs if MIME not in data_of(output))


def shown_cells(cells: Iterable[Cell], given: Given, hidden: Hidden) -> tuple[Shown, ...]:
    """Make the student's cells of one task fit to be shown.

    Parameters
    ----------
    cells : iterable of Cell
        From :func:`own_cells`.
    given : Given
        What was released.
    hidden : Hidden
        What must not be shown.

    Returns
    -------
    tuple of Shown

    Examples
    --------
    >>> given = Given("", (), {"04-1-answer": "answer"}, {}, {"04-1-answer": "scores = None"})
    >>> shown_cells([Cell("04-1-answer", "", "code", "scores = None")], given, Hidden())[0].source.body
    'Left as it was given.'
    """
    made: list[Shown] = []
    for cell in cells:
        if len(made) == MOST_CELLS:
            note = Piece("note", f"There are more cells than the {MOST_CELLS} above.")
            return (*made, Shown("Further cells", note))
        role = given.roles.get(cell.name)
        label = {"answer": "Your answer", "given": "A cell of the exercise"}.get(
            role or "", "A cell of yours"
        )
        if role == "answer" and _same(cell.source, given.sources[cell.name]):
            source = Piece("note", "Left as it was given.")
        elif cell.kind == "markdown":
            source = shown_markdown(cell.source, hidden)
        else:
            source = shown_text(cell.source, hidden)
        made.append(Shown(label, source, pieces(cell, hidden)))
    return tuple(made)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()
