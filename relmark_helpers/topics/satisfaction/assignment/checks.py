"""What each check of assignment 04 looks for, and what it says of the usual mistakes."""

from __future__ import annotations

from relmark_helpers.topics.satisfaction.assignment.checks_of_deciding import DECIDING
from relmark_helpers.topics.satisfaction.assignment.checks_of_measuring import MEASURING

CHECKS = MEASURING | DECIDING
