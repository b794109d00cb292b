"""The parts that every chapter has, and their order: outcomes, question, predictions, claim check, quiz."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from relmark_helpers.authoring.finding import Finding
from relmark_helpers.authoring.pages import Page, table_rows
from relmark_helpers.authoring.prose import CITED, parsed
from relmark_helpers.course import Chapter

OUTCOME = re.compile(r"^\s*(?:[-*]\s+)?(?:\*\*)?(\d+\.\d+)\b", re.MULTILINE)
CHINESE = re.compile(r"[一-鿿]")
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’%.-]*")
IDEA_WORDS = 170  # the guide says 150; a few more are let pass

OUTCOMES = "After this chapter you can"
PARTS = ("The question", "Claim check", "Three mistakes", "Self-check", "Summary", "Terms", "Further reading")
PARTS_OF_THE_START = ("Self-check", "Summary", "Terms")  # chapter 00 is about the tools and claims nothing


def check_chapter(page: Page, chapter: Chapter, assignment: Page | None) -> list[Finding]:
    """Check that a chapter has every part the guide asks for.

    Parameters
    ----------
    page : Page
        The chapter.
    chapter : Chapter
        What the course says about it.
    assignment : Page or None
        Its assignment with solutions, whose table of tasks names the outcomes; None if there is none yet.

    Returns
    -------
    list of Finding

    Examples
    --------
    >>> from pathlib import Path
    >>> from relmark_helpers.authoring.pages import Cell
    >>> start = Chapter("04", "satisfaction", "satisfaction", "Satisfaction", "顾客满意")
    >>> cell = Cell("ch04-title", "markdown", "# Satisfaction", {}, "Satisfaction")
    >>> print(check_chapter(Page(Path("x"), "x.ipynb", (cell,)), start, None)[0])
    x.ipynb [ch04-title] must begin with the title `# 4 Satisfaction · 顾客满意`.
    """
    rules = [
        *_title(page, chapter),
        *_set_up(page),
        *_parts(page, chapter),
        *_outcomes(page, chapter, assignment),
        *_self_check(page, chapter),
        *_claim_check(page),
        *_ending(page, chapter),
    ]
    return [Finding(page.name, cell, says) for cell, says in rules] + _long_ideas(page)


def outcomes(page: Page) -> list[str]:
    """List the outcomes that a chapter promises.

    Parameters
    ----------
    page : Page
        The chapter.

    Returns
    -------
    list of str
        Their numbers, ``"4.1"``.

    Examples
    --------
    >>> from pathlib import Path
    >>> from relmark_helpers.authoring.pages import Cell
    >>> text = "## After this chapter you can …\\n\\n- **4.1** build scores"
    >>> outcomes(Page(Path("x"), "x.ipynb", (Cell("a", "markdown", text, {}, ""),)))
    ['4.1']
    """
    return OUTCOME.findall("\n".join(cell.prose for cell in page.under(OUTCOMES)))


def _title(page: Page, chapter: Chapter) -> Iterator[tuple[str, str]]:
    title = f"{int(chapter.number)} {chapter.title_en} · {chapter.title_zh}"
    first = page.headings[0] if page.headings else (0, "", "")
    if first[:2] != (1, title) or page.cells[0].id != first[2]:
        yield (page.cells[0].id if page.cells else ""), f"must begin with the title `# {title}`."


def _set_up(page: Page) -> Iterator[tuple[str, str]]:
    if not page.code:
        yield "", "has no code; its first code cell is the set-up, `import relmark_helpers as rm`."
        return
    first = page.code[0]
    if "import relmark_helpers as rm" not in first.source:
        yield first.id, "is the first code cell and must be the set-up, with `import relmark_helpers as rm`."
    elif not all(isinstance(node, ast.Import | ast.ImportFrom) for node in parsed(first.source).body):
        yield first.id, "is the set-up and holds imports only; move the rest into a cell of its own."


def _parts(page: Page, chapter: Chapter) -> Iterator[tuple[str, str]]:
    titles = [text.lower() for _, text, _ in page.headings]
    place = -1
    for part in PARTS if chapter.number != "00" else PARTS_OF_THE_START:
        at = next((i for i, title in enumerate(titles) if title.startswith(part.lower())), None)
        if at is None:
            yield "", f"has no section `## {part}`; every chapter has one."
        elif at < place:
            yield page.headings[at][2], f"has `## {part}` too early; the order is {', '.join(PARTS)}."
        else:
            place = at


def _outcomes(page: Page, chapter: Chapter, assignment: Page | None) -> Iterator[tuple[str, str]]:
    promised = outcomes(page)
    least, most = (1, 5) if chapter.number == "00" else (3, 5)
    if not least <= len(promised) <= most:
        yield (
            "",
            f"promises {len(promised)} outcomes under `## {OUTCOMES} …`; "
            f"list {least} to {most}, each `- **4.1** …`.",
        )
    examined = _examined(assignment) if assignment else set()
    for outcome in promised:
        if not outcome.startswith(f"{int(chapter.number)}."):
            yield "", f"numbers an outcome {outcome}; in this chapter they begin with {int(chapter.number)}."
        section = page.under(f"{outcome} ")
        if not section:
            yield "", f"promises outcome {outcome} and has no section `## {outcome} …` that meets it."
        elif chapter.number != "00" and not any(f'rm.predict("{outcome}"' in cell.source for cell in section):
            yield (
                section[0].id,
                f'has no `rm.predict("{outcome}", …)`; the reader predicts before anything is shown.',
            )
        if assignment and outcome not in examined:
            yield (
                "",
                f"promises outcome {outcome}, which no task of {assignment.name} names as its Outcome.",
            )


def _examined(assignment: Page) -> set[str]:
    rows = [row for cell in assignment.cells for row in table_rows(cell.prose) if "task" in row]
    return {number for row in rows for number in re.findall(r"\d+\.\d+", row.get("outcome", ""))}


def _self_check(page: Page, chapter: Chapter) -> Iterator[tuple[str, str]]:
    section = page.under("Self-check")
    if section and not any(f'rm.quiz("{chapter.number}"' in cell.source for cell in section):
        yield section[0].id, f'is the self-check and needs a cell `rm.quiz("{chapter.number}")`.'


def _claim_check(page: Page) -> Iterator[tuple[str, str]]:
    section = page.under("Claim check")
    if section and not any(cell.marks("claims") for cell in section):
        yield (
            section[0].id,
            'is the claim check; one of its cells must name the claims: "relmark": {"claims": ["C0-27"]}.',
        )
    if section and not any(cell.kind == "code" for cell in section):
        yield section[0].id, "is the claim check; compute in a cell when the claim holds."


def _ending(page: Page, chapter: Chapter) -> Iterator[tuple[str, str]]:
    summary = page.under("Summary")
    text = "\n".join(cell.prose for cell in summary)
    for outcome in outcomes(page):
        if summary and outcome not in text:
            yield summary[0].id, f"is the summary and does not come back to outcome {outcome}."
    terms = page.under("Terms")
    rows = [row for cell in terms for row in table_rows(cell.prose)]
    if terms and not (rows and all(CHINESE.search(" ".join(row.values())) for row in rows)):
        yield terms[0].id, "is the list of terms: a table `| English | 中文 |` with both in every row."
    reading = page.under("Further reading")
    if reading and not any(CITED.search(cell.prose) for cell in reading):
        yield (
            reading[0].id,
            "is the further reading and names no key of docs/references.bib, as in [oliver1980].",
        )
    target = f"exercises/{chapter.name}/{chapter.name}.ipynb"
    if not any(f"{target})" in cell.prose for cell in page.cells):
        yield "", f"has no link to its exercise; end with [the exercise](../{target})."


def _long_ideas(page: Page) -> list[Finding]:
    found = []
    for cell in page.cells:
        words = len(WORD.findall(cell.prose))
        if re.match(r"\d+\.\d+ ", cell.heading) and words > IDEA_WORDS:
            says = f"has {words} words; an idea takes at most 150: split it, or put an example between."
            found.append(Finding(page.name, cell.id, says, "warning"))
    return found
