"""Reading a submission before anything of it runs: what can be mended is mended in a copy and written down."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from relmark_helpers.classroom.grade.matching import Match, nothing_of, squeezed, stranger
from relmark_helpers.classroom.grade.plan import Cell, Plan
from relmark_helpers.classroom.grade.reading import RawCell, Unreadable, plain, read_cells, read_notebook
from relmark_helpers.classroom.grade.submission import Submission
from relmark_helpers.classroom.grade.whose import other_id
from relmark_helpers.classroom.grade.work import Step
from relmark_helpers.classroom.grade.written import gather
from relmark_helpers.classroom.journal import Event

LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}


@dataclass
class Intake:
    """A submission that is ready to be run, or why it is refused.

    Parameters
    ----------
    cells : list of dict
        The notebook's cells in nbformat's form, each graded one as the course knows it.
    refused : str
        Why it cannot be graded; its cells are then those of the release, unanswered.
    repairs : list of str
        What was mended, a sentence each.
    events : list of Event
        What an instructor should look at.
    """

    cells: list[RawCell]
    refused: str = ""
    repairs: list[str] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        """All that is told of a submission is plain text, for much of it is a student's."""
        self.refused = plain(self.refused)
        self.repairs = [plain(each) for each in self.repairs]
        self.events = [replace(each, cell=plain(each.cell), says=plain(each.says)) for each in self.events]


def take_in(plan: Plan, submission: Submission) -> Intake:
    """Read a submission against what was released.

    Parameters
    ----------
    plan : Plan
        What was released.
    submission : Submission
        What was handed in.

    Returns
    -------
    Intake

    Examples
    --------
    >>> text = '{"cells": [{"cell_type": "code", "id": "sum", "source": "1 + 1"}]}'
    >>> plan = Plan("00_start_here", (), {})
    >>> take_in(plan, Submission("ada", "00_start_here", text.encode())).cells[0]["source"]
    '1 + 1'
    >>> take_in(plan, Submission("ada", "00_start_here", b" ")).refused
    'The file is empty.'
    """
    repairs = list(submission.notes)
    try:
        if submission.refused:
            raise Unreadable(submission.refused)
        notebook = read_notebook(submission.notebook, repairs)
        cells = read_cells(notebook, repairs)
        _kernel(notebook, plan, repairs)
        _match(plan, cells, repairs)
    except Unreadable as why:
        return Intake([_as_released(cell) for cell in plan.cells], str(why), repairs)
    except Exception as error:  # whatever form nobody has thought of stops this submission and no other
        says = f"The notebook is of a form that cannot be read ({type(error).__name__})."
        return Intake([_as_released(cell) for cell in plan.cells], says, repairs)
    return Intake(cells, "", repairs, list(other_id(cells, submission.student)))


def steps(plan: Plan, cells: list[RawCell]) -> list[Step]:
    """Say of each cell of a notebook who runs it.

    Parameters
    ----------
    plan : Plan
        What was released.
    cells : list of dict
        The notebook's cells, from :func:`take_in`.

    Returns
    -------
    list of Step
        Tests, and checks that are as they were released, go to the judge, all else to the student's process.

    Examples
    --------
    >>> plan = Plan("00_start_here", (Cell("00-1-test", "test", "code", "", "assert stock == 2", {}, ("stock",)),), {})
    >>> cell = {"id": "own", "cell_type": "code", "metadata": {}, "source": "stock = 2"}
    >>> cells = [cell, cell | {"metadata": {"nbgrader": {"grade_id": "00-1-test"}}}]
    >>> [(step.name, step.by, step.source) for step in steps(plan, cells)]
    [('own', 'student', 'stock = 2'), ('00-1-test', 'judge', 'assert stock == 2')]
    """
    known = {cell.name: place for place, cell in enumerate(plan.cells)}
    prepared = 0
    made = []
    for place, raw in enumerate(cells):
        if raw["cell_type"] != "code" or not raw["source"].strip():
            continue
        graded = raw["metadata"].get("nbgrader", {}).get("grade_id")
        name = graded or raw["id"]
        cell = plan.cells[known[name]] if name in known else None
        own = cell is not None and (  # a test by its mark alone: a cell of the student's may have any id
            cell.role == "test"
            if graded
            else cell.role == "check" and squeezed(raw["source"]) == squeezed(cell.released)
        )
        if not own or cell is None:
            role = cell.role if cell is not None and cell.role != "test" else ""
            made.append(Step(place, name, "student", raw["source"], role=role))
            continue
        before = [each.source for each in plan.cells[prepared : known[name]] if each.role == "set-up"]
        prepared = max(prepared, known[name])
        made.append(Step(place, name, "judge", cell.source, cell.names, tuple(before), cell.role))
    return made


def _kernel(notebook: dict[str, Any], plan: Plan, repairs: list[str]) -> None:
    metadata = notebook.get("metadata")
    asked = metadata.get("kernelspec") if isinstance(metadata, dict) else None
    asked = asked if isinstance(asked, dict) else {}
    language = asked.get("language") or "python"
    if language != plan.kernelspec.get("language", "python"):
        repairs.append(f"repaired: the notebook asked for {str(language)[:40]}; it runs in Python")
    elif asked.get("name", "python3") != plan.kernelspec.get("name", "python3"):
        repairs.append(f"repaired: the notebook asked for the kernel {str(asked.get('name'))[:40]}")


def _match(plan: Plan, cells: list[RawCell], repairs: list[str]) -> None:
    """Find every graded cell of the release in the notebook, or put it back."""
    graded = {cell.name: cell for cell in plan.cells if cell.graded}
    says = stranger(plan, cells)
    match = Match(plan, cells)
    if graded and not match.known and (says or not match.found):
        raise Unreadable(says or nothing_of(plan, cells))
    for name, copies in match.copies.items():
        counts = "they are one answer" if graded[name].role == "written" else "the last one counts"
        repairs.append(f"repaired: {graded[name].task}: the cell {name} stood {len(copies)} times; {counts}")
    for cell in graded.values():
        if cell.name in match.lost:
            repairs.append(f"repaired: {cell.task}: the cell {cell.name} had lost nbgrader's marks")
        elif cell.name not in match.found:
            elsewhere = match.put_back(cell, _as_released(cell))
            what = (
                "was missing and counts as not answered"
                if cell.role == "written"
                else "was missing and is back"
            )
            if cell.role == "answer":
                counts = "the answer stands in another cell" if elsewhere else "counts as not answered"
                what = f"was missing{'; ' if elsewhere else ' and '}{counts}"
            repairs.append(f"repaired: {cell.task}: the cell {cell.name} {what}")
        if cell.role == "written" and (done := gather(match, cell)):
            repairs.append(f"repaired: {cell.task}: {done}")
        _make_right(match.found[cell.name], cell, repairs)
    for raw in cells:
        raw.pop("copy", None)
        claimed = raw.pop("claims", "")
        if claimed and claimed not in graded:
            repairs.append(
                f"repaired: a cell claims to be {claimed[:60]}, which this assignment does not have"
            )


def _make_right(raw: RawCell, cell: Cell, repairs: list[str]) -> None:
    """Give a graded cell the type, the marks and, if it is locked, the source that the course knows."""
    if raw["cell_type"] != cell.cell_type:
        repairs.append(f"repaired: {cell.task}: the cell {cell.name} had been made {raw['cell_type']}")
        raw["cell_type"] = cell.cell_type
        if cell.cell_type == "code":
            raw |= {"outputs": [], "execution_count": None}
        else:
            raw.pop("outputs", None)
            raw.pop("execution_count", None)
    locked = cell.role not in ("answer", "written")
    if locked:
        if squeezed(raw["source"]) not in (squeezed(cell.released), squeezed(cell.source)):
            repairs.append(f"repaired: {cell.task}: the locked cell {cell.name} had been changed")
        raw["source"] = cell.source
    raw["metadata"] = deepcopy(cell.metadata) if locked else raw["metadata"] | deepcopy(cell.metadata)
    if not locked:
        tags = [tag for tag in raw["metadata"].get("tags", []) if tag != "skip-execution"]
        raw["metadata"].pop("tags", None)
        if tags:
            raw["metadata"]["tags"] = tags
    raw["claims"] = ""


def _as_released(cell: Cell) -> RawCell:
    source = cell.released if cell.role in ("answer", "written") else cell.source
    raw: RawCell = {
        "cell_type": cell.cell_type,
        "id": cell.name,
        "metadata": deepcopy(cell.metadata),
        "source": source,
    }
    return raw | {"outputs": [], "execution_count": None} if cell.cell_type == "code" else raw
