"""What students see of cells that ran after a hidden test: not what they showed then, for it may be hidden inputs."""

from __future__ import annotations

import json
from typing import Any

from relmark_helpers.classroom.grade.kernel.outputs import Output, Outputs, TooMuch
from relmark_helpers.classroom.grade.work import Shown

MOST_BYTES = 4 << 20  # of outputs of a whole notebook that are shown again
NOTE = (
    "This is what the cell showed in the notebook as it was handed in. In grading it ran after a hidden test had "
    "called a function of yours, so what it showed then is kept for your instructor.\n"
)
ENDED = (
    "In grading the cell ended with an error. It ran after a hidden test had called a function of yours, so the error "
    "is kept for your instructor.\n"
)


def without_what_was_seen(notebook: bytes, cells: list[Any], shown: list[Shown]) -> list[Any]:
    """Give the cells with what they showed when they were handed in, where what they showed in grading is withheld.

    Parameters
    ----------
    notebook : bytes
        The file that was handed in.
    cells : list of dict
        Its cells, as they were run.
    shown : list of Shown
        What each has shown.

    Returns
    -------
    list of dict

    Examples
    --------
    >>> cell = {"source": "1 / 0", "metadata": {}, "outputs": [{"output_type": "error"}]}
    >>> without_what_was_seen(b"", [cell], [Shown(0, 1, cell["outputs"], withheld=True)])[0]["outputs"]
    []
    """
    handed_in = HandedIn(notebook)
    withheld = {each.place: each.outputs for each in shown if each.withheld}
    made = []
    for place, cell in enumerate(cells):
        if place in withheld:
            # that a cell of the assignment failed is told; a student's own could tell what was seen, bit by bit
            known = "nbgrader" in cell["metadata"]
            ended = known and any(each["output_type"] == "error" for each in withheld[place])
            cell = cell | {"outputs": handed_in.outputs(cell["source"], ended=ended)}
        made.append(cell)
    return made


class HandedIn:
    """The outputs that stood in a notebook when it was handed in, by the sources of their cells.

    Parameters
    ----------
    notebook : bytes
        The file, of whatever form.

    Examples
    --------
    >>> cell = '{"cell_type": "code", "source": ["1"], "outputs": [{"output_type": "stream", "name": "stdout", "text": "a"}]}'
    >>> [output["text"] for output in HandedIn(('{"cells": [' + cell + "]}").encode()).outputs("1")][1:]
    ['a']
    >>> HandedIn(b"no notebook").outputs("1")
    []
    """

    def __init__(self, notebook: bytes) -> None:
        self.kept: dict[str, list[list[Output]]] = {}
        self.bytes = 0
        try:
            cells = json.loads(notebook)["cells"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return
        for each in cells if isinstance(cells, list) else ():
            if isinstance(each, dict) and isinstance(each.get("outputs"), list):
                self.kept.setdefault(_text(each.get("source")), []).append(self._read(each["outputs"]))

    def _read(self, outputs: list[Any]) -> list[Output]:
        taken = Outputs()
        for each in outputs:
            try:
                taken.add({name: _joined(name, value) for name, value in each.items()})
            except (TooMuch, ValueError, KeyError, TypeError, AttributeError, RecursionError):
                continue  # of no form that a notebook has
        self.bytes += taken.bytes
        return taken.kept if self.bytes <= MOST_BYTES else []

    def outputs(self, source: str, *, ended: bool = False) -> list[Output]:
        """Give what a cell showed, with a sentence that says so; nothing if it showed nothing.

        Parameters
        ----------
        source : str
            The cell's code; of several that have the same, the first that was not asked for.
        ended : bool
            Whether to say that it ended with an error in grading.

        Returns
        -------
        list of dict
        """
        same = self.kept.get(source)
        shown = same.pop(0) if same else []
        notes = ENDED * ended + NOTE * bool(shown)
        return [{"output_type": "stream", "name": "stdout", "text": notes}, *shown] if notes else []


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "".join(each for each in value if isinstance(each, str))
    return value if isinstance(value, str) else ""


def _joined(name: str, value: Any) -> Any:
    """One field of an output: texts stand in files as lists of lines, in a kernel's messages as one."""
    if name == "text":
        return _text(value)
    if name == "data" and isinstance(value, dict):
        return {kind: each if kind.endswith("json") else _text(each) for kind, each in value.items()}
    return value
