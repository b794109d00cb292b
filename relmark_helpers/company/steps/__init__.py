"""What a month does to the company: a module a step, in the order in which they happen."""

from __future__ import annotations

from relmark_helpers.company.month import Month
from relmark_helpers.company.steps.acquisition import acquisition
from relmark_helpers.company.steps.contacts import campaigns, contacts, order_contacts
from relmark_helpers.company.steps.experience import disconfirmation
from relmark_helpers.company.steps.failures import desk, failures
from relmark_helpers.company.steps.leaving import leaving
from relmark_helpers.company.steps.membership import membership
from relmark_helpers.company.steps.money import money
from relmark_helpers.company.steps.purchases import purchases
from relmark_helpers.company.steps.staff import staff
from relmark_helpers.company.steps.survey import survey_wave
from relmark_helpers.company.steps.word_of_mouth import word_of_mouth

__all__ = ["run", "survey_wave"]


def run(month: Month) -> None:
    """Let a month happen.

    Parameters
    ----------
    month : Month
        The month; what happened is noted in it, and the state moves on.

    Examples
    --------
    >>> from relmark_helpers.company.beginning import beginning
    >>> from relmark_helpers.company.parameters import Parameters
    >>> from relmark_helpers.company.policy import Policy
    >>> state = beginning(Parameters(), Policy(), customers=200, seed=1)
    >>> state.month = 1
    >>> month = Month(state)
    >>> run(month)
    >>> month.order_count > 20
    True
    """
    campaigns(month)
    for chunk in month.parts():
        contacts(month, chunk)
        purchases(month, chunk)
        order_contacts(month, chunk)
        disconfirmation(month, chunk)
        failures(month, chunk)
    desk(month)
    for chunk in month.parts():
        leaving(month, chunk)
    word_of_mouth(month)
    acquisition(month)
    for chunk in month.parts():
        membership(month, chunk)
    staff(month)
    money(month)
