"""The learner's commands: init, lab, doctor, check, progress."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from relmark_helpers import course
from relmark_helpers.cli import screen
from relmark_helpers.words import counted

AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
ChapterNumber = Annotated[str, typer.Argument(metavar="NN", help="The chapter's number, such as 04.")]

STOPS_SHOWN = 3  # one broken set-up cell stops all that follow; the first sentences are enough


def add_to(app: typer.Typer) -> None:
    """Add the learner's commands.

    Parameters
    ----------
    app : typer.Typer
        The command they become part of.

    Examples
    --------
    >>> app = typer.Typer()
    >>> add_to(app)
    >>> [command.name for command in app.registered_commands]
    ['init', 'lab', 'doctor', 'check', 'progress']
    """
    app.command("init")(init)
    app.command("lab", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(lab)
    app.command("doctor")(doctor)
    app.command("check")(check)
    app.command("progress")(progress)


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    update: Annotated[bool, typer.Option("--update", help="Bring a copy up to date.")] = False,
    no_exercises: Annotated[
        bool, typer.Option("--no-exercises", help="Leave exercises to the instructor, as on a Hub.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Lay out your own copy of the course: chapters, exercises and a guide.

    With --update, a newer version of the course replaces what you have not changed and adds what is new.
    A notebook in which you changed a cell is kept as it is and listed; having run a notebook is not changing
    it. Nothing is ever removed. To take the new version of a notebook you changed, rename yours first.

    Example: relmark init my-course

    Example: relmark init my-course --update
    """
    from relmark_helpers.cli import copy

    laid = (copy.update if update else copy.lay_out)(folder, exercises=not no_exercises)
    if as_json:
        screen.say_json({"folder": str(folder), "new": laid.new, "updated": laid.updated, "kept": laid.kept})
        return
    screen.say(
        f"{folder}: {counted(len(laid.new), 'file')} new, {len(laid.updated)} updated, {len(laid.kept)} kept as yours."
    )
    for name in laid.kept:
        screen.say(
            f"  {name} has a new version, and you have changed yours; rename yours and update to get it."
        )
    if not update:
        screen.say(f"Begin with: cd {folder} && relmark lab")


def lab(
    context: typer.Context,
    chapter: Annotated[str, typer.Option(metavar="NN", help="Open at this chapter.")] = "00",
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Use this port only.")] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser.")] = True,
) -> None:
    """Open JupyterLab on the course, at the start or at a chapter.

    The course is the nearest folder with chapters/ and exercises/ at or above this one. JupyterLab asks
    nothing of the network: no news, no search for updates, no extension market. What you add after -- goes
    to JupyterLab as it is.

    Example: relmark lab --chapter 04

    Example: relmark lab --no-browser --port 8890 -- --ip=127.0.0.1
    """
    course.chapter(chapter)  # a wrong number is said before anything else
    from relmark_helpers.cli import laboratory

    laboratory.open_lab(screen.own_course(), chapter, port, browser, context.args)


def doctor(
    grading: Annotated[
        bool, typer.Option("--grading", help="Try out the sandboxes for grading instead.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check that this computer can run the course, and say how to mend what cannot.

    Looks at Python, the installed packages and their versions, the kernel, the widgets' front ends, the
    data, free disk space and whether the course folder can be written to. Ends with 1 if anything fails.

    With --grading, for instructors: says which sandboxes this computer has for students' code, best first, and
    proves it by attempting in each what students' code must not be able to do.

    Example: relmark doctor

    Example: relmark doctor --grading
    """
    from relmark_helpers.cli import health, ladder

    results = ladder.examine() if grading else health.examine()
    if as_json:
        screen.say_json([vars(result) for result in results])
    else:
        for result in results:
            screen.say(f"{'ok  ' if result.ok else 'FAIL'} {result.name}: {result.says}")
            if not result.ok:
                screen.say(f"     To mend it: {result.mend}")
    if not all(result.ok for result in results):
        raise typer.Exit(1)


def check(
    number: ChapterNumber,
    file: Annotated[Path | None, typer.Argument(help="Your notebook, if it lies elsewhere.")] = None,
    as_json: AsJson = False,
) -> None:
    """Run your own copy of an assignment from top to bottom and list what is right so far.

    A copy is read, run and judged as in grading, only without the hidden tests, so your notebook stays as it
    is and what its cells really contain counts. You see what every check says: hints, but no answers.

    Example: relmark check 04
    """
    from relmark_helpers.cli import checkup

    result = checkup.check_assignment(number, file)
    if as_json:
        screen.say_json({"file": str(result.file), "verdicts": result.verdicts, "stopped": result.stopped})
        return
    for repair in result.repairs[:STOPS_SHOWN]:
        screen.say(repair)
    if len(result.repairs) > STOPS_SHOWN:
        screen.say(f"{len(result.repairs) - STOPS_SHOWN} more cells had to be repaired.")
    if any(verdict["outcome"] != "stopped" for verdict in result.verdicts):
        screen.say_table(["Task", "Outcome", "What the check says"], result.rows())
        right = sum(verdict["outcome"] == "right" for verdict in result.verdicts)
        screen.say(
            f"{right} of {counted(len(result.verdicts), 'check')} {'is' if right == 1 else 'are'} right."
        )
    else:
        screen.say("No check could run yet.")
    for where, said in result.stopped[:STOPS_SHOWN]:
        screen.say(f"Cell {where} stops: {said}")
    if len(result.stopped) > STOPS_SHOWN:
        screen.say(f"{len(result.stopped) - STOPS_SHOWN} later cells stop too; mend the first one first.")


def progress(
    forget: Annotated[bool, typer.Option("--forget", help="Delete what was kept.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show what was kept of your work: predictions, self-checks, checks of tasks.

    It lies in .relmark/ of your course folder and nowhere else; --forget deletes it.

    Example: relmark progress

    Example: relmark progress --forget
    """
    from relmark_helpers.notebook.progress import forget as forget_all
    from relmark_helpers.notebook.progress import records

    screen.own_course()
    if forget:
        gone = forget_all()
        if as_json:
            screen.say_json({"forgotten": str(gone) if gone else None})
        else:
            screen.say(f"Deleted {gone}." if gone else "Nothing was kept.")
        return
    kept = records()
    rows = [[str(row["at"]), row["kind"], row["key"], row["value"]] for _, row in kept.iterrows()]
    if as_json:
        screen.say_json([dict(zip(("at", "kind", "key", "value"), row, strict=True)) for row in rows])
    elif rows:
        shown = [[at[:16].replace("T", " "), kind, key, _in_words(value)] for at, kind, key, value in rows]
        screen.say_table(["When", "What", "Where", "Kept"], shown)
    else:
        screen.say("Nothing is kept yet; predictions and answers appear here as you work.")


def _in_words(value: object) -> str:
    """A kept value for reading: a check's outcome with its sentence, anything else as it is."""
    if isinstance(value, dict):
        return ": ".join(str(part) for part in value.values() if part)
    return str(value)
