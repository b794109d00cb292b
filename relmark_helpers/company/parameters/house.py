"""What is asked and ticked inside the company: staff surveys, mystery visits, and complaints once closed."""

from __future__ import annotations

from dataclasses import dataclass

Leaning = tuple[float, float, float, float, float]


@dataclass(frozen=True)
class StaffSurvey:
    """The half-yearly survey of the staff.

    The three questions on job satisfaction scatter around what the person feels: the branch's job satisfaction
    and the person's own leaning. The other three are mixes: their level, points per point of the branch's job
    satisfaction, per point of the person's leaning, per 1.0 of staffing beyond the standard, and their scatter.

    Examples
    --------
    >>> StaffSurvey().workload[3] < 0
    True
    """

    every_months: int = 6
    day: int = 15  # of the month, on which everybody is asked
    answering: float = 0.80  # share of the staff who answer
    missing_share: float = 0.02  # share of item answers left out
    item: float = 0.70  # standard deviation of an answer around job satisfaction, points
    workload: Leaning = (4.2, -0.20, -0.20, -3.00, 0.90)
    support: Leaning = (4.4, 0.60, 0.50, 0.00, 0.90)
    stay: Leaning = (4.8, 0.60, 0.80, 0.00, 1.00)


@dataclass(frozen=True)
class MysteryVisits:
    """Visits of disguised shoppers, each scored by two of the visitors on a checklist from 1 to 5.

    ``score = level + service x (service of the branch - rest) + visit + moment + leniency of the visitor + noise``

    The visitors who go together see the same visit and the same moments of it; leniency and noise are their own.

    Examples
    --------
    >>> len(MysteryVisits().leniency), round(sum(MysteryVisits().leniency), 9)
    (4, 0.0)
    """

    every_months: int = 3
    visits: int = 2  # to each branch, every quarter
    levels: tuple[float, ...] = (3.9, 3.2, 3.5, 3.7, 3.3, 3.4)  # of the six points, where service is at rest
    service: float = 0.60  # points of the checklist per point of service
    visit: float = 0.35  # standard deviation between visits to one branch
    moment: float = 0.40  # of one point of the checklist within a visit, seen by both visitors
    leniency: tuple[float, ...] = (-0.35, -0.10, 0.15, 0.30)  # what each visitor adds
    noise: float = 0.55  # standard deviation of what only one visitor sees


@dataclass(frozen=True)
class ComplaintRecords:
    """What is kept of a complaint: how it is worded, and what is asked once it is closed.

    Examples
    --------
    >>> round(sum(ComplaintRecords().wordings), 9)
    1.0
    """

    wordings: tuple[float, ...] = (0.66, 0.16, 0.08, 0.10)  # plain, two things at once, sarcastic, very short
    answering: float = 0.60  # share of complainants who rate how the case was handled
    item: float = 0.70  # standard deviation of a rating around the justice felt, points
