"""The campaigns: who is written to or called is drawn by lot, so that their effect can be found."""

from __future__ import annotations

from typing import NamedTuple

from relmark_helpers.company.wording.house import CAMPAIGN_NAMES

CAMPAIGN_CHANNELS = ("email", "telephone")
OFFERS = ("discount", "service", "club")


class Campaign(NamedTuple):
    """One campaign.

    A share of the consenting, active customers is in the experiment; of these a share is treated by lot, the
    others are left alone.

    Examples
    --------
    >>> [each.month for each in CAMPAIGNS if min(each.uplift) < 0]  # some would have bought more, left alone
    [22]
    """

    month: int  # in which it starts
    months: int  # it lasts
    channel: str  # of CAMPAIGN_CHANNELS
    offer: str  # of OFFERS
    cost_fen: int  # of one contact, without what the offer gives away
    share_treated: float  # of those in the experiment
    name_en: str
    name_zh: str
    uplift: tuple[float, float, float, float]  # on the log rate of orders, in the order of SEGMENTS
    share_reached: float = 0.5  # of the consenting, active customers: those in the experiment
    club_pull: float = 0.0  # on the logit of joining the club


# The telephone wakes sleeping dogs: who wants peace, buys less when called.
CAMPAIGNS = (
    Campaign(7, 2, "email", "club", 30, 0.5, *CAMPAIGN_NAMES[0], (0.04, 0.02, 0.08, 0.06), club_pull=1.2),
    Campaign(10, 2, "email", "discount", 30, 0.5, *CAMPAIGN_NAMES[1], (0.45, 0.12, 0.05, 0.15)),
    Campaign(17, 3, "email", "service", 30, 0.5, *CAMPAIGN_NAMES[2], (0.05, 0.15, 0.25, 0.12)),
    Campaign(22, 2, "telephone", "discount", 650, 0.5, *CAMPAIGN_NAMES[3], (0.40, -0.35, -0.15, 0.05)),
    Campaign(29, 2, "email", "discount", 30, 0.5, *CAMPAIGN_NAMES[4], (0.40, 0.10, 0.04, 0.12)),
)
