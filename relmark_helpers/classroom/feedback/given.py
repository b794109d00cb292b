"""What the students were given: the tasks of the released exercise, and what each of its cells is for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from relmark_helpers.classroom.feedback.cells import Cell
from relmark_helpers.classroom.feedback.marks import Ledger
from relmark_helpers.classroom.feedback.words import markdown

Role = Literal["answer", "test", "given"]
NUMBERED = re.compile(r"^\d\d-(\d+)(?:-|$)")
_TASK = re.compile(r"^#{1,6}\s+(?:Task|Aufgabe|任务)\s*(\d+)\b", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
_POINTS = re.compile(r"\s*\([^()]*\bpoints?\b[^()]*\)\s*$")


@dataclass(frozen=True)
class Task:
    """One task of an exercise.

    Parameters
    ----------
    key : str
        Its number; empty for what stands before the first task.
    title : str
        Its heading, without the points.
    prompt : Markup or str
        What was asked.
    graded : tuple of str
        The names of the cells that have points, in order.
    tests_seen : tuple of str
        The tests that the students were given to see, as they stand there.

    Examples
    --------
    >>> Task("1", "Task 1 · Scores").graded
    ()
    """

    key: str
    title: str
    prompt: str | Markup = ""
    graded: tuple[str, ...] = ()
    tests_seen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Given:
    """An exercise as it was released.

    Parameters
    ----------
    title : str
        Its first heading.
    tasks : tuple of Task
        In order; the first holds what stands before them.
    roles : dict of str to str
        What each cell is for, by name: answer, test or given.
    task_of : dict of str to str
        The task that each cell belongs to.
    sources : dict of str to str
        What each cell held.

    Examples
    --------
    >>> Given("Assignment 4", (), {}, {}, {"04-setup": "import pandas"}).text
    'import pandas'
    """

    title: str
    tasks: tuple[Task, ...]
    roles: dict[str, Role]
    task_of: dict[str, str]
    sources: dict[str, str]

    @property
    def text(self) -> str:
        """All that stands in it."""
        return "\n".join(self.sources.values())


def read_given(cells: list[Cell], ledger: Ledger) -> Given:
    """Sort the cells of a released exercise into tasks.

    A cell belongs to the task whose number its name has (``04-3-answer``), or else to the last heading
    ``## Task 3`` above it. What is a test is for the gradebook to say.

    Parameters
    ----------
    cells : list of Cell
        The exercise.
    ledger : Ledger
        What the gradebook knows of it.

    Returns
    -------
    Given

    Examples
    --------
    >>> prompt = Cell("04-1-prompt", "", "markdown", "## Task 1 · Scores (10 points)\\n\\nMake **scores**.")
    >>> test = Cell("04-1-test", "04-1-test", "code", "")
    >>> given = read_given([prompt, test], Ledger({"04-1-test": 10.0}, locked=frozenset({"04-1-test"})))
    >>> given.tasks[1].title, given.tasks[1].graded, given.roles["04-1-test"]
    ('Task 1 · Scores', ('04-1-test',), 'test')
    """
    title = next((found[1] for cell in cells if (found := _HEADING.search(cell.source))), "")
    tasks = {"": Task("", "Before the tasks")}
    roles: dict[str, Role] = {}
    task_of: dict[str, str] = {}
    prompts: dict[str, list[str]] = {}
    now = ""
    for cell in cells:
        now = task_of[cell.name] = _key(cell, now)
        task = tasks.setdefault(now, Task(now, f"Task {now}"))
        roles[cell.name] = _role(cell, ledger)
        if cell.name in ledger.most:
            seen = (cell.source,) if roles[cell.name] == "test" and cell.source.strip() else ()
            task = replace(task, graded=(*task.graded, cell.name), tests_seen=(*task.tests_seen, *seen))
        if cell.kind == "markdown" and roles[cell.name] == "given" and now:
            prompts.setdefault(now, []).append(cell.source)
        tasks[now] = task
    for name in ledger.most:  # of an exercise that was released anew without them
        if name not in task_of:
            key = found[1] if (found := NUMBERED.match(name)) else ""
            task_of[name] = key
            task = tasks.setdefault(key, Task(key, f"Task {key}"))
            tasks[key] = replace(task, graded=(*task.graded, name))
    for key, asked in prompts.items():
        tasks[key] = _asked(tasks[key], "\n\n".join(asked))
    return Given(
        title=title,
        tasks=tuple(tasks.values()),
        roles=roles,
        task_of=task_of,
        sources={cell.name: cell.source for cell in cells},
    )


def _key(cell: Cell, now: str) -> str:
    if found := NUMBERED.match(cell.name):
        return found[1]
    if cell.kind == "markdown" and (found := _TASK.search(cell.source)):
        return found[1]
    return now


def _role(cell: Cell, ledger: Ledger) -> Role:
    if cell.name in ledger.locked:
        return "test" if cell.name in ledger.most and cell.name not in ledger.by_reader else "given"
    return "answer" if cell.name in ledger.sources else "given"


def _asked(task: Task, asked: str) -> Task:
    """The first heading is the task's title; what stands below it is the prompt."""
    found = _HEADING.search(asked)
    if found is None:
        return replace(task, prompt=markdown(asked))
    below = asked[: found.start()] + asked[found.end() :]
    return replace(task, title=_POINTS.sub("", found[1]), prompt=markdown(below.strip()))
