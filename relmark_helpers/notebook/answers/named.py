"""Answers of several values by name."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from relmark_helpers.notebook.answers import plain
from relmark_helpers.notebook.answers.kind import Kind, Unfit


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
        """Read a dict or a Series; more names than asked for do no harm, nor do capitals or blanks."""
        if not isinstance(answer, (Mapping, pd.Series)):
            raise Unfit("kind", f"The answer is a dict or a Series by name; this is {_no_names(answer)}.")
        names, values = [name for name, _ in answer.items()], [value for _, value in answer.items()]
        places = {key: plain.find(key, names) for key in self.keys}
        missing = [key for key in self.keys if not places[key]]
        if missing:
            raise Unfit("shape", self._missing(missing))
        twice = [key for key in self.keys if len(places[key]) > 1]
        if twice:
            raise Unfit("shape", f"The name {twice[0]!r} stands more than once; it needs one value.")
        return {key: self._read_one(key, values[places[key][0]]) for key in self.keys}

    def _missing(self, missing: list[Hashable]) -> str:
        are = "is" if len(missing) == 1 else "are"
        says = f"There is no value for {missing[0]!r}; {len(missing)} of {len(self.keys)} {are} missing."
        whole = len(missing) == len(self.keys) > 1
        return f"{says} The names are {plain.listed(list(self.keys))}." if whole else says

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
        good = len(self.keys) - len(wrong)
        return (
            f"{good} of {len(self.keys)} {'is' if good == 1 else 'are'} right; look again at {wrong[0]!r}. "
        )


def _no_names(answer: Any) -> str:
    what = plain.described(answer)
    if isinstance(answer, pd.DataFrame) and 1 in answer.shape:
        row = answer.shape[0] == 1
        out = ".iloc[0]" if row else ".iloc[:, 0]"
        return f"a table of one {'row' if row else 'column'}: take it out with {out}"
    if plain.is_table(answer) and answer.shape[0] == 1 and hasattr(answer, "row"):
        return f"{what} of one row: take it out with .row(0, named=True)"
    return f"{what}, which has no names" if what == "a polars Series" else what
