"""What holds between wrong and right words as a whole: two taken for each other, places changed, one said too often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def confused(given: Sequence[str], right: Sequence[str], names: Sequence[object] = ()) -> str:
    """Name what is wrong with several words, or say nothing.

    Parameters
    ----------
    given, right : sequence of str
        The words of a wrong answer and the right ones, in one order.
    names : sequence
        What they are the words of, where that has a name.

    Returns
    -------
    str
        A sentence; empty if nothing can be told.

    Examples
    --------
    >>> confused(["trust", "loyalty", "cost"], ["loyalty", "trust", "cost"])
    "'trust' and 'loyalty' are mistaken for each other."
    >>> confused(["b", "c", "a", "d"], ["a", "b", "c", "d"], ["s1", "s2", "s3", "s4"])
    "The words of 's1', 's2' and 's3' have changed places."
    >>> confused(["yes", "yes", "no", "yes"], ["no", "no", "no", "yes"])
    "Everything that is wrong here you called 'yes'."
    """
    wrong = [at for at, (one, other) in enumerate(zip(given, right, strict=True)) if one != other]
    if len(wrong) < 2:
        return ""
    pairs = {(given[at], right[at]) for at in wrong}
    said, wanted = (Counter(words[at] for at in wrong) for words in (given, right))
    if len(said) == 1:
        return f"Everything that is wrong here you called {given[wrong[0]]!r}."
    if len(pairs) == 2 and {(other, one) for one, other in pairs} == pairs:
        one, other = given[wrong[0]], right[wrong[0]]
        return f"{one!r} and {other!r} are mistaken for each other."
    if said == wanted and max(said.values()) == 1 and names and len(wrong) < len(given):
        *most, last = (repr(names[at]) for at in wrong)
        return f"The words of {', '.join(most)} and {last} have changed places."
    return ""
