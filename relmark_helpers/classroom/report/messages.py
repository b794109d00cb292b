"""What the checks said to the class, and which words were chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from relmark_helpers.classroom.journal import Entry, Said
from relmark_helpers.classroom.report.marks import Marks, natural
from relmark_helpers.course import chapter
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.answers import Named, Word
from relmark_helpers.notebook.check import Check

MOST_MESSAGES = 12  # of one check; the rest is counted
ANOTHER, NONE = "(another answer)", "(none)"
ByCheck = dict[str, dict[str, Said]]


@dataclass(frozen=True)
class CheckTold:
    """What one check said.

    Parameters
    ----------
    key : str
        Its key, ``"6 best"``.
    students, right, unanswered : int
        To how many it spoke, and how many of them were right or had not answered.
    lines : tuple of (str, str, int)
        Outcome, sentence and how often, the most frequent first.
    more : int
        How often it said something that has no line of its own here.

    Examples
    --------
    >>> CheckTold("1", 40, 30, 4, (("mistake", "Turn them first.", 6),)).lines[0][2]
    6
    """

    key: str
    students: int
    right: int
    unanswered: int
    lines: tuple[tuple[str, str, int], ...]
    more: int = 0


@dataclass(frozen=True)
class Choices:
    """How often each word was chosen in one check.

    Parameters
    ----------
    key : str
        The check's key.
    same : bool
        Whether the right words are the same for everybody. Then a row is an entry of the answer; otherwise it is
        a right word, over all entries: a confusion table.
    columns : tuple of str
        The words that could be chosen, and whatever else was given.
    rows : tuple of (str, str, tuple of int)
        Label, right word, and how often each column was chosen.

    Examples
    --------
    >>> Choices("6 best", False, ("product", "benefits"), (("product", "product", (8, 2)),)).rows[0][2]
    (8, 2)
    """

    key: str
    same: bool
    columns: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[int, ...]], ...]


def checks_of(name: str) -> Mapping[str, Check]:
    """Give the checks of an assignment.

    Parameters
    ----------
    name : str
        ``"04_satisfaction"``.

    Returns
    -------
    mapping of str to Check
        Empty if the assignment is none of the course's own.

    Examples
    --------
    >>> "6 best" in checks_of("04_satisfaction"), checks_of("77_exam")
    (True, {})
    """
    try:
        found: Mapping[str, Check] = import_module(chapter(name).assignment).CHECKS
    except (CourseError, ModuleNotFoundError, AttributeError):
        return {}
    return found


def last_said(entries: Mapping[str, Entry]) -> ByCheck:
    """Give what each check said last, by check and student; an assignment's checks may be run twice.

    Parameters
    ----------
    entries : mapping of str to Entry
        The journal, by student.

    Returns
    -------
    dict of str to dict of str to Said

    Examples
    --------
    >>> said = (Said("1", "wrong", "No.", "a"), Said("1", "right", "", "b"))
    >>> last_said({"ada": Entry("ada", "04_satisfaction", "", said=said)})["1"]["ada"].outcome
    'right'
    """
    found: ByCheck = {}
    for student, entry in entries.items():
        for said in entry.said:
            found.setdefault(str(said.task), {})[student] = said
    return {key: found[key] for key in sorted(found, key=natural)}


def told(said: ByCheck) -> list[CheckTold]:
    """Count what the checks said.

    Parameters
    ----------
    said : dict
        From :func:`last_said`.

    Returns
    -------
    list of CheckTold

    Examples
    --------
    >>> told({"1": {"ada": Said("1", "wrong", "See 4.2.", "a"), "bo": Said("1", "right", "", "a")}})[0].lines
    (('wrong', 'See 4.2.', 1),)
    """
    found = []
    for key, by_student in said.items():
        outcomes = Counter(each.outcome for each in by_student.values())
        sentences = Counter(
            (str(each.outcome), str(each.says))
            for each in by_student.values()
            if each.outcome not in ("right", "unanswered")
        )
        often = sorted(sentences.items(), key=lambda pair: (-pair[1], pair[0]))
        lines = tuple((outcome, says, count) for (outcome, says), count in often[:MOST_MESSAGES])
        more = sum(count for _, count in often[MOST_MESSAGES:])
        found.append(CheckTold(key, len(by_student), outcomes["right"], outcomes["unanswered"], lines, more))
    return found


def hidden_decided(said: ByCheck, marks: Marks) -> list[tuple[str, tuple[str, ...]]]:
    """Name who was right on the own case in all checks of a task, and lost points of it in hidden tests.

    Parameters
    ----------
    said : dict
        From :func:`last_said`.
    marks : Marks
        Who has which points.

    Returns
    -------
    list of tuple of str and tuple of str
        Each a task and the students.

    Examples
    --------
    >>> from relmark_helpers.classroom.report.marks import GradedCell, Student
    >>> ada = Student("ada", "graded", {"04-1-test": 2.0})
    >>> marks = Marks("04_satisfaction", (GradedCell("04-1-test", 3.0),), (ada,))
    >>> hidden_decided({"1": {"ada": Said("1", "right", "", "a")}}, marks)
    [('1', ('ada',))]
    """
    found = []
    for task in marks.tasks:
        checks = [by_student for key, by_student in said.items() if key.partition(" ")[0] == task]
        tests = [cell for cell in marks.cells if cell.task == task and not cell.written]
        students = tuple(
            each.id
            for each in marks.scored
            if (heard := [by_student[each.id].outcome for by_student in checks if each.id in by_student])
            and set(heard) == {"right"}
            and any((each.points.get(cell.name) or 0.0) < cell.points for cell in tests)
        )
        if students:
            found.append((task, students))
    return found


def choices(said: ByCheck, checks: Mapping[str, Check]) -> list[Choices]:
    """Count the words chosen in every check that wants a word, or several by name.

    Parameters
    ----------
    said : dict
        From :func:`last_said`.
    checks : mapping of str to Check
        The assignment's checks; they tell which words there were to choose from.

    Returns
    -------
    list of Choices

    Examples
    --------
    >>> answers = {name: Said("1", "wrong", "", "a", given=name, right="yes") for name in ("yes", "no")}
    >>> choices({"1": answers}, {})[0].rows
    (('1', 'yes', (1, 1)),)
    """
    found = []
    for key, by_student in said.items():
        answers = [each for each in by_student.values() if _words(each.right)]
        if not answers:
            continue
        rights = [_by_name(each.right, key) for each in answers]
        same = all(right == rights[0] for right in rights)
        counts: dict[tuple[str, str], Counter[str]] = {}
        for each, right in zip(answers, rights, strict=True):
            given = _by_name(each.given, key)
            for entry, word in right.items():
                row = (entry if same else word, word)
                counts.setdefault(row, Counter())[_word(given.get(entry))] += 1
        options = _options(checks.get(key)) or sorted({word for right in rights for word in right.values()})
        wild = {word for counter in counts.values() for word in counter} - {*options, NONE}
        if not checks.get(key) and len(wild) <= 6:
            options, wild = sorted({*options, *wild}), set()
        for counter in counts.values():
            counter[ANOTHER] = sum(counter.pop(word) for word in wild if word in counter)
        others = [word for word in (ANOTHER, NONE) if any(counter[word] for counter in counts.values())]
        columns = (*options, *others)
        place = {word: at for at, word in enumerate(columns)}
        order = (
            sorted(counts, key=lambda row: natural(row[0]))
            if same
            else sorted(counts, key=lambda row: (place.get(row[0], len(place)), row))
        )
        rows = tuple(
            (label, right_word, tuple(counts[label, right_word][word] for word in columns))
            for label, right_word in order
        )
        found.append(Choices(key, same, columns, rows))
    return found


def _words(right: Any) -> bool:
    return isinstance(right, str) or (
        isinstance(right, dict) and bool(right) and all(isinstance(word, str) for word in right.values())
    )


def _by_name(value: Any, key: str) -> dict[str, Any]:
    if isinstance(value, dict):
        return {str(name): _word(word) for name, word in value.items()}
    return {key: NONE if value is None else _word(value)}


def _word(value: Any) -> str:
    if value is None:
        return NONE
    return value.strip().casefold() if isinstance(value, str) else ANOTHER


def _options(check: Check | None) -> list[str]:
    kind = check.kind if check else None
    kind = kind.each if isinstance(kind, Named) else kind
    return list(kind.options) if isinstance(kind, Word) else []
