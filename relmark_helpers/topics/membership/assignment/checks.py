"""What each check of assignment 11 looks for, and what it says of the usual mistakes."""

from __future__ import annotations

from relmark_helpers.notebook.check import Check
from relmark_helpers.topics.membership.assignment.checks_of_the_books import BOOKS
from relmark_helpers.topics.membership.assignment.checks_of_the_programme import PROGRAMME

CHECKS: dict[str, Check] = {**BOOKS, **PROGRAMME}
