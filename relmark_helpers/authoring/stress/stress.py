"""Draw many cases of an assignment and try on each what is right and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from relmark_helpers.authoring.bank import Answer, Slip, read_bank, read_slips
from relmark_helpers.authoring.stress.forms import forms_of
from relmark_helpers.authoring.stress.onecase import OneCase, Outcome
from relmark_helpers.authoring.stress.report import SLOWEST_DRAW, Report
from relmark_helpers.authoring.stress.sheet import Sheet
from relmark_helpers.course import Chapter
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.answers import Unfit
from relmark_helpers.notebook.check import Check, Verdict

PARTS = ("forms", "bank", "further", "fresh")
VAGUE = ("", "No value is right yet.")


def stress(
    course: Path,
    chapter: Chapter,
    students: Iterable[str],
    parts: Iterable[str] = PARTS,
    jobs: int = 1,
    show: Callable[[int, int], None] = lambda done, whole: None,
) -> Report:
    """Try right and wrong answers on many cases of an assignment.

    Parameters
    ----------
    course : Path
        The checkout, with ``solutions/`` and ``tests/answers/``.
    chapter : Chapter
        Whose assignment.
    students : iterable of str
        The ids for which cases are drawn.
    parts : iterable of str
        Which of ``forms``, ``bank``, ``further`` and ``fresh``.
    jobs : int
        Processes to share the cases between.
    show : callable
        Is told (cases done, cases in all).

    Returns
    -------
    Report

    Examples
    --------
    >>> from relmark_helpers.course import CHECKOUT, chapter
    >>> stress(CHECKOUT, chapter("00"), ["li.na"], ["bank"]).cases
    1
    """
    report, students, parts = Report(chapter.name), list(students), tuple(parts)
    tasks = [(course, chapter.name, student, parts) for student in students]
    if jobs == 1:
        for done, task in enumerate(tasks, start=1):
            report.add(_one(*task))
            show(done, len(tasks))
        return report
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        for done, one in enumerate(pool.map(_one, *zip(*tasks, strict=True), chunksize=4), start=1):
            report.add(one)
            show(done, len(tasks))
    return report


@cache
def _material(course: Path, name: str) -> tuple[Sheet, list[Answer], dict[str, list[Slip]]]:
    answers = course / "tests" / "answers"
    slips = {part: read_slips(answers / part / f"{name}.py") for part in ("further", "fresh")}
    sheet = Sheet(course / "solutions" / name / f"{name}.ipynb")
    reference = {step.id: step.source for step in sheet.steps}
    return sheet, read_bank(answers / name, reference), slips


def _one(course: Path, name: str, student: str, parts: tuple[str, ...]) -> Report:
    sheet, bank, slips = _material(course, name)
    report = Report(name, cases=1)
    try:
        one = OneCase(sheet, student)
    except CourseError as error:
        report.note("stops", str(error), student)
        return report
    report.draws.append(one.draw_seconds)
    for about in _amiss(one.reference, sheet):
        report.note("stops", f"the reference: {about}", student)
    _coincidences(one, report)
    if "forms" in parts:
        _forms(one, report)
    if "bank" in parts:
        for answer in bank:
            _bank(one, answer, report)
    for part in ("further", "fresh"):
        for slip in slips[part] if part in parts else ():
            _slip(one, slip, report)
    return report


def _amiss(found: Outcome, sheet: Sheet, keys: Iterable[str] | None = None) -> list[str]:
    """What checks and tests have against an answer that is right."""
    asked = found.verdicts if keys is None else keys
    wrong = [found.verdicts[key] for key in asked if found.verdicts[key].outcome != "right"]
    said = [f"check {verdict.task}: {verdict.outcome}" for verdict in wrong]
    return said + [f"{cell}: {error.split(':')[0]}" for cell, error in found.failed.items()]


def _coincidences(one: OneCase, report: Report) -> None:
    for key, check in one.case.tasks.items():
        found: list[tuple[str, Any]] = []
        right = check.kind.read(check.right(one.case))
        for mistake in check.mistakes:
            try:
                value = check.kind.read(mistake.value(one.case))
            except Exception as error:
                about = error.says if isinstance(error, Unfit) else repr(error)
                report.note("stops", f"check {key}, “{mistake.says}”: {about}", one.student)
                continue
            if check.kind.same(value, right):
                report.note("coincides", f"check {key}: “{mistake.says}”", one.student)
            for says, other in found:
                if says != mistake.says and check.kind.same(value, other):
                    report.note("alike", f"check {key}: “{says}” and “{mistake.says}”", one.student)
            found.append((mistake.says, value))


def _forms(one: OneCase, report: Report) -> None:
    space = one.space
    for step in one.sheet.steps:
        if step.role != "check":
            continue
        (name,) = one.sheet.code(step).loads
        check: Check = one.case.tasks[step.key]
        answer = one.before[step.id].get(name, space.get(name))
        for about, value in forms_of(check.kind, answer):
            report.forms += 1
            found = one.with_values(step.task, {name: value})
            for amiss in _new(_amiss(found, one.sheet), _amiss(one.reference, one.sheet)):
                report.note("right fails", f"{amiss}: {name}, {about}", one.student)


def _new(said: list[str], before: list[str]) -> list[str]:
    return [each for each in said if each not in before]


def _bank(one: OneCase, answer: Answer, report: Report) -> None:
    if answer.kind == "hostile":
        return
    found = one.attempt(answer.cells)
    lost = found.lost(one.sheet)
    if answer.kind == "right":
        report.forms += 1
        for amiss in _new(_amiss(found, one.sheet), _amiss(one.reference, one.sheet)):
            report.note("right fails", f"bank, {answer.name}: {amiss}", one.student)
    for task in one.sheet.points:
        due = answer.lost.get(task, 0)
        least, most = due if isinstance(due, list) else (due, due)
        if not least <= lost.get(task, 0) <= most:
            fault = "wrong passes" if lost.get(task, 0) < least else "due"
            about = f"bank, {answer.name}: task {task} loses {lost.get(task, 0):g}, due {due}"
            report.note(fault, about, one.student)
    for key, sentence in answer.says.items():
        verdict = found.verdicts.get(key)
        if verdict is None or not verdict.says.startswith(sentence):
            fault = "wrong passes" if verdict and verdict.outcome == "right" else "due"
            report.note(fault, f"bank, {answer.name}: check {key} says {_shown(verdict)}", one.student)
        _tally(report, f"{answer.name}, check {key}", verdict, one.case.tasks.get(key))


def _shown(verdict: Verdict | None) -> str:
    return f"“{verdict.says or verdict.outcome}”" if verdict else "nothing"


def _slip(one: OneCase, slip: Slip, report: Report) -> None:
    step = one.sheet.step(slip.cell)
    found = one.attempt({slip.cell: f"{step.source}\n{slip.source}"})
    name = f"{slip.cell}, {slip.about}"
    lost = found.lost(one.sheet).get(step.task, 0.0)
    keys = [each.key for each in one.sheet.steps if each.role == "check" and each.task == step.task]
    keys = [slip.check] if slip.check else [key for key in keys if key in found.touched]
    wrong = [found.verdicts[key] for key in keys if found.verdicts[key].outcome != "right"]
    if not wrong:
        report.note("wrong passes", f"{name}: every check of the task says right", one.student)
    if slip.loses is None and not lost:
        report.note("wrong passes", f"{name}: no test fails", one.student)
    elif slip.loses is not None and lost != slip.loses:
        fault = "wrong passes" if lost < slip.loses else "due"
        report.note(fault, f"{name}: loses {lost:g}, due {slip.loses:g}", one.student)
    if wrong:
        best = max(wrong, key=lambda verdict: _how_well(verdict, one.case.tasks[verdict.task]))
        _tally(report, name, best, one.case.tasks[best.task])
    else:
        _tally(report, name, None, None)


def _tally(report: Report, name: str, verdict: Verdict | None, check: Check | None) -> None:
    report.wrongs += 1
    tried = report.by_slip.setdefault(name, [0, 0])
    tried[0] += 1
    how = _how_well(verdict, check) if verdict and check else 0
    report.named += how == 2
    report.placed += how == 1
    tried[1] += how > 0


def _how_well(verdict: Verdict, check: Check) -> int:
    """2 if a verdict names what is wrong, 1 if it says which part is, 0 if it says neither."""
    if verdict.outcome in ("mistake", "kind", "shape"):
        return 2
    more: Mapping[bool, int] = {True: 0, False: 1}
    return more[verdict.says.removesuffix(check.hint).strip() in VAGUE]


def ids(count: int) -> list[str]:
    """Ids of as many students, the same ones each time.

    Examples
    --------
    >>> ids(2)
    ['student.0001', 'student.0002']
    """
    return [f"student.{number:04}" for number in range(1, count + 1)]


__all__ = ["PARTS", "SLOWEST_DRAW", "ids", "stress"]
