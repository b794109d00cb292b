"""Classes of Kano as answers: one letter, and a letter for each feature of the case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from relmark_helpers.notebook.answers import Named, Word
from relmark_helpers.topics.survey.model.kano import CLASSES
from relmark_helpers.topics.survey.model.studies import FEATURES

LETTER = Word(tuple(CLASSES))


class OfCase:
    """Classes of the features that the case has; which these are, the right answer says."""

    def read(self, answer: Any) -> dict[Any, Any]:
        """Read the classes of the features that are named."""
        named = [name for name in FEATURES if isinstance(answer, Mapping | pd.Series) and name in answer]
        return Named(named or list(FEATURES), LETTER).read(answer)

    def same(self, given: dict[Any, Any], wanted: dict[Any, Any]) -> bool:
        """Whether every feature that is wanted has its class."""
        return all(given.get(name) == letter for name, letter in wanted.items())

    def where_wrong(self, given: dict[Any, Any], wanted: dict[Any, Any]) -> str:
        """Say how many are right."""
        good = sum(given.get(name) == letter for name, letter in wanted.items())
        return f"{good} of {len(wanted)} are right. "
