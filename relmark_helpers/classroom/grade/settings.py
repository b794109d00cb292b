"""What an instructor sets for grading, in ``nbgrader_config.py``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Float, Integer, Unicode

from relmark_helpers.classroom.grade.sandbox.limits import Limits
from relmark_helpers.classroom.preprocessors import RelmarkCourse
from relmark_helpers.classroom.release import course_configuration


class RelmarkGrading(NbGraderPreprocessor):  # type: ignore[misc]
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
    configuration : Config
        All of ``nbgrader_config.py``.
    """

    course: str
    hidden: str
    limits: Limits
    image: str
    db_url: str
    permissions: int
    configuration: Any


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
    configuration = course_configuration(course)
    configuration.CourseDirectory.root = str(course.resolve())
    term = RelmarkCourse(config=configuration)
    grading = RelmarkGrading(config=configuration)
    directory = CourseDirectory(config=configuration)
    limits = Limits(
        cell_seconds=float(Execute(config=configuration).timeout or grading.notebook_seconds),
        notebook_seconds=grading.notebook_seconds,
        memory_mb=grading.memory_mb,
        file_mb=grading.file_mb,
        folder_mb=grading.folder_mb,
    )
    permissions = int(str(Autograde(coursedir=directory, config=configuration).permissions), 8)
    return Settings(
        term.case_salt,
        term.hidden_salt,
        limits,
        grading.container_image,
        directory.db_url,
        permissions,
        configuration,
    )
