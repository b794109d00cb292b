"""Standard output and error of a cell: kept until it ends or shows something else, and cut at a limit."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from typing import Any

Tell = Callable[[dict[str, Any]], None]
MOST_TEXT = 1 << 20  # characters of a cell's streams
CUT = "\n... Output truncated ...\n"
SECONDS_BETWEEN_FLUSHES = 0.2


class _Outlet:
    """Where a shell's outputs go; one a process, since Python's streams and IPython's shell are so too."""

    def __init__(self) -> None:
        self.begin(lambda output: None)

    def begin(self, tell: Tell) -> None:
        """Begin a cell, whose outputs go to ``tell``."""
        self.tell, self.written, self.cut = tell, 0, False


OUTLET = _Outlet()


class Stream(io.TextIOBase):
    """Standard output or error of the cells: kept until the cell ends, or something else is shown."""

    encoding = "UTF-8"
    errors = "strict"

    def __init__(self, name: str) -> None:
        self.name = name
        self.pieces: list[str] = []
        self.flushed = 0.0

    def writable(self) -> bool:
        """Always."""
        return True

    def isatty(self) -> bool:
        """Never."""
        return False

    def fileno(self) -> int:
        """Where programs and C code write, as a kernel has it; that is caught as well."""
        return 2 if self.name == "stderr" else 1

    def write(self, text: str) -> int:
        """Keep a text; beyond the limit of a cell it is dropped, and the limit told once."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        room = MOST_TEXT - OUTLET.written
        if len(text) > room:
            if not OUTLET.cut:
                OUTLET.cut = True
                self.pieces.append(text[:room] + CUT)
        else:
            self.pieces.append(text)
        OUTLET.written += len(text)
        if time.monotonic() - self.flushed > SECONDS_BETWEEN_FLUSHES:
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Hand out what was kept."""
        self.flushed = time.monotonic()
        if self.pieces:
            text, self.pieces = "".join(self.pieces), []
            if text:
                OUTLET.tell({"output_type": "stream", "name": self.name, "text": text})


def flush() -> None:
    """Hand out what both streams keep.

    Examples
    --------
    >>> OUTLET.begin(print)
    >>> flush()
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            continue
