"""What each check of assignment 10 looks for, and what it says of the usual mistakes."""

from __future__ import annotations

from relmark_helpers.notebook.check import Check
from relmark_helpers.topics.complaints.assignment.checks_of_customers import CUSTOMERS
from relmark_helpers.topics.complaints.assignment.checks_of_the_desk import DESK
from relmark_helpers.topics.complaints.assignment.checks_of_the_system import SYSTEM

CHECKS: dict[str, Check] = {**CUSTOMERS, **DESK, **SYSTEM}
