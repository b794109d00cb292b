"""The instructor's commands: release, collect, grade, feedback, export, report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relmark_helpers.cli import screen
from relmark_helpers.cli.learner import AsJson, ChapterNumber
from relmark_helpers.course import chapter
from relmark_helpers.words import counted

if TYPE_CHECKING:
    from relmark_helpers.classroom.grade import Summary
    from relmark_helpers.classroom.roster import Roster

MOST_ROWS = 200  # a longer table is read by nobody, and takes minutes to draw
RosterFile = Annotated[
    Path | None,
    typer.Option(
        "--roster", metavar="FILE", help="Who is in the class (CSV); roster.csv of the course by default."
    ),
]


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
    ['release', 'collect', 'grade', 'feedback', 'export', 'report']
    """
    for command in (release, collect, grade, feedback, export, report):
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
        screen.say(f"Released {made.exercise} and {made.archive}.")


def collect(
    number: ChapterNumber,
    source: Annotated[Path, typer.Argument(metavar="PATH", help="The download: a zip or a folder.")],
    roster: RosterFile = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Take the download's also where a newer one is filed.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """File what students handed in to an LMS at submitted/STUDENT/NN_slug/NN_slug.ipynb.

    PATH is a download of Canvas or Moodle as a zip or unpacked, or a folder of student/NN_slug.ipynb. With a
    roster the LMS's names become the ids of your class, and you read who has handed in nothing. Collecting again
    takes what is newer and leaves the rest as it is; what is not taken is listed with its reason.

    Example: relmark collect 04 submissions.zip --roster roster.csv
    """
    name = chapter(number).name
    from relmark_helpers.classroom.collect import collect as take

    course = screen.own_course()
    got = take(course, name, source, roster=_roster(course, roster), replace=replace)
    if as_json:
        screen.say_json(vars(got))
        return
    screen.say(
        f"{len(got.filed)} new, {len(got.replaced)} replaced, {len(got.unchanged)} as before, {len(got.late)} late."
    )
    if got.late:
        screen.say(f"Late: {', '.join(got.late)}.")
    if got.named:
        made = counted(len(got.named), "id was", "ids were")
        screen.say(f"{made} made of names, since there is no roster: {_first([i for i, _ in got.named])}")
    if got.absent:
        screen.say(f"Nothing yet from {len(got.absent)} on the roster: {', '.join(got.absent)}.")
    if got.exchanged:
        screen.say_table(["Replaced", "It was of", "Now"], got.exchanged)
    if got.skipped:
        screen.say_table(["Not taken", "Why"], got.skipped[:MOST_ROWS])
    if len(got.skipped) > MOST_ROWS:
        screen.say(f"{len(got.skipped) - MOST_ROWS:,} more are not taken (--json lists them).")


def grade(
    number: ChapterNumber,
    workers: Annotated[
        int, typer.Option(min=0, metavar="N", help="Submissions at a time; 0 for what fits.")
    ] = 0,
    scheduler: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Address of a Dask scheduler to run on.")
    ] = "",
    resume: Annotated[
        bool, typer.Option("--resume", help="Skip submissions already graded and unchanged.")
    ] = False,
    sandbox: Annotated[str, typer.Option(metavar="NAME", help="The sandbox; the best one by default.")] = "",
    i_trust_this_class: Annotated[
        bool, typer.Option("--i-trust-this-class", help="Grade without a sandbox where there is none.")
    ] = False,
    fork: Annotated[
        bool, typer.Option("--fork/--no-fork", help="Fork from a warm process (Linux), or start each anew.")
    ] = True,
    as_json: AsJson = False,
) -> None:
    """Grade every submission of a chapter's assignment, each on the case of the student who filed it.

    An assignment of your own, which is no chapter's, is graded by its name: NN is then the folder in exercises/.

    Submissions lie at submitted/STUDENT/NN_slug/NN_slug.ipynb. Each runs in a sandbox; the hidden tests run in
    another process. A damaged or hostile one never stops the others. Grading again replaces what the tests
    gave; marks given by hand stay. After a stop, --resume goes on where it was.

    Example: relmark grade 04

    Example: relmark grade 04 --resume --workers 4

    Example: relmark grade 04 --scheduler tcp://127.0.0.1:8786
    """
    name = _assignment(number)
    from relmark_helpers.classroom.grade import Wishes
    from relmark_helpers.classroom.grade import grade as mark

    wishes = Wishes(workers, scheduler, resume, sandbox, i_trust_this_class, None if fork else False)
    course = screen.own_course()
    _tell_damaged(course, name)
    with screen.progress(f"grading {name}") as show:
        summary = mark(course, name, wishes, show)
    if as_json:
        screen.say_json(summary.as_dict())
    else:
        _say(summary)


def _assignment(number: str) -> str:
    """The name of a chapter's assignment, or of one of the course's own."""
    own = screen.own_course() / "exercises" / number / f"{number}.ipynb"
    return number if own.is_file() else chapter(number).name


def _say(summary: Summary) -> None:
    if looked := summary.to_look_at():
        screen.say_table(["Student", "State", "Look at"], looked)
    counts = ", ".join(f"{count} {state}" for state, count in summary.counts.items())
    graded = f"{counted(len(summary.rows), 'submission')} of {summary.assignment}"
    readers = counted(sum(row.needs_reader for row in summary.rows), "needs", "need")
    screen.say(f"{graded}: {counts}; {readers} a reader.")
    for line in (f"Sandbox: {summary.rung}. Time: {summary.seconds:.0f} s.", *summary.notes):
        screen.say(line)


def feedback(
    number: ChapterNumber,
    packed: Annotated[
        Path | None, typer.Option("--zip", metavar="FILE", help="Pack the pages into this zip as well.")
    ] = None,
    roster: RosterFile = None,
    as_json: AsJson = False,
) -> None:
    """Make a feedback page for each graded submission of a chapter's assignment.

    The pages are at feedback/STUDENT/NN_slug/NN_slug.html. --zip packs them too: with Moodle's grading
    worksheet of the assignment as roster, as Moodle takes them back; else by the students' ids.

    Example: relmark feedback 04

    Example: relmark feedback 04 --zip pages.zip --roster worksheet.csv
    """
    name = chapter(number).name
    from relmark_helpers.classroom.feedback import feedback as make
    from relmark_helpers.classroom.feedback.packed import pack

    course = screen.own_course()
    _tell_damaged(course, name)
    known = _roster(course, roster) if packed else None  # a wrong one is said before the work
    done = make(course, name)
    zipped = pack(course, name, packed, roster=known) if packed else None
    if as_json:
        more = {"file": str(zipped.file), "unknown": zipped.unknown} if zipped else {}
        screen.say_json({"feedback": done, **more})
        return
    screen.say(f"Made {counted(len(done), 'feedback page')} of {name}.")
    if zipped:
        screen.say(f"Packed {len(zipped.students)} into {zipped.file}.")
        if unknown := zipped.unknown:
            screen.say(f"{counted(len(unknown), 'is', 'are')} not on the worksheet: {_first(unknown)}")


def export(
    to: Annotated[str, typer.Option(metavar="FORMAT", help="csv, canvas or moodle.")] = "csv",
    out: Annotated[Path, typer.Option(metavar="FILE", help="The file to write.")] = Path("grades.csv"),
    only: Annotated[
        str, typer.Option("--chapter", metavar="NN", help="One assignment; all by default.")
    ] = "",
    roster: RosterFile = None,
    as_json: AsJson = False,
) -> None:
    """Write the marks of the gradebook to a file: for a spreadsheet, or as Canvas or Moodle import it.

    Canvas and Moodle know students by numbers of their own, which a roster maps: best their own export of the
    class (Canvas: the gradebook; Moodle: the grading worksheet of the assignment).

    Example: relmark export --to csv --out grades.csv

    Example: relmark export --to moodle --chapter 04 --roster worksheet.csv --out marks.csv
    """
    from relmark_helpers.classroom.export import FORMATS
    from relmark_helpers.classroom.export import export as write

    if to not in FORMATS:
        raise typer.BadParameter(
            f"{to!r} is not a format; the formats are {', '.join(FORMATS)}", param_hint="--to"
        )
    course = screen.own_course()
    name = chapter(only).name if only else None
    written = write(course, out, to=to, assignment=name, roster=_roster(course, roster))
    if as_json:
        told = {part: getattr(written, part) for part in ("unknown", "missing", "unread")}
        screen.say_json({"file": str(written.file), **told})
        return
    screen.say(f"Wrote {written.file}.")
    for students, says in (
        (written.unknown, "in the gradebook and not on the roster"),
        (written.missing, "on the roster and not in the gradebook"),
        (written.unread, "waiting for a reader, so that their mark is not final"),
    ):
        if students:
            screen.say(f"{len(students)} {says}: {_first(students)}")


def report(number: ChapterNumber, as_json: AsJson = False) -> None:
    """Write the item analysis of a chapter's assignment: report/NN_slug.html, with two tables beside it.

    Difficulty, discrimination and reliability, what the checks said, what the sandbox saw, answers that fit
    another student's case and notebooks that are very alike: something to look at, not a verdict.

    Example: relmark report 04
    """
    name = chapter(number).name
    from relmark_helpers.classroom.report import report as make

    course = screen.own_course()
    _tell_damaged(course, name)
    made = make(course, name)
    if as_json:
        files = {"page": str(made.page), "tasks": str(made.tasks), "students": str(made.students)}
        screen.say_json({**files, **made.numbers})
    else:
        screen.say(f"Wrote {made.page}, {made.tasks} and {made.students}.")


def _first(students: Sequence[str]) -> str:
    return ", ".join(students[:10]) + (" …" if len(students) > 10 else "")


def _tell_damaged(course: Path, name: str) -> None:
    from relmark_helpers.classroom.journal import FOLDER, damaged

    if students := damaged(course, name):
        screen.tell(
            f"{FOLDER / name} is damaged for {', '.join(students)}, and counts as absent there; "
            f"`relmark grade {name[:2]}` writes it anew"
        )


def _roster(course: Path, given: Path | None) -> Roster | None:
    """The roster that is named, under the ids of the course's own if it has one; else that one."""
    from relmark_helpers.classroom.roster import read_roster, under_own_ids

    file = course / "roster.csv"
    own = read_roster(file) if file.is_file() else None
    named = read_roster(given) if given else None
    for doubt in {doubt: None for each in (own, named) if each for doubt in each.doubts}:
        screen.tell(doubt)
    if named is None:
        return own
    return named if own is None or named.form == "own" else under_own_ids(named, own)
