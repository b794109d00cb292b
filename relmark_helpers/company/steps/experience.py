"""Step 3 of a month: what the latest order was like against desires and expectations, and what remains of it."""

from __future__ import annotations

import numpy as np

from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.month import Chunk, Month
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.state import Array, Numbers
from relmark_helpers.company.vocabulary import EXPERIENCE

INFORMATION = np.array([each.information for each in BRANCHES])


def disconfirmation(month: Month, chunk: Chunk) -> None:
    """Compare perceived performance with desires and expectations; satisfaction, expectations and trust follow.

    Parameters
    ----------
    month : Month
        The month.
    chunk : Chunk
        Some customers, with their orders.

    References
    ----------
    spreng1996

    Examples
    --------
    >>> from relmark_helpers.company.engine import simulate
    >>> run = simulate(customers=300, months=6, seed=1)
    >>> state = run.state
    >>> never = state.customers.orders[:300] == 3
    >>> bool((state.customers.satisfaction[:300][never] == 4.7).all())
    True
    """
    state, some, who = month.state, chunk.customers, chunk.buyers
    parameters, adapt = state.parameters, state.parameters.adaptation
    noise = month.luck("experience").normal("felt", some.person[who], 6)
    branch = some.branch[who]
    at_branch = (
        parameters.levels.performance
        + month.added_quality
        + parameters.staff.service_to_performance * month.service_above_rest()
    )
    performance = at_branch[branch] + state.house["quality"][branch, chunk.category]
    performance += some.leniency[who] + parameters.spreads.perception * noise[0]
    expectations = some.expectations[who]
    own = INFORMATION[branch] + some.mood[who]
    felt = experience(parameters, some.desires[who], performance, expectations, own, noise[1:])
    learned = adapt.expectations * (performance - expectations)
    some.expectations[who] = expectations + learned
    some.desires[who] += adapt.desires * learned
    overall = felt["overall_satisfaction"]
    some.satisfaction[who] += adapt.satisfaction * (overall - some.satisfaction[who])
    some.overall[who] = overall
    some.problem[who] = 0
    promise = felt["expectations_congruency"] - parameters.levels.expectations_congruency
    some.trust[who] += np.where(promise > 0, adapt.trust_gain, adapt.trust_loss) * promise
    np.clip(some.trust, 1.0, 7.0, out=some.trust)
    if month.tables:
        some.last_month[who] = month.number
        some.latest[who] = np.column_stack([felt[name] for name in EXPERIENCE[:-1]])


def experience(
    parameters: Parameters,
    desires: Numbers,
    performance: Numbers,
    expectations: Numbers,
    information: Numbers,
    noise: Array,
) -> dict[str, Numbers]:
    """Give all eight factors of an experience: each effect is the sum of its paths, and noise.

    Parameters
    ----------
    parameters : Parameters
        Paths, levels and spreads.
    desires, performance, expectations : ndarray of float
        In points.
    information : ndarray of float
        What branch and contacts add to information satisfaction, points.
    noise : ndarray of float, (5, n)
        Standard normal, a row for each of the five effects.

    Returns
    -------
    dict of ndarray
        By factor, points.

    Examples
    --------
    >>> at_rest = (np.array([5.0]), np.array([4.6]), np.array([4.6]), np.array([0.0]))
    >>> float(experience(Parameters(), *at_rest, np.zeros((5, 1)))["overall_satisfaction"][0])
    4.7
    """
    levels, paths = parameters.levels, parameters.paths.as_dict()
    beyond = {
        "desires": desires - levels.desires,
        "performance": performance - levels.performance,
        "expectations": expectations - levels.expectations,
    }
    for effect, drawn in zip(EXPERIENCE[3:], noise, strict=True):
        value = getattr(parameters.spreads, effect) * drawn
        for (cause, other), points in paths.items():
            if other == effect:
                value += points * beyond[cause]
        beyond[effect] = value + information if effect == "information_satisfaction" else value
    return {name: getattr(levels, name) + values for name, values in beyond.items()}
