"""Running notebooks as CI does: a clean kernel, offline, warnings are errors, nothing on stderr, in time."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relmark_helpers.course import CHECKOUT
from relmark_helpers.errors import CourseError

CELL_SECONDS = 60

# Run before the first cell. The kernel's own modules may warn as they like: learners never see it. Patching
# socket stops Python's own ways out, which is what a notebook would use by mistake.
GUARD = """
import warnings as _warnings
_warnings.simplefilter("error")
_kernel = ("ipykernel", "IPython", "zmq", "tornado", "jupyter_client", "traitlets", "debugpy", "asyncio")
for _module in _kernel:
    _warnings.filterwarnings("ignore", module=_module + r"(\\.|$)")
import socket as _socket
def _offline(call):
    def guarded(self, address, *rest):
        host = address[0] if isinstance(address, tuple) else "localhost"
        if host not in ("localhost", "::1") and not str(host).startswith("127."):
            raise OSError(f"the network is cut while notebooks are checked (tried {host})")
        return call(self, address, *rest)
    return guarded
for _name in ("connect", "connect_ex"):
    setattr(_socket.socket, _name, _offline(getattr(_socket.socket, _name)))
del _kernel, _module, _name
"""


@dataclass(frozen=True)
class Run:
    """What came of running a notebook.

    Parameters
    ----------
    seconds : float
        How long it took, the kernel's start included.
    outputs : list of (str, dict)
        Every output with the id of its cell, in order, in nbformat's form.

    Examples
    --------
    >>> Run(1.2, [("a", {"output_type": "error", "ename": "NameError", "evalue": "x"})]).errors
    [('a', 'NameError: x')]
    """

    seconds: float
    outputs: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    @property
    def errors(self) -> list[tuple[str, str]]:
        """The id of each cell that raised, and what: the sentence alone if it is one of the course's own."""
        found = []
        for cell, output in self.outputs:
            if output["output_type"] == "error":
                said = output["evalue"].strip().splitlines()[:1] or [""]
                name = output["ename"]
                found.append((cell, said[0] if name == CourseError.__name__ else f"{name}: {said[0]}"))
        return found

    @property
    def complaints(self) -> list[tuple[str, str]]:
        """The id of each cell that wrote on stderr, and the first line of it."""
        return [
            (cell, output["text"].strip().splitlines()[0])
            for cell, output in self.outputs
            if output["output_type"] == "stream" and output["name"] == "stderr" and output["text"].strip()
        ]


def run_notebook(
    path: Path,
    folder: Path,
    environment: Mapping[str, str | None] | None = None,
    *,
    guarded: bool = True,
    keep_going: bool = False,
) -> Run:
    """Run a copy of a notebook in a clean kernel; the file itself stays as it is.

    Parameters
    ----------
    path : Path
        The notebook.
    folder : Path
        The folder in which the kernel works.
    environment : mapping, optional
        Variables to set for the kernel; None takes one away.
    guarded : bool
        Whether warnings are errors and the network is cut.
    keep_going : bool
        Whether the cells after one that raised are run as well.

    Returns
    -------
    Run

    Raises
    ------
    CourseError
        If the file is no notebook, the kernel does not start or dies.

    Examples
    --------
    >>> run_notebook(Path("missing.ipynb"), Path("."))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: Cannot read missing.ipynb (No such file or directory).
    """
    import nbformat
    from jupyter_client.kernelspec import NoSuchKernel
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    from relmark_helpers.authoring.pages import read_json

    read_json(path)
    notebook = nbformat.read(path, as_version=4)
    guard = nbformat.v4.new_code_cell(GUARD if guarded else "pass", id="relmark-guard")
    notebook.cells.insert(0, guard)
    client = NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        kernel_name="python3",
        allow_errors=keep_going,
        extra_arguments=["--IPKernelApp.log_level=40"],  # its warning about TCP is nothing for learners
        resources={"metadata": {"path": str(folder)}},
    )
    started = time.monotonic()
    try:
        # in a thread of its own, for the caller may be in an event loop already
        with ThreadPoolExecutor(max_workers=1) as thread:
            running = client.async_execute(env=_kernel_environment(environment or {}))
            thread.submit(asyncio.run, running).result()
    except CellExecutionError:
        pass  # its error is among the outputs
    except CellTimeoutError as error:
        raise CourseError(
            f"{path.name} has a cell that runs for more than {CELL_SECONDS} seconds."
        ) from error
    except DeadKernelError as error:
        raise CourseError(
            f"The kernel died while {path.name} was running; it may have used all memory."
        ) from error
    except (NoSuchKernel, RuntimeError) as error:
        raise CourseError(
            f"The kernel does not start ({error}); `relmark doctor` says how to mend it."
        ) from error
    finished = time.monotonic() - started
    outputs = [
        (cell.id, output)
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.get("outputs", [])
    ]
    return Run(finished, outputs)


def _kernel_environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    # whatever folder the kernel works in, it imports this very library
    paths = [str(CHECKOUT), *filter(None, [os.environ.get("PYTHONPATH")])]
    wanted = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **changes}
    return {name: value for name, value in wanted.items() if value is not None}
