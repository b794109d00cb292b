"""Other forms of a right function."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from copy import deepcopy
from decimal import Decimal
from functools import partial, wraps
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.notebook.answers import Function, Number


class CallableObject:
    """A function as an object that can be called.

    Parameters
    ----------
    function : callable
        What it does.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Call the function."""
        return self._function(*arguments, **named)


def forms_of_a_function(function: Callable[..., Any], kind: Function) -> Iterator[tuple[str, Any]]:
    """Every other form of a right function.

    Parameters
    ----------
    function : callable
        The reference's.
    kind : Function
        What the task wants.

    Yields
    ------
    tuple of str and callable

    Examples
    --------
    >>> forms = dict(forms_of_a_function(lambda x: x / 2, Function(((1,),), Number("yuan", 0.1))))
    >>> forms["returns a Decimal"](3), round(forms["nine tenths of the tolerance above"](3), 2)
    (Decimal('1.5'), 1.59)
    """
    yield "lambda", lambda *arguments, **named: function(*arguments, **named)
    yield "object that can be called", CallableObject(function)
    yield "partial", partial(function)
    yield "spoils its arguments", _spoiling(function)
    yield "with one more argument that has a default", _with_default(function)
    returns = kind.returns
    if isinstance(returns, Number):
        off = 0.9 * returns.tolerance
        yield "returns a numpy scalar", _then(function, np.float64)
        yield "returns an array without dimension", _then(function, np.array)
        yield "returns an array of one", _then(function, lambda value: np.array([value]))
        yield "returns a Series of one", _then(function, lambda value: pd.Series([value]))
        yield "returns a Decimal", _then(function, lambda value: Decimal(repr(float(value))))
        yield "nine tenths of the tolerance above", _then(function, lambda value: float(value) + off)
        yield "nine tenths of the tolerance below", _then(function, lambda value: float(value) - off)
        if all(isinstance(each, (int, float, str)) for arguments in kind.inputs for each in arguments):
            yield "vectorised", np.vectorize(function, otypes=[float])
    else:
        yield "returns numpy text", _then(function, np.str_)
        yield "returns capitals", _then(function, lambda word: str(word).upper())
        yield "returns blanks at the ends", _then(function, lambda word: f" {word} ")


def _then(function: Callable[..., Any], last: Callable[[Any], Any]) -> Callable[..., Any]:
    @wraps(function)
    def made(*arguments: Any, **named: Any) -> Any:
        return last(function(*arguments, **named))

    return made


def _spoiling(function: Callable[..., Any]) -> Callable[..., Any]:
    """As a function that works in place: it returns what it should and leaves its arguments spoilt."""

    def made(*arguments: Any, **named: Any) -> Any:
        found = function(*deepcopy(arguments), **named)
        for each in arguments:
            if isinstance(each, (list, dict, set)):
                each.clear()
            elif isinstance(each, np.ndarray):
                each[...] = 0
            elif isinstance(each, pd.DataFrame):
                each.drop(index=list(each.index), inplace=True)
        return found

    return made


def _with_default(function: Callable[..., Any]) -> Callable[..., Any]:
    names = list(inspect.signature(function).parameters)
    space = {"function": function}
    exec(f"def made({', '.join(names)}, more=None):\n    return function({', '.join(names)})", space)
    made: Callable[..., Any] = space["made"]
    return made
