"""What grading found out about each submission beside its marks, in one small file a submission.

The gradebook holds marks and comments as nbgrader knows them. What it has no place for, repairs, the sandbox's
events, the sentences of the checks, the answers in short, is kept here, under ``.relmark/grading/``. A file is
written last of all, so it also says that the submission is done: ``relmark grade --resume`` goes by it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from relmark_helpers.files import replacing, write_text

FOLDER = Path(".relmark") / "grading"
REFUSED_CELL = "relmark-refused"  # id of the cell that says so in the graded notebook

Status = Literal["graded", "refused"]


@dataclass(frozen=True)
class Event:
    """Something that happened while a submission ran, for the instructor to look at.

    Parameters
    ----------
    kind : str
        timeout, died, output, disk, size, protocol, broken, answers (takes the course's own answers), set-up
        (it failed), test (the course's own is wrong).
    cell : str
        The id of the cell; empty if it is the whole notebook.
    says : str
        One sentence.

    Examples
    --------
    >>> Event("timeout", "04-3-answer", "Did not stop within 30 seconds.").kind
    'timeout'
    """

    kind: str
    cell: str
    says: str


@dataclass(frozen=True)
class Said:
    """What one check said in grading.

    Parameters
    ----------
    task : str
        The check's key: ``"1"``, ``"3 consent"``.
    outcome : str
        right, unanswered, kind, shape, mistake or wrong.
    says : str
        Its sentence.
    cell : str
        The id of the cell that holds the check.
    given, right : object
        The answer and the right value as plain JSON, None where they are too large to keep or were not read.

    Examples
    --------
    >>> Said("1", "right", "", "04-1-check").given is None
    True
    """

    task: str
    outcome: str
    says: str
    cell: str
    given: Any = None
    right: Any = None


@dataclass(frozen=True)
class Entry:
    """What is known of one graded submission.

    Parameters
    ----------
    student, assignment : str
        Whose, and of which assignment (``"04_satisfaction"``).
    key : str
        Digest of all that its marks depend on; another key means that it must be graded again.
    status : str
        graded, or refused: it could not be graded and has no points.
    reason : str
        Why it was refused.
    repairs : tuple of str
        What intake mended, a sentence each.
    events : tuple of Event
        What happened while it ran.
    said : tuple of Said
        What the checks said, in order.
    rung : str
        The sandbox it ran in.
    seconds : float
        How long it took to run and judge.
    written : tuple of str
        Digests of what a reader reads, one a written answer.

    Examples
    --------
    >>> Entry("ada", "04_satisfaction", "0a1b").status
    'graded'
    """

    student: str
    assignment: str
    key: str
    status: Status = "graded"
    reason: str = ""
    repairs: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    said: tuple[Said, ...] = field(default=())
    rung: str = ""
    seconds: float = 0.0
    written: tuple[str, ...] = ()


def keep(course: Path, entry: Entry) -> None:
    """Write one entry, whole or not at all.

    Parameters
    ----------
    course : Path
        The course folder.
    entry : Entry
        What to keep.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> keep(folder, Entry("ada", "04_satisfaction", "0a1b", events=(Event("died", "", "The kernel died."),)))
    >>> entry = read(folder, "04_satisfaction", "ada")
    >>> entry.events[0].says
    'The kernel died.'
    """
    write_text(
        _file(course, entry.assignment, entry.student),
        json.dumps(asdict(entry), ensure_ascii=False, indent=1) + "\n",
    )


def keep_notebook(course: Path, assignment: str, student: str, notebook: bytes | None) -> None:
    """Keep a notebook as it ran where the graded one, which goes to the student, does not show all of it.

    Parameters
    ----------
    course : Path
        The course folder.
    assignment, student : str
        Whose, and of which assignment.
    notebook : bytes or None
        The file; None removes what an earlier grading kept.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> keep_notebook(folder, "04_satisfaction", "ada", b"{}")
    >>> [path.name for path in (folder / FOLDER / "04_satisfaction").iterdir()]
    ['ada.ipynb']
    """
    path = _file(course, assignment, student).with_name(f"{student}.ipynb")
    if notebook is None:
        path.unlink(missing_ok=True)
    else:
        with replacing(path) as beside:
            beside.write_bytes(notebook)


def read(course: Path, assignment: str, student: str) -> Entry | None:
    """Read the entry of one submission.

    Parameters
    ----------
    course : Path
        The course folder.
    assignment, student : str
        Whose, and of which assignment.

    Returns
    -------
    Entry or None
        None if it was never graded by ``relmark grade``, or the file is damaged.

    Examples
    --------
    >>> read(Path("/nowhere"), "04_satisfaction", "ada") is None
    True
    """
    try:
        told = json.loads(_file(course, assignment, student).read_text(encoding="utf-8"))
        events = tuple(Event(**each) for each in told.pop("events"))
        said = tuple(Said(**each) for each in told.pop("said"))
        return Entry(**told | {"repairs": tuple(told["repairs"])}, events=events, said=said)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def entries(course: Path, assignment: str) -> Iterator[Entry]:
    """Give the entries of an assignment, in the order of the students' ids.

    Parameters
    ----------
    course : Path
        The course folder.
    assignment : str
        The assignment.

    Yields
    ------
    Entry

    Examples
    --------
    >>> list(entries(Path("/nowhere"), "04_satisfaction"))
    []
    """
    for file in sorted((course / FOLDER / assignment).glob("*.json")):
        entry = read(course, assignment, file.stem)
        if entry is not None:
            yield entry


def _file(course: Path, assignment: str, student: str) -> Path:
    return course / FOLDER / assignment / f"{student}.json"
