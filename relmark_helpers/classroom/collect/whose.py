"""Whose a submission is in the course, by the names and numbers of the LMS."""

from __future__ import annotations

import re
import unicodedata

from relmark_helpers.classroom.collect.entries import Person
from relmark_helpers.classroom.collect.source import RefusedError
from relmark_helpers.classroom.names import course_id, fold, name_keys, safe_id
from relmark_helpers.classroom.roster import Roster, Student


def whose(person: Person, roster: Roster | None) -> tuple[str, bool]:
    """Find the student id of a person.

    Parameters
    ----------
    person : Person
        As the source has them.
    roster : Roster or None
        Who is in the class; without one the id is made of the person's name.

    Returns
    -------
    tuple of str and bool
        The id, and whether it was made of the name.

    Raises
    ------
    RefusedError
        If the roster does not know the person, or means another one, or no id can be made of the name.

    Examples
    --------
    >>> whose(Person("moodle", "123456", "Jane Doe"), None)
    ('jane.doe', True)
    >>> roster = Roster((Student("jdoe7", name="Doe, Jane", moodle_id="123456"),))
    >>> whose(Person("moodle", "123456", "Jane Doe"), roster)
    ('jdoe7', False)
    """
    if roster is None:
        kind = {"canvas": "anon", "moodle": "participant"}.get(person.lms, "")
        student = safe_id(person.name) or safe_id(f"{kind}.{person.key}" if kind else "")
        if not student:
            raise RefusedError(f"No student id can be made of {shown(person)!r}; give a roster.")
        return student, person.lms != "plain" or student != fold(person.name)
    found = _on(roster, person)
    if found is None:
        raise RefusedError(f"{shown(person)} is not on the roster; add a row with the id.")
    return course_id(found.student_id, "the roster"), False


def apart(person: Person) -> str:
    """Say what tells people of one name apart.

    Parameters
    ----------
    person : Person
        One of them.

    Returns
    -------
    str
        The end of a sentence.

    Examples
    --------
    >>> apart(Person("plain", "Ada", "Ada"))
    'call each folder by the id of its student'
    """
    if person.lms == "moodle":
        return (
            "collect with --roster and Moodle's grading worksheet of this assignment, "
            "and with an e-mail address for each of them in roster.csv"
        )
    if person.lms == "canvas":
        return (
            "fill in canvas_id for each of them in roster.csv, or give Canvas's gradebook export as --roster"
        )
    return "call each folder by the id of its student"


def shown(person: Person) -> str:
    """Give what a person is called in a sentence.

    Parameters
    ----------
    person : Person
        Whose submission it is.

    Returns
    -------
    str

    Examples
    --------
    >>> shown(Person("moodle", "123456", "Jane Doe")), shown(Person("plain", "ada", "ada"))
    ('Jane Doe (moodle 123456)', 'ada')
    """
    if person.lms == "plain":
        return person.name
    return f"{person.name or 'someone unnamed'} ({person.lms} {person.key})"


def _on(roster: Roster, person: Person) -> Student | None:
    if person.lms == "plain":
        columns = ("student_id", "login_id", "email", "id_number", "sis_id")
        found = next(filter(None, (roster.by(column, person.key) for column in columns)), None)
        return found or _alike(roster, person)
    found = roster.by("canvas_id" if person.lms == "canvas" else "moodle_id", person.key)
    if found is None:
        # Someone of this name who has another number is someone else.
        alike = _alike(roster, person)
        number = alike and (alike.canvas_id if person.lms == "canvas" else alike.moodle_id)
        return None if number else alike
    # Moodle numbers people anew in each assignment, so a worksheet of another one would mix people up.
    strangers = person.name and found.name and not name_keys(found.name) & name_keys(person.name)
    if person.lms == "moodle" and strangers:
        raise RefusedError(
            f"{shown(person)} has the number of {found.name} on the roster; "
            "take the grading worksheet of this very assignment, or mend the row."
        )
    if person.lms == "canvas" and _another(found.name, person.name):
        raise RefusedError(
            f"{shown(person)} has the number of {found.name} under another name, as a group's hand-in has; it was "
            "filed for nobody: put the notebook into a folder for each student it counts for and collect these, "
            "or, if it is this student alone, correct the name on the roster."
        )
    return found


def _alike(roster: Roster, person: Person) -> Student | None:
    alike = roster.all_named(person.name)
    if len(alike) > 1:
        told = " and ".join(student.student_id for student in alike)
        raise RefusedError(f"{shown(person)} may be {told}, who share the name; {apart(person)}.")
    return alike[0] if alike else None


def _another(name: str, packed: str) -> bool:
    """Whether Canvas's squeezed name has no word of the person's; another script may be the same person's."""
    if not name or not packed:
        return False
    words = [word for word in re.split(r"[\W\d_]+", _bare(name)) if word]
    alphabet = _latin(name) == _latin(packed) or bool(re.search(r"\d|group|team", _bare(packed)))
    return alphabet and not any(word in _bare(packed) for word in words)


def _bare(text: str) -> str:
    """Letters without their accents."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", fold(text)) if not unicodedata.combining(sign)
    )


def _latin(text: str) -> bool:
    return bool(re.search("[a-z]", _bare(text)))
