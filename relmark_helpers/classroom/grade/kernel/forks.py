"""Processes that a warm one forks: each begins in milliseconds, with all libraries loaded."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from relmark_helpers.classroom.grade.kernel.channel import Channel, Gone, SocketEnds
from relmark_helpers.classroom.grade.kernel.processes import (
    KERNEL,
    Process,
    environment,
    library_path,
    matplotlib_home,
    python,
)
from relmark_helpers.errors import CourseError

SECONDS_TO_BEGIN = 60.0


class Fork:
    """A process that a warm one has forked; held by a handle, since its number may mean another one here."""

    def __init__(self, warm: Warm, process: int, handle: int, channel: Channel) -> None:
        self.warm, self.process, self.handle, self.channel = warm, process, handle, channel
        self.closed = False  # then the handle's number may be that of another file already
        self.status: int | None = None
        self.seconds = 0.0

    def _signal(self, which: signal.Signals) -> None:
        if not self.closed:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self.handle, which)

    def interrupt(self) -> None:
        """Send Ctrl-C."""
        self._signal(signal.SIGINT)

    def kill(self) -> None:
        """Send the signal that cannot be ignored."""
        self._signal(signal.SIGKILL)

    def close(self) -> int | None:
        """End it and give its exit status."""
        if not self.closed:
            select.select([self.handle], [], [], 0.02)  # one that is dying by itself says why
            self.kill()
            select.select([self.handle], [], [], 10)
            self.closed = True
            os.close(self.handle)
            self.channel.close()
            self.status, self.seconds = self.warm.reap(self.process)
        return self.status


class Warm:
    """A warm process; see :mod:`relmark_helpers.classroom.grade.kernel.warm`.

    Parameters
    ----------
    chapter : str
        What it warms for.
    prefix : sequence of str
        The command that it is wrapped in.
    scratch : Path
        Its home.
    libraries : sequence of str
        What it imports beside what every notebook needs.
    judging : bool
        Whether its forks are judges.
    """

    def __init__(
        self,
        chapter: str,
        prefix: Sequence[str],
        scratch: Path,
        libraries: Sequence[str] = (),
        *,
        judging: bool = False,
    ) -> None:
        self.lock = threading.Lock()
        here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        role = "bench" if judging else "pupil"
        words = [str(there.fileno()), chapter, role, " ".join(libraries)]
        command = [*prefix, *python(), "-m", f"{KERNEL}.warm", *words]
        home = matplotlib_home(scratch)
        self.process = subprocess.Popen(
            command,
            pass_fds=[there.fileno()],
            stdin=subprocess.DEVNULL,
            env=environment(scratch, MPLCONFIGDIR=str(home), PYTHONPATH=library_path()),
            cwd="/",
            start_new_session=True,
        )
        there.close()
        self.control = here
        self.ready = False

    def _wait(self) -> None:
        """Wait until it is warm; it warms while the grader does other things."""
        self.control.settimeout(SECONDS_TO_BEGIN)
        try:
            told = json.loads(self.control.recv(1 << 16) or b"{}")
        except (OSError, ValueError):
            told = {}
        if told.get("threads") != 1:
            self.close()
            raise CourseError(
                "The warm process of grading did not start with a single thread"
                if told
                else "The warm process of grading did not start; `relmark doctor --grading` says more."
            )
        self.ready = True

    def start(self, request: dict[str, Any]) -> Process:
        """Fork."""
        with self.lock:
            if not self.ready:
                self._wait()
            here, there = socket.socketpair()
            try:
                socket.send_fds(self.control, [json.dumps(request).encode()], [there.fileno()])
                data, handles, _, _ = socket.recv_fds(self.control, 1 << 16, 1)
                told = json.loads(data)
            except (OSError, ValueError) as error:
                here.close()
                raise Gone from error
            finally:
                there.close()
        return Fork(self, told["process"], handles[0], Channel(SocketEnds(here)))

    def reap(self, process: int) -> tuple[int | None, float]:
        """Have the warm process take note that a fork has ended: its status and its processor time."""
        with self.lock:
            try:
                self.control.send(json.dumps({"reap": process}).encode())
                told = json.loads(self.control.recv(1 << 16))
                return told["status"], float(told["seconds"])
            except (OSError, ValueError, KeyError):
                return None, 0.0

    def close(self) -> None:
        """End the warm process and with it all that is left of its forks."""
        self.control.close()
        try:
            # one that is still warming has no fork yet, and would complain that nobody listens any more
            self.process.wait(5 if self.ready else 0)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
