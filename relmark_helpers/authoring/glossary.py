"""One Chinese term for one English term throughout the course: ``datasets/glossary.csv``."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from relmark_helpers.authoring.finding import Finding
from relmark_helpers.authoring.pages import Page, table_rows

TABLE = Path("datasets") / "glossary.csv"


def read_glossary(course: Path) -> dict[str, str] | None:
    """Read the glossary.

    Parameters
    ----------
    course : Path
        The course folder.

    Returns
    -------
    dict or None
        The Chinese of each English term (in small letters); None if the course has no glossary.

    Examples
    --------
    >>> read_glossary(Path("/nowhere")) is None
    True
    """
    if not (course / TABLE).is_file():
        return None
    with (course / TABLE).open(encoding="utf-8", newline="") as opened:
        return {_plain(row["term_en"]): row["term_zh"] for row in csv.DictReader(opened)}


def check_terms(page: Page, glossary: dict[str, str]) -> list[Finding]:
    """Check the table under ``## Terms`` of a chapter against the glossary.

    Parameters
    ----------
    page : Page
        The chapter.
    glossary : dict
        The Chinese of each English term.

    Returns
    -------
    list of Finding
        An error where the Chinese differs, a warning where the glossary lacks the term.

    Examples
    --------
    >>> from relmark_helpers.authoring.pages import Cell
    >>> text = "## Terms\\n\\n| English | 中文 |\\n|---|---|\\n| Delight | 满意 |"
    >>> page = Page(Path("x"), "x.ipynb", (Cell("ch04-terms", "markdown", text, {}, "Terms"),))
    >>> print(check_terms(page, {"delight": "顾客愉悦"})[0])
    x.ipynb [ch04-terms] calls 'Delight' 满意; the glossary says 顾客愉悦.
    """
    found = []
    for cell in page.under("Terms"):
        for row in table_rows(cell.prose):
            english, chinese, *_ = [*row.values(), "", ""]
            known = glossary.get(_plain(english))
            if known is None:
                says = f"has the term {english!r}, which is not in {TABLE.as_posix()}; add it there."
                found.append(Finding(page.name, cell.id, says, "warning"))
            elif chinese != known and chinese not in _variants(known):
                says = f"calls {english!r} {chinese or '(nothing)'}; the glossary says {known}."
                found.append(Finding(page.name, cell.id, says))
    return found


def _plain(english: str) -> str:
    """``**Customer lifetime value (CLV)**`` and ``customer lifetime value`` are the same term."""
    return re.sub(r"\s*\([^)]*\)|[*`]", "", english).strip().lower()


def _variants(chinese: str) -> set[str]:
    return {part.strip() for part in re.split(r"[/()();;、,,]", chinese) if part.strip()}
