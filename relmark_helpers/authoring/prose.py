"""What every notebook must keep to, chapter or assignment: words, headings, pictures, size of cells, data."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from relmark_helpers.authoring.finding import Finding
from relmark_helpers.authoring.pages import Cell, Page

CODE_LINES = 15
BELITTLING = re.compile(r"\b(simply|just|obviously)\b", re.IGNORECASE)
INLINE_CODE = re.compile(r"`[^`]*`")
BARE_IMAGE = re.compile(r"!\[\s*\]\(|<img(?![^>]*\balt=[\"'][^\"'])", re.IGNORECASE)
CITED = re.compile(r"[\[`]@?([a-z]{3,}\d{4}[a-z]?)[\]`]")
READERS = {
    "open",
    "Path",
    "read_csv",
    "read_excel",
    "read_json",
    "read_parquet",
    "read_pickle",
    "read_table",
} | {
    "loadtxt",
    "genfromtxt",
    "read_text",
    "imread",
}


def check_prose(page: Page, references: set[str] | None) -> list[Finding]:
    """Check one notebook against the rules that hold for every notebook.

    Parameters
    ----------
    page : Page
        The notebook.
    references : set of str or None
        The keys of ``docs/references.bib``; None if there is no such file.

    Returns
    -------
    list of Finding

    Examples
    --------
    >>> from pathlib import Path
    >>> cell = Cell("ch04-a", "markdown", "# 4 Title\\n\\nThis is simply the mean.", {}, "4 Title")
    >>> for finding in check_prose(Page(Path("x"), "x.ipynb", (cell,)), None):
    ...     print(finding)
    x.ipynb [ch04-a] says 'simply'; what is easy for you may not be for the reader: leave the word out.
    """
    found = [Finding(page.name, cell, says) for cell, says in _headings(page)]
    for cell in page.cells:
        rules = _code_rules(cell) if cell.kind == "code" else _text_rules(cell, references)
        found += [Finding(page.name, cell.id, says) for says in rules]
    return found


def _headings(page: Page) -> Iterator[tuple[str, str]]:
    before = 0
    for level, text, cell in page.headings:
        if level > before + 1:
            yield (
                cell,
                f"the heading {text!r} jumps from level {before}; use {'#' * (before + 1)} instead.",
            )
        if level == 1 and before:
            yield cell, f"the heading {text!r} is a second title; use ## for sections."
        before = level


def _text_rules(cell: Cell, references: set[str] | None) -> Iterator[str]:
    prose = INLINE_CODE.sub("", cell.prose)
    for word in BELITTLING.findall(prose):
        yield f"says {word!r}; what is easy for you may not be for the reader: leave the word out."
    if BARE_IMAGE.search(cell.prose):
        yield "has an image without alternative text; say in it what the picture shows."
    for key in CITED.findall(cell.prose):
        if references is not None and key not in references:
            yield f"cites [{key}], which is not in docs/references.bib; correct the key or add the entry."


def _code_rules(cell: Cell) -> Iterator[str]:
    lines = len(cell.source.splitlines())
    if lines > CODE_LINES and not cell.nbgrader:
        yield f"has {lines} lines of code; split it into cells of at most {CODE_LINES}."
    for node in ast.walk(parsed(cell.source)):
        if isinstance(node, ast.Call) and _reads_file(node):
            yield (
                f"reads a file in line {node.lineno}; notebooks run elsewhere when they are graded: "
                "use rm.load, rm.connect or rm.case."
            )


def _reads_file(call: ast.Call) -> bool:
    # open(…) is a name, pd.read_csv(…) an attribute
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    first = call.args[0] if call.args else None
    return name in READERS and isinstance(first, ast.Constant) and isinstance(first.value, str)


def parsed(source: str) -> ast.Module:
    """Parse the Python of a cell; IPython's own lines (``%…``, ``!…``) are left out.

    Parameters
    ----------
    source : str
        The text of a code cell.

    Returns
    -------
    ast.Module
        Empty if the cell is not valid Python; `relmark tidy` says so already.

    Examples
    --------
    >>> len(parsed("%matplotlib inline\\nx = 1").body)
    1
    """
    lines = ["" if line.lstrip()[:1] in ("%", "!") else line for line in source.splitlines()]
    try:
        return ast.parse("\n".join(lines))
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])
