"""Reading plain data that came out of a student's process, believing none of it."""

from __future__ import annotations

import collections
import datetime
import decimal
import fractions
import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.classroom.grade.values.pack import DEEPEST, RAW_KINDS

Tree = Any
Call = Callable[[int, tuple[Any, ...], dict[str, Any]], Any]


class Damaged(Exception):  # noqa: N818 - it is no error of ours but a finding
    """Data that no honest process sends."""


class Opaque:
    """Stands for what is no plain value; every use of it fails, and its type has the name of the student's."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: no plain value>"

    def __bool__(self) -> bool:
        raise TypeError(f"{self!r} has no truth value")

    def __eq__(self, other: object) -> bool:
        return self is other


class StandIn:
    """Stands for a function that stays in the student's process: arguments go over, data comes back."""

    def __init__(self, number: int, name: str, call: Call) -> None:
        self._number, self.__name__, self._call = number, name, call

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Have the function called where it is."""
        return self._call(self._number, arguments, named)

    def __repr__(self) -> str:
        return f"<function {self.__name__}>"


class _Reader:
    def __init__(self, buffers: Sequence[bytes], call: Call | None) -> None:
        self.buffers, self.call = buffers, call

    def value(self, tree: Tree, depth: int = 0) -> Any:
        if depth > 2 * DEEPEST:
            raise Damaged("nested too deep")
        if tree is None or isinstance(tree, (bool, int, float, str)):
            return tree
        if isinstance(tree, list):
            return [self.value(each, depth + 1) for each in tree]
        return _READERS[tree["is"]](self, tree, depth + 1)

    def all(self, trees: Any, depth: int) -> list[Any]:
        if not isinstance(trees, list):
            raise Damaged("items that are no list")
        return [self.value(each, depth) for each in trees]

    def of(self, kind: type, tree: Tree, depth: int) -> Any:
        """Read a part that must be of one kind."""
        found = self.value(tree, depth)
        if not isinstance(found, kind):
            raise Damaged(f"{type(found).__name__} where {kind.__name__} belongs")
        return found

    def raw(self, number: Any, dtype: str, shape: Sequence[int]) -> np.ndarray:
        kind = np.dtype(dtype)
        if (
            kind.kind not in RAW_KINDS
            or kind.hasobject
            or not all(isinstance(n, int) and n >= 0 for n in shape)
        ):
            raise Damaged(f"array of {dtype}")
        data = self.buffers[_number(number)]
        if math.prod(shape) * kind.itemsize != len(data):
            raise Damaged("array whose size does not fit")
        return np.frombuffer(data, dtype=kind).reshape(shape).copy()


def _number(tree: Tree) -> int:
    if type(tree) is not int or tree < 0:
        raise Damaged("a number belongs here")
    return tree


def _array(reader: _Reader, tree: Tree, depth: int) -> np.ndarray:
    shape = tuple(_number(each) for each in tree["shape"])
    if "raw" in tree:
        return reader.raw(tree["raw"], tree["dtype"], shape)
    items = reader.all(tree["items"], depth)
    if math.prod(shape) != len(items):
        raise Damaged("array whose size does not fit")
    kind = np.dtype(object if tree["dtype"] == "object" else tree["dtype"])
    if kind.kind not in "OU":
        raise Damaged(f"array of {kind}")
    flat = np.empty(len(items), dtype=object)
    flat[:] = items
    return flat.reshape(shape) if kind.kind == "O" else flat.reshape(shape).astype(kind)


def _scalar(reader: _Reader, tree: Tree, depth: int) -> Any:
    return reader.raw(tree["raw"], tree["dtype"], ())[()]


def _categorical(reader: _Reader, tree: Tree, depth: int) -> Any:
    codes, categories = (
        reader.of(np.ndarray, tree["codes"], depth),
        reader.of(pd.Index, tree["categories"], depth),
    )
    return pd.Categorical.from_codes(codes, categories=categories, ordered=tree["ordered"] is True)


def _zoned(reader: _Reader, tree: Tree, depth: int) -> Any:
    return (
        pd.DatetimeIndex(reader.of(np.ndarray, tree["values"], depth))
        .tz_localize("UTC")
        .tz_convert(_text(tree["zone"]))
        .array
    )


def _periods(reader: _Reader, tree: Tree, depth: int) -> Any:
    index: Any = pd.PeriodIndex
    return index.from_ordinals(reader.of(np.ndarray, tree["ordinals"], depth), freq=_text(tree["freq"])).array


def _texts(reader: _Reader, tree: Tree, depth: int) -> Any:
    items = [each if each is None else _text(each) for each in tree["items"]]
    missing = np.nan if tree["nan"] is True else pd.NA
    return pd.array(items, dtype=pd.StringDtype(na_value=missing))


def _masked(reader: _Reader, tree: Tree, depth: int) -> Any:
    values, missing = (reader.of(np.ndarray, tree[part], depth) for part in ("values", "missing"))
    if (
        tree["dtype"] not in _MASKED
        or missing.dtype != bool
        or values.shape != missing.shape
        or values.ndim != 1
    ):
        raise Damaged(f"column of {tree['dtype']}")
    column = pd.array(values, dtype=tree["dtype"])
    column[missing] = pd.NA
    return column


_MASKED = (
    "boolean",
    *(f"{sign}{bits}" for sign in ("Int", "UInt") for bits in (8, 16, 32, 64)),
    "Float32",
    "Float64",
)


def _names(reader: _Reader, tree: Tree, depth: int) -> list[Any]:
    return reader.all(tree["names"], depth)


def _index(reader: _Reader, tree: Tree, depth: int) -> pd.Index:
    (name,) = _names(reader, tree, depth)
    values = reader.value(tree["values"], depth)
    index: pd.Index = pd.Index(values, name=name, dtype=getattr(values, "dtype", None))
    return index


def _range(reader: _Reader, tree: Tree, depth: int) -> pd.RangeIndex:
    (name,) = _names(reader, tree, depth)
    return pd.RangeIndex(range(*(_whole(each) for each in tree["bounds"])), name=name)


def _multiindex(reader: _Reader, tree: Tree, depth: int) -> pd.MultiIndex:
    levels = [reader.of(pd.Index, each, depth) for each in tree["levels"]]
    codes = [reader.of(np.ndarray, each, depth) for each in tree["codes"]]
    return pd.MultiIndex(levels=levels, codes=codes, names=_names(reader, tree, depth))


def _column(reader: _Reader, tree: Tree, depth: int) -> Any:
    values = reader.value(tree, depth)
    if not isinstance(values, (np.ndarray, pd.api.extensions.ExtensionArray)) or values.ndim != 1:
        raise Damaged("a column belongs here")
    return values


def _series(reader: _Reader, tree: Tree, depth: int) -> pd.Series:
    values, index = _column(reader, tree["values"], depth), reader.of(pd.Index, tree["index"], depth)
    made: pd.Series = pd.Series(
        values, index=index, name=reader.value(tree["name"], depth), dtype=values.dtype
    )
    return made


def _frame(reader: _Reader, tree: Tree, depth: int) -> pd.DataFrame:
    index, columns = reader.of(pd.Index, tree["index"], depth), reader.of(pd.Index, tree["columns"], depth)
    parts = [_column(reader, each, depth) for each in tree["values"]]
    if len(parts) != len(columns) or any(len(each) != len(index) for each in parts):
        raise Damaged("table whose size does not fit")
    made = pd.DataFrame(
        {place: pd.Series(values, index=index, dtype=values.dtype) for place, values in enumerate(parts)},
        index=index,
    )
    made.columns = columns
    return made


def _timestamp(reader: _Reader, tree: Tree, depth: int) -> Any:
    stamp = pd.Timestamp(np.datetime64(_whole(tree["ticks"]), _unit(tree["unit"])))
    return stamp if tree["zone"] is None else stamp.tz_localize("UTC").tz_convert(_text(tree["zone"]))


def _timedelta(reader: _Reader, tree: Tree, depth: int) -> Any:
    return pd.Timedelta(np.timedelta64(_whole(tree["ticks"]), _unit(tree["unit"])))


def _opaque(reader: _Reader, tree: Tree, depth: int) -> Any:
    name = _text(tree["type"])
    return type(name if name.isidentifier() else "object", (Opaque,), {"__slots__": (), "__hash__": None})()


def _function(reader: _Reader, tree: Tree, depth: int) -> Any:
    if reader.call is None:
        return _opaque(reader, {"type": "function"}, depth)
    name = _text(tree["name"])
    return StandIn(_number(tree["number"]), name if name.isidentifier() else "function", reader.call)


def _text(tree: Tree) -> str:
    if not isinstance(tree, str):
        raise Damaged("a text belongs here")
    return tree


def _whole(tree: Tree) -> int:
    if type(tree) is not int:
        raise Damaged("a whole number belongs here")
    return tree


def _interval(reader: _Reader, tree: Tree, depth: int) -> Any:
    left, right = reader.all(tree["ends"], depth)
    return pd.Interval(left, right, closed=_closed(tree["closed"]))


def _closed(tree: Tree) -> Any:
    if tree not in ("left", "right", "both", "neither"):
        raise Damaged("an interval without sides")
    return tree


def _unit(tree: Tree) -> Any:
    if tree not in ("s", "ms", "us", "ns"):
        raise Damaged("an unknown unit of time")
    return tree


_COLLECTIONS: dict[str, Callable[[list[Any]], Any]] = {
    "tuple": tuple, "set": set, "frozenset": frozenset, "deque": collections.deque,
}  # fmt: skip


def _collection(make: Callable[[list[Any]], Any]) -> Callable[[_Reader, Tree, int], Any]:
    return lambda reader, tree, depth: make(reader.all(tree["items"], depth))


_READERS: dict[str, Callable[[_Reader, Tree, int], Any]] = {
    **{name: _collection(make) for name, make in _COLLECTIONS.items()},
    "dict": lambda reader, tree, depth: dict(reader.all(tree["items"], depth)),
    "Counter": lambda reader, tree, depth: collections.Counter(dict(reader.all(tree["items"], depth))),
    "array": _array,
    "scalar": _scalar,
    "categorical": _categorical,
    "zoned": _zoned,
    "periods": _periods,
    "texts": _texts,
    "masked": _masked,
    "range": _range,
    "multiindex": _multiindex,
    "index": _index,
    "series": _series,
    "frame": _frame,
    "bare": lambda reader, tree, depth: _column(reader, tree["values"], depth),
    "timestamp": _timestamp,
    "timedelta": _timedelta,
    "NaT": lambda reader, tree, depth: pd.NaT,
    "NA": lambda reader, tree, depth: pd.NA,
    "complex": lambda reader, tree, depth: complex(*tree["parts"]),
    "period": lambda reader, tree, depth: pd.Period(
        ordinal=_whole(tree["ordinal"]), freq=_text(tree["freq"])
    ),
    "interval": _interval,
    "days": lambda reader, tree, depth: datetime.timedelta(*map(_whole, tree["parts"])),
    "datetime": lambda reader, tree, depth: datetime.datetime.fromisoformat(tree["iso"]),
    "date": lambda reader, tree, depth: datetime.date.fromisoformat(tree["iso"]),
    "decimal": lambda reader, tree, depth: decimal.Decimal(_text(tree["text"])),
    "fraction": lambda reader, tree, depth: fractions.Fraction(*map(_whole, tree["parts"])),
    "steps": lambda reader, tree, depth: range(*map(_whole, tree["bounds"])),
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
    relmark_helpers.classroom.grade.values.unpack.Damaged: array of |O
    """
    try:
        return _Reader(buffers, call).value(tree)
    except (Damaged, MemoryError):
        raise
    except Exception as error:  # forged data may break any constructor
        raise Damaged(f"{type(error).__name__}: {error}") from None
