"""What each check of assignment 05 looks for, and what it says of the usual mistakes."""

from relmark_helpers.notebook.check import Check
from relmark_helpers.topics.survey.assignment.checks import choices, indicators, kano, samples, scales

CHECKS: dict[str, Check] = {
    **indicators.CHECKS,
    **scales.CHECKS,
    **kano.CHECKS,
    **samples.CHECKS,
    **choices.CHECKS,
}

__all__ = ["CHECKS"]
