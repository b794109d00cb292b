"""Reading a notebook for the checks: its cells and headings as plain values."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from relmark_helpers.errors import CourseError

FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
# nbgrader's own marks, such as ### BEGIN SOLUTION in a written answer, are no headings
HEADING = re.compile(r"^(#{1,6})\s+(?!(?:BEGIN|END) [A-Z])(.+?)\s*#*\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Cell:
    """One cell of a notebook.

    Parameters
    ----------
    id : str
        Its id.
    kind : str
        ``"markdown"``, ``"code"`` or ``"raw"``.
    source : str
        Its text.
    metadata : dict
        Its metadata.
    heading : str
        The heading it stands under (or begins with), without the marks; empty before the first one.

    Examples
    --------
    >>> Cell("a", "code", "x = 1", {"relmark": {"teaches": ["C0-15"]}}, "").marks("teaches")
    ['C0-15']
    """

    id: str
    kind: str
    source: str
    metadata: dict[str, Any]
    heading: str

    @property
    def prose(self) -> str:
        """The text of a markdown cell without its fenced code; empty for other cells."""
        return FENCE.sub("", self.source) if self.kind == "markdown" else ""

    @property
    def nbgrader(self) -> dict[str, Any]:
        """What nbgrader keeps about the cell; empty if nothing."""
        found = self.metadata.get("nbgrader", {})
        return found if isinstance(found, dict) else {}

    def marks(self, key: str) -> list[str]:
        """The concepts that the cell's ``relmark`` metadata lists under ``key``."""
        found = self.metadata.get("relmark", {})
        return list(found.get(key, [])) if isinstance(found, dict) else []


@dataclass(frozen=True)
class Page:
    """A notebook as the checks read it.

    Parameters
    ----------
    path : Path
        The file.
    name : str
        How findings call it: the path from the course folder.
    cells : tuple of Cell
        Its cells in order.

    Examples
    --------
    >>> Page(Path("x.ipynb"), "x.ipynb", (Cell("a", "markdown", "# 4 Title", {}, "4 Title"),)).headings
    [(1, '4 Title', 'a')]
    """

    path: Path
    name: str
    cells: tuple[Cell, ...]

    @cached_property
    def code(self) -> list[Cell]:
        """Its code cells."""
        return [cell for cell in self.cells if cell.kind == "code"]

    @cached_property
    def headings(self) -> list[tuple[int, str, str]]:
        """Its headings: level, text, id of the cell."""
        return [
            (len(marks), text, cell.id) for cell in self.cells for marks, text in HEADING.findall(cell.prose)
        ]

    def under(self, start: str) -> list[Cell]:
        """List the cells under the first heading that starts so, up to the next one of its level."""
        found: list[Cell] = []
        depth = 0
        for cell in self.cells:
            for marks, text in HEADING.findall(cell.prose):
                if depth and len(marks) <= depth:
                    return found
                if not depth and text.lower().startswith(start.lower()):
                    depth = len(marks)
            if depth:
                found.append(cell)
        return found


def read_page(path: Path, course: Path) -> Page:
    """Read a notebook for the checks.

    Parameters
    ----------
    path : Path
        The notebook.
    course : Path
        The course folder, to which its name is told.

    Returns
    -------
    Page

    Raises
    ------
    CourseError
        If the file is no notebook of nbformat 4.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "a.ipynb"
    >>> _ = file.write_text('{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": ["# 4 Title"]}]}')
    >>> read_page(file, file.parent).cells[0].heading
    '4 Title'
    """
    heading = ""
    cells = []
    for raw in read_json(path)["cells"]:
        source = raw.get("source", "")
        source = source if isinstance(source, str) else "".join(source)
        if raw.get("cell_type") == "markdown":
            titles = HEADING.findall(FENCE.sub("", source))
            heading = titles[-1][1] if titles else heading
        cells.append(
            Cell(
                str(raw.get("id", "")),
                str(raw.get("cell_type", "")),
                source,
                raw.get("metadata", {}),
                heading,
            )
        )
    name = path.relative_to(course).as_posix() if path.is_relative_to(course) else str(path)
    return Page(path, name, tuple(cells))


def read_json(path: Path) -> dict[str, Any]:
    """Read a notebook file as it is.

    Parameters
    ----------
    path : Path
        The notebook.

    Returns
    -------
    dict

    Raises
    ------
    CourseError
        If the file cannot be read or is no notebook of nbformat 4.

    Examples
    --------
    >>> read_json(Path("missing.ipynb"))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: Cannot read missing.ipynb (No such file or directory).
    """
    try:
        found = json.loads(path.read_bytes().decode())
    except OSError as error:
        raise CourseError(f"Cannot read {path} ({error.strerror}).") from error
    except ValueError as error:  # damaged JSON, or not UTF-8
        raise CourseError(f"{path} is not a notebook (it is not JSON in UTF-8): {error}.") from error
    if not isinstance(found, dict) or found.get("nbformat") != 4 or not isinstance(found.get("cells"), list):
        raise CourseError(f"{path} is not a notebook of nbformat 4; open it in JupyterLab and save it.")
    return found


def table_rows(text: str) -> list[dict[str, str]]:
    """Read the first Markdown table of a text.

    Parameters
    ----------
    text : str
        Markdown.

    Returns
    -------
    list of dict
        Each row by the column's title in small letters; empty if there is no table.

    Examples
    --------
    >>> table_rows("| Task | Points |\\n|---|---:|\\n| 4.1 | 20 |")
    [{'task': '4.1', 'points': '20'}]
    """
    lines: list[list[str]] = []
    for line in text.splitlines():
        if line.strip().startswith("|"):
            lines.append([part.strip() for part in line.strip().strip("|").split("|")])
        elif lines:
            break
    if len(lines) < 2:
        return []
    titles = [title.lower() for title in lines[0]]
    return [dict(zip(titles, line, strict=False)) for line in lines[2:]]
