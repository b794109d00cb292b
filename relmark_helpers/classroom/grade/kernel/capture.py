"""What reaches a process's standard output past Python: C code, and programs that it starts."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from typing import Any

MOST_BYTES = 1 << 20


class Spill:
    """Catches file descriptors 1 and 2 in an unnamed file and hands on what has come since the last time."""

    def __init__(self) -> None:
        self.file = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the process
        self.told = 0
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        for descriptor in (1, 2):
            os.dup2(self.file.fileno(), descriptor)

    def tell(self, tell: Callable[[dict[str, Any]], None]) -> None:
        """Hand on what has come, as standard output of the cell; what is beyond a megabyte is passed over.

        Parameters
        ----------
        tell : callable
            Is told the output in nbformat's form.
        """
        size = os.fstat(self.file.fileno()).st_size
        if size <= self.told:
            return
        self.file.seek(self.told)
        text = self.file.read(MOST_BYTES).decode("utf-8", "replace")
        self.told = size
        self.file.seek(size)
        tell({"output_type": "stream", "name": "stdout", "text": text})
