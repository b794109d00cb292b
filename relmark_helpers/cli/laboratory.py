"""Starting JupyterLab on a course folder so that it works offline."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from relmark_helpers import course
from relmark_helpers.errors import CourseError

# No request leaves the computer: neither news nor the search for updates nor the extension market.
OFFLINE = (
    "--LabApp.extension_manager=readonly",
    "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
    "--LabApp.news_url=None",
)


def open_lab(
    folder: Path, chapter: str, port: int | None, browser: bool, more: Sequence[str] = ()
) -> None:  # pragma: no cover - runs until the learner ends it
    """Run JupyterLab in a course folder until the learner ends it.

    In this very process, so that Ctrl-C is JupyterLab's own; in the course folder, or formgrader stays empty.

    Parameters
    ----------
    folder : Path
        The course folder.
    chapter : str
        The number of the chapter to open at.
    port : int or None
        The one port to use; None for the first free one from JupyterLab's usual.
    browser : bool
        Whether to open a browser.
    more : sequence of str
        Words for JupyterLab itself.

    Raises
    ------
    CourseError
        If the chapter is unknown or the port is taken.

    Examples
    --------
    >>> open_lab(Path("."), "99", None, False)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no chapter '99'; ...
    """
    words = lab_words(folder, chapter, port, browser)
    if port is not None:
        require_free(port)
    os.chdir(folder)
    # jupyter/labconfig/ takes away the plugin that asks whether to fetch news; nbgrader's formgrader calls
    # alembic by name, which lies beside this Python.
    _put_before("JUPYTER_CONFIG_PATH", Path(__file__).parent / "jupyter")
    _put_before("PATH", Path(sys.executable).parent)
    from jupyterlab.labapp import LabApp

    LabApp.launch_instance([*words, *more])


def lab_words(folder: Path, chapter: str, port: int | None, browser: bool) -> list[str]:
    """Give the words with which JupyterLab is started.

    Parameters
    ----------
    folder : Path
        The course folder.
    chapter : str
        The number of the chapter to open at.
    port : int or None
        The one port to use.
    browser : bool
        Whether to open a browser.

    Returns
    -------
    list of str

    Raises
    ------
    CourseError
        If the chapter is unknown, or its notebook is not in the folder.

    Examples
    --------
    >>> lab_words(Path("/nowhere"), "04", None, True)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no chapters/04_satisfaction.ipynb in /nowhere; ...
    """
    name = f"chapters/{course.chapter(chapter).name}.ipynb"
    if not (folder / name).is_file():
        raise CourseError(
            f"There is no {name} in {folder}; bring it up to date with `relmark init {folder} --update`."
        )
    words = [*OFFLINE, f"--ServerApp.root_dir={folder}", f"--LabApp.default_url=/lab/tree/{name}"]
    if port is not None:
        words += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        words.append("--allow-root")  # in a container one is root; JupyterLab would refuse to start
    return words if browser else [*words, "--no-browser"]


def require_free(port: int) -> None:
    """Make sure that a port can be used.

    Parameters
    ----------
    port : int
        The port.

    Raises
    ------
    CourseError
        If something listens there already.

    Examples
    --------
    >>> with socket.create_server(("127.0.0.1", 0)) as taken:
    ...     require_free(taken.getsockname()[1])
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: Port ... is taken; choose another with --port, or leave --port out.
    """
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError as error:
            raise CourseError(
                f"Port {port} is taken; choose another with --port, or leave --port out."
            ) from error


def _put_before(variable: str, folder: Path) -> None:
    os.environ[variable] = os.pathsep.join([str(folder), *filter(None, [os.environ.get(variable)])])
