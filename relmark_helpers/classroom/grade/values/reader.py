"""What reads a tree of plain data: it takes nothing for granted, and calls for each kind what reads it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from relmark_helpers.classroom.grade.values.pack import DEEPEST, RAW_KINDS

Tree = Any
Call = Callable[[int, tuple[Any, ...], dict[str, Any]], Any]
Read = Callable[["Reader", Tree, int], Any]


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


class Reader:
    """Reads one tree.

    Parameters
    ----------
    readers : mapping of str to callable
        What reads each kind.
    buffers : sequence of bytes
        The bytes of the arrays.
    call : callable or None
        Calls a function of the student's.
    """

    def __init__(self, readers: Mapping[str, Read], buffers: Sequence[bytes], call: Call | None) -> None:
        self.readers, self.buffers, self.call = readers, buffers, call

    def value(self, tree: Tree, depth: int = 0) -> Any:
        """Read any value."""
        if depth > 2 * DEEPEST:
            raise Damaged("nested too deep")
        if tree is None or isinstance(tree, (bool, int, float, str)):
            return tree
        if isinstance(tree, list):
            return [self.value(each, depth + 1) for each in tree]
        return self.readers[tree["is"]](self, tree, depth + 1)

    def all(self, trees: Any, depth: int) -> list[Any]:
        """Read every item of a list."""
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
        """Read an array from its bytes."""
        kind = np.dtype(dtype)
        if (
            kind.kind not in RAW_KINDS
            or kind.hasobject
            or not all(isinstance(n, int) and n >= 0 for n in shape)
        ):
            raise Damaged(f"array of {dtype}")
        data = self.buffers[position(number)]
        if math.prod(shape) * kind.itemsize != len(data):
            raise Damaged("array whose size does not fit")
        return np.frombuffer(data, dtype=kind).reshape(shape).copy()


def position(tree: Tree) -> int:
    """Give a place or a length.

    Raises
    ------
    Damaged
        If it is none.

    Examples
    --------
    >>> position(3)
    3
    """
    if type(tree) is not int or tree < 0:
        raise Damaged("a number belongs here")
    return tree


def text(tree: Tree) -> str:
    """Give a text.

    Raises
    ------
    Damaged
        If it is none.

    Examples
    --------
    >>> text("orders")
    'orders'
    """
    if not isinstance(tree, str):
        raise Damaged("a text belongs here")
    return tree


def whole(tree: Tree) -> int:
    """Give a whole number.

    Raises
    ------
    Damaged
        If it is none.

    Examples
    --------
    >>> whole(-3)
    -3
    """
    if type(tree) is not int:
        raise Damaged("a whole number belongs here")
    return tree


def one_of(tree: Tree, *known: str) -> Any:
    """Give one of a few words.

    Raises
    ------
    Damaged
        If it is another.

    Examples
    --------
    >>> one_of("left", "left", "right")
    'left'
    """
    if tree not in known:
        raise Damaged(f"none of {', '.join(known)}")
    return tree
