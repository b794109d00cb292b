"""A filter of system calls, as the Linux kernel takes it: what no notebook needs is refused.

The numbers are those of the kernel's tables for each processor; another processor has no filter here.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct

LOAD, JUMP_EQUAL, JUMP_ANY_BIT, RETURN = 0x20, 0x15, 0x45, 0x06  # classic BPF
ALLOW, REFUSE, END_PROCESS = 0x7FFF0000, 0x00050000, 0x80000000
NUMBER, PROCESSOR, FIRST_ARGUMENT, FIRST_ARGUMENT_HIGH = 0, 4, 16, 20
CLONE_THREAD = 0x00010000
SET_NO_NEW_PRIVILEGES, SET_FILTER, FILTER_MODE = 38, 22, 2

AUDIT_NAMES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# Refused with "not permitted": the network, other processes, the kernel's machinery, links and devices.
FORBIDDEN = {
    "x86_64": (
        *(41, 42, 43, 49, 50, 288),  # socket connect accept bind listen accept4
        *(57, 58, 59, 322),  # fork vfork execve execveat
        *(101, 310, 311, 312, 129, 297, 424, 434, 438, 200),  # ptrace, memory and signals of others
        *(155, 161, 163, 165, 166, 272, 308, 428, 429, 430, 431, 432, 433, 442),  # mounts, namespaces
        *(135, 167, 168, 169, 170, 171, 175, 176, 179, 246, 298, 313, 321, 323),  # the kernel itself
        *(248, 249, 250, 425, 426, 427, 303, 304),  # keys, rings, handles
        *(86, 265, 88, 266, 133, 259),  # links and devices
        *(188, 189, 190, 197, 198, 199),  # extended attributes
        *(319, 447, 29, 30, 31, 64, 68, 240),  # memory outside the limits: nameless files, shared segments
    ),
    "aarch64": (
        *(198, 203, 202, 200, 201, 242),
        *(221, 281),
        *(117, 270, 271, 272, 138, 240, 424, 434, 438, 130),
        *(41, 51, 89, 40, 39, 97, 268, 428, 429, 430, 431, 432, 433, 442),
        *(92, 224, 225, 142, 161, 162, 105, 106, 60, 104, 241, 273, 280, 282),
        *(217, 218, 219, 425, 426, 427, 264, 265),
        *(37, 36, 33),
        *(5, 6, 7, 14, 15, 16),
        *(279, 447, 194, 196, 195, 190, 186, 180),
    ),
}
# Said to be done and not done: modes, owners and times of files, which other layers cannot guard outside
# the notebook's own folder, and which libraries set without need.
PRETENDED = {
    "x86_64": (90, 91, 268, 452, 92, 93, 94, 260, 132, 235, 261, 280),
    "aarch64": (52, 53, 452, 54, 55, 88),
}
CLONE = {"x86_64": 56, "aarch64": 220}
CLONE3 = 435  # its flags lie where a filter cannot look; the C library then takes clone
ONLY_ITSELF = {"x86_64": (62, 234), "aarch64": (129, 131)}  # kill, tgkill
LIMITS_OF = {"x86_64": 302, "aarch64": 261}  # prlimit64
CONTROL = {"x86_64": 157, "aarch64": 167}  # prctl
DIE_WITH_PARENT = 1  # of prctl: a process must not outlive its grader


def available() -> bool:
    """Whether there is a filter for this processor.

    Returns
    -------
    bool

    Examples
    --------
    >>> available() in (True, False)
    True
    """
    return platform.system() == "Linux" and platform.machine() in AUDIT_NAMES


def program(machine: str, own_process: int) -> bytes:
    """Write the filter.

    Parameters
    ----------
    machine : str
        ``x86_64`` or ``aarch64``.
    own_process : int
        The process that may get signals from itself.

    Returns
    -------
    bytes
        Instructions of classic BPF, eight bytes each.

    Examples
    --------
    >>> len(program("x86_64", 7)) % 8
    0
    """
    lines: list[tuple[int, int, int, int]] = []

    def add(code: int, value: int, then: int = 0, other: int = 0) -> None:
        lines.append((code, then, other, value))

    def refuse(number: int, error: int) -> None:
        add(JUMP_EQUAL, number, 0, 1)
        add(RETURN, REFUSE | error)

    add(LOAD, PROCESSOR)
    add(JUMP_EQUAL, AUDIT_NAMES[machine], 1, 0)
    add(RETURN, END_PROCESS)  # calls of another processor's table
    add(LOAD, NUMBER)
    if machine == "x86_64":  # the x32 table
        add(JUMP_ANY_BIT, 0x40000000, 0, 1)
        add(RETURN, END_PROCESS)
    for number in FORBIDDEN[machine]:
        refuse(number, errno.EPERM)
    for number in PRETENDED[machine]:
        refuse(number, 0)
    refuse(CLONE3, errno.ENOSYS)
    add(JUMP_EQUAL, CLONE[machine], 0, 4)
    add(LOAD, FIRST_ARGUMENT)
    add(JUMP_ANY_BIT, CLONE_THREAD, 1, 0)
    add(RETURN, REFUSE | errno.EPERM)
    add(RETURN, ALLOW)
    for number in ONLY_ITSELF[machine]:
        add(JUMP_EQUAL, number, 0, 4)
        add(LOAD, FIRST_ARGUMENT)
        add(JUMP_EQUAL, own_process, 1, 0)
        add(RETURN, REFUSE | errno.EPERM)
        add(RETURN, ALLOW)
    add(JUMP_EQUAL, CONTROL[machine], 0, 4)
    add(LOAD, FIRST_ARGUMENT)
    add(JUMP_EQUAL, DIE_WITH_PARENT, 0, 1)
    add(RETURN, REFUSE | errno.EPERM)
    add(RETURN, ALLOW)
    add(JUMP_EQUAL, LIMITS_OF[machine], 0, 4)
    add(LOAD, FIRST_ARGUMENT)
    add(JUMP_EQUAL, 0, 1, 0)
    add(RETURN, REFUSE | errno.EPERM)
    add(RETURN, ALLOW)
    add(RETURN, ALLOW)
    return b"".join(struct.pack("HBBI", *line) for line in lines)


def refuse() -> None:
    """Put the filter on this process for good.

    Raises
    ------
    OSError
        If the kernel does not take it.
    """
    written = program(platform.machine(), os.getpid())
    held = ctypes.create_string_buffer(written, len(written))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("lines", ctypes.c_void_p))

    whole = Program(len(written) // 8, ctypes.cast(held, ctypes.c_void_p))
    library = ctypes.CDLL(None, use_errno=True)
    for words in (
        (SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0),
        (SET_FILTER, FILTER_MODE, ctypes.byref(whole), 0, 0),
    ):
        if library.prctl(*words) != 0:
            raise OSError(ctypes.get_errno(), "the kernel takes no filter of system calls")
