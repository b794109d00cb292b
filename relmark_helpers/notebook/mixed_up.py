"""Words that learners take for each other: the mistakes of tasks that want a word for each of several names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake

Words = Callable[[Case], Mapping[str, str]]


def _replaced(right: Words, by: Mapping[str, str]) -> Words:
    return lambda case: {name: by.get(word, word) for name, word in right(case).items()}


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
    return _replaced(right, {one: other, other: one})


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


def mixed_up(right: Words, meanings: Mapping[str, str], one_way: bool = False) -> tuple[Mistake, ...]:
    """Two words taken for each other wherever they stand.

    Parameters
    ----------
    right : callable
        From a case to the right word of each name; every word stands there.
    meanings : mapping of str to str
        What each word means, to end a sentence: ``"a feeling beyond expectation"``.
    one_way : bool
        Whether one word in the place of another counts, too, where the other is left alone.

    Returns
    -------
    tuple of Mistake

    Examples
    --------
    >>> swapped, = mixed_up(lambda case: {"s1": "up", "s2": "down"}, {"up": "away", "down": "back"})
    >>> swapped.value(Case("00", "li.na", {})), swapped.says
    ({'s1': 'down', 's2': 'up'}, 'Here up and down are mixed up: up is away; down is back.')
    """

    def found() -> Iterator[Mistake]:
        for one, other in combinations(meanings, 2):
            says = f"Here {one} and {other} are mixed up: {one} is {meanings[one]}; {other} is {meanings[other]}."
            for by in ({one: other, other: one}, {one: other}, {other: one})[: 3 if one_way else 1]:
                yield Mistake(_replaced(right, by), says)

    return tuple(found())


def all_alike(right: Words, words: Sequence[str], says: str) -> tuple[Mistake, ...]:
    """One word for every name.

    Parameters
    ----------
    right : callable
        From a case to the right word of each name.
    words : sequence of str
        Which words to try.
    says : str
        The sentence for each of them.

    Returns
    -------
    tuple of Mistake

    Examples
    --------
    >>> up, down = all_alike(lambda case: {"s1": "up", "s2": "down"}, ("up", "down"), "Not all are alike.")
    >>> up.value(Case("00", "li.na", {}))
    {'s1': 'up', 's2': 'up'}
    """
    return tuple(Mistake(everywhere(right, word), says) for word in words)


def yes_and_no_mixed_up(right: Words) -> tuple[Mistake, ...]:
    """Claims all held to be testable, or none, or yes and no the wrong way round.

    Parameters
    ----------
    right : callable
        From a case to ``"yes"`` or ``"no"`` for each claim.

    Returns
    -------
    tuple of Mistake

    Examples
    --------
    >>> yes, no, turned = yes_and_no_mixed_up(lambda case: {"c1": "yes", "c2": "no"})
    >>> turned.value(Case("00", "li.na", {}))
    {'c1': 'no', 'c2': 'yes'}
    """
    return (
        Mistake(
            everywhere(right, "yes"),
            "Not every claim can be tested; some speak of what no table of the case holds.",
        ),
        Mistake(
            everywhere(right, "no"),
            "Some of the claims can be tested; the case's tables could speak against them.",
        ),
        Mistake(
            exchanged(right, "yes", "no"),
            "Yes and no have changed places: yes is for a claim that the tables could speak against.",
        ),
    )
