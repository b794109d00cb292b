"""The reference table ``truth``: what was put into the company, for looking up after a chapter."""

from __future__ import annotations

import pandas as pd

from relmark_helpers.company.state import State
from relmark_helpers.company.truth.partners import partners_truth
from relmark_helpers.company.truth.row import Row
from relmark_helpers.company.truth.satisfaction import satisfaction_truth
from relmark_helpers.company.truth.service import service_truth

__all__ = ["Row", "truth"]


def truth(state: State) -> pd.DataFrame:
    """List the numbers that were put into a company, and what follows exactly from its answers.

    Parameters
    ----------
    state : State
        The company after its last month.

    Returns
    -------
    DataFrame
        A row a number: quantity, cause, effect, measure, value, chapter, unit, meaning.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> found = truth(simulate(customers=200, months=6, record="tables").state).set_index("quantity")
    >>> float(found.loc["adaptation of expectations", "value"])
    0.35
    """
    p = state.parameters
    small = partners_truth(p.accounts, p.partners, p.preferences, p.export)
    return pd.DataFrame(
        [*satisfaction_truth(state), *service_truth(state), *small], columns=list(Row._fields)
    )
