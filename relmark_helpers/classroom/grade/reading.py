"""From the bytes of a submission to the cells of a notebook, whatever form they came in."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import Any

MOST_CELLS = 2000
ENCODINGS = ("utf-8-sig", "utf-16", "gb18030", "latin-1")
CELL_ID = re.compile(r"^[A-Za-z0-9_-]{1,64}$")

RawCell = dict[str, Any]


class Unreadable(Exception):  # noqa: N818 - a finding
    """A submission that cannot be graded, with the sentence that says why."""


def plain(text: str) -> str:
    """Text of a submission as it may stand in a terminal or a table: no escapes, no line ends, no hidden signs.

    Parameters
    ----------
    text : str
        Any.

    Returns
    -------
    str

    Examples
    --------
    >>> plain("\\x1b[2Jtask\\n1")
    '\ufffd[2Jtask 1'
    """
    return "".join(sign if sign.isprintable() else " " if sign.isspace() else "\ufffd" for sign in text)


def read_notebook(raw: bytes, repairs: list[str]) -> Any:
    """Read a file as a notebook.

    Parameters
    ----------
    raw : bytes
        The file.
    repairs : list of str
        What was mended, a sentence each; more are added.

    Returns
    -------
    dict
        Its ``cells`` are a list, of whatever.

    Raises
    ------
    Unreadable
        If it is none.

    Examples
    --------
    >>> told = []
    >>> read_notebook('{"cells": []}'.encode("utf-16"), told), told
    ({'cells': []}, ['repaired: the file was written in utf-16, not in UTF-8'])
    >>> read_notebook(b"%PDF-1.7", [])
    Traceback (most recent call last):
    relmark_helpers.classroom.grade.reading.Unreadable: The file is damaged: it is no JSON (...).
    """
    if not raw.strip():
        raise Unreadable("The file is empty.")
    for encoding in ENCODINGS:
        try:
            text = raw.decode(encoding)
            notebook = json.loads(text)
        except UnicodeDecodeError:
            continue
        except (ValueError, RecursionError) as error:
            if encoding == "utf-8-sig" or (encoding == "utf-16" and raw[:2] in (b"\xff\xfe", b"\xfe\xff")):
                raise Unreadable(f"The file is damaged: it is no JSON ({error}).") from None
            continue
        if encoding != "utf-8-sig":
            repairs.append(f"repaired: the file was written in {encoding}, not in UTF-8")
        break
    else:
        raise Unreadable("The file is damaged: it is no text in any encoding that notebooks come in.")
    if not isinstance(notebook, dict):
        raise Unreadable("The file is no notebook.")
    if isinstance(notebook.get("worksheets"), list):  # nbformat 3
        notebook = _upgraded(notebook, repairs)
    if not isinstance(notebook.get("cells"), list):
        raise Unreadable("The file is no notebook: it has no cells.")
    if len(notebook["cells"]) > MOST_CELLS:
        raise Unreadable(
            f"The notebook has {len(notebook['cells'])} cells; more than {MOST_CELLS} are not read."
        )
    return notebook


def _upgraded(notebook: dict[str, Any], repairs: list[str]) -> dict[str, Any]:
    import nbformat

    try:
        upgraded: dict[str, Any] = nbformat.convert(nbformat.from_dict(notebook), 4)
    except Exception as error:  # an old form may be broken in any way
        raise Unreadable(
            f"The notebook is in an old form that cannot be read ({type(error).__name__})."
        ) from None
    repairs.append("repaired: the notebook was in an old form (nbformat 3)")
    return upgraded


def read_cells(notebook: dict[str, Any], repairs: list[str]) -> list[RawCell]:
    """Give the notebook's cells in a clean form: without outputs, each with an id of its own.

    Parameters
    ----------
    notebook : dict
        From :func:`read_notebook`.
    repairs : list of str
        What was mended, a sentence each; more are added.

    Returns
    -------
    list of dict
        ``claims`` is the name of the graded cell that a cell says it is.

    Examples
    --------
    >>> told = []
    >>> cells = [{"cell_type": "markdown", "source": ["Two ", "pieces"]}, "no cell"]
    >>> read_cells({"cells": cells}, told)[0]["source"], told
    ('Two pieces', ['left out: 1 cells that are no cells of a notebook'])
    """
    cells: list[RawCell] = []
    taken: set[str] = set()
    left_out = 0
    for number, raw in enumerate(notebook["cells"]):
        source = _source(raw)
        kind = raw.get("cell_type") if isinstance(raw, dict) else None
        if source is None or kind not in ("code", "markdown", "raw"):
            left_out += 1
            continue
        metadata = raw.get("metadata")
        metadata = deepcopy(metadata) if isinstance(metadata, dict) and not _deep(metadata) else {}
        marks = metadata.pop("nbgrader", None)
        if "tags" in metadata and not _texts(metadata["tags"]):
            del metadata["tags"]
        name = raw.get("id")
        if not isinstance(name, str) or not CELL_ID.match(name) or name in taken:
            name = f"cell-{number}"
            while name in taken:
                name += "x"
        taken.add(name)
        cell: RawCell = {"cell_type": kind, "id": name, "metadata": metadata, "source": source}
        if kind == "code":
            cell |= {"outputs": [], "execution_count": None}
        elif attached := _attachments(raw.get("attachments")):
            cell["attachments"] = attached
        claimed = marks.get("grade_id") if isinstance(marks, dict) else None
        cell["claims"] = claimed if isinstance(claimed, str) else ""
        cells.append(cell)
    if left_out:
        repairs.append(f"left out: {left_out} cells that are no cells of a notebook")
    return cells


def _deep(value: Any, left: int = 50) -> bool:
    """Whether a value is nested deeper than what copies and writes it can go."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return left < 0 or any(_deep(each, left - 1) for each in inner)


def _attachments(told: Any) -> dict[str, dict[str, str]]:
    """Pictures that belong to a text, as far as they are of the form that notebooks have."""
    named = told.items() if isinstance(told, dict) else ()
    whole = {name: each for name, each in named if isinstance(each, dict)}
    return {
        name: each for name, each in whole.items() if all(isinstance(data, str) for data in each.values())
    }


def _source(raw: Any) -> str | None:
    source = raw.get("source") if isinstance(raw, dict) else None
    if isinstance(source, list) and _texts(source):
        source = "".join(source)
    if not isinstance(source, str):
        return None
    source = source.replace("\r\n", "\n").replace("\r", "\n")  # as editors of other systems end lines
    return source.encode("utf-8", "replace").decode()  # half a surrogate cannot be written to a file


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
