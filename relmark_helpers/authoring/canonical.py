"""The one form in which notebooks are kept, so that versions differ in words and in nothing else."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from relmark_helpers.authoring.pages import FENCE, HEADING, read_json
from relmark_helpers.errors import CourseError

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
KEPT_METADATA = ("nbgrader", "relmark", "tags")
RANDOM_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){0,3}(-[0-9a-f]{12})?")  # nbformat's and JupyterLab's own
READABLE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def canonical(path: Path) -> str:
    """Give the text that a notebook file has in canonical form.

    nbformat 4.5 with sorted keys, one trailing newline, Unix line ends and Chinese as it is; no outputs, no
    counts; the kernel ``python3``; of a cell's metadata only what nbgrader, this course and tags need; code
    formatted by ruff; and a readable id for every cell, kept if it has one.

    Parameters
    ----------
    path : Path
        The notebook. Name and folder give the beginning of new ids: ``ch04-`` for a chapter, else ``04-``.

    Returns
    -------
    str

    Raises
    ------
    CourseError
        If the file is no notebook, or a code cell is not valid Python.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "04_x.ipynb"
    >>> cells = [{"cell_type": "code", "source": "x=1", "outputs": [], "execution_count": 7, "metadata": {}}]
    >>> _ = file.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": cells}))
    >>> tidied = json.loads(canonical(file))["cells"][0]
    >>> tidied["id"], tidied["source"], tidied["execution_count"]
    ('04-start-1', ['x = 1'], None)
    """
    cells = [_trimmed(cell) for cell in read_json(path)["cells"]]
    _name_cells(cells, path)
    notebook = {"cells": cells, "metadata": {"kernelspec": KERNEL}, "nbformat": 4, "nbformat_minor": 5}
    formatted = _formatted(notebook, path)
    for cell, source in zip(cells, formatted, strict=True):
        cell["source"] = source.splitlines(keepends=True)
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _trimmed(cell: dict[str, Any]) -> dict[str, Any]:
    source = cell.get("source", "")
    source = source if isinstance(source, str) else "".join(source)
    source = "\n".join(source.splitlines()).strip("\n")
    metadata = {key: value for key, value in cell.get("metadata", {}).items() if key in KEPT_METADATA}
    kept = {"cell_type": cell.get("cell_type"), "id": cell.get("id"), "metadata": metadata, "source": source}
    if kept["cell_type"] == "code":
        kept |= {"execution_count": None, "outputs": []}
    elif "attachments" in cell:
        kept["attachments"] = cell["attachments"]
    return kept


def _name_cells(cells: list[dict[str, Any]], path: Path) -> None:
    number = path.name[:2] if path.name[:2].isdigit() else "nb"
    prefix = f"ch{number}" if path.parent.name == "chapters" else number
    kept: set[str] = set()
    nameless = []
    slug = "start"
    for cell in cells:
        if cell["cell_type"] == "markdown":
            titles = HEADING.findall(FENCE.sub("", cell["source"]))
            slug = _slug(titles[-1][1]) if titles else slug
        wanted = (
            cell["id"] if _is_readable(cell["id"]) else cell["metadata"].get("nbgrader", {}).get("grade_id")
        )
        if _is_readable(wanted) and wanted not in kept:
            cell["id"] = wanted
            kept.add(wanted)
        else:
            nameless.append((cell, slug))
    for cell, slug in nameless:
        count = 1
        while (name := f"{prefix}-{slug}-{count}") in kept:
            count += 1
        cell["id"] = name
        kept.add(name)


def _is_readable(name: object) -> bool:
    return (
        isinstance(name, str)
        and len(name) <= 64
        and READABLE_ID.fullmatch(name) is not None
        and RANDOM_ID.fullmatch(name) is None
    )


def _slug(heading: str) -> str:
    without_number = re.sub(r"^(task\s+)?\d+(\.\d+)*\s+", "", heading.lower())
    words: list[str] = re.findall(r"[a-z0-9]+", without_number)
    return "-".join(words)[:40].strip("-") or "section"


def _formatted(notebook: dict[str, Any], path: Path) -> list[str]:
    """Every cell's source after ruff, whose settings are given here to be the same anywhere."""
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length", "110"]
    command += ["--target-version", "py311", "--stdin-filename", "notebook.ipynb", "-"]
    done = subprocess.run(command, input=json.dumps(notebook), capture_output=True, encoding="utf-8")
    if done.returncode:
        complaint = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "ruff failed"
        raise CourseError(f"{path} has a code cell that is not valid Python: {_told(complaint, notebook)}.")
    return ["".join(cell["source"]) for cell in json.loads(done.stdout)["cells"]]


def _told(complaint: str, notebook: dict[str, Any]) -> str:
    """Ruff's complaint with the id of the cell in place of its count."""
    found = re.search(r"notebook\.ipynb:(?:cell )?(\d+):(\d+):(\d+): (.+)", complaint)
    if not found:
        return complaint.rstrip(".")
    count, line, _, reason = found.groups()
    return f"cell {notebook['cells'][int(count) - 1]['id']}, line {line}: {reason}".rstrip(".")
