"""A kind of answer limited to some of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from relmark_helpers.notebook.answers.function import Function
from relmark_helpers.notebook.answers.kind import Kind
from relmark_helpers.notebook.answers.named import Named
from relmark_helpers.notebook.answers.table import Table


def limited_to(kind: Kind, wanted: Any, inputs: Sequence[tuple[Any, ...]] | None = None) -> Kind:
    """The same kind of answer, but only for the parts that a wanted one holds.

    Parameters
    ----------
    kind : Kind
        The kind of a whole answer.
    wanted : object
        A dict with some of the names, a table with some of the columns; anything else says nothing.
    inputs : sequence of tuples, optional
        For a function: what to call it with instead.

    Returns
    -------
    Kind

    Examples
    --------
    >>> from relmark_helpers.notebook.answers import Number
    >>> limited_to(Named(["low", "high"], Number("points")), {"high": 2.0}).keys
    ('high',)
    """
    if isinstance(kind, Named):
        return replace(kind, keys=tuple(dict(wanted)))
    if isinstance(kind, Table):
        return replace(kind, columns=[name for name in kind.columns if name in wanted])
    if isinstance(kind, Function) and inputs is not None:
        return replace(kind, inputs=tuple(inputs))
    return kind
