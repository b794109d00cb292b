"""Step 9 of a month: job satisfaction, turnover, and the service that follows with a lag."""

from __future__ import annotations

import numpy as np

from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.month import Month, chance
from relmark_helpers.company.state import NEVER
from relmark_helpers.company.vocabulary import ROLES

USUAL = 0.3  # training and rotation at which nothing is added


def staff(month: Month) -> None:
    """Move job satisfaction towards what management, staffing, training and rotation make of it; service follows.

    Parameters
    ----------
    month : Month
        The month.

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> from relmark_helpers.company.policy import Policy
    >>> usual, better = (simulate(policy=Policy(staffing=size), customers=100, months=12) for size in (1, 1.5))
    >>> bool((better.state.house["service"] > usual.state.house["service"]).all())
    True
    """
    state, numbers, lever = month.state, month.state.parameters.staff, month.lever
    house, here = state.house, np.arange(len(BRANCHES))
    luck = month.luck("staff")
    training, rotation = lever.training - USUAL, lever.rotation - USUAL
    target = (
        numbers.rest
        + house["management"]
        + numbers.by_staffing * (lever.staffing - 1.0)
        + numbers.by_training * training
        + numbers.by_rotation * rotation
    )
    lived_in = house["job_satisfaction"] - numbers.rest
    service = numbers.rest + numbers.to_service * lived_in + numbers.service_by_training * training
    house["service"] += numbers.lag * (service - house["service"])  # before the news: service lags
    house["job_satisfaction"] += numbers.follows * (target - house["job_satisfaction"])
    house["job_satisfaction"] += numbers.drift * luck.normal("news", here)[0]
    total = np.zeros(len(BRANCHES))
    buyers = np.zeros(len(BRANCHES))
    for chunk in month.parts():
        branch = chunk.customers.branch[chunk.buyers]
        total += np.bincount(branch, weights=chunk.customers.overall[chunk.buyers], minlength=len(BRANCHES))
        buyers += np.bincount(branch, minlength=len(BRANCHES))
    felt = total / np.maximum(buyers, 1) - state.parameters.levels.overall_satisfaction
    weight = buyers / (buyers + 20.0)  # a few buyers make no name
    house["reputation"] += 0.2 * weight * (felt - house["reputation"])
    _turnover(month)


def _turnover(month: Month) -> None:
    """Some leave, the less satisfied sooner; somebody else takes the post in the next month."""
    state, numbers = month.state, month.state.parameters.staff
    people = state.staff
    here = people["left"] == NEVER
    own = state.house["job_satisfaction"][people["branch"]] + people["leaning"] - numbers.rest
    logit = numbers.leaving + numbers.leaving_by_satisfaction * own
    luck = month.luck("turnover")
    goes = luck.uniform("goes", people["post"]) < chance(logit)
    goes &= here & (people["role"] != ROLES.index("manager")) & (people["hired"] < month.number)
    people["left"][goes] = month.number
    post = people["post"][goes]
    new = {
        "post": post,
        "branch": people["branch"][goes],
        "role": people["role"][goes],
        "hired": np.full(len(post), month.number + 1),
        "left": np.full(len(post), NEVER),
        "leaning": numbers.leaning * luck.normal("leaning", post)[0],
    }
    state.staff = {name: np.concatenate([values, new[name]]) for name, values in people.items()}
