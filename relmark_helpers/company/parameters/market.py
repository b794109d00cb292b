"""Buying, leaving, and who comes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Buying:
    """Orders per customer and month, while the customer has not left.

    Trust and satisfaction act in proportion to the choice a customer has: rivals / (1 + rivals).

    Examples
    --------
    >>> len(Buying().season)
    12
    """

    monthly_orders: float = 0.38  # mean of the customers' own rates, orders a month
    shape: float = 1.7  # gamma shape of the customers' own rates: smaller is more unequal
    trust: float = 0.60  # log rate per point of trust, where choice is complete
    satisfaction: float = 0.06  # log rate per point of running satisfaction, where choice is complete
    season: tuple[float, ...] = (1.12, 0.86, 0.92, 0.94, 1.02, 1.20, 0.98, 0.94, 0.94, 1.00, 1.22, 0.98)
    segment_factor: tuple[float, ...] = (0.90, 0.95, 1.00, 1.35)  # on the rate, in the order of SEGMENTS
    channels: tuple[tuple[float, ...], ...] = (  # shares of ORDER_CHANNELS, by segment
        (0.60, 0.34, 0.06),
        (0.30, 0.64, 0.06),
        (0.76, 0.16, 0.08),
        (0.55, 0.42, 0.03),
    )
    price: tuple[float, ...] = (-2.2, -1.1, -1.0, -1.3)  # elasticity of the rate with the price, by segment
    offers: tuple[float, ...] = (0.9, 0.4, 0.3, 0.5)  # log rate per unit of (offers x discount), by segment
    offer_lines: tuple[float, ...] = (
        1.5,
        0.8,
        0.75,
        0.8,
    )  # share of lines on offer, against the lever, by segment
    stage_factor: tuple[float, ...] = (0.90, 1.0, 1.05)  # on the rate: trier, returning, trusting
    trusting: float = 4.7  # trust from which a customer of three orders and more counts as trusting
    extra_lines: tuple[float, ...] = (0.62, 0.27, 0.11)  # share of orders with 1, 2, 3 lines
    most: int = 6  # orders of one customer in one month


@dataclass(frozen=True)
class Leaving:
    """The monthly probability of leaving for good, on the logit scale.

    ``logit = base + frailty + choice x (rivals + trust x (t - 4.2) + satisfaction x (s - 4.7)) + newcomer``, less the club's
    structural bond.

    Examples
    --------
    >>> Leaving().trust < Leaving().satisfaction < 0
    True
    """

    base: float = -5.5  # with no rival in reach: moves, deaths, changed lives
    rivals: float = 2.1  # added where choice is complete
    trust: float = -1.50  # per point of trust where choice is complete
    satisfaction: float = -0.20  # per point of running satisfaction where choice is complete
    newcomer: float = 0.35  # in the first six months after joining
    frailty: float = 0.60  # standard deviation between customers: some are always nearer the door


@dataclass(frozen=True)
class Acquisition:
    """Who is there at the start and who comes.

    Examples
    --------
    >>> sum(Acquisition().segment_shares)
    1.0
    """

    market: int = 3  # persons in reach for each customer of the first day
    walk_in: float = (
        0.0028  # monthly hazard of walking in, at a branch whose customers feel as they do at rest
    )
    by_reputation: float = 0.35  # log hazard of walking in per point of its customers' satisfaction
    advertising: float = 2.6e-5  # monthly hazard for (CNY a month per 1,000 customers) ** returns
    returns: float = 0.50  # below 1: the second yuan brings less than the first
    response: tuple[float, ...] = (1.35, 1.0, 0.65, 0.9)  # of the segments to walking in and advertising
    segment_shares: tuple[float, ...] = (0.32, 0.28, 0.25, 0.15)  # in the order of SEGMENTS
    crm_hit_rate: float = 0.70  # share of customers whose segment the CRM has right
    consent_share: float = 0.92  # share who agreed to be asked and written to
    mean_birth_year: float = 1981.0
    spread_birth_year: float = 12.5
