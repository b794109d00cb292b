"""The bank of answers and the further mistakes of an assignment, read from ``tests/answers/``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

from relmark_helpers.errors import CourseError

BLOCK = re.compile(r"^# %% ", re.MULTILINE)
THE_REST = re.compile(r"^# as in the reference$", re.MULTILINE)  # stands for the reference's own lines
SOLUTION_MARK = re.compile(r"^### (BEGIN|END) SOLUTION\n?", re.MULTILINE)
TOLD = re.compile(r"^# (loses|check): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """One file of the bank: the cells it replaces and what is due for it.

    Parameters
    ----------
    name : str
        Name of the file.
    about : str
        What it does, in a few words.
    kind : str
        ``"right"``, ``"mistake"`` or ``"hostile"``.
    cells : dict
        Sources by the id of the cell that they replace.
    lost : dict
        Points lost by task; a pair where they depend on the case: at least, at most. It is what
        ``relmark grade`` takes off.
    says : dict
        How the sentence of a check begins, by its key.
    plain_lost : dict
        What plain nbgrader takes off where it is fooled.
    """

    name: str
    about: str
    kind: str
    cells: dict[str, str] = field(default_factory=dict)
    lost: dict[str, float | list[float]] = field(default_factory=dict)
    says: dict[str, str] = field(default_factory=dict)
    plain_lost: dict[str, float | list[float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Slip:
    """A mistake of one cell: a few lines behind the reference's answer that spoil it.

    Parameters
    ----------
    cell : str
        The id of the answer cell.
    about : str
        What goes wrong, in a few words.
    source : str
        The lines.
    loses : float, optional
        Points that are due to be lost; any if not said.
    check : str
        Key of the check whose verdict counts; empty for any of the task.
    """

    cell: str
    about: str
    source: str
    loses: float | None = None
    check: str = ""


def reference_answers(solution: Path) -> dict[str, str]:
    """Sources of a solution's answer cells, by their ids.

    Examples
    --------
    >>> from relmark_helpers.course import CHECKOUT
    >>> list(reference_answers(CHECKOUT / "solutions/00_start_here/00_start_here.ipynb"))[0]
    '00-1-answer'
    """
    return {
        cell.id: SOLUTION_MARK.sub("", cell.source)
        for cell in nbformat.read(solution, 4).cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }


def read_answer(path: Path, reference: Mapping[str, str] | None = None) -> Answer:
    """Read one file of the bank; ``reference`` has the lines of the reference's cells, by their ids.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "twice.py"
    >>> said = '# about = "twice as much"', '# kind = "mistake"', "# %% 04-1-answer", "mean = 2 * mean"
    >>> _ = path.write_text(chr(10).join(said))
    >>> read_answer(path).cells
    {'04-1-answer': 'mean = 2 * mean'}
    """
    head, *blocks = BLOCK.split(path.read_text(encoding="utf-8"))
    told = tomllib.loads("\n".join(line.removeprefix("#").strip() for line in head.splitlines()))
    cells = {}
    for name, source in (block.split("\n", 1) for block in blocks):
        rest = (reference or {}).get(name.strip(), "").rstrip()
        cells[name.strip()] = THE_REST.sub(lambda line, rest=rest: rest, source.strip("\n"))
    return Answer(path.stem, cells=cells, **told)


def read_bank(folder: Path, reference: Mapping[str, str] | None = None) -> list[Answer]:
    """Read all answers of an assignment's bank; ``reference`` has the lines of the reference's cells.

    Examples
    --------
    >>> read_bank(Path("nowhere"))
    []
    """
    return [read_answer(path, reference) for path in sorted(folder.glob("*.py"))]


def read_slips(path: Path) -> list[Slip]:
    """Read a file of further mistakes; none if there is no such file.

    Examples
    --------
    >>> read_slips(Path("nowhere.py"))
    []
    """
    if not path.is_file():
        return []
    return list(_slips(path))


def _slips(path: Path) -> Iterator[Slip]:
    for block in BLOCK.split(path.read_text(encoding="utf-8"))[1:]:
        title, _, source = block.partition("\n")
        cell, _, about = title.partition(" · ")
        told = dict(TOLD.findall(source))
        try:
            loses = float(told["loses"]) if "loses" in told else None
        except ValueError:
            raise CourseError(f"{path.name}: “# loses: {told['loses']}” is no number of points.") from None
        if not about or not source.strip():
            raise CourseError(f"{path.name}: “# %% {title}” needs “CELL · what goes wrong” and lines below.")
        yield Slip(cell.strip(), about.strip(), source.strip("\n"), loses, told.get("check", "").strip())
