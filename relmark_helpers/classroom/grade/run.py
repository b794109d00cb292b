"""Running a student's cells in their own process, with a limit for everything."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relmark_helpers.classroom.grade.folders import measure
from relmark_helpers.classroom.grade.kernel.channel import LARGEST_VALUE, Forged, Gone, Late
from relmark_helpers.classroom.grade.kernel.outputs import MOST_BYTES, Outputs, TooMuch
from relmark_helpers.classroom.grade.kernel.processes import Process, Starter, begin, environment
from relmark_helpers.classroom.grade.sandbox.limits import Limits
from relmark_helpers.classroom.journal import Event

GRACE_SECONDS = 5.0
LOOK_SECONDS = 0.5  # between looks at the folder
MOST_OUTPUT = 64 << 20  # bytes of outputs that a whole notebook may show
MOST_TRIES = 20  # that are told of one notebook

Value = tuple[Any, list[bytes]]  # a packed value: its tree and its buffers
Answer = tuple[dict[str, Any], list[bytes]]


class Ended(Exception):  # noqa: N818 - an end, not an error
    """The student's process is no more; what it had done stays."""


@dataclass
class Run:
    """A student's process, and what came of it so far.

    Parameters
    ----------
    process : Process
        The process.
    folder : Path
        Its folder.
    limits : Limits
        What it may use.
    """

    process: Process
    folder: Path
    limits: Limits
    events: list[Event] = field(default_factory=list)
    dead: str = ""
    shown: int = 0
    draw: Callable[[dict[str, Any]], Answer] = lambda asked: ({"refused": "There is no judge here."}, [])

    def __post_init__(self) -> None:
        self.end = time.monotonic() + self.limits.notebook_seconds

    def cell(self, name: str, source: str, count: int, outputs: Outputs) -> None:
        """Run one cell; an end of the process is told in its outputs and kept as an event.

        Parameters
        ----------
        name, source : str
            The cell's id and code.
        count : int
            The number of the execution.
        outputs : Outputs
            Takes what the cell shows.
        """
        try:
            self.ask({"do": "run", "source": source, "count": count}, name, outputs)
            self.shown += outputs.bytes
            if self.shown > MOST_OUTPUT:
                says = f"The notebook showed more than {MOST_OUTPUT >> 20} MB and was stopped."
                raise self._end("output", name, says)
        except Ended:
            outputs.error("DeadKernelError", self.dead)

    def take(self, names: list[str], name: str) -> dict[str, Value]:
        """Take values out of the process by name, as plain data; those that are not there are left out.

        Parameters
        ----------
        names : list of str
            The names.
        name : str
            The cell that needs them.

        Returns
        -------
        dict of str to packed value
        """
        taken: dict[str, Value] = {}

        def keep(message: dict[str, Any], buffers: list[bytes]) -> None:
            if message["name"] not in names or message["name"] in taken:
                raise Forged("a value that nobody asked for")
            taken[message["name"]] = (message.get("value"), buffers)
            if _is_too_large(message.get("value")):
                self._note_size(f"The value of {message['name']}", name)

        if names and not self.dead:
            try:
                self.ask({"do": "take", "names": names}, name, Outputs(), keep)
            except Ended:
                return taken
        return taken

    def call(self, request: Answer, name: str, until: float) -> Answer:
        """Have one of the student's functions called in their process; what it shows is nobody's.

        It must not be among the outputs of the test, which are the mark. Gives the packed result, or what was
        raised; ``until`` is the instant of ``time.monotonic`` at which the function is interrupted.
        """
        message, buffers = request
        asked = {"do": "call", "number": message["call"], "arguments": message["arguments"]}
        try:
            answer, parts = self.ask(asked, name, Outputs(), buffers=buffers, until=until)
        except Ended:
            return {"raised": {"name": "DeadKernelError", "text": self.dead}}, []
        if _is_too_large(answer.get("result")):
            self._note_size("What a function gave back", name)
        return answer, parts

    def ask(
        self,
        request: dict[str, Any],
        name: str,
        outputs: Outputs,
        keep: Callable[[dict[str, Any], list[bytes]], None] | None = None,
        buffers: list[bytes] | None = None,
        until: float | None = None,
    ) -> Answer:
        """Send a request and wait for its end, within the limits.

        Raises
        ------
        Ended
            If the process died, was stopped, or sends what no honest process sends.
        """
        if self.dead:
            raise Ended(self.dead)
        cell_end = min(time.monotonic() + self.limits.cell_seconds if until is None else until, self.end)
        interrupted = False
        try:
            self.process.channel.send(request, buffers or [])
            while True:
                try:
                    message, parts = self.process.channel.receive(
                        min(cell_end, time.monotonic() + LOOK_SECONDS)
                    )
                except Late:
                    self._look_at_folder(name)
                    if time.monotonic() < cell_end:
                        continue
                    if interrupted or time.monotonic() >= self.end:
                        says = (
                            f"A cell did not stop after {self.limits.cell_seconds:g} seconds and was ended."
                        )
                        if time.monotonic() >= self.end:
                            says = f"The notebook ran longer than {self.limits.notebook_seconds:g} seconds."
                        raise self._end("timeout", name, says) from None
                    interrupted, cell_end = True, time.monotonic() + GRACE_SECONDS
                    self.process.interrupt()
                    continue
                if "output" in message:
                    outputs.add(message["output"])
                elif message.get("too_large") is True:
                    raise TooMuch(f"more than {MOST_BYTES >> 20} MB of output")
                elif keep is not None and "name" in message:
                    keep(message, parts)
                elif "case" in message:
                    self.process.channel.send(*self.draw(message))
                elif "tried" in message:
                    self._tried(str(message["tried"]), name)
                elif message.keys() & {"done", "result", "raised"}:
                    break
                else:
                    raise Forged("an unknown message")
        except Gone:
            raise self._died(name) from None
        except TooMuch as much:
            raise self._end("output", name, f"A cell showed {much} and was stopped.") from None
        except (Forged, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            says = f"The process sent what no notebook sends ({error})."
            raise self._end("protocol", name, says) from None
        if interrupted:
            says = f"No reply within {self.limits.cell_seconds:g} seconds; the cell was interrupted."
            outputs.error("CellTimeoutError", says)
            self._note("timeout", name, says)
        self._look_at_folder(name)
        return message, parts

    def _tried(self, what: str, name: str) -> None:
        """Keep what was tried in a cell to get at right answers, once."""
        event = Event("answers", name, f"{what[:1].upper()}{what[1:200]}; what is right was not there.")
        tries = [each for each in self.events if each.kind == "answers"]
        if event not in tries and len(tries) < MOST_TRIES:
            self.events.append(event)

    def _look_at_folder(self, name: str) -> None:
        size, number = measure(self.folder, self.limits.files)
        if size > self.limits.folder_mb << 20 or number > self.limits.files:
            says = f"The notebook wrote more than {self.limits.folder_mb} MB or {self.limits.files} files."
            raise self._end("disk", name, says)

    def _note(self, kind: str, name: str, says: str) -> None:
        """Keep an event, once: a function may be called many times by the same test."""
        if Event(kind, name, says) not in self.events:
            self.events.append(Event(kind, name, says))

    def _note_size(self, what: str, name: str) -> None:
        self._note("size", name, f"{what} is larger than {LARGEST_VALUE >> 20} MB and was not taken.")

    def _died(self, name: str) -> Ended:
        status = self.process.close()
        reasons = {
            -9: "killed, perhaps for memory",
            -11: "segmentation fault",
            -24: "used up its processor time",
        }
        why = reasons.get(status or 0, f"exit status {status}")
        return self._end("died", name, f"The process of the notebook ended ({why}).")

    def _end(self, kind: str, name: str, says: str) -> Ended:
        """End the process and keep why; whoever calls this raises what it gives."""
        self.process.kill()
        self.dead = says
        self._note(kind, name, says)
        return Ended(says)


def _is_too_large(tree: Any) -> bool:
    """Whether it stands for a value of more data than is taken."""
    return isinstance(tree, dict) and tree.get("large") is True


def start(
    starter: Starter, student: str, course: str, folder: Path, walls: dict[str, Any], limits: Limits
) -> Run:
    """Start a student's process.

    Parameters
    ----------
    starter : Starter
        Starts processes in the sandbox that was chosen.
    student, course : str
        The id under which the submission was filed, and the salt of the term: they draw the case.
    folder : Path
        The process's folder.
    walls : dict
        See :func:`relmark_helpers.classroom.grade.sandbox.walls.close`.
    limits : Limits
        What it may use.

    Returns
    -------
    Run

    Raises
    ------
    Gone
        If it does not begin.

    Examples
    --------
    >>> import tempfile
    >>> from relmark_helpers.classroom.grade.kernel.processes import Fresh
    >>> folder = Path(tempfile.mkdtemp())
    >>> run = start(Fresh([], folder), "ada", "autumn", folder, {}, Limits())
    >>> run.cell("own", "stock = 6 * 7", 1, Outputs())
    >>> run.take(["stock"], "own")["stock"]
    (42, [])
    >>> _ = run.process.close()
    """
    surroundings = environment(folder, RELMARK_STUDENT=student, RELMARK_COURSE=course)
    return Run(begin(starter, "pupil", surroundings, folder, walls), folder, limits)
