"""A student's id: what a learner writes, a folder in ``submitted/`` is called, and a case is drawn by."""

from __future__ import annotations

import unicodedata

from relmark_helpers.errors import CourseError

LONGEST_STUDENT_ID = 64


def student_id(asked: object) -> str:
    """Read a student id as the course keeps it: without outer blanks, in small letters, in one Unicode form.

    Examples
    --------
    >>> student_id(" Zhang.Wei ")
    'zhang.wei'
    """
    if not isinstance(asked, str):
        raise CourseError(
            f'A student id is text between quotes; got {type(asked).__name__}. Write STUDENT_ID = "{asked}".'
        )
    student = unicodedata.normalize("NFKC", asked).strip().casefold()
    if not student:
        raise CourseError(
            'Your case needs your student id: write it between the quotes of STUDENT_ID = "". '
            "If you learn without a class, any name will do."
        )
    if len(student) > LONGEST_STUDENT_ID:
        raise CourseError(
            f"A student id has at most {LONGEST_STUDENT_ID} characters; this one has {len(student)}."
        )
    return student
