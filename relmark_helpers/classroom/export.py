"""Marks out of the gradebook, as a CSV file."""

from __future__ import annotations

from pathlib import Path

from relmark_helpers.classroom import nbgrader
from relmark_helpers.errors import CourseError
from relmark_helpers.files import replacing


def export(course: Path, out: Path) -> Path:
    """Write every mark of the gradebook to a CSV file, a row for each student and assignment.

    Parameters
    ----------
    course : Path
        The course folder, with ``gradebook.db``.
    out : Path
        The file to make or replace.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    CourseError
        If there is no gradebook, or the file cannot be written.

    Examples
    --------
    >>> export(Path("/nowhere"), Path("grades.csv"))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no gradebook.db in /nowhere; run `relmark release NN` ...
    """
    if not (course / "gradebook.db").is_file():
        raise CourseError(
            f"There is no gradebook.db in {course}; run `relmark release NN` and `relmark grade NN` first."
        )
    with replacing(out) as beside:
        nbgrader.run(course, "export", "--to", str(beside.resolve()))
    return out
