"""Lay out for Sphinx what is to be read: the repository's own files, and pages made of its tables and modules."""

from __future__ import annotations

import csv
import importlib
import pkgutil
import shutil
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes

from relmark_helpers.company.schema import TABLES, Column, Table
from relmark_helpers.course import CHAPTERS, Chapter

HERE = Path(__file__).parent
COURSE = HERE.parents[1]
AS_THEY_ARE = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
    "LICENSE-content",
    "docs/*.md",
    "deploy/*/README.md",
)
PUBLIC = {
    "company": ("The company", ["store", "build", "describe", "policy", "engine", "calendar", "luck"]),
    "notebook": (
        "In a notebook",
        ["explorer", "levers", "view", "table", "predict", "quiz", "case", "check"],
    ),
}


def setup(app):
    """Lay the pages out before Sphinx looks for them."""
    app.connect("builder-inited", begin)
    app.connect("doctree-read", say_that_exercises_are_read_only)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def begin(app) -> None:
    """Lay the pages out, tell the search the glossary's words, and drop what older chapters showed when executed."""
    lay_out(Path(app.srcdir))
    app.config.html_search_options = {"dict": str(app.srcdir / "terms.txt")}
    current = Path(app.config.nb_execution_cache_path)
    for old in current.parent.glob("*"):
        if old != current:
            shutil.rmtree(old)


def say_that_exercises_are_read_only(app, document) -> None:
    """Say under the title of an exercise where it is done, and how."""
    title = next(document.findall(nodes.title), None)
    if title is not None and app.env.docname.startswith("exercises/"):
        how = nodes.reference(
            "", "how to do it", refuri=app.builder.get_relative_uri(app.env.docname, "exercises")
        )
        says = nodes.paragraph("", "To be read only: you do it in JupyterLab, on a case of your own. See ")
        says += [how, nodes.Text(".")]
        title.parent.insert(title.parent.index(title) + 1, nodes.note("", says))


def lay_out(folder: Path) -> None:
    """Write every page that differs, so that Sphinx reads again only these, and remove what is gone."""
    wanted = dict(_pages())
    for name, content in wanted.items():
        file = folder / name
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    for file in folder.rglob("*"):
        if file.is_file() and file.relative_to(folder).as_posix() not in wanted:
            file.unlink()


def _pages() -> Iterator[tuple[str, bytes]]:
    files = [file for pattern in AS_THEY_ARE for file in COURSE.glob(pattern)]
    files += [COURSE / "chapters" / f"{each.name}.ipynb" for each in CHAPTERS]
    files += [COURSE / "exercises" / each.name / f"{each.name}.ipynb" for each in CHAPTERS]
    files += [COURSE / "docs" / "references.bib", COURSE / "datasets" / "README.md"]
    for file in files:
        yield file.relative_to(COURSE).as_posix(), file.read_bytes()
    for file in HERE.glob("*.md"):
        yield file.name, file.read_bytes()
    with (COURSE / "datasets" / "glossary.csv").open(encoding="utf-8", newline="") as opened:
        terms = list(csv.DictReader(opened))
    made = {
        "glossary.md": _glossary(terms),
        "terms.txt": _words(terms),
        "datasets/tables.md": _tables(),
        **_api(),
    }
    for name, text in made.items():
        yield name, text.encode()


def _glossary(terms: list[dict[str, str]]) -> str:
    entries = [
        f"{each['term_en']}\n  **{each['term_zh']}** {each['definition_en']}\n"
        for each in sorted(terms, key=lambda each: each["term_en"].lower())
    ]
    return (
        "# Glossary · 术语表\n\nThe field's terms in English and Chinese. Each is linked from where a chapter "
        "first uses it.\n\n:::{glossary}\n" + "\n".join(entries) + ":::\n"
    )


def _words(terms: list[dict[str, str]]) -> str:
    """The Chinese terms for the search, a line each, so that none is cut in two."""
    words = {part for each in terms for part in _parts(each["term_zh"])}
    return "\n".join(f"{word} 9999 n" for word in sorted(words))


def _parts(chinese: str) -> list[str]:
    for mark in "()（）;；/,，、":
        chinese = chinese.replace(mark, " ")
    return chinese.split()


def _tables() -> str:
    parts = [
        "# Tables and columns\n\nWhat each table of Meridian Home holds, from the company's own schema. How the "
        "company came about, and what it must not be used for, is told in the [data card](README.md).\n"
    ]
    for name, table in TABLES.items():
        parts.append(f"## {name}\n\nA row is {table.row}. {_keys(name, table)}\n")
        parts.append("| column | kind | unit | may be | what it says |\n|---|---|---|---|---|")
        parts += [_column(each) for each in table.columns]
        parts.append("")
    return "\n".join(parts)


def _keys(name: str, table: Table) -> str:
    said = [f"Its key: {', '.join(f'`{key}`' for key in table.primary_key)}."]
    said += [
        f"`{column}` leads to {'another row of the table' if other == name else f'[{other}](#{_slug(other)})'}."
        for column, other in table.foreign_keys.items()
    ]
    return " ".join(said)


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def _column(column: Column) -> str:
    bounds = [f"{bound:g}" if bound is not None else "…" for bound in (column.low, column.high)]
    may_be = ", ".join(column.values) or ("" if bounds == ["…", "…"] else f"{bounds[0]} to {bounds[1]}")
    if not column.required:
        may_be = f"{may_be}; missing" if may_be else "missing"
    says = column.meaning + (f" {column.wording_zh}" if column.wording_zh else "")
    says += " *Asked the other way round: score it as 8 − answer.*" if column.reversed else ""
    cells = [f"`{column.name}`", column.kind, column.unit or "–", may_be or "any", says]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _api() -> dict[str, str]:
    pages = {"api/rm": _page("In every notebook: rm", _faces())}
    pages |= {
        f"api/{each.number}_{each.topic}": _page(f"Chapter {each.number}: rm.{each.topic}", _topic(each))
        for each in CHAPTERS
    }
    pages |= {
        f"api/{room}": _page(
            title, [_automodule(f"relmark_helpers.{room}.{name}", f"{room}.{name}") for name in names]
        )
        for room, (title, names) in PUBLIC.items()
    }
    return {f"{name}.rst": text for name, text in pages.items()}


def _page(title: str, parts: list[str]) -> str:
    return "\n\n".join([f"{title}\n{'=' * len(title)}", *parts]) + "\n"


def _faces() -> list[str]:
    """The names that `import relmark_helpers as rm` brings, without the topics, which have pages of their own."""
    import relmark_helpers

    topics = {each.topic for each in CHAPTERS}
    names = [name for name in sorted(relmark_helpers.__all__) if name not in topics]
    directives = [
        f".. auto{'exception' if name.endswith('Error') else 'function'}:: {name}" for name in names
    ]
    return [
        "``import relmark_helpers as rm`` brings these.",
        ".. currentmodule:: relmark_helpers",
        *directives,
    ]


def _topic(chapter: Chapter) -> list[str]:
    package = f"relmark_helpers.topics.{chapter.topic}"
    parts = [f"The ideas of :doc:`/chapters/{chapter.name}` as functions, and the pictures of them."]
    for room in ("model", "chart"):
        module = importlib.import_module(f"{package}.{room}")
        inside = [each.name for each in pkgutil.iter_modules(getattr(module, "__path__", []))]
        for name in [f"{room}.{each}" for each in inside] or [room]:
            parts.append(_automodule(f"{package}.{name}", f"{chapter.topic}.{name}"))
    return parts


def _automodule(name: str, title: str) -> str:
    return f"{title}\n{'-' * len(title)}\n\n.. automodule:: {name}\n   :members:"
