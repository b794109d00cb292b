"""What an instructor sets for a term and for grading, in ``nbgrader_config.py``.

It is read without nbgrader, whose import takes longer than all else that ``relmark grade --resume`` does when
nothing is left to grade.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traitlets import Float, Integer, TraitError, Unicode
from traitlets.config import Configurable

from relmark_helpers.classroom.grade.sandbox.limits import Limits
from relmark_helpers.classroom.preprocessors import left_out
from relmark_helpers.classroom.release import course_configuration
from relmark_helpers.errors import CourseError

CELL_SECONDS = 30  # nbgrader's own default of c.Execute.timeout
# of hidden inputs: everybody who reads the course's code has them
PUBLIC_SALTS = ("", "for-development-only")


class RelmarkCourse(Configurable):
    """What an instructor sets for a term, in ``nbgrader_config.py``.

    Examples
    --------
    >>> RelmarkCourse(case_salt="autumn").case_salt
    'autumn'
    """

    case_salt = Unicode("meridian-home", help="Draws every learner's own case; change it each term.").tag(
        config=True
    )
    hidden_salt = Unicode("", help="Draws the hidden inputs of the tests; never released.").tag(config=True)


class RelmarkGrading(Configurable):
    """What one submission may use while it is graded; ``c.Execute.timeout`` is the time for one cell.

    Examples
    --------
    >>> RelmarkGrading(memory_mb=512).memory_mb
    512
    """

    notebook_seconds = Float(300.0, help="Time for a whole notebook.").tag(config=True)
    memory_mb = Integer(2048, help="Memory beyond what the libraries take, in MB.").tag(config=True)
    file_mb = Integer(64, help="Largest file that a notebook may write, in MB.").tag(config=True)
    folder_mb = Integer(256, help="All that a notebook may write, in MB.").tag(config=True)
    container_image = Unicode("", help="Image with the course, for grading in Docker or Podman.").tag(
        config=True
    )


@dataclass(frozen=True)
class Settings:
    """The settings of a course, read.

    Parameters
    ----------
    course, hidden : str
        The salts of the term.
    limits : Limits
        What a submission may use.
    image : str
        The container's image.
    db_url : str
        The gradebook.
    permissions : int
        Of autograded files.
    """

    course: str
    hidden: str
    limits: Limits
    image: str
    db_url: str
    permissions: int


def read_settings(course: Path) -> Settings:
    """Read the settings of a course.

    Parameters
    ----------
    course : Path
        The course folder, with ``nbgrader_config.py``.

    Returns
    -------
    Settings

    Raises
    ------
    CourseError
        If there is no configuration, or it cannot be used.

    Examples
    --------
    >>> import tempfile
    >>> course = Path(tempfile.mkdtemp())
    >>> _ = (course / "nbgrader_config.py").write_text("c = get_config()\\nc.Execute.timeout = 20")
    >>> read_settings(course).limits.cell_seconds
    20.0
    """
    with left_out():
        configuration = course_configuration(course)
    directory, converter = configuration.CourseDirectory, configuration.Autograde
    permissions = converter.get("permissions", 664 if directory.get("groupshared", False) else 444)
    try:
        term = RelmarkCourse(config=configuration)
        grading = RelmarkGrading(config=configuration)
        return Settings(
            course=term.case_salt,
            hidden=term.hidden_salt,
            limits=_limits(grading, configuration.Execute.get("timeout", CELL_SECONDS)),
            image=grading.container_image,
            db_url=str(directory.get("db_url", f"sqlite:///{course.resolve() / 'gradebook.db'}")),
            permissions=int(str(permissions), 8),
        )
    except (TraitError, TypeError, ValueError) as error:
        told = (
            f"{course / 'nbgrader_config.py'} cannot be used ({error}); give the setting a value of its kind."
        )
        raise CourseError(told) from error


def _limits(grading: RelmarkGrading, cell_seconds: Any) -> Limits:
    return Limits(
        cell_seconds=float(cell_seconds or grading.notebook_seconds),
        notebook_seconds=grading.notebook_seconds,
        memory_mb=grading.memory_mb,
        file_mb=grading.file_mb,
        folder_mb=grading.folder_mb,
    )
