"""Everything a report says, found in one pass and kept as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from relmark_helpers.classroom.report import alike, copying, items, messages, notebooks, statistics
from relmark_helpers.classroom.report.gradebook import read
from relmark_helpers.classroom.report.marks import Marks, Matrix, comparable
from relmark_helpers.classroom.report.same_files import same_files
from relmark_helpers.errors import CourseError


@dataclass(frozen=True)
class Findings:
    """What is found out about one assignment in one class.

    Parameters
    ----------
    marks : Marks
        Who has which points.
    matrix : Matrix
        The points that can be compared.
    tasks, cells : list of Item
        Item analysis of both levels.
    reliability : list of Reliability
        Alpha over tasks, and over test cells.
    told : list of CheckTold
        What the checks said.
    choices : list of Choices
        Which words were chosen.
    foreign : Found
        Answers that fit another's case.
    code, texts : list of Pair
        Notebooks whose code, or written answers, are too alike.
    same_texts : list of SameText
        Written answers that are the same.
    same_files : list of tuple of str
        Students who handed in the same file.
    notebooks : int
        How many graded notebooks could be read.
    hidden_decided : list of tuple
        By task, whose points hidden tests took though the checks were right.
    """

    marks: Marks
    matrix: Matrix
    tasks: list[items.Item]
    cells: list[items.Item]
    reliability: list[items.Reliability]
    told: list[messages.CheckTold]
    choices: list[messages.Choices]
    foreign: copying.Found
    code: list[alike.Pair]
    texts: list[alike.Pair]
    same_texts: list[alike.SameText]
    same_files: list[tuple[str, ...]]
    notebooks: int
    hidden_decided: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    @property
    def mean(self) -> float | None:
        """Mean of the comparable marks."""
        return float(self.matrix.totals.mean()) if self.matrix.totals.size else None

    @property
    def median(self) -> float | None:
        """Their median."""
        return float(np.median(self.matrix.totals)) if self.matrix.totals.size else None

    @property
    def spread(self) -> float | None:
        """Their standard deviation."""
        return statistics.spread(self.matrix.totals)

    @property
    def numbers(self) -> dict[str, float | int | None]:
        """The report in a few numbers."""
        by_tasks = self.reliability[0]
        return {
            "students": len(self.marks.students),
            "submitted": self.marks.submitted,
            "graded": len(self.marks.scored),
            "refused": len(self.marks.having("refused")),
            "not_graded": len(self.marks.having("not graded")),
            "need_a_reader": len(self.marks.having("needs a reader")),
            "late": sum(each.hours_late > 0 for each in self.marks.students),
            "points": self.matrix.most,
            "mean": self.mean,
            "median": self.median,
            "standard_deviation": self.spread,
            "alpha": by_tasks.alpha,
            "standard_error": by_tasks.error,
            "tasks_to_look_at": sum(bool(each.flags) for each in self.tasks),
            "answers_that_fit_another_case": len(self.foreign.listed),
            "look_alikes": len(self.code) + len(self.texts) + len(self.same_texts) + len(self.same_files),
        }


def find(course: Path, name: str) -> Findings:
    """Find out everything about one assignment; nothing is written.

    Parameters
    ----------
    course : Path
        The course folder.
    name : str
        The assignment, ``"04_satisfaction"``.

    Returns
    -------
    Findings

    Raises
    ------
    CourseError
        If the gradebook does not know the assignment, or nothing is graded.

    Examples
    --------
    >>> find(Path("/nowhere"), "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no gradebook.db in /nowhere; run ...
    """
    known = read(course, name)
    if not known.scored and not known.having("refused"):
        raise CourseError(f"No submission of {name} is graded; run `relmark grade {name[:2]}` first.")
    matrix = comparable(known)
    said = messages.last_said(known.entries)
    checks = messages.checks_of(name)
    released = notebooks.passages(course / "exercises" / name / f"{name}.ipynb")
    had = [*released, *notebooks.passages(course / "solutions" / name / f"{name}.ipynb")]
    written = notebooks.of_class(course, name, [each.id for each in known.scored])
    blank = notebooks.blank_shares(released, written, known.entries)
    same_texts = alike.same_texts(written, had)
    return Findings(
        marks=known,
        matrix=matrix,
        tasks=items.by_task(known, matrix, blank),
        cells=items.by_cell(known, matrix),
        reliability=items.reliability(matrix),
        told=messages.told(said),
        choices=messages.choices(said, checks),
        foreign=copying.foreign_cases(said, checks),
        code=alike.alike(written, had, "code"),
        texts=[pair for pair in alike.alike(written, had, "text") if not _told_already(pair, same_texts)],
        same_texts=same_texts,
        same_files=same_files(course, name, [each.id for each in known.scored]),
        notebooks=len(written),
        hidden_decided=messages.hidden_decided(said, known),
    )


def _told_already(pair: alike.Pair, same: list[alike.SameText]) -> bool:
    told = {each.task for each in same if {pair.one, pair.other} <= set(each.students)}
    return bool(pair.tasks) and set(pair.tasks) <= told
