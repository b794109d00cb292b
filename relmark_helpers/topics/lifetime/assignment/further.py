"""Less usual mistakes in assignment 07, by task."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from relmark_helpers.notebook.check import Mistake
from relmark_helpers.topics.lifetime.assignment.further_early import EARLY
from relmark_helpers.topics.lifetime.assignment.further_first import FIRST
from relmark_helpers.topics.lifetime.assignment.further_last import LAST
from relmark_helpers.topics.lifetime.assignment.further_late import LATE

FURTHER: Mapping[str, tuple[Mistake, ...]] = MappingProxyType({**FIRST, **EARLY, **LATE, **LAST})
