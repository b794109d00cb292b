"""nbgrader's gradebook, opened once for a whole batch, one transaction a submission."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from sqlalchemy import event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DatabaseError

from relmark_helpers.classroom.gradebook import unwritable
from relmark_helpers.classroom.release import quick_gradebook, quick_import

with quick_import():
    from nbgrader.api import Comment, Grade, Gradebook, InvalidEntry, SubmittedAssignment, SubmittedNotebook


class Ledger(Gradebook):  # type: ignore[misc]
    """A gradebook whose changes are kept when we say so, and that finds a submission's cells in one query.

    nbgrader's own steps open a gradebook each, commit after every cell, and ask for every cell by itself;
    they are handed this one instead (:meth:`lent`).

    Parameters
    ----------
    db_url : str
        The gradebook.

    Examples
    --------
    >>> with Ledger("sqlite://") as ledger:
    ...     _ = ledger.update_or_create_student("ada")
    ...     ledger.undo()
    ...     ledger.students
    []
    """

    def __init__(self, db_url: str) -> None:
        if db_url.startswith("sqlite:///") and "?" not in db_url:
            db_url += "?timeout=60"  # the formgrader page may be writing at this moment
        try:
            with quick_gradebook():
                super().__init__(db_url)
        except (
            DatabaseError,
            InvalidEntry,
        ) as error:  # nbgrader enters its course, and wraps what comes of it
            told = error if isinstance(error, DatabaseError) else error.__context__
            raise unwritable(make_url(db_url).database, getattr(told, "orig", None) or error) from error
        event.listen(self.engine, "handle_error", _refused)
        self._really_commit = self.db.commit
        self.db.commit = self.db.flush
        self.db().expire_on_commit = False  # the assignment's own cells are read once for all submissions
        self._own_cells: list[Any] = []
        self._found: dict[tuple[str, str, str], tuple[dict[str, Grade], dict[str, Comment]]] = {}

    def keep(self) -> None:
        """Keep what was changed since the last time."""
        self._really_commit()
        self._found.clear()

    def undo(self) -> None:
        """Take back what was changed since the last time."""
        self.db.rollback()
        self._found.clear()

    def close(self) -> None:
        """Close for good; a lent ledger is not closed by whom it was lent to."""
        super().close()

    @contextmanager
    def lent(self, steps: list[Any]) -> Iterator[None]:
        """Have nbgrader's steps use this gradebook where they would open one of their own."""
        modules = {sys.modules[type(step).__module__] for step in steps}
        patches = [
            mock.patch.object(each, "Gradebook", self._lend) for each in modules if hasattr(each, "Gradebook")
        ]
        for patch in patches:
            patch.start()
        self.db.commit = lambda: None
        try:
            yield
        finally:
            self.db.commit = self.db.flush
            for patch in patches:
                patch.stop()

    def _lend(self, *anything: Any, **more: Any) -> _Lent:
        return _Lent(self)

    def add_submission(self, assignment: str, student: str, **told: Any) -> SubmittedAssignment:
        """Enter a submission, as nbgrader does, without writing any of it before it is whole."""
        with self.db.no_autoflush:
            return super().add_submission(assignment, student, **told)

    def cells_of(
        self, notebook: str, assignment: str, student: str
    ) -> tuple[dict[str, Grade], dict[str, Comment]]:
        """Give the grades and comments of a submission by the names of their cells."""
        key = (notebook, assignment, student)
        if key not in self._found:
            submitted: SubmittedNotebook = self.find_submission_notebook(notebook, assignment, student)
            self._own_cells = self._own_cells or list(
                submitted.notebook._base_cells
            )  # held, or they are forgotten
            grades = {grade.cell.name: grade for grade in submitted.grades}
            self._found[key] = grades, {comment.cell.name: comment for comment in submitted.comments}
        return self._found[key]

    def find_grade(self, grade_cell: str, notebook: str, assignment: str, student: str) -> Grade:
        """Find one grade, as nbgrader does."""
        found = self.cells_of(notebook, assignment, student)[0].get(grade_cell)
        return found if found is not None else super().find_grade(grade_cell, notebook, assignment, student)

    def find_comment(self, solution_cell: str, notebook: str, assignment: str, student: str) -> Comment:
        """Find one comment, as nbgrader does."""
        found = self.cells_of(notebook, assignment, student)[1].get(solution_cell)
        return (
            found if found is not None else super().find_comment(solution_cell, notebook, assignment, student)
        )


def _refused(context: ExceptionContext) -> None:
    """A full disk or a read-only file concerns the whole batch: nbgrader's steps must not take it for one grade's."""
    error = context.original_exception
    if isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError:
        raise unwritable(context.engine.url.database if context.engine else None, error) from error


class _Lent:
    """A ledger in other hands: it can do all but close."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ledger, name)

    def __enter__(self) -> _Lent:
        return self

    def __exit__(self, *anything: object) -> None:
        """Stay open."""

    def close(self) -> None:
        """Stay open."""
