"""Other forms of a right answer, which are right as well: what other ways of working hand in."""

from __future__ import annotations

import math
import numbers
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.authoring.stress.function_forms import forms_of_a_function
from relmark_helpers.notebook.answers import Function, Kind, Named, Number, Table, Word

EDGE = 0.9  # of the tolerance: as far off as an answer may be that has been rounded
Forms = Iterator[tuple[str, Any]]


def forms_of(kind: Kind, answer: Any) -> Forms:
    """Every other form of a right answer.

    Parameters
    ----------
    kind : Kind
        What the task wants.
    answer : object
        The reference's answer.

    Yields
    ------
    tuple of str and object
        What was done to it, and what came out.

    Examples
    --------
    >>> from relmark_helpers.notebook.answers import Number
    >>> dict(forms_of(Number("yuan", 0.01), 2.0))["Decimal"]
    Decimal('2.0')
    """
    if isinstance(kind, Number):
        return _numbers(kind.read(answer), kind.tolerance)
    if isinstance(kind, Word):
        return _words(str(answer))
    if isinstance(kind, Named):
        return _named(kind.read(answer), kind.each)
    if isinstance(kind, Table):
        return _tables(kind.read(answer), kind.tolerance)
    if isinstance(kind, Function):
        return forms_of_a_function(answer, kind)
    if isinstance(answer, Mapping):  # a kind of a topic's own, judged by a rule
        return _mappings(dict(answer), extra=False)
    return iter(())


def _numbers(value: float, tolerance: float) -> Forms:
    yield from _scalars(value, tolerance)
    yield "array of one", np.array([value])
    yield "array of one by one", np.array([[value]])
    yield "Series of one", pd.Series([value], index=["answer"])
    yield "Series of one, Float64", pd.Series([value], dtype="Float64")
    if find_spec("polars"):
        import polars

        yield "polars Series of one", polars.Series([value])


def _scalars(value: float, tolerance: float) -> Forms:
    yield "float", float(value)
    yield "numpy scalar", np.float64(value)
    yield "array without dimension", np.array(value)
    yield "Decimal", Decimal(repr(float(value)))
    if math.isfinite(value):
        yield "Fraction", Fraction(value)
        yield "nine tenths of the tolerance above", value + EDGE * tolerance
        yield "nine tenths of the tolerance below", value - EDGE * tolerance
        yield "rounded as far as the tolerance allows", round(value, _decimals(tolerance))
    if abs(float(np.float32(value)) - value) <= EDGE * tolerance:
        yield "float32", np.float32(value)
    if float(value).is_integer():
        yield "int", int(value)
        yield "numpy int", np.int64(value)


def _decimals(tolerance: float) -> int:
    """The fewest decimals that keep a rounded value within the tolerance."""
    return math.ceil(-math.log10(2 * EDGE * tolerance))


def _words(word: str) -> Forms:
    yield "numpy text", np.str_(word)
    yield "capitals", word.upper()
    yield "small letters", word.lower()
    yield "First letters large", word.title()
    yield "blanks at both ends", f"  {word}\n"
    if " " in word:
        yield "two blanks within", word.replace(" ", "  ")


def _each(kind: Kind, value: Any) -> dict[str, Any]:
    if isinstance(kind, Number):
        return dict(_scalars(value, kind.tolerance))
    return dict(_words(value)) if isinstance(value, str) else {}


def _named(values: dict[Any, Any], kind: Kind) -> Forms:
    yield from _mappings(values, extra=True)
    by_key = {key: _each(kind, value) for key, value in values.items()}
    for name in dict.fromkeys(name for forms in by_key.values() for name in forms):
        yield (
            f"every value: {name}",
            {key: by_key[key].get(name, value) for key, value in values.items()},
        )
    if all(isinstance(key, str) for key in values):
        yield "names in capitals", {key.upper(): value for key, value in values.items()}
        yield "names with blanks", {f" {key} ": value for key, value in values.items()}
        yield "names as numpy text", {np.str_(key): value for key, value in values.items()}
        yield "Series, index as text", pd.Series(values, index=pd.Index(list(values), dtype="string"))
        yield (
            "Series, index as categories",
            pd.Series(list(values.values()), pd.CategoricalIndex(list(values))),
        )
    if all(isinstance(key, numbers.Integral) for key in values):
        yield "Series, index Int64", pd.Series(list(values.values()), pd.Index(list(values), dtype="Int64"))
    if all(isinstance(value, float) for value in values.values()):
        yield "Series, Float64", pd.Series(values, dtype="Float64")
        yield "nine tenths off, to and fro", dict(_to_and_fro(values, getattr(kind, "tolerance", 0.0)))
    else:
        yield "Series of text", pd.Series(values, dtype="string")
        yield "Series of categories", pd.Series(values, dtype="category")


def _to_and_fro(values: Mapping[Any, float], tolerance: float) -> Iterator[tuple[Any, float]]:
    for place, (key, value) in enumerate(values.items()):
        yield key, value + (-1) ** place * EDGE * tolerance


def _mappings(values: dict[Any, Any], *, extra: bool) -> Forms:
    back = dict(reversed(values.items()))
    yield "dict", dict(values)
    yield "dict in another order", back
    yield "read-only mapping", MappingProxyType(values)
    if extra:
        yield "one more name", {"something else": "text", **values}
        yield "Series", pd.Series(values)
        yield "Series in another order", pd.Series(back)
        yield "Series of objects", pd.Series(values, dtype=object)
        yield "Series with names of its own", pd.Series(values, name="values").rename_axis("names")


def _tables(table: pd.DataFrame, tolerance: float) -> Forms:
    back = table.iloc[::-1]
    mixed = table.sample(frac=1, random_state=1)
    yield "as it is", table
    yield "columns in another order", table[list(table.columns[::-1])]
    yield "one more column", table.assign(**{"something else": "text"})
    yield "rows backwards", back
    yield "rows mixed", mixed
    yield "columns of objects", table.astype(object)
    yield "columns Float64", table.astype("Float64")
    if all((table[name].dropna() % 1 == 0).all() for name in table):
        yield "columns Int64", table.astype("Int64")
    yield "Decimals", table.map(lambda value: value if math.isnan(value) else Decimal(repr(float(value))))
    yield "axes with names of their own", table.rename_axis("something", axis=0).rename_axis("else", axis=1)
    yield "nine tenths of the tolerance above", table + EDGE * tolerance
    yield "nine tenths of the tolerance below", table - EDGE * tolerance
    yield "rounded as far as the tolerance allows", table.round(_decimals(tolerance))
    if (table - table.astype("float32").astype("float64")).abs().max().max() <= EDGE * tolerance:
        yield "float32", table.astype("float32")
    for dtype in ("int64", "int32", "Int64", object, "string", "category"):
        if _keeps_labels(table.index, dtype):
            yield f"index as {getattr(dtype, '__name__', dtype)}", mixed.set_axis(mixed.index.astype(dtype))


def _keeps_labels(index: pd.Index, dtype: Any) -> bool:
    if dtype == "string" and not all(isinstance(label, str) for label in index):
        return False
    try:
        return list(index.astype(dtype)) == list(index)
    except (TypeError, ValueError):
        return False
