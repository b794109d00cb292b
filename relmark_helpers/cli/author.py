"""The author's commands: tidy, verify, rehearse."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from relmark_helpers.cli import screen
from relmark_helpers.cli.learner import AsJson
from relmark_helpers.course import CHAPTERS, chapter
from relmark_helpers.errors import CourseError
from relmark_helpers.words import counted


def add_to(app: typer.Typer) -> None:
    """Add the author's commands.

    Parameters
    ----------
    app : typer.Typer
        The command they become part of.

    Examples
    --------
    >>> app = typer.Typer()
    >>> add_to(app)
    >>> [command.name for command in app.registered_commands]
    ['tidy', 'verify', 'rehearse']
    """
    app.command("tidy")(tidy)
    app.command("verify")(verify)
    app.command("rehearse")(rehearse)


def tidy(
    files: Annotated[list[Path] | None, typer.Argument(help="Notebooks; every one by default.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; end with 1 if a file would.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Put notebooks into canonical form, and datasets/concepts.csv up to date.

    Canonical is: nbformat 4.5, no outputs, kernel python3, code formatted by ruff, a readable id for every
    cell, metadata of nbgrader, relmark and tags only, sorted keys. Doing it twice changes nothing.

    Example: relmark tidy chapters/04_satisfaction.ipynb
    """
    from relmark_helpers.authoring.tidy import tidy as put_in_order

    changed = put_in_order(screen.own_course(), files or [], check=check)
    if as_json:
        screen.say_json({"changed": [str(path) for path in changed], "written": not check})
    else:
        for path in changed:
            screen.say(f"{'would change' if check else 'changed'} {path}")
        screen.say(f"{counted(len(changed), 'file')} {'to change' if check else 'changed'}.")
    if check and changed:
        raise typer.Exit(1)


def verify(
    numbers: Annotated[list[str] | None, typer.Argument(metavar="NN…", help="Chapters; all if none.")] = None,
    fast: Annotated[bool, typer.Option("--fast", help="Execute nothing; under 30 seconds.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check everything about notebooks that CI checks, and say how to mend each finding.

    Form, anatomy of chapters, points and scaffolds of assignments, exercises against their solutions, and
    coverage of the concepts; then every chapter and solution is executed offline in a clean kernel, with
    warnings as errors. What has not changed since it last passed is not executed again.

    Example: relmark verify --fast 04
    """
    chapters = [chapter(number) for number in numbers or []] or list(CHAPTERS)
    from relmark_helpers.authoring.verify import verify as examine

    report = examine(screen.own_course(), chapters, fast=fast, tell=screen.tell)
    if as_json:
        screen.say_json(
            {"findings": [vars(finding) for finding in report.findings], "open": report.still_open}
        )
    else:
        for finding in report.findings:
            screen.say(str(finding))
        errors = sum(finding.level == "error" for finding in report.findings)
        screen.say(f"{errors} to mend, {len(report.findings) - errors} warnings.")
        if report.still_open:
            screen.say(
                f"{len(report.still_open)} concepts of unfinished chapters are open (--json lists them)."
            )
    if report.fails:
        raise typer.Exit(1)


def rehearse(
    number: Annotated[str, typer.Argument(metavar="NN", help="The chapter whose assignment it is.")],
    ids: Annotated[int, typer.Option("--ids", min=1, help="Cases to draw.")] = 60,
    only: Annotated[
        list[str] | None, typer.Option("--only", help="forms, bank, further or fresh; all by default.")
    ] = None,
    student: Annotated[
        list[str] | None, typer.Option("--student", help="Draw the cases of these ids instead.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Processes.")] = os.cpu_count() or 1,
    as_json: AsJson = False,
) -> None:
    """Draw many cases of an assignment and try right and wrong answers on each, in minutes.

    On each case the reference of solutions/ runs; then every right value in other forms (dtypes, containers,
    orders, roundings), every answer of the bank, and the mistakes of tests/answers/further and fresh. What is
    right must be right for every check and test; what is wrong must not; no usual mistake may give the right
    value. Ends with 1 if anything is amiss.

    Example: relmark rehearse 07 --ids 500
    """
    found = chapter(number)
    from relmark_helpers.authoring.stress import stress

    for part in only or ():
        if part not in stress.PARTS:
            raise CourseError(f"--only {part}: it is one of {', '.join(stress.PARTS)}.")
    students = student or stress.ids(ids)
    with screen.progress(f"assignment {number}") as show:
        report = stress.stress(
            screen.own_course(), found, students, only or stress.PARTS, min(jobs, len(students)), show
        )
    if as_json:
        screen.say_json(report.as_dict())
    else:
        for line in report.said():
            screen.say(line)
        for line in report.unnamed():
            screen.say(f"not always named: {line}")
        screen.say(report.summary())
    if report.fails:
        raise typer.Exit(1)
