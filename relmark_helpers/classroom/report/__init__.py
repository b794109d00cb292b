"""The item analysis of one assignment: a page to read and two tables to go on with."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from relmark_helpers.files import replacing


@dataclass(frozen=True)
class Report:
    """What a report made.

    Parameters
    ----------
    page : Path
        The page, one HTML file that needs nothing else.
    tasks, students : Path
        The tables beside it: a row for each task, and for each student.
    numbers : dict
        The report in a few numbers; None where one cannot be computed.

    Examples
    --------
    >>> Report(Path("report/04_satisfaction.html"), Path("a.csv"), Path("b.csv")).page.name
    '04_satisfaction.html'
    """

    page: Path
    tasks: Path
    students: Path
    numbers: dict[str, float | int | None] = field(default_factory=dict)


def report(course: Path, name: str) -> Report:
    """Write the report of one assignment: ``report/<name>.html`` and two CSV files beside it.

    Nothing but these files is written. They are replaced together once all of them are whole.

    Parameters
    ----------
    course : Path
        The course folder, with ``gradebook.db``.
    name : str
        The assignment, ``"04_satisfaction"``.

    Returns
    -------
    Report

    Raises
    ------
    CourseError
        If nothing is graded yet, or the files cannot be written.

    Examples
    --------
    >>> report(Path("/nowhere"), "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no gradebook.db in /nowhere; run ...
    """
    # numpy, scipy and nbgrader are needed only when a report is made
    from relmark_helpers.classroom.report.findings import find
    from relmark_helpers.classroom.report.page import page
    from relmark_helpers.classroom.report.tables import students_table, tasks_table

    found = find(course, name)
    folder = course / "report"
    made = Report(
        folder / f"{name}.html", folder / f"{name}.csv", folder / f"{name}_students.csv", found.numbers
    )
    texts = {
        made.students: students_table(found.marks),
        made.tasks: tasks_table(found.tasks),
        made.page: page(found),
    }
    with ExitStack() as stack:
        for file, text in texts.items():
            stack.enter_context(replacing(file)).write_bytes(text.encode("utf-8", "replace"))
    return made
