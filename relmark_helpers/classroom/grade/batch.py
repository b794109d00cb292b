"""A whole class: submission → intake → run → judge → record → report, with one writer and no stop on the way."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from relmark_helpers.classroom import journal, nbgrader
from relmark_helpers.classroom.grade.fanout import Cluster, Fanout, Local, There, Workshop
from relmark_helpers.classroom.grade.folders import remove
from relmark_helpers.classroom.grade.gradebook import Ledger
from relmark_helpers.classroom.grade.intake import Intake, steps, take_in
from relmark_helpers.classroom.grade.plan import Plan, read_plan
from relmark_helpers.classroom.grade.record import Recorder
from relmark_helpers.classroom.grade.report import Row, Summary
from relmark_helpers.classroom.grade.sandbox.ladder import check_nothing_shows, choose
from relmark_helpers.classroom.grade.settings import Settings, read_settings
from relmark_helpers.classroom.grade.submission import Submission, read_submission, submissions
from relmark_helpers.classroom.grade.work import Job, Outcome
from relmark_helpers.classroom.preprocessors import PUBLIC_SALTS
from relmark_helpers.classroom.roster import read_roster
from relmark_helpers.errors import CourseError

SCRATCH = "scratch-"


@dataclass(frozen=True)
class Wishes:
    """How a class shall be graded.

    Parameters
    ----------
    workers : int
        Submissions at a time; 0 for one more than there are processors.
    scheduler : str
        Address of a dask scheduler whose workers do it instead.
    resume : bool
        Leave alone what is graded already and has not changed since.
    sandbox : str
        The rung of the ladder; the best one by default.
    trusted : bool
        Whether the class may be graded without a sandbox.
    forks : bool or None
        False starts a process anew for each submission.
    """

    workers: int = 0
    scheduler: str = ""
    resume: bool = False
    sandbox: str = ""
    trusted: bool = False
    forks: bool | None = None


def grade(
    course: Path,
    name: str,
    wishes: Wishes | None = None,
    show: Callable[[int, int], None] = lambda done, whole: None,
) -> Summary:
    """Grade every submission of one assignment; marks given by hand stay.

    Parameters
    ----------
    course : Path
        The course folder, with ``submitted/<student>/<assignment>/``.
    name : str
        The assignment, ``"04_satisfaction"``.
    wishes : Wishes, optional
        How.
    show : callable
        Is told how many submissions are done, and how many there are.

    Returns
    -------
    Summary

    Raises
    ------
    CourseError
        If nothing was submitted, the assignment was not released, the configuration cannot be used, another
        grading is under way, or there is no sandbox.

    Examples
    --------
    >>> grade(Path("empty"), "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no submission of 04_satisfaction; put each one at ...
    """
    wishes = wishes or Wishes()
    began = time.monotonic()
    found = submissions(course, name)
    if not found:
        raise CourseError(
            f"There is no submission of {name}; put each one at submitted/<student>/{name}/{name}.ipynb in {course}, "
            f"or take them out of an LMS's download with `relmark collect {name[:2]} PATH`."
        )
    if not (course / "gradebook.db").is_file():
        raise CourseError(f"{name} is not in the gradebook yet; run `relmark release {name[:2]}` first.")
    settings = read_settings(course)
    check_nothing_shows(course)
    rung = choose(wishes.sandbox, trusted=wishes.trusted, forks=wishes.forks, image=settings.image)
    notes = tuple(_notes(course, name, settings, found))
    with _alone(course, name), _scratch(course) as scratch:
        there = There(name[:2], rung)
        fanout: Fanout
        if wishes.scheduler:
            fanout = Cluster(wishes.scheduler, there)
        else:
            fanout = Local(
                Workshop(there.chapter, rung, scratch), wishes.workers or (os.cpu_count() or 1) + 1
            )
        try:
            with Ledger(settings.db_url) as ledger:
                plan = read_plan(course, name, _sources(ledger, name))
                recorder = Recorder(course, plan, settings, ledger, scratch)
                rows = _each(course, plan, settings, recorder, fanout, found, wishes, rung.name, show)
        finally:
            fanout.close()
    in_order = tuple(sorted(rows, key=lambda row: row.student))
    return Summary(name, in_order, rung.name, time.monotonic() - began, notes)


def _each(
    course: Path,
    plan: Plan,
    settings: Settings,
    recorder: Recorder,
    fanout: Fanout,
    found: list[str],
    wishes: Wishes,
    rung: str,
    show: Callable[[int, int], None],
) -> list[Row]:
    rows: list[Row] = []
    waiting: dict[str, tuple[Submission, Intake, str]] = {}

    def finish(submission: Submission, intake: Intake, outcome: Outcome, key: str) -> None:
        broken = [event for event in outcome.events if event.kind == "broken"]
        if broken:
            intake = Intake(intake.cells, broken[0].says, intake.repairs, intake.events)
            key = ""  # not for anything in the submission: --resume tries it again
        try:
            mark = recorder.record(submission, intake, outcome, key, rung)
        except CourseError:
            raise
        except Exception as error:  # what cannot be written down of one submission is no end for the others
            says = f"What came of it cannot be written down ({type(error).__name__}: {error})."
            intake, outcome = take_in(plan, replace(submission, refused=says)), Outcome()
            mark = recorder.record(submission, intake, outcome, key, rung)
        rows.append(Row.of(submission.student, mark, intake, outcome))
        show(len(rows), len(found))

    def collect() -> None:
        for job, outcome in fanout.done():
            submission, intake, key = waiting.pop(job.student)
            finish(submission, intake, outcome, key)

    show(0, len(found))
    for student in found:
        submission = read_submission(course, plan.assignment, student)
        key = _key(plan, settings, submission)
        known = journal.read(course, plan.assignment, student)
        whole = (course / "autograded" / student / plan.assignment / f"{plan.assignment}.ipynb").is_file()
        if wishes.resume and known is not None and known.key == key and whole:
            rows.append(Row.kept_as(known, recorder.mark(student)))
            show(len(rows), len(found))
            continue
        intake = take_in(plan, submission)
        if intake.refused:
            finish(submission, intake, Outcome(), key)
            continue
        while len(waiting) >= fanout.room:
            collect()
        waiting[student] = (submission, intake, key)
        fanout.submit(_job(plan, settings, submission, intake))
    while waiting:
        collect()
    return rows


def _notes(course: Path, name: str, settings: Settings, found: list[str]) -> Iterator[str]:
    """What concerns the whole class."""
    if settings.hidden in PUBLIC_SALTS:
        yield (
            "The hidden inputs are drawn with the salt that everybody can read: set RELMARK_HIDDEN to a secret of "
            f"your own, and grade {name[:2]} again."
        )
    if left := nbgrader.nameless(course, "submitted", name):
        yield (
            f"{len(left)} in submitted/ left out, for the names of the folders are not written in UTF-8; rename them to "
            f"ids and grade {name[:2]} again: {', '.join(left[:10])}"
        )
    if (course / "roster.csv").is_file():
        known = {student.student_id for student in read_roster(course / "roster.csv").students}
        if strangers := [student for student in found if student not in known]:
            listed = ", ".join(strangers[:10]) + (" …" if len(strangers) > 10 else "")
            yield f"{len(strangers)} handed in under an id that is not on roster.csv: {listed}"


def _job(plan: Plan, settings: Settings, submission: Submission, intake: Intake) -> Job:
    return Job(
        submission.student,
        tuple(steps(plan, intake.cells)),
        submission.files,
        settings.course,
        settings.hidden,
        settings.limits,
    )


def _key(plan: Plan, settings: Settings, submission: Submission) -> str:
    """Digest of all that a submission's marks depend on."""
    digest = hashlib.sha256(f"{plan.key}\n{settings.course}\n{settings.hidden}\n{settings.limits}".encode())
    told = (submission.student, submission.refused, submission.handed_in, submission.notes)
    digest.update(repr(told).encode("utf-8", "replace") + submission.notebook)
    for place, content in submission.files:
        digest.update(place.encode("utf-8", "replace") + hashlib.sha256(content).digest())
    return digest.hexdigest()


def _sources(ledger: Ledger, name: str) -> dict[str, object]:
    from nbgrader.api import MissingEntry

    try:
        notebook = ledger.find_notebook(name, name)
    except MissingEntry:
        raise CourseError(
            f"{name} is not in the gradebook yet; run `relmark release {name[:2]}` first."
        ) from None
    return {cell.name: cell for cell in notebook.source_cells}


@contextmanager
def _scratch(course: Path) -> Iterator[Path]:
    """A folder on the course's own disk; what a killed grading left there is removed."""
    parent = course.resolve() / ".relmark"
    parent.mkdir(exist_ok=True)
    for left in parent.glob(f"{SCRATCH}*"):
        remove(left)
    folder = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=parent))
    try:
        yield folder
    finally:
        remove(folder)


@contextmanager
def _alone(course: Path, name: str) -> Iterator[None]:
    """Keep a second grading of this course out; a lock of the operating system goes with its process."""
    path = course / ".relmark" / "grading.lock"
    path.parent.mkdir(exist_ok=True)
    with path.open("a+b") as opened:
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(opened.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
            else:
                import fcntl

                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CourseError(f"Another grading is under way in {course}; wait until it has ended.") from None
        yield
