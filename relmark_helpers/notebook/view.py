"""A picture with its sentence and its numbers, shown so that nobody needs to see the picture."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from relmark_helpers import style
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.table import table_html

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

SHARP = 192  # dots an inch of a picture at rest: two for each pixel of a web page


@dataclass(frozen=True)
class View:
    """A picture, the sentence that says what it shows, and the numbers behind it.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The picture, made with :func:`relmark_helpers.style.figure`.
    says : str
        One or two sentences: what there is to see, with its numbers.
    table : pandas.DataFrame or None
        The numbers.

    Examples
    --------
    >>> view = View(style.figure(4, 3), says="Nothing is drawn yet.")
    >>> view
    View(says='Nothing is drawn yet.')
    """

    figure: Figure
    says: str
    table: pd.DataFrame | None = None

    def __post_init__(self) -> None:
        if not self.says.strip():
            raise CourseError("A picture needs a sentence that says what it shows; `says` is empty.")

    def __repr__(self) -> str:
        return f"View(says={self.says!r})"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": static_html(self), "text/plain": self.says}


@dataclass(frozen=True)
class Still:
    """Something live as it stands where no kernel lives: on the site, in print, in a notebook not run.

    Parameters
    ----------
    html : str
        HTML that needs no other file.
    text : str
        The same in plain words.

    Examples
    --------
    >>> Still("<p>Kept.</p>", "Kept.")
    Kept.
    """

    html: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}


def show(figure: Figure, says: str, table: pd.DataFrame | None = None) -> View:
    """Show a picture in a notebook cell, with the sentence that says it and the numbers behind it.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The picture.
    says : str
        One or two sentences: what there is to see. They are also the picture's alternative text.
    table : pandas.DataFrame or None
        The numbers, folded away under the picture.

    Returns
    -------
    View
        Leave it as the last line of a cell.

    Raises
    ------
    CourseError
        If ``says`` is empty.

    Examples
    --------
    >>> show(style.figure(4, 3), "Nothing is drawn yet.")
    View(says='Nothing is drawn yet.')
    """
    return View(figure, says, table)


def picture_html(view: View) -> str:
    """Write a view as a figure whose image has its sentence as alternative text.

    Parameters
    ----------
    view : View
        What to write.

    Returns
    -------
    str
        HTML that needs no other file.

    Examples
    --------
    >>> picture_html(View(style.figure(4, 3), "Sales & costs."))[-52:]
    '<figcaption>Sales &amp; costs.</figcaption></figure>'
    """
    width, height = size_in_pixels(view.figure)
    source = base64.b64encode(style.png(view.figure, SHARP)).decode()
    says = escape(view.says)
    return (
        '<figure style="margin:0.5em 0">'
        f'<img src="data:image/png;base64,{source}" alt="{says}" width="{width}" height="{height}" '
        'style="max-width:100%;height:auto;background:#fff">'
        f"<figcaption>{says}</figcaption></figure>"
    )


def static_html(view: View, summary: str = "The numbers") -> str:
    """Write a view as HTML that lives without a kernel: picture, sentence, and the numbers folded away.

    Parameters
    ----------
    view : View
        What to write.
    summary : str
        The words on the fold that opens the table.

    Returns
    -------
    str
        HTML that needs no other file.

    Examples
    --------
    >>> "<details>" in static_html(View(style.figure(4, 3), "No numbers here."))
    False
    """
    if view.table is None:
        return picture_html(view)
    numbers = table_html(view.table, caption=summary)
    return f"{picture_html(view)}<details><summary>{escape(summary)}</summary>{numbers}</details>"


def size_in_pixels(figure: Figure) -> tuple[int, int]:
    """Tell how large a figure is in a web page.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure.

    Returns
    -------
    tuple of int
        Width and height in CSS pixels, 96 an inch.

    Examples
    --------
    >>> size_in_pixels(style.figure(4, 3))
    (384, 288)
    """
    width, height = figure.get_size_inches()
    return round(width * 96), round(height * 96)
