"""The first steps of every process of grading, forked or started: surroundings, walls, then its work."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
import tempfile
from collections.abc import Iterable
from typing import Any

from relmark_helpers.absence import absent
from relmark_helpers.classroom.grade.kernel import streams
from relmark_helpers.classroom.grade.kernel.channel import Channel, Gone
from relmark_helpers.classroom.grade.sandbox import walls

COMMON = ("numpy", "pandas", "relmark_helpers.notebook.check", "relmark_helpers.company.store")
LIBRARIES = {  # of notebooks, by what an import begins with: those that a class uses are imported once
    "scipy": ("scipy.stats", "scipy.optimize", "scipy.special"),
    "scipy.optimize": ("scipy.optimize",),
    "scipy.special": ("scipy.special",),
    "scipy.stats": ("scipy.stats",),
    "statsmodels": ("statsmodels.formula.api",),
    "statsmodels.duration": ("statsmodels.duration.survfunc",),
    "statsmodels.stats": ("statsmodels.stats.proportion",),
    "matplotlib": ("matplotlib.pyplot", "matplotlib_inline.backend_inline"),
    "seaborn": ("seaborn",),
}
TABLES = ("customers", "orders")  # what notebooks read most


def begin(channel: Channel, request: dict[str, Any]) -> None:
    """Become a student's process or a judge, and serve until the grader is done.

    Parameters
    ----------
    channel : Channel
        To the grader.
    request : dict
        ``role`` (``pupil`` or ``bench``), ``environment``, ``folder``, ``walls``.
    """
    _die_with_parent()
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    tempfile.tempdir = None  # the warm process may have looked for its own
    _fresh_luck()
    if request["role"] == "bench":
        from relmark_helpers.classroom.grade.kernel.bench import Bench

        work: Any = Bench(channel)
    else:
        from relmark_helpers.classroom.grade.kernel import shell, windows
        from relmark_helpers.classroom.grade.kernel.pupil import Pupil

        running = shell.make_shell()
        running.init_environment()  # type: ignore[no-untyped-call]
        windows.settle(running)
        work = Pupil(channel, running)
    walls.close(request["walls"])
    if "" not in sys.path:
        sys.path.insert(0, "")
    sys.argv[:] = ["relmark"]
    sys.stdout, sys.stderr = streams.Stream("stdout"), streams.Stream("stderr")
    channel.send({"ready": True})
    try:
        work.serve()
    except Gone:
        return


def preload(chapter: str, libraries: Iterable[str] = LIBRARIES, *, judging: bool) -> None:
    """Import what is used later, so that no submission has to.

    Parameters
    ----------
    chapter : str
        Number of the assignment's chapter; an unknown one is passed over.
    libraries : iterable of str
        Which of the notebooks' libraries; for judges none.
    judging : bool
        For judges, who draw cases and know what is right. What students' processes are forked from must
        never have known it: they can look through all of its memory.
    """
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    with absent(
        "polars"
    ):  # statsmodels would take it along, and it starts threads, with which nothing can be forked
        _preload(chapter, libraries, judging=judging)


def _preload(chapter: str, libraries: Iterable[str], *, judging: bool) -> None:
    _import(COMMON)
    if not judging:
        for each in libraries:
            _import(LIBRARIES.get(each) or LIBRARIES.get(each.partition(".")[0], ()))
    with contextlib.suppress(Exception):  # warming is no duty: what is wrong shows again, in the notebook
        if judging:
            from relmark_helpers.notebook.case import case

            drawn = case(chapter, student="warm")
            for check in drawn.tasks.values():
                check.kind.read(check.right(drawn))
        else:
            from relmark_helpers.company.store import load
            from relmark_helpers.course import CHAPTERS
            from relmark_helpers.course import chapter as find_chapter

            for each in TABLES:
                load(each)
            _import(f"relmark_helpers.topics.{each.topic}" for each in CHAPTERS)
            topic = find_chapter(chapter).topic
            _import(f"relmark_helpers.topics.{topic}.{room}" for room in ("model", "chart"))


def _import(names: Iterable[str]) -> None:
    for name in names:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


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
