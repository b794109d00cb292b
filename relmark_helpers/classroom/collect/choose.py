"""Which notebook of a person's files is the submission."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from relmark_helpers.classroom.collect.entries import Piece
from relmark_helpers.classroom.collect.paths import unsafe_name
from relmark_helpers.classroom.collect.source import Skipped
from relmark_helpers.classroom.collect.whose import shown
from relmark_helpers.classroom.names import fold

ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz")
COPY = re.compile(r"(?P<base>.*?)(?:-(?P<again>\d{1,4})| ?\((?P<copy>\d{1,4})\))?")
STAMP = "timestamp.txt"
MOST_FILES = 500  # of one submission, as in grading


@dataclass(frozen=True)
class Submission:
    """The notebook of one person, and the files beside it.

    Parameters
    ----------
    notebook : Piece
        The notebook.
    beside : tuple of (PurePosixPath, Piece)
        The other files, each with the place it gets beside the notebook.
    stamp : Piece or None
        nbgrader's own ``timestamp.txt``.
    skipped : tuple of (entry, sentence)
        Files that are not taken.

    Examples
    --------
    >>> import io
    >>> from relmark_helpers.classroom.collect.entries import Person
    >>> from relmark_helpers.classroom.collect.source import Item
    >>> ada = Person("plain", "ada", "ada")
    >>> files = [Piece(Item(n, ("ada", n), None, 0, io.BytesIO), ada, PurePosixPath(n)) for n in ("4.ipynb", "a.csv")]
    >>> submission = choose(files, "04_satisfaction")
    >>> str(submission.notebook.path), [str(place) for place, _ in submission.beside]
    ('4.ipynb', ['a.csv'])
    """

    notebook: Piece
    beside: tuple[tuple[PurePosixPath, Piece], ...]
    stamp: Piece | None
    skipped: tuple[Skipped, ...]


def choose(pieces: Sequence[Piece], name: str) -> Submission | tuple[Skipped, ...]:
    """Choose the notebook among one person's files.

    It is the one that has the assignment's name, else the only one; of several versions (``-1``, ``(1)``) the
    last.

    Parameters
    ----------
    pieces : sequence of Piece
        The person's files.
    name : str
        The assignment, ``"04_satisfaction"``.

    Returns
    -------
    Submission, or tuple of (entry, sentence)
        The sentences say why there is none.

    Examples
    --------
    >>> import io
    >>> from relmark_helpers.classroom.collect.entries import Person
    >>> from relmark_helpers.classroom.collect.source import Item
    >>> report = Item("ada/a.pdf", ("ada", "a.pdf"), None, 0, io.BytesIO)
    >>> choose([Piece(report, Person("plain", "ada", "ada"), PurePosixPath("a.pdf"))], "04_satisfaction")
    (('ada/a.pdf', 'There is no notebook of ada, only a.pdf; ask for the .ipynb.'),)
    """
    if len(pieces) > MOST_FILES:
        who, first = shown(pieces[0].person), pieces[0].item.label
        sentence = f"{who} handed in {len(pieces):,} files, over {MOST_FILES}; ask for the notebook and what it reads."
        return ((first, sentence),)
    kinds = {kind: [piece for piece in pieces if _kind(piece) == kind] for kind in ("packed", "notebook", "")}
    packed, notebooks, others = kinds["packed"], kinds["notebook"], kinds[""]
    skipped = [(piece.item.label, "It is packed once more; ask for the notebook itself.") for piece in packed]
    if not notebooks:
        told = ", ".join(str(piece.path) for piece in others if piece.path.name != STAMP)
        if told:
            who = shown(pieces[0].person)
            skipped.append(
                (others[0].item.label, f"There is no notebook of {who}, only {told}; ask for the .ipynb.")
            )
        return tuple(skipped)
    fitting = [piece for piece in notebooks if _base(piece) == _key(name)] or notebooks
    if len({_base(piece) for piece in fitting}) > 1:
        told = ", ".join(sorted(str(piece.path) for piece in fitting))
        sentence = (
            f"{shown(pieces[0].person)} has several notebooks ({told}); name the one meant {name}.ipynb."
        )
        return (*skipped, (fitting[0].item.label, sentence))
    chosen = max(fitting, key=_newest)
    for piece in notebooks:
        if piece is not chosen:
            kind = "an earlier version" if piece in fitting else "another notebook"
            skipped.append((piece.item.label, f"It is {kind}; {chosen.path} was taken."))
    beside, refused = _beside(others, chosen, name)
    stamps = [piece for place, piece in beside.items() if str(place) == STAMP]
    plain = chosen.person.lms == "plain"  # a student could hand in a time of their own through the LMS
    files = tuple((place, piece) for place, piece in beside.items() if str(place) != STAMP)
    return Submission(chosen, files, stamps[0] if stamps and plain else None, (*skipped, *refused))


def _beside(
    pieces: Sequence[Piece], chosen: Piece, name: str
) -> tuple[dict[PurePosixPath, Piece], list[Skipped]]:
    kept: dict[PurePosixPath, Piece] = {}
    refused = []
    taken = {f"{name}.ipynb".casefold()}
    for piece in pieces:
        folder = chosen.path.parent
        place = piece.path.relative_to(folder) if piece.path.is_relative_to(folder) else piece.path
        reason = next(filter(None, map(unsafe_name, place.parts)), "")
        if not reason and str(place).casefold() in taken:
            reason = "Another file of this name stands beside it; ask which one is meant."
        if reason:
            refused.append((piece.item.label, reason))
        else:
            taken.add(str(place).casefold())
            kept[place] = piece
    return kept, refused


def _parts(piece: Piece) -> tuple[str, int]:
    found = COPY.fullmatch(piece.path.stem)
    assert found  # every part of the pattern may be empty
    return found["base"], int(found["again"] or found["copy"] or 0)


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "_", fold(text)).strip("_")


def _base(piece: Piece) -> str:
    return _key(_parts(piece)[0])


def _newest(piece: Piece) -> tuple[int, float, int]:
    when = piece.item.when
    return _parts(piece)[1], when.timestamp() if when else 0.0, piece.order


def _kind(piece: Piece) -> str:
    suffix = piece.path.suffix.casefold()
    return "packed" if suffix in ARCHIVES else "notebook" if suffix == ".ipynb" else ""
