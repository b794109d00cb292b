"""What was handed in: the files of one student's folder, read without following a link."""

from __future__ import annotations

import datetime
import fnmatch
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from relmark_helpers.classroom.nbgrader import students
from relmark_helpers.errors import CourseError
from relmark_helpers.student_id import student_id

LARGEST_NOTEBOOK = 64 << 20
LARGEST_FOLDER = 100 << 20
MOST_FILES = 500
IGNORED = (".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", ".DS_Store", "__MACOSX")
TIMESTAMP = "timestamp.txt"
IMPORTS = re.compile(rb"\b(?:import|from) +((?:scipy|statsmodels)(?:\.[a-z]+)?|matplotlib|seaborn)\b")
PLOTS = re.compile(rb"\.plot\b|\.hist\(|\bchart\.")


@dataclass(frozen=True)
class Submission:
    """What lies in ``submitted/<student>/<assignment>/``.

    Parameters
    ----------
    student, assignment : str
        Whose, and of what.
    notebook : bytes
        The notebook as it is; empty if there is none to read.
    refused : str
        Why there is none to read.
    files : tuple of (str, bytes)
        The other files, by their path in the folder.
    notes : tuple of str
        What was left out or found in another place, a sentence each.
    handed_in : datetime or None
        When, by ``timestamp.txt``, in UTC without a zone as nbgrader keeps it.
    """

    student: str
    assignment: str
    notebook: bytes = b""
    refused: str = ""
    files: tuple[tuple[str, bytes], ...] = ()
    notes: tuple[str, ...] = ()
    handed_in: datetime.datetime | None = None


def submissions(course: Path, name: str) -> list[str]:
    """List the students who handed an assignment in.

    Parameters
    ----------
    course : Path
        The course folder.
    name : str
        The assignment.

    Returns
    -------
    list of str

    Examples
    --------
    >>> submissions(Path("/nowhere"), "04_satisfaction")
    []
    """
    return students(course, "submitted", name)


def read_submission(course: Path, name: str, student: str) -> Submission:
    """Read what one student handed in; whatever is wrong with it is told, and nothing is raised.

    Parameters
    ----------
    course : Path
        The course folder.
    name, student : str
        The assignment, and who.

    Returns
    -------
    Submission

    Examples
    --------
    >>> import tempfile
    >>> course = Path(tempfile.mkdtemp())
    >>> (course / "submitted" / "ada" / "00_start_here").mkdir(parents=True)
    >>> read_submission(course, "00_start_here", "ada").refused
    'There is no notebook 00_start_here.ipynb in the submission.'
    """
    folder = course / "submitted" / student / name
    if folder.is_symlink() or folder.parent.is_symlink():
        return Submission(student, name, refused="The folder is a link, and links are not followed.")
    try:
        student_id(student)
    except CourseError as error:
        return Submission(student, name, refused=f"The folder's name is no student id. {error}")
    found: dict[str, bytes] = {}
    notes: list[str] = []
    size = 0
    for path, about in _files(folder):
        place = path.relative_to(folder).as_posix()
        if not stat.S_ISREG(about.st_mode):
            notes.append(f"left out: {place} is no plain file")
            continue
        if ".ipynb/" in place:
            notes.append(f"left out: {place} lies in a folder that is called like a notebook")
            continue
        of_notebook = place.endswith(".ipynb")
        size += 0 if of_notebook else about.st_size
        if about.st_size > LARGEST_NOTEBOOK or size > LARGEST_FOLDER or len(found) > MOST_FILES:
            notes.append(f"left out: {place} is too large, or one of too many")
            continue
        content = _read(path)
        if content is None:
            notes.append(f"left out: {place} cannot be read")
        else:
            found[place] = content
    handed_in, wrong_time = _time(found.pop(TIMESTAMP, b""))
    if wrong_time:
        notes.append(wrong_time)
    place, note = _choose(found, name)
    if note:
        notes.append(note)
    content = found.pop(place, None)
    others = tuple((path, data) for path, data in sorted(found.items()) if not path.endswith(".ipynb"))
    if content is None:
        refused = f"There is no notebook {name}.ipynb in the submission." + "".join(
            f" ({each})" for each in notes
        )
        return Submission(student, name, b"", refused, others, tuple(notes), handed_in)
    return Submission(student, name, content, "", others, tuple(notes), handed_in)


def imported(course: Path, name: str, students: Iterable[str]) -> tuple[str, ...]:
    """Say which of the large libraries a class imports, so that they are imported once and not for each.

    Parameters
    ----------
    course : Path
        The course folder.
    name : str
        The assignment.
    students : iterable of str
        Who.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> imported(Path("/nowhere"), "04_satisfaction", ["ada"])
    ()
    """
    found = set()
    for student in students:
        path = course / "submitted" / student / name / f"{name}.ipynb"
        content = _read(path) if path.is_file() else None  # what is called otherwise imports for itself
        found |= {word.decode() for word in IMPORTS.findall(content or b"")}
        if PLOTS.search(content or b""):
            found.add("matplotlib")
    return tuple(sorted(found))


def _files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    try:
        listed = sorted(os.scandir(folder), key=lambda each: each.name)
    except OSError:
        return
    for each in listed:
        if any(fnmatch.fnmatch(each.name, pattern) for pattern in IGNORED):
            continue
        if each.is_dir(follow_symlinks=False):
            yield from _files(Path(each.path))
        else:
            yield Path(each.path), each.stat(follow_symlinks=False)


def _read(path: Path) -> bytes | None:
    """A plain file's bytes; a link that took its place since it was listed is not followed."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    with os.fdopen(handle, "rb") as opened:
        return opened.read(LARGEST_NOTEBOOK + 1)


def _choose(found: dict[str, bytes], name: str) -> tuple[str, str]:
    """The notebook to grade, and what to say if it is not where it belongs."""
    right = f"{name}.ipynb"
    notebooks = [place for place in found if place.endswith(".ipynb")]
    if right in notebooks:
        return right, ""
    if len(notebooks) == 1:
        return notebooks[0], f"repaired: the notebook was called {notebooks[0]}"
    fitting = [place for place in notebooks if name in place]
    if len(fitting) == 1:
        return fitting[0], f"repaired: the notebook was called {fitting[0]}"
    return "", f"there are {len(notebooks)} notebooks, none of them called {right}" if notebooks else ""


def _time(told: bytes) -> tuple[datetime.datetime | None, str]:
    """The time as nbgrader reads it, ``2026-10-02 09:30:00 Europe/Berlin``, in UTC; without a zone it is that."""
    from dateutil import parser, tz  # type: ignore[import-untyped]

    text = told.decode("utf-8", "replace").strip()
    if not text:
        return None, ""
    day, clock, zone = (*text.split(" "), "", "")[:3]
    named = tz.gettz(zone) if zone[:1].isalpha() else None
    try:
        when = parser.parse(f"{day} {clock}" if named else text)
        when = when.replace(tzinfo=named) if named else when
        return (when.astimezone(datetime.UTC).replace(tzinfo=None) if when.tzinfo else when), ""
    except (ValueError, OverflowError):
        return None, f"{TIMESTAMP} holds no time; the submission counts as in time"
