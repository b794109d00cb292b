"""Where submissions are run and judged: threads of this computer, or the workers of a dask.distributed cluster."""

from __future__ import annotations

import atexit
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from relmark_helpers.classroom.grade.folders import remove
from relmark_helpers.classroom.grade.kernel.channel import Gone
from relmark_helpers.classroom.grade.kernel.processes import Starter
from relmark_helpers.classroom.grade.sandbox.ladder import Rung
from relmark_helpers.classroom.grade.sandbox.trial import attempts
from relmark_helpers.classroom.grade.work import Job, Outcome, examine
from relmark_helpers.classroom.journal import Event
from relmark_helpers.errors import CourseError

TRIES = 3


class Fanout(Protocol):
    """Takes jobs and gives back what came of them, in whatever order it is done."""

    room: int

    def submit(self, job: Job) -> None:
        """Take a job."""

    def done(self) -> Iterator[tuple[Job, Outcome]]:
        """Wait until at least one job is done, and give all that are."""

    def close(self) -> None:
        """Stop, and leave no process."""


class Workshop:
    """The warm processes of one computer; a process that has died is started anew.

    Parameters
    ----------
    chapter : str
        What they warm for.
    rung : Rung
        The sandbox of the students' processes; the judges' are walled in as well.
    scratch : Path
        Where the submissions' folders are made.
    libraries : sequence of str
        What the notebooks are known to import.
    """

    def __init__(self, chapter: str, rung: Rung, scratch: Path, libraries: Sequence[str] = ()) -> None:
        self.chapter, self.rung, self.scratch, self.libraries = chapter, rung, scratch, libraries
        self.lock = threading.Lock()
        self.closed = False
        self.proved = not rung.shelters
        self.pupils = rung.starter(chapter, scratch, libraries)
        self.judges = judges_rung(rung).starter(chapter, scratch, judging=True)

    def examine(self, job: Job) -> Outcome:
        """Run and judge one submission; if the processes of grading break down, again with new ones."""
        for _ in range(TRIES):
            pupils, judges = self.pupils, self.judges
            try:
                self._prove()
                return examine(job, pupils, judges, self.rung, self.scratch)
            except Gone:
                if self.closed:
                    break
                self._renew(pupils, judges)
        says = (
            f"The processes of grading broke down {TRIES} times over this submission; nothing of it was run."
        )
        return Outcome(events=[Event("broken", "", says)])

    def _prove(self) -> None:
        """Have the sandbox hold its trial before the first line of a student's code runs in it."""
        with self.lock:
            if not self.proved:
                broken = [
                    each.what for each in attempts(self.rung, self.pupils, self.scratch) if not each.held
                ]
                if broken:
                    raise CourseError(
                        f"The sandbox {self.rung.name} does not hold here: a process {', '.join(broken)}; "
                        "choose another with --sandbox, or see `relmark doctor --grading`."
                    )
                self.proved = True

    def _renew(self, pupils: Starter, judges: Starter) -> None:
        with self.lock:
            if pupils is self.pupils and not self.closed:  # nobody else has renewed them yet
                self._end()
                self.pupils = self.rung.starter(self.chapter, self.scratch, self.libraries)
                self.judges = judges_rung(self.rung).starter(self.chapter, self.scratch, judging=True)

    def close(self) -> None:
        """End the warm processes for good."""
        with self.lock:
            self.closed = True
            self._end()

    def _end(self) -> None:
        self.pupils.close()
        self.judges.close()


def judges_rung(rung: Rung) -> Rung:
    """The judge's processes run no student's code: they need no container, and hold the walls all the same.

    Examples
    --------
    >>> judges_rung(Rung("bubblewrap", forks=False))
    Rung(name='plain', forks=False, image='')
    """
    return Rung("plain", rung.forks)


class Local:
    """Runs jobs on this computer.

    Parameters
    ----------
    bench : Workshop
        Its warm processes.
    workers : int
        How many at a time.
    """

    def __init__(self, bench: Workshop, workers: int) -> None:
        self.bench, self.room = bench, workers + 2
        self.pool = ThreadPoolExecutor(workers)
        self.running: dict[Future[Outcome], Job] = {}

    def submit(self, job: Job) -> None:
        """Take a job."""
        self.running[self.pool.submit(self.bench.examine, job)] = job

    def done(self) -> Iterator[tuple[Job, Outcome]]:
        """Give what is done."""
        finished, _ = wait(self.running, return_when=FIRST_COMPLETED)
        for future in finished:
            yield self.running.pop(future), _outcome(future)

    def close(self) -> None:
        """Stop."""
        self.pool.shutdown(wait=False, cancel_futures=True)
        self.bench.close()
        self.pool.shutdown(wait=True)


def _outcome(future: Any) -> Outcome:
    """What came of a job that was done; if its worker was lost before it told, what comes of it elsewhere."""
    try:
        outcome: Outcome = future.result()
    except CourseError:
        raise
    except Exception as error:  # a mistake of ours over one submission is no end for the others
        says = f"Grading broke down over this submission ({type(error).__name__}: {error})."
        return Outcome(events=[Event("broken", "", says)])
    return outcome


@dataclass(frozen=True)
class There:
    """What a worker of a cluster needs to know to do the work of this computer."""

    chapter: str
    rung: Rung
    libraries: tuple[str, ...] = ()


class Cluster:
    """Runs jobs on the workers of a dask.distributed cluster; what a lost worker had is done by another.

    Parameters
    ----------
    address : str
        The scheduler, ``tcp://host:8786``.
    there : There
        The chapter and the sandbox.
    """

    def __init__(self, address: str, there: There) -> None:
        try:
            from distributed import Client, as_completed
        except ImportError as error:
            raise CourseError(
                "--scheduler needs dask.distributed: install it with `pip install 'relmark[cluster]'`."
            ) from error
        try:
            self.client = Client(address, timeout="20s", set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise CourseError(
                f"There is no scheduler at {address} ({error}); start one with `dask scheduler`."
            ) from error
        self.there = there
        self.room = 3 * max(1, sum(self.client.nthreads().values()))
        self.running: dict[Any, Job] = {}
        self.completed = as_completed(loop=self.client.loop)

    def submit(self, job: Job) -> None:
        """Take a job."""
        future = self.client.submit(_examine_here, job, self.there, pure=False, retries=TRIES)
        self.running[future.key] = job
        self.completed.add(future)

    def done(self) -> Iterator[tuple[Job, Outcome]]:
        """Give what is done."""
        futures = [
            next(self.completed),
            *(self.completed.next_batch(block=False) if self.completed.has_ready() else []),
        ]
        for future in futures:
            yield self.running.pop(future.key), _outcome(future)

    def close(self) -> None:
        """Leave the cluster; it goes on for others."""
        self.client.close()


_benches: dict[There, Workshop] = {}
_lock = threading.Lock()


def _examine_here(job: Job, there: There) -> Outcome:
    """Do a job in a worker's process, whose warm processes live as long as it does."""
    with _lock:
        if there not in _benches:
            scratch = Path(tempfile.mkdtemp(prefix="relmark-worker-"))
            bench = Workshop(there.chapter, there.rung, scratch, there.libraries)
            atexit.register(remove, scratch)
            atexit.register(bench.close)  # the last registered goes first
            _benches[there] = bench
    return _benches[there].examine(job)
