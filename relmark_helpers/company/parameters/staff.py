"""The people at the branches and the service they give."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Staff:
    """The people at the branches and the service they give: the service-profit chain.

    Examples
    --------
    >>> Staff().service_to_performance
    0.4
    """

    rest: float = 4.6  # job satisfaction and service at rest, points
    managers: float = 0.35  # standard deviation between branches of what their management adds
    leaning: float = 0.60  # standard deviation between persons of one branch
    drift: float = 0.18  # standard deviation of the monthly news of a branch
    follows: float = 0.15  # share of the gap to its target that job satisfaction closes in a month
    by_staffing: float = 1.6  # points of job satisfaction per 1.0 of staffing beyond the standard
    by_training: float = 0.6  # for full training, against the usual 0.3
    by_rotation: float = -0.3  # for rotating all posts, against the usual 0.3
    to_service: float = 0.70  # points of service, in the end, per point of job satisfaction
    service_by_training: float = 0.5  # points of service for full training, against the usual 0.3
    lag: float = 0.25  # share of the gap that service closes in a month
    service_to_performance: float = 0.40  # points of perceived performance per point of service
    leaving: float = -4.2  # logit of a person's leaving in a month, at rest
    leaving_by_satisfaction: float = -0.7  # per point of job satisfaction
    posts_per_100_m2: float = 0.55
