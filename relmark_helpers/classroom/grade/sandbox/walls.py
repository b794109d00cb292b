"""Closing the walls round a process from inside, before the first line of a student's code runs."""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from typing import Any

from relmark_helpers.classroom.grade.sandbox import landlock, limits, system_calls

NEW_USER, NEW_NETWORK, NEW_MESSAGES, NEW_HOST = 0x10000000, 0x40000000, 0x08000000, 0x04000000
DROP_BOUND, NO_DUMPS, CLEAR_AMBIENT = 24, 4, 47
CAPABILITIES_VERSION = 0x20080522
LAST_CAPABILITY = 63


def close(walls: dict[str, Any]) -> None:
    """Close all walls that are asked for; if one does not close, the process must not go on.

    Parameters
    ----------
    walls : dict
        ``limits`` (see :class:`~relmark_helpers.classroom.grade.sandbox.limits.Limits`), ``namespaces`` (a
        user and a network of its own), ``files`` (``read`` and ``write``: what may be opened; ``hidden``: what
        of it not), ``calls`` (the filter of system calls). A wall that is missing stays open.

    Raises
    ------
    OSError
        If the operating system refuses one.
    """
    if walls.get("namespaces"):
        _leave_the_network()
    if told := walls.get("limits"):
        limits.apply(limits.Limits(**told), processes=not walls.get("calls"))
    if files := walls.get("files"):
        landlock.restrict(files["read"], files["write"], files["hidden"])
    if sys.platform == "linux":
        _drop_capabilities()
    if walls.get("calls"):
        system_calls.refuse()


def _leave_the_network() -> None:
    library = ctypes.CDLL(None, use_errno=True)
    user, group = os.getuid(), os.getgid()
    if library.unshare(NEW_USER | NEW_NETWORK | NEW_MESSAGES | NEW_HOST) != 0:
        raise OSError(ctypes.get_errno(), "no namespaces for an ordinary user here")
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as told:
            told.write(text)


def _drop_capabilities() -> None:
    library = ctypes.CDLL(None, use_errno=True)
    for capability in range(LAST_CAPABILITY):
        library.prctl(DROP_BOUND, capability, 0, 0, 0)
    library.prctl(CLEAR_AMBIENT, 4, 0, 0, 0)
    library.capset(struct.pack("Ii", CAPABILITIES_VERSION, 0), struct.pack("6I", *[0] * 6))
    library.prctl(NO_DUMPS, 0, 0, 0, 0)
