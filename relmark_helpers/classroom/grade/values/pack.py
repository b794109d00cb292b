"""Turning a value into plain data: a tree that JSON can hold, and the raw bytes of its arrays.

What is no plain value (a fitted model, a student's own class) goes over as the mere name of its type, and
a function as a number by which it can be called: see :mod:`relmark_helpers.classroom.grade.values.unpack`.
This runs in the student's process, so nothing depends on its honesty: whatever arrives is read as data.
"""

from __future__ import annotations

import collections
import datetime
import decimal
import fractions
import types
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.classroom.grade.kernel.channel import LARGEST_VALUE

DEEPEST = 20
RAW_KINDS = "biufcmM"  # numpy's kinds whose bytes are the values
BUILT_IN = (bool, int, float, str)

Tree = Any
Keep = Callable[[Any], int]


class TooLargeError(ValueError):
    """More data than a value may have."""


class _Packer:
    def __init__(self, keep: Keep | None) -> None:
        self.keep = keep
        self.buffers: list[bytes] = []
        self.bytes = 0

    def raw(self, array: np.ndarray) -> int:
        data = np.ascontiguousarray(array).tobytes()
        self.count(len(data))
        self.buffers.append(data)
        return len(self.buffers) - 1

    def count(self, size: int) -> None:
        self.bytes += size
        if self.bytes > LARGEST_VALUE:
            raise TooLargeError(f"more than {LARGEST_VALUE >> 20} MB")

    def value(self, value: Any, depth: int = 0) -> Tree:
        if depth > DEEPEST:
            raise ValueError(f"nested more than {DEEPEST} deep")
        self.count(8)
        if value is None or value is True or value is False:
            return value
        for kind, pack_it in _PACKERS:
            if isinstance(value, kind):
                return pack_it(self, value, depth + 1)
        if callable(value) and self.keep is not None:
            return {"is": "function", "number": self.keep(value), "name": _name(value)}
        return _opaque(value)


def _opaque(value: Any) -> Tree:
    return {"is": "opaque", "type": _name(type(value))}


def _name(value: Any) -> str:
    name = getattr(value, "__name__", "function")
    return name[:60] if isinstance(name, str) else "function"


def _integer(packer: _Packer, value: int, depth: int) -> Tree:
    number = int.__index__(value)  # of a subclass the number itself, whatever it pretends to be
    return number if abs(number) < 1 << 4000 else _opaque(value)


def _text(packer: _Packer, value: str, depth: int) -> Tree:
    text = str.__str__(value)
    packer.count(len(text))
    return text


def _sequence(packer: _Packer, value: Any, depth: int) -> Tree:
    name = next(
        each.__name__ for each in (list, tuple, frozenset, set, collections.deque) if isinstance(value, each)
    )
    items = [packer.value(each, depth) for each in value]
    return items if name == "list" else {"is": name, "items": items}


def _mapping(packer: _Packer, value: Mapping[Any, Any], depth: int) -> Tree:
    name = "Counter" if isinstance(value, collections.Counter) else "dict"
    items = [[packer.value(key, depth), packer.value(each, depth)] for key, each in value.items()]
    return {"is": name, "items": items}


def _array(packer: _Packer, value: np.ndarray, depth: int) -> Tree:
    value = np.asarray(value)
    if value.dtype.kind in RAW_KINDS:
        return {"is": "array", "dtype": value.dtype.str, "shape": list(value.shape), "raw": packer.raw(value)}
    if value.dtype.kind in "SV":
        return _opaque(value)
    kind = "object" if value.dtype.kind == "O" else value.dtype.str
    flat = [packer.value(each, depth) for each in value.ravel().tolist()]
    return {"is": "array", "dtype": kind, "shape": list(value.shape), "items": flat}


def _scalar(packer: _Packer, value: np.generic, depth: int) -> Tree:
    if value.dtype.kind in RAW_KINDS:
        return {"is": "scalar", "dtype": value.dtype.str, "raw": packer.raw(np.asarray(value))}
    return packer.value(value.item(), depth) if value.dtype.kind == "U" else _opaque(value)


def _column(packer: _Packer, values: Any, depth: int) -> Tree:
    """The values of a Series or an Index without their names."""
    dtype = values.dtype
    if isinstance(dtype, np.dtype):
        return _array(packer, values.to_numpy(), depth)
    array = values.array
    if isinstance(dtype, pd.CategoricalDtype):
        categories = _index(packer, dtype.categories, depth)
        codes = _array(packer, np.asarray(array.codes), depth)
        return {"is": "categorical", "codes": codes, "categories": categories, "ordered": bool(dtype.ordered)}
    if isinstance(dtype, pd.DatetimeTZDtype):
        ticks = _array(packer, values.to_numpy(dtype=f"M8[{dtype.unit}]"), depth)
        return {"is": "zoned", "values": ticks, "zone": str(dtype.tz)}
    if isinstance(dtype, pd.PeriodDtype):
        ordinals = _array(packer, np.asarray(array.asi8), depth)
        return {"is": "periods", "ordinals": ordinals, "freq": str(dtype)[len("period[") : -1]}
    if isinstance(dtype, pd.StringDtype):
        texts = [None if missing else text for text, missing in zip(array, array.isna(), strict=True)]
        nan = dtype.na_value is not pd.NA
        return {"is": "texts", "items": [packer.value(each, depth) for each in texts], "nan": nan}
    if hasattr(array, "_mask"):  # Int64, Float64, boolean
        plain = array.to_numpy(dtype=dtype.numpy_dtype, na_value=dtype.numpy_dtype.type(0))
        missing = _array(packer, np.asarray(array.isna()), depth)
        return {
            "is": "masked",
            "dtype": dtype.name,
            "values": _array(packer, plain, depth),
            "missing": missing,
        }
    return _array(packer, np.asarray(array, dtype=object), depth)


def _index(packer: _Packer, value: pd.Index, depth: int) -> Tree:
    names = [packer.value(name, depth) for name in value.names]
    if isinstance(value, pd.RangeIndex):
        return {"is": "range", "bounds": [value.start, value.stop, value.step], "names": names}
    if isinstance(value, pd.MultiIndex):
        levels = [_index(packer, level, depth) for level in value.levels]
        codes = [_array(packer, np.asarray(each), depth) for each in value.codes]
        return {"is": "multiindex", "levels": levels, "codes": codes, "names": names}
    return {"is": "index", "values": _column(packer, value, depth), "names": names}


def _series(packer: _Packer, value: pd.Series, depth: int) -> Tree:
    return {
        "is": "series",
        "values": _column(packer, value, depth),
        "index": _index(packer, value.index, depth),
        "name": packer.value(value.name, depth),
    }


def _frame(packer: _Packer, value: pd.DataFrame, depth: int) -> Tree:
    columns = [_column(packer, value.iloc[:, place], depth) for place in range(value.shape[1])]
    return {
        "is": "frame",
        "values": columns,
        "index": _index(packer, value.index, depth),
        "columns": _index(packer, value.columns, depth),
    }


def _stamp(packer: _Packer, value: Any, depth: int) -> Tree:
    if value is pd.NaT:
        return {"is": "NaT"}
    if isinstance(value, pd.Timestamp):
        zone = None if value.tz is None else str(value.tz)
        return {"is": "timestamp", "ticks": int(value.asm8.view("i8")), "unit": value.unit, "zone": zone}
    return {"is": "timedelta", "ticks": int(value.asm8.view("i8")), "unit": value.unit}


def _calendar(packer: _Packer, value: Any, depth: int) -> Tree:
    if isinstance(value, datetime.timedelta):
        return {"is": "days", "parts": [value.days, value.seconds, value.microseconds]}
    if isinstance(value, datetime.datetime) and value.tzinfo is not None:
        return _opaque(value)
    return {"is": "datetime" if isinstance(value, datetime.datetime) else "date", "iso": value.isoformat()}


def _series_like(packer: _Packer, value: Any, depth: int) -> Tree:
    """A bare pandas array (``series.array``)."""
    return {"is": "bare", "values": _column(packer, pd.Series(value), depth)}


_PACKERS: tuple[tuple[Any, Callable[[_Packer, Any, int], Tree]], ...] = (
    (np.generic, _scalar),  # before float, which np.float64 is too
    (type(pd.NaT), _stamp),
    (pd.Timestamp, _stamp),
    (pd.Timedelta, _stamp),
    (type(pd.NA), lambda packer, value, depth: {"is": "NA"}),
    (int, _integer),
    (float, lambda packer, value, depth: float.__float__(value)),
    (str, _text),
    (complex, lambda packer, value, depth: {"is": "complex", "parts": [value.real, value.imag]}),
    ((list, tuple, set, frozenset, collections.deque), _sequence),
    ((dict, types.MappingProxyType), _mapping),
    (
        (type({}.keys()), type({}.values()), type({}.items())),
        lambda packer, value, depth: _sequence(packer, list(value), depth),
    ),
    (pd.DataFrame, _frame),
    (pd.Series, _series),
    (pd.Index, lambda packer, value, depth: _index(packer, value, depth)),
    (np.ndarray, _array),
    (pd.api.extensions.ExtensionArray, _series_like),
    (
        pd.Period,
        lambda packer, value, depth: {"is": "period", "ordinal": value.ordinal, "freq": value.freqstr},
    ),
    (
        pd.Interval,
        lambda packer, value, depth: {
            "is": "interval",
            "ends": [packer.value(value.left, depth), packer.value(value.right, depth)],
            "closed": value.closed,
        },
    ),
    ((datetime.date, datetime.timedelta), _calendar),
    (decimal.Decimal, lambda packer, value, depth: {"is": "decimal", "text": str(value)}),
    (
        fractions.Fraction,
        lambda packer, value, depth: {"is": "fraction", "parts": [value.numerator, value.denominator]},
    ),
    (range, lambda packer, value, depth: {"is": "steps", "bounds": [value.start, value.stop, value.step]}),
)


def pack(value: Any, keep: Keep | None = None) -> tuple[Tree, list[bytes]]:
    """Turn a value into a tree for JSON and the bytes of its arrays.

    Parameters
    ----------
    value : object
        Anything.
    keep : callable, optional
        Keeps a function and gives the number by which it can be called; without it a function is opaque.

    Returns
    -------
    tree : object
        What JSON can hold.
    buffers : list of bytes
        The arrays, in the order in which the tree names them.

    Examples
    --------
    >>> pack({"mean": 4.5})
    ({'is': 'dict', 'items': [['mean', 4.5]]}, [])
    >>> pack(object())
    ({'is': 'opaque', 'type': 'object'}, [])
    """
    packer = _Packer(keep)
    try:
        return packer.value(value), packer.buffers
    except TooLargeError:
        return too_large(value), []
    except Exception as error:  # a value that cannot be read, whatever it raises, is no plain value
        return {"is": "opaque", "type": _name(type(value)), "why": str(error)[:200]}, []


def too_large(value: Any) -> Tree:
    """Give the tree that stands for a value of more data than is taken.

    Parameters
    ----------
    value : object
        The value.

    Returns
    -------
    object
        What JSON can hold.

    Examples
    --------
    >>> too_large("a text")
    {'is': 'opaque', 'type': 'str', 'large': True}
    """
    return _opaque(value) | {"large": True}
