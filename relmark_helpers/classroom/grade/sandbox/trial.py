"""Trying a sandbox out: a process on a rung attempts what students' code must not be able to do."""

from __future__ import annotations

import os
import secrets
import socket
import tempfile
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from relmark_helpers.classroom.grade.kernel.channel import Forged, Gone, Late
from relmark_helpers.classroom.grade.kernel.outputs import Outputs
from relmark_helpers.classroom.grade.kernel.processes import Starter
from relmark_helpers.classroom.grade.run import start
from relmark_helpers.classroom.grade.sandbox.ladder import Rung
from relmark_helpers.classroom.grade.sandbox.limits import Limits


@dataclass(frozen=True)
class Attempt:
    """One attempt on a rung.

    Parameters
    ----------
    what : str
        What was attempted.
    held : bool
        Whether the sandbox held.

    Examples
    --------
    >>> Attempt("reads a solution", held=True).held
    True
    """

    what: str
    held: bool


def attempts(rung: Rung, starter: Starter, scratch: Path) -> list[Attempt]:
    """Attempt on a rung what students' code must not be able to do; success is a secret carried out.

    Parameters
    ----------
    rung : Rung
        The rung.
    starter : Starter
        Starts processes on it.
    scratch : Path
        The folder of the submissions' own folders.

    Returns
    -------
    list of Attempt

    Raises
    ------
    Gone
        If no process begins on it.

    Examples
    --------
    >>> from relmark_helpers.classroom.grade.kernel.processes import Fresh
    >>> scratch = Path(tempfile.mkdtemp())
    >>> found = attempts(Rung("plain", forks=False), Fresh([], scratch), scratch)
    >>> [each.held for each in found if each.what == "reads a file outside its folder"]
    [False]
    """
    secret = secrets.token_hex(8)
    with _bait(secret) as (outside, port):
        neighbour = scratch / "neighbour"
        neighbour.mkdir(exist_ok=True)
        (neighbour / "notebook.txt").write_text(secret)
        os.environ["RELMARK_TRIAL"] = secret
        try:
            folder = Path(tempfile.mkdtemp(dir=scratch))
            limits = Limits(cell_seconds=10, notebook_seconds=60, file_mb=1)
            running = start(starter, "trial", "trial", folder, rung.walls(folder, limits), limits)
            try:
                found = []
                for what, source in _sources(outside, neighbour, port, os.getpid()).items():
                    outputs = Outputs()
                    running.cell("trial", _quietly(source), 1, outputs)
                    text = "".join(each.get("text", "") for each in outputs.kept)
                    done = secret in text or "DONE" in text
                    found.append(Attempt(what, not done and not (outside / "written").exists()))
                    (outside / "written").unlink(missing_ok=True)
                return found
            finally:
                running.process.close()
        finally:
            del os.environ["RELMARK_TRIAL"]


def holds(found: list[Attempt]) -> bool:
    """Whether a sandbox held every attempt.

    Examples
    --------
    >>> holds([Attempt("reads a solution", held=True), Attempt("reaches the network", held=False)])
    False
    """
    return all(each.held for each in found)


def try_out(rung: Rung, chapter: str = "00") -> list[Attempt]:
    """Attempt everything on a rung with processes of its own; for ``relmark doctor --grading``.

    Parameters
    ----------
    rung : Rung
        The rung.
    chapter : str
        What its processes warm for.

    Returns
    -------
    list of Attempt
        A single one, not held, if no process begins on the rung.

    Examples
    --------
    >>> [each.held for each in try_out(Rung("plain", forks=False)) if each.what == "starts a program"]
    [False]
    """
    with tempfile.TemporaryDirectory(prefix="relmark-trial-") as made:
        scratch = Path(made)
        starter = rung.starter(chapter, scratch)
        try:
            return attempts(rung, starter, scratch)
        except (Gone, Late, Forged):
            return [Attempt("begins at all", held=False)]
        finally:
            starter.close()


def _quietly(source: str) -> str:
    """An attempt without a traceback, which takes longer than the attempt."""
    return "try:\n" + textwrap.indent(source, "    ") + "\nexcept (Exception, MemoryError):\n    pass"


BY_IMPORT = """
import importlib, sys
from relmark_helpers.course import CHAPTERS
sys.meta_path[:] = [each for each in sys.meta_path if isinstance(each, type)]
print('DONE' if importlib.import_module(CHAPTERS[0].assignment).CHECKS else '')
"""
BY_FILE = """
import ctypes
from relmark_helpers.course import CHAPTERS, CHECKOUT
room = CHECKOUT.joinpath(*CHAPTERS[0].assignment.split('.'))
library = ctypes.CDLL(None)
opened = [library.open(f'{room}{end}'.encode(), 0) for end in ('.py', '/__init__.py')]
print('DONE' if max(opened) >= 0 else '')
"""


def _sources(outside: Path, neighbour: Path, port: int, grader: int) -> dict[str, str]:
    secret = str(outside / "secret.txt")
    return {
        "reads a file outside its folder": f"print(open({secret!r}).read())",
        "lists a folder outside its own": f"import os\nprint(open(os.path.join({str(outside)!r}, os.listdir({str(outside)!r})[0])).read())",
        "reads another submission's folder": f"print(open({str(neighbour / 'notebook.txt')!r}).read())",
        "imports what is right for an assignment": BY_IMPORT.strip(),
        "reads what is right for an assignment": BY_FILE.strip(),
        "reads the grader's surroundings": "import os\nprint(os.environ.get('RELMARK_TRIAL'))",
        "reads another process's surroundings": f"print('DONE' if open('/proc/{grader}/environ').read(1) else '')",
        "writes outside its folder": f"open({str(outside / 'written')!r}, 'w').write('x')",
        "follows a link out": f"import os\nos.symlink({secret!r}, 'way')\nprint(open('way').read())",
        "reaches the network": f"import socket\nsocket.create_connection(('127.0.0.1', {port}), 2)\nprint('DONE')",
        "starts a program": "import subprocess, sys\nprint(subprocess.run([sys.executable, '-c', 'print(\"DO\" + \"NE\")'], capture_output=True, text=True).stdout)",
        "signals another process": f"import os\nos.kill({grader}, 0)\nprint('DONE')",
        "writes a file past the limit": "open('large', 'wb').write(bytes(2 << 20))\nimport os\nprint('DONE' if os.path.getsize('large') > 1 << 20 else '')",
        "takes more memory than allowed": "taken = bytearray(8 << 30)\nprint('DONE')",
    }


@contextmanager
def _bait(secret: str) -> Iterator[tuple[Path, int]]:
    """A secret in a folder where it must not be found, and a port that must not be reached."""
    with tempfile.TemporaryDirectory(prefix="relmark-outside-") as folder, socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        (Path(folder) / "secret.txt").write_text(secret)
        yield Path(folder), listening.getsockname()[1]
