"""Solutions → exercises: what the students get, made by nbgrader and swapped in when whole."""

from __future__ import annotations

import logging
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relmark_helpers.absence import absent
from relmark_helpers.classroom.gradebook import unwritable
from relmark_helpers.errors import CourseError
from relmark_helpers.files import replacing, scratch

# nbgrader gives paths to glob, and the gradebook's to SQLAlchemy as a URL.
NO_PART_OF_A_PATH = re.compile(r"[*?\[]|%[0-9A-Fa-f]{2}")
EPOCH = (2020, 1, 1, 0, 0, 0)  # the same instant in every zip, so that equal content gives equal bytes


@dataclass(frozen=True)
class Release:
    """What a release made.

    Parameters
    ----------
    exercise : Path
        The folder that students get.
    archive : Path
        The zip of it, for an LMS.

    Examples
    --------
    >>> Release(Path("exercises/04_satisfaction"), Path("release/04_satisfaction.zip")).archive.name
    '04_satisfaction.zip'
    """

    exercise: Path
    archive: Path


def release(course: Path, name: str) -> Release:
    """Make the exercise of one assignment, its entry in the gradebook, and a zip for an LMS.

    Parameters
    ----------
    course : Path
        The course folder, with ``solutions/`` and ``nbgrader_config.py``.
    name : str
        The assignment, ``"04_satisfaction"``.

    Returns
    -------
    Release

    Raises
    ------
    CourseError
        If there is no such solution, or nbgrader refuses it. The exercise of before is then untouched.

    Examples
    --------
    >>> import tempfile
    >>> release(Path(tempfile.mkdtemp()), "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no solutions/04_satisfaction/04_satisfaction.ipynb ...
    """
    exercise = course / "exercises" / name
    with scratch(course, ".release-") as folder:
        made = generate(course, name, folder, gradebook=True)
        _swap(made, exercise, folder / "before")
    archive = course / "release" / f"{name}.zip"
    _zip(exercise, archive)
    return Release(exercise, archive)


def generate(course: Path, name: str, into: Path, *, gradebook: bool) -> Path:
    """Have nbgrader make the exercise of one assignment in another folder.

    Parameters
    ----------
    course : Path
        The course folder.
    name : str
        The assignment.
    into : Path
        Where the folder ``name`` shall be made.
    gradebook : bool
        Whether the assignment is entered in the gradebook as well; grading needs it.

    Returns
    -------
    Path
        The folder that was made.

    Raises
    ------
    CourseError
        If there is no such solution, or nbgrader refuses it.

    Examples
    --------
    >>> import tempfile
    >>> generate(Path(tempfile.mkdtemp()), "04_satisfaction", Path("."), gradebook=False)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no solutions/04_satisfaction/04_satisfaction.ipynb ...
    """
    with quick_import():
        from nbgrader.converters import GenerateAssignment
        from nbgrader.coursedir import CourseDirectory

    source = course / "solutions" / name / f"{name}.ipynb"
    if not source.is_file():
        raise CourseError(
            f"There is no solutions/{name}/{name}.ipynb in {course}; "
            "run this in an instructor's course folder, which holds solutions/."
        )
    configuration = course_configuration(course)
    configuration.CourseDirectory.root = str(course.resolve())
    configuration.CourseDirectory.release_directory = str(into.resolve())
    configuration.CourseDirectory.assignment_id = name
    configuration.SaveCells.enabled = gradebook
    configuration.GenerateAssignment.no_database = not gradebook
    log = logging.getLogger(f"relmark.release.{name}")
    log.propagate = False
    heard = _Heard()
    log.handlers = [heard]
    try:
        with quick_gradebook():
            directory = CourseDirectory(config=configuration, log=log)
            GenerateAssignment(coursedir=directory, config=configuration, log=log).start()
    except OSError:
        raise
    except Exception as error:  # nbgrader raises plain exceptions of every kind
        told = "\n".join([*heard.messages, str(error)])
        if refused := re.search(r"sqlite3\.\w+Error\) (.+)", told):
            raise unwritable(str(course / "gradebook.db"), refused[1]) from error
        reason = heard.reason() or str(error).strip().splitlines()[-1]
        raise CourseError(
            f"nbgrader could not make the exercise {name}: {reason} "
            f"Mend solutions/{name}/{name}.ipynb and run this again."
        ) from error
    return into / name


def course_configuration(course: Path) -> Any:
    """Read ``nbgrader_config.py`` of a course.

    Parameters
    ----------
    course : Path
        The course folder.

    Returns
    -------
    traitlets.config.Config

    Raises
    ------
    CourseError
        If the folder has none, it cannot be used, or nbgrader cannot work in a folder of this name.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "nbgrader_config.py").write_text("get_config().RelmarkCourse.case_salt = 'autumn'")
    >>> course_configuration(folder).RelmarkCourse.case_salt
    'autumn'
    """
    from traitlets.config.loader import PyFileConfigLoader

    if not (course / "nbgrader_config.py").is_file():
        raise CourseError(
            f"There is no nbgrader_config.py in {course}; run this in an instructor's course folder."
        )
    if sign := NO_PART_OF_A_PATH.search(str(course.resolve())):
        raise CourseError(
            f"{course.resolve()} cannot be a course folder, for nbgrader takes the {sign[0]} in its path for a sign of "
            "its own; rename the folder and run this again."
        )
    try:
        return PyFileConfigLoader("nbgrader_config.py", path=str(course)).load_config()
    except Exception as error:  # the file is Python and may raise anything
        told = f"{type(error).__name__}: {error}"
        raise CourseError(f"{course / 'nbgrader_config.py'} cannot be used ({told}); mend it.") from error


class _Heard(logging.Handler):
    """Keeps what nbgrader logs, and tells its last complaint in a line."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def reason(self) -> str:
        """The last line of the first complaint: nbgrader puts the cause first and general advice after."""
        lines = [line.strip() for line in "\n".join(self.messages[:1]).splitlines() if line.strip()]
        return lines[-1].rstrip(".") + "." if lines else ""


def _swap(made: Path, exercise: Path, before: Path) -> None:
    exercise.parent.mkdir(exist_ok=True)
    if exercise.exists():
        exercise.rename(before)
    try:
        made.rename(exercise)
    except OSError:
        if before.exists():
            before.rename(exercise)
        raise


def _zip(exercise: Path, archive: Path) -> None:
    with replacing(archive) as beside, zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as opened:
        for file in sorted(path for path in exercise.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{exercise.name}/{file.relative_to(exercise).as_posix()}", EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            opened.writestr(entry, file.read_bytes())


@contextmanager
def quick_gradebook() -> Iterator[None]:
    """Let nbgrader mark a new gradebook with the number of its form without a program started for it.

    nbgrader asks ``alembic`` by its name, which may not be on PATH and takes seconds to import all of nbgrader
    again. The number is the same one, read from the same files.

    Examples
    --------
    >>> with quick_gradebook():
    ...     from nbgrader.api import Gradebook
    ...     Gradebook("sqlite://").close()
    """
    with quick_import():
        from nbgrader import api

    def newest_form() -> str | None:
        from alembic.script import ScriptDirectory

        return ScriptDirectory(str(Path(api.__file__).parent / "alembic")).get_current_head()

    before = api.get_alembic_version
    api.get_alembic_version = newest_form
    try:
        yield
    finally:
        api.get_alembic_version = before


@contextmanager
def quick_import() -> Iterator[None]:
    """Import nbgrader without a grammar of internationalised addresses, which takes longer than all of the rest.

    jsonschema compiles it as soon as it finds it, for a check that no notebook asks for; where it is absent,
    jsonschema goes on without.

    Examples
    --------
    >>> with quick_import():
    ...     import jsonschema
    """
    with absent("rfc3987_syntax"):
        yield
