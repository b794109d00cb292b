"""What the names in an LMS download say: whose file it is, which, and whether it was late.

Canvas packs all files flat as ``name_[LATE_]userid_fileid_original``, the name in small letters without
blanks; for anonymous assignments ``[LATE_]anon_id_fileid_original`` (``lib/content_zipper.rb`` of canvas-lms).
Moodle packs a folder ``Full Name_number_assignsubmission_file`` a student, up to version 3.10 with one more
underscore, or flat files that begin like this; ``Participant_number_…`` in blind marking
(``mod/assign/classes/downloader.php``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from relmark_helpers.classroom.collect.source import Item
from relmark_helpers.classroom.names import fold

CANVAS = re.compile(r"(?P<name>.*?)_(?P<late>LATE_)?(?P<key>\d+)_(?P<order>\d+)_(?P<file>.+)")
CANVAS_ANONYMOUS = re.compile(
    r"(?P<late>LATE_)?(?P<name>anon)_(?P<key>[A-Za-z0-9]+)_(?P<order>\d+)_(?P<file>.+)"
)
CANVAS_TYPED = re.compile(r".*?_(LATE_)?([A-Za-z0-9]+)_(text|link)\.html")
MOODLE = re.compile(r"(?P<name>.*?)(_(?P<key>\d+))?_assignsubmission_(?P<kind>[a-z]+)(_(?P<file>.+)?)?")


@dataclass(frozen=True)
class Person:
    """Whose submission it is, as the source has it.

    Parameters
    ----------
    lms : str
        canvas, moodle or plain (a folder or file named for the student).
    key : str
        Canvas's user id, Moodle's participant number, or the name of the folder.
    name : str
        The person's name; empty if it is hidden.

    Examples
    --------
    >>> Person("canvas", "340934", "smithbob").name
    'smithbob'
    """

    lms: Literal["canvas", "moodle", "plain"]
    key: str
    name: str


@dataclass(frozen=True)
class Piece:
    """One file of one person's submission.

    Parameters
    ----------
    item : Item
        The file.
    person : Person
        Whose it is.
    path : PurePosixPath
        Where it stood in the submission.
    late : bool
        Whether Canvas marked it as late.
    order : int
        Canvas's number of the file; a later one is higher.

    Examples
    --------
    >>> import io
    >>> item = Item("a/b.ipynb", ("a", "b.ipynb"), None, 0, io.BytesIO)
    >>> Piece(item, Person("plain", "a", "a"), PurePosixPath("b.ipynb")).late
    False
    """

    item: Item
    person: Person
    path: PurePosixPath
    late: bool = False
    order: int = 0


def read(item: Item, assignment: str) -> Piece | str:
    """Read the name of one file.

    Parameters
    ----------
    item : Item
        The file.
    assignment : str
        The assignment, ``"04_satisfaction"``.

    Returns
    -------
    Piece or str
        Whose file it is, or the sentence that says why it is no file of a submission.

    Examples
    --------
    >>> import io
    >>> name = "smithbob_LATE_340934_208490284_04_satisfaction-1.ipynb"
    >>> piece = read(Item(name, (name,), None, 0, io.BytesIO), "04_satisfaction")
    >>> piece.person.name, piece.person.key, str(piece.path), piece.late
    ('smithbob', '340934', '04_satisfaction-1.ipynb', True)
    """
    first, rest = item.parts[0], item.parts[1:]
    moodle = MOODLE.fullmatch(first)
    if moodle and (bool(rest) is not bool(moodle["file"])):
        if moodle["kind"] != "file":
            return "It was typed into Moodle, not handed in as a file; ask for the notebook."
        name = "" if moodle["name"] == "Participant" else moodle["name"]
        person = Person("moodle", moodle["key"] or moodle["name"], name)
        return Piece(item, person, PurePosixPath(*rest) if rest else PurePosixPath(moodle["file"]))
    if not rest:
        return _flat(item, first, assignment)
    if len(rest) > 1 and fold(rest[0]) == fold(assignment):  # as nbgrader files it: student/assignment/…
        rest = rest[1:]
    return Piece(item, Person("plain", first, first), PurePosixPath(*rest))


def _flat(item: Item, first: str, assignment: str) -> Piece | str:
    canvas = CANVAS_ANONYMOUS.fullmatch(first) or CANVAS.fullmatch(first)
    if canvas:
        person = Person("canvas", canvas["key"], "" if canvas["name"] == "anon" else canvas["name"])
        return Piece(
            item, person, PurePosixPath(canvas["file"]), bool(canvas["late"]), int(canvas["order"][:18])
        )
    if CANVAS_TYPED.fullmatch(first):
        return "It was typed into Canvas, not handed in as a file; ask for the notebook."
    stem = PurePosixPath(first).stem
    if not first.casefold().endswith(".ipynb"):
        return "Nothing says whose it is; put it in a folder named for the student."
    if fold(stem) == fold(assignment):
        return f"Nothing says whose it is; put it in a folder named for the student, as STUDENT/{first}."
    return Piece(item, Person("plain", stem, stem), PurePosixPath(first))


def unwrapped(items: Sequence[Item], assignment: str) -> list[Item]:
    """Take off the one folder around everything, as unpacking a zip often makes it.

    Parameters
    ----------
    items : sequence of Item
        All files.
    assignment : str
        The assignment.

    Returns
    -------
    list of Item
        The same files, their paths from that folder on; as they are if it may be a student's.

    Examples
    --------
    >>> import io
    >>> names = ("submissions/ada/04.ipynb", "submissions/ben/04.ipynb")
    >>> [item.parts for item in unwrapped([Item(n, tuple(n.split("/")), None, 0, io.BytesIO) for n in names], "04")]
    [('ada', '04.ipynb'), ('ben', '04.ipynb')]
    """
    tops = {item.parts[0] for item in items}
    if len(tops) != 1 or any(len(item.parts) == 1 for item in items) or MOODLE.fullmatch(next(iter(tops))):
        return list(items)
    inside = [item.parts[1:] for item in items]
    lms = any(form.fullmatch(parts[0]) for parts in inside for form in (MOODLE, CANVAS, CANVAS_ANONYMOUS))
    folders = all(len(parts) > 1 and fold(parts[0]) != fold(assignment) for parts in inside)
    notebooks = [PurePosixPath(parts[0]).stem for parts in inside if parts[-1].casefold().endswith(".ipynb")]
    flat = all(len(parts) == 1 for parts in inside) and len(notebooks) > 1
    named = any(fold(stem).startswith(fold(assignment)) for stem in notebooks)
    if lms or folders or (flat and not named):
        return [
            Item(item.label, parts, item.when, item.packed, item.opened)
            for item, parts in zip(items, inside, strict=True)
        ]
    return list(items)
