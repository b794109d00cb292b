"""The judge's process: the course's own cells and tests on the plain values of a student's answers.

No line of a student's code is run here. Their functions are called in their own process, through stand-ins.
"""

from __future__ import annotations

import builtins
import contextlib
import functools
import pickle
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from relmark_helpers.classroom.grade.kernel import capture
from relmark_helpers.classroom.grade.kernel.channel import Channel
from relmark_helpers.classroom.grade.kernel.course_cells import CourseCells
from relmark_helpers.classroom.grade.values import Damaged, pack, unpack
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook import case as cases
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import MIME, Check

MOST_OF_AN_ERROR = 20_000  # characters of each of its texts: a message may quote a giant value
ENDS_OF_LOOPS = ("StopIteration", "StopAsyncIteration")
MOST_KEPT = 4000  # characters of a value that the journal keeps


class Bench:
    """Serves the judging of one submission.

    Parameters
    ----------
    channel : Channel
        To the grader.
    """

    def __init__(self, channel: Channel) -> None:
        self.channel, self.cells = channel, CourseCells()
        self.spilled = capture.Spill()
        self.rights: dict[int, Any] = {}
        cases.draw_by(functools.cache(cases.draw))  # for the student's process, for tests and checks alike

    def serve(self) -> None:
        """Answer requests until the grader is done."""
        while True:
            request, buffers = self.channel.receive()
            answer = {"run": self.run, "put": self.put, "drop": self.drop, "draw": self.draw}.get(
                str(request.get("do"))
            )
            if answer is None:
                return
            answer(request, buffers)

    def draw(self, request: dict[str, Any], buffers: list[bytes]) -> None:
        """Draw a case for the student's process; pickled, since it comes from here and must be the same there."""
        try:
            drawn = cases.case(request["chapter"])
            if request["unseen"]:
                drawn = cases.draw(drawn.chapter, drawn.student, f"unseen {cases.PRACTICE}")
        except CourseError as error:
            self.channel.send({"refused": str(error)})
        else:
            self.channel.send({"student": drawn.student}, [pickle.dumps(dict(drawn.contents))])

    def tell(self, output: dict[str, Any]) -> None:
        """Hand an output to the grader.

        Of a test only an error or a result decides: a warning that a right value meets in here is shown and no more.
        """
        if output["output_type"] == "error":
            output = output | {
                "evalue": output["evalue"][:MOST_OF_AN_ERROR],
                "traceback": [line[:MOST_OF_AN_ERROR] for line in output["traceback"]],
            }
        elif output["output_type"] == "stream":
            output = output | {"name": "stdout"}
        self.channel.send({"output": output})

    def run(self, request: dict[str, Any], buffers: list[bytes]) -> None:
        """Run one of the course's own cells."""
        verdicts: list[dict[str, Any]] = []

        def tell(output: dict[str, Any]) -> None:
            if MIME in output.get("data", {}):
                verdicts.append(output["data"][MIME])
            self.tell(output)

        self.cells.run(request["source"], request["count"], tell)
        self.spilled.tell(tell)
        self._watch_cases()
        self.channel.send({"done": True, "said": [self._said(each, request["names"]) for each in verdicts]})

    def put(self, request: dict[str, Any], buffers: list[bytes]) -> None:
        """Take over one value of the student's under its name."""
        try:
            self.cells.names[request["name"]] = unpack(request["value"], buffers, self.call)
        except Damaged as damage:
            self.cells.names.pop(request["name"], None)
            self.channel.send({"done": True, "damaged": str(damage)[:200]})
        else:
            self.channel.send({"done": True})

    def drop(self, request: dict[str, Any], buffers: list[bytes]) -> None:
        """Forget names that the student no longer has."""
        for name in request["names"]:
            self.cells.names.pop(name, None)
        self.channel.send({"done": True})

    def call(self, number: int, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Have a student's function called in their own process."""
        tree, parts = pack((arguments, named))
        self.channel.send({"call": number, "arguments": tree}, parts)
        answer, buffers = self.channel.receive()
        if "raised" in answer:
            raise _as_error(answer["raised"])
        try:
            return unpack(answer["result"], buffers, self.call)
        except Damaged as damage:
            raise RuntimeError(f"the function gave back damaged data: {damage}") from None

    def _watch_cases(self) -> None:
        """Have the cases remember what was right, so that it is worked out once."""
        for name, value in list(self.cells.names.items()):
            if isinstance(value, Case) and not isinstance(value.tasks, _Remembering):
                watched = _Remembering({task: self._watched(check) for task, check in value.tasks.items()})
                self.cells.names[name] = replace(value, tasks=watched)

    def _watched(self, check: Any) -> Any:
        if not isinstance(check, Check):
            return check

        def right(case: Case) -> Any:
            value = check.right(case)
            self.rights[id(check.kind)] = value
            return value

        return replace(check, right=right)

    def _said(self, verdict: dict[str, Any], names: list[str]) -> dict[str, Any]:
        """A verdict with the answer and the right value beside it, in short."""
        told = {key: str(verdict.get(key, "")) for key in ("task", "outcome", "says")}
        known = self.cells.names
        cases = [each for each in known.values() if isinstance(each, Case)]
        case = next((each for each in cases if told["task"] in each.tasks), None)
        if case is None:
            return told
        check = case.tasks[told["task"]]
        given = [known[name] for name in names if name in known and not isinstance(known[name], Case)]
        with contextlib.suppress(Exception):  # what its kind cannot read has no short form
            # also of a task that was not answered: others may have answered it for this case
            right = self.rights[id(check.kind)] if id(check.kind) in self.rights else check.right(case)
            told["right"] = _short(check.kind.read(right))
        if len(given) == 1 and told["outcome"] in ("right", "mistake", "wrong"):
            with contextlib.suppress(Exception):
                told["given"] = _short(check.kind.read(given[0]))
        return told


class _Remembering(dict[str, Any]):
    """Checks that were given a memory already."""


def _as_error(raised: Mapping[str, Any]) -> Exception:
    """An exception of the same name as the student's; of the same class where it is one of Python's own."""
    name, text = str(raised.get("name", "")), str(raised.get("text", ""))
    if name in ENDS_OF_LOOPS:  # a test that loops over calls would take it for the end of what it loops over
        return RuntimeError(f"the function raised {name}")
    known = getattr(builtins, name, None)
    if isinstance(known, type) and issubclass(known, Exception):
        with contextlib.suppress(Exception):
            return known(text)
    made = type(name if name.isidentifier() else "Exception", (Exception,), {})
    return made(text)  # type: ignore[no-any-return]


def _short(value: Any) -> Any:
    """A read answer as plain JSON, or None if it is too large to keep."""
    import json

    text = json.dumps(value)  # what JSON cannot hold raises, and nothing is kept
    return json.loads(text) if len(text) <= MOST_KEPT else None
