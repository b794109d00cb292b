"""Gathering what a cell shows into its outputs, as a notebook keeps them."""

from __future__ import annotations

from typing import Any

MOST_BYTES = 16 << 20
BYTES_OF_EACH = 500  # what an output takes in the notebook's file beside what it shows

Output = dict[str, Any]


class TooMuch(Exception):  # noqa: N818 - a finding
    """A cell shows more than a notebook should hold."""


class Outputs:
    """The outputs of one cell as they come in.

    Whatever arrives is checked: it comes from a process that may send anything.

    Examples
    --------
    >>> shown = Outputs()
    >>> for text in ("a", "b"):
    ...     shown.add({"output_type": "stream", "name": "stdout", "text": text})
    >>> shown.kept
    [{'output_type': 'stream', 'name': 'stdout', 'text': 'ab'}]
    """

    def __init__(self) -> None:
        self.kept: list[Output] = []
        self.displays: dict[str, list[Output]] = {}
        self.bytes = 0
        self.clear_before_next = False

    def add(self, output: Output) -> None:
        """Take one output in.

        Parameters
        ----------
        output : dict
            In nbformat's form, or a ``clear``.

        Raises
        ------
        TooMuch
            If the cell's outputs pass 16 MB.
        ValueError
            If it is no output.
        """
        kind = output.get("output_type")
        if kind == "clear":
            self._clear(wait=output.get("wait") is True)
            return
        taken = _CHECKS[kind](output) if kind in _CHECKS else None
        if taken is None:
            raise ValueError("no output")
        if self.clear_before_next:
            self._clear(wait=False)
        last = self.kept[-1] if self.kept else {}
        goes_on = kind == "stream" and last.get("output_type") == "stream" and last["name"] == taken["name"]
        self.bytes += _size(taken) + (0 if goes_on else BYTES_OF_EACH)
        if self.bytes > MOST_BYTES:
            raise TooMuch(f"more than {MOST_BYTES >> 20} MB of output")
        if goes_on:
            last["text"] += taken["text"]
            return
        display = output.get("display_id")
        if display and output.get("update") is True:
            for shown in self.displays.get(str(display), []):
                shown.update(data=taken["data"], metadata=taken["metadata"])
            return
        if display:
            self.displays.setdefault(str(display), []).append(taken)
        self.kept.append(taken)

    def error(self, name: str, says: str) -> None:
        """Add an error of the grader's own: a cell that was stopped, a process that died."""
        traceback = [f"\x1b[0;31m{name}\x1b[0m: {says}"]
        self.kept.append({"output_type": "error", "ename": name, "evalue": says, "traceback": traceback})

    def _clear(self, *, wait: bool) -> None:
        self.clear_before_next = wait
        if not wait:
            self.kept.clear()


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text belongs here")
    return value.encode("utf-8", "replace").decode()


def _stream(output: Output) -> Output:
    name = "stderr" if output["name"] == "stderr" else "stdout"
    return {"output_type": "stream", "name": name, "text": _text(output["text"])}


def _bundle(output: Output) -> Output:
    data, metadata = output["data"], output["metadata"]
    if not isinstance(data, dict) or not isinstance(metadata, dict):
        raise ValueError("a bundle belongs here")
    data = {kind: each if kind.endswith("json") else _text(each) for kind, each in data.items()}
    taken: Output = {"output_type": output["output_type"], "data": data, "metadata": metadata}
    if taken["output_type"] == "execute_result":
        count = output["execution_count"]
        taken["execution_count"] = count if isinstance(count, int) else None
    return taken


def _error(output: Output) -> Output:
    traceback = [_text(line) for line in output["traceback"]]
    return {
        "output_type": "error",
        "ename": _text(output["ename"]),
        "evalue": _text(output["evalue"]),
        "traceback": traceback,
    }


_CHECKS = {"stream": _stream, "display_data": _bundle, "execute_result": _bundle, "error": _error}


def _size(value: object, depth: int = 0) -> int:
    if depth > 60:
        raise ValueError("nested too deep")
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(len(str(key)) + _size(each, depth + 1) for key, each in value.items())
    if isinstance(value, list):
        return sum(_size(each, depth + 1) for each in value)
    return 8
