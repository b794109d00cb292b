"""A whole class: submission → intake → run → judge → record → report, with one writer and no stop on the way."""

from __future__ import annotations

import hashlib
import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from relmark_helpers.classroom import journal
from relmark_helpers.classroom.grade.fanout import Cluster, Fanout, Local, There, Workshop
from relmark_helpers.classroom.grade.folders import remove
from relmark_helpers.classroom.grade.gradebook import Ledger
from relmark_helpers.classroom.grade.intake import Intake, steps, take_in
from relmark_helpers.classroom.grade.plan import Plan, read_plan, release_command
from relmark_helpers.classroom.grade.record import Recorder
from relmark_helpers.classroom.grade.report import Row, Summary
from relmark_helpers.classroom.grade.sandbox.ladder import check_nothing_shows, choose
from relmark_helpers.classroom.grade.settings import Settings, read_settings
from relmark_helpers.classroom.grade.submission import Submission, read_submission, submissions
from relmark_helpers.classroom.grade.work import Job, Outcome
from relmark_helpers.classroom.journal import Entry
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
        raise CourseError(f"{name} is not in the gradebook yet; run {release_command(name)} first.")
    settings = read_settings(course)
    check_nothing_shows(course)
    rung = choose(wishes.sandbox, trusted=wishes.trusted, forks=wishes.forks, image=settings.image)
    notes = tuple(_notes(course, name, settings, found))
    with _ending_in_order(), _alone(course, name), _scratch(course) as scratch:
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
                batch = _Batch(course, plan, settings, recorder, fanout, rung.name, show)
                rows = batch.grade(found, resume=wishes.resume)
        finally:
            fanout.close()
    in_order = tuple(sorted(rows, key=lambda row: row.student))
    return Summary(name, in_order, rung.name, time.monotonic() - began, notes)


@dataclass
class _Batch:
    """One grading of a class: what it works with, and how far it is."""

    course: Path
    plan: Plan
    settings: Settings
    recorder: Recorder
    fanout: Fanout
    rung: str
    show: Callable[[int, int], None]
    rows: list[Row] = field(default_factory=list)
    waiting: dict[str, tuple[Submission, Intake, str]] = field(default_factory=dict)
    whole: int = 0

    def grade(self, found: list[str], *, resume: bool) -> list[Row]:
        """Grade the submissions of some students."""
        self.whole = len(found)
        self.show(0, self.whole)
        for student in found:
            submission = read_submission(self.course, self.plan.assignment, student)
            key = _key(self.plan, self.settings, submission)
            if resume and (known := self._graded_as(key, student)) is not None:
                self._add(Row.kept_as(known, self.recorder.mark(student)))
                continue
            intake = take_in(self.plan, submission)
            if intake.refused:
                self._finish(submission, intake, Outcome(), key)
                continue
            while len(self.waiting) >= self.fanout.room:
                self._collect()
            self.waiting[student] = (submission, intake, key)
            self.fanout.submit(_job(self.plan, self.settings, submission, intake))
        while self.waiting:
            self._collect()
        return self.rows

    def _graded_as(self, key: str, student: str) -> Entry | None:
        """What was found out when this very submission was graded, if it was, and all of it is there."""
        name = self.plan.assignment
        known = journal.read(self.course, name, student)
        whole = (self.course / "autograded" / student / name / f"{name}.ipynb").is_file()
        return known if known is not None and known.key == key and whole else None

    def _collect(self) -> None:
        for job, outcome in self.fanout.done():
            submission, intake, key = self.waiting.pop(job.student)
            self._finish(submission, intake, outcome, key)

    def _finish(self, submission: Submission, intake: Intake, outcome: Outcome, key: str) -> None:
        broken = [event for event in outcome.events if event.kind == "broken"]
        if broken:
            intake = Intake(intake.cells, broken[0].says, intake.repairs, intake.events)
            key = ""  # not for anything in the submission: --resume tries it again
        try:
            mark = self.recorder.record(submission, intake, outcome, key, self.rung)
        except CourseError:
            raise
        except Exception as error:  # what cannot be written down of one submission is no end for the others
            says = f"What came of it cannot be written down ({type(error).__name__}: {error})."
            intake, outcome = take_in(self.plan, replace(submission, refused=says)), Outcome()
            mark = self.recorder.record(submission, intake, outcome, key, self.rung)
        self._add(Row.of(submission.student, mark, intake, outcome))

    def _add(self, row: Row) -> None:
        self.rows.append(row)
        self.show(len(self.rows), self.whole)


def _notes(course: Path, name: str, settings: Settings, found: list[str]) -> Iterator[str]:
    """What concerns the whole class."""
    if settings.hidden in PUBLIC_SALTS:
        yield (
            "The hidden inputs are drawn with the salt that everybody can read: set RELMARK_HIDDEN to a secret of "
            f"your own, and grade {name[:2]} again."
        )
    if (course / "roster.csv").is_file():
        known = {student.student_id for student in read_roster(course / "roster.csv").students}
        if strangers := [student for student in found if student not in known]:
            listed = ", ".join(strangers[:10]) + (" …" if len(strangers) > 10 else "")
            yield f"{len(strangers)} handed in under an id that is not on roster.csv: {listed}"


def _job(plan: Plan, settings: Settings, submission: Submission, intake: Intake) -> Job:
    return Job(
        student=submission.student,
        steps=tuple(steps(plan, intake.cells)),
        files=submission.files,
        course=settings.course,
        hidden=settings.hidden,
        limits=settings.limits,
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
        raise CourseError(f"{name} is not in the gradebook yet; run {release_command(name)} first.") from None
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
def _ending_in_order() -> Iterator[None]:
    """Have whoever stops a grading by a signal leave no process and no folder, as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, frame: object) -> None:
        for each in before:
            signal.signal(each, signal.SIG_IGN)  # a second one would stop the tidying
        raise SystemExit(128 + number)

    stops = (getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
    # under nohup the end of a terminal is ignored, and stays so
    before = {each: signal.getsignal(each) for each in stops if signal.getsignal(each) != signal.SIG_IGN}
    for each in before:
        signal.signal(each, end)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


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
