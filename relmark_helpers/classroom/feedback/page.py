"""From what a page says to the page: one HTML file that needs nothing beside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from relmark_helpers.classroom.feedback.content import Content, State
from relmark_helpers.classroom.feedback.words import marked_chinese

if TYPE_CHECKING:
    from jinja2 import Template

STATES: dict[State, str] = {
    "full": "✓ full",
    "part": "◐ part",
    "none": "✗ none",
    "waits": "… waiting",
}


def page(content: Content) -> str:
    """Write a feedback page.

    Parameters
    ----------
    content : Content
        What it says.

    Returns
    -------
    str
        HTML, the same for the same content.

    Examples
    --------
    >>> from relmark_helpers.classroom.feedback.marks import Marks
    >>> written = page(Content("Assignment 4 顾客满意", "ada <b>", Marks(), 100.0))
    >>> "<title>Assignment 4 顾客满意: feedback for ada &lt;b&gt;</title>" in written
    True
    """
    return _template().render(content=content, states=STATES)


def number(value: float) -> str:
    """Write points with as many decimals as they need, two at most.

    Parameters
    ----------
    value : float
        Points.

    Returns
    -------
    str

    Examples
    --------
    >>> number(4.0), number(2.5), number(1 / 3), number(-5.0)
    ('4', '2.5', '0.33', '−5')
    """
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written.replace("-", "−")


@cache
def _template() -> Template:
    # Importing it takes a while, and nothing else in the command needs it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["number"] = number
    made.filters["chinese"] = lambda text: Markup(marked_chinese(str(escape(text))))
    return made.get_template("page.html")
