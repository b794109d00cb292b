"""Links from what is read: a chapter's terms, at their first use, to the glossary; keys of sources to the references."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docutils import nodes
from pybtex.plugin import register_plugin
from pybtex.style.formatting.unsrt import Style
from pybtex.style.labels import BaseLabelStyle
from sphinx.addnodes import pending_xref

COURSE = Path(__file__).parents[2]
NO_PROSE = (
    nodes.title,
    nodes.literal,
    nodes.literal_block,
    nodes.raw,
    nodes.reference,
    nodes.math,
    nodes.math_block,
    pending_xref,
)
KEY = re.compile(r"\[([a-z]+\d{4}[a-z]?)\]")
KNOWN = set(
    re.findall(
        r"^@\w+\{(\w+),", (COURSE / "docs" / "references.bib").read_text(encoding="utf-8"), re.MULTILINE
    )
)


class Keys(BaseLabelStyle):
    """Sources are called by the keys that the chapters cite."""

    def format_labels(self, sorted_entries):
        """Give each source its key."""
        return [entry.key for entry in sorted_entries]


class ByKey(Style):
    """The list of sources in the order of their keys."""

    default_label_style = Keys
    default_sorting_style = "author_year_title"


def setup(app):
    """Link what was read, before Sphinx resolves its references."""
    register_plugin("pybtex.style.formatting", "keys", ByKey)
    app.connect("autodoc-process-docstring", name_sources_as_chapters_do)
    app.connect("doctree-read", link)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def name_sources_as_chapters_do(app, what, name, thing, options, lines) -> None:
    """Turn the citations of a docstring, and the list of them, into keys in brackets."""
    lines[:] = [
        re.sub(r"^\.\. (?=\[)", "- ", re.sub(r"(\[[a-z]+\d{4}[a-z]?\])_", r"\1", line)) for line in lines
    ]


def link(app, document) -> None:
    """Put the links into a page."""
    name = app.env.docname
    if name.startswith("chapters/"):
        for term, pattern in _patterns().items():
            _link_first_use(document, term, pattern, name)
    if name.startswith(("chapters/", "exercises/", "api/")):
        page = app.builder.get_relative_uri(name, "references")
        for text in _prose(document):
            _link_sources(text, page)


def _link_first_use(document, term: str, pattern: re.Pattern[str], name: str) -> None:
    uses = [(text, found) for text in _prose(document) if (found := pattern.search(text))]
    # where a chapter sets a term in bold, it says what the term means
    uses.sort(key=lambda use: not isinstance(use[0].parent, nodes.strong))
    if not uses:
        return
    text, found = uses[0]
    target = pending_xref("", refdomain="std", reftype="term", reftarget=term, refdoc=name, refwarn=True)
    target += nodes.inline("", found[0], classes=["glossary-term"])
    text.parent.replace(text, [*_around(text[: found.start()]), target, *_around(text[found.end() :])])


def _link_sources(text: nodes.Text, page: str) -> None:
    parts: list[nodes.Node] = []
    end = 0
    for found in (each for each in KEY.finditer(text) if each[1] in KNOWN):
        place = nodes.reference("", found[1], refuri=f"{page}#source-{found[1]}", internal=True)
        parts += [*_around(text[end : found.start()] + "["), place]
        end = found.end() - 1
    if parts:
        text.parent.replace(text, [*parts, *_around(text[end:])])


def _around(text: str) -> list[nodes.Text]:
    return [nodes.Text(text)] if text else []


def _prose(document) -> Iterator[nodes.Text]:
    for text in list(document.findall(nodes.Text)):
        parent = text.parent
        while parent is not None and not isinstance(parent, NO_PROSE):
            parent = parent.parent
        if parent is None:
            yield text


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Every term with how it is written, the longest first: *customer trust* before *trust*."""
    with (COURSE / "datasets" / "glossary.csv").open(encoding="utf-8", newline="") as opened:
        terms = [row["term_en"] for row in csv.DictReader(opened)]
    return {term: _pattern(term) for term in sorted(terms, key=len, reverse=True)}


def _pattern(term: str) -> re.Pattern[str]:
    """``customer lifetime value (CLV)``: the words in any case, also as plural, and the short form as it is."""
    words = [re.escape(each) for each in re.sub(r"\s*\([^)]*\)", "", term).split(" / ")]
    short = [re.escape(each) for each in re.findall(r"\(([A-Z]{2,})\)", term)]
    forms = [f"(?i:{each})(?:s|es)?" for each in words] + short
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])")
