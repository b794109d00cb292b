"""One submission's way through its own process and its judge: plain data in, plain data out.

It touches neither gradebook nor course folder, so that it can be done on any machine.
"""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from relmark_helpers.classroom.grade import judge, run
from relmark_helpers.classroom.grade.folders import remove
from relmark_helpers.classroom.grade.kernel.outputs import Output, Outputs
from relmark_helpers.classroom.grade.kernel.processes import Starter
from relmark_helpers.classroom.grade.sandbox.ladder import Rung
from relmark_helpers.classroom.grade.sandbox.limits import Limits
from relmark_helpers.classroom.journal import Event, Said

LONGEST_ERROR = 200  # characters


@dataclass(frozen=True)
class Step:
    """One cell to be run.

    Parameters
    ----------
    place : int
        Which cell of the notebook it is.
    name : str
        Its id.
    by : str
        ``student``: in the student's process; ``judge``: in the clean one.
    source : str
        Its code; for the judge the course's own, whatever the notebook says.
    names : tuple of str
        The names of the student's that a judged cell uses.
    before : tuple of str
        Cells of the course's own that the judge runs first.
    role : str
        What it is in the assignment: see :class:`relmark_helpers.classroom.grade.plan.Cell`; empty for a cell of
        the student's own.
    """

    place: int
    name: str
    by: Literal["student", "judge"]
    source: str
    names: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True)
class Job:
    """All that is needed to run and judge one submission.

    Parameters
    ----------
    student : str
        The id under which it was filed.
    steps : tuple of Step
        Its cells in order.
    files : tuple of (str, bytes)
        What lies beside the notebook.
    course, hidden : str
        The salts of the term.
    limits : Limits
        What it may use.
    """

    student: str
    steps: tuple[Step, ...]
    files: tuple[tuple[str, bytes], ...]
    course: str
    hidden: str
    limits: Limits


@dataclass(frozen=True)
class Shown:
    """What one cell has shown, and whether that is for the instructor alone."""

    place: int
    count: int
    outputs: list[Output]
    withheld: bool = False


@dataclass(frozen=True)
class Outcome:
    """What came of a submission.

    Parameters
    ----------
    shown : list of Shown
        The outputs of each cell that was run.
    events : list of Event
        What happened.
    said : list of Said
        What the checks said.
    seconds : float
        How long it took.
    processor : (float, float)
        Seconds of processor time of the student's process and of the judge's, where they were forked.
    """

    shown: list[Shown] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    seconds: float = 0.0
    processor: tuple[float, float] = (0.0, 0.0)


def examine(job: Job, pupils: Starter, judges: Starter, rung: Rung, scratch: Path) -> Outcome:
    """Run and judge one submission.

    Parameters
    ----------
    job : Job
        The submission.
    pupils, judges : Starter
        Start the student's process, and the judge's.
    rung : Rung
        The sandbox.
    scratch : Path
        Where folders for it are made; they are gone again afterwards.

    Returns
    -------
    Outcome

    Raises
    ------
    Gone
        If processes of grading do not begin.

    Examples
    --------
    >>> from relmark_helpers.classroom.grade.kernel.processes import Fresh
    >>> scratch, starter = Path(tempfile.mkdtemp()), Fresh([], Path(tempfile.mkdtemp()))
    >>> steps = Step(0, "own", "student", "stock = 6"), Step(1, "test", "judge", "assert stock == 7", ("stock",))
    >>> job = Job("ada", steps, (), "autumn", "secret", Limits())
    >>> [len(each.outputs) for each in examine(job, starter, starter, Rung("plain"), scratch).shown]
    [0, 1]
    """
    began = time.monotonic()
    with _folder(scratch, job.files) as folder, _folder(scratch, ()) as desk:
        surroundings = judge.surroundings(desk, job.student, job.course, job.hidden)
        walls = rung.walls(desk, job.limits, judging=True)
        judging = judge.Judge(judges, surroundings, desk, walls, job.limits)
        try:
            running = run.start(
                pupils, job.student, job.course, folder, rung.walls(folder, job.limits), job.limits
            )
            running.draw = judging.draw
            try:
                outcome = _through(job, running, judging)
            finally:
                running.process.close()
        finally:
            judging.close()
    processor = (running.process.seconds, judging.seconds)
    return replace(outcome, seconds=time.monotonic() - began, processor=processor)


def _through(job: Job, running: run.Run, judging: judge.Judge) -> Outcome:
    outcome = Outcome(events=running.events)
    fresh: set[str] = set()  # names that the judge has as they now are
    seen = False  # whether the student's code has been called on hidden inputs, and may show them again
    for count, step in enumerate(job.steps, start=1):
        outputs = Outputs()
        if step.by == "student":
            running.cell(step.name, step.source, count, outputs)
            if step.role == "set-up" and not any(each.kind == "set-up" for each in running.events):
                running.events.extend(_failure(step, outputs))
            fresh.clear()
        else:
            for source in step.before:
                judging.prepare(source)
            _lay_before(step, running, judging, fresh)
            calls = _Calls(step, running, time.monotonic() + job.limits.cell_seconds, seen=seen)
            said = judging.run(step.source, count, list(step.names), outputs, calls)
            seen = seen or calls.made > 0  # also by a check: it may draw inputs as the tests do
            outcome.said.extend(_as_said(each, step.name) for each in said)
        withheld = seen and step.by == "student"
        outcome.shown.append(Shown(step.place, count, outputs.kept, withheld))
    return outcome


def _failure(step: Step, outputs: Outputs) -> Iterator[Event]:
    """What an instructor looks for among twelve errors that follow from it."""
    for each in outputs.kept:
        if each["output_type"] == "error" and each["ename"] != "DeadKernelError":
            says = " ".join(f"{each['ename']}: {each['evalue']}".split())[:LONGEST_ERROR]
            says = "".join(sign for sign in says if sign.isprintable())  # it is shown in a terminal
            yield Event(
                "set-up", step.name, f"ended with {says}; whatever needs it fails for that reason alone."
            )
            return


class _Calls:
    """The calls that one judged cell makes of the student's functions; together they have the time of one cell."""

    def __init__(self, step: Step, running: run.Run, until: float, *, seen: bool) -> None:
        self.step, self.running, self.until, self.seen = step, running, until, seen
        self.made = 0

    def __call__(self, request: run.Answer) -> run.Answer:
        self.made += 1
        answer, buffers = self.running.call(request, self.step.name, self.until)
        raised = answer.get("raised")
        if self.seen and self.step.role != "test" and isinstance(raised, dict):
            answer = {"raised": raised | {"text": ""}}  # a check quotes it, and it may quote a hidden input
        return answer, buffers


def _lay_before(step: Step, running: run.Run, judging: judge.Judge, fresh: set[str]) -> None:
    """Bring the judge's values up to date; those of a process that has ended stay as they were."""
    wanted = [name for name in step.names if name not in fresh]
    if not wanted or running.dead:
        return
    values = running.take(wanted, step.name)
    if running.dead:  # it died over this, and what it did not hand out may still be there from before
        wanted = list(values)
    for name in judging.put(values, wanted):
        says = f"The value of {name} is no data that an honest notebook has."
        running.events.append(Event("protocol", step.name, says))
    fresh.update(wanted)


def _as_said(told: dict[str, Any], cell: str) -> Said:
    return Said(told["task"], told["outcome"], told["says"], cell, told.get("given"), told.get("right"))


@contextlib.contextmanager
def _folder(scratch: Path, files: tuple[tuple[str, bytes], ...]) -> Any:
    folder = Path(tempfile.mkdtemp(dir=scratch))
    try:
        for name, content in files:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        yield folder
    finally:
        remove(folder)
