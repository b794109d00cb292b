"""What ``nbgrader_config.py`` puts into nbgrader's lists of steps: its own, and the two of the course.

So plain ``nbgrader generate_assignment`` and ``nbgrader autograde`` do the same as ``relmark release`` and
``relmark grade``. nbgrader itself takes a second to import: it is, when the lists are wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_wanted: ContextVar[bool] = ContextVar("wanted", default=True)


def release_steps() -> list[type]:
    """List nbgrader's steps of a release with ours first, for ``c.GenerateAssignment.preprocessors``.

    Returns
    -------
    list of type

    Examples
    --------
    >>> [step.__name__ for step in release_steps()][:2]
    ['StampCourse', 'IncludeHeaderFooter']
    """
    if not _wanted.get():
        return []
    from relmark_helpers.classroom.release import quick_import

    with quick_import():
        from nbgrader.converters import GenerateAssignment

        from relmark_helpers.classroom.steps import StampCourse

    return [StampCourse, *GenerateAssignment.preprocessors.default()]


def grading_steps() -> list[type]:
    """List nbgrader's steps of grading, executing our way, for ``c.Autograde.autograde_preprocessors``.

    Returns
    -------
    list of type

    Examples
    --------
    >>> [step.__name__ for step in grading_steps()][:2]
    ['ExecuteOwnCase', 'IgnorePattern']
    """
    if not _wanted.get():
        return []
    from relmark_helpers.classroom.release import quick_import

    with quick_import():
        from nbgrader.converters import Autograde
        from nbgrader.preprocessors import Execute

        from relmark_helpers.classroom.steps import ExecuteOwnCase

    return [
        ExecuteOwnCase if step is Execute else step for step in Autograde.autograde_preprocessors.default()
    ]


@contextmanager
def left_out() -> Iterator[None]:
    """Read a configuration for its settings alone: the lists of steps stay empty, and nbgrader is not imported.

    Examples
    --------
    >>> with left_out():
    ...     grading_steps()
    []
    """
    before = _wanted.set(False)
    try:
        yield
    finally:
        _wanted.reset(before)
