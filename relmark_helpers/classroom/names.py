"""Names of people as the LMS has them, and the student ids that are made of them."""

from __future__ import annotations

import re
import unicodedata

from relmark_helpers.errors import CourseError
from relmark_helpers.student_id import student_id

DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


def fold(text: str) -> str:
    """Give text as it is compared: without blanks around it, composed, without case.

    Parameters
    ----------
    text : str
        An id, a name, a heading.

    Returns
    -------
    str

    Examples
    --------
    >>> fold(" Ada@Example.ORG ")
    'ada@example.org'
    """
    return unicodedata.normalize("NFKC", text).strip().casefold()


def name_keys(name: str) -> frozenset[str]:
    """Give what a person's name is recognised by: its letters, from any of its words on.

    Canvas writes "Smith, Bob" as ``smithbob``, Moodle as "Bob Smith"; both share a key.

    Parameters
    ----------
    name : str
        A name as an LMS has it.

    Returns
    -------
    frozenset of str

    Examples
    --------
    >>> sorted(name_keys("Bob Smith")), "smithbob" in name_keys("smithbob")
    (['bobsmith', 'smithbob'], True)
    """
    words = [word for part in fold(name).split() if (word := re.sub(r"[\W_]", "", part))]
    return frozenset("".join(words[turn:] + words[:turn]) for turn in range(len(words)))


def safe_id(text: str) -> str:
    """Make a student id that is also a folder name: blanks become dots, what no folder may hold is left out.

    Parameters
    ----------
    text : str
        A person's name.

    Returns
    -------
    str
        Empty if nothing is left.

    Examples
    --------
    >>> safe_id("O'Neil, Seán "), safe_id("王 小明"), safe_id("../..")
    ('oneil.seán', '王.小明', '')
    """
    kept = re.sub(r"[^\w.@+-]", "", re.sub(r"\s+", ".", fold(text))).strip(".")[:64].strip(".")
    return f"{kept}_" if kept.partition(".")[0] in DEVICES else kept


def course_id(text: str, where: str) -> str:
    """Give a student id as the course writes it, or say why it cannot be one.

    Parameters
    ----------
    text : str
        The id as it was typed.
    where : str
        What the sentence begins with, ``"students.csv, row 3"``.

    Returns
    -------
    str

    Raises
    ------
    CourseError
        If it is empty, too long, or cannot be the name of a folder.

    Examples
    --------
    >>> course_id(" Li.Wei ", "students.csv, row 3")
    'li.wei'
    >>> course_id("../ada", "students.csv, row 3")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: students.csv, row 3: '../ada' cannot be a student id, which ...
    """
    if not fold(text):
        raise CourseError(f"{where}: the student id is empty; fill it in or remove the row.")
    try:
        student = student_id(text)
    except CourseError as error:
        raise CourseError(f"{where}: {error}") from error
    if re.search(r"[^\w .@+-]", student) or student[0] == "." or student[-1] == "." or safe_id(student) == "":
        raise CourseError(
            f"{where}: {text!r} cannot be a student id, which names a folder; "
            "use letters, digits and . _ - @ + between them."
        )
    if student.partition(".")[0] in DEVICES:
        raise CourseError(f"{where}: Windows allows no folder {text!r}; give the student another id.")
    return student
