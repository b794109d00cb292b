"""What a gradebook holds already, asked with the standard library alone.

nbgrader takes a second of processor time to import; a batch in which nothing is left to grade does without it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from relmark_helpers.errors import CourseError

# A grade's points as nbgrader.api counts them: a reader's before the tests', with what was given on top.
SUBMISSION = """
SELECT submitted.student_id,
       coalesce(sum(coalesce(grade.manual_score + coalesce(grade.extra_credit, 0),
                             grade.auto_score + coalesce(grade.extra_credit, 0), 0)), 0),
       coalesce(max(grade.needs_manual_grade), 0),
       submitted.timestamp, assignment.duedate, submitted.extension,
       (SELECT coalesce(sum(notebook.late_submission_penalty), 0) FROM submitted_notebook AS notebook
         WHERE notebook.assignment_id = submitted.id)
  FROM submitted_assignment AS submitted
  JOIN assignment ON assignment.id = submitted.assignment_id
  LEFT JOIN submitted_notebook AS notebook ON notebook.assignment_id = submitted.id
  LEFT JOIN grade ON grade.notebook_id = notebook.id
 WHERE assignment.name = ?
 GROUP BY submitted.id
"""
MOST = """
SELECT coalesce(sum(max_score), 0) FROM (
  SELECT id, max_score FROM grade_cells UNION ALL SELECT id, max_score FROM task_cells
) AS graded
  JOIN base_cell ON base_cell.id = graded.id
  JOIN notebook ON notebook.id = base_cell.notebook_id
  JOIN assignment ON assignment.id = notebook.assignment_id
 WHERE assignment.name = ?
"""
SOURCES = """
SELECT cell.name, cell.source, cell.checksum, cell.locked FROM source_cell AS cell
  JOIN notebook ON notebook.id = cell.notebook_id
  JOIN assignment ON assignment.id = notebook.assignment_id
 WHERE assignment.name = ? AND notebook.name = ?
"""
EPOCH = datetime(1970, 1, 1)  # nbgrader keeps an extension as the time after it


@dataclass(frozen=True)
class Mark:
    """What one submission has now.

    Parameters
    ----------
    points, most : float
        Earned so far, late penalty taken off, and to be earned.
    needs_reader : bool
        Whether a reader has to grade something of it.
    seconds_late : float
        How late it was.
    """

    points: float
    most: float
    needs_reader: bool
    seconds_late: float


@dataclass(frozen=True)
class SourceCell:
    """A graded cell as nbgrader knows it from the release: its source with all that is hidden."""

    source: str
    checksum: str
    locked: bool


def source_cells(gradebook: Path, name: str) -> dict[str, SourceCell]:
    """Give the graded cells of an assignment by name; none if it was never released.

    Examples
    --------
    >>> source_cells(Path("/nowhere/gradebook.db"), "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: /nowhere/gradebook.db cannot be read (unable to open database file); ...
    """
    with _asking(gradebook) as asked:
        rows = asked.execute(SOURCES, (name, name)).fetchall()
    return {
        cell: SourceCell(source or "", checksum or "", bool(locked))
        for cell, source, checksum, locked in rows
    }


def marks(gradebook: Path, name: str) -> dict[str, Mark]:
    """Give what each submission of an assignment has now, by student.

    Examples
    --------
    >>> marks(Path("/nowhere/gradebook.db"), "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: /nowhere/gradebook.db cannot be read (unable to open database file); ...
    """
    with _asking(gradebook) as asked:
        (most,) = asked.execute(MOST, (name,)).fetchone()
        rows = asked.execute(SUBMISSION, (name,)).fetchall()
    return {
        student: Mark(
            max(0.0, points - penalty), most, bool(unread), _seconds_late(handed_in, due, extension)
        )
        for student, points, unread, handed_in, due, extension, penalty in rows
    }


@contextmanager
def _asking(gradebook: Path) -> Iterator[sqlite3.Connection]:
    try:
        # Not mode=ro: what a killed grading left half-written could not be taken back before reading.
        with closing(
            sqlite3.connect(f"{gradebook.resolve().as_uri()}?mode=rw", uri=True, timeout=60)
        ) as asked:
            asked.execute("PRAGMA query_only = ON")
            yield asked
    except sqlite3.Error as error:
        raise CourseError(
            f"{gradebook} cannot be read ({error}); if an older nbgrader made it, run `nbgrader db upgrade` there."
        ) from error


def _seconds_late(handed_in: str | None, due: str | None, extension: str | None) -> float:
    if handed_in is None or due is None:
        return 0.0
    late = datetime.fromisoformat(handed_in) - datetime.fromisoformat(due)
    if extension is not None:
        late -= datetime.fromisoformat(extension) - EPOCH
    return max(0.0, late.total_seconds())
