"""What notebooks, databases and table libraries hand over, as plain values and in words.

Objects of polars and its like are known by what they can do; nothing is imported for them.
"""

from __future__ import annotations

import math
import numbers
from decimal import Decimal
from typing import Any

import pandas as pd

from relmark_helpers.notebook.answers.kind import Unfit

SHOWN = 60  # characters of a value in a sentence
_IN_WORDS = {
    "str": "text",
    "int": "a number",
    "float": "a number",
    "bool": "True or False",
    "bool_": "True or False",
    "NoneType": "None",
    "ndarray": "an array",
    "function": "a function",
    "method": "a function",
    "builtin_function_or_method": "a function",
}


def is_missing(value: Any) -> bool:
    """Whether a value is one of the ways to say that there is none.

    Examples
    --------
    >>> is_missing(pd.NA), is_missing(float("nan")), is_missing(0), is_missing([])
    (True, True, False, False)
    """
    if value is None or value is pd.NA or value is pd.NaT:
        return True
    if isinstance(value, Decimal):
        return value.is_nan()
    return isinstance(value, numbers.Real) and math.isnan(value)


def is_table(value: Any) -> bool:
    """Whether a value has rows and columns with names.

    Examples
    --------
    >>> is_table(pd.DataFrame()), is_table(pd.Series()), is_table({})
    (True, False, False)
    """
    return hasattr(value, "columns") and len(getattr(value, "shape", ())) == 2


def described(answer: Any) -> str:
    """What an answer is, in words.

    Examples
    --------
    >>> described([1]), described("a"), described(pd.NA), described(pd.Series([1, 2]))
    ('a list', 'text', 'a missing value', 'a Series')
    """
    name = type(answer).__name__
    if answer is not None and is_missing(answer):
        return "a missing value"
    if isinstance(answer, str):
        return "text"
    if type(answer).__module__.startswith("polars"):
        return f"a polars {name}"
    return _IN_WORDS.get(name, f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}")


def alone(answer: Any) -> Any:
    """The value within an array or a Series of one; anything else as it is.

    Examples
    --------
    >>> alone(pd.Series([3])), alone([3])
    (3, [3])
    """
    if is_table(answer) or isinstance(answer, (str, numbers.Number)) or not hasattr(answer, "item"):
        return answer
    try:
        return answer.item()
    except (TypeError, ValueError):  # none or several
        return answer


def number(answer: Any) -> float:
    """One number as a float; NaN for what is missing.

    Raises
    ------
    Unfit
        If it is none; its sentence says what it is instead.

    Examples
    --------
    >>> number(Decimal("0.5")), number(pd.Series([2], dtype="Int64"))
    (0.5, 2.0)
    >>> number("6000")
    Traceback (most recent call last):
    relmark_helpers.notebook.answers.kind.Unfit: text: take the quotes away
    """
    value = alone(answer)
    if is_missing(value) and value is not None:
        return math.nan
    if isinstance(value, str):
        raise Unfit("kind", "text: take the quotes away" if _is_number(value) else "text")
    if is_table(value):
        out = ".iloc[0, 0]" if isinstance(value, pd.DataFrame) else ".item()"
        one = value.shape == (1, 1)
        raise Unfit("kind", f"a table with one value: take it out with {out}" if one else "a table")
    if described(value) == "True or False" or not isinstance(value, (numbers.Real, Decimal)):
        raise Unfit("kind", described(value))
    return float(value)


def _is_number(text: str) -> bool:
    try:
        float(text.replace(",", "").strip().removesuffix("%"))
    except ValueError:
        return False
    return True


def simple(text: Any) -> Any:
    """Text without what is not meant: case, blanks at the ends, blanks twice; anything else as it is.

    Examples
    --------
    >>> simple("  Resolved   Quickly "), simple(7)
    ('resolved quickly', 7)
    """
    return " ".join(text.split()).casefold() if isinstance(text, str) else text


def find(name: Any, names: list[Any]) -> list[int]:
    """Places at which a name stands: exactly as it is written, or, if it does nowhere, by its simple form.

    Examples
    --------
    >>> find("low", ["Low", "high"]), find("low", ["Low", "low"]), find("low", ["Low", "LOW"])
    ([0], [1], [0, 1])
    """
    exact = [place for place, other in enumerate(names) if _same_label(name, other)]
    return exact or [
        place for place, other in enumerate(names) if isinstance(other, str) and simple(other) == simple(name)
    ]


def _same_label(one: Any, other: Any) -> bool:
    try:
        return bool(one == other)
    except (TypeError, ValueError):
        return False


def count(number_of: int, one: str, several: str = "") -> str:
    """How many of something, with its noun in the right form.

    Examples
    --------
    >>> count(1, "row"), count(2, "row")
    ('1 row', '2 rows')
    """
    return f"{number_of} {one if number_of == 1 else several or one + 's'}"


def listed(values: list[Any], most: int = 8) -> str:
    """The first few of some values, as they would be typed.

    Examples
    --------
    >>> listed(["low", "high"]), listed([1, 2, 3], most=2)
    ("'low', 'high'", '1, 2 …')
    """
    shown = ", ".join(repr(value) for value in values[:most])
    return f"{shown} …" if len(values) > most else shown
