"""How much of the machine one submission may use."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Limits:
    """What a student's process may use, each with its unit.

    Parameters
    ----------
    cell_seconds, notebook_seconds : float
        Time for one cell and for the whole notebook.
    memory_mb : int
        Address space beyond what the warm process has.
    file_mb, folder_mb, files : int
        Size of one file, of all files in its folder, and their number.

    Examples
    --------
    >>> Limits(cell_seconds=5).memory_mb
    2048
    """

    cell_seconds: float = 30.0
    notebook_seconds: float = 300.0
    memory_mb: int = 2048
    file_mb: int = 64
    folder_mb: int = 256
    files: int = 2000

    def as_dict(self) -> dict[str, Any]:
        """Give them as plain data, for another process."""
        return asdict(self)


def apply(limits: Limits, *, processes: bool) -> None:
    """Limit this process by what the operating system offers for it; nothing on Windows.

    Parameters
    ----------
    limits : Limits
        What it may use.
    processes : bool
        Whether the number of processes is limited too: where no filter forbids new ones.
    """
    if sys.platform == "win32":
        return
    import resource
    import signal

    seconds = int(limits.notebook_seconds) + 5
    wanted = {
        "RLIMIT_AS": _address_space() + (limits.memory_mb << 20),
        "RLIMIT_CPU": seconds,
        "RLIMIT_FSIZE": limits.file_mb << 20,
        "RLIMIT_NOFILE": 256,
        "RLIMIT_CORE": 0,
    }
    if processes:
        wanted["RLIMIT_NPROC"] = 512  # of the user, not of the process: the user runs other things too
    for name, most in wanted.items():
        which = getattr(resource, name, None)
        if which is None:
            continue
        hard = resource.getrlimit(which)[1]
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        try:
            resource.setrlimit(which, (most, most))
        except (OSError, ValueError):  # macOS knows RLIMIT_AS and refuses it
            continue
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # writing fails with an error instead of ending the process


def _address_space() -> int:
    try:
        with open("/proc/self/statm") as told:
            import resource

            return int(told.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 1 << 30
