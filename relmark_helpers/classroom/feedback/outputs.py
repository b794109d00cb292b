"""A cell's outputs as pieces that a page can show: short, without code that runs, and without hidden tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from markupsafe import Markup

from relmark_helpers.classroom.feedback.cells import Cell, data_of, text_of
from relmark_helpers.classroom.feedback.hidden import Hidden
from relmark_helpers.classroom.feedback.room import CELL, Room
from relmark_helpers.classroom.feedback.sanitise import PICTURE, picture, sanitised
from relmark_helpers.classroom.feedback.words import clean, markdown

MOST_TEXT = 8_000  # characters of one output that are shown; of the end, a quarter
MOST_HTML = 30_000  # of HTML without its pictures; a table of some 60 rows
MOST_PICTURE = 2_000_000  # characters of base64
MOST_PIECES = 30  # of one cell

REDACTED = "Something is not shown here because it holds parts of the tests."

LEFT_OUT = "This cell showed more than this page can take; the rest is left out here."

Kind = Literal["text", "error", "picture", "html", "note"]


@dataclass(frozen=True)
class Piece:
    """One thing that a cell showed.

    Parameters
    ----------
    kind : str
        text, error, picture, html or note.
    body : str or Markup
        The text, the picture's address, or HTML that may stand in a page.

    Examples
    --------
    >>> Piece("note", REDACTED).kind
    'note'
    """

    kind: Kind
    body: str | Markup


def pieces(cell: Cell, hidden: Hidden, page: Room) -> tuple[Piece, ...]:
    """Make a cell's outputs fit to be shown.

    Parameters
    ----------
    cell : Cell
        A cell that is the student's own; never a test.
    hidden : Hidden
        What must not be shown, whatever the cell wrote.
    page : Room
        What the page still takes.

    Returns
    -------
    tuple of Piece
        With a note at the end if there is more than cell or page take.

    Examples
    --------
    >>> wrote = {"output_type": "stream", "name": "stdout", "text": "assert length == 42"}
    >>> hidden = Hidden.of(["assert length == 42"], given="")
    >>> [piece.kind for piece in pieces(Cell("a", "", "code", "", (wrote,)), hidden, Room())]
    ['note']
    """
    made: list[Piece] = []
    room = Room(CELL)
    for piece in _raw(cell, hidden):
        if len(made) == MOST_PIECES:
            return (*made, Piece("note", f"This cell showed more; the first {MOST_PIECES} pieces are here."))
        room.take(piece.body)
        page.take(piece.body)
        if room.full or page.full:
            return (*made, Piece("note", LEFT_OUT))
        made.append(piece)
    return tuple(made)


def shown_text(text: str, hidden: Hidden, kind: Kind = "text") -> Piece:
    """Make a text fit to be shown: cleaned, cut, and nothing of it if hidden tests stand in it.

    Parameters
    ----------
    text : str
        What student code wrote, or its source.
    hidden : Hidden
        What must not be shown.
    kind : str
        text or error.

    Returns
    -------
    Piece

    Examples
    --------
    >>> shown_text("a line\\n" * 3000, Hidden()).body.count("a line")
    1142
    """
    if (
        len(text) > 3 * MOST_TEXT
    ):  # what surely is not shown need not be cleaned; lines across a cut are kept whole
        text = f"{text[: 2 * MOST_TEXT]}\n{text[-MOST_TEXT:]}"
        left_out = "many"
    else:
        left_out = ""
    text = clean(text).strip("\n")
    if hidden.found_in(text):
        return Piece("note", REDACTED)
    if len(text) <= MOST_TEXT:
        return Piece(kind, text)
    tail = MOST_TEXT // 4
    first, last = text[: MOST_TEXT - tail], text[-tail:]
    first, last = first.rpartition("\n")[0] or first, last.partition("\n")[2] or last
    left_out = left_out or f"{len(text) - len(first) - len(last):,}"
    return Piece(kind, f"{first}\n[… {left_out} characters are left out here …]\n{last}")


def _raw(cell: Cell, hidden: Hidden) -> Iterator[Piece]:
    """The pieces one by one; what was written in many small parts to one stream is one piece."""
    for stream, group in groupby(cell.outputs, _stream):
        if stream is not None:
            text = "".join(text_of(output.get("text")) for output in group)
            if text.strip():
                yield shown_text(text, hidden)
            continue
        for output in group:
            if output.get("output_type") == "error":
                yield _error(output, hidden)
            else:
                yield from _displayed(data_of(output), hidden)


def _stream(output: dict[str, Any]) -> str | None:
    return text_of(output.get("name")) if output.get("output_type") == "stream" else None


def _error(output: dict[str, Any], hidden: Hidden) -> Piece:
    traceback = output.get("traceback")
    lines = [text_of(line) for line in traceback] if isinstance(traceback, list) else []
    if lines and not clean(lines[0]).strip("-\n"):  # the rule that IPython draws is wider than a telephone
        del lines[0]
    says = f"{text_of(output.get('ename'))}: {text_of(output.get('evalue'))}"
    piece = shown_text("\n".join(lines) or says, hidden, "error")
    return piece if piece.kind == "error" else shown_text(says, hidden, "error")


def _displayed(data: dict[str, Any], hidden: Hidden) -> Iterator[Piece]:
    """The best form of what was displayed that can be shown safely."""
    for kind in ("image/png", "image/jpeg"):
        source = text_of(data.get(kind))
        if len(source) > MOST_PICTURE:
            yield Piece("note", "A picture is not shown here because it is too large.")
            return
        if source and (address := picture(kind, source)):
            yield Piece("picture", address)
            return
    rich, plain = text_of(data.get("text/html")), text_of(data.get("text/plain"))
    if rich and len(rich) <= MOST_PICTURE and (piece := _html(rich, hidden)):
        yield piece
    elif source := text_of(data.get("text/markdown"))[:MOST_TEXT]:
        yield shown_markdown(source, hidden)
    elif plain.strip():
        yield shown_text(plain, hidden)
    elif data:
        yield Piece("note", "What was displayed here has no form that this page can show.")


def _html(rich: str, hidden: Hidden) -> Piece | None:
    """A table or a picture with its text; None if it is too long, or nothing is left of it."""
    made = sanitised(clean(rich), MOST_HTML)
    if made is None or not (made.striptags().strip() or "<img" in made):
        return None
    return Piece("note", REDACTED) if hidden.found_in_page(made) else Piece("html", made)


def shown_markdown(
    source: str, hidden: Hidden, attached: Mapping[str, dict[str, Any]] | None = None
) -> Piece:
    """Make Markdown that a student wrote fit to be shown, with the pictures that come with it.

    Parameters
    ----------
    source : str
        The cell's source.
    hidden : Hidden
        What must not be shown.
    attached : mapping of str to dict, optional
        The cell's attachments: by name, each by MIME type.

    Returns
    -------
    Piece

    Examples
    --------
    >>> shown_markdown("*It depends.*", Hidden()).body
    Markup('<p><em>It depends.</em></p>\\n')
    """
    forms = dict(attached or {})

    def put_aside(found: re.Match[str]) -> str:  # so that a cut through a long text spares it
        name = f"picture-in-the-text-{len(forms)}"
        forms[name] = {found[1]: found[2]}
        return f"attachment:{name}"

    piece = shown_text(PICTURE.sub(put_aside, source), hidden)
    if piece.kind != "text":
        return piece
    pictures, left = {}, CELL.pictures
    for name, data in forms.items():
        pictures[name] = _picture(data, min(MOST_PICTURE, left))
        left -= len(pictures[name])
    return Piece("html", markdown(piece.body, pictures))


def _picture(data: dict[str, Any], most: int) -> str:
    """The address of a picture that a page can show, empty if there is none."""
    for kind in ("image/png", "image/jpeg"):
        source = text_of(data.get(kind))
        if source and len(source) <= most and (address := picture(kind, source)):
            return address
    return ""
