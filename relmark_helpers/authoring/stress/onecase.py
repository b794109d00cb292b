"""The reference's run for one student's case, and what changes when something is answered otherwise."""

from __future__ import annotations

import io
import os
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from copy import deepcopy
from dataclasses import dataclass, field, replace
from types import FunctionType
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.authoring.stress.sheet import Code, Sheet, Step
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Check, Mistake, Verdict, judge

GONE = object()
PLAIN = (bool, int, float, str, np.floating, np.integer)
CONTAINERS = (pd.DataFrame, pd.Series, np.ndarray, list, dict, set)


@dataclass
class Outcome:
    """What checks and tests say of a whole notebook.

    Parameters
    ----------
    verdicts : dict
        By the key of each check.
    failed : dict
        What stopped each test that failed, by the id of its cell.
    touched : set
        Keys of the checks that were asked anew.
    """

    verdicts: dict[str, Verdict] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)

    def lost(self, sheet: Sheet) -> dict[str, float]:
        """Points lost by task."""
        found: dict[str, float] = {}
        for step in sheet.steps:
            if step.id in self.failed:
                found[step.task] = found.get(step.task, 0.0) + step.points
        return found


class OneCase:
    """The reference's run for one student.

    Only what an answer changes is run again for it: a cell of which no name has changed says what it said.

    Parameters
    ----------
    sheet : Sheet
        The solution.
    student : str
        The id for which the case is drawn.
    """

    def __init__(self, sheet: Sheet, student: str) -> None:
        self.sheet, self.student = sheet, student
        self.reference = Outcome()
        self.before: dict[str, dict[str, Any]] = {}
        self.draw_seconds = 0.0
        space: dict[str, Any] = {"__name__": "__main__"}
        with _as_student(student):
            for step in sheet.steps:
                self.before[step.id] = dict(space)
                self._first(step, space)
        self.space = space

    @property
    def case(self) -> Case:
        """The student's case."""
        found: Case = self.space["case"]
        return found

    def _first(self, step: Step, space: dict[str, Any]) -> None:
        if step.role == "check":
            self._check(step, space, self.reference)
            return
        if step.role == "test":
            lead = self.sheet.lead(step)
            self._test(step, lead, space, self.reference)
            self.before[step.id] = dict(space)
            if step.id not in self.reference.failed:
                self._test(step, self.sheet.rest(step), space, self.reference)
            return
        started = time.process_time()
        try:
            exec(self.sheet.code(step).code, space)
        except Exception as error:
            raise CourseError(f"{step.id} stops for {self.student}: {_said(error)}") from error
        if isinstance(space.get("case"), Case) and "case" not in self.before[step.id]:
            self.draw_seconds = time.process_time() - started
            space["case"] = remembering(space["case"])

    def attempt(self, changed: Mapping[str, str]) -> Outcome:
        """Run the notebook with some cells' sources replaced.

        Parameters
        ----------
        changed : mapping
            Sources by the id of their cell.

        Returns
        -------
        Outcome
        """
        found = Outcome(dict(self.reference.verdicts), dict(self.reference.failed))
        stale: dict[str, Any] = {}
        with _as_student(self.student):
            for step in self.sheet.steps:
                if step.id in changed or stale.keys() & self.sheet.code(step).loads:
                    self._again(step, changed.get(step.id), stale, found)
                else:
                    for name in self.sheet.code(step).stores:
                        stale.pop(name, None)
        return found

    def with_values(self, task: str, values: Mapping[str, Any]) -> Outcome:
        """Ask the checks and tests of one task, with some names' values replaced.

        Parameters
        ----------
        task : str
            Number of the task.
        values : mapping
            The other values by name.

        Returns
        -------
        Outcome
        """
        found = Outcome(dict(self.reference.verdicts), dict(self.reference.failed))
        with _as_student(self.student):
            for step in self.sheet.steps:
                judges = step.role in ("check", "test") and step.task == task
                if judges and values.keys() & self.sheet.code(step).loads:
                    self._again(step, None, dict(values), found)
        return found

    def _again(self, step: Step, source: str | None, stale: dict[str, Any], found: Outcome) -> None:
        space = dict(self.before[step.id])
        own = self.sheet.lead(step).stores if step.role == "test" else frozenset()
        for name, value in stale.items():
            if name in own:  # a test works it out itself, whatever an answer called the same
                continue
            if value is GONE:
                space.pop(name, None)
            else:
                space[name] = value
        if step.role == "check":
            self._check(step, space, found)
        elif step.role == "test":
            found.failed.pop(step.id, None)
            rest = self.sheet.rest(step)
            _copy_containers(space, rest)
            _move_functions(space, own)
            self._test(step, rest, space, found)
        else:
            code = self.sheet.code(step, source)
            _copy_containers(space, code)
            # as in a notebook: what stood above an error holds, and the next cell runs
            with suppress(Exception, SystemExit):
                exec(code.code, space)
            self._remember(step, code, space, stale)

    def _remember(self, step: Step, code: Code, space: dict[str, Any], stale: dict[str, Any]) -> None:
        after = self._after(step)
        for name in code.stores | self.sheet.code(step).stores:
            value, was = space.get(name, GONE), after.get(name, GONE)
            same = value is was or (isinstance(value, PLAIN) and type(value) is type(was) and value == was)
            if same:
                stale.pop(name, None)
            else:
                stale[name] = value

    def _after(self, step: Step) -> dict[str, Any]:
        place = self.sheet.steps.index(step) + 1
        return self.before[self.sheet.steps[place].id] if place < len(self.sheet.steps) else self.space

    def _check(self, step: Step, space: dict[str, Any], found: Outcome) -> None:
        found.touched.add(step.key)
        try:
            exec(self.sheet.code(step).code, space)
        except Exception as error:  # the cell stops and says nothing
            found.verdicts[step.key] = Verdict(step.key, "unanswered", _said(error))
            return
        case: Case = space["case"]
        try:
            found.verdicts[step.key] = judge(case.tasks[step.key], case, step.key, space.pop("_asked"))
        except Exception as error:
            found.verdicts[step.key] = Verdict(step.key, "wrong", f"The check stops: {_said(error)}")

    def _test(self, step: Step, code: Code, space: dict[str, Any], found: Outcome) -> None:
        try:
            exec(code.code, space)
        except (Exception, SystemExit) as error:
            found.failed[step.id] = _said(error)


def remembering(case: Case) -> Case:
    """The same case with checks that work out each right value and each mistake once.

    Parameters
    ----------
    case : Case
        Any case.

    Returns
    -------
    Case

    Examples
    --------
    >>> from relmark_helpers.notebook.answers import Number
    >>> slow = Check(Number("yuan"), lambda case: print("asked") or 5.0, "")
    >>> mine = remembering(Case("00", "li.na", {}, {"1": slow}))
    >>> [judge(mine.tasks["1"], mine, "1", answer).outcome for answer in (5, 7.1)]
    asked
    ['right', 'wrong']
    """
    return replace(case, tasks={key: _remembering(check) for key, check in case.tasks.items()})


def _remembering(check: Check) -> Check:
    mistakes = tuple(Mistake(_once(mistake.value), mistake.says) for mistake in check.mistakes)
    return replace(check, right=_once(check.right), mistakes=mistakes)


def _once(function: Callable[[Case], Any]) -> Callable[[Case], Any]:
    known: list[Any] = []

    def remembered(case: Case) -> Any:
        if not known:
            known.append(function(case))
        return known[0]

    return remembered


def _copy_containers(space: dict[str, Any], code: Code) -> None:
    """So that what an answer changes in place is its own."""
    for name in code.loads:
        if isinstance(space.get(name), CONTAINERS):
            space[name] = deepcopy(space[name])


def _move_functions(space: dict[str, Any], names: frozenset[str]) -> None:
    """So that a test's own functions read its own names, which later tests may have set anew."""
    for name in names:
        if isinstance(was := space.get(name), FunctionType) and was.__module__ == space["__name__"]:
            moved = FunctionType(was.__code__, space, was.__name__, was.__defaults__, was.__closure__)
            moved.__kwdefaults__ = was.__kwdefaults__
            space[name] = moved


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".split("\n")[0].removesuffix(": ")


@contextmanager
def _as_student(student: str) -> Iterator[None]:
    wanted = {
        "RELMARK_STUDENT": student,
        "RELMARK_COURSE": "meridian-home",
        "RELMARK_HIDDEN": "for-rehearsal-only",
    }
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
