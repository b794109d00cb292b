"""Every number of the simulated company, with its meaning and unit.

Unless a source is named, a number is *chosen*: so that the committed company looks like a regional retailer
and so that what a chapter teaches can be found in its tables. "Points" are points of a 1-7 answer scale.
What management can decide is no parameter but a lever, in :mod:`relmark_helpers.company.policy`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from relmark_helpers.company.parameters.answers import Loyalty, Survey
from relmark_helpers.company.parameters.campaigns import CAMPAIGNS, Campaign
from relmark_helpers.company.parameters.experience import Adaptation, Levels, Paths, Spreads
from relmark_helpers.company.parameters.house import ComplaintRecords, MysteryVisits, StaffSurvey
from relmark_helpers.company.parameters.market import Acquisition, Buying, Leaving
from relmark_helpers.company.parameters.membership import Club
from relmark_helpers.company.parameters.money import Money
from relmark_helpers.company.parameters.partners import Export, KeyAccounts, Partners, Preferences
from relmark_helpers.company.parameters.service import Complaining, Contacts, Failures, WordOfMouth
from relmark_helpers.company.parameters.staff import Staff


@dataclass(frozen=True)
class Parameters:
    """All numbers of the company; ``Parameters()`` is the company of ``datasets/``.

    Examples
    --------
    >>> from dataclasses import replace
    >>> fickle = replace(Parameters(), leaving=Leaving(base=-5.0))
    >>> fickle.leaving.base
    -5.0
    """

    first_year: int = 2022  # the first month is its January
    paths: Paths = field(default_factory=Paths)
    levels: Levels = field(default_factory=Levels)
    spreads: Spreads = field(default_factory=Spreads)
    adaptation: Adaptation = field(default_factory=Adaptation)
    buying: Buying = field(default_factory=Buying)
    leaving: Leaving = field(default_factory=Leaving)
    acquisition: Acquisition = field(default_factory=Acquisition)
    contacts: Contacts = field(default_factory=Contacts)
    failures: Failures = field(default_factory=Failures)
    complaining: Complaining = field(default_factory=Complaining)
    word_of_mouth: WordOfMouth = field(default_factory=WordOfMouth)
    campaigns: tuple[Campaign, ...] = CAMPAIGNS
    club: Club = field(default_factory=Club)
    staff: Staff = field(default_factory=Staff)
    money: Money = field(default_factory=Money)
    accounts: KeyAccounts = field(default_factory=KeyAccounts)
    partners: Partners = field(default_factory=Partners)
    preferences: Preferences = field(default_factory=Preferences)
    export: Export = field(default_factory=Export)
    complaint_records: ComplaintRecords = field(default_factory=ComplaintRecords)
    mystery: MysteryVisits = field(default_factory=MysteryVisits)
    staff_survey: StaffSurvey = field(default_factory=StaffSurvey)
    survey: Survey = field(default_factory=Survey)
    loyalty: Loyalty = field(default_factory=Loyalty)
