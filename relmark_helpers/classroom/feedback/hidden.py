"""What no page may hold: the lines of the hidden tests, found again however they are quoted or wrapped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

SHORTEST = 9  # characters from which a line counts: shorter ones stand in every program
_TELLING = 12  # word characters from which a line is known by these alone
_NOT_WORD = re.compile(r"\W+")
_TAG = re.compile(r"<[^>]*>")
_DATA = re.compile(r"data:image/[a-z]+;base64,[A-Za-z0-9+/=]*")


@dataclass(frozen=True)
class Hidden:
    """The lines that a student must not see.

    Long ones are looked for by their word characters only, so that quotes, escapes, line breaks and colours
    in between do not hide them. What is encoded in another way is not found; that student code never
    meets the tests is for the grading engine to see to.

    Parameters
    ----------
    long, short : frozenset of str
        Lines by their word characters, and those that have too few of them as they stand.

    Examples
    --------
    >>> hidden = Hidden.of(["assert length == 42", "import numpy"], given="import numpy as np")
    >>> hidden.found_in("['import numpy', 'assert  length == 42']")
    'assertlength42'
    >>> hidden.without("# I think: assert length == 42").found_in("assert length == 42") is None
    True
    """

    long: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()

    @classmethod
    def of(cls, sources: Iterable[str], given: str) -> Hidden:
        """Collect the lines of some texts that do not stand in what every student was given."""
        long, short = set(), set()
        for line in {line.strip() for source in sources for line in source.splitlines()}:
            if len(line) >= SHORTEST:
                squeezed = squeeze(line)
                if len(squeezed) >= _TELLING:
                    long.add(squeezed)
                else:
                    short.add(line)
        return cls(frozenset(long), frozenset(short)).without(given)

    def without(self, known: str) -> Hidden:
        """Leave out the lines that stand in a text which the student knows."""
        squeezed = squeeze(known)
        return Hidden(
            frozenset(line for line in self.long if line not in squeezed),
            frozenset(line for line in self.short if line not in known),
        )

    def and_also(self, other: Hidden) -> Hidden:
        """Put the lines of another together with these."""
        return Hidden(self.long | other.long, self.short | other.short)

    def found_in(self, text: str) -> str | None:
        """Name a line that stands in a text, the first in alphabetical order, or None."""
        squeezed = squeeze(text)
        found = [line for line in self.long if line in squeezed]
        return min(found + [line for line in self.short if line in text], default=None)

    def found_in_page(self, page: str) -> str | None:
        """Name a line that stands in a text of HTML, in what is shown or in an attribute, or None."""
        bare = _DATA.sub("", page)
        return self.found_in(html.unescape(_TAG.sub("", bare))) or self.found_in(html.unescape(bare))


def squeeze(text: str) -> str:
    """Keep the letters, digits and underscores of a text.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str

    Examples
    --------
    >>> squeeze('assert case["a"] == 1')
    'assertcasea1'
    """
    return _NOT_WORD.sub("", text)
