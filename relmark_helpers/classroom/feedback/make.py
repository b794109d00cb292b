"""Making the pages of a class: who gets one, and that one student's page never stops the others'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from relmark_helpers.classroom import journal
from relmark_helpers.classroom.feedback.cells import Cell, read_cells, text_of
from relmark_helpers.classroom.feedback.content import content
from relmark_helpers.classroom.feedback.given import Given, read_given
from relmark_helpers.classroom.feedback.hidden import Hidden
from relmark_helpers.classroom.feedback.marks import Ledger, read_ledger
from relmark_helpers.classroom.feedback.page import page
from relmark_helpers.classroom.feedback.plain_files import read_plain, remove_all_but, write_plain
from relmark_helpers.classroom.feedback.shown import Graded, sort_cells
from relmark_helpers.classroom.nbgrader import students
from relmark_helpers.errors import CourseError
from relmark_helpers.words import counted

MOST_NOTEBOOK = 100_000_000  # bytes
MOST_SMALL = 10_000
BESIDE = ("timestamp.txt", "submission_secret.txt")
"""What nbgrader's `release_feedback` wants beside a page: it names the released copy by them."""


@dataclass(frozen=True)
class Pages:
    """What became of the pages of a class.

    Parameters
    ----------
    made : tuple of str
        The students who have a page.
    failed : dict of str to str
        The students who have none, and why.

    Examples
    --------
    >>> Pages(("ada",), {}).made
    ('ada',)
    """

    made: tuple[str, ...]
    failed: dict[str, str]


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
        If nothing was graded, or a student's page could not be made; those of the others are made then.

    Examples
    --------
    >>> feedback(Path("/nowhere"), "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: No submission of 04_satisfaction is graded; run ...
    """
    pages = make_pages(course, name)
    if pages.failed:
        reasons = "; ".join(f"{student}: {reason.rstrip('.')}" for student, reason in pages.failed.items())
        raise CourseError(
            f"{counted(len(pages.made), 'feedback page')} of {name} made, {len(pages.failed)} could not be: {reasons}."
        )
    return list(pages.made)


def make_pages(course: Path, name: str) -> Pages:
    """Make the feedback pages of one assignment, and say of each student whether there is one.

    Pages of students who have no submission any more are removed, and so is the old page of a student whose
    new one could not be made.

    Parameters
    ----------
    course : Path
        The course folder.
    name : str
        The assignment, ``"04_satisfaction"``.

    Returns
    -------
    Pages

    Raises
    ------
    CourseError
        If nothing was graded, or the gradebook or the released exercise cannot be read.

    Examples
    --------
    >>> make_pages(Path("/nowhere"), "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: No submission of 04_satisfaction is graded; run ...
    """
    refused = {entry.student for entry in journal.entries(course, name) if entry.status == "refused"}
    refused &= set(students(course, "submitted", name))
    graded = sorted({*students(course, "autograded", name), *refused})
    if not graded:
        raise CourseError(f"No submission of {name} is graded; run `relmark grade {name[:2]}` first.")
    ledger = read_ledger(course, name)
    released = read_plain(course / "exercises", name, f"{name}.ipynb", most=MOST_NOTEBOOK)
    try:
        given = read_given(read_cells(released or b""), ledger)
    except ValueError as error:
        raise CourseError(
            f"There is no usable exercises/{name}/{name}.ipynb in {course}; run `relmark release {name[:2]}` first."
        ) from error
    hidden = Hidden.of(ledger.sources.values(), given.text)
    made, failed = [], {}
    for student in graded:
        try:
            _make(course, name, student, given, ledger, hidden)
            made.append(student)
        except CourseError as error:
            failed[student] = str(error)
            remove_all_but(set(), course / "feedback", student, name)
    for student in set(students(course, "feedback", name)) - set(graded):
        remove_all_but(set(), course / "feedback", student, name)
    return Pages(tuple(made), failed)


def _make(course: Path, name: str, student: str, given: Given, ledger: Ledger, hidden: Hidden) -> None:
    entry = journal.read(course, name, student)
    if student not in ledger.marks and (entry is None or entry.status != "refused"):
        raise CourseError(f"its submission is not in the gradebook; run `relmark grade {name[:2]}` again")
    submitted = _submitted(course, name, student)
    graded = _graded(course, name, student, submitted, given, ledger)
    known = "\n".join(cell.source for cell in submitted)
    secret = hidden.and_also(Hidden.of(_withheld(graded), given.text)).without(known)
    written = page(content(student, given, ledger, graded, entry, secret))
    if leaked := secret.found_in_page(written):
        raise CourseError(
            f"its page would show a line of the hidden tests ({leaked[:60]}); "
            "see whether a comment or a sentence of grading quotes it"
        )
    folder = course / "feedback", student, name
    beside = {
        file: read_plain(course / "autograded", student, name, file, most=MOST_SMALL) for file in BESIDE
    }
    remove_all_but({f"{name}.html", *(file for file, kept in beside.items() if kept is not None)}, *folder)
    for file, kept in beside.items():
        if kept is not None:
            write_plain(kept, *folder, file)
    write_plain(written.encode(), *folder, f"{name}.html")


def _graded(
    course: Path, name: str, student: str, submitted: list[Cell], given: Given, ledger: Ledger
) -> Graded:
    """The graded notebook, or why there is none to show: the marks are told all the same."""
    notebook = read_plain(course / "autograded", student, name, f"{name}.ipynb", most=MOST_NOTEBOOK)
    if notebook is None:
        return Graded(missing=f"There is no graded notebook {name}.ipynb to show here.")
    try:
        return sort_cells(read_cells(notebook), submitted, given, ledger)
    except ValueError:
        return Graded(missing="The graded notebook is damaged and cannot be shown here.")


def _submitted(course: Path, name: str, student: str) -> list[Cell]:
    """The submission, of which only what the student wrote is of interest; nothing if it cannot be read."""
    try:
        notebook = read_plain(course / "submitted", student, name, f"{name}.ipynb", most=MOST_NOTEBOOK)
        return read_cells(notebook or b"")
    except (CourseError, ValueError):
        return []


def _withheld(graded: Graded) -> Iterator[str]:
    """What tests held and, where one failed, said: the student's own cells may have shown it again."""
    for cell in graded.withheld:
        if cell.identity == "relmark-refused":
            continue  # the note of grading itself: the page says the same
        yield cell.source
        for output in cell.outputs:
            if output.get("ename") == "AssertionError":
                yield text_of(output.get("evalue"))
