"""The commands about Meridian Home: company build, describe, levers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from relmark_helpers.cli import screen
from relmark_helpers.cli.learner import AsJson


def add_to(app: typer.Typer) -> None:
    """Add the commands about the company.

    Parameters
    ----------
    app : typer.Typer
        The command they become part of.

    Examples
    --------
    >>> app = typer.Typer()
    >>> add_to(app)
    >>> [group.name for group in app.registered_groups]
    ['company']
    """
    company = typer.Typer(help="Meridian Home, the company the course is about.", no_args_is_help=True)
    company.command("build")(build)
    company.command("describe")(describe)
    company.command("levers")(levers)
    app.add_typer(company, name="company")


def build(
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write into.")],
    customers: Annotated[int, typer.Option(help="Customers on the first day, 100 to 10,000,000.")] = 2700,
    months: Annotated[int, typer.Option(help="Months to run, 6 to 240.")] = 36,
    seed: Annotated[int, typer.Option(help="The same seed gives the same company.")] = 20240104,
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
        screen.say(f"Built a company of {customers:,} customers over {months} months in {out}.")


def describe(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="A company's folder; the course's own by default.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say what a company looks like: its figures, beside what was published of real ones.

    Example: relmark company describe my-company
    """
    from relmark_helpers.company.describe import describe as report

    found = report(folder)
    if as_json:
        screen.say_json({"figures": found.astype(object).where(found.notna(), None).to_dict("records")})
        return
    said = found.assign(inside=found["inside"].map({True: "inside", False: "outside"}).fillna(""))
    lines = said[["figure", "shown", "inside", "published"]].to_numpy().tolist()
    screen.say_table(["Figure", "Here", "Range", "Published"], lines)


def levers(as_json: AsJson = False) -> None:
    """List the levers of a policy: what each is, its unit and range, and where it usually stands.

    A policy file for `relmark company build --policy FILE` names those that differ: {"remedy": 0.9}. A list
    gives a number a month; its last one holds on.

    Example: relmark company levers
    """
    from relmark_helpers.company.policy import levers as known

    if as_json:
        screen.say_json(known())
        return
    rows = []
    for each in known():
        usual = each["default"]
        plan = isinstance(usual, tuple)
        shown = f"{usual[0]:g}, from month {len(usual)} {usual[-1]:g}" if plan else f"{usual:g}"
        rows.append(
            [each["name"], shown, f"{each['low']:g} to {each['high']:g}", each["unit"], each["meaning"]]
        )
    screen.say_table(["Lever", "Usually", "Range", "Unit", "Meaning"], rows)
