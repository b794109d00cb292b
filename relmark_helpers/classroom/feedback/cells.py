"""The cells of a notebook as they stand in its file, whatever a student made of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Cell:
    """One cell of a notebook.

    Parameters
    ----------
    identity : str
        Its id in the notebook.
    grade_id : str
        The name by which nbgrader knows it, empty if it does not.
    kind : str
        code, markdown or raw.
    source : str
        Its text.
    outputs : tuple of dict
        Its outputs as the file has them.
    attachments : dict of str to dict
        What was dropped into its text: by name, each by MIME type.

    Examples
    --------
    >>> Cell("a1b2", "04-1-answer", "code", "x = 1").name
    '04-1-answer'
    """

    identity: str
    grade_id: str
    kind: str
    source: str
    outputs: tuple[dict[str, Any], ...] = ()
    attachments: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is called in the gradebook and in the exercise."""
        return self.grade_id or self.identity


def read_cells(notebook: bytes) -> list[Cell]:
    """Read a notebook's cells. It is not validated: a page shows what it can.

    Parameters
    ----------
    notebook : bytes
        The file.

    Returns
    -------
    list of Cell

    Raises
    ------
    ValueError
        If it is no notebook at all.

    Examples
    --------
    >>> read_cells(b'{"cells": [{"id": "a", "cell_type": "code", "source": ["x =", " 1"]}, 7]}')
    [Cell(identity='a', grade_id='', kind='code', source='x = 1', outputs=(), attachments={})]
    """
    try:
        told = json.loads(notebook)
    except RecursionError as error:
        raise ValueError("It is nested too deep.") from error
    if not isinstance(told, dict) or not isinstance(told.get("cells"), list):
        raise ValueError("It has no cells.")
    return [_cell(each) for each in told["cells"] if isinstance(each, dict)]


def text_of(value: object) -> str:
    """Join a text that a notebook keeps as one string or as a list of lines.

    Parameters
    ----------
    value : object
        What stands in the file.

    Returns
    -------
    str
        Empty if it is no text.

    Examples
    --------
    >>> text_of(["a\\n", "b"]), text_of("c"), text_of({"d": 1})
    ('a\\nb', 'c', '')
    """
    if isinstance(value, list):
        return "".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def data_of(output: dict[str, Any]) -> dict[str, Any]:
    """Give the forms in which an output was displayed, by MIME type.

    Parameters
    ----------
    output : dict
        One output of a cell.

    Returns
    -------
    dict

    Examples
    --------
    >>> data_of({"output_type": "display_data", "data": {"text/plain": ["1"]}})
    {'text/plain': ['1']}
    >>> data_of({"output_type": "stream", "text": "1"})
    {}
    """
    data = output.get("data")
    return data if isinstance(data, dict) else {}


def displayed(cells: list[Cell], kind: str) -> Iterator[tuple[Cell, Any]]:
    """Find all that cells displayed in one form.

    Parameters
    ----------
    cells : list of Cell
        Where to look.
    kind : str
        The MIME type.

    Yields
    ------
    tuple of Cell and object

    Examples
    --------
    >>> shown = Cell("a", "", "code", "", ({"data": {"text/plain": "1"}},))
    >>> [(cell.name, what) for cell, what in displayed([shown], "text/plain")]
    [('a', '1')]
    """
    for cell in cells:
        for output in cell.outputs:
            if kind in data_of(output):
                yield cell, data_of(output)[kind]


def _cell(told: dict[str, Any]) -> Cell:
    metadata = told.get("metadata")
    graded = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    outputs, attached = told.get("outputs"), told.get("attachments")
    return Cell(
        identity=text_of(told.get("id")),
        grade_id=text_of(graded.get("grade_id")) if isinstance(graded, dict) else "",
        kind=text_of(told.get("cell_type")),
        source=text_of(told.get("source")),
        outputs=tuple(each for each in outputs if isinstance(each, dict))
        if isinstance(outputs, list)
        else (),
        attachments={name: forms for name, forms in attached.items() if isinstance(forms, dict)}
        if isinstance(attached, dict)
        else {},
    )
