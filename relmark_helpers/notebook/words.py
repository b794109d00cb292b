"""What usual mistakes lead to where the answer is a word for each of several names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from relmark_helpers.notebook.case import Case

Words = Callable[[Case], Mapping[str, str]]


def exchanged(right: Words, one: str, other: str) -> Words:
    """Two words that stand for each other, the rest being right.

    Parameters
    ----------
    right : callable
        From a case to the right words, by name.
    one, other : str
        The two.

    Returns
    -------
    callable
        From a case to the wrong words.

    Examples
    --------
    >>> exchanged(lambda case: {"a": "yes", "b": "no", "c": "open"}, "yes", "no")(Case("00", "li.na", {}))
    {'a': 'no', 'b': 'yes', 'c': 'open'}
    """
    turn = {one: other, other: one}
    return lambda case: {name: turn.get(word, word) for name, word in right(case).items()}


def everywhere(right: Words, word: str) -> Words:
    """One word for all names.

    Parameters
    ----------
    right : callable
        From a case to the right words, by name.
    word : str
        The word.

    Returns
    -------
    callable
        From a case to the wrong words.

    Examples
    --------
    >>> everywhere(lambda case: {"a": "yes", "b": "no"}, "yes")(Case("00", "li.na", {}))
    {'a': 'yes', 'b': 'yes'}
    """
    return lambda case: dict.fromkeys(right(case), word)
