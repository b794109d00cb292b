"""What grading found out about each submission beside its marks, in one small file a submission.

The gradebook holds marks and comments as nbgrader knows them. What it has no place for, repairs, the sandbox's
events, the sentences of the checks, the answers in short, is kept here, under ``.relmark/grading/``. A file is
written last of all, so it also says that the submission is done: ``relmark grade --resume`` goes by it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from relmark_helpers.files import replacing, write_text

FOLDER = Path(".relmark") / "grading"
LARGEST = 64 << 20
KINDS: dict[str, type | tuple[type, ...]] = {"str": str, "Status": str, "float": (int, float)}
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
    file = _file(course, entry.assignment, entry.student)
    if file.is_dir() and not file.is_symlink():  # nobody's work: the folder is ours
        shutil.rmtree(file, ignore_errors=True)
    write_text(
        file,
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
        file = _file(course, assignment, student)
        if file.stat().st_size > LARGEST:
            return None
        told = _checked(json.loads(file.read_text(encoding="utf-8")), Entry)
        events = tuple(Event(**_checked(each, Event)) for each in told.pop("events"))
        said = tuple(Said(**_checked(each, Said)) for each in told.pop("said"))
        told |= {each: tuple(told.get(each, ())) for each in ("repairs", "written")}
        entry = Entry(**told, events=events, said=said)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    whose = (entry.student, entry.assignment, entry.status in ("graded", "refused"))
    return entry if whose == (student, assignment, True) else None


def damaged(course: Path, assignment: str) -> list[str]:
    """List the students whose entry is there and cannot be used, as if it were not there.

    Parameters
    ----------
    course : Path
        The course folder.
    assignment : str
        The assignment.

    Returns
    -------
    list of str

    Examples
    --------
    >>> damaged(Path("/nowhere"), "04_satisfaction")
    []
    """
    students = [file.stem for file in _files(course, assignment)]
    return [student for student in students if read(course, assignment, student) is None]


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
    for file in _files(course, assignment):
        entry = read(course, assignment, file.stem)
        if entry is not None:
            yield entry


def _file(course: Path, assignment: str, student: str) -> Path:
    return course / FOLDER / assignment / f"{student}.json"


def _files(course: Path, assignment: str) -> list[Path]:
    return sorted((course / FOLDER / assignment).glob("*.json"))


def _checked(told: Any, form: type) -> dict[str, Any]:
    """The fields of an entry, an event or a verdict, if each is of its kind: the file can be changed by anyone."""
    for each in fields(form):
        value, kind = told.get(each.name), str(each.type)
        if each.name not in told or kind == "Any":
            right = not _deep(value)
        elif kind == "tuple[str, ...]":
            right = isinstance(value, list) and all(isinstance(one, str) for one in value)
        else:
            right = isinstance(value, KINDS.get(kind, list))
        if not right:
            raise TypeError(each.name)
    json.dumps(told, ensure_ascii=False).encode()  # no half characters, which no file takes
    return dict(told)


def _deep(value: Any, left: int = 20) -> bool:
    """Whether lists lie in lists beyond what an answer is."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return left < 0 or any(_deep(each, left - 1) for each in inside)
