"""Which concept is taught where and examined where: ``datasets/concepts.csv`` and the cells' own marks."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from relmark_helpers.authoring.finding import Finding
from relmark_helpers.authoring.pages import Page
from relmark_helpers.errors import CourseError

TABLE = Path("datasets") / "concepts.csv"
COLUMNS = ("concept_id", "kind", "chapter", "concept_en", "term_zh", "taught_in", "examined_in")


def read_concepts(course: Path) -> list[dict[str, str]]:
    """Read the table of concepts.

    Parameters
    ----------
    course : Path
        The course folder.

    Returns
    -------
    list of dict
        A row for each concept, by column.

    Raises
    ------
    CourseError
        If the file is missing or has other columns.

    Examples
    --------
    >>> read_concepts(Path("/nowhere"))
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: Cannot read /nowhere/datasets/concepts.csv (...).
    """
    try:
        with (course / TABLE).open(encoding="utf-8", newline="") as opened:
            rows = list(csv.DictReader(opened))
    except OSError as error:
        raise CourseError(f"Cannot read {course / TABLE} ({error.strerror}).") from error
    if not rows or tuple(rows[0]) != COLUMNS:
        raise CourseError(f"{course / TABLE} must have the columns {', '.join(COLUMNS)}.")
    return rows


def concepts_text(rows: list[dict[str, str]], chapters: Iterable[Page], assignments: Iterable[Page]) -> str:
    """Give the text of the table with the columns ``taught_in`` and ``examined_in`` as the cells have them.

    Parameters
    ----------
    rows : list of dict
        The table as it is.
    chapters, assignments : iterable of Page
        The notebooks of the whole course.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.authoring.pages import Cell
    >>> page = Page(Path("04_x.ipynb"), "", (Cell("a", "code", "", {"relmark": {"teaches": ["C0-1"]}}, ""),))
    >>> row = dict(zip(COLUMNS, ["C0-1", "claim", "04", "CS", "顾客满意", "", ""], strict=True))
    >>> print(concepts_text([row], [page], []).splitlines()[1])
    C0-1,claim,04,CS,顾客满意,04_x:a,
    """
    taught = _places(chapters, "teaches", "claims")
    examined = _places(assignments, "examines")
    written = io.StringIO()
    table = csv.DictWriter(written, COLUMNS, lineterminator="\n")
    table.writeheader()
    for row in rows:
        key = row["concept_id"]
        table.writerow(
            row | {"taught_in": ";".join(taught.get(key, [])), "examined_in": ";".join(examined.get(key, []))}
        )
    return written.getvalue()


def check_coverage(
    rows: list[dict[str, str]], chapters: list[Page], assignments: list[Page], finished: set[str]
) -> tuple[list[Finding], list[str]]:
    """Check that every concept of a finished chapter is both taught and examined.

    Parameters
    ----------
    rows : list of dict
        The table of concepts.
    chapters, assignments : list of Page
        The notebooks of the whole course.
    finished : set of str
        The numbers of the chapters that must be covered.

    Returns
    -------
    findings : list of Finding
    still_open : list of str
        The concepts of the other chapters that are not yet both taught and examined.

    Examples
    --------
    >>> row = dict(zip(COLUMNS, ["C0-1", "claim", "04", "CS strategy", "顾客满意", "", ""], strict=True))
    >>> print(check_coverage([row], [], [], {"04"})[0][0])
    datasets/concepts.csv C0-1 (CS strategy) is taught in no cell of a chapter; add ...
    >>> check_coverage([row], [], [], set())[1]
    ['C0-1']
    """
    taught = _places(chapters, "teaches", "claims")
    examined = _places(assignments, "examines")
    found = _unknown({row["concept_id"] for row in rows}, chapters + assignments)
    still_open = []
    for row in rows:
        key = row["concept_id"]
        if row["chapter"] not in finished:
            still_open += [key] if key not in taught or key not in examined else []
            continue
        told = f"{key} ({row['concept_en'][:60]})"
        if key not in taught:
            says = (
                f'{told} is taught in no cell of a chapter; add "relmark": {{"teaches": ["{key}"]}} to one.'
            )
            found.append(Finding(TABLE.as_posix(), "", says))
        if key not in examined:
            says = f'{told} is examined in no task; add "relmark": {{"examines": ["{key}"]}} to its cell.'
            found.append(Finding(TABLE.as_posix(), "", says))
    return found, still_open


def _places(pages: Iterable[Page], *keys: str) -> dict[str, list[str]]:
    places: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        for cell in page.cells:
            for concept in dict.fromkeys(mark for key in keys for mark in cell.marks(key)):
                places[concept].append(f"{page.path.stem}:{cell.id}")
    return places


def _unknown(known: set[str], pages: Iterable[Page]) -> list[Finding]:
    return [
        Finding(page.name, cell.id, f"names the concept {mark}, which is not in {TABLE.as_posix()}.")
        for page in pages
        for cell in page.cells
        for key in ("teaches", "claims", "examines")
        for mark in cell.marks(key)
        if mark not in known
    ]
