"""What one grading holds while it lasts: a lock on its course, a folder for its files, and an end in order."""

from __future__ import annotations

import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from relmark_helpers.classroom.grade.folders import remove
from relmark_helpers.errors import CourseError

SCRATCH = "scratch-"


@contextmanager
def scratch_folder(course: Path) -> Iterator[Path]:
    """A folder on the course's own disk; what a killed grading left there is removed."""
    parent = course.resolve() / ".relmark"
    parent.mkdir(exist_ok=True)
    for left in parent.glob(f"{SCRATCH}*"):
        remove(left)
    folder = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=parent))
    try:
        yield folder
    finally:
        remove(folder)


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Have whoever stops a grading by a signal leave no process and no folder, as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, frame: object) -> None:
        for each in before:
            signal.signal(each, signal.SIG_IGN)  # a second one would stop the tidying
        raise SystemExit(128 + number)

    stops = (getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
    # under nohup the end of a terminal is ignored, and stays so
    before = {each: signal.getsignal(each) for each in stops if signal.getsignal(each) != signal.SIG_IGN}
    for each in before:
        signal.signal(each, end)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


@contextmanager
def alone(course: Path) -> Iterator[None]:
    """Keep a second grading of this course out; a lock of the operating system goes with its process."""
    path = course / ".relmark" / "grading.lock"
    path.parent.mkdir(exist_ok=True)
    with path.open("a+b") as opened:
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(opened.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
            else:
                import fcntl

                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CourseError(f"Another grading is under way in {course}; wait until it has ended.") from None
        yield
