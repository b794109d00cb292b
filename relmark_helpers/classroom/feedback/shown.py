"""Which of the student's cells a page shows, and how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from relmark_helpers.classroom.feedback.cells import Cell, data_of
from relmark_helpers.classroom.feedback.given import Given
from relmark_helpers.classroom.feedback.hidden import Hidden
from relmark_helpers.classroom.feedback.marks import Ledger
from relmark_helpers.classroom.feedback.outputs import Piece, pieces, shown_markdown, shown_text
from relmark_helpers.classroom.feedback.room import Room
from relmark_helpers.classroom.journal import REFUSED_CELL
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


@dataclass(frozen=True)
class Graded:
    """A graded notebook, sorted.

    Parameters
    ----------
    cells : tuple of Cell
        All of it.
    own : dict of str to list of Cell
        What a page shows, by task.
    withheld : tuple of Cell
        Tests, and what the student did not write.
    missing : str
        Why there is no notebook, if so.

    Examples
    --------
    >>> Graded(missing="The graded notebook is damaged.").own
    {}
    """

    cells: tuple[Cell, ...] = ()
    own: dict[str, list[Cell]] = field(default_factory=dict)
    withheld: tuple[Cell, ...] = ()
    missing: str = ""


def sort_cells(cells: Sequence[Cell], submitted: Sequence[Cell], given: Given, ledger: Ledger) -> Graded:
    """Tell the cells that a page shows from those that it must not.

    A cell that carries the name of a test in any way is one. A cell that was not released is the student's
    only if the submission has it too: tests of an earlier release are not in the gradebook any more.

    Parameters
    ----------
    cells, submitted : sequence of Cell
        The graded notebook, and the one that was handed in.
    given : Given
        What was released.
    ledger : Ledger
        What the gradebook knows.

    Returns
    -------
    Graded

    Examples
    --------
    >>> test = Cell("mine", "04-1-test", "code", "assert scores is not None")
    >>> note, old = Cell("note", "", "code", "scores.mean()"), Cell("04-1-old", "", "code", "assert scores")
    >>> ledger = Ledger({"04-1-test": 5.0}, locked=frozenset({"04-1-test"}))
    >>> graded = sort_cells([test, note, old], [note], Given("", (), {}, {"04-1-test": "1"}, {}), ledger)
    >>> [cell.identity for cell in graded.own["1"]], [cell.identity for cell in graded.withheld]
    (['note'], ['mine', '04-1-old'])
    """
    written = {tuple(cell.source.split()) for cell in submitted}
    own: dict[str, list[Cell]] = {}
    withheld = []
    now = ""
    for cell in cells:
        now = given.task_of.get(cell.name, now)
        names, role = {cell.identity, cell.grade_id}, given.roles.get(cell.name)
        if cell.identity == REFUSED_CELL:
            continue  # the page says it by itself
        if names & ledger.locked or (role is None and tuple(cell.source.split()) not in written):
            withheld.append(cell)
        elif role == "given":
            # The course's own cells are shown only where the student changed them or they failed.
            bare = replace(cell, outputs=_but_verdicts(cell))
            failed = any(output.get("output_type") == "error" for output in bare.outputs)
            if cell.kind == "code" and (failed or not _same(cell.source, given.sources[cell.name])):
                own.setdefault(now, []).append(bare)
        elif cell.source.strip() or cell.outputs:
            own.setdefault(now, []).append(cell)
    return Graded(tuple(cells), own, tuple(withheld))


def _but_verdicts(cell: Cell) -> tuple[dict[str, Any], ...]:
    return tuple(output for output in cell.outputs if MIME not in data_of(output))


def shown_cells(cells: Iterable[Cell], given: Given, hidden: Hidden, page: Room) -> tuple[Shown, ...]:
    """Make the student's cells of one task fit to be shown.

    Parameters
    ----------
    cells : iterable of Cell
        From :func:`sort_cells`.
    given : Given
        What was released.
    hidden : Hidden
        What must not be shown.
    page : Room
        What the page still takes.

    Returns
    -------
    tuple of Shown

    Examples
    --------
    >>> given = Given("", (), {"04-1-answer": "answer"}, {}, {"04-1-answer": "scores = None"})
    >>> shown_cells([Cell("04-1-answer", "", "code", "scores = None")], given, Hidden(), Room())[0].source.body
    'Left as it was given.'
    """
    made: list[Shown] = []
    for cell in cells:
        if len(made) == MOST_CELLS:
            note = Piece("note", f"There are more cells than the {MOST_CELLS} above.")
            return (*made, Shown("Further cells", note))
        if page.full:
            note = Piece(
                "note", "The notebook shows more than this page can take; the rest is left out here."
            )
            return (*made, Shown("Further cells", note))
        role = given.roles.get(cell.name)
        label = {"answer": "Your answer", "given": "A cell of the exercise"}.get(
            role or "", "A cell of yours"
        )
        if role == "answer" and _same(cell.source, given.sources[cell.name]):
            source = Piece("note", "Left as it was given.")
        elif cell.kind == "markdown":
            source = shown_markdown(cell.source, hidden, cell.attachments)
        else:
            source = shown_text(cell.source, hidden)
        page.take(source.body)
        made.append(Shown(label, source, pieces(cell, hidden, page)))
    return tuple(made)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()
