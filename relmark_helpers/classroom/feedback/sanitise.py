"""HTML out of student code, with everything taken out that runs, loads, leads away or dresses up."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from bleach.sanitizer import Cleaner  # type: ignore[import-untyped]

TAGS = frozenset({
    "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption",
    "figure", "i", "img", "kbd", "li", "ol", "p", "pre", "s", "small", "span", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
})  # fmt: skip
DROPPED = frozenset({
    "applet", "audio", "button", "canvas", "datalist", "embed", "form", "frame", "frameset", "head", "iframe",
    "input", "link", "math", "meta", "noembed", "noframes", "noscript", "object", "option", "plaintext", "script",
    "select", "style", "svg", "template", "textarea", "title", "video", "xmp",
})  # fmt: skip
"""Elements that go with all that is in them; of other unknown ones the text stays."""

MOST_TAGS = 4_000  # tags within tags take time by the square of their number
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
PICTURE = re.compile(r"data:(image/(?:png|jpeg));base64,([A-Za-z0-9+/=\s]+)")
_STARTS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_ASIDE = re.compile(r'src="data:picture,(\d{1,6})"')
_MARK = re.compile(r"data:picture,\d{1,6}")
_BARE_HEADER = re.compile(r"<th(?: [a-z]+=\"\w*\")*>\s*</th>")


def picture(kind: str, source: object) -> str | None:
    """Make the address of a picture that stands in the page itself, if it is one.

    Parameters
    ----------
    kind : str
        ``"image/png"`` or ``"image/jpeg"``.
    source : object
        Its bytes in base64.

    Returns
    -------
    str or None
        None if it is neither a PNG nor a JPEG.

    Examples
    --------
    >>> picture("image/png", "iVBORw0KGgo=")
    'data:image/png;base64,iVBORw0KGgo='
    >>> picture("image/png", "PHN2Zz4=") is None
    True
    """
    if not isinstance(source, str) or kind not in _STARTS:
        return None
    bare = "".join(source.split())
    try:
        start = base64.b64decode(bare, validate=True)[:8]
    except (binascii.Error, ValueError):
        return None
    return f"data:{kind};base64,{bare}" if start.startswith(_STARTS[kind]) else None


def sanitised(html: str, most: int = 30_000) -> Markup | None:
    """Keep the text, tables and embedded pictures of a piece of HTML.

    Parameters
    ----------
    html : str
        What student code displayed.
    most : int
        The number of characters, embedded pictures not counted, that are taken on.

    Returns
    -------
    Markup or None
        None if it is longer, has more tags than a table of some 60 rows, or closing them makes it too long.

    Examples
    --------
    >>> sanitised('<table style="x" onclick="y"><tr><th></th><td>1<script>alert(1)</script></td></tr></table>')
    Markup('<table><tbody><tr><td></td><td>1</td></tr></tbody></table>')
    >>> sanitised('<h1>Mine</h1><img src="https://example.org/a.png"><a href="javascript:x">go</a>')
    Markup('<div>Mine</div>go')
    """
    pictures: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        # A parser in Python takes a second for each megabyte, and a picture is most of what is displayed.
        if (address := picture(found[1], found[2])) is None:
            return ""
        pictures.append(address)
        return f"data:picture,{len(pictures) - 1}"

    bare = PICTURE.sub(put_aside, html)
    if len(bare) > most or bare.count("<") > MOST_TAGS:
        return None
    kept = _kept(bare)
    if len(kept) > 2 * most:
        return None
    return Markup(_ASIDE.sub(lambda found: _put_back(found[1], pictures), kept))


@lru_cache(maxsize=256)  # the same table is shown again and again: in one notebook, and by a whole class
def _kept(bare: str) -> str:
    return _BARE_HEADER.sub("<td></td>", _cleaner().clean(bare)).strip()


def _put_back(number: str, pictures: list[str]) -> str:
    if int(number) >= len(pictures):
        return ""
    source, pictures[int(number)] = pictures[int(number)], ""  # once, or a small text would grow without end
    return f'src="{source}"' if source else ""


def _allowed(tag: str, name: str, value: str) -> bool:
    if tag in ("td", "th") and name in ("colspan", "rowspan"):
        return value.isdecimal() and int(value) <= 100
    if tag == "th" and name == "scope":
        return value in ("row", "col")
    if tag == "img":
        return name == "alt" or (name == "src" and _MARK.fullmatch(value) is not None)
    return False


def _mended(token: dict[str, Any]) -> dict[str, Any]:
    """Keep a page's own headings its only ones, and let no picture be without a text."""
    if token.get("name") in _HEADINGS:
        token["name"] = "div"
    elif token.get("name") == "img":
        token["data"][(None, "alt")] = (
            token["data"].get((None, "alt"), "").strip() or "Picture without a description"
        )
    return token


@cache
def _cleaner() -> Cleaner:
    # Importing it takes a while, and most pages have no HTML.
    from bleach.html5lib_shim import Filter  # type: ignore[import-untyped]
    from bleach.sanitizer import Cleaner

    class Prune(Filter):  # type: ignore[misc]
        """Drops elements with all that is in them; what stays is mended."""

        def __iter__(self) -> Iterator[dict[str, Any]]:
            inside: list[str] = []
            for token in super().__iter__():
                name, kind = token.get("name"), token["type"]
                if kind == "StartTag" and (inside or name in DROPPED):
                    inside.append(name)
                elif inside:
                    if kind == "EndTag" and name in inside:
                        del inside[len(inside) - 1 - inside[::-1].index(name) :]
                elif name not in DROPPED and not (name == "img" and (None, "src") not in token["data"]):
                    yield _mended(token)

    return Cleaner(
        tags=TAGS | _HEADINGS | DROPPED, attributes=_allowed, protocols={"data"}, strip=True, filters=[Prune]
    )
