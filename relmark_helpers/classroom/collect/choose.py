"""Which notebook of a person's files is the submission, and whose it is in the course."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from relmark_helpers.classroom.collect.entries import Person, Piece
from relmark_helpers.classroom.collect.paths import unsafe_name
from relmark_helpers.classroom.collect.source import RefusedError, Skipped
from relmark_helpers.classroom.names import course_id, fold, name_keys, safe_id
from relmark_helpers.classroom.roster import Roster, Student

ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz")
COPY = re.compile(r"(?P<base>.*?)(?:-(?P<again>\d{1,4})| ?\((?P<copy>\d{1,4})\))?")
STAMP = "timestamp.txt"


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
    >>> from relmark_helpers.classroom.collect.source import Item
    >>> report = Item("ada/a.pdf", ("ada", "a.pdf"), None, 0, io.BytesIO)
    >>> choose([Piece(report, Person("plain", "ada", "ada"), PurePosixPath("a.pdf"))], "04_satisfaction")
    (('ada/a.pdf', 'There is no notebook of ada, only a.pdf; ask for the .ipynb.'),)
    """
    packed = [piece for piece in pieces if piece.path.suffix.casefold() in ARCHIVES]
    skipped = [(piece.item.label, "It is packed once more; ask for the notebook itself.") for piece in packed]
    others = [piece for piece in pieces if piece not in packed]
    notebooks = [piece for piece in others if piece.path.suffix.casefold() == ".ipynb"]
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
    beside, refused = _beside([piece for piece in others if piece not in notebooks], chosen, name)
    stamps = [piece for place, piece in beside.items() if str(place) == STAMP]
    plain = chosen.person.lms == "plain"  # a student could hand in a time of their own through the LMS
    files = tuple((place, piece) for place, piece in beside.items() if str(place) != STAMP)
    return Submission(chosen, files, stamps[0] if stamps and plain else None, (*skipped, *refused))


def whose(person: Person, roster: Roster | None) -> tuple[str, bool]:
    """Find the student id of a person.

    Parameters
    ----------
    person : Person
        As the source has them.
    roster : Roster or None
        Who is in the class; without one the id is made of the person's name.

    Returns
    -------
    tuple of str and bool
        The id, and whether it was made of the name.

    Raises
    ------
    RefusedError
        If the roster does not know the person, or means another one, or no id can be made of the name.

    Examples
    --------
    >>> whose(Person("moodle", "123456", "Jane Doe"), None)
    ('jane.doe', True)
    >>> roster = Roster((Student("jdoe7", name="Doe, Jane", moodle_id="123456"),))
    >>> whose(Person("moodle", "123456", "Jane Doe"), roster)
    ('jdoe7', False)
    """
    if roster is None:
        kind = {"canvas": "anon", "moodle": "participant"}.get(person.lms, "")
        student = safe_id(person.name) or safe_id(f"{kind}.{person.key}" if kind else "")
        if not student:
            raise RefusedError(f"No student id can be made of {shown(person)!r}; give a roster.")
        return student, person.lms != "plain" or student != fold(person.name)
    found = _on(roster, person)
    if found is None:
        raise RefusedError(
            f"{shown(person)} is not on the roster, or is there more than once; add a row with the id."
        )
    return course_id(found.student_id, "the roster"), False


def shown(person: Person) -> str:
    """Give what a person is called in a sentence.

    Parameters
    ----------
    person : Person
        Whose submission it is.

    Returns
    -------
    str

    Examples
    --------
    >>> shown(Person("moodle", "123456", "Jane Doe")), shown(Person("plain", "ada", "ada"))
    ('Jane Doe (moodle 123456)', 'ada')
    """
    if person.lms == "plain":
        return person.name
    return f"{person.name or 'someone unnamed'} ({person.lms} {person.key})"


def _on(roster: Roster, person: Person) -> Student | None:
    if person.lms == "plain":
        columns = ("student_id", "login_id", "email", "id_number", "sis_id")
        return next(
            filter(None, (roster.by(column, person.key) for column in columns)), roster.named(person.name)
        )
    found = roster.by("canvas_id" if person.lms == "canvas" else "moodle_id", person.key)
    if found is None:
        # Someone of this name who has another number is someone else.
        alike = roster.named(person.name)
        number = alike and (alike.canvas_id if person.lms == "canvas" else alike.moodle_id)
        return None if number else alike
    # Moodle numbers people anew in each assignment, so a worksheet of another one would mix people up.
    strangers = person.name and found.name and not name_keys(found.name) & name_keys(person.name)
    if person.lms == "moodle" and strangers:
        raise RefusedError(
            f"{shown(person)} has the number of {found.name} on the roster; "
            "take the grading worksheet of this very assignment, or mend the row."
        )
    return found


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
