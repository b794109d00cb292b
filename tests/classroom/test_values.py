"""Values cross from a student's process to the judge's as plain data: all that is plain, and nothing else."""

import collections
import datetime
import decimal
import enum
import fractions
import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmark_helpers.classroom.grade.values import Damaged, pack, unpack
from relmark_helpers.classroom.grade.values.reader import Opaque

PLAIN = [
    None, True, False, 0, -7, 2**100, 2.5, float("inf"), -0.0, "text", "满意", "", 1 + 2j,
    [], [1, [2, "x"]], (1, (2,)), {1, 2}, frozenset({"a"}), {}, {"a": 1, 2: [3]}, collections.Counter("abca"),
    np.int8(-3), np.float32(0.1), np.float64(0.1), np.bool_(True), np.datetime64("2024-02-29"), np.arange(6).reshape(2, 3),
    np.array([]), np.array(3.5), np.array(["a", "bb"]), np.array([True, False]),
    pd.Timestamp("2024-03-31 12:00"), pd.Timestamp("2024-03-31", tz="Asia/Shanghai"), pd.Timedelta("3 days"),
    pd.Period("2024-02", "M"), pd.Interval(0, 1.5, closed="left"), datetime.date(2024, 2, 29),
    datetime.datetime(2024, 2, 29, 8), datetime.timedelta(hours=3), decimal.Decimal("1.10"), fractions.Fraction(1, 3), range(2, 9, 3),
]  # fmt: skip

TABLES = [
    pd.DataFrame({"a": [1, 2], "b": ["x", None], "c": pd.Categorical(["u", "v"], ordered=True)}),
    pd.DataFrame({"i": pd.array([1, None], dtype="Int64"), "f": pd.array([None, 0.5], dtype="Float64")}, index=["p", "q"]),
    pd.DataFrame({"b": pd.array([True, None], dtype="boolean"), "s": pd.array(["x", None], dtype="string")}),
    pd.DataFrame({"d": pd.to_datetime(["2024-01-01", None]), "p": pd.PeriodIndex(["2024-01", "2024-02"], freq="M")}),
    pd.DataFrame({"z": pd.to_datetime(["2024-01-01", "2024-07-01"]).tz_localize("Europe/Berlin")}),
    pd.DataFrame({"o": [[1], {"k": 2}], "t": pd.to_timedelta(["1h", "2h"])}),
    pd.DataFrame(index=pd.RangeIndex(3)),
    pd.DataFrame([[1, 2], [3, 4]], columns=["same", "same"]),
    pd.DataFrame({("a", "x"): [1.0], ("b", "y"): [2.0]}, index=pd.MultiIndex.from_tuples([(1, "u")], names=["n", "m"])),
]  # fmt: skip


def through(value, call=None):
    """As it goes over: the tree as JSON text, and back."""
    tree, buffers = pack(value, keep=lambda function: 7)
    return unpack(json.loads(json.dumps(tree)), buffers, call)


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_values_arrive_as_they_were(value):
    found = through(value)
    assert type(found) is type(value)
    if isinstance(value, np.ndarray):
        np.testing.assert_array_equal(found, value, strict=True)
    else:
        assert found == value
        assert repr(found) == repr(value)


@pytest.mark.parametrize("missing", [float("nan"), pd.NaT, pd.NA, np.float64("nan")], ids=repr)
def test_missing_values_stay_missing(missing):
    assert type(through(missing)) is type(missing)
    assert pd.isna(through(missing))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(list(table.dtypes)))
def test_tables_and_their_columns_arrive_as_they_were(table):
    pd.testing.assert_frame_equal(through(table), table, check_freq=False)
    for place in range(table.shape[1]):
        pd.testing.assert_series_equal(through(table.iloc[:, place]), table.iloc[:, place], check_freq=False)


scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
nested = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner) | st.tuples(inner, inner)
    ),
)


@settings(max_examples=200, deadline=None)
@given(nested)
def test_whatever_is_nested_arrives_as_it_was(value):
    assert through(value) == value


class Liar(float):
    """A number that says it is another one."""

    def __float__(self):
        return 99.0

    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


class Colour(enum.IntEnum):
    RED = 3


class Always:
    def __eq__(self, other):
        return True

    __hash__ = None


class Own(pd.DataFrame):
    """A table of a student's own class."""

    def __getitem__(self, key):
        return Always()


def test_subclasses_arrive_as_what_they_are_underneath():
    assert type(through(Colour.RED)) is int
    assert through(Colour.RED) == 3
    assert type(through(collections.defaultdict(int, a=1))) is dict
    assert type(through(Own({"a": [1]}))) in (pd.DataFrame, type(through(object())))


def test_what_is_no_plain_value_agrees_with_nothing():
    found = through(Always())
    assert isinstance(found, Opaque)
    assert type(found).__name__ == "Always", "a check can still say what it was"
    assert found != 1
    for use in (float, abs, len, bool, list, str.strip, lambda x: x["a"], lambda x: x + 1, lambda x: x < 1):
        with pytest.raises(TypeError):
            use(found)


def test_functions_are_called_where_they_are():
    asked = []
    found = through(
        lambda x: x, call=lambda number, arguments, named: asked.append((number, arguments, named)) or 5
    )
    assert callable(found)
    assert found(1, factor="trust") == 5
    assert asked == [(7, (1,), {"factor": "trust"})]


DEEP = []
for _ in range(200):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "value",
    [DEEP, np.zeros(10_000_000), {"a": np.zeros((3000, 3000))}, object(), type, pd, (n for n in [])],
    ids=lambda v: type(v).__name__,
)
def test_too_deep_too_large_or_no_value_is_opaque(value):
    assert isinstance(through(value), Opaque)


@pytest.mark.parametrize(
    ("tree", "buffers"),
    [
        ({"is": "array", "dtype": "|O", "shape": [1], "raw": 0}, [b"12345678"]),
        ({"is": "array", "dtype": "<f8", "shape": [2], "raw": 0}, [b"12345678"]),
        ({"is": "array", "dtype": "<f8", "shape": [10**12], "raw": 0}, [b""]),
        ({"is": "array", "dtype": "<f8", "shape": [-1], "raw": 0}, [b""]),
        ({"is": "array", "dtype": "<f8", "shape": [1], "raw": 3}, []),
        ({"is": "array", "dtype": "object", "shape": [2], "items": [1]}, []),
        ({"is": "array", "dtype": "nonsense", "shape": [0], "raw": 0}, [b""]),
        ({"is": "frame", "values": [], "index": 1, "columns": 2}, []),
        (
            {
                "is": "frame",
                "values": [[1]],
                "index": {"is": "range", "bounds": [0, 1, 1], "names": [None]},
                "columns": 1,
            },
            [],
        ),
        ({"is": "range", "bounds": [0, "9", 1], "names": [None]}, []),
        ({"is": "dict", "items": [[[1], 2]]}, []),
        ({"is": "masked", "dtype": "object", "values": 1, "missing": 1}, []),
        ({"is": "timestamp", "ticks": 0, "unit": "years", "zone": None}, []),
        ({"is": "__import__", "name": "os"}, []),
        ({"is": ["list"]}, []),
        ({}, []),
    ],
    ids=str,
)
def test_forged_data_is_damaged_and_nothing_else(tree, buffers):
    with pytest.raises(Damaged):
        unpack(tree, buffers)


@settings(max_examples=300, deadline=None)
@given(
    st.recursive(
        scalars,
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "is",
                        "items",
                        "shape",
                        "dtype",
                        "raw",
                        "values",
                        "index",
                        "columns",
                        "names",
                        "bounds",
                        "ticks",
                        "unit",
                        "zone",
                        "type",
                    ]
                ),
                inner
                | st.sampled_from(["array", "frame", "series", "range", "index", "dict", "<f8", "object"]),
            )
        ),
        max_leaves=20,
    )
)
def test_random_trees_are_read_or_damaged(tree):
    try:
        found = unpack(json.loads(json.dumps(tree)), [b"12345678"])
    except Damaged:
        return
    assert type(found).__module__.partition(".")[0] in {
        "builtins",
        "numpy",
        "pandas",
        "collections",
        "datetime",
        "decimal",
        "fractions",
        "relmark_helpers",
    }
