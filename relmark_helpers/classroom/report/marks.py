"""What is known of one assignment as plain values: who has which points, and which of them can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from relmark_helpers.classroom import journal

TASK = re.compile(r"^\d\d-(\d+)-")
Status = Literal["graded", "needs a reader", "refused", "not graded", "no submission"]


@dataclass(frozen=True)
class GradedCell:
    """A cell that earns points.

    Parameters
    ----------
    name : str
        Its name in the gradebook, ``"04-3-test-desires"``.
    points : float
        The most it can earn.
    written : bool
        Whether it is prose that a reader marks.

    Examples
    --------
    >>> GradedCell("04-3-test-desires", 3.0).task
    '3'
    """

    name: str
    points: float
    written: bool = False

    @property
    def task(self) -> str:
        """The task it belongs to; a cell that names none is a task by itself."""
        return task_of(self.name)


@dataclass(frozen=True)
class Student:
    """One student and what became of the submission.

    Parameters
    ----------
    id : str
        The student's id.
    status : str
        graded, needs a reader, refused, not graded (submitted only), no submission.
    points : mapping of str to float or None
        By cell; None where nobody has marked it yet.
    penalty : float
        Points taken off for being late.
    hours_late : float
        0 if in time, or if the assignment has no due date.
    entry : Entry or None
        What the journal holds; None if plain nbgrader graded.

    Examples
    --------
    >>> Student("ada", "graded", {"04-1-test": 2.0, "04-2-test": 3.0}, penalty=1.0).mark
    4.0
    """

    id: str
    status: Status
    points: Mapping[str, float | None]
    penalty: float = 0.0
    hours_late: float = 0.0
    entry: journal.Entry | None = None

    @property
    def mark(self) -> float | None:
        """The mark as the gradebook has it; None if there is nothing graded."""
        if self.status not in ("graded", "needs a reader"):
            return None
        return max(0.0, sum(points for points in self.points.values() if points is not None) - self.penalty)


@dataclass(frozen=True)
class Marks:
    """Everything that is known of one assignment.

    Parameters
    ----------
    name : str
        The assignment, ``"04_satisfaction"``.
    cells : tuple of GradedCell
        The cells that earn points, by task.
    students : tuple of Student
        Everybody in the gradebook, on the roster or with a submission, by id.

    Examples
    --------
    >>> Marks("04_satisfaction", (GradedCell("04-1-test", 10.0),), ()).tasks
    ('1',)
    """

    name: str
    cells: tuple[GradedCell, ...]
    students: tuple[Student, ...]

    @cached_property
    def tasks(self) -> tuple[str, ...]:
        """The tasks in order."""
        return tuple(dict.fromkeys(cell.task for cell in self.cells))

    @cached_property
    def scored(self) -> tuple[Student, ...]:
        """The students whose submissions have points."""
        return tuple(each for each in self.students if each.status in ("graded", "needs a reader"))

    @cached_property
    def entries(self) -> dict[str, journal.Entry]:
        """The journal's entries by student."""
        return {each.id: each.entry for each in self.students if each.entry is not None}

    @property
    def submitted(self) -> int:
        """How many handed something in."""
        return len(self.students) - len(self.having("no submission"))

    def having(self, status: Status) -> list[Student]:
        """The students of one status."""
        return [each for each in self.students if each.status == status]


@dataclass(frozen=True)
class Matrix:
    """Points without a gap: students by cells, for all that compares whole marks.

    Parameters
    ----------
    students : tuple of str
        Their ids, a row each.
    cells : tuple of GradedCell
        A column each.
    points : array, students × cells
        Points earned.
    left_out : str
        Who or what is missing in it, and why, in a sentence; empty if nothing.

    Examples
    --------
    >>> cells = (GradedCell("04-1-a", 1.0), GradedCell("04-1-b", 2.0))
    >>> Matrix(("ada",), cells, np.array([[1.0, 0.5]])).of_task("1")
    array([1.5])
    """

    students: tuple[str, ...]
    cells: tuple[GradedCell, ...]
    points: NDArray[np.float64]
    left_out: str = ""

    @property
    def totals(self) -> NDArray[np.float64]:
        """Points of each student over all cells."""
        return np.asarray(self.points.sum(axis=1), dtype=np.float64)

    @property
    def most(self) -> float:
        """Points that can be earned in all."""
        return sum(cell.points for cell in self.cells)

    def of_task(self, task: str) -> NDArray[np.float64]:
        """Points of each student in one task."""
        wanted = [cell.task == task for cell in self.cells]
        return np.asarray(self.points[:, wanted].sum(axis=1), dtype=np.float64)


def task_of(cell: str) -> str:
    """Give the task that a cell's name stands for.

    Parameters
    ----------
    cell : str
        ``"04-10-test-claims"``.

    Returns
    -------
    str
        The number, or the whole name where there is none.

    Examples
    --------
    >>> task_of("04-10-test-claims"), task_of("bonus")
    ('10', 'bonus')
    """
    found = TASK.match(cell)
    return found.group(1) if found else cell


def natural(text: str) -> tuple[Any, ...]:
    """Sort key in which 2 comes before 10, and words after numbers.

    Parameters
    ----------
    text : str
        Any name.

    Returns
    -------
    tuple

    Examples
    --------
    >>> sorted(["10", "2", "6 best", "6", "bonus"], key=natural)
    ['2', '6', '6 best', '10', 'bonus']
    """
    parts = re.split(r"([0-9]+)", text)  # \d would also find digits that int() cannot read
    return tuple((0, int(part[:18]), "") if i % 2 else (bool(part), 0, part) for i, part in enumerate(parts))


def comparable(marks: Marks) -> Matrix:
    """Give the points that can be compared over students: everyone in it is marked in every cell of it.

    Where a reader has finished with at least half of the submissions, those that still wait are left out.
    Before that, the cells that wait are left out.

    Parameters
    ----------
    marks : Marks
        What was read.

    Returns
    -------
    Matrix

    Examples
    --------
    >>> cells = (GradedCell("04-1-test", 10.0), GradedCell("04-2-essay", 5.0, written=True))
    >>> waiting = Student("ada", "needs a reader", {"04-1-test": 10.0, "04-2-essay": None})
    >>> comparable(Marks("04_satisfaction", cells, (waiting,))).left_out
    'Task 2 is left out: it is not read yet for 1 of 1.'
    """
    cells = tuple(cell for cell in marks.cells if cell.points > 0)
    finished = [each for each in marks.scored if all(each.points.get(c.name) is not None for c in cells)]
    waiting = len(marks.scored) - len(finished)
    students: Iterable[Student] = marks.scored
    left_out = ""
    wait, are = ("waits", "is") if waiting == 1 else ("wait", "are")
    if waiting and waiting <= len(finished):
        students = finished
        left_out = (
            f"{waiting} of {len(marks.scored)} {wait} for a reader and {are} left out of the statistics."
        )
    elif waiting:
        kept = tuple(c for c in cells if all(each.points.get(c.name) is not None for each in marks.scored))
        tasks = [cell.task for cell in cells if cell not in kept]
        named = ", ".join(dict.fromkeys(tasks))
        left_out = (
            f"Task {named} is left out: it is not read yet for {waiting} of {len(marks.scored)}."
            if len(set(tasks)) == 1
            else f"Tasks {named} are left out in part or whole: {waiting} of {len(marks.scored)} {wait} for a reader."
        )
        cells = kept
    rows = [[float(each.points[cell.name] or 0.0) for cell in cells] for each in students]
    points = np.array(rows, dtype=np.float64).reshape(len(rows), len(cells))
    return Matrix(tuple(each.id for each in students), cells, points, left_out)
