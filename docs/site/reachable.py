"""What makes the pages reachable for everybody: formulas, Chinese said as Chinese, search in both languages."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import jieba
import snowballstemmer
from docutils import nodes
from latex2mathml.converter import convert
from sphinx.search.zh import SearchChinese

# Chinese with the marks between its words, in what a reader sees: between tags, outside of scripts and the like
CHINESE = re.compile(r"[\u3400-\u9fff](?:[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*[\u3400-\u9fff？！。])?")
HIDDEN = re.compile(
    r"(<(?:script|style|option|textarea)\b.*?</(?:script|style|option|textarea)>|<[^>]*>)", re.DOTALL
)
SAID = '<span lang="zh">'


class SearchBoth(SearchChinese):
    """English and Chinese words; English is stemmed here as it is in the page, where Sphinx's own Chinese differs."""

    lang = "en-zh"
    language_name = "English and Chinese"

    def init(self, options):
        """Take in the glossary's words."""
        jieba.setLogLevel(logging.WARNING)
        super().init(options)
        self.stemmer = snowballstemmer.stemmer("porter")


def setup(app):
    """Add all of it to Sphinx."""
    app.add_search_language(SearchBoth)
    app.add_html_math_renderer("mathml", (inline_formula, None), (formula, None))
    app.connect("build-finished", finish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def inline_formula(writer, node) -> None:
    """Write a formula in a line as MathML, which every browser draws without a script."""
    writer.body.append(convert(node.astext()))
    raise nodes.SkipNode


def formula(writer, node) -> None:
    """Write a formula of its own as MathML; a wide one can be moved, by keyboard too."""
    shown = convert(node.astext(), display="block")
    writer.body.append(f'<div class="formula" role="group" aria-label="Formula" tabindex="0">{shown}</div>\n')
    raise nodes.SkipNode


def finish(app, problem) -> None:
    """Mend the pages that were written."""
    if problem is None:
        for page in Path(app.outdir).rglob("*.html"):
            written = page.read_text(encoding="utf-8")
            mended = said_as_chinese(written).replace(
                'role="doc-biblioentry"', 'role="listitem"'
            )  # of its role="list"
            if mended != written:
                page.write_text(mended, encoding="utf-8")


def said_as_chinese(page: str) -> str:
    """Mark Chinese as such, so that it is said and drawn as Chinese. Doing it again changes nothing."""
    head, body, rest = page.partition("<body")
    parts = HIDDEN.split(rest)
    for place in range(0, len(parts), 2):
        if place == 0 or parts[place - 1] != SAID:
            parts[place] = CHINESE.sub(lambda found: f"{SAID}{found[0]}</span>", parts[place])
    return head + body + "".join(parts)
