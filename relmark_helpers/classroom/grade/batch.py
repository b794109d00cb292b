"""A whole class: submission → intake → run → judge → record → report, with one writer and no stop on the way."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from relmark_helpers.classroom import journal, nbgrader
from relmark_helpers.classroom.grade.fanout import Cluster, Fanout, Local, There, Workshop
from relmark_helpers.classroom.grade.holding import alone, ending_in_order, scratch_folder
from relmark_helpers.classroom.grade.intake import Intake, steps, take_in
from relmark_helpers.classroom.grade.plan import Plan, read_plan, release_command
from relmark_helpers.classroom.grade.report import Row, Summary
from relmark_helpers.classroom.grade.sandbox.ladder import check_nothing_shows, choose
from relmark_helpers.classroom.grade.settings import PUBLIC_SALTS, Settings, read_settings
from relmark_helpers.classroom.grade.standing import SourceCell, marks, source_cells
from relmark_helpers.classroom.grade.submission import Submission, imported, read_submission, submissions
from relmark_helpers.classroom.grade.work import Job, Outcome
from relmark_helpers.classroom.roster import read_roster
from relmark_helpers.errors import CourseError

if TYPE_CHECKING:
    from relmark_helpers.classroom.grade.record import Recorder

GRADEBOOK = "gradebook.db"


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
    if not (course / GRADEBOOK).is_file():
        raise CourseError(f"{name} is not in the gradebook yet; run {release_command(name)} first.")
    settings = read_settings(course)
    check_nothing_shows(course)
    rung = choose(wishes.sandbox, trusted=wishes.trusted, forks=wishes.forks, image=settings.image)
    notes = tuple(_notes(course, name, settings, found))
    with ending_in_order(), alone(course), scratch_folder(course) as scratch:
        plan = read_plan(course, name, _sources(course, name))
        rows = _kept(course, plan, settings, found) if wishes.resume else []
        kept = {row.student for row in rows}
        left = [student for student in found if student not in kept]
        show(len(kept), len(found))
        if left:
            there = There(name[:2], rung, imported(course, name, left))
            batch = _Batch(
                course=course,
                plan=plan,
                settings=settings,
                fanout=_fanout(wishes, there, scratch),
                rung=rung.name,
                show=lambda done: show(len(kept) + done, len(found)),
            )
            rows += batch.grade(left, scratch)
    in_order = tuple(sorted(rows, key=lambda row: row.student))
    return Summary(name, in_order, rung.name, time.monotonic() - began, notes)


def _kept(course: Path, plan: Plan, settings: Settings, found: list[str]) -> list[Row]:
    """What is graded already and has not changed since."""
    standing = marks(course / GRADEBOOK, plan.assignment)
    rows = []
    for student in found:
        known = journal.read(course, plan.assignment, student)
        graded = course / "autograded" / student / plan.assignment / f"{plan.assignment}.ipynb"
        if known is None or student not in standing or not graded.is_file():
            continue
        if known.key == _key(plan, settings, read_submission(course, plan.assignment, student)):
            rows.append(Row.kept_as(known, standing[student]))
    return rows


def _fanout(wishes: Wishes, there: There, scratch: Path) -> Fanout:
    if wishes.scheduler:
        return Cluster(wishes.scheduler, there)
    workers = wishes.workers or (os.cpu_count() or 1) + 1
    return Local(Workshop(there.chapter, there.rung, scratch, there.libraries), workers)


@dataclass
class _Batch:
    """The submissions that are left, on their way from where they were filed to the one writer.

    Parameters
    ----------
    course, plan, settings
        The course folder, what was released, and how the course is graded.
    fanout, rung
        Where submissions are run, and in which sandbox.
    show : callable
        Is told how many are done.
    """

    course: Path
    plan: Plan
    settings: Settings
    fanout: Fanout
    rung: str
    show: Callable[[int], None]
    rows: list[Row] = field(default_factory=list)
    waiting: dict[str, tuple[Submission, Intake, str]] = field(default_factory=dict)

    def grade(self, left: list[str], scratch: Path) -> list[Row]:
        """Grade them; what is wrong with one is no end for the others."""
        try:  # the processes that were just started import their libraries while nbgrader is imported here
            from relmark_helpers.classroom.grade.gradebook import Ledger
            from relmark_helpers.classroom.grade.record import Recorder

            with Ledger(self.settings.db_url) as ledger:
                recorder = Recorder(self.course, self.plan, self.settings, ledger, scratch)
                for student in left:
                    self._begin(student, recorder)
                while self.waiting:
                    self._collect(recorder)
        finally:
            self.fanout.close()
        return self.rows

    def _begin(self, student: str, recorder: Recorder) -> None:
        submission = read_submission(self.course, self.plan.assignment, student)
        key = _key(self.plan, self.settings, submission)
        intake = take_in(self.plan, submission)
        if intake.refused:
            self._finish(recorder, submission, intake, Outcome(), key)
            return
        while len(self.waiting) >= self.fanout.room:
            self._collect(recorder)
        self.waiting[student] = (submission, intake, key)
        self.fanout.submit(_job(self.plan, self.settings, submission, intake))

    def _collect(self, recorder: Recorder) -> None:
        for job, outcome in self.fanout.done():
            submission, intake, key = self.waiting.pop(job.student)
            self._finish(recorder, submission, intake, outcome, key)

    def _finish(
        self, recorder: Recorder, submission: Submission, intake: Intake, outcome: Outcome, key: str
    ) -> None:
        broken = [event for event in outcome.events if event.kind == "broken"]
        if broken:
            intake = Intake(intake.cells, broken[0].says, intake.repairs, intake.events)
            key = ""  # not for anything in the submission: --resume tries it again
        try:
            mark = recorder.record(submission, intake, outcome, key, self.rung)
        except CourseError:
            raise
        except Exception as error:  # what cannot be written down of one submission is no end for the others
            says = f"What came of it cannot be written down ({type(error).__name__}: {error})."
            intake, outcome = take_in(self.plan, replace(submission, refused=says)), Outcome()
            mark = recorder.record(submission, intake, outcome, key, self.rung)
        self.rows.append(Row.of(submission.student, mark, intake, outcome))
        self.show(len(self.rows))


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


def _sources(course: Path, name: str) -> dict[str, SourceCell]:
    sources = source_cells(course / GRADEBOOK, name)
    if not sources:
        raise CourseError(f"{name} is not in the gradebook yet; run {release_command(name)} first.")
    return sources
