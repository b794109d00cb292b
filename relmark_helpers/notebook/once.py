"""What is worked out from a case is worked out once, however many mistakes a check compares it with."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import wraps
from typing import Any, TypeVar

from relmark_helpers.notebook.case import Case

Value = TypeVar("Value")


def once(work: Callable[[Case], Value]) -> Callable[[Case], Value]:
    """Keep what a function makes of a case until it is asked about another case; give copies.

    Parameters
    ----------
    work : callable
        From a case to a value.

    Returns
    -------
    callable

    Examples
    --------
    >>> calls = []
    >>> price = once(lambda case: calls.append(1) or [case.price])
    >>> mine, other = Case("00", "li.na", {"price": 5}), Case("00", "li.na", {"price": 7})
    >>> price(mine).append(6)
    >>> price(mine), price(other), len(calls)
    ([5], [7], 2)
    """
    kept: list[Any] = [
        None,
        None,
    ]  # what the case holds, which stays the same object as long as it is kept; the value

    @wraps(work)
    def known(case: Case) -> Value:
        if kept[0] is not case.contents:
            kept[:] = case.contents, work(case)
        value: Value = deepcopy(kept[1])
        return value

    return known
