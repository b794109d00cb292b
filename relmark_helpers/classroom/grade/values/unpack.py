"""Reading plain data that came out of a student's process, believing none of it."""

from __future__ import annotations

import collections
import datetime
import decimal
import fractions
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from relmark_helpers.classroom.grade.values.reader import (
    Call,
    Damaged,
    Opaque,
    Read,
    Reader,
    StandIn,
    Tree,
    one_of,
    position,
    text,
    whole,
)
from relmark_helpers.classroom.grade.values.tables import TABLES


def _opaque(reader: Reader, tree: Tree, depth: int) -> Any:
    name = text(tree["type"])
    return type(name if name.isidentifier() else "object", (Opaque,), {"__slots__": (), "__hash__": None})()


def _function(reader: Reader, tree: Tree, depth: int) -> Any:
    if reader.call is None:
        return _opaque(reader, {"type": "function"}, depth)
    name = text(tree["name"])
    return StandIn(position(tree["number"]), name if name.isidentifier() else "function", reader.call)


def _interval(reader: Reader, tree: Tree, depth: int) -> Any:
    left, right = reader.all(tree["ends"], depth)
    return pd.Interval(left, right, closed=one_of(tree["closed"], "left", "right", "both", "neither"))


_COLLECTIONS: dict[str, Callable[[list[Any]], Any]] = {
    "tuple": tuple, "set": set, "frozenset": frozenset, "deque": collections.deque,
}  # fmt: skip


def _collection(make: Callable[[list[Any]], Any]) -> Read:
    return lambda reader, tree, depth: make(reader.all(tree["items"], depth))


_READERS: dict[str, Read] = {
    **{name: _collection(make) for name, make in _COLLECTIONS.items()},
    "dict": lambda reader, tree, depth: dict(reader.all(tree["items"], depth)),
    "Counter": lambda reader, tree, depth: collections.Counter(dict(reader.all(tree["items"], depth))),
    **TABLES,
    "NaT": lambda reader, tree, depth: pd.NaT,
    "NA": lambda reader, tree, depth: pd.NA,
    "complex": lambda reader, tree, depth: complex(*tree["parts"]),
    "period": lambda reader, tree, depth: pd.Period(ordinal=whole(tree["ordinal"]), freq=text(tree["freq"])),
    "interval": _interval,
    "days": lambda reader, tree, depth: datetime.timedelta(*map(whole, tree["parts"])),
    "datetime": lambda reader, tree, depth: datetime.datetime.fromisoformat(tree["iso"]),
    "date": lambda reader, tree, depth: datetime.date.fromisoformat(tree["iso"]),
    "decimal": lambda reader, tree, depth: decimal.Decimal(text(tree["text"])),
    "fraction": lambda reader, tree, depth: fractions.Fraction(*map(whole, tree["parts"])),
    "steps": lambda reader, tree, depth: range(*map(whole, tree["bounds"])),
    "opaque": _opaque,
    "function": _function,
}


def unpack(tree: Tree, buffers: Sequence[bytes], call: Call | None = None) -> Any:
    """Read a value from its tree and the bytes of its arrays.

    Parameters
    ----------
    tree : object
        What :func:`pack` made, or whatever a hostile process sent instead.
    buffers : sequence of bytes
        The bytes of its arrays.
    call : callable, optional
        Calls a function of the student's by its number: (number, arguments, named arguments) → value. Without
        it functions cannot be called.

    Returns
    -------
    object
        Of Python's, numpy's or pandas' own types and no other; an ``Opaque`` for what was no plain value.

    Raises
    ------
    Damaged
        If the data does not fit together.

    Examples
    --------
    >>> from relmark_helpers.classroom.grade.values.pack import pack
    >>> unpack(*pack(pd.Series([1, 2], name="orders"))).to_dict()
    {0: 1, 1: 2}
    >>> unpack({"is": "array", "dtype": "|O", "shape": [1], "raw": 0}, [b"12345678"])
    Traceback (most recent call last):
    relmark_helpers.classroom.grade.values.reader.Damaged: array of |O
    """
    try:
        return Reader(_READERS, buffers, call).value(tree)
    except (Damaged, MemoryError):
        raise
    except Exception as error:  # forged data may break any constructor
        raise Damaged(f"{type(error).__name__}: {error}") from None
