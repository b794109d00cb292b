"""A learner's own copy of the course, and bringing it up to date without touching their work."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import relmark_helpers
from relmark_helpers.course import material_folder
from relmark_helpers.errors import CourseError
from relmark_helpers.files import replacing, write_text

MANIFEST = Path(".relmark") / "manifest.json"
PARTS = ("chapters/*.ipynb", "exercises/*/**/*", "datasets/README.md")
EXERCISES = PARTS[1]
GUIDE = """# Your copy of the course

- Start JupyterLab in this folder with `relmark lab`; it opens `chapters/00_start_here.ipynb`.
- Read a chapter in `chapters/`, then do its assignment in `exercises/`.
- See what is right so far with `relmark check 04`, and what was kept of your work with `relmark progress`.
- Bring the course up to date with `relmark init . --update`; what you changed stays as it is.
- If something does not work, `relmark doctor` says how to mend it.

The company's data is described in `datasets/README.md`; notebooks get it with `rm.load("customers")`.
"""


@dataclass
class Laid:
    """What was done to each file of a copy.

    Parameters
    ----------
    new, updated, kept : list of str
        Files that were added, replaced by a new version, and left alone since the learner had changed them.

    Examples
    --------
    >>> Laid(new=["README.md"]).kept
    []
    """

    new: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def lay_out(folder: Path, exercises: bool = True) -> Laid:
    """Make a learner's copy of the course: chapters, exercises, the data's card and a guide.

    It is made beside its place and moved there when whole, so that an interruption leaves nothing.

    Parameters
    ----------
    folder : Path
        The folder to make; it may exist if it is empty.
    exercises : bool
        Whether the exercises are in it; without, ``exercises/`` is empty and waits for the instructor's.

    Returns
    -------
    Laid

    Raises
    ------
    CourseError
        If the folder holds anything, or cannot be written to.

    Examples
    --------
    >>> lay_out(Path(__file__).parent)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: ... is not empty; name a folder that does not exist yet.
    """
    target = folder.resolve()
    if (target / MANIFEST).is_file():
        raise CourseError(f"{folder} is a copy of the course already; bring it up to date with --update.")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CourseError(f"{folder} is not empty; name a folder that does not exist yet.")
    files = _published(exercises)
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        whole = scratch / "course"
        for name, content in files.items():
            _write(whole / name, content)
        (whole / "exercises").mkdir(exist_ok=True)  # by it a course folder is known
        _write_manifest(whole, {name: mark(name, content) for name, content in files.items()})
        if target.exists():
            target.rmdir()
        whole.rename(target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return Laid(new=sorted(files))


def update(folder: Path, exercises: bool = True) -> Laid:
    """Bring a copy up to date: add what is new, replace what the learner has not changed, remove nothing.

    A notebook counts as changed when the text of a cell differs from what was laid out; outputs, counts and
    metadata are made by running it and do not count. Each file is replaced whole, and after an interruption
    the same command goes on where it stopped.

    Parameters
    ----------
    folder : Path
        The copy.
    exercises : bool
        Whether the exercises are brought up to date as well.

    Returns
    -------
    Laid
        In ``kept`` the files that the learner changed and of which there is a new version.

    Raises
    ------
    CourseError
        If the folder is no copy of the course, or cannot be written to.

    Examples
    --------
    >>> update(Path("/nowhere"))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: /nowhere is no copy of the course; make one with ...
    """
    before = _read_manifest(folder)
    after = dict(before)
    laid = Laid()
    for name, content in _published(exercises).items():
        place, new = folder / name, mark(name, content)
        theirs = mark(name, place.read_bytes()) if place.is_file() else None
        if theirs is None:
            _write(place, content)
            laid.new.append(name)
        elif theirs == new:
            pass
        elif theirs == before.get(name):
            _write(place, content)
            laid.updated.append(name)
        else:
            if new != before.get(name):
                laid.kept.append(name)
            continue  # the manifest keeps what theirs was made from
        after[name] = new
    _write_manifest(folder, after)
    return laid


def mark(name: str, content: bytes) -> str:
    """Give the SHA-256 of what a learner can change in a file.

    Parameters
    ----------
    name : str
        Its name.
    content : bytes
        Its content.

    Returns
    -------
    str
        Of a notebook, the digest of its cells' kinds and texts, so that running it changes nothing.

    Examples
    --------
    >>> before = b'{"cells": [{"cell_type": "code", "source": ["x = 1"], "outputs": []}]}'
    >>> after = b'{"cells": [{"cell_type": "code", "source": "x = 1", "outputs": [{"text": "1"}]}]}'
    >>> mark("a.ipynb", before) == mark("a.ipynb", after)
    True
    """
    if name.endswith(".ipynb"):
        try:
            cells = json.loads(content)["cells"]
            texts = [[cell["cell_type"], "".join(cell["source"])] for cell in cells]
            content = json.dumps(texts).encode()
        except (ValueError, KeyError, TypeError):
            pass  # a damaged notebook is compared as it is, and so kept
    return hashlib.sha256(content).hexdigest()


def _published(exercises: bool) -> dict[str, bytes]:
    material = material_folder()
    found = {
        path.relative_to(material).as_posix(): path.read_bytes()
        for pattern in PARTS
        if exercises or pattern != EXERCISES
        for path in sorted(material.glob(pattern))
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    }
    return {"README.md": GUIDE.encode()} | found


def _write(place: Path, content: bytes) -> None:
    with replacing(place) as beside:
        beside.write_bytes(content)


def _write_manifest(folder: Path, marks: dict[str, str]) -> None:
    manifest = {"version": relmark_helpers.__version__, "sha256": dict(sorted(marks.items()))}
    write_text(folder / MANIFEST, json.dumps(manifest, indent=1) + "\n")


def _read_manifest(folder: Path) -> dict[str, str]:
    try:
        return dict(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["sha256"])
    except FileNotFoundError as error:
        raise CourseError(
            f"{folder} is no copy of the course; make one with `relmark init {folder}`."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise CourseError(
            f"{folder / MANIFEST} is damaged; make a new copy elsewhere and take your notebooks over."
        ) from error
