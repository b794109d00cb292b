"""The report as two tables for a spreadsheet: a row for each task, and a row for each student."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from relmark_helpers.classroom.export.cells import defused
from relmark_helpers.classroom.report.items import Item
from relmark_helpers.classroom.report.marks import Marks

LONGEST = 4000  # characters of a field; a spreadsheet cuts or refuses far longer ones


def tasks_table(tasks: Sequence[Item]) -> str:
    """Write the item analysis as CSV, a row for each task.

    Parameters
    ----------
    tasks : sequence of Item
        The tasks.

    Returns
    -------
    str

    Examples
    --------
    >>> print(tasks_table([Item("3", 14.0, 40, share=0.975)]).splitlines()[1])
    3,14,40,0.975,,,,,,very easy
    """
    head = (
        *("task", "points", "students", "mean_share", "item_rest_correlation", "upper_lower_27"),
        *("full_points", "zero_points", "blank", "look_at"),
    )
    rows = [
        (
            *(each.name, each.points, each.students, each.share, each.discrimination, each.upper_lower),
            *(each.full, each.zero, each.blank, "; ".join(each.flags)),
        )
        for each in tasks
    ]
    return _csv(head, rows)


def students_table(marks: Marks) -> str:
    """Write the class as CSV, a row for each student: status, mark, points of each task, what was noted.

    Parameters
    ----------
    marks : Marks
        What was read.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.classroom.report.marks import GradedCell, Student
    >>> ada = Student("ada", "graded", {"04-1-test": 2.0})
    >>> print(students_table(Marks("04_satisfaction", (GradedCell("04-1-test", 3.0),), (ada,))))
    student,status,reason,mark,late_penalty,hours_late,task_1,repairs,events,sandbox
    ada,graded,,2,0,0,2,,,
    <BLANKLINE>
    """
    tasks = marks.tasks
    head = (
        *("student", "status", "reason", "mark", "late_penalty", "hours_late"),
        *(f"task_{task}" for task in tasks),
        *("repairs", "events", "sandbox"),
    )
    rows = []
    for each in marks.students:
        entry = each.entry
        earned = []
        for task in tasks:
            points = [each.points.get(cell.name) for cell in marks.cells if cell.task == task]
            earned.append(None if None in points else sum(filter(None, points)))
        rows.append(
            (
                *(each.id, each.status, entry.reason if entry else "", each.mark),
                *(each.penalty, round(each.hours_late, 2), *earned),
                " | ".join(entry.repairs) if entry else "",
                " | ".join(f"{event.kind}: {event.says}" for event in entry.events) if entry else "",
                entry.rung if entry else "",
            )
        )
    return _csv(head, rows)


def _csv(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_field(each) for each in head)
    writer.writerows([_field(each) for each in row] for row in rows)
    return out.getvalue()


def _field(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}"
    text = str(value)
    if isinstance(value, str):
        text = text[:LONGEST].replace("\0", "").encode("utf-8", "replace").decode("utf-8")
        return defused(text)
    return text
