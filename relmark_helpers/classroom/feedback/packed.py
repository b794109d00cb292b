"""All feedback pages of an assignment in one zip: as Moodle takes them back, or one file a student."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from relmark_helpers.classroom.feedback.plain_files import read_plain
from relmark_helpers.classroom.nbgrader import students
from relmark_helpers.classroom.roster import Roster, Student
from relmark_helpers.errors import CourseError
from relmark_helpers.files import replacing

MOST_PAGE = 100_000_000  # bytes
EPOCH = (2020, 1, 1, 0, 0, 0)  # the same in every zip, so that equal pages give equal bytes


@dataclass(frozen=True)
class Packed:
    """What is in a zip of feedback pages.

    Parameters
    ----------
    file : Path
        The zip.
    students : tuple of str
        Whose pages are in it.
    unknown : tuple of str
        Who has a page and is not on the worksheet, so that Moodle could not say whose it is.

    Examples
    --------
    >>> Packed(Path("pages.zip")).unknown
    ()
    """

    file: Path
    students: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def pack(course: Path, name: str, out: Path, *, roster: Roster | None = None) -> Packed:
    """Pack the feedback pages of one assignment into a zip.

    With Moodle's grading worksheet of the assignment as roster each page is called as Moodle wants it back in
    "Upload multiple feedback files in a zip": by the person's name and their number in this assignment. Else
    the pages are called by the students' ids.

    Parameters
    ----------
    course : Path
        The course folder, with ``feedback/<student>/<assignment>/``.
    name : str
        The assignment, ``"04_satisfaction"``.
    out : Path
        The zip to make or replace.
    roster : Roster, optional
        The worksheet.

    Returns
    -------
    Packed

    Raises
    ------
    CourseError
        If there is no page, or none of a student on the worksheet.

    References
    ----------
    moodle, ``mod/assign/feedback/file/importziplib.php``.

    Examples
    --------
    >>> pack(Path("/nowhere"), "04_satisfaction", Path("pages.zip"))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There are no feedback pages of 04_satisfaction; run ...
    """
    found = students(course, "feedback", name)
    pages = {
        student: read_plain(course / "feedback", student, name, f"{name}.html", most=MOST_PAGE)
        for student in found
    }
    whole = {student: page for student, page in pages.items() if page is not None}
    if not whole:
        raise CourseError(f"There are no feedback pages of {name}; run `relmark feedback {name[:2]}` first.")
    names = {student: f"{student}.html" for student in whole}
    if roster is not None and roster.form == "worksheet":
        names = {one.student_id: _as_moodle(one, name) for one in roster.students if one.student_id in whole}
        if not names:
            raise CourseError(
                f"Nobody on the worksheet has a feedback page of {name}; is it the worksheet of this assignment?"
            )
    with replacing(out) as beside, zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as opened:
        for student, called in sorted(names.items()):
            entry = zipfile.ZipInfo(called, EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            opened.writestr(entry, whole[student])
    return Packed(out, tuple(sorted(names)), tuple(sorted(set(whole) - set(names))))


def _as_moodle(student: Student, name: str) -> str:
    """Moodle splits at the first four underscores, and goes by the number in the second place."""
    person = re.sub(r"[^\w .-]|_", " ", student.name).strip(" .") or "Participant"
    return f"{person}_{student.moodle_id}_assignsubmission_file_{name}.html"
