"""Everything that CI checks about notebooks, as one list of findings."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from relmark_helpers.authoring.anatomy import check_chapter
from relmark_helpers.authoring.assignments import check_assignment
from relmark_helpers.authoring.canonical import canonical
from relmark_helpers.authoring.coverage import TABLE, check_coverage, concepts_text, read_concepts
from relmark_helpers.authoring.finding import Finding
from relmark_helpers.authoring.glossary import check_terms, read_glossary
from relmark_helpers.authoring.pages import Page
from relmark_helpers.authoring.prose import check_prose
from relmark_helpers.authoring.rehearse import rehearse
from relmark_helpers.authoring.tidy import course_pages
from relmark_helpers.classroom.release import generate
from relmark_helpers.course import CHAPTERS, Chapter
from relmark_helpers.errors import CourseError

BIB_KEY = re.compile(r"^\s*@\w+\{\s*([^,\s]+)\s*,", re.MULTILINE)


@dataclass(frozen=True)
class Report:
    """What a verification found.

    Parameters
    ----------
    findings : list of Finding
        What is wrong, or worth a look.
    still_open : list of str
        Concepts of unfinished chapters that are not yet both taught and examined.

    Examples
    --------
    >>> Report([Finding("a", "", "long.", "warning")], []).fails
    False
    """

    findings: list[Finding]
    still_open: list[str]

    @property
    def fails(self) -> bool:
        """Whether anything found is more than a warning."""
        return any(finding.level == "error" for finding in self.findings)


def verify(
    course: Path,
    chapters: Sequence[Chapter] = CHAPTERS,
    *,
    fast: bool = False,
    tell: Callable[[str], None] = lambda line: None,
) -> Report:
    """Check the notebooks of finished chapters: form, anatomy, points, exercises, coverage, execution.

    Parameters
    ----------
    course : Path
        A checkout, with ``chapters/``, ``solutions/`` and ``exercises/``.
    chapters : sequence of Chapter
        Which chapters; all finished ones by default.
    fast : bool
        Leave out what executes notebooks.
    tell : callable
        Is told in a line what is being done.

    Returns
    -------
    Report

    Raises
    ------
    CourseError
        If the folder holds no solutions.

    Examples
    --------
    >>> verify(Path("/nowhere"))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no solutions/ in /nowhere; run this in a checkout ...
    """
    if not (course / "solutions").is_dir():
        raise CourseError(f"There is no solutions/ in {course}; run this in a checkout of the course.")
    tell("reading the notebooks")
    try:
        read, solved = course_pages(course)
    except CourseError as error:
        return Report([Finding("", "", str(error))], [])
    names = {each.name for each in chapters}
    pages = [page for page in [*read, *solved] if page.path.stem in names]
    findings = _missing(course, chapters)
    tell("canonical form")
    findings += [finding for page in pages for finding in _form(page)]
    tell("anatomy of chapters and assignments")
    findings += _anatomy(course, chapters, read, solved)
    tell("exercises, made again from their solutions")
    findings += [finding for each in chapters for finding in _exercise(course, each.name)]
    tell("coverage of the concepts")
    covered, still_open = _coverage(course, read, solved, {each.number for each in chapters})
    findings += covered
    if not fast:
        findings += rehearse(course, [page.path for page in pages], tell)
    return Report(sorted(findings), still_open)


def _missing(course: Path, chapters: Sequence[Chapter]) -> list[Finding]:
    wanted = [f"chapters/{each.name}.ipynb" for each in chapters]
    wanted += [f"solutions/{each.name}/{each.name}.ipynb" for each in chapters]
    return [
        Finding(name, "", "is missing, and course.py lists its chapter as finished.")
        for name in wanted
        if not (course / name).is_file()
    ]


def _form(page: Page) -> list[Finding]:
    try:
        as_it_should_be = canonical(page.path)
    except CourseError as error:
        return [Finding(page.name, "", str(error))]
    if page.path.read_bytes() == as_it_should_be.encode():
        return []
    return [Finding(page.name, "", f"is not in canonical form; run `relmark tidy {page.name}`.")]


def _anatomy(
    course: Path, chapters: Sequence[Chapter], read: list[Page], solved: list[Page]
) -> list[Finding]:
    references = _references(course)
    glossary = read_glossary(course)
    findings = []
    if references is None:
        findings.append(Finding("docs/references.bib", "", "is missing; the chapters cite its keys."))
    for each in chapters:
        page = next((page for page in read if page.path.stem == each.name), None)
        assignment = next((page for page in solved if page.path.stem == each.name), None)
        if page:
            findings += check_prose(page, references) + check_chapter(page, each, assignment)
            findings += check_terms(page, glossary) if glossary is not None else []
        if assignment:
            findings += check_prose(assignment, references) + check_assignment(assignment, each)
    return findings


def _references(course: Path) -> set[str] | None:
    file = course / "docs" / "references.bib"
    return set(BIB_KEY.findall(file.read_text(encoding="utf-8"))) if file.is_file() else None


def _exercise(course: Path, name: str) -> list[Finding]:
    """Nobody edits an exercise: it must be, byte for byte, what nbgrader makes of the solution today."""
    if not (course / "solutions" / name / f"{name}.ipynb").is_file():
        return []
    again = f"run `relmark release {name[:2]}`."
    with tempfile.TemporaryDirectory() as scratch:
        try:
            made = generate(course, name, Path(scratch), gradebook=False)
        except CourseError as error:
            return [Finding(f"solutions/{name}/{name}.ipynb", "", str(error))]
        kept = course / "exercises" / name
        files = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
        there = {path.relative_to(kept).as_posix() for path in kept.rglob("*") if path.is_file()}
        there = {file for file in there if ".ipynb_checkpoints" not in file}
        findings = [
            Finding(f"exercises/{name}/{file}", "", f"is in the solution's release and not here; {again}")
            for file in files - there
        ]
        findings += [
            Finding(f"exercises/{name}/{file}", "", f"is not in the solution's release; {again}")
            for file in there - files
        ]
        findings += [
            Finding(f"exercises/{name}/{file}", "", f"differs from what its solution gives; {again}")
            for file in files & there
            if (made / file).read_bytes() != (kept / file).read_bytes()
        ]
    return findings


def _coverage(
    course: Path, read: list[Page], solved: list[Page], finished: set[str]
) -> tuple[list[Finding], list[str]]:
    rows = read_concepts(course)
    findings, still_open = check_coverage(rows, read, solved, finished)
    if (course / TABLE).read_bytes() != concepts_text(rows, read, solved).encode():
        findings.append(Finding(TABLE.as_posix(), "", "is not up to date; run `relmark tidy`."))
    return findings, still_open
