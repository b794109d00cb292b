"""Whose a notebook says it is: the id written in it, beside the one under which it was filed."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from relmark_helpers.classroom.grade.reading import RawCell
from relmark_helpers.classroom.journal import Event
from relmark_helpers.errors import CourseError
from relmark_helpers.student_id import student_id

NAME = "STUDENT_ID"
LONGEST_SHOWN = 64


def other_id(cells: list[RawCell], filed: str) -> Iterator[Event]:
    """Tell of an id in the notebook that is not the one under which it was filed.

    Parameters
    ----------
    cells : list of dict
        The notebook's cells.
    filed : str
        The id of its folder, which alone counts.

    Yields
    ------
    Event

    Examples
    --------
    >>> cell = {"cell_type": "code", "id": "setup", "source": 'STUDENT_ID = "bo"', "metadata": {}}
    >>> [event.says for event in other_id([cell], "ada")]
    ["The notebook says STUDENT_ID = 'bo', and it was filed under ada, whose case it is graded on."]
    >>> list(other_id([cell], "Bo"))
    []
    """
    for raw in cells:
        if raw["cell_type"] != "code" or NAME not in raw["source"]:
            continue
        for written in _written(raw["source"]):
            try:
                same = student_id(written) == student_id(filed)
            except CourseError:  # empty, as on a Hub, or nothing that draws a case
                continue
            if not same:
                says = f"The notebook says {NAME} = {written[:LONGEST_SHOWN]!r}, and it was filed under {filed}, "
                yield Event("other id", str(raw["id"]), says + "whose case it is graded on.")
                return


def _written(source: str) -> Iterator[str]:
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for each in statements:
        if isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant):
            named = any(isinstance(target, ast.Name) and target.id == NAME for target in each.targets)
            if named and isinstance(each.value.value, str):
                yield each.value.value
