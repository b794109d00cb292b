"""Reading arrays, columns and tables of numpy and pandas."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.classroom.grade.values.reader import (
    Damaged,
    Read,
    Reader,
    Tree,
    one_of,
    position,
    text,
    whole,
)

UNITS = ("s", "ms", "us", "ns")
_MASKED = (
    "boolean",
    *(f"{sign}{bits}" for sign in ("Int", "UInt") for bits in (8, 16, 32, 64)),
    "Float32",
    "Float64",
)


def _array(reader: Reader, tree: Tree, depth: int) -> np.ndarray:
    shape = tuple(position(each) for each in tree["shape"])
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


def _scalar(reader: Reader, tree: Tree, depth: int) -> Any:
    return reader.raw(tree["raw"], tree["dtype"], ())[()]


def _categorical(reader: Reader, tree: Tree, depth: int) -> Any:
    codes, categories = (
        reader.of(np.ndarray, tree["codes"], depth),
        reader.of(pd.Index, tree["categories"], depth),
    )
    return pd.Categorical.from_codes(codes, categories=categories, ordered=tree["ordered"] is True)


def _zoned(reader: Reader, tree: Tree, depth: int) -> Any:
    return (
        pd.DatetimeIndex(reader.of(np.ndarray, tree["values"], depth))
        .tz_localize("UTC")
        .tz_convert(text(tree["zone"]))
        .array
    )


def _periods(reader: Reader, tree: Tree, depth: int) -> Any:
    index: Any = pd.PeriodIndex
    return index.from_ordinals(reader.of(np.ndarray, tree["ordinals"], depth), freq=text(tree["freq"])).array


def _texts(reader: Reader, tree: Tree, depth: int) -> Any:
    items = [each if each is None else text(each) for each in tree["items"]]
    missing = np.nan if tree["nan"] is True else pd.NA
    return pd.array(items, dtype=pd.StringDtype(na_value=missing))


def _masked(reader: Reader, tree: Tree, depth: int) -> Any:
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


def _names(reader: Reader, tree: Tree, depth: int) -> list[Any]:
    return reader.all(tree["names"], depth)


def _index(reader: Reader, tree: Tree, depth: int) -> pd.Index:
    (name,) = _names(reader, tree, depth)
    values = reader.value(tree["values"], depth)
    index: pd.Index = pd.Index(values, name=name, dtype=getattr(values, "dtype", None))
    return index


def _range(reader: Reader, tree: Tree, depth: int) -> pd.RangeIndex:
    (name,) = _names(reader, tree, depth)
    return pd.RangeIndex(range(*(whole(each) for each in tree["bounds"])), name=name)


def _multiindex(reader: Reader, tree: Tree, depth: int) -> pd.MultiIndex:
    levels = [reader.of(pd.Index, each, depth) for each in tree["levels"]]
    codes = [reader.of(np.ndarray, each, depth) for each in tree["codes"]]
    return pd.MultiIndex(levels=levels, codes=codes, names=_names(reader, tree, depth))


def _column(reader: Reader, tree: Tree, depth: int) -> Any:
    values = reader.value(tree, depth)
    if not isinstance(values, (np.ndarray, pd.api.extensions.ExtensionArray)) or values.ndim != 1:
        raise Damaged("a column belongs here")
    return values


def _series(reader: Reader, tree: Tree, depth: int) -> pd.Series:
    values, index = _column(reader, tree["values"], depth), reader.of(pd.Index, tree["index"], depth)
    made: pd.Series = pd.Series(
        values, index=index, name=reader.value(tree["name"], depth), dtype=values.dtype
    )
    return made


def _frame(reader: Reader, tree: Tree, depth: int) -> pd.DataFrame:
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


def _timestamp(reader: Reader, tree: Tree, depth: int) -> Any:
    stamp = pd.Timestamp(np.datetime64(whole(tree["ticks"]), one_of(tree["unit"], *UNITS)))
    return stamp if tree["zone"] is None else stamp.tz_localize("UTC").tz_convert(text(tree["zone"]))


def _timedelta(reader: Reader, tree: Tree, depth: int) -> Any:
    return pd.Timedelta(np.timedelta64(whole(tree["ticks"]), one_of(tree["unit"], *UNITS)))


TABLES: dict[str, Read] = {
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
}
