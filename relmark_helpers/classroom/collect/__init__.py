"""An LMS download → ``submitted/``: each student's notebook under their own id, where nbgrader looks for it."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from relmark_helpers.classroom.collect.choose import Submission, choose
from relmark_helpers.classroom.collect.entries import Person, Piece, read, unwrapped
from relmark_helpers.classroom.collect.paths import unsafe_name
from relmark_helpers.classroom.collect.place import lay_out, place
from relmark_helpers.classroom.collect.source import (
    Allowance,
    Item,
    RefusedError,
    Skipped,
    opened,
)
from relmark_helpers.classroom.collect.whose import apart, shown, whose
from relmark_helpers.classroom.roster import Roster
from relmark_helpers.errors import CourseError
from relmark_helpers.files import scratch


@dataclass(frozen=True)
class Collection:
    """What became of a download; each student is in one of the first three.

    Parameters
    ----------
    filed, replaced, unchanged : tuple of str
        The students whose submission is new, took the place of another one, or was there already.
    exchanged : tuple of (student, date, entry)
        For each student of ``replaced``, of when the one was that is gone, and what is there now.
    late : tuple of str
        The students whose submission Canvas marked as late.
    skipped : tuple of (entry, sentence)
        What was not taken, and why.
    named : tuple of (student, person)
        The students whose id was made of the name in the LMS, since no roster was given.
    absent : tuple of str
        Who is on the roster and has handed in nothing, in this download or before.

    Examples
    --------
    >>> Collection(filed=("ada",)).late
    ()
    """

    filed: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    exchanged: tuple[tuple[str, str, str], ...] = ()
    unchanged: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    absent: tuple[str, ...] = ()


def collect(
    course: Path, name: str, source: Path, *, roster: Roster | None = None, replace: bool = False
) -> Collection:
    """File what students handed in at ``submitted/<student>/<assignment>/<assignment>.ipynb``.

    The source is a download of Canvas ("Download Submissions") or Moodle ("Download all submissions", in
    folders or flat), as a zip or unpacked, or a zip or folder of ``student/04_satisfaction.ipynb`` or
    ``student.ipynb``. Files beside a notebook are kept; of several versions the last is taken. One bad entry
    is skipped with its reason. Collecting the same again changes nothing, and an older download takes nothing
    that is newer away.

    ``timestamp.txt`` is written where a time of handing in is known: for a folder or zip of your own, that is
    the date of the file. What Canvas and Moodle pack bears the date of the download instead; Canvas marks late
    submissions in their names (``Collection.late``).

    Parameters
    ----------
    course : Path
        The course folder.
    name : str
        The assignment, ``"04_satisfaction"``.
    source : Path
        The zip or the folder.
    roster : Roster, optional
        Whose id in the course belongs to whom in the LMS; with it, nobody else is filed. Without, the id is
        made of the name.
    replace : bool
        Whether what is there makes way for what is older, or of which nothing says how old it is.

    Returns
    -------
    Collection

    Raises
    ------
    CourseError
        If the source cannot be read as a whole, or holds far too much. The course is then as it was.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> (folder / "course").mkdir(), (folder / "download").mkdir()
    (None, None)
    >>> _ = (folder / "download" / "smithbob_340934_208490284_my work.ipynb").write_text("{}")
    >>> collection = collect(folder / "course", "04_satisfaction", folder / "download")
    >>> collection.filed, collection.named
    (('smithbob',), (('smithbob', 'smithbob (canvas 340934)'),))
    """
    if not course.is_dir():
        raise CourseError(f"There is no course folder {course}; run this in an instructor's course folder.")
    if not name or "/" in name or "\\" in name or name.startswith(".") or unsafe_name(name):
        raise CourseError(f"{name!r} cannot be the name of an assignment; it is like 04_satisfaction.")
    with opened(source) as (items, skipped):
        if not items and not skipped:
            raise CourseError(f"{source} holds no file; download the submissions again.")
        people = _people(unwrapped(items, name), name, skipped)
        students, named = _students(people, roster, skipped)
        with scratch(course, ".collect-") as folder:
            chosen = _laid(students, folder, name, skipped, source)
            done = _placed(course, name, folder, chosen, skipped, named, replace)
    known = [student.student_id for student in roster.students] if roster else []
    absent = [student for student in known if not (course / "submitted" / student / name).is_dir()]
    return dataclasses.replace(done, absent=tuple(absent))


def _people(items: Iterable[Item], name: str, skipped: list[Skipped]) -> dict[Person, list[Piece]]:
    people: dict[Person, list[Piece]] = defaultdict(list)
    for item in items:
        piece = read(item, name)
        if isinstance(piece, str):
            skipped.append((item.label, piece))
        else:
            people[piece.person].append(piece)
    return people


def _students(
    people: dict[Person, list[Piece]], roster: Roster | None, skipped: list[Skipped]
) -> tuple[dict[str, list[Piece]], dict[str, str]]:
    claims: dict[str, list[Person]] = defaultdict(list)
    named: dict[str, str] = {}
    for person, pieces in people.items():
        try:
            student, made = whose(person, roster)
        except RefusedError as refused:
            skipped.append((pieces[0].item.label, str(refused)))
            continue
        claims[student].append(person)
        if made:
            named[student] = shown(person)
    for student, claiming in claims.items():
        if len(claiming) > 1:
            told = " and ".join(shown(person) for person in claiming)
            sentence = f"{told} would both be {student}, so neither was filed; {apart(claiming[0])}."
            skipped += [(people[person][0].item.label, sentence) for person in claiming]
    return {student: people[one[0]] for student, one in claims.items() if len(one) == 1}, named


def _laid(
    students: dict[str, list[Piece]], folder: Path, name: str, skipped: list[Skipped], source: Path
) -> dict[str, Submission]:
    allowance = Allowance()
    chosen: dict[str, Submission] = {}
    for student, pieces in students.items():
        found = choose(pieces, name)
        if not isinstance(found, Submission):
            skipped += found
            continue
        try:
            skipped += [*found.skipped, *lay_out(found, folder / "new" / student, name, allowance)]
            chosen[student] = found
        except RefusedError as refused:
            skipped.append((found.notebook.item.label, str(refused)))
        except OSError as error:
            raise CourseError(
                f"Cannot unpack {source} in the course ({error.strerror}); free some space."
            ) from error
    return chosen


def _placed(
    course: Path,
    name: str,
    folder: Path,
    chosen: dict[str, Submission],
    skipped: list[Skipped],
    named: dict[str, str],
    replace: bool,
) -> Collection:
    exchanged: list[tuple[str, str, str]] = []
    outcomes: dict[str, list[str]] = defaultdict(list)
    for student, submission in sorted(chosen.items()):
        target, item = course / "submitted" / student / name, submission.notebook.item
        try:
            done = place(
                folder / "new" / student, target, folder / "before" / student, item.when, anyway=replace
            )
        except RefusedError as refused:
            skipped.append((item.label, str(refused)))
            continue
        outcomes[done.outcome].append(student)
        if done.outcome == "replaced":
            of = f"{done.was:%Y-%m-%d %H:%M}" if done.was else "unknown"
            now = f"{item.label} of {item.when:%Y-%m-%d %H:%M}" if item.when else item.label
            exchanged.append((student, of, now))
        if submission.notebook.late:
            outcomes["late"].append(student)
    placed = {student for outcome in ("filed", "replaced", "unchanged") for student in outcomes[outcome]}
    return Collection(
        **{outcome: tuple(outcomes[outcome]) for outcome in ("filed", "replaced", "unchanged", "late")},
        exchanged=tuple(exchanged),
        skipped=tuple(skipped),
        named=tuple((student, person) for student, person in sorted(named.items()) if student in placed),
    )
