"""Notebooks that are too alike: something to look at, never a verdict.

What two students share is counted in shingles, runs of so many words: tokens of Python for code, words (in Chinese
characters) for text. A shingle that stands in the exercise, in the reference solution or with many of the class
says nothing about two of them and is left out.
"""

from __future__ import annotations

import io
import re
import tokenize
import unicodedata
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from relmark_helpers.classroom.report.marks import natural
from relmark_helpers.classroom.report.notebooks import Passage

RUN = {"code": 10, "text": 6}  # tokens of Python, words or Chinese characters
COMMON_SHARE, COMMON_LEAST = 0.20, 3  # a shingle of more than these is the class's
LEAST_SHARED = 40  # runs that make a pair worth a look, some five lines of code,
LEAST_SHARE = 0.40  # if they are also so much of the smaller notebook's own ones
MOST_PAIRS = 50  # that are shown with what they share; a class that shares everything has thousands
LONGEST_EXCERPT = 400
SAME_TEXT = 20  # words of a text that is compared whole
LAYOUT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}
CJK = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WORDS = re.compile(rf"[{CJK}]|[^\W_{CJK}]+")
PIECES = re.compile(r"\w+|[^\w\s]")


class Token(NamedTuple):
    """A token and the line it begins in."""

    text: str
    line: int


@dataclass(frozen=True)
class Pair:
    """Two students whose notebooks share more than chance or the exercise explain.

    Parameters
    ----------
    one, other : str
        Their ids.
    kind : str
        code or text.
    share : float
        Shared shingles as a share of the smaller notebook's own ones.
    shared : int
        How many.
    tasks : tuple of str
        Where.
    excerpt : str
        The longest shared passage, as the first of the two has it.

    Examples
    --------
    >>> Pair("ada", "li.wei", "code", 0.9, 120, ("3",), "fits = {}").tasks
    ('3',)
    """

    one: str
    other: str
    kind: Literal["code", "text"]
    share: float
    shared: int
    tasks: tuple[str, ...]
    excerpt: str


@dataclass(frozen=True)
class SameText:
    """A written answer that several students gave word for word.

    Parameters
    ----------
    task : str
        The task.
    students : tuple of str
        Who.
    excerpt : str
        How it begins.

    Examples
    --------
    >>> SameText("11", ("ada", "li.wei"), "I advise …").students
    ('ada', 'li.wei')
    """

    task: str
    students: tuple[str, ...]
    excerpt: str


def tokens(source: str, kind: Literal["code", "text"]) -> list[Token]:
    """Split a cell into what is compared: comments, layout and punctuation of prose do not count.

    Parameters
    ----------
    source : str
        The cell.
    kind : str
        code or text.

    Returns
    -------
    list of Token

    Examples
    --------
    >>> [token.text for token in tokens("x  =  1  # mine", "code")]
    ['x', '=', '1']
    >>> [token.text for token in tokens("Trust, 顾客满意!", "text")]
    ['trust', '顾', '客', '满', '意']
    """
    if kind == "code":
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a learner's invalid escape is no news here
                read = list(tokenize.generate_tokens(io.StringIO(source).readline))
            return [Token(each.string, each.start[0] - 1) for each in read if each.type not in LAYOUT]
        except (tokenize.TokenError, SyntaxError, ValueError, RecursionError):
            source, pieces = re.sub(r"#.*", "", source), PIECES  # it is no Python, but can be compared
    else:
        source, pieces = unicodedata.normalize("NFKC", source).casefold(), WORDS
    lines = enumerate(source.split("\n"))
    return [Token(found.group(), number) for number, line in lines for found in pieces.finditer(line)]


def alike(
    written: Mapping[str, Sequence[Passage]], known: Iterable[Passage], kind: Literal["code", "text"]
) -> list[Pair]:
    """Find the pairs of notebooks that share too much.

    Parameters
    ----------
    written : mapping of str to sequence of Passage
        The class's notebooks.
    known : iterable of Passage
        What everybody had before them: exercise and reference solution.
    kind : str
        code compares code cells, text the written answers.

    Returns
    -------
    list of Pair
        The most alike first; tasks and excerpt of the first fifty only.

    Examples
    --------
    >>> code = "\\n".join(f"total = total + row * rate[{row}] - cost[row] / (1 + rate[row])" for row in range(3))
    >>> hers = his = [Passage("04-1-answer", "1", "code", code, True)]
    >>> [(pair.one, pair.other, pair.share) for pair in alike({"ada": hers, "bo": his}, [], "code")]
    [('ada', 'bo', 1.0)]
    """
    run = RUN[kind]
    streams = {
        student: [
            (p, tokens(p.source, kind)) for p in found if p.kind == kind and (p.answer or kind == "code")
        ]
        for student, found in sorted(written.items())
    }
    told = {shingle for p in known if p.kind == kind for _, shingle in _shingles(tokens(p.source, kind), run)}
    number: dict[tuple[str, ...], int] = {}
    owned: dict[str, dict[int, str]] = {}  # by student: a shingle's number and the task it stands in
    for student, stream in streams.items():
        own = owned[student] = {}
        for passage, words in stream:
            for _, shingle in _shingles(words, run):
                if shingle not in told:
                    own.setdefault(number.setdefault(shingle, len(number)), passage.task)
    if len(owned) < 2 or not number:
        return []
    names, shingles = list(owned), list(number)
    common = _common(owned, len(shingles))
    counts, sizes = _count(owned, common, len(shingles))
    smaller = np.minimum.outer(sizes, sizes)
    worth = np.triu((counts >= LEAST_SHARED) & (counts >= LEAST_SHARE * smaller), 1)
    pairs = sorted(
        np.argwhere(worth).tolist(),
        key=lambda pair: (-counts[*pair] / smaller[*pair], -counts[*pair], pair),
    )
    found: list[Pair] = []
    for i, j in pairs:
        tasks: tuple[str, ...] = ()
        excerpt = ""
        if len(found) < MOST_PAIRS:
            both = (owned[names[i]].keys() & owned[names[j]].keys()) - common
            tasks = tuple(sorted({owned[names[i]][each] for each in both} - {""}, key=natural))
            excerpt = _excerpt(streams[names[i]], {shingles[each] for each in both}, run)
        share = float(counts[i, j] / smaller[i, j])
        found.append(Pair(names[i], names[j], kind, share, int(counts[i, j]), tasks, excerpt))
    return found


def same_texts(written: Mapping[str, Sequence[Passage]], known: Iterable[Passage]) -> list[SameText]:
    """Find written answers that are equal but for layout, case and punctuation.

    Parameters
    ----------
    written : mapping of str to sequence of Passage
        The class's notebooks.
    known : iterable of Passage
        What everybody had before them.

    Returns
    -------
    list of SameText
        By task.

    Examples
    --------
    >>> essay = "I advise the second programme, since " + "every yuan spent on it moves trust further " * 3
    >>> ada, bo = ([Passage("04-11-answer", "11", "text", text, True)] for text in (essay, essay.upper()))
    >>> same_texts({"ada": ada, "bo": bo}, [])[0].students
    ('ada', 'bo')
    """
    told = {_words(each.source) for each in known if each.kind == "text"}
    found: dict[tuple[str, tuple[str, ...]], dict[str, str]] = {}
    for student, passages in sorted(written.items()):
        for each in passages:
            if each.kind == "text" and each.answer:
                words = _words(each.source)
                if len(words) >= SAME_TEXT and words not in told:
                    found.setdefault((each.task, words), {})[student] = each.source
    shared = [
        SameText(task, tuple(sources), _clipped(next(iter(sources.values()))))
        for (task, _), sources in found.items()
        if len(sources) > 1
    ]
    return sorted(shared, key=lambda each: (natural(each.task), each.students))


def _words(source: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(source, "text"))


def _shingles(words: Sequence[Token], run: int) -> Iterable[tuple[int, tuple[str, ...]]]:
    texts = [word.text for word in words]
    return ((at, tuple(texts[at : at + run])) for at in range(len(texts) - run + 1))


def _common(owned: Mapping[str, Mapping[int, str]], shingles: int) -> set[int]:
    """Shingles of more than a fifth of the class, and of more than three."""
    having = np.zeros(shingles, dtype=np.int64)
    for own in owned.values():
        having[list(own)] += 1
    return set(np.flatnonzero(having > max(COMMON_LEAST, COMMON_SHARE * len(owned))).tolist())


def _count(
    owned: Mapping[str, Mapping[int, str]], common: set[int], shingles: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How many shingles each two share, and how many each has."""
    from scipy.sparse import csr_array

    rows = [sorted(own.keys() - common) for own in owned.values()]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.array([each for row in rows for each in row], dtype=np.int64)
    table = csr_array((np.ones(columns.size, dtype=np.int64), columns, ends), shape=(len(rows), shingles))
    return (table @ table.T).toarray(), np.diff(ends)


def _excerpt(
    stream: Sequence[tuple[Passage, Sequence[Token]]], shared: set[tuple[str, ...]], run: int
) -> str:
    """The lines of the longest run of shared shingles."""
    best, lines = 0, ""
    for passage, words in stream:
        begin = last = -1
        for at, shingle in _shingles(words, run):
            if shingle not in shared:
                continue
            begin = at if at > last + 1 or begin < 0 else begin
            last = at
            if last - begin + run > best:
                best = last - begin + run
                first, final = words[begin].line, words[last + run - 1].line
                lines = "\n".join(passage.source.split("\n")[first : final + 1])
    return _clipped(lines)


def _clipped(text: str) -> str:
    text = text.strip("\n")
    return text if len(text) <= LONGEST_EXCERPT else f"{text[:LONGEST_EXCERPT].rstrip()} …"
