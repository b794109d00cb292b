"""Messages between the grader and its processes: JSON with a few buffers of bytes, over a socket or two pipes."""

from __future__ import annotations

import json
import os
import queue
import re
import socket
import struct
import threading
import time
from collections.abc import Sequence
from typing import Any, Protocol

HEAD = struct.Struct("!IQ")
LONGEST_TEXT = 64 << 20
LONGEST_BUFFERS = 256 << 20
LARGEST_VALUE = 32 << 20  # bytes of one value of a student's
MOST_PARTS = 4_000_000  # brackets and commas of a text: each may become an object of Python's
PIECE = 1 << 16
_QUOTED = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)  # linear whatever it meets


class Gone(Exception):  # noqa: N818 - an end, not an error
    """The process on the other side has ended or closed its side."""


class Late(Exception):  # noqa: N818
    """Nothing whole has come by the deadline."""


class Forged(Exception):  # noqa: N818
    """Bytes that are no message."""


class MessageTooLargeError(ValueError):
    """A message that the other side would not read."""


class Ends(Protocol):
    """Two directions of bytes."""

    def read(self, size: int, deadline: float | None) -> bytes:
        """Give up to ``size`` bytes; raise Gone or Late."""

    def write(self, data: bytes) -> None:
        """Send all bytes; raise Gone."""

    def close(self) -> None:
        """Close both directions."""


class SocketEnds:
    """A socket's two directions: what a forked process talks over.

    Examples
    --------
    >>> here, there = map(SocketEnds, socket.socketpair())
    >>> here.write(b"one")
    >>> there.read(3, None)
    b'one'
    """

    def __init__(self, connected: socket.socket) -> None:
        self.connected = connected

    def read(self, size: int, deadline: float | None) -> bytes:
        """Give up to ``size`` bytes."""
        left = None if deadline is None else deadline - time.monotonic()
        if left is not None and left <= 0:
            raise Late
        try:
            self.connected.settimeout(left)
            data = self.connected.recv(size)
        except TimeoutError:
            raise Late from None
        except OSError:
            raise Gone from None
        if not data:
            raise Gone
        return data

    def write(self, data: bytes) -> None:
        """Send all bytes."""
        try:
            self.connected.settimeout(60)
            self.connected.sendall(data)
        except OSError:
            raise Gone from None

    def close(self) -> None:
        """Close the socket."""
        self.connected.close()


class PipeEnds:
    """Two pipes: what a process talks over that was started, not forked; works on every operating system.

    A thread reads ahead, since Windows cannot wait for a pipe with a deadline.

    Examples
    --------
    >>> read, write = os.pipe()
    >>> both = PipeEnds(read, write)
    >>> both.write(b"one")
    >>> both.read(3, None)
    b'one'
    >>> both.close()
    """

    def __init__(self, reading: int, writing: int, *, ahead: bool = True) -> None:
        self.reading, self.writing = reading, writing
        self.pieces: queue.Queue[bytes] | None = queue.Queue(maxsize=64) if ahead else None
        self.rest = b""
        self.closed = False
        if ahead:
            threading.Thread(target=self._read_ahead, daemon=True).start()

    def _read_ahead(self) -> None:
        assert self.pieces is not None
        piece = b"?"
        while piece and not self.closed:
            try:
                piece = os.read(self.reading, PIECE)
            except OSError:
                piece = b""
            self.pieces.put(piece)
        os.close(self.reading)  # here, for while it is read its number must not become another file's

    def read(self, size: int, deadline: float | None) -> bytes:
        """Give up to ``size`` bytes."""
        if not self.rest:
            self.rest = self._next(deadline)
        if not self.rest:
            raise Gone
        piece, self.rest = self.rest[:size], self.rest[size:]
        return piece

    def _next(self, deadline: float | None) -> bytes:
        if self.pieces is None:
            return os.read(self.reading, PIECE)
        try:
            return self.pieces.get(
                timeout=None if deadline is None else max(deadline - time.monotonic(), 0.001)
            )
        except queue.Empty:
            raise Late from None

    def write(self, data: bytes) -> None:
        """Send all bytes."""
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self.writing, view[:PIECE]) :]
        except OSError:
            raise Gone from None

    def close(self) -> None:
        """Close both pipes; the thread that reads ahead closes its own when the other side is gone."""
        if self.closed:
            return
        self.closed = True
        os.close(self.writing)
        if self.pieces is None:
            os.close(self.reading)
            return
        while not self.pieces.empty():  # a thread that waits for room goes on and ends
            self.pieces.get_nowait()


class Channel:
    """Whole messages over two directions of bytes.

    Examples
    --------
    >>> here, there = (Channel(SocketEnds(end)) for end in socket.socketpair())
    >>> here.send({"do": "run"}, [b"raw"])
    >>> there.receive()
    ({'do': 'run'}, [b'raw'])
    """

    def __init__(self, ends: Ends) -> None:
        self.ends = ends
        self.ahead = bytearray()
        self.sending = threading.Lock()  # a thread of a notebook prints while its cell does

    def send(self, message: dict[str, Any], buffers: Sequence[bytes] = ()) -> None:
        """Send a message and its buffers.

        Parameters
        ----------
        message : dict
            What JSON can hold.
        buffers : sequence of bytes
            Goes over as it is.

        Raises
        ------
        Gone
            If there is nobody on the other side.
        MessageTooLargeError
            If the other side would not read it.
        """
        text = json.dumps(message | {"buffers": [len(each) for each in buffers]}, ensure_ascii=False)
        raw = text.encode("utf-8", "surrogatepass")
        if _too_large(len(raw), sum(map(len, buffers))) or _too_many_parts(raw):
            raise MessageTooLargeError(f"more than {LONGEST_TEXT >> 20} MB in a message")
        with self.sending:
            self.ends.write(b"".join((HEAD.pack(len(raw), sum(map(len, buffers))), raw, *buffers)))

    def receive(self, deadline: float | None = None) -> tuple[dict[str, Any], list[bytes]]:
        """Wait for the next message; what has come in part is kept when the deadline passes.

        Parameters
        ----------
        deadline : float, optional
            Instant of ``time.monotonic``.

        Returns
        -------
        message : dict
        buffers : list of bytes

        Raises
        ------
        Gone, Late, Forged
            If the process has ended, nothing whole has come in time, or what came is no message.
        """
        self._need(HEAD.size, deadline)
        text, rest = HEAD.unpack_from(self.ahead)
        if _too_large(text, rest):
            raise Forged(f"a message of {text + rest} bytes")
        self._need(HEAD.size + text + rest, deadline)
        raw = bytes(self.ahead[HEAD.size : HEAD.size + text + rest])
        del self.ahead[: HEAD.size + text + rest]
        if _too_many_parts(raw[:text]):  # before they are made: sixty megabytes of them are gigabytes
            raise Forged(f"a message of more than {MOST_PARTS} parts")
        try:
            message = json.loads(raw[:text].decode("utf-8", "replace"))
            sizes = message.pop("buffers")
            if sum(sizes) != rest or min(sizes, default=0) < 0:
                raise ValueError("sizes that do not add up")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Forged(f"no message ({type(error).__name__})") from None
        buffers, start = [], text
        for size in sizes:
            buffers.append(raw[start : start + size])
            start += size
        return message, buffers

    def _need(self, size: int, deadline: float | None) -> None:
        while len(self.ahead) < size:
            self.ahead += self.ends.read(PIECE, deadline)

    def close(self) -> None:
        """Close the channel."""
        self.ends.close()


def _too_large(text: int, rest: int) -> bool:
    return text > LONGEST_TEXT or rest > LONGEST_BUFFERS


def _too_many_parts(raw: bytes) -> bool:
    """Whether a text in JSON has more brackets and commas than are read; those inside quotes are none."""
    return _parts(raw) > MOST_PARTS and _parts(_QUOTED.sub(b"", raw)) > MOST_PARTS


def _parts(raw: bytes) -> int:
    return raw.count(b",") + raw.count(b"[") + raw.count(b"{")
