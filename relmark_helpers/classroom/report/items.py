"""Tasks and test cells in numbers, and in words where one of them is worth a look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from relmark_helpers.classroom.report import statistics
from relmark_helpers.classroom.report.marks import Marks, Matrix

VERY_EASY, VERY_HARD, OFTEN_BLANK = 0.95, 0.20, 0.30
FEWEST = 10  # with fewer students a flag would be chance
FLAGS_SAY = (
    f"Flags, from {FEWEST} students on: very easy, above {100 * VERY_EASY:.0f} % of the points earned; very hard, below "
    f"{100 * VERY_HARD:.0f} %; negative discrimination, a correlation below 0 with the rest of the marks; often blank, "
    f"left as released by {100 * OFTEN_BLANK:.0f} % or more."
)


@dataclass(frozen=True)
class Item:
    """A task, or one test cell, over the class. Everything may be None: it could not be computed.

    Parameters
    ----------
    name : str
        ``"3"``, or ``"04-3-test-desires"``.
    points : float
        The most it can give.
    students : int
        How many are marked in it.
    share : float
        Difficulty: mean share of the points earned.
    discrimination : float
        Corrected item–total correlation.
    upper_lower : float
        Share earned by the best 27 % less that of the weakest 27 %.
    full, zero, blank : float
        Shares of the class with all points, with none, and who left it as released.

    Examples
    --------
    >>> Item("3", 14.0, 40, share=0.98, discrimination=-0.1).flags
    ('very easy', 'negative discrimination')
    """

    name: str
    points: float
    students: int
    share: float | None = None
    discrimination: float | None = None
    upper_lower: float | None = None
    full: float | None = None
    zero: float | None = None
    blank: float | None = None

    @property
    def flags(self) -> tuple[str, ...]:
        """Why to look at it, in words."""
        if self.students < FEWEST:
            return ()
        found = {
            "very easy": self.share is not None and self.share > VERY_EASY,
            "very hard": self.share is not None and self.share < VERY_HARD,
            "negative discrimination": self.discrimination is not None and self.discrimination < 0,
            "often blank": self.blank is not None and self.blank >= OFTEN_BLANK,
        }
        return tuple(name for name, applies in found.items() if applies)


@dataclass(frozen=True)
class Reliability:
    """How reliable the marks are, counted over one kind of item.

    Parameters
    ----------
    over : str
        ``"tasks"`` or ``"test cells"``.
    items, students : int
        How many.
    alpha : float or None
        Cronbach's alpha; None if it cannot be computed.
    interval : tuple of float or None
        Its 95 % interval.
    error : float or None
        Standard error of measurement, in points.

    Examples
    --------
    >>> Reliability("tasks", 1, 40, None, None, None).why_not
    'there is a single item'
    """

    over: str
    items: int
    students: int
    alpha: float | None
    interval: tuple[float, float] | None
    error: float | None

    @property
    def why_not(self) -> str:
        """Why there is no alpha; empty if there is one."""
        if self.alpha is not None:
            return ""
        if self.students < 2:
            return "fewer than two students are marked"
        if self.items < 2:
            return "there is a single item" if self.items else "no item is marked for everyone"
        return "all have the same number of points"


def by_task(marks: Marks, matrix: Matrix, blank: Mapping[str, float]) -> list[Item]:
    """Analyse every task.

    Parameters
    ----------
    marks : Marks
        What was read.
    matrix : Matrix
        The points that can be compared.
    blank : mapping of str to float
        By task: the share of the class who left it as released, where known.

    Returns
    -------
    list of Item

    Examples
    --------
    >>> from relmark_helpers.classroom.report.marks import GradedCell, Student, comparable
    >>> cells = (GradedCell("04-1-test", 10.0),)
    >>> students = tuple(Student(str(points), "graded", {"04-1-test": points}) for points in (5.0, 10.0))
    >>> marks = Marks("04_satisfaction", cells, students)
    >>> by_task(marks, comparable(marks), {})[0].share
    0.75
    """
    names = {
        task: [cell.name for cell in marks.cells if cell.task == task and cell.points > 0]
        for task in marks.tasks
    }
    return _analyse(marks, matrix, names, matrix.of_task, blank)


def by_cell(marks: Marks, matrix: Matrix) -> list[Item]:
    """Analyse every cell that earns points; see :func:`by_task`.

    Parameters
    ----------
    marks : Marks
        What was read.
    matrix : Matrix
        The points that can be compared.

    Returns
    -------
    list of Item

    Examples
    --------
    >>> by_cell(Marks("04_satisfaction", (), ()), Matrix((), (), np.zeros((0, 0))))
    []
    """
    order = [cell.name for cell in matrix.cells]
    names = {cell.name: [cell.name] for cell in marks.cells}
    return _analyse(marks, matrix, names, lambda cell: matrix.points[:, order.index(cell)], {})


def _analyse(
    marks: Marks,
    matrix: Matrix,
    names: Mapping[str, list[str]],
    column: Callable[[str], NDArray[np.float64]],
    blank: Mapping[str, float],
) -> list[Item]:
    most = {cell.name: cell.points for cell in marks.cells}
    compared = {cell.name for cell in matrix.cells}
    found = []
    for item, cells in names.items():
        points = sum(most[cell] for cell in cells)
        if set(cells) <= compared:
            own = column(item)
            correlation = statistics.discrimination(own, matrix.totals)
            difference = statistics.upper_lower(own, matrix.totals, points)
            students = int(own.size)
        else:
            # Still with the reader: only those who left it blank may be marked yet, and they are not the class.
            own = np.zeros(0)
            correlation = difference = None
            students = sum(all(each.points.get(cell) is not None for cell in cells) for each in marks.scored)
        known = own.size > 0 and points > 0
        found.append(
            Item(
                item,
                points,
                students,
                share=float(own.mean() / points) if known else None,
                discrimination=correlation,
                upper_lower=difference,
                full=float(np.mean(own >= points - 1e-9)) if known else None,
                zero=float(np.mean(own <= 1e-9)) if known else None,
                blank=blank.get(item),
            )
        )
    return found


def reliability(matrix: Matrix) -> list[Reliability]:
    """Give alpha with its interval and the standard error of measurement, over tasks and over test cells.

    Parameters
    ----------
    matrix : Matrix
        The points that can be compared.

    Returns
    -------
    list of Reliability

    Examples
    --------
    >>> [each.why_not for each in reliability(Matrix((), (), np.zeros((0, 0))))]
    ['fewer than two students are marked', 'fewer than two students are marked']
    """
    tasks = list(dict.fromkeys(cell.task for cell in matrix.cells))
    columns = [matrix.of_task(task) for task in tasks]
    by_tasks = np.column_stack(columns) if columns else np.zeros((len(matrix.students), 0))
    found = []
    for over, table in (("tasks", by_tasks), ("test cells", matrix.points)):
        students, items = table.shape
        alpha = statistics.cronbach_alpha(table)
        interval = None if alpha is None else statistics.alpha_interval(alpha, students, items)
        error = statistics.standard_error(statistics.spread(matrix.totals), alpha)
        found.append(Reliability(over, items, students, alpha, interval, error))
    return found
