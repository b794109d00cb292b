"""The instructor's commands: release, grade, feedback, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from relmark_helpers.cli import screen
from relmark_helpers.cli.learner import AsJson, ChapterNumber
from relmark_helpers.course import chapter


def add_to(app: typer.Typer) -> None:
    """Add the instructor's commands.

    Parameters
    ----------
    app : typer.Typer
        The command they become part of.

    Examples
    --------
    >>> app = typer.Typer()
    >>> add_to(app)
    >>> [command.name for command in app.registered_commands]
    ['release', 'grade', 'feedback', 'export']
    """
    for command in (release, grade, feedback, export):
        app.command(command.__name__)(command)


def release(number: ChapterNumber, as_json: AsJson = False) -> None:
    """Make the exercise of a chapter from its solution, and a zip of it for an LMS.

    The exercise is swapped in when whole; the same solution gives the same bytes. The salt of
    nbgrader_config.py is stamped into the exercise: change it each term, and every learner gets a new case.

    Example: relmark release 04
    """
    name = chapter(number).name
    from relmark_helpers.classroom.release import release as make

    made = make(screen.own_course(), name)
    if as_json:
        screen.say_json({"exercise": str(made.exercise), "archive": str(made.archive)})
    else:
        print(f"Released {made.exercise} and {made.archive}.")


def grade(number: ChapterNumber, as_json: AsJson = False) -> None:
    """Grade every submission of a chapter's assignment, each on the case of the student who filed it.

    Submissions lie at submitted/STUDENT/NN_slug/NN_slug.ipynb. Grading again replaces what the tests gave;
    marks given by hand stay. It runs students' code without a sandbox: use it for a class you trust.

    Example: relmark grade 04
    """
    name = chapter(number).name
    from relmark_helpers.classroom.grade import grade as mark

    graded = mark(screen.own_course(), name)
    if as_json:
        screen.say_json({"graded": graded})
    else:
        print(f"Graded {len(graded)} submissions of {name}.")


def feedback(number: ChapterNumber, as_json: AsJson = False) -> None:
    """Make a feedback page for each graded submission of a chapter's assignment.

    The pages are at feedback/STUDENT/NN_slug/NN_slug.html.

    Example: relmark feedback 04
    """
    name = chapter(number).name
    from relmark_helpers.classroom.feedback import feedback as make

    done = make(screen.own_course(), name)
    if as_json:
        screen.say_json({"feedback": done})
    else:
        print(f"Made {len(done)} feedback pages of {name}.")


def export(
    to: Annotated[str, typer.Option(metavar="FORMAT", help="The format: csv.")] = "csv",
    out: Annotated[Path, typer.Option(metavar="FILE", help="The file to write.")] = Path("grades.csv"),
    as_json: AsJson = False,
) -> None:
    """Write every mark of the gradebook to a file, a row for each student and assignment.

    Example: relmark export --to csv --out grades.csv
    """
    if to != "csv":
        raise typer.BadParameter(f"{to!r} is not a format; the format is csv", param_hint="--to")
    from relmark_helpers.classroom.export import export as write

    written = write(screen.own_course(), out)
    if as_json:
        screen.say_json({"file": str(written)})
    else:
        print(f"Wrote {written}.")
