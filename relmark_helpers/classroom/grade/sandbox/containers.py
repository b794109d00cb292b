"""Containers for students' processes: of bubblewrap, Docker and Podman, and what may be read in them."""

from __future__ import annotations

import shutil
import site
import sys
import sysconfig
from pathlib import Path

from relmark_helpers.course import CHECKOUT, PACKAGED

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
    >>> bubblewrap_command(Path("/scratch"))[-3:]
    ['--bind', '/scratch', '/scratch']
    """
    command = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    command += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]
    for path in readable():
        command += ["--ro-bind", path, path]
    return [
        *command,
        "--ro-bind-try",
        "/etc/ld.so.cache",
        "/etc/ld.so.cache",
        "--bind",
        str(scratch),
        str(scratch),
    ]


def engine() -> str:
    """The container engine of this machine: ``docker``, ``podman`` or none.

    Examples
    --------
    >>> engine() in ("podman", "docker", "")
    True
    """
    return next((name for name in ("podman", "docker") if shutil.which(name)), "")


def container_command(scratch: Path, image: str) -> list[str]:
    """The command that wraps a process in a container of Docker or Podman.

    Parameters
    ----------
    scratch : Path
        The folder that holds the submissions' own folders.
    image : str
        An image with the course installed.

    Returns
    -------
    list of str

    Examples
    --------
    >>> container_command(Path("/scratch"), "relmark:latest")[-1]
    'relmark:latest'
    """
    command = [engine() or "docker", "run", "--rm", "--interactive", "--network", "none", "--read-only"]
    command += ["--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--pids-limit", "128"]
    command += ["--tmpfs", "/tmp", "--volume", f"{scratch}:{scratch}", "--workdir", str(scratch)]
    return [*command, image]
