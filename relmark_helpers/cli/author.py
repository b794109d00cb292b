"""The author's commands: tidy, verify, company build."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from relmark_helpers.cli import screen
from relmark_helpers.cli.learner import AsJson
from relmark_helpers.course import CHAPTERS, chapter


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
    ['tidy', 'verify']
    """
    app.command("tidy")(tidy)
    app.command("verify")(verify)
    company = typer.Typer(help="Meridian Home, the company the course is about.", no_args_is_help=True)
    company.callback()(_company)  # so that `company build` stays two words
    company.command("build")(build)
    app.add_typer(company, name="company")


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
            print(f"{'would change' if check else 'changed'} {path}")
        print(f"{len(changed)} files {'to change' if check else 'changed'}.")
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
            print(finding)
        errors = sum(finding.level == "error" for finding in report.findings)
        print(f"{errors} to mend, {len(report.findings) - errors} warnings.")
        if report.still_open:
            print(f"{len(report.still_open)} concepts of unfinished chapters are open (--json lists them).")
    if report.fails:
        raise typer.Exit(1)


def _company() -> None:
    """Meridian Home, the company the course is about.

    Example: relmark company build --out my-company
    """


def build(
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write into.")],
    customers: Annotated[int, typer.Option(help="Customers on the first day, 100 to 10,000,000.")] = 2700,
    months: Annotated[int, typer.Option(help="Months to run, 6 to 240.")] = 36,
    seed: Annotated[int, typer.Option(help="The same seed gives the same company.")] = 20240101,
    policy: Annotated[
        Path | None, typer.Option(metavar="FILE", help='Levers that differ, as JSON: {"remedy": 0.9}.')
    ] = None,
    form: Annotated[
        str, typer.Option("--format", help="csv or parquet, a file a table; duckdb, one file with keys.")
    ] = "csv",
    again: Annotated[bool, typer.Option("--again", help="Throw an unfinished build in DIR away.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make a company of any size: its tables, and datapackage.json, which describes them.

    Notebooks use it with rm.load("customers", company="DIR"). A build that was stopped goes on where it was
    when the same command is run again.

    Example: relmark company build --customers 20000 --months 48 --seed 7 --format duckdb --out my-company
    """
    from relmark_helpers.company.build import build as simulate
    from relmark_helpers.company.policy import Policy

    levers = Policy() if policy is None else Policy.from_file(policy)
    with screen.progress("building the company") as show:
        simulate(out, customers, months, seed, levers, form, progress=show, again=again)
    if as_json:
        made = {"folder": str(out), "customers": customers, "months": months, "seed": seed}
        screen.say_json(made | {"policy": levers.changes(), "format": form})
    else:
        print(f"Built a company of {customers:,} customers over {months} months in {out}.")
