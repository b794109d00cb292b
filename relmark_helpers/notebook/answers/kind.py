"""What every kind of answer can do, and the verdict on one that cannot be compared."""

from __future__ import annotations

from typing import Any, Literal, Protocol


class Unfit(Exception):  # noqa: N818 - it is no error but a verdict on its way
    """An answer that cannot be compared: of the wrong kind or the wrong shape."""

    def __init__(self, outcome: Literal["kind", "shape"], says: str) -> None:
        super().__init__(says)
        self.outcome: Literal["kind", "shape"] = outcome
        self.says = says


class Kind(Protocol):
    """What every kind of answer can do."""

    def read(self, answer: Any) -> Any:
        """Turn an answer into plain values; raise Unfit if it is of another kind or shape."""

    def same(self, given: Any, wanted: Any) -> bool:
        """Whether two read answers agree within the tolerance."""

    def where_wrong(self, given: Any, wanted: Any) -> str:
        """A sentence that says which part is wrong, with a space behind it; may be empty."""
