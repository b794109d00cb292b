"""Every public model function that takes tables or columns, given bad ones: the same answer, or one sentence."""

import dataclasses
import fnmatch
import importlib
import inspect
import pkgutil
import warnings

import numpy as np
import pandas as pd
import pytest
from good_calls import CALLS

from relmark_helpers import topics
from relmark_helpers.errors import CourseError

MOST_COLUMNS = 3  # of a wide table that are spoilt one by one


def _modules():
    for topic in pkgutil.iter_modules(topics.__path__, f"{topics.__name__}."):
        model = importlib.import_module(f"{topic.name}.model")
        yield model
        for module in pkgutil.iter_modules(getattr(model, "__path__", []), f"{model.__name__}."):
            yield importlib.import_module(module.name)


def _belong_together(function):
    """Whether it takes a table or a column, or two lists whose places belong together."""
    given = [str(each.annotation) for each in inspect.signature(function).parameters.values()]
    lists = [each for each in given if "ndarray" in each or each == "Sequence[float]"]
    return any("pd.Series" in each or "pd.DataFrame" in each for each in given) or len(lists) > 1


FUNCTIONS = {
    f"{module.__name__.split('.')[2]}.{name}": function
    for module in _modules()
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__ and not name.startswith("_") and _belong_together(function)
}


def test_every_model_function_that_takes_tables_has_a_good_call():
    assert sorted(FUNCTIONS) == sorted(CALLS)


def _plain(value, labels):
    """What a result says, whatever the order of its rows and the types of its numbers."""
    if isinstance(value, pd.DataFrame):
        some = value[[name for name in value if not str(name).endswith(("low", "high", "error"))]]
        head = [tuple(map(str, some.columns))]
        rows = some.reset_index() if labels else some
        return head + sorted(
            str([_plain(each, labels) for each in row]) for row in rows.to_numpy(dtype=object)
        )
    if isinstance(value, pd.Series):
        return _plain(value.to_frame("value"), labels)
    if isinstance(value, np.ndarray):
        return (
            sorted(str(_plain(each, labels)) for each in value)
            if value.ndim
            else _plain(value.item(), labels)
        )
    if dataclasses.is_dataclass(value):
        return _plain(dataclasses.asdict(value), labels)
    if isinstance(value, dict):
        return [(key, _plain(each, labels)) for key, each in value.items() if key not in ("low", "high")]
    if isinstance(value, tuple | list):
        return [_plain(each, labels) for each in value]
    if value is None or value is pd.NA or value is pd.NaT:
        return "nan"
    if isinstance(value, bool | int | float | np.number | np.bool_):
        return f"{float(value):.7g}"
    return str(value)


def _with(column, value):
    spoilt = column.astype(object)
    spoilt.iloc[0] = value
    return spoilt


def _gap(column):
    if column.dtype.kind == "f" or column.dtype.kind == "M":
        return column.where(np.arange(len(column)) > 0)
    return _with(column, None)


def _spoilt_columns(column):
    """Name and give what can go wrong within a column."""
    yield "text", column.astype(str)
    yield "gap", _gap(column)
    if column.dtype.kind in "biu":
        yield "fraction", _with(column, 0.5).astype("Float64").astype("float64")
    if column.dtype.kind == "b":
        yield "words", column.map({True: "yes", False: "no"})


def _rows(given):
    """Name and give what can go wrong with rows and labels of a table or column."""
    yield "shuffled", given.sample(frac=1, random_state=1)
    yield "other labels", given.set_axis([f"row {number}" for number in range(len(given))])
    yield "labels twice", given.set_axis([0, *range(len(given) - 1)])
    yield "empty", given.iloc[:0]
    yield "None", None
    yield "number", 7


def _run(function, arguments):
    """Give the result, or the sentence; any other exception, and any warning, is the model's fault."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return function(**arguments), None
        except CourseError as error:
            return None, str(error)


def _bad_calls(name, call):
    for parameter, given in call.arguments.items():
        if isinstance(given, np.ndarray):
            given = pd.Series(given) if given.ndim == 1 else None
        if not isinstance(given, pd.Series | pd.DataFrame):
            continue
        for what, bad in _rows(given):
            yield f"{parameter} {what}", what, bad, parameter
        if isinstance(given, pd.Series):
            for what, bad in _spoilt_columns(given):
                yield f"{parameter} {what}", what, bad, parameter
            continue
        for column in _some_columns(given):
            yield f"{parameter}.{column} missing", "missing", given.drop(columns=column), parameter
        for column in _read(name, parameter)[:MOST_COLUMNS]:
            for what, bad in _spoilt_columns(given[column]):
                yield f"{parameter}.{column} {what}", what, given.assign(**{str(column): bad}), parameter
        for key in call.once.get(parameter, ()):
            twice = pd.concat([given, given.iloc[[0]]], ignore_index=True)
            yield f"{parameter}.{key} twice", "twice", twice, parameter


def _some_columns(table):
    """All, but of numbered ones, as questions are, only some."""
    numbered = [name for name in table if str(name)[-1].isdigit()]
    return [name for name in table if name not in numbered or name in numbered[:: len(numbered) // 4 + 1]]


def _read(name, parameter):
    """The columns of a table without which the function does not give the same."""
    call, function, found = CALLS[name], FUNCTIONS[name], []
    columns = _some_columns(call.arguments[parameter])
    if call.slow:
        return columns
    right = _plain(function(**call.arguments), True)
    for column in columns:
        try:
            less = call.arguments[parameter].drop(columns=column)
            same = _plain(_run(function, call.arguments | {parameter: less})[0], True) == right
        except Exception:
            same = False
        if not same:
            found.append(column)
            if len(found) == MOST_COLUMNS:
                break
    return found


@pytest.mark.parametrize("name", sorted(CALLS))
def test_a_bad_table_gives_the_same_answer_or_one_sentence(name):
    call, function = CALLS[name], FUNCTIONS[name]
    right = None if call.slow else function(**call.arguments)
    wrong = []
    for said, what, bad, parameter in _bad_calls(name, call):
        if any(fnmatch.fnmatch(said, pattern) for pattern in call.legitimate):
            continue
        if call.slow and what in ("shuffled", "other labels", "labels twice", "twice"):
            continue
        try:
            result, sentence = _run(function, call.arguments | {parameter: bad})
        except Exception as error:
            wrong.append(f"{said}: {type(error).__name__}: {str(error)[:90]}")
            continue
        if sentence is not None:
            if not sentence.endswith(".") or "\n" in sentence:
                wrong.append(f"{said}: no sentence: {sentence!r}")
            continue
        labels = what not in ("other labels", "labels twice")
        if call.slow or _plain(result, labels) != _plain(right, labels):
            wrong.append(f"{said}: another answer without a word")
    assert not wrong, "\n".join(wrong)


def test_what_no_table_of_its_kind_can_hold_is_refused_by_name():
    from relmark_helpers.topics.lifetime.model import profits, sbg, survival

    with pytest.raises(CourseError, match="counts of lost must hold numbers from 0; found -1"):
        sbg.fit_sbg(np.array([5.0, -1.0]), np.array([1.0, 1.0]))
    with pytest.raises(CourseError, match=r"different labels: 1 of one are not in the other \(first: 'a'\)"):
        survival.kaplan_meier(pd.Series([1, 2], ["a", "b"]), pd.Series([True, False], ["b", "c"]))
    good = CALLS["lifetime.order_profits"].arguments
    sold = good["order_lines"]["product_id"].iloc[0]
    fewer = good["products"][good["products"]["product_id"] != sold]
    with pytest.raises(CourseError, match=f"lacks product {sold}, sold in"):
        profits.order_profits(**good | {"products": fewer})
