"""nbgrader's gradebook, opened to ask and not to change: for feedback, export and report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from relmark_helpers.errors import CourseError

# What SQLite says, and what helps.
MENDS = {
    "readonly": "make it and its folder writable for you",
    "unable to open": "make its folder writable for you",
    "full": "free some space",
    "locked": "close formgrader and whatever else uses it",
    "no such": "if an older nbgrader made it, run `nbgrader db upgrade` there",
}


def unwritable(file: str | None, error: object) -> CourseError:
    """Say why the gradebook cannot be written, and what helps.

    Parameters
    ----------
    file : str or None
        The gradebook.
    error : object
        What SQLite says.

    Returns
    -------
    CourseError

    Examples
    --------
    >>> unwritable("gradebook.db", "database or disk is full")
    CourseError('gradebook.db cannot be written (database or disk is full); free some space and run this again.')
    """
    mend = next((mend for words, mend in MENDS.items() if words in str(error)), "put back your backup")
    return CourseError(f"{file or 'The gradebook'} cannot be written ({error}); {mend} and run this again.")


@contextmanager
def asking(course: Path, number: str = "NN") -> Iterator[Any]:
    """Open a course's gradebook for questions; whatever is done with it, nothing is written.

    nbgrader's own ``Gradebook`` enters a course when it is opened, and makes a file where there is none.

    Parameters
    ----------
    course : Path
        The course folder.
    number : str
        Of the chapter, for the sentence that says what to run first.

    Yields
    ------
    Session
        SQLAlchemy's, for the tables of ``nbgrader.api``.

    Raises
    ------
    CourseError
        If there is no gradebook or it cannot be read.

    Examples
    --------
    >>> with asking(Path("/nowhere"), "04") as asked:
    ...     asked.query("everything")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no gradebook.db in /nowhere; run `relmark release 04` and ...
    """
    file = course / "gradebook.db"
    if not file.is_file():
        raise CourseError(
            f"There is no gradebook.db in {course}; run `relmark release {number}` and "
            f"`relmark grade {number}` first."
        )
    from sqlalchemy import URL, create_engine, event
    from sqlalchemy.exc import DatabaseError
    from sqlalchemy.orm import Session

    address = URL.create(
        "sqlite", database=f"file:{quote(str(file.resolve()))}", query={"mode": "rw", "uri": "true"}
    )
    engine = create_engine(address, connect_args={"timeout": 60})

    @event.listens_for(engine, "connect")
    def only_ask(connection: Any, record: Any) -> None:
        connection.execute("PRAGMA query_only = ON")

    try:
        with Session(engine) as asked:
            yield asked
    except DatabaseError as error:
        raise CourseError(
            f"{file} cannot be read ({error.orig}); if an older nbgrader made it, run `nbgrader db upgrade` there."
        ) from error
    finally:
        engine.dispose()
