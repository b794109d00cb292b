"""The notebooks of a class as passages: what each student wrote, by task."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from relmark_helpers.classroom.journal import Entry
from relmark_helpers.classroom.report.marks import TASK, task_of

LARGEST = 20_000_000  # bytes of a notebook; what is larger is mostly output, and is not read
LONGEST = 200_000  # characters of a notebook's own text that are compared


@dataclass(frozen=True)
class Passage:
    """One cell's text.

    Parameters
    ----------
    cell : str
        Its name for nbgrader, or its id.
    task : str
        The task it belongs to; a cell of the student's own belongs to the task it stands in.
    kind : str
        code or text.
    source : str
        What stands in it.
    answer : bool
        Whether it is a cell that the assignment gave for an answer.

    Examples
    --------
    >>> Passage("04-1-answer", "1", "code", "scores = 1", True).task
    '1'
    """

    cell: str
    task: str
    kind: Literal["code", "text"]
    source: str
    answer: bool


def passages(file: Path) -> list[Passage]:
    """Read the passages of a notebook; locked tests are left out.

    Parameters
    ----------
    file : Path
        A notebook, whoever wrote it.

    Returns
    -------
    list of Passage
        Empty if it is missing, damaged or no notebook.

    Examples
    --------
    >>> passages(Path("/nowhere.ipynb"))
    []
    """
    try:
        if file.stat().st_size > LARGEST:
            return []
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
    found, task, left = [], "", LONGEST
    for cell in cells if isinstance(cells, list) else []:
        kind = {"code": "code", "markdown": "text"}.get(str(_of(cell, "cell_type")))
        mark = _of(_of(cell, "metadata"), "nbgrader")
        name = str(_of(mark, "grade_id") or _of(cell, "id") or "")
        task = task_of(name) if TASK.match(name) or _of(mark, "grade_id") else task
        source = _of(cell, "source")
        text = "".join(map(str, source)) if isinstance(source, list) else str(source or "")
        if kind and not (_of(mark, "locked") and _of(mark, "grade")):
            answer = bool(_of(mark, "solution"))
            found.append(Passage(name, task, kind, text[:left], answer))  # type: ignore[arg-type]
            left -= len(found[-1].source)
    return found


def of_class(course: Path, name: str, students: Iterable[str]) -> dict[str, list[Passage]]:
    """Read the graded notebooks of a class.

    Parameters
    ----------
    course : Path
        The course folder.
    name : str
        The assignment.
    students : iterable of str
        Whose.

    Returns
    -------
    dict of str to list of Passage
        Those that can be read.

    Examples
    --------
    >>> of_class(Path("/nowhere"), "04_satisfaction", ["ada"])
    {}
    """
    read = {each: passages(course / "autograded" / each / name / f"{name}.ipynb") for each in students}
    return {student: found for student, found in read.items() if found}


def blank_shares(
    released: Iterable[Passage], written: Mapping[str, list[Passage]], entries: Mapping[str, Entry]
) -> dict[str, float]:
    """Share of the class that left a task blank: no check was answered, or (no check) its cells are as released.

    Parameters
    ----------
    released : iterable of Passage
        The exercise.
    written : mapping of str to list of Passage
        The class's notebooks.
    entries : mapping of str to Entry
        The journal, by student.

    Returns
    -------
    dict of str to float
        By task, where it is known.

    Examples
    --------
    >>> empty = Passage("04-1-answer", "1", "code", "scores = None", True)
    >>> blank_shares([empty], {"ada": [empty], "li.wei": [Passage("04-1-answer", "1", "code", "2", True)]}, {})
    {'1': 0.5}
    """
    given: dict[str, dict[str, str]] = {}
    for each in released:
        if each.answer:
            given.setdefault(each.task, {})[each.cell] = each.source.strip()
    unanswered = {student: _unanswered(entry) for student, entry in entries.items()}
    own = {student: {p.cell: p.source.strip() for p in found} for student, found in written.items()}
    class_of = written.keys() | {each for each, entry in entries.items() if entry.status == "graded"}
    shares = {}
    for task in given.keys() | {task for tasks in unanswered.values() for task in tasks}:
        known = [
            student
            for student in class_of
            if (student in own and task in given) or task in unanswered.get(student, {})
        ]
        if known:
            blank = [
                unanswered[student][task]
                if task in unanswered.get(student, {})
                else _as_released(given[task], own[student])
                for student in known
            ]
            shares[task] = sum(blank) / len(known)
    return shares


def _as_released(given: Mapping[str, str], own: Mapping[str, str]) -> bool:
    return all(own.get(cell, source) == source for cell, source in given.items())


def _unanswered(entry: Entry) -> dict[str, bool]:
    """By task, whether none of its checks was answered."""
    found: dict[str, bool] = {}
    for said in entry.said:
        task = said.task.split(" ")[0]
        found[task] = found.get(task, True) and said.outcome == "unanswered"
    return found


def _of(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None
