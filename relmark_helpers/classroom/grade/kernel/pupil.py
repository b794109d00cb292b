"""A student's process: runs their cells, hands out named values as plain data, calls their functions.

Everything in here shares the process with the student's code, which can change any of it. So nothing here
is believed by the grader: what it sends is a claim, as an answer in a notebook is.
"""

from __future__ import annotations

import contextlib
import pickle
from typing import Any

from relmark_helpers.classroom.grade.kernel import capture, closed, interrupts, shell, streams
from relmark_helpers.classroom.grade.kernel.channel import Channel, MessageTooLargeError
from relmark_helpers.classroom.grade.values import pack, too_large, unpack
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook import case as cases
from relmark_helpers.notebook.case import Case

LONGEST_MESSAGE = 2000


class Pupil:
    """Serves one student's notebook.

    Parameters
    ----------
    channel : Channel
        To the grader.
    running : ZMQInteractiveShell
        The shell of this process.
    """

    def __init__(self, channel: Channel, running: shell.ZMQInteractiveShell) -> None:
        self.channel, self.running = channel, running
        self.functions: list[Any] = []
        self.spilled = capture.Spill()
        self.drawn: dict[tuple[str, bool], tuple[dict[str, Any], list[bytes]]] = {}
        cases.draw_by(self.draw)
        closed.close(self.tried)
        interrupts.hold()

    def serve(self) -> None:
        """Answer requests until the grader is done."""
        while True:
            request, buffers = self.channel.receive()
            answer = {"run": self.run, "take": self.take, "call": self.call}.get(str(request.get("do")))
            if answer is None:
                return
            answer(request, buffers)

    def tell(self, output: dict[str, Any]) -> None:
        """Hand an output to the grader; an interrupt waits until it is whole."""
        with interrupts.held():
            try:
                self.channel.send({"output": output})
            except MessageTooLargeError:
                self.channel.send({"too_large": True})

    def tried(self, what: str) -> None:
        """Tell the grader that somebody here tried to reach what is right."""
        with interrupts.held():
            self.channel.send({"tried": what})

    def draw(self, chapter: str, student: str, salt: str) -> Case:
        """Have the judge draw a case: the one of whoever filed this notebook, or another to practise on."""
        key = chapter, salt.startswith("unseen ")
        if key not in self.drawn:
            with interrupts.held():
                self.channel.send({"case": chapter, "unseen": key[1]})
                answer, parts = self.channel.receive()
            if "refused" in answer:
                raise CourseError(answer["refused"])
            self.drawn[key] = answer, parts
        answer, parts = self.drawn[key]
        return Case(chapter, answer["student"], pickle.loads(parts[0]), closed.checks(self.tried))

    def run(self, request: dict[str, Any], buffers: list[bytes]) -> None:
        """Run a cell."""
        with contextlib.suppress(KeyboardInterrupt), interrupts.allowed():
            shell.run(self.running, request["source"], request["count"], self.tell)
        self.spilled.tell(self.tell)
        self.channel.send({"done": True})

    def take(self, request: dict[str, Any], buffers: list[bytes]) -> None:
        """Hand out values by name, each in a message of its own."""
        known = self.running.user_ns
        for name in request["names"]:
            if name in known:
                packed = None
                with contextlib.suppress(BaseException), interrupts.allowed():  # a value that ends us is none
                    packed = pack(known[name], self.keep)
                if packed is not None:
                    try:
                        self.channel.send({"name": name, "value": packed[0]}, packed[1])
                    except MessageTooLargeError:
                        self.channel.send({"name": name, "value": too_large(known[name])})
        self.channel.send({"done": True})

    def keep(self, function: Any) -> int:
        """Keep a function so that it can be called by its number."""
        self.functions.append(function)
        return len(self.functions) - 1

    def call(self, request: dict[str, Any], buffers: list[bytes]) -> None:
        """Call a function of the student's on plain data."""
        streams.OUTLET.begin(self.tell)
        try:
            arguments, named = unpack(request["arguments"], buffers)
            with interrupts.allowed():
                result = self.functions[request["number"]](*arguments, **named)
                tree, parts = pack(result, self.keep)
        except BaseException as error:  # whatever a student's function raises, Ctrl-C included, is its answer
            streams.flush()
            said = {"name": type(error).__name__[:60], "text": _text(error)}
            self.channel.send({"raised": said})
        else:
            streams.flush()
            try:
                self.channel.send({"result": tree}, parts)
            except MessageTooLargeError:
                self.channel.send({"result": too_large(result)})


def _text(error: BaseException) -> str:
    try:
        return str(error)[:LONGEST_MESSAGE]
    except Exception:
        return ""
