"""Assignment 10: the learner's own case, what is right for it, the usual mistakes, and the checks."""

from relmark_helpers.topics.complaints.assignment.checks import CHECKS
from relmark_helpers.topics.complaints.assignment.own_case import draw

__all__ = ["CHECKS", "draw"]
