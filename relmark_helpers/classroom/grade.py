"""Grading an assignment: for now nbgrader's own autograding, on each student's own case."""

from __future__ import annotations

from pathlib import Path

from relmark_helpers.classroom import nbgrader
from relmark_helpers.classroom.nbgrader import students
from relmark_helpers.errors import CourseError


def grade(course: Path, name: str) -> list[str]:
    """Grade every submission of one assignment, again if it was graded before; marks given by hand stay.

    Parameters
    ----------
    course : Path
        The course folder, with ``submitted/<student>/<assignment>/``.
    name : str
        The assignment, ``"04_satisfaction"``.

    Returns
    -------
    list of str
        The students whose submissions were graded.

    Raises
    ------
    CourseError
        If nothing was submitted, the assignment was not released, or nbgrader ends with an error.

    Examples
    --------
    >>> grade(Path("/nowhere"), "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no submission of 04_satisfaction; ...
    """
    found = students(course, "submitted", name)
    if not found:
        raise CourseError(
            f"There is no submission of {name}; "
            f"put each one at submitted/<student>/{name}/{name}.ipynb in {course}."
        )
    if not (course / "gradebook.db").is_file():
        raise CourseError(f"{name} is not in the gradebook yet; run `relmark release {name[:2]}` first.")
    nbgrader.run(course, "autograde", name, "--force")
    return found
