"""Putting notebooks into canonical form, and ``datasets/concepts.csv`` up to date."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from relmark_helpers.authoring.canonical import canonical
from relmark_helpers.authoring.coverage import TABLE, concepts_text, read_concepts
from relmark_helpers.authoring.pages import Page, read_page
from relmark_helpers.errors import CourseError
from relmark_helpers.files import write_text


def tidy(course: Path, files: Sequence[Path] = (), *, check: bool = False) -> list[Path]:
    """Put notebooks into canonical form, and the table of concepts up to date.

    Parameters
    ----------
    course : Path
        The course folder.
    files : sequence of Path
        The notebooks; every chapter and solution if empty.
    check : bool
        Write nothing, only find out what would change.

    Returns
    -------
    list of Path
        The files that were (or would be) changed.

    Raises
    ------
    CourseError
        If a file is no notebook, has invalid Python, or is an exercise, which only a release may write.

    Examples
    --------
    >>> tidy(Path("."), [Path("exercises/04_x/04_x.ipynb")])
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: exercises/04_x/04_x.ipynb is made from its solution; ...
    """
    for path in files:
        if "exercises" in path.parts:
            raise CourseError(
                f"{path} is made from its solution; tidy that one and run `relmark release {path.name[:2]}`."
            )
    changed = []
    for path in files or [*chapter_files(course), *solution_files(course)]:
        text = canonical(path)
        if path.read_bytes() != text.encode():
            changed.append(path)
            if not check:
                write_text(path, text)
    table = course / TABLE
    if table.is_file():
        text = concepts_text(read_concepts(course), *course_pages(course))
        if table.read_bytes() != text.encode():
            changed.append(table)
            if not check:
                write_text(table, text)
    return changed


def chapter_files(course: Path) -> list[Path]:
    """List the chapters' notebooks.

    Parameters
    ----------
    course : Path
        The course folder.

    Returns
    -------
    list of Path

    Examples
    --------
    >>> chapter_files(Path("/nowhere"))
    []
    """
    return sorted((course / "chapters").glob("*.ipynb"))


def solution_files(course: Path) -> list[Path]:
    """List the assignments with their solutions.

    Parameters
    ----------
    course : Path
        The course folder.

    Returns
    -------
    list of Path

    Examples
    --------
    >>> solution_files(Path("/nowhere"))
    []
    """
    return sorted((course / "solutions").glob("*/*.ipynb"))


def course_pages(course: Path) -> tuple[list[Page], list[Page]]:
    """Read every chapter and every assignment with its solutions.

    Parameters
    ----------
    course : Path
        The course folder.

    Returns
    -------
    chapters, assignments : list of Page

    Examples
    --------
    >>> course_pages(Path("/nowhere"))
    ([], [])
    """
    return (
        [read_page(path, course) for path in chapter_files(course)],
        [read_page(path, course) for path in solution_files(course)],
    )
