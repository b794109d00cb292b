"""Feedback for each student: for now nbgrader's own page."""

from __future__ import annotations

from pathlib import Path

from relmark_helpers.classroom import nbgrader
from relmark_helpers.classroom.nbgrader import students
from relmark_helpers.errors import CourseError


def feedback(course: Path, name: str) -> list[str]:
    """Make the feedback page of every graded submission of one assignment.

    Parameters
    ----------
    course : Path
        The course folder.
    name : str
        The assignment, ``"04_satisfaction"``.

    Returns
    -------
    list of str
        The students who have a page in ``feedback/<student>/<assignment>/``.

    Raises
    ------
    CourseError
        If nothing was graded, or nbgrader ends with an error.

    Examples
    --------
    >>> feedback(Path("/nowhere"), "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: No submission of 04_satisfaction is graded; run ...
    """
    if not students(course, "autograded", name):
        raise CourseError(f"No submission of {name} is graded; run `relmark grade {name[:2]}` first.")
    nbgrader.run(course, "generate_feedback", name, "--force")
    return students(course, "feedback", name)
