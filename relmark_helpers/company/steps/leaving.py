"""Step 5 of a month: some leave for good, and tell nobody."""

from __future__ import annotations

import numpy as np

from relmark_helpers.company.month import CHOICE, Chunk, Month


def leaving(month: Month, chunk: Chunk) -> None:
    """Draw who leaves; trust drifts back to what each customer is disposed to.

    Parameters
    ----------
    month : Month
        The month.
    chunk : Chunk
        Some customers.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> run = simulate(customers=2000, months=12, seed=1)
    >>> 100 < int((run.state.customers.left[:2000] > 0).sum()) < 700
    True
    """
    some, parameters, lever = chunk.customers, month.state.parameters, month.lever
    here = chunk.present
    hazard, levels, club = parameters.leaving, parameters.levels, parameters.club
    rest = hazard.trust * levels.trust + hazard.satisfaction * levels.overall_satisfaction
    logit = hazard.trust * some.trust[here]
    logit += hazard.satisfaction * some.satisfaction[here]
    logit += hazard.rivals - rest
    logit *= CHOICE[some.branch[here]]
    logit += some.frailty[here]
    logit += hazard.base
    newcomer = some.joined[here] > max(month.number - 6, 0)
    logit += hazard.newcomer * newcomer
    members = some.tier > 0
    if lever.structural > 0 and members.any():
        logit -= club.structural * lever.structural * members[here]
    odds = np.exp(-logit)
    odds += 1.0
    gone = here[month.luck("leaving").uniform("leaves", some.person[here]) * odds < 1.0]
    some.active[gone] = False
    some.left[gone] = month.number
    month.add("left", some.branch[gone])
    home = some.disposition
    if lever.social > 0 and members.any():
        home = home + club.social * lever.social * members
    some.trust += parameters.adaptation.trust_return * (home - some.trust)
