"""A programme as a set of decisions, three in the manner of their trades, and a run against no programme."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from types import MappingProxyType

from relmark_helpers.company.engine import Run, simulate
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.parameters.membership import Club
from relmark_helpers.company.policy import Policy
from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number

MERIDIAN = 0.02  # give-back of Meridian Circle: a point a yuan, 0.02 CNY a point
TIERS = MappingProxyType({"none": (1e9, 1e9), "as now": (6_000.0, 18_000.0), "easy": (2_000.0, 6_000.0)})
"""Points in a calendar year that make a silver and a gold member, by name."""

RESPONSES = ("flat", "diminishing", "proportional")
"""How members answer what a point is worth: see :func:`response_factor`."""

SCALE = 0.02  # give-back at which the diminishing response has reached two thirds of all it can
CUSTOMERS = 1000
MONTHS = 36


@dataclass(frozen=True)
class Programme:
    """What the management of a club decides.

    Parameters
    ----------
    give_back : float
        Worth of the points that a base member earns, as a share of what is paid; 0 to 0.2.
    tiers : str
        ``"none"``, ``"as now"`` or ``"easy"``: the thresholds of :data:`TIERS`.
    expiry_years : int
        Points expire at the end of this calendar year after counting the year they were earned in; 1 to 3.
    social, structural : float
        Social and structural benefits, from 0 (none) to 1 (full).
    earning : tuple of float
        Points of a base, silver and gold member, as multiples.

    Raises
    ------
    CourseError
        If a decision is out of its range.

    Examples
    --------
    >>> Programme().give_back
    0.02
    >>> Programme(tiers="many")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The tiers are one of none, as now, easy; got 'many'.
    """

    give_back: float = MERIDIAN
    tiers: str = "as now"
    expiry_years: int = 2
    social: float = 0.2
    structural: float = 0.2
    earning: tuple[float, float, float] = (1.0, 1.25, 1.5)

    def __post_init__(self) -> None:
        need_number(self.give_back, "The give-back", 0, 0.2)
        need_number(self.social, "Social benefits", 0, 1)
        need_number(self.structural, "Structural benefits", 0, 1)
        if self.tiers not in TIERS:
            raise CourseError(f"The tiers are one of {', '.join(TIERS)}; got {self.tiers!r}.")
        if self.expiry_years not in (1, 2, 3):
            raise CourseError(f"Points expire after 1, 2 or 3 calendar years; got {self.expiry_years!r}.")

    def policy(self) -> Policy:
        """The levers of the company under this programme; all others as usual.

        Examples
        --------
        >>> Programme().policy() == Policy()
        True
        """
        silver, gold = TIERS[self.tiers]
        return Policy(
            point_value=float(self.give_back),
            expiry_years=float(self.expiry_years),
            silver_at=silver,
            gold_at=gold,
            social=float(self.social),
            structural=float(self.structural),
        )


PRESETS = MappingProxyType(
    {
        "Meridian Circle": Programme(),
        "airline": Programme(0.04, "as now", 3, 0.2, 0.8, (1.0, 1.5, 2.0)),
        "supermarket": Programme(0.01, "none", 1, 0.0, 0.0, (1.0, 1.0, 1.0)),
        "car dealer": Programme(0.02, "as now", 1, 0.4, 0.4, (0.5, 1.5, 2.5)),
    }
)
"""Programmes in the manner of three trades; the numbers are ours, chosen to show the differences."""


def response_factor(give_back: float, response: str = "flat") -> float:
    r"""By how much the programme's own effects on orders grow or shrink with what a point is worth.

    The company's tables were made with effects that take no notice of the worth of a point (``"flat"``). Two
    other assumptions go through the same place, factor 1 at Meridian's give-back of 2 %:

    .. math:: f(g)=\frac{1-e^{-g/0.02}}{1-e^{-1}} \quad\text{(diminishing)},\qquad f(g)=g/0.02
              \quad\text{(proportional)}

    Parameters
    ----------
    give_back : float
        Worth of the points earned, as a share of what is paid.
    response : str
        ``"flat"``, ``"diminishing"`` or ``"proportional"``.

    Returns
    -------
    float

    Raises
    ------
    CourseError
        If the response is unknown or the give-back below 0.

    Examples
    --------
    >>> [round(response_factor(g, "diminishing"), 2) for g in (0.0, 0.02, 0.05)]
    [0.0, 1.0, 1.45]
    """
    share = need_number(give_back, "The give-back", 0)
    if response not in RESPONSES:
        raise CourseError(f"The response is one of {', '.join(RESPONSES)}; got {response!r}.")
    if response == "flat":
        return 1.0
    if response == "proportional":
        return share / MERIDIAN
    return (1 - math.exp(-share / SCALE)) / (1 - math.exp(-MERIDIAN / SCALE))


def parameters_of(programme: Programme, response: str = "flat") -> Parameters:
    """The company's numbers under a programme: the effects on orders follow the response.

    Parameters
    ----------
    programme : Programme
        The decisions.
    response : str
        One of :data:`RESPONSES`.

    Returns
    -------
    relmark_helpers.company.parameters.Parameters

    Examples
    --------
    >>> parameters_of(Programme(), "diminishing") == Parameters()
    True
    """
    factor, club = response_factor(programme.give_back, response), Club()
    changed = replace(
        club, orders=club.orders * factor, pressure=club.pressure * factor, earning=programme.earning
    )
    return replace(Parameters(), club=changed)


def run_programme(
    programme: Programme | None,
    seed: int,
    response: str = "flat",
    customers: int = CUSTOMERS,
    months: int = MONTHS,
    record: str = "summary",
) -> Run:
    """Run the company under a programme, or under none.

    Parameters
    ----------
    programme : Programme or None
        None: the club stays closed.
    seed : int
        The same seed gives the same people and the same luck, whatever the programme.
    response : str
        One of :data:`RESPONSES`.
    customers, months, record
        As in :func:`relmark_helpers.company.engine.simulate`.

    Returns
    -------
    Run

    Examples
    --------
    >>> int(run_programme(None, seed=1, customers=200, months=12).summary["joined"].sum())
    0
    """
    if programme is None:
        return simulate(policy=Policy(club=0.0), customers=customers, months=months, seed=seed, record=record)
    return simulate(parameters_of(programme, response), programme.policy(), customers, months, seed, record)


def annual_rebate(spending: float, programme: Programme) -> float:
    """What comes back, in CNY, to a member who begins a year at base and spends so much in it.

    Points count towards the tiers as they are earned; a higher tier earns more from then on.

    Parameters
    ----------
    spending : float
        CNY in the calendar year, from 0.
    programme : Programme
        The decisions.

    Returns
    -------
    float
        CNY, if every point is used.

    Examples
    --------
    >>> annual_rebate(6000.0, PRESETS["supermarket"]), annual_rebate(10000.0, PRESETS["Meridian Circle"])
    (60.0, 220.0)
    """
    left, points = need_number(spending, "Spending", 0), 0.0
    for bound, multiple in zip((*TIERS[programme.tiers], math.inf), programme.earning, strict=True):
        spent = left if multiple == 0 else min(left, max(bound - points, 0.0) / multiple)
        points += spent * multiple
        left -= spent
    return points * programme.give_back
