"""The first steps of every process of grading, forked or started: surroundings, walls, then its work."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Any

from relmark_helpers.classroom.grade.kernel.channel import Channel, Gone
from relmark_helpers.classroom.grade.sandbox import walls

PRELOADED = (
    *("numpy", "pandas", "scipy.stats", "scipy.optimize", "scipy.special"),
    *("matplotlib.pyplot", "matplotlib_inline.backend_inline", "seaborn", "statsmodels.formula.api"),
    *("relmark_helpers.notebook.check", "relmark_helpers.company.store"),
)


def begin(channel: Channel, request: dict[str, Any]) -> None:
    """Become a student's process or a judge, and serve until the grader is done.

    Parameters
    ----------
    channel : Channel
        To the grader.
    request : dict
        ``role`` (``pupil`` or ``bench``), ``environment``, ``folder``, ``walls``.
    """
    from relmark_helpers.classroom.grade.kernel import shell

    _die_with_parent()
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    tempfile.tempdir = None  # the warm process may have looked for its own
    _fresh_luck()
    running = shell.make_shell()
    running.init_environment()  # type: ignore[no-untyped-call]
    if request["role"] == "bench":
        from relmark_helpers.classroom.grade.kernel.bench import Bench

        work: Any = Bench(channel, running)
    else:
        from relmark_helpers.classroom.grade.kernel import windows
        from relmark_helpers.classroom.grade.kernel.pupil import Pupil

        windows.settle(running)
        work = Pupil(channel, running)
    walls.close(request["walls"])
    if "" not in sys.path:
        sys.path.insert(0, "")
    sys.argv[:] = ["relmark"]
    sys.stdout, sys.stderr = shell.Stream("stdout"), shell.Stream("stderr")
    channel.send({"ready": True})
    try:
        work.serve()
    except Gone:
        return


def preload(chapter: str) -> None:
    """Import what notebooks use and draw a case, so that no submission has to.

    Parameters
    ----------
    chapter : str
        Number of the assignment's chapter; an unknown one is passed over.
    """
    import importlib

    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    for name in PRELOADED:
        try:
            importlib.import_module(name)
        except ImportError:
            continue
    from relmark_helpers.notebook.case import case

    try:
        drawn = case(chapter, student="warm")
        for check in drawn.tasks.values():
            check.kind.read(check.right(drawn))
    except Exception:  # warming is no duty: whatever is wrong shows again, and is told, in the notebook
        return


def _die_with_parent() -> None:
    """Have Linux end this process when the one that started it ends, however that happens."""
    if sys.platform == "linux":
        import ctypes
        import signal

        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)


def _fresh_luck() -> None:
    """Forks of one process must not all draw the same random numbers."""
    import random

    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
