"""The ladder of sandboxes: which rungs this machine has, and what each is made of."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from relmark_helpers.classroom.grade.kernel.forks import Warm
from relmark_helpers.classroom.grade.kernel.processes import Fresh, Starter
from relmark_helpers.classroom.grade.sandbox import landlock, system_calls
from relmark_helpers.classroom.grade.sandbox.containers import (
    Containers,
    bubblewrap_command,
    engine,
    readable,
)
from relmark_helpers.classroom.grade.sandbox.hidden import rooms
from relmark_helpers.classroom.grade.sandbox.limits import Limits
from relmark_helpers.errors import CourseError

Name = Literal["bubblewrap", "namespaces", "container", "plain"]
NAMES: tuple[Name, ...] = ("bubblewrap", "namespaces", "container", "plain")
SAYS = {
    "bubblewrap": "a container of its own without network (bubblewrap), in it Landlock and a filter of system calls",
    "namespaces": "a user and a network of its own, Landlock and a filter of system calls",
    "container": "a container without network (Docker or Podman)",
    "plain": "limits of time and memory only: it can read and change what you can",
}
DEVICES = ("/dev/zero", "/dev/urandom", "/dev/random")
# control groups are there for DuckDB, which ends the process if it finds them and may not read them
CONTROL_GROUPS = ("/proc/self/cgroup", "/sys/fs/cgroup")
TOLD = ("/proc/cpuinfo", "/proc/meminfo", "/proc/self/statm", "/sys/devices/system/cpu", *CONTROL_GROUPS)


@dataclass(frozen=True)
class Rung:
    """One way to keep a student's process in.

    Parameters
    ----------
    name : str
        bubblewrap, namespaces, container or plain.
    forks : bool
        Whether processes are forked from a warm one.
    image : str
        The container's image.

    Examples
    --------
    >>> Rung("plain", forks=False).says
    'limits of time and memory only: it can read and change what you can'
    """

    name: Name
    forks: bool = True
    image: str = ""

    @property
    def says(self) -> str:
        """What it is made of."""
        return SAYS[self.name]

    @property
    def shelters(self) -> bool:
        """Whether it keeps students' code from anything but time and memory."""
        return self.name != "plain"

    def starter(
        self, chapter: str, scratch: Path, libraries: Sequence[str] = (), *, judging: bool = False
    ) -> Starter:
        """Make what starts processes on this rung.

        Parameters
        ----------
        chapter : str
            What the processes warm for.
        scratch : Path
            The folder that holds the submissions' own folders.
        libraries : sequence of str
            What the notebooks are known to import.
        judging : bool
            Whether they are judges, who know what is right; a student's process comes of one that never did.
        """
        if self.name == "container":
            return Containers(self.image, scratch)
        prefix = bubblewrap_command(scratch) if self.name == "bubblewrap" else []
        return (
            Warm(chapter, prefix, scratch, libraries, judging=judging)
            if self.forks
            else Fresh(prefix, scratch)
        )

    def walls(self, folder: Path, limits: Limits, *, judging: bool = False) -> dict[str, Any]:
        """What a process on this rung closes round itself.

        Parameters
        ----------
        folder : Path
            The submission's own folder, the only one it may write to.
        limits : Limits
            What it may use.
        judging : bool
            Whether it is a judge, who may read what is right.
        """
        closed: dict[str, Any] = {"limits": limits.as_dict()}
        if self.name in ("bubblewrap", "namespaces"):
            closed["files"] = {
                "read": [*readable(), *DEVICES, *TOLD],
                "write": [str(folder), "/dev/null"],
                "hidden": [] if judging else rooms(),
            }
            closed["calls"] = True
            closed["namespaces"] = self.name == "namespaces"
        return closed


def choose(wanted: str = "", *, trusted: bool = False, forks: bool | None = None, image: str = "") -> Rung:
    """Choose the best rung that this machine has, or the one that is asked for.

    Parameters
    ----------
    wanted : str
        The name of a rung; the best one by default.
    trusted : bool
        Whether the instructor trusts the class: without it the plain rung is refused.
    forks : bool, optional
        False starts every process anew, as on Windows and macOS; by default what is fastest here.
    image : str
        The image for the container's rung.

    Returns
    -------
    Rung

    Raises
    ------
    CourseError
        If the rung is not to be had, or only the plain one is and the class is not trusted.

    Examples
    --------
    >>> choose("plain", trusted=True).says
    'limits of time and memory only: it can read and change what you can'
    >>> choose("cellar")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no sandbox 'cellar'; the sandboxes are ...
    """
    if wanted and wanted not in NAMES:
        raise CourseError(f"There is no sandbox {wanted!r}; the sandboxes are {', '.join(NAMES)}.")
    missing = ""
    for name in (wanted,) if wanted else NAMES:
        if name == "plain" and not trusted:
            raise CourseError(
                "Without a sandbox students' code can read and change all that you can: install bubblewrap (on "
                f"Linux), or say --i-trust-this-class{missing}."
            )
        lack = lacks(name, image)
        if not lack:
            can_fork = sys.platform == "linux" and name != "container"
            return Rung(name, can_fork if forks is None else forks and can_fork, image)
        missing += f"; {name}: {lack}"
    raise CourseError(f"The sandbox {wanted} is not to be had here{missing}.")


def lacks(name: Name, image: str = "") -> str:
    """Say what a rung lacks on this machine.

    Parameters
    ----------
    name : str
        The rung.
    image : str
        The image for the container's rung.

    Returns
    -------
    str
        Empty if it lacks nothing.

    Examples
    --------
    >>> lacks("plain")
    ''
    """
    if name == "plain":
        return ""
    if name == "container":
        if not image:
            return "no image is named (c.RelmarkGrading.container_image in nbgrader_config.py)"
        return "" if engine() else "neither Docker nor Podman is installed"
    if sys.platform != "linux":
        return "it needs Linux"
    if landlock.version() < 1:
        return "the kernel has no Landlock (Linux 5.13 and newer have it)"
    if not system_calls.available():
        return "there is no filter of system calls for this processor"
    if name == "bubblewrap" and not shutil.which("bwrap"):
        return "bubblewrap is not installed (Debian, Ubuntu: apt install bubblewrap)"
    trial = (
        ["bwrap", "--unshare-all", "--ro-bind", "/", "/", "true"]
        if name == "bubblewrap"
        else ["unshare", "-Un", "true"]
    )
    try:
        done = subprocess.run(trial, capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"a trial did not run ({error})"
    return "" if done.returncode == 0 else "the kernel gives an ordinary user no namespaces of their own"


def check_nothing_shows(course: Path) -> None:
    """Refuse to grade a course that lies in a folder which students' processes may read.

    Parameters
    ----------
    course : Path
        The course folder.

    Raises
    ------
    CourseError
        If its solutions or its gradebook would show.

    Examples
    --------
    >>> check_nothing_shows(Path("/usr/share/course"))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The course folder lies in /usr, which students' code may read; ...
    """
    for secret in (course / "solutions", course / "gradebook.db", course / "submitted"):
        real = os.path.realpath(secret)
        for folder in map(os.path.realpath, readable()):
            if real == folder or real.startswith(folder.rstrip(os.sep) + os.sep):
                raise CourseError(
                    f"The course folder lies in {folder}, which students' code may read; move it elsewhere."
                )
