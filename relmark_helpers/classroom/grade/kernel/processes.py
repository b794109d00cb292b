"""Processes of grading as the grader holds them, and how they are started one by one."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from relmark_helpers.classroom.grade.kernel.channel import Channel, Forged, Gone, Late, PipeEnds
from relmark_helpers.course import CHECKOUT

KERNEL = "relmark_helpers.classroom.grade.kernel"
KEPT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
SECONDS_TO_END = 20.0


def environment(home: Path | str, **more: str) -> dict[str, str]:
    """Give the surroundings of a process of grading: none of the grader's own secrets.

    Parameters
    ----------
    home : Path or str
        Its home and its folder for temporary files.
    **more : str
        What else it shall find.

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> os.environ["SECRET_TOKEN"] = "x"
    >>> "SECRET_TOKEN" in environment("/tmp")
    False
    """
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    folders = dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE"), str(home))
    somebody = dict.fromkeys(("USER", "LOGNAME", "USERNAME"), "learner")  # a sandbox knows no users
    one = dict.fromkeys(ONE_THREAD, "1") | {"JE_ARROW_MALLOC_CONF": "background_thread:false"}
    return (
        kept
        | folders
        | somebody
        | one
        | {"NBGRADER_EXECUTION": "autograde", "PYTHONIOENCODING": "utf-8"}
        | more
    )


class Process(Protocol):
    """One process of grading, as the grader holds it.

    ``seconds`` is the processor time that it took, known once it has ended and where the system tells it.
    """

    channel: Channel
    seconds: float

    def interrupt(self) -> None:
        """Ask it to stop what it runs, as Ctrl-C does."""

    def kill(self) -> None:
        """End it."""

    def close(self) -> int | None:
        """End it, wait until it has gone, and give its exit status, negative for a signal."""


class Starter(Protocol):
    """What starts processes of grading."""

    def start(self, request: dict[str, Any]) -> Process:
        """Start one; see :func:`relmark_helpers.classroom.grade.kernel.child.begin`."""

    def close(self) -> None:
        """Start no more."""


class Started:
    """A process that was started by itself, with its channel on standard input and output.

    In bubblewrap it is the innermost of three: those around it do not hand Ctrl-C on, and tell the signal
    that ended it as the shell does.

    Parameters
    ----------
    process : Popen
        What was started.
    channel : Channel
        To it.
    wrapped : bool
        Whether it is bubblewrap.
    end : sequence of str
        A command that ends what does not end with the process: a container.
    """

    def __init__(
        self, process: subprocess.Popen[bytes], channel: Channel, wrapped: bool, end: Sequence[str] = ()
    ) -> None:
        self.process, self.channel, self.wrapped, self.end = process, channel, wrapped, end
        self.seconds = 0.0
        self.closed = False

    def interrupt(self) -> None:
        """Send Ctrl-C; on Windows, where it would reach the grader too, end the process."""
        if sys.platform == "win32":
            self.process.kill()
        elif self.process.poll() is None:
            with contextlib.suppress(OSError):
                os.kill(_innermost(self.process.pid) if self.wrapped else self.process.pid, signal.SIGINT)

    def kill(self) -> None:
        """End it."""
        if self.closed:
            return
        if self.end and self.process.poll() is None:
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(self.end, capture_output=True, timeout=SECONDS_TO_END, check=False)
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()

    def close(self) -> int | None:
        """End it and give its exit status."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(0.02)
        self.process.poll()
        self.kill()
        self.process.wait(10)
        self.closed = True
        self.channel.close()
        status = self.process.returncode
        return 128 - status if (self.wrapped or self.end) and status > 128 else status


def _innermost(process: int) -> int:
    """The only child of the only child of a process, and so on, as the kernel lists them."""
    while children := Path(f"/proc/{process}/task/{process}/children").read_text().split():
        process = int(children[0])
    return process


class Fresh:
    """Starts a Python for every submission.

    Parameters
    ----------
    prefix : sequence of str
        The command that each is wrapped in.
    scratch : Path
        Their home while they start.
    """

    def __init__(self, prefix: Sequence[str], scratch: Path) -> None:
        self.command = [*prefix, *python(), "-m", f"{KERNEL}.fresh"]
        self.scratch = scratch

    def start(self, request: dict[str, Any]) -> Process:
        """Start one."""
        return self.run(self.command, request)

    def run(self, command: Sequence[str], request: dict[str, Any], end: Sequence[str] = ()) -> Process:
        """Run a command that becomes a process of grading."""
        home = matplotlib_home(self.scratch)
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env=environment(self.scratch, MPLCONFIGDIR=str(home), PYTHONPATH=library_path()),
            cwd=self.scratch,
            start_new_session=sys.platform != "win32",
        )
        assert process.stdin is not None
        assert process.stdout is not None
        channel = Channel(PipeEnds(os.dup(process.stdout.fileno()), os.dup(process.stdin.fileno())))
        process.stdin.close()
        process.stdout.close()
        channel.send(request)
        return Started(process, channel, command[0] == "bwrap", end)

    def close(self) -> None:
        """Nothing is left to do."""


def python() -> list[str]:
    """Name this Python, without the working folder on its path: it may hold a gradebook.

    Examples
    --------
    >>> python()[1:]
    ['-P']
    """
    return [sys.executable, "-P"]


def library_path() -> str:
    """Where the processes find this very library.

    Examples
    --------
    >>> Path(library_path(), "relmark_helpers").is_dir()
    True
    """
    return str(CHECKOUT)


def matplotlib_home(scratch: Path) -> Path:
    """A folder with a copy of matplotlib's list of fonts, which takes seconds to make.

    Examples
    --------
    >>> import tempfile
    >>> matplotlib_home(Path(tempfile.mkdtemp())).name
    'matplotlib'
    """
    home = scratch / "matplotlib"
    if not home.is_dir():
        import shutil

        beside = scratch / f".matplotlib-{time.monotonic_ns()}"
        beside.mkdir()
        for file in _matplotlib_cache().glob("fontlist-*.json"):
            shutil.copy(file, beside)
        with contextlib.suppress(OSError):  # another thread was first
            beside.rename(home)
    return home


def _matplotlib_cache() -> Path:
    """Where matplotlib keeps its list; on Linux known without importing it, which takes as long as all else here."""
    own = os.environ.get("MPLCONFIGDIR")
    if own or sys.platform != "linux":
        import matplotlib

        return Path(matplotlib.get_cachedir())
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "matplotlib")


def begin(
    starter: Starter, role: str, surroundings: dict[str, str], folder: Path, walls: dict[str, Any]
) -> Process:
    """Start a process of grading and wait until it has closed its walls.

    Raises
    ------
    Gone
        If it does not begin within a minute.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> process = begin(Fresh([], folder), "pupil", environment(folder), folder, {})
    >>> process.kill()
    >>> process.close() == 0
    False
    """
    process = starter.start(
        {"role": role, "environment": surroundings, "folder": str(folder), "walls": walls}
    )
    try:
        message, _ = process.channel.receive(time.monotonic() + 60)
        if message.get("ready") is True:
            return process
    except (Late, Forged, Gone):
        pass
    process.close()
    raise Gone(f"a process of grading ({role}) did not begin")
