"""IPython without a kernel's protocol: runs a cell and hands out what it shows, in nbformat's form.

The class has the name that libraries look for to tell a notebook from a terminal, so that they show the same
as in JupyterLab.
"""

from __future__ import annotations

import asyncio
import builtins
import getpass
import os
from typing import Any

from ipykernel.compiler import XCachingCompiler
from ipykernel.jsonutil import encode_images, json_clean
from ipykernel.zmqshell import ZMQInteractiveShell as NotebookShell
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from traitlets import Type

from relmark_helpers.classroom.grade.kernel.loop import event_loop, run_cell
from relmark_helpers.classroom.grade.kernel.streams import OUTLET, Tell, flush
from relmark_helpers.classroom.grade.kernel.windows import INLINE, WINDOWLESS, say_inline


class _Hook(DisplayHook):
    """The value of a cell's last line."""

    _bundle: tuple[dict[str, Any], dict[str, Any]] | None = None

    def start_displayhook(self) -> None:
        """Begin anew."""
        self._bundle = None

    def write_output_prompt(self) -> None:
        """Write none: the notebook has its own."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        """Keep what the value looks like."""
        self._bundle = format_dict, md_dict or {}

    def finish_displayhook(self) -> None:
        """Hand it out."""
        flush()
        if self._bundle and self._bundle[0]:
            data, metadata = self._bundle
            OUTLET.tell(
                {
                    "output_type": "execute_result",
                    "data": json_clean(encode_images(data)),
                    "metadata": json_clean(metadata),
                    "execution_count": self.prompt_count,
                }
            )
        self._bundle = None


class _Publisher(DisplayPublisher):
    """What a cell displays."""

    def publish(  # type: ignore[override]
        self,
        data: Any,
        metadata: Any = None,
        *,
        transient: dict[str, Any] | None = None,
        update: bool = False,
        **more: Any,
    ) -> None:
        """Hand out a display, or a new state of one."""
        flush()
        OUTLET.tell(
            {
                "output_type": "display_data",
                "data": json_clean(encode_images(data)),
                "metadata": json_clean(metadata or {}),
                "display_id": str((transient or {}).get("display_id") or ""),
                "update": update,
            }
        )

    def clear_output(self, wait: bool = False) -> None:
        """Take back what the cell has shown so far."""
        flush()
        OUTLET.tell({"output_type": "clear", "wait": bool(wait)})


class ZMQInteractiveShell(NotebookShell):
    """A notebook's shell, without a kernel round it."""

    displayhook_class: Any = Type(_Hook)
    display_pub_class: Any = Type(_Publisher)

    def enable_gui(self, gui: Any = None) -> None:
        """Have no event loop of a window system; what asks for one goes on without."""
        if gui not in (None, "inline", "asyncio"):
            print(f"There is no window system ({gui}) here.")

    def enable_matplotlib(self, gui: Any = None) -> Any:
        """Have pictures drawn inline, whatever window or widget is asked for (``%matplotlib notebook``)."""
        if gui is not None and str(gui).lower() not in WINDOWLESS:
            say_inline(str(gui))
            gui = "inline"
        return super().enable_matplotlib(gui or "inline")  # type: ignore[no-untyped-call]

    def run_line_magic(self, magic_name: str, line: str, _stack_depth: int = 1) -> Any:
        """Run a magic; one of an extension that is not installed here is passed over with a note."""
        if self.find_line_magic(magic_name) is None:  # type: ignore[no-untyped-call]
            print(f"There is no magic %{magic_name} here; its line was passed over.")
            return None
        try:
            return super().run_line_magic(magic_name, line, _stack_depth + 1)
        except ModuleNotFoundError as error:
            if magic_name not in ("load_ext", "reload_ext"):
                raise
            print(f"The extension {line.strip()} is not installed here ({error}).")
        except OSError as error:
            if magic_name != "rehashx":  # a list of other programs
                raise
            self._no_program("%rehashx", error)
        return None

    def run_cell_magic(self, magic_name: str, line: str, cell: str) -> Any:
        """Run a magic on a cell; a script for another program (``%%bash``) is passed over with a note."""
        scripts = self.magics_manager.registry["ScriptMagics"]
        try:
            return super().run_cell_magic(magic_name, line, cell)  # type: ignore[no-untyped-call]
        except OSError as error:
            if magic_name not in ("script", *scripts.script_magics):
                raise
            self._no_program(f"%%{magic_name}", error)

    def system_piped(self, cmd: str) -> None:
        """Call another program (``!pip install``); where the sandbox lets none start, the cell goes on."""
        try:
            super().system_piped(cmd)  # type: ignore[no-untyped-call]
        except OSError as error:
            self._no_program(cmd, error)

    system = system_piped

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:
        """Call another program for its output (``files = !ls``); it is empty where none can be started."""
        try:
            return super().getoutput(cmd, split=split, depth=depth + 1)  # type: ignore[no-untyped-call]
        except OSError as error:
            self._no_program(cmd, error)
            return [] if split else ""

    def _no_program(self, command: str, error: OSError) -> None:
        print(f"No other program is started in grading: {command.strip()[:80]} ({error})")
        self.user_ns["_exit_code"] = 126

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        flush()
        error = {
            "ename": str(etype.__name__),
            "evalue": str(evalue),
            "traceback": [str(line) for line in stb],
        }
        OUTLET.tell({"output_type": "error", **error})
        self._last_traceback = stb


def make_shell() -> ZMQInteractiveShell:
    """Make the one shell of a process, without history on disk.

    Returns
    -------
    ZMQInteractiveShell

    Examples
    --------
    >>> make_shell.__module__.rpartition(".")[2]
    'shell'
    """
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.colors = "neutral"  # as a notebook's kernel has it
    os.environ.setdefault("MPLBACKEND", INLINE)
    shell = ZMQInteractiveShell.instance(config=config, compiler_class=XCachingCompiler)
    builtins.input = _no_input
    getpass.getpass = _no_input  # type: ignore[assignment]
    return shell


def _no_input(prompt: object = "") -> str:
    raise StdinNotImplementedError("raw_input was called, but this frontend does not support input requests.")


def run(shell: ZMQInteractiveShell, source: str, count: int, tell: Tell) -> None:
    """Run one cell.

    Parameters
    ----------
    shell : ZMQInteractiveShell
        From :func:`make_shell`.
    source : str
        The cell.
    count : int
        The number of the execution, which tracebacks and results bear.
    tell : callable
        Is told each output as it comes, in nbformat's form (beside ``clear`` and updates of a display).
    """
    OUTLET.begin(tell)
    shell.execution_count = count
    loop = event_loop()
    try:
        loop.run_until_complete(run_cell(shell, source))
    except KeyboardInterrupt:  # came between the cell's own code and our next message, or while it waited
        shell.showtraceback()
        for task in asyncio.all_tasks(loop):
            task.cancel()
    flush()
