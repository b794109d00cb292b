"""Runs the course's own cells in the judge's process, with Python alone.

An assignment has fifty tests and checks, and IPython spends more time on each than Python does on what it tests.
"""

from __future__ import annotations

import ast
import builtins
import linecache
import traceback
from types import CodeType
from typing import Any

from relmark_helpers.classroom.grade.kernel.streams import OUTLET, Tell, flush


class CourseCells:
    """Where the course's own cells run, and the names that they have bound.

    Examples
    --------
    >>> shown = []
    >>> cells = CourseCells()
    >>> cells.run("half = 1 / 2\\nhalf", 1, shown.append)
    >>> cells.run("assert half > 1, 'too small'", 2, shown.append)
    >>> shown[0]["data"], shown[1]["ename"], shown[1]["evalue"]
    ({'text/plain': '0.5'}, 'AssertionError', 'too small')
    """

    def __init__(self) -> None:
        self.names: dict[str, Any] = {
            "__name__": "__main__",
            "__builtins__": builtins,
            "display": self._display,
        }
        self.tell: Tell = lambda output: None

    def run(self, source: str, count: int, tell: Tell) -> None:
        """Run one cell.

        Parameters
        ----------
        source : str
            The cell.
        count : int
            The number of the execution.
        tell : callable
            Is told each output as it comes, in nbformat's form.
        """
        OUTLET.begin(tell)
        self.tell = tell
        file = f"<cell {count}>"
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        try:
            body, last = _compile(source, file)
            exec(body, self.names)
            value = None if last is None else eval(last, self.names)
            flush()
            if value is not None:
                tell({"output_type": "execute_result", "execution_count": count} | _bundle(value))
        except BaseException as error:  # whatever a test raises is its verdict
            flush()
            tell(_as_output(error))

    def _display(self, *values: Any) -> None:
        flush()
        for value in values:
            self.tell({"output_type": "display_data"} | _bundle(value))


def _compile(source: str, file: str) -> tuple[CodeType, CodeType | None]:
    """The statements of a cell, and its last line by itself if that is an expression."""
    try:
        tree = ast.parse(source, file)
    except SyntaxError:  # a line of IPython's own
        from IPython.core.inputtransformer2 import TransformerManager

        tree = ast.parse(TransformerManager().transform_cell(source), file)
    end = tree.body[-1] if tree.body else None
    if not isinstance(end, ast.Expr) or source.rstrip().endswith(";"):
        return compile(tree, file, "exec"), None
    tree.body.pop()
    return compile(tree, file, "exec"), compile(ast.Expression(end.value), file, "eval")


def _bundle(value: Any) -> dict[str, Any]:
    """What a value looks like, as a notebook keeps it."""
    data = value._repr_mimebundle_() if hasattr(value, "_repr_mimebundle_") else {}
    if not data and hasattr(value, "_repr_html_") and (page := value._repr_html_()):
        data = {"text/html": page}
    return {"data": {"text/plain": repr(value)} | data, "metadata": {}}


def _as_output(error: BaseException) -> dict[str, Any]:
    """An error as a notebook keeps it, without the lines of this module."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    lines = "".join(traceback.format_exception(type(error), error, trace)).splitlines()
    return {"output_type": "error", "ename": type(error).__name__, "evalue": str(error), "traceback": lines}
