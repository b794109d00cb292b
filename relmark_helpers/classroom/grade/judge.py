"""Judging in a clean process: the course's own tests on the plain values of a student's answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from relmark_helpers.classroom.grade.kernel.channel import Forged, Gone, Late, MessageTooLargeError
from relmark_helpers.classroom.grade.kernel.outputs import Outputs, TooMuch
from relmark_helpers.classroom.grade.kernel.processes import Process, Starter, begin, environment
from relmark_helpers.classroom.grade.run import Answer, Value
from relmark_helpers.classroom.grade.sandbox.limits import Limits

MOST_RESTARTS = 50  # of one answer there may be several checks and tests, each of which it may end
MOST_WAITS = 5  # until the deadline

Call = Callable[[Answer], Answer]


class Judge:
    """The judge of one submission; if its process ends, another one takes over with all that was put before it.

    Parameters
    ----------
    starter : Starter
        Starts clean processes.
    surroundings : dict
        Who is judged: it holds the id under which the submission was filed and both salts.
    folder : Path
        An empty folder.
    walls : dict
        See :func:`relmark_helpers.classroom.grade.sandbox.walls.close`.
    limits : Limits
        What judging may use.
    """

    def __init__(
        self,
        starter: Starter,
        surroundings: dict[str, str],
        folder: Path,
        walls: dict[str, Any],
        limits: Limits,
    ) -> None:
        self.starter, self.surroundings, self.folder, self.walls, self.limits = (
            starter,
            surroundings,
            folder,
            walls,
            limits,
        )
        self.values: dict[str, Value] = {}
        self.set_up: list[str] = []
        self.drawn: dict[tuple[str, bool], Answer] = {}
        self.calling = False
        self.restarts = self.waits = 0
        self.seconds = 0.0
        self.process: Process | None = self._begin()

    def _begin(self) -> Process:
        return begin(self.starter, "bench", self.surroundings, self.folder, self.walls)

    def prepare(self, source: str) -> None:
        """Run one of the course's own cells that is no test: what it binds is known to the tests after it."""
        self.set_up.append(source)
        self.run(source, 0, [], Outputs(), _nobody)

    def put(self, values: dict[str, Value], names: list[str]) -> list[str]:
        """Lay the student's values before the judge; names without a value are forgotten.

        Parameters
        ----------
        values : dict of str to packed value
            As they came out of the student's process.
        names : list of str
            All names that were asked for.

        Returns
        -------
        list of str
            The names whose data was damaged, which honest data never is.
        """
        gone = [name for name in names if name not in values]
        damaged = []
        try:
            process = self._process()
            if any(name in self.values for name in gone):
                process.channel.send({"do": "drop", "names": gone})
                process.channel.receive(self._deadline())
            for name, (tree, buffers) in values.items():
                process.channel.send({"do": "put", "name": name, "value": tree}, buffers)
                message, _ = process.channel.receive(self._deadline())
                if "damaged" in message:
                    damaged.append(name)
        except (Gone, Late, Forged, MessageTooLargeError):  # the data breaks whoever reads it
            self._end()
            damaged = list(values)
        for name in [*gone, *damaged]:
            self.values.pop(name, None)
        self.values |= {name: value for name, value in values.items() if name not in damaged}
        return damaged

    def run(
        self, source: str, count: int, names: list[str], outputs: Outputs, call: Call
    ) -> list[dict[str, Any]]:
        """Run a test or a check; its outputs are this process's own, so that they can be the mark.

        Parameters
        ----------
        source : str
            The course's own cell.
        count : int
            The number of the execution.
        names : list of str
            The names of the student's that it uses.
        outputs : Outputs
            Takes what it shows.
        call : callable
            Has a function of the student's called in their process.

        Returns
        -------
        list of dict
            What its checks said.
        """
        end = self._deadline()
        try:
            process = self._process()
            process.channel.send({"do": "run", "source": source, "count": count, "names": names})
            while True:
                message, buffers = process.channel.receive(end)
                if "output" in message:
                    outputs.add(message["output"])
                elif "call" in message:
                    began, self.calling = time.monotonic(), True
                    answer = call((message, buffers))
                    self.calling = False
                    end += time.monotonic() - began  # the student's time, which has a limit of its own
                    process.channel.send(*answer)
                else:
                    said: list[dict[str, Any]] = message.get("said", [])
                    return said
        except Late:
            self.waits += 1
            outputs.error("CellTimeoutError", f"Judging took more than {self.limits.cell_seconds:g} seconds.")
        except (Gone, Forged, MessageTooLargeError):
            outputs.error("DeadKernelError", "Judging ended before it was done; the answer may be too large.")
        except TooMuch as much:
            outputs.error("OutputLimitError", f"Judging showed {much}.")
        self._end()
        return []

    def draw(self, asked: dict[str, Any]) -> Answer:
        """Have a case drawn for the student's process, which does not know how: it would know what is right.

        Parameters
        ----------
        asked : dict
            ``case``, the chapter, and ``unseen``: the case itself, or another one to practise on.

        Returns
        -------
        (dict, list of bytes)
            The case, or why there is none.
        """
        key = str(asked.get("case"))[:2], asked.get("unseen") is True
        if key in self.drawn:
            return self.drawn[key]
        if self.calling:
            says = "A case cannot be drawn while a test calls your function; draw it in a cell of its own."
            return {"refused": says}, []
        try:
            process = self._process()
            process.channel.send({"do": "draw", "chapter": key[0], "unseen": key[1]})
            self.drawn[key] = process.channel.receive(self._deadline())
        except (Gone, Late, Forged, MessageTooLargeError):
            self._end()
            return {"refused": "The case could not be drawn."}, []
        return self.drawn[key]

    def _process(self) -> Process:
        if self.process is None:
            self.restarts += 1
            if self.restarts > MOST_RESTARTS or self.waits >= MOST_WAITS:
                raise Gone
            self.process = self._begin()
            values, self.values = self.values, {}
            for source in self.set_up:
                self.run(source, 0, [], Outputs(), _nobody)
            self.put(values, list(values))
        return self.process

    def _deadline(self) -> float:
        return time.monotonic() + self.limits.cell_seconds + 5

    def _end(self) -> None:
        if self.process is not None:
            self.process.close()
            self.seconds += self.process.seconds
            self.process = None

    def close(self) -> None:
        """End the judging."""
        self._end()


def surroundings(folder: Path, student: str, course: str, hidden: str) -> dict[str, str]:
    """Give the surroundings of judging: who filed the submission, and both salts of the term.

    Parameters
    ----------
    folder : Path
        Its folder.
    student, course, hidden : str
        The id, the salt of the cases and the salt of the tests' hidden inputs.

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> surroundings(Path("/tmp"), "ada", "autumn", "secret")["RELMARK_HIDDEN"]
    'secret'
    """
    return environment(folder, RELMARK_STUDENT=student, RELMARK_COURSE=course, RELMARK_HIDDEN=hidden)


def _nobody(request: Answer) -> Answer:
    return {"raised": {"name": "RuntimeError", "text": "there is no student's function here"}}, []
