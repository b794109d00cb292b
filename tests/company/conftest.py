from __future__ import annotations

import pandas as pd
import pytest

from relmark_helpers.company.engine import Run, simulate
from relmark_helpers.company.schema import TABLES
from relmark_helpers.company.store import load
from relmark_helpers.company.tables import tables


@pytest.fixture(scope="session")
def committed() -> dict[str, pd.DataFrame]:
    return {name: load(name) for name in TABLES}


@pytest.fixture(scope="session")
def large() -> Run:
    """Ten times the committed company, so that what is a sample's accident there is not one here."""
    return simulate(customers=40_000, months=36, seed=7)


@pytest.fixture(scope="session")
def large_tables(large: Run) -> dict[str, pd.DataFrame]:
    return tables(large)
