"""Answers that are functions."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any

from relmark_helpers.notebook.answers.kind import Kind, Unfit
from relmark_helpers.notebook.answers.plain import SHOWN, described
from relmark_helpers.notebook.answers.single import Number


@dataclass(frozen=True)
class Function:
    """A function, judged by what it returns for some inputs.

    Parameters
    ----------
    inputs : tuple of tuples
        Arguments of each trial.
    returns : Kind
        The kind of what it returns.

    Examples
    --------
    >>> double = Function(((1,), (2,)), Number("yuan"))
    >>> double.read(lambda price: 2 * price)
    (2.0, 4.0)
    """

    inputs: tuple[tuple[Any, ...], ...]
    returns: Kind = field(default_factory=lambda: Number("number"))

    def read(self, answer: Callable[..., Any]) -> tuple[Any, ...]:
        """Call the function on every input and read what it returns."""
        if not callable(answer):
            raise Unfit("kind", f"The answer is a function (def …); this is {described(answer)}.")
        return tuple(self._call(answer, arguments) for arguments in self.inputs)

    def _call(self, answer: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        called = f"Called with ({_shown(arguments)}) your function"
        try:
            result = answer(*deepcopy(arguments))  # a function that works in place spoils nothing
        except (Exception, SystemExit) as error:
            # whatever the learner's function raises is part of its answer
            raise Unfit("kind", f"{called} stops: {type(error).__name__}: {error}.") from None
        if result is None:
            raise Unfit("kind", f"{called} returns nothing; end it with `return …`.")
        try:
            return self.returns.read(result)
        except Unfit as unfit:
            raise Unfit(unfit.outcome, f"{called} does not return what it should. {unfit.says}") from None

    def same(self, given: tuple[Any, ...], wanted: tuple[Any, ...]) -> bool:
        """Whether the results agree for every input."""
        return all(self.returns.same(one, other) for one, other in zip(given, wanted, strict=True))

    def where_wrong(self, given: tuple[Any, ...], wanted: tuple[Any, ...]) -> str:
        """Say for which inputs the function is wrong."""
        wrong = [
            arguments
            for arguments, one, other in zip(self.inputs, given, wanted, strict=True)
            if not self.returns.same(one, other)
        ]
        return f"It is wrong for the input ({_shown(wrong[0])}). "


def _shown(arguments: tuple[Any, ...]) -> str:
    return ", ".join(shorten(repr(each), SHOWN, placeholder=" …") for each in arguments)
