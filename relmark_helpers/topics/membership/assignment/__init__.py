"""Assignment 11: the learner's own case, what is right for it, the usual mistakes, and the checks."""

from relmark_helpers.topics.membership.assignment.checks import CHECKS
from relmark_helpers.topics.membership.assignment.own_case import draw

__all__ = ["CHECKS", "draw"]
