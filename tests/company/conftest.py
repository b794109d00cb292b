from __future__ import annotations

import pandas as pd
import pytest
import truth_oracle as oracle
import truth_table

from relmark_helpers.company.policy import Policy
from relmark_helpers.company.schema import TABLES
from relmark_helpers.company.store import load


@pytest.fixture(scope="session")
def committed() -> dict[str, pd.DataFrame]:
    return {name: load(name) for name in TABLES}


@pytest.fixture(scope="session")
def default() -> oracle.Company:
    """The committed company run again, with what its tables do not tell."""
    return oracle.company()


@pytest.fixture(scope="session")
def large() -> oracle.Company:
    """Ten times the committed company, so that what is a sample's accident there is not one here."""
    return oracle.company(27_000, 7)


@pytest.fixture(scope="session")
def large_tables(large: oracle.Company) -> dict[str, pd.DataFrame]:
    return large.tables


@pytest.fixture(scope="session")
def excellent() -> oracle.Company:
    """As large, and handling every complaint as well as can be."""
    best = Policy(remedy=1.0, complaint_training=1.0, complaint_staff=30.0)
    return oracle.company(27_000, 7, best)


@pytest.fixture(scope="session")
def default_rows(default: oracle.Company) -> list[truth_table.Row]:
    return truth_table.rows(default)


@pytest.fixture(scope="session")
def large_rows(large: oracle.Company) -> list[truth_table.Row]:
    return truth_table.rows(large)
