"""A mark is the judge's own verdict, and what comes from a student's process is bounded before it is read."""

import json
import socket
import time

import pytest

from relmark_helpers.classroom.grade.handed_in import ENDED, NOTE, HandedIn
from relmark_helpers.classroom.grade.kernel.bench import _as_error
from relmark_helpers.classroom.grade.kernel.channel import (
    HEAD,
    MOST_PARTS,
    Channel,
    Forged,
    MessageTooLargeError,
    SocketEnds,
)
from relmark_helpers.classroom.grade.kernel.pupil import Pupil
from relmark_helpers.classroom.grade.run import Ended, Run
from relmark_helpers.classroom.grade.sandbox.limits import Limits


@pytest.fixture
def ends():
    here, there = (Channel(SocketEnds(end)) for end in socket.socketpair())
    yield here, there
    here.close()
    there.close()


class Ready(Channel):
    """A channel on which everything has come already."""

    def __init__(self, text):
        self.ahead = bytearray(HEAD.pack(len(text), 0) + text)


@pytest.mark.parametrize("piece", [b"[],", b"[[[]]],", b'{"a":1},', b"1,", b'"\\"",'])
def test_a_message_of_too_many_parts_is_refused_before_they_are_made(piece):
    text = b'{"buffers": [], "value": [' + piece * (MOST_PARTS + 1) + b"1]}"
    began = time.process_time()
    with pytest.raises(Forged, match="parts"):
        Ready(text).receive()
    assert time.process_time() - began < 10


def test_brackets_and_commas_inside_quotes_are_no_parts():
    text = "[,{" * (MOST_PARTS // 2) + '"\\'
    message = json.dumps({"buffers": [], "value": text}).encode()
    assert Ready(message).receive()[0]["value"] == text


def test_quotes_that_never_end_take_no_time():
    began = time.process_time()
    with pytest.raises(Forged):
        Ready(b'"\\"' * MOST_PARTS + b"," * (MOST_PARTS + 1) + b"\\").receive()
    assert time.process_time() - began < 10


def test_what_the_other_side_would_not_read_is_not_sent(ends):
    with pytest.raises(MessageTooLargeError):
        ends[0].send({"value": [1] * (MOST_PARTS + 2)})
    ends[0].send({"value": "still whole"})
    assert ends[1].receive()[0] == {"value": "still whole"}


def test_an_end_of_the_process_is_raised_by_whoever_finds_it(tmp_path):
    class Process:
        def kill(self):
            """There is none."""

    run = Run(Process(), tmp_path, Limits())
    assert isinstance(run._end("output", "own", "Too much."), Ended)
    run._end("output", "own", "Too much.")
    assert [event.says for event in run.events] == ["Too much."], "the same is told once"


def test_a_function_cannot_end_the_loop_of_a_test():
    for name in ("StopIteration", "StopAsyncIteration"):
        with pytest.raises(RuntimeError, match=name):
            list(map(raising(_as_error({"name": name, "text": ""})), [1]))


def raising(error):
    def function(value):
        raise error

    return function


def test_classes_and_objects_that_can_be_called_are_functions(ends):
    pupil = Pupil.__new__(Pupil)
    pupil.functions = []
    from relmark_helpers.classroom.grade.values import pack

    for value in (float, type("Own", (), {"__call__": lambda self: 1})()):
        assert pack(value, pupil.keep)[0]["is"] == "function"


def test_what_stood_in_the_notebook_is_shown_again_with_a_sentence():
    stream = {"output_type": "stream", "name": "stdout", "text": ["a\n", "b"]}
    forged = [7, {"output_type": "x"}, {"output_type": "stream", "name": "stdout", "text": {}}]
    cells = [
        {"cell_type": "code", "source": ["x = 1\n", "x"], "outputs": [stream, *forged]},
        {"cell_type": "code", "source": "y", "outputs": []},
        {"cell_type": "code", "source": "z", "outputs": [stream | {"text": "z" * 5_000_000}]},
    ]
    handed_in = HandedIn(json.dumps({"cells": cells}).encode())
    assert [output["text"] for output in handed_in.outputs("x = 1\nx")] == [NOTE, "a\nb"]
    assert handed_in.outputs("x = 1\nx") == [], "once for each cell"
    assert handed_in.outputs("y") == []
    assert handed_in.outputs("z") == [], "too much"
    assert [output["text"] for output in handed_in.outputs("y", ended=True)] == [ENDED]
    for damaged in (b"{", b"[" * 100_000, b"7", b'{"cells": 7}', b'{"cells": [7, {"outputs": 7}]}'):
        assert HandedIn(damaged).outputs("y") == []
