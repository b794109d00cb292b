"""Containers for students' processes: of bubblewrap, Docker and Podman, and what may be read in them."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import site
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from relmark_helpers.classroom.grade.kernel.processes import KERNEL, Fresh, Process
from relmark_helpers.classroom.grade.sandbox import hidden
from relmark_helpers.course import CHECKOUT, PACKAGED
from relmark_helpers.errors import CourseError

INSIDE = "/submission"
SECONDS_TO_ASK = 120.0
SYSTEM = (
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/bin",
    "/etc/fonts",
    "/etc/ssl",
    "/etc/localtime",
    "/etc/mime.types",
)


def readable() -> list[str]:
    """The folders that a student's process must read: Python, its packages, the library and the data.

    Returns
    -------
    list of str

    Examples
    --------
    >>> str(CHECKOUT / "relmark_helpers") in readable(), str(CHECKOUT / "solutions") in readable()
    (True, False)
    """
    installed: list[str | Path] = [
        sys.prefix,
        sys.base_prefix,
        sysconfig.get_paths()["stdlib"],
        *site.getsitepackages(),
    ]
    if site.ENABLE_USER_SITE:
        installed.append(site.getusersitepackages())
    library: list[str | Path] = [CHECKOUT / "relmark_helpers", PACKAGED, CHECKOUT / "datasets"]
    found = [str(path) for path in [*SYSTEM, *installed, *library] if Path(path).exists()]
    return list(dict.fromkeys(found))


def bubblewrap_command(scratch: Path) -> list[str]:
    """The command that wraps a process in a container of bubblewrap.

    Parameters
    ----------
    scratch : Path
        The folder that holds the submissions' own folders.

    Returns
    -------
    list of str

    Examples
    --------
    >>> command = bubblewrap_command(Path("/scratch"))
    >>> command[command.index("--bind") :][:3]
    ['--bind', '/scratch', '/scratch']
    """
    command = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    command += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]
    for path in readable():
        command += ["--ro-bind", path, path]
    command += ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--bind", str(scratch), str(scratch)]
    closed = hidden.rooms()
    for path in dict.fromkeys(each for place in readable() for each in hidden.within(place, closed)):
        empty = (
            ["--tmpfs", path, "--remount-ro", path]
            if Path(path).is_dir()
            else ["--ro-bind", "/dev/null", path]
        )
        command += empty
    return command


def engine() -> str:
    """The container engine of this machine: ``docker``, ``podman`` or none.

    Examples
    --------
    >>> engine() in ("podman", "docker", "")
    True
    """
    return next((name for name in ("podman", "docker") if shutil.which(name)), "")


def container_command(
    name: str, folder: str, image: str, covered: Mapping[str, str] | None = None
) -> list[str]:
    """The command that runs a process in a container of Docker or Podman; it sees one folder of this computer.

    Parameters
    ----------
    name : str
        The container's.
    folder : str
        The submission's own folder; in the container it is :data:`INSIDE`.
    image : str
        An image with the course installed.
    covered : mapping of str to str, optional
        Files and folders of the image, and what empty one of this computer lies over each.

    Returns
    -------
    list of str

    Examples
    --------
    >>> container_command("relmark-1", "/scratch/1", "relmark:latest")[-3:]
    ['relmark:latest', 'python', '-P']
    """
    command = [engine() or "docker", "run", "--rm", "--interactive", "--name", name]
    command += ["--network", "none", "--read-only", "--tmpfs", "/tmp", "--pids-limit", "128"]
    command += ["--cap-drop", "ALL", "--security-opt", "no-new-privileges"]
    command += ["--mount", f"type=bind,source={folder},target={INSIDE}", "--workdir", INSIDE]
    for path, empty in (covered or {}).items():
        command += ["--mount", f"type=bind,source={empty},target={path},readonly"]
    if sys.platform == "linux":  # elsewhere the engine itself sees to whom the folder's files belong
        rootless = command[0] == "podman" and os.getuid() != 0
        command += ["--userns", "keep-id"] if rootless else ["--user", f"{os.getuid()}:{os.getgid()}"]
    return [*command, image, "python", "-P"]


class Containers(Fresh):
    """Starts a container of Docker or Podman for every submission.

    Parameters
    ----------
    image : str
        An image with the course installed.
    scratch : Path
        The folder that holds the submissions' own folders.
    """

    def __init__(self, image: str, scratch: Path) -> None:
        super().__init__((), scratch)
        self.image = image
        self.covered: dict[str, str] | None = None
        self.looking = threading.Lock()

    def start(self, request: dict[str, Any]) -> Process:
        """Start one."""
        name, folder = f"relmark-{secrets.token_hex(8)}", request["folder"]
        inside = {key: INSIDE if value == folder else value for key, value in request["environment"].items()}
        command = [*container_command(name, folder, self.image, self._covered()), "-m", f"{KERNEL}.fresh"]
        there = request | {"folder": INSIDE, "environment": inside}
        there["walls"] = request["walls"] | {"calls": True}  # in a container it is Linux everywhere
        return self.run(command, there, (command[0], "kill", name))

    def _covered(self) -> dict[str, str]:
        """What of the image must be covered; it is asked once where that lies in it."""
        with self.looking:
            if self.covered is None:
                ask = [engine() or "docker", "run", "--rm", "--network", "none", self.image]
                ask += ["python", "-P", "-m", hidden.__name__]
                try:
                    told = subprocess.run(ask, capture_output=True, timeout=SECONDS_TO_ASK, check=True).stdout
                    found = [str(each) for each in json.loads(told)]
                except (OSError, ValueError, subprocess.SubprocessError) as error:
                    raise CourseError(
                        f"The image {self.image} does not say where it keeps what is right for assignments; build it "
                        "again with this version of the course."
                    ) from error
                folder, file = self.scratch / "nothing", self.scratch / "nothing.py"
                folder.mkdir(exist_ok=True)
                file.touch()
                self.covered = {each: str(file if each.endswith(".py") else folder) for each in found}
            return self.covered
