"""Answers of several values by name."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from relmark_helpers.notebook.answers.kind import Kind, Unfit, described


@dataclass(frozen=True)
class Named:
    """Several answers of one kind by name, as a dict or a Series.

    Parameters
    ----------
    keys : sequence of str
        The names that must be there.
    each : Kind
        The kind of every one of them.

    Examples
    --------
    >>> from relmark_helpers.notebook.answers.single import Number
    >>> Named(["low", "high"], Number("points")).read(pd.Series({"high": 2, "low": 1}))
    {'low': 1.0, 'high': 2.0}
    """

    keys: Sequence[Hashable]
    each: Kind

    def read(self, answer: Any) -> dict[Hashable, Any]:
        """Read a dict or a Series; more names than asked for do no harm."""
        if not isinstance(answer, (Mapping, pd.Series)):
            raise Unfit("kind", f"The answer is a dict or a Series by name; this is {described(answer)}.")
        if isinstance(answer, pd.Series) and answer.index.has_duplicates:
            raise Unfit("shape", "A name stands more than once in the Series; each needs one value.")
        given = dict(answer.items())
        missing = [key for key in self.keys if key not in given]
        if missing:
            raise Unfit(
                "shape",
                f"There is no value for {missing[0]!r}; {len(missing)} of {len(self.keys)} are missing.",
            )
        return {key: self._read_one(key, given[key]) for key in self.keys}

    def _read_one(self, key: Hashable, value: Any) -> Any:
        try:
            return self.each.read(value)
        except Unfit as unfit:
            raise Unfit(unfit.outcome, f"At {key!r}: {unfit.says}") from None

    def same(self, given: dict[Hashable, Any], wanted: dict[Hashable, Any]) -> bool:
        """Whether all values agree."""
        return all(self.each.same(given[key], wanted[key]) for key in self.keys)

    def where_wrong(self, given: dict[Hashable, Any], wanted: dict[Hashable, Any]) -> str:
        """Say how many and which names are wrong."""
        wrong = [key for key in self.keys if not self.each.same(given[key], wanted[key])]
        if len(wrong) == len(self.keys):
            return "No value is right yet. "
        return f"{len(self.keys) - len(wrong)} of {len(self.keys)} are right; look again at {wrong[0]!r}. "
