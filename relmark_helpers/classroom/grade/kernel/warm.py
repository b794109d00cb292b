"""A warm process: it has imported what notebooks use, and forks for every submission in milliseconds.

``python -P -m relmark_helpers.classroom.grade.kernel.warm SOCKET CHAPTER ROLE``: on the socket come requests,
each with one end of a channel; the answer names the new process and bears a handle of it. It runs no student's
code itself, has a single thread, and holds no secret: the one that students' processes come from (``pupil``)
has never read what is right, the one of the judges (``bench``) has.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

from relmark_helpers.classroom.grade.kernel import child
from relmark_helpers.classroom.grade.kernel.channel import Channel, SocketEnds

LONGEST_REQUEST = 1 << 20
TAKE_IN_ORPHANS = 36  # of prctl


def main() -> None:
    """Serve until the grader closes the socket."""
    control = socket.socket(fileno=int(sys.argv[1]))
    _, _, chapter, role, libraries = sys.argv
    if role == "bench":
        child.preload(chapter, judging=True)
        from relmark_helpers.classroom.grade.kernel import bench  # noqa: F401 - imported for the forks
    else:
        _warm(chapter, libraries.split())
    gc.collect()
    gc.freeze()
    ctypes.CDLL(None).prctl(TAKE_IN_ORPHANS, 1, 0, 0, 0)
    forks: set[int] = set()
    control.send(json.dumps({"ready": True, "threads": _threads()}).encode())
    while True:
        data, handles, _, _ = socket.recv_fds(control, LONGEST_REQUEST, 1)
        if not data:
            _end_strays(set())
            return
        request = json.loads(data)
        if "reap" in request:
            control.send(json.dumps(_reap(request["reap"])).encode())
            forks.discard(request["reap"])
            _end_strays(forks)
            continue
        process = os.fork()
        if process == 0:
            _become(control, handles[0], request)
        forks.add(process)
        os.close(handles[0])
        handle = os.pidfd_open(process)
        socket.send_fds(control, [json.dumps({"process": process}).encode()], [handle])
        os.close(handle)


def _become(control: socket.socket, handle: int, request: dict[str, Any]) -> None:
    """Go on as the new process; never returns."""
    status = 1
    try:
        control.close()
        os.setsid()
        child.begin(Channel(SocketEnds(socket.socket(fileno=handle))), request)
        status = 0
    except BaseException as error:
        print(f"relmark: a process of grading could not begin: {error!r}", file=sys.__stderr__, flush=True)
    finally:
        os._exit(status)


def _reap(process: int) -> dict[str, Any]:
    """Take note of a fork's end: its exit status, and the seconds of processor time that it took."""
    try:
        _, status, used = os.wait4(process, 0)
    except ChildProcessError:
        return {"status": None, "seconds": 0.0}
    return {"status": os.waitstatus_to_exitcode(status), "seconds": used.ru_utime + used.ru_stime}


def _end_strays(forks: set[int]) -> None:
    """End what a student's process left behind: without a sandbox nothing keeps it from starting others."""
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    with contextlib.suppress(OSError):
        while strays := {int(each) for each in children.read_text().split()} - forks:
            for each in strays:
                os.kill(each, signal.SIGKILL)
                os.waitpid(each, 0)


def _warm(chapter: str, libraries: list[str]) -> None:
    """Fill the caches that cells, their errors, tables and pictures need."""
    import pandas as pd

    from relmark_helpers.classroom.grade.kernel import pupil, shell  # noqa: F401 - imported for the forks

    running = shell.make_shell()  # first, for matplotlib draws inline only where it finds one
    child.preload(chapter, libraries, judging=False)
    with contextlib.suppress(Exception):
        shell.run(running, "def f():\n    raise ValueError\nf()", 1, lambda output: None)
        running.reset(new_session=False)  # type: ignore[no-untyped-call]
    table = pd.DataFrame({"a": [1.5, 2.0], "b": ["x", "y"]})
    _ = table.to_html(), repr(table), table.groupby("b")["a"].agg("mean")
    if "matplotlib" in libraries or "seaborn" in libraries:
        _warm_pictures()


def _warm_pictures() -> None:
    import io
    import warnings

    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        figure = Figure(figsize=(4, 3))
        axes = FigureCanvasAgg(figure).figure.add_subplot()
        axes.plot([1, 2], [3, 4], label="a")
        axes.set_title("Warm 0123")
        axes.legend()
        figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")


def _threads() -> int:
    try:
        return len(list(Path("/proc/self/task").iterdir()))
    except OSError:
        return 1


if __name__ == "__main__":
    main()
